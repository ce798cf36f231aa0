using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.Territories;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

public sealed class InitialStockTests
{
    [Test]
    public void Everybody_of_the_start_practises_in_one_of_the_places_counted()
    {
        RunState state = ShippedRegion.AtStart(TestRegion.Prepare(TestRegion.Scenario()));
        PhysicianTable p = state.Physicians;
        Assert.Multiple(() =>
        {
            Assert.That(state.Stock.Sum(), Is.EqualTo(p.Count));
            Assert.That(Headcounts(state).Sum(), Is.EqualTo(p.Count));
            Assert.That(p.Stage[..p.Count], Is.All.EqualTo(Stage.Installed));
            Assert.That(p.Name[..p.Count], Is.Unique);
        });
        for (int n = 0; n < p.Count; n++)
        {
            state.Stock[AlternativeTable.Of(p.Territory[n], p.Form[n])]--;
        }

        Assert.That(state.Stock, Is.All.Zero);
    }

    [Test]
    public void Policies_do_not_change_who_is_there_at_the_start()
    {
        RunState without = ShippedRegion.AtStart(TestRegion.Prepare(TestRegion.Scenario()), replication: 2);
        RunState with = ShippedRegion.AtStart(
            TestRegion.Prepare(TestRegion.Scenario(new InstallationGrant { Type = "installation-grant", From = 2026, AmountKeur = 300 })),
            replication: 2);
        Assert.That(People(with), Is.EqualTo(People(without)));
    }

    [Test]
    public void Other_replications_have_other_people_in_the_same_places()
    {
        PreparedScenario prepared = TestRegion.Prepare(TestRegion.Scenario());
        RunState one = ShippedRegion.AtStart(prepared), other = ShippedRegion.AtStart(prepared, replication: 1);
        Assert.That(Headcounts(other), Is.EqualTo(Headcounts(one)));
        Assert.That(People(other), Is.Not.EqualTo(People(one)));
    }

    [TestCase(0)]
    [TestCase(1)]
    public void All_or_none_of_the_start_were_born_here(double share)
    {
        RunState state = ShippedRegion.AtStart(With(s => s with { StockBornHereShare = share }));
        PhysicianTable p = state.Physicians;
        Assert.That(p.BirthTerritory[..p.Count].Select(b => b >= 0), Is.All.EqualTo(share == 1));
    }

    [Test]
    public void A_larger_share_born_here_keeps_those_who_were_born_here()
    {
        int[] Births(double share)
        {
            PhysicianTable p = ShippedRegion.AtStart(With(s => s with { StockBornHereShare = share })).Physicians;
            return p.BirthTerritory[..p.Count];
        }

        int[] few = Births(0.3), many = Births(0.8);
        for (int n = 0; n < few.Length; n++)
        {
            Assert.That(many[n], few[n] >= 0 ? Is.EqualTo(few[n]) : Is.GreaterThanOrEqualTo(-1));
        }

        Assert.That(many.Count(b => b >= 0), Is.GreaterThan(few.Count(b => b >= 0)));
    }

    [Test]
    public void Nobody_is_old_where_the_table_says_so_and_everybody_where_it_says_so()
    {
        TerritoryTable table = TestRegion.Territories();
        (table.SharePhysicians60Plus[0], table.SharePhysicians60Plus[7]) = (0, 1);
        RunState state = ShippedRegion.AtStart(TestRegion.Prepare(TestRegion.Scenario(), table));
        PhysicianTable p = state.Physicians;
        int[] Ages(int territory) =>
            [.. Enumerable.Range(0, p.Count).Where(n => p.Territory[n] == territory).Select(n => state.Year - p.BirthYear[n])];
        Assert.That(Ages(0), Is.Not.Empty.And.All.LessThan(60));
        Assert.That(Ages(7), Is.Not.Empty.And.All.GreaterThanOrEqualTo(60));
    }

    [Test]
    public void With_a_last_age_of_60_the_old_are_60_and_gone_after_a_year()
    {
        PreparedScenario prepared = With(s => s with { LastAge = 60 });
        RunState state = ShippedRegion.AtStart(prepared);
        PhysicianTable p = state.Physicians;
        Assert.That(Enumerable.Range(0, p.Count).Max(n => state.Year - p.BirthYear[n]), Is.EqualTo(60));
        state.Year++;
        Exits.Take(prepared, state);
        Assert.That(Enumerable.Range(0, p.Count).Where(n => p.Stage[n] == Stage.Installed)
            .Max(n => state.Year - p.BirthYear[n]), Is.LessThan(60));
    }

    [Test]
    public void A_territory_without_physicians_stays_empty_and_one_territory_is_enough()
    {
        TerritoryTable all = TestRegion.Territories();
        all.Physicians[1] = 0;
        Assert.That(Headcounts(ShippedRegion.AtStart(TestRegion.Prepare(TestRegion.Scenario(), all)))[1], Is.Zero);
        TerritoryTable one = all.Rearranged([0]);
        Scenario scenario = TestRegion.Scenario();
        var alone = new PreparedScenario(
            scenario, one, TravelTimesBuilder.Build(one, new TravelTimeSettings(), 30),
            InstallSim.Preferences.SystematicUtility.DistanceRows(one, 200), new TrainingPlaces([0], [1]));
        RunState state = ShippedRegion.AtStart(alone);
        Assert.That(state.Physicians.BirthTerritory[..55], Is.All.Zero);
        Assert.That(state.Physicians.TrainingTerritory[..55], Is.All.Zero);
    }

    [Test]
    public void How_many_practise_in_a_territory_does_not_depend_on_its_row()
    {
        TerritoryTable table = TestRegion.Territories();
        for (int i = 0; i < table.Count; i++)
        {
            table.Physicians[i] = Math.Round(table.Physicians[i]);
        }

        int[] turned = [.. Enumerable.Range(0, table.Count).Select(i => table.Count - 1 - i)];
        RunState forward = ShippedRegion.AtStart(TestRegion.Prepare(TestRegion.Scenario(), table));
        RunState backward = ShippedRegion.AtStart(TestRegion.Prepare(TestRegion.Scenario(), table.Rearranged(turned)));
        Assert.That(Headcounts(backward).Reverse(), Is.EqualTo(Headcounts(forward)));
    }

    [Test]
    public void The_ages_of_the_shipped_country_thin_out_by_the_schedule_and_have_no_spike()
    {
        RunState state = ShippedRegion.AtStart(ShippedRegion.France);
        PhysicianTable p = state.Physicians;
        int[] old = [.. Enumerable.Range(0, p.Count).Select(n => state.Year - p.BirthYear[n]).Where(age => age >= 60)];
        double[] survival = AgePyramid.Survival(ShippedRegion.France.Scenario.Physicians);
        double expected = 1 / survival.Sum(), deviation = Math.Sqrt(expected * (1 - expected) / old.Length);
        Assert.Multiple(() =>
        {
            Assert.That(old.Count(age => age == 60) / (double)old.Length, Is.EqualTo(expected).Within(4 * deviation));
            Assert.That(expected, Is.LessThan(0.15), "it was 0.29");
            Assert.That(old.Count(age => age > 72) / (double)old.Length, Is.GreaterThan(0.1));
            Assert.That(old.Length / (double)p.Count, Is.EqualTo(0.309).Within(0.02), "16,548 of 53,499 (evidence B1)");
        });
    }

    [Test]
    public void As_many_of_the_shipped_country_retire_in_the_second_year_as_in_the_first()
    {
        RunState state = ShippedRegion.AtStart(ShippedRegion.France);
        int[] retired = new int[2];
        for (int year = 0; year < 2; year++)
        {
            state.Year++;
            state.Events.Clear();
            Exits.Take(ShippedRegion.France, state);
            retired[year] = state.Events.Retirements;
        }

        TestContext.Out.WriteLine($"retired: {retired[0]}, {retired[1]}");
        Assert.That(retired[1] / (double)retired[0], Is.InRange(0.9, 1.1));
    }

    [Test]
    public void Physicians_of_the_shipped_country_practise_as_far_from_birth_and_training_as_was_seen()
    {
        RunState state = ShippedRegion.AtStart(ShippedRegion.France);
        double birth = ShippedRegion.MedianKilometres(ShippedRegion.France, state, state.Physicians.BirthTerritory);
        double training = ShippedRegion.MedianKilometres(ShippedRegion.France, state, state.Physicians.TrainingTerritory);
        TestContext.Out.WriteLine($"median km from birth {birth:F0}, from training {training:F0}");
        Assert.That(birth, Is.InRange(85 / 2.0, 85 * 2), "85 km, Insee 2024 (evidence A2)");
        Assert.That(training, Is.InRange(43 / 2.0, 43 * 2), "43 km, Insee 2024 (evidence A2)");
    }

    [Test]
    public void In_a_region_of_a_country_58_of_100_were_born_in_it()
    {
        RunState state = ShippedRegion.AtStart(ShippedRegion.CentreValDeLoire);
        PhysicianTable p = state.Physicians;
        double share = p.BirthTerritory[..p.Count].Count(b => b >= 0) / (double)p.Count;
        Assert.That(share, Is.EqualTo(0.58).Within(4 * Math.Sqrt(0.58 * 0.42 / p.Count)), "Insee 2024 (evidence A2)");
    }

    private static PreparedScenario With(Func<PhysicianSettings, PhysicianSettings> change)
    {
        Scenario scenario = TestRegion.Scenario();
        return TestRegion.Prepare(scenario with { Physicians = change(scenario.Physicians) });
    }

    private static (uint, short, bool, int, int, Partner, bool, byte, int)[] People(RunState state)
    {
        PhysicianTable p = state.Physicians;
        return
        [
            .. Enumerable.Range(0, p.Count).Select(n => (
                p.Name[n], p.BirthYear[n], p.IsWoman[n], p.BirthTerritory[n], p.TrainingTerritory[n], p.Partner[n], p.Children[n],
                p.PreferenceClass[n], p.Territory[n])),
        ];
    }

    private static int[] Headcounts(RunState state) =>
        [.. Enumerable.Range(0, state.Vacancies.Length).Select(i => Practices.Physicians(state, i))];
}
