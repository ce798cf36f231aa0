using InstallSim.Results;

namespace InstallSim.Reporting;

/// <summary>Cost and effect of a policy replication by replication: what the cost-effectiveness figures draw.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Effects">GPs more than in the baseline at the last year (or the main outcome's unit), by replication.</param>
/// <param name="Costs">k€ more than the baseline since the start, by replication.</param>
internal sealed record CostEffect(ScenarioInfo Policy, double[] Effects, double[] Costs)
{
    /// <summary>Corners of an ellipse as it is drawn.</summary>
    public const int Corners = 48;

    private const string Cost = "policy-cost-cumulative";

    /// <summary>Names that a subtitle lists.</summary>
    private const int MostNames = 4;

    /// <summary>χ² with two degrees of freedom, 95 %: half-axes of the ellipse in standard deviations, squared.</summary>
    private const double ChiSquare95 = 5.991464547107979;

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
    public Interval Price(ResultIndex results) =>
        results.Manifest.HoldsDoubt ? DoubtIntervals.OfRatio(Costs, Effects) : Intervals.OfRatio(Costs, Effects);

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
    public bool HasEllipse => Effects.Length >= 5;

    /// <summary>
    /// Points on the ellipse that holds 95 % of replications drawn from a normal distribution of this mean and covariance; it ends at a
    /// cost of 0 where no replication saves money.
    /// </summary>
    public IEnumerable<(double Effect, double Cost)> Ellipse(int points)
    {
        double n = Effects.Length - 1;
        double xx = Effects.Sum(e => (e - Effect) * (e - Effect)) / n;
        double yy = Costs.Sum(c => (c - MeanCost) * (c - MeanCost)) / n;
        double xy = Effects.Zip(Costs, (e, c) => (e - Effect) * (c - MeanCost)).Sum() / n;
        // Cholesky: (x, y) = mean + L·(cos, sin)·√χ².
        double l11 = Math.Sqrt(xx), l21 = l11 > 0 ? xy / l11 : 0, l22 = Math.Sqrt(Math.Max(0, yy - (l21 * l21)));
        double radius = Math.Sqrt(ChiSquare95), least = Costs.Min() < 0 ? double.NegativeInfinity : 0;
        return Enumerable.Range(0, points + 1).Select(k => 2 * Math.PI * k / points)
            .Select(a => (Effect + (radius * l11 * Math.Cos(a)),
                Math.Max(least, MeanCost + (radius * ((l21 * Math.Cos(a)) + (l22 * Math.Sin(a)))))));
    }

    /// <summary>Whether its ellipse ends at a cost of 0.</summary>
    public bool IsCut => HasEllipse && Costs.Min() >= 0 && Ellipse(Corners).Any(p => p.Cost == 0);
}
