using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Experiments.Shards;

/// <summary>What a shard of a run or comparison is: <c>shard.json</c>, beside its finished replications.</summary>
public sealed record RunShard
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "shard.json";

    /// <summary>The program that ran.</summary>
    public required string Program { get; init; }

    /// <summary>Name of the experiment.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Lines <c>what: value</c>: program, scenarios and inputs by content, how many replications, which ranges. Equal for all shards.
    /// </summary>
    public required string Identity { get; init; }

    /// <summary>The part that this is, <c>i/n</c>: replications i − 1, i − 1 + n, …</summary>
    public required string Shard { get; init; }

    /// <summary>Names of its scenarios, the baseline first.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    /// <summary>What was asked for; its paths are told from the folder that the program was called in.</summary>
    public required RunPlan Plan { get; init; }

    /// <summary>Files read, with the SHA-256 of their content.</summary>
    public required IReadOnlyList<FileInfoRow> Files { get; init; }

    /// <summary>Wall time of the simulation, seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>Whether a folder is a shard of a run, as far as its file tells.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Writes it.</summary>
    public void Write(string folder) => JsonFile.Write(Path.Combine(folder, FileName), this);

    /// <summary>Reads all shards of a run, in any order.</summary>
    /// <exception cref="InputException">They do not make a whole; all is said.</exception>
    public static IReadOnlyList<ReadShard<RunShard>> ReadAll(IReadOnlyList<string> folders) =>
        ShardSet.Read(folders, Read, new Words("run", "calcul"));

    /// <summary>Reads a shard of which nothing was changed.</summary>
    /// <exception cref="InputException">It is no shard of a run, or a file was changed, cut or taken away.</exception>
    public static ReadShard<RunShard> Read(string folder)
    {
        if (!IsIn(folder))
        {
            throw new InputException(new Place(folder), new Words(
                $"is no shard of a run: it has no {FileName}", $"n’est pas la part d’un calcul\u00a0: il n’a pas de {FileName}"));
        }

        var errors = new InputErrors();
        FileList list = FileList.Read(folder);
        foreach (string file in list.Paths.Append(FileName).Distinct().Where(file => !list.IsOwn(file)))
        {
            errors.Add(new Place(Path.Combine(folder, file)), new Words(
                "was changed, cut or taken away after the shard was run", "a été modifié, coupé ou enlevé après le calcul de la part"));
        }

        errors.ThrowIfAny();
        var read = JsonFile.Read<RunShard>(Path.Combine(folder, FileName), new Words("a shard", "une part"));
        return new ReadShard<RunShard>(folder, Shards.Shard.Parse(read.Shard), read.Identity, read);
    }
}
