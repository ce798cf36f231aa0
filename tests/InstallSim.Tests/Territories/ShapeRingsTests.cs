using InstallSim.Territories;

namespace InstallSim.Tests.Territories;

/// <summary>Contours in the forms that people have them.</summary>
public sealed class ShapeRingsTests
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
    public void Only_territories_asked_for_are_kept_with_all_their_rings()
    {
        var shapes = ShapeRings.Read(Square, "insee", ["A", "B"]);
        Assert.That(shapes.Keys, Is.EqualTo(new[] { "A" }));
        Assert.That(shapes["A"].Select(r => r.Length), Is.EqualTo(new[] { 10, 8 }));
    }

    [Test]
    public void A_topology_gives_the_same_border_to_both_neighbours()
    {
        var shapes = ShapeRings.Read(Neighbours, "insee", ["A", "B"]);
        Assert.That(Points(shapes["A"][0]), Is.EquivalentTo(new[] { (11.0, 40.0), (11, 41), (10, 41), (10, 40), (11, 40) }));
        Assert.That(Points(shapes["B"][0]), Is.EquivalentTo(new[] { (11.0, 40.0), (12, 40), (12, 41), (11, 41), (11, 40) }));
    }

    [TestCase("{\"type\": \"Feat")]
    [TestCase("[]")]
    [TestCase("{\"type\":\"Topology\",\"arcs\":[],\"objects\":{\"z\":{\"geometries\":["
        + "{\"type\":\"Polygon\",\"properties\":{\"insee\":\"A\"},\"arcs\":[[7]]}]}}}")]
    [TestCase("{\"features\":[{\"properties\":{\"insee\":\"A\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":\"x\"}}]}")]
    public void Contours_that_cannot_be_read_are_refused(string shapes) =>
        Assert.That(() => ShapeRings.Read(shapes, "insee", ["A", "B"]), Throws.TypeOf<FormatException>());

    private static List<(double X, double Y)> Points(double[] ring) =>
        [.. Enumerable.Range(0, ring.Length / 2).Select(i => (ring[2 * i], ring[(2 * i) + 1]))];
}
