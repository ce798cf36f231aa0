using InstallSim.Policies;
using InstallSim.Simulation.Acts;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class MspOpeningTests
{
    [Test]
    public void No_centre_changes_nothing() => PolicyRuns.AssertNothingChanges(Msp(0));

    [Test]
    public void Centres_open_where_accessibility_is_worst_among_the_territories_concerned()
    {
        RunState state = HandState();
        (state.Accessibility[4], state.Accessibility[9], state.Accessibility[20], state.Accessibility[30]) = (0.5, 0.1, 0.9, 0.7);
        Openings.Apply(state, 0, Three(2) with { Where = HandYear.Where(3, 4, 20, 30) });
        Assert.That(state.Centres.Select(c => c.Territory), Is.EqualTo(new[] { 4, 30 }), "9 is worse, and not concerned");
    }

    [Test]
    public void What_finds_no_room_waits_and_opens_in_a_year_after()
    {
        RunState state = HandState();
        Openings.Apply(state, 0, Three(50) with { Where = HandYear.Where(3, 4) });
        Assert.That(state.Centres.Select(c => c.Territory).Order(), Is.EqualTo(new[] { 3, 4 }));
        Assert.That((state.Events.CentresAnnounced, state.Events.CentresOpened, state.Waiting[0]), Is.EqualTo((50, 2, 48)));
        Openings.Apply(state, 0, Three(0) with { Where = HandYear.Where(3, 4, 5) });
        Assert.That(state.Centres[^1].Territory, Is.EqualTo(5));
        Assert.That((state.Events.CentresAnnounced, state.Events.CentresOpened, state.Waiting[0]), Is.EqualTo((50, 3, 47)));
    }

    [Test]
    public void None_opens_where_too_few_physicians_would_carry_it()
    {
        RunState state = HandState();
        state.Stock[AlternativeTable.Of(3, PracticeForm.Solo)] = 1;
        Openings.Apply(state, 0, Three(5) with { Where = HandYear.Where(3, 4), LocalGps = 2 });
        Assert.That(state.Centres.Select(c => c.Territory), Is.EqualTo(new[] { 4 }));
    }

    [Test]
    public void A_large_territory_has_room_for_several_one_a_year()
    {
        RunState state = HandState();
        int[] centres = [.. Enumerable.Range(0, 8).Select(_ =>
        {
            Openings.Apply(state, 0, Three(3) with { Where = HandYear.Where(0) });
            return state.Centres.Count;
        })];
        Assert.That(centres, Is.EqualTo(new[] { 1, 2, 3, 4, 5, 6, 6, 6 }), "60,000 inhabitants, 10,000 for each centre");
    }

    [Test]
    public void The_youngest_local_physicians_found_it_without_a_move()
    {
        MspOpening opening = Msp(1) with { Until = 2026, Founders = 2, Where = new TerritoryFilter { Codes = ["T003"] } };
        RunRecord baseline = TestRegion.Run(PolicyRuns.Still(TestRegion.Scenario())),
            run = TestRegion.Run(PolicyRuns.Still(TestRegion.Scenario(opening)));
        List<(uint Physician, int From, int To)> founders = PolicyRuns.Differences(baseline, run, 2026);
        Assert.That(founders, Has.Count.EqualTo(2));
        foreach ((_, int from, int to) in founders)
        {
            Assert.That(to, Is.EqualTo(AlternativeTable.Of(3, PracticeForm.Msp)));
            Assert.That(PolicyRuns.TerritoryOf(from), Is.EqualTo(3));
        }

        Assert.That(PolicyRuns.Reached(run, ActKind.Opening).Select(a => a.Physician), Is.EquivalentTo(founders.Select(f => f.Physician)));
        Assert.That(TestRegion.Value(run, 1, "stock"), Is.EqualTo(TestRegion.Value(baseline, 1, "stock")));
    }

    [Test]
    public void Places_are_never_overfilled_in_any_territory([Values(0, 1)] int replication)
    {
        TerritoryTable table = TestRegion.Territories();
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Msp(3) with { Places = 2, Founders = 1 }), replication);
        for (int year = 2025; year <= 2032; year++)
        {
            Dictionary<uint, int> places = PolicyRuns.PlacesAtEndOf(run, year);
            for (int i = 0; i < table.Count; i++)
            {
                // Rural territories are so small that there is room for one centre in each.
                int opened = run.Footprint.Reached(year, 0, i) ? 2 : 0;
                Assert.That(places.Count(p => p.Value == AlternativeTable.Of(i, PracticeForm.Msp)),
                    Is.LessThanOrEqualTo(table.MspPlaces[i] + opened));
                Assert.That(places.Count(p => p.Value == AlternativeTable.Of(i, PracticeForm.HealthCentre)),
                    Is.LessThanOrEqualTo(table.HealthCentrePosts[i]));
            }
        }
    }

    [Test]
    public void A_centre_without_physicians_closes_after_three_years_and_costs_nothing_more()
    {
        // Nobody graduates, nobody moves, nobody founds: the centre stays empty.
        RunRecord run = TestRegion.Run(PolicyRuns.Still(TestRegion.Scenario(Msp(1) with
        {
            Until = 2026,
            Founders = 0,
            Where = new TerritoryFilter { Codes = ["T000"] },
            OpeningCostKeur = 600,
            RunningCostKeurPerYear = 80,
        })));
        double start = TestRegion.Value(run, 0, "msp-places");
        Assert.That(Enumerable.Range(1, 7).Select(y => TestRegion.Value(run, y, "msp-places") - start),
            Is.EqualTo(new double[] { 4, 4, 0, 0, 0, 0, 0 }),
            "empty at the end of 2026, 2027 and 2028");
        Assert.That(Enumerable.Range(2026, 5).Select(y => PolicyRuns.Cost(run, y)), Is.EqualTo(new double[] { 680, 80, 0, 0, 0 }));
    }

    [Test]
    public void It_costs_what_opening_and_running_cost()
    {
        MspOpening opening = Msp(2) with { OpeningCostKeur = 1500, RunningCostKeurPerYear = 85, Until = 2027, Founders = 2 };
        RunRecord run = TestRegion.Run(PolicyRuns.Still(TestRegion.Scenario(opening)));
        Assert.That(Enumerable.Range(2026, 4).Select(y => PolicyRuns.Cost(run, y)), Is.EqualTo(new double[] { 3170, 3340, 340, 340 }),
            "two open in each of the two years; running goes on when the policy has ended");
    }

    [Test]
    public void More_founders_than_places_are_refused() =>
        Assert.That((Msp(1) with { Places = 3, Founders = 4 }).Check().Select(f => (f.Key, f.Message.English)),
            Is.EqualTo(new[] { ("founders", "4 founders do not fit in 3 places") }));

    /// <summary>A region with ten solo physicians and accessibility 3 everywhere, and no centre yet.</summary>
    private static RunState HandState()
    {
        var state = new RunState(TestRegion.Prepare(TestRegion.Scenario(Msp(0))), 0) { Year = PolicyRuns.FirstYear };
        Array.Fill(state.Accessibility, 3);
        for (int i = 0; i < 36; i++)
        {
            state.Stock[AlternativeTable.Of(i, PracticeForm.Solo)] = 10;
        }

        return state;
    }

    private static Opening Three(int announced) => new(HandYear.Where(), announced, 3, 0)
    {
        LocalGps = 2,
        ResidentsPerCentre = 10_000,
        OpeningKeur = 600,
        RunningKeurPerYear = 80,
    };

    private static MspOpening Msp(int perYear) =>
        new()
        {
            Type = "msp-opening",
            From = PolicyRuns.FirstYear,
            PerYear = perYear,
            Places = 4,
            Where = new TerritoryFilter { AreaTypes = [AreaType.Rural] },
        };
}
