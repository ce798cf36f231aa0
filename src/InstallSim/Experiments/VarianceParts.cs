namespace InstallSim.Experiments;

/// <summary>
/// Shares of the variance of an effect between replications of which 2d and 2d + 1 share draw d: chance from within the pairs, as in
/// <see cref="Results.DoubtIntervals"/>; what groups of drawn numbers have, from the products of the means of two different draws. With
/// z_dj the number j of draw d less its mean over its deviation, K numbers in a group and m_d the pair's mean less the mean of all,
/// E(m_d·m_e) = c + Σ_g σ_g²·k_g(d, e), k_g(d, e) = Σ_j z_dj·z_ej / K: least squares over pairs d &lt; e give σ_g², the variance that the
/// group's numbers carry in straight lines. A draw is never multiplied with itself, so that more numbers than draws explain nothing by
/// themselves and chance adds nothing. Haseman and Elston (1972), "The investigation of linkage between a quantitative trait and a marker
/// locus"; errors by leaving out one draw at a time.
/// </summary>
internal sealed class VarianceParts
{
    private const double Z = 1.959963984540054;

    private readonly double[][][] _kernels, _squares;
    private readonly double[][] _sums;
    private readonly int _draws;

    /// <summary>Prepares groups of numbers.</summary>
    /// <param name="draws">D, draws.</param>
    /// <param name="groups">Numbers of each group, shape [G][K][D]; those that never change count for nothing.</param>
    public VarianceParts(int draws, IReadOnlyList<IReadOnlyList<double[]>> groups)
    {
        _draws = draws;
        _kernels = [.. groups.Select(numbers => KernelOf([.. numbers.Select(Standardised).OfType<double[]>()]))];
        _sums = [.. _kernels.Select(k => k.Select(row => row.Sum()).ToArray())];
        _squares = [.. _kernels.Select((k, g) => _kernels[g..]
            .Select(other => k.Select((row, d) => row.Zip(other[d], (x, y) => x * y).Sum()).ToArray()).ToArray())];
    }

    /// <summary>The shares of an effect: chance, each group, the rest.</summary>
    /// <param name="effect">The effect in each replication, shape [2D].</param>
    /// <returns>Shares from 0 to 1 that add up to 1, and their 95 % intervals within; null where the effect does not vary.</returns>
    public (double Share, double Low, double High)[]? Of(double[] effect)
    {
        (double chance, double doubt) = Results.DoubtIntervals.Parts(effect);
        if (!(chance + doubt > 0))
        {
            return null;
        }

        double[][] products = Products(effect);
        double[] whole = Shares(effect, products, -1);
        double[][] without = [.. Enumerable.Range(0, _draws).Select(d => Shares(effect, products, d))];
        double[] shown = Shown(whole, chance / (chance + doubt));
        return [.. shown.Select((share, s) =>
        {
            double mean = without.Average(w => w[s]), squares = without.Sum(w => (w[s] - mean) * (w[s] - mean));
            double half = Z * Math.Sqrt(squares * (_draws - 1) / _draws);
            return (share, Math.Clamp(share - half, 0, 1), Math.Clamp(share + half, 0, 1));
        })];
    }

    /// <summary>Shares before they are held within 0 and what doubt has: unbiased, and below 0 or above 1 by chance.</summary>
    public double[] Estimates(double[] effect) => Shares(effect, Products(effect), -1);

    /// <summary>Shares as they are told: none below 0, groups together no more than doubt has.</summary>
    private static double[] Shown(double[] whole, double chance)
    {
        double[] groups = [.. whole[1..^1].Select(share => Math.Max(0, share))];
        double sum = groups.Sum(), room = 1 - chance, scale = sum > room ? room / sum : 1;
        return [chance, .. groups.Select(g => g * scale), Math.Max(0, room - (sum * scale))];
    }

    /// <summary>Shares as they are estimated, without one draw; −1 leaves out none.</summary>
    private double[] Shares(double[] effect, double[][] products, int left)
    {
        double[] kept = left < 0 ? effect : [.. effect.Where((_, r) => r / 2 != left)];
        (double chance, double doubt) = Results.DoubtIntervals.Parts(kept);
        double total = chance + doubt;
        double[] groups = [.. Components(products, left).Select(v => total > 0 ? v / total : 0)];
        double ofChance = total > 0 ? chance / total : 0;
        return [ofChance, .. groups, 1 - ofChance - groups.Sum()];
    }

    /// <summary>Products of the means of two draws, and their sums with each kernel, by the first draw.</summary>
    private double[][] Products(double[] effect)
    {
        double[] m = [.. Enumerable.Range(0, _draws).Select(d => (effect[2 * d] + effect[(2 * d) + 1]) / 2)];
        double mean = m.Average(), sum = m.Sum(v => v - mean);
        double[] alone = [.. m.Select(v => (v - mean) * (sum - (v - mean)))];
        return [.. _kernels.Select(k => m.Select((v, d) => (v - mean) * Enumerable.Range(0, _draws).Sum(e => k[d][e] * (m[e] - mean)))
            .ToArray()), alone];
    }

    /// <summary>σ² of each group by least squares with a constant, without one draw; −1 leaves out none.</summary>
    private double[] Components(double[][] products, int left)
    {
        int groups = _kernels.Length;
        double pairs = left < 0 ? _draws * (_draws - 1) / 2.0 : (_draws - 1) * (_draws - 2) / 2.0;
        double Sum(double[] byDraw) => (byDraw.Sum() / 2) - (left < 0 ? 0 : byDraw[left]);
        double[] sums = [.. _sums.Select(Sum), Sum(products[groups])];
        var upper = new double[groups, groups + 1];
        for (int g = 0; g < groups; g++)
        {
            for (int h = g; h < groups; h++)
            {
                upper[g, h] = Sum(_squares[g][h - g]) - (sums[g] * sums[h] / pairs);
            }

            upper[g, groups] = Sum(products[g]) - (sums[g] * sums[groups] / pairs);
        }

        return Solved(upper, groups);
    }

    /// <summary>Solves a symmetric system given by its upper half and right side; 0 for a group without numbers.</summary>
    private static double[] Solved(double[,] upper, int size)
    {
        double[,] a = new double[size, size + 1];
        for (int g = 0; g < size; g++)
        {
            for (int h = 0; h <= size; h++)
            {
                a[g, h] = h == size || h >= g ? upper[g, h] : upper[h, g];
            }
        }

        bool[] isUsed = new bool[size];
        for (int g = 0; g < size; g++)
        {
            double scale = upper[g, g];
            isUsed[g] = scale > 0 && a[g, g] > 1e-9 * scale;
            for (int row = 0; row < size && isUsed[g]; row++)
            {
                double times = row == g ? 0 : a[row, g] / a[g, g];
                for (int c = 0; c <= size && times != 0; c++)
                {
                    a[row, c] -= times * a[g, c];
                }
            }
        }

        return [.. Enumerable.Range(0, size).Select(g => isUsed[g] ? a[g, size] / a[g, g] : 0)];
    }

    /// <summary>k(d, e), 0 where d = e.</summary>
    private double[][] KernelOf(double[][] numbers) => [.. Enumerable.Range(0, _draws).Select(d => Enumerable.Range(0, _draws)
        .Select(e => d == e || numbers.Length == 0 ? 0 : numbers.Sum(z => z[d] * z[e]) / numbers.Length).ToArray())];

    private static double[]? Standardised(double[] number)
    {
        double mean = number.Average(), deviation = Math.Sqrt(number.Sum(x => (x - mean) * (x - mean)) / number.Length);
        return deviation > 1e-12 * Math.Abs(mean) ? [.. number.Select(x => (x - mean) / deviation)] : null;
    }
}
