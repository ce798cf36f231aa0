using InstallSim.Experiments.Discovery;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Experiments.Sweeps;

/// <summary>What was swept, from what and how: <c>sweep.json</c>.</summary>
public sealed record SweepManifest
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "sweep.json";

    /// <summary>The program that ran.</summary>
    public required string Program { get; init; }

    /// <summary>Name of the plan.</summary>
    public required string Name { get; init; }

    /// <summary>Lines <c>what: value</c>: program, scenarios, inputs and points by content. Equal for all shards of a sweep.</summary>
    public required string Identity { get; init; }

    /// <summary>Scenarios that have outcomes.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    /// <summary>Name of the scenario from which differences are taken, if any are.</summary>
    public string Baseline { get; init; } = "baseline";

    /// <summary>Replications at each point.</summary>
    public required int Replications { get; init; }

    /// <summary>How the points were laid.</summary>
    public required DesignSettings Design { get; init; }

    /// <summary>Points of the whole sweep.</summary>
    public required int Points { get; init; }

    /// <summary>The numbers with their ranges.</summary>
    public required IReadOnlyList<Points.PlanNumber> Numbers { get; init; }

    /// <summary>What numbers and scenarios are called; empty in sweeps of older versions.</summary>
    public IReadOnlyList<Points.Caption> Captions { get; init; } = [];

    /// <summary>Outcomes, a column each.</summary>
    public required IReadOnlyList<OutcomeColumn> Outcomes { get; init; }

    /// <summary>What is read out; null when nothing is.</summary>
    public DiscoverSettings? Discover { get; init; }

    /// <summary>The part that this is, <c>i/n</c>; null for the whole.</summary>
    public string? Shard { get; init; }

    /// <summary>Points that failed.</summary>
    public required int Failures { get; init; }

    /// <summary>Files read, with the SHA-256 of their content.</summary>
    public required IReadOnlyList<FileInfoRow> Files { get; init; }

    /// <summary>The tables, with the SHA-256 of their content.</summary>
    public IReadOnlyList<FileInfoRow> Tables { get; init; } = [];

    /// <summary>SHA-256 of the hashes of all tables: equal for equal results, whatever machines they were made on.</summary>
    public string ResultHash { get; init; } = "";

    /// <summary>Wall time of the runs, seconds, added up over shards.</summary>
    public double Seconds { get; init; }

    /// <summary>Whether a folder is of a sweep, or of a shard of one, as far as its files tell.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Writes the manifest.</summary>
    public void Write(string folder) => JsonFile.Write(Path.Combine(folder, FileName), this);

    /// <summary>Reads the manifest of a sweep of which no table was changed.</summary>
    /// <exception cref="InputException">It is no sweep, or a table was changed, cut or taken away.</exception>
    public static SweepManifest Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!IsIn(folder))
        {
            throw new InputException(new Place(folder), !Directory.Exists(folder) && !File.Exists(folder)
                ? DidYouMean.NotThere(folder)
                : FolderKind.Of(folder) is { } what
                ? new Words($"is no folder of a sweep: it {what.English}", $"n’est pas le dossier d’un balayage\u00a0: il {what.French}")
                : new Words($"is no folder of a sweep: it has no {FileName}",
                    $"n’est pas le dossier d’un balayage\u00a0: il n’a pas de {FileName}"));
        }

        var manifest = JsonFile.Read<SweepManifest>(path, new Words("a sweep", "un balayage"));
        var errors = new InputErrors();
        if (manifest.ResultHash != ResultsFolder.HashOf(manifest.Tables) || !FileList.Read(folder).IsOwn(FileName))
        {
            errors.Add(new Place(path), new Words("was changed after the sweep", "a été modifié après le balayage"));
        }

        foreach (FileInfoRow table in manifest.Tables)
        {
            string file = Path.Combine(folder, table.Path);
            if (!File.Exists(file) || FileHash.Of(file) != table.Sha256)
            {
                errors.Add(new Place(file), new Words(
                    "was changed, cut or taken away after the sweep", "a été modifié, coupé ou enlevé après le balayage"));
            }
        }

        errors.ThrowIfAny();
        return manifest;
    }
}
