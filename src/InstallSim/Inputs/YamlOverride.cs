using System.Globalization;

namespace InstallSim.Inputs;

/// <summary>Applies <c>--set key.path=value</c> to merged keys.</summary>
internal static class YamlOverride
{
    /// <summary>
    /// The mapping with one value changed. A step of the path is a key, the position of a list item
    /// from 0, or its <c>name</c> or <c>type</c>.
    /// </summary>
    public static YamlMapping Apply(YamlMapping root, string text, InputErrors errors)
    {
        var place = new Place($"--set {text}");
        int equals = text.IndexOf('=');
        string[] path = equals < 1 ? [] : [.. text[..equals].Split('.').Select(step => step.Trim().TrimEnd('!'))];
        if (path.Length == 0 || path.Any(string.IsNullOrEmpty))
        {
            errors.Add(place, "key.path=value is expected, such as years=2025..2045 or policies.0.per-year=6");
            return root;
        }

        return YamlFile.ReadValue(text[(equals + 1)..], place, errors) is { } value
            ? (YamlMapping)Set(root, path, value, place, errors)
            : root;
    }

    private static YamlNode Set(YamlNode node, ReadOnlySpan<string> path, YamlNode value, Place place, InputErrors errors)
    {
        if (path.IsEmpty)
        {
            return value;
        }

        string step = path[0];
        if (node is YamlSequence list)
        {
            int index = IndexOf(list, step, place, errors);
            if (index < 0)
            {
                return node;
            }

            YamlNode[] items = [.. list.Items];
            items[index] = Set(items[index], path[1..], value, place, errors);
            return new YamlSequence(items, list.Place);
        }

        // A key that nothing accepts is left for the binder to refuse, as in a file.
        var mapping = node as YamlMapping ?? new YamlMapping([], place);
        YamlNode inner = Set(mapping.Find(step)?.Value ?? new YamlMapping([], place), path[1..], value, place, errors);
        var entry = new YamlEntry(step, path.Length == 1 || mapping.Find(step) is null ? place : mapping.Find(step)!.KeyPlace, inner);
        return new YamlMapping(
            mapping.Find(step) is null ? [.. mapping.Entries, entry] : [.. mapping.Entries.Select(old => old.Key == step ? entry : old)],
            mapping.Place);
    }

    private static int IndexOf(YamlSequence list, string step, Place place, InputErrors errors)
    {
        if (int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index))
        {
            if (index < list.Items.Count)
            {
                return index;
            }

            errors.Add(place, $"there is no item {index}; the list has {list.Items.Count}, counted from 0");
            return -1;
        }

        foreach (string key in (string[])["name", "type"])
        {
            int[] found = [.. Enumerable.Range(0, list.Items.Count).Where(i => NameOf(list.Items[i], key) == step)];
            if (found.Length == 1)
            {
                return found[0];
            }

            if (found.Length > 1)
            {
                errors.Add(place,
                    $"'{step}' is the {key} of items {string.Join(", ", found)}; say which by its position or give it a name");
                return -1;
            }
        }

        string[] names = [.. list.Items.Select(item => NameOf(item, "name") ?? NameOf(item, "type")).OfType<string>().Distinct()];
        errors.Add(place,
            $"the list has no item '{step}'{DidYouMean.Hint(step, names)}; items: "
                + $"{(names.Length == 0 ? "none" : string.Join(", ", names))}");
        return -1;
    }

    private static string? NameOf(YamlNode item, string key) => ((item as YamlMapping)?.Find(key)?.Value as YamlScalar)?.Text;
}
