using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.Reporting.Maps;

namespace InstallSim.Reporting.Figures;

/// <summary>A map of two things at once: how much a territory needs, and how much a policy gives it (a bivariate map).</summary>
public sealed class NeedAndGain : IFigure
{
    /// <inheritdoc/>
    public string Id => "need-and-gain";

    /// <inheritdoc/>
    public string Shows => "Map of two things at once: how much a territory needs and how much a policy gives it (bivariate); the reader chooses the policy.";

    /// <inheritdoc/>
    public FigureChoice Choice => FigureChoice.Scenario;

    /// <inheritdoc/>
    public bool Applies(ResultIndex results) => results.Policies.Count > 0 && MapParts.Applies(results);

    /// <inheritdoc/>
    public string Title(FigureContext context)
    {
        var classes = Classes(context).ToList();
        int needy = classes.Count(c => c.Need == 2), helped = classes.Count(c => c is { Need: 2, Gain: > 0 }), elsewhere = classes.Count(c => c is { Need: < 2, Gain: > 0 });
        return needy == 0
            ? context.Say($"No territory would be under-dense in {context.LastYear}; {context.Territories(elsewhere)} gain{(elsewhere == 1 ? "s" : "")} from {context.Quoted(context.Scenario)}",
                $"Aucun territoire ne serait sous-dense en {context.LastYear}\u00a0; {context.Many(elsewhere, "", "", "gagne", "gagnent")} grâce à {context.Quoted(context.Scenario)}")
            : context.Say(
                $"{context.Quoted(context.Scenario)} helps {helped} of the {context.Territories(needy)} that would be under-dense in {context.LastYear}, and {elsewhere} that would not",
                $"{context.Quoted(context.Scenario)} améliore {helped} {(needy == 1 ? "territoire sur 1 qui serait sous-dense" : $"des {needy} territoires qui seraient sous-denses")} en {context.LastYear}, et {context.Many(elsewhere, "", "", "qui ne le serait pas", "qui ne le seraient pas")}");
    }

    /// <inheritdoc/>
    public string Subtitle(FigureContext context)
    {
        double small = context.Results.ChangeBreaks[3], large = context.Results.ChangeBreaks[4];
        return context.Say(
            $"Need: accessibility without new policy in {context.LastYear}, high when under-dense. Gain: more than {context.Text.Number(small)} ({context.AccessibilityUnit()}), large from {context.Text.Number(large)}. Mean of {context.Replications}",
            $"Besoin\u00a0: accessibilité sans nouvelle mesure en {context.LastYear}, fort si sous-dense. Gain\u00a0: plus de {context.Text.Number(small)} ({context.AccessibilityUnit()}), grand à partir de {context.Text.Number(large)}. Moyenne de {context.Replications}");
    }

    /// <inheritdoc/>
    public string Description(FigureContext context)
    {
        var classes = Classes(context).ToList();
        string Cell(int need, int gain) => context.Text.Number(classes.Count(c => c.Need == need && c.Gain == gain), 0);
        return context.Say(
            $"Map with a key of three rows by three columns. Territories of high need: {Cell(2, 0)} without gain, {Cell(2, 1)} with some, {Cell(2, 2)} with a large one; of low need: {Cell(0, 0)}, {Cell(0, 1)}, {Cell(0, 2)}.",
            $"Carte avec une légende de trois lignes et trois colonnes. Territoires à fort besoin\u00a0: {Cell(2, 0)} sans gain, {Cell(2, 1)} avec un gain, {Cell(2, 2)} avec un grand gain\u00a0; à faible besoin\u00a0: {Cell(0, 0)}, {Cell(0, 1)}, {Cell(0, 2)}.");
    }

    /// <inheritdoc/>
    public JsonObject Draw(FigureContext context)
    {
        var shapes = context.Results.Shapes;
        double[] change = context.Results.ChangeBreaks, level = MapParts.LevelBreaks(context.Results);
        var transform = Json.Array($$"""
            [{"filter": "isValid(datum.baseline) && isValid(datum.change)"},
             {"calculate": {{Expression("baseline", [level[1], level[2]], "2", "1", "0")}}, "as": "need"},
             {"calculate": {{Expression("change", [change[3], change[4]], "0", "1", "2")}}, "as": "gain"},
             {"calculate": "3 * datum.need + datum.gain", "as": "class"}]
            """);
        double shape = MapParts.Shape(context);
        double width = context.IsNarrow ? context.Width - 8 : Math.Min(context.Width - 220, 560 / shape);
        var colour = Json.Object($$"""{"field": "class", "type": "ordinal", "scale": {"domain": {{Enumerable.Range(0, 9).Select(i => (double)i)}}, "range": {{Palette.Bivariate}} }, "legend": null}""");
        return Json.Object($$"""
            {"params": [{"name": "territory", "value": null}],
             "datasets": {"last": {{TerritoryRows.Slice(context, context.Scenario.Name, context.LastYear)}}, "shapes": {{shapes}} },
             "spacing": 30, "resolve": {"scale": {"color": "independent"} },
             {{(context.IsNarrow ? "vconcat" : "hconcat")}}: [{{MapParts.Named(context, MapParts.Map(context, width, colour, transform, "last", shapes))}}, {{Key(context)}}] }
            """);
    }

    private static JsonObject Key(FigureContext context)
    {
        const double Box = 42;
        var boxes = Palette.Bivariate.Select((c, i) => Json.Object($$"""{"need": {{i / 3}}, "gain": {{i % 3}}, "colour": {{c}} }"""));
        string[] gains = [context.Say("none", "aucun"), context.Say("some", "moyen"), context.Say("large", "grand")];
        string[] needs = [context.Say("low", "faible"), context.Say("mid", "moyen"), context.Say("high", "fort")];
        JsonObject Axis(string title, string[] labels, string orient) => Json.Object($$"""
            {"title": {{title}}, "orient": {{orient}}, "titleFontWeight": 600, "titleColor": {{Palette.Ink}}, "domain": false, "ticks": false, "grid": false, "labelAngle": 0,
             "labelExpr": {{"['" + string.Join("','", labels) + "'][datum.value]"}} }
            """);
        return Json.Object($$"""
            {"width": {{3 * Box}}, "height": {{3 * Box}}, "data": {"values": {{boxes}} },
             "mark": {"type": "rect", "stroke": {{Palette.Paper}}, "strokeWidth": 1.5},
             "encoding": {"x": {"field": "gain", "type": "ordinal", "axis": {{Axis(context.Say("Gain →", "Gain →"), gains, "bottom")}} },
                          "y": {"field": "need", "type": "ordinal", "sort": "descending", "axis": {{Axis(context.Say("Need →", "Besoin →"), needs, "left")}} },
                          "color": {"field": "colour", "type": "nominal", "scale": null} } }
            """);
    }

    private static IEnumerable<(int Need, int Gain)> Classes(FigureContext context)
    {
        double[] change = context.Results.ChangeBreaks, level = MapParts.LevelBreaks(context.Results);
        foreach (var place in context.Results.Results.Places)
        {
            double without = TerritoryRows.Level(context.Results, context.Results.Reference.Name, context.LastYear, place.Code);
            double gain = Math.Round(TerritoryRows.Level(context.Results, context.Scenario.Name, context.LastYear, place.Code) - without, 2);
            if (double.IsFinite(gain))
            {
                yield return (without < level[1] ? 2 : without < level[2] ? 1 : 0, gain < change[3] ? 0 : gain < change[4] ? 1 : 2);
            }
        }
    }

    private static string Expression(string field, double[] breaks, string low, string mid, string high) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"datum.{field} < {breaks[0]} ? {low} : datum.{field} < {breaks[1]} ? {mid} : {high}");
}
