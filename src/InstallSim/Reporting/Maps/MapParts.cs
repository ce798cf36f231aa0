using System.Text.Json.Nodes;
using InstallSim.Charts;

namespace InstallSim.Reporting.Maps;

/// <summary>What maps share: contours or circles, projection, classes, legends.</summary>
internal static class MapParts
{
    private const double SmallestHeight = 0.6, GreatestHeight = 1.35, NameSize = 12;
    private const int MostNames = 8;
    private static readonly string[] Articles = ["de la ", "de l'", "de l’", "du ", "des ", "de ", "d'", "d’"];

    /// <summary>Whether the results hold territories to draw.</summary>
    public static bool Applies(ResultIndex results) =>
        results.Results.Places.Count > 0 && results.Results.Places.Any(p => double.IsFinite(TerritoryRows.Level(results, results.Reference.Name, results.Manifest.LastYear, p.Code)));

    /// <summary>Bounds of the four classes' borders of levels: multiples of the threshold, which is the second.</summary>
    public static double[] LevelBreaks(ResultIndex results) =>
        [.. new[] { 0.6, 1, 1.4, 1.8 }.Select(m => Math.Round(m * results.Manifest.UnderDenseBelow, 2))];

    /// <summary>Borders of the classes of change: a round number near the change that 5 % of the territories exceed, its half and its tenth.</summary>
    public static double[] ChangeBreaks(ResultIndex results)
    {
        double[] sizes = [.. results.Policies
            .SelectMany(p => results.Results.Places.Select(t => Math.Abs(
                TerritoryRows.Level(results, p.Name, results.Manifest.LastYear, t.Code) - TerritoryRows.Level(results, results.Reference.Name, results.Manifest.LastYear, t.Code))))
            .Where(double.IsFinite).Order()];
        double top = sizes.Length == 0 ? 0 : ResultIndex.Quantile(sizes, 0.95);
        double s = top < 0.02 ? 0.1 : Round(top);
        return [-s, -s / 2, -s / 10, s / 10, s / 2, s];
    }

    /// <summary>A map of one size; colours from a field of the rows.</summary>
    /// <param name="context">What is drawn.</param>
    /// <param name="width">Width, pixels.</param>
    /// <param name="colour">The colour channel.</param>
    /// <param name="transform">What happens to the rows first.</param>
    /// <param name="dataset">Name of the rows.</param>
    /// <param name="shapes">The contours; circles when empty.</param>
    public static JsonObject Map(FigureContext context, double width, JsonObject colour, JsonArray transform, string dataset, JsonArray shapes)
    {
        var tooltip = Tooltip(context);
        var stroke = Json.Object($$"""{"condition": {"test": "datum.code === territory", "value": {{Palette.Ink}} }, "value": {{Palette.Paper}} }""");
        var strokeWidth = Json.Object($$"""{"condition": {"test": "datum.code === territory", "value": 2.5}, "value": {{(context.Results.Results.Places.Count > 400 ? 0.2 : 0.6)}} }""");
        var layer = shapes.Count > 0
            ? Json.Object($$"""
                {"transform": [{"lookup": "code", "from": {"data": {"name": "shapes"}, "key": "code"}, "as": "contour"}],
                 "mark": {"type": "geoshape", "cursor": "pointer"},
                 "encoding": {"shape": {"field": "contour", "type": "geojson"}, "color": {{colour}}, "stroke": {{stroke}}, "strokeWidth": {{strokeWidth}}, "tooltip": {{tooltip}} } }
                """)
            : Json.Object($$"""
                {"transform": [],
                 "mark": {"type": "circle", "opacity": 0.92, "cursor": "pointer"},
                 "encoding": {"longitude": {"field": "longitude", "type": "quantitative"}, "latitude": {"field": "latitude", "type": "quantitative"},
                              "size": {"field": "population", "type": "quantitative", "scale": {"range": {{new[] { 0, LargestCircle(context, width) }}}, "domainMin": 0}, "legend": null},
                              "order": {"field": "population", "type": "quantitative", "sort": "descending"}, "color": {{colour}}, "stroke": {{stroke}}, "strokeWidth": {{strokeWidth}}, "tooltip": {{tooltip}} } }
                """);
        layer["data"] = Json.Object($$"""{"name": {{dataset}} }""");
        layer["transform"] = Json.Array(transform.Concat(layer["transform"]!.AsArray()).Select(t => t?.DeepClone()));
        layer["width"] = width;
        layer["height"] = Math.Round(width * Shape(context));
        layer["projection"] = Projection(context);
        return layer;
    }

    /// <summary>A map with the names of its most populous territories; sizes and projection stand outside, as layers share them.</summary>
    /// <param name="context">What is drawn.</param>
    /// <param name="map">What <see cref="Map"/> gave.</param>
    /// <param name="below">A layer drawn first; none when null.</param>
    public static JsonObject Named(FigureContext context, JsonObject map, JsonObject? below = null)
    {
        var whole = new JsonObject();
        foreach (string key in (string[])["width", "height", "projection"])
        {
            whole[key] = map[key]!.DeepClone();
            map.Remove(key);
        }

        var names = Json.Object($$"""
            {"mark": {"type": "text", "fontSize": {{NameSize}}, "color": {{Palette.Ink}}, "cursor": "pointer"},
             "encoding": {"longitude": {"field": "longitude", "type": "quantitative"}, "latitude": {"field": "latitude", "type": "quantitative"}, "text": {"field": "name"} } }
            """);
        var named = Json.Object($$"""{"data": {"values": {{Names(context, (double)whole["width"]!)}} }, "layer": {{OldHalo.WithHalo(names)}} }""");
        whole["layer"] = Json.Array(new JsonObject?[] { below, map, named }.Where(l => l is not null));
        return whole;
    }

    /// <summary>A name without the kind of community before it, which takes the room of what tells territories apart.</summary>
    public static string ShortName(string name)
    {
        foreach (string kind in (string[])["CC ", "CA ", "CU ", "Métropole ", "Communauté "])
        {
            if (name.Length > kind.Length && name.StartsWith(kind, StringComparison.Ordinal))
            {
                string rest = name[kind.Length..];
                string? article = Articles.FirstOrDefault(a => rest.Length > a.Length && rest.StartsWith(a, StringComparison.Ordinal));
                return article is null ? (kind.Length == 3 ? rest : name) : char.ToUpperInvariant(rest[article.Length]) + rest[(article.Length + 1)..];
            }
        }

        return name;
    }

    /// <summary>Names of the most populous territories that do not touch one another, about where the map puts them.</summary>
    private static IEnumerable<JsonObject> Names(FigureContext context, double width)
    {
        var places = context.Results.Results.Places;
        double west = places.Min(p => p.Longitude), wide = Math.Max(places.Max(p => p.Longitude) - west, 1e-9);
        double north = places.Max(p => p.Latitude), high = Math.Max(north - places.Min(p => p.Latitude), 1e-9);
        var taken = new List<(double X, double Y, double Half)>();
        foreach (var place in places.OrderByDescending(p => p.Population).Take(3 * MostNames))
        {
            string name = Lettering.Cut(ShortName(place.Name), context.IsNarrow ? 120 : 160, NameSize);
            double x = width * (place.Longitude - west) / wide, y = width * Shape(context) * (north - place.Latitude) / high, half = Lettering.Width(name, NameSize) / 2;
            bool isFree = taken.TrueForAll(t => Math.Abs(t.Y - y) > 2 * NameSize || Math.Abs(t.X - x) > t.Half + half + 6);
            if (isFree && x - half > -20 && x + half < width + 20 && taken.Count < (context.IsNarrow ? MostNames / 2 : MostNames))
            {
                taken.Add((x, y, half));
                yield return Json.Object($$"""{"code": {{place.Code}}, "name": {{name}}, "longitude": {{place.Longitude}}, "latitude": {{place.Latitude}} }""");
            }
        }
    }

    /// <summary>A legend of classes as a bar of equal boxes, their borders written below.</summary>
    /// <param name="title">What the borders are, with their unit.</param>
    /// <param name="breaks">The borders.</param>
    /// <param name="colours">The colours, one more than borders.</param>
    /// <param name="width">Room there is, pixels.</param>
    /// <param name="write">How a border is written.</param>
    public static JsonObject Legend(string title, IReadOnlyList<double> breaks, IReadOnlyList<string> colours, double width, Func<double, string> write)
    {
        double box = Math.Min(48, width / colours.Count);
        var boxes = colours.Select((c, i) => Json.Object($$"""{"x": {{i * box}}, "x2": {{(i + 1) * box}}, "colour": {{c}} }"""));
        var borders = breaks.Select((b, i) => Json.Object($$"""{"x": {{(i + 1) * box}}, "label": {{write(b)}} }"""));
        var x = Json.Object($$"""{"field": "x", "type": "quantitative", "scale": {"domain": {{new[] { 0, box * colours.Count }}}, "nice": false}, "axis": null}""");
        return Json.Object($$"""
            {"title": {"text": {{title}}, "frame": "group", "fontSize": {{FigureSpecification.LabelSize}}, "fontWeight": 400, "color": {{Palette.Muted}}, "offset": 6},
             "width": {{box * colours.Count}}, "height": 28,
             "layer": [
               {"data": {"values": {{boxes}} }, "mark": {"type": "rect", "y": 0, "y2": 12},
                "encoding": {"x": {{x}}, "x2": {"field": "x2"}, "color": {"field": "colour", "type": "nominal", "scale": null} } },
               {"data": {"values": {{borders}} }, "mark": {"type": "text", "y": 22, "color": {{Palette.Ink}} },
                "encoding": {"x": {{x}}, "text": {"field": "label"} } } ]}
            """);
    }

    /// <summary>Height over width of the places.</summary>
    public static double Shape(FigureContext context)
    {
        var places = context.Results.Results.Places;
        double middle = (places.Max(p => p.Latitude) + places.Min(p => p.Latitude)) / 2;
        double wide = (places.Max(p => p.Longitude) - places.Min(p => p.Longitude)) * Math.Cos(middle * Math.PI / 180);
        double high = places.Max(p => p.Latitude) - places.Min(p => p.Latitude);
        return wide <= 0 || high <= 0 ? 1 : Math.Clamp(high / wide, SmallestHeight, GreatestHeight);
    }

    private static JsonObject Projection(FigureContext context)
    {
        var places = context.Results.Results.Places;
        double south = places.Min(p => p.Latitude), north = places.Max(p => p.Latitude);
        double[] parallels = north - south < 0.1 ? [south - 0.5, north + 0.5] : [south, north];
        double[] turn = [-(places.Min(p => p.Longitude) + places.Max(p => p.Longitude)) / 2, 0];
        return Json.Object($$"""{"type": "conicConformal", "rotate": {{turn}}, "parallels": {{parallels}} }""");
    }

    /// <summary>Area of the most populous circle: all circles together cover about a third of the map.</summary>
    private static double LargestCircle(FigureContext context, double width)
    {
        double[] population = [.. context.Results.Results.Places.Select(p => p.Population)];
        double share = population.Max() / Math.Max(1, population.Sum());
        return Math.Clamp(0.35 * width * width * Shape(context) * share, 30, 0.04 * width * width);
    }

    private static JsonArray Tooltip(FigureContext context) => Json.Array($$"""
        [{"field": "name", "title": {{context.Say("Territory", "Territoire")}} },
         {"field": "population", "title": {{context.Say("Inhabitants", "Habitants")}}, "format": ","},
         {"field": "level", "title": {{context.Say("Accessibility", "Accessibilité")}}, "format": ".2f"},
         {"field": "first", "title": {{context.Say($"In {context.FirstYear}", $"En {context.FirstYear}")}}, "format": ".2f"},
         {"field": "baseline", "title": {{context.Say("Without new policy", "Sans nouvelle mesure")}}, "format": ".2f"},
         {"field": "change", "title": {{context.Say("Difference", "Écart")}}, "format": "+.2f"}]
        """);

    private static double Round(double value)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return Math.Round(power * (value / power) switch
        {
            < 1.5 => 1,
            < 3.5 => 2,
            < 7.5 => 5,
            _ => 10,
        }, 6);
    }
}
