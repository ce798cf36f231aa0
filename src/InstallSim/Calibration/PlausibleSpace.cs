using InstallSim.Choice.Draws;
using InstallSim.World;

namespace InstallSim.Calibration;

/// <summary>
/// The part of the box that no wave rules out: how large it is, by points of a scrambled Sobol' sequence, and points of it. Where few of
/// those lie in it, more are found by walking from them along differences between them (ter Braak 2006), which leaves the points even.
/// </summary>
public sealed class PlausibleSpace
{
    private const int Steps = 30;
    private readonly double[][] _found;
    private readonly IReadOnlyList<Wave> _waves;
    private readonly bool[] _isHeld;
    private readonly uint _seed;
    private readonly Lazy<double[]> _least;

    /// <summary>Looks for it.</summary>
    /// <param name="waves">The waves so far.</param>
    /// <param name="hold">A value for each number that is not searched, NaN for those that are; shape [p].</param>
    /// <param name="candidates">Points of the sequence.</param>
    /// <param name="seed">Names the random numbers.</param>
    public PlausibleSpace(IReadOnlyList<Wave> waves, IReadOnlyList<double> hold, int candidates, uint seed)
    {
        (_waves, _seed) = (waves, seed);
        _isHeld = [.. hold.Select(x => !double.IsNaN(x))];
        double[][] all = Sequence(hold, candidates, seed);
        bool[] isIn = new bool[candidates];
        Parallel.For(0, candidates, i => isIn[i] = IsIn(all[i]));
        _found = [.. all.Where((_, i) => isIn[i])];
        Candidates = candidates;
        _least = new Lazy<double[]>(() => waves.Count > 0 ? all.MinBy(x => waves.Max(w => w.Largest(x)))! : all[0]);
    }

    /// <summary>Points tried.</summary>
    public int Candidates { get; }

    /// <summary>How many of them are not ruled out.</summary>
    public int Found => _found.Length;

    /// <summary>The share of the box that is not ruled out.</summary>
    public double Share => (double)Found / Candidates;

    /// <summary>The candidate that is ruled out least, or not at all.</summary>
    public double[] Least => _least.Value;

    /// <summary>Whether no wave rules a point out.</summary>
    public bool IsIn(double[] point) => _waves.All(w => !w.RulesOut(point));

    /// <summary>Points of the space.</summary>
    /// <param name="count">How many.</param>
    /// <param name="except">Points that are not wanted again.</param>
    /// <returns>As many as asked for; fewer where fewer than three are known, which is too few to walk between.</returns>
    public double[][] Points(int count, IReadOnlyList<double[]>? except = null)
    {
        List<double[]> points = [.. _found.Where(x => except?.Any(y => y.AsSpan().SequenceEqual(x)) != true).Take(count)];
        if (_found.Length < 3)
        {
            return [.. points];
        }

        for (int k = 0; points.Count < count; k++)
        {
            points.Add(Walk(_found[k % _found.Length], k));
        }

        return [.. points];
    }

    /// <summary>A point far from where it began, by steps that end in the space.</summary>
    private double[] Walk(double[] from, int walker)
    {
        var key = new DrawKey(_seed, 0, (ushort)DrawPurpose.Calibration, (ushort)_waves.Count, (uint)walker);
        int draw = 0;
        double[] here = from;
        for (int step = 0; step < Steps; step++)
        {
            double[] a = _found[Pick()], b = _found[Pick()], next = [.. here];
            double length = 2 * key.Uniform(draw++);
            for (int k = 0; k < next.Length; k++)
            {
                next[k] += _isHeld[k] ? 0 : (length * (a[k] - b[k])) + (0.02 * (key.Uniform(draw++) - 0.5));
            }

            here = ParameterSpace.Holds(next.Where((_, k) => !_isHeld[k])) && IsIn(next) ? next : here;
        }

        return here;

        int Pick() => Math.Min(_found.Length - 1, (int)(key.Uniform(draw++) * _found.Length));
    }

    /// <summary>The first points of a scrambled Sobol' sequence, held numbers at their place.</summary>
    internal static double[][] Sequence(IReadOnlyList<double> hold, int count, uint seed)
    {
        var points = new double[count][];
        for (int i = 0; i < count; i++)
        {
            points[i] = [.. hold];
        }

        var draws = new SobolDraws(count, seed);
        var column = new double[count];
        foreach (int k in Enumerable.Range(0, hold.Count).Where(k => double.IsNaN(hold[k])))
        {
            draws.Fill(0, k, column);
            for (int i = 0; i < count; i++)
            {
                points[i][k] = column[i];
            }
        }

        return points;
    }
}
