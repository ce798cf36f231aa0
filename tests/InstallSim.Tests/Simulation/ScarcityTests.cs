using InstallSim.Preferences;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;

namespace InstallSim.Tests.Simulation;

/// <summary>
/// What it does to a place that physicians are few there: income rises (fees are about 10 % higher in rural areas, DREES 2003), hours rise,
/// and there is a list to take over. Scarcity acts on who comes, not on who leaves (Pathman 2004).
/// </summary>
public sealed class ScarcityTests
{
    [Test]
    public void Income_and_hours_follow_scarcity_within_the_cap([Values(0.5, 0.9, 1, 1.25, 2, 50)] double scarcity)
    {
        IncomeSettings settings = new()
        {
            ScarcityElasticity = 0.3,
            HoursElasticity = 0.1,
            ScarcityCap = 0.15,
            MeanKeur = 100,
            WeeklyHours = 50,
        };
        (double income, double hours) = Offered(settings, scarcity);
        Assert.That(income, Is.EqualTo(100 * Math.Clamp(Math.Pow(scarcity, 0.3), 0.85, 1.15)).Within(1e-9));
        Assert.That(hours, Is.EqualTo(50 * (Math.Clamp(Math.Pow(scarcity, 0.1), 0.85, 1.15) - 1)).Within(1e-9));
    }

    [Test]
    public void Where_income_and_hours_do_not_follow_scarcity_a_place_without_any_access_has_those_of_all()
    {
        var settings = new IncomeSettings { ScarcityElasticity = 0, HoursElasticity = 0, MeanKeur = 100 };
        Assert.That(Offered(settings, double.PositiveInfinity), Is.EqualTo((100.0, 0.0)));
        Assert.That(Offered(settings with { ScarcityElasticity = 0.1 }, double.PositiveInfinity).Income, Is.EqualTo(120).Within(1e-9));
    }

    [Test]
    public void A_tenth_fewer_physicians_give_a_tenth_of_the_elasticity_more_income()
    {
        IncomeSettings settings = ShippedRegion.CentreValDeLoire.Scenario.Income;
        (double income, _) = Offered(settings, 1 / 0.9);
        Assert.That(income / settings.MeanKeur, Is.EqualTo(Math.Pow(1 / 0.9, 0.1)).Within(1e-12));
    }

    [Test]
    public void The_push_of_hours_does_not_exceed_the_pull_of_income_for_any_class([Values(0.5, 0.7, 0.9, 1.1)] double density)
    {
        foreach (PreferenceClass c in Preferences.Classes)
        {
            double worth = Worth(Preferences, c, ShippedRegion.CentreValDeLoire.Scenario.Income, 1 / density);
            Assert.That(worth * (1 - density), Is.Positive, c.Name);
        }
    }

    [Test]
    public void Scarcity_draws_every_class_when_the_lists_that_it_leaves_are_counted([Values(0.5, 0.7, 0.9)] double density)
    {
        foreach (PreferenceClass c in Preferences.Classes)
        {
            double worth = Worth(Preferences, c, ShippedRegion.CentreValDeLoire.Scenario.Income, 1 / density) + Lists(density);
            Assert.That(worth, Is.Positive, c.Name);
        }
    }

    [Test]
    public void Income_draws_as_much_as_hours_repel_where_their_elasticities_are_as_hours_are_worth_to_income()
    {
        // λ·(income·e·ln s − w·hours·h·ln s) = 0 at h = e·income / (w·hours), whatever λ.
        IncomeSettings shipped = ShippedRegion.CentreValDeLoire.Scenario.Income;
        double worthOfAnHour = -Preferences.Coefficients["working-hours"].Value;
        double cancels = shipped.ScarcityElasticity * shipped.MeanKeur / (worthOfAnHour * shipped.WeeklyHours);
        Assert.That(cancels, Is.EqualTo(0.0316).Within(0.0001));
        PreferenceClass dual = Preferences.Classes.Single(c => c.Name == "dual-career");
        double Slope(double hours) => Worth(Preferences, dual, shipped with { HoursElasticity = hours }, 1.0001) / Math.Log(1.0001);
        Assert.That(Slope(cancels), Is.Zero.Within(1e-5));
        Assert.That(Slope(cancels * 0.9), Is.Positive);
        Assert.That(Slope(cancels * 1.1), Is.Negative);
    }

    private static PreferenceSettings Preferences => ShippedRegion.CentreValDeLoire.Scenario.Preferences;

    /// <summary>Utility that income and hours add at a scarcity, mean accessibility over that of the place.</summary>
    private static double Worth(PreferenceSettings preferences, PreferenceClass c, IncomeSettings settings, double scarcity)
    {
        (double income, double hours) = Offered(settings, scarcity);
        double lambda = preferences.UtilsPerKeur.Value * c.Times.GetValueOrDefault("utils-per-keur", 1);
        double hour = preferences.Coefficients["working-hours"].Value * c.Times.GetValueOrDefault("working-hours", 1);
        return lambda * (income - settings.MeanKeur + (hour * hours));
    }

    /// <summary>Utility of the vacancies of a territory of 20,000 at a density beside that of the same territory at the mean.</summary>
    private static double Lists(double density)
    {
        PreparedScenario prepared = ShippedRegion.CentreValDeLoire;
        PracticeSettings practices = prepared.Scenario.Practices;
        double full = 20_000 * prepared.Territories.Physicians.Sum() / prepared.Territories.Population.Sum();
        double exit = Enumerable.Range(0, 50).Average(k => prepared.ExitWithin[30 + k]);
        double Vacancies(double share) =>
            (exit * share * full) + (practices.UnmetNeedWeight * (1 - share) * full) + (practices.VacancyFloorPer10000 * 2);
        return Preferences.Coefficients["vacancies"].Value * Math.Log(Vacancies(density) / Vacancies(1));
    }

    /// <summary>Income and hours beyond the mean that the market gives at a scarcity, at an income index of 1.</summary>
    private static (double Income, double Hours) Offered(IncomeSettings settings, double scarcity)
    {
        PreparedScenario prepared = TestRegion.Prepare(TestRegion.Scenario() with { Income = settings });
        RunState state = Simulator.StartOf(prepared);
        double[] population = prepared.Territories.Population;

        // The others have what makes the mean over the population 3.
        Array.Fill(state.Accessibility, 3 * (population.Sum() - (population[0] / scarcity)) / (population.Sum() - population[0]));
        state.Accessibility[0] = 3 / scarcity;
        Market.Update(state);
        return (state.Income[0], state.ExtraHours[0]);
    }
}
