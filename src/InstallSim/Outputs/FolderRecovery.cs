using InstallSim.Inputs;

namespace InstallSim.Outputs;

/// <summary>
/// The steps by which an <see cref="AtomicFolder"/> replaces files, each of which the next run can finish when one is killed amid them.
/// </summary>
internal static class FolderRecovery
{
    private const string Partial = "partial", Mark = "mark";
    private static readonly string[] Moving = ["adding", "replacing"];

    /// <summary>Makes the folder that files are written into, beside a file that says that it is the program's.</summary>
    public static void BeginPartial(string full)
    {
        File.Create(AtomicFolder.Beside(full, Mark)).Dispose();
        Directory.CreateDirectory(AtomicFolder.Beside(full, Partial));
    }

    /// <summary>Removes both, the file last.</summary>
    public static void EndPartial(string full)
    {
        Remove(AtomicFolder.Beside(full, Partial));
        if (!Directory.Exists(AtomicFolder.Beside(full, Partial)))
        {
            File.Delete(AtomicFolder.Beside(full, Mark));
        }
    }

    /// <summary>Puts right what a killed run left. Called under the lock.</summary>
    /// <exception cref="InputException">Former results stand aside, and something else at their place; or a folder that is not the
    /// program's has a name that it keeps for itself.</exception>
    public static void Recover(string full, string said)
    {
        RefuseSomebodys(full, said);
        string old = AtomicFolder.Beside(full, "old");
        if (Directory.Exists(old) && !Directory.Exists(full))
        {
            Directory.Move(old, full);
        }

        if (Directory.Exists(old) && FileList.Read(full).Paths.Count == 0)
        {
            throw new InputException(new Place(said), new Words(
                $"is in the way of former results, which stand in {old} since a run was stopped: move one of the two away",
                $"est à la place d’anciens résultats, qui se trouvent dans {old} depuis qu’un calcul a été arrêté\u00a0: déplacer "
                    + "l’un des deux"));
        }

        Retire(old, full);
        FinishMoving(full, AtomicFolder.Beside(full, "adding"), replaces: false, force: false);
        FinishMoving(full, AtomicFolder.Beside(full, "replacing"), replaces: true, force: false);
        EndPartial(full);
    }

    /// <summary>Refuses folders that the program would remove, where nothing says that it made them.</summary>
    private static void RefuseSomebodys(string full, string said)
    {
        bool IsOurs(string what) => what == Partial
            ? File.Exists(AtomicFolder.Beside(full, Mark))
            : AtomicFolder.Beside(full, what) is var moving && File.Exists(Path.Combine(moving, FileList.Name))
                && !FileList.Read(moving).IsSomebodys;
        foreach (string folder in ((string[])[Partial, .. Moving]).Where(what => !IsOurs(what))
            .Select(what => AtomicFolder.Beside(full, what)).Where(Directory.Exists))
        {
            throw new InputException(new Place(said), new Words(
                $"is prepared in {folder}, where a folder stands that this program did not make, or that an older version made: "
                    + "move it away",
                $"est préparé dans {folder}, où se trouve un dossier que ce programme n’a pas fait, ou qu’une version antérieure a "
                    + "fait\u00a0: le déplacer"));
        }
    }

    /// <summary>
    /// Removes former results once the new ones stand in their place, their list last; what somebody put there meanwhile moves over.
    /// </summary>
    public static void Retire(string old, string target)
    {
        if (!Directory.Exists(old))
        {
            return;
        }

        FileList list = FileList.Read(old);
        foreach (string file in FileList.Entries(old).Where(file => file != FileList.Name))
        {
            string from = Path.Combine(old, file), to = Path.Combine(target, file);
            if (list.Has(file))
            {
                File.Delete(from);
            }
            else if (!Path.Exists(to))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                Directory.Move(from, to);
            }
        }

        if (FileList.Entries(old).All(file => file == FileList.Name || Directory.Exists(Path.Combine(old, file))))
        {
            Remove(old);
        }
    }

    /// <summary>
    /// Moves files that are written whole into their folder, one by one, and lists them there at the end; former files of the program that
    /// are no longer part of it go. What somebody put in the way meanwhile stays, and the file of that name is given up.
    /// </summary>
    public static void FinishMoving(string target, string moving, bool replaces, bool force)
    {
        if (!Directory.Exists(moving))
        {
            return;
        }

        Directory.CreateDirectory(target);
        FileList added = FileList.Read(moving), there = FileList.Read(target);
        string[] gone = replaces ? [.. there.Paths.Except(added.Paths)] : [];
        foreach (string file in gone.Where(file => there.IsOwn(file) || (force && there.Has(file))))
        {
            File.Delete(Path.Combine(target, file));
        }

        foreach (string file in added.Paths.Where(file => File.Exists(Path.Combine(moving, file))))
        {
            if (force || there.InTheWayOf(file) is null)
            {
                string to = Path.Combine(target, file);
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Move(Path.Combine(moving, file), to, overwrite: true);
            }
        }

        there.Change(gone, added, replaces);
        Remove(moving);
    }

    /// <summary>
    /// Removes a folder of ours, its list last. If a file in it is held open, the hidden rest stays: that must not turn
    /// success into failure, nor hide a failure.
    /// </summary>
    public static void Remove(string path)
    {
        try
        {
            if (!Directory.Exists(path))
            {
                return;
            }

            Array.ForEach(Directory.GetDirectories(path), inside => Directory.Delete(inside, recursive: true));
            Array.ForEach([.. Directory.GetFiles(path).Where(file => Path.GetFileName(file) != FileList.Name)], File.Delete);
            Directory.Delete(path, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
        }
    }
}
