using InstallSim.Experiments.Shards;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Cli.Slurm;

/// <summary>What is handed over.</summary>
/// <param name="Name">Its name, as jobs are called.</param>
/// <param name="Folder">The results folder to be.</param>
/// <param name="Pieces">Pieces of work that shards can share.</param>
/// <param name="Called">What they are called.</param>
/// <param name="StateIn">How far a shard in a folder is; the whole where there is no shard.</param>
/// <param name="BeginIn">Takes the folder of a shard, or of the whole, as what runs there will, and refuses what that would.</param>
internal sealed record SlurmWork(
    string Name, string Folder, int Pieces, Words Called, Func<Shard?, string, WorkStatus> StateIn,
    Func<Shard?, string, AtomicFolder> BeginIn)
{
    /// <summary>Where scripts, logs and exit codes are.</summary>
    public string JobFolder => Folder + ".slurm";

    /// <summary>How far a shard is, or the whole.</summary>
    public WorkStatus StateOf(Shard? shard) => StateIn(shard, FolderOf(shard));

    /// <summary>Notes why the results of a shard, or of the whole, could not be put where they belong.</summary>
    public void Check(Shard? shard, InputErrors errors)
    {
        try
        {
            BeginIn(shard, FolderOf(shard)).Dispose();
        }
        catch (InputException refused)
        {
            errors.Add(refused.Errors);
        }
    }

    private string FolderOf(Shard? shard) =>
        shard is null ? Folder : FormattableString.Invariant($"{Folder}-shard-{shard.Number}-of-{shard.Of}");
}
