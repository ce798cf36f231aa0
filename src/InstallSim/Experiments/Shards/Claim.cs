using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Experiments.Shards;

/// <summary>What a folder holds finished.</summary>
/// <param name="Shard">The part; null for a whole.</param>
/// <param name="Identity">Of the run.</param>
internal sealed record Held(Shard? Shard, RunIdentity Identity);

/// <summary>
/// What is to be made in a folder, so that it never takes the place of another's work, finished or not, unless that is asked for.
/// </summary>
/// <param name="Folder">The folder to be.</param>
/// <param name="Mark">A file that every folder of the kind has.</param>
/// <param name="Asked">The part that is made; null for a whole.</param>
/// <param name="Identity">Of the run, as finished folders have it.</param>
/// <param name="Positions">The pieces that are made.</param>
internal sealed record Claim(string Folder, string Mark, Shard? Asked, RunIdentity Identity, IReadOnlyCollection<int> Positions)
{
    /// <summary>What finished pieces are called.</summary>
    public required CountedWords Called { get; init; }

    /// <summary>Reads what the folder holds finished; null where it is no folder of the kind.</summary>
    public required Func<Held?> Read { get; init; }

    /// <summary>Where finished pieces of the run are kept, part by part, and their identity; none where they are not touched.</summary>
    public IReadOnlyList<(string Folder, RunIdentity Identity)> Pieces { get; init; } = [];

    /// <summary>Files that the run is made from.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Files that may be written.</summary>
    public required IEnumerable<string> Files { get; init; }

    /// <summary>Folders and files that are read beside the sources.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>Why results in the folder, of whatever run, do not give way to those of other files; null where they do.</summary>
    public Words? Kept => MadeFrom.Of(Folder, Sources).WhyKept(Folder);

    /// <summary>Takes the folder and checks it.</summary>
    /// <param name="leftovers">What becomes of what is there.</param>
    /// <param name="tell">Told what will be replaced.</param>
    /// <exception cref="InputException">It holds something else, another run writes it, or it cannot be written to.</exception>
    public AtomicFolder Begin(Leftovers leftovers, Action<Words> tell)
    {
        AtomicFolder target = AtomicFolder.CreateOf(Folder, leftovers.Force, Mark, Sources, Inputs).For(Files);
        try
        {
            if (!leftovers.Force)
            {
                CheckFinished(leftovers.Resume, tell);
                CheckPieces();
            }

            return target;
        }
        catch (Exception)
        {
            target.Dispose();
            throw;
        }
    }

    /// <summary>What stands in the folder, finished or not, that is of something else.</summary>
    public IReadOnlyList<InputError> Others()
    {
        var others = new InputErrors();
        if (Read() is { } there && (there.Shard != Asked || there.Identity.Hash != Identity.Hash))
        {
            others.Add(new Place(Folder), Holds(there));
        }
        else if (Kept is { } why)
        {
            others.Add(new Place(Folder), why);
        }

        if (StrangePieces() is { } pieces)
        {
            others.Add(pieces.Place, pieces.What);
        }

        return others.All;
    }

    /// <summary>
    /// Refuses finished work of something else; a whole may take the place of one not larger, but if something shall be gone on with
    /// only where pieces of it are kept.
    /// </summary>
    private void CheckFinished(bool resume, Action<Words> tell)
    {
        if (Read() is not { } there)
        {
            return;
        }

        (bool isSame, bool isWhole) = (there.Identity.Hash == Identity.Hash, there.Shard is null && Asked is null);
        Words? more = isWhole ? RunSize.More(there.Identity, Identity) : null;
        if (more is not null && !resume)
        {
            throw new InputException(new Place(Folder), new Words(
                $"holds a finished sweep of {more.English}; name another --out, or --force replaces it",
                $"contient un balayage terminé de {more.French}\u00a0; nommer un autre --out, ou --force le remplace"));
        }

        if (isSame ? there.Shard == Asked : isWhole && (!resume || (more is null && ExperimentRunner.HasKept(Folder))))
        {
            if (!isSame)
            {
                tell(FolderWords.Replaced(Folder, new Words($"it {Holds(there).English}", $"il {Holds(there).French}")));
            }

            return;
        }

        Words why = isWhole ? new Words("--resume goes on with the same run alone", "--resume ne poursuit que le même calcul")
            : Asked is { } shard
            ? new Words($"shard {shard} of this run needs a folder of its own", $"la part {shard} de ce calcul veut un dossier à elle")
            : new Words("all of this run needs a folder of its own", "ce calcul entier veut un dossier à lui");
        throw new InputException(new Place(Folder), new Words(
            $"{Holds(there).English}; {why.English}: name another --out, or --force replaces it",
            $"{Holds(there).French}\u00a0; {why.French}\u00a0: nommer un autre --out, ou --force le remplace"));
    }

    private void CheckPieces()
    {
        if (StrangePieces() is { } pieces)
        {
            throw new InputException(pieces.Place, new Words($"{pieces.What.English}; name another --out, or --force begins anew",
                $"{pieces.What.French}\u00a0; nommer un autre --out, ou --force recommence à neuf"));
        }
    }

    /// <summary>Kept pieces of another run, or that are not asked for: what finishes here throws them away.</summary>
    private (Place Place, Words What)? StrangePieces()
    {
        if (Pieces.Count == 0)
        {
            return null;
        }

        foreach ((string store, RunIdentity identity) in Pieces)
        {
            if (StoreFolder.Others(store, identity, Called) is { } others)
            {
                return (new Place(store), others);
            }
        }

        (string root, HashSet<int> wanted) = (ExperimentRunner.StoreOf(Folder), [.. Positions]);
        int count = StoreFolder.Stores(root).Sum(store => StoreFolder.Pieces(store).Count(piece => !wanted.Contains(piece)));
        Words now = Asked is null ? new Words("this", "ceci") : new Words($"shard {Asked}", $"la part {Asked}");
        Words found = Called.Of(count);
        return count == 0 ? null : (new Place(root), new Words(
            $"holds {found.English} that {now.English} does not ask for, of another shard",
            $"contient {found.French} que {now.French} ne demande pas, d’une autre part"));
    }

    private Words Holds(Held there)
    {
        Words what = there.Shard is { } shard
            ? new Words($"shard {shard} of", $"la part {shard} d")
            : new Words("a finished sweep of", "un balayage terminé d");
        return there.Identity.DifferenceFrom(Identity) is { } difference
            ? new Words($"holds {what.English} a run that differs from this one in {difference.English}",
                $"contient {what.French}’un calcul qui diffère de celui-ci par {difference.French}")
            : new Words($"holds {what.English} this run", $"contient {what.French}e ce calcul");
    }
}
