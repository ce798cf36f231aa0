using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class SelectiveContractingTests
{
    [Test]
    public void A_limit_nowhere_changes_nothing() =>
        PolicyRuns.AssertNothingChanges(Limit(1) with { Where = new TerritoryFilter { AccessibilityAtLeast = 1e9 } });

    [Test]
    public void Entries_never_exceed_departures_where_they_are_limited([Values(0, 1, 2)] int replication, [Values(0.5, 1, 2)] double factor)
    {
        RunRecord run = TestRegion.Run(PolicyRuns.Restless(TestRegion.Scenario(Limit(factor))), replication);
        int bound = 0;
        for (int i = 0; i < run.Footprint.Territories; i++)
        {
            int entries = 0, departures = 0;
            for (int year = PolicyRuns.FirstYear; year <= 2032; year++)
            {
                departures += Departures(run, year, i);
                entries += PolicyRuns.Entries(run, year, i);
                int allowed = (int)Math.Floor(factor * departures);
                Assert.That(entries, Is.LessThanOrEqualTo(allowed), $"territory {i} until {year}");
                bound += entries == allowed && allowed > 0 ? 1 : 0;
            }
        }

        Assert.That(bound, Is.Positive, "the limit must bind somewhere, or this test says nothing");
    }

    [Test]
    public void Without_entries_the_forms_of_practice_within_a_territory_stay_open()
    {
        RunRecord run = TestRegion.Run(PolicyRuns.Restless(TestRegion.Scenario(Limit(0))));
        int entries = Enumerable.Range(0, 36).Sum(i => PolicyRuns.Entries(run, 2026, i));
        int changes = run.History.Count(e => e.Year == 2026 && e.Kind == EventKind.ChangedForm);
        Assert.That(entries, Is.Zero);
        Assert.That(changes, Is.GreaterThan(20), "of some 300 incumbents who all look again, many want another form");
    }

    [Test]
    public void A_stricter_limit_never_lets_more_newcomers_in([Values(0, 1, 2)] int replication)
    {
        double[] newcomers = [.. new double[] { 0, 0.5, 1, 3, 10 }
            .Select(factor => PolicyRuns.NewcomersReached(
                PolicyRuns.WithRoomForAll(TestRegion.Scenario(Limit(factor)), replication), PolicyRuns.FirstYear))];
        Assert.That(newcomers, Is.Ordered);
        Assert.That(newcomers[0], Is.Zero);
        Assert.That(newcomers[^1], Is.Positive);
    }

    [Test]
    public void The_strictest_of_several_limits_holds_in_whatever_order_they_stand()
    {
        RunRecord strict = TestRegion.Run(TestRegion.Scenario(Limit(0)));
        RunRecord both = TestRegion.Run(TestRegion.Scenario(Limit(2) with { Name = "loose" }, Limit(0)));
        RunRecord turned = TestRegion.Run(TestRegion.Scenario(Limit(0), Limit(2) with { Name = "loose" }));
        Assert.That(PolicyRuns.Elsewhere(strict, both, 2032), Is.Empty);
        Assert.That(turned.History, Is.EqualTo(both.History));
    }

    [Test]
    public void It_costs_nothing() => Assert.That(TestRegion.Run(TestRegion.Scenario(Limit(1))).Costs, Is.Empty);

    [Test]
    public void Whoever_is_refused_is_counted_and_said_to_be_reached()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Limit(0.5)));
        for (int year = 1; year < 8; year++)
        {
            int refused = run.History.Count(e => e.Year == 2025 + year && e.Kind == EventKind.Refused);
            Assert.That(TestRegion.Value(run, year, "refused-entries"), Is.EqualTo(refused));
            Assert.That(PolicyRuns.Reached(run, ActKind.Limit).Count(a => a.Year == 2025 + year), Is.EqualTo(refused));
            Assert.That(refused, Is.Positive);
        }
    }

    [Test]
    public void A_slot_that_nobody_takes_is_kept_until_it_expires([Values(null, 1, 2)] int? expiry)
    {
        // Two leave territory 0 in 2026, nobody after, and nobody comes.
        var state = new RunState(TestRegion.Prepare(TestRegion.Scenario(Limit(1))), 0) { Year = 2026 };
        double[] slots = [.. Enumerable.Range(2026, 4).Select(year =>
        {
            state.Year = year;
            state.Limits.BeginYear([.. Enumerable.Range(0, 36).Select(i => i == 0 && year == 2026 ? 2 : 0)]);
            state.Limits.Apply(state, 0, new Limit(HandYear.Where(0), 1, expiry));
            state.Limits.EndYear(new int[36], year);
            return Math.Round(state.Limits.SlotsIn(0), 6);
        })];
        Assert.That(slots,
            Is.EqualTo(new double[] { 2, expiry > 1 || expiry is null ? 2 : 0, expiry is null ? 2 : 0, expiry is null ? 2 : 0 }));
        Assert.That(state.Limits.SlotsIn(1), Is.NaN, "no limit binds there");
    }

    /// <summary>Physicians who left between the choices of the year before and those of the year: movers then, exits now.</summary>
    private static int Departures(RunRecord run, int year, int territory)
    {
        Dictionary<uint, int> twoYearsAgo = PolicyRuns.PlacesAtEndOf(run, year - 2), lastYear = PolicyRuns.PlacesAtEndOf(run, year - 1);
        Dictionary<uint, int> now = PolicyRuns.PlacesAtEndOf(run, year);
        int exits = lastYear.Count(p => PolicyRuns.TerritoryOf(p.Value) == territory && (now[p.Key] is NoPlace.Retired or NoPlace.Left));
        int moves = twoYearsAgo.Count(p => PolicyRuns.TerritoryOf(p.Value) == territory && lastYear[p.Key] >= 0
            && PolicyRuns.TerritoryOf(lastYear[p.Key]) != territory);
        return exits + moves;
    }

    private static SelectiveContracting Limit(double factor) =>
        new() { Type = "selective-contracting", From = PolicyRuns.FirstYear, EntriesPerDeparture = factor };
}
