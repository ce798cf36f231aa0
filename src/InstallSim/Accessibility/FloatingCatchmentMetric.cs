using InstallSim.World;

namespace InstallSim.Accessibility;

/// <summary>
/// A metric that shares out what physicians offer among all who can reach them, and gives each territory what it reaches of it:
/// A_i = Σ_j w_ij S_j / Σ_k P_k w_kj. Subclasses say what the weight, the need and the supply are.
/// </summary>
internal abstract record FloatingCatchmentMetric : AccessibilityMetric
{
    /// <summary>Weight of a pair at a travel time in minutes, at least 0.</summary>
    protected abstract double Weight(double minutes);

    /// <summary>Need of a territory, P_i; hundreds of thousands of inhabitants unless overridden.</summary>
    protected virtual double Need(TerritoryTable territories, int territory) => territories.Population[territory] / 100_000;

    /// <summary>Whether people share themselves among the places that attract them (the third step of 3SFCA).</summary>
    protected virtual bool PeopleShareThemselves => false;

    public sealed override PreparedMetric Prepare(TerritoryTable territories, TravelTimes times)
    {
        ArgumentNullException.ThrowIfNull(territories);
        ArgumentNullException.ThrowIfNull(times);
        if (times.Count != territories.Count)
        {
            throw new ArgumentException($"travel times between {times.Count} territories for {territories.Count} territories");
        }

        var rowStart = new int[times.Count + 1];
        (int[] columns, double[] weightOf) = (new int[times.To.Length], new double[times.To.Length]);
        double limit = CatchmentMinutes;
        int count = 0;
        for (int i = 0; i < times.Count; i++)
        {
            for (int e = times.RowStart[i]; e < times.RowStart[i + 1]; e++)
            {
                double weight = times.Minutes[e] <= limit ? Weight(times.Minutes[e]) : 0;
                if (weight > 0)
                {
                    (columns[count], weightOf[count]) = (times.To[e], weight);
                    count++;
                }
            }

            rowStart[i + 1] = count;
        }

        Array.Resize(ref columns, count);
        Array.Resize(ref weightOf, count);
        if (PeopleShareThemselves)
        {
            FloatingCatchment.Share(new WeightRows(rowStart, columns, [.. weightOf]), weightOf);
        }

        var need = new double[times.Count];
        for (int i = 0; i < need.Length; i++)
        {
            need[i] = Need(territories, i);
        }

        return new PreparedCatchment(this, rowStart, columns, weightOf, need);
    }
}
