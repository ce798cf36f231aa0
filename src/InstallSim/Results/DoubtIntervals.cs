using MathNet.Numerics.Distributions;

namespace InstallSim.Results;

/// <summary>
/// 95 % intervals for one more replication, where replications draw what is doubted: they hold doubt and chance and do not shrink with the
/// number of replications. Replications 2d and 2d + 1 share a draw, so that n of them count as m = n/2 where doubt prevails.
/// </summary>
/// <remarks>
/// Effects of doubted numbers are skewed (a factor of 1 to 1.8 around 1.2, times everything else), so that mean ± t·s would begin below
/// zero where no replication does. From 78 replications on (m ≥ 39) the ends are order statistics: with m independent draws the next lies
/// under the k-th with probability k/(m + 1) whatever the distribution, so the ends stand at rank k = 0.025·(m + 1) of the draws from
/// either side, which among n sorted values is position 2k − ½ (between neighbours in proportion). It is a little wide where chance
/// prevails. Fewer replications have no such value: the range of 20 (m = 10) holds the next in 82 of 100 cases only. There each side gets
/// Student's interval of one more value from its own half of the sample: median ± t(m − 1)·s±·√(1 + 1/m), s±² = 2·Σ(x − median)² / (n − 2)
/// over the values of that side. A side without any value, for small whole numbers tie, tells nothing of itself and gets the other's width.
/// Under 20 replications this is wide (t is 2.8 at 10, 12.7 at 4), as it should be; under 4 there is none.
/// An end does not lie beyond zero where no replication does.
/// </remarks>
public static class DoubtIntervals
{
    private const double Tail = 0.025;

    /// <summary>Replications from which the ends of an interval are outcomes, rather than Student's rule.</summary>
    public const int Enough = 78;

    /// <summary>Fewest replications that have an interval: two draws.</summary>
    public const int Least = 4;

    /// <summary>The mean, and the interval of one more replication. NaN values are left out.</summary>
    /// <param name="values">A value a replication, in their order; infinite where it is beyond any number.</param>
    /// <returns>Ends are NaN with fewer than four values, or where an end is infinite.</returns>
    public static Interval OfNext(ReadOnlySpan<double> values)
    {
        double[] sorted = [.. values.ToArray().Where(v => !double.IsNaN(v)).Order()];
        int n = sorted.Length, draws = n / 2;
        double mean = n == 0 ? double.NaN : sorted.Sum() / n;
        if (n < Least)
        {
            return new Interval(mean, double.NaN, double.NaN, double.NaN, n);
        }

        double next = Math.Sqrt(1 + (1.0 / draws)), error = Math.Sqrt(sorted.Sum(v => (v - mean) * (v - mean)) / (n - 2)) * next;
        double rank = Tail * (draws + 1);
        (double lower, double upper) = rank >= 1 ? Order(sorted, (2 * rank) - 0.5) : Halves(sorted, draws, next);
        // A cost that no replication has below zero has no interval that reaches there.
        lower = sorted[0] >= 0 ? Math.Max(0, lower) : lower;
        upper = sorted[^1] <= 0 ? Math.Min(0, upper) : upper;
        return double.IsFinite(lower) && double.IsFinite(upper)
            ? new Interval(mean, error, lower, upper, n)
            : new Interval(mean, double.NaN, double.NaN, double.NaN, n);
    }

    /// <summary>
    /// The ratio of means, and the interval of the ratio of one more replication. Not determined (NaN) where the denominator's own interval
    /// holds 0. A replication whose denominator has another sign than their mean counts as beyond the far end: who loses physicians gets
    /// none for any money.
    /// </summary>
    /// <param name="numerator">A value a replication.</param>
    /// <param name="denominator">A value a replication.</param>
    public static Interval OfRatio(ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator)
    {
        int n = numerator.Length;
        double above = Mean(numerator), below = Mean(denominator), ratio = below == 0 ? double.NaN : above / below;
        Interval bottom = OfNext(denominator);
        if (!(bottom.Lower > 0 || bottom.Upper < 0))
        {
            return new Interval(ratio, double.NaN, double.NaN, double.NaN, n);
        }

        var ratios = new double[n];
        for (int r = 0; r < n; r++)
        {
            ratios[r] = denominator[r] * below > 0 ? numerator[r] / denominator[r]
                : ratio < 0 ? double.NegativeInfinity
                : double.PositiveInfinity;
        }

        return OfNext(ratios) with { Mean = ratio };
    }

    /// <summary>
    /// Share of the variance between replications that chance has, by one-way analysis of variance of pairs (2d, 2d + 1) that share a draw:
    /// chance² = Σ_d (x − x′)² / 2m; doubt² = (2·var(pair means) − chance²) / 2, at least 0; share = chance² / (chance² + doubt²). With 50
    /// pairs its own standard error is about 0.1 in the middle of its range; with 5 it says little.
    /// </summary>
    /// <param name="values">A value a replication, in their order.</param>
    /// <returns>0 to 1; NaN with fewer than four values, or when all are equal.</returns>
    public static double ChanceShare(ReadOnlySpan<double> values)
    {
        (double chance, double doubt) = Parts(values);
        return chance + doubt > 0 ? chance / (chance + doubt) : double.NaN;
    }

    /// <summary>The two variances of <see cref="ChanceShare"/>; NaN with fewer than four values.</summary>
    public static (double Chance, double Doubt) Parts(ReadOnlySpan<double> values)
    {
        var means = new List<double>();
        double chance = 0;
        for (int r = 0; r + 1 < values.Length; r += 2)
        {
            if (double.IsFinite(values[r]) && double.IsFinite(values[r + 1]))
            {
                means.Add((values[r] + values[r + 1]) / 2);
                chance += (values[r] - values[r + 1]) * (values[r] - values[r + 1]) / 2;
            }
        }

        if (means.Count < 2)
        {
            return (double.NaN, double.NaN);
        }

        chance /= means.Count;
        double mean = means.Average(), between = 2 * means.Sum(m => (m - mean) * (m - mean)) / (means.Count - 1);
        return (chance, Math.Max(0, (between - chance) / 2));
    }

    /// <summary>
    /// Whether an end of an interval of <see cref="OfNext"/> was set to 0, or stands there as all of that side do. From
    /// <see cref="Enough"/> replications on ends are outcomes, and none is set.
    /// </summary>
    public static bool IsSetToZero(double lower, double upper, int replications) =>
        replications < Enough && (lower == 0) != (upper == 0);

    private static (double Lower, double Upper) Order(double[] sorted, double position)
    {
        int k = (int)position;
        double part = position - k;
        return (Between(sorted[k - 1], sorted[k], part), Between(sorted[^k], sorted[^(k + 1)], part));
    }

    private static double Between(double from, double to, double part) => part == 0 || from == to ? from : from + (part * (to - from));

    private static (double Lower, double Upper) Halves(double[] sorted, int draws, double next)
    {
        int n = sorted.Length;
        double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        double times = StudentT.InvCDF(0, 1, draws - 1, 1 - Tail) * next;
        double Half(Func<double, bool> side) => times * Math.Sqrt(2 * sorted.Where(side).Sum(v => (v - median) * (v - median)) / (n - 2));
        (double below, double above) = (Half(v => v < median), Half(v => v > median));
        return (median - (below > 0 ? below : above), median + (above > 0 ? above : below));
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
