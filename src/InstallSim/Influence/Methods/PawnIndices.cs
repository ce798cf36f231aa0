using InstallSim.Choice.Draws;
using InstallSim.World;

namespace InstallSim.Influence.Methods;

/// <summary>How far the distribution of an outcome moves when a number is held in a slice of its range: over slices.</summary>
/// <param name="Minimum">Least distance.</param>
/// <param name="Mean">Mean distance.</param>
/// <param name="Median">Median distance.</param>
/// <param name="Maximum">Greatest distance.</param>
/// <param name="Variation">Their standard deviation over their mean.</param>
public readonly record struct PawnIndex(double Minimum, double Mean, double Median, double Maximum, double Variation);

/// <summary>
/// PAWN: the distance of Kolmogorov and Smirnov, max_y |F(y) − F(y | x_j in slice s)|, between the outcome of all points and of those whose
/// number j lies in one of S slices of equal count. It needs no variance and no particular design. Pianosi and Wagener (2018),
/// "Distribution-based sensitivity analysis from a generic input-output sample", Environmental Modelling &amp; Software 108. The greatest
/// value of a number lies beyond its last slice, which is open above, as in SALib.
/// </summary>
public static class PawnIndices
{
    /// <summary>Indices of each number, with half-widths over resamples of points whose slices stay.</summary>
    /// <param name="points">Points, shape [n][k].</param>
    /// <param name="outcomes">Outcome of each point.</param>
    /// <param name="slices">S.</param>
    /// <param name="resamples">Resamples of the n points.</param>
    public static (PawnIndex Index, PawnIndex HalfWidth)[] Of(
        double[][] points, ReadOnlySpan<double> outcomes, int slices, Resamples resamples)
    {
        var ranked = new Ranked(outcomes.ToArray());
        var ones = new double[points.Length];
        Array.Fill(ones, 1);
        return [.. Enumerable.Range(0, points[0].Length).Select(j =>
        {
            int[] slice = SliceOf([.. points.Select(p => p[j])], slices);
            PawnIndex[] again = [.. resamples.Times.Select(times => IndexOf(ranked.Distances(slice, slices, times)))];
            double Half(Func<PawnIndex, double> of) => Resamples.HalfWidth([.. again.Select(of)]);
            return (IndexOf(ranked.Distances(slice, slices, ones)), new PawnIndex(
                Half(i => i.Minimum), Half(i => i.Mean), Half(i => i.Median), Half(i => i.Maximum), Half(i => i.Variation)));
        })];
    }

    /// <summary>
    /// What the mean distance of a number without any effect is under in 95 of 100 cases, for it is never 0: that of numbers drawn at
    /// random.
    /// </summary>
    /// <param name="outcomes">Outcome of each point.</param>
    /// <param name="slices">S.</param>
    /// <param name="count">Numbers drawn.</param>
    /// <param name="seed">Seed.</param>
    public static double Noise(ReadOnlySpan<double> outcomes, int slices, int count, uint seed)
    {
        var ranked = new Ranked(outcomes.ToArray());
        var ones = new double[outcomes.Length];
        Array.Fill(ones, 1);
        double[] means = [.. Enumerable.Range(0, count).Select(b =>
        {
            var key = new DrawKey(seed, 1, (ushort)DrawPurpose.Resample, 0, (uint)b);
            int[] slice = SliceOf([.. Enumerable.Range(0, ones.Length).Select(key.Uniform)], slices);
            return IndexOf(ranked.Distances(slice, slices, ones)).Mean;
        }).Order()];
        return Quantile(means, 0.95);
    }

    /// <summary>The slice of each value, between quantiles; −1 for the greatest.</summary>
    private static int[] SliceOf(double[] values, int slices)
    {
        double[] sorted = [.. values.Order()];
        double width = 1.0 / slices;
        double[] edges = [.. Enumerable.Range(0, slices + 1).Select(s => Quantile(sorted, Math.Min(1, s * width)))];
        return [.. values.Select(v =>
        {
            int slice = slices - 1;
            while (slice >= 0 && !(v >= edges[slice] && v < edges[slice + 1]))
            {
                slice--;
            }

            return slice;
        })];
    }

    private static PawnIndex IndexOf(double[] distances)
    {
        double[] d = [.. distances.Where(v => !double.IsNaN(v)).Order()];
        double mean = d.Average(), spread = Math.Sqrt(d.Sum(v => (v - mean) * (v - mean)) / d.Length);
        return new PawnIndex(d[0], mean, (d[(d.Length - 1) / 2] + d[d.Length / 2]) / 2, d[^1], spread / mean);
    }

    /// <summary>Between order statistics by a straight line, from the nearer of them.</summary>
    private static double Quantile(double[] sorted, double level)
    {
        double place = level * (sorted.Length - 1);
        int below = Math.Min((int)place, sorted.Length - 1), above = Math.Min(below + 1, sorted.Length - 1);
        double part = place - below, gap = sorted[above] - sorted[below];
        return part < 0.5 ? sorted[below] + (part * gap) : sorted[above] - ((1 - part) * gap);
    }

    /// <summary>Points by their outcome.</summary>
    private sealed class Ranked
    {
        private readonly double[] _outcomes;
        private readonly int[] _order;

        public Ranked(double[] outcomes)
        {
            _outcomes = outcomes;
            _order = [.. Enumerable.Range(0, outcomes.Length).OrderBy(i => outcomes[i])];
        }

        /// <summary>Distance of each slice, each point counted some times; NaN for a slice without points.</summary>
        public double[] Distances(int[] slice, int slices, double[] times)
        {
            double[] total = new double[slices], under = new double[slices], distance = new double[slices];
            for (int i = 0; i < slice.Length; i++)
            {
                if (slice[i] >= 0)
                {
                    total[slice[i]] += times[i];
                }
            }

            double all = 0, sum = times.Sum();
            for (int k = 0; k < _order.Length; k++)
            {
                int i = _order[k];
                all += times[i];
                if (slice[i] >= 0)
                {
                    under[slice[i]] += times[i];
                }

                if (k + 1 < _order.Length && _outcomes[_order[k + 1]] == _outcomes[i])
                {
                    continue;
                }

                for (int s = 0; s < slices; s++)
                {
                    distance[s] = Math.Max(distance[s], Math.Abs((all / sum) - (under[s] / total[s])));
                }
            }

            return distance;
        }
    }
}
