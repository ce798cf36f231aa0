using InstallSim.Charts;
using InstallSim.Studies.Results;

namespace InstallSim.Studies.Figures;

/// <summary>How random coefficients vary over people: one density a coefficient.</summary>
internal sealed class Tastes : IFigure<StudyFigureContext>
{
    private const int Points = 200;
    private const double LeastWidth = 1e-5; // of the median; what is narrower is the same for all, and no axis shows it

    public string Id => "tastes";

    public (string English, string French) Shows => (
        "How each random coefficient varies over people: its density, and the shares above and below zero.",
        "Comment les coefficients aléatoires varient d’une personne à l’autre\u00a0: une densité par coefficient.");

    public bool Applies(StudyFigureContext context) => Shapes(context.Study).Count > 0;

    private static string Title(StudyFigureContext context)
    {
        RandomShape split = Shapes(context.Study).MinBy(s => Math.Abs(s.PositiveShare - 0.5))!;
        int more = StudyFigureContext.Percent(split.PositiveShare);
        return Math.Max(split.PositiveShare, 1 - split.PositiveShare) > 0.995
            ? context.Say(
                "People agree on the sign of every coefficient, and differ in its size",
                "Tous s’accordent sur le signe de chaque coefficient, non sur sa taille")
            : context.Say(
                $"Opinions divide most on {context.Named(split.Coefficient.Variable)}: {more} % want more of it, {100 - more} % less",
                $"Ce qui divise le plus\u00a0: {context.Named(split.Coefficient.Variable)}, {more}\u00a0% en veulent plus, "
                    + $"{100 - more}\u00a0% moins");
    }

    private static string Subtitle(StudyFigureContext context) => context.Say(
        $"Density of each random coefficient over people at the estimates, {Unit(context)} a unit of the variable; each panel has its "
            + $"own scale; {context.Sample}",
        $"Densité de chaque coefficient aléatoire sur les personnes, aux estimations, en {Unit(context)} par unité\u00a0; échelle propre à "
            + $"chaque panneau\u00a0; {context.Sample}");

    private static string Description(StudyFigureContext context) =>
        context.Say("Densities, one panel a coefficient: ", "Densités, un panneau par coefficient\u00a0: ")
        + context.Join(Shapes(context.Study).Select(s => context.Say(
        $"{context.Named(s.Coefficient.Variable)}, {Distribution(context, s)}, median {context.Number(s.Quantile(0.5))}, middle half "
            + $"{context.Number(s.Quantile(0.25))} to {context.Number(s.Quantile(0.75))}, {100 * s.PositiveShare:0} % above zero",
        $"{context.Named(s.Coefficient.Variable)}, {Distribution(context, s)}, médiane {context.Number(s.Quantile(0.5))}, moitié centrale "
            + $"de {context.Number(s.Quantile(0.25))} à {context.Number(s.Quantile(0.75))}, "
            + $"{100 * s.PositiveShare:0}\u00a0% au-dessus de zéro")))
            + ".";

    public Chart Draw(StudyFigureContext context)
    {
        List<RandomShape> shapes = Shapes(context.Study);
        return new Chart(
            Title(context), Subtitle(context), Description(context), context.Width, [.. shapes.Select(shape => Panel(context, shape))])
        {
            Columns = context.Columns(shapes.Count),
            ColumnGap = 30,
        };
    }

    private static string Unit(StudyFigureContext context) =>
        Choice.Models.MixedTastes.Of(context.Study.Estimates.Model) is { Numeraire: { } numeraire }
        ? context.Say($"units of {context.Named(numeraire)}", $"unités de {context.Named(numeraire)}") + InUtils(context) : "utils";

    private static string InUtils(StudyFigureContext context) =>
        context.Study.Study.Model.InUtils is { Count: > 0 } names ? $" (utils: {context.Join(names.Select(context.Named))})" : "";

    private static string Distribution(StudyFigureContext context, RandomShape shape) => shape.Coefficient.Distribution switch
    {
        Choice.Models.Distribution.Normal => context.Say("normal", "loi normale"),
        Choice.Models.Distribution.Lognormal => context.Say("lognormal", "loi log-normale"),
        Choice.Models.Distribution.CensoredNormal => context.Say("censored-normal", "loi normale censurée"),
        Choice.Models.Distribution.TruncatedNormal => context.Say("truncated-normal", "loi normale tronquée"),
        Choice.Models.Distribution.Uniform => context.Say("uniform", "loi uniforme"),
        Choice.Models.Distribution.Triangular => context.Say("triangular", "loi triangulaire"),
        Choice.Models.Distribution.ZeroBoundedTriangular => context.Say("zero-bounded-triangular", "loi triangulaire bornée à 0"),
        Choice.Models.Distribution.JohnsonSb => context.Say("johnson-sb", "loi SB de Johnson"),
        var other => Inputs.InputType.Kebab(other.ToString()),
    };

    private static List<RandomShape> Shapes(StudyResult study) =>
        [.. RandomShape.Of(study.Estimates).Where(s => s.Quantile(0.75) - s.Quantile(0.25) > LeastWidth * Math.Abs(s.Quantile(0.5)))];

    private static Panel Panel(StudyFigureContext context, RandomShape shape)
    {
        int above = StudyFigureContext.Percent(shape.PositiveShare);
        string share = context.Say(
            $"{above} % above zero, {100 - above} % below",
            $"{above}\u00a0% au-dessus de zéro, {100 - above}\u00a0% au-dessous");
        var density = Density(shape).ToList();
        var x = Axis.Numbers(density[0].X, density[^1].X, 4, context.Text.Tick);
        var y = Axis.Hidden(0, 1.02 * density.Max(p => p.Y));
        return new Panel(x, y, 110,
        [
            .. Side(density.Where(p => p.X <= 0), Palette.Scenarios[1]),
            .. Side(density.Where(p => p.X >= 0), Palette.Scenarios[0]),
            .. x.From <= 0 && x.To >= 0
                ? [Mark.One(new Segment(0, y.From, y.To, Palette.Rule) { IsUpright = true, Thickness = 1 })]
                : (Mark[])[],
        ])
        {
            Heading = new Heading(context.Named(shape.Coefficient.Variable)) { Notes = [Distribution(context, shape), share] },
            Width = context.Columns(Shapes(context.Study).Count) == 1 && !context.IsNarrow ? 520 : null,
        };
    }

    /// <summary>The density on one side of zero; nothing where nobody is.</summary>
    private static Mark[] Side(IEnumerable<Point> density, string colour)
    {
        var points = density.ToList();
        var area = new Band([.. points.Select(p => new Span(p.X, 0, p.Y))], colour) { Opacity = 0.3 };
        return points.Count < 2 ? [] : [Mark.One(area), Mark.One(new Line(points, colour))];
    }

    /// <summary>Density by the slope of the quantiles: f = Δshare / Δvalue.</summary>
    private static IEnumerable<Point> Density(RandomShape shape)
    {
        double low = shape.Quantile(0.005);
        Point? before = null;
        for (int i = 1; i <= Points; i++)
        {
            double share = 0.005 + (0.99 * i / Points), high = shape.Quantile(share);
            if (high > low)
            {
                var point = new Point((low + high) / 2, 0.99 / Points / (high - low));
                if (before is { X: < 0 } left && point.X > 0)
                {
                    yield return new Point(0, left.Y + ((point.Y - left.Y) * left.X / (left.X - point.X)));
                }

                yield return point;
                before = point;
            }

            low = high;
        }
    }
}
