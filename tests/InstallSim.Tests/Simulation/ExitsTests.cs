using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

public sealed class ExitsTests
{
    [Test]
    public void Who_leaves_is_gone_from_the_place_and_counted_once()
    {
        (PreparedScenario prepared, RunState state) = Start(s => s);
        int before = state.Stock.Sum();
        Take(prepared, state);
        PhysicianTable p = state.Physicians;
        int[] gone = [.. Enumerable.Range(0, p.Count).Where(n => p.Stage[n] > Stage.Installed)];
        Assert.Multiple(() =>
        {
            Assert.That(gone, Is.Not.Empty);
            Assert.That(state.Stock.Sum(), Is.EqualTo(before - gone.Length));
            Assert.That(state.Events.Retirements + state.Events.Leavers, Is.EqualTo(gone.Length));
            Assert.That(state.Events.Departures.Sum(), Is.EqualTo(gone.Length));
            Assert.That(gone.Select(n => p.Territory[n]), Is.All.EqualTo(-1));
            Assert.That(state.History.Count(e => e.Place is NoPlace.Retired or NoPlace.Left), Is.EqualTo(gone.Length));
        });
    }

    [Test]
    public void Nobody_leaves_twice()
    {
        (PreparedScenario prepared, RunState state) = Start(s => s with { LeavingProbability = 0.3 });
        for (int year = 0; year < 10; year++)
        {
            Take(prepared, state);
        }

        uint[] left = [.. state.History.Where(e => e.Place is NoPlace.Retired or NoPlace.Left).Select(e => e.Physician)];
        Assert.That(left, Is.Not.Empty.And.Unique);
    }

    [Test]
    public void Without_any_probability_only_the_last_age_ends_a_career()
    {
        (PreparedScenario prepared, RunState state) = Start(s => s with { Retirement = [], LeavingProbability = 0, LastAge = 70 });
        PhysicianTable p = state.Physicians;
        int expected = Enumerable.Range(0, p.Count).Count(n => state.Year - p.BirthYear[n] >= 69);
        Take(prepared, state);
        Assert.That((state.Events.Retirements, state.Events.Leavers), Is.EqualTo((expected, 0)));
        Assert.That(expected, Is.Positive);
    }

    [Test]
    public void With_certainty_all_leave_and_locums_stay()
    {
        (PreparedScenario prepared, RunState state) = Start(s => s with { LeavingProbability = 1 });
        int locum = Graduates.Add(prepared, state, cohort: 1, rank: 0);
        Take(prepared, state);
        Assert.That(state.Stock, Is.All.Zero);
        Assert.That(state.Physicians.Stage[locum], Is.EqualTo(Stage.Locum));
    }

    [Test]
    public void A_locum_of_the_last_age_retires_without_leaving_a_place()
    {
        (PreparedScenario prepared, RunState state) = Start(s =>
            s with { LeavingProbability = 0, Retirement = [], GraduationAgeMin = 60, GraduationAgeMax = 60, LastAge = 61 });
        int locum = Graduates.Add(prepared, state, cohort: 1, rank: 0);
        int departures = state.Events.Departures.Sum();
        Take(prepared, state);
        Assert.That(state.Physicians.Stage[locum], Is.EqualTo(Stage.Retired));
        Assert.That(state.Events.Retirements, Is.EqualTo(state.Events.Departures.Sum() - departures),
            "only those who had a place are counted");
    }

    [Test]
    public void Who_retires_retires_under_every_higher_probability_too()
    {
        HashSet<uint> before = [];
        foreach (double probability in new[] { 0, 0.05, 0.2, 0.6, 1 })
        {
            AgeHazard[] retirement = [new AgeHazard { FromAge = 60, Probability = probability }];
            HashSet<uint> now = Gone(NoPlace.Retired, s => s with { Retirement = retirement, LeavingProbability = 0, LastAge = 90 });
            Assert.That(now.IsSupersetOf(before), Is.True);
            Assert.That(now, Has.Count.GreaterThanOrEqualTo(probability == 1 ? before.Count + 1 : 0));
            before = now;
        }
    }

    [Test]
    public void Who_leaves_leaves_under_every_higher_probability_too()
    {
        HashSet<uint> before = [];
        foreach (double probability in new[] { 0, 0.006, 0.05, 0.5 })
        {
            HashSet<uint> now = Gone(NoPlace.Left, s => s with { LeavingProbability = probability, Retirement = [], LastAge = 100 });
            Assert.That(now.IsSupersetOf(before), Is.True);
            Assert.That(now, Has.Count.GreaterThanOrEqualTo(probability == 0.5 ? before.Count + 1 : 0));
            before = now;
        }
    }

    [Test]
    public void Every_year_draws_anew()
    {
        (PreparedScenario prepared, RunState first) = Start(s => s with { LeavingProbability = 0.5 });
        RunState second = ShippedRegion.AtStart(prepared);
        Take(prepared, first);
        second.Year++;
        Take(prepared, second);
        Assert.That(Gone(second), Is.Not.EqualTo(Gone(first)));
    }

    [Test]
    public void Exits_of_the_shipped_country_are_as_many_as_the_schedule_expects()
    {
        PreparedScenario prepared = ShippedRegion.France;
        PhysicianSettings settings = prepared.Scenario.Physicians;
        RunState state = ShippedRegion.AtStart(prepared);
        PhysicianTable p = state.Physicians;
        double[] chance = [.. Enumerable.Range(0, p.Count).Select(n => settings.RetirementAt(state.Year + 1 - p.BirthYear[n]))];
        double expected = chance.Sum(), deviation = Math.Sqrt(chance.Sum(c => c * (1 - c)));
        double leaving = chance.Sum(c => (1 - c) * settings.LeavingProbability);
        state.Year++;
        Exits.Take(prepared, state);
        Assert.That(state.Events.Retirements, Is.EqualTo(expected).Within(4 * deviation));
        Assert.That(state.Events.Leavers, Is.EqualTo(leaving).Within(4 * Math.Sqrt(leaving)));
    }

    private static (PreparedScenario Prepared, RunState State) Start(Func<PhysicianSettings, PhysicianSettings> change)
    {
        Scenario scenario = TestRegion.Scenario();
        PreparedScenario prepared = TestRegion.Prepare(scenario with { Physicians = change(scenario.Physicians) });
        return (prepared, ShippedRegion.AtStart(prepared));
    }

    /// <summary>Who exits in the first year under other settings, of the same people.</summary>
    private static HashSet<uint> Gone(int how, Func<PhysicianSettings, PhysicianSettings> change)
    {
        (PreparedScenario prepared, RunState state) = Start(s => s);
        Take(TestRegion.Prepare(prepared.Scenario with { Physicians = change(prepared.Scenario.Physicians) }), state);
        return [.. state.History.Where(e => e.Place == how).Select(e => e.Physician)];
    }

    private static void Take(PreparedScenario prepared, RunState state)
    {
        state.Year++;
        Exits.Take(prepared, state);
    }

    private static uint[] Gone(RunState state) => [.. state.History.Where(e => e.Place == NoPlace.Left).Select(e => e.Physician)];
}
