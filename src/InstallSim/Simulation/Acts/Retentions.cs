using InstallSim.Policies;
using InstallSim.Simulation.State;

namespace InstallSim.Simulation.Acts;

/// <summary>
/// Support that keeps physicians in practice. It acts when the next year begins, with the same draws: who stays is among those who would
/// have gone.
/// </summary>
internal static class Retentions
{
    /// <summary>Multiplies the probabilities of the next year where it is paid.</summary>
    public static void Apply(RunState state, int policy, Retain act) =>
        state.Retained.Add((policy, act with { Where = Coverage.Pay(state, policy, act) }));

    /// <summary>Factors on the probabilities to retire and to leave of who practises.</summary>
    public static (double Retirement, double Leaving) FactorsOf(RunState state, int physician)
    {
        (double retirement, double leaving) = (1, 1);
        foreach ((_, Retain act) in state.Retained)
        {
            if (Concerns(state, act, physician))
            {
                (retirement, leaving) = (retirement * act.RetirementTimes, leaving * act.LeavingTimes);
            }
        }

        return (retirement, leaving);
    }

    /// <summary>
    /// Probability to have left practice within the vacancy horizon by age, of each physician, as if the support of the year before went
    /// on.
    /// </summary>
    public static Func<int, double[]> ExitWithin(RunState state)
    {
        double[] plain = state.Prepared.ExitWithin;
        var known = new Dictionary<(double Retirement, double Leaving), double[]> { [(1, 1)] = plain };
        return state.Retained.Count == 0 ? _ => plain : Of;

        double[] Of(int physician)
        {
            (double Retirement, double Leaving) factors = FactorsOf(state, physician);
            return known.TryGetValue(factors, out double[]? exits)
                ? exits
                : known[factors] = state.Prepared.ExitsWithin(factors.Retirement, factors.Leaving);
        }
    }

    /// <summary>Who is in practice for it alone was reached by it.</summary>
    /// <param name="state">The run.</param>
    /// <param name="physician">Row of the physician.</param>
    /// <param name="fromRetiring">Whether the physician would have retired.</param>
    /// <param name="fromLeaving">Whether the physician would have left.</param>
    public static void ReachWhoStayed(RunState state, int physician, bool fromRetiring, bool fromLeaving)
    {
        foreach ((int policy, Retain act) in state.Retained)
        {
            bool holds = (fromRetiring && act.RetirementTimes < 1) || (fromLeaving && act.LeavingTimes < 1);
            if (holds && Concerns(state, act, physician))
            {
                state.Reach(policy, ActKind.Retention, physician, state.PlaceOf(physician));
            }
        }
    }

    /// <summary>Whether who practised when last year ended was helped; who is there from the start is no newcomer.</summary>
    private static bool Concerns(RunState state, Retain act, int physician) =>
        act.Where[state.Physicians.Territory[physician]]
        && (act.NewcomerYears is null
            || (state.Physicians.Since[physician] > 0 && state.Year - state.Physicians.Since[physician] <= act.NewcomerYears));
}
