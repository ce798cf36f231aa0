using MathNet.Numerics.Distributions;

namespace InstallSim.Experiments.Precision;

/// <summary>A mean over replications and how well it is known.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">Standard deviation between units.</param>
/// <param name="Units">Independent units: replications, or pairs that share a draw.</param>
/// <param name="ReplicationsOfAUnit">1, or 2 where replications draw what is doubted.</param>
/// <remarks>
/// Replications 2d and 2d + 1 share what they draw, so that n of them are no n independent values: the pair's mean is one, of n/2. Its
/// standard deviation holds doubt and half the variance of chance; over √(n/2) it is the standard error of the mean with both. This shrinks
/// with replications, unlike the interval of one more replication, which tables and page show where there is doubt.
/// </remarks>
public readonly record struct MeanEstimate(double Mean, double Deviation, int Units, int ReplicationsOfAUnit)
{
    private const double Level = 0.975;

    /// <summary>Half of the 95 % interval of the mean: t(k − 1)·s/√k over k units; NaN with fewer than two.</summary>
    public double HalfWidth => HalfWidthWith(Units);

    /// <summary>A mean of values.</summary>
    /// <param name="values">A value a replication, in their order; NaN where it has no meaning, which leaves the unit out.</param>
    /// <param name="inPairs">Whether replications 2d and 2d + 1 share a draw.</param>
    public static MeanEstimate Of(IReadOnlyList<double> values, bool inPairs)
    {
        int size = inPairs ? 2 : 1;
        double[] units = [.. Enumerable.Range(0, values.Count / size)
            .Select(u => inPairs ? (values[2 * u] + values[(2 * u) + 1]) / 2 : values[u]).Where(double.IsFinite)];
        double mean = units.Length == 0 ? double.NaN : units.Sum() / units.Length;
        double squares = units.Sum(u => (u - mean) * (u - mean));
        return new MeanEstimate(mean, units.Length < 2 ? double.NaN : Math.Sqrt(squares / (units.Length - 1)), units.Length, size);
    }

    /// <summary>
    /// A ratio of means, to first order: ratio θ = ā / b̄ varies as (a − θ·b) / b̄ does. NaN where the denominator is not above 0.
    /// </summary>
    public static MeanEstimate OfRatio(IReadOnlyList<double> above, IReadOnlyList<double> below, bool inPairs)
    {
        double bottom = below.Sum() / below.Count, ratio = bottom > 0 ? above.Sum() / above.Count / bottom : double.NaN;
        return Of([.. above.Zip(below, (a, b) => (a - (ratio * b)) / bottom)], inPairs) with { Mean = ratio };
    }

    /// <summary>
    /// Replications at which the half-width falls to a target, if they vary as these do: the smallest k with t(k − 1)·s/√k at most the
    /// target, times replications of a unit. Its own uncertainty is that of s²: about √(2/k) of it.
    /// </summary>
    /// <param name="target">Half-width wanted, above 0.</param>
    /// <param name="most">More are not counted.</param>
    /// <returns>Null where it is not known, or more than <paramref name="most"/>.</returns>
    public int? ReplicationsFor(double target, int most)
    {
        if (!double.IsFinite(Deviation) || !(target > 0))
        {
            return null;
        }

        double normal = Normal.InvCDF(0, 1, Level) * Deviation / target, least = normal * normal;
        for (int units = least < most ? Math.Max(2, (int)least) : most; units * ReplicationsOfAUnit <= most; units++)
        {
            if (HalfWidthWith(units) <= target)
            {
                return units * ReplicationsOfAUnit;
            }
        }

        return null;
    }

    private double HalfWidthWith(int units) => units < 2 || double.IsNaN(Deviation)
        ? double.NaN
        : StudentT.InvCDF(0, 1, units - 1, Level) * Deviation / Math.Sqrt(units);
}
