using InstallSim.Choice.Designs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Designs;

/// <summary>Where the attributes of a design's settings stand: in the slots of its sets and in the columns of its table.</summary>
public sealed class DesignLayout
{
    /// <summary>Lays settings out.</summary>
    public DesignLayout(DesignSettings settings)
    {
        Settings = settings;
        Columns = [.. settings.Attributes.Select(a => a.Name).Distinct()];
        Fixed = [.. new[] { settings.StatusQuo?.Name, settings.OptOut }.OfType<string>()];
        var slots = new List<DesignSlot>();
        var attributes = new List<AttributeSettings>();
        for (int j = 0; j < settings.Alternatives.Count; j++)
        {
            foreach (AttributeSettings attribute in settings.Attributes.Where(a => a.IsOf(settings.Alternatives[j])))
            {
                string[] all = [.. settings.Attributes.Where(a => a.Name == attribute.Name).SelectMany(a => a.Levels).Distinct()];
                slots.Add(new DesignSlot(j, Columns.ToList().IndexOf(attribute.Name), attribute.Levels.Count)
                {
                    Names = [.. attribute.Levels.Select(level => Array.IndexOf(all, level))],
                });
                attributes.Add(attribute);
            }
        }

        (Slots, Attributes) = (slots, attributes);
    }

    /// <summary>The settings.</summary>
    public DesignSettings Settings { get; }

    /// <summary>Columns of attributes in the table.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Names of the alternatives that are the same in every task.</summary>
    public IReadOnlyList<string> Fixed { get; }

    /// <summary>What a set is made of.</summary>
    public IReadOnlyList<DesignSlot> Slots { get; }

    /// <summary>The attribute of each slot.</summary>
    public IReadOnlyList<AttributeSettings> Attributes { get; }

    /// <summary>The slot of an attribute of an alternative; −1 when the alternative does not have it.</summary>
    public int SlotOf(int alternative, string attribute) => Enumerable.Range(0, Slots.Count)
        .FirstOrDefault(s => Slots[s].Alternative == alternative && Attributes[s].Name == attribute, -1);

    /// <summary>The attribute of a slot, with its alternative before a point where those are labelled.</summary>
    public string NameOf(int slot, bool isLabelled) =>
        isLabelled ? $"{Settings.Alternatives[Slots[slot].Alternative]}.{Attributes[slot].Name}" : Attributes[slot].Name;

    /// <summary>What the columns say of an alternative of a set.</summary>
    public IEnumerable<string> Texts(int[] set, int alternative) => Columns.Select(column =>
        SlotOf(alternative, column) is var slot and >= 0 ? Attributes[slot].Levels[set[slot]] : Absent(column));

    /// <summary>What the columns say of an alternative that is the same in every task.</summary>
    public IEnumerable<string> FixedTexts(string name) => Columns.Select(column =>
        Settings.StatusQuo is { } quo && quo.Name == name && quo.Levels.TryGetValue(column, out string? level) ? level : Absent(column));

    private string Absent(string column) => Settings.Attributes.Where(a => a.Name == column)
        .Any(a => a.Absent == "none") ? "none" : "0";
}
