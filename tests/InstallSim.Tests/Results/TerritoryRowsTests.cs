using InstallSim.Results;
using InstallSim.Tests.Experiments;

namespace InstallSim.Tests.Results;

/// <summary>Rows of territories of the made-up region, of which only numbers are kept.</summary>
public sealed class TerritoryRowsTests
{
    [Test]
    public void A_single_replication_is_mean_and_quantiles_alike()
    {
        IReadOnlyList<TerritoryResult> rows = Rows(2.5f);
        Assert.That(rows, Has.Count.EqualTo(2 * 5 * 8 * 36).And.EqualTo(rows.ToArray()));
        Assert.That(Stock(rows, "policy"), Is.EqualTo(new TerritoryResult("policy", 2032, Code(rows, 3), "stock", 2.5, 2.5, 2.5, 2.5)));
        Assert.That(Stock(rows, "baseline").Mean, Is.Zero);
    }

    [Test]
    public void Several_replications_have_a_mean_and_quantiles()
    {
        IReadOnlyList<TerritoryResult> rows = Rows(7, 1, 2);
        TerritoryResult found = Stock(rows, "policy");
        Assert.That((found.Mean, found.Median), Is.EqualTo((10 / 3.0, 2.0)));
        Assert.That((found.Lower, found.Upper), Is.EqualTo((1.1, 6.5)));
    }

    [Test]
    public void Every_row_is_there_once_by_scenario_indicator_year_and_territory()
    {
        IReadOnlyList<TerritoryResult> rows = Rows(1);
        string[] indicators = [.. TerritoryIndicators.All.Select(i => i.Name)];
        string[] codes = [.. rows.Take(36).Select(r => r.Territory)];
        Assert.That(codes, Is.Unique.And.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(rows.Select(r => (r.Scenario, r.Indicator, r.Year, r.Territory)), Is.EqualTo(
            from scenario in (string[])["baseline", "policy"]
            from indicator in indicators
            from year in Enumerable.Range(2025, 8)
            from code in codes
            select (scenario, indicator, year, code)));
    }

    /// <summary>Of one replication for each number: the GPs of territory 3 at the last year with the policy.</summary>
    private static IReadOnlyList<TerritoryResult> Rows(params float[] gps)
    {
        var hand = new HandReplications();
        foreach (float number in gps)
        {
            hand.Add(HandReplications.Result(stock: [(3, number)]));
        }

        return hand.Summary.Territories();
    }

    private static string Code(IReadOnlyList<TerritoryResult> rows, int place) => rows[place].Territory;

    private static TerritoryResult Stock(IReadOnlyList<TerritoryResult> rows, string scenario) => rows.Single(r =>
        r.Scenario == scenario && r.Year == 2032 && r.Indicator == "stock" && r.Territory == Code(rows, 3));
}
