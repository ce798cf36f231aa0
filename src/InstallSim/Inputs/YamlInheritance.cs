namespace InstallSim.Inputs;

/// <summary>A file merged with the files it extends.</summary>
/// <param name="Root">All keys, each with the place that says it; no <c>extends</c>.</param>
/// <param name="Files">The files read, the one asked for first, then its parent and so on.</param>
public sealed record YamlDocument(YamlMapping Root, IReadOnlyList<string> Files);

/// <summary>
/// Merges a file with its parent (<c>extends: parent.yaml</c>): keys of the child go first, mappings join key by key, a list
/// replaces the parent's unless it is named as one that appends, a mapping of another <c>type:</c> replaces the parent's, and
/// <c>key!:</c> replaces whatever it is. A text in French (<c>title-fr</c>) is not inherited where the child says <c>title</c> alone.
/// </summary>
public static class YamlInheritance
{
    /// <summary>Longest chain of parents.</summary>
    public const int MaxParents = 32;

    /// <summary>The key that names the parent.</summary>
    internal const string Extends = "extends";

    private const string French = "-fr";

    /// <summary>Reads a file and its parents, merges them, then applies overrides from the command line.</summary>
    /// <param name="path">The file.</param>
    /// <param name="errors">Receives what is wrong.</param>
    /// <param name="appended">Dotted keys of the lists that are appended to the parent's, such as <c>policies</c>.</param>
    /// <param name="overrides">Texts <c>key.path=value</c>, applied in order to the merged keys.</param>
    /// <param name="saidAt">Where a user's file names it; null when the command line does.</param>
    /// <returns>The merged file, or null when a file is missing or is no YAML; then the errors say why.</returns>
    public static YamlDocument? Read(
        string path, InputErrors errors, IReadOnlySet<string>? appended = null, IReadOnlyList<string>? overrides = null,
        Place? saidAt = null)
    {
        var files = new List<string>();
        YamlMapping? root = ReadChain(path, errors, appended ?? new HashSet<string>(), files, saidAt);
        foreach (string text in root is null ? [] : overrides ?? [])
        {
            root = YamlOverride.Apply(root!, text, errors);
        }

        return root is null ? null : new YamlDocument(root, files);
    }

    private static YamlMapping? ReadChain(string path, InputErrors errors, IReadOnlySet<string> appended, List<string> files, Place? saidAt)
    {
        if (files.Any(file => SameFile(file, path)) || files.Count > MaxParents)
        {
            string chain = string.Join(" → ", [.. files.Take(MaxParents), path]);
            errors.Add(saidAt ?? new Place(path),
                files.Count > MaxParents ? (InputMessage)$"extends goes on without end: {chain}" : $"extends goes in a circle: {chain}");
            return null;
        }

        YamlMapping? child = YamlFile.Read(path, errors, saidAt);
        files.Add(path);
        if (child?.Find(Extends) is not { } extends)
        {
            return child;
        }

        var own = new YamlMapping([.. child.Entries.Where(entry => entry.Key != Extends)], child.Place);
        if (extends.Value is not YamlScalar { IsNull: false } parentName || !InputText.CanBePath(parentName.Text))
        {
            errors.Add(extends.Value.Place, $"'extends': the name of one YAML file is expected, found {extends.Value.Found}");
            return own;
        }

        YamlMapping? parent = ReadChain(Beside(path, parentName.Text), errors, appended, files, parentName.Place);
        return parent is null ? null : Merge(parent, own, appended, prefix: "");
    }

    /// <summary>Joins two mappings; the keys of the child win.</summary>
    internal static YamlMapping Merge(YamlMapping parent, YamlMapping child, IReadOnlySet<string> appended, string prefix)
    {
        var entries = new List<YamlEntry>();
        foreach (YamlEntry old in parent.Entries.Where(old => !IsOfOtherWords(old.Key, child)))
        {
            entries.Add(child.Find(old.Key) is { } own ? MergeEntry(old, own, appended, prefix + old.Key) : old);
        }

        entries.AddRange(child.Entries.Where(own => parent.Find(own.Key) is null));
        return new YamlMapping(entries, child.Place);
    }

    /// <summary>Whether a text in French says what the child says in other words: <c>title-fr</c> beside a title of its own.</summary>
    private static bool IsOfOtherWords(string key, YamlMapping child) =>
        key.EndsWith(French, StringComparison.Ordinal) && child.Find(key) is null && child.Find(key[..^French.Length]) is not null;

    private static YamlEntry MergeEntry(YamlEntry old, YamlEntry own, IReadOnlySet<string> appended, string key) =>
        (own.Replaces, old.Value, own.Value) switch
        {
            (false, YamlMapping was, YamlMapping now) when IsOfOneType(was, now) =>
                own with { Value = Merge(was, now, appended, key + ".") },
            (false, YamlSequence was, YamlSequence now) when appended.Contains(key) =>
                own with { Value = new YamlSequence([.. was.Items, .. now.Items], now.Place) },
            _ => own,
        };

    private static bool IsOfOneType(YamlMapping was, YamlMapping now) =>
        now.Find(Binder.TypeKey)?.Value is not YamlScalar type || was.Find(Binder.TypeKey)?.Value is not YamlScalar old
            || type.Text == old.Text;

    /// <summary>A path named inside a file, as seen from the working folder when the file was so given.</summary>
    private static string Beside(string file, string name)
    {
        string full = Path.GetFullPath(name, Path.GetDirectoryName(Path.GetFullPath(file)) ?? "");
        return Path.IsPathRooted(file) || Path.IsPathRooted(name) ? full : Path.GetRelativePath(Environment.CurrentDirectory, full);
    }

    private static bool SameFile(string one, string other) => Path.GetFullPath(one) == Path.GetFullPath(other);
}
