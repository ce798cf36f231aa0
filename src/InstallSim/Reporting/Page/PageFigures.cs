using System.Text.Json.Nodes;
using InstallSim.Charts;
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

    /// <summary>The figures, with the numbers of what the pools hold afterwards.</summary>
    public JsonArray Write(ResultIndex results)
    {
        var shown = FigureCatalog.For(new FigureContext(results, ReportText.English));
        return Json.Array(shown.Select(f => (JsonNode)Figure(results, f, [.. Forms(results, f)])));
    }

    /// <summary>Specifications in the order of their number.</summary>
    public IEnumerable<string> Specifications => _specifications.Texts;

    /// <summary>Rows in the order of their number.</summary>
    public IEnumerable<string> Rows => _rows.Texts;

    private JsonObject Figure(ResultIndex results, IResultFigure figure, List<Form> forms)
    {
        var all = new JsonObject();
        foreach (var form in forms)
        {
            var choices = all[form.Name]?.AsObject() ?? [];
            choices[form.Choice] = Numbers(form);
            all[form.Name] = choices;
        }

        return Json.Object($$"""
            {"id": {{figure.Id}}, "choice": {{figure.Choice.ToString()}},
             "circles": {{forms.Any(f => f.Name.EndsWith("circles", StringComparison.Ordinal))}}, "forms": {{all}}, "words": {{Words(results, figure, forms)}} }
            """);
    }

    /// <summary>The number of a specification and of each of its rows.</summary>
    private JsonArray Numbers(Form form) =>
    [
        _specifications.NumberOf(form.Specification),
        new JsonObject(form.Rows.Select(r => KeyValuePair.Create(r.Key, (JsonNode?)_rows.NumberOf(r.Value)))),
    ];

    private static ParallelQuery<Form> Forms(ResultIndex results, IResultFigure figure)
    {
        bool[] circles = figure.HasMap && results.Geometry.Contours.Count > 0 ? [false, true] : [false];
        var all =
            from text in ReportText.All
            from width in (int[])[FigureContext.Narrow, FigureContext.Wide]
            from circle in circles
            let form = new FigureContext(results, text, width) { IsForPage = true, HasCircles = circle }
            from choice in Choices(IsOneForAll(figure) ? FigureChoice.None : figure.Choice, form)
            select (Name: $"{text.Language}-{width}{(circle ? "-circles" : "")}", Choice: choice.Name, choice.Context);
        return all.AsParallel().AsOrdered().Select(f =>
        {
            var chart = figure.Draw(f.Context);
            var (specification, rows) = VegaLitePen.Bare(chart);
            return new Form(f.Name, f.Choice, chart, specification.ToJsonString(Json.Compact), rows);
        });
    }

    /// <summary>
    /// Title, subtitle and description by language and by what is chosen: those of the wide charts, drawn for it where one serves all.
    /// </summary>
    private static JsonObject Words(ResultIndex results, IResultFigure figure, List<Form> forms) =>
        new(ReportText.All.Select(text => KeyValuePair.Create(text.Language, (JsonNode?)new JsonObject(
            (IsOneForAll(figure)
                ? Choices(figure.Choice, new FigureContext(results, text)).Select(c => (c.Name, Chart: figure.Draw(c.Context)))
                : forms.Where(f => f.Name == $"{text.Language}-{FigureContext.Wide}").Select(f => (Name: f.Choice, f.Chart)))
            .Select(c => KeyValuePair.Create(
                c.Name, (JsonNode?)Json.Array($"[{c.Chart.Title}, {c.Chart.Subtitle}, {c.Chart.Description}]")))))));

    /// <summary>Whether the script makes all that a choice changes.</summary>
    private static bool IsOneForAll(IResultFigure figure) => figure.HasMap;

    private static IEnumerable<(string Name, FigureContext Context)> Choices(FigureChoice choice, FigureContext context) => choice switch
    {
        FigureChoice.None => [("", context)],
        FigureChoice.Indicator => context.Results.Indicators.Select(i => (i.Name, context with { Indicator = i })),
        _ => context.Results.Manifest.Scenarios.Select(s => (s.Name, context with { Scenario = s })),
    };

    private sealed record Form(
        string Name, string Choice, Chart Chart, string Specification, IReadOnlyDictionary<string, string> Rows);

    /// <summary>Texts of JSON, each once.</summary>
    private sealed class Pool
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

        public int NumberOf(string text)
        {
            if (!_numbers.TryGetValue(text, out int number))
            {
                number = _numbers.Count;
                _numbers.Add(text, number);
            }

            return number;
        }

        public IEnumerable<string> Texts => _numbers.OrderBy(p => p.Value).Select(p => p.Key);
    }
}
