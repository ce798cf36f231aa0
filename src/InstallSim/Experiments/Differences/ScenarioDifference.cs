using System.Globalization;
using InstallSim.Inputs;

namespace InstallSim.Experiments.Differences;

/// <summary>A value, or a file that was read, in which the scenarios of two results differ.</summary>
/// <param name="Key">Its dotted key, with the label of a policy; of a file its path.</param>
/// <param name="A">The value in A; null where A does not say it. Of a file null.</param>
/// <param name="B">The value in B.</param>
/// <param name="Scenarios">Names of the scenarios in which that is so; empty where it is all that are compared, and of a file.</param>
/// <param name="IsFile">Whether it is a file of other content.</param>
public sealed record ScenarioDifference(string Key, string? A, string? B, IReadOnlyList<string> Scenarios, bool IsFile = false);

/// <summary>In what the scenarios of two results differ, by what each folder keeps of its own.</summary>
public static class ScenarioDifferences
{
    /// <summary>What people read of a value, which changes nothing that is simulated.</summary>
    private static readonly string[] Words = ["name", "title", "title-fr", "description", "description-fr", "label", "label-fr", "source"];

    /// <summary>All values and files in which they differ; null where a folder does not hold its scenarios.</summary>
    public static IReadOnlyList<ScenarioDifference>? Of(ResultsPair pair)
    {
        var found = new List<(string Scenario, string Key, string? A, string? B)>();
        var tables = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string a, string b) in pair.Scenarios)
        {
            if (Values(pair.A, a) is not { } left || Values(pair.B, b) is not { } right)
            {
                return null;
            }

            foreach (string key in left.Keys.Concat(right.Keys.Where(k => !left.ContainsKey(k))))
            {
                (string? of, string? with) = (left.GetValueOrDefault(key), right.GetValueOrDefault(key));
                if (of != with && !IsSameFile(pair, of, with))
                {
                    found.Add((a, key, of, with));
                }
            }

            tables.UnionWith(new[] { left, right }.Select(v => v.GetValueOrDefault("territories")).OfType<string>());
        }

        return [.. found.GroupBy(f => (f.Key, f.A, f.B)).Select(g => new ScenarioDifference(g.Key.Key, g.Key.A, g.Key.B,
            g.Count() == pair.Scenarios.Count ? [] : [.. g.Select(f => f.Scenario)])), .. Files(pair, tables)];
    }

    /// <summary>Files of one path and two contents, but those of scenarios, of which the values are told.</summary>
    private static IEnumerable<ScenarioDifference> Files(ResultsPair pair, HashSet<string> tables) => pair.A.Manifest.Files
        .Where(f => tables.Contains(f.Path) || !(f.Path.EndsWith(".yaml", StringComparison.Ordinal)
            || f.Path.EndsWith(".yml", StringComparison.Ordinal)))
        .Where(f => HashOf(pair.B, f.Path) is { } other && other != f.Sha256)
        .Select(f => new ScenarioDifference(f.Path, null, null, [], IsFile: true));

    private static bool IsSameFile(ResultsPair pair, string? a, string? b) =>
        a is not null && b is not null && HashOf(pair.A, a) is { } hash && hash == HashOf(pair.B, b);

    private static string? HashOf(Side side, string path) => side.Manifest.Files.FirstOrDefault(f => f.Path == path)?.Sha256;

    private static Dictionary<string, string>? Values(Side side, string scenario)
    {
        string text = side.Manifest.Scenarios.First(s => s.Name == scenario).Text;
        if (YamlFile.ReadKept(text, new Place(side.Folder), new InputErrors()) is not { } root)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(values, "", root);
        return values;
    }

    private static void Add(Dictionary<string, string> values, string at, YamlNode node)
    {
        string Under(string key) => at.Length == 0 ? key : $"{at}.{key}";
        if (node is YamlScalar scalar)
        {
            values[at] = scalar.Text;
        }
        else if (node is YamlSequence list && list.Items.All(item => item is YamlScalar))
        {
            values[at] = $"[{string.Join(", ", list.Items.Cast<YamlScalar>().Select(s => s.Text))}]";
        }
        else if (node is YamlMapping mapping)
        {
            foreach (YamlEntry entry in mapping.Entries.Where(e => !Words.Contains(e.Key)))
            {
                Add(values, entry.Key == "value" ? at : Under(entry.Key), entry.Value);
            }
        }
        else
        {
            var taken = new HashSet<string>(StringComparer.Ordinal);
            foreach ((int number, YamlNode item) in ((YamlSequence)node).Items.Index())
            {
                string label = LabelOf(item) is { } said && taken.Add(said) ? said : number.ToString(CultureInfo.InvariantCulture);
                Add(values, Under(label), item);
            }
        }
    }

    /// <summary>How an item of a list is called, such as a policy: by its name, else by its type.</summary>
    private static string? LabelOf(YamlNode item) =>
        ((item as YamlMapping)?.Find("name") ?? (item as YamlMapping)?.Find("type"))?.Value is YamlScalar { Text: var text } ? text : null;
}
