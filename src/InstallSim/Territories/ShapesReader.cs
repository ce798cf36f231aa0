using System.Text.Json;
using InstallSim.Inputs;

namespace InstallSim.Territories;

/// <summary>Reads contours and checks that they belong to the territories.</summary>
internal static class ShapesReader
{
    private const int MaxBytes = 100_000_000;

    /// <summary>The text of the contours; null when there are none or they are refused.</summary>
    /// <param name="shapes">What the YAML says; null when it names no contours.</param>
    /// <param name="codes">Codes of the territories; empty when the table was refused.</param>
    /// <param name="binder">The binder that read the YAML.</param>
    /// <param name="errors">Receives what is wrong.</param>
    public static string? Read(ShapesFile? shapes, IReadOnlyCollection<string> codes, Binder binder, InputErrors errors)
    {
        if (shapes is not { File.Length: > 0, Key.Length: > 0 }
            || InputText.Read(shapes.File, MaxBytes, errors, binder.PlaceOf(shapes, "file")) is not { } text)
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            CheckKeys(shapes, [.. Properties(document.RootElement)], codes, binder, errors);
            CheckRings(shapes, text, codes, errors);
        }
        catch (JsonException fault)
        {
            var place = new Place(shapes.File, (int)(fault.LineNumber ?? -1) + 1, (int)(fault.BytePositionInLine ?? -1) + 1);
            errors.Add(place, "is not valid JSON here");
        }
        catch (Exception fault) when (fault is InvalidOperationException or KeyNotFoundException)
        {
            errors.Add(new Place(shapes.File), "is neither GeoJSON (a FeatureCollection) nor TopoJSON (a Topology with objects)");
        }

        return text;
    }

    /// <summary>Contours that a map could not draw, or not where the territories are.</summary>
    private static void CheckRings(ShapesFile shapes, string text, IReadOnlyCollection<string> codes, InputErrors errors)
    {
        try
        {
            foreach ((string code, IReadOnlyList<double[]> rings) in ShapeRings.Read(text, shapes.Key, codes))
            {
                double[]? outside = rings.SelectMany(ring => ring.Chunk(2)).FirstOrDefault(
                    point => !(Math.Abs(point[0]) <= 180 && Math.Abs(point[1]) <= 90));
                if (outside is not null)
                {
                    errors.Add(new Place(shapes.File),
                        $"the contour of '{code}' has a point at {InputScalars.Plain(outside[0])}, {InputScalars.Plain(outside[1])}; "
                            + $"longitude and latitude are expected, in degrees (WGS84)");
                    return;
                }
            }
        }
        catch (FormatException)
        {
            errors.Add(new Place(shapes.File), "a contour has no coordinates that can be read; polygons are expected, in degrees (WGS84)");
        }
    }

    /// <summary>The properties of each shape.</summary>
    private static IEnumerable<JsonElement> Properties(JsonElement root)
    {
        IEnumerable<JsonElement> shapes = root.GetProperty("type").GetString() == "Topology"
            ? root.GetProperty("objects").EnumerateObject().SelectMany(o => o.Value.GetProperty("geometries").EnumerateArray())
            : root.GetProperty("features").EnumerateArray();
        return shapes.Select(shape => shape.GetProperty("properties"));
    }

    private static void CheckKeys(
        ShapesFile shapes, IReadOnlyList<JsonElement> properties, IReadOnlyCollection<string> codes, Binder binder, InputErrors errors)
    {
        if (properties.Count == 0)
        {
            errors.Add(new Place(shapes.File), "has no shapes");
            return;
        }

        string[] names = [.. properties.SelectMany(shape => shape.EnumerateObject().Select(property => property.Name)).Distinct()];
        if (!names.Contains(shapes.Key))
        {
            errors.Add(binder.PlaceOf(shapes, "key"),
                $"no shape has a property '{shapes.Key}'{DidYouMean.Hint(shapes.Key, names)}; properties: {string.Join(", ", names)}");
            return;
        }

        HashSet<string> found = [.. properties.SelectMany(
            shape => shape.EnumerateObject().Where(property => property.Name == shapes.Key).Select(property => property.Value.ToString()))];
        if (codes.Count > 0 && !codes.Any(found.Contains))
        {
            errors.Add(binder.PlaceOf(shapes, "key"),
                $"no code of the table is among the '{shapes.Key}' of the shapes; the table has '{codes.First()}', "
                    + $"the shapes '{found.First()}'");
        }
        else if (codes.Where(code => !found.Contains(code)).ToArray() is { Length: > 0 } without)
        {
            errors.Warn(new InputWarning(binder.PlaceOf(shapes, "key"),
                $"{codes.Count - without.Length} of {codes.Count} territories have a contour; without one are "
                    + $"{string.Join(", ", without.Take(5).Select(code => $"'{code}'")) + (without.Length > 5 ? ", …" : "")}; of the "
                    + $"{found.Count} contours {found.Count(code => !codes.Contains(code))} are of no territory"));
        }
    }
}
