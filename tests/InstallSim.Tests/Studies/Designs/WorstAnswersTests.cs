using InstallSim.Inputs;
using InstallSim.Studies;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Designs;

/// <summary>Best and worst answers of simulated respondents.</summary>
public sealed class WorstAnswersTests
{
    private const string Yaml = """
        name: worst
        title: Best and worst
        data: { file: answers.csv, layout: long, person: who, situation: task, alternative: job, best: best, worst: worst,
          best-worst: READING }
        utility: [pay, calls]
        respondents: { design: design.csv, number: 250, seed: 3, coefficients: { pay: 0.8, calls: -0.6 } }

        """;

    [TestCase("sequential")]
    [TestCase("max-diff")]
    public void The_model_of_the_answers_finds_the_true_coefficients_again(string reading)
    {
        using var folder = new TemporaryFolder();
        StudySource source = Source(folder, reading);
        Respondents.Write(source, Path.Combine(folder.Path, "answers.csv"));
        StudyResult study = StudyEstimation.Run(source);
        double[] errors = study.Estimates.StandardErrors();
        Assert.Multiple(() =>
        {
            Assert.That((study.Estimates["pay"] - 0.8) / errors[0], Is.InRange(-3.5, 3.5));
            Assert.That((study.Estimates["calls"] + 0.6) / errors[1], Is.InRange(-3.5, 3.5));
            Assert.That(errors[0], Is.LessThan(0.08), "the interval is narrow");
        });
    }

    [Test]
    public void Every_task_has_one_best_and_another_worst()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "answers.csv");
        Respondents.Write(Source(folder, "sequential"), path);
        string[][] cells = [.. File.ReadAllLines(path).Skip(1).Select(line => line.Split(','))];
        Assert.That(cells.GroupBy(c => c[1]).Select(task =>
            (task.Count(c => c[^2] == "1"), task.Count(c => c[^1] == "1"), task.Count(c => c[^2] == "1" && c[^1] == "1"))),
            Is.All.EqualTo((1, 1, 0)));
    }

    [Test]
    public void Their_power_is_refused_by_name()
    {
        using var folder = new TemporaryFolder();
        StudySource source = Source(folder, "sequential");
        Assert.That(() => PowerSimulation.Run(source, 2),
            Throws.TypeOf<InputException>().With.Message.Contains("the power of best and worst answers is not simulated"));
    }

    private static StudySource Source(TemporaryFolder folder, string reading)
    {
        var key = new InstallSim.Choice.Draws.DrawKey(8, 0, 3, 0, 0);
        folder.Write("design.csv", "task,job,pay,calls\n" + string.Concat(Enumerable.Range(0, 18).Select(row =>
            FormattableString.Invariant($"{row / 3},{"ABC"[row % 3]},{Math.Floor(4 * key.Uniform(2 * row))},")
                + FormattableString.Invariant($"{Math.Floor(4 * key.Uniform((2 * row) + 1))}\n"))));
        return StudyReader.Read(folder.Write("worst.yaml", Yaml.Replace("READING", reading, StringComparison.Ordinal)));
    }
}
