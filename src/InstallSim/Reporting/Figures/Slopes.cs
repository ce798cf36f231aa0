using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.Reporting.Maps;
using InstallSim.Results;

namespace InstallSim.Reporting.Figures;

/// <summary>Each territory before and after: accessibility at the start and at the last year, joined by a line.</summary>
public sealed class Slopes : IFigure
{
    private const int MostLines = 150, MostNames = 8;
    private const double Height = 420, Padding = 0.12;

    /// <inheritdoc/>
    public string Id => "slopes";

    /// <inheritdoc/>
    public string Shows => "Each territory at the start and at the last year, joined by a line; those that cross the threshold are named; the reader chooses the policy.";

    /// <inheritdoc/>
    public FigureChoice Choice => FigureChoice.Scenario;

    /// <inheritdoc/>
    public bool Applies(ResultIndex results) => MapParts.Applies(results) && results.Years.Count > 1;

    /// <inheritdoc/>
    public string Title(FigureContext context)
    {
        var all = All(context, context.Scenario).ToList();
        int up = all.Count(t => t.Crossing > 0), down = all.Count(t => t.Crossing < 0);
        string with = context.Results.Policies.Count == 0 ? ""
            : context.Scenario.Name == context.Results.Reference.Name ? context.Say(" without new policy", " sans nouvelle mesure")
            : context.Say($" with {context.Quoted(context.Scenario)}", $" avec {context.Quoted(context.Scenario)}");
        string without = "";
        if (context.Scenario.Name != context.Results.Reference.Name)
        {
            var reference = All(context, context.Results.Reference).ToList();
            without = context.Say($"; without it {reference.Count(t => t.Crossing < 0)} and {reference.Count(t => t.Crossing > 0)}",
                $"\u00a0; sans nouvelle mesure, {reference.Count(t => t.Crossing < 0)} et {reference.Count(t => t.Crossing > 0)}");
        }

        return context.Say(
            $"{context.Many(down, "territory becomes", "territories become", "", "")} under-dense from {context.FirstYear} to {context.LastYear}{with} and {up} cease{(up == 1 ? "s" : "")} to be{without}",
            $"{context.Many(down, "", "", "territoire devient sous-dense", "territoires deviennent sous-denses")} de {context.FirstYear} à {context.LastYear}{with} et {up} {(up < 2 ? "cesse" : "cessent")} de l’être{without}");
    }

    /// <inheritdoc/>
    public string Subtitle(FigureContext context)
    {
        int all = context.Results.Results.Places.Count;
        string some = all > MostLines ? context.Say($" The {MostLines} most populous of {context.Text.Number(all, 0)}.", $" Les {MostLines} plus peuplés sur {context.Text.Number(all, 0)}.") : "";
        return context.Say(
            $"Accessibility by territory, {context.AccessibilityUnit()}, mean of {context.Replications}. Green: crosses the line of under-density upwards; orange: downwards.{some}",
            $"Accessibilité par territoire, {context.AccessibilityUnit()}, moyenne de {context.Replications}. Vert\u00a0: franchit le seuil de sous-densité vers le haut\u00a0; orangé\u00a0: vers le bas.{some}");
    }

    /// <inheritdoc/>
    public string Description(FigureContext context) => context.Say("One line a territory. Most populous that cross the threshold: ", "Une ligne par territoire. Les plus peuplés qui franchissent le seuil\u00a0: ")
        + string.Join("; ", All(context, context.Scenario).Where(t => t.Crossing != 0).OrderByDescending(t => t.Place.Population).Take(MostNames)
            .Select(t => $"{t.Place.Name} {context.Text.Number(t.Before, 2)} → {context.Text.Number(t.After, 2)}")) + ".";

    /// <inheritdoc/>
    public JsonObject Draw(FigureContext context)
    {
        var scenarios = context.Results.Policies.Count == 0 ? [context.Results.Reference] : context.Results.Policies;
        var lines = scenarios.ToDictionary(s => s.Name, s => All(context, s).OrderByDescending(t => t.Place.Population).Take(MostLines).ToList());
        double low = lines.Values.SelectMany(l => l).Min(t => Math.Min(t.Before, t.After)), high = lines.Values.SelectMany(l => l).Max(t => Math.Max(t.Before, t.After));
        (low, high) = (Math.Floor(2 * low) / 2, Math.Ceiling(2 * high) / 2);
        double names = context.IsNarrow ? 120 : 230, width = context.Width - names - 44;
        var tooltip = Json.Array($$"""
            [{"field": "name", "title": {{context.Say("Territory", "Territoire")}} }, {"field": "before", "title": {{$"{context.FirstYear}"}}, "format": ".2f"},
             {"field": "after", "title": {{$"{context.LastYear}"}}, "format": ".2f"}]
            """);
        var under = Json.Object($$"""{"mark": {"type": "text", "x": {{width / 2}}, "dy": 9, "text": {{context.Say("under-dense ↓", "sous-dense ↓")}}, "color": {{Palette.Ink}} } }""");
        var y = Json.Object($$"""{"field": "level", "type": "quantitative", "scale": {"domain": {{new[] { low, high }}}, "zero": false, "nice": false}, "axis": {"title": null, "tickCount": 6} }""");
        return Json.Object($$"""
            {"params": [{"name": "scenario", "value": {{(scenarios.Any(s => s.Name == context.Scenario.Name) ? context.Scenario.Name : scenarios[0].Name)}} }],
             "datasets": {"slopes": {{lines.SelectMany(l => l.Value.SelectMany(t => Ends(context, l.Key, t)))}}, "names": {{lines.SelectMany(l => Names(context, l.Key, l.Value, low, high, names))}} },
             "width": {{width}}, "height": {{Height}},
             "layer": [
               {"data": {"name": "slopes"}, "transform": [{"filter": "datum.scenario === scenario"}],
                "encoding": {"x": {"field": "year", "type": "ordinal", "scale": {"padding": {{Padding}} }, "axis": {"title": null, "labelAngle": 0, "orient": "top", "labelFontWeight": 600, "labelColor": {{Palette.Ink}}, "domain": false, "ticks": false} }, "y": {{y}} },
                "layer": [
                  {"mark": {"type": "line", "tooltip": true}, "encoding": {"detail": {"field": "code"}, "color": {{Crossing()}}, "strokeWidth": {"condition": {"test": "datum.crossing !== 0", "value": 2}, "value": 1},
                                                        "opacity": {"condition": {"test": "datum.crossing !== 0", "value": 0.9}, "value": 0.55}, "tooltip": {{tooltip}} } },
                  {"mark": {"type": "point", "filled": true, "size": 22, "opacity": 1}, "encoding": {"color": {{Crossing()}}, "tooltip": {{tooltip}} } } ]},
               {"data": {"values": [{"level": {{context.Results.Manifest.UnderDenseBelow}} }]}, "encoding": {"y": {{y}} },
                "layer": {{OldHalo.WithHalo(under).Prepend(Json.Object($$"""{"mark": {"type": "rule", "color": {{Palette.Ink}}, "strokeDash": [3, 3]} }"""))}} },
               {"data": {"name": "names"}, "transform": [{"filter": "datum.scenario === scenario"}], "encoding": {"color": {{Crossing()}} },
                "layer": [
                  {"mark": {"type": "rule", "strokeWidth": 1, "opacity": 0.6},
                   "encoding": {"x": {"value": {{(width * (1 + Padding) / (1 + (2 * Padding))) + 4}} }, "x2": {"value": {{width + 2}} }, "y": {"value": {"expr": "datum.end"} }, "y2": {"value": {"expr": "datum.pixel"} } } },
                  {"mark": {"type": "text", "align": "left", "baseline": "middle", "x": {{width + 5}}, "y": {"expr": "datum.pixel"} }, "encoding": {"text": {"field": "label"} } } ]} ]}
            """);
    }

    private static JsonObject Crossing() => Json.Object($$"""
        {"condition": [{"test": "datum.crossing > 0", "value": {{Palette.Good}} }, {"test": "datum.crossing < 0", "value": {{Palette.Bad}} }], "value": {{Palette.Faint}} }
        """);

    private static IEnumerable<JsonObject> Ends(FigureContext context, string scenario, Slope t) =>
        new[] { (context.FirstYear, t.Before), (context.LastYear, t.After) }.Select(end => Json.Object($$"""
            {"scenario": {{scenario}}, "code": {{t.Place.Code}}, "name": {{t.Place.Name}}, "crossing": {{t.Crossing}}, "year": {{end.Item1}}, "level": {{end.Item2}}, "before": {{t.Before}}, "after": {{t.After}} }
            """));

    /// <summary>Names of the most populous territories that cross, at heights where they do not touch.</summary>
    private static IEnumerable<JsonObject> Names(FigureContext context, string scenario, List<Slope> lines, double low, double high, double room)
    {
        var named = lines.Where(t => t.Crossing != 0).OrderByDescending(t => t.Place.Population).Take(MostNames).OrderByDescending(t => t.After).ToList();
        double[] ends = [.. named.Select(t => Height * (high - t.After) / (high - low))];
        double[] pixels = Labels.Apart(ends, 15, 0, Height);
        return named.Select((t, i) => Json.Object($$"""
            {"scenario": {{scenario}}, "crossing": {{t.Crossing}}, "end": {{ends[i]}}, "pixel": {{pixels[i]}}, "label": {{Lettering.Cut(MapParts.ShortName(t.Place.Name), room - 26, FigureSpecification.LabelSize) + " " + context.Text.Number(t.After, 2)}} }
            """));
    }

    private static IEnumerable<Slope> All(FigureContext context, ScenarioInfo scenario) =>
        from place in context.Results.Results.Places
        let before = TerritoryRows.Level(context.Results, context.Results.Reference.Name, context.FirstYear, place.Code)
        let after = TerritoryRows.Level(context.Results, scenario.Name, context.LastYear, place.Code)
        where double.IsFinite(before) && double.IsFinite(after)
        let threshold = context.Results.Manifest.UnderDenseBelow
        select new Slope(place, before, after, before < threshold && after >= threshold ? 1 : before >= threshold && after < threshold ? -1 : 0);

    private sealed record Slope(PlaceRow Place, double Before, double After, int Crossing);
}
