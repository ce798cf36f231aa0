using InstallSim.Experiments.Differences;
using InstallSim.Experiments.Shards;
using InstallSim.Inputs;
using InstallSim.Results;

namespace InstallSim.Experiments.Sweeps;

/// <summary>Tells what a folder that a run, sweep or shard of one left is, where another is expected.</summary>
public static class FolderKind
{
    /// <summary>What a folder is, and which verb takes it; null where it is nothing that is known here.</summary>
    public static Words? Of(string folder) =>
        File.Exists(Path.Combine(folder, ResultsFolder.ManifestFile)) ? new(
            "holds the results of a run or comparison: 'installsim report' and 'installsim trace' read them",
            "contient les résultats d’un calcul ou d’une comparaison\u00a0: «\u00a0installsim report\u00a0» et «\u00a0installsim "
                + "trace\u00a0» les lisent")
        : RunShard.IsIn(folder) ? OfShard(RunShard.Read(folder).Shard, new Words("a run or comparison", "un calcul ou une comparaison"))
        : SweepManifest.IsIn(folder) ? SweepManifest.Read(folder).Shard is { } shard
            ? OfShard(Shard.Parse(shard), new Words("a sweep", "un balayage"))
            : new Words("holds a sweep: what it found is in it, 'installsim discover' reads it out again",
                "contient un balayage\u00a0: ce qu’il a trouvé y est, «\u00a0installsim discover\u00a0» le relit")
        : File.Exists(Path.Combine(folder, FolderComparison.DescriptionFile)) ? new(
            "says how two results folders differ, and holds no results: name one of the two",
            "dit comment diffèrent deux dossiers de résultats, et n’en contient pas\u00a0: nommer l’un des deux")
        : StoreFolder.Stores(folder).Any() ? new(
            "holds finished pieces of what was stopped: the command that made it goes on with --resume",
            "contient les morceaux terminés de ce qui fut arrêté\u00a0: la commande qui l’a fait continue avec --resume")
        : null;

    /// <summary>Refuses a folder of another kind where the results of a run or comparison are expected.</summary>
    /// <param name="path">The folder, or its manifest.</param>
    /// <exception cref="InputException">It is of a shard, a sweep, a comparison of folders, or holds unfinished pieces.</exception>
    public static void RefuseAsResults(string path)
    {
        if (Directory.Exists(path) && !File.Exists(Path.Combine(path, ResultsFolder.ManifestFile)) && Of(path) is { } what)
        {
            throw new InputException(new Place(path), what);
        }
    }

    private static Words OfShard(Shard? shard, Words of) => new(
        $"is shard {shard} of {of.English}, and holds no results: 'installsim merge' makes them of all shards",
        $"est la part {shard} d’{of.French}, et ne contient pas de résultats\u00a0: «\u00a0installsim merge\u00a0» les fait de toutes "
            + "les parts");
}
