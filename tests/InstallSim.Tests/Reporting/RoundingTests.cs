using System.Net;
using System.Text.RegularExpressions;
using InstallSim.Charts;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;
using InstallSim.Tests.Charts;

namespace InstallSim.Tests.Reporting;

/// <summary>A difference has the same digits in cards, tables, titles, figures and their tips.</summary>
public sealed class RoundingTests
{
    private const string Main = "stock-under-dense";

    [TestCase(18.54, 12.31, 24.7, "18.5", "19", "12", "25")]
    [TestCase(17.62, -0.4, 64.7, "17.6", "18", "\u22120.4", "+65")]
    [TestCase(0.17, -6.03, 6.48, "0.17", "0", "\u22126", "+6")]
    [TestCase(1.58, 1.21, 1.96, "1.58", "1.6", "1.2", "2.0")]
    [TestCase(-15.72, -15.93, -15.51, "16", "15.7", "15.5", "15.9")]
    public void A_difference_is_said_with_the_same_digits_everywhere(
        double difference, double lower, double upper, string never, string size, string low, string high)
    {
        foreach (string language in (string[])["en", "fr"])
        {
            string Own(string number) => language == "fr" ? number.Replace('.', ',') : number;
            (never, size, low, high) = (Own(never), Own(size), Own(low), Own(high));
            FigureContext context = Context(language, difference, lower, upper);
            ScenarioInfo policy = context.Results.Policies[0];
            string signed = size == "0" ? "0" : (difference < 0 ? "\u2212" : "+") + size;
            string headline = Findings.Headline(context, policy), covered = Balance.Covered(context, policy)!;
            string table = WebUtility.HtmlDecode($"{TablesSection.Write(context)}");
            Assert.Multiple(() =>
            {
                Assert.That(headline, Does.Match($@"(^|\(|\s)[+\u2212]?{Regex.Escape(size)}[\s,]"));
                Assert.That(headline, Does.Match($@"\s{Regex.Escape(low)}\s").And.Match($@"\s{Regex.Escape(high)}\)"));
                Assert.That(covered, Does.Contain($" {signed} ("), "balance");
                Assert.That(table, Does.Contain($">{signed}</span>"), "table");
                Assert.That(Labels(context, "effects"), Does.Contain(signed));
                Assert.That(Tips(context, "effects"), Has.Some.Contains($" {signed}\n"));
                Assert.That(Labels(context, "trajectories"), Does.Contain(signed));
                Assert.That(FigureCatalog.Find("trajectories")!.Draw(context).Description, Does.Contain($" {signed} ("));
                Assert.That(FigureCatalog.Find("cost-effect")!.Draw(context).Description, Does.Contain($" {signed}, "));
                Assert.That(headline + covered, Does.Not.Match($@"[\s(+]{Regex.Escape(never)}[\s,(]"), "other digits");
            });
        }
    }

    private static IEnumerable<string> Labels(FigureContext context, string figure) =>
        Rows(context, figure).OfType<Label>().Select(l => l.Text.Trim('←', '→', ' '));

    private static IEnumerable<string> Tips(FigureContext context, string figure) => Rows(context, figure).Select(r => r.Tip);

    private static IEnumerable<Row> Rows(FigureContext context, string figure) =>
        FigureCatalog.Find(figure)!.Draw(context).AllPanels.SelectMany(p => p.Marks).SelectMany(ChartText.Rows);

    private static FigureContext Context(string language, double difference, double lower, double upper)
    {
        RunResults all = SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 4);
        Comparison known = all.Comparisons.First(c => c.Indicator == Main && c.Year == 2045);
        Comparison Made(string indicator) =>
            known with { Indicator = indicator, Difference = difference, Lower = lower, Upper = upper };
        return new FigureContext(new ResultIndex(all with
        {
            Comparisons =
            [
                .. all.Comparisons.Where(c => c.Year != 2045 || c.Indicator is not (Main or "gps-in-covered" or "gps-elsewhere")),
                Made(Main), Made("gps-in-covered"), Made("gps-elsewhere"),
            ],
        }), ReportText.For(language));
    }
}
