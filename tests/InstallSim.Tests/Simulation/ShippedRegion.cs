using InstallSim.Experiments;
using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

/// <summary>The shipped baselines with their data, read once, and what their physicians of the start are like.</summary>
internal static class ShippedRegion
{
    private static readonly Dictionary<string, PreparedScenario> Read = [];

    public static PreparedScenario France => Of("france");

    public static PreparedScenario CentreValDeLoire => Of("centre-val-de-loire");

    /// <summary>The run's state with the physicians of the start.</summary>
    public static RunState AtStart(PreparedScenario prepared, int replication = 0)
    {
        var state = new RunState(prepared, replication) { Year = prepared.Scenario.Years.From };
        InitialStock.Make(prepared, state);
        return state;
    }

    /// <summary>Median of the kilometres from the places of practice to anchors, of those that are inside the study.</summary>
    public static double MedianKilometres(PreparedScenario prepared, RunState state, int[] anchor)
    {
        PhysicianTable p = state.Physicians;
        double[] distances = [.. Enumerable.Range(0, p.Count).Where(n => anchor[n] >= 0)
            .Select(n => Geography.Kilometres(prepared.Territories, anchor[n], p.Territory[n])).Order()];
        return distances[distances.Length / 2];
    }

    private static PreparedScenario Of(string folder)
    {
        lock (Read)
        {
            return Read.TryGetValue(folder, out PreparedScenario? prepared)
                ? prepared
                : Read[folder] =
                    ExperimentReader.Read([Repository.PathOf("scenarios", folder, "baseline.yaml")], null, [], 1).Experiment.Scenarios[0];
        }
    }
}
