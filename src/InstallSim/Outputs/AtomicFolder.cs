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

    private AtomicFolder(string target, string said, bool force, bool adds, FolderLock taken)
    {
        (_target, _said, _force, _adds, _lock) = (target, said, force, adds, taken);
        Path = Beside(target, "partial");
    }

    /// <summary>The folder to write into until <see cref="Commit"/>.</summary>
    public string Path { get; }

    /// <summary>Begins a folder.</summary>
    /// <param name="target">Where it shall appear: nothing, an empty folder, or former results. A link is followed.</param>
    /// <param name="force">Replaces the program's own files though they were changed; what else is there stays, but for a name that is
    /// needed.</param>
    /// <exception cref="InputException">Something of the user's is there, another run writes it, or it cannot be written to.</exception>
    public static AtomicFolder Create(string target, bool force = false) => Begin(target, force, adds: false);

    /// <summary>Begins to add files to a folder, whatever else is in it.</summary>
    /// <param name="target">The folder; made where there is none.</param>
    /// <param name="force">Replaces files of the same names that are not the program's own, or were changed.</param>
    /// <exception cref="InputException">Another run writes it, or it cannot be written to.</exception>
    public static AtomicFolder Add(string target, bool force = false) => Begin(target, force, adds: true);

    /// <summary>Lets the files appear; in <see cref="Create"/>'s folder in place of former results.</summary>
    /// <exception cref="InputException">Something of the user's has come there meanwhile, or the place cannot be written to; the folder is
    /// as before.</exception>
    public void Commit()
    {
        try
        {
            FileList written = FileList.Write(Path);
            RefuseForeign();
            if (_adds && Directory.Exists(_target))
            {
                Directory.Move(Path, Beside(_target, "adding"));
                FinishAdding(_target);
            }
            else
            {
                Swap();
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(_said, _target, fault);
        }
    }

    /// <summary>Removes what was written, unless it was committed, and lets other runs write.</summary>
    public void Dispose()
    {
        Remove(Path);
        _lock.Dispose();
    }

    /// <summary>The hidden name beside a folder or file that the program keeps for itself.</summary>
    internal static string Beside(string full, string what)
    {
        string folder = System.IO.Path.GetDirectoryName(full)
            ?? throw new InputException(new Place(full), new Words(
                "is the root of a disk; name a folder in it", "est la racine d’un disque\u00a0; nommer un dossier qui s’y trouve"));
        return System.IO.Path.Combine(folder, $".{System.IO.Path.GetFileName(full)}.installsim-{what}");
    }

    /// <summary>That a place cannot be written to, in the user's names: a choice to be mended, unlike a disk that is full.</summary>
    internal static Exception CannotWrite(string said, string full, Exception fault)
    {
        if (IsFull(fault))
        {
            return fault;
        }

        string why = fault.Message.Replace($".{System.IO.Path.GetFileName(full)}.installsim-partial", System.IO.Path.GetFileName(full),
            StringComparison.Ordinal);
        return new InputException(new Place(said), new Words($"cannot be written: {why}", $"ne peut être écrit\u00a0: {why}"));
    }

    /// <summary>Whether the disk has no room left (ENOSPC, EDQUOT; ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL).</summary>
    public static bool IsFull(Exception fault)
    {
        int code = fault.HResult & 0xFFFF;
        return fault is IOException && (OperatingSystem.IsWindows() ? code is 39 or 112 : code is 28 or 122);
    }

    private static AtomicFolder Begin(string target, bool force, bool adds)
    {
        string full = Resolved(target);
        FolderLock? taken = null;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
            taken = FolderLock.Take(full, target);
            Recover(full);
            var folder = new AtomicFolder(full, target, force, adds, taken);
            folder.RefuseForeign();
            Directory.CreateDirectory(folder.Path);
            return folder;
        }
        catch (Exception fault)
        {
            taken?.Dispose();
            throw fault is IOException or UnauthorizedAccessException ? CannotWrite(target, full, fault) : fault;
        }
    }

    /// <summary>The real folder that a path means, refused where no folder can be put.</summary>
    private static string Resolved(string target)
    {
        string full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(target));
        InputException Refused(string english, string french) => new(new Place(target), new Words(english, french));
        if (new DirectoryInfo(full).LinkTarget is not null)
        {
            full = Directory.Exists(full) ? Directory.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName
                : throw Refused("is a link to nothing that is there, or to a file; a folder is expected",
                    "est un lien vers un fichier, ou vers ce qui n’existe pas\u00a0; un dossier est attendu");
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

    private void RefuseForeign()
    {
        if (_force || !Directory.Exists(_target))
        {
            return;
        }

        string[] foreign = _adds ? [.. FileList.Read(_target).Foreign().Intersect(Directory.Exists(Path) ? FileList.Entries(Path) : [])]
            : [.. FileList.Read(_target).Foreign()];
        if (foreign.Length > 0)
        {
            throw new InputException(new Place(_said), _adds ? Taken(Names(foreign)) : Foreign(Names(foreign)));
        }
    }

    private static Words Names(string[] files)
    {
        const int shown = 3;
        (string names, int more) = (string.Join(", ", files.Take(shown)), files.Length - shown);
        return more > 0 ? new Words($"{names} and {more} more", $"{names} et {more} de plus") : new Words(names, names);
    }

    private static Words Taken(Words names) => new(
        $"holds files of these names that this program did not write, or that were changed: {names.English}; "
            + "name another folder, or --force replaces them",
        $"contient des fichiers de ces noms que ce programme n’a pas écrits, ou qui ont été modifiés\u00a0: {names.French}\u00a0; "
            + "nommer un autre dossier, ou --force les remplace");

    private static Words Foreign(Words names) => new(
        $"holds what this program did not write, or what was changed: {names.English}; "
            + "name another folder, or --force replaces the program's own files and keeps the others",
        $"contient ce que ce programme n’a pas écrit, ou ce qui a été modifié\u00a0: {names.French}\u00a0; "
            + "nommer un autre dossier, ou --force remplace les fichiers du programme et garde les autres");

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

        Retire(old, _target);
    }

    /// <summary>Puts right what a killed run left. Called under the lock.</summary>
    private static void Recover(string full)
    {
        string old = Beside(full, "old");
        if (Directory.Exists(old) && !Directory.Exists(full))
        {
            Directory.Move(old, full);
        }

        Retire(old, full);
        FinishAdding(full);
        Remove(Beside(full, "partial"));
    }

    /// <summary>Removes former results once the new ones stand in their place; what others wrote moves over to them.</summary>
    private static void Retire(string old, string target)
    {
        if (!Directory.Exists(old))
        {
            return;
        }

        FileList list = FileList.Read(old);
        foreach (string file in FileList.Entries(old).Where(file => file != FileList.Name && !list.Has(file)))
        {
            string from = System.IO.Path.Combine(old, file), to = System.IO.Path.Combine(target, file);
            if (!System.IO.Path.Exists(to))
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
                Directory.Move(from, to);
            }
        }

        Remove(old);
    }

    /// <summary>Moves files that are written whole into their folder, and lists them there.</summary>
    private static void FinishAdding(string target)
    {
        string adding = Beside(target, "adding");
        if (!Directory.Exists(adding))
        {
            return;
        }

        FileList added = FileList.Read(adding);
        Directory.CreateDirectory(target);
        FileList.Read(target).Add(added);
        foreach (string file in added.Paths.Where(file => File.Exists(System.IO.Path.Combine(adding, file))))
        {
            string to = System.IO.Path.Combine(target, file);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            File.Move(System.IO.Path.Combine(adding, file), to, overwrite: true);
        }

        Remove(adding);
    }

    /// <summary>
    /// Removes a folder of ours. If a file in it is held open, the hidden rest stays: that must not turn
    /// success into failure, nor hide a failure.
    /// </summary>
    private static void Remove(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
        }
    }
}
