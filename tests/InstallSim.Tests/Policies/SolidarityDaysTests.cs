using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class SolidarityDaysTests
{
    [Test]
    public void What_a_departement_gives_its_territories_concerned_receive_by_their_inhabitants([Values(0, 1)] int replication)
    {
        HandRun with = Stepped(replication, Days), without = Stepped(replication);
        AssertLent(with, without, "A");
        AssertLent(with, without, "B");
    }

    [Test]
    public void A_day_costs_its_amount()
    {
        var run = new HandRun(TestRegion.Scenario(Days));
        run.BeginYear();
        PhysicianTable p = run.State.Physicians;
        double given = 0.5 * 24 * Enumerable.Range(0, p.Count)
            .Where(n => p.Stage[n] == Stage.Installed && run.Prepared.Territories.Area[p.Territory[n]] == AreaType.Urban)
            .Sum(n => p.Fte[n]);
        run.EndYear();
        Assert.That(run.State.Events.PolicyCost, Is.EqualTo(0.2 * given).Within(1e-6));
    }

    [Test]
    public void Where_all_receive_nobody_gives_and_more_days_than_a_year_has_are_refused()
    {
        Assert.That((Days with { Where = new TerritoryFilter() }).Check().Select(f => f.Key), Is.EqualTo(new[] { "where" }));
        Assert.That((Days with { DaysPerMonth = 18 }).Check().Select(f => f.Key), Is.EqualTo(new[] { "days-per-month" }));
        Assert.That(Days.Check(), Is.Empty);
    }

    [Test]
    public void They_conserve_working_time_with_second_places_too()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Days, PolicyExamples.All["secondary-practice"]));
        for (int year = 0; year < 8; year++)
        {
            Assert.That(TestRegion.Value(run, year, "capacity"), Is.EqualTo(TestRegion.Value(run, year, "fte")).Within(1e-9));
        }
    }

    [Test]
    public void What_one_policy_lends_another_does_not_lend_on()
    {
        RunState state = Stepped(0, Days).State;
        var supply = new double[36];
        double[] Measured(params TimeLoan[] loans)
        {
            state.Loans.Clear();
            state.Loans.AddRange(loans);
            Supply.Measure(state.View(), n => state.Physicians.Fte[n], 1, supply);
            return [.. supply];
        }

        TimeLoan there = new([0], [1], [1], 0.6), back = new([1], [0], [1], 0.6);
        double[] none = Measured(), both = Measured(there, back), turned = Measured(back, there), again = Measured(there, there, there);
        Assert.That(none[..2], Is.All.Positive);
        Assert.That(both[0], Is.EqualTo(none[0] - (0.6 * none[0]) + (0.6 * none[1])).Within(1e-12));
        Assert.That(both, Is.EqualTo(turned).Within(1e-12));
        Assert.That(again[0], Is.Zero.Within(1e-12), "nobody gives more than all of the time");
        Assert.That(again.Sum(), Is.EqualTo(none.Sum()).Within(1e-9));
    }

    [Test]
    public void Those_in_force_when_the_study_begins_are_given_at_the_start_already()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Days with { From = PolicyRuns.FirstYear - 1 })),
            baseline = TestRegion.Run(TestRegion.Scenario());
        Assert.That(run.Accessibility[..36], Is.Not.EqualTo(baseline.Accessibility[..36]));
        Assert.That(TestRegion.Value(run, 0, "capacity"), Is.EqualTo(TestRegion.Value(baseline, 0, "capacity")).Within(1e-9));
        Assert.That(run.Costs.Select(c => c.Year), Is.Not.Empty.And.All.GreaterThan(2025));
    }

    private static void AssertLent(HandRun with, HandRun without, string code)
    {
        var t = with.Prepared.Territories;
        int[] there = [.. Enumerable.Range(0, 36).Where(i => t.Departement[i] == code)];
        int[] to = [.. there.Where(i => t.Area[i] != AreaType.Urban)];
        double share = 0.5 * 24 / 210, people = to.Sum(i => t.Population[i]);
        double lent = there.Except(to).Sum(i => share * without.State.Supply[i]);
        foreach (int i in there)
        {
            double expected = t.Area[i] == AreaType.Urban
                ? (1 - share) * without.State.Supply[i]
                : without.State.Supply[i] + (lent * t.Population[i] / people);
            Assert.That(with.State.Supply[i], Is.EqualTo(expected).Within(1e-9));
        }

        Assert.That(there.Sum(i => with.State.Supply[i]), Is.EqualTo(there.Sum(i => without.State.Supply[i])).Within(1e-9));
    }

    private static HandRun Stepped(int replication, params Policy[] policies)
    {
        var run = new HandRun(TestRegion.Scenario(policies), replication);
        run.Step();
        return run;
    }

    private static SolidarityDays Days =>
        new() { Type = "solidarity-days", From = PolicyRuns.FirstYear, ParticipationShare = 0.5, Where = PolicyExamples.NotUrban };
}
