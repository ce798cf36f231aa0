using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.Outputs;
using InstallSim.Studies;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;
using InstallSim.Studies.Uptakes;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Results;

/// <summary>Answers that nobody gave are called simulated wherever numbers made of them stand.</summary>
public sealed class SimulatedAnswersTests
{
    private const string Note = "The answers are simulated: nobody was asked";

    private static readonly string Physicians = Repository.PathOf("scenarios", "studies", "physician-dce.yaml");

    [Test]
    public void Every_file_made_of_simulated_answers_says_so()
    {
        using var folder = new TemporaryFolder();
        StudyResult study = StudyEstimation.Run(StudyReader.Read(Physicians, ["model!={}"]));
        string results = Path.Combine(folder.Path, "out");
        using (AtomicFolder target = AtomicFolder.Create(results))
        {
            StudyFolder.Write(study, target);
        }

        string Text(string file) => File.ReadAllText(Path.Combine(results, file));
        Assert.Multiple(() =>
        {
            foreach (string file in (string[])["estimates.txt", "estimates.html", "estimates.tex"])
            {
                Assert.That(Text(file), Does.Contain(Note), file);
            }

            foreach (string file in (string[])["estimates.json", "manifest.json"])
            {
                Assert.That((bool)JsonNode.Parse(Text(file))!["answers_simulated"]!, Is.True, file);
            }

            foreach (string file in (string[])["estimates.csv", "willingness-to-pay.csv"])
            {
                Assert.That(Text(file).Split('\n').Skip(1).SkipLast(1), Is.All.Contains(SimulatedAnswers.Remark), file);
            }

            Assert.That(Text("figures/willingness-to-pay.svg"), Does.Contain("simulated"));
            string saved = SavedPreferences.Write(study, "p.yaml");
            Assert.That(saved, Does.Contain("# " + Note));
            Assert.That(saved.Split('\n').Where(line => line.Contains("source:", StringComparison.Ordinal)),
                Is.All.Contains("estimated in physician-dce.yaml from simulated answers"));
            Assert.That(ModelTableText.Write([study], ReportText.French), Does.Contain("(1)\u00a0: Les réponses sont simulées"));
        });
    }

    [Test]
    public void Uptake_knows_whether_they_are_and_else_says_where_they_may_be()
    {
        using var folder = new TemporaryFolder();
        string estimates = folder.Write("estimates.json", EstimatesJson.Of(
            StudyEstimation.Run(StudyReader.Read(Physicians, ["model!={}"]))).ToJsonString());
        UptakeResult uptake = StudyUptake.Run(StudyReader.Read(Physicians, ["model!={}", "uptake.interval-draws=100"]), estimates);
        Assert.That(uptake.IsSimulated);
        Assert.That(UptakeTables.Console(uptake, ReportText.English), Does.Contain(Note).And.Not.Contain("where they are"));
        Assert.That(uptake.Remarks, Is.EqualTo(SimulatedAnswers.Remark));
        foreach (IFigure<UptakeFigureContext> figure in UptakeFigureContext.Figures)
        {
            string Subtitle(ReportText text) => figure.Draw(new UptakeFigureContext(uptake, text)).Subtitle;
            Assert.That(Subtitle(ReportText.English), Does.EndWith("; from simulated choices"), figure.Id);
            Assert.That(Subtitle(ReportText.French), Does.EndWith("\u00a0; d’après des choix simulés"), figure.Id);
        }
    }

    [Test]
    public void Answers_of_another_number_of_people_are_known_and_others_are_not()
    {
        using var folder = new TemporaryFolder();
        string answers = Path.Combine(folder.Path, "answers.csv");
        Respondents.Write(StudyReader.Read(Physicians, ["respondents.number=30"]), answers);
        StudySource source = StudyReader.Read(Physicians, [$"data.file={answers}"]);
        Assert.That(SimulatedAnswers.Are(source), Is.True, "the study says 240 people and these are 30");

        string[] lines = File.ReadAllLines(answers);
        File.WriteAllText(answers, string.Join("\r\n", lines) + "\r\n");
        Assert.That(SimulatedAnswers.Are(source), Is.True, "ends of lines of another system");
        int chosen = Array.FindIndex(lines, line => line.EndsWith(",1", StringComparison.Ordinal));
        int other = chosen % 2 == 1 ? chosen + 1 : chosen - 1;
        lines[chosen] = lines[chosen][..^1] + "0";
        lines[other] = lines[other][..^1] + "1";
        File.WriteAllText(answers, string.Join('\n', lines) + "\n");
        Assert.That(SimulatedAnswers.Are(source), Is.False, "one answer differs");
        Assert.That(SimulatedAnswers.Are(StudyReader.Read(Physicians, [$"data.file={answers}", "reporting.choices=simulated"])), Is.True);
        StudyResult study = StudyEstimation.Run(StudyReader.Read(Physicians, [$"data.file={answers}", "model!={}"]));
        Assert.That(ConsoleTable.Write(study), Does.Not.Contain(Note));
        Assert.That(study.Remarks, Does.Not.Contain("imulated"));
    }

    [Test]
    public void As_many_people_as_the_last_one_is_numbered_are_not_simulated()
    {
        using var folder = new TemporaryFolder();
        string[] lines = File.ReadAllLines(Repository.PathOf("scenarios", "studies", "physician-dce.csv"));
        string[] renamed = [lines[0], .. lines.Skip(1).Select(line => $"{4_500_000 + int.Parse(line[..line.IndexOf(',')],
            System.Globalization.CultureInfo.InvariantCulture)}{line[line.IndexOf(',')..]}")];
        string answers = folder.Write("answers.csv", string.Join('\n', renamed) + "\n");
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(SimulatedAnswers.Are(StudyReader.Read(Physicians, [$"data.file={answers}"])), Is.False);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(100 << 20));
    }

    [Test]
    public void Answers_of_a_study_that_another_extends_are_known_with_another_utility()
    {
        using var folder = new TemporaryFolder();
        string own = folder.Write("own.yaml", $"extends: {Physicians}\nname: own\ntitle: Own\nutility: [income, working-hours]\n"
            + "model: { random!: {} }\n");
        Assert.That(SimulatedAnswers.Are(StudyReader.Read(own)), Is.True);
        string real = folder.Write("real.yaml", $"extends: {own}\nname: real\ntitle: Real\ndata: {{ file: real.csv }}\n");
        string[] lines = File.ReadAllLines(Repository.PathOf("scenarios", "studies", "physician-dce.csv"));
        folder.Write("real.csv", string.Join('\n', lines.SkipLast(2)) + "\n");
        Assert.That(SimulatedAnswers.Are(StudyReader.Read(real)), Is.False, "a task of the last person is missing");
    }
}
