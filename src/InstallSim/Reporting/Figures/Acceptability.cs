using System.Text.Json.Nodes;
using InstallSim.Charts;

namespace InstallSim.Reporting.Figures;

/// <summary>How often each policy is the best buy, by what a GP gained is worth (cost-effectiveness acceptability curves).</summary>
public sealed class Acceptability : IFigure
{
    private const int Steps = 60;
    private const double Least = 0.1;

    /// <inheritdoc/>
    public string Id => "acceptability";

    /// <inheritdoc/>
    public string Shows => "How often each policy is the best buy, by what a GP gained is worth (cost-effectiveness acceptability curves).";

    /// <inheritdoc/>
    public FigureChoice Choice => FigureChoice.None;

    /// <inheritdoc/>
    public bool Applies(ResultIndex results) => CostEffect.Of(results).Any(c => c.Effect > 0);

    /// <inheritdoc/>
    public string Title(FigureContext context)
    {
        var curves = Curves(context.Results);
        var parts = new List<string>();
        string before = "";
        for (int k = 0; k <= Steps; k++)
        {
            string winner = curves.MaxBy(c => c.Shares[k]).Name;
            if (winner != before)
            {
                string worth = context.Text.Money(TwoDigits(Worth(context.Results, k)));
                string name = winner == context.Results.Reference.Name ? context.Say("doing nothing", "de ne rien faire") : context.Quoted(context.Results.Scenario(winner));
                parts.Add(k == 0 ? name : context.Say($"from about {worth}, {name}", $"à partir d’environ {worth}, {name}"));
                before = winner;
            }
        }

        return parts.Count == 1
            ? context.Say($"Whatever a GP gained is worth, the best buy is {parts[0]}", $"Quelle que soit la valeur d’un généraliste gagné, le meilleur choix est {parts[0]}")
            : context.Say($"While a GP gained is worth little, the best buy is {string.Join("; ", parts)}",
                $"Tant qu’un généraliste gagné vaut peu, le meilleur choix est {string.Join("\u00a0; ", parts)}");
    }

    /// <inheritdoc/>
    public string Subtitle(FigureContext context) => context.Say(
        $"Share of {context.Replications} in which a choice has the highest net benefit (worth × GPs gained − cost by {context.LastYear}), by the worth of one GP gained. Choices that win in less than {context.Text.Percent(Least, 0)} everywhere are left out",
        $"Part de {context.Replications} où un choix a le bénéfice net le plus élevé (valeur × généralistes gagnés − coût d’ici {context.LastYear}), selon la valeur d’un généraliste gagné. Sans les choix qui l’emportent partout dans moins de {context.Text.Percent(Least, 0)}") + CostEffect.LeftOut(context);

    /// <inheritdoc/>
    public string Description(FigureContext context) => context.Say("One curve a choice. Share at the highest worth: ", "Une courbe par choix. Part à la valeur la plus haute\u00a0: ")
        + string.Join("; ", Curves(context.Results).Select(c => $"{Label(context, c.Name)} {context.Text.Percent(c.Shares[Steps])}")) + ".";

    /// <inheritdoc/>
    public JsonObject Draw(FigureContext context)
    {
        var curves = Curves(context.Results);
        var shown = curves.Where(c => c.Shares.Max() >= Least).ToList();
        var labels = shown.ToDictionary(c => c.Name, c => Lettering.Cut(Label(context, c.Name), context.Width - 40, FigureSpecification.LabelSize));
        double unit = Worth(context.Results, Steps) >= 1000 ? 1000 : 1, height = context.IsNarrow ? 240 : 320, room = context.IsNarrow ? 4 : 210;
        var rows = shown.SelectMany(c => c.Shares.Select((share, k) => Json.Object($$"""
            {"scenario": {{c.Name}}, "title": {{Label(context, c.Name)}}, "worth": {{Worth(context.Results, k) / unit}}, "share": {{share}} }
            """)));
        string money = unit == 1000 ? "M€" : "k€";
        double width = context.Width - 60 - room;
        return Json.Object($$"""
            {"params": [{"name": "labels", "value": {{new JsonObject(labels.Select(l => KeyValuePair.Create(l.Key, (JsonNode?)l.Value)))}} }],
             "datasets": {"curves": {{rows}}, "names": {{Names(context, shown, width, height, room)}} },
             "width": {{width}}, "height": {{height}},
             "layer": [
               {"data": {"name": "curves"}, "mark": {"type": "line", "strokeWidth": 2.4},
                "encoding": {
                  "x": {"field": "worth", "type": "quantitative", "scale": {"nice": false}, "axis": {"title": {{context.Say("Worth of a GP gained", "Valeur d’un généraliste gagné") + ", " + money}}, "format": ",~r", "tickCount": 6} },
                  "y": {"field": "share", "type": "quantitative", "scale": {"domain": [0, 1]}, "axis": {"title": null, "format": ".0%", "tickCount": 5} },
                  "strokeDash": {"condition": {"test": {{"datum.scenario === " + System.Text.Json.JsonSerializer.Serialize(context.Results.Reference.Name)}}, "value": [4, 3]}, "value": [1, 0]},
                  "color": {{Colour(context, shown)}} } },
               {"data": {"name": "names"}, "mark": {"type": "text", "align": "left", "baseline": "middle", "x": {"expr": "datum.px"}, "y": {"expr": "datum.py"}, "fontWeight": 600, "lineHeight": 14},
                "encoding": {"text": {"field": "lines"}, "color": {{Colour(context, shown)}} } } ]}
            """);
    }

    /// <summary>The colours, on a phone with a legend, where the ends of the curves have no room for names.</summary>
    private static JsonObject Colour(FigureContext context, List<(string Name, double[] Shares)> shown)
    {
        var colour = context.ScenarioColour();
        if (context.IsNarrow)
        {
            colour["legend"] = Json.Object($$"""
                {"orient": "top", "direction": "vertical", "title": null, "symbolType": "stroke", "symbolStrokeWidth": 3, "labelExpr": "labels[datum.value]", "labelLimit": 400, "values": {{shown.Select(c => c.Name)}} }
                """);
        }

        return colour;
    }

    /// <summary>Names at the right end of the curves, where there is room.</summary>
    private static IEnumerable<JsonObject> Names(FigureContext context, List<(string Name, double[] Shares)> curves, double width, double height, double room)
    {
        var ordered = curves.OrderByDescending(c => c.Shares[Steps])
            .Select(c => (c.Name, Y: height * (1 - c.Shares[Steps]), Lines: Lettering.Wrap(Label(context, c.Name), room - 12, FigureSpecification.LabelSize, isBold: true, lines: 2))).ToList();
        double[] heights = Labels.Apart([.. ordered.Select(o => o.Y)], (14 * ordered.Max(o => o.Lines.Count)) + 3, 6, height - 6);
        return context.IsNarrow ? [] : ordered.Select((o, i) => Json.Object($$"""
            {"scenario": {{o.Name}}, "lines": {{o.Lines}}, "px": {{width + 8}}, "py": {{heights[i] - (7 * (o.Lines.Count - 1))}} }
            """));
    }

    private static double TwoDigits(double value) => value <= 0 ? 0 : Math.Pow(10, Math.Floor(Math.Log10(value)) - 1) is var unit ? Math.Round(value / unit) * unit : value;

    /// <summary>Worth of a GP gained at a step, k€: from nothing to twice the dearest clear price.</summary>
    private static double Worth(ResultIndex results, int step)
    {
        var effective = CostEffect.Of(results).Where(c => c.Effect > 0).Select(c => c.MeanCost / c.Effect).Order().ToList();
        double top = 2 * effective[effective.Count / 2];
        double power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(top, 1e-6))));
        return Math.Ceiling(top / power) * power * step / Steps;
    }

    private static List<(string Name, double[] Shares)> Curves(ResultIndex results)
    {
        var all = CostEffect.Of(results);
        int replications = all.Min(c => c.Effects.Length);
        var wins = all.Select(c => c.Policy.Name).Append(results.Reference.Name).ToDictionary(n => n, _ => new double[Steps + 1], StringComparer.Ordinal);
        for (int k = 0; k <= Steps; k++)
        {
            double worth = Worth(results, k);
            for (int r = 0; r < replications; r++)
            {
                var best = all.MaxBy(c => (worth * c.Effects[r]) - c.Costs[r])!;
                string winner = (worth * best.Effects[r]) - best.Costs[r] > 0 ? best.Policy.Name : results.Reference.Name;
                wins[winner][k] += 1.0 / replications;
            }
        }

        return [.. wins.Select(w => (w.Key, w.Value))];
    }

    private static string Label(FigureContext context, string scenario) => scenario == context.Results.Reference.Name ? context.BaselineLabel : context.Results.Scenario(scenario).ShownTitle(context.Text);
}
