using InstallSim.Policies;
using InstallSim.Preferences;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.Tests.Policies;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

public sealed class VacancyTests
{
    private static readonly int[] Ages = [30, 45, 58, 60, 64, 66, 69, 75, 79, 80, 95];

    [Test]
    public void A_retirement_never_makes_a_place_less_attractive(
        [Values(1, 3, 10)] int horizon, [Values(0, 0.25, 5)] double need, [Values(0.001, 0.5)] double floor)
    {
        const int other = 35;
        int checkedAges = 0;
        foreach (int age in Ages)
        {
            RunState state = Start(s => s with { VacancyHorizonYears = horizon, UnmetNeedWeight = need, VacancyFloorPer10000 = floor });
            for (int territory = 0; territory < 35; territory += 5)
            {
                int n = Enumerable.Range(0, state.Physicians.Count)
                    .First(k => state.Physicians.Stage[k] == Stage.Installed && state.Physicians.Territory[k] == territory);
                state.Physicians.BirthYear[n] = (short)(state.Year - age);
                Market.CountVacancies(state);
                (double share, double beside) = (state.Vacancies[territory], state.Vacancies[territory] / state.Vacancies[other]);
                Retire(state, n);
                Market.CountVacancies(state);
                Assert.That(state.Vacancies[territory], Is.GreaterThanOrEqualTo(share * (1 - 1e-12)), $"share, age {age}");
                Assert.That(state.Vacancies[territory] / state.Vacancies[other],
                    Is.GreaterThanOrEqualTo(beside * (1 - 1e-12)), $"vacancies, age {age}");
                checkedAges++;
            }
        }

        Assert.That(checkedAges, Is.EqualTo(Ages.Length * 7));
    }

    [Test]
    public void A_retirement_of_somebody_whom_nobody_expected_to_leave_adds_a_whole_list()
    {
        RunState state = Start(s => s with { UnmetNeedWeight = 0 });
        int n = Enumerable.Range(0, state.Physicians.Count).First(k => state.Physicians.Territory[k] == 4);
        state.Physicians.BirthYear[n] = (short)(state.Year - 40);
        double before = Raw(state)[4];
        Retire(state, n);
        double leaving = state.Scenario.Physicians.LeavingProbability;
        Assert.That(Raw(state)[4] - before, Is.EqualTo(Math.Pow(1 - leaving, 3)).Within(1e-9),
            "one list, less what was expected of three years");
    }

    [Test]
    public void A_place_of_no_people_draws_nobody_whatever_lists_are_worth_and_takes_nobody_from_the_others(
        [Values(1, 0, -0.5)] double worth, [Values(0.25, 0)] double elasticity)
    {
        Scenario scenario = TestRegion.Scenario();
        TerritoryTable table = TestRegion.Territories();
        (table.Population[3], table.Physicians[3]) = (0, 0);
        var coefficients = new Dictionary<string, Coefficient>(scenario.Preferences.Coefficients)
        {
            ["vacancies"] = new Coefficient { Value = worth, Source = "ASSUMPTION" },
            ["place-effect"] = new Coefficient { Value = 1, Source = "ASSUMPTION" },
        };
        PreparedScenario prepared = TestRegion.Prepare(scenario with
        {
            Preferences = scenario.Preferences with { Coefficients = coefficients },
            Physicians = scenario.Physicians with { ParticipationElasticity = elasticity },
        }, table);
        RunRecord run = new Simulator(prepared, 0).Run();
        Assert.That(Enumerable.Range(0, 8).Select(year => run.Stock[(36 * year) + 3]), Is.All.Zero);
        Assert.That(TestRegion.Value(run, 1, "installations"), Is.GreaterThan(5));
    }

    [Test]
    public void Vacancies_are_lists_and_expected_exits_and_unmet_need_and_a_floor()
    {
        RunState state = Start(s => s with { UnmetNeedWeight = 0.4, VacancyFloorPer10000 = 2 });
        state.UnfilledLists[6] = 2.5;
        double density = state.Stock.Sum() / state.Prepared.Territories.Population.Sum();
        double[] expected = [.. Enumerable.Range(0, 36).Select(i =>
        {
            double people = state.Prepared.Territories.Population[i];
            int[] here = [.. Enumerable.Range(0, state.Physicians.Count).Where(n => state.Physicians.Territory[n] == i)];
            double exits = here.Sum(n => 1 - Enumerable.Range(1, 3)
                .Aggregate(1.0, (stays, k) => stays * state.Scenario.Physicians.StayingAt(state.Year - state.Physicians.BirthYear[n] + k)));
            return state.UnfilledLists[i] + exits + (0.4 * Math.Max(0, (density * people) - here.Length)) + (2 * people / 10_000);
        })];
        Market.CountVacancies(state);
        Assert.That(state.Vacancies, Is.EqualTo(expected.Select(v => v / expected.Sum())).Within(1e-12));
    }

    [Test]
    public void Support_that_keeps_physicians_lowers_the_exits_expected_where_it_is_given_alone()
    {
        RunState state = Start(s => s with { UnmetNeedWeight = 0 });
        double[] before = Raw(state);
        state.Retained.Add((0, new Retain(HandYear.Where(4), 0, 0, 10)));
        double[] after = Raw(state);
        Assert.That(after[4], Is.EqualTo(0.5 * state.Prepared.Territories.Population[4] / 10_000).Within(1e-9),
            "nobody leaves: the floor is left");
        Assert.That(before[4], Is.GreaterThan(after[4]));
        Assert.That(after.Where((_, i) => i != 4), Is.EqualTo(before.Where((_, i) => i != 4)).Within(1e-9));
        state.Retained[0] = (0, new Retain(HandYear.Where(4), 1, 1, 10));
        Assert.That(Raw(state), Is.EqualTo(before).Within(1e-9));
    }

    [Test]
    public void An_entry_takes_a_list_over_and_never_more_than_there_are()
    {
        RunState state = Start(s => s);
        state.Depart(3);
        state.Depart(3);
        state.Arrive(3);
        Assert.That(state.UnfilledLists[3], Is.EqualTo(1));
        state.Arrive(3);
        state.Arrive(3);
        Assert.That(state.UnfilledLists[3], Is.Zero);
        state.Depart(3);
        Assert.That(state.UnfilledLists[3], Is.EqualTo(1), "the next departure leaves a whole list");
    }

    [TestCase(0, 8, 8)]
    [TestCase(0.25, 6, 4.5)]
    [TestCase(1, 0, 0)]
    public void Lists_without_a_physician_fade(double fade, double once, double twice)
    {
        RunState state = Start(s => s with { UnfilledFade = fade });
        state.UnfilledLists[3] = 8;
        Market.FadeLists(state);
        Assert.That(state.UnfilledLists[3], Is.EqualTo(once));
        Market.FadeLists(state);
        Assert.That(state.UnfilledLists[3], Is.EqualTo(twice));
    }

    [Test]
    public void Shares_add_up_to_one_in_every_year_and_none_is_nothing()
    {
        var run = new HandRun(TestRegion.Scenario(new MspOpening { Type = "msp-opening", From = 2027, PerYear = 2 }));
        while (run.State.Year < 2032)
        {
            run.Step();
            Assert.That(run.State.Vacancies.Sum(), Is.EqualTo(1).Within(1e-12), $"{run.State.Year}");
            Assert.That(run.State.Vacancies, Is.All.Positive);
            Assert.That(run.State.UnfilledLists, Is.All.GreaterThanOrEqualTo(0));
        }
    }

    [Test]
    public void The_more_unmet_need_counts_the_larger_the_share_of_territories_that_lack_physicians()
    {
        double[] shares = [.. new[] { 0, 0.1, 0.5, 2 }.Select(need =>
        {
            RunState state = Start(s => s with { UnmetNeedWeight = need });
            double density = state.Stock.Sum() / state.Prepared.Territories.Population.Sum();
            Market.CountVacancies(state);
            return Enumerable.Range(0, 36)
                .Where(i => Practices.Physicians(state, i) < 0.8 * density * state.Prepared.Territories.Population[i])
                .Sum(i => state.Vacancies[i]);
        })];
        Assert.That(shares, Is.Ordered.And.Unique);
        Assert.That(shares[0], Is.InRange(0.05, 0.8), "some territories lack a fifth, not all");
    }

    [Test]
    public void A_physician_fewer_where_physicians_are_few_counts_for_the_weight()
    {
        RunState state = Start(s => s with { UnmetNeedWeight = 0.4 });
        int few = Enumerable.Range(0, 36).MinBy(i => Practices.Physicians(state, i) / state.Prepared.Territories.Population[i]);
        int n = Enumerable.Range(0, state.Physicians.Count).First(k => state.Physicians.Territory[k] == few);
        double before = Raw(state)[few], exit = state.Prepared.ExitWithin[state.Year - state.Physicians.BirthYear[n]];
        state.Vacate(n);
        state.Physicians.Stage[n] = Stage.Left;
        Assert.That(Raw(state)[few] - before, Is.EqualTo(0.4 - exit).Within(1e-9), "no list is left when nobody departs from one");
    }

    [Test]
    public void Under_density_drives_entries_not_exits()
    {
        // Leaving does not look at the territory: the same people exit whatever the density around them (R9).
        RunState full = Start(s => s), empty = Start(s => s);
        Array.Clear(empty.Accessibility);
        (full.Year, empty.Year) = (full.Year + 1, empty.Year + 1);
        Exits.Take(full.Prepared, full);
        Exits.Take(empty.Prepared, empty);
        Assert.That(empty.History, Is.EqualTo(full.History));
    }

    /// <summary>Vacancies before they are divided by their sum: the floor of a territory of one's own says the scale.</summary>
    private static double[] Raw(RunState state)
    {
        // A territory without people, physicians or lists would have none; one with lists alone has as many as its lists.
        const int scale = 35;
        double[] kept = [.. state.UnfilledLists];
        Market.CountVacancies(state);
        double one = state.Vacancies[scale];
        double[] before = [.. state.Vacancies];
        state.UnfilledLists[scale] += 1;
        Market.CountVacancies(state);

        // share = v / S, and (v + 1) / (S + 1) with one list more: S = (1 − share′) / (share′ − share).
        double sum = (1 - state.Vacancies[scale]) / (state.Vacancies[scale] - one);
        kept.CopyTo(state.UnfilledLists, 0);
        return [.. before.Select(v => v * sum)];
    }

    private static void Retire(RunState state, int n)
    {
        state.Depart(state.Physicians.Territory[n]);
        state.Vacate(n);
        state.Physicians.Stage[n] = Stage.Retired;
    }

    private static RunState Start(Func<PracticeSettings, PracticeSettings> change)
    {
        Scenario scenario = TestRegion.Scenario();
        return Simulator.StartOf(TestRegion.Prepare(scenario with { Practices = change(scenario.Practices) }));
    }
}
