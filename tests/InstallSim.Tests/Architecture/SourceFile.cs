using System.Text.RegularExpressions;

namespace InstallSim.Tests.Architecture;

/// <summary>A file of the project as the guards see it.</summary>
/// <param name="Path">Path from the project's root, with forward slashes.</param>
/// <param name="Text">All of it.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    private static readonly string[] NotOurs =
    [
        ".git", ".vs", ".idea", "artifacts", "bin", "obj", "out", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts",
    ];

    /// <summary>The text without comments; texts in quotes stay, for they may hold interpolated code.</summary>
    public string Code { get; } = Comment().Replace(Text, match => match.Value.StartsWith('/') ? "" : match.Value);

    /// <summary>Its lines, without the empty one after the last line end.</summary>
    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    /// <summary>
    /// Folder right under a root, such as <c>World</c> for <c>src/InstallSim/World/Enums.cs</c>; empty for a file of the root itself.
    /// </summary>
    public string FolderUnder(string root) => Path[(root.Length + 1)..].Split('/') is [var folder, _, ..] ? folder : "";

    public override string ToString() => Path;

    /// <summary>All C# files under some folders of the project, in order of their path.</summary>
    public static IReadOnlyList<SourceFile> CSharp(params string[] roots) =>
        [.. roots.SelectMany(root => Paths(root)).Where(path => path.EndsWith(".cs", StringComparison.Ordinal)).Select(Read)];

    /// <summary>Paths of the project's own files under a folder, in ordinal order; nothing that a build or a run makes.</summary>
    public static IEnumerable<string> Paths(string root = ".") => Folders(root)
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder)))
        .Select(FromRoot).Order(StringComparer.Ordinal);

    /// <summary>A folder of the project and all folders under it.</summary>
    public static IEnumerable<string> Folders(string root = ".") =>
        Directory.Exists(Repository.PathOf(root))
            ?
            [
                root,
                .. Directory.EnumerateDirectories(Repository.PathOf(root)).Where(d => !NotOurs.Contains(System.IO.Path.GetFileName(d)))
                    .SelectMany(d => Folders(FromRoot(d))),
            ]
            : [];

    public static SourceFile Read(string path) => new(path, File.ReadAllText(Repository.PathOf(path)).ReplaceLineEndings("\n"));

    private static string FromRoot(string path) => System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');

    [GeneratedRegex("""""
        """"?[\s\S]*?"""|@"(?:""|[^"])*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'|//[^\n]*|/\*[\s\S]*?\*/
        """"")]
    private static partial Regex Comment();
}
