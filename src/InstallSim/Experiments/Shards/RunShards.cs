using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Experiments.Shards;

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
            ExperimentRunner.Copy(StoresOf(folder, part), wanted, Path.Combine(target, ResultsFolder.ReplicationsFolder, part));
        }
    }

    /// <summary>How far a run, or a shard of it, is; nothing is run or changed.</summary>
    /// <param name="loaded">The whole experiment.</param>
    /// <param name="settings">Numbers whose range is gone through: each end is replications more.</param>
    /// <param name="shard">The part; null for the whole.</param>
    /// <param name="folder">The folder to be.</param>
    public static WorkStatus Status(LoadedExperiment loaded, IReadOnlyList<SettingInfo> settings, Shard? shard, string folder)
    {
        int[] wanted = PositionsOf(loaded, shard);
        (string Name, LoadedExperiment Loaded)[] parts =
            [("", loaded), .. SensitivityRunner.PartsOf(loaded, settings).Select(part => (part.Name, part.Loaded))];
        int asked = wanted.Length * parts.Length;
        if (IsWritten(loaded, shard, folder))
        {
            return new WorkStatus(asked, asked, true);
        }

        int finished = parts.Sum(part =>
        {
            string hash = RunIdentity.Of(part.Loaded, part.Name).Hash;
            string[] stores = [.. StoresOf(folder, part.Name).Where(store => StoreFolder.IdentityOf(store)?.Hash == hash)];
            return wanted.Count(r => stores.Any(store => SealedFile.IsWhole(Path.Combine(store, ReplicationFile.NameOf(r)))));
        });
        var others = new InputErrors();
        others.Add(ClaimOf(loaded, settings, shard, folder).Others());
        if (shard is null && ExperimentRunner.Replaces(loaded, folder) is { } lost)
        {
            others.Add(new Place(folder), new Words($"holds {lost.English}", $"contient {lost.French}"));
        }

        return new WorkStatus(finished, asked, false) { Others = others.All };
    }

    /// <summary>Takes the folder of a shard, in which it never takes the place of another's work.</summary>
    /// <param name="loaded">The whole experiment.</param>
    /// <param name="settings">Numbers whose range is gone through.</param>
    /// <param name="shard">The part.</param>
    /// <param name="folder">The folder to be.</param>
    /// <param name="leftovers">What becomes of what is there.</param>
    /// <exception cref="InputException">It holds something else, another run writes it, or it cannot be written to.</exception>
    public static AtomicFolder Begin(
        LoadedExperiment loaded, IReadOnlyList<SettingInfo> settings, Shard shard, string folder, Leftovers leftovers) =>
        ClaimOf(loaded, settings, shard, folder).Begin(leftovers, _ => { });

    /// <summary>Reads again what shards are shards of, from the same inputs.</summary>
    /// <param name="shards">All shards of a run.</param>
    /// <param name="threads">Threads.</param>
    /// <exception cref="InputException">An input is absent or another than then, or this is another program than ran them.</exception>
    public static LoadedExperiment Load(IReadOnlyList<ReadShard<RunShard>> shards, int threads)
    {
        RunShard first = shards[0].Content;
        LoadedExperiment loaded = Reproduction.Load(first.Files, first.Plan, first.Scenarios, threads, "merge");
        return RunIdentity.Parse(first.Identity)!.DifferenceFrom(IdentityOf(loaded)) is not { } difference
            ? loaded with { Plan = loaded.Plan with { Title = Titles(shards) is [var title, ..] ? title : null } }
            : throw new InputException(new Place(shards[0].Folder), new Words(
                $"cannot be merged here: what ran it differs: {difference.English}",
                $"ne peut être assemblé ici\u00a0: ce qui l’a calculé diffère\u00a0: {difference.French}"));
    }

    /// <summary>What the shards of a run are called, each title once, in their order; none where no title was said.</summary>
    public static IReadOnlyList<string> Titles(IReadOnlyList<ReadShard<RunShard>> shards) =>
        [.. shards.Select(shard => shard.Content.Plan.Title).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static bool IsWritten(LoadedExperiment loaded, Shard? shard, string folder)
    {
        if (shard is not null)
        {
            return Read(folder) is { } there && there.Identity.Hash == IdentityOf(loaded).Hash && there.Shard == shard;
        }

        if (!File.Exists(Path.Combine(folder, ResultsFolder.ManifestFile)))
        {
            return false;
        }

        Manifest manifest = ResultsFolder.ReadManifest(folder);
        return manifest.Identity == RunIdentity.Of(loaded).Hash && manifest.Replications == loaded.Experiment.Replications
            && manifest.Plan.Varied.SequenceEqual(loaded.Plan.Varied);
    }

    private static int[] PositionsOf(LoadedExperiment loaded, Shard? shard) =>
        [.. shard?.Positions(loaded.Experiment.Replications) ?? Enumerable.Range(0, loaded.Experiment.Replications)];

    private static string[] StoresOf(string folder, string part) =>
        [Path.Combine(ExperimentRunner.StoreOf(folder), part), Path.Combine(folder, ResultsFolder.ReplicationsFolder, part)];

    private static Claim ClaimOf(LoadedExperiment loaded, IReadOnlyList<SettingInfo> settings, Shard? shard, string folder)
    {
        (string Name, LoadedExperiment Loaded)[] parts =
            [("", loaded), .. SensitivityRunner.PartsOf(loaded, settings).Select(part => (part.Name, part.Loaded))];
        int[] positions = PositionsOf(loaded, shard);
        return new(folder, RunShard.FileName, shard, IdentityOf(loaded), positions)
        {
            Called = ReplicationStore.Called,
            Read = () => Read(folder),
            Sources = loaded.Paths,
            Files = [RunShard.FileName, .. parts.SelectMany(part => ExperimentRunner.FilesOf(positions, part.Name))],
            Pieces = [.. parts.Select(part => (Path.Combine(ExperimentRunner.StoreOf(folder), part.Name), part))
                .Where(store => Directory.Exists(store.Item1))
                .Select(store => (store.Item1, RunIdentity.Of(store.part.Loaded, store.part.Name)))],
        };
    }

    private static Held? Read(string folder) => RunShard.IsIn(folder) && RunShard.Read(folder) is var there
        ? new Held(there.Shard, RunIdentity.Parse(there.Identity)!)
        : null;

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
    private static RunIdentity IdentityOf(LoadedExperiment loaded) => RunIdentity.Of(
        loaded, "", (RunDifference.Replications, FormattableString.Invariant($"{loaded.Experiment.Replications}")),
        (RunDifference.Sensitivity, string.Join(", ", loaded.Plan.Varied.Order(StringComparer.Ordinal))));
}
