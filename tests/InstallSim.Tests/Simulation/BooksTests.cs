using InstallSim.Policies;
using InstallSim.Preferences;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Policies;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

/// <summary>
/// What the market writes down of a year adds up, territory by territory, and one lottery orders all who want what is few.
/// </summary>
public sealed class BooksTests
{
    [Test]
    public void In_every_territory_and_year_entries_less_departures_are_the_change_of_stock([Values] bool restless)
    {
        Scenario scenario = restless ? PolicyRuns.Restless(TestRegion.Scenario()) : TestRegion.Scenario();
        var run = new HandRun(scenario);
        int moved = 0;
        while (run.State.Year < 2032)
        {
            int[] before = Stock(run.State);
            run.Step();
            YearEvents e = run.State.Events;
            Assert.That(Stock(run.State).Zip(before, (now, then) => now - then),
                Is.EqualTo(e.Entries.Zip(e.Departures, (came, left) => came - left)), $"{run.State.Year}");
            Assert.That(e.Departures.Sum(), Is.EqualTo(e.Retirements + e.Leavers + e.PostsEnded + e.MovedAway.Sum()));
            Assert.That(e.Entries.Sum(), Is.EqualTo(e.Installations.Count(i => i.IsEntry)));
            moved += e.MovedAway.Sum();
        }

        Assert.That(moved, Is.GreaterThan(restless ? 100 : 5), "or nobody moves, and half of this is not seen");
    }

    [Test]
    public void What_is_recorded_of_territories_is_what_their_histories_say()
    {
        RunRecord run = TestRegion.Run(PolicyRuns.Restless(TestRegion.Scenario()));
        for (int year = 2026; year <= 2032; year++)
        {
            Dictionary<uint, int> places = PolicyRuns.PlacesAtEndOf(run, year);
            float[] stock = run.Stock[((year - 2025) * 36)..((year - 2024) * 36)],
                entries = run.Entries[((year - 2025) * 36)..((year - 2024) * 36)];
            Assert.That(stock,
                Is.EqualTo(Enumerable.Range(0, 36).Select(i => (float)places.Count(p => PolicyRuns.TerritoryOf(p.Value) == i))));
            Assert.That(entries, Is.EqualTo(Enumerable.Range(0, 36).Select(i => (float)PolicyRuns.Entries(run, year, i))));
        }
    }

    [Test]
    public void Stock_by_form_is_where_the_installed_are_in_every_year()
    {
        var run = new HandRun(TestRegion.Scenario(new MspOpening { Type = "msp-opening", From = 2026, PerYear = 2 }));
        while (run.State.Year < 2032)
        {
            run.Step();
            PhysicianTable p = run.State.Physicians;
            var stock = new int[run.State.Stock.Length];
            for (int n = 0; n < p.Count; n++)
            {
                stock[p.Stage[n] == Stage.Installed ? run.State.PlaceOf(n) : 0] += p.Stage[n] == Stage.Installed ? 1 : 0;
            }

            Assert.That(run.State.Stock, Is.EqualTo(stock));
        }
    }

    [Test]
    public void A_place_that_is_full_went_to_those_of_lower_rank_in_the_year_s_lottery()
    {
        // Nobody who has a place looks again, so that no place falls free between two rounds.
        Scenario scenario = TestRegion.Scenario();
        var run = new HandRun(scenario with
        {
            Preferences = Eager(scenario.Preferences),
            Physicians = scenario.Physicians with { SpellHazard = 0 },
        });
        int refused = 0;
        while (run.State.Year < 2032)
        {
            run.Step();
            ILookup<int, double> took = Ranks(run.State, EventKind.Installed), lost = Ranks(run.State, EventKind.NoRoom);
            foreach (IGrouping<int, double> of in lost.Where(of => took.Contains(of.Key)))
            {
                Assert.That(took[of.Key].Max(), Is.LessThan(of.Min()), $"place {of.Key} in {run.State.Year}");
                refused += of.Count();
            }
        }

        Assert.That(refused, Is.GreaterThan(20));
    }

    [Test]
    public void Who_is_refused_everywhere_by_rank_is_refused_money_and_place_by_the_same_number()
    {
        RunState state = new HandRun(TestRegion.Scenario()).State;
        double[] one = [.. Enumerable.Range(0, state.Physicians.Count).Select(state.Lottery)];
        Assert.That(one, Is.Unique);
        state.Year++;
        Assert.That(Enumerable.Range(0, state.Physicians.Count).Select(state.Lottery), Is.Not.EqualTo(one),
            "and the next year draws another");
        string[] users = [.. Architecture.SourceFile.CSharp("src/InstallSim").Where(f => f.Code.Contains("DrawPurpose.Lottery"))
            .Select(f => f.Path)];
        Assert.That(users, Is.EqualTo(new[] { "src/InstallSim/Simulation/State/RunState.cs" }), "no other rank is drawn");
    }

    [Test]
    public void A_territory_that_is_no_longer_closed_lets_go()
    {
        var closed = new SelectiveContracting
        {
            Type = "selective-contracting",
            From = 2026,
            Until = 2028,
            EntriesPerDeparture = 0,
            Where = new TerritoryFilter { AreaTypes = [AreaType.Urban] },
        };
        var run = new HandRun(TestRegion.Scenario(closed));
        int[] urban = [.. Enumerable.Range(0, 36).Where(i => run.Prepared.Territories.Area[i] == AreaType.Urban)];
        while (run.State.Year < 2032)
        {
            run.Step();
            int entries = urban.Sum(i => run.State.Events.Entries[i]);
            bool isClosed = run.State.Year <= 2028;
            Assert.That(entries == 0, Is.EqualTo(isClosed), $"{entries} entries in {run.State.Year}");
            Assert.That(run.State.Events.Refused > 0, Is.EqualTo(isClosed), $"{run.State.Events.Refused} refused in {run.State.Year}");
            Assert.That(urban.Select(i => double.IsNaN(run.State.Events.OpenSlots[i])), Is.All.EqualTo(!isClosed));
        }
    }

    [Test]
    public void A_territory_closed_a_second_time_starts_with_no_slots_of_the_first()
    {
        SelectiveContracting Closed(string name, int from, int until) => new()
        {
            Type = "selective-contracting",
            Name = name,
            From = from,
            Until = until,
            Where = new TerritoryFilter { Codes = ["T000"] },
        };
        Scenario scenario = TestRegion.Scenario(Closed("one", 2026, 2027), Closed("two", 2029, 2032));
        var run = new HandRun(scenario with
        {
            Physicians = scenario.Physicians with { Graduates = [new YearCount { From = 2000 }], SpellHazard = 0 },
        });
        double before = 0;
        for (int year = 2026; year <= 2029; year++)
        {
            run.Step();
            before = year == 2027 ? run.State.Events.OpenSlots[0] : before;
        }

        Assert.That(before, Is.GreaterThan(1), "nobody came for them");
        Assert.That(run.State.Events.OpenSlots[0], Is.EqualTo(run.State.Events.Departures[0]).Within(1e-6), "those of the year alone");
    }

    private static PreferenceSettings Eager(PreferenceSettings preferences) => preferences with
    {
        Coefficients = new Dictionary<string, Coefficient>(preferences.Coefficients) { ["msp-practice"] = new() { Value = 300 } },
    };

    private static ILookup<int, double> Ranks(RunState state, EventKind kind)
    {
        var rows = Enumerable.Range(0, state.Physicians.Count).ToDictionary(n => state.Physicians.Name[n]);
        return state.History.Where(e => e.Year == state.Year && e.Kind == kind)
            .ToLookup(e => e.Place, e => state.Lottery(rows[e.Physician]));
    }

    private static int[] Stock(RunState state) =>
        [.. Enumerable.Range(0, state.Vacancies.Length).Select(i => Practices.Physicians(state, i))];
}
