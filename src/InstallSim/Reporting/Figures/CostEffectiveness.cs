using InstallSim.Charts;
using InstallSim.Results;

namespace InstallSim.Reporting.Figures;

/// <summary>Cost against effect (the cost-effectiveness plane): replications, outlines, rays of equal cost for each GP.</summary>
internal sealed class CostEffectiveness : IResultFigure
{
    private const double Room = 196;

    public string Id => "cost-effect";

    public (string English, string French) ShortName => ("Cost and effect", "Coût et effet");

    public (string English, string French) Shows => (
        "Cost against GPs gained: every replication, an outline a policy, rays of equal cost for each GP (cost-effectiveness plane).",
        "Coût et généralistes gagnés\u00a0: chaque réplication, un contour par mesure, des droites de même coût par généraliste.");

    public bool Applies(FigureContext context) => CostEffect.Of(context.Results).Count > 0;

    private static string Title(FigureContext context)
    {
        var main = context.Results.Main;
        var clear = CostEffect.Of(context.Results)
            .Where(c => Verdicts.IsGain(Verdicts.Of(context.Results.Difference(c.Policy.Name, main.Name, context.LastYear)), main))
            .OrderBy(c => c.MeanCost / c.Effect).ToList();
        if (clear.Count == 0)
        {
            return context.Say("No policy clearly adds GPs, so none has a cost for each GP gained",
                "Aucune mesure n’ajoute de généralistes de façon établie\u00a0: pas de coût par généraliste gagné");
        }

        var priced = clear.Select(c => (c.Policy, Price: c.Price(context.Results))).Where(c => double.IsFinite(c.Price.Lower)).ToList();
        if (priced.Count == 0)
        {
            return context.Say("What a GP gained costs is not determined, for in some replications none is gained",
                "Le coût d’un généraliste gagné est indéterminé, car certaines réplications n’en gagnent aucun");
        }

        // A price that may as well be a saving tells nobody which policy is cheap; one whose end at 0 was set is clear if its cost is.
        priced.RemoveAll(c => c.Price is { Lower: <= 0, Upper: >= 0 } && !(context.IsSetToZero(c.Price.Lower, c.Price.Upper)
            && HasClearCost(context, c.Policy)));
        string where = context.InUnderDense();
        if (priced.Count == 0)
        {
            return context.Say($"No policy has a price for each GP gained{where} that is told from zero",
                $"Aucune mesure n’a, par généraliste gagné{where}, de coût distinct de zéro");
        }

        var (first, last) = (priced[0], priced[^1]);
        bool saves = first.Price.Mean < 0;
        return priced.Count == 1 && saves
            ? context.Say($"A GP more{where} comes with {Priced(context, first)}",
                $"Un généraliste de plus{where} s’accompagne d’{Priced(context, first)}")
            : priced.Count == 1
            ? context.Say($"A GP more{where} costs {Priced(context, first)}",
                $"Un généraliste de plus{where} coûte {Priced(context, first)}")
            : context.Say($"A GP more{where} costs from {Priced(context, first)} to {Priced(context, last)}",
                $"Un généraliste de plus{where} coûte {(saves ? "d’" : "de ")}{Priced(context, first)} à {Priced(context, last)}");
    }

    /// <summary>Whether it costs or saves something beyond doubt, or the same in all replications, as a plan may fix.</summary>
    private static bool HasClearCost(FigureContext context, ScenarioInfo policy) =>
        context.Results.Difference(policy.Name, CostEffect.Cost, context.LastYear) is var cost
        && (cost is { IsTied: true } || Verdicts.Of(cost) is Verdict.Up or Verdict.Down);

    /// <summary>A price with its interval and policy, and what that clearly worsens.</summary>
    private static string Priced(FigureContext context, (ScenarioInfo Policy, Interval Price) of)
    {
        string price = context.Amount(of.Price.Mean) + context.PriceInterval(of.Price.Lower, of.Price.Upper);
        string quoted = context.Quoted(of.Policy), but = context.But(of.Policy);
        return context.Say($"{price} with {quoted}{but}", $"{price} avec {quoted}{but}");
    }

    private static string Subtitle(FigureContext context, List<CostEffect> all, CostPlane plane)
    {
        string outcome = context.Text.Label(context.Results.Main).ToLowerFirst();
        string outline = !all.Any(c => c.HasOutline) ? "" : context.Say("; outline: around the 95% of them that lie nearest their mean",
            "\u00a0; contour\u00a0: autour des 95\u00a0% les plus proches de leur moyenne");
        string arrows = !all.Any(plane.IsOutside) ? ""
            : context.Say("; arrow: beyond the picture", "\u00a0; flèche\u00a0: au-delà du graphique");
        int grey = all.Count(c => !plane.IsNamed(c));
        string others = grey == 0 ? "" : context.Say($"; small grey points: means of the {grey} policies that gain less",
            $"\u00a0; petits points gris\u00a0: moyennes des {grey} mesures qui gagnent moins");
        string points = $"{context.Replications}{outline}";
        return context.Say(
            $"Cost by {context.LastYear} and {outcome}, difference from no new policy. Points: {points}; large point: mean; "
            + $"grey rays: equal cost for each GP{arrows}{others}",
            $"Coût d’ici {context.LastYear} et {outcome}, écart à la situation sans nouvelle mesure. Points\u00a0: {points}\u00a0; "
            + $"gros point\u00a0: moyenne\u00a0; rayons gris\u00a0: même coût par généraliste{arrows}{others}")
            + (outline.Length == 0 ? "" : Law(context)) + CostEffect.LeftOut(context);
    }

    /// <summary>Why the outline does not end where the intervals beside the figure end.</summary>
    private static string Law(FigureContext context) => context.Results.Manifest.HoldsDoubt
        ? context.Say(
            ". The outline is of cost and effect together; 95% intervals elsewhere are of one of them, of one more replication",
            ". Le contour est celui du coût et de l’effet ensemble\u00a0; ailleurs les intervalles à 95\u00a0% sont ceux de l’un des deux, "
                + "pour une réplication de plus")
        : context.Say(
            ". The outline is of single replications; 95% intervals elsewhere are of means (Student; of ratios, Fieller) and narrower",
            ". Le contour est celui de réplications seules\u00a0; ailleurs les intervalles à 95\u00a0% sont ceux de moyennes "
                + "(Student\u00a0; de rapports, Fieller), plus étroits");

    private static string Description(FigureContext context, IEnumerable<CostEffect> all) =>
        context.Say("Scatter of cost against effect. Means: ", "Nuage de coût et d’effet. Moyennes\u00a0: ")
        + context.Join(all.Select(c => $"{c.Policy.ShownTitle(context.Text)} {Means(context, c)}")) + ".";

    private static string Means(FigureContext context, CostEffect c) =>
        $"{Effect(context, c)}, {context.Text.Money(c.MeanCost)}";

    /// <summary>The mean effect, with the digits that it has elsewhere.</summary>
    private static string Effect(FigureContext context, CostEffect c) =>
        context.Results.Difference(c.Policy.Name, context.Results.Main.Name, context.LastYear) is { } compared
            ? context.Text.Difference(context.Results.Main, compared)
            : context.Text.Difference(context.Results.Main, c.Effect);

    public Chart Draw(FigureContext context)
    {
        var all = CostEffect.Of(context.Results);
        var plane = CostPlane.Of(context, all);
        var named = all.Where(plane.IsNamed).OrderByDescending(c => c.MeanCost).ToList();
        var labels = Labels(context, named, plane);
        double height = context.IsNarrow ? 280 : 400;
        Point[] points =
        [
            .. named.Where(c => !plane.IsOutside(c)).SelectMany(c => c.Effects.Zip(c.Costs, (effect, cost) => new Point(effect, cost))),
            .. all.Select(c => new Point(c.Effect, c.MeanCost)),
        ];
        var panel = new Panel(plane.X, plane.Y, height,
        [
            Mark.Of(plane.Rays.Select(each => new Line([new Point(0, 0), plane.End(each)], Palette.Faint) { Thickness = 1 })),
            Mark.One(new Segment(0, plane.Y.From, plane.Y.To, Palette.Rule) { IsUpright = true, Thickness = 1 }),
            .. context.IsNarrow ? [] : EndLabels.Of(labels, plane.X, plane.Y, PlotWidth(context), height),
            Mark.Of(plane.Rays.Select(each => Price(context, each, plane, points, height))),
            Mark.Of(all.Where(c => !plane.IsNamed(c) && !plane.IsOutside(c)).Select(c => Mean(context, c) with { Diameter = 5 })),
            .. named.Where(c => !plane.IsOutside(c)).SelectMany(c => Cloud(context, c)),
            Mark.Of(named.Where(plane.IsOutside).Select(c => Edge(context, c, plane))),
        ])
        {
            RoomRight = context.IsNarrow ? 0 : Room,
        };
        var key = Keys.Of(Leading.KeyWidth(context), [.. labels.Select(l => new KeyItem(l.Text, l.Colour, Sign.Dot))]);
        return new Chart(Title(context), Subtitle(context, all, plane), Description(context, all), context.Width, [panel])
        {
            Key = context.IsNarrow ? key : null,
        };
    }

    /// <summary>The names at the points that they name; whoever lies outside has its numbers with it.</summary>
    private static List<Label> Labels(FigureContext context, List<CostEffect> named, CostPlane plane)
    {
        var names = Leading.NamesBeside(context, named.Select(c => c.Policy), Room);
        return [.. named.Select(c => new Label(plane.InsideX(c), plane.InsideY(c), Name(c), context.Colour(c.Policy.Name)))];

        string Name(CostEffect c)
        {
            string name = names[c.Policy.Name], numbers = plane.IsOutside(c) ? $"{Means(context, c)} {plane.Arrow(c)}" : "";
            double room = Leading.KeyWidth(context) - Keys.SignRoom;
            return numbers.Length == 0 ? name
                : !context.IsNarrow ? $"{name}\n{numbers}"
                : Lettering.OnTwoLines($"{name} {numbers}", room, Lettering.LabelSize)
                    ?? $"{Lettering.Cut(name, room, Lettering.LabelSize)}\n{Lettering.Cut(numbers, room, Lettering.LabelSize)}";
        }
    }

    /// <summary>The replications of a policy, their outline and their mean.</summary>
    private static IEnumerable<Mark> Cloud(FigureContext context, CostEffect c)
    {
        string colour = context.Colour(c.Policy.Name);
        yield return Mark.Of(c.Effects.Zip(c.Costs, (effect, cost) => new Dot(effect, cost, colour) { Diameter = 4, Opacity = 0.35 }));
        if (c.HasOutline)
        {
            yield return Mark.One(new Line([.. c.Outline()], colour) { Thickness = 1.5 });
        }

        yield return Mark.One(Mean(context, c));
    }

    private static Dot Mean(FigureContext context, CostEffect c) => new(c.Effect, c.MeanCost, context.Colour(c.Policy.Name))
    {
        Diameter = 11,
        Tip = context.Tip(
            (context.Say("Policy", "Mesure"), c.Policy.ShownTitle(context.Text)),
            (context.Text.Label(context.Results.Main), Effect(context, c)),
            (context.Say("Cost", "Coût"), context.Text.Money(c.MeanCost)),
            (context.Say("For each GP gained", "Par généraliste gagné"), c.Effect <= 0 ? "–"
                : c.Price(context.Results) is var price && double.IsNaN(price.Lower) ? context.Text.NotDetermined()
                : context.Amount(price.Mean) + context.PriceInterval(price.Lower, price.Upper))),
    };

    /// <summary>An arrow at the edge towards a policy that lies outside.</summary>
    private static Label Edge(FigureContext context, CostEffect c, CostPlane plane) =>
        new(plane.InsideX(c), plane.InsideY(c), plane.Arrow(c), context.Colour(c.Policy.Name))
        {
            Anchor = plane.InsideX(c) == c.Effect ? Anchor.Middle : Anchor.End,
            Dy = plane.InsideY(c) == c.MeanCost ? 0 : 8,
            IsBold = true,
            Size = 16,
            HasHalo = true,
            Tip = Mean(context, c).Tip,
        };

    /// <summary>What a GP costs along a ray, above it or, of a steep one, right of it, where it hides fewest points.</summary>
    private static Label Price(FigureContext context, double each, CostPlane plane, IReadOnlyList<Point> points, double height)
    {
        const double Half = 7, Gap = 3, Near = 3;
        var end = plane.End(each);
        string words = context.Text.Money(each) + (context.IsNarrow ? "" : context.Say(" a GP", " par généraliste"));
        bool isSteep = end.X < (plane.X.From + plane.X.To) / 2;
        double wide = Lettering.Width(words, Lettering.LabelSize);
        double across = PlotWidth(context) / (plane.X.To - plane.X.From), up = height / (plane.Y.To - plane.Y.From);
        double first = isSteep || end.X >= plane.X.To ? 1 : 0.93;
        return Enumerable.Range(0, 12).Select(k => At(first - (0.05 * k))).MinBy(Hidden)!;

        Label At(double part) => new(end.X * part, end.Y * part, words, Palette.Muted)
        {
            HasHalo = true,
            Anchor = isSteep ? Anchor.Start : Anchor.End,
            Dx = isSteep ? Gap : -Gap,
            Dy = isSteep ? Half + 1 : -Half - 2,
        };
        int Hidden(Label l)
        {
            double from = (l.X * across) + l.Dx - (isSteep ? 0 : wide), middle = (l.Y * up) - l.Dy;
            return points.Count(p => (p.X * across) - from > -Near && (p.X * across) - from < wide + Near
                && Math.Abs((p.Y * up) - middle) < Half + Near);
        }
    }

    /// <summary>Width of the plane about, pixels.</summary>
    private static double PlotWidth(FigureContext context) => context.Width - 70 - (context.IsNarrow ? 0 : Room);
}
