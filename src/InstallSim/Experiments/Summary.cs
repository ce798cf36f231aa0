using InstallSim.Indicators;
using InstallSim.Results;
using InstallSim.Simulation;
using InstallSim.World;

namespace InstallSim.Experiments;

/// <summary>Turns replications into the rows of the results.</summary>
internal sealed class Summary(Experiment experiment, IReadOnlyList<ReplicationResult> replications)
{
    private static readonly int Indicators = IndicatorCatalog.Recorded.Count;

    private readonly int _firstYear = experiment.Studies[0].Scenario.Years.From;
    private readonly int _years = experiment.Studies[0].Scenario.Years.Count;

    /// <summary>Where replications draw what is doubted, intervals hold one more replication; else the mean, which is certain but for chance.</summary>
    private readonly bool _holdsDoubt = experiment.Drawn.Count > 0;

    /// <summary>All recorded values.</summary>
    public List<Observation> Observations()
    {
        var rows = new List<Observation>(experiment.Studies.Count * replications.Count * _years * Indicators);
        for (int s = 0; s < experiment.Studies.Count; s++)
        {
            foreach (ReplicationResult replication in replications)
            {
                double[] values = replication.Scenarios[s].Values;
                for (int k = 0; k < values.Length; k++)
                {
                    rows.Add(new Observation(
                        experiment.Studies[s].Scenario.Name,
                        replication.Replication,
                        _firstYear + (k / Indicators),
                        IndicatorCatalog.Recorded[k % Indicators].Name,
                        values[k]));
                }
            }
        }

        return rows;
    }

    /// <summary>Mean and quantiles of each territory over the replications.</summary>
    public TerritoryResult[] Territories()
    {
        int count = experiment.Studies[0].Territories.Count;
        int[] byCode = ByCode(experiment.Studies[0].Territories);
        (string Name, Func<ScenarioResult, float[]> Column)[] columns =
            [("stock", r => r.Stock), ("accessibility", r => r.Accessibility), ("installations", r => r.Installations)];
        var rows = new TerritoryResult[experiment.Studies.Count * columns.Length * _years * count];
        Parallel.For(0, experiment.Studies.Count * columns.Length, task =>
        {
            int s = task / columns.Length;
            (string name, Func<ScenarioResult, float[]> column) = columns[task % columns.Length];
            float[][] data = [.. replications.Select(r => column(r.Scenarios[s]))];
            var values = new double[data.Length];
            for (int cell = 0; cell < _years * count; cell++)
            {
                for (int r = 0; r < data.Length; r++)
                {
                    values[r] = data[r][(cell / count * count) + byCode[cell % count]];
                }

                Array.Sort(values);
                rows[(task * _years * count) + cell] = new TerritoryResult(
                    experiment.Studies[s].Scenario.Name, _firstYear + (cell / count), experiment.Studies[0].Territories.Code[byCode[cell % count]], name,
                    values.Average(), Quantile(values, 0.05), Quantile(values, 0.5), Quantile(values, 0.95));
            }
        });
        return rows;
    }

    /// <summary>Rows of the territories in ordinal order of their code: how results list them.</summary>
    public static int[] ByCode(TerritoryTable territories) =>
        [.. Enumerable.Range(0, territories.Count).OrderBy(i => territories.Code[i], StringComparer.Ordinal)];

    /// <summary>Paired differences from the baseline, then what only a comparison can tell.</summary>
    public List<Comparison> Comparisons()
    {
        var rows = new List<Comparison>();
        string baseline = experiment.Studies[0].Scenario.Name;
        var differences = new double[replications.Count];
        for (int s = 1; s < experiment.Studies.Count && experiment.HasBaseline; s++)
        {
            string name = experiment.Studies[s].Scenario.Name;
            for (int k = 0; k < _years * Indicators; k++)
            {
                for (int r = 0; r < differences.Length; r++)
                {
                    differences[r] = replications[r].Scenarios[s].Values[k] - replications[r].Scenarios[0].Values[k];
                }

                rows.Add(Row(name, baseline, _firstYear + (k / Indicators), IndicatorCatalog.Recorded[k % Indicators].Name,
                    _holdsDoubt ? DoubtIntervals.OfNext(differences) : Intervals.OfMean(differences), ChanceShare(differences)));
            }

            rows.AddRange(Derived(s, name, baseline));
        }

        return rows;
    }

    private IEnumerable<Comparison> Derived(int s, string name, string baseline)
    {
        Study study = experiment.Studies[s];
        int last = _firstYear + _years - 1;
        double population = study.Territories.Population.Sum();
        yield return Ratio("deadweight-share", r => r.Aid.Anyway, r => r.Aid.Aided);
        yield return Ratio("displacement-share", r => r.Aid.Displaced, r => r.Aid.Gained);
        yield return Ratio("cost-per-additional-gp", r => At(r, "policy-cost-cumulative"), r => At(r, "stock-under-dense"));
        yield return Ratio("cost-per-resident-lifted", r => At(r, "policy-cost-cumulative"), r => -population * At(r, "share-under-threshold"));

        Comparison Ratio(string indicator, Func<ScenarioResult, double> numerator, Func<ScenarioResult, double> denominator)
        {
            double[] above = [.. replications.Select(r => numerator(r.Scenarios[s]) - numerator(r.Scenarios[0]))];
            double[] below = [.. replications.Select(r => denominator(r.Scenarios[s]) - denominator(r.Scenarios[0]))];
            Interval interval = _holdsDoubt ? DoubtIntervals.OfRatio(above, below) : Intervals.OfRatio(above, below);
            // To first order a ratio θ = a/b varies as a − θ·b does.
            return Row(name, baseline, last, indicator, interval, ChanceShare([.. above.Zip(below, (a, b) => a - (interval.Mean * b))]));
        }

        double At(ScenarioResult result, string indicator)
        {
            int k = IndicatorCatalog.Recorded.Select((i, index) => (i.Name, index)).First(i => i.Name == indicator).index;
            return result.Values[((_years - 1) * Indicators) + k];
        }
    }

    private static Comparison Row(string scenario, string baseline, int year, string indicator, Interval i, double chanceShare) =>
        new(scenario, baseline, year, indicator, i.Mean, i.StandardError, i.Lower, i.Upper, i.Count, chanceShare);

    private double ChanceShare(double[] values) => _holdsDoubt ? DoubtIntervals.ChanceShare(values) : 1;

    /// <summary>Quantile of sorted values, between neighbours in proportion (Hyndman and Fan's type 7).</summary>
    private static double Quantile(double[] sorted, double level)
    {
        double position = level * (sorted.Length - 1);
        int below = (int)position;
        return below + 1 < sorted.Length ? sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
