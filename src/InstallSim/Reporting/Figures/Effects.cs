using InstallSim.Charts;
using InstallSim.Indicators;
using InstallSim.Results;

namespace InstallSim.Reporting.Figures;

/// <summary>Differences from the baseline at the last year, all scenarios and the main outcomes in one picture (a forest plot).</summary>
internal sealed class Effects : IResultFigure
{
    private const int MostPanels = 4;

    private static readonly string[] Wanted =
        ["stock-under-dense", "share-under-threshold", "accessibility-mean", "accessibility-gini", "stock", "fte", "installations"];

    public string Id => "effects";

    public (string English, string French) ShortName => ("Effects", "Effets");

    public (string English, string French) Shows => (
        "Differences from the baseline at the last year, all scenarios and the main outcomes, with 95% intervals (forest plot).",
        "Écarts au scénario de référence la dernière année, tous les scénarios et les principaux résultats, avec intervalles "
            + "à 95\u00a0%.");

    public bool Applies(FigureContext context) => context.Results.Policies.Count > 0 && Shown(context.Results).Count > 0;

    private static string Title(FigureContext context)
    {
        var main = context.Results.Main;
        var policies = context.Results.Policies;
        var gains = policies.Where(p => Verdicts.IsGain(Verdicts.Of(Last(context, p, main)), main)).ToList();
        string what = context.MainObject();
        if (gains.Count == 0)
        {
            return Unchanged(context) ?? Unsure(context, what)
                ?? context.Say($"By {context.LastYear}, no policy leads to clearly more {what}",
                    $"D’ici {context.LastYear}, aucune mesure ne conduit de façon établie à plus de {what}");
        }

        var best = gains.MaxBy(p => ResultIndex.Gain(main, Last(context, p, main)!.Value.Difference))!;
        string gain = context.Text.Difference(main, Last(context, best, main)!.Value);
        string quoted = context.Quoted(best), but = context.But(best);
        if (policies.Count == 1)
        {
            return context.Say($"By {context.LastYear}, {quoted} leads to clearly more {what} than no new policy ({gain}){but}",
                $"D’ici {context.LastYear}, {quoted} conduit de façon établie à plus de {what} que sans nouvelle mesure "
                    + $"({gain}){but}");
        }

        string some = gains.Count == policies.Count
            ? context.Say($"all {gains.Count} policies lead", $"les {gains.Count} mesures conduisent")
            : gains.Count == 1 ? context.Say($"1 of {policies.Count} policies leads", $"1 mesure sur {policies.Count} conduit")
            : context.Say($"{gains.Count} of {policies.Count} policies lead", $"{gains.Count} mesures sur {policies.Count} conduisent");
        return context.Say($"By {context.LastYear}, {some} to clearly more {what} than no new policy; {quoted} adds most ({gain}){but}",
            $"D’ici {context.LastYear}, {some} de façon établie à plus de {what} que sans nouvelle mesure\u00a0; {quoted} en "
                + $"apporte le plus ({gain}){but}");
    }

    /// <summary>That no policy changes the main outcome at all; null where one does in any replication.</summary>
    private static string? Unchanged(FigureContext context)
    {
        var main = context.Results.Main;
        if (context.Results.Policies.Any(p =>
            Last(context, p, main) is not { Difference: 0, Lower: 0 or double.NaN, Upper: 0 or double.NaN }))
        {
            return null;
        }

        var manifest = context.Results.Manifest;
        int enough = Intervals.Enough(manifest.HoldsDoubt);
        string once = manifest.IsOneReplication ? context.Say(" in the one replication", " dans l’unique réplication")
            : manifest.Replications >= enough ? ""
            : context.Say($" in any of {manifest.Replications} replications, too few to rule a change out",
                $" dans aucune des {manifest.Replications} réplications, trop peu pour exclure un changement");
        return context.Say($"By {context.LastYear}, no policy changes {context.Noun(main)}{once}",
            $"D’ici {context.LastYear}, aucune mesure ne change {context.Noun(main)}{once}");
    }

    /// <summary>What may be said when there is no interval at all; null when there is one.</summary>
    private static string? Unsure(FigureContext context, string what)
    {
        var main = context.Results.Main;
        var differences = context.Results.Policies.Select(p => (Policy: p, Difference: Last(context, p, main)))
            .Where(d => d.Difference is { } c && double.IsFinite(c.Difference)).ToList();
        if (differences.Count == 0 || differences.Any(d => Verdicts.Of(d.Difference) != Verdict.Unknown))
        {
            return null;
        }

        var best = differences.MaxBy(d => ResultIndex.Gain(main, d.Difference!.Value.Difference));
        string gain = context.Text.Difference(main, best.Difference!.Value);
        string said = ResultIndex.Gain(main, best.Difference!.Value.Difference) > 0
            ? context.Say($"{context.Quoted(best.Policy)} adds most {what} by {context.LastYear} ({gain})",
                $"{context.Quoted(best.Policy)} ajoute le plus de {what} d’ici {context.LastYear} ({gain})")
            : context.Say($"By {context.LastYear}, no policy adds {what} ({context.Quoted(best.Policy)}: {gain})",
                $"D’ici {context.LastYear}, aucune mesure n’ajoute de {what} ({context.Quoted(best.Policy)}\u00a0: {gain})");
        return said + context.Say(", but without intervals nobody can say how sure that is",
            ", mais sans intervalle rien ne dit à quel point c’est sûr");
    }

    private static string Subtitle(FigureContext context) => context.Say(
        $"Difference from no new policy in {context.LastYear}: {context.DifferenceInterval()}{Signs(context)}",
        $"Écart à la situation sans nouvelle mesure en {context.LastYear}\u00a0: {context.DifferenceInterval()}{Signs(context)}")
        + context.CutWhereImpossible(Shown(context.Results).SelectMany(i => context.Results.Policies.Select(p => Last(context, p, i))
            .OfType<Comparison>().Select(c => (i, c))));

    /// <summary>What signs mean; nothing where there are no intervals, and so no signs.</summary>
    private static string Signs(FigureContext context) => !context.Results.Manifest.HasIntervals ? "" : context.Say(
        $". Hollow: the interval holds zero{AllAgree(context)}, no clear difference; arrow: mean or interval goes on beyond the picture",
        $". Cercle vide\u00a0: l’intervalle contient zéro{AllAgree(context)}, pas de différence établie\u00a0; "
            + "flèche\u00a0: hors du cadre");

    private static string AllAgree(FigureContext context) => context.OrAllAgree([.. Shown(context.Results).Select(i => i.Name)]);

    private static string Description(FigureContext context)
    {
        var parts = context.Results.PoliciesByGain.Select(p =>
            p.ShownTitle(context.Text) + ": ".French(context)
            + context.Join(Shown(context.Results).Select(i => Spoken(context, p, i))));
        return context.Say("Point and interval for each policy and outcome. ", "Un point et un intervalle par mesure et par indicateur. ")
            + string.Join(". ", parts) + ".";
    }

    public Chart Draw(FigureContext context)
    {
        var policies = context.Results.PoliciesByGain;
        var shown = Shown(context.Results);
        return new Chart(Title(context), Subtitle(context), Description(context), context.Width,
            [.. shown.Select((indicator, at) => Panel(context, indicator, policies, isNamed: at == 0 && !context.IsNarrow))])
        {
            Columns = context.IsNarrow ? 1 : shown.Count,
            ColumnGap = 26,
        };
    }

    private static Panel Panel(FigureContext context, Indicator indicator, IReadOnlyList<ScenarioInfo> policies, bool isNamed)
    {
        var rows = policies.Select((p, i) => (Policy: p, At: i, Difference: Last(context, p, indicator)))
            .Where(r => r.Difference is not null)
            .Select(r => new Effect(r.Policy, r.At, r.Difference!.Value, indicator)).ToList();
        double width = context.IsNarrow ? context.Width : (context.Width - 200) / 4.0;
        var (from, to) = Ends(rows, width);
        var y = Axis.Names(isNamed ? [.. policies.Select(p => p.ShownTitle(context.Text))] : [.. policies.Select(_ => "")], room: 190);
        var x = Axis.Numbers(from, to, 2, value => (value > 0 ? "+" : "") + context.Text.Tick(value)) with { HasGrid = true };
        y = y with { To = context.IsNarrow ? -0.8 : y.To, Ticks = isNamed ? y.Ticks : [] };
        return new Panel(x, y, (y.From - y.To) * (context.IsNarrow ? 60 : 46),
        [
            Mark.One(new Segment(0, y.From, y.To, Palette.Rule) { IsUpright = true, Thickness = 1 }),
            Mark.Of(rows.Where(r => r.Upper > from && r.Lower < to).Select(r => new Segment(
                r.At, Math.Clamp(r.Lower, from, to), Math.Clamp(r.Upper, from, to), context.Colour(r.Policy.Name)))),
            Mark.Of(rows.Where(IsInside).Select(r => new Dot(r.Difference, r.At, context.Colour(r.Policy.Name))
            {
                IsHollow = r.IsUnclear,
                Tip = Tip(context, r, indicator),
            })),
            Mark.Of(rows.Select(r => Value(context, r, (from, to, width), IndicatorText.DecimalsOf(indicator, r.Comparison)) with
            {
                Tip = IsInside(r) ? "" : Tip(context, r, indicator),
            })),
            .. context.IsNarrow ? [Mark.Of(rows.Select(r => Name(context, r, from)))] : (Mark[])[],
        ])
        {
            Heading = new Heading(context.Text.Label(indicator))
            {
                Notes = [context.DifferenceUnit(indicator), Direction(context, indicator)],
            },
        };

        bool IsInside(Effect row) => row.Difference >= from && row.Difference <= to;
    }

    /// <summary>A policy's difference in the unit of its axis.</summary>
    private sealed record Effect(ScenarioInfo Policy, int At, Comparison Comparison, Indicator Indicator)
    {
        public double Difference => Comparison.Difference * Indicator.Scale();

        public double Lower => double.IsNaN(Comparison.Lower) ? Difference : Indicator.Drawn(Comparison.Lower) * Indicator.Scale();

        public double Upper => double.IsNaN(Comparison.Upper) ? Difference : Indicator.Drawn(Comparison.Upper) * Indicator.Scale();

        public bool IsClear => Verdicts.Of(Comparison) is Verdict.Up or Verdict.Down;

        /// <summary>Whether an interval says that it may be nothing.</summary>
        public bool IsUnclear => Verdicts.Of(Comparison) == Verdict.Unclear;
    }

    /// <summary>
    /// Ends of an axis that hold zero, all intervals and half a label, −1 and 1 where all is 0; whoever reaches far beyond all others may
    /// leave the picture.
    /// </summary>
    private static (double From, double To) Ends(List<Effect> rows, double width)
    {
        const double HalfLabel = 30;
        double limit = SharedScale.Limit(rows.Select(r => SharedScale.Reach([r.Difference, r.Lower, r.Upper])));
        double[] ends =
        [
            0,
            .. rows.SelectMany(r => (double[])[r.Difference, r.Lower, r.Upper]).Where(double.IsFinite)
                .Select(v => Math.Clamp(v, -limit, limit)),
        ];
        double margin = (ends.Max() - ends.Min()) * HalfLabel / (width - (2 * HalfLabel));
        return margin == 0 ? (-1, 1) : (ends.Min() - margin, ends.Max() + margin);
    }

    /// <summary>
    /// The value above its dot, beside the line of zero where it would lie on it, or at the edge where it lies outside; arrows where the
    /// interval goes on.
    /// </summary>
    private static Label Value(FigureContext context, Effect row, (double From, double To, double Width) x, int decimals)
    {
        const double Gap = 4;
        string value = (row.Lower < x.From ? "← " : "") + context.Text.WithSign(row.Difference, decimals) + (row.Upper > x.To ? " →" : "");
        var label = new Label(row.Difference, row.At, value, row.IsClear ? Palette.Ink : Palette.Muted) { Dy = -13, HasHalo = true };
        double perUnit = x.Width / (x.To - x.From), at = row.Difference * perUnit, wide = Lettering.Width(value, Lettering.LabelSize);
        double left = x.From * perUnit, right = x.To * perUnit;
        if (Math.Abs(at) > (wide / 2) + Gap || at > right || at < left)
        {
            return at + (wide / 2) > right ? label with { X = x.To, Anchor = Anchor.End }
                : at - (wide / 2) < left ? label with { X = x.From, Anchor = Anchor.Start }
                : label;
        }

        // On the side of its sign, unless there is room on the other alone.
        bool hasLeft = Gap + wide <= -left, hasRight = Gap + wide <= right;
        bool isLeft = row.Difference < 0 ? hasLeft || !hasRight : hasLeft && !hasRight;
        return isLeft ? label with { X = 0, Anchor = Anchor.End, Dx = -Gap } : label with { X = 0, Anchor = Anchor.Start, Dx = Gap };
    }

    /// <summary>The name above the value, on two lines where one is too short.</summary>
    private static Label Name(FigureContext context, Effect row, double from)
    {
        string title = row.Policy.ShownTitle(context.Text);
        double room = context.Width - 16;
        string name = Lettering.OnTwoLines(title, room, Lettering.LabelSize) ?? Lettering.Cut(title, room, Lettering.LabelSize);
        return new Label(from, row.At, name)
        {
            Anchor = Anchor.Start,
            Dy = -23 - (PanelRoom.Lines(name) * Lettering.LabelLine / 2),
            HasHalo = true,
        };
    }

    private static string Tip(FigureContext context, Effect row, Indicator indicator) => context.Tip(
        (context.Say("Policy", "Mesure"), row.Policy.ShownTitle(context.Text)),
        (context.Say("Outcome", "Indicateur"), context.Text.Label(indicator)),
        (context.Say("Difference", "Écart"), context.Text.Difference(indicator, row.Comparison)),
        (context.Say("95% interval", "Intervalle à 95\u00a0%"),
            context.Text.Interval(indicator, row.Comparison)),
        (context.Say("Reading", "Lecture"), context.Reading(Verdicts.Of(row.Comparison), indicator)));

    private static string Direction(FigureContext context, Indicator indicator) => indicator.Better switch
    {
        Better.Higher => context.Say("more is better →", "plus, c’est mieux →"),
        Better.Lower => context.Say("← less is better", "← moins, c’est mieux"),
        _ => "",
    };

    private static string Spoken(FigureContext context, ScenarioInfo policy, Indicator indicator) =>
        Last(context, policy, indicator) is not { } c
            ? $"{context.Text.Label(indicator)} –"
            : $"{context.Text.Label(indicator)} {context.Text.Difference(indicator, c)} ({context.Text.Interval(indicator, c)})";

    private static Comparison? Last(FigureContext context, ScenarioInfo policy, Indicator indicator) =>
        context.Results.Difference(policy.Name, indicator.Name, context.LastYear);

    private static List<Indicator> Shown(ResultIndex results) =>
        [.. Wanted.Select(IndicatorCatalog.Find).OfType<Indicator>()
            .Where(i => results.Policies.Any(p => results.Difference(p.Name, i.Name, results.Manifest.LastYear) is { } d
                && double.IsFinite(d.Difference)))
            .Take(MostPanels)];
}
