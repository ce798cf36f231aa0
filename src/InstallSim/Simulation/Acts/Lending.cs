using InstallSim.Policies;
using InstallSim.World;

namespace InstallSim.Simulation.Acts;

/// <summary>
/// Time lent within a département: territories concerned receive Σ share·supply of the others there, by their inhabitants. What is lent is
/// conserved.
/// </summary>
internal static class Lending
{
    /// <summary>Lends the time of each département that both gives and receives, if it is paid.</summary>
    public static void Apply(RunState state, int policy, LendTime act)
    {
        TerritoryTable t = state.Prepared.Territories;
        var paid = new bool[act.Where.Length];
        foreach (IGrouping<string, int> place in Enumerable.Range(0, t.Count).GroupBy(i => t.Departement[i]).OrderBy(
            g => g.Key, StringComparer.Ordinal))
        {
            int[] to = [.. place.Where(i => act.Where[i])], from = [.. place.Where(i => !act.Where[i])];
            double fte = act.Share * from.Sum(i => state.Supply[i] * state.CapacityFactor[i]), people = to.Sum(i => t.Population[i]);
            if (fte > 0 && people > 0 && state.Ledger.Grant(policy, fte * act.KeurPerFte, state.Year, state.Year))
            {
                state.Ledger.Book(policy, act.Kind, state.Year, fte * act.KeurPerFte);
                Array.ForEach(from, i => state.CapacityFactor[i] *= 1 - act.Share);
                Array.ForEach(to, i => (state.ExtraFte[i], paid[i]) = (state.ExtraFte[i] + (fte * t.Population[i] / people), true));
            }
        }

        state.Covers.Add(new Cover(policy, act.Kind, paid));
    }
}
