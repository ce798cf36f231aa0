using InstallSim.Choice.Draws;
using InstallSim.Experiments;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Validation;

/// <summary>What the replications forecast for the territories that are compared.</summary>
/// <param name="Stock">Physicians at the end, shape [n][replications].</param>
/// <param name="From60">Of them, 60 or over, the same shape.</param>
/// <param name="Total">Physicians of all territories, those that are not compared too, at the start and at the end, by replication.</param>
public sealed record Ensemble(double[][] Stock, double[][] From60, (double Start, double End)[] Total);

/// <summary>Runs the model from the observed start to the year of the observed end.</summary>
public static class Backtest
{
    /// <summary>Runs all replications; the result does not depend on threads.</summary>
    /// <param name="source">What it starts from.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="progress">Told after each replication, from several threads.</param>
    /// <param name="stop">Stops the runs.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Ensemble Run(BacktestSource source, int threads, Action<ExperimentProgress> progress, CancellationToken stop)
    {
        int replications = source.Settings.Replications, finished = 0;
        int[] compared = source.Compared;
        double[][] stock = [.. compared.Select(_ => new double[replications])];
        double[][] from60 = [.. compared.Select(_ => new double[replications])];
        var total = new (double Start, double End)[replications];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = stop };
        Experiment.OneByOne(replications, options, r =>
        {
            Scenario scenario = source.Prepared.Scenario;
            PreparedScenario prepared = source.Prepared.With(Doubt.Draw(scenario, scenario.Seed, (ushort)r));
            RunRecord run = new Simulator(prepared, r).Run(stop);
            int count = source.Table.Count;
            ReadOnlySpan<float> last = run.Stock.AsSpan((scenario.Years.Count - 1) * count, count);
            for (int k = 0; k < compared.Length; k++)
            {
                stock[k][r] = last[compared[k]];
                from60[k][r] = run.From60AtEnd[compared[k]];
            }

            total[r] = (Sum(run.Stock.AsSpan(0, count)), Sum(last));
            progress(new ExperimentProgress(Interlocked.Increment(ref finished), replications));
        });
        return new Ensemble(stock, from60, total);
    }

    /// <summary>Compares what was forecast with what was observed and with the naive rules.</summary>
    public static BacktestResult Score(BacktestSource source, Ensemble ensemble)
    {
        int[] compared = source.Compared;
        TerritoryTable table = source.Table;
        double[] Of(double[] column) => [.. compared.Select(i => column[i])];
        double[] start = Of(source.Start), end = Of(source.End), people = Of(table.Population);
        double[] mean = [.. ensemble.Stock.Select(members => members.Average())];
        IReadOnlyList<NaiveForecast> rules =
            NaiveRules.All(start, people, end.Sum(), source.Settings.Years.Count - 1, source.Settings.HalfLifeYears);
        BacktestTerritory[] territories = [.. compared.Select((i, k) => new BacktestTerritory(
            table.Code[i], table.Name[i], table.Area[i], people[k], start[k], end[k], mean[k], source.End60Plus[i],
            ensemble.From60[k].Average(), Scores.Interval(ensemble.Stock[k], 0.8), Scores.Interval(ensemble.Stock[k], 0.9)))];
        string[] areas = [BacktestResult.All, .. table.Area.Distinct().Order().Select(BacktestResult.NameOf)];
        int[] Rows(string area) => [.. Enumerable.Range(0, compared.Length)
            .Where(k => area == BacktestResult.All || BacktestResult.NameOf(territories[k].Area) == area)];
        (string Area, int[] Rows)[] parts = [.. areas.Select(area => (area, Rows(area))).Where(part => part.Item2.Length > 0)];
        var scales = new[] { Scale.Count, Scale.Density };
        return new BacktestResult(source, ensemble, territories, rules,
            [.. parts.Select(part => AreaSums.Of(part.Area, part.Rows, territories, ensemble, rules))],
            [
                .. scales.SelectMany(scale => parts.SelectMany(part => ScoreRows.Of(
                    new ScaledForecasts(scale, part.Area, part.Rows, territories, ensemble, rules), Draws(source),
                    source.Settings.Resamples))),
            ]);
    }

    private static DrawKey Draws(BacktestSource source) =>
        new(source.Prepared.Scenario.Seed, 0, (ushort)DrawPurpose.BacktestSample, 0, 0);

    private static double Sum(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += value;
        }

        return sum;
    }
}
