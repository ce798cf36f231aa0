using System.Globalization;
using InstallSim.Inputs;
using InstallSim.Results;

namespace InstallSim.Experiments.Shards;

/// <summary>How far a run, or a shard of one, is.</summary>
/// <param name="Finished">Replications finished.</param>
/// <param name="Asked">Replications asked for.</param>
/// <param name="IsWritten">Whether its folder is written.</param>
public sealed record RunStatus(int Finished, int Asked, bool IsWritten);

/// <summary>
/// Shards of a run or comparison: replication r belongs to shard r mod n + 1, all scenarios of it, for they are compared physician by
/// physician. A shard holds finished replications and no table.
/// </summary>
public static class RunShards
{
    /// <summary>Runs the replications of a shard that are not finished yet, and puts them into its folder to be.</summary>
    /// <param name="loaded">The whole experiment.</param>
    /// <param name="settings">Numbers whose range is gone through; see <see cref="SensitivityRunner.Choose"/>.</param>
    /// <param name="shard">The part.</param>
    /// <param name="folder">The folder to be; finished replications are kept beside it.</param>
    /// <param name="target">Where it is written; not committed.</param>
    /// <param name="watch">Who watches.</param>
    /// <exception cref="OperationCanceledException">It was stopped; finished replications are kept.</exception>
    /// <exception cref="InputException">Former work would be thrown away.</exception>
    public static RunShard Run(
        LoadedExperiment loaded, IReadOnlyList<SettingInfo> settings, Shard shard, string folder, string target, RunWatch watch)
    {
        int[] wanted = shard.Positions(loaded.Experiment.Replications);
        (_, double seconds) = ExperimentRunner.Replicate(loaded, folder, "", watch, wanted);
        Copy("");
        foreach (SensitivityPart part in SensitivityRunner.PartsOf(loaded, settings))
        {
            SensitivityRunner.Replicate(part, folder, watch, wanted);
            Copy(part.Name);
        }

        RunShard made = Describe(loaded, shard) with { Seconds = seconds };
        made.Write(target);
        return made;

        void Copy(string part)
        {
            string[] from =
            [
                Path.Combine(ExperimentRunner.StoreOf(folder), part), Path.Combine(folder, ResultsFolder.ReplicationsFolder, part),
            ];
            ExperimentRunner.Copy(from, wanted, Path.Combine(target, ResultsFolder.ReplicationsFolder, part));
        }
    }

    /// <summary>How far a run, or a shard of it, is; nothing is run or changed.</summary>
    /// <param name="loaded">The whole experiment.</param>
    /// <param name="shard">The part; null for the whole.</param>
    /// <param name="folder">The folder to be.</param>
    public static RunStatus Status(LoadedExperiment loaded, Shard? shard, string folder)
    {
        int[] asked = [.. shard?.Positions(loaded.Experiment.Replications) ?? Enumerable.Range(0, loaded.Experiment.Replications)];
        if (IsWritten(loaded, shard, folder))
        {
            return new RunStatus(asked.Length, asked.Length, true);
        }

        string store = ExperimentRunner.StoreOf(folder);
        bool isThis = StoreFolder.IdentityOf(store)?.Hash == RunIdentity.Of(loaded).Hash;
        return new RunStatus(
            isThis ? asked.Count(r => File.Exists(Path.Combine(store, ReplicationFile.NameOf(r)))) : 0, asked.Length, false);
    }

    /// <summary>Refuses a folder in which a shard would take the place of another's work.</summary>
    /// <param name="loaded">The whole experiment.</param>
    /// <param name="shard">The part.</param>
    /// <param name="folder">The folder to be.</param>
    /// <exception cref="InputException">It holds another shard, or unfinished pieces of one.</exception>
    public static void Guard(LoadedExperiment loaded, Shard shard, string folder)
    {
        RunShard? there = RunShard.IsIn(folder) ? RunShard.Read(folder).Content : null;
        ShardGuard.Check(folder, there?.Shard, there?.Identity == IdentityOf(loaded).Text, shard,
            shard.Positions(loaded.Experiment.Replications));
    }

    /// <summary>Reads again what shards are shards of, from the same inputs.</summary>
    /// <param name="shards">All shards of a run.</param>
    /// <param name="threads">Threads.</param>
    /// <exception cref="InputException">An input is absent or another than then, or this is another program than ran them.</exception>
    public static LoadedExperiment Load(IReadOnlyList<ReadShard<RunShard>> shards, int threads)
    {
        RunShard first = shards[0].Content;
        LoadedExperiment loaded = Reproduction.Load(first.Files, first.Plan, first.Scenarios, threads, "merge");
        string[] differences = RunIdentity.Parse(first.Identity)!.Differences(IdentityOf(loaded));
        string said = string.Join("; ", differences);
        return differences.Length == 0 ? loaded : throw new InputException(new Place(shards[0].Folder), new Words(
            $"cannot be merged here: what ran it differs in {said}",
            $"ne peut être assemblé ici\u00a0: ce qui l’a calculé diffère par {said}"));
    }

    private static bool IsWritten(LoadedExperiment loaded, Shard? shard, string folder)
    {
        if (shard is not null)
        {
            return RunShard.IsIn(folder) && RunShard.Read(folder) is var there
                && there.Identity == IdentityOf(loaded).Text && there.Shard == shard;
        }

        if (!File.Exists(Path.Combine(folder, ResultsFolder.ManifestFile)))
        {
            return false;
        }

        Manifest manifest = ResultsFolder.ReadManifest(folder);
        return manifest.Identity == RunIdentity.Of(loaded).Hash && manifest.Replications == loaded.Experiment.Replications;
    }

    private static RunShard Describe(LoadedExperiment loaded, Shard shard) => new()
    {
        Program = ProgramInfo.Current.ToString(),
        Name = loaded.Experiment.Name,
        Identity = IdentityOf(loaded).Text,
        Shard = shard.ToString(),
        Scenarios = [.. loaded.Sources.Select(s => s.Scenario.Name)],
        Plan = loaded.Plan,
        Files = [.. loaded.Files.Select(f =>
            new FileInfoRow(Path.GetRelativePath(Environment.CurrentDirectory, f.Path).Replace('\\', '/'), f.Sha256))],
    };

    /// <summary>What all shards have in common: the run, how many replications, and the ranges gone through.</summary>
    private static RunIdentity IdentityOf(LoadedExperiment loaded) => RunIdentity.Of(loaded, string.Create(CultureInfo.InvariantCulture,
        $"{loaded.Experiment.Replications} replications{string.Concat(loaded.Plan.Varied.Select(key => $", {key}"))}"));
}
