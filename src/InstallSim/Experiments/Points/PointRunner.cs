using System.Globalization;
using InstallSim.Inputs;
using InstallSim.Scenarios;

namespace InstallSim.Experiments.Points;

/// <summary>
/// Runs an experiment at many points. Replication r has the same random numbers at each of them, so that two points differ by their
/// numbers alone. Finished points are kept beside the results folder until <see cref="Forget"/>.
/// </summary>
public static class PointRunner
{
    private static readonly byte[] Mark = "InstallSim point 1\n"u8.ToArray();

    private static readonly PieceFile<double[][]> File = new(
        point => string.Create(CultureInfo.InvariantCulture, $"point-{point:D7}.bin"), Write, Read,
        new Words("finished points", "points terminés"));

    /// <summary>Runs the points that are not finished yet.</summary>
    /// <param name="loaded">The experiment; its number of replications is that of each point, its threads those of all.</param>
    /// <param name="plan">The points, and what is read of a replication.</param>
    /// <param name="folder">The results folder to be.</param>
    /// <param name="watch">Who watches; progress counts points.</param>
    /// <returns>What was read, shape [P][replications][Y].</returns>
    /// <exception cref="OperationCanceledException">It was stopped; finished points are kept.</exception>
    /// <exception cref="InputException">Former work would be thrown away.</exception>
    public static double[][][] Run(LoadedExperiment loaded, PointPlan plan, string folder, RunWatch watch)
    {
        int count = plan.Points.Count;
        var store = new PieceStore<double[][]>(File, Path.Combine(ExperimentRunner.StoreOf(folder), plan.Part), IdentityOf(loaded, plan),
            count, watch.Leftovers, watch.Tell);
        var values = new double[count][][];
        int finished = 0, inside = Math.Max(1, loaded.Experiment.Threads / Math.Max(1, count));
        var options = new ParallelOptions { MaxDegreeOfParallelism = loaded.Experiment.Threads, CancellationToken = watch.Stop };
        try
        {
            Parallel.For(0, count, options, p =>
            {
                if (store.TryLoad(p) is { } kept)
                {
                    values[p] = kept;
                }
                else
                {
                    values[p] = RunPoint(At(loaded.Experiment, plan.Names, plan.Points[p]), plan.Read, inside, watch.Stop);
                    store.Save(p, values[p]);
                }

                plan.Finished(p, values[p]);
                watch.Progress(new ExperimentProgress(Interlocked.Increment(ref finished), count));
            });
        }
        catch (AggregateException many)
        {
            Experiment.ThrowFirst(many);
        }

        return values;
    }

    /// <summary>The experiment at one point: nothing is drawn, numbers that are not given stand at their values.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="names">Paths of the numbers, shape [K].</param>
    /// <param name="values">Their values, shape [K].</param>
    public static Experiment At(Experiment experiment, IReadOnlyList<string> names, double[] values)
    {
        var given = new Dictionary<string, double>();
        for (int k = 0; k < names.Count; k++)
        {
            given[names[k]] = values[k];
        }

        return experiment with { Scenarios = [.. experiment.Scenarios.Select(s => s.With(Doubt.At(s.Scenario, given)))] };
    }

    /// <summary>Removes kept points, once the results are written.</summary>
    /// <param name="folder">The results folder.</param>
    public static void Forget(string folder)
    {
        string root = ExperimentRunner.StoreOf(folder);
        foreach (string part in Directory.Exists(root) ? Directory.GetDirectories(root) : [])
        {
            StoreFolder.Remove(part);
        }

        if (Directory.Exists(root) && !Directory.EnumerateFileSystemEntries(root).Any())
        {
            Directory.Delete(root);
        }
    }

    private static double[][] RunPoint(
        Experiment experiment, Func<ReplicationResult, double[]> read, int threads, CancellationToken stop) =>
        [.. Enumerable.Range(0, experiment.Replications).Select(r => read(experiment.Replicate(r, threads, stop)))];

    /// <summary>What the points are points of: the run, their numbers and values, what is read, and how many replications.</summary>
    private static RunIdentity IdentityOf(LoadedExperiment loaded, PointPlan plan)
    {
        string points = string.Join('\n', plan.Points.Select(p =>
            string.Join(',', p.Select(v => v.ToString("R", CultureInfo.InvariantCulture)))));
        return RunIdentity.Of(loaded, string.Create(CultureInfo.InvariantCulture,
            $"{plan.Part}, {plan.Points.Count} points {FileHash.OfText(points)[..16]} of {string.Join(", ", plan.Names)}; "
                + $"{string.Join(", ", plan.Outcomes)}; {loaded.Experiment.Replications} replications"));
    }

    private static void Write(string path, RunIdentity identity, int point, double[][] values) =>
        SealedFile.Write(path, Mark, identity, point, writer =>
        {
            writer.Write(values.Length);
            foreach (double[] replication in values)
            {
                writer.Write(replication.Length);
                Array.ForEach(replication, writer.Write);
            }
        });

    private static double[][] Read(string path, RunIdentity identity, int point) =>
        SealedFile.Read(path, Mark, identity, point, "point", reader =>
        {
            var values = new double[reader.ReadInt32()][];
            for (int r = 0; r < values.Length; r++)
            {
                values[r] = new double[reader.ReadInt32()];
                for (int y = 0; y < values[r].Length; y++)
                {
                    values[r][y] = reader.ReadDouble();
                }
            }

            return values;
        });
}
