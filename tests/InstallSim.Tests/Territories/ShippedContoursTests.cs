using System.Text.Json;
using InstallSim.Inputs;
using InstallSim.Territories;
using InstallSim.World;

namespace InstallSim.Tests.Territories;

/// <summary>The contours that ship with the scenarios.</summary>
public sealed class ShippedContoursTests
{
    /// <summary>
    /// CC Mont Lozère and CC de la Muse et des Raspes du Tarn: no commune of theirs has a point, and the table has them at Mende and
    /// Saint-Affrique, towns of their neighbours.
    /// </summary>
    private static readonly string[] AtANeighboursTown = ["200069128", "241200914"];

    [TestCase("france", 400_000)]
    [TestCase("centre-val-de-loire", 25_000)]
    public void They_are_small(string folder, int bytes) =>
        Assert.That(new FileInfo(Repository.PathOf("scenarios", folder, "contours.json")).Length, Is.LessThanOrEqualTo(bytes));

    [TestCase("france")]
    [TestCase("centre-val-de-loire")]
    public void Every_territory_has_one_contour(string folder)
    {
        string[] codes = [.. Shapes(Read(folder)).Select(shape => shape.Code)];
        Assert.That(codes, Is.Unique);
        Assert.That(Read(folder).Table.Code, Is.SubsetOf(codes));
    }

    [TestCase("france")]
    [TestCase("centre-val-de-loire")]
    public void The_point_of_a_territory_lies_in_its_own_contour(string folder)
    {
        TerritorySource source = Read(folder);
        TerritoryTable table = source.Table;
        var shapes = Shapes(source).ToDictionary(shape => shape.Code);
        var outside = Enumerable.Range(0, table.Count).Where(i => !shapes[table.Code[i]].Contains(table.Longitude[i], table.Latitude[i]));
        Assert.That(outside.Select(i => table.Code[i]), Is.EquivalentTo(folder == "france" ? AtANeighboursTown : []));
    }

    [TestCase("france")]
    [TestCase("centre-val-de-loire")]
    public void No_piece_is_a_sliver(string folder)
    {
        var pieces = Shapes(Read(folder)).SelectMany(shape => shape.Polygons.Select(p => (shape.Code, Area: Area(p[0]))));
        Assert.That(pieces.MinBy(piece => piece.Area).Area, Is.GreaterThan(2), "square kilometres");
    }

    /// <summary>Rings run clockwise, holes the other way: two contours on one side of a line would use it in one direction.</summary>
    [TestCase("france")]
    [TestCase("centre-val-de-loire")]
    public void A_line_parts_two_territories_at_most(string folder)
    {
        using JsonDocument document = JsonDocument.Parse(Read(folder).Shapes!);
        int[] uses = [.. Geometries(document).SelectMany(geometry => Numbers(geometry.GetProperty("arcs")))];
        int lines = document.RootElement.GetProperty("arcs").GetArrayLength();
        Assert.That(uses, Is.Unique, "each at most once forwards and once backwards");
        Assert.That(uses.Select(arc => arc < 0 ? ~arc : arc).Distinct().Count(), Is.EqualTo(lines), "each line is used");
        Assert.That(uses.Count(arc => arc < 0), Is.GreaterThan(uses.Length / 4), "neighbours share lines");
    }

    [Test]
    public void Metropolitan_france_is_as_large_as_it_is()
    {
        TerritorySource source = Read("france");
        double area = Shapes(source).Where(shape => source.Table.Code.Contains(shape.Code)).Sum(shape => shape.Area);
        Assert.That(area, Is.EqualTo(543_965).Within(1).Percent, "square kilometres (INSEE: area of metropolitan France)");
    }

    [TestCase("249740119", 55.45, -20.88, TestName = "Saint-Denis, La Réunion")]
    [TestCase("249720061", -61.07, 14.61, TestName = "Fort-de-France, Martinique")]
    [TestCase("200018653", -61.50, 16.27, TestName = "Les Abymes, Guadeloupe")]
    [TestCase("249730045", -52.31, 4.92, TestName = "Cayenne, Guyane")]
    [TestCase("200060457", 45.22, -12.79, TestName = "Mamoudzou, Mayotte")]
    public void Overseas_intercommunalities_are_in_their_own_place(string code, double longitude, double latitude) =>
        Assert.That(Shapes(Read("france")).Single(shape => shape.Contains(longitude, latitude)).Code, Is.EqualTo(code));

    [Test]
    public void A_territory_has_one_area_in_both_projects()
    {
        var country = Shapes(Read("france")).ToDictionary(shape => shape.Code, shape => shape.Area);
        foreach (Shape shape in Shapes(Read("centre-val-de-loire")))
        {
            Assert.That(shape.Area, Is.EqualTo(country[shape.Code]).Within(1e-6), shape.Code);
        }
    }

    [TestCase("france")]
    [TestCase("centre-val-de-loire")]
    public void They_say_that_they_are_approximate(string folder)
    {
        Provenance row = Read(folder).Table.Provenance.Single(row => row.Variable == "shapes");
        Assert.That(row.Knowledge, Is.EqualTo(Knowledge.Proxy));
        Assert.That(row.Source, Does.StartWith("approximate contours, not official limits"));
        Assert.That(row.Licence, Is.EqualTo("CC BY 4.0"));
    }

    private static TerritorySource Read(string folder)
    {
        var errors = new InputErrors();
        TerritorySource? source = TerritoryReader.Read(Repository.PathOf("scenarios", folder, "territories.yaml"), errors);
        Assert.That(errors.All, Is.Empty);
        return source!;
    }

    private static List<Shape> Shapes(TerritorySource source)
    {
        using JsonDocument document = JsonDocument.Parse(source.Shapes!);
        double[] scale = Pair(document.RootElement.GetProperty("transform").GetProperty("scale"));
        double[] shift = Pair(document.RootElement.GetProperty("transform").GetProperty("translate"));
        double[][][] arcs = [.. document.RootElement.GetProperty("arcs").EnumerateArray().Select(arc => Decode(arc, scale, shift))];
        return [.. Geometries(document).Select(geometry => new Shape(
            geometry.GetProperty("properties").GetProperty(source.ShapesKey!).GetString()!,
            [.. Polygons(geometry).Select(polygon => polygon.EnumerateArray().Select(ring => Join(ring, arcs)).ToArray())]))];
    }

    private static JsonElement[] Geometries(JsonDocument document)
    {
        Assert.That(document.RootElement.GetProperty("type").GetString(), Is.EqualTo("Topology"));
        return [.. document.RootElement.GetProperty("objects").EnumerateObject().Single().Value.GetProperty("geometries").EnumerateArray()];
    }

    private static JsonElement[] Polygons(JsonElement geometry) => geometry.GetProperty("type").GetString() == "Polygon"
        ? [geometry.GetProperty("arcs")]
        : [.. geometry.GetProperty("arcs").EnumerateArray()];

    private static IEnumerable<int> Numbers(JsonElement arcs) =>
        arcs.ValueKind == JsonValueKind.Number ? [arcs.GetInt32()] : arcs.EnumerateArray().SelectMany(Numbers);

    /// <summary>Points of a line, degrees: each but the first is a step on a grid from the one before.</summary>
    private static double[][] Decode(JsonElement arc, double[] scale, double[] shift)
    {
        int x = 0, y = 0;
        return [.. arc.EnumerateArray().Select(step =>
        {
            x += step[0].GetInt32();
            y += step[1].GetInt32();
            return new[] { (x * scale[0]) + shift[0], (y * scale[1]) + shift[1] };
        })];
    }

    /// <summary>A closed ring: its lines one after the other, those with a negative number backwards.</summary>
    private static double[][] Join(JsonElement ring, double[][][] arcs)
    {
        double[][] points = [.. Numbers(ring).SelectMany(arc => (arc < 0 ? Enumerable.Reverse(arcs[~arc]) : arcs[arc]).Skip(1))];
        return [points[^1], .. points];
    }

    private static double[] Pair(JsonElement pair) => [pair[0].GetDouble(), pair[1].GetDouble()];

    /// <summary>Square kilometres within a ring on a sphere of 6371.0088 km.</summary>
    private static double Area(double[][] ring)
    {
        const double degree = Math.PI / 180;
        double sum = ring.Zip(ring.Skip(1), (a, b) =>
            (b[0] - a[0]) * degree * (2 + Math.Sin(a[1] * degree) + Math.Sin(b[1] * degree))).Sum();
        return Math.Abs(sum / 2) * 6371.0088 * 6371.0088;
    }

    /// <summary>The contour of a territory: polygons, each an outer ring and its holes.</summary>
    private sealed record Shape(string Code, double[][][][] Polygons)
    {
        public double Area => Polygons.Sum(rings => ShippedContoursTests.Area(rings[0]) - rings.Skip(1).Sum(ShippedContoursTests.Area));

        /// <summary>A ray to the east crosses the rings an odd number of times.</summary>
        public bool Contains(double longitude, double latitude)
        {
            return Polygons.Any(rings => rings.Sum(Crossings) % 2 == 1);

            int Crossings(double[][] ring) => ring.Zip(ring.Skip(1)).Count(line =>
                line.First[1] > latitude != line.Second[1] > latitude && longitude < Crossing(line.First, line.Second, latitude));
        }

        private static double Crossing(double[] from, double[] to, double latitude) =>
            from[0] + ((to[0] - from[0]) * (latitude - from[1]) / (to[1] - from[1]));
    }
}
