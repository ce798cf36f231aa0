namespace InstallSim.Choice.Kernels;

/// <summary>Systematic utilities into choice probabilities, for one set or for many that stand one after another.</summary>
public static class SoftmaxKernel
{
    /// <summary>P[j] = exp(V[j]) / Σ exp(V[i]), safe for utilities of any finite size.</summary>
    /// <param name="utility">V, shape [J], J ≥ 1; −∞ marks an alternative that cannot be chosen.</param>
    /// <param name="probability">P, shape [J]; may be the same span as V.</param>
    /// <returns>The logsum ln Σ exp(V[i]), in units of utility.</returns>
    /// <exception cref="ArgumentException">The spans differ in length, are empty, or no utility is above −∞.</exception>
    public static double Probabilities(ReadOnlySpan<double> utility, Span<double> probability)
    {
        if (utility.Length != probability.Length || utility.IsEmpty)
            throw new ArgumentException($"{utility.Length} utilities for {probability.Length} probabilities", nameof(probability));
        double largest = Largest(utility);
        if (!double.IsFinite(largest))
            throw new ArgumentException($"the largest utility is {largest}: one must be finite and none infinite or missing", nameof(utility));
        for (int j = 0; j < utility.Length; j++)
            probability[j] = utility[j] - largest;
        Elementary.Exp(probability, probability);
        double sum = Sum(probability);
        for (int j = 0; j < probability.Length; j++)
            probability[j] /= sum;
        return largest + Elementary.Log(sum);
    }

    /// <summary>ln Σ exp(V[i]), safe for utilities of any finite size.</summary>
    /// <param name="utility">V, shape [J], J ≥ 1.</param>
    /// <param name="scratch">Working room, shape [J].</param>
    /// <exception cref="ArgumentException">The spans differ in length, are empty, or no utility is above −∞.</exception>
    public static double LogSum(ReadOnlySpan<double> utility, Span<double> scratch) => Probabilities(utility, scratch);

    /// <summary>The probabilities of many sets in place, and ln P of the chosen alternatives.</summary>
    /// <param name="values">In: V, out: P, over the rows of all sets.</param>
    /// <param name="offsets">Where each set starts, and after the last its end, shape [N + 1]; <c>offsets[0]</c> is row 0 of <paramref name="values"/>.</param>
    /// <param name="chosen">Place of the chosen alternative in each set, shape [N].</param>
    /// <param name="logProbability">ln P of the chosen, shape [N].</param>
    internal static void ManySets(Span<double> values, ReadOnlySpan<int> offsets, ReadOnlySpan<int> chosen, Span<double> logProbability)
    {
        int origin = offsets[0];
        for (int n = 0; n < chosen.Length; n++)
        {
            var set = values[(offsets[n] - origin)..(offsets[n + 1] - origin)];
            double largest = Largest(set);
            for (int j = 0; j < set.Length; j++)
                set[j] -= largest;
            logProbability[n] = set[chosen[n]];
        }

        Elementary.Exp(values, values);
        Span<double> sums = new double[chosen.Length];
        for (int n = 0; n < chosen.Length; n++)
        {
            var set = values[(offsets[n] - origin)..(offsets[n + 1] - origin)];
            sums[n] = Sum(set);
            double inverse = 1 / sums[n];
            for (int j = 0; j < set.Length; j++)
                set[j] *= inverse;
        }

        Elementary.Log(sums, sums);
        for (int n = 0; n < chosen.Length; n++)
            logProbability[n] -= sums[n];
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        double largest = double.NegativeInfinity;
        foreach (double v in values)
            largest = v > largest || double.IsNaN(v) ? v : largest;
        return largest;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double v in values)
            sum += v;
        return sum;
    }
}
