using InstallSim.Inputs;

namespace InstallSim.Experiments.Sweeps;

/// <summary>Puts the shards of a sweep together: the same bytes as of one machine.</summary>
public static class SweepMerge
{
    /// <summary>Checks that folders are all shards of one sweep, each once.</summary>
    /// <returns>Their manifests, in the order of the shards, with their folders.</returns>
    /// <exception cref="InputException">One is missing, there twice, of another sweep, changed or no shard; all is said.</exception>
    public static IReadOnlyList<(string Folder, SweepManifest Manifest)> Read(IReadOnlyList<string> folders)
    {
        var errors = new InputErrors();
        var shards = new List<(string Folder, SweepManifest Manifest, Shard Shard)>();
        foreach (string folder in folders)
        {
            try
            {
                Add(folder, SweepManifest.Read(folder), shards, errors);
            }
            catch (InputException refused)
            {
                errors.Add(refused.Errors);
            }
        }

        if (shards.Count > 0 && shards[0].Shard.Of is var of)
        {
            int[] missing = [.. Enumerable.Range(1, of).Except(shards.Select(s => s.Shard.Number))];
            if (missing.Length > 0)
            {
                string names = string.Join(", ", missing.Take(10).Select(i => new Shard(i, of)))
                    + (missing.Length > 10 ? $" … ({missing.Length})" : "");
                errors.Add(new Place("merge"), new Words($"shards are missing: {names}", $"des parts manquent\u00a0: {names}"));
            }
        }

        errors.ThrowIfAny();
        return [.. shards.OrderBy(s => s.Shard.Number).Select(s => (s.Folder, s.Manifest))];
    }

    /// <summary>Puts shards together.</summary>
    /// <param name="shards">All of a sweep, see <see cref="Read"/>.</param>
    /// <param name="target">Where the tables are written.</param>
    /// <returns>What was swept, as a whole.</returns>
    public static SweepManifest Merge(IReadOnlyList<(string Folder, SweepManifest Manifest)> shards, string target)
    {
        foreach (string table in (string[])[SweepTables.PointsFile, SweepTables.FailuresFile])
        {
            string[] parts = [.. shards.Where(s => s.Manifest.Tables.Any(t => t.Path == table)).Select(s => Path.Combine(s.Folder, table))];
            if (parts.Length > 0)
            {
                SweepTables.Merge(parts, Path.Combine(target, table));
            }
        }

        return shards[0].Manifest with
        {
            Shard = null,
            Failures = shards.Sum(s => s.Manifest.Failures),
            Seconds = shards.Sum(s => s.Manifest.Seconds),
        };
    }

    private static void Add(
        string folder, SweepManifest manifest, List<(string Folder, SweepManifest Manifest, Shard Shard)> shards, InputErrors errors)
    {
        var place = new Place(folder);
        if (manifest.Shard is null)
        {
            errors.Add(place, new Words("is a whole sweep, and no shard of one", "est un balayage entier, et non une part"));
            return;
        }

        var shard = Shard.Parse(manifest.Shard);
        if (shards.Count > 0 && shards[0] is var first)
        {
            if (manifest.Identity != first.Manifest.Identity)
            {
                string differences = string.Join("; ",
                    RunIdentity.Parse(first.Manifest.Identity)!.Differences(RunIdentity.Parse(manifest.Identity)!));
                errors.Add(place, new Words(
                    $"is of another sweep than {first.Folder}, which differs in {differences}",
                    $"est d’un autre balayage que {first.Folder}, qui diffère par {differences}"));
                return;
            }

            if (shard.Of != first.Shard.Of)
            {
                errors.Add(place, new Words(
                    $"is shard {shard}, but {first.Folder} is shard {first.Shard}: shards of as many parts belong together",
                    $"est la part {shard}, mais {first.Folder} est la part {first.Shard}\u00a0: vont ensemble les parts d’un même nombre"));
                return;
            }
        }

        if (shards.FirstOrDefault(s => s.Shard == shard) is { Folder: { } twice })
        {
            errors.Add(place, new Words(
                $"is shard {shard}, as {twice} is: each once", $"est la part {shard}, comme {twice}\u00a0: une fois chacune"));
            return;
        }

        shards.Add((folder, manifest, shard));
    }
}
