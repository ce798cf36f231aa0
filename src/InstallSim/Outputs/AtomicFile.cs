using InstallSim.Inputs;

namespace InstallSim.Outputs;

/// <summary>A file that has its old or its new content at any time, never a part: written beside its place, then renamed.</summary>
public static class AtomicFile
{
    private const string Partial = "partial";

    /// <summary>Writes text.</summary>
    /// <exception cref="InputException">The place cannot be written to.</exception>
    public static void Write(string path, string text) => Write(path, Writing(text));

    /// <summary>Writes text where nothing stands that would be lost; folders that are not there are made.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="force">Whether a file that holds anything else may be replaced: it may be somebody's work.</param>
    /// <exception cref="InputException">Another text stands there, or the place cannot be written to.</exception>
    public static void WriteIfFree(string path, string text, bool force)
    {
        RefuseOther(path, text, force);
        WriteAll([(path, Writing(text))]);
    }

    /// <summary>Refuses a file that is read, which what is written would replace.</summary>
    /// <param name="path">The file to be.</param>
    /// <param name="inputs">Files that are read.</param>
    /// <exception cref="InputException">It is one of them, whatever links lead there.</exception>
    public static void RefuseInput(string path, IEnumerable<string> inputs)
    {
        string real = RealPath(path);
        if (File.Exists(real) && inputs.Any(input => RealPath(input) == real))
        {
            throw new InputException(new Place(path), new Words(
                "is read, and would be replaced by what is written; name another file",
                "est lu, et serait remplacé par ce qui est écrit\u00a0; nommer un autre fichier"));
        }
    }

    /// <summary>Refuses a place that cannot be written to, before what is to stand there is made; nothing is left.</summary>
    private static void RefuseUnwritable(string path)
    {
        string full = RealPath(path), made = full;
        string? folder = Path.GetDirectoryName(full);
        while (folder is not null && !Directory.Exists(folder) && !File.Exists(folder))
        {
            (made, folder) = (folder, Path.GetDirectoryName(folder));
        }

        if (folder is null)
        {
            return;
        }

        try
        {
            string probe = AtomicFolder.Beside(made, "probe");
            File.Create(probe).Dispose();
            File.Delete(probe);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw File.Exists(folder)
                ? new InputException(new Place(path), new Words(
                    $"cannot be written: {folder} is a file", $"ne peut être écrit\u00a0: {folder} est un fichier"))
                : WriteFaults.CannotWrite(path, made, fault);
        }
    }

    /// <summary>Refuses, unless forced, a file that holds anything else.</summary>
    /// <exception cref="InputException">Another text stands there.</exception>
    public static void RefuseOther(string path, string text, bool force) => RefuseOther(path, there => there == text, force);

    /// <summary>
    /// Refuses, unless forced, a file that holds what cannot be the text to be, before that is made; and, forced too, a file in a folder
    /// that is not there while one of nearly its name is.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="canBe">Whether a text may be the one to be.</param>
    /// <param name="force">Whether the file may be replaced whatever it holds.</param>
    /// <exception cref="InputException">Another text stands there, or the place cannot be written to.</exception>
    public static void RefuseOther(string path, Predicate<string> canBe, bool force)
    {
        if (Directory.Exists(path))
        {
            throw new InputException(new Place(path), new Words(
                "is a folder; a file is expected", "est un dossier\u00a0; un fichier est attendu"));
        }

        RefuseDevice(path);
        RefuseNearFolder(path);
        RefuseUnwritable(path);
        if (!force && File.Exists(RealPath(path)) && !canBe(File.ReadAllText(path)))
        {
            throw new InputException(new Place(path), new Words(
                "exists and holds something else, perhaps your work; it is not replaced: name another file, or say --force",
                "existe et contient autre chose, peut-être votre travail\u00a0; il n’est pas remplacé\u00a0: nommer un autre fichier, "
                    + "ou dire --force"));
        }
    }

    /// <summary>Refuses a file in a folder that is not there while one of nearly its name is.</summary>
    /// <exception cref="InputException">There is such a folder.</exception>
    public static void RefuseNearFolder(string path)
    {
        if (DidYouMean.FolderOf(path) is (string missing, string meant))
        {
            throw new InputException(new Place(path), new Words(
                $"there is no folder {missing}; did you mean '{meant}'? Make the folder first if it is meant",
                $"il n’y a pas de dossier {missing}\u00a0; vouliez-vous dire «\u00a0{meant}\u00a0»\u00a0? Créer d’abord le dossier s’il "
                    + "est voulu"));
        }
    }

    /// <summary>Writes what an action puts into a stream.</summary>
    /// <exception cref="InputException">The place cannot be written to.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string full = RealPath(path), beside = AtomicFolder.Beside(full, Partial);
        try
        {
            Begin(path, beside, write);
            File.Move(beside, full, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw WriteFaults.CannotWrite(path, full, fault);
        }
        finally
        {
            RemoveIfThere(beside);
        }
    }

    /// <summary>Writes several files: none takes its place before all are written. Folders that are not there are made.</summary>
    /// <exception cref="InputException">A place cannot be written to; all files are as before.</exception>
    public static void WriteAll(IReadOnlyList<(string Path, Action<Stream> Write)> files)
    {
        var around = new List<MadeFolders>();
        (string Said, string Full, string Beside, Action<Stream> Write)[] all = [.. files.Select(file =>
            (file.Path, RealPath(file.Path), AtomicFolder.Beside(RealPath(file.Path), Partial), file.Write))];
        (string said, string full) = (all[0].Said, all[0].Full);
        try
        {
            foreach ((string Said, string Full, string Beside, Action<Stream> Write) file in all)
            {
                (said, full) = (file.Said, file.Full);
                around.Add(MadeFolders.Make(Path.GetDirectoryName(full)!));
                Begin(said, file.Beside, file.Write);
            }

            foreach ((string Said, string Full, string Beside, Action<Stream> Write) file in all)
            {
                (said, full) = (file.Said, file.Full);
                File.Move(file.Beside, full, overwrite: true);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw WriteFaults.CannotWrite(said, full, fault);
        }
        finally
        {
            Array.ForEach(all, file => RemoveIfThere(file.Beside));
            around.ForEach(made => made.RemoveEmpty());
        }
    }

    /// <summary>The file that a path means, its link followed.</summary>
    public static string RealPath(string path)
    {
        string full = Path.GetFullPath(path);
        full = Path.GetDirectoryName(full) is { } folder ? Path.Combine(AtomicFolder.RealPath(folder), Path.GetFileName(full)) : full;
        return new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
    }

    /// <summary>Refuses what is there and is no file.</summary>
    /// <exception cref="InputException">It is a device or a pipe, whatever links lead there.</exception>
    public static void RefuseDevice(string path)
    {
        // What /dev/stdout leads to may be a pipe, which has no name elsewhere.
        if (InputText.IsDevice(path) || RealPath(path).StartsWith("/proc/", StringComparison.Ordinal))
        {
            throw new InputException(new Place(path), new Words(
                "is a device or a pipe; a file is expected", "est un périphérique ou un tube\u00a0; un fichier est attendu"));
        }
    }

    private static void Begin(string said, string beside, Action<Stream> write)
    {
        RefuseDevice(said);
        using var stream = File.Create(beside);
        write(stream);
    }

    private static Action<Stream> Writing(string text) => stream =>
    {
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    };

    private static void RemoveIfThere(string beside)
    {
        if (File.Exists(beside))
        {
            File.Delete(beside);
        }
    }
}
