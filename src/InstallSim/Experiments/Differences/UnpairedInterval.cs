using InstallSim.Results;
using MathNet.Numerics.Distributions;

namespace InstallSim.Experiments.Differences;

/// <summary>95 % intervals of a difference between two samples that share nothing.</summary>
public static class UnpairedInterval
{
    private const double Level = 0.975;

    /// <summary>
    /// Chance alone: the difference of means ± t(ν)·√(s²/n + s′²/n′), ν after Welch (1947). Doubt and chance: the difference between one
    /// more replication of each, ± t(ν)·√(s²(1 + 1/m) + s′²(1 + 1/m′)), m = n/2 draws, for pairs of replications share one. NaN is
    /// left out.
    /// </summary>
    /// <param name="a">A value a replication.</param>
    /// <param name="b">A value a replication of the other; the difference is b − a.</param>
    /// <param name="holdsDoubt">Whether replications draw what is doubted.</param>
    /// <returns>Ends are NaN with fewer than two values of either, or four where there is doubt, and where ties do not tell.</returns>
    public static Interval Of(IEnumerable<double> a, IEnumerable<double> b, bool holdsDoubt)
    {
        double[] left = [.. a.Where(double.IsFinite)], right = [.. b.Where(double.IsFinite)];
        double difference = Mean(right) - Mean(left);
        (double of, double with) = (Part(left, holdsDoubt), Part(right, holdsDoubt));
        double error = Math.Sqrt(of + with), t = error == 0 ? 0
            : double.IsNaN(error) ? double.NaN
            : StudentT.InvCDF(0, 1, Freedom((of, Units(left, holdsDoubt)), (with, Units(right, holdsDoubt))), Level);
        return new Interval(difference, error, difference - (t * error), difference + (t * error), Math.Min(left.Length, right.Length))
            .WhereTiesTell(Interval.SizeOf(left.Concat(right)), Intervals.Enough(holdsDoubt));
    }

    private static int Units(double[] values, bool holdsDoubt) => holdsDoubt ? values.Length / 2 : values.Length;

    private static double Part(double[] values, bool holdsDoubt)
    {
        int units = Units(values, holdsDoubt), free = holdsDoubt ? values.Length - 2 : values.Length - 1;
        double mean = Mean(values), variance = units < 2 ? double.NaN : values.Sum(v => (v - mean) * (v - mean)) / free;
        return holdsDoubt ? variance * (1 + (1.0 / units)) : variance / units;
    }

    /// <summary>Welch and Satterthwaite's degrees of freedom.</summary>
    private static double Freedom((double Part, int Units) a, (double Part, int Units) b) => (a.Part + b.Part) * (a.Part + b.Part)
        / ((a.Part * a.Part / (a.Units - 1)) + (b.Part * b.Part / (b.Units - 1)));

    private static double Mean(double[] values) => values.Length == 0 ? double.NaN : values.Sum() / values.Length;
}
