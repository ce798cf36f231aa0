namespace InstallSim.Calibration;

/// <summary>Points that were simulated, each once, with their moments by replication.</summary>
/// <param name="evaluate">Simulates points of a part of the work: values by point, replication and target.</param>
public sealed class Evaluations(Func<string, IReadOnlyList<double[]>, double[][][]> evaluate)
{
    private readonly List<double[]> _points = [];
    private readonly List<double[][]> _values = [];
    private int _fits;

    /// <summary>The points so far.</summary>
    public IReadOnlyList<double[]> Points => _points;

    /// <summary>Runs so far.</summary>
    public long Runs => _values.Sum(v => (long)v.Length);

    /// <summary>Simulates points and keeps them.</summary>
    /// <param name="part">Name of the part of the work, unique.</param>
    /// <param name="points">Points of the box.</param>
    /// <returns>Means over replications, shape [points][targets].</returns>
    public double[][] Add(string part, IReadOnlyList<double[]> points)
    {
        int before = _points.Count;
        double[][][] found = evaluate(part, points);
        _points.AddRange(points);
        _values.AddRange(found);
        return [.. Enumerable.Range(before, found.Length).Select(MomentsOf)];
    }

    /// <summary>The same for the next step of a fit; points that are there already are not simulated again.</summary>
    public double[][] AddFit(IReadOnlyList<double[]> points)
    {
        double[][] fresh = [.. points.Where((x, i) => IndexOf(x) < 0 && !points.Take(i).Any(y => y.AsSpan().SequenceEqual(x)))];
        if (fresh.Length > 0)
        {
            Add($"fit-{++_fits:D2}", fresh);
        }

        return [.. points.Select(x => MomentsOf(IndexOf(x)))];
    }

    /// <summary>Means over replications of a point by its number, shape [targets].</summary>
    public double[] MomentsOf(int point) =>
        [.. Enumerable.Range(0, _values[point][0].Length).Select(t => _values[point].Average(replication => replication[t]))];

    /// <summary>A moment by point and replication.</summary>
    public double[][] Of(int target) => [.. _values.Select(point => point.Select(replication => replication[target]).ToArray())];

    private int IndexOf(double[] point) => _points.FindIndex(known => known.AsSpan().SequenceEqual(point));
}
