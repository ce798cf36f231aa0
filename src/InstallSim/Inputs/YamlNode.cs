namespace InstallSim.Inputs;

/// <summary>A piece of a user's YAML that remembers where it was written, also after files were merged.</summary>
public abstract class YamlNode(Place place)
{
    /// <summary>Where its text begins.</summary>
    public Place Place { get; } = place;

    /// <summary>How an error names it: <c>'six'</c>, <c>a list</c>.</summary>
    internal abstract InputMessage Found { get; }
}

/// <summary>A text, number, truth value or nothing: YAML writes them all as text, and the property that receives it decides.</summary>
/// <param name="text">The value without quotes.</param>
/// <param name="place">Where it begins.</param>
/// <param name="isQuoted">Whether it stands in quotes or as a block, and so is a text for certain.</param>
/// <param name="folder">Folder that a relative path in it starts from.</param>
public sealed class YamlScalar(string text, Place place, bool isQuoted, string folder) : YamlNode(place)
{
    /// <summary>The value without quotes.</summary>
    public string Text { get; } = text;

    /// <summary>Whether it stands in quotes or as a block, and so is a text for certain.</summary>
    public bool IsQuoted { get; } = isQuoted;

    /// <summary>Folder that a relative path in it starts from.</summary>
    public string Folder { get; } = folder;

    /// <summary>Nothing written after the key.</summary>
    public bool IsEmpty => Text.Length == 0 && !IsQuoted;

    /// <summary>The word <c>null</c>, which takes away what the parent or the default says.</summary>
    public bool IsNull => Text == "null" && !IsQuoted;

    internal override InputMessage Found => IsEmpty ? "nothing" : IsQuoted ? (InputMessage)$"the text \"{Short}\"" : $"'{Short}'";

    private string Short => (Text.Length > 60 ? Text[..60] + "…" : Text).ReplaceLineEndings(" ");
}

/// <summary>A list.</summary>
public sealed class YamlSequence(IReadOnlyList<YamlNode> items, Place place) : YamlNode(place)
{
    /// <summary>Its items, in the order written.</summary>
    public IReadOnlyList<YamlNode> Items { get; } = items;

    /// <summary>Its numbers if commas without a space behind are decimal ones, as in <c>[0,4, 0,5]</c>; null where none can be.</summary>
    internal IReadOnlyList<string>? Decimals { get; init; }

    internal override InputMessage Found => "a list";
}

/// <summary>Keys with values.</summary>
public sealed class YamlMapping(IReadOnlyList<YamlEntry> entries, Place place) : YamlNode(place)
{
    /// <summary>The keys in the order written; no key occurs twice.</summary>
    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    /// <summary>The entry of a key, or null.</summary>
    public YamlEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);

    internal override InputMessage Found => "keys with values";
}

/// <summary>A key of a mapping with its value.</summary>
/// <param name="Key">The key, without a final <c>!</c>.</param>
/// <param name="KeyPlace">Where the key begins.</param>
/// <param name="Value">Its value.</param>
/// <param name="Replaces">Written <c>key!:</c>, so that it replaces what the parent says instead of joining it.</param>
public sealed record YamlEntry(string Key, Place KeyPlace, YamlNode Value, bool Replaces = false);
