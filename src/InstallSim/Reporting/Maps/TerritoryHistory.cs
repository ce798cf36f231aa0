using System.Text.Json.Nodes;
using InstallSim.Charts;

namespace InstallSim.Reporting.Maps;

/// <summary>A territory's own course beside the map: accessibility and GPs over the years, without and with the policy.</summary>
internal static class TerritoryHistory
{
    /// <summary>The two panels, drawn from the rows <c>history</c>.</summary>
    public static JsonObject Draw(FigureContext context, double width) => Json.Object($$"""
        {"spacing": 30, "title": {"text": {"expr": "territoryName"}, "frame": "group", "fontSize": 15, "lineHeight": 18, "offset": 10, "limit": {{width + 40}} }, "vconcat": [
          {{Panel(context, "accessibility", context.Say("Accessibility", "Accessibilité"), width)}},
          {{Panel(context, "stock", context.Say("GPs in practice", "Médecins généralistes installés"), width)}} ]}
        """);

    private static JsonObject Panel(FigureContext context, string indicator, string label, double width)
    {
        var x = Json.Object($$"""
            {"field": "year", "type": "quantitative", "scale": {"domain": {{new double[] { context.FirstYear, Math.Max(context.LastYear, context.FirstYear + 1) }}}, "nice": false},
             "axis": {"title": null, "format": "d", "values": {{new double[] { context.FirstYear, context.LastYear }}} } }
            """);
        var colour = Json.Object($$"""{"condition": {"test": "datum.role === 'baseline'", "value": {{Palette.Baseline}} }, "value": {"expr": "colour"} }""");
        var tooltip = Json.Array($$"""
            [{"field": "name", "title": {{context.Say("Territory", "Territoire")}} }, {"field": "year", "title": {{context.Say("Year", "Année")}}, "format": "d"},
             {"field": "mean", "title": {{label}}, "format": ",.2f"}, {"field": "lower", "title": {{context.Say("5% below", "5 % en dessous")}}, "format": ",.2f"},
             {"field": "upper", "title": {{context.Say("5% above", "5 % au-dessus")}}, "format": ",.2f"}]
            """);
        var layers = new List<JsonObject>
        {
            Json.Object($$"""
                {"mark": {"type": "area", "opacity": 0.16}, "encoding": {"y": {"field": "lower", "type": "quantitative"}, "y2": {"field": "upper"}, "color": {{colour}}, "detail": {"field": "role"} } }
                """),
            Json.Object($$"""
                {"mark": {"type": "line", "strokeWidth": 2.2},
                 "encoding": {"color": {{colour}}, "detail": {"field": "role"}, "strokeDash": {"condition": {"test": "datum.role === 'baseline'", "value": [4, 3]}, "value": [1, 0]} } }
                """),
            Json.Object($$"""{"mark": {"type": "point", "filled": true, "size": 80, "opacity": 0}, "encoding": {"tooltip": {{tooltip}} } }"""),
            Json.Object($$"""
                {"transform": [{"filter": {{"datum.year === " + context.LastYear.ToString(System.Globalization.CultureInfo.InvariantCulture)}} }, {"joinaggregate": [{"op": "mean", "field": "mean", "as": "middle"}]}],
                 "mark": {"type": "text", "align": "left", "dx": 5, "dy": {"expr": "datum.mean > datum.middle ? -6 : datum.mean < datum.middle ? 6 : 0"} },
                 "encoding": {"text": {"field": "mean", "type": "quantitative", "format": {{(indicator == "stock" ? ".1f" : ".2f")}} }, "color": {{colour}} } }
                """),
            Json.Object($$"""
                {"transform": [{"filter": "datum.year === year"}], "mark": {"type": "point", "filled": true, "size": 45, "opacity": 1}, "encoding": {"color": {{colour}} } }
                """),
        };
        return Json.Object($$"""
            {"title": {"text": {{label}}, "frame": "group", "fontSize": 13, "fontWeight": 400, "color": {{Palette.Muted}}, "offset": 8},
             "width": {{width}}, "height": {{(context.IsNarrow ? 120 : 150)}}, "data": {"name": "history"},
             "transform": [{"filter": {"field": "indicator", "equal": {{indicator}} } }],
             "encoding": {"x": {{x}}, "y": {"field": "mean", "type": "quantitative", "scale": {"zero": false}, "axis": {"title": null, "tickCount": 4} } },
             "layer": {{layers}} }
            """);
    }
}
