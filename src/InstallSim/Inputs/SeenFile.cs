using System.Reflection;

namespace InstallSim.Inputs;

/// <summary>What the keys of a YAML file, merged with what it extends, tell of it; read once.</summary>
public sealed class SeenFile
{
    private readonly HashSet<string>? _keys;

    private readonly bool _isWhole;

    private SeenFile(YamlDocument? document)
    {
        _keys = document is null ? null : [.. document.Root.Entries.Select(entry => entry.Key)];
        _isWhole = document is { IsWhole: true };
        Kind = _keys is null ? null : FileKind.Of(_keys.Contains) ?? (_isWhole ? FileKind.Guess(_keys) : null);
    }

    /// <summary>Reads the keys of a file, if it is there and YAML.</summary>
    /// <param name="path">The file.</param>
    public static SeenFile Of(string path) =>
        new(File.Exists(path) ? YamlInheritance.Read(path, new InputErrors(), new HashSet<string>(), [], null) : null);

    /// <summary>The kind of the file, guessed where keys are misspelt; null where none tells it, or it is not there or no YAML.</summary>
    public FileKind? Kind { get; }

    /// <summary>Whether it is a part of scenarios that extend it, such as saved preferences: it has neither name nor title.</summary>
    public bool IsPart => _isWhole && Kind == FileKind.Scenario && !_keys!.Contains("name") && !_keys.Contains("title");

    /// <summary>What the file is instead of a kind; null where it may be one, however wrong, or is not there or no YAML.</summary>
    /// <param name="kind">The kind expected.</param>
    /// <param name="settings">The class of the kind's settings: a file with none of its keys is none.</param>
    public Words? Other(FileKind kind, Type settings)
    {
        if (_keys is null || kind.IsIn(_keys.Contains) || (FileKind.Of(_keys.Contains) is null && kind.IsLike(_keys)))
        {
            return null;
        }

        if (Kind is not null)
        {
            return new Words($"is a {Kind.Noun.English}, no {kind.Noun.English}: {Kind.Taker.English}",
                $"est {Kind.Noun.French}, et non {kind.Noun.French}\u00a0: {Kind.Taker.French}");
        }

        KeyAttribute[] own = [.. settings.GetProperties().Select(p => p.GetCustomAttribute<KeyAttribute>()).OfType<KeyAttribute>()];
        if (!_isWhole || _keys.Count == 0 || _keys.Any(key => DidYouMean.Find(key, own.Select(k => k.Name)) is not null))
        {
            return null;
        }

        string known = string.Join(", ", (own.Any(k => k.Required) ? own.Where(k => k.Required) : own).Select(k => k.Name));
        return new Words($"is no {kind.Noun.English}: it has none of its keys, such as {known}",
            $"n’est pas {kind.Noun.French}\u00a0: il n’en a aucune clé, comme {known}");
    }
}
