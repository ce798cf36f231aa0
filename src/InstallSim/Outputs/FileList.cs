using InstallSim.Inputs;

namespace InstallSim.Outputs;

/// <summary>
/// The files that the program wrote into a folder: <c>files.sha256</c>, lines <c>HASH  PATH</c> as <c>sha256sum --check</c> reads them,
/// below a line with the hash of all below it and lines of what they are made from. What is on it and unchanged is the program's own;
/// everything else in the folder is somebody's, and so is a list that anybody else wrote or changed.
/// </summary>
public sealed class FileList
{
    /// <summary>Name of the list in its folder; it does not list itself.</summary>
    public const string Name = "files.sha256";

    private const string Mark = "# Written by InstallSim; hash of the lines below: ";

    private readonly string _folder;
    private readonly SortedDictionary<string, string> _hashes;

    private FileList(string folder, SortedDictionary<string, string> hashes, bool isSomebodys = false) =>
        (_folder, _hashes, IsSomebodys) = (folder, hashes, isSomebodys);

    /// <summary>What the results of the folder are made from.</summary>
    internal MadeFrom From { get; private set; } = MadeFrom.Nothing;

    /// <summary>Whether there is a list that is not as the program wrote it; then nothing in the folder is the program's own.</summary>
    public bool IsSomebodys { get; }

    /// <summary>Paths of the files, in the folder, with <c>/</c>.</summary>
    public IReadOnlyCollection<string> Paths => _hashes.Keys;

    /// <summary>Reads the list of a folder; an empty one where there is none, or one of somebody else's.</summary>
    public static FileList Read(string folder)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        string path = Path.Combine(folder, Name);
        if (!Path.Exists(path))
        {
            return new FileList(folder, hashes);
        }

        string[] lines = IsPlainFile(path) ? File.ReadAllLines(path) : [];
        if (lines.Length == 0 || lines[0] != Mark + HashOf(lines.Skip(1)))
        {
            return new FileList(folder, hashes, isSomebodys: true);
        }

        foreach (string[] entry in lines.Where(line => line[0] != '#').Select(line => line.Split("  ", 2)))
        {
            hashes[entry[1]] = entry[0];
        }

        return new FileList(folder, hashes) { From = MadeFrom.Read(lines) };
    }

    /// <summary>Lists all files of a folder that the program alone has filled, and writes the list there.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="from">What they are made from; null: that is not known.</param>
    internal static FileList Write(string folder, MadeFrom? from = null)
    {
        var list = new FileList(folder, new(StringComparer.Ordinal)) { From = from ?? MadeFrom.Nothing };
        foreach (string file in Entries(folder).Where(file => file != Name && File.Exists(Path.Combine(folder, file))))
        {
            list._hashes[file] = FileHash.Of(Path.Combine(folder, file));
        }

        list.Save();
        return list;
    }

    /// <summary>Takes entries off the list, adds those of another that stand in the folder as listed there, and writes it.</summary>
    /// <param name="gone">The entries.</param>
    /// <param name="added">The other list.</param>
    /// <param name="replaces">Whether the folder is now made from what that is made from.</param>
    public void Change(IEnumerable<string> gone, FileList added, bool replaces)
    {
        From = replaces ? added.From : From;
        foreach (string file in gone)
        {
            _hashes.Remove(file);
        }

        foreach ((string file, string hash) in added._hashes)
        {
            if (IsAs(file, hash))
            {
                _hashes[file] = hash;
            }
        }

        Save();
    }

    /// <summary>Whether a file of the folder is the program's own: on the list, and as it was written.</summary>
    public bool IsOwn(string file) => _hashes.TryGetValue(file, out string? hash) && IsAs(file, hash);

    /// <summary>Whether a file is on the list, whatever became of it.</summary>
    public bool Has(string file) => _hashes.ContainsKey(file);

    /// <summary>What stands in the folder and is not the program's own.</summary>
    public IEnumerable<string> Foreign() => Directory.Exists(_folder) ? Entries(_folder).Where(IsForeign) : [];

    /// <summary>Whether a file that is there is not the program's own.</summary>
    public bool IsForeign(string file) => file == Name ? IsSomebodys : !IsOwn(file);

    /// <summary>
    /// What of somebody's stands where a file of the program's shall be: the file itself, a folder, or a link or file on the way to it.
    /// Null where the way is free.
    /// </summary>
    /// <param name="file">The file to be.</param>
    /// <param name="isForeign">Whether a file that is there is somebody's, where that is known already.</param>
    public string? InTheWayOf(string file, Func<string, bool>? isForeign = null)
    {
        string[] steps = file.Split('/');
        for (int k = 1; k <= steps.Length; k++)
        {
            string part = string.Join('/', steps[..k]), path = Path.Combine(_folder, part);
            bool isLast = k == steps.Length, isFolder = Directory.Exists(path) && !IsLink(path);
            if (Path.Exists(path) && (isLast ? isFolder || (isForeign ?? IsForeign)(part) : !isFolder))
            {
                return part;
            }
        }

        return null;
    }

    /// <summary>Files, links and empty folders under a folder, as paths in it with <c>/</c>; links are not followed.</summary>
    public static IEnumerable<string> Entries(string folder) => Entries(folder, "").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Entries(string folder, string prefix)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            string path = prefix + entry.Name;
            string[] inside = entry is DirectoryInfo && entry.LinkTarget is null ? [.. Entries(entry.FullName, path + "/")] : [];
            foreach (string found in inside.Length > 0 ? inside : [path])
            {
                yield return found;
            }
        }
    }

    private bool IsAs(string file, string hash) =>
        Path.Combine(_folder, file) is var path && IsPlainFile(path) && FileHash.Of(path) == hash;

    private static bool IsPlainFile(string path) => File.Exists(path) && !IsLink(path) && !InputText.IsDevice(path);

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    private static string HashOf(IEnumerable<string> lines) => FileHash.OfText(string.Concat(lines.Select(line => line + "\n")));

    private void Save()
    {
        string[] lines = [.. From.Lines, .. _hashes.Select(entry => $"{entry.Value}  {entry.Key}")];
        string text = string.Concat(lines.Prepend(Mark + HashOf(lines)).Select(line => line + "\n"));
        AtomicFile.Write(Path.Combine(_folder, Name), text);
    }
}
