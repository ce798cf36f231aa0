using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class CaseManagerTests
{
    [Test]
    public void Nobody_gives_up_in_the_years_of_accompaniment_and_others_do_as_before()
    {
        (RunRecord with, RunRecord without) = (Run(Manager(0)), Run());
        Dictionary<uint, short> came = with.History.Where(e => e.Kind is EventKind.Installed or EventKind.Moved)
            .GroupBy(e => e.Physician).ToDictionary(g => g.Key, g => g.Min(e => e.Year));
        LifeEvent[] left = Left(with, 2029);
        Assert.That(left, Is.Not.Empty);
        Assert.That(left.Where(e => came.TryGetValue(e.Physician, out short year) && e.Year - year is > 0 and <= 2), Is.Empty);
        Assert.That(Left(without, 2029).Count(e => came.TryGetValue(e.Physician, out short year) && e.Year - year is > 0 and <= 2),
            Is.Positive);
        Assert.That(Left(with, 2027).Select(e => e.Physician), Is.SubsetOf(Left(without, 2027).Select(e => e.Physician)));
    }

    [Test]
    public void The_fewer_years_the_more_give_up()
    {
        int[] left = [.. new[] { 6, 2, 0 }.Select(years => Left(Run(Manager(0) with { Years = years }), 2032).Length)];
        Assert.That(left, Is.Ordered.And.Unique);
    }

    [Test]
    public void Who_only_changes_the_form_of_practice_is_no_newcomer()
    {
        Scenario Restless(params Policy[] policies) => PolicyRuns.Restless(TestRegion.Scenario(policies)) is var s
            ? s with { Physicians = s.Physicians with { LeavingProbability = 0.15, MovingCost = 50, FormChangeCost = 0.1 } }
            : s;
        RunRecord with = TestRegion.Run(Restless(Manager(0) with { Years = 20 })), without = TestRegion.Run(Restless());
        HashSet<uint> changed = [.. with.History.Where(e => e.Kind == EventKind.ChangedForm).Select(e => e.Physician)],
            came = [.. with.History.Where(e => e.Kind is EventKind.Installed or EventKind.Moved).Select(e => e.Physician)];
        uint[] Leaving(RunRecord run) =>
            [.. Left(run, 2032).Select(e => e.Physician).Where(n => changed.Contains(n) && !came.Contains(n)).Order()];
        Assert.That(Leaving(without), Is.Not.Empty);
        Assert.That(Leaving(with), Is.EqualTo(Leaving(without)));
    }

    [Test]
    public void Each_territory_costs_a_post()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Manager(0.9)));
        Assert.That(PolicyRuns.Cost(run, 2026), Is.EqualTo(36 * 60).Within(1e-9));
    }

    private static LifeEvent[] Left(RunRecord run, int until) =>
        [.. run.History.Where(e => e.Kind == EventKind.Exited && e.Place == NoPlace.Left && e.Year <= until)];

    private static CaseManager Manager(double leavingTimes) => new()
    {
        Type = "case-manager",
        From = PolicyRuns.FirstYear,
        ConsiderationTimes = 1,
        LeavingTimes = leavingTimes,
        Years = 2,
    };

    private static RunRecord Run(params Policy[] policies)
    {
        Scenario scenario = TestRegion.Scenario(policies);
        return TestRegion.Run(scenario with { Physicians = scenario.Physicians with { LeavingProbability = 0.15 } });
    }
}
