using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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

    /// <summary>What finished points are called.</summary>
    internal static CountedWords Called { get; } = new(
        new("finished point", "point terminé"), new("finished points", "points terminés"));

    private static readonly PieceFile<double[][]> File = new(
        point => string.Create(CultureInfo.InvariantCulture, $"point-{point:D7}.bin"), Write, Read, Called);

    /// <summary>Runs the points that are not finished yet.</summary>
    /// <param name="loaded">The experiment; its number of replications is that of each point, its threads those of all.</param>
    /// <param name="plan">The points, and what is read of a replication.</param>
    /// <param name="folder">The results folder to be.</param>
    /// <param name="watch">Who watches; progress counts points.</param>
    /// <returns>What was read, shape [P][replications][Y]; null for points that were not wanted or failed.</returns>
    /// <exception cref="OperationCanceledException">It was stopped; finished points are kept.</exception>
    /// <exception cref="InputException">Former work would be thrown away.</exception>
    public static double[][][] Run(LoadedExperiment loaded, PointPlan plan, string folder, RunWatch watch)
    {
        int count = plan.Only?.Count ?? plan.Points.Count;
        var store = new PieceStore<double[][]>(File, StoreOf(folder, plan), IdentityOf(loaded, plan), plan.Points.Count, watch.Leftovers,
            watch.Tell);
        var values = new double[plan.Points.Count][][];
        int finished = 0, inside = Math.Max(1, loaded.Experiment.Threads / Math.Max(1, count));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(watch.Stop, watch.Rest);
        var options = new ParallelOptions { MaxDegreeOfParallelism = loaded.Experiment.Threads, CancellationToken = either.Token };
        try
        {
            Experiment.OneByOne(count, options, k =>
            {
                int p = plan.Only?[k] ?? k;
                if (store.TryLoad(p) is { } kept)
                {
                    values[p] = kept;
                }
                else if (TryRun(loaded.Experiment, plan, p, inside, watch.Stop) is { } made)
                {
                    values[p] = made;
                    store.Save(p, made);
                }

                if (values[p] is { } read)
                {
                    plan.Finished(p, read);
                }

                watch.Progress(new ExperimentProgress(Interlocked.Increment(ref finished), count));
            });
        }
        catch (AggregateException many)
        {
            Experiment.ThrowFirst(many);
        }

        return values;
    }

    /// <summary>How many of the points that are wanted are finished and kept beside a results folder; nothing is run or changed.</summary>
    /// <param name="loaded">The experiment.</param>
    /// <param name="plan">The points.</param>
    /// <param name="folder">The results folder to be.</param>
    /// <returns>Null where none of this plan are kept.</returns>
    public static int? Kept(LoadedExperiment loaded, PointPlan plan, string folder)
    {
        string store = StoreOf(folder, plan);
        IEnumerable<int> wanted = plan.Only ?? Enumerable.Range(0, plan.Points.Count);
        return StoreFolder.IdentityOf(store)?.Hash == IdentityOf(loaded, plan).Hash
            ? wanted.Count(p => System.IO.File.Exists(Path.Combine(store, File.NameOf(p))))
            : null;
    }

    private static double[][]? TryRun(Experiment experiment, PointPlan plan, int point, int threads, CancellationToken stop)
    {
        try
        {
            return RunPoint(At(experiment, plan.Names, plan.Points[point]), plan.Read, threads, stop);
        }
        catch (Exception fault) when (plan.Failed is not null && fault is not (OperationCanceledException or OutOfMemoryException))
        {
            plan.Failed(point, fault);
            return null;
        }
    }

    internal static string StoreOf(string folder, PointPlan plan) => Path.Combine(ExperimentRunner.StoreOf(folder), plan.Part);

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

        return experiment with { Scenarios = [.. experiment.Scenarios.Select(s => s.With(Doubt.At(Levers.At(s.Scenario, given), given)))] };
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
    internal static RunIdentity IdentityOf(LoadedExperiment loaded, PointPlan plan) =>
        RunIdentity.Of(
            loaded, plan.Part,
            (RunDifference.Points, FormattableString.Invariant($"{plan.Points.Count}")), (RunDifference.PointValues, HashOf(plan.Points)),
            (RunDifference.Numbers, string.Join(", ", plan.Names)), (RunDifference.Outcomes, string.Join(", ", plan.Outcomes)),
            (RunDifference.Replications, FormattableString.Invariant($"{loaded.Experiment.Replications}")));

    /// <summary>Hash of the values of points, one line a point, made one by one: there may be millions.</summary>
    private static string HashOf(IReadOnlyList<double[]> points)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int p = 0; p < points.Count; p++)
        {
            string line = string.Join(',', points[p].Select(v => v.ToString("R", CultureInfo.InvariantCulture)));
            hash.AppendData(Encoding.UTF8.GetBytes(p == 0 ? line : "\n" + line));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Write(string path, RunIdentity identity, int point, double[][] values) =>
        SealedFile.Write(path, Mark, identity, point, writer =>
            SealedFile.Write(writer, values, replication => SealedFile.Write(writer, replication, writer.Write)));

    private static double[][] Read(string path, RunIdentity identity, int point) =>
        SealedFile.Read(path, Mark, identity, point, "point", reader =>
            SealedFile.Many(reader, r => SealedFile.Many(r, value => value.ReadDouble())));
}
