using InstallSim.Experiments.Shards;
using InstallSim.Inputs;

namespace InstallSim.Cli.Slurm;

/// <summary>How far a shard is.</summary>
/// <param name="Finished">Pieces finished.</param>
/// <param name="Asked">Pieces of the shard.</param>
/// <param name="IsWritten">Whether its folder is written.</param>
/// <param name="Failed">Pieces that failed, once it is written.</param>
internal readonly record struct ShardState(int Finished, int Asked, bool IsWritten, int Failed);

/// <summary>What is handed over.</summary>
/// <param name="Name">Its name, as jobs are called.</param>
/// <param name="Folder">The results folder to be.</param>
/// <param name="Pieces">Pieces of work in all.</param>
/// <param name="Called">What they are called.</param>
/// <param name="StateOf">How far the shard in a folder is.</param>
internal sealed record SlurmWork(string Name, string Folder, int Pieces, Words Called, Func<Shard, string, ShardState> StateOf)
{
    /// <summary>Where scripts, logs and exit codes are.</summary>
    public string JobFolder => Folder + ".slurm";

    /// <summary>Folder of a shard.</summary>
    public string FolderOf(Shard shard) => FormattableString.Invariant($"{Folder}-shard-{shard.Number}-of-{shard.Of}");
}
