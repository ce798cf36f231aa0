using InstallSim.World;

namespace InstallSim.Territories;

/// <summary>
/// Places in order of latitude, as points of the unit sphere, to find neighbours without comparing all pairs and without working
/// out an angle for those out of reach.
/// </summary>
internal sealed class PlaceSweep
{
    private readonly (double X, double Y, double Z)[] _places;

    /// <summary>Takes places given in degrees.</summary>
    public PlaceSweep(double[] latitude, double[] longitude)
    {
        Order = [.. Enumerable.Range(0, latitude.Length).OrderBy(i => latitude[i]).ThenBy(i => i)];
        _places = [.. Order.Select(i => Geography.OnUnitSphere(latitude[i], longitude[i]))];
    }

    /// <summary>The places from south to north.</summary>
    public int[] Order { get; }

    /// <summary>Calls back for each other place within reach of the one at a position of <see cref="Order"/>.</summary>
    /// <param name="position">Position in the order.</param>
    /// <param name="kilometres">Great-circle distance, may be exceeded by a hair.</param>
    /// <param name="visit">Receives the place and the squared straight distance on the unit sphere.</param>
    public void VisitNear(int position, double kilometres, Action<int, double> visit)
    {
        double reach = Geography.ChordOfKilometres(kilometres) * (1 + 1e-9);
        for (int other = position - 1; other >= 0 && VisitIfNear(position, other, reach, visit); other--) { }
        for (int other = position + 1; other < Order.Length && VisitIfNear(position, other, reach, visit); other++) { }
    }

    /// <summary>False when the other place, and so all beyond it, is too far by latitude alone.</summary>
    private bool VisitIfNear(int position, int other, double reach, Action<int, double> visit)
    {
        (double x, double y, double z) = _places[position];
        (double u, double v, double w) = _places[other];
        double squared = (z - w) * (z - w);
        if (squared > reach)
        {
            return false;
        }

        squared = ((x - u) * (x - u)) + ((y - v) * (y - v)) + squared;
        if (squared <= reach)
        {
            visit(Order[other], squared);
        }

        return true;
    }
}
