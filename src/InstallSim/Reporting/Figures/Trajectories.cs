using InstallSim.Charts;
using InstallSim.Indicators;

namespace InstallSim.Reporting.Figures;

/// <summary>One outcome over the years: the level without new policy, and a panel a policy with the paired difference from it.</summary>
internal sealed class Trajectories : IResultFigure
{
    /// <summary>Most room of words left and right of one of two panels side by side on a phone, pixels.</summary>
    private const double MostWords = 80;

    public string Id => "trajectories";

    public (string English, string French) ShortName => ("Year by year", "Année par année");

    public (string English, string French) Shows => (
        "One outcome over the years: its level without new policy, the difference that each policy makes; the reader chooses "
            + "the outcome.",
        "Un résultat au fil des années\u00a0: son niveau sans nouvelle mesure et l’écart par mesure, avec intervalles à "
            + "95\u00a0%\u00a0; on choisit le résultat.");

    public FigureChoice Choice => FigureChoice.Indicator;

    public bool Applies(FigureContext context) => context.Results.Indicators.Count > 0;

    private static string Title(FigureContext context)
    {
        var i = context.Indicator;
        string baseline = context.Results.Reference.Name;
        double start = context.Results.Spread(baseline, i.Name, context.FirstYear).Mean;
        double end = context.Results.Spread(baseline, i.Name, context.LastYear).Mean;
        string label = context.Text.Label(i) + context.Say(":", "\u00a0:");
        if (context.FirstYear == context.LastYear || !double.IsFinite(start) || !double.IsFinite(end))
        {
            return $"{label} {context.Text.Value(i, end)} {context.Say("in", "en")} {context.LastYear}";
        }

        string from = context.Text.Value(i, start), to = context.Text.Value(i, end);
        string course = from == to ? context.Say(
                $"{from} in both {context.FirstYear} and {context.LastYear}", $"{from} en {context.FirstYear} comme en {context.LastYear}")
            : context.Say($"from {from} to {to} by {context.LastYear}", $"de {from} à {to} d’ici {context.LastYear}");
        return $"{label} {course}{context.WithoutNewPolicy}{Policies(context)}";
    }

    private static string Policies(FigureContext context)
    {
        var i = context.Indicator;
        var policies = context.Results.Policies;
        var verdicts = policies.Select(p => Verdicts.Of(context.Results.Difference(p.Name, i.Name, context.LastYear))).ToList();
        if (policies.Count == 0 || verdicts.All(v => v == Verdict.Unknown))
        {
            return "";
        }

        int up = verdicts.Count(v => v == Verdict.Up), down = verdicts.Count(v => v == Verdict.Down), all = policies.Count;
        return (up, down) switch
        {
            (0, 0) => context.Say(", and no policy clearly changes that", "\u00a0; aucune mesure n’y change rien de façon établie"),
            (_, 0) => "; ".French(context) + context.Count(up, all, context.Say("clearly higher", "plus haut de façon établie")),
            (0, _) => "; ".French(context) + context.Count(down, all, context.Say("clearly lower", "plus bas de façon établie")),
            _ => "; ".French(context) + context.Say($"of {all} policies, {up} end clearly higher and {down} clearly lower",
                $"sur {all} mesures, {up} plus haut et {down} plus bas, de façon établie"),
        };
    }

    private static string Subtitle(FigureContext context, bool hasDifferences)
    {
        var (manifest, unit) = (context.Results.Manifest, context.Unit(context.Indicator));
        string of = unit.Length == 0 || context.Indicator.Unit is "GPs" or IndicatorCatalog.Share ? ""
            : context.Say($"Unit: {unit}. ", $"Unité\u00a0: {unit}. ");
        string mean = manifest.IsOneReplication ? context.Replications : context.Say(
            $"mean of {context.Replications} and the band of 90% of them",
            $"moyenne de {context.Replications} et bande de 90\u00a0% d’entre elles");
        string axis = context.Say("the axis does not start at zero", "l’axe ne part pas de zéro");
        if (!hasDifferences)
        {
            return of + context.Say($"Line and band: {mean}; {axis}", $"Ligne et bande\u00a0: {mean}\u00a0; {axis}");
        }

        string hollow = !manifest.HasIntervals ? "" : context.Say(
            $". Hollow: the interval in {context.LastYear} holds zero{context.OrAllAgree(context.Indicator.Name)}",
            $". Cercle vide\u00a0: l’intervalle en {context.LastYear} contient zéro{context.OrAllAgree(context.Indicator.Name)}");
        return of + context.Say(
            $"Grey: level without new policy, {mean}; {axis}. Colours: difference from it, ",
            $"Gris\u00a0: niveau sans nouvelle mesure, {mean}\u00a0; {axis}. Couleurs\u00a0: écart à ce niveau, ")
            + context.DifferenceInterval() + hollow + context.CutWhereImpossible(Leading.Of(context.Results)
                .SelectMany(p => context.Results.Years.Select(y => context.Results.Difference(p.Name, context.Indicator.Name, y)))
                .OfType<Results.Comparison>().Select(c => (context.Indicator, c))) + Leading.LeftOut(context);
    }

    private static string Description(FigureContext context, IEnumerable<Course> courses) =>
        context.Say("Lines over the years. ", "Courbes au fil des années. ")
        + context.Join(courses.Where(c => c.Years.Count > 0).Select(c =>
            $"{c.Scenario.ShownTitle(context.Text)}{context.Say(":", "\u00a0:")} " + (c.IsLevel
                ? $"{c.Write(context.Text, c.Years[0])} {context.Say("to", "à")} {c.Write(context.Text, c.Years[^1])}"
                : $"{c.Write(context.Text, c.Years[^1])} ({c.WriteInterval(context.Text, c.Years[^1])})"))) + ".";

    public Chart Draw(FigureContext context)
    {
        var policies = Leading.Of(context.Results);
        var differences = policies.Select(p => Course.Differences(context, p)).ToList();
        bool hasDifferences = differences.Any(c => c.Years.Count > 0);
        List<Course> courses =
        [
            Course.Levels(context, context.Results.Reference),
            .. hasDifferences ? differences : policies.Select(p => Course.Levels(context, p)),
        ];
        double limit = SharedScale.Limit(courses.Where(c => !c.IsLevel).Select(c => c.Reach));
        double room = 10 + courses.SelectMany(c => c.Years.TakeLast(1).Select(y => Wide(c.Write(context.Text, y))))
            .DefaultIfEmpty(0).Max();
        var scales = courses.ConvertAll(c => Scale(context, courses, c, limit));
        double words = room + scales.Max(y => y.Ticks.Max(t => Wide(t.Label)));
        int columns = Math.Min(courses.Count, !context.IsNarrow ? 3 : words > MostWords ? 1 : 2);
        var names = Leading.Headings(context, courses.Select(c => c.Scenario), columns);
        return new Chart(Title(context), Subtitle(context, hasDifferences), Description(context, courses), context.Width,
            [.. courses.Zip(scales, (c, y) => Panel(context, c, y) with
            {
                Heading = new Heading(names[c.Scenario.Name], context.Colour(c.Scenario.Name)) { Notes = [Quantity(context, c, limit)] },
                RoomRight = room,
            })])
        {
            Columns = columns,
        };
    }

    private static double Wide(string words) => Lettering.Width(words, Lettering.LabelSize);

    /// <summary>The axis that a panel shares with those of its kind, or its own where it reaches far beyond them.</summary>
    private static Axis Scale(FigureContext context, List<Course> all, Course own, double limit)
    {
        var sharing = own.Reach > limit ? [own] : all.Where(c => c.IsLevel == own.IsLevel && c.Reach <= limit);
        IEnumerable<double> values = [.. own.IsLevel ? [] : (double[])[0], .. sharing.SelectMany(c => c.Values)];
        return Axis.Around(values, 4, value => own.WriteTick(context.Text, value)) with { HasGrid = true };
    }

    private static string Quantity(FigureContext context, Course course, double limit) =>
        course.Years.Count == 0 ? context.Say("no value", "aucune valeur")
        : course.IsLevel ? context.Say("Level", "Niveau")
        : course.Reach <= limit ? context.Say("Difference", "Écart")
        : context.Say("Difference, a scale of its own", "Écart, échelle à part");

    private static Panel Panel(FigureContext context, Course course, Axis y)
    {
        string colour = context.Colour(course.Scenario.Name);
        var (first, last) = (context.FirstYear, context.LastYear);
        var x = Axis.Years(first, last, context.IsNarrow || last - first < 4 ? [first, last] : [first, (first + last) / 2, last]);
        var banded = course.Years.Where(a => a.HasInterval).Select(course.Drawn).ToList();
        return new Panel(x, y, context.IsNarrow ? 110 : 140,
        [
            .. course.IsLevel ? [] : (Mark[])[Mark.One(new Segment(0, x.From, x.To, Palette.Rule) { Thickness = 1 })],
            banded.Count == 1 ? Mark.One(new Segment(banded[0].Year, banded[0].Lower, banded[0].Upper, colour) { IsUpright = true })
                : Mark.One(new Band([.. banded.Select(a => new Span(a.Year, a.Lower, a.Upper))], colour) { Opacity = 0.2 }),
            Mark.One(new Line([.. course.Years.Select(a => new Point(a.Year, a.Middle))], colour)),
            Mark.Of(course.Years.Select(a => new Dot(a.Year, a.Middle, colour) { Opacity = 0, Tip = Tip(context, course, a) })),
            .. course.Years.Count == 0 ? [] : End(context, course, colour),
        ]);
    }

    private static IEnumerable<Mark> End(FigureContext context, Course course, string colour)
    {
        var last = course.Years[^1];
        yield return Mark.One(new Dot(last.Year, last.Middle, colour)
        {
            Diameter = 8,
            IsHollow = !course.IsLevel && last.IsUnclear,
            Tip = Tip(context, course, last),
        });
        yield return Mark.One(new Label(last.Year, last.Middle, course.Write(context.Text, last), colour)
        {
            Anchor = Anchor.Start,
            Dx = 8,
            HasHalo = true,
        });
    }

    private static string Tip(FigureContext context, Course course, YearValue year) => context.Tip(
        (context.Say("Scenario", "Scénario"), course.Scenario.ShownTitle(context.Text)),
        (context.Say("Year", "Année"), $"{year.Year}"),
        (course.IsLevel ? context.Say("Mean", "Moyenne") : context.Say("Difference", "Écart"), course.Write(context.Text, year)),
        (course.IsLevel ? context.Say("90% of replications", "90\u00a0% des réplications")
            : context.Say("95% interval", "Intervalle à 95\u00a0%"), course.WriteInterval(context.Text, year)));
}
