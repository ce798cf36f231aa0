using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>
/// Warns, once an attribute, of values in the data that are none of its levels under <c>design:</c>: another unit, a typing error; refuses
/// them where they would count as another level. What a status quo or an opt-out has is not looked at, for it may be each person's own.
/// </summary>
internal static class DesignLevelChecks
{
    private static readonly double[] Factors = [1000, 0.001, 100, 0.01, 10, 0.1, 1e6, 1e-6];

    private static readonly CountedWords OutOfLevels = new(
        new("row of an alternative has a value that is none", "ligne d’option a une valeur qui n’est aucun"),
        new("rows of alternatives have values that are none", "lignes d’options ont des valeurs qui ne sont aucun"));

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
        string[] shown = OfferedSets.Of(source.Study, source.Study.Design!, rows.Alternatives);
        string[]?[] allowed = [.. rows.Alternatives.Select(name => Allowed(source.Study.Design!, entries, Array.IndexOf(shown, name)))];
        var known = rows.Alternatives.Select(_ =>
            new Dictionary<string, bool>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>()).ToArray();
        var wrong = new List<ChoiceRow>();
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
                wrong.Add(row);
            }
        }

        string[] levels = [.. entries.SelectMany(e => e.Levels).Distinct()];
        wrong.RemoveAll(row => LevelChecks.Refuses(source.Study, columns, entries.Key, rows.Alternatives[row.Alternative], row.Source));
        RefuseUnknown(source.Study, columns, column, levels, wrong, errors);
        if (wrong.Count > 0)
        {
            InputMessage unit = OtherUnit(entries, levels, known.SelectMany(k => k.Dictionary).Where(k => !columns.IsMissing(k.Key)));
            errors.Warn(new InputWarning(columns.Table.PlaceOf(wrong[0].Source, column),
                $"column '{entries.Key}': {OutOfLevels.Of(wrong.Count)} of its levels under 'design', such as "
                    + $"'{columns.Table.Cell(wrong[0].Source, column).Trim()}'; levels: {string.Join(", ", levels)}{unit}"));
        }
    }

    /// <summary>
    /// Refuses values of a column that variables of 0 and 1 (or −1) are made of, where none of them knows the value: it would silently
    /// count as the one that all are 0 for. They are taken out of those to warn of.
    /// </summary>
    private static void RefuseUnknown(
        Study study, StudyColumns columns, int column, string[] levels, List<ChoiceRow> wrong, InputErrors errors)
    {
        string name = columns.Table.Columns[column];
        DerivedColumn[] made = [.. study.Derived.Where(d => d.Recipe is Recipe.Dummy or Recipe.Effects && d.Of.Contains(name))];
        if (made.Length == 0)
        {
            return;
        }

        string[] told = [.. made.SelectMany(d => d.Values)];
        var repeats = new RepeatedErrors(errors);
        foreach (ChoiceRow row in wrong.ToArray())
        {
            string value = columns.Table.Cell(row.Source, column).Trim().ToString();
            if (!told.Any(other => columns.Same(value, other)))
            {
                wrong.Remove(row);
                repeats.Add($"{name} {value}", columns.Table.PlaceOf(row.Source, column),
                    $"column '{name}': '{value}' is none of its levels under 'design', and no variable made of it knows the value: all "
                        + $"would be 0{DidYouMean.Hint(value, levels)}; levels: {string.Join(", ", levels)}");
            }
        }

        repeats.Summarise();
    }

    /// <summary>That all numbers of a column are its levels times one power of ten; none where they are not.</summary>
    private static InputMessage OtherUnit(
        IEnumerable<AttributeSettings> entries, string[] levels, IEnumerable<KeyValuePair<string, bool>> seen)
    {
        double[] at = [.. levels.Select(Number)], values = [.. seen.Select(s => Number(s.Key)).Where(v => v != 0)];
        if (values.Length == 0 || seen.Any(s => s.Value && Number(s.Key) != 0) || !values.Concat(at).All(double.IsFinite))
        {
            return InputMessage.None;
        }

        double factor = Factors.FirstOrDefault(f => values.All(v => at.Any(level => Math.Abs(v - (f * level)) <= 1e-9 * Math.Abs(v))));
        InputMessage of = entries.FirstOrDefault(e => e.Unit.Length > 0) is { } unit
            ? $" than {new Words(unit.Unit, unit.UnitFr.Length > 0 ? unit.UnitFr : unit.Unit)}"
            : InputMessage.None;
        return factor == 0 ? InputMessage.None
            : (InputMessage)($"; each is {factor} times a level: in another unit{of}? 'divide-by: {factor}' on the variable under utility "
                + $"makes them levels");

        static double Number(string text) => InputScalars.TryNumber(text, out double number, out _) ? number : double.NaN;
    }

    /// <summary>What an alternative of the design, by its place, may have; null for one that it does not make.</summary>
    private static string[]? Allowed(DesignSettings design, IGrouping<string, AttributeSettings> entries, int place) =>
        place < 0 || place >= design.Alternatives.Count ? null
            : entries.Where(e => e.IsOf(design.Alternatives[place])).ToArray() is { Length: > 0 } own ? [.. own.SelectMany(e => e.Levels)]
            : [.. entries.Select(e => e.Absent)];
}
