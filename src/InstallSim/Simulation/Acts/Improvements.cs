using InstallSim.Policies;
using InstallSim.Simulation.State;

namespace InstallSim.Simulation.Acts;

/// <summary>Places that become better: what acts add to a variable of the utility this year, and what they change of fees.</summary>
internal static class Improvements
{
    /// <summary>Adds to the variable where it is paid.</summary>
    public static void Apply(RunState state, int policy, Improve act)
    {
        bool[] paid = Coverage.Pay(state, policy, act);
        if (act.By == 0)
        {
            return;
        }

        state.Covers.Add(new Cover(policy, act.Kind, paid));
        if (!state.Improvements.TryGetValue(act.Variable, out double[]? by))
        {
            state.Improvements[act.Variable] = by = new double[paid.Length];
        }

        for (int i = 0; i < paid.Length; i++)
        {
            by[i] += paid[i] ? act.By : 0;
        }
    }

    /// <summary>Changes income where it acts; what each physician there gains or loses is booked when the year ends.</summary>
    /// <param name="state">The run.</param>
    /// <param name="policy">Index of the policy.</param>
    /// <param name="act">Its act.</param>
    /// <param name="market">Income before any change of fees, k€/year, shape [I]: each change is a share of it, whatever others do.</param>
    public static void Apply(RunState state, int policy, ChangeFees act, double[] market)
    {
        if (act.Share == 0)
        {
            return;
        }

        var keur = new double[act.Where.Length];
        for (int i = 0; i < keur.Length; i++)
        {
            keur[i] = act.Where[i] ? act.Share * market[i] : 0;
            state.Income[i] += keur[i];
        }

        state.FeeChanges.Add((policy, keur));
        state.Covers.Add(new Cover(policy, act.Kind, act.Where));
    }

    /// <summary>Books what fees changed for all who practise where they did.</summary>
    public static void PayFees(RunState state)
    {
        foreach ((int policy, double[] keur) in state.FeeChanges)
        {
            for (int i = 0; i < keur.Length; i++)
            {
                state.Ledger.Book(policy, ActKind.Fee, state.Year, keur[i] == 0 ? 0 : keur[i] * Practices.Physicians(state, i));
            }
        }
    }
}
