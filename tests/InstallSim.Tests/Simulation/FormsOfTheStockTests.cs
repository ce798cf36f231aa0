using InstallSim.Inputs;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

/// <summary>Forms of practice: those of the start by age, solo practices that join groups, what an MSP changes.</summary>
public sealed class FormsOfTheStockTests
{
    [TestCase(30, 49, 0.13)]
    [TestCase(50, 59, 0.25)]
    [TestCase(60, 120, 0.47)]
    public void At_the_start_France_works_alone_as_its_ages_do(int from, int to, double published)
    {
        RunState state = ShippedRegion.AtStart(ShippedRegion.France);
        PhysicianTable p = state.Physicians;
        int[] those = [.. Enumerable.Range(0, p.Count).Where(n => state.Year - p.BirthYear[n] is int age && age >= from && age <= to)];
        double alone = those.Count(n => p.Form[n] == PracticeForm.Solo) / (double)those.Length;
        Assert.That(alone, Is.EqualTo(published).Within(0.02), "the rest is places of the table and groups of one");
    }

    [Test]
    public void Who_fills_the_places_of_centres_is_younger_than_the_others()
    {
        RunState state = ShippedRegion.AtStart(ShippedRegion.France);
        PhysicianTable p = state.Physicians;
        double Share(Func<int, bool> age)
        {
            int[] those = [.. Enumerable.Range(0, p.Count).Where(n => age(state.Year - p.BirthYear[n]))];
            return those.Count(n => p.Form[n] == PracticeForm.Msp) / (double)those.Length;
        }

        Assert.That(Share(a => a < 50) / Share(a => a >= 60), Is.EqualTo(24.0 / 12).Within(0.35));
    }

    [Test]
    public void Centres_are_filled_to_the_share_of_their_places_whatever_the_ages()
    {
        RunState state = ShippedRegion.AtStart(ShippedRegion.CentreValDeLoire);
        for (int i = 0; i < state.Vacancies.Length; i++)
        {
            int msp = AlternativeTable.Of(i, PracticeForm.Msp);
            Assert.That(state.Stock[msp],
                Is.EqualTo(Math.Min(Practices.Physicians(state, i), (int)Math.Round(0.85 * state.Places[msp]))));
        }
    }

    [Test]
    public void An_age_without_weight_takes_places_of_centres_only_when_nobody_else_is_there()
    {
        RunState state = ShippedRegion.AtStart(TestRegion.Prepare(With(s => s with
        {
            InitialForms = [new() { FromAge = 18, Solo = 0.5, Group = 0.3, Msp = 0.2 }, new() { FromAge = 50, Solo = 0.5, Group = 0.5 }],
        })));
        PhysicianTable p = state.Physicians;
        foreach (int n in Enumerable.Range(0, p.Count).Where(n => p.Form[n] == PracticeForm.Msp && state.Year - p.BirthYear[n] >= 50))
        {
            Assert.That(Enumerable.Range(0, p.Count).Where(m => p.Territory[m] == p.Territory[n] && p.Form[m] != PracticeForm.Msp)
                .All(m => state.Year - p.BirthYear[m] >= 50));
        }
    }

    [Test]
    public void Nobody_joins_at_nought_and_all_with_a_group_at_one()
    {
        static RunRecord Run(double probability) => TestRegion.Run(With(s => s with
        {
            GroupProbability = 0,
            JoiningProbability = probability,
        }));
        RunRecord never = Run(0), always = Run(1);
        Assert.That(never.History.Count(e => e.Year == 2026 && e.Kind == EventKind.Regrouped), Is.Zero);
        Assert.That(TestRegion.Value(always, 1, "stock-solo"), Is.LessThan(TestRegion.Value(never, 1, "stock-solo")));
        Assert.That(TestRegion.Value(always, 1, "stock"), Is.EqualTo(TestRegion.Value(never, 1, "stock")));
        Assert.That(TestRegion.Value(always, 1, "stock-msp"), Is.EqualTo(TestRegion.Value(never, 1, "stock-msp")));
    }

    [Test]
    public void Who_joins_at_a_probability_joins_at_a_larger_one_too()
    {
        static HashSet<uint> Joined(double probability) => [.. TestRegion.Run(With(s => s with
        {
            GroupProbability = 0,
            JoiningProbability = probability,
        })).History.Where(e => e.Year == 2026 && e.Kind == EventKind.Regrouped).Select(e => e.Physician)];
        Assert.That(Joined(0.1), Is.SubsetOf(Joined(0.3)));
        Assert.That(Joined(0.3), Has.Count.GreaterThan(Joined(0.1).Count));
    }

    [TestCase("[]", "no age is named")]
    [TestCase("[{from-age: 18, solo: 0.7, group: 0.2, msp: 0.3, source: x}]", "add up to 1.2, more than 1")]
    [TestCase("[{from-age: 18, solo: 0, group: 0, msp: 1, source: x}]", "nobody works alone or in a group")]
    [TestCase("[{from-age: 50, solo: 1, group: 0, msp: 0, source: x}, {from-age: 50, solo: 1, group: 0, msp: 0, source: x}]",
        "from-age 50 does not come after 50")]
    public void Forms_that_cannot_be_are_refused(string forms, string message)
    {
        var errors = new InputErrors();
        ScenarioReader.Read(Repository.PathOf("scenarios", "centre-val-de-loire", "baseline.yaml"), errors,
            [$"practices.initial-forms={forms}"]);
        Assert.That(errors.All.Select(e => e.Message), Has.Some.Contains(message));
    }

    private static Scenario With(Func<PracticeSettings, PracticeSettings> change)
    {
        Scenario scenario = TestRegion.Scenario();
        return scenario with { Practices = change(scenario.Practices) };
    }
}
