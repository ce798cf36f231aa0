using InstallSim.Charts;
using InstallSim.Results;

namespace InstallSim.Reporting.Figures;

/// <summary>How often each policy is the best buy, by what a GP gained is worth (cost-effectiveness acceptability curves).</summary>
internal sealed class Acceptability : IResultFigure
{
    private const int Steps = 60;
    private const int MostNames = 9;

    /// <summary>A worth that is none, as a share of the highest shown.</summary>
    private const double Nothing = 1e-6;
    private const double Room = 210;

    public string Id => "acceptability";

    public (string English, string French) ShortName => ("Best buys", "Meilleurs achats");

    public (string English, string French) Shows => (
        "How often each policy of clear effect is the best buy, by what a GP gained is worth (cost-effectiveness acceptability curves).",
        "Combien de fois chaque mesure à l’effet net est le meilleur achat, selon ce que vaut un généraliste gagné (courbes "
        + "d’acceptabilité).");

    public bool Applies(FigureContext context) => CostEffect.Clear(context.Results).Any(c => c.Effect > 0);

    private static string Title(FigureContext context, List<Curve> curves)
    {
        // What is paid for nothing is left out: who leads at the first worth above it leads at any.
        double[] worths = [curves[0].Worths[Steps] * Nothing, .. curves[0].Worths.Skip(1)];
        List<(Curve Curve, string Worth)> leads = [(Leader(curves, worths[0]), "")];
        for (int k = 1; k <= Steps; k++)
        {
            // The lead may pass more than once in a step.
            for (double low = worths[k - 1]; IsBeaten(leads[^1].Curve, curves, worths[k]);)
            {
                low = Switch(leads[^1].Curve, curves, low, worths[k]);
                (Curve winner, string worth) = (Leader(curves, low), context.Text.Money(TwoDigits(low)));
                if (leads[^1].Worth == worth)
                {
                    leads.RemoveAt(leads.Count - 1);
                }

                if (leads[^1].Curve != winner)
                {
                    leads.Add((winner, worth));
                }
            }
        }

        string Called(Curve curve) =>
            curve.IsReference ? context.Say("doing nothing", "de ne rien faire") : context.Quoted(curve.Scenario);

        string[] parts = [Called(leads[0].Curve), .. leads.Skip(1).Select(l =>
            context.Say($"from about {l.Worth}, {Called(l.Curve)}", $"à partir d’environ {l.Worth}, {Called(l.Curve)}"))];
        return parts.Length == 1
            ? context.Say($"Whatever a GP gained is worth, the most frequent best buy is {parts[0]}",
                $"Quelle que soit la valeur d’un généraliste gagné, le meilleur choix est le plus souvent {parts[0]}")
            : context.Say($"While a GP gained is worth little, the most frequent best buy is {string.Join("; ", parts)}",
                $"Tant qu’un généraliste gagné vaut peu, le meilleur choix est le plus souvent {string.Join("\u00a0; ", parts)}");
    }

    private static Curve Leader(List<Curve> curves, double worth) => curves.MaxBy(c => c.Share(worth))!;

    /// <summary>Whether another choice is strictly ahead at a worth: a tie changes nothing.</summary>
    private static bool IsBeaten(Curve curve, List<Curve> curves, double worth) =>
        Leader(curves, worth).Share(worth) > curve.Share(worth) + 1e-9;

    /// <summary>The worth, k€, at which a choice loses the lead between two worths above 0, to a thousandth.</summary>
    private static double Switch(Curve from, List<Curve> curves, double low, double high)
    {
        while (high - low > high / 1000)
        {
            double middle = (low + high) / 2;
            (low, high) = IsBeaten(from, curves, middle) ? (low, middle) : (middle, high);
        }

        return high;
    }

    private static double TwoDigits(double value) =>
        value <= 0 ? 0 : Math.Pow(10, Math.Floor(Math.Log10(value)) - 1) is var unit ? Math.Round(value / unit) * unit : value;

    private static string Subtitle(FigureContext context, double least) => context.Say(
        $"Share of {context.Replications} in which a choice has the highest net benefit (worth × GPs gained − cost by {context.LastYear}), "
        + $"by the worth of one GP gained. Choices that win in less than {context.Text.Percent(least, 0)} everywhere are left out",
        $"Part de {context.Replications} où un choix a le bénéfice net le plus élevé (valeur × généralistes gagnés − coût d’ici "
        + $"{context.LastYear}), selon la valeur d’un généraliste gagné. Sans les choix qui l’emportent partout dans moins de "
        + context.Text.Percent(least, 0)) + CostEffect.UnclearLeftOut(context) + CostEffect.LeftOut(context);

    private static string Description(FigureContext context, List<Curve> curves) =>
        context.Say("One curve a choice. Share at the highest worth: ", "Une courbe par choix. Part à la valeur la plus haute\u00a0: ")
        + context.Join(curves.Select(c => $"{Name(context, c)} {context.Text.Percent(c.Shares[Steps])}")) + ".";

    private static string Name(FigureContext context, Curve curve) =>
        curve.IsReference ? context.BaselineLabel : curve.Scenario.ShownTitle(context.Text);

    public Chart Draw(FigureContext context)
    {
        var curves = Curves(context.Results);
        double least = Enumerable.Range(2, 20).Select(k => 0.05 * k)
            .First(share => curves.Count(c => c.Shares.Max() >= share) <= MostNames);
        var shown = curves.Where(c => c.Shares.Max() >= least).OrderByDescending(c => c.Shares[Steps]).ToList();
        var names = Leading.NamesBeside(context, shown.Select(c => c.Scenario), Room);
        var x = Axis.Numbers(0, shown[0].Worths[Steps], context.IsNarrow ? 3 : 5, context.Text.MoneyTick) with
        {
            Title = context.Say("Worth of a GP gained", "Valeur d’un généraliste gagné"),
        };
        var y = Axis.Numbers(0, 1, 5, v => context.Text.Percent(v, 0)) with { HasGrid = true };
        double height = context.IsNarrow ? 220 : 320;
        var lines = Mark.Of(shown.Select(c => new Line([.. c.Points], context.Colour(c.Scenario.Name)) { IsDashed = c.IsReference }));
        Mark points = Mark.Of(shown.SelectMany(c => c.Points.Select(p => Touched(context, c, p))));
        var labels = shown.Select(c => new Label(x.To, c.Shares[Steps], names[c.Scenario.Name], context.Colour(c.Scenario.Name)));
        var ends = EndLabels.Of(labels, x, y, context.Width - 60 - Room, height);
        var panel = new Panel(x, y, height, [lines, points, .. context.IsNarrow ? [] : ends]) { RoomRight = context.IsNarrow ? 0 : Room };
        string title = Title(context, [.. shown, .. curves.Except(shown)]);
        return new Chart(title, Subtitle(context, least), Description(context, curves), context.Width, [panel])
        {
            Key = !context.IsNarrow ? null : Keys.Of(Leading.KeyWidth(context), [.. shown.Select(c =>
                new KeyItem(names[c.Scenario.Name], context.Colour(c.Scenario.Name), c.IsReference ? Sign.Dashed : Sign.Line))]),
        };
    }

    /// <summary>A point of a curve for the pointer of the page, and for the table that its reader takes away.</summary>
    private static Dot Touched(FigureContext context, Curve curve, Point point) =>
        new(point.X, point.Y, context.Colour(curve.Scenario.Name))
        {
            Opacity = 0,
            Tip = context.Tip((context.Say("Choice", "Choix"), Name(context, curve)),
                (context.Say("Worth of a GP gained", "Valeur d’un généraliste gagné"), context.Text.Money(point.X)),
                (context.Say("Share of replications in which it is the best buy", "Part des réplications où c’est le meilleur achat"),
                    context.Text.Percent(point.Y, 1))),
        };

    /// <summary>How often one choice wins, by the worth of a GP gained (k€).</summary>
    private sealed record Curve(ScenarioInfo Scenario, bool IsReference, double[] Worths, Func<double, double> Share)
    {
        public double[] Shares { get; } = [.. Worths.Select(Share)];

        public IEnumerable<Point> Points => Worths.Zip(Shares, (worth, share) => new Point(worth, share));
    }

    private static List<Curve> Curves(ResultIndex results)
    {
        var all = CostEffect.Clear(results);
        double top = Top(all);
        double[] worths = [.. Enumerable.Range(0, Steps + 1).Select(k => top * k / Steps)];
        int replications = all.Min(c => c.Effects.Length);
        var known = new Dictionary<double, double[]>();
        return [.. all.Select(c => c.Policy).Append(results.Reference)
            .Select((s, i) => new Curve(s, s == results.Reference, worths, worth => SharesAt(worth)[i]))];

        double[] SharesAt(double worth) => known.TryGetValue(worth, out double[]? shares) ? shares : known[worth] = Count(worth);

        double[] Count(double worth)
        {
            double[] shares = new double[all.Count + 1];
            for (int r = 0; r < replications; r++)
            {
                int best = Enumerable.Range(0, all.Count).MaxBy(i => Benefit(i, worth, r));
                shares[Benefit(best, worth, r) > 0 ? best : ^1] += 1.0 / replications;
            }

            return shares;
        }

        double Benefit(int i, double worth, int r) => (worth * all[i].Effects[r]) - all[i].Costs[r];
    }

    /// <summary>The highest worth of a GP gained, k€: about twice the middle price.</summary>
    private static double Top(IEnumerable<CostEffect> all)
    {
        var prices = all.Where(c => c.Effect > 0).Select(c => c.MeanCost / c.Effect).Order().ToList();
        double top = Math.Max(2 * prices[prices.Count / 2], 1e-6), power = Math.Pow(10, Math.Floor(Math.Log10(top)));
        return Math.Ceiling(top / power) * power;
    }
}
