using InstallSim.Indicators;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

/// <summary>Indicators as each language writes them. Narrow and common no-break spaces are written out: \u202f, \u00a0.</summary>
public sealed class IndicatorTextTests
{
    private static readonly Indicator Share = IndicatorCatalog.Find("share-under-threshold")!;
    private static readonly Indicator Stock = IndicatorCatalog.Find("stock")!;

    [Test]
    public void Shares_are_per_cent_and_their_differences_points()
    {
        Assert.Multiple(() =>
        {
            Assert.That(ReportText.English.Value(Share, 0.413), Is.EqualTo("41.3%"));
            Assert.That(ReportText.French.Value(Share, 0.413), Is.EqualTo("41,3\u202f%"));
            Assert.That(ReportText.English.Difference(Share, -0.0123), Is.EqualTo("\u22121.23\u00a0pp"));
            Assert.That(ReportText.French.Difference(Share, 0.052), Is.EqualTo("+5,2\u00a0pt"));
            Assert.That(ReportText.English.Interval(Stock, -1.5, 22), Is.EqualTo("\u22121.50 to +22"));
            Assert.That(ReportText.English.Difference(Stock, double.NaN), Is.EqualTo("–"));
        });
    }

    [Test]
    public void Nothing_is_below_zero_that_is_written_as_zero()
    {
        Indicator accessibility = IndicatorCatalog.Find("accessibility-mean")!, cost = IndicatorCatalog.Find("policy-cost")!;
        Assert.Multiple(() =>
        {
            Assert.That(ReportText.English.Difference(accessibility, -0.0004), Is.EqualTo("0"));
            Assert.That(ReportText.French.Interval(accessibility, -0.0004, 1e-17), Is.EqualTo("\u22120,0004 à 0"));
            Assert.That(ReportText.English.Difference(cost, -1e-7), Is.EqualTo("0"));
            Assert.That(ReportText.English.Money(-1e-7), Is.EqualTo("€0"));
            Assert.That(ReportText.English.Money(-0.001), Is.EqualTo("\u2212€1"));
        });
    }

    [TestCase("gps-in-covered", 1, 1, "+1.00", "+1.00 to +1.00")]
    [TestCase("gps-in-covered", 0.3, 0.3, "+0.30", "+0.30 to +0.30")]
    [TestCase("gps-in-covered", 0.1, 0.30000000000000004, "+0.10", "+0.10 to +0.30")]
    [TestCase("gps-in-covered", 42.6, 42.6, "+43", "+43 to +43")]
    [TestCase("gps-in-covered", 1, 1.00004, "+1.00000", "+1.00000 to +1.00004")]
    public void An_interval_of_no_width_has_the_usual_decimals(string name, double lower, double upper, string shown, string ends)
    {
        Indicator indicator = IndicatorCatalog.Find(name)!;
        var c = new Comparison("a", "baseline", 2030, name, lower, 0, lower, upper, 10);
        Assert.That((ReportText.English.Difference(indicator, c), ReportText.English.Interval(indicator, c)), Is.EqualTo((shown, ends)));
    }

    [Test]
    public void Every_indicator_has_a_label_of_its_own_in_both_languages()
    {
        var all = IndicatorCatalog.Recorded.Concat(IndicatorCatalog.Compared).ToList();
        Assert.That(all.Select(i => i.Name), Is.Unique);
        Assert.That(all.Select(i => i.English), Is.Unique);
        Assert.That(all.Select(i => i.French), Is.Unique);
    }
}
