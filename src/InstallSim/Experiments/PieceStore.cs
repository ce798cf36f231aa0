using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Experiments;

/// <summary>How pieces of work of a kind are kept in files.</summary>
/// <param name="NameOf">Name of the file of a piece, from 0.</param>
/// <param name="Write">Writes a piece; the file is whole or absent.</param>
/// <param name="Read">Reads one; throws <see cref="InvalidDataException"/> where it is damaged or of something else.</param>
/// <param name="Called">What finished pieces are called.</param>
internal sealed record PieceFile<T>(
    Func<int, string> NameOf, Action<string, RunIdentity, int, T> Write, Func<string, RunIdentity, int, T> Read,
    CountedWords Called);

/// <summary>
/// Keeps finished pieces of work (replications, points) beside the results folder while they are made, so that what was stopped can go
/// on, and takes those of finished results when more are asked for. Only its own files are ever removed. One process has it at a time: the
/// lock on the results folder holds for it too.
/// </summary>
/// <typeparam name="T">A piece.</typeparam>
internal class PieceStore<T> where T : class
{
    private readonly PieceFile<T> _file;
    private readonly string _folder;
    private readonly string[] _finished;
    private readonly bool _isMerge;
    private readonly RunIdentity _identity;
    private readonly Action<Words> _tell;

    /// <summary>Opens a store.</summary>
    /// <param name="file">How a piece is kept.</param>
    /// <param name="folder">Folder of the store.</param>
    /// <param name="identity">What is run.</param>
    /// <param name="asked">How many pieces.</param>
    /// <param name="leftovers">What to do with what is there.</param>
    /// <param name="tell">Told of files that cannot be used; called from several threads.</param>
    /// <param name="finished">Folders of the pieces of finished results; none when null.</param>
    /// <exception cref="InputException">Pieces are there that would be thrown away, or files that are not the program's.</exception>
    public PieceStore(
        PieceFile<T> file, string folder, RunIdentity identity, int asked, Leftovers leftovers, Action<Words> tell,
        IReadOnlyList<string>? finished = null)
    {
        (_file, _folder, _identity, _tell) = (file, folder, identity, tell);
        _finished = leftovers.Resume ? [.. (finished ?? []).Where(Directory.Exists)] : [];
        _isMerge = leftovers.Shards is not null;
        RunIdentity? there = StoreFolder.IdentityOf(folder);
        if (there is null && StoreFolder.HoldsOthers(folder))
        {
            throw new InputException(new Place(folder), new Words(
                $"is where {file.Called.Many.English} are kept, but holds files that this program did not write, or that an older version "
                    + "wrote; move it away, or name another --out",
                $"est l’endroit où sont les {file.Called.Many.French}, mais contient des fichiers que ce programme n’a pas écrits, ou "
                    + "qu’une version antérieure a écrits\u00a0; le déplacer, ou nommer un autre --out"));
        }

        if (there is not null && StoreFolder.Pieces(folder) is { Length: > 0 and var kept })
        {
            Judge(kept, asked, leftovers);
        }

        if (_isMerge)
        {
            return; // nothing is run, so that nothing is kept
        }

        Directory.CreateDirectory(folder);
        AtomicFile.Write(Path.Combine(folder, StoreFolder.IdentityFile), identity.Text);
    }

    /// <summary>A finished piece, or null; one that cannot be used, and stands nowhere else, is told and counts as absent.</summary>
    /// <exception cref="InputException">Shards are merged, and none has the piece.</exception>
    public T? TryLoad(int piece)
    {
        var faults = new List<(string Path, string Why)>();
        T? found = ((string[])[_folder, .. _finished]).Select(folder => TryLoad(folder, piece, faults)).FirstOrDefault(f => f is not null);
        if (found is null && _isMerge)
        {
            string file = _file.NameOf(piece), why = string.Concat(faults.Select(fault => $"; {fault.Path} {fault.Why}"));
            throw new InputException(new Place("merge"), new Words(
                $"no shard has {file} of this run{why}", $"aucune part n’a {file} de ce calcul"));
        }

        foreach ((string path, string why) in found is null ? faults : [])
        {
            _tell(new Words($"{path}: {why}; it is run again", $"{path}\u00a0: inutilisable, donc à refaire"));
        }

        return found;
    }

    /// <summary>How many pieces are there without a gap, from the first on; whether they can be read is not looked at.</summary>
    /// <param name="most">As many as may be wanted.</param>
    public int Unbroken(int most)
    {
        int count = 0;
        while (count < most && (Has(_folder) || _finished.Any(Has)))
        {
            count++;
        }

        return count;

        bool Has(string folder) => File.Exists(Path.Combine(folder, _file.NameOf(count)));
    }

    /// <summary>Keeps a finished piece.</summary>
    public void Save(int piece, T result) => _file.Write(Path.Combine(_folder, _file.NameOf(piece)), _identity, piece, result);

    private void Judge(int kept, int asked, Leftovers leftovers)
    {
        Words? others = StoreFolder.Others(_folder, _identity, _file.Called);
        if (others is null && leftovers.Resume && kept <= asked)
        {
            return;
        }

        if (!leftovers.Force)
        {
            Words found = _file.Called.Of(kept);
            throw new InputException(new Place(_folder), others is not null
                ? new Words($"{others.English}; name another --out, or --force begins anew",
                    $"{others.French}\u00a0; nommer un autre --out, ou --force recommence à neuf")
                : leftovers.Resume
                ? new Words($"holds {found.English} of this run, more than the {asked} asked for; --force begins anew",
                    $"contient {found.French} de ce calcul, plus qu’il n’en est demandé ({asked})\u00a0; --force recommence à neuf")
                : new Words($"holds {found.English} of this run; --resume goes on, --force begins anew",
                    $"contient {found.French} de ce calcul\u00a0; --resume continue, --force recommence à neuf"));
        }

        StoreFolder.Remove(_folder);
    }

    private T? TryLoad(string folder, int piece, List<(string Path, string Why)> faults)
    {
        string path = Path.Combine(folder, _file.NameOf(piece));
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return _file.Read(path, _identity, piece);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            faults.Add((path, fault.Message));
            return null;
        }
    }
}
