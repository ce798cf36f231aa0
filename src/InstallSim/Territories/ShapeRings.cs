using System.Text.Json;
using System.Text.Json.Nodes;

namespace InstallSim.Territories;

/// <summary>Contours (GeoJSON or TopoJSON) as rings of degrees, by the code of the territory.</summary>
public static class ShapeRings
{
    /// <summary>Rings of each territory that has a contour, longitude and latitude by turns.</summary>
    /// <param name="text">GeoJSON or TopoJSON.</param>
    /// <param name="key">Property of a shape that holds the code of its territory.</param>
    /// <param name="codes">Codes of the territories; other contours are left out.</param>
    /// <exception cref="FormatException">The text holds no such contours, or one of them has no coordinates.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<double[]>> Read(string text, string key, IEnumerable<string> codes)
    {
        try
        {
            JsonNode root = JsonNode.Parse(text)!;
            HashSet<string> wanted = codes.ToHashSet(StringComparer.Ordinal);
            return ((string?)root["type"] == "Topology" ? new Topology(root).Features() : Features(root))
                .Select(f => (Code: f.Properties?[key]?.ToString() ?? "", f.Rings))
                .Where(f => wanted.Contains(f.Code) && f.Rings.Count > 0)
                .GroupBy(f => f.Code, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => (IReadOnlyList<double[]>)[.. g.SelectMany(f => f.Rings)], StringComparer.Ordinal);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or NullReferenceException or FormatException
            or ArgumentOutOfRangeException or OverflowException)
        {
            throw new FormatException("no contours that can be read", fault);
        }
    }

    private static IEnumerable<(JsonNode? Properties, List<double[]> Rings)> Features(JsonNode root) =>
        root["features"]!.AsArray().Where(f => f!["geometry"] is not null)
            .Select(f => (f!["properties"], Rings(f["geometry"]!, "coordinates", Points).ToList()));

    private static double[] Points(JsonArray ring) => [.. ring.SelectMany(p => (double[])[(double)p![0]!, (double)p[1]!])];

    /// <summary>All rings of a polygon or of several; nothing of what has none.</summary>
    private static IEnumerable<double[]> Rings(JsonNode geometry, string part, Func<JsonArray, double[]> ring) =>
        (string?)geometry["type"] switch
        {
            "Polygon" => geometry[part]!.AsArray().Select(r => ring(r!.AsArray())),
            "MultiPolygon" => geometry[part]!.AsArray().SelectMany(p => p!.AsArray().Select(r => ring(r!.AsArray()))),
            _ => [],
        };

    /// <summary>A TopoJSON topology: lines that neighbours share, as whole steps on a grid.</summary>
    private sealed class Topology(JsonNode root)
    {
        private readonly List<List<double[]>> _arcs = [.. root["arcs"]!.AsArray().Select(a => Arc(root["transform"], a!.AsArray()))];

        public IEnumerable<(JsonNode? Properties, List<double[]> Rings)> Features() => root["objects"]!.AsObject()
            .SelectMany(o => o.Value!["geometries"]!.AsArray()).Select(g => (g!["properties"], Rings(g, "arcs", Ring).ToList()));

        private double[] Ring(JsonArray arcs)
        {
            var points = new List<double[]>();
            foreach (int number in arcs.Select(a => (int)a!))
            {
                var arc = number >= 0 ? _arcs[number] : Enumerable.Reverse(_arcs[~number]).ToList();
                points.AddRange(points.Count == 0 ? arc : arc.Skip(1));
            }

            return [.. points.SelectMany(p => p)];
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
                arc.Add([(x * scale[0]) + shift[0], (y * scale[1]) + shift[1]]);
            }

            return arc;
        }
    }
}
