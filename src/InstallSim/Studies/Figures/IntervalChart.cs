using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.Reporting;

namespace InstallSim.Studies.Figures;

/// <summary>A row of a chart of intervals.</summary>
/// <param name="Name">Variable.</param>
/// <param name="Estimate">Its value.</param>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
internal sealed record IntervalRow(string Name, double Estimate, double Lower, double Upper)
{
    /// <summary>Whether zero lies outside.</summary>
    public bool IsClear => Lower > 0 || Upper < 0;
}

/// <summary>Points with intervals, one a row, their values written beside them; hollow and grey where zero lies within.</summary>
internal static class IntervalChart
{
    /// <summary>What the subtitle says of hollow points; empty when there is none.</summary>
    public static string Hollow(StudyFigureContext context, IEnumerable<IntervalRow> rows) =>
        rows.All(r => r.IsClear) ? "" : context.Say("; hollow: zero lies within", " ; point creux : zéro est dans l’intervalle");

    /// <summary>All rows in words.</summary>
    public static string Words(StudyFigureContext context, IEnumerable<IntervalRow> rows) => string.Join("; ", rows.Select(r => Words(context, r))) + ".";

    /// <summary>The chart.</summary>
    public static JsonObject Draw(StudyFigureContext context, IReadOnlyList<IntervalRow> rows, string axis)
    {
        // An eighth more than the typeface needs: viewers that lack it set labels in a wider one.
        double most = context.Width * 0.4;
        double label = rows.Max(r => Math.Min(most, 1.125 * Lettering.Width(r.Name, FigureSpecification.LabelSize))) + 12, value = rows.Max(r => Lettering.Width(context.Brief(r.Estimate), FigureSpecification.LabelSize)) + 14;
        var values = rows.Select(r => Json.Object($$"""
            {"name": {{r.Name}}, "estimate": {{r.Estimate}}, "lower": {{r.Lower}}, "upper": {{r.Upper}}, "clear": {{r.IsClear}}, "value": {{context.Brief(r.Estimate)}}, "text": {{Words(context, r)}} }
            """));
        var colour = Json.Object($$"""{"condition": {"test": "datum.clear", "value": {{Palette.Scenarios[0]}} }, "value": {{Palette.Unclear}} }""");
        return Json.Object($$"""
            {
              "width": {{Math.Max(120, context.Width - label - value - 12)}}, "height": {"step": 28},
              "data": {"values": {{values}} },
              "encoding": {"y": {"field": "name", "type": "nominal", "sort": null, "axis": {"title": null, "labelLimit": {{most}}, "minExtent": {{label}}, "labelColor": {{Palette.Ink}} } } },
              "layer": [
                {"data": {"values": [{}]}, "mark": {"type": "rule", "color": {{Palette.Rule}} }, "encoding": {"x": {"datum": 0, "type": "quantitative"}, "y": null} },
                {"mark": {"type": "rule", "strokeWidth": 2.5, "strokeCap": "round"},
                 "encoding": {"x": {"field": "lower", "type": "quantitative", "axis": {"title": {{Lettering.Wrap(axis, context.Width - label - value, FigureSpecification.LabelSize)}}, "tickCount": {{(context.IsNarrow ? 4 : 6)}} } }, "x2": {"field": "upper"}, "color": {{colour}} } },
                {"mark": {"type": "point", "size": 80, "opacity": 1, "strokeWidth": 2.5},
                 "encoding": {"x": {"field": "estimate", "type": "quantitative"}, "stroke": {{colour}},
                              "fill": {"condition": {"test": "datum.clear", "value": {{Palette.Scenarios[0]}} }, "value": {{Palette.Paper}} },
                              "tooltip": [{"field": "text", "title": {{context.Say("Estimate [95 % interval]", "Estimation [intervalle à 95 %]")}} }] } },
                {"mark": {"type": "text", "align": "right", "dx": {{value}} }, "encoding": {"x": {"value": "width"}, "text": {"field": "value"}, "color": {{colour}} } }
              ]
            }
            """);
    }

    private static string Words(StudyFigureContext context, IntervalRow row) => $"{row.Name} {context.Brief(row.Estimate)} [{context.Brief(row.Lower)}, {context.Brief(row.Upper)}]";
}
