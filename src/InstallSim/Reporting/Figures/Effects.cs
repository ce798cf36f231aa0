using System.Text.Json.Nodes;
using InstallSim.Indicators;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Reporting.Figures;

/// <summary>Differences from the baseline at the last year, all scenarios and the main outcomes in one picture (a forest plot).</summary>
public sealed class Effects : IFigure
{
    private const int MostPanels = 4;

    private static readonly string[] Wanted =
        ["stock-under-dense", "share-under-threshold", "accessibility-mean", "accessibility-gini", "stock", "fte", "installations"];

    /// <inheritdoc/>
    public string Id => "effects";

    /// <inheritdoc/>
    public string Shows => "Differences from the baseline at the last year, all scenarios and the main outcomes, with 95% intervals (forest plot).";

    /// <inheritdoc/>
    public FigureChoice Choice => FigureChoice.None;

    /// <inheritdoc/>
    public bool Applies(ResultIndex results) => results.Policies.Count > 0 && Shown(results).Count > 0;

    /// <inheritdoc/>
    public string Title(FigureContext context)
    {
        var main = context.Results.Main;
        var policies = context.Results.Policies;
        var gains = policies.Where(p => Verdicts.IsGain(Verdicts.Of(Last(context, p, main)), main)).ToList();
        string what = context.MainObject();
        if (gains.Count == 0)
        {
            return Unsure(context, what) ?? context.Say($"By {context.LastYear}, no policy leads to clearly more {what}", $"D’ici {context.LastYear}, aucune mesure ne conduit à nettement plus de {what}");
        }

        var best = gains.MaxBy(p => ResultIndex.Gain(main, Last(context, p, main)!.Value.Difference))!;
        string gain = context.Text.Difference(main, Last(context, best, main)!.Value.Difference);
        string quoted = context.Quoted(best), but = But(context, best);
        if (policies.Count == 1)
        {
            return context.Say($"By {context.LastYear}, {quoted} leads to clearly more {what} than no new policy ({gain}){but}", $"D’ici {context.LastYear}, {quoted} conduit à nettement plus de {what} que sans nouvelle mesure ({gain}){but}");
        }

        string some = gains.Count == policies.Count ? context.Say($"all {gains.Count} policies lead", $"les {gains.Count} mesures conduisent")
            : gains.Count == 1 ? context.Say($"1 of {policies.Count} policies leads", $"1 mesure sur {policies.Count} conduit")
            : context.Say($"{gains.Count} of {policies.Count} policies lead", $"{gains.Count} mesures sur {policies.Count} conduisent");
        return context.Say($"By {context.LastYear}, {some} to clearly more {what} than no new policy; {quoted} adds most ({gain}){but}",
            $"D’ici {context.LastYear}, {some} à nettement plus de {what} que sans nouvelle mesure\u00a0; {quoted} en apporte le plus ({gain}){but}");
    }

    /// <summary>What may be said when there is no interval at all; null when there is one.</summary>
    private static string? Unsure(FigureContext context, string what)
    {
        var main = context.Results.Main;
        var differences = context.Results.Policies.Select(p => (Policy: p, Difference: Last(context, p, main))).Where(d => d.Difference is { } c && double.IsFinite(c.Difference)).ToList();
        if (differences.Count == 0 || differences.Any(d => Verdicts.Of(d.Difference) != Verdict.Unknown))
        {
            return null;
        }

        var best = differences.MaxBy(d => ResultIndex.Gain(main, d.Difference!.Value.Difference));
        string gain = context.Text.Difference(main, best.Difference!.Value.Difference);
        return context.Say($"{context.Quoted(best.Policy)} adds most {what} by {context.LastYear} ({gain}), but without intervals nobody can say how sure that is",
            $"{context.Quoted(best.Policy)} ajoute le plus de {what} d’ici {context.LastYear} ({gain}), mais sans intervalle rien ne dit à quel point c’est sûr");
    }

    /// <summary>What the policy clearly worsens, as the end of a sentence; empty when that is nothing.</summary>
    private static string But(FigureContext context, ScenarioInfo policy)
    {
        var losses = context.Results.Losses(policy.Name).ToList();
        string[] parts =
        [
            .. Part(i => i.Better == Better.Higher, context.Say("lowers", "fait nettement baisser")),
            .. Part(i => i.Better != Better.Higher, context.Say("raises", "fait nettement monter")),
        ];
        return parts.Length == 0 ? "" : context.Say(", but clearly ", ", mais ") + context.Text.List(parts);

        IEnumerable<string> Part(Func<Indicator, bool> which, string verb) =>
            losses.Where(which).Select(context.Noun).ToList() is { Count: > 0 } nouns ? [$"{verb} {context.Text.List(nouns)}"] : [];
    }

    /// <inheritdoc/>
    public string Subtitle(FigureContext context) => context.Say(
        $"Difference from no new policy in {context.LastYear}: {context.DifferenceInterval()}. Hollow: the interval holds zero, no clear difference",
        $"Écart à la situation sans nouvelle mesure en {context.LastYear}\u00a0: {context.DifferenceInterval()}. Cercle vide\u00a0: l’intervalle contient zéro, pas de différence nette");

    /// <inheritdoc/>
    public string Description(FigureContext context)
    {
        var parts = context.Results.PoliciesByGain.Select(p => $"{p.ShownTitle(context.Text)}: " + string.Join("; ", Shown(context.Results).Select(i => Spoken(context, p, i))));
        return context.Say("Point and interval for each policy and outcome. ", "Un point et un intervalle par mesure et par indicateur. ") + string.Join(". ", parts) + ".";
    }

    /// <inheritdoc/>
    public JsonObject Draw(FigureContext context)
    {
        var policies = context.Results.PoliciesByGain;
        var shown = Shown(context.Results);
        double labels = LabelWidth(context);
        const double Gap = 26;
        int columns = context.IsNarrow ? 1 : shown.Count;
        double panel = (context.Width - labels - 14 - (Gap * (columns - 1))) / columns;
        int lines = shown.Max(i => TitleLines(context, i, panel));
        return Json.Object($$"""
            {
              "params": [{"name": "labels", "value": {{Labels(context, policies, labels)}} }],
              "datasets": {"effects": {{policies.SelectMany(p => shown.Select(i => Row(context, p, i)))}} },
              "columns": {{columns}}, "spacing": {"row": {{(16 * lines) + 44}}, "column": {{Gap}} }, "bounds": "flush",
              "concat": {{shown.Select((i, at) => Panel(context, i, policies, panel, at % columns == 0))}}
            }
            """);
    }

    private static JsonObject Panel(FigureContext context, Indicator indicator, IReadOnlyList<ScenarioInfo> policies, double width, bool first)
    {
        var size = X(context, indicator, policies, width);
        var colour = Json.Object($$"""{"field": "colour", "type": "nominal", "scale": null}""");
        var layers = new List<JsonObject>
        {
            Json.Object($$"""{"mark": {"type": "rule", "color": {{Palette.Rule}}, "strokeWidth": 1}, "encoding": {"x": {"datum": 0, "type": "quantitative"}, "y": {"value": 0}, "y2": {"value": "height"} } }"""),
            Json.Object($$"""
                {"mark": {"type": "rule", "strokeWidth": 2.5, "strokeCap": "round"},
                 "encoding": {"x": {{Field(size, "lower")}}, "x2": {"field": "upper"}, "color": {{colour}} } }
                """),
            Json.Object($$"""
                {"mark": {"type": "point", "size": 80, "opacity": 1, "strokeWidth": 2.5},
                 "encoding": {"x": {{Field(size, "difference")}}, "stroke": {{colour}}, "tooltip": {{Tooltip(context)}},
                              "fill": {"condition": {"test": "!datum.clear", "value": {{Palette.Paper}} }, "field": "colour", "type": "nominal", "scale": null} } }
                """),
        };
        layers.AddRange(Reporting.Labels.WithHalo(Json.Object($$"""
            {"mark": {"type": "text", "dy": -14},
             "encoding": {"x": {{Field(size, "difference")}}, "text": {"field": "label"},
                          "color": {"condition": {"test": "datum.clear", "value": {{Palette.Ink}} }, "value": {{Palette.Muted}} } } }
            """)));
        if (context.IsNarrow)
        {
            layers.AddRange(Reporting.Labels.WithHalo(Json.Object($$"""
                {"mark": {"type": "text", "align": "left", "x": 0, "dy": -30, "fontSize": 13}, "encoding": {"text": {"field": "short"} } }
                """)));
        }

        return Json.Object($$"""
            {
              "title": {{PanelTitle(context, indicator, width)}},
              "width": {{width}}, "height": {{policies.Count * (context.IsNarrow ? 62 : 46)}},
              "data": {"name": "effects"},
              "transform": [{"filter": {"field": "indicator", "equal": {{indicator.Name}} } }],
              "encoding": {"y": {{Y(policies, first && !context.IsNarrow)}} },
              "layer": {{layers}}
            }
            """);
    }

    private static int TitleLines(FigureContext context, Indicator indicator, double width) =>
        Lettering.Wrap(context.Text.Label(indicator), width, 13, semibold: true, lines: 6).Count + Lettering.Wrap(context.DifferenceUnit(indicator), width, FigureSpecification.LabelSize, lines: 3).Count + 1;

    private static JsonObject PanelTitle(FigureContext context, Indicator indicator, double width)
    {
        string better = indicator.Better switch
        {
            Better.Higher => context.Say("more is better →", "plus, c’est mieux →"),
            Better.Lower => context.Say("← less is better", "← moins, c’est mieux"),
            _ => "",
        };
        var unit = Lettering.Wrap(context.DifferenceUnit(indicator), width, FigureSpecification.LabelSize, lines: 3).Append(better);
        return Json.Object($$"""
            {"text": {{Lettering.Wrap(context.Text.Label(indicator), width, 13, semibold: true, lines: 6)}}, "subtitle": {{unit}},
             "frame": "group", "fontSize": 13, "lineHeight": 16, "offset": 10, "subtitleFontSize": {{FigureSpecification.LabelSize}}, "subtitleLineHeight": 15, "subtitlePadding": 3}
            """);
    }

    private static JsonObject X(FigureContext context, Indicator indicator, IReadOnlyList<ScenarioInfo> policies, double width)
    {
        const double HalfLabel = 30;
        double scale = indicator.Scale();
        double[] ends = [0, .. policies.Select(p => Last(context, p, indicator)).OfType<Comparison>()
            .SelectMany(c => new[] { c.Difference * scale, c.Lower * scale, c.Upper * scale }).Where(double.IsFinite)];
        double margin = Math.Max((ends.Max() - ends.Min()) * HalfLabel / (width - (2 * HalfLabel)), 1e-6);
        double[] domain = [ends.Min() - margin, ends.Max() + margin];
        return Json.Object($$"""
            {"type": "quantitative", "scale": {"domain": {{domain}}, "nice": false, "zero": false},
             "axis": {"title": null, "tickCount": 3, "format": "+,~r", "grid": true, "labelFlush": false, "labelOverlap": "greedy", "labelSeparation": 8, "labelExpr": "datum.value === 0 ? '0' : datum.label"} }
            """);
    }

    private static JsonObject Field(JsonObject channel, string field)
    {
        var whole = channel.DeepClone().AsObject();
        whole["field"] = field;
        return whole;
    }

    private static JsonObject Y(IReadOnlyList<ScenarioInfo> policies, bool labelled)
    {
        JsonNode? axis = labelled
            ? Json.Object($$"""
                {"title": null, "labelExpr": "labels[datum.value]", "labelFontSize": 13, "labelColor": {{Palette.Ink}}, "labelLineHeight": 15, "labelLimit": 600, "labelPadding": 10}
                """)
            : null;
        return Json.Object($$"""{"field": "scenario", "type": "ordinal", "scale": {"domain": {{policies.Select(p => p.Name)}}}, "axis": {{axis}}}""");
    }

    private static JsonArray Tooltip(FigureContext context) => Json.Array($$"""
        [{"field": "title", "title": {{context.Say("Policy", "Mesure")}}}, {"field": "outcome", "title": {{context.Say("Outcome", "Indicateur")}}},
         {"field": "said", "title": {{context.Say("Difference", "Écart")}}}, {"field": "interval", "title": {{context.Say("95% interval", "Intervalle à 95 %")}}},
         {"field": "verdict", "title": {{context.Say("Reading", "Lecture")}}}]
        """);

    private static JsonObject? Row(FigureContext context, ScenarioInfo policy, Indicator indicator)
    {
        if (Last(context, policy, indicator) is not { } c)
        {
            return null;
        }

        var verdict = Verdicts.Of(c);
        double scale = indicator.Scale();
        return Json.Object($$"""
            {"scenario": {{policy.Name}}, "title": {{policy.ShownTitle(context.Text)}}, "short": {{Lettering.Cut(policy.ShownTitle(context.Text), context.Width - 24, 13)}}, "indicator": {{indicator.Name}}, "outcome": {{context.Text.Label(indicator)}},
             "difference": {{c.Difference * scale}}, "lower": {{c.Lower * scale}}, "upper": {{c.Upper * scale}}, "colour": {{context.Colour(policy.Name)}},
             "clear": {{verdict is Verdict.Up or Verdict.Down}}, "label": {{context.Text.WithSign(c.Difference * scale, Decimals(context, indicator))}}, "said": {{context.Text.Difference(indicator, c.Difference)}},
             "interval": {{context.Text.Interval(indicator, c.Lower, c.Upper)}}, "verdict": {{context.Reading(verdict, indicator)}}}
            """);
    }

    /// <summary>Decimals of a panel, the same for all its numbers: three digits for the largest.</summary>
    private static int Decimals(FigureContext context, Indicator indicator)
    {
        double largest = context.Results.Policies.Select(p => Math.Abs(Last(context, p, indicator)?.Difference ?? 0) * indicator.Scale()).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        return largest == 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(largest)), 0, 4);
    }

    private static string Spoken(FigureContext context, ScenarioInfo policy, Indicator indicator) => Last(context, policy, indicator) is not { } c
        ? $"{context.Text.Label(indicator)} –"
        : $"{context.Text.Label(indicator)} {context.Text.Difference(indicator, c.Difference)} ({context.Text.Interval(indicator, c.Lower, c.Upper)})";

    private static double LabelWidth(FigureContext context) => context.IsNarrow
        ? 4 : Math.Min(200, context.Results.Policies.Select(p => Lettering.Width(p.ShownTitle(context.Text), 13)).Max()) + 14;

    private static JsonObject Labels(FigureContext context, IReadOnlyList<ScenarioInfo> policies, double width) => context.IsNarrow
        ? [] : new(policies.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)Json.Array($"{Lettering.Wrap(p.ShownTitle(context.Text), width - 14, 13, lines: 3)}"))));

    private static Comparison? Last(FigureContext context, ScenarioInfo policy, Indicator indicator) =>
        context.Results.Difference(policy.Name, indicator.Name, context.LastYear);

    private static List<Indicator> Shown(ResultIndex results) =>
        [.. Wanted.Select(IndicatorCatalog.Find).OfType<Indicator>()
            .Where(i => results.Policies.Any(p => results.Difference(p.Name, i.Name, results.Manifest.LastYear) is { } d && double.IsFinite(d.Difference)))
            .Take(MostPanels)];
}
