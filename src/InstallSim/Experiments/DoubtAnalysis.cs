using InstallSim.Indicators;
using InstallSim.Results;
using InstallSim.Scenarios;

namespace InstallSim.Experiments;

/// <summary>
/// Where doubt about the effects of a comparison comes from, at the last year, out of the replications that there are: no run is nested in
/// another. The effect of a scenario follows the numbers that it draws and those that the baseline draws.
/// </summary>
/// <param name="experiment">The experiment.</param>
/// <param name="replications">Its replications.</param>
/// <param name="drawn">The numbers that they drew.</param>
internal sealed class DoubtAnalysis(Experiment experiment, IReadOnlyList<ReplicationResult> replications, DrawnNumbers drawn)
{
    /// <summary>
    /// Fewest draws that are shared out: those from which the intervals of effects rest on outcomes. With 10 the largest share of an effect
    /// changed its name when replications were added.
    /// </summary>
    public const int FewestDraws = DoubtIntervals.Enough / Doubt.ReplicationsOfADraw;

    private static readonly string[] Groups = [DoubtSource.Preferences, DoubtSource.Settings, DoubtSource.Policies];

    private static readonly int Indicators = IndicatorCatalog.Recorded.Count;

    /// <summary>Whether there is doubt to share out, and draws enough.</summary>
    public static bool Applies(Experiment experiment, int replications) => experiment is { HasBaseline: true, Drawn.Count: > 0 }
        && replications / Doubt.ReplicationsOfADraw >= FewestDraws;

    /// <summary>Rows by scenario, indicator and source; none for an effect that does not vary.</summary>
    public List<DoubtSource> Rows()
    {
        var rows = new List<DoubtSource>();
        int draws = drawn.Draws,
            last = (experiment.Scenarios[0].Scenario.Years.Count - 1) * Indicators;
        if (!Applies(experiment, replications.Count))
        {
            return rows;
        }

        for (int s = 1; s < experiment.Scenarios.Count; s++)
        {
            Dictionary<string, double[]> numbers = drawn.OfEffect(s);
            var parts = new VarianceParts(draws, [.. Groups.Select(group =>
                (IReadOnlyList<double[]>)[.. numbers.Where(n => GroupOf(n.Key) == group).Select(n => n.Value)])]);
            for (int k = 0; k < Indicators; k++)
            {
                if (parts.Of(Effect(s, last + k, draws)) is { } shares)
                {
                    rows.AddRange(DoubtSource.Sources.Zip(shares, (source, share) => new DoubtSource(
                        experiment.Scenarios[s].Scenario.Name, IndicatorCatalog.Recorded[k].Name, source, share.Share,
                        share.Low, share.High)));
                }
            }
        }

        return rows;
    }

    private static string GroupOf(string path) => path[..path.IndexOf('.', StringComparison.Ordinal)] switch
    {
        "preferences" => DoubtSource.Preferences,
        "policies" => DoubtSource.Policies,
        _ => DoubtSource.Settings,
    };

    private double[] Effect(int scenario, int value, int draws) => [.. replications.Take(draws * Doubt.ReplicationsOfADraw)
        .Select(r => r.Scenarios[scenario].Values[value] - r.Scenarios[0].Values[value])];
}
