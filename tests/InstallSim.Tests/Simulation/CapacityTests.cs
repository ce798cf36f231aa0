using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Policies;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

/// <summary>Help that adds to what physicians offer: an act that a policy outside the catalog states.</summary>
public sealed class CapacityTests
{
    [Test]
    public void It_raises_capacity_and_accessibility_and_moves_nobody_in_its_first_year()
    {
        RunRecord baseline = TestRegion.Run(TestRegion.Scenario()),
            run = TestRegion.Run(TestRegion.Scenario(new Assistants { Type = "assistants", From = 2026 }));
        Assert.That(PolicyRuns.Differences(baseline, run, 2026), Is.Empty);
        Assert.That(TestRegion.Value(run, 1, "fte"), Is.EqualTo(TestRegion.Value(baseline, 1, "fte")));
        Assert.That(TestRegion.Value(run, 1, "capacity"),
            Is.EqualTo((1.25 * TestRegion.Value(baseline, 1, "capacity")) + (36 * 0.5)).Within(1e-9));
        Assert.That(TestRegion.Value(run, 1, "accessibility-mean"),
            Is.GreaterThan(1.25 * TestRegion.Value(baseline, 1, "accessibility-mean")));
    }

    [Test]
    public void It_lasts_while_it_is_paid_and_costs_its_amount_for_each_territory()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(new Assistants { Type = "assistants", From = 2026, Until = 2027 }));
        Assert.That(Enumerable.Range(2026, 3).Select(y => PolicyRuns.Cost(run, y)), Is.EqualTo(new double[] { 360, 360, 0 }));
        Assert.That(TestRegion.Value(run, 3, "capacity"), Is.EqualTo(TestRegion.Value(run, 3, "fte")).Within(1e-9));
    }

    [Test]
    public void A_budget_serves_as_many_territories_as_it_holds([Values] BudgetRule rule)
    {
        Scenario scenario = TestRegion.Scenario(new Assistants { Type = "assistants", From = 2026, Budget = "help" });
        var run = new HandRun(scenario with
        {
            Budgets = new Dictionary<string, Budget> { ["help"] = new() { KeurPerYear = 55, Rule = rule } },
        });
        run.BeginYear();
        int[] served = [.. Enumerable.Range(0, 36).Where(i => run.State.ExtraFte[i] > 0)];
        Assert.That(served, Has.Length.EqualTo(5));
        if (rule != BudgetRule.FirstCome)
        {
            Assert.That(served, Is.EquivalentTo(Enumerable.Range(0, 36).OrderBy(i => run.State.Accessibility[i]).Take(5)));
        }
    }

    private sealed record Assistants : Policy
    {
        public override void Act(in YearView year, bool[] where, List<Act> acts) => acts.Add(new AddCapacity(where, 0.5, 1.25, 10));
    }
}
