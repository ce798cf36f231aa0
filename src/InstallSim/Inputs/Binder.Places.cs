namespace InstallSim.Inputs;

public sealed partial class Binder
{
    /// <summary>
    /// Where the value of a key of a bound object stands; the object's own place when the key is not written, and the beginning of
    /// the file when the whole object is a default.
    /// </summary>
    /// <param name="bound">An object made by this binder, or a default inside one.</param>
    /// <param name="key">A key; empty for the object itself.</param>
    /// <param name="item">Position in the list behind the key, from 0; −1 for the value as a whole.</param>
    /// <exception cref="InvalidOperationException">Nothing was bound yet.</exception>
    public Place PlaceOf(object bound, string key = "", int item = -1)
    {
        YamlNode node = _origins.GetValueOrDefault(bound) ?? _root ?? throw new InvalidOperationException("nothing was bound yet");
        YamlNode value = (node as YamlMapping)?.Find(key)?.Value ?? node;
        return item >= 0 && ListOf(bound, key) is { } list && item < list.Items.Count ? list.Items[item].Place : value.Place;
    }

    /// <summary>Whether the YAML of a bound object says a key, rather than leaving it to the default.</summary>
    public bool IsWritten(object bound, string key) =>
        _origins.GetValueOrDefault(bound) is YamlMapping mapping && mapping.Find(key) is not null;

    /// <summary>
    /// Whether what was written of a bound object can be checked further: nothing of it was refused while it was bound, so that no
    /// default stands for something else that is meant.
    /// </summary>
    /// <param name="bound">An object made by this binder.</param>
    /// <param name="keys">
    /// Keys that the check looks at, none for all; a key that is not written may be meant by any that is unknown.
    /// </param>
    internal bool IsRight(object bound, params IReadOnlyList<string> keys) => !_faults.TryGetValue(bound, out HashSet<string>? faults)
        || (keys.Count > 0 && !keys.Any(key => faults.Contains(key) || (faults.Contains(UnknownKey) && !IsWritten(bound, key))));

    private void NoteFault(object bound, string key)
    {
        _faults.TryAdd(bound, []);
        _faults[bound].Add(key);
    }

    /// <summary>Says that a changed copy of a bound object stands where the original does.</summary>
    internal void KeepPlaces(object copy, object original)
    {
        if (_origins.TryGetValue(original, out YamlNode? node))
        {
            _origins[copy] = node;
        }
    }

    /// <summary>Whether something of a key was refused, or an unknown key that is near it stands for it.</summary>
    internal bool IsRefused(object bound, string key) => _faults.TryGetValue(bound, out HashSet<string>? faults) && faults.Contains(key);

    /// <summary>The items that a list was made of, without those that were refused.</summary>
    private YamlSequence? ListOf(object bound, string key) =>
        InputKey.Of(bound.GetType()).FirstOrDefault(known => known.Name == key)?.Property.GetValue(bound) is { } list
            ? _origins.GetValueOrDefault(list) as YamlSequence
            : null;
}
