using System.Net;
using InstallSim.Cli;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

/// <summary>A cost without an interval has its true reason beside it.</summary>
public sealed class UndeterminedTests
{
    /// <summary>Terminal and table of payers: a gain that is not clear has no price, though every replication may gain.</summary>
    [TestCase(0, "the interval of the gain still holds 0", "l’intervalle du gain contient encore 0")]
    [TestCase(1, "some replications gain none", "des réplications n’ont pas de gain")]
    [TestCase(double.NaN, "too few replications gain the same", "trop peu de réplications, toutes de même gain")]
    public void Why_a_cost_for_each_gained_is_not_determined_is_told_by_the_gain(double lower, string english, string french)
    {
        string policy = SampleResults.Policies[0].Name;
        RunResults results = SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 4);
        results = results with
        {
            Comparisons = [.. results.Comparisons.Where(c => c.Indicator is not ("cost-per-additional-gp" or "gp-years-under-dense"))
                .Select(c => c.Indicator == "stock-under-dense" ? Gain(c) : c),
                new(policy, "baseline", 2045, "cost-per-additional-gp", 5, 1, double.NaN, double.NaN, 4),
                Gain(new(policy, "baseline", 2045, "gp-years-under-dense", 50, 1, lower, 80, 4))],
            Payers = [new(policy, "state", 900, 800, 1000, 10, 18, double.NaN, double.NaN)],
        };
        Comparison Gain(Comparison c) => double.IsNaN(lower)
            ? c with { Difference = 5, StandardError = 0, Lower = lower, Upper = lower }
            : c with { Difference = 5, Lower = lower, Upper = 8 };
        foreach ((ReportText text, string said, string colon) in new[] { (ReportText.English, english, ": "),
            (ReportText.French, french, "\u00a0: ") })
        {
            var terminal = new StringWriter();
            OutcomeTable.Write(results, terminal, text);
            Assert.That(terminal.ToString(), Does.Contain(text.NotDetermined() + colon + said + "\n"));
            Assert.That(WebUtility.HtmlDecode(CostsSection.Write(new FigureContext(new ResultIndex(results), text)).Text),
                Does.Contain($">{text.NotDetermined().ToUpperFirst()}{colon}{said}.<"));
        }
    }

    /// <summary>Five replications with one GP more each were told as clearly better, [1, 1].</summary>
    [Test]
    public void A_gain_that_is_the_same_in_all_of_few_replications_is_not_clear_and_says_so([Values] bool holdsDoubt)
    {
        RunResults results = SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 5);
        results = results with
        {
            Manifest = results.Manifest with { Drawn = holdsDoubt ? ["a"] : [] },
            Comparisons = [.. results.Comparisons.Select(c => c.Indicator != "stock-under-dense" ? c
                : c with { Difference = 1, StandardError = 0, Lower = double.NaN, Upper = double.NaN })],
        };
        var context = new FigureContext(new ResultIndex(results), ReportText.English);
        Assert.That(Findings.Headline(context, context.Results.Policies[0]), Is.EqualTo(
            "No clear difference in the number of GPs in today’s under-dense territories (+1.00 in all replications, too few to tell)."));
        var terminal = new StringWriter();
        OutcomeTable.Write(results, terminal, ReportText.English);
        string enough = holdsDoubt ? "78" : "39";
        Assert.That(terminal.ToString(), Does.Contain("[same in all]").And.Contain(
            $"A difference that is the same in all replications has no interval: fewer than {enough} do not tell"));
        Assert.That(FindingsSection.Sure(context), Does.Contain($"fewer than {enough} do not tell that one more would have it too"));
        Assert.That(Standings.Of(context.Results, context.Results.Policies[0]), Is.AnyOf(Standing.Unclear, Standing.Loss));
    }
}
