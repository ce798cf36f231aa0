using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class RegionalQuotaTests
{
    [Test]
    public void A_quota_without_end_changes_nothing() => PolicyRuns.AssertNothingChanges(Quota(int.MaxValue));

    [Test]
    public void It_is_exceeded_in_no_year_and_binds([Values(0, 3, 10)] int entries, [Values(0, 1)] int replication)
    {
        RunRecord run = TestRegion.Run(PolicyRuns.Restless(TestRegion.Scenario(Quota(entries))), replication);
        for (int year = 2026; year <= 2032; year++)
        {
            Assert.That(Enumerable.Range(0, 18).Sum(i => PolicyRuns.Entries(run, year, i)), Is.EqualTo(entries),
                "18 territories share it, and many more want in");
        }
    }

    [Test]
    public void Territories_outside_it_are_not_limited()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Quota(0)));
        Assert.That(PolicyRuns.Reached(run, ActKind.Limit).Select(a => AlternativeTable.Territory(a.Place)),
            Is.Not.Empty.And.All.LessThan(18));
        Assert.That(Enumerable.Range(18, 18).Sum(i => PolicyRuns.Entries(run, 2026, i)), Is.Positive);
    }

    [Test]
    public void Forms_of_practice_in_a_closed_territory_stay_open_to_who_is_there()
    {
        RunRecord run = TestRegion.Run(PolicyRuns.Restless(TestRegion.Scenario(Quota(0))));
        Assert.That(run.History.Count(e => e.Year == 2026 && e.Kind == EventKind.ChangedForm && AlternativeTable.Territory(e.Place) < 18),
            Is.Positive);
    }

    [Test]
    public void The_places_of_a_quota_go_by_the_year_s_lottery()
    {
        var run = new HandRun(TestRegion.Scenario(Quota(3)));
        run.Step();
        double RankOf(uint name) => run.State.Lottery(Array.IndexOf(run.State.Physicians.Name, name));
        double[] In(EventKind kind) =>
            [.. run.State.History.Where(e => e.Year == 2026 && e.Kind == kind && AlternativeTable.Territory(e.Place) < 18)
                .Select(e => RankOf(e.Physician))];
        Assert.That(In(EventKind.Installed).Concat(In(EventKind.Moved)).Max(), Is.LessThan(In(EventKind.Refused).Max()));
        Assert.That(In(EventKind.Refused), Is.Not.Empty);
    }

    [Test]
    public void Two_quotas_on_a_territory_both_hold()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Quota(6),
            Quota(1) with { Name = "one", Where = new TerritoryFilter { Codes = ["T000", "T007", "T020"] } }));
        for (int year = 2026; year <= 2032; year++)
        {
            Assert.That(Enumerable.Range(0, 18).Sum(i => PolicyRuns.Entries(run, year, i)), Is.LessThanOrEqualTo(6));
            Assert.That(new[] { 0, 7, 20 }.Sum(i => PolicyRuns.Entries(run, year, i)), Is.LessThanOrEqualTo(1));
        }
    }

    [Test]
    public void It_costs_nothing() => Assert.That(TestRegion.Run(TestRegion.Scenario(Quota(1))).Costs, Is.Empty);

    private static RegionalQuota Quota(int entries) => new()
    {
        Type = "regional-quota",
        From = PolicyRuns.FirstYear,
        EntriesPerYear = entries,
        Where = new TerritoryFilter { Departements = ["A"] },
    };
}
