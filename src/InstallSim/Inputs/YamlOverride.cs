using System.Globalization;

namespace InstallSim.Inputs;

/// <summary>Applies <c>--set key.path=value</c> to merged keys.</summary>
/// <param name="file">The file whose keys they are, as messages name it.</param>
/// <param name="lists">Dotted keys that hold a list, also where it is not written.</param>
/// <param name="errors">Receives what is wrong.</param>
/// <param name="absent">Receives items that the file has not, which another scenario may have; null to refuse them.</param>
internal sealed class YamlOverride(string file, IReadOnlySet<string> lists, InputErrors errors, AbsentItems? absent)
{
    private readonly Dictionary<Place, string> _keys = [];
    private Place _place;
    private string _key = "";

    /// <summary>How messages name a text <c>key.path=value</c>.</summary>
    public static Place PlaceOf(string text) => new($"--set {text}");

    /// <summary>
    /// The mapping with one value changed. A step of the path is a key, or of a list the label of an item (its <c>name</c>, else its
    /// <c>type</c>), where one item alone has it, or its position from 0. What another path said before is not replaced: it is refused.
    /// </summary>
    public YamlMapping Apply(YamlMapping root, string text)
    {
        _place = PlaceOf(text);
        int equals = text.IndexOf('=');
        string[] path = equals < 1 ? [] : [.. text[..equals].Split('.').Select(step => step.Trim().TrimEnd('!'))];
        if (path.Length == 0 || path.Any(string.IsNullOrEmpty))
        {
            errors.Add(_place, "key.path=value is expected, such as years=2025..2045 or policies.msp-opening.per-year=6");
            return root;
        }

        _key = text[..equals].Trim();
        root = YamlFile.ReadValue(text[(equals + 1)..], _place, errors) is { } value
            ? (YamlMapping?)Set(root, "", path, value) ?? root
            : root;
        _keys[_place] = _key;
        return root;
    }

    /// <summary>The node with one value changed; null where the path leads to no item.</summary>
    private YamlNode? Set(YamlNode node, string before, ReadOnlySpan<string> path, YamlNode value)
    {
        if (path.IsEmpty)
        {
            RefuseToReplace(node);
            return value;
        }

        string step = path[0], here = before.Length == 0 ? step : $"{before}.{step}";
        if (node is YamlSequence list)
        {
            int index = IndexOf(list, before, step);
            if (index < 0 || Set(list.Items[index], here, path[1..], value) is not { } item)
            {
                return null;
            }

            YamlNode[] items = [.. list.Items];
            items[index] = item;
            return new YamlSequence(items, list.Place);
        }

        if (node is YamlScalar)
        {
            RefuseToReplace(node);
        }

        // A key that nothing accepts is left for the binder to refuse, as in a file.
        var mapping = node as YamlMapping ?? new YamlMapping([], _place);
        YamlEntry? old = mapping.Find(step);
        YamlNode start = old?.Value ?? (lists.Contains(here) ? new YamlSequence([], _place) : new YamlMapping([], _place));
        if (Set(start, here, path[1..], value) is not { } inner)
        {
            return null;
        }

        var entry = new YamlEntry(step, path.Length == 1 || old is null ? _place : old.KeyPlace, inner);
        return new YamlMapping(
            old is null ? [.. mapping.Entries, entry] : [.. mapping.Entries.Select(e => e.Key == step ? entry : e)], mapping.Place);
    }

    /// <summary>Notes what a path of another spelling said, where it is about to be lost.</summary>
    private void RefuseToReplace(YamlNode old)
    {
        if (_keys.TryGetValue(old.Place, out string? key) && key != _key)
        {
            errors.Add(_place, new Words($"replaces what {old.Place} says; say one of the two",
                $"remplace ce que dit {old.Place}\u00a0; dire l’un des deux"));
            return;
        }

        foreach (YamlNode inner in old is YamlMapping mapping ? mapping.Entries.Select(e => e.Value) : (old as YamlSequence)?.Items ?? [])
        {
            RefuseToReplace(inner);
        }
    }

    private int IndexOf(YamlSequence list, string key, string step)
    {
        ListItem[] items = [.. list.Items.Select(ListItem.Of)];
        if (int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < items.Length)
        {
            absent?.NotePosition(_place, index, items[index]);
            return index;
        }

        int[] found = [.. Enumerable.Range(0, items.Length).Where(i => items[i].IsCalled(step))];
        if (found.Length == 1)
        {
            return found[0];
        }

        if (found.Length > 1)
        {
            errors.Add(_place, $"'{step}' is what items {string.Join(", ", found)} of '{key}' in {file} are called: name them, or say "
                + $"which by its position; items: {string.Join(", ", items.Select((item, i) => $"{i} {item.Label}"))}");
        }
        else if (absent is null)
        {
            errors.Add(_place, AbsentItems.Message(step, items));
        }
        else
        {
            absent.Add(_place, file, step, items);
        }

        return -1;
    }
}
