using MathNet.Numerics.Distributions;

namespace InstallSim.Calibration;

/// <summary>
/// What chance does to a moment that was simulated at several points, at each with the same random numbers. Chance that all points share
/// moves them together: it hides nothing between points, but the mean itself is off by it.
/// </summary>
/// <param name="Variance">Variance of the mean over replications, pooled over points.</param>
/// <param name="IsMoved">Whether points differ by more than the chance that they do not share.</param>
public sealed record Chance(double Variance, bool IsMoved)
{
    /// <summary>Probability to find a difference between points where there is none.</summary>
    private const double Level = 0.01;

    /// <summary>Judges a moment.</summary>
    /// <param name="values">The moment, shape [points][replications ≥ 2]; points with a value that is not finite are left out.</param>
    public static Chance Of(IReadOnlyList<double[]> values)
    {
        double[][] rows = [.. values.Where(row => row.All(double.IsFinite))];
        if (rows.Length == 0)
        {
            return new Chance(double.NaN, false);
        }

        int n = rows.Length, r = rows[0].Length;
        double[] means = [.. rows.Select(row => row.Average())],
            shared = [.. Enumerable.Range(0, r).Select(k => rows.Average(row => row[k]))];
        double all = means.Average(), within = 0, own = 0;
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < r; k++)
            {
                double miss = rows[i][k] - means[i], alone = miss - (shared[k] - all);
                within += miss * miss;
                own += alone * alone;
            }
        }

        double between = means.Sum(m => (m - all) * (m - all)), rounding = 1e-24 * n * all * all;
        int free = (n - 1) * (r - 1);
        bool isMoved = n > 1 && between > rounding && (r * own <= rounding
            || FisherSnedecor.CDF(n - 1, free, r * between / (n - 1) / (own / free)) > 1 - Level);
        return new Chance(within / (n * (r - 1)) / r, isMoved);
    }
}
