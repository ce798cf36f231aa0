namespace InstallSim.Accessibility;

/// <summary>
/// The mathematics of floating catchments, for I demand points (needs P_i) and J supply points (supplies S_j) that need not be the
/// same places, with weights w_ij that need not be symmetric. Nothing is allocated. If every supply point with S_j &gt; 0 is reached by
/// some need, supply is conserved: Σ_i P_i A_i = Σ_j S_j. Luo and Wang (2003), Luo and Qi (2009), Wan et al. (2012).
/// </summary>
public static class FloatingCatchment
{
    /// <summary>Step 1a, the need that falls on each supply point: D_j = Σ_i P_i w_ij.</summary>
    /// <param name="rows">w, row i the supply points that demand point i reaches.</param>
    /// <param name="need">P, shape [I].</param>
    /// <param name="demand">Receives D, shape [J].</param>
    /// <exception cref="ArgumentException"><paramref name="need"/> has another length than there are rows.</exception>
    public static void Demand(WeightRows rows, ReadOnlySpan<double> need, Span<double> demand)
    {
        rows.CheckLength(need.Length);
        demand.Clear();
        for (int i = 0; i < need.Length; i++)
        {
            double p = need[i];
            for (int e = rows.Start[i]; e < rows.Start[i + 1]; e++)
            {
                demand[rows.To[e]] += p * rows.Weight[e];
            }
        }
    }

    /// <summary>Step 1b, supply for each unit of need: R_j = S_j / D_j, and 0 where no need reaches it.</summary>
    /// <param name="supply">S, shape [J].</param>
    /// <param name="demand">D, shape [J].</param>
    /// <param name="ratio">Receives R, shape [J]; may be <paramref name="supply"/> itself.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Ratios(ReadOnlySpan<double> supply, ReadOnlySpan<double> demand, Span<double> ratio)
    {
        if (supply.Length != demand.Length || supply.Length != ratio.Length)
        {
            throw new ArgumentException($"{supply.Length} supplies, {demand.Length} demands and {ratio.Length} ratios");
        }

        for (int j = 0; j < supply.Length; j++)
        {
            ratio[j] = demand[j] > 0 ? supply[j] / demand[j] : 0;
        }
    }

    /// <summary>Step 2, what each demand point reaches: A_i = Σ_j w_ij R_j.</summary>
    /// <param name="rows">w, row i the supply points that demand point i reaches.</param>
    /// <param name="ratio">R, shape [J].</param>
    /// <param name="access">Receives A, shape [I].</param>
    /// <exception cref="ArgumentException"><paramref name="access"/> has another length than there are rows.</exception>
    public static void Access(WeightRows rows, ReadOnlySpan<double> ratio, Span<double> access)
    {
        rows.CheckLength(access.Length);
        for (int i = 0; i < access.Length; i++)
        {
            double sum = 0;
            for (int e = rows.Start[i]; e < rows.Start[i + 1]; e++)
            {
                sum += rows.Weight[e] * ratio[rows.To[e]];
            }

            access[i] = sum;
        }
    }

    /// <summary>
    /// The third step of 3SFCA, done first: people share themselves among the supply points that attract them,
    /// G_ij = g_ij / Σ_j g_ij, and the weight becomes w_ij G_ij. A row that nothing attracts gets weight 0.
    /// </summary>
    /// <param name="rows">g, row i the supply points that attract demand point i.</param>
    /// <param name="weight">w, in the order of the rows' entries; changed in place; may be the rows' own weights.</param>
    /// <exception cref="ArgumentException"><paramref name="weight"/> has another length than there are entries.</exception>
    public static void Share(WeightRows rows, Span<double> weight)
    {
        if (weight.Length != rows.Weight.Length)
        {
            throw new ArgumentException($"{weight.Length} weights for {rows.Weight.Length} entries");
        }

        for (int i = 0; i + 1 < rows.Start.Length; i++)
        {
            double sum = 0;
            for (int e = rows.Start[i]; e < rows.Start[i + 1]; e++)
            {
                sum += rows.Weight[e];
            }

            for (int e = rows.Start[i]; e < rows.Start[i + 1]; e++)
            {
                weight[e] *= sum > 0 ? rows.Weight[e] / sum : 0;
            }
        }
    }
}

/// <summary>Who reaches what, and how strongly: a sparse matrix in compressed rows, row i a demand point.</summary>
/// <param name="start">Start of each row in the other two, shape [I + 1].</param>
/// <param name="to">Supply point, shape [entries].</param>
/// <param name="weight">Weight, 0 or more, shape [entries].</param>
public readonly ref struct WeightRows(ReadOnlySpan<int> start, ReadOnlySpan<int> to, ReadOnlySpan<double> weight)
{
    /// <summary>Start of each row, shape [I + 1].</summary>
    public ReadOnlySpan<int> Start { get; } = start;

    /// <summary>Supply point, shape [entries].</summary>
    public ReadOnlySpan<int> To { get; } = to;

    /// <summary>Weight, shape [entries].</summary>
    public ReadOnlySpan<double> Weight { get; } = weight;

    internal void CheckLength(int demandPoints)
    {
        if (demandPoints + 1 != Start.Length)
        {
            throw new ArgumentException($"{demandPoints} values for {Start.Length - 1} demand points");
        }
    }
}
