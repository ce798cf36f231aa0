using InstallSim.Indicators;

namespace InstallSim.Experiments.Precision;

/// <summary>The effects that goals are about: differences from the baseline, or levels where a scenario runs alone.</summary>
internal sealed class ChosenEffects(Experiment experiment, IReadOnlyList<PrecisionGoal> goals)
{
    private static readonly int Indicators = IndicatorCatalog.Recorded.Count;

    private readonly bool _inPairs = experiment.Drawn.Count > 0;
    private readonly int _firstYear = experiment.Scenarios[0].Scenario.Years.From;
    private readonly int _lastYear = experiment.Scenarios[0].Scenario.Years.Until;

    /// <summary>
    /// How well each is known from some replications, by goal and scenario. What a scenario cannot have, such as a cost per GP where no
    /// policy costs anything, is no effect of it.
    /// </summary>
    public IReadOnlyList<KnownEffect> Of(IReadOnlyList<ReplicationResult> replications)
    {
        int first = experiment.HasBaseline && experiment.Scenarios.Count > 1 ? 1 : 0;
        string main = Main(replications);
        return
        [
            .. from goal in goals
               from s in Enumerable.Range(first, experiment.Scenarios.Count - first)
               let indicator = goal.Indicator ?? main
               let year = goal.Year ?? _lastYear
               let estimate = Estimate(replications, s, indicator, year)
               where estimate is not null
               select new KnownEffect(goal, experiment.Scenarios[s].Scenario.Name, indicator, year, estimate.Value),
        ];
    }

    /// <summary>What the page leads with: GPs in territories under-dense at the start; all GPs where there are none.</summary>
    private string Main(IReadOnlyList<ReplicationResult> replications) =>
        replications.Any(r => Value(r.Scenarios[0], "stock-under-dense", _lastYear) > 0) ? "stock-under-dense" : "stock";

    private MeanEstimate? Estimate(IReadOnlyList<ReplicationResult> replications, int s, string indicator, int year)
    {
        if (IndicatorCatalog.Recorded.Any(i => i.Name == indicator))
        {
            double[] values = [.. replications.Select(r => Value(r.Scenarios[s], indicator, year)
                - (s > 0 ? Value(r.Scenarios[0], indicator, year) : 0))];
            return values.Any(double.IsFinite) ? MeanEstimate.Of(values, _inPairs) : null;
        }

        Effect effect = new Effectiveness(experiment, replications, s).All().First(e => e.Indicator == indicator);
        if (effect.Below is not { } below)
        {
            return effect.Above.Any(double.IsFinite) ? MeanEstimate.Of(effect.Above, _inPairs) : null;
        }

        bool isNone = below.All(b => b == 0) || (effect.NeedsGain && effect.Above.All(cost => cost == 0));
        return isNone ? null : MeanEstimate.OfRatio(effect.Above, below, _inPairs);
    }

    private double Value(ScenarioResult scenario, string indicator, int year)
    {
        int k = IndicatorCatalog.Recorded.TakeWhile(i => i.Name != indicator).Count();
        return scenario.Values[((year - _firstYear) * Indicators) + k];
    }
}
