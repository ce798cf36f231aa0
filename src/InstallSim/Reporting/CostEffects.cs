using InstallSim.Charts;
using InstallSim.Results;

namespace InstallSim.Reporting;

/// <summary>Cost and effect of a policy replication by replication: what the cost-effectiveness figures draw.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Effects">GPs more than in the baseline at the last year (or the main outcome's unit), by replication.</param>
/// <param name="Costs">k€ more than the baseline since the start, by replication.</param>
internal sealed record CostEffect(ScenarioInfo Policy, double[] Effects, double[] Costs)
{
    /// <summary>The indicator of costs.</summary>
    public const string Cost = "policy-cost-cumulative";

    /// <summary>Names that a subtitle lists.</summary>
    private const int MostNames = 4;

    /// <summary>Mean effect.</summary>
    public double Effect => Effects.Average();

    /// <summary>Mean cost, k€.</summary>
    public double MeanCost => Costs.Average();

    /// <summary>The policies whose cost and effect were recorded in at least two replications and cost something.</summary>
    public static List<CostEffect> Of(ResultIndex results)
    {
        int year = results.Manifest.LastYear;
        double[] Paired(ScenarioInfo policy, string indicator)
        {
            var with = results.Values(policy.Name, indicator, year);
            var without = results.Values(results.Reference.Name, indicator, year);
            return with.Count == without.Count ? [.. with.Zip(without, (a, b) => a - b)] : [];
        }

        return [.. results.Policies
            .Select(p => new CostEffect(p, Paired(p, results.Main.Name), Paired(p, Cost)))
            .Where(c => c.Effects.Length >= 2 && c.Effects.Length == c.Costs.Length && c.Effects.Concat(c.Costs).All(double.IsFinite)
                && c.Costs.Any(k => k != 0))];
    }

    /// <summary>What to say of policies without a cost, which figures of cost leave out; empty when there is none.</summary>
    public static string LeftOut(FigureContext context)
    {
        var (results, shown) = (context.Results, Of(context.Results).Select(c => c.Policy).ToList());
        string free = Names(context, results.Policies.Except(shown).Where(p => !results.HasCost(p.Name)));
        return free.Length == 0 ? ""
            : context.Say($". Left out, for no cost is counted: {free}", $". Hors du graphique, faute de coût compté\u00a0: {free}");
    }

    /// <summary>Those whose effect is told from zero: what the others gain or lose is noise, and no reason to buy.</summary>
    public static List<CostEffect> Clear(ResultIndex results) => [.. Of(results).Where(c => c.IsClear(results))];

    /// <summary>What to say of policies whose effect is not told from zero; empty when there is none.</summary>
    public static string UnclearLeftOut(FigureContext context)
    {
        string unclear = Names(context, Of(context.Results).Where(c => !c.IsClear(context.Results)).Select(c => c.Policy));
        return unclear.Length == 0 ? ""
            : context.Say($". Left out, for their effect is not told from zero: {unclear}",
                $". Hors du graphique, faute d’effet distinct de zéro\u00a0: {unclear}");
    }

    /// <summary>Cost of a unit of effect, k€; without an interval (NaN) where that is not determined.</summary>
    public Interval Price(ResultIndex results) => Intervals.OfPrice(Costs, Effects, results.Manifest.HoldsDoubt);

    private bool IsClear(ResultIndex results) =>
        Verdicts.Of(results.Difference(Policy.Name, results.Main.Name, results.Manifest.LastYear)) is Verdict.Up or Verdict.Down;

    /// <summary>The first of some policies in quotes and how many others there are; empty when there is none.</summary>
    private static string Names(FigureContext context, IEnumerable<ScenarioInfo> policies)
    {
        List<string> names = [.. policies.Select(context.Quoted)];
        if (names.Count > MostNames)
        {
            int more = names.Count - MostNames + 1;
            names = [.. names.Take(MostNames - 1), context.Say($"{more} others", $"{more} autres")];
        }

        return names.Count == 0 ? "" : context.Text.List(names);
    }

    /// <summary>Whether there are replications enough to draw how they spread.</summary>
    public bool HasOutline => Effects.Length >= 5;

    /// <summary>
    /// Corners of the outline around the 95 % of the replications that lie nearest their mean, rounded up (by Mahalanobis distance): their
    /// convex hull, which goes nowhere that no replication went, the last corner being the first.
    /// </summary>
    public IReadOnlyList<Point> Outline()
    {
        double n = Effects.Length - 1;
        double xx = Effects.Sum(e => (e - Effect) * (e - Effect)) / n;
        double xy = Effects.Zip(Costs, (e, c) => (e - Effect) * (c - MeanCost)).Sum() / n;
        double slope = xx > 0 ? xy / xx : 0;
        double rest = Effects.Zip(Costs, (e, c) => Square(c - MeanCost - (slope * (e - Effect)))).Sum() / n;
        Point[] near = [.. Effects.Zip(Costs, (e, c) => new Point(e, c))
            .OrderBy(p => (xx > 0 ? Square(p.X - Effect) / xx : 0)
                + (rest > 0 ? Square(p.Y - MeanCost - (slope * (p.X - Effect))) / rest : 0))
            .Take((int)Math.Ceiling(0.95 * Effects.Length)).OrderBy(p => p.X).ThenBy(p => p.Y)];
        return [.. Side(near), .. Side([.. near.Reverse()]), near[0]];

        static double Square(double x) => x * x;
    }

    /// <summary>The corners of a convex hull from the first of sorted points to the last, which is left out (Andrew 1979).</summary>
    private static IEnumerable<Point> Side(IReadOnlyList<Point> sorted)
    {
        var side = new List<Point>();
        foreach (Point p in sorted)
        {
            while (side.Count > 1 && Turn(side[^2], side[^1], p) <= 0)
            {
                side.RemoveAt(side.Count - 1);
            }

            side.Add(p);
        }

        return side.SkipLast(1);

        static double Turn(Point a, Point b, Point c) => ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
    }
}
