using InstallSim.Experiments;
using InstallSim.Indicators;
using InstallSim.Outputs;

namespace InstallSim.Validation;

/// <summary>Means of a scenario's indicators over its replications, by year.</summary>
/// <param name="FirstYear">First year.</param>
/// <param name="Means">Shape [years][indicators], in the order of the catalog; NaN where no replication has a value.</param>
public sealed record IndicatorMeans(int FirstYear, double[][] Means)
{
    private static readonly Dictionary<string, int> Columns =
        IndicatorCatalog.Recorded.Index().ToDictionary(i => i.Item.Name, i => i.Index, StringComparer.Ordinal);

    /// <summary>Runs a scenario.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IndicatorMeans Run(LoadedExperiment loaded, Action<ExperimentProgress> progress, CancellationToken stop)
    {
        int finished = 0;
        (ReplicationResult[] results, _) = loaded.Experiment.Run(_ => null,
            _ => progress(new ExperimentProgress(Interlocked.Increment(ref finished), loaded.Experiment.Replications)), stop);
        int years = loaded.Sources[0].Scenario.Years.Count, count = IndicatorCatalog.Recorded.Count;
        double Mean(int year, int k)
        {
            double[] values = [.. results.Select(r => r.Scenarios[0].Values[(year * count) + k]).Where(double.IsFinite)];
            return values.Length == 0 ? double.NaN : values.Average();
        }

        return new IndicatorMeans(loaded.Sources[0].Scenario.Years.From,
            [.. Enumerable.Range(0, years).Select(year => Enumerable.Range(0, count).Select(k => Mean(year, k)).ToArray())]);
    }

    /// <summary>An indicator, or a quotient of two, in a year; quotients are of means.</summary>
    public double Of(string shown, int year)
    {
        double[] row = Means[year - FirstYear];
        string[] parts = shown.Split('/');
        return parts.Length == 1 ? row[Columns[shown]] : row[Columns[parts[0]]] / row[Columns[parts[1]]];
    }
}

/// <summary>Writes figures of the model as cells of a table.</summary>
internal static class FigureTable
{
    /// <summary>The cell of a year; empty where a lowest value stands under another year.</summary>
    /// <param name="figure">What is shown and how.</param>
    /// <param name="means">What the model gives.</param>
    /// <param name="year">The year.</param>
    /// <param name="first">The first year shown.</param>
    /// <param name="text">Language.</param>
    public static string Cell(ShownFigure figure, IndicatorMeans means, int year, int first, ReportText text)
    {
        string[] written = [.. figure.Show.Select(shown => figure.As switch
        {
            ShownAs.Percent => text.Number(100 * means.Of(shown, year), figure.Decimals),
            ShownAs.Index => text.Number(100 * means.Of(shown, year) / means.Of(shown, first), figure.Decimals),
            ShownAs.Lowest => year == first ? Lowest(figure, means, shown, text) : "",
            _ => text.Number(means.Of(shown, year), figure.Decimals),
        })];
        bool hasValue = written.Any(w => w is not ("" or "–"));
        return string.Join(" / ", written) + (figure.As == ShownAs.Percent && hasValue ? text.Say(" %", "\u00a0%") : "");
    }

    private static string Lowest(ShownFigure figure, IndicatorMeans means, string shown, ReportText text)
    {
        int year = Enumerable.Range(means.FirstYear, means.Means.Length).MinBy(y => means.Of(shown, y));
        string value = text.Number(means.Of(shown, year), figure.Decimals);
        return text.Say($"{value} in {year}", $"{value} en {year}");
    }
}
