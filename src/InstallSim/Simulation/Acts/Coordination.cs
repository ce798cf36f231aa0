using InstallSim.Policies;
using InstallSim.Simulation.State;

namespace InstallSim.Simulation.Acts;

/// <summary>
/// Coordination of the policies of a package. Where m of them are at work in a territory in a year, it costs c·(m − 1), of which each pays
/// the m-th part. It is paid before any act: a policy whose part the budget cannot hold is not at work there that year.
/// </summary>
internal static class Coordination
{
    /// <summary>Pays for all packages, and takes away from where policies are at work what is not paid.</summary>
    /// <param name="state">The run; what each policy concerns is marked.</param>
    /// <param name="order">Policies in the order of the year's lottery.</param>
    public static void Pay(RunState state, int[] order)
    {
        foreach ((string name, Package package) in state.Scenario.Packages)
        {
            int[] parts = [.. order.Where(k => state.Scenario.Policies[k] is { } p && p.Package == name && p.IsActive(state.Year))];
            int[] together = [.. Enumerable.Range(0, state.Supply.Length).Select(i => parts.Count(k => state.Where[k][i]))];
            foreach (int k in package.CoordinationKeur.Value > 0 ? parts : [])
            {
                Pay(state, k, together, package.CoordinationKeur);
            }
        }
    }

    private static void Pay(RunState state, int policy, int[] together, double keur)
    {
        bool[] where = state.Where[policy];
        foreach (int i in PolicyOrder.InOrderOfRule(state, policy, where).Where(i => together[i] > 1).ToArray())
        {
            double part = keur * (together[i] - 1) / together[i];
            where[i] = state.Ledger.Grant(policy, part, state.Year, state.Year);
            state.Ledger.Book(policy, ActKind.Coordination, state.Year, where[i] ? part : 0);
        }
    }
}
