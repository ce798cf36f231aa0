using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>
/// Warns, once an attribute, of values in the data that are none of its levels under <c>design:</c>: another unit, a typing error. What a
/// status quo or an opt-out has is not looked at, for it may be each person's own.
/// </summary>
internal static class DesignLevelChecks
{
    public static void Run(StudySource source, StudyColumns columns, ChoiceRows rows, InputErrors errors)
    {
        if (source.Study.Design is not { } design || source.Study.Data is { Layout: DataLayout.Wide, Responses: null })
        {
            return;
        }

        foreach (IGrouping<string, AttributeSettings> attribute in design.Attributes.GroupBy(a => a.Name))
        {
            if (columns.Table.IndexOf(attribute.Key) is var index and >= 0)
            {
                Check(source, columns, rows, (attribute, index), errors);
            }
        }
    }

    private static void Check(StudySource source, StudyColumns columns, ChoiceRows rows,
        (IGrouping<string, AttributeSettings> Entries, int Column) attribute, InputErrors errors)
    {
        (IGrouping<string, AttributeSettings> entries, int column) = attribute;
        string[]?[] allowed = [.. rows.Alternatives.Select(name => Allowed(source.Study, entries, name))];
        var known = rows.Alternatives.Select(_ =>
            new Dictionary<string, bool>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>()).ToArray();
        int wrong = 0, first = -1;
        foreach (ChoiceRow row in rows.Rows.Where(row => row.Available && allowed[row.Alternative] is not null))
        {
            ReadOnlySpan<char> text = columns.Table.Cell(row.Source, column).Trim();
            if (!known[row.Alternative].TryGetValue(text, out bool isLevel))
            {
                string value = text.ToString();
                known[row.Alternative][text] = isLevel = columns.IsMissing(text)
                    || allowed[row.Alternative]!.Any(level => columns.Same(value, level));
            }

            if (!isLevel)
            {
                wrong++;
                first = first < 0 ? row.Source : first;
            }
        }

        if (wrong > 0)
        {
            string levels = string.Join(", ", entries.SelectMany(e => e.Levels).Distinct());
            errors.Warn(new InputWarning(columns.Table.PlaceOf(first, column),
                $"column '{entries.Key}': {wrong} rows of alternatives have values that are none of its levels under 'design', such as "
                    + $"'{columns.Table.Cell(first, column).Trim()}'; levels: {levels}"));
        }
    }

    /// <summary>What an alternative of the design may have; null for one that it does not make.</summary>
    private static string[]? Allowed(Study study, IGrouping<string, AttributeSettings> entries, string name)
    {
        string code = study.Data.Alternatives.FirstOrDefault(a => a.Name == name)?.CodeOrName ?? name;
        return !study.Design!.Alternatives.Contains(code) ? null
            : entries.Any(e => e.IsOf(code)) ? [.. entries.Where(e => e.IsOf(code)).SelectMany(e => e.Levels)]
            : [.. entries.Select(e => e.Absent)];
    }
}
