using InstallSim.Charts;
using InstallSim.Choice.Analysis;

namespace InstallSim.Studies.Figures;

/// <summary>Whether the draws are enough: how far each estimate stands from that with all draws, by their number.</summary>
internal sealed class DrawNumbers : IFigure<StudyFigureContext>
{
    private const double Limit = 0.25;

    public string Id => "draw-stability";

    public (string English, string French) Shows => (
        "How far each estimate stands from that with all draws, by their number: whether they are enough.",
        "Si les tirages suffisent\u00a0: l’écart de chaque estimation à celle avec tous les tirages, selon leur nombre.");

    public bool Applies(StudyFigureContext context) => context.Study.Stability is { } stability && Courses(context, stability).Count > 0;

    private static string Title(StudyFigureContext context)
    {
        DrawStability stability = context.Study.Stability!;
        (int from, int to, string shift) = (
            stability.Fits[^2].Draws, stability.Fits[^1].Draws, context.Brief(Math.Round(stability.LargestShift, 2)));
        return context.Say(
            $"From {from} to {to} draws no estimate moves by more than {shift} standard errors",
            $"De {from} à {to} tirages, aucune estimation ne bouge de plus de {shift} erreur type")
            + (stability.Warning is null ? "" : context.Say(": too few draws", "\u00a0: trop peu de tirages"));
    }

    private static string Subtitle(StudyFigureContext context) => context.Say(
        $"Estimates with fewer draws a person less those with all, in standard errors, one line a parameter; {context.Sample}; shaded: "
            + $"too small to matter",
        $"Estimations avec moins de tirages par personne moins celles avec tous, en erreurs types, une ligne par paramètre\u00a0; "
            + $"{context.Sample}\u00a0; bande\u00a0: trop peu pour compter");

    private static string Description(StudyFigureContext context, IEnumerable<Course> courses) =>
        context.Say("Lines, one a parameter: ", "Lignes, une par paramètre\u00a0: ")
        + context.Join(courses.Select(c => $"{c.Name} "
            + string.Join(", ", c.Shifts.Select(s => context.Say($"{s.X}: ", $"{s.X}\u00a0: ") + context.Number(s.Y)))))
            + ".";

    public Chart Draw(StudyFigureContext context)
    {
        var courses = Courses(context, context.Study.Stability!);
        double[] draws = [.. courses[0].Shifts.Select(s => s.X)];
        // The one that the title speaks of: it moves most from the last number but one.
        var worst = courses.MaxBy(c => Math.Abs(c.Shifts[^2].Y))!;
        var at = worst.Shifts[^2];
        var ordered = courses.OrderBy(c => c == worst).ToList();
        bool isFirst = at.X == draws[0];
        double reach = Math.Max(0.3, 1.15 * courses.Max(c => c.Shifts.Max(s => Math.Abs(s.Y))));
        var x = new Axis(draws[0] / 1.1, draws[^1] * 1.1)
        {
            Title = context.Say("draws a person", "tirages par personne"),
            Ticks = [.. draws.Select(d => new Tick(d, FormattableString.Invariant($"{d}")))],
            IsLogarithmic = true,
        };
        var y = Axis.Numbers(-reach, reach, 5, context.Text.Tick) with
        {
            Title = context.Say("standard errors", "erreurs types"),
            HasGrid = true,
        };
        var panel = new Panel(x, y, 220,
        [
            Mark.One(new Box(x.From, x.To, -Limit, Limit, Palette.Grid) { Opacity = 0.6 }),
            Mark.Of(ordered.Select(c => new Line(c.Shifts, Colour(c)) { Thickness = c == worst ? 2.2 : 1.2, Tip = c.Name })),
            Mark.Of(ordered.SelectMany(c => c.Shifts.Select(s => Dot(c, s)))),
            Mark.One(new Label(at.X, at.Y, worst.Name, Colour(worst))
            {
                Anchor = isFirst ? Anchor.Start : Anchor.Middle,
                Dx = isFirst ? 8 : 0,
                Dy = at.Y > 0 ? -14 : 14,
                IsBold = true,
                HasHalo = true,
            }),
        ]);
        return new Chart(Title(context), Subtitle(context), Description(context, courses), context.Width, [panel]);

        Dot Dot(Course course, Point shift) =>
            new(shift.X, shift.Y, Colour(course)) { Diameter = 6, Tip = $"{course.Name} {context.Number(shift.Y)}" };

        string Colour(Course course) => course == worst ? Palette.Scenarios[0] : Palette.Rule;
    }

    /// <summary>A parameter's (|estimate| − |estimate with all|)/standard error by number of draws, so that a standard deviation's sign
    /// plays no part.</summary>
    private sealed record Course(string Name, IReadOnlyList<Point> Shifts);

    /// <summary>Parameters whose standard error is known.</summary>
    private static List<Course> Courses(StudyFigureContext context, DrawStability stability)
    {
        var last = stability.Fits[^1].Fit;
        double[] se = last.StandardErrors();
        return [.. last.Parameters.Index().Where(p => se[p.Index] > 0).Select(p => new Course(context.Named(p.Item),
            [.. stability.Fits.Select(f => new Point(f.Draws,
                (Math.Abs(f.Fit.Estimates[p.Index]) - Math.Abs(last.Estimates[p.Index])) / se[p.Index]))]))];
    }
}
