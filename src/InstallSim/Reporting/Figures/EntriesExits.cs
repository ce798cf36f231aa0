using System.Text.Json.Nodes;
using InstallSim.Charts;

namespace InstallSim.Reporting.Figures;

/// <summary>Entries and exits by kind of territory: bars up and down, the balance as a line.</summary>
public sealed class EntriesExits : IFigure
{
    private static readonly string[] Areas = ["rural", "periurban", "urban"];

    /// <inheritdoc/>
    public string Id => "entries-exits";

    /// <inheritdoc/>
    public string Shows => "Entries and exits of GPs by year and kind of territory, with their balance; the reader chooses the policy.";

    /// <inheritdoc/>
    public FigureChoice Choice => FigureChoice.Scenario;

    /// <inheritdoc/>
    public bool Applies(ResultIndex results) =>
        results.Years.Count > 1 && Areas.All(a => results.Indicators.Any(i => i.Name == "stock-" + a) && results.Indicators.Any(i => i.Name == "installations-" + a));

    /// <inheritdoc/>
    public string Title(FigureContext context)
    {
        bool alone = context.Scenario.Name == context.Results.Reference.Name;
        var parts = Areas.Select(a => $"{Label(context, a).ToLowerFirst()}\u00a0{Balance(context, context.Scenario.Name, a)}{(alone ? "" : $" ({Balance(context, context.Results.Reference.Name, a)})")}").ToList();
        string with = context.Results.Policies.Count == 0 ? ""
            : alone ? context.Say(" without new policy", " sans nouvelle mesure")
            : context.Say($" with {context.Quoted(context.Scenario)} (without)", $" avec {context.Quoted(context.Scenario)} (sans)");
        return context.Say($"Entries less exits of GPs, {context.FirstYear}–{context.LastYear}{with}: {string.Join(", ", parts)}",
            $"Entrées moins sorties de généralistes, {context.FirstYear}–{context.LastYear}{with}\u00a0: {string.Join(", ", parts)}");
    }

    /// <inheritdoc/>
    public string Subtitle(FigureContext context) => context.Say(
        $"GPs a year, mean of {context.Replications}. Up: new installations; down: exits, which are retirements, departures and moves away less moves in (installations less the change in stock); line: balance. Each panel has its own scale",
        $"Médecins généralistes par an, moyenne de {context.Replications}. Vers le haut\u00a0: installations\u00a0; vers le bas\u00a0: sorties, soit retraites, cessations et départs nets des arrivées par changement de lieu (installations moins variation du stock)\u00a0; trait\u00a0: solde. Chaque panneau a son échelle");

    /// <inheritdoc/>
    public string Description(FigureContext context) => context.Say("Bars by year. Over all years: ", "Barres par année. Sur toutes les années\u00a0: ") + string.Join("; ", Areas.Select(a =>
    {
        var flows = Flows(context.Results, context.Scenario.Name, a).ToList();
        return $"{Label(context, a)} +{context.Text.Number(flows.Sum(f => f.Entries), 0)} \u2212{context.Text.Number(flows.Sum(f => f.Exits), 0)}";
    })) + ".";

    /// <inheritdoc/>
    public JsonObject Draw(FigureContext context)
    {
        int columns = context.IsNarrow ? 1 : Areas.Length;
        const double AxisRoom = 36, Gap = 12;
        double width = ((context.Width - 12 - (Gap * (columns - 1))) / columns) - AxisRoom;
        var rows = context.Results.Manifest.Scenarios.SelectMany(s => Areas.SelectMany(a => Flows(context.Results, s.Name, a).Select(f => Json.Object($$"""
            {"scenario": {{s.Name}}, "area": {{a}}, "year": {{f.Year}}, "entries": {{f.Entries}}, "exits": {{-f.Exits}}, "balance": {{f.Entries - f.Exits}} }
            """))));
        return Json.Object($$"""
            {"params": [{"name": "scenario", "value": {{context.Scenario.Name}} }],
             "datasets": {"entries": {{rows}} },
             "resolve": {"scale": {"y": "independent"} },
             "columns": {{columns}}, "spacing": {"row": 56, "column": {{Gap + AxisRoom}} }, "bounds": "flush",
             "concat": {{Areas.Select(a => Panel(context, a, width))}} }
            """);
    }

    private static double Height(FigureContext context) => context.IsNarrow ? 130 : 210;

    private static JsonObject Panel(FigureContext context, string area, double width)
    {
        double bar = Math.Max(2, (width / context.Results.Years.Count) - 1.5);
        var tooltip = Json.Array($$"""
            [{"field": "year", "title": {{context.Say("Year", "Année")}}, "format": "d"}, {"field": "entries", "title": {{context.Say("Entries", "Entrées")}}, "format": ",.1f"},
             {"field": "exits", "title": {{context.Say("Exits", "Sorties")}}, "format": ",.1f"}, {"field": "balance", "title": {{context.Say("Balance", "Solde")}}, "format": "+,.1f"}]
            """);
        JsonObject Y(string field) => Json.Object($$"""{"field": {{field}}, "type": "quantitative", "axis": {"title": null, "tickCount": 5, "format": ",~r"} }""");
        JsonObject[] names = area != Areas[0] ? [] :
        [
            Json.Object($$"""{"name": {{context.Say("installations", "installations")}}, "top": true}"""),
            Json.Object($$"""{"name": {{context.Say("exits", "sorties")}}, "top": false}"""),
        ];
        double[] ticks = context.LastYear - context.FirstYear > 5 ? [context.FirstYear + 1, (context.FirstYear + context.LastYear) / 2, context.LastYear] : [context.FirstYear + 1, context.LastYear];
        return Json.Object($$"""
            {"title": {"text": {{Label(context, area)}}, "frame": "group", "fontSize": 13, "offset": 8}, "width": {{width}}, "height": {{Height(context)}},
             "data": {"name": "entries"}, "transform": [{"filter": {{$"datum.scenario === scenario && datum.area === '{area}'"}} }],
             "encoding": {"x": {"field": "year", "type": "quantitative", "scale": {"domain": {{new[] { context.FirstYear + 0.4, context.LastYear + 0.6 }}}, "nice": false},
                                "axis": {"title": null, "format": "d", "values": {{ticks.Distinct()}}, "domain": false, "ticks": false} }, "tooltip": {{tooltip}} },
             "layer": [
               {"mark": {"type": "bar", "color": {{Palette.Good}}, "width": {{bar}}, "opacity": 0.75}, "encoding": {"y": {{Y("entries")}} } },
               {"mark": {"type": "bar", "color": {{Palette.Bad}}, "width": {{bar}}, "opacity": 0.75}, "encoding": {"y": {{Y("exits")}} } },
               {"mark": {"type": "line", "color": {{Palette.Ink}}, "strokeWidth": 2}, "encoding": {"y": {{Y("balance")}} } },
               {"mark": {"type": "rule", "color": {{Palette.Ink}}, "strokeWidth": 0.8}, "encoding": {"y": {"datum": 0, "type": "quantitative"}, "x": {"value": 0}, "x2": {"value": "width"}, "tooltip": null} },
               {"data": {"values": {{names}} }, "layer": {{OldHalo.WithHalo(Json.Object($$"""
                   {"mark": {"type": "text", "align": "left", "fontWeight": 600, "x": 6}, "encoding": {"x": {"value": 6}, "y": {"value": {"expr": {{string.Create(System.Globalization.CultureInfo.InvariantCulture, $"datum.top ? 8 : {Height(context) - 8}")}} } }, "text": {"field": "name"}, "tooltip": null,
                    "color": {"condition": {"test": "datum.top", "value": {{Palette.Good}} }, "value": {{Palette.Bad}} } } }
                   """))}} } ]}
            """);
    }

    /// <summary>What the stock gains over all years, with its sign.</summary>
    private static string Balance(FigureContext context, string scenario, string area)
    {
        double sum = Flows(context.Results, scenario, area).Sum(f => f.Entries - f.Exits);
        return context.Text.WithSign(sum, Math.Abs(sum) < 9.95 ? 1 : 0);
    }

    private static IEnumerable<(int Year, double Entries, double Exits)> Flows(ResultIndex results, string scenario, string area) => results.Years.Skip(1).Select(year =>
    {
        double entries = results.Spread(scenario, "installations-" + area, year).Mean;
        double change = results.Spread(scenario, "stock-" + area, year).Mean - results.Spread(scenario, "stock-" + area, year - 1).Mean;
        return (year, entries, entries - change);
    });

    private static string Label(FigureContext context, string area) => area switch
    {
        "rural" => context.Say("Rural", "Rural"),
        "periurban" => context.Say("Periurban", "Périurbain"),
        _ => context.Say("Urban", "Urbain"),
    };
}
