using System.Globalization;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.EndToEnd;

/// <summary>A design, the survey file made of it, and answers in the columns that such a survey exports.</summary>
public sealed class SurveyRoundTripTests
{
    [Test]
    public void A_design_that_is_measured_is_neither_bettered_nor_written()
    {
        string shipped = Repository.PathOf("scenarios", "studies"), design = Path.Combine(shipped, "physician-dce-design.csv");
        CommandLine.Outcome outcome = CommandLine.Run("design", Path.Combine(shipped, "physician-dce.yaml"), "--evaluate", design,
            "--improve", design, "--out", "better.csv");
        Assert.That(outcome.Code, Is.EqualTo(2));
        Assert.That(outcome.Error, Does.Contain("leave out '--improve', '--out', or '--evaluate'"));
    }

    [TestCase("guenther-2010")]
    [TestCase("pedersen-2014")]
    [TestCase("scott-2013")]
    [TestCase("laos-nurses")]
    [TestCase("bangladesh-doctors")]
    [TestCase("pedersen-2014", "--set", "design.attributes.hours.label=''")]
    public void A_questionnaire_of_bare_names_is_warned_of_and_no_shipped_study_makes_one(string study, params string[] bare)
    {
        string path = Repository.PathOf("scenarios", "studies", study);
        using var folder = new TemporaryFolder();
        string[] command =
        [
            "design", path + ".yaml", "--evaluate", path + "-design.csv", "--questionnaire", Path.Combine(folder.Path, "survey"), .. bare,
        ];
        CommandLine.Outcome outcome = CommandLine.Run(command);
        Assert.That(outcome.Code, Is.Zero);
        Assert.That(outcome.Error, bare.Length > 0 ? Does.Contain("'hours' has neither 'label' nor 'unit'") : Is.Empty);
    }

    [Test]
    public void Answers_to_the_questions_of_a_survey_file_are_read_back_and_estimated()
    {
        string shipped = Repository.PathOf("scenarios", "studies"), design = Path.Combine(shipped, "physician-dce-design.csv");
        using var folder = new TemporaryFolder();
        string survey = Path.Combine(folder.Path, "survey"), study = Path.Combine(shipped, "physician-dce.yaml");
        CommandLine.Done("design", study, "--evaluate", design, "--questionnaire", survey);
        string[] questions = [.. File.ReadAllLines(Path.Combine(survey, "limesurvey.txt")).Select(line => line.Split('\t'))
            .Where(cells => cells.Length > 8 && cells[2] == "Q" && cells[3] == "L" && cells[8] == "en").Select(cells => cells[4])];
        (string Block, string Task)[] tasks = [.. File.ReadLines(design).Skip(1).Select(line => line.Split(','))
            .Select(cells => (cells[0], cells[1])).Distinct()];
        Assert.That(questions, Is.EqualTo(tasks.Select(t => "task" + t.Task)));
        Assert.That(File.ReadAllText(Path.Combine(survey, "qualtrics-en.txt")), Does.Contain("[[ID:task48]]"));

        string[] blocks = [.. tasks.Select(t => t.Block).Distinct()];
        IEnumerable<string> people = Enumerable.Range(1, 36).Select(person => string.Join(',', (string[])
        [
            person.ToString(CultureInfo.InvariantCulture), "2026-11-26 10:00:00", "en", blocks[person % 6],
            .. tasks.Select((t, k) => t.Block != blocks[person % 6] ? "" : ((person * 7) + (k * 3)) % 5 < 2 ? "2" : "1"),
        ]));
        string export = folder.Write("export.csv",
            "id,submitdate,startlanguage,block," + string.Join(',', questions) + "\n" + string.Join('\n', people) + "\n");
        string own = folder.Write("own.yaml", File.ReadAllText(study)
            .Replace("person: respondent", "person: id", StringComparison.Ordinal)
            .Replace("file: physician-dce.csv", "responses: " + export, StringComparison.Ordinal)
            .Replace("physician-dce-design.csv", design, StringComparison.Ordinal));
        CommandLine.Outcome outcome = CommandLine.Run(
            "estimate", own, "--set", "draws.number=50", "--out", Path.Combine(folder.Path, "out"));
        Assert.That(outcome.Output, Does.Match("Choice situations +288"), outcome.Error);
        Assert.That(outcome.Output, Does.Match("People +36"));
    }
}
