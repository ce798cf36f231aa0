using InstallSim.Charts;
using InstallSim.Indicators;
using InstallSim.Results;

namespace InstallSim.Reporting.Figures;

/// <summary>Whether there were enough replications: the mean difference and its interval as replications are added.</summary>
internal sealed class Convergence : IResultFigure
{
    public string Id => "convergence";

    public (string English, string French) ShortName => ("Enough replications?", "Assez de réplications\u00a0?");

    public (string English, string French) Shows => (
        "Mean difference and 95% interval as replications are added: whether there were enough.",
        "Écart moyen et intervalle à 95\u00a0% à mesure que s’ajoutent des réplications\u00a0: y en avait-il assez\u00a0?");

    public bool Applies(FigureContext context) =>
        context.Results.Manifest.Replications >= (context.Results.Manifest.HoldsDoubt ? 4 : 3)
        && Paths(context.Results).Any(p => p.Steps.Count > 1);

    private static string Title(FigureContext context)
    {
        string main = context.Results.Main.Name;
        var comparisons = context.Results.Policies.Select(p => context.Results.Difference(p.Name, main, context.LastYear)).ToList();
        int clear = comparisons.Count(c => Verdicts.Of(c) is Verdict.Up or Verdict.Down);
        double widest = comparisons.OfType<Comparison>().Select(c => Math.Max(c.Upper - c.Difference, c.Difference - c.Lower))
            .Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max();
        if (!double.IsFinite(widest))
        {
            return context.Say("The intervals cannot be computed", "Les intervalles ne peuvent être calculés");
        }

        var (size, all) = (context.Text.Number(widest), comparisons.Count);
        string effects = all == 1 ? clear == 0 ? "l’effet ne" : "l’effet"
            : clear == 0 ? $"aucun des {all} effets ne" : $"{clear} effet{(clear > 1 ? "s" : "")} sur {all}";
        string told = all != 1 ? $"tell {clear} of {all} effects from zero"
            : clear == 0 ? "do not tell the effect from zero" : "tell the effect from zero";
        return context.Say(
            $"{context.Replications} {told}; intervals reach up to {size} GPs from the mean, and "
                + context.MoreReplications(),
            $"{context.Replications}\u00a0: {effects} se distingue{(clear > 1 ? "nt" : "")} de zéro\u00a0; les intervalles vont "
                + $"jusqu’à {size} généralistes de la moyenne, et {context.MoreReplications()}");
    }

    private static string Subtitle(FigureContext context, List<Path> paths) => context.Say(
        $"{context.Text.Label(context.Results.Main)}: mean difference from no new policy in {context.LastYear} and its 95% interval "
        + $"({context.IntervalHolds()}), by number of replications",
        $"{context.Text.Label(context.Results.Main)}\u00a0: écart moyen à la situation sans nouvelle mesure en {context.LastYear} "
        + $"et intervalle à 95\u00a0% ({context.IntervalHolds()}), selon le nombre de réplications")
        + (paths.Any(p => p.IsCut)
            ? context.Say("; wider ones at first are cut off", "\u00a0; les plus larges, au début, sont coupés")
            : "")
        + Tied(context)
        + Leading.LeftOut(context);

    /// <summary>Which policies have no curve, for all replications agree, and are too few to tell.</summary>
    private static string Tied(FigureContext context)
    {
        var left = Leading.Of(context.Results)
            .Where(p => context.Results.Difference(p.Name, context.Results.Main.Name, context.LastYear) is { IsTied: true })
            .Select(p => p.ShownTitle(context.Text)).ToList();
        return left.Count == 0 ? "" : context.Say(
            $". No interval, for all replications agree: {context.Join(left)}",
            $". Sans intervalle, car toutes les réplications concordent\u00a0: {context.Join(left)}");
    }

    private static string Description(FigureContext context, List<Path> paths)
    {
        string way = context.Results.Manifest.HoldsDoubt
            ? context.Say("settling", "se stabilise") : context.Say("narrowing", "se resserre");
        return context.Say(
            $"One curve a policy, {way} as replications are added. ", $"Une courbe par mesure, qui {way} avec les réplications. ")
            + context.Join(paths.Select(p => $"{p.Policy.ShownTitle(context.Text)} {Written(context, p.Steps[^1].Interval)}")) + ".";
    }

    private static string Written(FigureContext context, Interval interval)
    {
        Indicator main = context.Results.Main;
        Comparison c = Compared(context, interval);
        return $"{context.Text.Difference(main, c)} ({context.Text.Interval(main, c)})";
    }

    private static Comparison Compared(FigureContext context, Interval i) => new(
        "", "", context.LastYear, context.Results.Main.Name, i.Mean, i.StandardError, i.Lower, i.Upper, i.Count);

    public Chart Draw(FigureContext context)
    {
        var paths = Paths(context.Results);
        int columns = Math.Min(paths.Count, context.IsNarrow ? 2 : 3);
        double limit = SharedScale.Limit(paths.Select(p => p.Reach));
        var names = Leading.Headings(context, paths.Select(p => p.Policy), columns);
        string own = context.Say(", a scale of its own", ", échelle à part");
        return new Chart(Title(context), Subtitle(context, paths), Description(context, paths), context.Width,
            [.. paths.Select(p => Panel(context, p, p.Reach > limit ? [p] : paths.Where(o => o.Reach <= limit)) with
            {
                Heading = new Heading(names[p.Policy.Name], context.Colour(p.Policy.Name))
                {
                    Notes = [Written(context, p.Steps[^1].Interval) + (p.Reach > limit ? own : "")],
                },
            })])
        {
            Columns = columns,
            ColumnGap = 20,
        };
    }

    private static Panel Panel(FigureContext context, Path path, IEnumerable<Path> sharing)
    {
        string colour = context.Colour(path.Policy.Name);
        int n = context.Results.Manifest.Replications;
        double[] ends = [Fewest(n), n];
        var y = Axis.Around(sharing.SelectMany(p => p.Values).Append(0), 4, context.Text.SignedTick);
        var x = new Axis(ends[0], ends[1]) { Ticks = [.. ends.Select(e => new Tick(e, context.Text.Number(e, 0)))] };
        return new Panel(x, y with { HasGrid = true }, context.IsNarrow ? 110 : 130,
        [
            Mark.One(new Segment(0, ends[0], ends[1], Palette.Rule) { Thickness = 1 }),
            Mark.One(new Band([.. path.Steps.Select(Inside)], colour) { Opacity = 0.2 }),
            Mark.One(new Line([.. path.Steps.Select(At)], colour)),
            Mark.Of(path.Steps.Select(s => new Dot(s.Count, At(s).Y, colour) { Opacity = 0, Tip = Tip(context, s) })),
        ]);

        double Clamp(double value) => Math.Clamp(value, y.From, y.To);
        Span Inside(Step s) => new(s.Count, Clamp(s.Interval.Lower), Clamp(s.Interval.Upper));
        Point At(Step s) => new(s.Count, Clamp(s.Interval.Mean));
    }

    private static string Tip(FigureContext context, Step step) => context.Tip(
        (context.Say("Replications", "Réplications"), context.Text.Number(step.Count, 0)),
        (context.Say("Mean difference", "Écart moyen"), context.Text.Difference(context.Results.Main, Compared(context, step.Interval))),
        (context.Say("95% interval", "Intervalle à 95\u00a0%"),
            context.Text.Interval(context.Results.Main, Compared(context, step.Interval))));

    /// <summary>Mean and interval after so many replications.</summary>
    private sealed record Step(int Count, Interval Interval);

    /// <summary>Mean and interval of a policy as replications are added.</summary>
    private sealed record Path(ScenarioInfo Policy, IReadOnlyList<Step> Steps)
    {
        /// <summary>What the axis holds: from half of the replications on, for the first intervals would press all others flat.</summary>
        public IEnumerable<double> Values => Steps.Where(s => 2 * s.Count >= Steps[^1].Count)
            .SelectMany(s => (double[])[s.Interval.Lower, s.Interval.Mean, s.Interval.Upper]);

        public double Reach => SharedScale.Reach(Values);

        public bool IsCut => Steps.Any(s => s.Interval.Upper > Values.Max() || s.Interval.Lower < Values.Min());
    }

    private static List<Path> Paths(ResultIndex results) => [.. Leading.Of(results)
        .Select(p => new Path(p, Steps(results, Differences(results, p)))).Where(p => p.Steps.Count > 0)];

    private static double[] Differences(ResultIndex results, ScenarioInfo policy)
    {
        var with = results.Values(policy.Name, results.Main.Name, results.Manifest.LastYear);
        var without = results.Values(results.Reference.Name, results.Main.Name, results.Manifest.LastYear);
        return with.Count == without.Count ? [.. with.Zip(without, (a, b) => a - b).Where(double.IsFinite)] : [];
    }

    /// <summary>Fewest replications shown: the intervals of two or three would hide all others.</summary>
    private static int Fewest(int replications) => Math.Clamp(replications / 4, 2, 5);

    /// <summary>Mean and interval after the first n replications; at most about 60 points.</summary>
    private static List<Step> Steps(ResultIndex results, double[] differences)
    {
        var path = new List<Step>();
        int step = Math.Max(1, differences.Length / 60);
        for (int n = Fewest(differences.Length); n <= differences.Length && differences.Length >= 3; n++)
        {
            if (n != differences.Length && n > 10 && n % step != 0)
            {
                continue;
            }

            double[] first = differences[..n];
            var interval = Intervals.OfDifference(first, results.Manifest.HoldsDoubt);
            if (double.IsFinite(interval.Lower))
            {
                path.Add(new Step(n, interval));
            }
        }

        return path;
    }
}
