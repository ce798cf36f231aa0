using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using InstallSim.Experiments.Points;
using InstallSim.Experiments.Shards;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Experiments.Sweeps;

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

    /// <summary>Puts the points of a sweep that is finished into its folder to be, so that only what is read out is made again.</summary>
    /// <param name="sweep">The sweep, of which nothing but what is read out may be another.</param>
    /// <param name="folder">The finished folder.</param>
    /// <param name="target">Where the table of points is written; not committed.</param>
    public static SweepManifest Keep(LoadedSweep sweep, string folder, string target)
    {
        SweepManifest there = SweepManifest.Read(folder);
        SweepTables.CopyPoints(folder, there, target);
        return there with { Discover = sweep.Plan.Settings.Discover };
    }

    /// <summary>How a finished sweep in a folder is not as asked, though its points are; null where it is.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="folder">The finished folder.</param>
    /// <param name="storage">How the table of points shall be stored; null for CSV.</param>
    public static Words? OtherThanAsked(LoadedSweep sweep, string folder, TableStorage? storage)
    {
        SweepManifest there = SweepManifest.Read(folder);
        SweepManifest asked = there with { Discover = sweep.Plan.Settings.Discover };
        string kept = FormattableString.Invariant($"{there.Points}");
        return !JsonNode.DeepEquals(JsonFile.Properties(there), JsonFile.Properties(asked))
            ? new Words($"{folder}: its {kept} points are kept; what was read out of them is replaced by what 'discover:' asks now",
                $"{folder}\u00a0: ses {kept} points sont gardés\u00a0; ce qui en fut lu est remplacé par ce que demande "
                    + "«\u00a0discover:\u00a0»")
            : there.Discover is not null && !File.Exists(Path.Combine(folder, SweepFolder.PageFile))
            ? new Words($"{folder}: its {kept} points are kept; {SweepFolder.PageFile}, the page of what is read out of them, is written",
                $"{folder}\u00a0: ses {kept} points sont gardés\u00a0; {SweepFolder.PageFile}, la page de ce qui en est lu, est écrite")
            : SweepTables.IsParquet(there) != (storage == TableStorage.Parquet)
            ? new Words($"{folder}: its {kept} points are kept and stored otherwise",
                $"{folder}\u00a0: ses {kept} points sont gardés et rangés autrement")
            : null;
    }

    /// <summary>How far a sweep is; nothing is run or changed.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="folder">The results folder to be.</param>
    public static WorkStatus Status(LoadedSweep sweep, string folder)
    {
        int asked = sweep.Positions.Length;
        Claim claim = ClaimOf(sweep, folder);
        bool isThis = claim.Read() is { } there && there.Identity.Hash == claim.Identity.Hash && there.Shard == sweep.Shard
            && claim.Kept is null;
        if (isThis && SweepManifest.Read(folder).Failures is var failed)
        {
            return new WorkStatus(asked - failed, asked, true, failed);
        }

        int damaged = StoreFolder.Damaged(PointRunner.StoreOf(folder, sweep.Points)).Intersect(sweep.Positions).Count();
        return new WorkStatus(PointRunner.Kept(sweep.Plan.Loaded, sweep.Points, folder) - damaged ?? 0, asked, false)
        {
            Others = claim.Others(),
        };
    }

    /// <summary>Takes the folder of a sweep or shard, in which it never takes the place of another's work.</summary>
    /// <param name="sweep">The sweep, or a shard of it.</param>
    /// <param name="folder">The results folder to be.</param>
    /// <param name="leftovers">What becomes of what is there.</param>
    /// <param name="tell">Told what will be replaced.</param>
    /// <exception cref="InputException">It holds something else, another run writes it, or it cannot be written to.</exception>
    public static AtomicFolder Begin(LoadedSweep sweep, string folder, Leftovers leftovers, Action<Words> tell) =>
        ClaimOf(sweep, folder).Begin(leftovers, tell);

    /// <summary>What sweep, or shard of one, a folder holds; null where it holds none.</summary>
    internal static Held? HeldIn(string folder) => SweepManifest.IsIn(folder) && SweepManifest.Read(folder) is var there
        ? new Held(there.Shard is null ? null : Shard.Parse(there.Shard), RunIdentity.Parse(there.Identity)!)
        : null;

    private static Claim ClaimOf(LoadedSweep sweep, string folder)
    {
        RunIdentity identity = PointRunner.IdentityOf(sweep.Plan.Loaded, sweep.Points);
        return new Claim(folder, SweepManifest.FileName, sweep.Shard, identity, sweep.Positions)
        {
            Called = PointRunner.Called,
            Read = () => HeldIn(folder),
            Sources = [sweep.Plan.Path],
            Inputs = [.. sweep.Plan.Loaded.Files.Select(file => file.Path)],
            Files = SweepFolder.FilesOf(sweep.Plan.Settings.Discover, sweep.Scenarios.Count),
            Pieces = [(PointRunner.StoreOf(folder, sweep.Points), identity)],
        };
    }

    private static SweepManifest Describe(LoadedSweep sweep, PointPlan plan) => new()
    {
        Program = ProgramInfo.Current.ToString(),
        Name = sweep.Name,
        Identity = PointRunner.IdentityOf(sweep.Plan.Loaded, plan).Text,
        Scenarios = sweep.Scenarios,
        Baseline = sweep.Plan.Loaded.Experiment.Scenarios[0].Scenario.Name,
        Replications = sweep.Plan.Loaded.Experiment.Replications,
        Design = sweep.Plan.Settings.Design,
        Points = sweep.Design.Count,
        Numbers = sweep.Plan.Numbers,
        Captions = Captions.OfSweep(sweep.Plan.Loaded, plan.Names),
        Outcomes = sweep.Columns,
        Discover = sweep.Plan.Settings.Discover,
        Shard = sweep.Shard?.ToString(),
        Failures = 0,
        Files = [.. sweep.Plan.Loaded.Files.Select(f =>
            new FileInfoRow(Path.GetRelativePath(Environment.CurrentDirectory, f.Path).Replace('\\', '/'), f.Sha256))],
    };
}
