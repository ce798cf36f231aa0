using InstallSim.Inputs;

namespace InstallSim.Outputs;

/// <summary>
/// What results are made from: the files or folders that were named, the first first, as paths from the folder of the results, so that
/// both may move together. Results of other things than these are kept unless that is asked for.
/// </summary>
internal sealed record MadeFrom
{
    private readonly string[] _paths;

    private MadeFrom(string[] paths) => _paths = paths;

    /// <summary>Nothing that is known.</summary>
    public static MadeFrom Nothing { get; } = new([]);

    /// <summary>Each a line that a list of files may hold beside its files.</summary>
    public IEnumerable<string> Lines => _paths.Select(path => Mark + path);

    private const string Mark = "# Made from: ";

    /// <summary>Of sources as the user names them.</summary>
    /// <param name="folder">The folder of the results, as the user names it.</param>
    /// <param name="sources">The sources.</param>
    public static MadeFrom Of(string folder, IEnumerable<string> sources)
    {
        string real = AtomicFolder.RealPath(folder);
        return new([.. sources.Select(path =>
            Path.GetRelativePath(real, AtomicFolder.RealPath(path)).Replace('\\', '/').ReplaceLineEndings(" "))]);
    }

    /// <summary>The sources that lines name, of which others name none.</summary>
    public static MadeFrom Read(IEnumerable<string> lines) =>
        new([.. lines.Where(line => line.StartsWith(Mark, StringComparison.Ordinal)).Select(line => line[Mark.Length..])]);

    /// <summary>Where the sources are.</summary>
    /// <param name="folder">The folder of the results.</param>
    public IReadOnlyList<string> In(string folder) => [.. _paths.Select(path => Path.GetFullPath(path, AtomicFolder.RealPath(folder)))];

    /// <summary>Whether a folder that is written replaces what is read: the folder itself, or a file in it of the program's own.</summary>
    /// <param name="real">The folder, links followed.</param>
    /// <param name="input">A file or folder that is read.</param>
    public static bool Replaces(string real, string input)
    {
        if (Directory.Exists(input))
        {
            return AtomicFolder.RealPath(input) == real;
        }

        string read = AtomicFile.RealPath(input);
        return File.Exists(read) && FileList.Read(real).Has(Path.GetRelativePath(real, read).Replace('\\', '/'));
    }

    /// <summary>Why results in a folder do not give way to those made from these; null where they do, or there are none.</summary>
    /// <param name="folder">The folder as the user names it.</param>
    public Words? WhyKept(string folder) => FileList.Read(folder).From.KeptFrom(this, folder);

    /// <summary>
    /// Why results made from these do not give way to those made from others: one of these is none of the others, or another is the first.
    /// Null where they do, or where one of the two is not known.
    /// </summary>
    /// <param name="others">What the results to be are made from.</param>
    /// <param name="folder">The folder of both.</param>
    public Words? KeptFrom(MadeFrom others, string folder)
    {
        if (_paths.Length == 0 || others._paths.Length == 0
            || (_paths[0] == others._paths[0] && _paths.All(others._paths.Contains)))
        {
            return null;
        }

        (string own, string theirs) = (Names(folder), others.Names(folder));
        return new Words(
            $"holds results of {own}, not of {theirs}; name another --out, or --force replaces them",
            $"contient des résultats de {own}, non de {theirs}\u00a0; nommer un autre --out, ou --force les remplace");
    }

    /// <summary>What results a folder holds; null where it holds none of the program's.</summary>
    /// <param name="folder">The folder as the user names it.</param>
    public static Words? Finished(string folder)
    {
        FileList there = FileList.Read(folder);
        string names = there.From.Names(folder);
        return there.Paths.Count == 0 ? null
            : names.Length == 0 ? new Words("finished results", "des résultats terminés")
            : new Words($"finished results of {names}", $"des résultats terminés de {names}");
    }

    private string Names(string folder) => string.Join(", ", In(folder)
        .Select(path => Path.GetRelativePath(".", path) is var near && near.StartsWith("..", StringComparison.Ordinal) ? path : near));
}
