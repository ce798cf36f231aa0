using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.Indicators;
using InstallSim.Results;

namespace InstallSim.Reporting.Figures;

/// <summary>Which settings matter: the outcome at the low and high end of each one's range, widest first.</summary>
public sealed class Tornado : IFigure
{
    private const int Most = 15;

    /// <inheritdoc/>
    public string Id => "tornado";

    /// <inheritdoc/>
    public string Shows => "The effect of a policy at the low and high end of each setting’s range; present when settings were varied (compare --sensitivity).";

    /// <inheritdoc/>
    public FigureChoice Choice => FigureChoice.Scenario;

    /// <inheritdoc/>
    public bool Applies(ResultIndex results) => results.Results.Sensitivities.Any(s => double.IsFinite(s.AtLow) && double.IsFinite(s.AtHigh));

    /// <inheritdoc/>
    public string Title(FigureContext context)
    {
        var rows = Rows(context, context.Scenario.Name);
        if (rows.Count == 0)
        {
            return context.Say($"No setting was varied for {context.Quoted(context.Scenario)}", $"Aucun réglage n’a varié pour {context.Quoted(context.Scenario)}");
        }

        var first = rows[0];
        var indicator = Indicator(first);
        string low = context.Text.Difference(indicator, Math.Min(first.AtLow, first.AtHigh)), high = context.Text.Difference(indicator, Math.Max(first.AtLow, first.AtHigh));
        int turning = rows.Count(r => Math.Sign(r.AtLow) != Math.Sign(r.Reference) || Math.Sign(r.AtHigh) != Math.Sign(r.Reference));
        string sign = turning == 0 ? context.Say($"; none of {rows.Count} varied turns its sign", $"\u00a0; aucun des {rows.Count} réglages n’en change le signe")
            : context.Say($"; {turning} of {rows.Count} varied can turn its sign", $"\u00a0; {turning} réglage{(turning > 1 ? "s" : "")} sur {rows.Count} peu{(turning > 1 ? "vent" : "t")} en changer le signe");
        return context.Say($"“{Short(first.Setting)}” matters most to {context.Quoted(context.Scenario)}: its range takes the effect from {low} to {high}{sign}",
            $"«\u00a0{Short(first.Setting)}\u00a0» compte le plus pour {context.Quoted(context.Scenario)}\u00a0: sa plage mène l’effet de {low} à {high}{sign}");
    }

    /// <inheritdoc/>
    public string Subtitle(FigureContext context)
    {
        string label = Rows(context, context.Scenario.Name) is [var first, ..] ? context.Text.Label(Indicator(first)) : context.Text.Label(context.Results.Main);
        return context.Say(
            $"{label}, difference from no new policy in {context.LastYear}, with one setting at the low (light) or high (dark) end of its range and all others unchanged; mean of {context.Replications}",
            $"{label}, écart à la situation sans nouvelle mesure en {context.LastYear}, un réglage étant au bas (clair) ou au haut (foncé) de sa plage, les autres inchangés\u00a0; moyenne de {context.Replications}");
    }

    /// <inheritdoc/>
    public string Description(FigureContext context) => context.Say("Bars, widest first: ", "Barres, de la plus large à la plus étroite\u00a0: ") + string.Join("; ",
        Rows(context, context.Scenario.Name).Select(r => $"{Short(r.Setting)} {context.Text.Difference(Indicator(r), r.AtLow)}, {context.Text.Difference(Indicator(r), r.AtHigh)}")) + ".";

    /// <inheritdoc/>
    public JsonObject Draw(FigureContext context)
    {
        var all = context.Results.Policies.DefaultIfEmpty(context.Results.Reference).SelectMany(p => Rows(context, p.Name).Take(Most).Select((r, rank) => (Row: r, Rank: rank))).ToList();
        double labels = context.IsNarrow ? 4
            : Math.Min(250, 12 + all.Select(a => Math.Max(Lettering.Width(Short(a.Row.Setting), 12), Lettering.Width(Range(context, a.Row), 12))).DefaultIfEmpty(0).Max());
        var rows = all.SelectMany(a => new[] { Bar(context, a.Row, a.Rank, "low", labels), Bar(context, a.Row, a.Rank, "high", labels) });
        var tooltip = Json.Array($$"""
            [{"field": "setting", "title": {{context.Say("Setting", "Réglage")}} }, {"field": "value", "title": {{context.Say("Value", "Valeur")}} }, {"field": "shown", "title": {{context.Say("Effect", "Effet")}} }]
            """);
        double band = context.IsNarrow ? 0.36 : 0.6;
        var text = context.IsNarrow
            ? Json.Object($$"""{"type": "text", "align": "left", "dy": -19}""")
            : Json.Object($$"""{"type": "text", "align": "right", "dy": -6, "lineHeight": 13}""");
        int most = all.Count == 0 ? 1 : all.Max(a => a.Rank) + 1;
        return Json.Object($$"""
            {"params": [{"name": "scenario", "value": {{context.Scenario.Name}} }, {"name": "colour", "value": {{context.Colour(context.Scenario.Name)}} }],
             "datasets": {"tornado": {{rows}} },
             "width": {{context.Width - labels - 24}}, "height": {{most * (context.IsNarrow ? 54 : 36)}}, "data": {"name": "tornado"}, "transform": [{"filter": "datum.scenario === scenario"}],
             "encoding": {"y": {"field": "rank", "type": "ordinal", "scale": {"domain": {{Enumerable.Range(0, most).Select(i => (double)i)}} }, "axis": null},
                          "x": {"field": "effect", "type": "quantitative", "scale": {"zero": true}, "axis": {"title": null, "format": "+,~r", "grid": true, "tickCount": 5, "labelExpr": "datum.value === 0 ? '0' : datum.label"} } },
             "layer": [
               {"mark": {"type": "bar", "height": {"band": {{band}} }, "color": {"expr": "colour"} },
                "encoding": {"x2": {"field": "reference"}, "opacity": {"condition": {"test": "datum.end === 'low'", "value": 0.45}, "value": 0.95}, "tooltip": {{tooltip}} } },
               {"mark": {"type": "tick", "color": {{Palette.Ink}}, "thickness": 1.5, "height": {"band": {{band}} } }, "encoding": {"x": {"field": "reference", "type": "quantitative"} } },
               {"transform": [{"filter": "datum.end === 'low'"}], "mark": {{text}}, "encoding": {"text": {"field": "lines"}, "x": {"value": {{(context.IsNarrow ? 0 : -8)}} } } } ]}
            """);
    }

    private static JsonObject Bar(FigureContext context, Sensitivity row, int rank, string end, double labels)
    {
        var indicator = Indicator(row);
        double effect = end == "low" ? row.AtLow : row.AtHigh;
        return Json.Object($$"""
            {"scenario": {{row.Scenario}}, "setting": {{row.Setting}}, "rank": {{rank}}, "end": {{end}}, "value": {{Written(context, end == "low" ? row.Low : row.High)}}, "effect": {{effect * indicator.Scale()}},
             "reference": {{row.Reference * indicator.Scale()}}, "shown": {{context.Text.Difference(indicator, effect)}}, "lines": {{(context.IsNarrow
                ? [Lettering.Cut($"{Short(row.Setting)}  {Range(context, row)}", context.Width - 20, 12)]
                : (string[])[Lettering.Cut(Short(row.Setting), labels - 12, 12), Range(context, row)])}} }
            """);
    }

    /// <summary>Rows of one scenario and one outcome (the main one where it was varied), widest first.</summary>
    private static List<Sensitivity> Rows(FigureContext context, string scenario)
    {
        var own = context.Results.Results.Sensitivities.Where(s => s.Scenario == scenario && double.IsFinite(s.AtLow) && double.IsFinite(s.AtHigh) && IndicatorCatalog.Find(s.Indicator) is not null).ToList();
        string? chosen = own.Any(s => s.Indicator == context.Results.Main.Name) ? context.Results.Main.Name : own.Select(s => s.Indicator).FirstOrDefault();
        return [.. own.Where(s => s.Indicator == chosen).OrderByDescending(s => Math.Abs(s.AtHigh - s.AtLow)).ThenBy(s => s.Setting, StringComparer.Ordinal)];
    }

    /// <summary>A setting's own name, with the policy or class that has it but without where it stands else.</summary>
    private static string Short(string setting)
    {
        int key = setting.LastIndexOf('.');
        string? owner = ((string[])["policies.", "preferences.classes."]).FirstOrDefault(o => setting.StartsWith(o, StringComparison.Ordinal) && key > o.Length);
        return owner is null ? setting[(key + 1)..] : $"{setting[(key + 1)..]} ({setting[owner.Length..key]})";
    }

    private static string Range(FigureContext context, Sensitivity row) => $"{Written(context, row.Low)} {context.Say("to", "à")} {Written(context, row.High)}";

    /// <summary>A value as the scenario writes it, with the decimal sign of the language.</summary>
    private static string Written(FigureContext context, string value) => context.Text.IsFrench ? value.Replace('.', ',').Replace('-', '\u2212') : value.Replace('-', '\u2212');

    private static Indicator Indicator(Sensitivity row) => IndicatorCatalog.Find(row.Indicator)!;
}
