using InstallSim.Experiments;
using InstallSim.Inputs;

namespace InstallSim.Validation;

/// <summary>All that a validation file asked for.</summary>
/// <param name="Source">What was asked for.</param>
/// <param name="Backtest">The forecast compared; null where none was asked for.</param>
/// <param name="Published">Means of the scenario that stands beside published figures; null where none was asked for.</param>
/// <param name="Variants">Means of each column of each table of variants.</param>
public sealed record ValidationResult(
    ValidationSource Source, BacktestResult? Backtest, IndicatorMeans? Published, IReadOnlyList<IReadOnlyList<IndicatorMeans>> Variants)
{
    /// <summary>Runs all of it.</summary>
    /// <param name="source">What is asked for.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="part">Told what comes next, and how many parts there are.</param>
    /// <param name="progress">Told after each replication of a part, from several threads.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ValidationResult Of(
        ValidationSource source, int threads, Action<Words> part, Action<ExperimentProgress> progress, CancellationToken stop)
    {
        BacktestResult? backtest = null;
        if (source.Backtest is { } asked)
        {
            part(new Words($"forecast of {asked.Settings.Years}", $"prévision de {asked.Settings.Years}"));
            backtest = Validation.Backtest.Score(asked, Validation.Backtest.Run(asked, threads, progress, stop));
        }

        IndicatorMeans? published = null;
        if (source.Published is { } scenario)
        {
            part(new Words("published figures", "chiffres publiés"));
            published = IndicatorMeans.Run(scenario, progress, stop);
        }

        return new ValidationResult(source, backtest, published, [.. source.File.Variants.Zip(source.Variants, (table, runs) =>
            (IReadOnlyList<IndicatorMeans>)[.. runs.Select((run, k) =>
            {
                part(new Words($"{table.Title}: {table.Columns[k].Label}", $"{table.Title}\u00a0: {table.Columns[k].Label}"));
                return IndicatorMeans.Run(run, progress, stop);
            })])]);
    }
}
