using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.Results;

namespace InstallSim.Reporting.Figures;

/// <summary>The age pyramid of the stock over time: bars without new policy, a tick for the chosen policy.</summary>
public sealed class Ages : IFigure
{
    private static readonly string[] Bands = ["age-65-plus", "age-55-64", "age-45-54", "age-35-44", "age-under-35"];

    /// <inheritdoc/>
    public string Id => "ages";

    /// <inheritdoc/>
    public string Shows => "GPs by age at the start, midway and at the last year, with and without a policy; the reader chooses the policy.";

    /// <inheritdoc/>
    public FigureChoice Choice => FigureChoice.Scenario;

    /// <inheritdoc/>
    public bool Applies(ResultIndex results) => Bands.All(b => results.Indicators.Any(i => i.Name == b));

    /// <inheritdoc/>
    public string Title(FigureContext context)
    {
        string then = context.Text.Percent(Older(context, context.FirstYear)), now = context.Text.Percent(Older(context, context.LastYear));
        string without = context.Results.Policies.Count == 0 ? "" : context.Say(" without new policy", " sans nouvelle mesure");
        return context.FirstYear == context.LastYear
            ? context.Say($"{then} of GPs are 55 or older in {context.FirstYear}", $"{then} des généralistes ont 55 ans ou plus en {context.FirstYear}")
            : context.Say($"GPs aged 55 or over: {then} of the stock in {context.FirstYear}, {now} in {context.LastYear}{without}",
                $"Les 55 ans ou plus\u00a0: {then} des généralistes en {context.FirstYear}, {now} en {context.LastYear}{without}");
    }

    /// <inheritdoc/>
    public string Subtitle(FigureContext context)
    {
        string tick = context.Results.Policies.Count == 0 ? "" : context.Say($" Grey bars: no new policy; coloured line: {context.Quoted(context.Scenario)}.", $" Barres grises\u00a0: sans nouvelle mesure\u00a0; trait de couleur\u00a0: {context.Quoted(context.Scenario)}.");
        return context.Say($"GPs in practice by age, mean of {context.Replications}.{tick}", $"Médecins généralistes installés par âge, moyenne de {context.Replications}.{tick}");
    }

    /// <inheritdoc/>
    public string Description(FigureContext context) => string.Join(". ", Shown(context).Select(y => $"{y}{context.Say(": ", "\u00a0: ")}" + string.Join(", ",
        Bands.Select(b => $"{Label(context, b)} {context.Text.Number(context.Results.Spread(context.Results.Reference.Name, b, y).Mean, 0)}")))) + ".";

    /// <inheritdoc/>
    public JsonObject Draw(FigureContext context)
    {
        var years = Shown(context).ToList();
        int columns = context.IsNarrow ? 1 : years.Count;
        const double Room = 66, Gap = 22;
        double width = (context.Width - Room - 12 - (Gap * (columns - 1))) / columns;
        double most = context.Results.Manifest.Scenarios.SelectMany(s => years.SelectMany(y => Bands.Select(b => context.Results.Spread(s.Name, b, y).Mean))).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        var rows = context.Results.Policies.DefaultIfEmpty(context.Results.Reference).SelectMany(s => years.SelectMany(y => Bands.Select(b => Row(context, s, y, b))));
        return Json.Object($$"""
            {"params": [{"name": "scenario", "value": {{context.Scenario.Name}} }, {"name": "colour", "value": {{context.Colour(context.Scenario.Name)}} }],
             "datasets": {"ages": {{rows}} },
             "columns": {{columns}}, "spacing": {"row": 50, "column": {{Gap}} }, "bounds": "flush",
             "concat": {{years.Select((y, i) => Panel(context, y, width, most, labelled: i % columns == 0))}} }
            """);
    }

    private static JsonObject Panel(FigureContext context, int year, double width, double most, bool labelled)
    {
        JsonNode? axis = labelled ? Json.Object($$"""{"title": null, "domain": false, "ticks": false, "labelColor": {{Palette.Ink}}, "labelPadding": 6}""") : null;
        var tooltip = Json.Array($$"""
            [{"field": "band", "title": {{context.Say("Age", "Âge")}} }, {"field": "baseline", "title": {{context.BaselineLabel}}, "format": ",.0f"}, {"field": "value", "title": {{context.Say("With the policy", "Avec la mesure")}}, "format": ",.0f"}]
            """);
        var layers = new List<JsonObject>
        {
            Json.Object($$"""
                {"mark": {"type": "bar", "color": {{Palette.Rule}}, "height": {"band": 0.78} },
                 "encoding": {"x": {"field": "baseline", "type": "quantitative", "scale": {"domain": {{new[] { 0, most * 1.12 } }}, "nice": false}, "axis": null}, "tooltip": {{tooltip}} } }
                """),
            Json.Object($$"""
                {"mark": {"type": "text", "align": "left", "dx": 7}, "encoding": {"x": {"field": "end", "type": "quantitative"}, "text": {"field": "baseline", "type": "quantitative", "format": ",.0f"} } }
                """),
        };
        if (context.Results.Policies.Count > 0)
        {
            layers.Insert(1, Json.Object($$"""{"mark": {"type": "tick", "thickness": 3.5, "height": {"band": 0.95}, "opacity": 1, "color": {"expr": "colour"} }, "encoding": {"x": {"field": "value", "type": "quantitative"}, "tooltip": {{tooltip}} } }"""));
        }

        return Json.Object($$"""
            {"title": {"text": {{$"{year}"}}, "frame": "group", "fontSize": 14, "offset": 6}, "width": {{width}}, "height": 165, "data": {"name": "ages"},
             "transform": [{"filter": {{$"datum.scenario === scenario && datum.year === {year}"}} }],
             "encoding": {"y": {"field": "band", "type": "ordinal", "sort": {{Bands.Select(b => Label(context, b))}}, "axis": {{axis}} } },
             "layer": {{layers}} }
            """);
    }

    private static JsonObject Row(FigureContext context, ScenarioInfo scenario, int year, string band) => Json.Object($$"""
        {"scenario": {{scenario.Name}}, "year": {{year}}, "band": {{Label(context, band)}}, "baseline": {{context.Results.Spread(context.Results.Reference.Name, band, year).Mean}}, "value": {{context.Results.Spread(scenario.Name, band, year).Mean}},
         "end": {{Math.Max(context.Results.Spread(context.Results.Reference.Name, band, year).Mean, context.Results.Spread(scenario.Name, band, year).Mean)}} }
        """);

    private static double Older(FigureContext context, int year)
    {
        double Mean(string band) => context.Results.Spread(context.Results.Reference.Name, band, year).Mean;
        return Bands.Take(2).Sum(Mean) / Bands.Sum(Mean);
    }

    private static IEnumerable<int> Shown(FigureContext context) => new[] { context.FirstYear, (context.FirstYear + context.LastYear) / 2, context.LastYear }.Distinct();

    private static string Label(FigureContext context, string band) => band switch
    {
        "age-under-35" => context.Say("under 35", "< 35 ans"),
        "age-35-44" => "35–44",
        "age-45-54" => "45–54",
        "age-55-64" => "55–64",
        _ => context.Say("65 or over", "65 ans et +"),
    };
}
