using InstallSim.Charts;

namespace InstallSim.Reporting.Figures;

/// <summary>Cost against effect: each replication a point, each policy an ellipse, rays of equal cost for each GP gained (the cost-effectiveness plane).</summary>
public sealed class CostEffectiveness : IResultFigure
{
    private const int Corners = 48;
    private const double Room = 196;

    /// <inheritdoc/>
    public string Id => "cost-effect";

    /// <inheritdoc/>
    public string Shows => "Cost against GPs gained: every replication, an ellipse a policy, rays of equal cost for each GP (cost-effectiveness plane).";

    /// <inheritdoc/>
    public bool Applies(FigureContext context) => CostEffect.Of(context.Results).Count > 0;

    private static string Title(FigureContext context)
    {
        var main = context.Results.Main;
        var clear = CostEffect.Of(context.Results)
            .Where(c => Verdicts.IsGain(Verdicts.Of(context.Results.Difference(c.Policy.Name, main.Name, context.LastYear)), main))
            .OrderBy(c => c.MeanCost / c.Effect).ToList();
        if (clear.Count == 0)
        {
            return context.Say("No policy clearly adds GPs, so none has a cost for each GP gained", "Aucune mesure n’ajoute nettement de généralistes\u00a0: pas de coût par généraliste gagné");
        }

        string cheapest = context.Text.Money(clear[0].MeanCost / clear[0].Effect), dearest = context.Text.Money(clear[^1].MeanCost / clear[^1].Effect);
        return clear.Count == 1
            ? context.Say($"{context.Quoted(clear[0].Policy)} gains a GP for {cheapest}", $"{context.Quoted(clear[0].Policy)} gagne un généraliste pour {cheapest}")
            : context.Say($"A GP gained costs from {cheapest} with {context.Quoted(clear[0].Policy)} to {dearest} with {context.Quoted(clear[^1].Policy)}",
                $"Un généraliste gagné coûte de {cheapest} avec {context.Quoted(clear[0].Policy)} à {dearest} avec {context.Quoted(clear[^1].Policy)}");
    }

    private static string Subtitle(FigureContext context, List<CostEffect> all, Plane plane)
    {
        string outcome = context.Text.Label(context.Results.Main).ToLowerFirst();
        string ellipse = all.Any(c => c.HasEllipse) ? context.Say("; ellipse: 95% of them", "\u00a0; ellipse\u00a0: 95\u00a0% d’entre elles") : "";
        string arrows = all.Any(plane.IsOutside) ? context.Say("; arrow: beyond the picture", "\u00a0; flèche\u00a0: au-delà du graphique") : "";
        string others = all.Any(c => !plane.IsNamed(c)) ? context.Say(
            $"; small grey points: means of the {all.Count(c => !plane.IsNamed(c))} policies that gain less",
            $"\u00a0; petits points gris\u00a0: moyennes des {all.Count(c => !plane.IsNamed(c))} mesures qui gagnent moins") : "";
        return context.Say(
            $"Cost by {context.LastYear} and {outcome}, difference from no new policy. Points: {context.Replications}{ellipse}; large point: mean; "
            + $"grey rays: equal cost for each GP{arrows}{others}",
            $"Coût d’ici {context.LastYear} et {outcome}, écart à la situation sans nouvelle mesure. Points\u00a0: {context.Replications}{ellipse}\u00a0; "
            + $"gros point\u00a0: moyenne\u00a0; rayons gris\u00a0: même coût par généraliste{arrows}{others}")
            + CostEffect.LeftOut(context);
    }

    private static string Description(FigureContext context, IEnumerable<CostEffect> all) =>
        context.Say("Scatter of cost against effect. Means: ", "Nuage de coût et d’effet. Moyennes\u00a0: ")
        + string.Join("; ", all.Select(c => $"{c.Policy.ShownTitle(context.Text)} {Means(context, c)}")) + ".";

    private static string Means(FigureContext context, CostEffect c) => $"{context.Text.Difference(context.Results.Main, c.Effect)}, {context.Text.Money(c.MeanCost)}";

    /// <inheritdoc/>
    public Chart Draw(FigureContext context)
    {
        var all = CostEffect.Of(context.Results);
        var plane = Plane.Of(context, all);
        var named = all.Where(plane.IsNamed).OrderByDescending(c => c.MeanCost).ToList();
        var labels = Labels(context, named, plane);
        double height = context.IsNarrow ? 280 : 400;
        var panel = new Panel(plane.X, plane.Y, height,
        [
            Mark.Of(plane.Rays.Select(each => new Line([new Point(0, 0), plane.End(each)], Palette.Faint) { Thickness = 1 })),
            Mark.One(new Segment(0, plane.Y.From, plane.Y.To, Palette.Rule) { IsUpright = true, Thickness = 1 }),
            .. context.IsNarrow ? [] : EndLabels.Of(labels, plane.X, plane.Y, context.Width - 70 - Room, height),
            Mark.Of(plane.Rays.Select(each => Price(context, each, plane))),
            Mark.Of(all.Where(c => !plane.IsNamed(c) && !plane.IsOutside(c)).Select(c => Mean(context, c, Palette.Unclear) with { Diameter = 5 })),
            .. named.Where(c => !plane.IsOutside(c)).SelectMany(c => Cloud(context, c)),
            Mark.Of(named.Where(plane.IsOutside).Select(c => Edge(context, c, plane))),
        ])
        {
            RoomRight = context.IsNarrow ? 0 : Room,
        };
        return new Chart(Title(context), Subtitle(context, all, plane), Description(context, all), context.Width, [panel])
        {
            Key = context.IsNarrow ? Keys.Of(Leading.KeyWidth(context), [.. labels.Select(l => new KeyItem(l.Text, l.Colour, Sign.Dot))]) : null,
        };
    }

    /// <summary>The names at the points that they name; whoever lies outside has its numbers with it.</summary>
    private static List<Label> Labels(FigureContext context, List<CostEffect> named, Plane plane)
    {
        var names = Leading.NamesBeside(context, named.Select(c => c.Policy), Room);
        return [.. named.Select(c => new Label(plane.InsideX(c), plane.InsideY(c), Name(c), context.Colour(c.Policy.Name)))];

        string Name(CostEffect c)
        {
            string name = names[c.Policy.Name], numbers = plane.IsOutside(c) ? $"{Means(context, c)} {plane.Arrow(c)}" : "";
            double room = Leading.KeyWidth(context) - Keys.SignRoom - Lettering.Width("  " + numbers, Lettering.LabelSize);
            return numbers.Length == 0 ? name : context.IsNarrow ? $"{Lettering.Cut(name, room, Lettering.LabelSize)}  {numbers}" : $"{name}\n{numbers}";
        }
    }

    /// <summary>The replications of a policy, their ellipse and their mean.</summary>
    private static IEnumerable<Mark> Cloud(FigureContext context, CostEffect c)
    {
        string colour = context.Colour(c.Policy.Name);
        yield return Mark.Of(c.Effects.Zip(c.Costs, (effect, cost) => new Dot(effect, cost, colour) { Diameter = 3, Opacity = 0.35 }));
        if (c.HasEllipse)
        {
            yield return Mark.One(new Line([.. c.Ellipse(Corners).Select(p => new Point(p.Effect, p.Cost))], colour) { Thickness = 1.5 });
        }

        yield return Mark.One(Mean(context, c, colour));
    }

    private static Dot Mean(FigureContext context, CostEffect c, string colour) => new(c.Effect, c.MeanCost, colour)
    {
        Diameter = 11,
        Tip = context.Tip(
            (context.Say("Policy", "Mesure"), c.Policy.ShownTitle(context.Text)),
            (context.Text.Label(context.Results.Main), context.Text.Difference(context.Results.Main, c.Effect)),
            (context.Say("Cost", "Coût"), context.Text.Money(c.MeanCost)),
            (context.Say("For each GP gained", "Par généraliste gagné"), c.Effect > 0 ? context.Text.Money(c.MeanCost / c.Effect) : "–")),
    };

    /// <summary>An arrow at the edge towards a policy that lies outside.</summary>
    private static Label Edge(FigureContext context, CostEffect c, Plane plane) =>
        new(plane.InsideX(c), plane.InsideY(c), plane.Arrow(c), context.Colour(c.Policy.Name))
        {
            Anchor = plane.InsideX(c) == c.Effect ? Anchor.Middle : Anchor.End,
            Dy = plane.InsideY(c) == c.MeanCost ? 0 : 8,
            IsBold = true,
            Size = 16,
            HasHalo = true,
            Tip = Mean(context, c, Palette.Ink).Tip,
        };

    /// <summary>What a GP costs along a ray: below its end, or beside it where it ends at the left of the top.</summary>
    private static Label Price(FigureContext context, double each, Plane plane)
    {
        var end = plane.End(each);
        string words = context.Text.Money(each) + (context.IsNarrow ? "" : context.Say(" a GP", " par généraliste"));
        var label = new Label(end.X, end.Y, words, Palette.Muted) { HasHalo = true };
        return end.X < (plane.X.From + plane.X.To) / 2 ? label with { Anchor = Anchor.Start, Dx = 3, Dy = 8 }
            : label with { Anchor = Anchor.End, Dx = -3, Dy = end.X < plane.X.To ? 24 : 11 };
    }

    /// <summary>The two axes, and which policies they hold.</summary>
    private sealed record Plane(Axis X, Axis Y, HashSet<string> Named)
    {
        /// <summary>How many times as far as the next one reaches who leaves the picture: a plane has more room than a line.</summary>
        private const double TooFar = 4;

        /// <summary>Costs of a GP, k€, whose rays cross the picture: the diagonal, rounded, a fifth and five times as much.</summary>
        public IReadOnlyList<double> Rays { get; } = X.To <= 0 || Y.To <= 0 ? []
            : [.. ((double[])[0.2, 1, 5]).Select(times => RoundNumbers.Near(times * Y.To / X.To))];

        /// <summary>Where the ray of a cost leaves the picture.</summary>
        public Point End(double each) => Math.Min(X.To, Y.To / each) is var x ? new Point(x, x * each) : default;

        /// <summary>Axes that hold zero and all policies but those that reach far beyond all others.</summary>
        public static Plane Of(FigureContext context, List<CostEffect> all)
        {
            HashSet<string> named = [.. Leading.Of(context.Results).Select(p => p.Name)];
            var clouds = all.Select(c => !named.Contains(c.Policy.Name) ? [(c.Effect, c.MeanCost)]
                : ((double Effect, double Cost)[])[.. c.Effects.Zip(c.Costs), .. c.HasEllipse ? c.Ellipse(Corners) : []]).ToList();
            var (left, right) = Ends([.. clouds.Select(c => c.Select(p => p.Effect))]);
            var (bottom, top) = Ends([.. clouds.Select(c => c.Select(p => p.Cost))]);
            return new Plane(
                Axis.Numbers(left, right, context.IsNarrow ? 3 : 5, context.Text.SignedTick) with
                {
                    HasGrid = true,
                    Title = context.Text.Label(context.Results.Main) + context.Say(", difference", ", écart"),
                },
                Axis.Numbers(bottom, top, context.IsNarrow ? 4 : 5, v => v == 0 ? "0" : context.Text.Money(v)) with
                {
                    HasGrid = true,
                    Title = context.Say($"Cost by {context.LastYear}", $"Coût d’ici {context.LastYear}"),
                },
                named);
        }

        public bool IsNamed(CostEffect c) => Named.Contains(c.Policy.Name);

        public bool IsOutside(CostEffect c) => InsideX(c) != c.Effect || InsideY(c) != c.MeanCost;

        public double InsideX(CostEffect c) => Math.Clamp(c.Effect, X.From, X.To);

        public double InsideY(CostEffect c) => Math.Clamp(c.MeanCost, Y.From, Y.To);

        public string Arrow(CostEffect c) => (InsideX(c) == c.Effect, InsideY(c) == c.MeanCost) switch { (true, _) => "↑", (_, true) => "→", _ => "↗" };

        private static (double From, double To) Ends(IReadOnlyList<IEnumerable<double>> clouds)
        {
            double limit = SharedScale.Limit(clouds.Select(SharedScale.Reach), TooFar);
            double[] all = [0, .. clouds.SelectMany(c => c).Select(v => Math.Clamp(v, -limit, limit))];
            double margin = 0.06 * Math.Max(all.Max() - all.Min(), 1e-9);
            return (all.Min() < 0 ? all.Min() - margin : 0, all.Max() + margin);
        }
    }
}
