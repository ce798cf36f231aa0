using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation.Acts;

/// <summary>
/// What concerns all who practise in a territory: places that become better, fees, help. Who practises there when the year ends was
/// reached by it, whether they came or stayed.
/// </summary>
internal static class Coverage
{
    /// <summary>Pays for each territory in the order of the budget's rule.</summary>
    /// <param name="state">The run.</param>
    /// <param name="policy">Index of the policy.</param>
    /// <param name="act">Its act.</param>
    /// <returns>Territories where it is paid, shape [I].</returns>
    public static bool[] Pay(RunState state, int policy, Act act)
    {
        double[] keur = Price(state, act)!;
        bool[] where = WhereOf(state, act);
        var paid = new bool[act.Where.Length];
        foreach (int i in PolicyOrder.InOrderOfRule(state, policy, where))
        {
            // Where nobody practises when the year begins there is nobody to help.
            bool isForSomebody = keur[i] > 0 || act.KeurEach == 0;
            if (isForSomebody && state.Ledger.Grant(policy, keur[i], state.Year, state.Year))
            {
                state.Ledger.Book(policy, act.Kind, state.Year, keur[i]);
                paid[i] = true;
            }
        }

        state.PaidWhere[act] = paid;
        return paid;
    }

    /// <summary>Territories that an act concerns: where the act was paid whose money pays for it too, if there is one, shape [I].</summary>
    public static bool[] WhereOf(RunState state, Act act)
    {
        if (act.Beside is null)
        {
            return act.Where;
        }

        bool[]? paid = state.PaidWhere.GetValueOrDefault(act.Beside);
        return [.. act.Where.Select((isConcerned, i) => isConcerned && paid is not null && paid[i])];
    }

    /// <summary>Cost of each territory: for it, for each physician who practises there and for each inhabitant, k€, shape [I].</summary>
    private static double[] Price(RunState state, double perTerritory, double perPhysician, double perInhabitant = 0) =>
    [
        .. Enumerable.Range(0, state.Supply.Length).Select(i => perTerritory
            + (perPhysician == 0 ? 0 : perPhysician * Practices.Physicians(state, i))
            + (perInhabitant * state.Prepared.Territories.Population[i])),
    ];

    /// <summary>Cost of each territory of an act, k€, shape [I]; null for an act that has no price by territory.</summary>
    public static double[]? Price(RunState state, Act act) => act switch
    {
        Consider a => Price(state, a.KeurPerTerritory, 0),
        AddCapacity a => Price(state, a.KeurPerTerritory, a.KeurPerPhysician),
        Improve a => Price(state, a.KeurPerTerritory, a.KeurPerPhysician, a.KeurPerInhabitant),
        Retain a => Price(state, 0, a.KeurPerPhysician),
        _ => null,
    };

    /// <summary>Writes down whom the acts of the year reached.</summary>
    public static void Reach(RunState state)
    {
        PhysicianTable p = state.Physicians;
        foreach (Cover cover in state.Covers.Where(c => state.Followed?.Contains(c.Policy) ?? true))
        {
            for (int n = 0; n < p.Count; n++)
            {
                if (p.Stage[n] == Stage.Installed && cover.Where[p.Territory[n]])
                {
                    state.Reach(cover.Policy, cover.Kind, n, state.PlaceOf(n));
                }
            }
        }
    }
}
