using InstallSim.Accessibility;
using InstallSim.Choice.Kernels;
using InstallSim.Scenarios;
using InstallSim.Simulation.Acts;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>What places offer this year: vacancies, income and hours, which follow how scarce physicians are.</summary>
internal static class Market
{
    public static void Update(RunState state)
    {
        CountVacancies(state);
        IncomeSettings income = state.Scenario.Income;
        TerritoryTable territories = state.Prepared.Territories;
        double mean = Inequality.Mean(state.Accessibility, territories.Population);
        for (int i = 0; i < state.Income.Length; i++)
        {
            double scarcity = mean > 0 ? mean / state.Accessibility[i] : 1;
            state.Income[i] = income.MeanKeur * territories.IncomeIndex[i] * Response(income, scarcity, income.ScarcityElasticity);
            state.ExtraHours[i] = income.WeeklyHours * (Response(income, scarcity, income.HoursElasticity) - 1);
        }
    }

    /// <summary>
    /// Vacancies of territory i, as a share of all: Σ over its physicians of the probability to leave practice within the horizon, under
    /// the support that keeps them (<see cref="Retentions"/>) as if it went on, lists that nobody took over yet, unmet need
    /// u·max(0, D·P_i − S_i) with D the physicians per inhabitant of the whole study at the start, and a floor. A departure turns a
    /// probability into a whole list, so that a retirement never makes a place less attractive.
    /// </summary>
    public static void CountVacancies(RunState state)
    {
        PracticeSettings settings = state.Scenario.Practices;
        double[] vacancies = state.Vacancies;
        double[] population = state.Prepared.Territories.Population;
        for (int i = 0; i < vacancies.Length; i++)
        {
            double missing = Math.Max(0, (state.StartDensity * population[i]) - Practices.Physicians(state, i));
            vacancies[i] = state.UnfilledLists[i] + (settings.UnmetNeedWeight * missing)
                + (settings.VacancyFloorPer10000 * population[i] / 10_000);
        }

        Func<int, double[]> exits = Retentions.ExitWithin(state);
        PhysicianTable p = state.Physicians;
        for (int n = 0; n < p.Count; n++)
        {
            if (p.Stage[n] == Stage.Installed)
            {
                double[] byAge = exits(n);
                vacancies[p.Territory[n]] += byAge[Math.Clamp(state.Year - p.BirthYear[n], 0, byAge.Length - 1)];
            }
        }

        Divide(vacancies);
    }

    /// <summary>Vacancies as they would be if everybody were as likely to leave and nothing else were vacant but the floor.</summary>
    public static void LevelVacancies(RunState state)
    {
        Func<int, double[]> exits = Retentions.ExitWithin(state);
        PhysicianTable p = state.Physicians;
        (double leaving, int installed) = (0, 0);
        for (int n = 0; n < p.Count; n++)
        {
            if (p.Stage[n] == Stage.Installed)
            {
                double[] byAge = exits(n);
                leaving += byAge[Math.Clamp(state.Year - p.BirthYear[n], 0, byAge.Length - 1)];
                installed++;
            }
        }

        double[] population = state.Prepared.Territories.Population;
        for (int i = 0; i < population.Length; i++)
        {
            state.Vacancies[i] = (Practices.Physicians(state, i) * (installed > 0 ? leaving / installed : 0))
                + (state.Scenario.Practices.VacancyFloorPer10000 * population[i] / 10_000);
        }

        Divide(state.Vacancies);
    }

    private static void Divide(double[] vacancies)
    {
        double total = vacancies.Sum();
        for (int i = 0; i < vacancies.Length; i++)
        {
            vacancies[i] /= total;
        }
    }

    /// <summary>Lists without a physician fade: their patients find others.</summary>
    public static void FadeLists(RunState state)
    {
        for (int i = 0; i < state.UnfilledLists.Length; i++)
        {
            state.UnfilledLists[i] *= 1 - state.Scenario.Practices.UnfilledFade;
        }
    }

    /// <summary>
    /// scarcity^elasticity, within 1 ± cap; the upper end where there is no accessibility at all, but 1 at an elasticity of 0.
    /// </summary>
    private static double Response(IncomeSettings income, double scarcity, double elasticity)
    {
        if (elasticity == 0)
        {
            return 1;
        }

        double response = Elementary.Exp(elasticity * Elementary.Log(scarcity));
        return Math.Clamp(response, 1 - income.ScarcityCap, 1 + income.ScarcityCap);
    }
}
