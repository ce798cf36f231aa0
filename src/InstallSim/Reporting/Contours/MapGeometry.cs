using InstallSim.Charts;
using InstallSim.Inputs;
using InstallSim.Results;
using InstallSim.Territories;

namespace InstallSim.Reporting.Contours;

/// <summary>
/// Where territories stand on a map: Lambert's conformal conic projection of their points and contours, on a plane of 1,000 units across
/// with y down. Formulas: Snyder 1987, Map projections, equations 15-1 to 15-3, on a sphere.
/// </summary>
internal sealed class MapGeometry
{
    /// <summary>Units across.</summary>
    public const double Units = 1000;

    /// <summary>Diameter of the largest circle that stands for a territory, over the width of the map.</summary>
    public const double WidestCircle = 0.226;

    private const double Flattest = 0.6, Tallest = 1.35;
    private readonly double _cone, _scale, _middle;

    /// <summary>Projects the places of results.</summary>
    public MapGeometry(RunResults results)
        : this(results.Places, Rings(results))
    {
    }

    /// <summary>Projects places and the contours of those that have one.</summary>
    /// <param name="places">The places, at least one.</param>
    /// <param name="contours">Rings by code, longitude and latitude by turns.</param>
    public MapGeometry(IReadOnlyList<PlaceRow> places, IReadOnlyDictionary<string, IReadOnlyList<double[]>> contours)
    {
        double south = places.Min(p => p.Latitude), north = places.Max(p => p.Latitude);
        (south, north) = north - south < 0.1 ? (south - 0.5, north + 0.5) : (south, north);
        _middle = (places.Min(p => p.Longitude) + places.Max(p => p.Longitude)) / 2;
        _cone = Math.Log(Math.Cos(Radians(south)) / Math.Cos(Radians(north))) / Math.Log(Stretch(north) / Stretch(south));
        _cone = double.IsFinite(_cone) && Math.Abs(_cone) > 1e-9 ? _cone : 1e-9;
        _scale = Math.Cos(Radians(south)) * Math.Pow(Stretch(south), _cone) / _cone;
        var points = places.ToDictionary(p => p.Code, p => Project(p.Longitude, p.Latitude), StringComparer.Ordinal);
        var rings = contours.ToDictionary(s => s.Key, s => s.Value.Select(Project).ToList(), StringComparer.Ordinal);
        var all = points.Values.Concat(rings.Values.SelectMany(r => r).SelectMany(Pairs)).ToList();
        double left = all.Min(p => p.X), top = all.Min(p => p.Y), wide = all.Max(p => p.X) - left, high = all.Max(p => p.Y) - top;
        Ratio = wide <= 0 || high <= 0 ? 1 : Math.Clamp(high / wide, Flattest, Tallest);
        // Where circles stand for territories, room for half of the largest all around: it must not lie on a neighbouring map.
        double edge = rings.Count > 0 ? 0.02 : WidestCircle / 2;
        double unit = Math.Min((1 - (2 * edge)) * Units / Math.Max(wide, 1e-12), (Ratio - (2 * edge)) * Units / Math.Max(high, 1e-12));
        Point Fit(Point p) =>
            new(Math.Round((Units / 2) + ((p.X - left - (wide / 2)) * unit), 1),
                Math.Round((Units * Ratio / 2) + ((p.Y - top - (high / 2)) * unit), 1));
        Points = points.ToDictionary(p => p.Key, p => Fit(p.Value), StringComparer.Ordinal);
        ByPopulation = [.. places.OrderByDescending(p => p.Population).Select(p => (p, Points[p.Code]))];
        Contours = rings.ToDictionary(r => r.Key,
            r => (IReadOnlyList<double[]>)[.. r.Value.Select(ring => Flat(Pairs(ring).Select(Fit)))], StringComparer.Ordinal);
    }

    /// <summary>Height over width.</summary>
    public double Ratio { get; }

    /// <summary>The point of each territory.</summary>
    public IReadOnlyDictionary<string, Point> Points { get; }

    /// <summary>The territories, the most populous first, with their points.</summary>
    public IReadOnlyList<(PlaceRow Place, Point At)> ByPopulation { get; }

    /// <summary>Rings of each territory that has a contour, x and y by turns, the first point not repeated.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double[]>> Contours { get; }

    /// <exception cref="InputException">The contours of the results cannot be read.</exception>
    private static IReadOnlyDictionary<string, IReadOnlyList<double[]>> Rings(RunResults results)
    {
        if (results.Shapes is null || results.ShapesKey is null)
        {
            return new Dictionary<string, IReadOnlyList<double[]>>();
        }

        try
        {
            return ShapeRings.Read(results.Shapes, results.ShapesKey, results.Places.Select(p => p.Code));
        }
        catch (FormatException)
        {
            throw new InputException(new Place(ResultsFolder.ShapesFile), "the contours of the results cannot be read");
        }
    }

    private Point Project(double longitude, double latitude)
    {
        double radius = _scale / Math.Pow(Stretch(latitude), _cone), angle = _cone * Radians(longitude - _middle);
        return new Point(radius * Math.Sin(angle), -_scale + (radius * Math.Cos(angle)));
    }

    private double[] Project(double[] ring)
    {
        bool isClosed = ring.Length >= 4 && ring[0] == ring[^2] && ring[1] == ring[^1];
        return Flat(Pairs(isClosed ? ring[..^2] : ring).Select(p => Project(p.X, p.Y)));
    }

    private static double Stretch(double latitude) => Math.Tan((Math.PI / 4) + (Radians(latitude) / 2));

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static IEnumerable<Point> Pairs(double[] ring) =>
        Enumerable.Range(0, ring.Length / 2).Select(i => new Point(ring[2 * i], ring[(2 * i) + 1]));

    private static double[] Flat(IEnumerable<Point> points) => [.. points.SelectMany(p => (double[])[p.X, p.Y])];
}
