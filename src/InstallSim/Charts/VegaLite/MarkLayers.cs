using System.Text.Json.Nodes;
using InstallSim.Outputs;

namespace InstallSim.Charts.VegaLite;

/// <summary>Marks as layers. Rows carry colour, size and words; the layer only says which field is which.</summary>
internal static class MarkLayers
{
    /// <summary>Width of the edge of dots, pixels.</summary>
    public const double DotEdge = 2.5;

    private static readonly JsonObject Nominal = Json.Object($$"""{"type": "nominal", "scale": null}""");
    private static readonly JsonObject Number = Json.Object($$"""{"type": "quantitative", "scale": null}""");

    /// <summary>The layers of a mark with their rows; the suffix tells apart datasets of one mark.</summary>
    public static IEnumerable<(JsonObject Layer, JsonArray Rows, string Suffix)> Of(Mark mark, PanelAxes axes) => mark switch
    {
        Mark<Line> lines => [(LineLayer(lines.Rows, axes), Json.Array(lines.Rows.SelectMany(MarkRows.Of)), "")],
        Mark<Band> bands => [(BandLayer(bands.Rows, axes), Json.Array(bands.Rows.SelectMany(MarkRows.Of)), "")],
        Mark<Segment> segments => SegmentLayers(segments.Rows, axes),
        Mark<Dot> dots => [(DotLayer(dots.Rows, axes), Json.Array(dots.Rows.Select(MarkRows.Of)), "")],
        Mark<Box> boxes => [(BoxLayer(boxes.Rows, axes), Json.Array(boxes.Rows.Select(MarkRows.Of)), "")],
        Mark<Label> labels => LabelLayers(labels.Rows, axes),
        Mark<Shape> shapes => [(ShapeLayer(shapes.Rows, axes), Json.Array(shapes.Rows.Select(MarkRows.Of)), "")],
        _ => throw new ArgumentException($"the pen cannot draw {mark.GetType()}", nameof(mark)),
    };

    private static JsonObject LineLayer(IReadOnlyList<Line> rows, PanelAxes axes) => WithTip(rows, Json.Object($$"""
        {"mark": {"type": "line"},
         "encoding": {"x": {{axes.Across("x")}}, "y": {{axes.Up("y")}}, "detail": {"field": "line", "type": "nominal"}, "order": {"field": "n", "type": "quantitative"},
                      "stroke": {{Field(Nominal, "colour")}}, "strokeWidth": {{Field(Number, "thickness")}}, "opacity": {{Field(Number, "opacity")}},
                      "strokeDash": {{Dash(rows.Any(r => r.IsDashed))}} } }
        """));

    private static JsonObject BandLayer(IReadOnlyList<Band> rows, PanelAxes axes) => WithTip(rows, Json.Object($$"""
        {"mark": {"type": "area"},
         "encoding": {"x": {{axes.Across("x")}}, "y": {{axes.Up("lower")}}, "y2": {"field": "upper"}, "detail": {"field": "band", "type": "nominal"},
                      "fill": {{Field(Nominal, "colour")}}, "opacity": {{Field(Number, "opacity")}} } }
        """));

    private static IEnumerable<(JsonObject Layer, JsonArray Rows, string Suffix)> SegmentLayers(IReadOnlyList<Segment> rows, PanelAxes axes)
    {
        foreach (bool isUpright in rows.Select(r => r.IsUpright).Distinct())
        {
            var own = rows.Where(r => r.IsUpright == isUpright).ToList();
            var (along, across) = isUpright ? ("y", "x") : ("x", "y");
            var encoding = new JsonObject
            {
                [along] = isUpright ? axes.Up("from") : axes.Across("from"),
                [along + "2"] = Json.Object($$"""{"field": "to"}"""),
                [across] = isUpright ? axes.Across("at") : axes.Up("at"),
                ["stroke"] = Field(Nominal, "colour"),
                ["strokeWidth"] = Field(Number, "thickness"),
                ["opacity"] = Field(Number, "opacity"),
                ["strokeDash"] = Dash(own.Any(r => r.IsDashed)),
            };
            var layer = WithTip(own, Json.Object($$"""{"mark": {"type": "rule", "strokeCap": "round"}, "encoding": {{encoding}} }"""));
            yield return (layer, Json.Array(own.Select(MarkRows.Of)), isUpright == rows[0].IsUpright ? "" : "across");
        }
    }

    private static JsonObject DotLayer(IReadOnlyList<Dot> rows, PanelAxes axes)
    {
        var layer = WithTip(rows, Json.Object($$"""
            {"mark": {"type": "point", "filled": false},
             "encoding": {"x": {{axes.Across("x")}}, "y": {{axes.Up("y")}}, "size": {{Field(Number, "size")}}, "opacity": {{Field(Number, "opacity")}},
                          "stroke": {{Field(Nominal, "colour")}}, "strokeWidth": {"value": {{DotEdge}} },
                          "fill": {"condition": {"test": "datum.hollow", "value": {{Palette.Paper}} }, "field": "colour", "type": "nominal", "scale": null} } }
            """));
        Choosable(rows, layer);
        return layer;
    }

    private static JsonObject BoxLayer(IReadOnlyList<Box> rows, PanelAxes axes) => WithTip(rows, Json.Object($$"""
        {"mark": {"type": "rect"},
         "encoding": {"x": {{axes.Across("left")}}, "x2": {"field": "right"}, "y": {{axes.Up("bottom")}}, "y2": {"field": "top"},
                      "fill": {{Field(Nominal, "colour")}}, "opacity": {{Field(Number, "opacity")}} } }
        """));

    /// <summary>Words, and below them those that have a halo once more in the colour of the paper.</summary>
    private static IEnumerable<(JsonObject Layer, JsonArray Rows, string Suffix)> LabelLayers(IReadOnlyList<Label> rows, PanelAxes axes)
    {
        var text = Json.Object($$"""
            {"mark": {"type": "text", "baseline": "middle", "align": {"expr": "datum.align"}, "dx": {"expr": "datum.dx"}, "dy": {"expr": "datum.dy"},
                      "fontSize": {"expr": "datum.size"}, "fontWeight": {"expr": "datum.weight"} },
             "encoding": {"x": {{axes.Across("x")}}, "y": {{axes.Up("y")}}, "text": {"field": "text"}, "opacity": {{Field(Number, "opacity")}} } }
            """);
        var data = Json.Array(rows.Select(MarkRows.Of));
        if (rows.Any(r => r.HasHalo))
        {
            var halo = text.DeepClone().AsObject();
            var mark = halo["mark"]!.AsObject();
            (mark["color"], mark["stroke"], mark["strokeWidth"], mark["strokeJoin"]) = (Palette.Paper, Palette.Paper, 3, "round");
            halo["transform"] = Json.Array($$"""[{"filter": "datum.halo"}]""");
            yield return (halo, data, "");
        }

        text["encoding"]!["fill"] = Field(Nominal, "colour");
        yield return (WithTip(rows, text), data, "");
    }

    private static JsonObject ShapeLayer(IReadOnlyList<Shape> rows, PanelAxes axes)
    {
        var layer = WithTip(rows, Json.Object($$"""
            {"mark": {"type": "geoshape"}, "projection": {"type": "identity", "scale": {{axes.PixelsPerUnit}}, "translate": [0, 0]},
             "encoding": {"fill": {{Field(Nominal, "colour")}}, "opacity": {{Field(Number, "opacity")}} } }
            """));
        Choosable(rows, layer);
        return layer;
    }

    /// <summary>Territories have a thin edge in the colour of the paper, the chosen one a strong one in ink.</summary>
    private static void Choosable(IReadOnlyList<Row> rows, JsonObject layer)
    {
        if (rows.Any(r => r.Code.Length > 0))
        {
            layer["mark"]!["cursor"] = "pointer";
            layer["encoding"]!["stroke"] = Json.Object($$"""
                {"condition": {"test": "datum.code === territory", "value": {{Palette.Ink}} }, "value": {{Palette.Paper}} }
                """);
            layer["encoding"]!["strokeWidth"] = Json.Object($$"""
                {"condition": {"test": "datum.code === territory", "value": 2.5}, "value": {{(rows.Count > 400 ? 0.2 : 0.6)}} }
                """);
        }
    }

    private static JsonObject WithTip(IReadOnlyList<Row> rows, JsonObject layer)
    {
        if (rows.Any(r => r.Tip.Length > 0 || r.Code.Length > 0))
        {
            layer["encoding"]!["tooltip"] = Json.Object($$"""{"field": "tip", "type": "nominal"}""");
        }

        return layer;
    }

    private static JsonObject Field(JsonObject kind, string field)
    {
        var whole = kind.DeepClone().AsObject();
        whole["field"] = field;
        return whole;
    }

    private static JsonObject Dash(bool any) => any
        ? Json.Object($$"""{"condition": {"test": "datum.dashed", "value": [4, 3]}, "value": [1, 0]}""")
        : Json.Object($$"""{"value": [1, 0]}""");
}
