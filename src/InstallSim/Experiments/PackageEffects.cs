using System.Text.Json;
using InstallSim.Indicators;
using InstallSim.Results;

namespace InstallSim.Experiments;

/// <summary>
/// Whether a package is more than its parts. Where other scenarios have between them each policy that a scenario adds to the baseline,
/// once, the effect of the whole is compared with the sum of theirs: (Y_whole − Y_0) − Σ_p (Y_p − Y_0) in each replication, whose error
/// terms and draws all scenarios share.
/// </summary>
/// <param name="experiment">The experiment.</param>
/// <param name="replications">Its replications.</param>
/// <param name="interval">Mean and 95 % interval of a value a replication.</param>
internal sealed class PackageEffects(
    Experiment experiment, IReadOnlyList<ReplicationResult> replications, Func<double[], Interval> interval)
{
    private static readonly int Indicators = IndicatorCatalog.Recorded.Count;
    private readonly string[][] _added = [.. Enumerable.Range(0, experiment.Scenarios.Count).Select(s => Added(experiment, s))];

    /// <summary>Every recorded indicator at the last year, by package.</summary>
    public IEnumerable<PackageEffect> Rows()
    {
        int last = experiment.Scenarios[0].Scenario.Years.Count - 1;
        for (int s = 1; s < experiment.Scenarios.Count && experiment.HasBaseline; s++)
        {
            int[] parts = PartsOf(s);
            string names = string.Join(" + ", parts.Select(p => experiment.Scenarios[p].Scenario.Name));
            for (int k = 0; k < Indicators && parts.Length > 1; k++)
            {
                double[] whole = Effect(s, (last * Indicators) + k);
                double[][] effects = [.. parts.Select(p => Effect(p, (last * Indicators) + k))];
                double[] sum = [.. whole.Select((_, r) => effects.Sum(e => e[r]))];
                double size = Interval.SizeOf(((int[])[0, s, .. parts]).SelectMany(p => Levels(p, (last * Indicators) + k)));
                Interval more = interval([.. whole.Zip(sum, (a, b) => Interval.Clean(a - b, size))]).WithoutRounding(size);
                yield return new PackageEffect(
                    experiment.Scenarios[s].Scenario.Name, names, experiment.Scenarios[s].Scenario.Years.Until,
                    IndicatorCatalog.Recorded[k].Name, interval(sum).Mean, more.Mean, more.StandardError, more.Lower, more.Upper,
                    more.Count);
            }
        }
    }

    /// <summary>Scenarios that have each policy which scenario s adds, once: as many as there are; none where they do not exist.</summary>
    internal int[] PartsOf(int s)
    {
        int[] candidates = [.. Enumerable.Range(1, experiment.Scenarios.Count - 1)
            .Where(p => p != s && _added[p].Length > 0 && _added[p].Length < _added[s].Length
                && experiment.Scenarios[p].StartsAs(experiment.Scenarios[s]))
            .OrderBy(p => _added[p].Length)];
        return Cover(_added[s], candidates) is { Length: > 1 } parts ? [.. parts.Order()] : [];
    }

    /// <summary>Candidates whose policies together are the ones left, each once; null where there are none.</summary>
    private int[]? Cover(string[] left, int[] candidates)
    {
        if (left.Length == 0)
        {
            return [];
        }

        foreach (int p in candidates.Where(p => _added[p].Contains(left[0])))
        {
            if (Without(left, _added[p]) is { } rest && Cover(rest, candidates) is { } others)
            {
                return [p, .. others];
            }
        }

        return null;
    }

    /// <summary>Some texts without others, each once; null where one of these is not among them.</summary>
    private static string[]? Without(string[] all, string[] taken)
    {
        var rest = all.ToList();
        return taken.All(rest.Remove) ? [.. rest] : null;
    }

    /// <summary>The policies that a scenario has beyond the baseline, as texts; none where it lacks one of the baseline's.</summary>
    private static string[] Added(Experiment experiment, int scenario) =>
        Without(Texts(experiment, scenario), Texts(experiment, 0)) ?? [];

    /// <summary>All that a policy says but whether a package or a budget holds it, which is what makes a whole of parts.</summary>
    private static string[] Texts(Experiment experiment, int scenario) => [.. experiment.Scenarios[scenario].Scenario.Policies
        .Select(p => p with { Package = null, Budget = null }).Select(p => JsonSerializer.Serialize(p, p.GetType()))];

    private IEnumerable<double> Levels(int scenario, int value) => replications.Select(r => r.Scenarios[scenario].Values[value]);

    private double[] Effect(int scenario, int value) =>
        [.. replications.Select(r => r.Scenarios[scenario].Values[value] - r.Scenarios[0].Values[value])];
}
