using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class CompulsoryServiceTests
{
    [Test]
    public void No_graduate_who_is_not_exempt_settles_elsewhere_first_or_takes_another_job()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Service));
        AreaType[] area = TestRegion.Territories().Area;
        HashSet<uint> bound = [.. PolicyRuns.Reached(run, ActKind.Bond).Select(a => a.Physician)];
        LifeEvent[] first = [.. run.History.Where(e => bound.Contains(e.Physician) && e.Kind == EventKind.Installed)];
        Assert.That(first.Length, Is.GreaterThan(20));
        Assert.That(first.Select(e => area[AlternativeTable.Territory(e.Place)]), Is.All.Not.EqualTo(AreaType.Urban));
        Assert.That(run.History.Where(e => bound.Contains(e.Physician)).Select(e => e.Kind), Does.Not.Contain(EventKind.OptedOut));
    }

    [Test]
    public void It_binds_all_but_the_exempt()
    {
        int Bound(double exempt) => PolicyRuns.Reached(
            TestRegion.Run(TestRegion.Scenario(Service with { ExemptShare = exempt, Until = 2026 })), ActKind.Bond).Length;
        Assert.That(Bound(0), Is.EqualTo(40));
        Assert.That(Bound(0.5), Is.InRange(8, 32));
        Assert.That(Bound(1), Is.Zero);
    }

    [Test]
    public void Who_signed_a_scholarship_serves_where_it_says_and_who_bought_one_out_is_free_of_nothing([Values(0, 1)] double breach)
    {
        var scholarship = new BoundScholarship
        {
            Type = "bound-scholarship",
            From = PolicyRuns.FirstYear,
            HoldersPerYear = 10,
            DelayYears = 0,
            BreachShare = breach,
            Where = new TerritoryFilter { AreaTypes = [AreaType.Rural] },
        };
        RunRecord alone = TestRegion.Run(TestRegion.Scenario(scholarship)),
            both = TestRegion.Run(TestRegion.Scenario(scholarship, Service));
        uint[] Holders(RunRecord run) => [.. PolicyRuns.Reached(run, ActKind.Bond).Where(a => a.Policy == 0).Select(a => a.Physician)];
        Assert.That(Holders(both), Is.EqualTo(Holders(alone)));
        Assert.That(PolicyRuns.Reached(both, ActKind.Bond).Count(a => a.Year == 2026), Is.EqualTo(40));
    }

    private static CompulsoryService Service => new()
    {
        Type = "compulsory-service",
        From = PolicyRuns.FirstYear,
        ExemptShare = 0,
        Where = PolicyExamples.NotUrban,
    };
}
