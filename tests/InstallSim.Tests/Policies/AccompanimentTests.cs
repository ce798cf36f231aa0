using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class AccompanimentTests
{
    [Test]
    public void A_factor_of_one_that_costs_nothing_changes_nothing()
    {
        RunRecord baseline = TestStudy.Run(TestStudy.Scenario()), run = TestStudy.Run(TestStudy.Scenario(Guide(1) with { CostKeurPerYear = 0 }));
        Assert.That(run.History, Is.EqualTo(baseline.History));
        Assert.That(run.Values, Is.EqualTo(baseline.Values));
    }

    [Test]
    public void Who_chose_an_accompanied_territory_before_still_does_and_others_only_change_to_one([Values(0, 1, 2)] int replication)
    {
        // Everything considered before is considered still, so that nobody loses what was best.
        RunRecord baseline = PolicyRuns.WithRoomForAll(TestStudy.Scenario(), replication);
        RunRecord run = PolicyRuns.WithRoomForAll(TestStudy.Scenario(Guide(1.6)), replication);
        List<(uint Physician, int From, int To)> differences = PolicyRuns.Differences(baseline, run, PolicyRuns.FirstYear);
        Assert.That(differences, Is.Not.Empty);
        Assert.That(differences.Select(d => PolicyRuns.TerritoryOf(d.To)), Is.All.Matches<int>(i => i >= 0 && run.Footprint.Reached(2026, 0, i)));
    }

    [Test]
    public void A_larger_factor_never_means_fewer_newcomers_where_it_acts([Values(0, 1, 2)] int replication)
    {
        double[] newcomers = [.. new[] { 1, 1.2, 1.5, 3 }
            .Select(factor => PolicyRuns.NewcomersReached(PolicyRuns.WithRoomForAll(TestStudy.Scenario(Guide(factor)), replication), PolicyRuns.FirstYear))];
        Assert.That(newcomers, Is.Ordered);
        Assert.That(newcomers[^1], Is.GreaterThan(newcomers[0]));
    }

    [Test]
    public void Whoever_is_accompanied_without_measure_considers_every_territory()
    {
        Scenario everywhere = WithoutWarmUp(TestStudy.Scenario(Guide(10) with { Where = new TerritoryFilter() }));
        Scenario known = WithoutWarmUp(TestStudy.Scenario());
        known = known with { Preferences = known.Preferences with { Consideration = 1 } };
        Assert.That(TestStudy.Run(everywhere).History, Is.EqualTo(TestStudy.Run(known).History));
    }

    [Test]
    public void It_costs_its_amount_for_each_territory_while_it_acts()
    {
        RunRecord run = TestStudy.Run(TestStudy.Scenario(Guide(1.2) with { CostKeurPerYear = 20, Until = 2028 }));
        int territories = TestStudy.Territories().Area.Count(a => a == AreaType.Rural);
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
