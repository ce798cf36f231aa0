using InstallSim.Outputs;

namespace InstallSim.Charts.VegaLite;

/// <summary>A layer of a view, and the rows that it draws.</summary>
/// <param name="Json">The layer.</param>
/// <param name="Dataset">Name of its rows.</param>
/// <param name="Rows">The rows.</param>
internal sealed record MarkLayer(JsonText Json, string Dataset, string Rows);

/// <summary>Marks as layers. Rows carry colour, size and words; the layer only says which field is which.</summary>
/// <param name="axes">The axes of the panel.</param>
/// <param name="name">What the names of datasets begin with.</param>
internal sealed class MarkLayers(PanelAxes axes, string name)
{
    /// <summary>Width of the edge of dots, pixels.</summary>
    public const double DotEdge = 2.5;

    private static readonly JsonText None = new(""), Stroke = new("""{"type": "line"}"""), Area = new("""{"type": "area"}"""),
        Rectangle = new("""{"type": "rect"}""");

    /// <summary>The layers of a mark.</summary>
    public IEnumerable<MarkLayer> Of(Mark mark) => mark switch
    {
        Mark<Line> m => [Lines(m.Rows)],
        Mark<Band> m => [Bands(m.Rows)],
        Mark<Segment> m => Segments(m.Rows),
        Mark<Dot> m => [Dots(m.Rows)],
        Mark<Box> m => [Boxes(m.Rows)],
        Mark<Label> m => Labels(m.Rows),
        Mark<Shape> m => [Shapes(m.Rows)],
        _ => throw new ArgumentException($"the pen cannot draw {mark.GetType()}", nameof(mark)),
    };

    private MarkLayer Lines(IReadOnlyList<Line> rows) => Layer(rows, MarkRows.Of(rows.Index(), MarkRows.Write), Stroke, Json.Part($$"""
        "x": {{axes.Across("x")}}, "y": {{axes.Up("y")}}, "detail": {"field": "line", "type": "nominal"},
        "order": {"field": "n", "type": "quantitative"}, "stroke": {{Nominal("colour")}}, "strokeWidth": {{Number("thickness")}},
        "opacity": {{Number("opacity")}}, "strokeDash": {{Dash(rows.Any(r => r.IsDashed))}}
        """));

    private MarkLayer Bands(IReadOnlyList<Band> rows) => Layer(rows, MarkRows.Of(rows.Index(), MarkRows.Write), Area, Json.Part($$"""
        "x": {{axes.Across("x")}}, "y": {{axes.Up("lower")}}, "y2": {"field": "upper"}, "detail": {"field": "band", "type": "nominal"},
        "fill": {{Nominal("colour")}}, "opacity": {{Number("opacity")}}
        """));

    private IEnumerable<MarkLayer> Segments(IReadOnlyList<Segment> rows)
    {
        foreach (bool isUpright in rows.Select(r => r.IsUpright).Distinct())
        {
            var own = rows.Where(r => r.IsUpright == isUpright).ToList();
            var ends = isUpright
                ? Json.Part($$""" "y": {{axes.Up("from")}}, "y2": {"field": "to"}, "x": {{axes.Across("at")}}""")
                : Json.Part($$""" "x": {{axes.Across("from")}}, "x2": {"field": "to"}, "y": {{axes.Up("at")}}""");
            var mark = Json.Part($$"""{"type": "rule", "strokeCap": "round"}""");
            yield return Layer(own, MarkRows.Of(own, MarkRows.Write), mark, Json.Part($$"""
                {{ends}}, "stroke": {{Nominal("colour")}}, "strokeWidth": {{Number("thickness")}}, "opacity": {{Number("opacity")}},
                "strokeDash": {{Dash(own.Any(r => r.IsDashed))}}
                """), isUpright == rows[0].IsUpright ? "" : "across");
        }
    }

    private MarkLayer Dots(IReadOnlyList<Dot> rows)
    {
        var edge = Json.Part($$""" "stroke": {{Nominal("colour")}}, "strokeWidth": {"value": {{DotEdge}} }""");
        var mark = Json.Part($$"""{"type": "point", "filled": false{{Pointer(rows)}} }""");
        return Layer(rows, MarkRows.Of(rows, MarkRows.Write), mark, Json.Part($$"""
            "x": {{axes.Across("x")}}, "y": {{axes.Up("y")}}, "size": {{Number("size")}}, "opacity": {{Number("opacity")}},
            {{(IsTerritories(rows) ? TerritoryEdges(rows.Count) : edge)}},
            "fill": {"condition": {"test": "datum.hollow", "value": {{Palette.Paper}} }, "field": "colour", "type": "nominal", "scale": null}
            """));
    }

    private MarkLayer Boxes(IReadOnlyList<Box> rows) => Layer(rows, MarkRows.Of(rows, MarkRows.Write), Rectangle, Json.Part($$"""
        "x": {{axes.Across("left")}}, "x2": {"field": "right"}, "y": {{axes.Up("bottom")}}, "y2": {"field": "top"},
        "fill": {{Nominal("colour")}}, "opacity": {{Number("opacity")}}
        """));

    /// <summary>Words, and below them those that have a halo once more in the colour of the paper.</summary>
    private IEnumerable<MarkLayer> Labels(IReadOnlyList<Label> rows)
    {
        string data = MarkRows.Of(rows, MarkRows.Write);
        var mark = Json.Part($$"""
            "type": "text", "baseline": "middle", "align": {"expr": "datum.align"}, "dx": {"expr": "datum.dx"}, "dy": {"expr": "datum.dy"},
            "fontSize": {"expr": "datum.size"}, "fontWeight": {"expr": "datum.weight"}
            """);
        var encoding = Json.Part($$"""
            "x": {{axes.Across("x")}}, "y": {{axes.Up("y")}}, "text": {"field": "text"}, "opacity": {{Number("opacity")}}
            """);
        if (rows.Any(r => r.HasHalo))
        {
            yield return new MarkLayer(Json.Part($$"""
                {"mark": { {{mark}}, "color": {{Palette.Paper}}, "stroke": {{Palette.Paper}}, "strokeWidth": 3, "strokeJoin": "round"},
                 "encoding": { {{encoding}} }, "transform": [{"filter": "datum.halo"}], "data": {"name": {{name}} } }
                """), name, data);
        }

        yield return new MarkLayer(Json.Part($$"""
            {"mark": { {{mark}} }, "encoding": { {{encoding}}, "fill": {{Nominal("colour")}}{{Tip(rows)}} }, "data": {"name": {{name}} } }
            """), name, data);
    }

    private MarkLayer Shapes(IReadOnlyList<Shape> rows) => Layer(rows, MarkRows.Of(rows, MarkRows.Write),
        Json.Part($$"""{"type": "geoshape"{{Pointer(rows)}} }"""),
        Json.Part($$"""
            "fill": {{Nominal("colour")}}, "opacity": {{Number("opacity")}}
            {{(IsTerritories(rows) ? Json.Part($$""", {{TerritoryEdges(rows.Count)}}""") : None)}}
            """),
        more: Json.Part($$""", "projection": {"type": "identity", "scale": {{axes.PixelsPerUnit}}, "translate": [0, 0]}"""));

    private MarkLayer Layer(
        IReadOnlyList<Row> rows, string data, JsonText mark, JsonText encoding, string suffix = "", JsonText? more = null) =>
        new(Json.Part($$"""
            {"mark": {{mark}}, "encoding": { {{encoding}}{{Tip(rows)}} }{{more ?? None}}, "data": {"name": {{name + suffix}} } }
            """), name + suffix, data);

    private static bool IsTerritories(IReadOnlyList<Row> rows) => rows.Any(r => r.Code.Length > 0);

    private static JsonText Pointer(IReadOnlyList<Row> rows) => IsTerritories(rows) ? Json.Part($$""", "cursor": "pointer" """) : None;

    /// <summary>Territories have a thin edge in the colour of the paper, the chosen one a strong one in ink.</summary>
    private static JsonText TerritoryEdges(int territories) => Json.Part($$"""
        "stroke": {"condition": {"test": "datum.code === territory", "value": {{Palette.Ink}} }, "value": {{Palette.Paper}} },
        "strokeWidth": {"condition": {"test": "datum.code === territory", "value": {{TerritoryEdge.Chosen}} },
                        "value": {{TerritoryEdge.Of(territories)}} }
        """);

    private static JsonText Tip(IReadOnlyList<Row> rows) => rows.Any(r => r.Tip.Length > 0 || r.Code.Length > 0)
        ? Json.Part($$""", "tooltip": {"field": "tip", "type": "nominal"}""") : None;

    private static JsonText Nominal(string field) => Json.Part($$"""{"field": {{field}}, "type": "nominal", "scale": null}""");

    private static JsonText Number(string field) => Json.Part($$"""{"field": {{field}}, "type": "quantitative", "scale": null}""");

    private static JsonText Dash(bool any) => any
        ? Json.Part($$"""{"condition": {"test": "datum.dashed", "value": [4, 3]}, "value": [1, 0]}""")
        : Json.Part($$"""{"value": [1, 0]}""");
}
