namespace InstallSim.Inputs;

/// <summary>A file merged with the files it extends.</summary>
/// <param name="Root">All keys, each with the place that says it; no <c>extends</c>.</param>
/// <param name="Files">The files read, the one asked for first, then its parent and so on.</param>
public sealed record YamlDocument(YamlMapping Root, IReadOnlyList<string> Files)
{
    /// <summary>Whether all that it extends was read; if not, keys are missing that may stand there.</summary>
    public bool IsWhole { get; init; } = true;
}

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
    /// <returns>
    /// The merged file, or null when it is missing or no YAML; where a parent cannot be read, what could be, without overrides. The errors
    /// say why.
    /// </returns>
    public static YamlDocument? Read(
        string path, InputErrors errors, IReadOnlySet<string>? appended = null, IReadOnlyList<string>? overrides = null) =>
        Read(path, errors, appended ?? new HashSet<string>(), overrides ?? [], null);

    /// <summary>As the other.</summary>
    /// <param name="path">The file.</param>
    /// <param name="errors">Receives what is wrong.</param>
    /// <param name="appended">Dotted keys of the lists that are appended to the parent's.</param>
    /// <param name="overrides">Texts <c>key.path=value</c>.</param>
    /// <param name="absent">Receives items that an override names and the file has not; null to refuse them.</param>
    internal static YamlDocument? Read(
        string path, InputErrors errors, IReadOnlySet<string> appended, IReadOnlyList<string> overrides, AbsentItems? absent)
    {
        var chain = new Chain(errors, appended);
        if (chain.Read(path, saidAt: null) is not { } root)
        {
            return null;
        }

        var setter = new YamlOverride(path, appended, errors, absent);
        foreach (string text in chain.IsWhole ? overrides : [])
        {
            root = setter.Apply(root, text);
        }

        return new YamlDocument(root, chain.Files) { IsWhole = chain.IsWhole };
    }

    /// <summary>Joins two mappings; the keys of the child win.</summary>
    internal static YamlMapping Merge(
        YamlMapping parent, YamlMapping child, IReadOnlySet<string> appended, InputErrors errors, string prefix = "")
    {
        var entries = new List<YamlEntry>();
        foreach (YamlEntry old in parent.Entries.Where(old => !IsOfOtherWords(old.Key, child)))
        {
            entries.Add(child.Find(old.Key) is { } own ? MergeEntry(old, own, appended, errors, prefix + old.Key) : old);
        }

        entries.AddRange(child.Entries.Where(own => parent.Find(own.Key) is null));
        return new YamlMapping(entries, child.Place);
    }

    /// <summary>Whether a text in French says what the child says in other words: <c>title-fr</c> beside a title of its own.</summary>
    private static bool IsOfOtherWords(string key, YamlMapping child) =>
        key.EndsWith(French, StringComparison.Ordinal) && child.Find(key) is null && child.Find(key[..^French.Length]) is not null;

    private static YamlEntry MergeEntry(YamlEntry old, YamlEntry own, IReadOnlySet<string> appended, InputErrors errors, string key)
    {
        switch (own.Replaces, old.Value, own.Value)
        {
            case (false, YamlMapping was, YamlMapping now) when IsOfOneType(was, now):
                WarnOfNothing(own, now.Entries.Count, was.Entries.Count, "{}", errors);
                return own with { Value = Merge(was, now, appended, errors, key + ".") };
            case (false, YamlSequence was, YamlSequence now) when appended.Contains(key):
                WarnOfNothing(own, now.Items.Count, was.Items.Count, "[]", errors);
                return own with { Value = new YamlSequence([.. was.Items, .. now.Items], now.Place) };
            default:
                return own;
        }
    }

    /// <summary>What is empty, and is joined to what is not, changes nothing.</summary>
    private static void WarnOfNothing(YamlEntry own, int added, int inherited, string empty, InputErrors errors)
    {
        if (added == 0 && inherited > 0)
        {
            string key = own.Key;
            errors.Warn(new InputWarning(own.KeyPlace, new Words(
                $"'{key}: {empty}' adds nothing to what is inherited, and takes nothing away; '{key}!: {empty}' has none of it",
                $"«\u00a0{key}\u00a0: {empty}\u00a0» n’ajoute rien à ce qui est hérité, et n’en ôte rien\u00a0; "
                    + $"«\u00a0{key}!: {empty}\u00a0» n’en garde rien")));
        }
    }

    private static bool IsOfOneType(YamlMapping was, YamlMapping now) =>
        now.Find(Binder.TypeKey)?.Value is not YamlScalar type || was.Find(Binder.TypeKey)?.Value is not YamlScalar old
            || type.Text == old.Text;

    /// <summary>A path named inside a file, as seen from the working folder when the file was so given.</summary>
    private static string Beside(string file, string name)
    {
        if (Path.GetFileName(name) == name)
        {
            return Path.Combine(Path.GetDirectoryName(file) ?? "", name);
        }

        string full = Path.GetFullPath(name, Path.GetDirectoryName(Path.GetFullPath(file)) ?? "");
        return Path.IsPathRooted(file) || Path.IsPathRooted(name) ? full : Path.GetRelativePath(Environment.CurrentDirectory, full);
    }

    private static bool SameFile(string one, string other) => Path.GetFullPath(one) == Path.GetFullPath(other);

    /// <summary>Reads a file and its parents, one after the other.</summary>
    private sealed class Chain(InputErrors errors, IReadOnlySet<string> appended)
    {
        private static readonly InputMessage OfCopies = "; a folder of scenarios that was copied lacks the files outside it that they "
            + "extend: 'installsim new FOLDER' begins one that has all of them";

        private readonly List<string> _files = [];

        /// <summary>The files read, or tried.</summary>
        public IReadOnlyList<string> Files => _files;

        /// <summary>Whether all parents were read.</summary>
        public bool IsWhole { get; private set; } = true;

        /// <summary>The keys of a file and its parents; null where it cannot be read itself.</summary>
        public YamlMapping? Read(string path, Place? saidAt)
        {
            if (_files.Any(file => SameFile(file, path)) || _files.Count > MaxParents)
            {
                string chain = string.Join(" → ", [.. _files.Take(MaxParents), path]);
                errors.Add(saidAt ?? new Place(path), _files.Count > MaxParents
                    ? (InputMessage)$"extends goes on without end: {chain}"
                    : $"extends goes in a circle: {chain}");
                return null;
            }

            YamlMapping? child = YamlFile.Read(path, errors, saidAt);
            _files.Add(path);
            if (child is null || ExtendsOf(child) is not { } extends)
            {
                return child;
            }

            var own = new YamlMapping([.. child.Entries.Where(entry => entry.Key != extends.Key)], child.Place);
            if (extends.Value is not YamlScalar { IsNull: false } parentName || !InputText.CanBePath(parentName.Text))
            {
                errors.Add(extends.Value.Place, $"'extends': the name of one YAML file is expected, found {extends.Value.Found}");
                IsWhole = false;
                return own;
            }

            string parentPath = Beside(path, parentName.Text);
            if (IsThere(parentPath, parentName) && Read(parentPath, parentName.Place) is { } parent)
            {
                return Merge(parent, own, appended, errors);
            }

            IsWhole = false;
            return own;
        }

        /// <summary>What names the parent; a key that means it is refused, and followed.</summary>
        private YamlEntry? ExtendsOf(YamlMapping child)
        {
            if (child.Find(Extends) is { } extends)
            {
                return extends;
            }

            YamlEntry? meant = child.Entries.FirstOrDefault(entry => entry.Value is YamlScalar
                && DidYouMean.Distance(entry.Key, Extends) <= 2);
            if (meant is not null)
            {
                errors.Add(meant.KeyPlace, $"unknown key '{meant.Key}'; did you mean '{Extends}'?");
            }

            return meant;
        }

        /// <summary>Whether a parent outside the folder is there, which is lost where the folder alone was copied.</summary>
        private bool IsThere(string path, YamlScalar name)
        {
            bool isOutside = name.Text.Replace('\\', '/').StartsWith("../", StringComparison.Ordinal);
            if (!isOutside || File.Exists(path) || Directory.Exists(path) || DidYouMean.HintOfPath(path) != InputMessage.None)
            {
                return true;
            }

            errors.Add(name.Place, $"file '{path}' does not exist{HintOfStudy(path) ?? OfCopies}");
            return false;
        }

        /// <summary>How a study beside a parent that is not there makes it; null where there is none.</summary>
        private static InputMessage? HintOfStudy(string path)
        {
            string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            if (!Directory.Exists(folder))
            {
                return null;
            }

            // Without what they extend: a study may extend a file of a folder whose study extends one of this.
            string[] studies = [.. Directory.EnumerateFiles(folder, "*.yaml", new EnumerationOptions()).Where(file =>
                YamlFile.Read(file, new InputErrors()) is { } root && FileKind.Of(key => root.Find(key) is not null) == FileKind.Study)];
            string study = studies is [var one] ? ShellWord.Of(Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileName(one))) : "STUDY";
            string saved = ShellWord.Of(path);
            return studies.Length == 0 ? null
                : (InputMessage)$"; to write it with the preferences of the study, run 'installsim estimate {study} --save {saved}' first";
        }
    }
}
