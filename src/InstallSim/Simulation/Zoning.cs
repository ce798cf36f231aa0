using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation;

/// <summary>Zones territories from the worst accessibility upward, until the population shares of ZIP and ZAC are reached.</summary>
internal static class Zoning
{
    public static void Revise(PreparedScenario prepared, RunState state)
    {
        ZoningSettings settings = prepared.Scenario.Zoning;
        double[] population = prepared.Territories.Population;
        int[] order = [.. Enumerable.Range(0, population.Length).OrderBy(i => state.Accessibility[i]).ThenBy(i => i)];
        double total = population.Sum(), reached = 0;
        foreach (int i in order)
        {
            reached += population[i] / total;
            state.Zoning[i] = reached <= settings.ZipPopulationShare ? Zone.Zip
                : reached <= settings.ZipZacPopulationShare ? Zone.Zac
                : Zone.None;
        }
    }
}
