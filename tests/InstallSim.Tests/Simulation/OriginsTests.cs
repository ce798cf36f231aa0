using InstallSim.Choice.Draws;
using InstallSim.Preferences;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

public sealed class OriginsTests
{
    internal const int Count = 36, Place = 21;

    [Test]
    public void Births_follow_Bayes_rule_with_the_distance_terms_of_utility()
    {
        Scenario scenario = TestRegion.Scenario();
        PreparedScenario prepared =
            TestRegion.Prepare(scenario with { Physicians = scenario.Physicians with { TrainedHereShareBornHere = 0.7 } });
        double[] expected = [.. Enumerable.Range(0, Count)
            .Select(b => Trainings(prepared, b, 0.7).Sum() * prepared.Territories.Population[b]
                * Math.Pow(1 + (Kilometres(prepared, b, Place) / 20), -1.4))];
        double total = expected.Sum();
        Assert.That(Shares(prepared.BirthsOf(Place)), Is.EqualTo(expected.Select(w => w / total)).Within(1e-12));
    }

    [Test]
    public void Training_follows_Bayes_rule_given_birth_and_place([Values(-1, 4)] int birth)
    {
        Scenario scenario = TestRegion.Scenario();
        PreparedScenario prepared = TestRegion.Prepare(scenario with
        {
            Physicians = scenario.Physicians with { TrainedHereShareBornHere = 0.7, TrainedHereShareBornOutside = 0.7 },
        });
        double[] expected = Trainings(prepared, birth, 0.7);
        const int draws = 20_000;
        int[] drawn = [.. Enumerable.Range(0, draws).Select(k => prepared.Origins.TrainingPlaceOf(birth, Place, (k + 0.5) / draws))];
        double[] found = [.. new[] { 0, 20, -1 }.Select(t => drawn.Count(d => d == t) / (double)draws)];
        Assert.That(found, Is.EqualTo(expected.Select(w => w / expected.Sum())).Within(2.0 / draws));
    }

    [Test]
    public void The_mean_over_classes_is_the_coefficient_of_distance()
    {
        Scenario scenario = TestRegion.Scenario();
        PreferenceSettings two = WithBirthCoefficient(scenario, -1) with
        {
            Classes =
            [
                new PreferenceClass { Name = "near", Share = 0.25, Times = new Dictionary<string, double> { ["birth-distance"] = 3 } },
                new PreferenceClass { Name = "far", Share = 0.75, Times = new Dictionary<string, double> { ["birth-distance"] = 0.2 } },
            ],
        };
        double[] of2 = TestRegion.Prepare(scenario with { Preferences = two }).BirthsOf(Place);
        double[] of1 = TestRegion.Prepare(scenario with { Preferences = WithBirthCoefficient(scenario, -0.9) }).BirthsOf(Place);
        Assert.That(of2, Is.EqualTo(of1).Within(1e-12));
    }

    [Test]
    public void A_stronger_pull_of_the_birthplace_brings_births_nearer()
    {
        double[] kilometres = [.. new[] { 0, -0.5, -1, -2, -4 }.Select(a => MeanBirthDistance(a))];
        Assert.That(kilometres, Is.Ordered.Descending);
    }

    [Test]
    public void Without_distance_in_utility_births_follow_population()
    {
        Scenario scenario = TestRegion.Scenario();
        PreparedScenario prepared = TestRegion.Prepare(scenario with
        {
            Preferences = scenario.Preferences with { Coefficients = new Dictionary<string, Coefficient>() },
        });
        Assert.That(prepared.BirthsOf(Place), Is.EqualTo(prepared.PopulationShares).Within(1e-12));
    }

    [TestCase(-1000)]
    [TestCase(1000)]
    public void Coefficients_beyond_any_number_leave_everybody_somewhere(double coefficient)
    {
        Scenario scenario = TestRegion.Scenario();
        PreparedScenario prepared = TestRegion.Prepare(scenario with { Preferences = WithBirthCoefficient(scenario, coefficient) });
        double[] births = prepared.BirthsOf(Place);
        Assert.That(births, Is.All.InRange(0, 1));
        Assert.That(births, Is.Ordered);
        Assert.That(births[^1], Is.EqualTo(1));
    }

    [Test]
    public void Where_nobody_lives_nobody_is_born()
    {
        TerritoryTable table = TestRegion.Territories();
        table.Population[5] = 0;
        PreparedScenario prepared = TestRegion.Prepare(TestRegion.Scenario(), table);
        Assert.That(Shares(prepared.BirthsOf(Place))[5], Is.Zero);
    }

    [Test]
    public void Who_was_trained_nowhere_in_the_study_was_trained_outside()
    {
        Scenario scenario = TestRegion.Scenario();
        PhysicianSettings settings = scenario.Physicians with { TrainedHereShareBornHere = 0, TrainedHereShareBornOutside = 1 };
        PreparedScenario prepared = TestRegion.Prepare(scenario with { Physicians = settings });
        Assert.That(Draws(100).Select(u => prepared.Origins.TrainingPlaceOf(3, Place, u)), Is.All.EqualTo(-1));
        Assert.That(Draws(100).Select(u => prepared.Origins.TrainingPlaceOf(-1, Place, u)), Is.All.AnyOf(0, 20));
    }

    [Test]
    public void A_graduate_s_training_falls_with_distance_from_birth()
    {
        Scenario scenario = TestRegion.Scenario();
        double[] near = [.. new[] { 0.0, 1, 2, 5 }.Select(decay =>
        {
            PreparedScenario prepared =
                TestRegion.Prepare(scenario with { Physicians = scenario.Physicians with { TrainingDistanceDecay = decay } });
            return (double)Draws(1000).Count(u => prepared.Origins.TrainingPlaceOf(1, u) == 0);
        })];
        Assert.That(near[0], Is.EqualTo(700).Within(1), "the weights are 7 and 3");
        Assert.That(near, Is.Ordered);
        Assert.That(near[3], Is.GreaterThan(near[0]));
    }

    [Test]
    public void Births_do_not_depend_on_the_order_of_the_table()
    {
        Scenario scenario = TestRegion.Scenario();
        TerritoryTable table = TestRegion.Territories();
        int[] turned = [.. Enumerable.Range(0, Count).Select(i => Count - 1 - i)];
        var reverse = new PreparedScenario(
            scenario, table.Rearranged(turned), TestRegion.Prepare(scenario).TravelTimes,
            SystematicUtility.DistanceRows(table.Rearranged(turned), 200),
            new TrainingPlaces([35, 15], [7, 3]));
        double[] forward = Shares(TestRegion.Prepare(scenario, table).BirthsOf(Place)),
            backward = Shares(reverse.BirthsOf(35 - Place));
        Assert.That(backward.Reverse(), Is.EqualTo(forward).Within(1e-12));
    }

    [Test]
    public void Graduates_who_would_choose_by_distance_alone_and_those_found_there_were_born_in_the_same_places()
    {
        // Forward: who is born where, trained where, and takes place i with probability ∝ distance terms; all places are equal but for
        // distance, and the denominator of the choice, which the backward rule leaves out, is divided out by weighting.
        PreparedScenario prepared = TestRegion.Prepare(TestRegion.Scenario());
        var born = new double[Count];
        DrawKey draw = new(5, 0, 0, 0, 0);
        for (int k = 0; k < 200_000; k++)
        {
            int b = PreparedScenario.Draw(prepared.PopulationShares, draw.Uniform(2 * k)),
                t = prepared.Origins.TrainingPlaceOf(b, draw.Uniform((2 * k) + 1));
            born[b] += Math.Pow(1 + (Kilometres(prepared, b, Place) / 20),
                -1.4) * Math.Pow(1 + (Kilometres(prepared, t, Place) / 20), -1.15);
        }

        double total = born.Sum();
        Assert.That(Shares(prepared.BirthsOf(Place)), Is.EqualTo(born.Select(w => w / total)).Within(0.004));
    }

    private static double MeanBirthDistance(double coefficient)
    {
        Scenario scenario = TestRegion.Scenario();
        PreparedScenario prepared = TestRegion.Prepare(scenario with { Preferences = WithBirthCoefficient(scenario, coefficient) });
        return Shares(prepared.BirthsOf(Place)).Select((share, b) => share * Kilometres(prepared, b, Place)).Sum();
    }

    private static PreferenceSettings WithBirthCoefficient(Scenario scenario, double value) => scenario.Preferences with
    {
        Coefficients = new Dictionary<string, Coefficient>(scenario.Preferences.Coefficients)
        {
            ["birth-distance"] = new() { Value = value },
        },
    };

    /// <summary>P(t|b)·(1 + d / 20 km)^−1.15 of the training places 0 and 20, and of the outside, 200 km away.</summary>
    private static double[] Trainings(PreparedScenario prepared, int birth, double trainedHere)
    {
        double[] weight = [.. new[] { (0, 7.0), (20, 3.0) }.Select(t =>
            t.Item2 * (birth < 0
                ? 1
                : Math.Pow(1 + (Kilometres(prepared, birth, t.Item1) / 20), -prepared.Scenario.Physicians.TrainingDistanceDecay)))];
        double Pull(double kilometres) => Math.Pow(1 + (kilometres / 20), -1.15);
        return
        [
            trainedHere * weight[0] / weight.Sum() * Pull(Kilometres(prepared, 0, Place)),
            trainedHere * weight[1] / weight.Sum() * Pull(Kilometres(prepared, 20, Place)),
            (1 - trainedHere) * Pull(200),
        ];
    }

    private static double Kilometres(PreparedScenario prepared, int i, int j) => Geography.Kilometres(prepared.Territories, i, j);

    [Test]
    public void Births_of_places_worked_on_together_are_those_of_each_alone([Values(1, 4, 5, Births.Together)] int together)
    {
        PreparedScenario prepared = TestRegion.Prepare(TestRegion.Scenario());
        int[] places = [.. Enumerable.Range(0, together).Select(k => 3 + (2 * k))];
        var births = new Births(prepared.Origins, prepared.Territories.Population);
        births.Fill([1, 2, 4]);
        births.Fill(places);
        Assert.That(places.Select((_, k) => births.Row(k)), Is.EqualTo(places.Select(prepared.BirthsOf)));
    }

    [Test]
    public void A_birth_that_is_drawn_is_the_first_with_more_of_the_share_before_it()
    {
        PreparedScenario prepared = TestRegion.Prepare(TestRegion.Scenario());
        var births = new Births(prepared.Origins, prepared.Territories.Population);
        births.Fill([Place]);
        double[] cumulated = births.Row(0);
        Assert.That(Draws(5000).Select(u => births.Draw(0, u)),
            Is.EqualTo(Draws(5000).Select(u => Array.FindIndex(cumulated, c => u < c))));
    }

    private static double[] Shares(double[] cumulated) => [.. cumulated.Select((c, i) => i == 0 ? c : c - cumulated[i - 1])];

    private static IEnumerable<double> Draws(int count) => Enumerable.Range(0, count).Select(k => (k + 0.5) / count);
}

/// <summary>Where those who practise in a place were born.</summary>
file static class OriginsOfTests
{
    public static double[] BirthsOf(this PreparedScenario prepared, int place)
    {
        var births = new Births(prepared.Origins, prepared.Territories.Population);
        births.Fill([place]);
        return births.Row(0);
    }

    public static double[] Row(this Births births, int k) =>
        [.. Enumerable.Range(0, OriginsTests.Count).Select(b => births.Cumulated(k, b))];
}
