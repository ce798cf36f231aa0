using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class SecondaryPracticeTests
{
    [Test]
    public void A_second_place_that_nobody_wants_changes_nothing() => PolicyRuns.AssertNothingChanges(Second(30) with { Constant = -1000 });

    [Test]
    public void It_moves_working_time_and_no_physician()
    {
        RunRecord baseline = TestRegion.Run(TestRegion.Scenario()),
            run = TestRegion.Run(TestRegion.Scenario(Second(30) with { Until = 2026 }));
        Assert.That(PolicyRuns.Differences(baseline, run, 2026), Is.Empty);
        Assert.That(TestRegion.Value(run, 1, "stock-under-dense"), Is.EqualTo(TestRegion.Value(baseline, 1, "stock-under-dense")));
        Assert.That(run.Accessibility[36..72], Is.Not.EqualTo(baseline.Accessibility[36..72]));
    }

    [Test]
    public void It_conserves_working_time()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Second(30)));
        Assert.That(PolicyRuns.Reached(run, ActKind.SecondPlace), Has.Length.GreaterThan(20));
        for (int year = 0; year < 8; year++)
        {
            Assert.That(TestRegion.Value(run, year, "capacity"), Is.EqualTo(TestRegion.Value(run, year, "fte")).Within(1e-9));
        }
    }

    [Test]
    public void Each_gives_its_share_to_a_territory_concerned_within_reach()
    {
        var run = new HandRun(TestRegion.Scenario(Second(30) with { TimeShare = 0.3 }));
        run.Step();
        PhysicianTable p = run.State.Physicians;
        int[] second = [.. Enumerable.Range(0, p.Count).Where(n => p.SecondShare[n] > 0)];
        Assert.That(second, Is.Not.Empty);
        foreach (int n in second)
        {
            Assert.That((p.Stage[n], p.SecondShare[n]), Is.EqualTo((Stage.Installed, 0.3)));
            Assert.That(run.Prepared.Territories.Area[p.SecondTerritory[n]], Is.EqualTo(AreaType.Rural));
            Assert.That(p.SecondTerritory[n], Is.Not.EqualTo(p.Territory[n]));
            int first = run.Prepared.TravelTimes.RowStart[p.Territory[n]], end = run.Prepared.TravelTimes.RowStart[p.Territory[n] + 1];
            int edge = Enumerable.Range(first, end - first).Single(e => run.Prepared.TravelTimes.To[e] == p.SecondTerritory[n]);
            Assert.That(run.Prepared.TravelTimes.Minutes[edge], Is.LessThanOrEqualTo(60));
        }

        double there = Enumerable.Range(0, p.Count).Where(n => p.Stage[n] == Stage.Installed)
            .Sum(n => (run.Prepared.Territories.Area[p.Territory[n]] == AreaType.Rural ? p.Fte[n] * (1 - p.SecondShare[n]) : 0)
                + (p.Fte[n] * p.SecondShare[n]));
        double supply = Enumerable.Range(0, 36).Where(i => run.Prepared.Territories.Area[i] == AreaType.Rural)
            .Sum(i => run.State.Supply[i]);
        Assert.That(supply, Is.EqualTo(there).Within(1e-9));
    }

    [Test]
    public void It_ends_when_the_physician_leaves_the_first_place()
    {
        var run = new HandRun(Leaving(TestRegion.Scenario(Second(30) with { Until = 2026 })));
        run.Step();
        PhysicianTable p = run.State.Physicians;
        Dictionary<int, int> second = Enumerable.Range(0, p.Count).Where(n => p.SecondShare[n] > 0)
            .ToDictionary(n => n, n => p.Territory[n]);
        run.Step();
        int[] left = [.. second.Where(s => p.Stage[s.Key] != Stage.Installed || p.Territory[s.Key] != s.Value).Select(s => s.Key)];
        Assert.That(left, Is.Not.Empty);
        Assert.That(left.Select(n => p.SecondShare[n]), Is.All.Zero);
        Assert.That(second.Keys.Except(left).Select(n => p.SecondShare[n]), Is.All.EqualTo(0.2));
    }

    [Test]
    public void It_is_paid_once_to_each()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Second(30)));
        for (int year = 2026; year <= 2032; year++)
        {
            Assert.That(PolicyRuns.Cost(run, year),
                Is.EqualTo(30 * PolicyRuns.Reached(run, ActKind.SecondPlace).Count(a => a.Year == year)).Within(1e-9));
        }
    }

    [Test]
    public void More_money_or_a_shorter_way_never_means_fewer_second_places()
    {
        int Count(SecondaryPractice policy) =>
            PolicyRuns.Reached(TestRegion.Run(TestRegion.Scenario(policy with { Until = 2026 })), ActKind.SecondPlace).Length;
        Assert.That(new double[] { 0, 30, 100, 500 }.Select(keur => Count(Second(keur))), Is.Ordered);
        Assert.That(new double[] { 10, 30, 60 }.Select(minutes => Count(Second(30) with { MaxMinutes = minutes })), Is.Ordered);
        Assert.That(new double[] { 100, 5, 0 }.Select(keur => Count(Second(30) with { HourOnTheRoadKeur = keur })), Is.Ordered);
        Assert.That(Count(Second(500)), Is.GreaterThan(Count(Second(0))));
    }

    private static Scenario Leaving(Scenario scenario) =>
        scenario with { Physicians = scenario.Physicians with { LeavingProbability = 0.3 } };

    private static SecondaryPractice Second(double keur) => new()
    {
        Type = "secondary-practice",
        From = PolicyRuns.FirstYear,
        AmountKeur = keur,
        Constant = -2,
        MaxMinutes = 60,
        Where = new TerritoryFilter { AreaTypes = [AreaType.Rural] },
    };
}
