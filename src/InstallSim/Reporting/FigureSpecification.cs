using System.Text.Json.Nodes;
using InstallSim.Charts;

namespace InstallSim.Reporting;

/// <summary>Makes a whole Vega-Lite specification of what a figure draws: schema, title, text alternative, one configuration for all.</summary>
internal static class FigureSpecification
{
    public const string Schema = "https://vega.github.io/schema/vega-lite/v6.json";
    public const double TitleSize = 18;
    public const double SubtitleSize = 13;
    public const double LabelSize = 12;

    /// <summary>The specification as a file holds it.</summary>
    public static JsonObject Whole(IFigure figure, FigureContext context)
    {
        var spec = Bare(figure, context);
        double limit = context.Width - 8;
        spec["title"] = Json.Object($$"""
            {"text": {{Lettering.Wrap(figure.Title(context), limit, TitleSize, isBold: true)}},
             "subtitle": {{Lettering.Wrap(figure.Subtitle(context), limit, SubtitleSize)}}}
            """);
        return spec;
    }

    /// <summary>The same without a title, for a page that sets titles itself.</summary>
    public static JsonObject Bare(IFigure figure, FigureContext context)
    {
        var spec = new JsonObject { ["$schema"] = Schema, ["description"] = figure.Description(context) };
        foreach (var (key, value) in figure.Draw(context).ToList())
        {
            spec[key] = value?.DeepClone();
        }

        spec["config"] = Config(context.Text);
        return spec;
    }

    /// <summary>Fonts, colours, locale: the same for every figure.</summary>
    public static JsonObject Config(ReportText text) => Json.Object($$"""
        {
          "background": {{Palette.Paper}},
          "font": {{Typeface.Family}},
          "padding": {"left": 4, "right": 4, "top": 4, "bottom": 4},
          "locale": {{text.VegaLocale()}},
          "title": {"anchor": "start", "frame": "bounds", "color": {{Palette.Ink}}, "fontSize": {{TitleSize}}, "fontWeight": 600, "lineHeight": 22, "offset": 16,
                    "subtitleColor": {{Palette.Muted}}, "subtitleFontSize": {{SubtitleSize}}, "subtitleLineHeight": 17, "subtitlePadding": 6},
          "view": {"stroke": null},
          "axis": {"labelColor": {{Palette.Muted}}, "labelFontSize": {{LabelSize}}, "labelFontWeight": 400, "titleColor": {{Palette.Muted}}, "titleFontSize": {{LabelSize}}, "titleFontWeight": 400,
                   "gridColor": {{Palette.Grid}}, "domainColor": {{Palette.Rule}}, "tickColor": {{Palette.Rule}}, "tickSize": 4, "labelPadding": 4},
          "axisX": {"grid": false},
          "axisY": {"domain": false, "ticks": false},
          "legend": {"labelColor": {{Palette.Ink}}, "labelFontSize": {{LabelSize}}, "titleColor": {{Palette.Muted}}, "titleFontSize": {{LabelSize}}, "titleFontWeight": 400, "symbolStrokeWidth": 0},
          "text": {"color": {{Palette.Ink}}, "fontSize": {{LabelSize}}},
          "header": {"labelColor": {{Palette.Ink}}, "labelFontSize": 13, "labelFontWeight": 600, "title": null}
        }
        """);
}
