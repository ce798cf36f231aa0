using System.Globalization;
using System.Text.RegularExpressions;
using InstallSim.Cli;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

/// <summary>What is said of doubt and chance.</summary>
public sealed class DoubtTextTests
{
    /// <summary>The figure and the text, at few and many replications, with doubt and without.</summary>
    [TestCase(60, true, "rough until 78 replications")]
    [TestCase(100, true, "more replications do not narrow them, for they say where one more replication would lie")]
    [TestCase(60, false, "more replications narrow them")]
    public void More_replications_are_advised_alike_by_the_figure_and_the_text(int replications, bool holdsDoubt, string advice)
    {
        RunResults results = SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: replications);
        results = results with { Manifest = results.Manifest with { Drawn = holdsDoubt ? ["a"] : [] } };
        var context = new FigureContext(new ResultIndex(results), ReportText.English);
        Assert.That(FindingsSection.Sure(context), Does.Contain(advice).IgnoreCase);
        Assert.That(FigureCatalog.Find("convergence")!.Draw(context).Title, Does.Contain(advice));
    }

    [TestCase(60, 0, 8, true)]
    [TestCase(60, -8, 0, true)]
    [TestCase(60, 0, 0, false)]
    [TestCase(60, -1, 8, false)]
    [TestCase(100, 0, 8, false)]
    public void An_end_that_is_set_to_zero_is_explained_once_on_page_and_terminal(int replications, double lower, double upper, bool isSet)
    {
        RunResults results = SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: replications);
        results = results with
        {
            Manifest = results.Manifest with { Drawn = ["a"] },
            Comparisons = [.. results.Comparisons.Select(c => c.Indicator == "accessibility-mean"
                ? c with { Difference = (lower + upper) / 2, Lower = lower, Upper = upper } : c)],
        };
        var terminal = new StringWriter();
        OutcomeTable.Write(results, terminal, ReportText.English);
        string page = FindingsSection.Write(new FigureContext(new ResultIndex(results), ReportText.English)).Text;
        const string why = "An interval that begins or ends at exactly 0 stops there";
        Assert.That(Regex.Count(page, why), Is.EqualTo(isSet ? 1 : 0));
        Assert.That(Regex.Count(terminal.ToString(), why), Is.EqualTo(isSet ? 1 : 0));
        Assert.That(page.Contains("and the difference is not called clear", StringComparison.Ordinal), Is.EqualTo(isSet));
        string french = FindingsSection.Write(new FigureContext(new ResultIndex(results), ReportText.French)).Text;
        Assert.That(french.Contains("Un intervalle qui commence ou finit", StringComparison.Ordinal), Is.EqualTo(isSet));
    }

    [TestCase(true, "line: all at their values, none drawn (+5.0; the other figures have +10, the mean over draws of all numbers)")]
    [TestCase(false, "line: all at their values (+5.0);")]
    public void A_tornado_says_why_its_line_is_not_the_effect_of_the_other_figures(bool holdsDoubt, string said)
    {
        RunResults results = SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 10);
        string policy = SampleResults.Policies[0].Name;
        results = results with
        {
            Manifest = results.Manifest with { Drawn = holdsDoubt ? ["a"] : [] },
            Comparisons = [.. results.Comparisons.Select(c => c.Indicator == "stock-under-dense" ? c with { Difference = 10.4 } : c)],
            Sensitivities = [new(policy, "stock-under-dense", "a.b", "1", "2", 5, 7, 11)],
        };
        var context = new FigureContext(new ResultIndex(results), ReportText.English);
        Assert.That(FigureCatalog.Find("tornado")!.Draw(context).Subtitle,
            Does.Contain(said).And.EndsWith("in brackets: the other end, on the same side of the line"));
    }

    [Test]
    public void Shares_of_the_spread_name_chance_too_and_add_up()
    {
        RunResults results = SampleResults.Make(places: 4, replications: 80);
        string said = DoubtText.Sources(new FigureContext(new ResultIndex(results), ReportText.English));
        Assert.That(said, Does.Contain("chance 20%"));
        Assert.That(Regex.Matches(said, @"(\d+)%").Sum(m => int.Parse(m.Groups[1].Value,
            CultureInfo.InvariantCulture)), Is.EqualTo(100));
    }
}
