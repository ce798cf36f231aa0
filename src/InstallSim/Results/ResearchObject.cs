using System.Globalization;
using System.Text.Json.Nodes;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Results;

/// <summary>
/// Results as a research object, for archives and catalogs: <c>ro-crate-metadata.json</c> (RO-Crate 1.1) says what each file is, which
/// program made it and from which inputs; <c>CITATION.cff</c> (Citation File Format 1.2) says how to cite the program.
/// </summary>
internal static class ResearchObject
{
    /// <summary>Names of the two files.</summary>
    public const string MetadataFile = "ro-crate-metadata.json", CitationFile = "CITATION.cff";

    internal const string Page = "report.html";

    private const string Profile = "https://w3id.org/ro/crate/1.1";

    private static readonly Dictionary<string, string> Formats = new(StringComparer.Ordinal)
    {
        [".csv"] = "text/csv",
        [ParquetTable.Extension] = "application/vnd.apache.parquet",
        [".json"] = "application/json",
        [".html"] = "text/html",
        [".cff"] = "text/yaml",
    };

    /// <summary>Describes a folder that holds all its other files, and writes the description there.</summary>
    public static void Write(Manifest manifest, string folder)
    {
        File.WriteAllText(Path.Combine(folder, CitationFile), Citation(manifest));
        string[] files = [.. Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
        string[] folders = [.. Directory.GetDirectories(folder).Select(f => Path.GetFileName(f) + "/").Order(StringComparer.Ordinal)];
        JsonObject[] graph =
        [
            new()
            {
                ["@id"] = MetadataFile,
                ["@type"] = "CreativeWork",
                ["conformsTo"] = Id(Profile),
                ["about"] = Id("./"),
            },
            Root(manifest, [.. files, .. folders]),
            .. files.Select(file => Described(manifest, file, folder)),
            .. folders.Select(name => new JsonObject { ["@id"] = name, ["@type"] = "Dataset", ["name"] = name.TrimEnd('/') }),
            .. manifest.Files.Select(Input),
            Program(manifest.Program),
            Run(manifest),
        ];
        var crate = new JsonObject { ["@context"] = $"{Profile}/context", ["@graph"] = new JsonArray([.. graph]) };
        File.WriteAllText(Path.Combine(folder, MetadataFile), crate.ToJsonString(Json.Indented) + "\n");
    }

    /// <summary>How to cite the program that made results.</summary>
    private static string Citation(Manifest manifest) => $"""
        cff-version: 1.2.0
        message: If you use these results, please cite the program that made them.
        type: software
        title: "InstallSim: an agent-based simulation of where physicians install"
        authors:
          - name: The InstallSim authors
        version: "{manifest.Program.Version}"
        license: MIT
        abstract: {JsonValue.Create($"Results {manifest.ResultHash} of {manifest.ShownName}").ToJsonString()}

        """;

    private static JsonObject Root(Manifest m, string[] parts) => new()
    {
        ["@id"] = "./",
        ["@type"] = "Dataset",
        ["name"] = $"InstallSim: {m.ShownName}",
        ["description"] = string.Create(CultureInfo.InvariantCulture,
            $"Simulated years {m.FirstYear} to {m.LastYear}, {m.Scenarios.Count} scenarios, {m.Replications} replications, seed {m.Seed}"),
        ["datePublished"] = m.Finished,
        ["license"] = "Not stated: that is for whoever made these results",
        ["identifier"] = m.ResultHash,
        ["hasPart"] = new JsonArray([.. parts.Select(Id)]),
        ["mentions"] = Id("#run"),
    };

    private static JsonObject Described(Manifest manifest, string file, string folder)
    {
        string path = Path.Combine(folder, file);
        var entity = new JsonObject
        {
            ["@id"] = file,
            ["@type"] = "File",
            ["name"] = file,
            ["description"] = Means(file),
        };
        if (file != Page) // which can be made again, in another language
        {
            entity["contentSize"] = new FileInfo(path).Length.ToString(CultureInfo.InvariantCulture);
            entity["sha256"] = manifest.Tables.FirstOrDefault(t => t.Path == file)?.Sha256 ?? FileHash.Of(path);
        }

        if (Formats.GetValueOrDefault(Path.GetExtension(file)) is { } format)
        {
            entity["encodingFormat"] = format;
        }

        return entity;
    }

    private static string Means(string file) => file switch
    {
        _ when ResultTables.Means.GetValueOrDefault(file) is { } means => means,
        ResultsFolder.ManifestFile => "What was run, from what and how.",
        DataDictionary.IndicatorsFile => "What each indicator is, its unit and what its interval holds.",
        DataDictionary.ColumnsFile => "What each column of each table is.",
        CitationFile => "How to cite the program.",
        Page => "The report, for a browser.",
        _ => "",
    };

    private static JsonObject Input(FileInfoRow file, int k) => new()
    {
        ["@id"] = $"#input-{k + 1}",
        ["@type"] = "CreativeWork",
        ["name"] = file.Path,
        ["sha256"] = file.Sha256,
        ["description"] = "A file that was read; it is not part of the results.",
    };

    private static JsonObject Program(ProgramInfo program) => new()
    {
        ["@id"] = "#installsim",
        ["@type"] = "SoftwareApplication",
        ["name"] = "InstallSim",
        ["softwareVersion"] = program.Version,
        ["description"] = string.Join(", ", program.Modules.Select(m => $"{m.Name} {m.Id}")),
    };

    private static JsonObject Run(Manifest m) => new()
    {
        ["@id"] = "#run",
        ["@type"] = "CreateAction",
        ["name"] = "The simulation",
        ["identifier"] = m.Identity,
        ["endTime"] = m.Finished,
        ["instrument"] = Id("#installsim"),
        ["object"] = new JsonArray([.. m.Files.Select((_, k) => Id($"#input-{k + 1}"))]),
        ["result"] = new JsonArray([.. m.Tables.Select(t => Id(t.Path))]),
    };

    private static JsonNode Id(string id) => new JsonObject { ["@id"] = id };
}
