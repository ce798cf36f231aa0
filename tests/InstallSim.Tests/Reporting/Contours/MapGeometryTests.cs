using InstallSim.Inputs;
using InstallSim.Reporting.Contours;
using InstallSim.Results;
using InstallSim.World;

namespace InstallSim.Tests.Reporting.Contours;

/// <summary>Where contours stand on a map.</summary>
public sealed class MapGeometryTests
{
    private const string Neighbours = """
        {"type":"Topology","transform":{"scale":[0.5,0.5],"translate":[10,40]},
         "arcs":[[[2,0],[0,2]],[[2,2],[-2,0],[0,-2],[2,0]],[[2,0],[2,0],[0,2],[-2,0]]],
         "objects":{"zones":{"type":"GeometryCollection","geometries":[
           {"type":"Polygon","properties":{"insee":"A"},"arcs":[[0,1]]},
           {"type":"MultiPolygon","properties":{"insee":"B"},"arcs":[[[2,-1]]]}]}}}
        """;

    [Test]
    public void A_map_keeps_north_up_proportions_and_the_whole_of_every_contour()
    {
        var geometry = new MapGeometry(Results(Neighbours));
        var all = geometry.Contours.Values.SelectMany(r => r).SelectMany(Points).ToList();
        double wide = all.Max(p => p.X) - all.Min(p => p.X), high = all.Max(p => p.Y) - all.Min(p => p.Y);
        Assert.Multiple(() =>
        {
            Assert.That(all.Select(p => p.X), Is.All.InRange(0, MapGeometry.Units));
            Assert.That(all.Select(p => p.Y), Is.All.InRange(0, MapGeometry.Units * geometry.Ratio));
            // Two degrees across at 40.5 degrees north by one degree up.
            Assert.That(high / wide, Is.EqualTo(1 / (2 * Math.Cos(40.5 * Math.PI / 180))).Within(0.02));
            Assert.That(Points(geometry.Contours["A"][0]).Intersect(Points(geometry.Contours["B"][0])).Count(),
                Is.EqualTo(2), "corners of their border");
            Assert.That(geometry.Points["A"].X, Is.LessThan(geometry.Points["B"].X));
        });
    }

    [Test]
    public void Contours_of_results_that_cannot_be_read_are_refused() =>
        Assert.That(() => new MapGeometry(Results("{\"type\": \"Feat")), Throws.TypeOf<InputException>());

    private static RunResults Results(string shapes) => new()
    {
        Manifest = SampleManifest.Make([], 2025, 2026, 1, compared: false),
        Places =
        [
            new PlaceRow("A", "A", 40, 10, 1, AreaType.Rural, "01", "01"), new PlaceRow("B", "B", 40, 11, 1, AreaType.Rural, "01", "01"),
        ],
        Observations = [],
        Territories = [],
        Comparisons = [],
        Moves = [],
        Shapes = shapes,
        ShapesKey = "insee",
    };

    private static List<(double X, double Y)> Points(double[] ring) =>
        [.. Enumerable.Range(0, ring.Length / 2).Select(i => (ring[2 * i], ring[(2 * i) + 1]))];
}
