using InstallSim.Preferences;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

/// <summary>What draws to places beyond what is observed of them, against what graduates choose under it.</summary>
public sealed class PlaceEffectsTests
{
    [Test]
    public void Graduates_go_where_those_under_60_are_as_far_as_these_are_many(
        [Values(0.6, 1)] double consideration, [Values(0, 0.25, 1)] double elasticity)
    {
        PreparedScenario prepared = Prepare(TestRegion.Territories(), consideration, elasticity);
        RunState state = Start(prepared);
        double[] before = ChoicesOfALevelMarket(state);
        PlaceEffects.Find(state);
        double[] after = ChoicesOfALevelMarket(state);
        double[] target = Shrunk(before, [.. Enumerable.Range(0, before.Length).Select(i => Under60(state, i))]);
        Assert.That(Distance(before, target), Is.GreaterThan(0.09), "else nothing is tested");
        Assert.That(Distance(after, target), Is.LessThan(0.04),
            "half of the sum of differences: some 6,000 choices leave about 0.025 by chance");
    }

    [Test]
    public void Effects_and_constants_do_not_depend_on_the_number_of_threads()
    {
        PreparedScenario prepared = Prepare(TestRegion.Territories(), consideration: 0.6);
        RunState one = Start(prepared), two = Start(prepared, threads: 2);
        PlaceEffects.Find(one);
        PlaceEffects.Find(two);
        Assert.That(two.PlaceEffects, Is.EqualTo(one.PlaceEffects).And.Some.GreaterThan(0.1));
        PhysicianTable sample = ParticipationSolver.Sample(prepared);
        Assert.That(new ParticipationSolver(two, sample).Solve(), Is.EqualTo(new ParticipationSolver(one, sample).Solve()));
    }

    [Test]
    public void Effects_are_0_in_the_mean_of_who_chooses_and_finite_where_nobody_practises()
    {
        TerritoryTable table = TestRegion.Territories();
        table.Physicians[5] = 0;
        double[] effects = Found(Prepare(table));
        Assert.Multiple(() =>
        {
            Assert.That(effects, Is.All.Matches<double>(double.IsFinite));
            Assert.That(effects[5], Is.LessThan(effects.Average()), "nobody came");
        });
    }

    [Test]
    public void There_are_none_where_nobody_practises_at_all()
    {
        TerritoryTable table = TestRegion.Territories();
        Array.Clear(table.Physicians);
        Array.Clear(table.MspPlaces);
        Assert.That(Found(Prepare(table)), Is.All.EqualTo(0));
    }

    [Test]
    public void A_place_of_older_GPs_draws_less()
    {
        TerritoryTable table = TestRegion.Territories(), older = TestRegion.Territories();
        (table.SharePhysicians60Plus[7], older.SharePhysicians60Plus[7]) = (0.2, 0.7);
        PreparedScenario prepared = Prepare(table);
        RunState state = Start(prepared);
        PlaceEffects.Find(state);
        double young = state.PlaceEffects[7];
        older.SharePhysicians60Plus.CopyTo(table.SharePhysicians60Plus, 0);
        Array.Clear(state.PlaceEffects);
        PlaceEffects.Find(state);
        Assert.That(state.PlaceEffects[7], Is.LessThan(young - 0.3), "the same market, another table");
    }

    [Test]
    public void Lists_to_take_over_draw_beyond_the_effects()
    {
        RunState state = Start(Prepare(TestRegion.Territories()));
        double[] vacancies = [.. state.Vacancies];
        PlaceEffects.Find(state);
        Assert.That(state.Vacancies, Is.EqualTo(vacancies), "those of the year are kept");
        Assert.That(state.Newcomers.Blocks.GroupValue(Column(state, "vacancies"), 3), Is.EqualTo(Math.Log(vacancies[3])).Within(1e-12));
        Assert.That(state.Newcomers.Blocks.GroupValue(Column(state, "place-effect"), 3), Is.EqualTo(state.PlaceEffects[3]));
    }

    [Test]
    public void A_coefficient_of_0_changes_no_run()
    {
        Scenario without = TestRegion.Scenario();
        Assert.That(TestRegion.Run(With(without, 0)).Values, Is.EqualTo(TestRegion.Run(without).Values));
        Assert.That(StartOf(With(without, 0)).PlaceEffects, Is.All.Zero, "nothing is solved that no choice sees");
        Assert.That(TestRegion.Run(With(without, 1)).Values, Is.Not.EqualTo(TestRegion.Run(without).Values));
    }

    [Test]
    public void Scenarios_that_share_a_start_share_the_effects()
    {
        Scenario scenario = With(TestRegion.Scenario(), 1);
        var first = new Simulator(TestRegion.Prepare(scenario), 1);
        RunRecord record = first.Run();
        double[] effects = StartOf(scenario).PlaceEffects;
        Assert.That(effects, Has.Some.Not.EqualTo(0));
        Assert.That(StartOf(scenario, first.WarmedUp).PlaceEffects, Is.EqualTo(effects));
        Assert.That(new Simulator(TestRegion.Prepare(scenario), 1, 1, first.WarmedUp).Run().Values, Is.EqualTo(record.Values));
    }

    private static RunState StartOf(Scenario scenario, MarketStart? start = null) =>
        new Simulator(TestRegion.Prepare(scenario), 1, 1, start).BeforeChoices(scenario.Years.From + 1);

    private static int Column(RunState state, string variable) =>
        state.Prepared.Utility.Variables.Territory.TakeWhile(v => v.Name != variable).Count();

    private static double[] Found(PreparedScenario prepared)
    {
        RunState state = Start(prepared);
        PlaceEffects.Find(state);
        return state.PlaceEffects;
    }

    private static Scenario With(Scenario scenario, double coefficient) => scenario with
    {
        Preferences = scenario.Preferences with
        {
            Coefficients = new Dictionary<string, Coefficient>(scenario.Preferences.Coefficients)
            {
                ["place-effect"] = new Coefficient { Value = coefficient, Source = "ASSUMPTION" },
            },
        },
    };

    private static PreparedScenario Prepare(TerritoryTable table, double consideration = 0.6, double elasticity = 0.25)
    {
        Scenario scenario = With(TestRegion.Scenario(), 1);
        return TestRegion.Prepare(
            scenario with
            {
                Preferences = scenario.Preferences with { Consideration = consideration },
                Physicians = scenario.Physicians with { ParticipationElasticity = elasticity },
            },
            table);
    }

    private static RunState Start(PreparedScenario prepared, int threads = 1)
    {
        RunState state = Simulator.StartOf(prepared, threads);
        Array.Fill(state.Consideration, prepared.Scenario.Preferences.Consideration);
        state.Newcomers.Prepare(state);
        return state;
    }

    private static double[] ChoicesOfALevelMarket(RunState state)
    {
        Market.LevelVacancies(state);
        state.Newcomers.Prepare(state);
        return Choices(state);
    }

    /// <summary>Shares of territories among those of 12,000 graduates who take a place by their own draws.</summary>
    private static double[] Choices(RunState state)
    {
        state.Participation = new ParticipationSolver(state, ParticipationSolver.Sample(state.Prepared)).Solve();
        PhysicianTable graduates = Graduates.Spread(state.Prepared, 12_000);
        var decider = new Decider(state, graduates);
        var shares = new double[state.Vacancies.Length];
        for (int year = 0; year < 6; year++)
        {
            // Who stays a locum draws again, with other tastes here, so that all end somewhere.
            state.Year++;
            for (int n = 0; n < graduates.Count; n++)
            {
                graduates.Spell[n] = (short)state.Year;
                int wanted = graduates.Stage[n] == Stage.Locum ? decider.Choose(n) : -1;
                bool isPlace = wanted >= 0 && wanted < state.Stock.Length;
                graduates.Stage[n] = wanted < 0 || wanted == state.Stock.Length + (int)OptOut.Locum ? graduates.Stage[n] : Stage.Left;
                if (isPlace)
                {
                    shares[AlternativeTable.Territory(wanted)]++;
                }
            }
        }

        double all = shares.Sum();
        return [.. shares.Select(s => s / all)];
    }

    private static double Under60(RunState state, int i) =>
        Enumerable.Range(0, AlternativeTable.Forms).Sum(f => state.Stock[(i * AlternativeTable.Forms) + f])
            * (1 - state.Prepared.Territories.SharePhysicians60Plus[i]);

    /// <summary>Gamma and Poisson, from the definitions.</summary>
    private static double[] Shrunk(double[] shares, double[] there)
    {
        double all = there.Sum();
        double[] expected = [.. shares.Select(s => all * s)];
        double variance = expected.Zip(there, (e, y) => ((y - e) * (y - e) / e) - 1).Sum() / all, alpha = 1 / variance;
        double[] weight = [.. expected.Zip(there, (e, y) => e * (y + alpha) / (e + alpha))];
        return [.. weight.Select(w => w / weight.Sum())];
    }

    private static double Distance(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Sum() / 2;
}
