using InstallSim.Inputs;

namespace InstallSim.Experiments.Shards;

/// <summary>A shard that was read.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Shard">Which part it is; null where it is no part, but a whole.</param>
/// <param name="Identity">What was run, lines <c>what: value</c>.</param>
/// <param name="Content">What its folder says of itself.</param>
public sealed record ReadShard<T>(string Folder, Shard? Shard, string Identity, T Content);

/// <summary>Checks that folders are all shards of one thing, each once.</summary>
public static class ShardSet
{
    /// <summary>Reads shards in any order.</summary>
    /// <param name="folders">Their folders.</param>
    /// <param name="read">Reads one.</param>
    /// <param name="called">What they are shards of.</param>
    /// <returns>All shards in their order.</returns>
    /// <exception cref="InputException">One is missing, there twice, of something else, changed or no shard; all is said.</exception>
    public static IReadOnlyList<ReadShard<T>> Read<T>(IReadOnlyList<string> folders, Func<string, ReadShard<T>> read, Words called)
    {
        var errors = new InputErrors();
        var shards = new List<ReadShard<T>>();
        var refused = new List<Shard?>();
        foreach (string folder in folders)
        {
            try
            {
                ReadShard<T> next = read(folder);
                if (WhyNot(next, shards, called) is { } why)
                {
                    errors.Add(new Place(folder), why);
                    refused.Add(next.Shard);
                }
                else
                {
                    shards.Add(next);
                }
            }
            catch (InputException fault)
            {
                errors.Add(fault.Errors);
                refused.Add(null);
            }
        }

        AddMissing(shards, refused, errors);
        errors.ThrowIfAny();
        return [.. shards.OrderBy(s => s.Shard!.Number)];
    }

    /// <summary>Numbers of shards as ranges, such as <c>3,17,20-25</c>.</summary>
    /// <param name="numbers">In ascending order.</param>
    public static string Ranges(IEnumerable<int> numbers)
    {
        var ranges = new List<(int From, int Until)>();
        foreach (int number in numbers)
        {
            if (ranges.Count > 0 && ranges[^1].Until == number - 1)
            {
                ranges[^1] = (ranges[^1].From, number);
            }
            else
            {
                ranges.Add((number, number));
            }
        }

        return string.Join(',', ranges.Select(r =>
            r.From == r.Until ? FormattableString.Invariant($"{r.From}") : FormattableString.Invariant($"{r.From}-{r.Until}")));
    }

    private static Words? WhyNot<T>(ReadShard<T> next, List<ReadShard<T>> shards, Words called)
    {
        if (next.Shard is not { } shard)
        {
            return new Words(
                $"is a whole {called.English}, and no shard of one", $"est un {called.French} entier, et non une part");
        }

        ReadShard<T>? first = shards.FirstOrDefault();
        if (first is not null && RunIdentity.Parse(first.Identity)!.DifferenceFrom(RunIdentity.Parse(next.Identity)!) is { } difference)
        {
            return new Words(
                $"is of another {called.English} than {first.Folder}: {difference.English}",
                $"est d’un autre {called.French} que {first.Folder}\u00a0: {difference.French}");
        }

        if (first is not null && shard.Of != first.Shard!.Of)
        {
            return new Words(
                $"is shard {shard}, but {first.Folder} is shard {first.Shard}: shards of as many parts belong together",
                $"est la part {shard}, mais {first.Folder} est la part {first.Shard}\u00a0: vont ensemble les parts d’un même nombre");
        }

        return shards.FirstOrDefault(s => s.Shard == shard) is { Folder: { } twice }
            ? new Words($"is shard {shard}, as {twice} is: each once", $"est la part {shard}, comme {twice}\u00a0: une fois chacune")
            : null;
    }

    /// <summary>Says which shards are missing; what is refused stands for the shard that it says it is, or for one unknown.</summary>
    private static void AddMissing<T>(List<ReadShard<T>> shards, List<Shard?> refused, InputErrors errors)
    {
        int of = shards.Count > 0 ? shards[0].Shard!.Of : 0;
        int[] said = [.. refused.OfType<Shard>().Where(s => s.Of == of).Select(s => s.Number)];
        int[] missing = [.. Enumerable.Range(1, of).Except(shards.Select(s => s.Shard!.Number)).Except(said)];
        int unknown = refused.Count - said.Length, count = missing.Length - unknown;
        if (count > 0)
        {
            string names = string.Join(", ", missing.Take(10).Select(i => new Shard(i, of)))
                + (missing.Length > 10 ? $" … ({missing.Length})" : "");
            errors.Add(new Place("merge"), unknown == 0
                ? new Words($"shards are missing: {names}", $"des parts manquent\u00a0: {names}")
                : new Words($"shards are missing, beside what is refused: {count} of {names}",
                    $"des parts manquent, outre ce qui est refusé\u00a0: {count} parmi {names}"));
        }
    }
}
