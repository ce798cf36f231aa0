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
