using System.Text.Json;
using System.Text.Json.Nodes;
using InstallSim.Outputs;

namespace InstallSim.Charts.VegaLite;

/// <summary>Writes a chart as a Vega-Lite specification: what the page draws, and what Vega's own tools read.</summary>
internal static class VegaLitePen
{
    public const string Schema = "https://vega.github.io/schema/vega-lite/v6.json";

    /// <summary>Writes the specification as a file holds it: title, text alternative, configuration; of the data a row a line.</summary>
    public static void Write(Chart chart, Stream stream)
    {
        var layout = ChartLayout.Of(chart);
        var (spec, rows) = Bare(chart, layout);
        spec["title"] = Json.Object($$"""{"text": {{layout.Title}}, "subtitle": {{(string[])[.. layout.Subtitle, .. layout.Note]}} }""");
        spec["config"] = Configuration();
        using (var writer = new Utf8JsonWriter(stream, Json.Writer with { Indented = true }))
        {
            writer.WriteStartObject();
            foreach ((string name, JsonNode? value) in spec)
            {
                writer.WritePropertyName(name);
                value!.WriteTo(writer, Json.Indented);
            }

            writer.WriteStartObject("datasets");
            foreach ((string name, string values) in rows)
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(values, skipInputValidation: true);
                writer.Flush(); // those of a map are megabytes
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>The same without title and configuration, which a page has once for all; its rows apart, by their names.</summary>
    public static (JsonObject Specification, IReadOnlyDictionary<string, string> Rows) Bare(Chart chart) =>
        Bare(chart, ChartLayout.Of(chart, hasTitle: false));

    private static (JsonObject Specification, IReadOnlyDictionary<string, string> Rows) Bare(Chart chart, ChartLayout layout)
    {
        var content = new SpecificationContent();
        JsonText? key = layout.Key is { } placed ? PanelSpecification.Write(FromInside(placed, layout), "key", content) : null;
        var panels = layout.Panels.Select((p, i) => PanelSpecification.Write(p, $"panel{i + 1}", content)).ToList();
        var spec = Json.Object($$"""
            {"$schema": {{Schema}}, "description": {{chart.Description}}, {{Together(chart, layout, key, panels)}} }
            """);
        if (chart.AllPanels.SelectMany(p => p.Marks).Any(m => m is Mark<Shape> or Mark<Dot> && m.Follows.Count > 0))
        {
            (content.Words["territory"], content.Words["territoryName"]) = (chart.Territory.Code, chart.Territory.Name);
        }

        spec["params"] = Json.Array(content.Words.Select(n => (JsonNode)Json.Object($$"""{"name": {{n.Key}}, "value": {{n.Value}} }""")));
        if (content.Follows.Count > 0 || chart.Note.Length > 0)
        {
            spec["usermeta"] = Json.Object($$"""{"follows": {{content.Follows}}, "note": {{chart.Note}} }""");
        }

        return (spec, content.Datasets);
    }

    /// <summary>
    /// A key above the panels as a view that begins where they do, for Vega puts the insides of views below one another; what stands on
    /// the left of that reaches out of the view.
    /// </summary>
    private static PlacedPanel FromInside(PlacedPanel key, ChartLayout layout)
    {
        if (layout.Chart.HasKeyBeside)
        {
            return key;
        }

        var (x, inside) = (key.Panel.X, key.Inside);
        double beyond = layout.Panels[0].Inside.X - inside.X, from = x.From + (beyond * (x.To - x.From) / inside.Width);
        return key with { Panel = key.Panel with { X = x with { From = from } }, Inside = inside with { Width = inside.Width - beyond } };
    }

    /// <summary>What a view holds: panels in their grid or beside a lead, with the key above or beside.</summary>
    private static JsonText Together(Chart chart, ChartLayout layout, JsonText? key, List<JsonText> panels)
    {
        var grid = panels.Count == 1 ? new JsonText(panels[0].Text.Trim()[1..^1])
            : chart.HasLead ? Json.Part($$"""
                "spacing": {{layout.ColumnSpacing}}, "bounds": "flush",
                "hconcat": [{{panels[0]}}, {"spacing": {{layout.RowSpacing}}, "bounds": "flush", "vconcat": {{panels.Skip(1)}} }]
                """)
            : Json.Part($$"""
                "columns": {{Math.Min(chart.Columns, panels.Count)}},
                "spacing": {"row": {{layout.RowSpacing}}, "column": {{layout.ColumnSpacing}} }, "bounds": "flush", "concat": {{panels}}
                """);
        return key is not { } own ? grid
            : chart.HasKeyBeside ? Json.Part($$""" "spacing": 22, "hconcat": [{ {{grid}} }, {{own}}]""")
            : Json.Part($$""" "spacing": 22, "vconcat": [{{own}}, { {{grid}} }]""");
    }

    /// <summary>Fonts and colours of what marks do not say themselves.</summary>
    public static JsonObject Configuration() => Json.Object($$"""
        {
          "background": {{Palette.Paper}}, "font": {{Typeface.Family}}, "padding": {{ChartLayout.Margin}},
          "title": {"anchor": "start", "frame": "bounds", "color": {{Palette.Ink}}, "fontSize": {{Lettering.TitleSize}}, "fontWeight": 600,
                    "lineHeight": {{Lettering.TitleLine}}, "offset": 14,
                    "subtitleColor": {{Palette.Muted}}, "subtitleFontSize": {{Lettering.SubtitleSize}}, "subtitleLineHeight": {{Lettering.SubtitleLine}}, "subtitlePadding": 4},
          "view": {"stroke": null},
          "axis": {"labelColor": {{Palette.Muted}}, "labelFontSize": {{Lettering.LabelSize}}, "labelFontWeight": 400,
                   "labelLineHeight": {{Lettering.LabelLine}}, "titleColor": {{Palette.Muted}}, "titleFontSize": {{Lettering.LabelSize}},
                   "titleFontWeight": 400, "gridColor": {{Palette.Grid}}, "domainColor": {{Palette.Rule}}, "tickColor": {{Palette.Rule}},
                   "tickSize": 4, "labelPadding": 4, "labelOverlap": false, "labelLimit": 600},
          "axisY": {"domain": false, "ticks": false, "labelPadding": 8},
          "text": {"lineHeight": {{Lettering.LabelLine}} }
        }
        """);
}
