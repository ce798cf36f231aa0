using InstallSim.Accessibility;
using InstallSim.Scenarios;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>What places offer this year: patient lists to take over, income and hours, which follow how scarce physicians are.</summary>
internal static class Market
{
    public static void Update(Study study, RunState state)
    {
        Vacancies(study, state);
        for (int i = 0; i < state.Vacancies.Length; i++)
        {
            state.Vacancies[i] /= state.VacancyTotal;
        }

        IncomeSettings income = study.Scenario.Income;
        double mean = Inequality.Mean(state.Accessibility, study.Territories.Population);
        for (int i = 0; i < state.Income.Length; i++)
        {
            double scarcity = mean > 0 ? mean / state.Accessibility[i] : 1;
            state.Income[i] = income.MeanKeur * study.Territories.IncomeIndex[i] * Response(income, scarcity, income.ScarcityElasticity);
            state.ExtraHours[i] = income.WeeklyHours * (Response(income, scarcity, income.HoursElasticity) - 1);
        }
    }

    /// <summary>
    /// Counts patient lists to take over in each territory, and returns their sum: physicians of an age to retire soon, those lost
    /// since the start and not replaced, and a floor for patients without any physician.
    /// </summary>
    public static double Vacancies(Study study, RunState state)
    {
        PracticeSettings settings = study.Scenario.Practices;
        PhysicianTable p = state.Physicians;
        double[] vacancies = state.Vacancies;
        double total = 0;
        for (int i = 0; i < vacancies.Length; i++)
        {
            int lost = state.InitialStock[i];
            for (int form = 0; form < AlternativeTable.Forms; form++)
            {
                lost -= state.Stock[(i * AlternativeTable.Forms) + form];
            }

            vacancies[i] = (Math.Max(0, lost) * settings.UnreplacedWeight)
                + (settings.VacancyFloorPer10000 * study.Territories.Population[i] / 10_000);
        }

        for (int n = 0; n < p.Count; n++)
        {
            if (p.Stage[n] == Stage.Installed && state.Year - p.BirthYear[n] >= settings.VacancyAge)
            {
                vacancies[p.Territory[n]]++;
            }
        }

        foreach (double value in vacancies)
        {
            total += value;
        }

        return total;
    }

    /// <summary>scarcity^elasticity, within 1 ± cap; the upper end where there is no accessibility at all.</summary>
    private static double Response(IncomeSettings income, double scarcity, double elasticity)
    {
        double response = Choice.Kernels.Elementary.Exp(elasticity * Choice.Kernels.Elementary.Log(scarcity));
        return Math.Clamp(response, 1 - income.ScarcityCap, 1 + income.ScarcityCap);
    }
}
