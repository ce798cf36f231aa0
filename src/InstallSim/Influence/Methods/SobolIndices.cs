namespace InstallSim.Influence.Methods;

/// <summary>An index and half of its 95 % interval.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="HalfWidth">z·sd over resamples.</param>
public readonly record struct SobolIndex(double Value, double HalfWidth);

/// <summary>
/// Shares of the variance of an outcome. First order: what a number does alone, S_j = mean(b·(ab_j − a)) / V; total: what it does alone
/// and with others, T_j = mean((a − ab_j)²) / 2V, both of Saltelli et al. (2010), "Variance based sensitivity analysis of model output",
/// Computer Physics Communications 181; second: what two do together and not alone, S_jl = mean(ba_j·ab_l − a·b) / V − S_j − S_l
/// (Saltelli 2002). V is the variance of a and b; a, b, ab_j, ba_j are outcomes, less their mean and divided by their standard deviation.
/// </summary>
/// <param name="First">S, a number each.</param>
/// <param name="Total">T, a number each.</param>
/// <param name="Second">S_jl for l above j, by [j][l − j − 1]; empty where it was not asked for.</param>
public sealed record SobolIndices(SobolIndex[] First, SobolIndex[] Total, SobolIndex[][] Second)
{
    /// <summary>Indices of each number; NaN where the outcome is the same at all points.</summary>
    /// <param name="outcomes">Outcome of each point of <see cref="SaltelliDesign"/>.</param>
    /// <param name="numbers">k.</param>
    /// <param name="isSecond">Whether the design has the points of second order.</param>
    /// <param name="resamples">Resamples of the N base points, for intervals.</param>
    public static SobolIndices Of(ReadOnlySpan<double> outcomes, int numbers, bool isSecond, Resamples resamples)
    {
        int width = SaltelliDesign.Width(numbers, isSecond);
        double[] normal = Normalised(outcomes), a = Column(0), b = Column(width - 1);
        double[][] ab = [.. Enumerable.Range(1, numbers).Select(Column)];
        double[][] ba = isSecond ? [.. Enumerable.Range(1 + numbers, numbers).Select(Column)] : [];
        var means = new Means(a, b, resamples);
        var term = new double[a.Length];
        double[][] first = [.. ab.Select(x => means.Of(Fill(i => b[i] * (x[i] - a[i]))))];
        double[][] total = [.. ab.Select(x => means.Of(Fill(i => 0.5 * (a[i] - x[i]) * (a[i] - x[i]))))];
        var second = new SobolIndex[isSecond ? numbers - 1 : 0][];
        for (int j = 0; j < second.Length; j++)
        {
            second[j] = new SobolIndex[numbers - j - 1];
            for (int l = j + 1; l < numbers; l++)
            {
                for (int i = 0; i < a.Length; i++)
                {
                    term[i] = (ba[j][i] * ab[l][i]) - (a[i] * b[i]);
                }

                double[] both = means.Of(term);
                second[j][l - j - 1] = IndexOf([.. both.Select((v, m) => v - first[j][m] - first[l][m])]);
            }
        }

        return new SobolIndices([.. first.Select(IndexOf)], [.. total.Select(IndexOf)], second);

        double[] Column(int from) => [.. Enumerable.Range(0, normal.Length / width).Select(i => normal[(i * width) + from])];

        double[] Fill(Func<int, double> of)
        {
            for (int i = 0; i < term.Length; i++)
            {
                term[i] = of(i);
            }

            return term;
        }
    }

    private static SobolIndex IndexOf(double[] values) => new(values[0], Resamples.HalfWidth(values[1..]));

    private static double[] Normalised(ReadOnlySpan<double> outcomes)
    {
        double[] values = outcomes.ToArray();
        double mean = values.Average(), variance = values.Sum(v => (v - mean) * (v - mean)) / values.Length;
        return [.. values.Select(v => (v - mean) / Math.Sqrt(variance))];
    }

    /// <summary>Means over the variance of a and b: of all base points, then of each resample.</summary>
    private sealed class Means
    {
        private readonly double[][] _times;
        private readonly double[] _variance;

        public Means(double[] a, double[] b, Resamples resamples)
        {
            var ones = new double[a.Length];
            Array.Fill(ones, 1);
            _times = [ones, .. resamples.Times];
            double[] sums = [.. a.Zip(b, (x, y) => x + y)], squares = [.. a.Zip(b, (x, y) => (x * x) + (y * y))];
            _variance = [.. _times.Select(times =>
            {
                double mean = Resamples.Dot(times, sums) / (2 * a.Length);
                return (Resamples.Dot(times, squares) / (2 * a.Length)) - (mean * mean);
            })];
        }

        public double[] Of(double[] term) => [.. _times.Select((times, m) => Resamples.Dot(times, term) / term.Length / _variance[m])];
    }
}
