using System.Text.Json.Nodes;
using InstallSim.Inputs;

namespace InstallSim.Outputs;

/// <summary>
/// Files that appear all at once or not at all: they are written under another name beside their folder, and renamed at the end. While it
/// lasts no other run writes that folder. Only the program's own files (<see cref="FileList"/>) are ever replaced or removed; what a killed
/// run left is put right by the next. Disposed without a commit, it leaves nothing behind.
/// </summary>
public sealed class AtomicFolder : IDisposable
{
    private readonly string _target, _said;
    private readonly bool _force, _adds;
    private readonly FolderLock _lock;
    private readonly MadeFolders _around;
    private MadeFrom _from = MadeFrom.Nothing;

    private AtomicFolder(string target, string said, (bool Force, bool Adds) how, FolderLock taken, MadeFolders around)
    {
        (_target, _said, (_force, _adds), _lock, _around) = (target, said, how, taken, around);
        Path = Beside(target, "partial");
    }

    /// <summary>The folder to write into until <see cref="Commit"/>.</summary>
    public string Path { get; }

    /// <summary>Of <see cref="CreateOf"/>'s folder, that former results there are replaced at the end; null where there are none.</summary>
    public Words? Replaces { get; private set; }

    /// <summary>Begins a folder.</summary>
    /// <param name="target">Where it shall appear: nothing, an empty folder, or former results. A link is followed.</param>
    /// <param name="force">Replaces the program's own files though they were changed; what else is there stays as it is.</param>
    /// <exception cref="InputException">Something of the user's is there, another run writes it, or it cannot be written to.</exception>
    public static AtomicFolder Create(string target, bool force = false) => Begin(target, force, adds: false);

    /// <summary>
    /// Begins a folder of results of a kind, which replaces neither what it is made from nor results of another kind or of other sources.
    /// </summary>
    /// <param name="target">Where it shall appear.</param>
    /// <param name="force">As of <see cref="Create"/>; results of another kind or of other sources are replaced too.</param>
    /// <param name="mark">A file that every folder of the kind has.</param>
    /// <param name="sources">Files or folders that the results are made from, the first first; see <see cref="MadeFrom"/>.</param>
    /// <param name="inputs">Folders, in which nothing is written either, and files that are read beside.</param>
    /// <exception cref="InputException">It replaces or is in an input, or holds other results; or as of <see cref="Create"/>.</exception>
    public static AtomicFolder CreateOf(
        string target, bool force, string mark, IReadOnlyList<string> sources, params IEnumerable<string> inputs)
    {
        string real = RealPath(target);
        if (sources.Concat(inputs).Any(input => MadeFrom.Replaces(real, input)))
        {
            throw new InputException(new Place(target), new Words(
                "is read, and would be replaced by what is written; name another --out",
                "est lu, et serait remplacé par ce qui est écrit\u00a0; nommer un autre --out"));
        }

        char step = System.IO.Path.DirectorySeparatorChar;
        if (inputs.FirstOrDefault(input => real.StartsWith(RealPath(input) + step, StringComparison.Ordinal)) is { } around)
        {
            throw new InputException(new Place(target), new Words(
                $"is in {around}, which is read; name another --out",
                $"est dans {around}, qui est lu\u00a0; nommer un autre --out"));
        }

        if (!force && File.Exists(System.IO.Path.Combine(real, FileList.Name))
            && !File.Exists(System.IO.Path.Combine(real, mark)))
        {
            throw new InputException(new Place(target), new Words(
                $"holds results of another kind (it has no {mark}); name another --out, or --force replaces them",
                $"contient des résultats d’une autre sorte (il n’a pas de {mark})\u00a0; nommer un autre --out, ou --force les remplace"));
        }

        MadeFrom from = MadeFrom.Of(target, sources);
        if (!force && from.WhyKept(target) is { } why)
        {
            throw new InputException(new Place(target), why);
        }

        AtomicFolder folder = Create(target, force);
        (folder._from, folder.Replaces) = (from, MadeFrom.Finished(target) is { } there ? FolderWords.Replaced(target, there) : null);
        return folder;
    }

    /// <summary>Begins a folder of results of a kind; results there that the new ones do not stand in for are kept.</summary>
    /// <param name="target">Where it shall appear.</param>
    /// <param name="force">As of <see cref="Create"/>; whatever results are there are replaced.</param>
    /// <param name="mark">A file that every folder of the kind has.</param>
    /// <param name="sources">As of <see cref="CreateOf"/>.</param>
    /// <param name="description">The JSON file that says what was asked for there.</param>
    /// <param name="kept">Why what is described is not replaced; null where it is.</param>
    /// <param name="inputs">As of <see cref="CreateOf"/>.</param>
    /// <exception cref="InputException">Its results are kept, or are of another kind; or as of <see cref="Create"/>.</exception>
    public static AtomicFolder CreateOver(
        string target, bool force, string mark, IReadOnlyList<string> sources, string description, Func<JsonObject, Words?> kept,
        params IEnumerable<string> inputs)
    {
        AtomicFolder folder = CreateOf(target, force, mark, sources, inputs);
        string there = System.IO.Path.Combine(target, description);
        if (!force && File.Exists(there) && JsonNode.Parse(File.ReadAllText(there)) is JsonObject was && kept(was) is { } why)
        {
            folder.Dispose();
            throw new InputException(new Place(target), why);
        }

        return folder;
    }

    /// <summary>Begins to add files to a folder, whatever else is in it.</summary>
    /// <param name="target">The folder; made where there is none.</param>
    /// <param name="force">Replaces files of the same names that are not the program's own, or were changed.</param>
    /// <exception cref="InputException">Another run writes it, or it cannot be written to.</exception>
    public static AtomicFolder Add(string target, bool force = false) => Begin(target, force, adds: true);

    /// <summary>Refuses, before anything is made, names of files to be that are taken by what is not the program's own.</summary>
    /// <param name="files">All that may be written, as paths in the folder with <c>/</c>.</param>
    /// <exception cref="InputException">Names are taken; the folder is given up.</exception>
    public AtomicFolder For(IEnumerable<string> files)
    {
        try
        {
            RefuseCollisions(files.Append(FileList.Name), _force ? RefuseForeign() : []);
            return this;
        }
        catch (InputException)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Lets the files appear; in <see cref="Create"/>'s folder in place of former results.</summary>
    /// <exception cref="InputException">Something of the user's has come there meanwhile, or the place cannot be written to; the folder is
    /// as before.</exception>
    public void Commit()
    {
        try
        {
            FileList written = FileList.Write(Path, _from);
            HashSet<string> foreign = RefuseForeign();
            RefuseCollisions(written.Paths.Append(FileList.Name), foreign);
            if (!Directory.Exists(_target) || (!_adds && !IsAround(Environment.CurrentDirectory) && foreign.Count == 0))
            {
                Swap();
                return;
            }

            // What others wrote never moves, nor the folder that somebody is in: the program's files are exchanged one by one.
            string moving = Beside(_target, _adds ? "adding" : "replacing");
            Directory.Move(Path, moving);
            FolderRecovery.FinishMoving(_target, moving, replaces: !_adds, _force);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw WriteFaults.CannotWrite(_said, _target, fault);
        }
    }

    private bool IsAround(string folder) => folder == _target
        || folder.StartsWith(_target + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Removes what was written, unless it was committed, and lets other runs write.</summary>
    public void Dispose()
    {
        FolderRecovery.EndPartial(_target);
        _lock.Dispose();
        _around.RemoveEmpty();
    }

    /// <summary>The hidden name beside a folder or file that the program keeps for itself.</summary>
    internal static string Beside(string full, string what)
    {
        string folder = System.IO.Path.GetDirectoryName(full)
            ?? throw new InputException(new Place(full), new Words(
                "is the root of a disk; name a folder in it", "est la racine d’un disque\u00a0; nommer un dossier qui s’y trouve"));
        return System.IO.Path.Combine(folder, $".{System.IO.Path.GetFileName(full)}.installsim-{what}");
    }

    /// <summary>A folder that its owner made read-only is not to be replaced, though its own folder would allow it.</summary>
    private static void RefuseReadOnly(string full)
    {
        if (Directory.Exists(full))
        {
            string probe = System.IO.Path.Combine(full, ".installsim-probe");
            File.Create(probe).Dispose();
            File.Delete(probe);
        }
    }

    private static AtomicFolder Begin(string target, bool force, bool adds)
    {
        string full = Resolved(target);
        FolderLock? taken = null;
        MadeFolders around = MadeFolders.Nothing;
        try
        {
            around = MadeFolders.Make(System.IO.Path.GetDirectoryName(full)!);
            taken = FolderLock.Take(full, target);
            FolderRecovery.Recover(full, target);
            RefuseReadOnly(full);
            var folder = new AtomicFolder(full, target, (force, adds), taken, around);
            folder.RefuseForeign();
            FolderRecovery.BeginPartial(full);
            return folder;
        }
        catch (Exception fault)
        {
            taken?.Dispose();
            around.RemoveEmpty();
            throw fault is IOException or UnauthorizedAccessException ? WriteFaults.CannotWrite(target, full, fault) : fault;
        }
    }

    /// <summary>The real folder that a path means: full, its link and those of the folders around it followed.</summary>
    public static string RealPath(string target)
    {
        string full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(target));
        string? around = System.IO.Path.GetDirectoryName(full);
        string real = around is null ? full : System.IO.Path.Combine(RealPath(around), System.IO.Path.GetFileName(full));
        return around is not null && new DirectoryInfo(real).LinkTarget is not null && Directory.Exists(real)
            ? RealPath(Directory.ResolveLinkTarget(real, returnFinalTarget: true)!.FullName)
            : real;
    }

    /// <summary>The real folder that a path means, refused where no folder can be put.</summary>
    private static string Resolved(string target)
    {
        InputException Refused(string english, string french) => new(new Place(target), new Words(english, french));
        string full = RealPath(target);
        if (new DirectoryInfo(full).LinkTarget is not null)
        {
            throw Refused("is a link to nothing that is there, or to a file; a folder is expected",
                "est un lien vers rien qui existe, ou vers un fichier\u00a0; un dossier est attendu");
        }

        if (File.Exists(full))
        {
            throw Refused("is a file; a folder is expected", "est un fichier\u00a0; un dossier est attendu");
        }

        if (DriveInfo.GetDrives().Any(d => System.IO.Path.TrimEndingDirectorySeparator(d.RootDirectory.FullName) == full))
        {
            string inside = System.IO.Path.Combine(target, "results");
            throw Refused($"is where a disk is mounted, which cannot be replaced; name a folder in it, such as {inside}",
                $"est le point de montage d’un disque, qu’on ne peut remplacer\u00a0; nommer un dossier qui s’y trouve, comme {inside}");
        }

        return full;
    }

    /// <summary>Refuses, unless forced, to replace a folder that holds what is not the program's own.</summary>
    /// <returns>What it holds so; nothing when adding, for then it may.</returns>
    private HashSet<string> RefuseForeign()
    {
        string[] foreign = _adds ? [] : [.. FileList.Read(_target).Foreign()];
        return foreign.Length == 0 || _force
            ? [.. foreign]
            : throw new InputException(new Place(_said), FolderWords.Foreign(foreign));
    }

    /// <summary>
    /// Refuses names that are taken by what is not the program's own. Forced, files that were on its list are its own though they were
    /// changed, and when adding, other plain files are replaced too: that is what was asked for.
    /// </summary>
    private void RefuseCollisions(IEnumerable<string> files, HashSet<string> foreign)
    {
        FileList there = FileList.Read(_target);
        bool IsYielded(string part, string file) => _force && part == file && File.Exists(System.IO.Path.Combine(_target, part))
            && (_adds || there.Has(part));
        string[] taken = [.. files.Select(file => (File: file, Part: there.InTheWayOf(file, _adds ? null : foreign.Contains)))
            .Where(pair => pair.Part is not null && !IsYielded(pair.Part, pair.File)).Select(pair => pair.Part!).Distinct()];
        if (taken.Length > 0)
        {
            throw new InputException(new Place(_said), _adds && !_force ? FolderWords.Taken(taken) : FolderWords.InTheWay(taken));
        }
    }

    private void Swap()
    {
        string old = Beside(_target, "old");
        bool replaces = Directory.Exists(_target);
        if (replaces)
        {
            Directory.Move(_target, old);
        }

        try
        {
            Directory.Move(Path, _target);
        }
        catch (Exception fault) when (replaces && fault is IOException or UnauthorizedAccessException)
        {
            Directory.Move(old, _target);
            throw;
        }

        FolderRecovery.Retire(old, _target);
    }
}
