using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.Indicators;
using InstallSim.Results;

namespace InstallSim.Reporting.Figures;

/// <summary>One outcome over the years: a panel a scenario, each against the baseline, with the band of 90 % of the replications.</summary>
public sealed class Trajectories : IFigure
{
    /// <inheritdoc/>
    public string Id => "trajectories";

    /// <inheritdoc/>
    public string Shows => "One outcome over the years, a panel a policy beside the baseline, with the band of 90% of the replications; the reader chooses the outcome.";

    /// <inheritdoc/>
    public FigureChoice Choice => FigureChoice.Indicator;

    /// <inheritdoc/>
    public bool Applies(ResultIndex results) => results.Indicators.Count > 0;

    /// <inheritdoc/>
    public string Title(FigureContext context)
    {
        var i = context.Indicator;
        string baseline = context.Results.Reference.Name;
        double start = context.Results.Spread(baseline, i.Name, context.FirstYear).Mean;
        double end = context.Results.Spread(baseline, i.Name, context.LastYear).Mean;
        if (context.FirstYear == context.LastYear || !double.IsFinite(start) || !double.IsFinite(end))
        {
            return context.Say($"{context.Text.Label(i)}: {context.Text.Value(i, end)} in {context.LastYear}",
                $"{context.Text.Label(i)}\u00a0: {context.Text.Value(i, end)} en {context.LastYear}");
        }

        string from = context.Text.Value(i, start), to = context.Text.Value(i, end);
        string without = context.Results.Policies.Count == 0 ? "" : context.Say(" without new policy", " sans nouvelle mesure");
        string course = from == to ? context.Say($"{from} in both {context.FirstYear} and {context.LastYear}", $"{from} en {context.FirstYear} comme en {context.LastYear}")
            : context.Say($"from {from} to {to} by {context.LastYear}", $"de {from} à {to} d’ici {context.LastYear}");
        return $"{context.Text.Label(i)}{context.Say(":", "\u00a0:")} {course}{without}{Policies(context)}";
    }

    /// <inheritdoc/>
    public string Subtitle(FigureContext context) => context.Say(
        $"{Quantity(context)}. Line: mean of {context.Replications}; band: 90% of them. Dashed grey: {context.BaselineLabel.ToLowerFirst()}. The axis does not start at zero",
        $"{Quantity(context)}. Ligne\u00a0: moyenne de {context.Replications}\u00a0; bande\u00a0: 90\u00a0% d’entre elles. Tireté gris\u00a0: {context.BaselineLabel.ToLowerFirst()}. L’axe ne part pas de zéro");

    /// <summary>The outcome with its unit, which a label that counts GPs says already.</summary>
    private static string Quantity(FigureContext context) =>
        context.Text.Label(context.Indicator) + (context.Indicator.Unit == "GPs" ? "" : $" ({context.Unit(context.Indicator)})");

    /// <inheritdoc/>
    public string Description(FigureContext context) => context.Say("Lines over the years. ", "Courbes au fil des années. ") + string.Join("; ",
        context.Results.Manifest.Scenarios.Select(s => string.Join(" ",
            s.ShownTitle(context.Text) + context.Say(":", "\u00a0:"),
            context.Text.Value(context.Indicator, context.Results.Spread(s.Name, context.Indicator.Name, context.FirstYear).Mean),
            context.Say("to", "à"),
            context.Text.Value(context.Indicator, context.Results.Spread(s.Name, context.Indicator.Name, context.LastYear).Mean)))) + ".";

    /// <inheritdoc/>
    public JsonObject Draw(FigureContext context)
    {
        IReadOnlyList<ScenarioInfo> shown = context.Results.Policies.Count == 0 ? [context.Results.Reference] : context.Results.Policies;
        int columns = Math.Min(shown.Count, context.IsNarrow ? 2 : 3);
        const double AxisRoom = 42, LabelRoom = 44, Gap = 14;
        double width = (context.Width - 8 - (columns * (AxisRoom + LabelRoom)) - ((columns - 1) * Gap)) / columns;
        int lines = shown.Max(s => PanelTitle(context, s, width).Count);
        return Json.Object($$"""
            {
              "params": [{"name": "suffix", "value": {{(context.Indicator.Unit == IndicatorCatalog.Share ? context.Say("%", "\u202f%") : "")}}}],
              "datasets": {"trajectories": {{context.Results.Manifest.Scenarios.SelectMany(s => Rows(context, s))}}},
              "resolve": {"scale": {"y": "shared"} }, "columns": {{columns}}, "spacing": {"row": {{(16 * lines) + 44}}, "column": {{Gap + LabelRoom + AxisRoom}}}, "bounds": "flush",
              "concat": {{shown.Select(s => Panel(context, s, width))}}
            }
            """);
    }

    /// <summary>The rows that draw one scenario: one a year.</summary>
    private static IEnumerable<JsonObject> Rows(FigureContext context, ScenarioInfo scenario)
    {
        double scale = context.Indicator.Scale();
        foreach (int year in context.Results.Years)
        {
            var spread = context.Results.Spread(scenario.Name, context.Indicator.Name, year);
            yield return Json.Object($$"""
                {"scenario": {{scenario.Name}}, "year": {{year}}, "mean": {{spread.Mean * scale}}, "lower": {{spread.Lower * scale}}, "upper": {{spread.Upper * scale}}}
                """);
        }
    }

    private static JsonObject Panel(FigureContext context, ScenarioInfo scenario, double width)
    {
        string baseline = context.Results.Reference.Name;
        string colour = context.Colour(scenario.Name);
        bool alone = scenario.Name == baseline;
        var layers = new List<JsonObject>();
        if (!alone)
        {
            layers.Add(Band(baseline, Palette.Baseline));
        }

        layers.Add(Band(scenario.Name, colour));
        if (!alone)
        {
            layers.AddRange(Line(context, baseline, context.BaselineLabel, Palette.Baseline, dashed: true));
        }

        layers.AddRange(Line(context, scenario.Name, scenario.ShownTitle(context.Text), colour, dashed: false));
        layers.Add(EndLabels(context, [baseline, scenario.Name], colour));
        return Json.Object($$"""
            {
              "title": {"text": {{PanelTitle(context, scenario, width)}}, "color": {{colour}}, "frame": "group", "fontSize": 13, "lineHeight": 16, "offset": 8},
              "width": {{width}}, "height": {{(context.IsNarrow ? 120 : 150)}}, "data": {"name": "trajectories"},
              "encoding": {
                "x": {"field": "year", "type": "quantitative", "scale": {"domain": {{new double[] { context.FirstYear, Math.Max(context.LastYear, context.FirstYear + 1) }}}, "nice": false},
                      "axis": {"title": null, "format": "d", "values": {{Ticks(context)}}, "labelFlush": true} },
                "y": {"field": "mean", "type": "quantitative", "scale": {"zero": false}, "axis": {"title": null, "tickCount": 4, "labelExpr": "format(datum.value, ',~r') + suffix"} }
              },
              "layer": {{layers}}
            }
            """);
    }

    private static IReadOnlyList<string> PanelTitle(FigureContext context, ScenarioInfo scenario, double width) => Lettering.Wrap(scenario.ShownTitle(context.Text), width + 44, 13, isBold: true, lines: 4);

    private static JsonObject Band(string scenario, string colour) => Json.Object($$"""
        {"transform": [{"filter": {"field": "scenario", "equal": {{scenario}}} }],
         "mark": {"type": "area", "color": {{colour}}, "opacity": 0.16}, "encoding": {"y": {"field": "lower", "type": "quantitative"}, "y2": {"field": "upper"} } }
        """);

    private static IEnumerable<JsonObject> Line(FigureContext context, string scenario, string title, string colour, bool dashed)
    {
        var filter = Json.Object($$"""{"filter": {"field": "scenario", "equal": {{scenario}}} }""");
        var last = Json.Object($$"""{"filter": {"field": "year", "equal": {{context.LastYear}}} }""");
        var tooltip = Json.Array($$"""
            [{"field": "name", "title": {{context.Say("Scenario", "Scénario")}}}, {"field": "year", "title": {{context.Say("Year", "Année")}}, "format": "d"},
             {"field": "mean", "title": {{context.Say("Mean", "Moyenne")}}, "format": ",.4~r"}, {"field": "lower", "title": {{context.Say("5% of replications below", "5 % des réplications sous")}}, "format": ",.4~r"},
             {"field": "upper", "title": {{context.Say("5% of replications above", "5 % des réplications au-dessus")}}, "format": ",.4~r"}]
            """);
        var name = Json.Object($$"""{"calculate": {{"'" + title.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "'"}}, "as": "name"}""");
        double[] dash = dashed ? [4, 3] : [1, 0];
        yield return Json.Object($$"""
            {"transform": [{{filter}}], "mark": {"type": "line", "color": {{colour}}, "strokeWidth": {{(dashed ? 1.8 : 2.4)}}, "strokeDash": {{dash}}} }
            """);
        yield return Json.Object($$"""
            {"transform": [{{filter}}, {{name}}], "mark": {"type": "point", "color": {{colour}}, "filled": true, "size": 90, "opacity": 0}, "encoding": {"tooltip": {{tooltip}}} }
            """);
        yield return Json.Object($$"""
            {"transform": [{{filter}}, {{last}}], "mark": {"type": "point", "color": {{colour}}, "filled": true, "size": 34, "opacity": 1} }
            """);
    }

    /// <summary>The values at the last year; where there are two, the higher one is lifted and the lower one dropped, so that they never touch.</summary>
    private static JsonObject EndLabels(FigureContext context, string[] scenarios, string colour) => Json.Object($$"""
        {"transform": [{"filter": {"field": "scenario", "oneOf": {{scenarios}}} }, {"filter": {"field": "year", "equal": {{context.LastYear}}} },
                       {"joinaggregate": [{"op": "mean", "field": "mean", "as": "middle"}]},
                       {"calculate": "format(datum.mean, abs(datum.mean) >= 100 ? ',.0f' : ',.3~r')", "as": "label"}],
         "mark": {"type": "text", "align": "left", "dx": 6, "dy": {"expr": "datum.mean > datum.middle ? -6 : datum.mean < datum.middle ? 6 : 0"} },
         "encoding": {"text": {"field": "label"},
                      "color": {"condition": {"test": {"field": "scenario", "equal": {{context.Results.Reference.Name}}}, "value": {{Palette.Baseline}}}, "value": {{colour}}} } }
        """);

    private static string Policies(FigureContext context)
    {
        var i = context.Indicator;
        var policies = context.Results.Policies;
        var verdicts = policies.Select(p => Verdicts.Of(context.Results.Difference(p.Name, i.Name, context.LastYear))).ToList();
        if (policies.Count == 0 || verdicts.All(v => v == Verdict.Unknown))
        {
            return "";
        }

        int up = verdicts.Count(v => v == Verdict.Up), down = verdicts.Count(v => v == Verdict.Down), all = policies.Count;
        return (up, down) switch
        {
            (0, 0) => context.Say(", and no policy clearly changes that", "\u00a0; aucune mesure n’y change nettement quelque chose"),
            (_, 0) => "; ".French(context) + context.Count(up, all, context.Say("clearly higher", "nettement plus haut")),
            (0, _) => "; ".French(context) + context.Count(down, all, context.Say("clearly lower", "nettement plus bas")),
            _ => "; ".French(context) + context.Say($"of {all} policies, {up} end clearly higher and {down} clearly lower",
                $"sur {all} mesures, {up} nettement plus haut et {down} nettement plus bas"),
        };
    }

    private static IEnumerable<double> Ticks(FigureContext context) => context.FirstYear == context.LastYear ? [context.FirstYear]
        : context.IsNarrow || context.LastYear - context.FirstYear < 4 ? [context.FirstYear, context.LastYear]
        : [context.FirstYear, (context.FirstYear + context.LastYear) / 2, context.LastYear];
}
