using System.Text.Json.Nodes;
using InstallSim.Charts;

namespace InstallSim.Reporting.Figures;

/// <summary>Cost against effect: each replication a point, each policy an ellipse, rays of equal cost for each GP gained (the cost-effectiveness plane).</summary>
public sealed class CostEffectiveness : IFigure
{
    private const int MostNames = 8;

    /// <inheritdoc/>
    public string Id => "cost-effect";

    /// <inheritdoc/>
    public string Shows => "Cost against GPs gained: every replication, an ellipse a policy, rays of equal cost for each GP (cost-effectiveness plane).";

    /// <inheritdoc/>
    public FigureChoice Choice => FigureChoice.None;

    /// <inheritdoc/>
    public bool Applies(ResultIndex results) => CostEffect.Of(results).Count > 0;

    /// <inheritdoc/>
    public string Title(FigureContext context)
    {
        var main = context.Results.Main;
        var clear = CostEffect.Of(context.Results)
            .Where(c => Verdicts.IsGain(Verdicts.Of(context.Results.Difference(c.Policy.Name, main.Name, context.LastYear)), main))
            .OrderBy(c => c.MeanCost / c.Effect).ToList();
        if (clear.Count == 0)
        {
            return context.Say("No policy clearly adds GPs, so none has a cost for each GP gained", "Aucune mesure n’ajoute nettement de généralistes\u00a0: pas de coût par généraliste gagné");
        }

        string cheapest = context.Text.Money(clear[0].MeanCost / clear[0].Effect), dearest = context.Text.Money(clear[^1].MeanCost / clear[^1].Effect);
        return clear.Count == 1
            ? context.Say($"{context.Quoted(clear[0].Policy)} gains a GP for {cheapest}", $"{context.Quoted(clear[0].Policy)} gagne un généraliste pour {cheapest}")
            : context.Say($"A GP gained costs from {cheapest} with {context.Quoted(clear[0].Policy)} to {dearest} with {context.Quoted(clear[^1].Policy)}",
                $"Un généraliste gagné coûte de {cheapest} avec {context.Quoted(clear[0].Policy)} à {dearest} avec {context.Quoted(clear[^1].Policy)}");
    }

    /// <inheritdoc/>
    public string Subtitle(FigureContext context)
    {
        string ellipse = CostEffect.Of(context.Results).Any(c => c.HasEllipse) ? context.Say("; ellipse: 95% of them", "\u00a0; ellipse\u00a0: 95\u00a0% d’entre elles") : "";
        return context.Say(
            $"Cost by {context.LastYear} and {context.Text.Label(context.Results.Main).ToLowerFirst()}, difference from no new policy. Points: {context.Replications}{ellipse}; large point: mean; grey rays: equal cost for each GP",
            $"Coût d’ici {context.LastYear} et {context.Text.Label(context.Results.Main).ToLowerFirst()}, écart à la situation sans nouvelle mesure. Points\u00a0: {context.Replications}{ellipse}\u00a0; gros point\u00a0: moyenne\u00a0; rayons gris\u00a0: même coût par généraliste")
            + CostEffect.LeftOut(context);
    }

    /// <inheritdoc/>
    public string Description(FigureContext context) => context.Say("Scatter of cost against effect. Means: ", "Nuage de coût et d’effet. Moyennes\u00a0: ") + string.Join("; ",
        CostEffect.Of(context.Results).Select(c => $"{c.Policy.ShownTitle(context.Text)} {context.Text.Difference(context.Results.Main, c.Effect)}, {context.Text.Money(c.MeanCost)}")) + ".";

    /// <inheritdoc/>
    public JsonObject Draw(FigureContext context)
    {
        var all = CostEffect.Of(context.Results);
        double unit = all.Max(c => c.Costs.Max()) >= 1000 ? 1000 : 1;
        double height = context.IsNarrow ? 300 : 400, room = context.IsNarrow ? 0 : 190, width = context.Width - 70 - room;
        var points = all.SelectMany(c => Ellipse(c).Concat(c.Effects.Zip(c.Costs))).ToList();
        double[] x = Range(points.Select(p => p.Item1), 0.06), y = Range(points.Select(p => p.Item2 / unit), 0.06);
        string money = unit == 1000 ? "M€" : "k€";
        var colour = Colour(context, all);
        JsonObject Channel(string field, double[] domain, string title) => Json.Object($$"""
            {"field": {{field}}, "type": "quantitative", "scale": {"domain": {{domain}}, "nice": false, "zero": false},
             "axis": {"title": {{Lettering.Wrap(title, width, FigureSpecification.LabelSize)}}, "tickCount": 5, "format": ",~r", "grid": true} }
            """);
        var xy = Json.Object($$"""
            {"x": {{Channel("effect", x, context.Text.Label(context.Results.Main) + context.Say(", difference", ", écart"))}}, "y": {{Channel("cost", y, context.Say($"Cost by {context.LastYear}, {money}", $"Coût d’ici {context.LastYear}, {money}"))}} }
            """);
        return Json.Object($$"""
            {"params": [{"name": "labels", "value": {{new JsonObject(all.Select(c => KeyValuePair.Create(c.Policy.Name, (JsonNode?)Lettering.Cut(c.Policy.ShownTitle(context.Text), context.Width - 40, FigureSpecification.LabelSize))))}} }],
             "datasets": {
               "replications": {{all.SelectMany(c => c.Effects.Zip(c.Costs, (e, k) => Point(context, c, e, k / unit)))}},
               "ellipses": {{all.SelectMany(c => Ellipse(c).Select((p, i) => Json.Object($$"""{"scenario": {{c.Policy.Name}}, "order": {{i}}, "effect": {{p.Effect}}, "cost": {{p.Cost / unit}} }""")))}},
               "means": {{all.Select(c => Point(context, c, c.Effect, c.MeanCost / unit))}},
               "names": {{Names(context, all, unit, x, y, width, height, room)}},
               "rays": {{Rays(context, unit, x, y)}} },
             "width": {{width}}, "height": {{height}}, "encoding": {{xy}},
             "layer": [
               {"data": {"name": "rays"}, "mark": {"type": "line", "color": {{Palette.Faint}}, "strokeWidth": 1, "clip": true}, "encoding": {"detail": {"field": "label"} } },
               {"data": {"values": [{}]}, "mark": {"type": "rule", "color": {{Palette.Rule}} }, "encoding": {"x": {"datum": 0, "type": "quantitative"}, "y": {"value": 0}, "y2": {"value": "height"} } },
               {"data": {"name": "replications"}, "mark": {"type": "point", "filled": true, "size": 14, "opacity": 0.3}, "encoding": {"color": {{colour}} } },
               {"data": {"name": "ellipses"}, "mark": {"type": "line", "strokeWidth": 1.5}, "encoding": {"color": {{colour}}, "order": {"field": "order", "type": "quantitative"} } },
               {"data": {"name": "means"}, "mark": {"type": "point", "filled": true, "size": 110, "opacity": 1, "stroke": {{Palette.Paper}}, "strokeWidth": 1.5}, "encoding": {"color": {{colour}}, "tooltip": {{Tooltip(context, money)}} } },
               {"data": {"name": "names"}, "mark": {"type": "rule", "strokeWidth": 1, "opacity": 0.6},
                "encoding": {"x": {"value": {"expr": "datum.mx"} }, "y": {"value": {"expr": "datum.my"} }, "x2": {"value": {"expr": "datum.px - 4"} }, "y2": {"value": {"expr": "datum.py"} }, "color": {{colour}} } },
               {"data": {"name": "names"}, "mark": {"type": "text", "align": "left", "fontWeight": 600, "lineHeight": 14, "baseline": "middle"},
                "encoding": {"x": {"value": {"expr": "datum.px"} }, "y": {"value": {"expr": "datum.ty"} }, "text": {"field": "lines"}, "color": {{colour}} } },
               {"data": {"name": "rays"}, "transform": [{"filter": "datum.effect > 0"}], "layer": {{OldHalo.WithHalo(Json.Object($$"""
                   {"mark": {"type": "text", "align": "right", "dx": -3, "dy": 11, "color": {{Palette.Muted}}, "fontSize": 11}, "encoding": {"text": {"field": "label"} } }
                   """))}} } ]}
            """);
    }

    private static IEnumerable<(double Effect, double Cost)> Ellipse(CostEffect c) => c.HasEllipse ? c.Ellipse(48) : [];

    private static JsonObject Point(FigureContext context, CostEffect c, double effect, double cost) => Json.Object($$"""
        {"scenario": {{c.Policy.Name}}, "title": {{c.Policy.ShownTitle(context.Text)}}, "effect": {{effect}}, "cost": {{cost}}, "each": {{(c.Effect > 0 ? context.Text.Money(c.MeanCost / c.Effect) : "–")}} }
        """);

    /// <summary>Rays of equal cost for each GP: three round amounts that cross the picture.</summary>
    private static IEnumerable<JsonObject> Rays(FigureContext context, double unit, double[] x, double[] y)
    {
        if (x[1] <= 0 || y[1] <= 0)
        {
            yield break;
        }

        double diagonal = y[1] * unit / x[1];
        foreach (double wanted in context.IsNarrow ? (double[])[diagonal / 5] : [diagonal / 5, diagonal, diagonal * 5])
        {
            double power = Math.Pow(10, Math.Floor(Math.Log10(wanted)));
            double each = power * Math.Round(wanted / power);
            double end = Math.Min(x[1], y[1] * unit / each);
            string label = context.Text.Money(each) + context.Say(" a GP", " par généraliste");
            yield return Json.Object($$"""{"label": {{label}}, "effect": 0, "cost": 0}""");
            yield return Json.Object($$"""{"label": {{label}}, "effect": {{end}}, "cost": {{end * each / unit}} }""");
        }
    }

    private static IEnumerable<JsonObject> Names(FigureContext context, List<CostEffect> all, double unit, double[] x, double[] y, double width, double height, double room)
    {
        var placed = all.OrderByDescending(c => c.MeanCost).Select(c => (Cost: c,
            X: width * (c.Effect - x[0]) / (x[1] - x[0]), Y: height * (y[1] - (c.MeanCost / unit)) / (y[1] - y[0]),
            Lines: Lettering.Wrap(c.Policy.ShownTitle(context.Text), room - 24, FigureSpecification.LabelSize, isBold: true, lines: all.Count > MostNames ? 1 : 2))).ToList();
        double[] heights = Labels.Apart([.. placed.Select(p => p.Y)], (14 * placed.Max(p => p.Lines.Count)) + 4, 6, height - 6);
        return context.IsNarrow ? [] : placed.Select((p, i) => Json.Object($$"""
            {"scenario": {{p.Cost.Policy.Name}}, "lines": {{p.Lines}}, "mx": {{p.X}}, "my": {{p.Y}}, "px": {{width + 14}}, "py": {{heights[i]}}, "ty": {{heights[i] - (7 * (p.Lines.Count - 1))}} }
            """));
    }

    /// <summary>The colours, on a phone with a legend, where the picture has no room beside it for names.</summary>
    private static JsonObject Colour(FigureContext context, List<CostEffect> all)
    {
        var colour = context.ScenarioColour();
        if (context.IsNarrow)
        {
            colour["legend"] = Json.Object($$"""
                {"orient": "top", "direction": "vertical", "title": null, "symbolType": "circle", "symbolOpacity": 1, "labelExpr": "labels[datum.value]", "labelLimit": 400, "values": {{all.Select(c => c.Policy.Name)}} }
                """);
        }

        return colour;
    }

    private static JsonArray Tooltip(FigureContext context, string money) => Json.Array($$"""
        [{"field": "title", "title": {{context.Say("Policy", "Mesure")}} }, {"field": "effect", "title": {{context.Say("GPs gained", "Généralistes gagnés")}}, "format": "+,.1f"},
         {"field": "cost", "title": {{context.Say("Cost", "Coût") + ", " + money}}, "format": ",.1f"}, {"field": "each", "title": {{context.Say("Each", "Chacun")}} }]
        """);

    private static double[] Range(IEnumerable<double> values, double room)
    {
        double[] all = [0, .. values];
        double margin = room * Math.Max(all.Max() - all.Min(), 1e-9);
        return [all.Min() < 0 ? all.Min() - margin : 0, all.Max() + margin];
    }
}
