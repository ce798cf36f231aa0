using InstallSim.Choice.Draws;
using InstallSim.World;

namespace InstallSim.Influence.Methods;

/// <summary>
/// Bootstrap: how often each of n units (trajectories, base points, points) stands in each of B samples of n drawn from them with
/// replacement. Half of a 95 % interval is z·sd of a statistic over the samples, sd with B − 1. Efron (1979), "Bootstrap methods".
/// </summary>
public sealed class Resamples
{
    /// <summary>0.975 quantile of the standard normal distribution.</summary>
    public const double Z = 1.959963984540054;

    private Resamples(double[][] times) => Times = times;

    /// <summary>Times that a unit stands in a sample, shape [B][n].</summary>
    public IReadOnlyList<double[]> Times { get; }

    /// <summary>Samples whose draws are named by seed, sample and place in it.</summary>
    /// <param name="units">n.</param>
    /// <param name="count">B, ≥ 2.</param>
    /// <param name="seed">Seed.</param>
    public static Resamples Of(int units, int count, uint seed)
    {
        var times = new double[count][];
        for (int b = 0; b < count; b++)
        {
            var key = new DrawKey(seed, 0, (ushort)DrawPurpose.Resample, 0, (uint)b);
            times[b] = new double[units];
            for (int i = 0; i < units; i++)
            {
                times[b][(int)(key.Uniform(i) * units)]++;
            }
        }

        return new Resamples(times);
    }

    /// <summary>Samples given by the units that they hold.</summary>
    /// <param name="chosen">Numbers of units, shape [B][n], each from 0 to n − 1.</param>
    public static Resamples Of(IEnumerable<int[]> chosen) => new([.. chosen.Select(units =>
    {
        var times = new double[units.Length];
        foreach (int unit in units)
        {
            times[unit]++;
        }

        return times;
    })]);

    /// <summary>Half-width of the mean of a value a unit.</summary>
    public double HalfWidthOfMean(double[] values) => HalfWidth([.. Times.Select(times => Dot(times, values) / values.Length)]);

    /// <summary>Half-width of a statistic, given a value a sample; those of which it has none do not count.</summary>
    public static double HalfWidth(double[] statistics)
    {
        double[] finite = [.. statistics.Where(double.IsFinite)];
        if (finite.Length < 2)
        {
            return double.NaN;
        }

        double mean = finite.Average(), squares = finite.Sum(s => (s - mean) * (s - mean));
        return Z * Math.Sqrt(squares / (finite.Length - 1));
    }

    /// <summary>Σ of a value a unit over a sample.</summary>
    internal static double Dot(double[] times, double[] values)
    {
        double even = 0, odd = 0;
        int i = 0;
        for (; i + 1 < values.Length; i += 2)
        {
            even += times[i] * values[i];
            odd += times[i + 1] * values[i + 1];
        }

        return i < values.Length ? even + odd + (times[i] * values[i]) : even + odd;
    }
}
