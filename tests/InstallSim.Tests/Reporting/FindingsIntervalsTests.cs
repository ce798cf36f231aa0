using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

/// <summary>Intervals beside the values of a card.</summary>
public sealed class FindingsIntervalsTests
{
    /// <summary>Neither a mean of three digits nor a share of whole percents reads as the end of the interval around it.</summary>
    [Test]
    public void A_value_does_not_read_as_an_end_of_its_interval()
    {
        var context = new FigureContext(new ResultIndex(Results(c => c.Indicator switch
        {
            "accessibility-mean" => c with { Difference = -0.146, Lower = -0.396, Upper = -0.085 },
            "deadweight-share" => c with { Difference = 0.124, Lower = 0.121, Upper = 0.14 },
            "stock-under-dense" => c with { Difference = 30.2, Lower = -5, Upper = 30.4 },
            _ => c,
        })), ReportText.English);
        string[] said = [.. Findings.Details(context, context.Results.Policies[0])];
        Assert.That(said, Has.Some.EndsWith("is 0.15 consultations per inhabitant per year lower (95% interval 0.09\u00a0to\u00a00.40).")
            .And.Some.Contains("12.4% of those aided would have come anyway (95% interval 12.1%\u00a0to\u00a014.0%)"));
        Assert.That(Findings.Headline(context, context.Results.Policies[0]), Does.Contain("(+30.2, 95% interval \u22125.0 to +30.4)"));
    }

    [Test]
    public void A_cost_for_no_clear_gain_has_its_interval()
    {
        var context = new FigureContext(new ResultIndex(Results(c => c.Indicator switch
        {
            "policy-cost-cumulative" => c with { Lower = -2_210, Upper = 7_040 },
            "stock-under-dense" => c with { Difference = 1, Lower = -1, Upper = 3 },
            _ => c,
        })), ReportText.English);
        Assert.That(Findings.FirstLines(context, context.Results.Policies[0]),
            Has.One.StartsWith("Cost: ").And.One.EndsWith(
                " (95% interval a saving of €2.2m to a cost of €7.0m), for no clear gain in GPs "
                + "in today’s under-dense territories."));
    }

    private static RunResults Results(Func<Comparison, Comparison> change)
    {
        RunResults all = SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 4);
        return all with { Comparisons = [.. all.Comparisons.Select(change)] };
    }
}
