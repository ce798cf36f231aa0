using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.Tests.Policies;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

public sealed class SpellTests
{
    private const int Start = 2025;

    // All take the best place there is, so that what a locum chooses is a wish for a place.
    private static readonly Participation Everybody = new(0, 0, -1000, -1000, double.NegativeInfinity, double.NegativeInfinity);

    [Test]
    public void A_locum_wishes_for_the_same_place_year_after_year_while_nothing_changes()
    {
        int[][] wishes = Wishes(0);
        Assert.That(wishes[0], Has.Length.GreaterThan(30).And.All.GreaterThanOrEqualTo(0));
        Assert.That(wishes.Skip(1), Is.All.EqualTo(wishes[0]));
    }

    [Test]
    public void With_a_hazard_of_one_every_locum_draws_anew_every_year()
    {
        int[][] wishes = Wishes(1);
        double same = wishes.Skip(1).Zip(wishes).Sum(pair => pair.First.Zip(pair.Second).Count(w => w.First == w.Second));
        Assert.That(same / wishes.Skip(1).Sum(w => w.Length), Is.LessThan(0.25), "by chance alone");
    }

    [Test]
    public void Between_the_two_the_wish_changes_no_more_often_than_the_spell()
    {
        int[][] wishes = Wishes(0.2);
        double changed = wishes.Skip(1).Zip(wishes).Sum(pair => pair.First.Zip(pair.Second).Count(w => w.First != w.Second));
        double all = wishes.Skip(1).Sum(w => w.Length);
        Assert.That(changed / all, Is.InRange(0.1, 0.2 + (3 * Math.Sqrt(0.2 * 0.8 / all))));
    }

    [Test]
    public void The_share_of_incumbents_who_look_again_is_the_hazard([Values(0, 0.07, 0.3, 1)] double hazard)
    {
        var run = new HandRun(With(TestRegion.Scenario(), s => s with { SpellHazard = hazard }));
        double looked = 0, all = 0;
        for (int year = Start + 1; year <= 2032; year++)
        {
            run.Step();

            // Who installed or moved this year began a spell in an earlier one or in this, and is left out.
            PhysicianTable p = run.State.Physicians;
            int age = run.Prepared.Scenario.Physicians.SettledAge;
            int[] settled = [.. Installed(run.State).Where(n => p.Since[n] < year && year - p.BirthYear[n] < age)];
            looked += settled.Count(n => run.State.Physicians.Spell[n] == year);
            all += settled.Length;
        }

        double moved = run.State.History.Count(e => e.Kind is EventKind.Moved or EventKind.ChangedForm);
        Assert.That((looked + moved) / (all + moved), Is.EqualTo(hazard).Within(4 * Math.Sqrt(hazard * (1 - hazard) / all)));
    }

    [Test]
    public void Nobody_moves_whose_spell_did_not_end_in_the_year()
    {
        Scenario scenario = With(TestRegion.Scenario(), s => s with { SpellHazard = 0.3, MovingCost = 0, FormChangeCost = 0 });
        RunState state = AtEnd(scenario);
        LifeEvent[] moves = [.. state.History.Where(e => e.Kind is EventKind.Moved or EventKind.ChangedForm)];
        Assert.That(moves, Has.Length.GreaterThan(50));
        Assert.That(moves.Where(e => state.Key(DrawPurpose.Spell, e.Year, e.Physician).Uniform(0) >= 0.3), Is.Empty);
    }

    [Test]
    public void Nobody_moves_without_a_new_spell_at_all()
    {
        RunRecord run = TestRegion.Run(With(TestRegion.Scenario(), s => s with { SpellHazard = 0, MovingCost = 0, FormChangeCost = 0 }));
        Assert.That(run.History.Where(e => e.Kind is EventKind.Moved or EventKind.ChangedForm), Is.Empty);
    }

    [Test]
    public void Who_looks_again_with_the_tastes_of_the_installation_stays_at_no_cost_of_moving()
    {
        (RunState state, int[] settled) = Settled();
        var decider = new Decider(state);
        Assert.That(settled, Has.Length.GreaterThan(30));
        Assert.That(settled.Where(n => decider.Choose(n) != -1), Is.Empty);
        foreach (int n in settled)
        {
            state.Physicians.Spell[n]++;
        }

        Assert.That(settled.Count(n => decider.Choose(n) != -1), Is.GreaterThan(settled.Length / 2), "with other tastes most would move");
    }

    [Test]
    public void Nobody_of_the_settled_age_moves()
    {
        Scenario scenario =
            With(TestRegion.Scenario(), s => s with { SpellHazard = 1, MovingCost = 0, FormChangeCost = 0, SettledAge = 45 });
        RunState state = AtEnd(scenario);
        var birth = Enumerable.Range(0, state.Physicians.Count)
            .ToDictionary(n => state.Physicians.Name[n], n => state.Physicians.BirthYear[n]);
        int[] ages = [.. state.History.Where(e => e.Kind is EventKind.Moved or EventKind.ChangedForm)
            .Select(e => e.Year - birth[e.Physician])];
        Assert.That(ages, Has.Length.GreaterThan(50));
        Assert.That(ages.Max(), Is.EqualTo(44));
    }

    [Test]
    public void Moves_of_the_first_year_and_of_the_twentieth_are_as_many_in_the_region() =>
        AssertSteadyMoves(ShippedRegion.CentreValDeLoire, replications: 16);

    [Test]
    public void Moves_of_the_first_year_and_of_the_twentieth_are_as_many_in_the_country() =>
        AssertSteadyMoves(ShippedRegion.France, replications: 1);

    [Test]
    public void A_policy_to_come_changes_no_spell_and_no_choice_before_it()
    {
        var later = new InstallSim.Policies.InstallationGrant { Type = "installation-grant", From = 2030, AmountKeur = 300 };
        Scenario scenario = PolicyRuns.Restless(TestRegion.Scenario());
        RunRecord baseline = TestRegion.Run(scenario), run = TestRegion.Run(scenario with { Policies = [later] });
        Assert.That(run.History.Where(e => e.Year < 2030), Is.EqualTo(baseline.History.Where(e => e.Year < 2030)));
        Assert.That(run.History, Is.Not.EqualTo(baseline.History));
    }

    /// <summary>Of those under 55, who look again: of the stock of the start more are past that than of later ones.</summary>
    private static void AssertSteadyMoves(PreparedScenario prepared, int replications)
    {
        prepared = prepared.With(prepared.Scenario with { Uncertainty = Uncertainty.None });
        double[] share = new double[21];
        for (int replication = 0; replication < replications; replication++)
        {
            RunRecord run = new Simulator(prepared, replication, 2).Run();
            for (int year = 1; year <= 20; year++)
            {
                share[year] += TestRegion.Value(run, year, "moves") / Under55(run, year - 1) / replications;
            }
        }

        Assert.That(share[20] / share[1], Is.InRange(0.8, 1.25));
    }

    private static double Under55(RunRecord run, int year) => TestRegion.Value(run, year, "age-under-35")
        + TestRegion.Value(run, year, "age-35-44") + TestRegion.Value(run, year, "age-45-54");

    /// <summary>What each locum of the start wishes for in ten years of one and the same market.</summary>
    private static int[][] Wishes(double hazard)
    {
        RunState state = Market(s => s with { SpellHazard = hazard });
        var stage = new ChoiceStage(state);
        int[] locums = [.. Enumerable.Range(0, state.Physicians.Count).Where(n => state.Physicians.Stage[n] == Stage.Locum)];
        return [.. Enumerable.Range(Start + 1, 10).Select(year =>
        {
            state.Year = year;
            stage.Choose();
            var decider = new Decider(state);
            return locums.Select(n => decider.Choose(n)).ToArray();
        })];
    }

    /// <summary>Locums who have all been given the place that they wish for most, next year, in the same market.</summary>
    private static (RunState State, int[] Settled) Settled()
    {
        RunState state = Market(s => s with { MovingCost = 0, FormChangeCost = 0, SpellHazard = 0 });
        state.Year = Start + 1;
        new ChoiceStage(state).Choose();
        var decider = new Decider(state);
        int[] locums = [.. Enumerable.Range(0, state.Physicians.Count).Where(n => state.Physicians.Stage[n] == Stage.Locum)];
        int[] wishes = [.. locums.Select(n => decider.Choose(n))];
        foreach ((int n, int wish) in locums.Zip(wishes))
        {
            state.Settle(n, wish, EventKind.Installed);
        }

        state.Year++;
        return (state, locums);
    }

    /// <summary>The market of the start with the graduates of a year as locums; nothing in it changes unless a test does it.</summary>
    private static RunState Market(Func<PhysicianSettings, PhysicianSettings> change)
    {
        TerritoryTable table = TestRegion.Territories();
        Array.Clear(table.MspPlaces);
        Array.Clear(table.HealthCentrePosts);
        PreparedScenario prepared = TestRegion.Prepare(With(TestRegion.Scenario(), change), table);
        RunState state = Simulator.StartOf(prepared);
        state.Participation = Everybody;
        PolicyStage.BeginYear(state);
        state.Year++;
        Graduates.Enter(prepared, state);
        return state;
    }

    private static RunState AtEnd(Scenario scenario)
    {
        var run = new HandRun(scenario);
        while (run.State.Year < scenario.Years.Until)
        {
            run.Step();
        }

        return run.State;
    }

    private static IEnumerable<int> Installed(RunState state) =>
        Enumerable.Range(0, state.Physicians.Count).Where(n => state.Physicians.Stage[n] == Stage.Installed);

    private static Scenario With(Scenario scenario, Func<PhysicianSettings, PhysicianSettings> change) =>
        scenario with { Physicians = change(scenario.Physicians) };
}
