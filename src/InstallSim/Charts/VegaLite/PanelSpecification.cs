using System.Text.Json.Nodes;
using InstallSim.Outputs;

namespace InstallSim.Charts.VegaLite;

/// <summary>A panel as a layered view: one layer a mark, its rows in a dataset of their own.</summary>
internal static class PanelSpecification
{
    /// <summary>The view.</summary>
    /// <param name="placed">The panel.</param>
    /// <param name="name">Name that its datasets begin with.</param>
    /// <param name="content">Takes rows and words.</param>
    public static JsonObject Write(PlacedPanel placed, string name, SpecificationContent content)
    {
        var panel = placed.Panel;
        var axes = new PanelAxes(Channel(panel.X, name + "x", content.Words), Channel(panel.Y, name + "y", content.Words),
            placed.Inside.Width / Math.Abs(panel.X.To - panel.X.From));
        var layers = new List<JsonObject>();
        foreach (var (i, mark) in panel.Marks.Index())
        {
            foreach (var (layer, rows, suffix) in MarkLayers.Of(mark, axes))
            {
                string dataset = $"{name}mark{i + 1}{suffix}";
                layer["data"] = Json.Object($$"""{"name": {{dataset}} }""");
                layers.Add(layer);
                content.Datasets.TryAdd(dataset, rows);
                if (mark.Follows.Count > 0)
                {
                    content.Follows.TryAdd(dataset, Json.Array($"{mark.Follows}"));
                }
            }
        }

        var view = Json.Object($$"""{"width": {{placed.Inside.Width}}, "height": {{placed.Inside.Height}}, "layer": {{layers}} }""");
        if (panel.Heading is { } heading)
        {
            view["title"] = Title(heading, placed);
        }

        return view;
    }

    private static JsonObject Title(Heading heading, PlacedPanel placed)
    {
        JsonNode text = heading.IsTerritory ? Json.Object($$"""{"expr": "territoryName"}""") : Json.Array($"{placed.Heading}");
        var title = Json.Object($$"""
            {"text": {{text}}, "frame": "group", "anchor": "start", "color": {{heading.Colour}}, "fontSize": {{Lettering.HeadingSize}}, "lineHeight": {{Lettering.HeadingLine}}, "offset": 8}
            """);
        if (placed.Notes.Count > 0)
        {
            title["subtitle"] = Json.Array($"{placed.Notes}");
            (title["subtitleFontSize"], title["subtitleLineHeight"], title["subtitlePadding"]) = (Lettering.LabelSize, 15, 2);
        }

        return title;
    }

    /// <summary>What every layer says of an axis: its scale, and what is written on it.</summary>
    private static JsonObject Channel(Axis axis, string name, JsonObject words)
    {
        var channel =
            Json.Object($$"""{"type": "quantitative", "scale": {"zero": false, "nice": false}, "axis": {{Written(axis, name, words)}} }""");
        var scale = channel["scale"]!.AsObject();
        if (!axis.FollowsRows)
        {
            scale["domain"] = Json.Array($"[{axis.From}, {axis.To}]");
        }

        if (axis.IsLogarithmic)
        {
            scale["type"] = "log";
            scale.Remove("zero");
        }

        return channel;
    }

    private static JsonObject? Written(Axis axis, string name, JsonObject words)
    {
        if (axis.FollowsRows)
        {
            return Json.Object($$"""
                {"title": null, "tickCount": 4, "grid": {{axis.HasGrid}}, "labelExpr": {{$"replace(datum.label, '.', '{axis.DecimalSign}')"}} }
                """);
        }

        if (axis.Ticks.Count == 0)
        {
            return null;
        }

        words[name] = new JsonObject(axis.Ticks.Select(t =>
            KeyValuePair.Create(Json.Number(t.At)!.ToJsonString(), (JsonNode?)Lines(t.Label))));
        var written = Json.Object($$"""
            {"title": {{(axis.Title.Length > 0 ? Lines(axis.Title) : null)}}, "values": {{axis.Ticks.Select(t => t.At)}}, "labelExpr": {{name + "[datum.value]"}}, "grid": {{axis.HasGrid}} }
            """);
        if (axis.IsNames)
        {
            (written["labelColor"], written["domain"], written["ticks"], written["labelAngle"]) = (Palette.Ink, false, false, 0);
        }

        return written;
    }

    /// <summary>Words on one line as text, on several as Vega wants them.</summary>
    internal static JsonNode Lines(string text) =>
        text.Contains('\n', StringComparison.Ordinal) ? Json.Array($"{text.Split('\n')}") : JsonValue.Create(text);
}

/// <summary>The axes of a panel as channels without a field.</summary>
/// <param name="X">Across.</param>
/// <param name="Y">Up.</param>
/// <param name="PixelsPerUnit">Pixels for a unit of x, for outlines, which have no scale.</param>
internal sealed record PanelAxes(JsonObject X, JsonObject Y, double PixelsPerUnit)
{
    public JsonObject Across(string field) => With(X, field);

    public JsonObject Up(string field) => With(Y, field);

    private static JsonObject With(JsonObject channel, string field)
    {
        var whole = channel.DeepClone().AsObject();
        whole["field"] = field;
        return whole;
    }
}

/// <summary>What stands at the top of a specification for all of its panels.</summary>
internal sealed class SpecificationContent
{
    /// <summary>Rows by name.</summary>
    public JsonObject Datasets { get; } = [];

    /// <summary>What the page makes rows of, by the name of the rows.</summary>
    public JsonObject Follows { get; } = [];

    /// <summary>Words of ticks by the name of the axis and their value.</summary>
    public JsonObject Words { get; } = [];
}
