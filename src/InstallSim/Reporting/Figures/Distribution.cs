using InstallSim.Charts;
using InstallSim.Reporting.Maps;

namespace InstallSim.Reporting.Figures;

/// <summary>How accessibility is spread over the population: the share of people below each level (ECDF), and the Lorenz curve.</summary>
internal sealed class Distribution : IResultFigure
{
    public string Id => "distribution";

    public (string English, string French) ShortName => ("Inequality", "Inégalités");

    public (string English, string French) Shows => (
        "How accessibility is spread over people: share of people below each level, and Lorenz curve; the reader chooses the policy.",
        "Comment l’accessibilité se répartit entre habitants\u00a0: part sous chaque niveau et courbe de Lorenz\u00a0; on "
            + "choisit la mesure.");

    public FigureChoice Choice => FigureChoice.Scenario;

    public bool Applies(FigureContext context) => MapPanel.Applies(context.Results) && context.Results.Results.Places.Count > 1;

    private static string Title(FigureContext context, Curve without, Curve with)
    {
        string half = context.Text.Number(without.At(0.5).Level, 2), tenth = context.Text.Number(without.At(0.1).Level, 2);
        string halfWith = context.Text.Number(with.At(0.5).Level, 2), tenthWith = context.Text.Number(with.At(0.1).Level, 2);
        return ReferenceEquals(with, without)
            ? context.Say($"Half of the people have a mean accessibility under {half} in {context.LastYear}{context.WithoutNewPolicy}",
                $"La moitié de la population a une accessibilité moyenne sous {half} en {context.LastYear}{context.WithoutNewPolicy}")
            : context.Say(
                $"With {context.Quoted(context.Scenario)}, the worst-served tenth of people have a mean accessibility below {tenthWith} "
                    + $"({tenth} without), half of people below {halfWith} ({half})",
                $"Avec {context.Quoted(context.Scenario)}, le dixième le moins bien doté de la population a une accessibilité moyenne sous "
                    + $"{tenthWith} ({tenth} sans), la moitié sous {halfWith} ({half})");
    }

    private static string Subtitle(FigureContext context)
    {
        var (first, second) = context.IsNarrow
            ? (context.Say("Above", "En haut"), context.Say("Below", "En bas"))
            : (context.Say("Left", "À gauche"), context.Say("Right", "À droite"));
        string mean = context.Results.Manifest.IsOneReplication
            ? context.Say("One replication, weighted by population", "Une réplication, pondérée par la population")
            : context.Say($"Territories’ means of {context.Replications}, weighted by population",
                $"Moyennes par territoire de {context.Replications}, pondérées par la population");
        return context.Say(
            $"{first}: share of people living below a level of accessibility ({context.AccessibilityUnit()}). {second}: share of all "
                + $"accessibility held by the worst-served; the diagonal is equality. Dots: the worst-served tenth and half. {mean}",
            $"{first}\u00a0: part de la population sous un niveau d’accessibilité ({context.AccessibilityUnit()}). {second}\u00a0: part "
                + $"de l’accessibilité totale des moins bien dotés\u00a0; la diagonale est l’égalité. Points\u00a0: le dixième et la "
                + $"moitié les moins bien dotés. {mean}");
    }

    private static string Description(FigureContext context, IEnumerable<Curve> curves) =>
        context.Say("Two panels of curves. ", "Deux panneaux de courbes. ") + context.Join(curves.Select(c => context.Say(
            $"{c.Name}: tenth {context.Text.Number(c.At(0.1).Level, 2)}, median {context.Text.Number(c.At(0.5).Level, 2)}",
            $"{c.Name}\u00a0: décile {context.Text.Number(c.At(0.1).Level, 2)}, médiane {context.Text.Number(c.At(0.5).Level, 2)}"))) + ".";

    public Chart Draw(FigureContext context)
    {
        string reference = context.Results.Reference.Name, policy = context.Scenario.Name;
        var start = new Curve(
            context.Say($"Start, {context.FirstYear}", $"Départ, {context.FirstYear}"), Palette.Rule, false,
            People(context, reference, context.FirstYear));
        var without = new Curve(context.BaselineLabel, Palette.Baseline, true, People(context, reference, context.LastYear));
        var with = policy == reference
            ? without
            : new Curve(
                context.Scenario.ShownTitle(context.Text), context.Colour(policy), false, People(context, policy, context.LastYear));
        Curve[] curves = policy == reference ? [start, without] : [start, without, with];
        var all = context.Results.Manifest.Scenarios.SelectMany(s => People(context, s.Name, context.LastYear));
        double most = all.Concat(start.Points).Max(p => p.Level);
        double threshold = context.Results.Manifest.UnderDenseBelow;
        var level = Axis.Numbers(0, Math.Max(Math.Ceiling(2 * most) / 2, 1.2 * threshold), 6, context.Text.Tick) with { HasGrid = true };
        Axis Share() => Axis.Numbers(0, 1, 5, share => context.Text.Percent(share, 0)) with { HasGrid = true };
        string peopleBelow = context.Say("People below, by accessibility", "Population en dessous, selon l’accessibilité");
        string held = context.Say(
            "Lorenz curve: accessibility held, by people", "Courbe de Lorenz\u00a0: accessibilité cumulée, selon la population");
        string under = context.Say("← under-dense", "← sous-dense");
        var below = Panel(context, peopleBelow, level, Share(), curves, isStep: true, p => new(p.Level, p.People),
            Mark.One(new Segment(threshold, 0, 1, Palette.Ink) { IsUpright = true, IsDashed = true, Thickness = 1 }),
            Mark.One(new Label(threshold, 0.93, under) { Anchor = Anchor.End, Dx = -5, HasHalo = true }));
        var lorenz = Panel(context, held, Share(), Share(), curves, isStep: false, p => new(p.People, p.Held),
            Mark.One(new Line([new(0, 0), new(1, 1)], Palette.Rule) { Thickness = 1 }));
        return new Chart(
            Title(context, without, with), Subtitle(context), Description(context, curves.Skip(1)), context.Width, [below, lorenz])
        {
            Columns = context.IsNarrow ? 1 : 2,
            ColumnGap = 24,
            Key = Keys.Of(context.Width - 8, [.. curves.Select(c => new KeyItem(c.Name, c.Colour, c.IsDashed ? Sign.Dashed : Sign.Line))]),
        };
    }

    private static Panel Panel(
        FigureContext context, string heading, Axis x, Axis y, Curve[] curves, bool isStep, Func<Person, Point> at, params Mark[] below)
    {
        var dots =
            from curve in curves.Skip(1)
            from person in new[] { curve.At(0.1), curve.At(0.5) }
            where double.IsFinite(person.Level)
            select new Dot(at(person).X, at(person).Y, curve.Colour) { Diameter = 7, Tip = Tip(context, curve, person) };
        var lines = curves.Select(c => new Line(isStep ? Steps(c) : Thinned(c.Points.Select(at), 1), c.Colour)
        {
            IsDashed = c.IsDashed,
            Tip = c.Name,
        });
        return new Panel(x, y, context.IsNarrow ? 220 : 280, [.. below, Mark.Of(lines), Mark.Of(dots)])
        {
            Heading = new Heading(heading),
            RoomRight = 14,
        };
    }

    /// <summary>Share of people below each level: it stays until the level of the next territory, and then leaps.</summary>
    private static List<Point> Steps(Curve curve) => Thinned(
        curve.Points.Zip(curve.Points.Skip(1)).SelectMany(
            p => (Point[])[new(p.Second.Level, p.First.People), new(p.Second.Level, p.Second.People)]),
        Math.Max(curve.Points[^1].Level, 1e-9));

    /// <summary>The points without those that nobody would see apart: a country has more territories than a picture shows.</summary>
    private static List<Point> Thinned(IEnumerable<Point> points, double width)
    {
        const double Apart = 0.008;
        var kept = new List<Point>();
        foreach (var point in points)
        {
            if (kept.Count == 0 || (Math.Abs(point.X - kept[^1].X) / width) + Math.Abs(point.Y - kept[^1].Y) > Apart)
            {
                kept.Add(new(Math.Round(point.X, 3), Math.Round(point.Y, 3)));
            }
        }

        return kept;
    }

    private static string Tip(FigureContext context, Curve curve, Person person) => context.Tip(
        (context.Say("Scenario", "Scénario"), curve.Name),
        (context.Say("People below", "Population en dessous"), context.Text.Percent(person.People, 0)),
        (context.Say("Accessibility", "Accessibilité"), context.Text.Number(person.Level, 2)),
        (context.Say("Accessibility held", "Accessibilité cumulée"), context.Text.Percent(person.Held, 0)));

    /// <summary>People sorted from worst to best served, territory by territory.</summary>
    private static List<Person> People(FigureContext context, string scenario, int year)
    {
        var sorted = context.Results.Results.Places
            .Zip(context.Results.Accessibility(scenario, year), (p, level) => (p.Population, Level: level))
            .Where(p => double.IsFinite(p.Level)).OrderBy(p => p.Level).ToList();
        double people = sorted.Sum(p => p.Population), all = sorted.Sum(p => p.Population * p.Level);
        if (people <= 0 || all <= 0)
        {
            return [new(0, 0, 0)];
        }

        var curve = new List<Person> { new(0, sorted[0].Level, 0) };
        double peopleSoFar = 0, heldSoFar = 0;
        foreach (var (population, level) in sorted)
        {
            peopleSoFar += population / people;
            heldSoFar += population * level / all;
            curve.Add(new(peopleSoFar, level, heldSoFar));
        }

        return curve;
    }

    /// <summary>Share of people so far, their level, share of all accessibility so far.</summary>
    private sealed record Person(double People, double Level, double Held);

    private sealed record Curve(string Name, string Colour, bool IsDashed, List<Person> Points)
    {
        /// <summary>
        /// The people up to a share: the level of whose territory it is in; accessibility held grows evenly within a territory.
        /// </summary>
        public Person At(double share)
        {
            int at = Points.FindIndex(p => p.People >= share - 1e-9);
            if (at < 1)
            {
                return new(share, double.NaN, double.NaN);
            }

            var (before, after) = (Points[at - 1], Points[at]);
            double t = (share - before.People) / (after.People - before.People);
            return new(share, after.Level, before.Held + (t * (after.Held - before.Held)));
        }
    }
}
