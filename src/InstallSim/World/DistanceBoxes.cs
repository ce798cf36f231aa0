using System.Runtime.Intrinsics;

namespace InstallSim.World;

/// <summary>
/// Bounds of the distances from one territory to each block of territories that follow one another in the table, from the smallest box
/// around the block's centroids on the unit sphere: a bound costs the same however many are in a block.
/// </summary>
public sealed class DistanceBoxes
{
    /// <summary>What bounds are widened by: distances are rounded, and not alike at all places.</summary>
    private const double Margin = 1e-9;

    private readonly (double X, double Y, double Z)[] _point;
    private readonly double[][] _low, _high;

    /// <summary>Puts boxes around the centroids.</summary>
    /// <param name="territories">The territories.</param>
    /// <param name="size">Territories in a block, at least 1; fewer in the last.</param>
    public DistanceBoxes(TerritoryTable territories, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        _point = [.. Enumerable.Range(0, territories.Count)
            .Select(i => Geography.OnUnitSphere(territories.Latitude[i], territories.Longitude[i]))];
        (double X, double Y, double Z)[][] blocks = [.. _point.Chunk(size)];
        double[] Low(Func<(double X, double Y, double Z), double> axis) => [.. blocks.Select(b => b.Min(axis))];
        double[] High(Func<(double X, double Y, double Z), double> axis) => [.. blocks.Select(b => b.Max(axis))];
        _low = [Low(p => p.X), Low(p => p.Y), Low(p => p.Z)];
        _high = [High(p => p.X), High(p => p.Y), High(p => p.Z)];
    }

    /// <summary>Bounds of the distances from a territory, km.</summary>
    /// <param name="from">The territory.</param>
    /// <param name="first">First block that they are told to.</param>
    /// <param name="least">Filled, one for each block from the first on: no distance to the block is smaller.</param>
    /// <param name="most">Filled: none is larger.</param>
    public void Kilometres(int from, int first, Span<double> least, Span<double> most)
    {
        (double x, double y, double z) = _point[from];
        ReadOnlySpan<double> at = [x, y, z];
        int b = 0, width = Vector512<double>.Count;
        for (; b <= least.Length - width; b += width)
        {
            Vector512<double> near = Vector512<double>.Zero, far = near;
            for (int axis = 0; axis < at.Length; axis++)
            {
                Vector512<double> own = Vector512.Create(at[axis]), low = Vector512.Create(_low[axis], first + b),
                    high = Vector512.Create(_high[axis], first + b);
                Vector512<double> outside = Vector512.Max(Vector512<double>.Zero, Vector512.Max(low - own, own - high)),
                    farthest = Vector512.Max(Vector512.Abs(own - low), Vector512.Abs(high - own));
                near += outside * outside;
                far += farthest * farthest;
            }

            far = Vector512.Min(Vector512.Create(4.0), far);
            Geography.KilometresOfChords(ref near, ref far);
            ((1 - Margin) * near).CopyTo(least[b..]);
            ((1 + Margin) * far).CopyTo(most[b..]);
        }

        for (; b < least.Length; b++)
        {
            (double near, double far) = (0, 0);
            for (int axis = 0; axis < at.Length; axis++)
            {
                (double own, double low, double high) = (at[axis], _low[axis][first + b], _high[axis][first + b]);
                double outside = Math.Max(0, Math.Max(low - own, own - high));
                double farthest = Math.Max(Math.Abs(own - low), Math.Abs(high - own));
                near += outside * outside;
                far += farthest * farthest;
            }

            least[b] = (1 - Margin) * Geography.KilometresOfChord(near);
            most[b] = (1 + Margin) * Geography.KilometresOfChord(Math.Min(4, far));
        }
    }
}
