using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class AccompanimentTests
{
    [Test]
    public void A_factor_of_one_that_costs_nothing_changes_nothing() =>
        PolicyRuns.AssertNothingChanges(Guide(1) with { CostKeurPerYear = 0 });

    [Test]
    public void Who_chose_an_accompanied_territory_before_still_does_and_others_only_change_to_one([Values(0, 1, 2)] int replication)
    {
        // Everything considered before is considered still, so that nobody loses what was best.
        RunRecord baseline = PolicyRuns.WithRoomForAll(TestRegion.Scenario(), replication);
        RunRecord run = PolicyRuns.WithRoomForAll(TestRegion.Scenario(Guide(4)), replication);
        int[] to = [.. PolicyRuns.Elsewhere(baseline, run, PolicyRuns.FirstYear).Select(d => PolicyRuns.TerritoryOf(d.To))];
        Assert.That(to, Is.Not.Empty);
        Assert.That(to, Is.All.Matches<int>(i => i >= 0 && run.Footprint.Reached(2026, 0, i)));
    }

    [Test]
    public void A_larger_factor_never_means_fewer_newcomers_where_it_acts([Values(0, 1, 2)] int replication)
    {
        double[] newcomers = [.. new[] { 1, 1.2, 2, 7 }
            .Select(factor => PolicyRuns.NewcomersReached(
                PolicyRuns.WithRoomForAll(TestRegion.Scenario(Guide(factor)), replication), PolicyRuns.FirstYear))];
        Assert.That(newcomers, Is.Ordered);
        Assert.That(newcomers[^1], Is.GreaterThan(newcomers[0]));
    }

    [Test]
    public void It_acts_on_the_odds_of_being_considered()
    {
        var state = new RunState(TestRegion.Prepare(TestRegion.Scenario(Guide(3))), 0) { Year = PolicyRuns.FirstYear };
        PolicyStage.Apply(state);
        for (int i = 0; i < 36; i++)
        {
            // 0.6 is odds of 1.5; three times that is 4.5, a probability of 4.5 / 5.5.
            bool isRural = state.Prepared.Territories.Area[i] == AreaType.Rural;
            Assert.That(state.Consideration[i], Is.EqualTo(isRural ? 4.5 / 5.5 : 0.6).Within(1e-12));
        }
    }

    [Test]
    public void Whoever_is_accompanied_without_measure_considers_every_territory()
    {
        Scenario everywhere = WithoutWarmUp(TestRegion.Scenario(Guide(1e12) with { Where = new TerritoryFilter() }));
        Scenario known = WithoutWarmUp(TestRegion.Scenario());
        known = known with { Preferences = known.Preferences with { Consideration = 1 } };
        var accompanied = new Simulator(TestRegion.Prepare(everywhere), 0);
        RunRecord run = accompanied.Run();
        RunRecord all = new Simulator(TestRegion.Prepare(known), 0, start: accompanied.WarmedUp).Run();
        Assert.That(run.History, Is.EqualTo(all.History));
    }

    [Test]
    public void It_costs_its_amount_for_each_territory_while_it_acts()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Guide(1.2) with { CostKeurPerYear = 20, Until = 2028 }));
        int territories = TestRegion.Territories().Area.Count(a => a == AreaType.Rural);
        Assert.That(Enumerable.Range(2026, 5).Select(y => PolicyRuns.Cost(run, y)),
            Is.EqualTo(new double[] { 20 * territories, 20 * territories, 20 * territories, 0, 0 }));
    }

    private static Scenario WithoutWarmUp(Scenario scenario) => scenario with { Physicians = scenario.Physicians with { WarmUpYears = 0 } };

    private static Accompaniment Guide(double factor) => new()
    {
        Type = "accompaniment",
        From = PolicyRuns.FirstYear,
        ConsiderationTimes = factor,
        Where = new TerritoryFilter { AreaTypes = [AreaType.Rural] },
    };
}
