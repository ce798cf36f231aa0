using System.Text.Json.Nodes;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Results;

namespace InstallSim.Experiments.Differences;

/// <summary>Writes how two results differ: a table, and of what it is made. The folder appears whole or not at all.</summary>
public static class FolderComparison
{
    /// <summary>Name of the table.</summary>
    public const string TableFile = "comparison.csv";

    /// <summary>Name of the file that says what was compared.</summary>
    public const string DescriptionFile = "comparison.json";

    private static readonly string[] Columns =
    [
        "scenario_a", "scenario_b", "of", "year", "indicator", "a", "b", "difference", "se", "lower", "upper", "replications",
    ];

    /// <summary>Name of the folder of two results, when none is said.</summary>
    public static string NameOf(string a, string b)
    {
        return $"{Name(a)}-and-{Name(b)}";

        static string Name(string path) => new DirectoryInfo(Path.TrimEndingDirectorySeparator(path)).Name;
    }

    /// <summary>Refuses anything but two results folders, and options that only runs take.</summary>
    /// <exception cref="InputException">Something else is there.</exception>
    public static void RefuseOthers(IReadOnlyList<string> paths, IReadOnlyList<string> options)
    {
        var errors = new InputErrors();
        foreach (string path in paths.Where(p => !ResultsPair.IsResults(p)))
        {
            errors.Add(new Place(path), !Directory.Exists(path) && !File.Exists(path) ? DidYouMean.NotThere(path) : new Words(
                "is no results folder, but another one of the paths is: two results folders are compared, or scenarios",
                "n’est pas un dossier de résultats, mais un autre des chemins en est un\u00a0: on compare deux dossiers de résultats, ou "
                    + "des scénarios"));
        }

        if (errors.All.Count == 0 && paths.Count != 2)
        {
            errors.Add(new Place(string.Join(", ", paths)), new Words(
                $"{paths.Count} results folders; two are compared, B with A",
                $"{paths.Count} dossiers de résultats\u00a0; on en compare deux, B à A"));
        }

        if (errors.All.Count == 0 && AtomicFolder.RealPath(paths[0]) == AtomicFolder.RealPath(paths[1]))
        {
            errors.Add(new Place(paths[1]), new Words(
                "is the same results folder as the first, and does not differ from itself; name two",
                "est le même dossier de résultats que le premier, et ne diffère pas de lui-même\u00a0; en nommer deux"));
        }

        foreach (string option in options)
        {
            errors.Add(new Place(option), new Words(
                "goes with scenarios; results folders are finished, and nothing is simulated",
                "va avec des scénarios\u00a0; les dossiers de résultats sont finis, et rien n’est simulé"));
        }

        errors.ThrowIfAny();
    }

    /// <summary>Writes the folder.</summary>
    /// <exception cref="InputException">Something else stands there.</exception>
    public static void Write(ResultsPair pair, IReadOnlyList<FolderDifference> rows, AtomicFolder folder)
    {
        string table = Path.Combine(folder.Path, TableFile);
        WriteTable(rows, table);
        JsonObject said = Describe(pair);
        said["tables"] = new JsonObject { [TableFile] = FileHash.Of(table) };
        File.WriteAllText(Path.Combine(folder.Path, DescriptionFile), said.ToJsonString(Json.Indented) + "\n");
        folder.Commit();
    }

    private static void WriteTable(IReadOnlyList<FolderDifference> rows, string path)
    {
        using var csv = new CsvWriter(path, Columns);
        foreach (FolderDifference row in rows)
        {
            csv.Write(row.ScenarioA);
            csv.Write(row.ScenarioB);
            csv.Write(row.Of == DifferenceOf.Level ? "level" : "effect");
            csv.Write(row.Year);
            csv.Write(row.Indicator);
            csv.Write(row.A);
            csv.Write(row.B);
            csv.Write(row.Interval.Mean);
            csv.Write(row.Interval.StandardError);
            csv.Write(row.Interval.Lower);
            csv.Write(row.Interval.Upper);
            csv.Write(row.Interval.Count);
            csv.EndRow();
        }
    }

    private static JsonObject Describe(ResultsPair pair) => new()
    {
        ["program"] = ProgramInfo.Current.ToString(),
        ["a"] = Describe(pair.A),
        ["b"] = Describe(pair.B),
        ["difference"] = "b - a",
        ["paired_by_replication"] = pair.IsPaired,
        ["unpaired_because"] = pair.Unpaired?.English,
        ["interval_of"] = pair.HoldsDoubt ? "one more replication" : "the mean",
        ["settings"] = Settings(pair.Settings),
        ["warnings"] = new JsonArray([.. pair.Warnings.Select(w => (JsonNode)w.English)]),
    };

    private static JsonArray? Settings(IReadOnlyList<ScenarioDifference>? all) => all is null ? null : new JsonArray([.. all.Select(one =>
        (JsonNode)(one.IsFile ? new JsonObject { ["file"] = one.Key } : new JsonObject
        {
            ["key"] = one.Key,
            ["a"] = one.A,
            ["b"] = one.B,
            ["scenarios"] = one.Scenarios.Count == 0 ? null : new JsonArray([.. one.Scenarios.Select(s => (JsonNode)s)]),
        }))]);

    private static JsonObject Describe(Side side) => new()
    {
        ["folder"] = side.Folder.Replace('\\', '/'),
        ["name"] = side.Manifest.Name,
        ["identity"] = side.Manifest.Identity,
        ["result_hash"] = side.Manifest.ResultHash,
        ["seed"] = side.Manifest.Seed,
        ["replications"] = side.Manifest.Replications,
    };
}
