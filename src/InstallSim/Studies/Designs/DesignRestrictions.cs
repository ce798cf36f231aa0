using InstallSim.Choice.Designs;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Designs;

/// <summary>Reads what a design must not show, <c>never</c> and <c>require</c>, as combinations of levels in slots.</summary>
internal sealed class DesignRestrictions(StudySource source, DesignLayout layout, InputErrors errors)
{
    private readonly DesignSettings _settings = layout.Settings;
    private readonly List<IReadOnlyList<SlotLevel>> _never = [];

    public IReadOnlyList<IReadOnlyList<SlotLevel>> Read()
    {
        for (int i = 0; i < _settings.Never.Count; i++)
        {
            Add(_settings.Never[i], source.Binder.PlaceOf(_settings, "never", i));
        }

        foreach (RequiredLevels rule in _settings.Require)
        {
            Place place = source.Binder.PlaceOf(rule, "then");
            foreach ((string name, IReadOnlyList<string> levels) in rule.Then)
            {
                foreach (string level in levels)
                {
                    Add(With(rule.When, name, level), place, onlyCheck: true);
                }

                foreach (string level in LevelsOf(name).Where(l => !levels.Contains(l)))
                {
                    Add(With(rule.When, name, level), place);
                }
            }
        }

        return _never;
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> when, string name, string level) =>
        new(when) { [name] = level };

    private IEnumerable<string> LevelsOf(string name)
    {
        (string? alternative, string attribute) = Split(name);
        return _settings.Attributes.Where(a => a.Name == attribute && (alternative is null || a.IsOf(alternative)))
            .SelectMany(a => a.Levels).Distinct();
    }

    /// <summary>An attribute's name, and the alternative before a point.</summary>
    private (string? Alternative, string Attribute) Split(string name)
    {
        if (_settings.Attributes.Any(a => a.Name == name))
        {
            return (null, name);
        }

        string? alternative = _settings.Alternatives.FirstOrDefault(a => name.StartsWith(a + ".", StringComparison.Ordinal));
        return alternative is null ? (null, name) : (alternative, name[(alternative.Length + 1)..]);
    }

    private void Add(IReadOnlyDictionary<string, string> combination, Place place, bool onlyCheck = false)
    {
        int before = errors.All.Count;
        var parts = combination.Select(pair => (Name: Split(pair.Key), Level: pair.Value)).ToArray();
        foreach (var ((alternative, name), level) in parts)
        {
            AttributeSettings[] of = [.. _settings.Attributes.Where(a => a.Name == name && (alternative is null || a.IsOf(alternative)))];
            if (of.Length == 0)
            {
                errors.Add(place, DesignChecks.NoAttribute(_settings, name));
            }
            else if (of.All(a => !a.Levels.Contains(level)))
            {
                string[] levels = [.. of.SelectMany(a => a.Levels).Distinct()];
                errors.Add(place,
                    $"'{level}' is no level of '{name}'{DidYouMean.Hint(level, levels)}; levels: {string.Join(", ", levels)}");
            }
        }

        if (parts.Select(p => p.Name.Alternative is null).Distinct().Count() > 1)
        {
            errors.Add(place, new Words(
                "a combination is within an alternative, or between alternatives with each attribute named ALTERNATIVE.ATTRIBUTE; not both",
                "une combinaison vaut dans une option, ou entre options si chaque attribut est nommé OPTION.ATTRIBUT\u00a0; pas les deux"));
        }

        if (errors.All.Count == before && !onlyCheck)
        {
            Expand(parts);
        }
    }

    private void Expand(((string? Alternative, string Attribute) Name, string Level)[] parts)
    {
        bool isWithin = parts[0].Name.Alternative is null;
        for (int j = 0; j < (isWithin ? _settings.Alternatives.Count : 1); j++)
        {
            SlotLevel[] never = [.. parts.Select(p => Find(p.Name.Alternative ?? _settings.Alternatives[j], p.Name.Attribute, p.Level))];
            if (never.All(n => n.Slot >= 0 && n.Level >= 0))
            {
                _never.Add(never);
            }
        }
    }

    private SlotLevel Find(string alternative, string attribute, string level)
    {
        int slot = layout.SlotOf(_settings.Alternatives.ToList().IndexOf(alternative), attribute);
        return new SlotLevel(slot, slot < 0 ? -1 : layout.Attributes[slot].Levels.ToList().IndexOf(level));
    }
}
