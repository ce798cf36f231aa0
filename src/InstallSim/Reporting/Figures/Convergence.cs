using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.Results;

namespace InstallSim.Reporting.Figures;

/// <summary>Whether there were enough replications: the mean difference and its interval as replications are added.</summary>
public sealed class Convergence : IFigure
{
    /// <inheritdoc/>
    public string Id => "convergence";

    /// <inheritdoc/>
    public string Shows => "Mean difference and 95% interval as replications are added: whether there were enough.";

    /// <inheritdoc/>
    public FigureChoice Choice => FigureChoice.None;

    /// <inheritdoc/>
    public bool Applies(ResultIndex results) => results.Policies.Count > 0 && results.Manifest.Replications >= (results.Manifest.HoldsDoubt ? 4 : 3) && results.Policies.Any(p => Differences(results, p).Length >= 3);

    /// <inheritdoc/>
    public string Title(FigureContext context)
    {
        var comparisons = context.Results.Policies.Select(p => context.Results.Difference(p.Name, context.Results.Main.Name, context.LastYear)).ToList();
        int clear = comparisons.Count(c => Verdicts.Of(c) is Verdict.Up or Verdict.Down);
        double widest = comparisons.OfType<Comparison>().Select(c => (c.Upper - c.Lower) / 2).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max();
        if (!double.IsFinite(widest))
        {
            return context.Say("The intervals cannot be computed", "Les intervalles ne peuvent être calculés");
        }

        string size = context.Text.Number(widest);
        return context.Results.Manifest.HoldsDoubt ? context.Say(
            $"{clear} of {comparisons.Count} effects are told from zero for all the doubt about inputs; intervals up to ±{size} GPs will not narrow with more replications",
            $"{clear} effet{(clear > 1 ? "s" : "")} sur {comparisons.Count} se distingue{(clear > 1 ? "nt" : "")} de zéro malgré l’incertitude des données\u00a0; des intervalles jusqu’à ±{size} généralistes ne se resserreront pas avec les réplications")
            : context.Say(
            $"{context.Replications} tell {clear} of {comparisons.Count} effects from zero; each is known to within ±{size} GPs",
            $"{context.Replications} distinguent de zéro {clear} effet{(clear > 1 ? "s" : "")} sur {comparisons.Count}\u00a0; chacun est connu à ±{size} généralistes près");
    }

    /// <inheritdoc/>
    public string Subtitle(FigureContext context) => context.Say(
        $"{context.Text.Label(context.Results.Main)}: mean difference from no new policy in {context.LastYear} and its 95% interval ({context.IntervalHolds()}), by number of replications",
        $"{context.Text.Label(context.Results.Main)}\u00a0: écart moyen à la situation sans nouvelle mesure en {context.LastYear} et intervalle à 95\u00a0% ({context.IntervalHolds()}), selon le nombre de réplications");

    /// <inheritdoc/>
    public string Description(FigureContext context) => (context.Results.Manifest.HoldsDoubt ? context.Say("One curve a policy, settling as replications are added. ", "Une courbe par mesure, qui se stabilise avec les réplications. ")
            : context.Say("One curve a policy, narrowing as replications are added. ", "Une courbe par mesure, qui se resserre avec les réplications. "))
        + string.Join("; ", context.Results.Policies.Select(p => (Policy: p, Path: Path(context.Results, Differences(context.Results, p)))).Where(p => p.Path.Count > 0)
            .Select(p => $"{p.Policy.ShownTitle(context.Text)} {context.Text.Number(p.Path[^1].Interval.Mean)} ± {context.Text.Number((p.Path[^1].Interval.Upper - p.Path[^1].Interval.Lower) / 2)}")) + ".";

    /// <inheritdoc/>
    public JsonObject Draw(FigureContext context)
    {
        var shown = context.Results.Policies.Where(p => Differences(context.Results, p).Length >= 3).ToList();
        int columns = Math.Min(shown.Count, context.IsNarrow ? 2 : 3);
        const double AxisRoom = 36, Gap = 18;
        double width = ((context.Width - 12 - (Gap * (columns - 1))) / columns) - AxisRoom;
        int lines = shown.Max(p => PanelTitle(context, p, width).Count);
        var rows = shown.SelectMany(p => Path(context.Results, Differences(context.Results, p)).Select(s => Json.Object($$"""
            {"scenario": {{p.Name}}, "n": {{s.Count}}, "mean": {{s.Interval.Mean}}, "lower": {{s.Interval.Lower}}, "upper": {{s.Interval.Upper}} }
            """)));
        return Json.Object($$"""
            {"datasets": {"convergence": {{rows}} }, "resolve": {"scale": {"y": "shared"} },
             "columns": {{columns}}, "spacing": {"row": {{(16 * lines) + 44}}, "column": {{Gap + AxisRoom}} }, "bounds": "flush",
             "concat": {{shown.Select(p => Panel(context, p, width))}} }
            """);
    }

    private static JsonObject Panel(FigureContext context, ScenarioInfo policy, double width)
    {
        string colour = context.Colour(policy.Name);
        int n = context.Results.Manifest.Replications;
        var tooltip = Json.Array($$"""
            [{"field": "n", "title": {{context.Say("Replications", "Réplications")}} }, {"field": "mean", "title": {{context.Say("Mean difference", "Écart moyen")}}, "format": "+,.2f"},
             {"field": "lower", "title": {{context.Say("95% from", "95 % de")}}, "format": "+,.2f"}, {"field": "upper", "title": {{context.Say("to", "à")}}, "format": "+,.2f"}]
            """);
        return Json.Object($$"""
            {"title": {"text": {{PanelTitle(context, policy, width)}}, "color": {{colour}}, "frame": "group", "fontSize": 13, "lineHeight": 16, "offset": 8}, "width": {{width}}, "height": {{(context.IsNarrow ? 110 : 130)}},
             "data": {"name": "convergence"}, "transform": [{"filter": {"field": "scenario", "equal": {{policy.Name}} } }],
             "encoding": {"x": {"field": "n", "type": "quantitative", "scale": {"domain": {{new double[] { Fewest(n), n }}}, "nice": false}, "axis": {"title": null, "values": {{new double[] { Fewest(n), n }}}, "format": "d"} },
                          "y": {"field": "mean", "type": "quantitative", "axis": {"title": null, "tickCount": 4, "format": "+,~r", "labelExpr": "datum.value === 0 ? '0' : datum.label"} } },
             "layer": [
               {"mark": {"type": "rule", "color": {{Palette.Rule}} }, "encoding": {"y": {"datum": 0, "type": "quantitative"}, "x": {"value": 0}, "x2": {"value": "width"} } },
               {"mark": {"type": "area", "color": {{colour}}, "opacity": 0.2, "clip": true}, "encoding": {"y": {"field": "lower", "type": "quantitative"}, "y2": {"field": "upper"} } },
               {"mark": {"type": "line", "color": {{colour}}, "strokeWidth": 2} },
               {"mark": {"type": "point", "filled": true, "size": 60, "opacity": 0}, "encoding": {"tooltip": {{tooltip}} } } ]}
            """);
    }

    private static IReadOnlyList<string> PanelTitle(FigureContext context, ScenarioInfo policy, double width) => Lettering.Wrap(policy.ShownTitle(context.Text), width + 30, 13, isBold: true, lines: 4);

    private static double[] Differences(ResultIndex results, ScenarioInfo policy)
    {
        var with = results.Values(policy.Name, results.Main.Name, results.Manifest.LastYear);
        var without = results.Values(results.Reference.Name, results.Main.Name, results.Manifest.LastYear);
        return with.Count == without.Count ? [.. with.Zip(without, (a, b) => a - b).Where(double.IsFinite)] : [];
    }

    /// <summary>Fewest replications shown: the intervals of two or three would hide all others.</summary>
    private static int Fewest(int replications) => Math.Clamp(replications / 4, 2, 5);

    /// <summary>Mean and interval after the first n replications; at most about 60 points.</summary>
    private static List<(int Count, Interval Interval)> Path(ResultIndex results, double[] differences)
    {
        var path = new List<(int Count, Interval Interval)>();
        int step = Math.Max(1, differences.Length / 60);
        for (int n = Fewest(differences.Length); n <= differences.Length; n++)
        {
            if (n != differences.Length && n > 10 && n % step != 0)
            {
                continue;
            }

            Interval interval = results.Manifest.HoldsDoubt ? DoubtIntervals.OfNext(differences.AsSpan(0, n)) : Intervals.OfMean(differences.AsSpan(0, n));
            if (double.IsFinite(interval.Lower))
            {
                path.Add((n, interval));
            }
        }

        return path;
    }
}
