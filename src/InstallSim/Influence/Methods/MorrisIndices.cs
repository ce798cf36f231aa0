using InstallSim.Results;

namespace InstallSim.Influence.Methods;

/// <summary>What Morris's method says of one number.</summary>
/// <param name="Mu">μ, mean of its elementary effects: how the outcome changes over the whole range, with its sign.</param>
/// <param name="MuStar">μ*, mean of their absolute values, which effects of both signs do not cancel.</param>
/// <param name="Sigma">σ, their standard deviation: what is curved, or depends on other numbers.</param>
/// <param name="HalfWidth">Half of the 95 % interval of μ*.</param>
public readonly record struct MorrisIndex(double Mu, double MuStar, double Sigma, double HalfWidth);

/// <summary>
/// Elementary effects along trajectories, d = (y above − y below) / step, and their moments. Morris (1991); μ* of Campolongo, Cariboni and
/// Saltelli (2007), "An effective screening design for sensitivity analysis of large models".
/// </summary>
public static class MorrisIndices
{
    /// <summary>Indices of each number.</summary>
    /// <param name="points">Points of <see cref="Trajectories"/>, shape [r·(k + 1)][k].</param>
    /// <param name="outcomes">Outcome of each point.</param>
    /// <param name="levels">p, levels of the grid.</param>
    /// <param name="resamples">Resamples of r trajectories for intervals; see <see cref="Resamples"/>.</param>
    public static MorrisIndex[] Of(double[][] points, ReadOnlySpan<double> outcomes, int levels, Resamples resamples)
    {
        double[][] effects = Effects(points, outcomes, levels);
        var indices = new MorrisIndex[effects.Length];
        for (int j = 0; j < effects.Length; j++)
        {
            double[] sizes = [.. effects[j].Select(Math.Abs)];
            double mean = effects[j].Average(), squares = effects[j].Sum(d => (d - mean) * (d - mean));
            indices[j] = new MorrisIndex(mean, sizes.Average(), Math.Sqrt(squares / (sizes.Length - 1)), resamples.HalfWidthOfMean(sizes));
        }

        return indices;
    }

    /// <summary>Elementary effects, shape [k][r]; 0 where no more than rounding tells outcomes apart.</summary>
    /// <exception cref="ArgumentException">Two points that follow one another do not differ in one number alone.</exception>
    public static double[][] Effects(double[][] points, ReadOnlySpan<double> outcomes, int levels)
    {
        int numbers = points[0].Length, count = points.Length / (numbers + 1);
        double step = Trajectories.Step(levels);
        double[][] effects = [.. Enumerable.Range(0, numbers).Select(_ => new double[count])];
        for (int t = 0; t < count; t++)
        {
            for (int i = t * (numbers + 1); i < (t * (numbers + 1)) + numbers; i++)
            {
                int moved = Moved(points[i], points[i + 1]);
                double up = points[i + 1][moved] > points[i][moved] ? 1 : -1;
                effects[moved][t] = up * Interval.Difference(outcomes[i + 1], outcomes[i]) / step;
            }
        }

        return effects;
    }

    private static int Moved(double[] from, double[] to)
    {
        int moved = -1;
        for (int j = 0; j < from.Length; j++)
        {
            if (from[j] != to[j])
            {
                moved = moved < 0 ? j : throw new ArgumentException($"numbers {moved} and {j} move at once", nameof(to));
            }
        }

        return moved >= 0 ? moved : throw new ArgumentException("no number moves", nameof(to));
    }
}
