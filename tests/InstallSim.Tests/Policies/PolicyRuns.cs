using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

/// <summary>Runs of the made-up region for tests of policies, and what can be read from a history alone.</summary>
internal static class PolicyRuns
{
    /// <summary>First simulated year.</summary>
    public const int FirstYear = 2026;

    /// <summary>
    /// A run with many graduates where no form of practice has a limit of places, so that nobody takes the place of another.
    /// </summary>
    public static RunRecord WithRoomForAll(Scenario scenario, int replication = 0)
    {
        scenario = scenario with
        {
            Physicians = scenario.Physicians with { Graduates = [new YearCount { From = 2000, Count = 400 }], WarmUpYears = 0 },
        };
        TerritoryTable territories = TestRegion.Territories();
        Array.Clear(territories.MspPlaces);
        Array.Clear(territories.HealthCentrePosts);
        return new Simulator(TestRegion.Prepare(scenario, territories), replication).Run();
    }

    /// <summary>First installations of a year in the territories that policy 0 reached in it.</summary>
    public static double NewcomersReached(RunRecord run, int year)
    {
        int count = run.Footprint.Territories;
        return Enumerable.Range(0, count).Where(i => run.Footprint.Reached(year, 0, i))
            .Sum(i => run.Installations[((year - run.Footprint.FirstYear) * count) + i]);
    }

    /// <summary>Where each physician is at the end of a year; absent who has not entered.</summary>
    public static Dictionary<uint, int> PlacesAtEndOf(RunRecord run, int year)
    {
        var places = new Dictionary<uint, int>();
        foreach (LifeEvent e in run.History.Where(e => e.Year <= year && e.IsChange))
        {
            places[e.Physician] = e.Place;
        }

        return places;
    }

    /// <summary>Territory of a place; −1 for none.</summary>
    public static int TerritoryOf(int place) => place < 0 ? -1 : AlternativeTable.Territory(place);

    /// <summary>Physicians who entered a territory during a year, from outside it.</summary>
    public static int Entries(RunRecord run, int year, int territory)
    {
        Dictionary<uint, int> before = PlacesAtEndOf(run, year - 1), after = PlacesAtEndOf(run, year);
        return after.Count(p => TerritoryOf(p.Value) == territory
            && TerritoryOf(before.GetValueOrDefault(p.Key, NoPlace.Absent)) != territory);
    }

    /// <summary>Physicians whose place at the end of a year differs between two runs, with both places.</summary>
    public static List<(uint Physician, int From, int To)> Differences(RunRecord baseline, RunRecord run, int year)
    {
        Dictionary<uint, int> before = PlacesAtEndOf(baseline, year), after = PlacesAtEndOf(run, year);
        return [.. before.Keys.Union(after.Keys).Order()
            .Select(n => (n, before.GetValueOrDefault(n, NoPlace.Absent), after.GetValueOrDefault(n, NoPlace.Absent)))
            .Where(d => d.Item2 != d.Item3)];
    }

    /// <summary>Of these, those who are in another territory or without a place in one run: who changed form at home is left out.</summary>
    public static List<(uint Physician, int From, int To)> Elsewhere(RunRecord baseline, RunRecord run, int year) =>
        [.. Differences(baseline, run, year).Where(d => d.From < 0 || d.To < 0 || TerritoryOf(d.From) != TerritoryOf(d.To))];

    /// <summary>Acts of a kind that reached physicians, promises not kept aside.</summary>
    public static ActRecord[] Reached(RunRecord run, ActKind kind) => [.. run.Reached.Where(a => a.Kind == kind && a.IsGranted)];

    /// <summary>Whether who signed somewhere was there at the end of every year from then to another.</summary>
    public static bool StayedUntil(RunRecord run, ActRecord signed, int year) => Enumerable.Range(signed.Year, year - signed.Year + 1)
        .All(y => TerritoryOf(PlacesAtEndOf(run, y)[signed.Physician]) == TerritoryOf(signed.Place));

    /// <summary>Incumbents who look for another place every year, and move easily.</summary>
    public static Scenario Restless(Scenario scenario) =>
        scenario with { Physicians = scenario.Physicians with { SpellHazard = 1, MovingCost = 0.5, SettledAge = 90 } };

    /// <summary>A region where nobody graduates, moves or leaves.</summary>
    public static Scenario Still(Scenario scenario) => scenario with
    {
        Physicians = scenario.Physicians with
        {
            Graduates = [new YearCount { From = 2000, Count = 0 }],
            SpellHazard = 0,
            LeavingProbability = 0,
            Retirement = [],
            LastAge = 100,
        },
        Practices = scenario.Practices with { GroupProbability = 0 },
    };

    /// <summary>Asserts that a run with these policies is, byte for byte, the one without.</summary>
    public static void AssertNothingChanges(params Policy[] policies) =>
        AssertSame(TestRegion.Run(TestRegion.Scenario(policies)), TestRegion.Run(TestRegion.Scenario()));

    /// <summary>Asserts that two runs are byte for byte the same.</summary>
    public static void AssertSame(RunRecord actual, RunRecord expected) => Assert.Multiple(() =>
    {
        Assert.That(actual.History, Is.EqualTo(expected.History));
        Assert.That(actual.Values, Is.EqualTo(expected.Values));
        Assert.That(actual.Stock, Is.EqualTo(expected.Stock));
        Assert.That(actual.Accessibility, Is.EqualTo(expected.Accessibility));
    });

    /// <summary>Cost of a year, k€; the start is year 0.</summary>
    public static double Cost(RunRecord run, int year) => TestRegion.Value(run, year - run.Footprint.FirstYear, "policy-cost");
}
