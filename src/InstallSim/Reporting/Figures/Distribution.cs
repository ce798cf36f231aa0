using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.Reporting.Maps;

namespace InstallSim.Reporting.Figures;

/// <summary>How accessibility is spread over the population: the share of people below each level (ECDF), and the Lorenz curve.</summary>
public sealed class Distribution : IFigure
{
    private const int Points = 100;

    /// <inheritdoc/>
    public string Id => "distribution";

    /// <inheritdoc/>
    public string Shows => "How accessibility is spread over people: share of people below each level, and Lorenz curve; the reader chooses the policy.";

    /// <inheritdoc/>
    public FigureChoice Choice => FigureChoice.Scenario;

    /// <inheritdoc/>
    public bool Applies(ResultIndex results) => MapParts.Applies(results) && results.Results.Places.Count > 1;

    /// <inheritdoc/>
    public string Title(FigureContext context)
    {
        double without = Median(context, context.Results.Reference.Name), with = Median(context, context.Scenario.Name);
        string start = context.Say($"Half of the people have an accessibility under {context.Text.Number(without, 2)} in {context.LastYear} without new policy",
            $"La moitié de la population a une accessibilité sous {context.Text.Number(without, 2)} en {context.LastYear} sans nouvelle mesure");
        string low = context.Text.Number(Tenth(context, context.Results.Reference.Name), 2), lowWith = context.Text.Number(Tenth(context, context.Scenario.Name), 2);
        return context.Results.Policies.Count == 0 ? start : context.Say(
            $"The worst-served tenth of people have an accessibility below {lowWith} with {context.Quoted(context.Scenario)}, {low} without; half of people are below {context.Text.Number(with, 2)}, {context.Text.Number(without, 2)} without",
            $"Le dixième le moins bien doté de la population a une accessibilité sous {lowWith} avec {context.Quoted(context.Scenario)}, {low} sans\u00a0; la moitié est sous {context.Text.Number(with, 2)}, {context.Text.Number(without, 2)} sans");
    }

    /// <inheritdoc/>
    public string Subtitle(FigureContext context) => context.Say(
        $"Left: share of people living below a level of accessibility ({context.AccessibilityUnit()}). Right: share of all accessibility held by the worst-served; the diagonal is equality. Territories’ means of {context.Replications}, weighted by population",
        $"À gauche\u00a0: part de la population sous un niveau d’accessibilité ({context.AccessibilityUnit()}). À droite\u00a0: part de l’accessibilité totale des moins bien dotés\u00a0; la diagonale est l’égalité. Moyennes par territoire de {context.Replications}, pondérées par la population");

    /// <inheritdoc/>
    public string Description(FigureContext context) => context.Say("Two panels of curves. ", "Deux panneaux de courbes. ") + string.Join("; ",
        new[] { context.Results.Reference, context.Scenario }.Distinct().Select(s => context.Say(
            $"{s.ShownTitle(context.Text)}: tenth {context.Text.Number(Tenth(context, s.Name), 2)}, median {context.Text.Number(Median(context, s.Name), 2)}",
            $"{s.ShownTitle(context.Text)}\u00a0: décile {context.Text.Number(Tenth(context, s.Name), 2)}, médiane {context.Text.Number(Median(context, s.Name), 2)}"))) + ".";

    /// <inheritdoc/>
    public JsonObject Draw(FigureContext context)
    {
        var curves = context.Results.Manifest.Scenarios.Select(s => (Name: s.Name, Role: s.Name == context.Results.Reference.Name ? "baseline" : "policy", Curve: Curve(context, s.Name, context.LastYear)))
            .Append((Name: "", Role: "start", Curve: Curve(context, context.Results.Reference.Name, context.FirstYear))).ToList();
        int columns = context.IsNarrow ? 1 : 2;
        double width = ((context.Width - 12 - ((columns - 1) * 30)) / columns) - 44;
        double top = curves.SelectMany(c => c.Curve).Max(p => p.Level);
        var rows = curves.SelectMany(c => c.Curve.Select(p => Json.Object($$"""
            {"scenario": {{c.Name}}, "role": {{c.Role}}, "people": {{p.People}}, "level": {{p.Level}}, "held": {{p.Held}} }
            """)));
        return Json.Object($$"""
            {"params": [{"name": "scenario", "value": {{context.Scenario.Name}} }, {"name": "colour", "value": {{context.Colour(context.Scenario.Name)}} }],
             "datasets": {"distribution": {{rows}} }, "spacing": {{(context.IsNarrow ? 30 : 30)}},
             {{(context.IsNarrow ? "vconcat" : "hconcat")}}: [
               {{Panel(context, width, "level", [0, Math.Ceiling(2 * top) / 2], ",~r", "people", context.Say("People below, by accessibility", "Population en dessous, selon l’accessibilité"), named: true)}},
               {{Panel(context, width, "people", [0, 1], ".0%", "held", context.Say("Lorenz curve: accessibility held, by people", "Courbe de Lorenz : accessibilité cumulée, selon la population"), named: false)}} ]}
            """);
    }

    private static double Height(FigureContext context) => context.IsNarrow ? 220 : 280;

    private static JsonObject Panel(FigureContext context, double width, string x, double[] domain, string format, string y, string title, bool named)
    {
        var colour = Json.Object($$"""
            {"condition": [{"test": "datum.role === 'start'", "value": {{Palette.Rule}} }, {"test": "datum.role === 'baseline'", "value": {{Palette.Baseline}} }], "value": {"expr": "colour"} }
            """);
        var layers = new List<JsonObject>
        {
            Json.Object($$"""
                {"transform": [{"filter": "datum.role !== 'policy' || datum.scenario === scenario"}],
                 "mark": {"type": "line", "strokeWidth": 2.2},
                 "encoding": {"detail": [{"field": "role"}, {"field": "scenario"}], "color": {{colour}}, "order": {"field": "people", "type": "quantitative"},
                              "strokeDash": {"condition": {"test": "datum.role === 'baseline'", "value": [4, 3]}, "value": [1, 0]} } }
                """),
        };
        if (named)
        {
            layers.AddRange(Key(context, width));
        }
        else
        {
            layers.Insert(0, Json.Object($$"""{"data": {"values": [{"people": 0, "held": 0}, {"people": 1, "held": 1}]}, "mark": {"type": "line", "color": {{Palette.Rule}}, "strokeWidth": 1} }"""));
        }

        return Json.Object($$"""
            {"title": {"text": {{Lettering.Wrap(title, width + 30, 13, isBold: true)}}, "frame": "group", "fontSize": 13, "lineHeight": 16, "offset": 8}, "width": {{width}}, "height": {{Height(context)}},
             "data": {"name": "distribution"},
             "encoding": {"x": {"field": {{x}}, "type": "quantitative", "scale": {"domain": {{domain}}, "nice": false}, "axis": {"title": null, "format": {{format}}, "tickCount": 5, "grid": true} },
                          "y": {"field": {{y}}, "type": "quantitative", "scale": {"domain": [0, 1]}, "axis": {"title": null, "format": ".0%", "tickCount": 5} } },
             "layer": {{layers}} }
            """);
    }

    /// <summary>What the curves are, and the line of under-density.</summary>
    private static List<JsonObject> Key(FigureContext context, double width)
    {
        var layers = new List<JsonObject>();
        string[] names = [context.Say($"Start, {context.FirstYear}", $"Départ, {context.FirstYear}"), context.BaselineLabel, context.Say("With the policy", "Avec la mesure")];
        var key = names.Take(context.Results.Policies.Count == 0 ? 2 : 3).Select((n, i) => Json.Object($$"""{"label": {{n}}, "role": {{(i == 0 ? "start" : i == 1 ? "baseline" : "policy")}}, "line": {{i}} }"""));
        layers.Add(Json.Object($$"""
            {"data": {"values": {{key}} }, "mark": {"type": "text", "align": "right", "fontWeight": 600},
             "encoding": {"x": {"value": {{width - 6}} }, "y": {"value": {"expr": {{string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Height(context) - 46} + 16 * datum.line")}} } }, "text": {"field": "label"}, "color": {"condition": [{"test": "datum.role === 'start'", "value": {{Palette.Muted}} }, {"test": "datum.role === 'baseline'", "value": {{Palette.Baseline}} }], "value": {"expr": "colour"} } } }
            """));
        layers.AddRange(OldHalo.WithHalo(Json.Object($$"""
            {"data": {"values": [{"level": {{context.Results.Manifest.UnderDenseBelow}}, "people": 1}]}, "mark": {"type": "text", "align": "right", "dx": -4, "y": 8, "text": {{context.Say("under-dense", "sous-dense")}}, "color": {{Palette.Muted}} },
             "encoding": {"y": {"value": 8} } }
            """)));
        layers.Add(Json.Object($$"""
            {"data": {"values": [{"level": {{context.Results.Manifest.UnderDenseBelow}}, "people": 1}]}, "mark": {"type": "rule", "color": {{Palette.Rule}}, "strokeDash": [3, 3]}, "encoding": {"y": {"value": 0}, "y2": {"value": "height"} } }
            """));
        return layers;
    }

    /// <summary>People sorted from worst to best served: share of people so far, their level, share of all accessibility so far; about a hundred points.</summary>
    private static List<(double People, double Level, double Held)> Curve(FigureContext context, string scenario, int year)
    {
        var sorted = context.Results.Results.Places
            .Select(p => (p.Population, Level: TerritoryRows.Level(context.Results, scenario, year, p.Code))).Where(p => double.IsFinite(p.Level)).OrderBy(p => p.Level).ToList();
        double people = sorted.Sum(p => p.Population), all = sorted.Sum(p => p.Population * p.Level);
        if (people <= 0 || all <= 0)
        {
            return [(0, 0, 0)];
        }

        var curve = new List<(double, double, double)> { (0, sorted[0].Level, 0) };
        double peopleSoFar = 0, heldSoFar = 0, last = 0;
        foreach (var (population, level) in sorted)
        {
            peopleSoFar += population / people;
            heldSoFar += population * level / all;
            if (peopleSoFar - last >= 1.0 / Points || peopleSoFar > 1 - 1e-9)
            {
                curve.Add((Math.Round(peopleSoFar, 4), level, Math.Round(heldSoFar, 4)));
                last = peopleSoFar;
            }
        }

        return curve;
    }

    private static double Median(FigureContext context, string scenario) => At(context, scenario, 0.5);

    private static double Tenth(FigureContext context, string scenario) => At(context, scenario, 0.1);

    private static double At(FigureContext context, string scenario, double share) =>
        Curve(context, scenario, context.LastYear) is var curve && curve.Any(p => p.People >= share) ? curve.First(p => p.People >= share).Level : double.NaN;
}
