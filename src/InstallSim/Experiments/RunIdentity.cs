using InstallSim.Inputs;
using InstallSim.Results;
using InstallSim.Scenarios;

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

    /// <summary>The values of each <c>what</c>, in their order.</summary>
    public ILookup<string, string> Values => _lines.Select(line => line.Split(": ", 2)).ToLookup(pair => pair[0], pair => pair[^1]);

    /// <summary>The identity of an experiment.</summary>
    /// <param name="loaded">The experiment.</param>
    /// <param name="part">What part of it; empty for the comparison itself.</param>
    /// <param name="more">What belongs to it beside; see <see cref="RunDifference"/> for what it is called.</param>
    public static RunIdentity Of(LoadedExperiment loaded, string part = "", params (string What, string Value)[] more) => new(
    [
        $"program: {ProgramInfo.Current.Version}",
        .. ProgramInfo.Current.Modules.Select(m => $"{RunDifference.Module}{m.Name}: {m.Id}"),
        $"part: {part}",
        .. more.Select(m => $"{m.What}: {m.Value}"),
        $"{RunDifference.Scenarios}: {string.Join('\t', loaded.Sources.Select(s => s.Scenario.Name))}",
        .. LinesOf(loaded.Sources),
        .. loaded.Files.Where(f => !loaded.Sources.Any(s => s.Document.Files.Select(Path.GetFullPath).Contains(f.Path)))
            .Select(f => $"{RunDifference.File}{Path.GetFileName(f.Path)}: {f.Sha256}"),
    ]);

    /// <summary>Reads <see cref="Text"/>; null where it is none.</summary>
    public static RunIdentity? Parse(string text) => text.StartsWith("program: ", StringComparison.Ordinal)
        ? new(text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        : null;

    /// <summary>What this identity has otherwise than the run at hand, in words; null where they are the same.</summary>
    public Words? DifferenceFrom(RunIdentity here) => Hash == here.Hash ? null : RunDifference.Of(Values, here.Values);

    /// <summary>
    /// The keys of scenarios but for the number of replications and titles of policies, paths told from their own folders; what all have
    /// alike once.
    /// </summary>
    private static IEnumerable<string> LinesOf(IReadOnlyList<ScenarioSource> sources)
    {
        string[][] lines = [.. sources.Select(source => YamlText
            .Leaves(source.Document.Root, source.Binder, Path.GetDirectoryName(Path.GetFullPath(source.Document.Files[0]))!)
            .Where(leaf => leaf.Key != "replications" && !IsTitle(leaf.Key)).Select(leaf => $"{leaf.Key}: {leaf.Value}").ToArray())];
        var shared = lines[0].ToHashSet();
        Array.ForEach(lines, shared.IntersectWith);
        return
        [
            .. lines[0].Where(shared.Contains).Select(line => RunDifference.Key("", line)),
            .. sources.SelectMany((source, s) => lines[s].Where(line => !shared.Contains(line))
                .Select(line => RunDifference.Key(source.Scenario.Name, line))),
        ];
    }

    private static bool IsTitle(string key) => key.StartsWith("policies.", StringComparison.Ordinal)
        && (key.EndsWith(".title", StringComparison.Ordinal) || key.EndsWith(".title-fr", StringComparison.Ordinal));
}
