using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.World;

namespace InstallSim.Reporting.Figures;

/// <summary>Who chose otherwise because of a policy: from where they would have been to where they are, as ribbons between kinds of place.</summary>
public sealed class Flows : IFigure
{
    private const int Steps = 16;
    private const double Gap = 0.035;
    private static readonly string[] Kinds = ["rural", "periurban", "urban", "locum", "salaried", "elsewhere"];

    /// <inheritdoc/>
    public string Id => "flows";

    /// <inheritdoc/>
    public string Shows => "Who chose otherwise because of a policy: from kind of place to kind of place; the reader chooses the policy.";

    /// <inheritdoc/>
    public FigureChoice Choice => FigureChoice.Scenario;

    /// <inheritdoc/>
    public bool Applies(ResultIndex results) => results.Policies.Count > 0 && results.Results.Moves.Count > 0;

    /// <inheritdoc/>
    public string Title(FigureContext context)
    {
        var flows = Count(context.Results, context.Scenario.Name);
        double all = flows.Values.Sum();
        if (all == 0)
        {
            return context.Say($"Nobody chooses otherwise with {context.Quoted(context.Scenario)}", $"Personne ne choisit autrement avec {context.Quoted(context.Scenario)}");
        }

        var net = Kinds.Select((name, k) => (Name: name, Gain: Kinds.Select((_, o) => flows.GetValueOrDefault((o, k)) - flows.GetValueOrDefault((k, o))).Sum())).ToList();
        var (most, least) = (net.MaxBy(n => n.Gain), net.MinBy(n => n.Gain));
        string size = context.Text.Number(all);
        string balance = most.Gain < 0.05 ? ""
            : context.Say($"; on balance, {Label(context, most.Name).ToLowerFirst()}\u00a0+{context.Text.Number(most.Gain)}, {Label(context, least.Name).ToLowerFirst()}\u00a0{context.Text.Number(least.Gain)}",
                $"\u00a0; au total, {Label(context, most.Name).ToLowerFirst()}\u00a0+{context.Text.Number(most.Gain)}, {Label(context, least.Name).ToLowerFirst()}\u00a0{context.Text.Number(least.Gain)}");
        return context.Say($"{size} GPs choose otherwise with {context.Quoted(context.Scenario)}{balance}", $"{size} généralistes choisissent autrement avec {context.Quoted(context.Scenario)}{balance}");
    }

    /// <inheritdoc/>
    public string Subtitle(FigureContext context) => context.Say(
        $"GPs by where they would be without the policy (left) and where they are with it (right) when the two first part, {context.FirstYear}–{context.LastYear}, mean of {context.Replications}",
        $"Généralistes selon l’endroit où ils seraient sans la mesure (à gauche) et où ils sont avec elle (à droite) à la première divergence, {context.FirstYear}–{context.LastYear}, moyenne de {context.Replications}")
        + Reached(context);

    /// <inheritdoc/>
    public string Description(FigureContext context) => context.Say("Ribbons between kinds of place. Largest: ", "Rubans entre types de lieux. Les plus gros\u00a0: ") + string.Join("; ",
        Count(context.Results, context.Scenario.Name).OrderByDescending(f => f.Value).Take(6)
            .Select(f => $"{Label(context, Kinds[f.Key.From])} → {Label(context, Kinds[f.Key.To])} {context.Text.Number(f.Value)}")) + ".";

    /// <inheritdoc/>
    public JsonObject Draw(FigureContext context)
    {
        var drawn = context.Results.Policies.Select(p => (p.Name, Flows: Count(context.Results, p.Name))).Where(p => p.Flows.Count > 0).ToList();
        var tooltip = Json.Array($$"""[{"field": "flow", "title": {{context.Say("From → to", "De → vers")}} }, {"field": "count", "title": {{context.Say("GPs", "Généralistes")}}, "format": ",.1f"}]""");
        double side = context.IsNarrow ? 96 : 190;
        var x = Json.Object($$"""{"field": "x", "type": "quantitative", "scale": {"domain": [0, 1], "range": {{new[] { side, context.Width - 8 - side }}}, "nice": false}, "axis": null}""");
        var y = Json.Object($$"""{"field": "y", "type": "quantitative", "scale": {"domain": [0, 1], "nice": false, "reverse": true}, "axis": null}""");
        return Json.Object($$"""
            {"params": [{"name": "scenario", "value": {{context.Scenario.Name}} }],
             "datasets": {"ribbons": {{drawn.SelectMany(d => Ribbons(context, d.Name, d.Flows))}}, "nodes": {{drawn.SelectMany(d => Nodes(context, d.Name, d.Flows))}} },
             "width": {{context.Width - 8}}, "height": {{(context.IsNarrow ? 320 : 380)}},
             "encoding": {"x": {{x}}, "y": {{y}} },
             "layer": [
               {"data": {"name": "ribbons"}, "transform": [{"filter": "datum.scenario === scenario"}],
                "mark": {"type": "area", "opacity": 0.45, "tooltip": true},
                "encoding": {"y2": {"field": "y2"}, "detail": [{"field": "from"}, {"field": "to"}], "color": {{Colour("from")}}, "tooltip": {{tooltip}} } },
               {"data": {"name": "nodes"}, "transform": [{"filter": "datum.scenario === scenario"}],
                "mark": {"type": "rule", "strokeWidth": 8}, "encoding": {"y2": {"field": "y2"}, "color": {{Colour("kind")}} } },
               {"data": {"name": "nodes"}, "transform": [{"filter": "datum.scenario === scenario && datum.x === 0"}],
                "mark": {"type": "text", "align": "right", "dx": -9, "lineBreak": "\n", "lineHeight": 14}, "encoding": {"y": {"field": "middle", "type": "quantitative"}, "text": {"field": "label"} } },
               {"data": {"name": "nodes"}, "transform": [{"filter": "datum.scenario === scenario && datum.x === 1"}],
                "mark": {"type": "text", "align": "left", "dx": 9, "lineBreak": "\n", "lineHeight": 14}, "encoding": {"y": {"field": "middle", "type": "quantitative"}, "text": {"field": "label"} } } ]}
            """);
    }

    /// <summary>How many an act of the policy reached itself; empty when nobody moves.</summary>
    private static string Reached(FigureContext context)
    {
        double all = context.Results.Moves(context.Scenario.Name).Count(), reached = context.Results.Moves(context.Scenario.Name).Count(m => m.Policy.Length > 0);
        string share = context.Text.Percent(reached / all, 0), rest = context.Text.Percent(1 - (reached / all), 0);
        return all == 0 ? "" : context.Say($". The policy itself reached {share} of them; {rest} are a consequence of the change for others",
            $". La mesure en a touché {share} elle-même\u00a0; {rest} sont une conséquence du changement pour les autres");
    }

    private static JsonObject Colour(string field) => Json.Object($$"""
        {"field": {{field}}, "type": "nominal", "legend": null,
         "scale": {"domain": {{Kinds}}, "range": {{new[] { Palette.Areas[2], Palette.Areas[1], Palette.Areas[0], Palette.Baseline, Palette.Rule, Palette.Faint }}} } }
        """);

    private static IEnumerable<JsonObject> Ribbons(FigureContext context, string scenario, Dictionary<(int From, int To), double> flows)
    {
        var left = Tops(flows, f => f.From);
        var right = Tops(flows, f => f.To);
        double unit = Unit(flows);
        foreach (var ((from, to), count) in flows.OrderBy(f => f.Key.From).ThenBy(f => f.Key.To))
        {
            for (int i = 0; i <= Steps; i++)
            {
                double t = (double)i / Steps, bend = t * t * (3 - (2 * t));
                double y = left[from] + (bend * (right[to] - left[from]));
                yield return Json.Object($$"""
                    {"scenario": {{scenario}}, "from": {{Kinds[from]}}, "to": {{Kinds[to]}}, "flow": {{$"{Label(context, Kinds[from])} → {Label(context, Kinds[to])}"}}, "count": {{count}}, "x": {{t}}, "y": {{y}}, "y2": {{y + (count * unit)}} }
                    """);
            }

            left[from] += count * unit;
            right[to] += count * unit;
        }
    }

    private static IEnumerable<JsonObject> Nodes(FigureContext context, string scenario, Dictionary<(int From, int To), double> flows)
    {
        double unit = Unit(flows);
        foreach (bool isLeft in new[] { true, false })
        {
            int Side((int From, int To) f) => isLeft ? f.From : f.To;
            var tops = Tops(flows, Side);
            var counts = tops.Keys.Order().Select(k => flows.Where(f => Side(f.Key) == k).Sum(f => f.Value)).ToList();
            double[] middles = Labels.Apart([.. tops.Keys.Order().Select((k, i) => tops[k] + (counts[i] * unit / 2))], context.IsNarrow ? 0.095 : 0.042, 0, 1);
            foreach (var (k, i) in tops.Keys.Order().Select((k, i) => (k, i)))
            {
                double count = counts[i];
                string label = Label(context, Kinds[k]) + (context.IsNarrow ? "\n" : " ") + context.Text.Number(count);
                yield return Json.Object($$"""
                    {"scenario": {{scenario}}, "kind": {{Kinds[k]}}, "x": {{(isLeft ? 0 : 1)}}, "y": {{tops[k]}}, "y2": {{tops[k] + (count * unit)}}, "middle": {{middles[i]}}, "label": {{label}} }
                    """);
            }
        }
    }

    /// <summary>Height of one physician: all of them and the gaps between the six kinds fill the figure.</summary>
    private static double Unit(Dictionary<(int From, int To), double> flows) => (1 - ((Kinds.Length - 1) * Gap)) / flows.Values.Sum();

    private static Dictionary<int, double> Tops(Dictionary<(int From, int To), double> flows, Func<(int From, int To), int> side)
    {
        double unit = Unit(flows), top = 0;
        var tops = new Dictionary<int, double>();
        foreach (var group in flows.GroupBy(f => side(f.Key)).OrderBy(g => g.Key))
        {
            tops[group.Key] = top;
            top += (group.Sum(f => f.Value) * unit) + Gap;
        }

        return tops;
    }

    /// <summary>Physicians by kind of origin and destination, mean a replication.</summary>
    private static Dictionary<(int From, int To), double> Count(ResultIndex results, string scenario)
    {
        var areas = results.Results.Places.ToDictionary(p => p.Code, p => p.Area, StringComparer.Ordinal);
        return results.Moves(scenario)
            .GroupBy(m => (Kind(areas, m.From), Kind(areas, m.To)))
            .ToDictionary(g => g.Key, g => (double)g.Count() / Math.Max(1, results.Manifest.Replications));
    }

    private static int Kind(Dictionary<string, AreaType> areas, string place) => areas.TryGetValue(place, out var area)
        ? area switch { AreaType.Rural => 0, AreaType.Periurban => 1, _ => 2 }
        : place switch { "locum" => 3, "salaried" => 4, _ => 5 };

    private static string Label(FigureContext context, string kind) => kind switch
    {
        "rural" => context.Say("Rural", "Rural"),
        "periurban" => context.Say("Periurban", "Périurbain"),
        "urban" => context.Say("Urban", "Urbain"),
        "locum" => context.Say("Locum", "Remplaçant"),
        "salaried" => context.Say("Salaried", "Salarié"),
        _ => context.Say("Elsewhere or left", "Ailleurs ou parti"),
    };
}
