using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class SelectiveContractingTests
{
    [Test]
    public void A_limit_nowhere_changes_nothing()
    {
        var nowhere = new SelectiveContracting { Type = "selective-contracting", From = 2026, Where = new TerritoryFilter { AccessibilityAtLeast = 1e9 } };
        Assert.That(TestStudy.Run(TestStudy.Scenario(nowhere)).History, Is.EqualTo(TestStudy.Run(TestStudy.Scenario()).History));
    }

    [Test]
    public void Entries_never_exceed_departures_where_they_are_limited([Values(0, 1, 2)] int replication, [Values(0.5, 1, 2)] double factor)
    {
        RunRecord run = TestStudy.Run(Restless(Limit(factor)), replication);
        int bound = 0;
        for (int year = PolicyRuns.FirstYear; year <= 2032; year++)
        {
            for (int i = 0; i < run.Footprint.Territories; i++)
            {
                if (run.Footprint.Reached(year, 0, i))
                {
                    int allowed = (int)Math.Floor(factor * Departures(run, year, i)), entries = PolicyRuns.Entries(run, year, i);
                    Assert.That(entries, Is.LessThanOrEqualTo(allowed), $"territory {i} in {year}");
                    bound += entries == allowed && allowed > 0 ? 1 : 0;
                }
            }
        }

        Assert.That(bound, Is.Positive, "the limit must bind somewhere, or this test says nothing");
    }

    [Test]
    public void Without_entries_the_forms_of_practice_within_a_territory_stay_open()
    {
        RunRecord run = TestStudy.Run(Restless(Limit(0)));
        Dictionary<uint, int> before = PolicyRuns.PlacesAtEndOf(run, 2025), after = PolicyRuns.PlacesAtEndOf(run, 2026);
        int entries = Enumerable.Range(0, 36).Sum(i => PolicyRuns.Entries(run, 2026, i));
        int changes = after.Count(p => p.Value >= 0 && before[p.Key] >= 0 && before[p.Key] != p.Value);
        Assert.That(entries, Is.Zero);
        Assert.That(changes, Is.GreaterThan(20), "of some 300 incumbents who all think again, many want another form");
    }

    [Test]
    public void A_stricter_limit_never_lets_more_newcomers_in([Values(0, 1, 2)] int replication)
    {
        double[] newcomers = [.. new double[] { 0, 0.5, 1, 3, 10 }
            .Select(factor => PolicyRuns.NewcomersReached(PolicyRuns.WithRoomForAll(TestStudy.Scenario(Limit(factor)), replication), PolicyRuns.FirstYear))];
        Assert.That(newcomers, Is.Ordered);
        Assert.That(newcomers[0], Is.Zero);
    }

    [Test]
    public void It_lowers_a_limit_to_the_departures_and_never_raises_one()
    {
        int[] limit = [int.MaxValue, int.MaxValue, 1, 5], departures = [3, 3, 3, 3];
        Limit(1).LimitEntries(new HandYear().View, [true, false, true, true], departures, limit);
        Assert.That(limit, Is.EqualTo(new[] { 3, int.MaxValue, 1, 3 }));
        Limit(0.5).LimitEntries(new HandYear().View, [true, false, false, false], departures, limit);
        Assert.That(limit[0], Is.EqualTo(1));
    }

    [Test]
    public void It_costs_nothing() =>
        Assert.That(Enumerable.Range(2026, 7).Select(y => PolicyRuns.Cost(TestStudy.Run(TestStudy.Scenario(Limit(1))), y)), Is.All.Zero);

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

    private static Scenario Restless(SelectiveContracting limit)
    {
        Scenario scenario = TestStudy.Scenario(limit);
        return scenario with { Physicians = scenario.Physicians with { ReconsiderEarly = 1, ReconsiderLater = 1, MovingCost = 0.5, SettledAge = 90 } };
    }

    private static SelectiveContracting Limit(double factor) =>
        new() { Type = "selective-contracting", From = PolicyRuns.FirstYear, EntriesPerDeparture = factor };
}
