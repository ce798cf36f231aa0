using InstallSim.Policies;
using InstallSim.Simulation.State;

namespace InstallSim.Simulation.Acts;

/// <summary>Help that adds to what physicians offer, for the year.</summary>
internal static class Capacities
{
    /// <summary>Pays for each territory, in the order of the budget's rule, and adds where it is paid.</summary>
    public static void Apply(RunState state, int policy, AddCapacity act)
    {
        Add(state, act, Coverage.Pay(state, policy, act));
    }

    /// <summary>Adds the help in some territories, shape [I].</summary>
    public static void Add(RunState state, AddCapacity act, bool[] where)
    {
        for (int i = 0; i < where.Length; i++)
        {
            state.CapacityFactor[i] *= where[i] ? act.FactorPerPhysician : 1;
            state.ExtraFte[i] += where[i] ? act.FtePerTerritory : 0;
        }
    }
}
