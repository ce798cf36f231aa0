using System.Text.Json.Nodes;
using InstallSim.Charts;

namespace InstallSim.Reporting.Maps;

/// <summary>Maps side by side with one legend, drawn from the rows <c>panels</c>.</summary>
internal static class SmallMaps
{
    /// <summary>One map for each panel.</summary>
    /// <param name="context">What is drawn.</param>
    /// <param name="colour">The colour channel, without a legend.</param>
    /// <param name="legend">The legend of all.</param>
    /// <param name="panels">Name of each panel, its title and the colour of that title.</param>
    public static JsonObject Draw(FigureContext context, JsonObject colour, JsonObject legend, IReadOnlyList<(string Name, string Title, string Colour)> panels)
    {
        var shapes = context.Results.Shapes;
        int columns = Math.Min(panels.Count, context.IsNarrow ? 2 : 3);
        const double Gap = 16;
        double width = Math.Floor((context.Width - 8 - ((columns - 1) * Gap)) / Math.Max(columns, context.IsNarrow ? 1 : 2));
        int lines = panels.Max(p => Wrapped(p.Title, width).Count);
        return Json.Object($$"""
            {"params": [{"name": "territory", "value": null}],
             "datasets": {"panels": {{TerritoryRows.Panels(context)}}, "shapes": {{shapes}} },
             "spacing": 12,
             "vconcat": [{{legend}},
               {"columns": {{columns}}, "spacing": {"row": {{30 + (16 * lines)}}, "column": {{Gap}} }, "bounds": "flush",
                "resolve": {"scale": {"color": "shared", "size": "shared"} },
                "concat": {{panels.Select(p => Panel(context, p, width, colour, shapes))}} }]}
            """);
    }

    /// <summary>A panel for each policy.</summary>
    public static IEnumerable<(string Name, string Title, string Colour)> Policies(FigureContext context) =>
        context.Results.Policies.Select(p => (p.Name, p.ShownTitle(context.Text), context.Colour(p.Name)));

    private static JsonObject Panel(
        FigureContext context, (string Name, string Title, string Colour) panel, double width, JsonObject colour, JsonArray shapes)
    {
        var filter = Json.Array($$"""[{"filter": {"field": "panel", "equal": {{panel.Name}} } }]""");
        var map = MapParts.Map(context, width, colour, filter, "panels", shapes);
        map["title"] = Json.Object($$"""
            {"text": {{Wrapped(panel.Title, width)}}, "color": {{panel.Colour}}, "frame": "group", "anchor": "start", "fontSize": 13, "lineHeight": 16, "offset": 6}
            """);
        return map;
    }

    private static IReadOnlyList<string> Wrapped(string title, double width) => Lettering.Wrap(title, width, 13, isBold: true, lines: 3);
}
