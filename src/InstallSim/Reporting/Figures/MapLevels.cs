using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.Reporting.Maps;

namespace InstallSim.Reporting.Figures;

/// <summary>Small maps of the level of accessibility: the start, the last year without new policy and with each, one legend for all.</summary>
public sealed class MapLevels : IFigure
{
    /// <inheritdoc/>
    public string Id => "map-levels";

    /// <inheritdoc/>
    public string Shows => "Small maps of accessibility: the start, then the last year without new policy and with each policy.";

    /// <inheritdoc/>
    public FigureChoice Choice => FigureChoice.None;

    /// <inheritdoc/>
    public bool Applies(ResultIndex results) => MapParts.Applies(results) && results.Years.Count > 1;

    /// <inheritdoc/>
    public string Title(FigureContext context)
    {
        int then = UnderDense(context, context.Results.Reference.Name, context.FirstYear);
        int now = UnderDense(context, context.Results.Reference.Name, context.LastYear);
        string fewest = "";
        if (context.Results.Policies.Count > 0)
        {
            int least = context.Results.Policies.Min(p => UnderDense(context, p.Name, context.LastYear));
            int most = context.Results.Policies.Max(p => UnderDense(context, p.Name, context.LastYear));
            fewest = least == most
                ? context.Say($", {least} with any policy", $", {least} quelle que soit la mesure")
                : context.Say($", {least} to {most} with a policy", $", de {least} à {most} avec une mesure");
        }

        return context.Say($"{context.Territories(then)} under-dense in {context.FirstYear}, {now} in {context.LastYear} without new policy{fewest}",
            $"{context.Many(then, "", "", "territoire sous-dense", "territoires sous-denses")} en {context.FirstYear}, {now} en {context.LastYear} sans nouvelle mesure{fewest}");
    }

    /// <inheritdoc/>
    public string Subtitle(FigureContext context) => context.Say(
        $"Accessibility ({context.Results.Manifest.AccessibilityMetric}, {context.AccessibilityUnit()}), mean of {context.Replications}; orange: under-dense, below {context.Text.Number(context.Results.Manifest.UnderDenseBelow, 1)}",
        $"Accessibilité ({context.Results.Manifest.AccessibilityMetric}, {context.AccessibilityUnit()}), moyenne de {context.Replications}\u00a0; orangé\u00a0: sous-dense, moins de {context.Text.Number(context.Results.Manifest.UnderDenseBelow, 1)}");

    /// <inheritdoc/>
    public string Description(FigureContext context) => context.Say("One map a scenario. Under-dense territories: ", "Une carte par scénario. Territoires sous-denses\u00a0: ")
        + string.Join("; ", context.Results.Manifest.Scenarios.Select(s => $"{s.ShownTitle(context.Text)} {UnderDense(context, s.Name, context.LastYear)}")) + ".";

    /// <inheritdoc/>
    public JsonObject Draw(FigureContext context)
    {
        var colour = Json.Object($$"""
            {"field": "level", "type": "quantitative", "scale": {"type": "threshold", "domain": {{MapParts.LevelBreaks(context.Results)}}, "range": {{Palette.Level}} },
             "legend": null}
            """);
        var legend = MapParts.Legend(context.AccessibilityUnit(), MapParts.LevelBreaks(context.Results), Palette.Level, context.Width, b => context.Text.Number(b, 1));
        string reference = context.Results.Reference.Name;
        return SmallMaps.Draw(context, colour, legend,
        [
            ("start", context.Say($"Start, {context.FirstYear}", $"Départ, {context.FirstYear}"), Palette.Ink),
            (reference, context.Results.Policies.Count == 0 ? $"{context.LastYear}" : $"{context.BaselineLabel}, {context.LastYear}", Palette.Ink),
            .. SmallMaps.Policies(context),
        ]);
    }

    private static int UnderDense(FigureContext context, string scenario, int year) => context.Results.Results.Places.Count(p =>
        TerritoryRows.Level(context.Results, scenario, year, p.Code) < context.Results.Manifest.UnderDenseBelow);
}
