using System.Text.Json;
using System.Text.Json.Nodes;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting.Maps;

/// <summary>Reads contours (GeoJSON or TopoJSON) as features that carry nothing but the code of a territory of the results.</summary>
internal static class MapShapes
{
    /// <summary>The features; empty when there are no contours or they cannot be read, and circles are drawn instead.</summary>
    public static JsonArray Read(RunResults results)
    {
        if (results.Shapes is null || results.ShapesKey is null)
        {
            return [];
        }

        try
        {
            var root = JsonNode.Parse(results.Shapes)!;
            var codes = results.Places.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
            var found = (string?)root["type"] == "Topology" ? new Topology(root).Features() : root["features"]!.AsArray().Select(f => (f!["properties"], f["geometry"]));
            return Json.Array(found.Select(f => (Code: f.Item1?[results.ShapesKey]?.ToString(), Geometry: f.Item2))
                .Where(f => f.Code is not null && f.Geometry is not null && codes.Contains(f.Code))
                .Select(f => (JsonNode)Json.Object($$"""{"type": "Feature", "code": {{f.Code}}, "geometry": {{Wound(f.Geometry!)}} }""")));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or FormatException or ArgumentOutOfRangeException)
        {
            return [];
        }
    }

    /// <summary>
    /// The geometry with outer rings clockwise and holes the other way, as spherical drawing wants them: the other way round, a ring
    /// encloses the rest of the world. Files use both.
    /// </summary>
    private static JsonObject Wound(JsonNode geometry)
    {
        var coordinates = geometry["coordinates"]!.AsArray();
        var wound = (string?)geometry["type"] == "MultiPolygon" ? Json.Array(coordinates.Select(p => (JsonNode)Polygon(p!.AsArray()))) : Polygon(coordinates);
        return Json.Object($$"""{"type": {{(string?)geometry["type"]}}, "coordinates": {{wound}} }""");

        static JsonArray Polygon(JsonArray rings) => Json.Array(rings.Select((ring, at) => (JsonNode)Ring(ring!.AsArray(), clockwise: at == 0)));

        static JsonArray Ring(JsonArray ring, bool clockwise)
        {
            double twiceArea = 0;
            for (int i = 1; i < ring.Count; i++)
            {
                twiceArea += ((double)ring[i - 1]![0]! * (double)ring[i]![1]!) - ((double)ring[i]![0]! * (double)ring[i - 1]![1]!);
            }

            var points = twiceArea < 0 == clockwise ? ring : ring.Reverse();
            return Json.Array(points.Select(p => p?.DeepClone()));
        }
    }

    /// <summary>A TopoJSON topology: lines that neighbours share, as whole steps on a grid.</summary>
    private sealed class Topology(JsonNode root)
    {
        private readonly List<List<double[]>> _arcs = [.. root["arcs"]!.AsArray().Select(a => Arc(root["transform"], a!.AsArray()))];

        public IEnumerable<(JsonNode? Properties, JsonNode? Geometry)> Features() =>
            root["objects"]!.AsObject().SelectMany(o => o.Value!["geometries"]!.AsArray()).Select(g => (g!["properties"], (JsonNode?)Geometry(g)));

        private JsonObject? Geometry(JsonNode geometry) => (string?)geometry["type"] switch
        {
            "Polygon" => Json.Object($$"""{"type": "Polygon", "coordinates": {{Polygon(geometry["arcs"]!.AsArray())}} }"""),
            "MultiPolygon" => Json.Object($$"""
                {"type": "MultiPolygon", "coordinates": {{Json.Array(geometry["arcs"]!.AsArray().Select(p => (JsonNode)Polygon(p!.AsArray())))}} }
                """),
            _ => null,
        };

        private JsonArray Polygon(JsonArray rings) => Json.Array(rings.Select(r => (JsonNode)Ring(r!.AsArray())));

        private JsonArray Ring(JsonArray arcs)
        {
            var points = new List<double[]>();
            foreach (int number in arcs.Select(a => (int)a!))
            {
                var arc = number >= 0 ? _arcs[number] : Enumerable.Reverse(_arcs[~number]).ToList();
                points.AddRange(points.Count == 0 ? arc : arc.Skip(1));
            }

            return Json.Array(points.Select(p => (JsonNode)Json.Array($"{p}")));
        }

        private static List<double[]> Arc(JsonNode? transform, JsonArray points)
        {
            double[] scale = transform is null ? [1, 1] : [(double)transform["scale"]![0]!, (double)transform["scale"]![1]!];
            double[] shift = transform is null ? [0, 0] : [(double)transform["translate"]![0]!, (double)transform["translate"]![1]!];
            double x = 0, y = 0;
            var arc = new List<double[]>();
            foreach (var point in points)
            {
                x = transform is null ? (double)point![0]! : x + (double)point![0]!;
                y = transform is null ? (double)point![1]! : y + (double)point![1]!;
                arc.Add([Math.Round((x * scale[0]) + shift[0], 4), Math.Round((y * scale[1]) + shift[1], 4)]);
            }

            return arc;
        }
    }
}
