using InstallSim.World;

namespace InstallSim.Policies;

/// <summary>Adds one amount to all forms of practice in the territories concerned.</summary>
internal static class TerritoryIncome
{
    /// <summary>income[j] += amount where the territory of j is concerned, k€/year.</summary>
    public static void Add(ReadOnlySpan<bool> where, double amount, Span<double> income)
    {
        for (int j = 0; j < income.Length; j++)
        {
            if (where[AlternativeTable.Territory(j)])
            {
                income[j] += amount;
            }
        }
    }
}
