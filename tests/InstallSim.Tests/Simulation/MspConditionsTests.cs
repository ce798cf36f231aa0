using InstallSim.Preferences;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Policies;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

/// <summary>What an MSP changes for who works in it: money, capacity, autonomy.</summary>
public sealed class MspConditionsTests
{
    [Test]
    public void By_default_nothing_is_changed()
    {
        var state = ShippedRegion.AtStart(TestRegion.Prepare(TestRegion.Scenario()));
        Assert.That((state.Msp.Income.Length, state.Msp.Capacity.Length, state.Msp.Strength.Length), Is.EqualTo((0, 0, 0)));
    }

    [Test]
    public void Income_draws_into_centres_as_much_as_their_worth_does()
    {
        // 10 k€ of income are 10 k€ more that a centre is worth, but for the class whose times would differ.
        RunRecord income = Run(new MspConditions { IncomeKeur = 10 }), worth = Run(new MspConditions(), worth: 38);
        Assert.That(income.Stock, Is.EqualTo(worth.Stock));
        Assert.That(TestRegion.Value(income, 7, "stock-msp"), Is.GreaterThan(TestRegion.Value(Run(new MspConditions()), 7, "stock-msp")));
    }

    [Test]
    public void A_set_up_cost_whose_annuity_is_the_team_payment_changes_nothing()
    {
        Scenario scenario = TestRegion.Scenario();
        var annuity = new Annuity(scenario.Preferences.OneOffHorizonYears, scenario.Preferences.DiscountRate);
        RunRecord both = Run(new MspConditions { SetUpCostKeur = 80, TeamPaymentKeur = annuity.Of(80, 1) });
        Assert.That(both.Stock, Is.EqualTo(Run(new MspConditions()).Stock));
    }

    [Test]
    public void A_set_up_cost_and_the_fear_of_losing_autonomy_keep_out_of_centres()
    {
        double free = TestRegion.Value(Run(new MspConditions()), 7, "stock-msp");
        Assert.That(TestRegion.Value(Run(new MspConditions { SetUpCostKeur = 150 }), 7, "stock-msp"), Is.LessThan(free));
        Assert.That(TestRegion.Value(Run(new MspConditions(), autonomy: -25), 7, "stock-msp"), Is.LessThan(free));
    }

    [Test]
    public void Fear_of_losing_autonomy_concerns_the_class_that_has_it()
    {
        double[] Of(PreferenceSettings preferences, byte c)
        {
            RunState state = ShippedRegion.AtStart(TestRegion.Prepare(TestRegion.Scenario() with { Preferences = preferences }));
            state.Physicians.PreferenceClass[0] = c;
            SystematicUtility utility = state.Prepared.Utility;
            double[] territory = new double[utility.TerritoryColumns], form = new double[utility.FormColumns];
            utility.Coefficients(state.Physicians, 0, default, territory, form, []);
            return form;
        }

        PreferenceSettings preferences = WithCoefficient("msp-autonomy", -10);
        preferences = preferences with
        {
            Classes = [.. preferences.Classes.Select(
                (c, k) => k == 0 ? c with { Times = new Dictionary<string, double> { ["msp-autonomy"] = 0 } } : c)],
        };
        Assert.That(Of(preferences, 0)[^1], Is.Zero);
        Assert.That(Of(preferences, 1)[^1], Is.Negative);
    }

    [TestCase("msp-back-office", true)]
    [TestCase("msp-multi-site", false)]
    public void Back_office_and_sites_count_by_the_share_of_centres_that_have_them(string variable, bool isBackOffice)
    {
        static MspConditions Of(bool isBackOffice, double share) =>
            isBackOffice ? new MspConditions { BackOfficeShare = share } : new MspConditions { MultiSiteShare = share };
        double At(double share) => TestRegion.Value(TestRegion.Run(Scenario(Of(isBackOffice, share)) with
        {
            Preferences = WithCoefficient(variable, -40),
        }), 7, "stock-msp");
        Assert.That(At(0), Is.EqualTo(TestRegion.Value(Run(new MspConditions()), 7, "stock-msp")));
        Assert.That(At(1), Is.LessThan(At(0)));
    }

    [Test]
    public void Capacity_of_centres_moves_supply_to_where_they_are_and_keeps_its_sum_at_the_start()
    {
        double[] with = SupplyOf(new MspConditions { CapacityTimes = 1.083 }), without = SupplyOf(new MspConditions());
        Assert.That(with.Sum(), Is.EqualTo(without.Sum()).Within(1e-9));
        TerritoryTable table = TestRegion.Territories();
        for (int i = 0; i < table.Count; i++)
        {
            // Small territories with a centre have most of their physicians in it; all others have none.
            Assert.That(with[i], table.MspPlaces[i] > 0 && table.Population[i] < 30_000
                ? Is.GreaterThan(without[i])
                : table.MspPlaces[i] == 0 ? Is.LessThan(without[i]) : Is.Positive);
        }
    }

    [Test]
    public void As_many_physicians_choose_the_same_the_year_after_and_offer_more_in_centres()
    {
        RunState one = new HandRun(Scenario(new MspConditions { CapacityTimes = 1.083 })).State,
            other = new HandRun(Scenario(new MspConditions())).State;
        Assert.That(one.Stock, Is.EqualTo(other.Stock));
        double mean = other.Physicians.Count > 0 ? one.Msp.Capacity[AlternativeTable.Of(0, PracticeForm.Solo)] : 1;
        Assert.That(one.Msp.Capacity[AlternativeTable.Of(0, PracticeForm.Msp)] / mean, Is.EqualTo(1.083).Within(1e-12));
        Assert.That(mean, Is.InRange(1 / 1.083, 1));
    }

    private static double[] SupplyOf(MspConditions msp)
    {
        RunState state = ShippedRegion.AtStart(TestRegion.Prepare(Scenario(msp)));
        double[] fte = state.Physicians.Fte;
        Supply.Measure(state.View(), n => fte[n], 1, state.Supply);
        return state.Supply;
    }

    private static RunRecord Run(MspConditions msp, double worth = 28, double autonomy = 0)
    {
        Scenario scenario = Scenario(msp);
        Dictionary<string, Coefficient> coefficients = new(scenario.Preferences.Coefficients)
        {
            ["msp-practice"] = new() { Value = worth, Source = "ASSUMPTION" },
        };
        if (autonomy != 0)
        {
            coefficients["msp-autonomy"] = new() { Value = autonomy, Source = "ASSUMPTION" };
        }

        return TestRegion.Run(scenario with { Preferences = scenario.Preferences with { Coefficients = coefficients } });
    }

    private static PreferenceSettings WithCoefficient(string variable, double value)
    {
        PreferenceSettings preferences = TestRegion.Scenario().Preferences;
        return preferences with
        {
            Coefficients = new Dictionary<string, Coefficient>(preferences.Coefficients)
            {
                [variable] = new() { Value = value, Source = "ASSUMPTION" },
            },
        };
    }

    private static Scenario Scenario(MspConditions msp)
    {
        Scenario scenario = TestRegion.Scenario();
        return scenario with { Practices = scenario.Practices with { Msp = msp } };
    }
}
