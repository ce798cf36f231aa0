using InstallSim.Inputs;

namespace InstallSim.Outputs;

/// <summary>A file that has its old or its new content at any time, never a part: written beside its place, then renamed.</summary>
public static class AtomicFile
{
    /// <summary>Writes text.</summary>
    /// <exception cref="InputException">The place cannot be written to.</exception>
    public static void Write(string path, string text) => Write(path, stream =>
    {
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    });

    /// <summary>Writes text where nothing stands that would be lost; folders that are not there are made.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="force">Whether a file that holds anything else may be replaced: it may be somebody's work.</param>
    /// <exception cref="InputException">Another text stands there, or the place cannot be written to.</exception>
    public static void WriteIfFree(string path, string text, bool force)
    {
        RefuseOther(path, text, force);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw WriteFaults.CannotWrite(path, Path.GetFullPath(path), fault);
        }

        Write(path, text);
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
    /// <exception cref="InputException">Another text stands there.</exception>
    public static void RefuseOther(string path, Predicate<string> canBe, bool force)
    {
        if (Directory.Exists(path))
        {
            throw new InputException(new Place(path), new Words(
                "is a folder; a file is expected", "est un dossier\u00a0; un fichier est attendu"));
        }

        RefuseNearFolder(path);
        if (!force && File.Exists(path) && !InputText.IsDevice(path) && !canBe(File.ReadAllText(path)))
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
        string full = Path.GetFullPath(path);
        full = new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
        if (InputText.IsDevice(full))
        {
            throw new InputException(new Place(path), new Words(
                "is a device or a pipe; a file is expected", "est un périphérique ou un tube\u00a0; un fichier est attendu"));
        }

        string beside = AtomicFolder.Beside(full, "partial");
        try
        {
            using (var stream = File.Create(beside))
            {
                write(stream);
            }

            File.Move(beside, full, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw WriteFaults.CannotWrite(path, full, fault);
        }
        finally
        {
            if (File.Exists(beside))
            {
                File.Delete(beside);
            }
        }
    }
}
