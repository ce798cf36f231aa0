using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Experiments;

/// <summary>What to do with work that former calls left.</summary>
/// <param name="Resume">Takes finished replications of the same run.</param>
/// <param name="Force">Throws away finished replications that are not taken.</param>
public readonly record struct Leftovers(bool Resume, bool Force);

/// <summary>
/// Keeps finished replications beside the results folder while an experiment runs, so that one that was stopped can go on, and takes those
/// of finished results when more are asked for. Only its own files are ever removed. One process has it at a time: the lock on the results
/// folder holds for it too.
/// </summary>
internal sealed class ReplicationStore
{
    private const string IdentityFile = "identity.txt", Files = "replication-*.bin";

    private readonly string _folder;
    private readonly string? _finished;
    private readonly RunIdentity _identity;
    private readonly Action<Words> _tell;

    /// <summary>Opens the store of an experiment.</summary>
    /// <param name="folder">Folder of the store.</param>
    /// <param name="identity">What is run.</param>
    /// <param name="leftovers">What to do with what is there.</param>
    /// <param name="tell">Told of files that cannot be used; called from several threads.</param>
    /// <param name="finished">Folder of the replications of finished results; null when there are none.</param>
    /// <exception cref="InputException">Replications are there that would be thrown away, or files that are not the program's.</exception>
    public ReplicationStore(string folder, RunIdentity identity, Leftovers leftovers, Action<Words> tell, string? finished = null)
    {
        (_folder, _identity, _tell) = (folder, identity, tell);
        _finished = leftovers.Resume && finished is not null && Directory.Exists(finished) ? finished : null;
        string mark = Path.Combine(folder, IdentityFile);
        int kept = Directory.Exists(folder) ? Directory.GetFiles(folder, Files).Length : 0;
        if (Directory.Exists(folder) && !File.Exists(mark) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new InputException(new Place(folder), new Words(
                "is where finished replications are kept, but holds files that this program did not write, or that an older version wrote; "
                    + "move it away, or name another --out",
                "est l’endroit où les réplications terminées sont gardées, mais contient des fichiers que ce programme n’a pas écrits, ou "
                    + "qu’une version antérieure a écrits\u00a0; le déplacer, ou nommer un autre --out"));
        }

        if (kept > 0)
        {
            Judge(RunIdentity.Parse(File.ReadAllText(mark)), kept, leftovers);
        }

        Directory.CreateDirectory(folder);
        AtomicFile.Write(mark, identity.Text);
    }

    /// <summary>A finished replication, or null; one that cannot be used is told and counts as absent.</summary>
    public ReplicationResult? TryLoad(int replication) => TryLoad(_folder, replication)
        ?? (_finished is null ? null : TryLoad(_finished, replication));

    /// <summary>Keeps a finished replication.</summary>
    public void Save(ReplicationResult result) =>
        ReplicationFile.Write(Path.Combine(_folder, ReplicationFile.NameOf(result.Replication)), _identity, result);

    /// <summary>Removes a store and those inside it: the program's own files, and folders that are empty then.</summary>
    public static void Remove(string folder)
    {
        if (!Directory.Exists(folder) || !File.Exists(Path.Combine(folder, IdentityFile)))
        {
            return;
        }

        foreach (string inside in Directory.GetDirectories(folder))
        {
            Remove(inside);
        }

        foreach (string file in Directory.GetFiles(folder, Files).Append(Path.Combine(folder, IdentityFile)))
        {
            File.Delete(file);
        }

        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }

    private void Judge(RunIdentity there, int kept, Leftovers leftovers)
    {
        string[] differences = [.. there.Differences(_identity)];
        if (differences.Length == 0 && leftovers.Resume)
        {
            return;
        }

        if (!leftovers.Force)
        {
            string said = string.Join("; ", differences);
            throw new InputException(new Place(_folder), differences.Length == 0
                ? new Words($"holds {kept} finished replications of this run; --resume goes on with them, --force begins anew",
                    $"contient {kept} réplications terminées de ce calcul\u00a0; --resume les reprend, --force recommence à neuf")
                : new Words(
                    $"holds {kept} finished replications of another run, which differs in {said}; "
                        + "name another --out, or --force throws them away",
                    $"contient {kept} réplications terminées d’un autre calcul, qui diffère par {said}\u00a0; "
                        + "nommer un autre --out, ou --force les jette"));
        }

        Remove(_folder);
    }

    private ReplicationResult? TryLoad(string folder, int replication)
    {
        string path = Path.Combine(folder, ReplicationFile.NameOf(replication));
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return ReplicationFile.Read(path, _identity, replication);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            _tell(new Words($"{path}: {fault.Message}; it is run again", $"{path}\u00a0: inutilisable\u00a0; la réplication est refaite"));
            return null;
        }
    }
}
