using System.Collections.Concurrent;
using System.Diagnostics;
using InstallSim.Experiments.Points;
using InstallSim.Experiments.Shards;
using InstallSim.Inputs;
using InstallSim.Results;

namespace InstallSim.Experiments.Sweeps;

/// <summary>How far a sweep is.</summary>
/// <param name="Finished">Points finished.</param>
/// <param name="Asked">Points of the sweep, or of the shard.</param>
/// <param name="IsWritten">Whether its results are written.</param>
/// <param name="Failed">Points that failed, once its results are written.</param>
public sealed record SweepStatus(int Finished, int Asked, bool IsWritten, int Failed);

/// <summary>Runs a sweep, or a shard of it.</summary>
public static class SweepRunner
{
    /// <summary>Runs the points that are not finished yet, and makes the tables.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="folder">The results folder to be; finished points are kept beside it.</param>
    /// <param name="target">Where the tables are written; not committed.</param>
    /// <param name="watch">Who watches.</param>
    /// <returns>What was swept.</returns>
    /// <exception cref="OperationCanceledException">It was stopped; finished points are kept.</exception>
    /// <exception cref="InputException">Former work would be thrown away.</exception>
    public static SweepManifest Run(LoadedSweep sweep, string folder, string target, RunWatch watch)
    {
        var clock = Stopwatch.StartNew();
        var failures = new ConcurrentBag<PointFailure>();
        PointPlan plan = sweep.Points with
        {
            Failed = (point, fault) =>
            {
                failures.Add(new PointFailure(point, fault.Message));
                watch.Tell(new Words($"point {point} failed: {fault.Message}", $"le point {point} a échoué\u00a0: {fault.Message}"));
            },
        };
        double[][][] values = PointRunner.Run(sweep.Plan.Loaded, plan, folder, watch);
        SweepTables.WritePoints(sweep, values, Path.Combine(target, SweepTables.PointsFile));
        if (!failures.IsEmpty)
        {
            SweepTables.WriteFailures(failures, Path.Combine(target, SweepTables.FailuresFile));
        }

        return Describe(sweep, plan) with { Failures = failures.Count, Seconds = clock.Elapsed.TotalSeconds };
    }

    /// <summary>How far a sweep is; nothing is run or changed.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="folder">The results folder to be.</param>
    public static SweepStatus Status(LoadedSweep sweep, string folder)
    {
        int asked = sweep.Positions.Length;
        if (PointRunner.Kept(sweep.Plan.Loaded, sweep.Points, folder) is { } kept)
        {
            return new SweepStatus(kept, asked, false, 0);
        }

        SweepManifest? there = File.Exists(Path.Combine(folder, SweepManifest.FileName)) ? SweepManifest.Read(folder) : null;
        bool isThis = there?.Identity == Describe(sweep, sweep.Points).Identity && there.Shard == sweep.Shard?.ToString();
        return isThis ? new SweepStatus(asked - there!.Failures, asked, true, there.Failures) : new SweepStatus(0, asked, false, 0);
    }

    /// <summary>Refuses a folder in which a shard would take the place of another's work, or of the whole.</summary>
    /// <param name="sweep">The sweep, or a shard of it.</param>
    /// <param name="folder">The results folder to be.</param>
    /// <exception cref="InputException">It holds another shard, or unfinished pieces of one.</exception>
    public static void Guard(LoadedSweep sweep, string folder)
    {
        SweepManifest? there = File.Exists(Path.Combine(folder, SweepManifest.FileName)) ? SweepManifest.Read(folder) : null;
        bool isSharded = sweep.Shard is not null || there?.Shard is not null;
        ShardGuard.Check(folder, there is null || !isSharded ? null : there.Shard ?? "1/1",
            there?.Identity == Describe(sweep, sweep.Points).Identity, sweep.Shard, sweep.Positions);
    }

    private static SweepManifest Describe(LoadedSweep sweep, PointPlan plan) => new()
    {
        Program = ProgramInfo.Current.ToString(),
        Name = sweep.Name,
        Identity = PointRunner.IdentityOf(sweep.Plan.Loaded, plan).Text,
        Scenarios = sweep.Scenarios,
        Replications = sweep.Plan.Loaded.Experiment.Replications,
        Design = sweep.Plan.Settings.Design,
        Points = sweep.Design.Count,
        Numbers = sweep.Plan.Numbers,
        Outcomes = sweep.Columns,
        Discover = sweep.Plan.Settings.Discover,
        Shard = sweep.Shard?.ToString(),
        Failures = 0,
        Files = [.. sweep.Plan.Loaded.Files.Select(f =>
            new FileInfoRow(Path.GetRelativePath(Environment.CurrentDirectory, f.Path).Replace('\\', '/'), f.Sha256))],
    };
}
