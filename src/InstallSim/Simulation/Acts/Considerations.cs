using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation.Acts;

/// <summary>
/// Help that makes territories known: odds of being considered × r, p → r·p / (1 − p + r·p). Several add up as factors. All who considered
/// a territory without it still do, for the draw is for life.
/// </summary>
internal static class Considerations
{
    /// <summary>Pays for each territory, in the order of the budget's rule, and raises the odds where it is paid.</summary>
    public static void Apply(RunState state, int policy, Consider act)
    {
        bool[] paid = Coverage.Pay(state, policy, act);
        for (int i = 0; i < paid.Length; i++)
        {
            state.Consideration[i] = paid[i] ? Consider.Odds(state.Consideration[i], act.OddsTimes) : state.Consideration[i];
        }

        state.Known.Add((policy, act with { Where = paid }));
    }

    /// <summary>Tells physicians of aids where there is a territory that the campaign concerns.</summary>
    public static void Apply(RunState state, int policy, Inform act)
    {
        bool[] where = Coverage.WhereOf(state, act);
        if (where.Contains(true) && state.Ledger.Grant(policy, act.Keur, state.Year, state.Year))
        {
            state.Ledger.Book(policy, ActKind.Consideration, state.Year, act.Keur);
            state.AwarenessTimes *= act.OddsTimes;
            state.PaidWhere[act] = where;
        }
    }

    /// <summary>Who came to a place that would not have been considered without help was reached by it.</summary>
    public static void ReachWhoCame(RunState state, int physician, int alternative)
    {
        int territory = AlternativeTable.Territory(alternative);
        double without = state.Scenario.Preferences.Consideration;
        if (state.Consideration[territory] > without
            && state.Key(DrawPurpose.Consideration, 0, state.Physicians.Name[physician]).Uniform(territory) >= without)
        {
            foreach ((int policy, Consider act) in state.Known)
            {
                if (act.Where[territory] && act.OddsTimes > 1)
                {
                    state.Reach(policy, ActKind.Consideration, physician, alternative);
                }
            }
        }
    }
}
