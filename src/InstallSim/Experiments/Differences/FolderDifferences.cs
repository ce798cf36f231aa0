using InstallSim.Indicators;
using InstallSim.Results;

namespace InstallSim.Experiments.Differences;

/// <summary>What of a scenario two results are compared in.</summary>
public enum DifferenceOf : byte
{
    /// <summary>The indicator itself.</summary>
    Level,
    /// <summary>What the scenario has more than its own baseline: how the effect of a policy differs.</summary>
    Effect,
}

/// <summary>How two results differ: a row of <c>comparison.csv</c> of a comparison of two folders.</summary>
/// <param name="ScenarioA">Name of the scenario in A.</param>
/// <param name="ScenarioB">Name in B.</param>
/// <param name="Of">The level, or the effect beside each one's own baseline.</param>
/// <param name="Year">Calendar year.</param>
/// <param name="Indicator">Name of the indicator.</param>
/// <param name="A">Mean over replications in A.</param>
/// <param name="B">Mean in B.</param>
/// <param name="Interval">B − A.</param>
public sealed record FolderDifference(
    string ScenarioA, string ScenarioB, DifferenceOf Of, int Year, string Indicator, double A, double B, Interval Interval);

/// <summary>Differences of two finished results, from what they recorded.</summary>
public static class FolderDifferences
{
    /// <summary>
    /// All differences: by scenario, level then effect, year and indicator. Effects need a baseline of one name in both.
    /// </summary>
    public static IReadOnlyList<FolderDifference> Of(ResultsPair pair)
    {
        var (a, b) = (ObservationSeries.Of(pair.A.Results), ObservationSeries.Of(pair.B.Results));
        (Manifest left, Manifest right) = (pair.A.Manifest, pair.B.Manifest);
        string[] indicators = [.. IndicatorCatalog.Recorded.Select(i => i.Name)
            .Where(pair.A.Results.Observations.Select(o => o.Indicator).ToHashSet().Contains)];
        var rows = new List<FolderDifference>();
        foreach ((string scenarioA, string scenarioB) in pair.Scenarios)
        {
            bool hasEffect = left.Baseline is not null && left.Baseline == right.Baseline && scenarioA != left.Baseline;
            foreach (DifferenceOf of in hasEffect ? [DifferenceOf.Level, DifferenceOf.Effect] : (DifferenceOf[])[DifferenceOf.Level])
            {
                for (int year = left.FirstYear; year <= left.LastYear; year++)
                {
                    rows.AddRange(indicators.Select(indicator => Row(pair, (scenarioA, scenarioB), of, year, indicator,
                        Series(a, scenarioA, of, left.Baseline, indicator, year),
                        Series(b, scenarioB, of, right.Baseline, indicator, year),
                        Interval.SizeOf(a[(scenarioA, indicator, year)].Concat(b[(scenarioB, indicator, year)])))));
                }
            }
        }

        return rows;
    }

    /// <summary>A row; rounding is measured by the size of the levels, from which effects are taken.</summary>
    private static FolderDifference Row(ResultsPair pair, (string A, string B) scenario, DifferenceOf of, int year, string indicator,
        double[] a, double[] b, double size)
    {
        double[] differences = pair.IsPaired ? [.. a.Zip(b, (x, y) => Interval.Clean(y - x, size))] : [];
        Interval interval = !pair.IsPaired ? UnpairedInterval.Of(a, b, pair.HoldsDoubt)
            : Intervals.OfDifference(differences, pair.HoldsDoubt, size);
        return new FolderDifference(scenario.A, scenario.B, of, year, indicator, Mean(a), Mean(b), interval.WithoutRounding(size));
    }

    /// <summary>A value a replication, in their order.</summary>
    private static double[] Series(
        Dictionary<(string Scenario, string Indicator, int Year), double[]> values, string scenario, DifferenceOf of, string? baseline,
        string indicator, int year)
    {
        double[] own = values[(scenario, indicator, year)];
        return of == DifferenceOf.Level ? own : [.. own.Zip(values[(baseline!, indicator, year)], Interval.Difference)];
    }

    private static double Mean(double[] values)
    {
        double[] known = [.. values.Where(v => !double.IsNaN(v))];
        return known.Length == 0 ? double.NaN : known.Sum() / known.Length;
    }
}
