using InstallSim.Reporting.Contours;
using InstallSim.Results;
using InstallSim.World;

namespace InstallSim.Tests.Reporting.Contours;

/// <summary>Contours in the forms that people have them.</summary>
public sealed class MapShapesTests
{
    private const string Square = """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","properties":{"insee":"A"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]],[[0.2,0.2],[0.2,0.4],[0.4,0.4],[0.2,0.2]]]}},
          {"type":"Feature","properties":{"insee":"elsewhere"},"geometry":{"type":"Polygon","coordinates":[[[5,5],[6,5],[6,6],[5,5]]]}}]}
        """;

    private const string Neighbours = """
        {"type":"Topology","transform":{"scale":[0.5,0.5],"translate":[10,40]},
         "arcs":[[[2,0],[0,2]],[[2,2],[-2,0],[0,-2],[2,0]],[[2,0],[2,0],[0,2],[-2,0]]],
         "objects":{"zones":{"type":"GeometryCollection","geometries":[
           {"type":"Polygon","properties":{"insee":"A"},"arcs":[[0,1]]},
           {"type":"MultiPolygon","properties":{"insee":"B"},"arcs":[[[2,-1]]]}]}}}
        """;

    [Test]
    public void Only_territories_of_the_results_are_kept_with_all_their_rings()
    {
        var shapes = MapShapes.Read(Results(Square));
        Assert.That(shapes.Keys, Is.EqualTo(new[] { "A" }));
        Assert.That(shapes["A"].Select(r => r.Length), Is.EqualTo(new[] { 10, 8 }));
    }

    [Test]
    public void A_topology_gives_the_same_border_to_both_neighbours()
    {
        var shapes = MapShapes.Read(Results(Neighbours));
        Assert.That(Points(shapes["A"][0]), Is.EquivalentTo(new[] { (11.0, 40.0), (11, 41), (10, 41), (10, 40), (11, 40) }));
        Assert.That(Points(shapes["B"][0]), Is.EquivalentTo(new[] { (11.0, 40.0), (12, 40), (12, 41), (11, 41), (11, 40) }));
    }

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

    [TestCase("{\"type\": \"Feat")]
    [TestCase("[]")]
    [TestCase("{\"type\":\"Topology\",\"arcs\":[],\"objects\":{\"z\":{\"geometries\":["
        + "{\"type\":\"Polygon\",\"properties\":{\"insee\":\"A\"},\"arcs\":[[7]]}]}}}")]
    [TestCase("{\"features\":[{\"properties\":{\"insee\":\"A\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":\"x\"}}]}")]
    public void Contours_that_cannot_be_read_leave_circles(string shapes) => Assert.That(MapShapes.Read(Results(shapes)), Is.Empty);

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
