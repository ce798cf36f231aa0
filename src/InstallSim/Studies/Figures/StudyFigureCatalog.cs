using System.Text.Json.Nodes;
using InstallSim.Reporting;

namespace InstallSim.Studies.Figures;

/// <summary>Every figure of a study.</summary>
public static class StudyFigureCatalog
{
    private const int Width = 760;

    /// <summary>All figures.</summary>
    public static IReadOnlyList<IStudyFigure> All { get; } = [new Coefficients(), new Worth(), new Tastes(), new DrawNumbers()];

    /// <summary>The whole Vega-Lite specification of a figure, as a file holds it.</summary>
    public static JsonObject Whole(IStudyFigure figure, StudyResult study)
    {
        var spec = new JsonObject { ["$schema"] = FigureSpecification.Schema, ["description"] = figure.Description(study) };
        foreach (var (key, value) in figure.Draw(study).ToList())
            spec[key] = value?.DeepClone();
        spec["title"] = Json.Object($$"""
            {"text": {{Lettering.Wrap(figure.Title(study), Width - 8, FigureSpecification.TitleSize, semibold: true)}},
             "subtitle": {{Lettering.Wrap(figure.Subtitle(study), Width - 8, FigureSpecification.SubtitleSize)}}}
            """);
        spec["config"] = FigureSpecification.Config(ReportText.For("en"));
        return spec;
    }

    /// <summary>Points with intervals, one a row, clear of zero or not by their colour and fill.</summary>
    internal static JsonObject Intervals(IReadOnlyList<(string Name, double Estimate, double Lower, double Upper)> rows, string axis)
    {
        double label = rows.Max(r => Lettering.Width(r.Name, FigureSpecification.LabelSize)) + 12;
        var values = rows.Select(r => Json.Object($$"""
            {"name": {{r.Name}}, "estimate": {{r.Estimate}}, "lower": {{r.Lower}}, "upper": {{r.Upper}}, "clear": {{r.Lower > 0 || r.Upper < 0}},
             "text": {{$"{ParameterRow.Brief(r.Estimate)} [{ParameterRow.Brief(r.Lower)}, {ParameterRow.Brief(r.Upper)}]"}} }
            """));
        var colour = Json.Object($$"""{"condition": {"test": "datum.clear", "value": {{Palette.Scenarios[0]}} }, "value": {{Palette.Unclear}} }""");
        return Json.Object($$"""
            {
              "width": {{Math.Max(200, Width - label - 40)}}, "height": {"step": 30},
              "data": {"values": {{values}} },
              "encoding": {"y": {"field": "name", "type": "nominal", "sort": null, "axis": {"title": null, "labelLimit": 400, "labelColor": {{Palette.Ink}} } } },
              "layer": [
                {"mark": {"type": "rule", "color": {{Palette.Rule}} }, "encoding": {"x": {"datum": 0, "type": "quantitative"}, "y": null} },
                {"mark": {"type": "rule", "strokeWidth": 2.5, "strokeCap": "round"},
                 "encoding": {"x": {"field": "lower", "type": "quantitative", "axis": {"title": {{axis}}, "grid": true, "tickCount": 6} }, "x2": {"field": "upper"}, "color": {{colour}} } },
                {"mark": {"type": "point", "size": 80, "opacity": 1, "strokeWidth": 2.5},
                 "encoding": {"x": {"field": "estimate", "type": "quantitative"}, "stroke": {{colour}},
                              "fill": {"condition": {"test": "datum.clear", "value": {{Palette.Scenarios[0]}} }, "value": {{Palette.Paper}} },
                              "tooltip": [{"field": "name", "title": "Variable"}, {"field": "text", "title": "Estimate [95 % interval]"}] } }
              ]
            }
            """);
    }
}
