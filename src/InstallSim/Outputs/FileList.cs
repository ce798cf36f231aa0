using InstallSim.Inputs;

namespace InstallSim.Outputs;

/// <summary>
/// The files that the program wrote into a folder: <c>files.sha256</c>, lines <c>HASH  PATH</c> as <c>sha256sum --check</c> reads them.
/// What is on it and unchanged is the program's own; everything else in the folder is somebody's.
/// </summary>
public sealed class FileList
{
    /// <summary>Name of the list in its folder; it does not list itself.</summary>
    public const string Name = "files.sha256";

    private readonly string _folder;
    private readonly SortedDictionary<string, string> _hashes;

    private FileList(string folder, SortedDictionary<string, string> hashes) => (_folder, _hashes) = (folder, hashes);

    /// <summary>Paths of the files, in the folder, with <c>/</c>.</summary>
    public IEnumerable<string> Paths => _hashes.Keys;

    /// <summary>Whether the folder has a list.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, Name));

    /// <summary>Reads the list of a folder; an empty one where there is none. Lines that are no entries count as none.</summary>
    public static FileList Read(string folder)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        string path = Path.Combine(folder, Name);
        foreach (string line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            if (line.Split("  ", 2) is [{ Length: 64 } hash, { Length: > 0 } file])
            {
                hashes[file] = hash;
            }
        }

        return new FileList(folder, hashes);
    }

    /// <summary>Lists all files of a folder that the program alone has filled, and writes the list there.</summary>
    public static FileList Write(string folder)
    {
        var list = new FileList(folder, new(StringComparer.Ordinal));
        foreach (string file in Entries(folder).Where(file => file != Name))
        {
            list._hashes[file] = FileHash.Of(Path.Combine(folder, file));
        }

        list.Save();
        return list;
    }

    /// <summary>Adds the entries of another list, which stand for those of the same path, and writes the list.</summary>
    public void Add(FileList other)
    {
        foreach ((string file, string hash) in other._hashes)
        {
            _hashes[file] = hash;
        }

        Save();
    }

    /// <summary>Whether a file of the folder is the program's own: on the list, and as it was written.</summary>
    public bool IsOwn(string file) => _hashes.TryGetValue(file, out string? hash)
        && Path.Combine(_folder, file) is var path && !IsLink(path) && FileHash.Of(path) == hash;

    /// <summary>Whether a file is on the list, whatever became of it.</summary>
    public bool Has(string file) => _hashes.ContainsKey(file);

    /// <summary>What stands in the folder and is not the program's own.</summary>
    public IEnumerable<string> Foreign() => Entries(_folder).Where(file => file != Name && !IsOwn(file));

    /// <summary>Files on the list that are absent or were changed.</summary>
    public IEnumerable<string> Spoilt() => _hashes.Keys.Where(file => !File.Exists(Path.Combine(_folder, file)) || !IsOwn(file));

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

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    private void Save() =>
        AtomicFile.Write(Path.Combine(_folder, Name), string.Concat(_hashes.Select(entry => $"{entry.Value}  {entry.Key}\n")));
}
