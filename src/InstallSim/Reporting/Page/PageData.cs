using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.Charts.VegaLite;
using InstallSim.Outputs;
using InstallSim.Reporting.Maps;

namespace InstallSim.Reporting.Page;

/// <summary>
/// What the page's script works with: specifications of the figures in each language and width, their words for each choice, and the
/// numbers that a choice brings in. Compressed, because a country's territories are many.
/// </summary>
internal static class PageData
{
    /// <summary>Bytes that are compressed at a time: each time costs some in the page.</summary>
    private const int EnoughBytes = 1 << 20;

    /// <summary>The data as gzip in base 64: letters that cannot end a script element.</summary>
    public static string Encode(ResultIndex results, ReportText opening)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            Write(results, opening, gzip);
        }

        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }

    /// <summary>Writes the data before compression; what does not wait for the figures comes first, while they are drawn.</summary>
    public static void Write(ResultIndex results, ReportText opening, Stream stream)
    {
        var figures = new PageFigures();
        var drawn = Task.Run(() => figures.Write(results));
        using var writer = new Utf8JsonWriter(stream, Json.Writer);
        writer.WriteStartObject();
        foreach ((string name, JsonNode? value) in Choices(results, opening))
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value, Json.Compact);
        }

        writer.WritePropertyName("territories");
        TerritoryData.Write(results, writer);
        writer.Flush();
        writer.WritePropertyName("figures");
        drawn.GetAwaiter().GetResult().WriteTo(writer, Json.Compact);
        WritePool("specifications", figures.Specifications);
        WritePool("rows", figures.Rows);
        writer.WriteEndObject();

        void WritePool(string name, IEnumerable<string> texts)
        {
            writer.WriteStartArray(name);
            foreach (string text in texts)
            {
                writer.WriteRawValue(text, skipInputValidation: true);
                if (writer.BytesPending > EnoughBytes)
                {
                    writer.Flush();
                }
            }

            writer.WriteEndArray();
        }
    }

    /// <summary>What a reader may choose, and what the choice brings in.</summary>
    private static JsonObject Choices(ResultIndex results, ReportText opening)
    {
        ReportText english = ReportText.English.Calling(results.Manifest.Specialty);
        ReportText french = ReportText.French.Calling(results.Manifest.Specialty);
        return new JsonObject
        {
            ["language"] = opening.Language,
            ["dark"] = new JsonObject(Palette.Dark.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))),
            ["config"] = VegaLitePen.Configuration(),
            ["scenarios"] = Json.Array(results.Manifest.Scenarios.Select(s => (JsonNode)Scenario(results, s))),
            ["scenario"] = results.Best.Name,
            ["territory"] = results.Results.Places.Count > 0 ? new FigureContext(results, opening).Territory.Code : null,
            ["baseline"] = results.Reference.Name,
            ["years"] = Json.Array(results.Years.Select(y => (JsonNode)y)),
            ["indicators"] = Json.Array(results.Indicators.Select(i => (JsonNode)Json.Object($$"""
                {"name": {{i.Name}}, "en": {{english.Label(i)}}, "fr": {{french.Label(i)}}, "scale": {{i.Scale()}} }
                """))),
            ["indicator"] = results.Main.Name,
            ["spreads"] = Spreads(results),
            ["maps"] = Maps(results),
            ["comparisons"] = Comparisons(results),
        };
    }

    /// <summary>What the script needs to paint maps and to write what it says of territories.</summary>
    private static JsonObject Maps(ResultIndex results) => Json.Object($$"""
        {"levels": {{results.LevelBreaks}}, "changes": {{results.ChangeBreaks}},
         "levelColours": {{Palette.Level}}, "changeColours": {{Palette.Change}}, "needColours": {{Palette.Bivariate}}, "faint": {{Palette.Faint}}, "baseline": {{Palette.Baseline}},
         "words": {{new JsonObject(ReportText.All.Select(text =>
             KeyValuePair.Create(text.Language, (JsonNode?)Words(new FigureContext(results, text)))))}} }
        """);

    private static JsonObject Words(FigureContext context) => Json.Object($$"""
        {"map": {{MapFill.Words(context)}}, "history": {{TerritoryHistory.Words(context)}}, "colon": {{context.Say(": ", "\u00a0: ")}},
         "indicators": {{new JsonObject(TerritoryHistory.Kept.Select(k => KeyValuePair.Create(k.Name, (JsonNode?)Json.Array(
             $"[{TerritoryHistory.Label(context, k.Name)}, {k.Decimals}]"))))}} }
        """);

    private static JsonObject Scenario(ResultIndex results, Results.ScenarioInfo scenario) => Json.Object($$"""
        {"name": {{scenario.Name}},
         "title": {"en": {{scenario.ShownTitle(ReportText.English)}}, "fr": {{scenario.ShownTitle(ReportText.French)}} },
         "colour": {{new FigureContext(results, ReportText.English).Colour(scenario.Name)}} }
        """);

    private static JsonObject Spreads(ResultIndex results) =>
        new(results.Indicators.Select(i => KeyValuePair.Create(i.Name, (JsonNode?)new JsonObject(
            results.Manifest.Scenarios.Select(s =>
            {
                var years = results.Years.Select(y => results.Spread(s.Name, i.Name, y)).ToList();
                double scale = i.Scale();
                return KeyValuePair.Create(s.Name, (JsonNode?)Json.Array(
                    $"[{years.Select(y => y.Mean * scale)}, {years.Select(y => y.Lower * scale)}, {years.Select(y => y.Upper * scale)}]"));
            })))));

    private static JsonArray Comparisons(ResultIndex results) => Json.Array(results.Results.Comparisons
        .Where(c => c.Year == results.Manifest.LastYear)
        .Select(c => (JsonNode)Json.Array(
            $"[{c.Scenario}, {c.Indicator}, {c.Difference}, {c.StandardError}, {c.Lower}, {c.Upper}, {c.Replications}]")));
}
