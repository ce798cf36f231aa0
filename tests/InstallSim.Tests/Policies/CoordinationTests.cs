using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

/// <summary>The cost of coordinating the policies of a package.</summary>
public sealed class CoordinationTests
{
    private static readonly Policy Guide =
        new Accompaniment { Type = "accompaniment", From = 2026, Package = "plan", CostKeurPerYear = 0, Where = PolicyExamples.NotUrban };

    [Test]
    public void Each_policy_beyond_the_first_in_a_territory_costs_and_all_of_them_pay_alike([Values(1, 2, 4)] int policies)
    {
        RunRecord run = TestRegion.Run(Plan(4, 1e9, [.. Enumerable.Range(0, policies).Select(k => Guide with { Name = $"p{k}" })]));
        LedgerEntry[] coordination = [.. run.Costs.Where(c => c.Kind == ActKind.Coordination && c.Year == 2026)];
        Assert.That(coordination.Sum(c => c.Keur), Is.EqualTo(30 * 4 * (policies - 1)).Within(1e-9), "30 of 36 territories are not urban");
        Assert.That(coordination.Select(c => Math.Round(c.Keur, 9)).Distinct().Count(), Is.LessThanOrEqualTo(1));
        Assert.That(TestRegion.Value(run, 1, "policy-cost"), Is.EqualTo(30 * 4 * (policies - 1)).Within(1e-9));
    }

    [Test]
    public void Policies_in_different_places_have_nothing_to_coordinate()
    {
        RunRecord run = TestRegion.Run(Plan(4, 1e9, Guide, Guide with { Name = "towns", Where = PolicyExamples.Urban }));
        Assert.That(run.Costs, Is.Empty);
    }

    [Test]
    public void Without_a_cost_of_coordination_a_package_is_nothing_but_its_policies()
    {
        Policy grant = PolicyExamples.All["installation-grant"] with { Package = "plan" };
        PolicyRuns.AssertSame(TestRegion.Run(Plan(0, 1e9, grant, Guide)), TestRegion.Run(TestRegion.Scenario(grant, Guide)));
    }

    [Test]
    public void Where_the_budget_cannot_hold_its_part_a_policy_is_not_at_work()
    {
        Scenario scenario = Plan(4, 40, Guide with { Budget = "plan" }, Guide with { Name = "other", Budget = "plan" });
        var run = new HandRun(scenario);
        run.BeginYear();
        Assert.That(run.State.Where.Sum(where => where.Count(w => w)), Is.EqualTo(20), "40 k€ at 2 k€ for each policy and territory");
        RunRecord all = TestRegion.Run(scenario);
        Assert.That(Enumerable.Range(2026, 7).Select(year => PolicyRuns.Cost(all, year)), Is.All.EqualTo(40).Within(1e-9));
    }

    [Test]
    public void The_order_of_a_package_does_not_matter([Values(30, 200)] double cap)
    {
        Policy[] parts = [Guide with { Budget = "plan" }, PolicyExamples.All["locum-relief"] with { Package = "plan", Budget = "plan" }];
        PolicyRuns.AssertSame(TestRegion.Run(Plan(4, cap, parts)), TestRegion.Run(Plan(4, cap, [.. parts.Reverse()])));
    }

    [Test]
    public void Nothing_is_paid_for_the_year_of_the_start()
    {
        RunRecord run = TestRegion.Run(Plan(4, 1e9, Guide with { From = 2025 }, Guide with { Name = "other", From = 2025 }));
        Assert.That(run.Costs.Min(c => c.Year), Is.EqualTo(2026));
        Assert.That(run.Costs.Sum(c => c.Keur), Is.EqualTo(TestRegion.Value(run, 7, "policy-cost-cumulative")).Within(1e-9));
    }

    private static Scenario Plan(double keur, double cap, params Policy[] policies) => TestRegion.Scenario(policies) with
    {
        Packages = new Dictionary<string, Package> { ["plan"] = new() { From = 2026, CoordinationKeur = keur } },
        Budgets = new Dictionary<string, Budget> { ["plan"] = new() { KeurPerYear = cap } },
    };
}
