using InstallSim.Experiments;
using InstallSim.Policies;
using InstallSim.Results;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Policies;
using InstallSim.Tests.Simulation;
using static InstallSim.Tests.Experiments.HandReplications;

namespace InstallSim.Tests.Experiments;

/// <summary>Whether a package is more than its parts, and who pays, from replications written by hand.</summary>
public sealed class PackageEffectsTests
{
    private static readonly Policy Grant = PolicyExamples.All["installation-grant"], Guide = PolicyExamples.All["accompaniment"],
        Relief = PolicyExamples.All["locum-relief"];

    [Test]
    public void The_whole_is_compared_with_the_sum_of_its_parts_replication_by_replication()
    {
        var experiment = Of(("grant", [Grant]), ("guide", [Guide]), ("both", [Grant with { Package = "plan", Budget = "plan" }, Guide]));
        PackageEffect row = Rows(experiment, [[10, 12, 15, 20], [10, 14, 11, 19]]).Single(r => r.Indicator == "stock");
        // Replication 0: 10 − (2 + 5) = 3; replication 1: 9 − (4 + 1) = 4.
        Assert.That((row.Scenario, row.Parts, row.Year, row.SumOfParts, row.More, row.Replications),
            Is.EqualTo(("both", "grant + guide", 2032, 6.0, 3.5, 2)));
        Assert.That(row.Upper - row.More, Is.EqualTo(12.706 * 0.5).Within(1e-3), "Student's interval of two values, 3 and 4");
    }

    /// <summary>Packages had −2.2e-16 more than their parts, with an interval of as much.</summary>
    [Test]
    public void A_package_that_is_more_by_rounding_only_is_additive()
    {
        var experiment = Of(("grant", [Grant]), ("guide", [Guide]), ("both", [Grant, Guide]));
        PackageEffect row = Rows(experiment, [[0.1, 0.9, 0.4, 1.2], [0.1, 1.3, 1.6, 2.8]]).Single(r => r.Indicator == "stock");
        Assert.That((row.More, row.StandardError, row.Lower, row.Upper), Is.EqualTo((0.0, 0.0, 0.0, 0.0)));
    }

    /// <summary>A cost of 0.01 on levels of 675,000 is the same in all but for their rounding.</summary>
    [Test]
    public void A_difference_that_is_the_same_but_for_the_rounding_of_levels_has_no_interval()
    {
        ReplicationResult[] all = [.. Enumerable.Range(0, 5).Select(r => new ReplicationResult(r,
            [.. new[] { 0, 0.01 }.Select(more => Result([("stock", [0, 0, 0, 0, 0, 0, 0, 675_000 + (0.1 * r) + more])]))]))];
        Comparison row = new Summary(Of(("grant", [Grant])), all).Comparisons()
            .Single(c => c.Indicator == "stock" && c.Year == 2032);
        Assert.That(row.Difference, Is.EqualTo(0.01).Within(1e-9));
        Assert.That(row.IsTied, Is.True);
    }

    [Test]
    public void Only_scenarios_that_have_each_policy_once_are_its_parts()
    {
        var experiment = Of(("two", [Grant, Guide]), ("grant", [Grant]), ("guide", [Guide]), ("relief", [Relief]),
            ("all", [Guide, Relief, Grant]), ("other", [Relief, Grant with { From = 2027 }]));
        Assert.That(Enumerable.Range(1, 6).Select(s => string.Join("+", new PackageEffects(experiment, [], _ => default).PartsOf(s))),
            Is.EqualTo(new[] { "2+3", "", "", "", "2+3+4", "" }), "the smallest parts, and none for what no other scenario has");
    }

    [Test]
    public void Scenarios_that_start_otherwise_are_no_parts()
    {
        var experiment = Of(("grant", [Grant]), ("guide", [Guide]), ("both", [Grant, Guide]));
        PreparedScenario other = TestRegion.Prepare(TestRegion.Scenario(Grant) with
        {
            Name = "grant",
            Practices = new PracticeSettings { GroupSize = 5 },
        });
        experiment = experiment with { Scenarios = [experiment.Scenarios[0], other, .. experiment.Scenarios.Skip(2)] };
        Assert.That(new PackageEffects(experiment, [], _ => default).PartsOf(3), Is.Empty);
    }

    [Test]
    public void Each_payer_pays_the_share_that_the_policy_says()
    {
        Policy paid = Grant with { Payers = new Dictionary<string, double> { ["state"] = 0.75, ["region"] = 0.25 } };
        ScenarioResult with = Result([("stock-under-dense", [0, 1, 1, 1, 1, 1, 1, 1])],
            costs: [new(0, ActKind.Offer, 2026, 100), new(1, ActKind.Consideration, 2032, 8)]);
        HandReplications hand = new HandReplications([], paid, Guide).Add(with).Add(with);
        PayerCost[] rows = [.. hand.Summary.Payers()];
        Assert.That(rows.Select(r => (r.Scenario, r.Payer, r.Keur, r.LastYear)), Is.EqualTo(new[]
        {
            ("policy", "public", 8.0, 8.0), ("policy", "region", 25.0, 0.0), ("policy", "state", 75.0, 0.0),
        }));
        Assert.That(rows[2].PerGpYear, Is.EqualTo(75 / 6.2421369).Within(1e-6), "discounted GP-years of seven years");
        Assert.That(new HandReplications([], Grant).Add(with).Add(with).Summary.Payers(), Is.Empty, "where nobody is named");
    }

    [Test]
    public void A_rent_is_booked_apart_and_paid_by_whoever_the_centre_names()
    {
        var centre = new SalariedCentre
        {
            Type = "salaried-centre",
            From = 2026,
            Until = 2028,
            Centres = 2,
            PremisesKeur = 30,
            PremisesPayer = "commune",
            Payers = new Dictionary<string, double> { ["region"] = 1 },
        };
        RunRecord run = TestRegion.Run(TestRegion.Scenario(centre));
        Assert.That(run.Costs.Where(c => c.Kind == ActKind.Premises).Select(c => ((int)c.Year, c.Keur)),
            Is.EqualTo(new[] { (2026, 60.0), (2027, 60.0), (2028, 60.0) }), "posts held or not, until the centre closes");
        Assert.That((centre.PayersOf(ActKind.Premises).Single().Key, centre.PayersOf(ActKind.Opening).Single().Key),
            Is.EqualTo(("commune", "region")));
        Assert.That((centre with { PremisesKeur = 0 }).Check().Select(f => f.Key), Is.EqualTo(new[] { "premises-payer" }));
    }

    private static Experiment Of(params (string Name, Policy[] Policies)[] scenarios) => new(
        "hand",
        [
            TestRegion.Prepare(TestRegion.Scenario() with { Name = "baseline" }),
            .. scenarios.Select(s => TestRegion.Prepare(TestRegion.Scenario(s.Policies) with { Name = s.Name })),
        ],
        HasBaseline: true, 2, 1);

    /// <summary>The rows of an experiment whose scenarios end with so many physicians, a list a replication.</summary>
    private static List<PackageEffect> Rows(Experiment experiment, double[][] stocks) => new Summary(
        experiment,
        [
            .. stocks.Select((row, r) => new ReplicationResult(
                r, [.. row.Select(stock => Result([("stock", [0, 0, 0, 0, 0, 0, 0, stock])]))])),
        ]).Packages();
}
