using System.Text.RegularExpressions;
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
internal sealed partial class ReplicationStore
{
    private const string IdentityFile = "identity.txt";

    private readonly string _folder;
    private readonly string? _finished;
    private readonly RunIdentity _identity;
    private readonly Action<Words> _tell;

    /// <summary>Opens the store of an experiment.</summary>
    /// <param name="folder">Folder of the store.</param>
    /// <param name="identity">What is run.</param>
    /// <param name="asked">How many replications.</param>
    /// <param name="leftovers">What to do with what is there.</param>
    /// <param name="tell">Told of files that cannot be used; called from several threads.</param>
    /// <param name="finished">Folder of the replications of finished results; null when there are none.</param>
    /// <exception cref="InputException">Replications are there that would be thrown away, or files that are not the program's.</exception>
    public ReplicationStore(
        string folder, RunIdentity identity, int asked, Leftovers leftovers, Action<Words> tell, string? finished = null)
    {
        (_folder, _identity, _tell) = (folder, identity, tell);
        _finished = leftovers.Resume && finished is not null && Directory.Exists(finished) ? finished : null;
        RunIdentity? there = IdentityOf(folder);
        if (there is null && HoldsOthers(folder))
        {
            throw new InputException(new Place(folder), new Words(
                "is where finished replications are kept, but holds files that this program did not write, or that an older version wrote; "
                    + "move it away, or name another --out",
                "est l’endroit où les réplications terminées sont gardées, mais contient des fichiers que ce programme n’a pas écrits, ou "
                    + "qu’une version antérieure a écrits\u00a0; le déplacer, ou nommer un autre --out"));
        }

        if (there is not null && Own(folder).Count(IsReplication) is > 0 and var kept)
        {
            Judge(there, kept, asked, leftovers);
        }

        Directory.CreateDirectory(folder);
        AtomicFile.Write(Path.Combine(folder, IdentityFile), identity.Text);
    }

    /// <summary>A finished replication, or null; one that cannot be used is told and counts as absent.</summary>
    public ReplicationResult? TryLoad(int replication) => TryLoad(_folder, replication)
        ?? (_finished is null ? null : TryLoad(_finished, replication));

    /// <summary>How many replications are there without a gap, from the first on; whether they can be read is not looked at.</summary>
    /// <param name="most">As many as may be wanted.</param>
    public int Unbroken(int most)
    {
        int count = 0;
        while (count < most && (Has(_folder) || Has(_finished)))
        {
            count++;
        }

        return count;

        bool Has(string? folder) => folder is not null && File.Exists(Path.Combine(folder, ReplicationFile.NameOf(count)));
    }

    /// <summary>Keeps a finished replication.</summary>
    public void Save(ReplicationResult result) =>
        ReplicationFile.Write(Path.Combine(_folder, ReplicationFile.NameOf(result.Replication)), _identity, result);

    /// <summary>Removes a store and those inside it: the program's own files, and folders that are empty then.</summary>
    public static void Remove(string folder)
    {
        if (IdentityOf(folder) is null)
        {
            return;
        }

        foreach (string inside in Directory.GetDirectories(folder))
        {
            Remove(inside);
        }

        // Its identity last: it says whose the others are.
        foreach (string file in Own(folder).OrderBy(file => Path.GetFileName(file) == IdentityFile))
        {
            File.Delete(file);
        }

        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }

    /// <summary>Whose a store is; null where it is none, or a link.</summary>
    private static RunIdentity? IdentityOf(string folder)
    {
        var mark = new FileInfo(Path.Combine(folder, IdentityFile));
        return mark is { Exists: true, LinkTarget: null } && new DirectoryInfo(folder).LinkTarget is null
            ? RunIdentity.Parse(File.ReadAllText(mark.FullName))
            : null;
    }

    /// <summary>Whether something is there that a killed save did not leave.</summary>
    private static bool HoldsOthers(string folder) => new DirectoryInfo(folder).LinkTarget is not null
        || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any(path => !IsOwnName(Path.GetFileName(path))
            || Path.GetFileName(path) == IdentityFile));

    private static IEnumerable<string> Own(string folder) =>
        Directory.GetFiles(folder).Where(path => IsOwnName(Path.GetFileName(path)) && new FileInfo(path).LinkTarget is null);

    private static bool IsReplication(string path) => !Path.GetFileName(path).StartsWith('.') && Path.GetFileName(path) != IdentityFile;

    private static bool IsOwnName(string name) => OwnName().IsMatch(name);

    [GeneratedRegex(@"^(replication-\d{5}\.bin|identity\.txt|\.(replication-\d{5}\.bin|identity\.txt)\.installsim-partial)$")]
    private static partial Regex OwnName();

    private void Judge(RunIdentity there, int kept, int asked, Leftovers leftovers)
    {
        string[] differences = there.Differences(_identity);
        if (differences.Length == 0 && leftovers.Resume && kept <= asked)
        {
            return;
        }

        if (!leftovers.Force)
        {
            string said = string.Join("; ", differences);
            throw new InputException(new Place(_folder), differences.Length > 0
                ? new Words(
                    $"holds {kept} finished replications of another run, which differs in {said}; "
                        + "name another --out, or --force throws them away",
                    $"contient {kept} réplications terminées d’un autre calcul, qui diffère par {said}\u00a0; "
                        + "nommer un autre --out, ou --force les jette")
                : leftovers.Resume
                ? new Words($"holds {kept} finished replications of this run, more than the {asked} asked for; --force throws them away",
                    $"contient {kept} réplications terminées de ce calcul, plus que les {asked} demandées\u00a0; --force les jette")
                : new Words($"holds {kept} finished replications of this run; --resume goes on with them, --force begins anew",
                    $"contient {kept} réplications terminées de ce calcul\u00a0; --resume les reprend, --force recommence à neuf"));
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
