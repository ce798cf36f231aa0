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
    public void Why_a_cost_for_each_gained_is_not_determined_is_told_by_the_gain(double lower, string english, string french)
    {
        string policy = SampleResults.Policies[0].Name;
        RunResults results = SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 4);
        results = results with
        {
            Comparisons = [.. results.Comparisons.Where(c => c.Indicator is not ("cost-per-additional-gp" or "gp-years-under-dense"))
                .Select(c => c.Indicator == "stock-under-dense" ? c with { Difference = 5, Lower = lower, Upper = 8 } : c),
                new(policy, "baseline", 2045, "cost-per-additional-gp", 5, 1, double.NaN, double.NaN, 4),
                new(policy, "baseline", 2045, "gp-years-under-dense", 50, 1, lower, 80, 4)],
            Payers = [new(policy, "state", 900, 800, 1000, 10, 18, double.NaN, double.NaN)],
        };
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
}
