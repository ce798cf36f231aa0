using InstallSim.Policies;
using InstallSim.Results;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using static InstallSim.Tests.Experiments.HandReplications;

namespace InstallSim.Tests.Experiments;

/// <summary>Rows of costs.csv and comparison.csv from ledgers written by hand.</summary>
public sealed class CostSummaryTests
{
    private static readonly InstallationGrant Grant = new() { Type = "installation-grant", Name = "grant", From = 2026, AmountKeur = 50 };
    private static readonly SecondaryPractice Second = new() { Type = "secondary-practice", From = 2026 };

    [Test]
    public void A_row_has_the_mean_and_the_quantiles_over_replications()
    {
        HandReplications hand = new HandReplications([], Grant)
            .Add(Result(costs: [new(0, ActKind.Offer, 2027, 10), new(0, ActKind.Offer, 2029, 4)])).Add(Result());
        Assert.That(hand.Summary.Costs(), Is.EqualTo(new[]
        {
            new PolicyCost("policy", "grant", "offer", 2027, 5, 0.5, 9.5),
            new PolicyCost("policy", "grant", "offer", 2028, 0, 0, 0),
            new PolicyCost("policy", "grant", "offer", 2029, 2, 0.2, 3.8),
        }));
    }

    [Test]
    public void Policies_of_one_label_are_added_up_and_kinds_of_act_are_not()
    {
        HandReplications hand = new HandReplications([], Grant, Second, Grant)
            .Add(Result(costs:
            [
                new(0, ActKind.Offer, 2027, 10), new(1, ActKind.SecondPlace, 2027, 3), new(2, ActKind.Offer, 2027, -4),
                new(2, ActKind.Opening, 2027, 1),
            ]));
        Assert.That(hand.Summary.Costs().Select(c => (c.Policy, c.Act, c.Mean)), Is.EqualTo(new[]
        {
            ("grant", "offer", 6.0), ("secondary-practice", "second-place", 3.0), ("grant", "opening", 1.0),
        }));
    }

    [Test]
    public void Compared_costs_are_more_than_the_baseline_and_add_up_to_the_whole()
    {
        LedgerEntry[] before = [new(0, ActKind.Offer, 2026, 7), new(1, ActKind.SecondPlace, 2026, 2)];
        LedgerEntry[] after = [new(0, ActKind.Offer, 2026, 9), new(0, ActKind.Offer, 2030, 5), new(0, ActKind.Opening, 2030, 1)];
        HandReplications hand = new HandReplications([Grant, Second], Grant)
            .Add(Result([Cumulative(after)], costs: after), Result([Cumulative(before)], costs: before));
        Comparison[] rows = [.. hand.Summary.Comparisons(byAct: true)
            .Where(c => c.Indicator.StartsWith(PolicyCost.Compared, StringComparison.Ordinal))];
        Assert.That(rows.Select(c => (c.Indicator, c.Year, c.Difference)), Is.EqualTo(new[]
        {
            ("policy-cost-cumulative/grant/offer", 2032, 7.0),
            ("policy-cost-cumulative/grant/opening", 2032, 1.0),
            ("policy-cost-cumulative/secondary-practice/second-place", 2032, -2.0),
        }));
        Assert.That(rows.Sum(c => c.Difference), Is.EqualTo(hand.Last("policy-cost-cumulative").Difference));
        Assert.That(hand.Summary.Comparisons().Select(c => c.Indicator), Has.None.StartsWith(PolicyCost.Compared),
            "not where the ends of ranges are compared");
    }

    [Test]
    public void What_a_run_books_by_act_is_what_it_says_that_policies_cost()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Grant, Second,
            new MspOpening { Type = "msp-opening", From = 2026, PerYear = 2 }));
        for (int year = 2026; year <= 2032; year++)
        {
            double booked = run.Costs.Where(c => c.Year == year).Sum(c => c.Keur);
            Assert.That(booked, Is.EqualTo(TestRegion.Value(run, year - 2025, "policy-cost")).Within(1e-9));
        }

        Assert.That(run.Costs.Select(c => c.Kind).Distinct(), Does.Contain(ActKind.Offer).And.Contain(ActKind.Opening));
    }

    private static (string, double[]) Cumulative(LedgerEntry[] entries) =>
        ("policy-cost-cumulative", [.. Enumerable.Range(2025, 8).Select(year => entries.Where(e => e.Year <= year).Sum(e => e.Keur))]);
}
