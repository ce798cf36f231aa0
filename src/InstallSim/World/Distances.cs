using System.Runtime.Intrinsics;

namespace InstallSim.World;

/// <summary>
/// Great-circle distances from one territory to many, several at a time: the same bits as those of <see cref="Geography"/> one by one,
/// whatever the width of the vector.
/// </summary>
public sealed class Distances
{
    private readonly double[] _x, _y, _z;

    /// <summary>Puts the centroids of the territories on the unit sphere.</summary>
    /// <param name="territories">The territories.</param>
    public Distances(TerritoryTable territories)
    {
        (_x, _y, _z) = (new double[territories.Count], new double[territories.Count], new double[territories.Count]);
        for (int i = 0; i < territories.Count; i++)
        {
            (_x[i], _y[i], _z[i]) = Geography.OnUnitSphere(territories.Latitude[i], territories.Longitude[i]);
        }
    }

    /// <summary>Distances from a territory, km.</summary>
    /// <param name="from">The territory.</param>
    /// <param name="first">First territory that it is told to.</param>
    /// <param name="kilometres">Filled, one for each territory from the first on.</param>
    public void Kilometres(int from, int first, Span<double> kilometres)
    {
        int k = 0, width = Vector512<double>.Count;
        for (; k <= kilometres.Length - (2 * width); k += 2 * width)
        {
            Vector512<double> one = Chords(from, first + k), two = Chords(from, first + k + width);
            Geography.KilometresOfChords(ref one, ref two);
            one.CopyTo(kilometres[k..]);
            two.CopyTo(kilometres[(k + width)..]);
        }

        for (; k < kilometres.Length; k++)
        {
            double x = _x[from] - _x[first + k], y = _y[from] - _y[first + k], z = _z[from] - _z[first + k];
            kilometres[k] = Geography.KilometresOfChord((x * x) + (y * y) + (z * z));
        }
    }

    /// <summary>Squared straight distances on the unit sphere.</summary>
    private Vector512<double> Chords(int from, int first)
    {
        Vector512<double> x = Vector512.Create(_x[from]) - Vector512.Create(_x, first),
            y = Vector512.Create(_y[from]) - Vector512.Create(_y, first),
            z = Vector512.Create(_z[from]) - Vector512.Create(_z, first);
        return (x * x) + (y * y) + (z * z);
    }
}
