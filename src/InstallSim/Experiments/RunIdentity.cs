using InstallSim.Inputs;
using InstallSim.Results;

namespace InstallSim.Experiments;

/// <summary>
/// What a replication is a replication of: the program, the inputs by their content, the plan. Replications of one identity may stand in
/// one table; how many there are does not belong to it, nor do the names of folders. The order of the scenarios does.
/// </summary>
internal sealed class RunIdentity
{
    private readonly string[] _lines;

    private RunIdentity(IEnumerable<string> lines)
    {
        _lines = [.. lines];
        Hash = FileHash.OfText(Text);
    }

    /// <summary>SHA-256 of <see cref="Text"/>.</summary>
    public string Hash { get; }

    /// <summary>Lines <c>what: value</c>.</summary>
    public string Text => string.Concat(_lines.Select(line => line + "\n"));

    /// <summary>The identity of an experiment.</summary>
    /// <param name="loaded">The experiment.</param>
    /// <param name="part">What part of it; empty for the comparison itself.</param>
    public static RunIdentity Of(LoadedExperiment loaded, string part = "") => new(
    [
        $"program: {ProgramInfo.Current.Version}",
        .. ProgramInfo.Current.Modules.Select(m => $"module {m.Name}: {m.Id}"),
        $"part: {part}",
        .. loaded.Sources.Select(s => $"scenario {s.Scenario.Name}: {FileHash.OfText(TextOf(s))}"),
        .. loaded.Files.Where(f => !loaded.Sources.Any(s => s.Document.Files.Select(Path.GetFullPath).Contains(f.Path)))
            .Select(f => $"file {Path.GetFileName(f.Path)}: {f.Sha256}"),
    ]);

    /// <summary>Reads <see cref="Text"/>; null where it is none.</summary>
    public static RunIdentity? Parse(string text) => text.StartsWith("program: ", StringComparison.Ordinal)
        ? new(text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        : null;

    /// <summary>What differs between this identity and another, by what it is and both values.</summary>
    public string[] Differences(RunIdentity other)
    {
        if (Hash == other.Hash)
        {
            return [];
        }

        ILookup<string, string> mine = ByWhat(this), others = ByWhat(other);
        string[] differences = [.. mine.Select(g => g.Key).Union(others.Select(g => g.Key))
            .Where(what => !mine[what].SequenceEqual(others[what]))
            .Select(what => $"{what} ({Said(mine[what])}, now {Said(others[what])})")];
        return differences.Length > 0 ? differences : ["the order of the scenarios"];

        static ILookup<string, string> ByWhat(RunIdentity identity) =>
            identity._lines.Select(line => line.Split(": ", 2)).ToLookup(pair => pair[0], pair => pair[^1]);
        static string Said(IEnumerable<string> values) =>
            string.Join(", ", values.Select(v => v.Length >= 32 ? v[..8] : v)) is { Length: > 0 } said ? said : "none";
    }

    /// <summary>The scenario without the number of replications, its paths told from its own folder.</summary>
    private static string TextOf(Scenarios.ScenarioSource source) => YamlText.Canonical(
        new YamlMapping([.. source.Document.Root.Entries.Where(e => e.Key != "replications")], source.Document.Root.Place),
        source.Binder, Path.GetDirectoryName(Path.GetFullPath(source.Document.Files[0])));
}
