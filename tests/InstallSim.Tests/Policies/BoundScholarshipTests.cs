using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class BoundScholarshipTests
{
    [Test]
    public void Without_holders_nothing_changes() => PolicyRuns.AssertNothingChanges(Scholarship(0));

    [Test]
    public void Holders_who_all_buy_themselves_out_change_nothing_and_cost_nothing() =>
        PolicyRuns.AssertNothingChanges(Scholarship(10) with { BreachShare = 1 });

    [Test]
    public void No_holder_practises_outside_the_zone_or_leaves_while_bound([Values(0, 1, 2)] int replication)
    {
        RunRecord run = TestRegion.Run(PolicyRuns.Restless(TestRegion.Scenario(Scholarship(10))), replication);
        AreaType[] area = TestRegion.Territories().Area;
        int served = 0, outside = 0;
        foreach (uint holder in PolicyRuns.Reached(run, ActKind.Bond).Select(a => a.Physician))
        {
            LifeEvent[] life = [.. run.History.Where(e => e.Physician == holder && e.IsChange)];
            int installed = life.Where(e => e.Kind == EventKind.Installed).Select(e => (int)e.Year).FirstOrDefault(9999);
            foreach (LifeEvent e in life.Where(e => e.Place >= 0))
            {
                bool isBound = e.Year < installed + 4, isInZone = area[AlternativeTable.Territory(e.Place)] == AreaType.Rural;
                Assert.That(!isBound || isInZone, Is.True, $"{e}");
                served += isBound ? 1 : 0;
                outside += isInZone ? 0 : 1;
            }

            Assert.That(life.Select(e => e.Kind), Does.Not.Contain(EventKind.OptedOut));
        }

        Assert.That(served, Is.GreaterThan(10));
        Assert.That(outside, Is.Positive, "once free, some move out of the zone");
    }

    [Test]
    public void It_binds_and_pays_its_holders_from_its_delay_on()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Scholarship(10) with
        {
            DelayYears = 2,
            Until = 2028,
            BreachShare = 0.3,
            CostPerHolderKeur = 57.6,
        }));
        ActRecord[] bound = PolicyRuns.Reached(run, ActKind.Bond);
        for (int year = 2026; year <= 2032; year++)
        {
            int holders = bound.Count(a => a.Year == year);
            Assert.That(holders, year is >= 2028 and <= 2030 ? Is.InRange(3, 9) : Is.Zero, $"ten a year, less who buys out, in {year}");
            Assert.That(PolicyRuns.Cost(run, year), Is.EqualTo(57.6 * holders).Within(1e-9));
        }

        Assert.That(bound.Select(a => a.Physician), Is.Unique);
        Assert.That(bound.Select(a => (int)(a.Physician >> 20)), Is.EqualTo(bound.Select(a => a.Year - 2025)), "graduates of the year");
    }

    [Test]
    public void The_more_scholarships_the_more_come_to_the_zone_and_who_is_bound_stays_bound()
    {
        uint[] Holders(int count) =>
            [.. PolicyRuns.Reached(TestRegion.Run(TestRegion.Scenario(Scholarship(count))), ActKind.Bond).Select(a => a.Physician)];
        Assert.That(Holders(4), Is.SubsetOf(Holders(12)));
        double[] rural = [.. new[] { 0, 4, 12, 40 }
            .Select(count => TestRegion.Value(TestRegion.Run(TestRegion.Scenario(Scholarship(count))), 7, "stock-rural"))];
        Assert.That(rural[^1], Is.GreaterThan(rural[0]));
    }

    [Test]
    public void Two_scholarships_bind_nobody_twice()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Scholarship(10), Scholarship(10) with { Name = "other" }));
        Assert.That(PolicyRuns.Reached(run, ActKind.Bond).Select(a => a.Physician), Is.Unique);
    }

    private static BoundScholarship Scholarship(int holders) => new()
    {
        Type = "bound-scholarship",
        From = PolicyRuns.FirstYear,
        HoldersPerYear = holders,
        DelayYears = 0,
        Years = 4,
        BreachShare = 0,
        Where = new TerritoryFilter { AreaTypes = [AreaType.Rural] },
    };
}
