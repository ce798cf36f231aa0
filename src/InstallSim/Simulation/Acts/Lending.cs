using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Simulation.Acts;

/// <summary>
/// Time lent within a département: territories concerned receive Σ share·supply of the others there, by their inhabitants, whoever
/// practises there by the end of the year. What is lent is conserved. Its price is that of the working time there when the year begins.
/// </summary>
internal static class Lending
{
    /// <summary>Lends the time of each département that both gives and receives, if it is paid.</summary>
    public static void Apply(RunState state, int policy, LendTime act)
    {
        foreach ((TimeLoan loan, double keur) in Loans(state, policy, act))
        {
            if (state.Ledger.Grant(policy, keur, state.Year, state.Year))
            {
                state.Ledger.Book(policy, act.Kind, state.Year, keur);
                state.Loans.Add(loan);
            }
        }
    }

    /// <summary>What each département would lend and its price, k€, in the order in which the budget serves those who receive.</summary>
    public static List<(TimeLoan Loan, double Keur)> Loans(RunState state, int policy, LendTime act)
    {
        TerritoryTable t = state.Prepared.Territories;
        double[] fte = OwnTime(state);
        var loans = new List<(TimeLoan, double)>();
        foreach (string place in PolicyOrder.InOrderOfRule(state, policy, act.Where).Select(i => t.Departement[i]).Distinct())
        {
            int[] there = [.. Enumerable.Range(0, t.Count).Where(i => t.Departement[i] == place)];
            int[] to = [.. there.Where(i => act.Where[i])], from = [.. there.Where(i => !act.Where[i])];
            double people = to.Sum(i => t.Population[i]), lent = act.Share * from.Sum(i => fte[i]);
            if (lent > 0 && people > 0)
            {
                var loan = new TimeLoan(from, to, [.. to.Select(i => t.Population[i] / people)], act.Share);
                loans.Add((loan, lent * act.KeurPerFte));
            }
        }

        return loans;
    }

    /// <summary>Working time of the installed by territory, without any help, full-time equivalents, shape [I].</summary>
    private static double[] OwnTime(RunState state)
    {
        var fte = new double[state.Supply.Length];
        PhysicianTable p = state.Physicians;
        for (int n = 0; n < p.Count; n++)
        {
            if (p.Stage[n] == Stage.Installed)
            {
                fte[p.Territory[n]] += p.Fte[n] * (1 - p.SecondShare[n]);
                if (p.SecondShare[n] > 0)
                {
                    fte[p.SecondTerritory[n]] += p.Fte[n] * p.SecondShare[n];
                }
            }
        }

        return fte;
    }
}
