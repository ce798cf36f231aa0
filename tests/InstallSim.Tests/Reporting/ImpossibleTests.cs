using System.Net;
using InstallSim.Charts;
using InstallSim.Indicators;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

/// <summary>Intervals of few replications hold values that cannot be: an axis of percentage points went to −400.</summary>
public sealed class ImpossibleTests
{
    private static FigureContext Wide(string lang, string indicator, double lower, double upper)
    {
        RunResults all = SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 4);
        return new FigureContext(new ResultIndex(all with
        {
            Comparisons = [.. all.Comparisons.Select(c => c.Indicator == indicator
                ? c with { Difference = -0.05, Lower = lower, Upper = upper } : c)],
        }), ReportText.For(lang))
        {
            Indicator = IndicatorCatalog.Find(indicator)!,
        };
    }

    [TestCase("en", "effects", "An interval that reaches beyond what can be (100 percentage points either way) is cut there")]
    [TestCase("fr", "trajectories", "Un intervalle qui va au-delà du possible (100 points dans un sens ou l’autre) y est coupé")]
    public void Figures_end_where_a_share_ends_and_say_so(string lang, string id, string said)
    {
        IResultFigure figure = FigureCatalog.Find(id)!;
        Chart chart = figure.Draw(Wide(lang, "share-under-threshold", -1.77, 1.2));
        double[] ends =
        [
            .. chart.Panels.SelectMany(p => p.Marks.OfType<Mark<Segment>>()).SelectMany(m => m.Rows).Where(s => !s.IsUpright)
                .SelectMany(s => new[] { s.From, s.To }),
            .. chart.Panels.SelectMany(p => p.Marks.OfType<Mark<Band>>()).SelectMany(m => m.Rows).SelectMany(b => b.Spans)
                .SelectMany(s => new[] { s.Lower, s.Upper }),
        ];
        Assert.That(chart.Subtitle, Does.Contain(said));
        Assert.That(ends, Has.Some.EqualTo(-100).And.Some.EqualTo(100));
        Assert.That(chart.Panels.SelectMany(p => p.Y.Ticks.Concat(p.X.Ticks)).Min(t => t.At), Is.EqualTo(-100));
        Assert.That(figure.Draw(Wide(lang, "share-under-threshold", -0.9, 0.9)).Subtitle, Does.Not.Contain(said));
    }

    /// <summary>The numbers stay what the rule on few replications gives.</summary>
    [TestCase("share-under-threshold", "−177\u00a0pp to +120\u00a0pp, which reaches beyond what can be")]
    [TestCase("accessibility-gini", "−1.8 to +1.2, which reaches beyond what can be")]
    [TestCase("accessibility-mean", "−1.8 to +1.2</small>")]
    public void A_cell_keeps_the_interval_and_says_that_it_cannot_be(string indicator, string cell) => Assert.That(
        WebUtility.HtmlDecode(TablesSection.Write(Wide("en", indicator, -1.77, 1.2)).Text), Does.Contain(cell));

    [Test]
    public void A_sentence_says_it_too()
    {
        FigureContext context = Wide("fr", "share-under-threshold", -1.2, -0.01);
        Assert.That(Findings.FirstLines(context, context.Results.Policies[0]), Has.Some.EndsWith(
            "(intervalle à 95\u00a0%\u00a0: 1\u00a0à\u00a0120, qui va au-delà du possible)."));
    }
}
