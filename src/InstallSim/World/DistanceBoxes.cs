namespace InstallSim.World;

/// <summary>
/// Bounds of the distances from one territory to each block of territories that follow one another in the table, from the smallest box
/// around the block's centroids on the unit sphere: a bound costs the same however many are in a block.
/// </summary>
public sealed class DistanceBoxes
{
    /// <summary>What bounds are widened by: distances are rounded, and not alike at all places.</summary>
    private const double Margin = 1e-9;

    private readonly (double X, double Y, double Z)[] _point, _least, _most;

    /// <summary>Puts boxes around the centroids.</summary>
    /// <param name="territories">The territories.</param>
    /// <param name="size">Territories in a block, at least 1; fewer in the last.</param>
    public DistanceBoxes(TerritoryTable territories, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        _point = [.. Enumerable.Range(0, territories.Count)
            .Select(i => Geography.OnUnitSphere(territories.Latitude[i], territories.Longitude[i]))];
        (_least, _most) = ([.. _point.Chunk(size).Select(b => (b.Min(p => p.X), b.Min(p => p.Y), b.Min(p => p.Z)))],
            [.. _point.Chunk(size).Select(b => (b.Max(p => p.X), b.Max(p => p.Y), b.Max(p => p.Z)))]);
    }

    /// <summary>Bounds of the distances from a territory, km.</summary>
    /// <param name="from">The territory.</param>
    /// <param name="least">Filled: no distance to the block is smaller, shape [blocks].</param>
    /// <param name="most">Filled: none is larger, shape [blocks].</param>
    public void Kilometres(int from, Span<double> least, Span<double> most)
    {
        (double x, double y, double z) = _point[from];
        for (int b = 0; b < least.Length; b++)
        {
            var (low, high) = (_least[b], _most[b]);
            double near = Square(Outside(x, low.X, high.X)) + Square(Outside(y, low.Y, high.Y)) + Square(Outside(z, low.Z, high.Z)),
                far = Square(Farthest(x, low.X, high.X)) + Square(Farthest(y, low.Y, high.Y)) + Square(Farthest(z, low.Z, high.Z));
            least[b] = (1 - Margin) * Geography.KilometresOfChord(near);
            most[b] = (1 + Margin) * Geography.KilometresOfChord(Math.Min(4, far));
        }
    }

    private static double Square(double x) => x * x;

    private static double Outside(double x, double low, double high) => Math.Max(0, Math.Max(low - x, x - high));

    private static double Farthest(double x, double low, double high) => Math.Max(Math.Abs(x - low), Math.Abs(high - x));
}
