using InstallSim.Policies;
using InstallSim.Simulation.State;

namespace InstallSim.Simulation.Acts;

/// <summary>Help that adds to what physicians offer, for the year.</summary>
internal static class Capacities
{
    /// <summary>Pays for each territory, in the order of the budget's rule, and adds where it is paid.</summary>
    public static void Apply(RunState state, int policy, AddCapacity act)
    {
        bool[] paid = Coverage.Pay(state, policy, act);
        for (int i = 0; i < paid.Length; i++)
        {
            state.CapacityFactor[i] *= paid[i] ? act.FactorPerPhysician : 1;
            state.ExtraFte[i] += paid[i] ? act.FtePerTerritory : 0;
        }
    }
}
