using InstallSim.Policies;

namespace InstallSim.Simulation.Acts;

/// <summary>Help that adds to what physicians offer, for the year.</summary>
internal static class Capacities
{
    /// <summary>Pays for each territory, in the order of the budget's rule, and adds where it is paid.</summary>
    public static void Apply(RunState state, int policy, AddCapacity act)
    {
        foreach (int i in PolicyStage.InOrderOfRule(state, policy, act.Where))
        {
            if (state.Ledger.Grant(policy, act.KeurPerTerritory, state.Year, state.Year))
            {
                state.Ledger.Book(policy, ActKind.Capacity, state.Year, act.KeurPerTerritory);
                state.CapacityFactor[i] *= act.FactorPerPhysician;
                state.ExtraFte[i] += act.FtePerTerritory;
            }
        }
    }
}
