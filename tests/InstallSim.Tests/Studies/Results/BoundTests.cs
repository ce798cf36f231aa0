using System.Globalization;
using System.Text.RegularExpressions;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Results;
using InstallSim.Studies.Tables;

namespace InstallSim.Tests.Studies.Results;

/// <summary>What is said of a spread that ends at its bound agrees with the numbers beside it.</summary>
public sealed class BoundTests
{
    private const string Data = """
        name: small
        title: Journeys
        data: { file: small.csv, layout: long, person: who, situation: task, alternative: option, chosen: chosen }
        utility: [price, comfort]
        constants-against: b

        """;

    private static readonly string Csv = new Journeys(80).Csv();

    [TestCase("normal")]
    [TestCase("lognormal")]
    public void What_is_shown_of_a_spread_at_its_bound_is_what_is_said_of_it(string distribution)
    {
        StudyResult study = Estimated(distribution, 30), many = Estimated(distribution, 3000);
        string shown = PaperNumber.Text(ParameterRow.Of(study.Estimates).Single(row => row.Name == "sd.comfort").Estimate);
        InputMessage said = study.Warnings.Single(w => w.English.Contains("its bound", StringComparison.Ordinal));
        string warning = said.English;
        Assert.Multiple(() =>
        {
            Assert.That(double.Parse(shown, CultureInfo.InvariantCulture), Is.Not.Zero);
            Assert.That(warning, Does.StartWith($"sd.comfort ({shown}): ").And.Contain("but for the draws"));
            Assert.That(said.French, Does.StartWith($"sd.comfort ({shown.Replace('.', ',')})\u00a0: "));
            Assert.That(many.Estimates["sd.comfort"],
                Is.EqualTo(0).Within(Math.Abs(study.Estimates["sd.comfort"]) / 3), "more draws bring it to 0");
        });
    }

    [Test]
    public void Where_degrees_of_freedom_are_not_the_parameters_estimated_the_line_says_why()
    {
        StudyResult study = Estimated("normal", 30, "tests: { likelihood-ratio: [logit] }\n");
        string table = ConsoleTable.Write(study);
        int k = int.Parse(Regex.Match(table, @"Parameters estimated +(\d+) \(not counted").Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.Multiple(() =>
        {
            Assert.That(table, Does.Match($@"against null +χ²\({k + 1}\) .*\(degrees of freedom: {k} \+ 1 at their bound\)"));
            Assert.That(table, Does.Match(
                $@"against constants +χ²\({k}\) .*\(degrees of freedom: {k} \+ 1 at their bound − 1 of the constants\)"));
            Assert.That(ConsoleTable.Write(study, ReportText.French),
                Does.Contain($"(degrés de liberté\u00a0: {k} + 1 à leur borne − 1 des constantes)")
                    .And.Contain("Les degrés de liberté (df) comptent aussi les paramètres à leur borne"));
            ResultTable tests = study.Analyses.Tables.Single(t => t.Id == "tests");
            Assert.That((tests.Rows[0][3], tests.Notes.Any(n => n.StartsWith("Degrees of freedom (df) count", StringComparison.Ordinal))),
                Is.EqualTo((1, true)));
        });
    }

    private static StudyResult Estimated(string distribution, int draws, string more = "")
    {
        StudyResult study = SmallStudy.Estimate($"{Data}model: {{ random: {{ comfort: {distribution} }} }}\n"
            + $"draws: {{ number: {draws}, stability: false }}\n{more}", Csv);
        Assert.That(study.Estimates.AtBound, Is.EqualTo(new[] { "sd.comfort" }), "nothing varies in these people");
        return study;
    }
}
