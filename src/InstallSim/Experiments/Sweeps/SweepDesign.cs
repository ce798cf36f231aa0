using System.Collections;
using InstallSim.Choice.Draws;
using InstallSim.Experiments.Points;

namespace InstallSim.Experiments.Sweeps;

/// <summary>
/// The points of a sweep, made when they are asked for: a grid of a million points takes no room. In a grid the last number changes
/// fastest.
/// </summary>
public sealed class SweepDesign : IReadOnlyList<double[]>
{
    /// <summary>Most points: names of their files have seven digits.</summary>
    public const int Most = 9_999_999;

    private readonly IReadOnlyList<PlanNumber> _numbers;
    private readonly double[][]? _levels, _shares;

    private readonly int[] _classShares;

    private SweepDesign(IReadOnlyList<PlanNumber> numbers, double[][]? levels, double[][]? shares, int[] classShares, int count) =>
        (_numbers, _levels, _shares, _classShares, Count) = (numbers, levels, shares, classShares, count);

    /// <summary>How many points there are.</summary>
    public int Count { get; }

    /// <summary>The values of the numbers at a point, shape [K]; made anew each time.</summary>
    /// <param name="index">The point, from 0.</param>
    public double[] this[int index]
    {
        get
        {
            var point = new double[_numbers.Count];
            int rest = index;
            for (int k = point.Length - 1; k >= 0; k--)
            {
                if (_levels is not null)
                {
                    point[k] = _levels[k][rest % _levels[k].Length];
                    rest /= _levels[k].Length;
                }
                else
                {
                    point[k] = _numbers[k].At(_shares![k][index]);
                }
            }

            PointShares.MakeOne(point, _classShares);
            return point;
        }
    }

    /// <summary>How many points a design has; nothing is made.</summary>
    public static double CountOf(DesignSettings design, IReadOnlyList<PlanNumber> numbers) => design.Type == DesignType.Grid
        ? numbers.Aggregate(1.0, (product, n) => product * LevelsOf(design, n))
        : design.Points ?? 0;

    /// <summary>Lays the points.</summary>
    /// <param name="design">How.</param>
    /// <param name="numbers">The numbers with their ranges; at most 21 for Sobol'.</param>
    /// <param name="classShares">Positions of the numbers that are parts of 1; see <see cref="PointShares.MakeOne"/>.</param>
    /// <exception cref="ArgumentException">There are more than <see cref="Most"/>.</exception>
    public static SweepDesign Of(DesignSettings design, IReadOnlyList<PlanNumber> numbers, params int[] classShares)
    {
        double count = CountOf(design, numbers);
        if (!(count is >= 1 and <= Most))
        {
            throw new ArgumentException($"1 to {Most} points are expected", nameof(design));
        }

        return design.Type == DesignType.Grid
            ? new SweepDesign(numbers, [.. numbers.Select(n => Levels(design, n))], null, classShares, (int)count)
            : new SweepDesign(numbers, null, [.. numbers.Select((_, k) => Shares(design, k, (int)count))], classShares, (int)count);
    }

    /// <summary>All points in their order.</summary>
    public IEnumerator<double[]> GetEnumerator() => Enumerable.Range(0, Count).Select(p => this[p]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Most numbers that a design can lay points over.</summary>
    internal static int MostNumbers(DesignType type) => type == DesignType.Sobol ? new SobolDraws(1, 0).MostDimensions : int.MaxValue;

    /// <summary>Levels of a number: of what counts something no more than there are whole numbers.</summary>
    private static int LevelsOf(DesignSettings design, PlanNumber number) =>
        design.Values.TryGetValue(number.Name, out IReadOnlyList<double>? values) ? values.Count
        : number.IsWhole ? (int)Math.Min(design.Levels ?? 1, number.WholeNumbers) : design.Levels ?? 1;

    private static double[] Levels(DesignSettings design, PlanNumber number)
    {
        if (design.Values.TryGetValue(number.Name, out IReadOnlyList<double>? values))
        {
            return [.. values];
        }

        int count = LevelsOf(design, number);
        (double low, double high) = number.IsWhole ? (Math.Ceiling(number.Low), Math.Floor(number.High)) : (number.Low, number.High);
        return count == 1 ? [number.Value]
            : [.. Enumerable.Range(0, count).Select(l => number.Possible(low + (l / (count - 1.0) * (high - low))))];
    }

    /// <summary>
    /// Shares of a number's range, shape [P]. Latin hypercube: slice π(p) of the P, π a permutation in the order of named random numbers,
    /// and a uniform place within it.
    /// </summary>
    private static double[] Shares(DesignSettings design, int number, int count)
    {
        var shares = new double[count];
        if (design.Type == DesignType.Sobol)
        {
            new SobolDraws(count, design.Seed).Fill(0, number, shares);
            return shares;
        }

        var key = new DrawKey(design.Seed, 0, 0, (ushort)number, 0);
        double[] order = [.. Enumerable.Range(0, count).Select(key.Uniform)];
        int[] slices = [.. Enumerable.Range(0, count).OrderBy(p => order[p])];
        DrawKey within = key with { Agent = 1 };
        for (int p = 0; p < count; p++)
        {
            shares[p] = (slices[p] + within.Uniform(p)) / count;
        }

        return shares;
    }
}
