using InstallSim.Indicators;
using InstallSim.Results;
using InstallSim.Scenarios;

namespace InstallSim.Experiments;

/// <summary>
/// How often each scenario is the best of those compared, over draws of the doubtful numbers, and what choosing it loses against choosing
/// with the draw known: regret. Claxton (1999), "The irrelevance of inference", for expected loss as what decides between policies.
/// </summary>
/// <param name="experiment">The experiment.</param>
/// <param name="replications">Its replications.</param>
internal sealed class PolicyChoices(Experiment experiment, IReadOnlyList<ReplicationResult> replications)
{
    private static readonly int Indicators = IndicatorCatalog.Recorded.Count;

    /// <summary>Rows by indicator of which more or less is better, and scenario; none where there is nothing to choose.</summary>
    public List<PolicyChoice> Rows()
    {
        var rows = new List<PolicyChoice>();
        int last = (experiment.Scenarios[0].Scenario.Years.Count - 1) * Indicators;
        bool applies = experiment.Scenarios.Count > 2 && DoubtAnalysis.Applies(experiment, replications.Count);
        for (int k = 0; k < Indicators && applies; k++)
        {
            Indicator indicator = IndicatorCatalog.Recorded[k];
            double sign = indicator.Better == Better.Higher ? 1 : indicator.Better == Better.Lower ? -1 : 0;
            double[][] gains = [.. Enumerable.Range(1, experiment.Scenarios.Count - 1).Select(s => Gains(s, last + k, sign))];
            if (sign != 0 && gains.All(g => g.All(double.IsFinite)))
            {
                rows.AddRange(Standing(gains).Select((c, s) => new PolicyChoice(
                    experiment.Scenarios[s + 1].Scenario.Name, indicator.Name, sign * gains[s].Average(), c.Best, c.Low, c.High)));
            }
        }

        return rows;
    }

    /// <summary>How scenarios stand.</summary>
    /// <param name="gains">Gain of each scenario in each replication, shape [S][2D]; 2d and 2d + 1 share draw d.</param>
    /// <returns>Share of draws in which each is the best, and its expected loss: at least, at most.</returns>
    public static (double Best, double Low, double High)[] Standing(double[][] gains)
    {
        int scenarios = gains.Length, draws = gains[0].Length / Doubt.ReplicationsOfADraw;
        double[] best = new double[scenarios], low = new double[scenarios], high = new double[scenarios];
        for (int d = 0; d < draws; d++)
        {
            double[] one = [.. gains.Select(g => g[2 * d])], other = [.. gains.Select(g => g[(2 * d) + 1])];
            double[] mean = [.. one.Zip(other, (a, b) => (a + b) / 2)];
            int[] tops = [.. Enumerable.Range(0, scenarios).Where(s => mean[s] == mean.Max())];
            double measured = (AtBestOf(one, other) + AtBestOf(other, one)) / 2;
            for (int s = 0; s < scenarios; s++)
            {
                best[s] += tops.Contains(s) ? 1.0 / tops.Length : 0;
                low[s] += (measured - mean[s]) / draws;
                high[s] += (mean.Max() - mean[s]) / draws;
            }
        }

        return [.. best.Select((b, s) => (b / draws, Math.Max(0, low[s]), high[s]))];
    }

    /// <summary>What the scenarios that are best by some gains have by others, on average.</summary>
    private static double AtBestOf(double[] gains, double[] others) =>
        others.Where((_, s) => gains[s] == gains.Max()).Average();

    private double[] Gains(int scenario, int value, double sign) => [.. replications
        .Take(replications.Count / Doubt.ReplicationsOfADraw * Doubt.ReplicationsOfADraw)
        .Select(r => sign * (r.Scenarios[scenario].Values[value] - r.Scenarios[0].Values[value]))];
}
