using System.Text.Json.Nodes;
using InstallSim.Reporting.Maps;
using InstallSim.Results;
using InstallSim.World;

namespace InstallSim.Tests.Reporting.Maps;

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
    public void Only_territories_of_the_results_are_kept_and_only_their_code()
    {
        var features = MapShapes.Read(Results(Square));
        Assert.That(features.Select(f => (string)f!["code"]!), Is.EqualTo(new[] { "A" }));
        Assert.That(features[0]!["properties"], Is.Null);
    }

    [Test]
    public void Outer_rings_run_clockwise_and_holes_the_other_way()
    {
        var rings = MapShapes.Read(Results(Square))[0]!["geometry"]!["coordinates"]!.AsArray();
        Assert.That(TwiceArea(rings[0]!), Is.Negative);
        Assert.That(TwiceArea(rings[1]!), Is.Positive);
    }

    [Test]
    public void A_topology_gives_the_same_border_to_both_neighbours()
    {
        var features = MapShapes.Read(Results(Neighbours));
        var left = Points(features[0]!["geometry"]!["coordinates"]![0]!);
        var right = Points(features[1]!["geometry"]!["coordinates"]![0]![0]!);
        Assert.That(left, Is.EquivalentTo(new[] { (11.0, 40.0), (11, 41), (10, 41), (10, 40), (11, 40) }));
        Assert.That(right, Is.EquivalentTo(new[] { (11.0, 40.0), (12, 40), (12, 41), (11, 41), (11, 40) }));
    }

    [TestCase("{\"type\": \"Feat")]
    [TestCase("[]")]
    [TestCase("{\"type\":\"Topology\",\"arcs\":[],\"objects\":{\"z\":{\"geometries\":[{\"type\":\"Polygon\",\"properties\":{\"insee\":\"A\"},\"arcs\":[[7]]}]}}}")]
    [TestCase("{\"features\":[{\"properties\":{\"insee\":\"A\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":\"x\"}}]}")]
    public void Contours_that_cannot_be_read_leave_circles(string shapes) => Assert.That(MapShapes.Read(Results(shapes)), Is.Empty);

    private static RunResults Results(string shapes) => new()
    {
        Manifest = SampleManifest.Make([], 2025, 2026, 1, compared: false),
        Places = [new PlaceRow("A", "A", 40, 10, 1, AreaType.Rural, "01", "01"), new PlaceRow("B", "B", 40, 11, 1, AreaType.Rural, "01", "01")],
        Observations = [],
        Territories = [],
        Comparisons = [],
        Moves = [],
        Shapes = shapes,
        ShapesKey = "insee",
    };

    private static List<(double X, double Y)> Points(JsonNode ring) => [.. ring.AsArray().Select(p => ((double)p![0]!, (double)p[1]!))];

    private static double TwiceArea(JsonNode ring) => Points(ring) is var p ? p.Zip(p.Skip(1), (a, b) => (a.X * b.Y) - (b.X * a.Y)).Sum() : 0;
}
