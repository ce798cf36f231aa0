using System.Text.Json.Nodes;
using InstallSim.Charts.VegaLite;
using InstallSim.Outputs;

namespace InstallSim.Reporting.Page;

/// <summary>
/// The charts of all that a reader may choose, for the page's script: specifications without rows, and rows, each held once however many
/// languages, widths and choices share it.
/// </summary>
internal sealed class PageFigures
{
    private readonly Pool _specifications = new(), _rows = new();

    /// <summary>The figures; call before the pools are written.</summary>
    public JsonArray Write(ResultIndex results)
    {
        var drawn = FigureCatalog.For(new FigureContext(results, ReportText.English)).AsParallel().AsOrdered()
            .Select(f => (Figure: f, Forms: Forms(results, f).ToList())).ToList();
        return Json.Array(drawn.Select(d => (JsonNode)Figure(results, d.Figure, d.Forms)));
    }

    /// <summary>Specifications in the order of their number.</summary>
    public JsonArray Specifications => _specifications.ToJson();

    /// <summary>Rows in the order of their number.</summary>
    public JsonArray Rows => _rows.ToJson();

    private JsonObject Figure(ResultIndex results, IResultFigure figure, List<Form> forms)
    {
        var all = new JsonObject();
        foreach (var form in forms)
        {
            var choices = all[form.Name]?.AsObject() ?? [];
            choices[form.Choice] = Numbers(form.Specification);
            all[form.Name] = choices;
        }

        return Json.Object($$"""
            {"id": {{figure.Id}}, "choice": {{figure.Choice.ToString()}}, "circles": {{forms.Any(f => f.Name.EndsWith("circles", StringComparison.Ordinal))}},
             "forms": {{all}}, "words": {{Words(results, figure)}} }
            """);
    }

    /// <summary>The number of a specification and of each of its rows.</summary>
    private JsonArray Numbers(JsonObject specification)
    {
        var datasets = specification["datasets"]!.AsObject();
        specification.Remove("datasets");
        var rows = new JsonObject(datasets.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)_rows.NumberOf(d.Value!))));
        return [_specifications.NumberOf(specification), rows];
    }

    private static IEnumerable<Form> Forms(ResultIndex results, IResultFigure figure)
    {
        bool[] circles = figure.HasMap && results.Geometry.Contours.Count > 0 ? [false, true] : [false];
        return
            from text in ReportText.All
            from width in (int[])[FigureContext.Narrow, FigureContext.Wide]
            from circle in circles
            let form = new FigureContext(results, text, width) { IsForPage = true, HasCircles = circle }
            from choice in Choices(figure.Choice == FigureChoice.ScenarioYearTerritory ? FigureChoice.None : figure.Choice, form)
            select new Form($"{text.Language}-{width}{(circle ? "-circles" : "")}", choice.Name,
                VegaLitePen.Bare(figure.Draw(choice.Context)));
    }

    /// <summary>Title, subtitle and description by language and by what is chosen.</summary>
    private static JsonObject Words(ResultIndex results, IResultFigure figure) => new(ReportText.All.Select(text => KeyValuePair.Create(
        text.Language,
        (JsonNode?)new JsonObject(Choices(figure.Choice, new FigureContext(results, text)).Select(c => figure.Draw(c.Context) is var chart
            ? KeyValuePair.Create(c.Name, (JsonNode?)Json.Array($"[{chart.Title}, {chart.Subtitle}, {chart.Description}]")) : default)))));

    private static IEnumerable<(string Name, FigureContext Context)> Choices(FigureChoice choice, FigureContext context) => choice switch
    {
        FigureChoice.None => [("", context)],
        FigureChoice.Indicator => context.Results.Indicators.Select(i => (i.Name, context with { Indicator = i })),
        _ => context.Results.Manifest.Scenarios.Select(s => (s.Name, context with { Scenario = s })),
    };

    private sealed record Form(string Name, string Choice, JsonObject Specification);

    /// <summary>Texts of JSON, each once.</summary>
    private sealed class Pool
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

        public int NumberOf(JsonNode node)
        {
            string text = node.ToJsonString(Json.Compact);
            if (!_numbers.TryGetValue(text, out int number))
            {
                number = _numbers.Count;
                _numbers.Add(text, number);
            }

            return number;
        }

        public JsonArray ToJson() => Json.Array(_numbers.OrderBy(p => p.Value).Select(p => JsonNode.Parse(p.Key)));
    }
}
