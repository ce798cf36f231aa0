using System.Globalization;

namespace InstallSim.Inputs;

/// <summary>What an item of a list is called.</summary>
/// <param name="Name">Its <c>name</c>; null without one.</param>
/// <param name="Type">Its <c>type</c>; null without one.</param>
internal sealed record ListItem(string? Name, string? Type)
{
    /// <summary>Name, or type when it has none; null when it has neither.</summary>
    public string? Label => Name ?? Type;

    /// <summary>Whether that is its label, however accents are stored (<c>é</c> in one character or two).</summary>
    public bool IsCalled(string label) => Label is not null && Accents.Joined(Label) == Accents.Joined(label);

    /// <summary>What is written of an item.</summary>
    public static ListItem Of(YamlNode item) => new(Text(item, "name"), Text(item, Binder.TypeKey));

    private static string? Text(YamlNode item, string key) => ((item as YamlMapping)?.Find(key)?.Value as YamlScalar)?.Text;
}

/// <summary>
/// Items that <c>--set</c> names and a scenario has not. What only some scenarios of a comparison have is changed in those alone.
/// </summary>
public sealed class AbsentItems
{
    private readonly List<(Place Place, string File, string Step, ListItem[] Items)> _absent = [];
    private readonly List<InputWarning> _positions = [];

    /// <summary>Notes an item that a file has not.</summary>
    /// <param name="place">The override.</param>
    /// <param name="file">The file.</param>
    /// <param name="step">Label or position of the item.</param>
    /// <param name="items">What its list has.</param>
    internal void Add(Place place, string file, string step, ListItem[] items) => _absent.Add((place, file, step, items));

    /// <summary>Notes an item found by its position, which may be another one, or not the one meant, in each scenario.</summary>
    internal void NotePosition(Place place, int position, ListItem item)
    {
        if (item.Label is { } label)
        {
            _positions.Add(new InputWarning(place, $"item {position} is '{label}'", IsNote: true));
        }
    }

    /// <summary>Refuses what no scenario has, and tells what only some have and what stands at a position.</summary>
    /// <param name="scenarios">Scenarios read.</param>
    /// <param name="errors">Told of it.</param>
    /// <returns>The scenarios that have not what none has.</returns>
    public IReadOnlyCollection<string> Report(int scenarios, InputErrors errors)
    {
        HashSet<string> without = [];
        foreach (var group in _absent.GroupBy(a => a.Place))
        {
            string step = group.First().Step;
            if (group.Count() < scenarios)
            {
                errors.Warn(new InputWarning(group.Key,
                    $"'{step}' is changed only in the files that have it, not in {string.Join(", ", group.Select(a => a.File))}",
                    IsNote: true));
            }
            else
            {
                without.UnionWith(group.Select(a => a.File));
                errors.Add(group.Key, Message(step, group.MaxBy(a => a.Items.Length).Items, [.. group.SelectMany(a => a.Items)]));
            }
        }

        foreach (InputWarning position in scenarios > 1 ? _positions : [])
        {
            errors.Warn(position);
        }

        return without;
    }

    /// <summary>That a list has no such item, and what it has.</summary>
    /// <param name="step">Label or position of the item.</param>
    /// <param name="list">The list; of several the longest.</param>
    /// <param name="all">The items of all lists, where there are several.</param>
    internal static InputMessage Message(string step, ListItem[] list, ListItem[]? all = null)
    {
        if (int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index))
        {
            return $"there is no item {index}; the list has {list.Length}, counted from 0";
        }

        string[] labels = [.. (all ?? list).Select(item => item.Label).OfType<string>().Distinct()];
        string[] named = [.. (all ?? list).Where(item => item.Type == step).Select(item => item.Label!).Distinct()];
        InputMessage hint = named.Length > 0
            ? $"; it is the type of {string.Join(", ", named)}: say the name"
            : DidYouMean.Hint(step, labels);
        return $"the list has no item '{step}'{hint}; items: {(labels.Length == 0 ? "none" : string.Join(", ", labels))}";
    }
}
