using InstallSim.Indicators;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

/// <summary>Sentences say what the intervals carry and no more.</summary>
public sealed class FindingsTests
{
    private static readonly Indicator Main = IndicatorCatalog.Find("stock-under-dense")!;

    [TestCase(5, 2, 8, Verdict.Up)]
    [TestCase(-5, -8, -2, Verdict.Down)]
    [TestCase(5, -0.1, 8, Verdict.Unclear)]
    [TestCase(5, 0, 8, Verdict.Unclear)]
    [TestCase(0, 0, 0, Verdict.Unclear)]
    [TestCase(5, double.NaN, double.NaN, Verdict.Unknown)]
    [TestCase(5, 2, double.PositiveInfinity, Verdict.Unknown)]
    public void A_verdict_is_clear_only_when_the_interval_leaves_out_zero(double difference, double lower, double upper, Verdict verdict) =>
        Assert.That(Verdicts.Of(new Comparison("a", "b", 2045, Main.Name, difference, 1, lower, upper, 10)), Is.EqualTo(verdict));

    [Test]
    public void Less_is_a_gain_where_less_is_better()
    {
        var share = IndicatorCatalog.Find("share-under-threshold")!;
        Assert.That(Verdicts.IsGain(Verdict.Down, share) && Verdicts.IsLoss(Verdict.Up, share), Is.True);
        Assert.That(Verdicts.IsGain(Verdict.Unclear, share) || Verdicts.IsLoss(Verdict.Unclear, share), Is.False);
    }

    [TestCase(33.2, 30.1, 36.3, "33 more GPs in the territories under-dense at the start by 2045 (95% interval 30 to 36).")]
    [TestCase(-4.04, -5.1, -3.0, "4.0 fewer GPs in the territories under-dense at the start by 2045 (95% interval 3.0 to 5.1).")]
    [TestCase(0.4, -0.2, 1.0, "No clear difference in the number of GPs in the territories under-dense at the start by 2045 (+0.40, 95% interval \u22120.20 to +1.00).")]
    [TestCase(7, double.NaN, double.NaN, "+7.0 GPs in the territories under-dense at the start by 2045; without an interval nobody can say how sure that is.")]
    [TestCase(double.NaN, double.NaN, double.NaN, "Not compared with a situation without the policy.")]
    public void The_headline_follows_the_interval(double difference, double lower, double upper, string headline)
    {
        var context = new FigureContext(new ResultIndex(With(c => c with { Difference = difference, Lower = lower, Upper = upper })), ReportText.English);
        Assert.That(Findings.Headline(context, context.Results.Policies[0]), Is.EqualTo(headline));
    }

    [Test]
    public void A_policy_that_does_not_clearly_gain_has_no_cost_for_each_gained()
    {
        var context = new FigureContext(new ResultIndex(With(c => c with { Difference = 1, Lower = -1, Upper = 3 })), ReportText.French);
        Assert.That(Findings.Details(context, context.Results.Policies[0]), Has.Some.EndsWith("sans gain net.").And.None.Contains("par généraliste supplémentaire"));
    }

    [Test]
    public void What_a_policy_worsens_is_said_beside_what_it_gains()
    {
        var results = SampleResults.Make([SampleResults.Policies[0], SampleResults.Policies[1]], places: 6, years: 3, replications: 6);
        var worse = Copy(results, c => c is { Scenario: "msp-openings", Indicator: "accessibility-mean" } ? c with { Difference = -0.6, Lower = -0.7, Upper = -0.5 } : c);
        var context = new FigureContext(new ResultIndex(worse), ReportText.English);

        Assert.That(Findings.Overall(context), Does.EndWith("but clearly worsens mean accessibility to GPs."));
        Assert.That(Findings.Details(context, context.Results.Policies[0]), Has.Some.StartsWith("But clearly worse: mean accessibility to GPs \u22120.600"));
        Assert.That(context.Scenario.Name, Is.EqualTo("installation-grant"), "figures of one policy begin with one that worsens nothing");
    }

    [Test]
    public void A_title_from_right_to_left_leaves_the_sentence_around_it_alone()
    {
        var results = SampleResults.Make([new SamplePolicy("a", "إعانة \u202e", 20, 900, 0)], places: 4, years: 3, replications: 6);
        string title = Findings.Overall(new FigureContext(new ResultIndex(results), ReportText.English));
        Assert.That(title, Does.StartWith("By 2027, “\u2068إعانة").And.Contain("\u2069” clearly adds"));
    }

    private static RunResults With(Func<Comparison, Comparison> change) => Copy(
        SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 4),
        c => c.Indicator == Main.Name && c.Year == 2045 ? change(c) : c);

    private static RunResults Copy(RunResults results, Func<Comparison, Comparison> change) => new()
    {
        Manifest = results.Manifest,
        Places = results.Places,
        Observations = results.Observations,
        Territories = results.Territories,
        Moves = results.Moves,
        Comparisons = [.. results.Comparisons.Select(change)],
    };
}
