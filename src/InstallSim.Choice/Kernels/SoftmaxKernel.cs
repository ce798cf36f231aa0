namespace InstallSim.Choice.Kernels;

/// <summary>Systematic utilities of one set into choice probabilities.</summary>
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
        {
            throw new ArgumentException($"{utility.Length} utilities for {probability.Length} probabilities", nameof(probability));
        }

        double largest = Largest(utility);
        if (!double.IsFinite(largest))
        {
            throw new ArgumentException(
                $"the largest utility is {largest}: one must be finite and none infinite or missing", nameof(utility));
        }

        for (int j = 0; j < utility.Length; j++)
        {
            probability[j] = utility[j] - largest;
        }

        Elementary.Exp(probability, probability);
        double sum = Sum(probability);
        for (int j = 0; j < probability.Length; j++)
        {
            probability[j] /= sum;
        }

        return largest + Elementary.Log(sum);
    }

    /// <summary>The same, or NaN for all and for the logsum where there is none: far from a maximum utilities may be no numbers.</summary>
    /// <param name="utility">V, shape [J], J ≥ 1, and P in its place after.</param>
    internal static double ProbabilitiesOrNone(Span<double> utility)
    {
        if (double.IsFinite(Largest(utility)))
        {
            return Probabilities(utility, utility);
        }

        utility.Fill(double.NaN);
        return double.NaN;
    }

    /// <summary>ln Σ exp(V[i]), safe for utilities of any finite size.</summary>
    /// <param name="utility">V, shape [J], J ≥ 1.</param>
    /// <param name="scratch">Working room, shape [J].</param>
    /// <exception cref="ArgumentException">The spans differ in length, are empty, or no utility is above −∞.</exception>
    public static double LogSum(ReadOnlySpan<double> utility, Span<double> scratch) => Probabilities(utility, scratch);

    private static double Largest(ReadOnlySpan<double> values)
    {
        double largest = double.NegativeInfinity;
        foreach (double v in values)
        {
            largest = v > largest || double.IsNaN(v) ? v : largest;
        }

        return largest;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double v in values)
        {
            sum += v;
        }

        return sum;
    }
}
