using InstallSim.Inputs;

namespace InstallSim.Scenarios;

/// <summary>
/// Keys of older scenarios that play no part any more. They are warned about and passed over, so that a file written for an older version
/// still runs, and says what takes their place.
/// </summary>
internal static class RetiredKeys
{
    private static readonly InputMessage Anchored = "opt-outs are solved so that stated shares hold: 'leaving-locum-share', "
        + "'salaried-share' and, for a region, "
        + "'elsewhere-share-born-here' and 'elsewhere-share-born-outside' (0 unless given: no other region)";

    private static readonly InputMessage Spells = "a physician looks again when a spell of tastes ends: 'spell-hazard'";
    private static readonly InputMessage Time = "working time is said by sex and year of birth: 'working-time'";
    private static readonly InputMessage Vacancies = "vacancies count expected exits, unfilled lists and unmet need: "
        + "'vacancy-horizon-years', 'unfilled-fade', 'unmet-need-weight'";

    private static readonly Dictionary<string, Dictionary<string, InputMessage>> Known = new(StringComparer.Ordinal)
    {
        ["physicians"] = new()
        {
            ["locum-constant"] = Anchored,
            ["salaried-constant"] = Anchored,
            ["elsewhere-constant"] = Anchored,
            ["reconsider-early"] = Spells,
            ["reconsider-later"] = Spells,
            ["fte-woman"] = Time,
            ["fte-man"] = Time,
        },
        ["practices"] = new()
        {
            ["vacancy-age"] = Vacancies,
            ["unreplaced-weight"] = Vacancies,
            ["initial-group-share"] = "forms of the start follow age: 'initial-forms'",
        },
        ["preferences"] = new() { ["uncertainty"] = "doubt is said once for the whole scenario: 'uncertainty' beside 'preferences'" },
    };

    /// <summary>The document without its retired keys, each of them warned about.</summary>
    public static YamlDocument Drop(YamlDocument document, InputErrors errors)
    {
        YamlEntry[] entries = [.. document.Root.Entries.Select(section =>
            Known.TryGetValue(section.Key, out var retired) && section.Value is YamlMapping mapping
                ? section with { Value = Without(section.Key, mapping, retired, errors) }
                : section)];
        return document with { Root = new YamlMapping(entries, document.Root.Place) };
    }

    private static YamlMapping Without(string section, YamlMapping mapping, Dictionary<string, InputMessage> retired, InputErrors errors)
    {
        foreach (YamlEntry entry in mapping.Entries.Where(e => retired.ContainsKey(e.Key)))
        {
            errors.Warn(new InputWarning(entry.KeyPlace, $"'{section}.{entry.Key}' plays no part any more: {retired[entry.Key]}"));
        }

        return new YamlMapping([.. mapping.Entries.Where(e => !retired.ContainsKey(e.Key))], mapping.Place);
    }
}
