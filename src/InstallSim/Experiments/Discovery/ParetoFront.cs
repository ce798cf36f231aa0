using InstallSim.Results;

namespace InstallSim.Experiments.Discovery;

/// <summary>Where a point stands beside the front.</summary>
public enum Standing : byte
{
    /// <summary>On the front: by the means, none costs no more and does no less, and one of both better.</summary>
    Front,
    /// <summary>Behind the front by the means, but not told from it: no point of the front is better beyond chance.</summary>
    NotTold,
    /// <summary>Dominated beyond chance by a point of the front.</summary>
    Dominated,
}

/// <summary>A point of cost and effect.</summary>
/// <param name="Costs">By replication.</param>
/// <param name="Effects">By replication, higher is better.</param>
public sealed record CostAndEffect(double[] Costs, double[] Effects);

/// <summary>Which points cannot be bettered in both cost and effect.</summary>
public static class ParetoFront
{
    /// <summary>
    /// Where each point stands. A point is dominated beyond chance where, for one point of the front, the 95 % intervals of the paired
    /// differences over replications (the same random numbers at each point) let it neither cost less nor do more, and one of both
    /// differences is not zero. Only points of the front are asked, so that what only others would show counts as not told.
    /// </summary>
    public static Standing[] Of(IReadOnlyList<CostAndEffect> points)
    {
        (double Cost, double Effect)[] means = [.. points.Select(p => (Intervals.OfMean(p.Costs).Mean, Intervals.OfMean(p.Effects).Mean))];
        int[] front = [.. NonDominated(means)];
        HashSet<int> on = [.. front];
        return [.. points.Select((point, p) => on.Contains(p) ? Standing.Front
            : front.Any(f => means[f].Cost <= means[p].Cost && means[f].Effect >= means[p].Effect && Beats(points[f], point))
            ? Standing.Dominated
            : Standing.NotTold)];
    }

    /// <summary>Points such that no other costs no more and does no less, with one of both strictly better; in the order of cost.</summary>
    public static IEnumerable<int> NonDominated(IReadOnlyList<(double Cost, double Effect)> means)
    {
        (double Cost, double Effect)? best = null;
        foreach (int p in Enumerable.Range(0, means.Count).Where(p => double.IsFinite(means[p].Cost) && double.IsFinite(means[p].Effect))
            .OrderBy(p => means[p].Cost).ThenByDescending(p => means[p].Effect))
        {
            if (best is null || means[p].Effect > best.Value.Effect || means[p] == best)
            {
                best = means[p];
                yield return p;
            }
        }
    }

    private static bool Beats(CostAndEffect better, CostAndEffect point)
    {
        Interval cost = Intervals.OfMean([.. better.Costs.Zip(point.Costs, (f, p) => p - f)]),
            effect = Intervals.OfMean([.. better.Effects.Zip(point.Effects, (f, p) => f - p)]);
        return cost.Lower >= 0 && effect.Lower >= 0 && (cost.Lower > 0 || effect.Lower > 0);
    }
}
