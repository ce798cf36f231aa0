using InstallSim.Indicators;
using InstallSim.Results;
using InstallSim.World;

namespace InstallSim.Experiments;

/// <summary>Turns replications into the rows of the results.</summary>
internal sealed class Summary(Experiment experiment, IReadOnlyList<ReplicationResult> replications)
{
    private static readonly int Indicators = IndicatorCatalog.Recorded.Count;

    private readonly int _firstYear = experiment.Scenarios[0].Scenario.Years.From;
    private readonly int _years = experiment.Scenarios[0].Scenario.Years.Count;

    /// <summary>
    /// Where replications draw what is doubted, intervals hold one more replication; else the mean, which is certain but for chance.
    /// </summary>
    private readonly bool _holdsDoubt = experiment.Drawn.Count > 0;

    /// <summary>Mean and quantiles of each territory over the replications.</summary>
    public IReadOnlyList<TerritoryResult> Territories()
    {
        TerritoryTable territories = experiment.Scenarios[0].Territories;
        int[] byCode = ByCode(territories);
        (int count, int columns) = (territories.Count, TerritoryOutputs.All.Count);
        var rows = new TerritoryRows(
            [.. experiment.Scenarios.Select(s => s.Scenario.Name)], [.. TerritoryOutputs.All.Select(output => output.Name)],
            (_firstYear, _years), [.. byCode.Select(i => territories.Code[i])], areAlike: replications.Count == 1);
        var options = new ParallelOptions { MaxDegreeOfParallelism = experiment.Threads };
        Parallel.For(0, experiment.Scenarios.Count * columns, options,
            () => replications.Select(_ => new float[_years * count]).ToArray(), (task, _, data) =>
            {
                var values = new double[data.Length];
                for (int r = 0; r < data.Length; r++)
                {
                    replications[r].Scenarios[task / columns].ByTerritory[task % columns].Fill(data[r]);
                }

                for (int cell = 0; cell < _years * count; cell++)
                {
                    for (int r = 0; r < data.Length; r++)
                    {
                        values[r] = data[r][(cell / count * count) + byCode[cell % count]];
                    }

                    Summarise(values, rows.Numbers((task * _years * count) + cell));
                }

                return data;
            }, _ => { });
        return rows;
    }

    /// <summary>Mean and quantiles of values, which are sorted; the one value alone.</summary>
    private static void Summarise(double[] values, Span<double> numbers)
    {
        numbers[0] = values[0];
        if (numbers.Length > 1)
        {
            Array.Sort(values);
            numbers[0] = values.Average();
            (numbers[1], numbers[2], numbers[3]) = (Quantile(values, 0.05), Quantile(values, 0.5), Quantile(values, 0.95));
        }
    }

    /// <summary>Rows of the territories in ordinal order of their code: how results list them.</summary>
    public static int[] ByCode(TerritoryTable territories) =>
        [.. Enumerable.Range(0, territories.Count).OrderBy(i => territories.Code[i], StringComparer.Ordinal)];

    /// <summary>What each act of each policy cost.</summary>
    public List<PolicyCost> Costs() =>
        [.. Enumerable.Range(0, experiment.Scenarios.Count).SelectMany(s => new CostSummary(experiment, replications, s).Rows())];

    /// <summary>Paired differences from the baseline, then what only a comparison can tell, by scenario.</summary>
    /// <param name="byAct">Whether costs since the start come by policy and act too.</param>
    public List<Comparison> Comparisons(bool byAct = false)
    {
        var rows = new List<Comparison>();
        var differences = new double[replications.Count];
        for (int s = 1; s < experiment.Scenarios.Count && experiment.HasBaseline; s++)
        {
            for (int k = 0; k < _years * Indicators; k++)
            {
                for (int r = 0; r < differences.Length; r++)
                {
                    differences[r] = Interval.Difference(replications[r].Scenarios[s].Values[k], replications[r].Scenarios[0].Values[k]);
                }

                double size = Interval.SizeOf(replications.Select(r => r.Scenarios[0].Values[k]));
                rows.Add(Difference(s, _firstYear + (k / Indicators), IndicatorCatalog.Recorded[k % Indicators].Name, differences, size));
            }

            int last = _firstYear + _years - 1;
            rows.AddRange(new Effectiveness(experiment, replications, s).All().Select(e => e.Below is { } below
                ? Ratio(s, last, e.Indicator, e.Above, below, e.NeedsGain) : Difference(s, last, e.Indicator, e.Above)));
            if (byAct)
            {
                rows.AddRange(new CostSummary(experiment, replications, s).Cumulative()
                    .Select(c => Difference(s, last, c.Indicator, c.Differences)));
            }
        }

        return rows;
    }

    /// <summary>Whether packages are more than their parts; none where no scenarios are parts of another.</summary>
    public List<PackageEffect> Packages() => [.. new PackageEffects(experiment, replications, IntervalOf).Rows()];

    /// <summary>What each payer pays; none where no policy names one.</summary>
    public List<PayerCost> Payers() => [.. new PayerSummary(experiment, replications, PriceOf).Rows()];

    private Interval IntervalOf(double[] values) => Intervals.OfDifference(values, _holdsDoubt);

    private Interval PriceOf(double[] cost, double[] gain) => Intervals.OfPrice(cost, gain, _holdsDoubt);

    private Comparison Difference(int s, int year, string indicator, double[] values, double size = 0) =>
        Row(s, year, indicator, Intervals.OfDifference(values, _holdsDoubt, size).WithoutRounding(Interval.SizeOf(values)),
            ChanceShare(values));

    /// <summary>A ratio of means; none where it needs a gain and there is no cost or no gain to divide it by.</summary>
    private Comparison Ratio(int s, int year, string indicator, double[] above, double[] below, bool needsGain)
    {
        Interval interval = needsGain ? PriceOf(above, below) : Intervals.OfRatio(above, below, _holdsDoubt);
        // To first order a ratio θ = a/b varies as a − θ·b does.
        return Row(s, year, indicator, interval, ChanceShare([.. above.Zip(below, (a, b) => a - (interval.Mean * b))]));
    }

    private Comparison Row(int s, int year, string indicator, Interval i, double chanceShare) => new(
        experiment.Scenarios[s].Scenario.Name, experiment.Scenarios[0].Scenario.Name, year, indicator,
        i.Mean, i.StandardError, i.Lower, i.Upper, i.Count, chanceShare);

    private double ChanceShare(double[] values) => _holdsDoubt ? DoubtIntervals.ChanceShare(values) : 1;

    /// <summary>Quantile of sorted values, between neighbours in proportion (Hyndman and Fan's type 7).</summary>
    public static double Quantile(double[] sorted, double level)
    {
        double position = level * (sorted.Length - 1);
        int below = (int)position;
        return below + 1 < sorted.Length ? sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
