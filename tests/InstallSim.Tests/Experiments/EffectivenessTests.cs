using System.Globalization;
using InstallSim.Experiments;
using InstallSim.Indicators;
using static InstallSim.Tests.Experiments.HandReplications;

namespace InstallSim.Tests.Experiments;

/// <summary>What money bought, from replications written by hand.</summary>
public sealed class EffectivenessTests
{
    /// <summary>Σ 1.04^−k for k = 0…6, by a pocket calculator.</summary>
    private const double SevenYears = 6.2421369;

    private static readonly string[] Prices = ["cost-per-additional-gp", "cost-per-gp-year", "cost-per-resident-lifted"];

    [Test]
    public void Physicians_are_counted_where_policies_ever_worked_and_everywhere_else()
    {
        HandReplications hand = new HandReplications()
            .Add(Result(stock: [(3, 9), (5, 4), (6, 1)], covered: [3, 5]), Result(stock: [(3, 5), (5, 3), (6, 3)]))
            .Add(Result(stock: [(3, 9), (5, 4), (6, 1)], covered: [6]), Result(stock: [(3, 5), (5, 3), (6, 3)]));
        Assert.That(hand.Last("gps-in-covered").Difference, Is.EqualTo((5 - 2) / 2.0), "each replication has its own territories");
        Assert.That(hand.Last("gps-elsewhere").Difference, Is.EqualTo((-2 + 5) / 2.0));
    }

    [Test]
    public void Where_no_territory_is_covered_there_is_no_place_to_count_in()
    {
        HandReplications hand = new HandReplications().Add(Result(stock: [(3, 9)])).Add(Result(stock: [(3, 9)]));
        Assert.That(hand.Last("gps-in-covered").Difference, Is.NaN);
        Assert.That(hand.Last("gps-elsewhere").Difference, Is.NaN);
    }

    [Test]
    public void A_physician_more_in_every_simulated_year_is_the_sum_of_the_discounts()
    {
        HandReplications hand = Gains(gps: 1, cost: 0);
        Assert.That(hand.Last("gp-years-under-dense").Difference, Is.EqualTo(SevenYears).Within(1e-7),
            "the first simulated year counts whole, the start not at all");
    }

    [Test]
    public void The_price_of_a_year_is_discounted_cost_over_discounted_years()
    {
        HandReplications hand = Gains(gps: 2, cost: 100);
        Assert.That(hand.Last("cost-per-gp-year").Difference, Is.EqualTo(100 / (2 * SevenYears)).Within(1e-6),
            "100 k€ in the first simulated year");
        Assert.That(hand.Last("cost-per-additional-gp").Difference, Is.EqualTo(50));
    }

    [Test]
    public void A_later_cost_weighs_less()
    {
        HandReplications hand = new HandReplications();
        hand.Add(Result(
        [
            ("policy-cost", [0, 0, 104]), ("policy-cost-cumulative", [0, 0, 104, 104, 104, 104, 104, 104]), ("stock-under-dense", [0, 1]),
        ]));
        Assert.That(hand.Last("cost-per-gp-year").Difference, Is.EqualTo(100).Within(1e-9));
    }

    [Test]
    public void Without_a_counted_cost_nothing_has_a_price()
    {
        HandReplications hand = Gains(gps: 3, cost: 0);
        Assert.That(Prices.Select(p => hand.Last(p).Difference), Is.All.NaN);
        Assert.That(hand.Last("gp-years-under-dense").Difference, Is.GreaterThan(0));
    }

    [TestCase(-2), TestCase(0)]
    public void Who_gains_no_physician_has_no_price_for_one(double gps)
    {
        HandReplications hand = Gains(gps, cost: 100);
        Assert.That(Prices.Select(p => hand.Last(p).Difference), Is.All.NaN);
        Assert.That(Prices.Select(p => hand.Last(p).Lower), Is.All.NaN);
        Assert.That(hand.Last("policy-cost-cumulative").Difference, Is.EqualTo(100));
    }

    [Test]
    public void Effects_come_in_the_order_of_their_catalog()
    {
        HandReplications hand = Gains(gps: 1, cost: 1);
        string[] names = [.. hand.Summary.Comparisons().Skip(8 * IndicatorCatalog.Recorded.Count).Select(c => c.Indicator)];
        Assert.That(names, Is.EqualTo(IndicatorCatalog.Compared.Select(i => i.Name)));
    }

    [Test]
    public void Labels_name_the_rate_that_is_used()
    {
        string rate = (100 * Effectiveness.DiscountRate).ToString(CultureInfo.InvariantCulture) + " %";
        Indicator[] discounted = [IndicatorCatalog.Find("gp-years-under-dense")!, IndicatorCatalog.Find("cost-per-gp-year")!];
        Assert.That(discounted.Select(i => i.English), Is.All.Contains(rate));
        Assert.That(discounted.Select(i => i.French), Is.All.Contains(rate.Replace(' ', '\u00a0')));
    }

    private static HandReplications Gains(double gps, double cost)
    {
        double[] always = [5, .. Enumerable.Repeat(gps, 7)], cumulative = [0, .. Enumerable.Repeat(cost, 7)];
        ScenarioResult result = Result([("stock-under-dense", always), ("policy-cost", [0, cost]), ("policy-cost-cumulative", cumulative)]);
        return new HandReplications().Add(result).Add(result);
    }
}
