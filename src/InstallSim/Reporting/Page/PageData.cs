using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using InstallSim.Charts;

namespace InstallSim.Reporting.Page;

/// <summary>
/// What the page's script works with: specifications of the figures in each language and width, their words for each choice, and the
/// numbers that a choice brings in. Compressed, because a country's territories are many.
/// </summary>
internal static class PageData
{
    /// <summary>The data as gzip in base 64: letters that cannot end a script element.</summary>
    public static string Encode(ResultIndex results, ReportText opening)
    {
        byte[] text = Encoding.UTF8.GetBytes(Write(results, opening).ToJsonString(Json.Compact));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(text);
        }

        return Convert.ToBase64String(packed.ToArray());
    }

    /// <summary>The data before compression.</summary>
    public static JsonObject Write(ResultIndex results, ReportText opening)
    {
        var pool = new DatasetPool();
        var figures = FigureCatalog.For(results).AsParallel().AsOrdered().Select(f => Figure(results, f)).ToList();
        foreach (var specification in figures.SelectMany(f => f["specifications"]!.AsObject()))
        {
            pool.Share(specification.Value!.AsObject());
        }

        return new JsonObject
        {
            ["language"] = opening.Language,
            ["dark"] = new JsonObject(Palette.Dark.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))),
            ["config"] = new JsonObject(ReportText.All.Select(t => KeyValuePair.Create(t.Language, (JsonNode?)FigureSpecification.Config(t)))),
            ["scenarios"] = Json.Array(results.Manifest.Scenarios.Select(s => (JsonNode)Scenario(results, s))),
            ["scenario"] = results.Best.Name,
            ["territory"] = results.Results.Places.Count > 0 ? new FigureContext(results, opening).Territory.Code : null,
            ["baseline"] = results.Reference.Name,
            ["years"] = Json.Array(results.Years.Select(y => (JsonNode)y)),
            ["indicators"] = Json.Array(results.Indicators.Select(i => (JsonNode)Json.Object($$"""
                {"name": {{i.Name}}, "en": {{i.English}}, "fr": {{i.French}}, "scale": {{i.Scale()}} }
                """))),
            ["indicator"] = results.Main.Name,
            ["spreads"] = Spreads(results),
            ["territories"] = TerritoryData.Write(results),
            ["comparisons"] = Comparisons(results),
            ["figures"] = Json.Array(figures),
            ["pool"] = pool.ToJson(),
        };
    }

    private static JsonObject Scenario(ResultIndex results, Results.ScenarioInfo scenario) => Json.Object($$"""
        {"name": {{scenario.Name}}, "title": {"en": {{scenario.ShownTitle(ReportText.English)}}, "fr": {{scenario.ShownTitle(ReportText.French)}} }, "colour": {{new FigureContext(results, ReportText.English).Colour(scenario.Name)}} }
        """);

    private static JsonObject Figure(ResultIndex results, IFigure figure)
    {
        var specifications = new JsonObject();
        foreach (var text in ReportText.All)
        {
            foreach (int width in new[] { FigureContext.Narrow, FigureContext.Wide })
            {
                var spec = FigureSpecification.Bare(figure, new FigureContext(results, text, width) { IsForPage = true });
                spec.Remove("config");
                specifications[$"{text.Language}-{width}"] = spec;
            }
        }

        return new JsonObject
        {
            ["id"] = figure.Id,
            ["choice"] = figure.Choice.ToString(),
            ["specifications"] = specifications,
            ["words"] = Words(results, figure),
        };
    }

    /// <summary>Title, subtitle and description by language and, where the reader can choose, by what is chosen.</summary>
    private static JsonObject Words(ResultIndex results, IFigure figure)
    {
        var words = new JsonObject();
        foreach (var text in ReportText.All)
        {
            var context = new FigureContext(results, text);
            var choices = figure.Choice switch
            {
                FigureChoice.None => [("", context)],
                FigureChoice.Indicator => results.Indicators.Select(i => (i.Name, context with { Indicator = i })),
                _ => results.Manifest.Scenarios.Select(s => (s.Name, context with { Scenario = s })),
            };
            words[text.Language] = new JsonObject(choices.Select(c => KeyValuePair.Create(c.Item1, (JsonNode?)Json.Array(
                $"[{figure.Title(c.Item2)}, {figure.Subtitle(c.Item2)}, {figure.Description(c.Item2)}]"))));
        }

        return words;
    }

    private static JsonObject Spreads(ResultIndex results) => new(results.Indicators.Select(i => KeyValuePair.Create(i.Name, (JsonNode?)new JsonObject(
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
