using InstallSim.Experiments.Points;
using InstallSim.Experiments.Shards;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Experiments.Sweeps;

/// <summary>Puts the shards of a sweep together: the same bytes as of one machine.</summary>
public static class SweepMerge
{
    /// <summary>Checks that folders are all shards of one sweep, each once.</summary>
    /// <returns>The shards, in their order.</returns>
    /// <exception cref="InputException">One is missing, there twice, of another sweep, changed or no shard; all is said.</exception>
    public static IReadOnlyList<ReadShard<SweepManifest>> Read(IReadOnlyList<string> folders) => ShardSet.Read(folders, folder =>
    {
        SweepManifest manifest = SweepManifest.Read(folder);
        return new ReadShard<SweepManifest>(
            folder, manifest.Shard is null ? null : Shard.Parse(manifest.Shard), manifest.Identity, manifest);
    }, new Words("sweep", "balayage"));

    /// <summary>Takes the folder of the whole, in which it takes the place neither of a shard nor of the shards themselves.</summary>
    /// <param name="shards">All of a sweep, see <see cref="Read"/>.</param>
    /// <param name="folder">The folder to be.</param>
    /// <param name="force">Whether what is there is replaced whatever it is.</param>
    /// <param name="tell">Told what will be replaced.</param>
    /// <exception cref="InputException">It holds something else, another run writes it, or it cannot be written to.</exception>
    public static AtomicFolder Begin(IReadOnlyList<ReadShard<SweepManifest>> shards, string folder, bool force, Action<Words> tell) =>
        new Claim(folder, SweepManifest.FileName, null, RunIdentity.Parse(shards[0].Identity)!, [])
        {
            Called = PointRunner.Called,
            Read = () => SweepRunner.HeldIn(folder),
            Sources = FileList.Read(shards[0].Folder).From.In(shards[0].Folder),
            Files = SweepFolder.FilesOf(shards[0].Content.Discover, shards[0].Content.Scenarios.Count),
            Inputs = [.. shards.Select(shard => shard.Folder)],
        }.Begin(new Leftovers(Resume: false, force), tell);

    /// <summary>Puts shards together.</summary>
    /// <param name="shards">All of a sweep, see <see cref="Read"/>.</param>
    /// <param name="target">Where the tables are written.</param>
    /// <returns>What was swept, as a whole.</returns>
    public static SweepManifest Merge(IReadOnlyList<ReadShard<SweepManifest>> shards, string target)
    {
        foreach (string table in (string[])[SweepTables.PointsFile, SweepTables.FailuresFile])
        {
            string[] parts = [.. shards.Where(s => s.Content.Tables.Any(t => t.Path == table)).Select(s => Path.Combine(s.Folder, table))];
            if (parts.Length > 0)
            {
                SweepTables.Merge(parts, Path.Combine(target, table));
            }
        }

        return shards[0].Content with
        {
            Shard = null,
            Failures = shards.Sum(s => s.Content.Failures),
            Seconds = shards.Sum(s => s.Content.Seconds),
        };
    }
}
