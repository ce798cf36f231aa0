using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.Reporting.Maps;

namespace InstallSim.Reporting.Figures;

/// <summary>Accessibility by territory, for one scenario and year: contours where the territories have them, else circles as large as their population.</summary>
public sealed class TerritoryMap : IFigure
{
    private const double SidePanel = 230, TallestMap = 560;

    /// <inheritdoc/>
    public string Id => "map";

    /// <inheritdoc/>
    public string Shows => "Accessibility by territory, with the course of one territory beside; the reader chooses policy, year (or plays them) and territory.";

    /// <inheritdoc/>
    public FigureChoice Choice => FigureChoice.ScenarioYearTerritory;

    /// <inheritdoc/>
    public bool Applies(ResultIndex results) => MapParts.Applies(results);

    /// <inheritdoc/>
    public string Title(FigureContext context)
    {
        var results = context.Results;
        double now = UnderDense(context, results.Reference.Name, context.FirstYear);
        double without = UnderDense(context, results.Reference.Name, context.LastYear);
        double with = UnderDense(context, context.Scenario.Name, context.LastYear);
        string then = context.FirstYear == context.LastYear ? "" : context.Say($" ({context.Text.Percent(now)} in {context.FirstYear})", $" ({context.Text.Percent(now)} en {context.FirstYear})");
        string start = context.Say($"{context.Text.Percent(without)} of people live in an under-dense territory in {context.LastYear} without new policy{then}",
            $"Sans nouvelle mesure, {context.Text.Percent(without)} de la population vit en territoire sous-dense en {context.LastYear}{then}");
        return context.Scenario.Name == results.Reference.Name ? start
            : start + context.Say($"; {context.Text.Percent(with)} with {context.Quoted(context.Scenario)}", $"\u00a0; {context.Text.Percent(with)} avec {context.Quoted(context.Scenario)}");
    }

    /// <inheritdoc/>
    public string Subtitle(FigureContext context) => context.Say(
        $"{Circles(context)}{context.Results.Manifest.AccessibilityMetric}, {context.AccessibilityUnit()}, mean of {context.Replications}. Under-dense: below {context.Text.Number(context.Results.Manifest.UnderDenseBelow, 1)} (both oranges)",
        $"{Circles(context)}{context.Results.Manifest.AccessibilityMetric}, {context.AccessibilityUnit()}, moyenne de {context.Replications}. Sous-dense\u00a0: moins de {context.Text.Number(context.Results.Manifest.UnderDenseBelow, 1)} (les deux orangés)");

    /// <inheritdoc/>
    public string Description(FigureContext context)
    {
        var lowest = context.Results.Results.Places
            .Select(p => (p.Name, Level: TerritoryRows.Level(context.Results, context.Scenario.Name, context.LastYear, p.Code)))
            .Where(p => double.IsFinite(p.Level)).OrderBy(p => p.Level).Take(5).Select(p => $"{p.Name} ({context.Text.Number(p.Level, 2)})").ToList();
        return context.Say($"Map of {context.Results.Results.Places.Count} territories. Lowest accessibility in {context.LastYear}: {context.Text.List(lowest)}.",
            $"Carte de {context.Results.Results.Places.Count} territoires. Accessibilité la plus faible en {context.LastYear}\u00a0: {context.Text.List(lowest)}.");
    }

    /// <inheritdoc/>
    public JsonObject Draw(FigureContext context)
    {
        var shapes = context.Results.Shapes;
        double shape = MapParts.Shape(context);
        double width = context.IsNarrow ? context.Width - 8 : Math.Min(context.Width - SidePanel - 40, TallestMap / shape);
        var colour = Json.Object($$"""
            {"field": "level", "type": "quantitative", "scale": {"type": "threshold", "domain": {{MapParts.LevelBreaks(context.Results)}}, "range": {{Palette.Level}} },
             "legend": null}
            """);
        var map = MapParts.Map(context, width, colour, [], "territories", shapes);
        var year = Json.Object($$"""
            {"data": {"values": [{}]}, "mark": {"type": "text", "text": {"expr": "'' + year"}, "x": {{width}}, "y": 0, "align": "right", "baseline": "top",
             "fontSize": {{(context.IsNarrow ? 28 : 40)}}, "fontWeight": 600, "color": {{Palette.Faint}} } }
            """);
        var left = MapParts.Named(context, map, below: year);
        double side = context.IsNarrow ? context.Width - 60 : context.Width - width - 106;
        return Json.Object($$"""
            {"params": [{"name": "year", "value": {{context.LastYear}} }, {"name": "territory", "value": {{context.Territory.Code}} },
                        {"name": "territoryName", "value": {{context.Territory.Name}} }, {"name": "colour", "value": {{context.Colour(context.Scenario.Name)}} }],
             "datasets": {"territories": {{TerritoryRows.Slice(context, context.Scenario.Name, context.LastYear)}}, "shapes": {{shapes}},
                          "history": {{TerritoryRows.History(context, context.Territory.Code, context.Scenario.Name)}} },
             "spacing": 36,
             {{(context.IsNarrow ? "vconcat" : "hconcat")}}: [
               {"spacing": 10, "vconcat": [{{MapParts.Legend(context.AccessibilityUnit(), MapParts.LevelBreaks(context.Results), Palette.Level, width, b => context.Text.Number(b, 1))}}, {{left}}]},
               {{TerritoryHistory.Draw(context, side)}} ]}
            """);
    }

    private static string Circles(FigureContext context) => context.Results.Results.Shapes is null
        ? context.Say("Circles as large as their population. ", "Cercles proportionnels à la population. ") : "";

    private static double UnderDense(FigureContext context, string scenario, int year)
    {
        double recorded = context.Results.Spread(scenario, "share-under-threshold", year).Mean;
        if (double.IsFinite(recorded))
        {
            return recorded;
        }

        var levels = context.Results.Results.Places
            .Select(p => (p.Population, Level: TerritoryRows.Level(context.Results, scenario, year, p.Code))).Where(p => double.IsFinite(p.Level)).ToList();
        return levels.Where(p => p.Level < context.Results.Manifest.UnderDenseBelow).Sum(p => p.Population) / levels.Sum(p => p.Population);
    }
}
