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
    public static JsonText Write(PlacedPanel placed, string name, SpecificationContent content)
    {
        var (panel, inside) = (placed.Panel, placed.Inside);
        var axes = new PanelAxes(Channel(panel.X, name + "x", content.Words), Channel(panel.Y, name + "y", content.Words),
            inside.Width / Math.Abs(panel.X.To - panel.X.From));
        var layers = new List<JsonText>();
        foreach (var (i, mark) in panel.Marks.Index())
        {
            foreach (var layer in new MarkLayers(axes, $"{name}mark{i + 1}").Of(mark))
            {
                layers.Add(layer.Json);
                content.Datasets.TryAdd(layer.Dataset, layer.Rows);
                if (mark.Follows.Count > 0)
                {
                    content.Follows.TryAdd(layer.Dataset, Json.Array($"{mark.Follows}"));
                }
            }
        }

        return Json.Part($$"""{"width": {{inside.Width}}, "height": {{inside.Height}}, "layer": {{layers}}{{Title(placed)}} }""");
    }

    private static JsonText Title(PlacedPanel placed)
    {
        if (placed.Panel.Heading is not { } heading)
        {
            return new JsonText("");
        }

        var text = heading.IsTerritory ? Json.Part($$"""{"expr": "territoryName"}""") : Json.Part($$"""{{placed.Heading}}""");
        var notes = placed.Notes.Count == 0 ? new JsonText("") : Json.Part($$"""
            , "subtitle": {{placed.Notes}}, "subtitleFontSize": {{Lettering.LabelSize}}, "subtitleLineHeight": {{PanelRoom.NoteLine}}, "subtitlePadding": 2
            """);
        return Json.Part($$"""
            , "title": {"text": {{text}}, "frame": "group", "anchor": "start", "color": {{heading.Colour}}, "fontSize": {{Lettering.HeadingSize}},
                        "lineHeight": {{Lettering.HeadingLine}}, "offset": {{PanelRoom.HeadingOffset}}{{notes}} }
            """);
    }

    /// <summary>What every layer says of an axis behind the field: its scale, and what is written on it.</summary>
    private static JsonText Channel(Axis axis, string name, JsonObject words)
    {
        var domain = axis.FollowsRows ? new JsonText("") : Json.Part($$""", "domain": [{{axis.From}}, {{axis.To}}]""");
        var scale = axis.IsLogarithmic ? Json.Part($$""" "type": "log" """) : Json.Part($$""" "zero": false""");
        return Json.Part($$"""
            "type": "quantitative", "scale": {"nice": false, {{scale}}{{domain}} }, "axis": {{Written(axis, name, words)}}
            """);
    }

    private static JsonText Written(Axis axis, string name, JsonObject words)
    {
        if (axis.FollowsRows)
        {
            return Json.Part($$"""
                {"title": null, "tickCount": 4, "grid": {{axis.HasGrid}}, "labelExpr": {{$"replace(datum.label, '.', '{axis.DecimalSign}')"}} }
                """);
        }

        if (axis.Ticks.Count == 0)
        {
            return new JsonText("null");
        }

        Tick[] ticks = [.. axis.Ticks.DistinctBy(t => Json.Text(t.At))]; // seven digits: ticks nearer than that are one place
        words[name] = new JsonObject(ticks.Select(t => KeyValuePair.Create(Json.Text(t.At), (JsonNode?)Lines(t.Label))));
        var names = !axis.IsNames ? new JsonText("") : Json.Part($$"""
            , "labelColor": {{Palette.Ink}}, "domain": false, "ticks": false, "labelAngle": 0
            """);
        return Json.Part($$"""
            {"title": {{(axis.Title.Length > 0 ? Lines(axis.Title) : null)}}, "values": {{ticks.Select(t => t.At)}},
             "labelExpr": {{name + "[datum.value]"}}, "grid": {{axis.HasGrid}}{{names}} }
            """);
    }

    /// <summary>Words on one line as text, on several as Vega wants them.</summary>
    internal static JsonNode Lines(string text) =>
        text.Contains('\n', StringComparison.Ordinal) ? Json.Array($"{text.Split('\n')}") : JsonValue.Create(text);
}

/// <summary>The axes of a panel as channels without a field.</summary>
/// <param name="X">Across.</param>
/// <param name="Y">Up.</param>
/// <param name="PixelsPerUnit">Pixels for a unit of x, for outlines, which have no scale.</param>
internal sealed record PanelAxes(JsonText X, JsonText Y, double PixelsPerUnit)
{
    public JsonText Across(string field) => Json.Part($$"""{"field": {{field}}, {{X}} }""");

    public JsonText Up(string field) => Json.Part($$"""{"field": {{field}}, {{Y}} }""");
}

/// <summary>What stands at the top of a specification for all of its panels.</summary>
internal sealed class SpecificationContent
{
    /// <summary>Rows by name, as text.</summary>
    public OrderedDictionary<string, string> Datasets { get; } = [];

    /// <summary>What the page makes rows of, by the name of the rows.</summary>
    public JsonObject Follows { get; } = [];

    /// <summary>Words of ticks by the name of the axis and their value.</summary>
    public JsonObject Words { get; } = [];
}
