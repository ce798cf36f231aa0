using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>
/// Names in a column of alternatives that are most probably typing errors of others: each would be one more alternative, whose levels no
/// variable of the others knows. Where the study lists its alternatives, all others are refused before.
/// </summary>
internal static class AlternativeNames
{
    public static void Check(StudySource source, StudyColumns columns, ChoiceRows rows, InputErrors errors)
    {
        StudyData data = source.Study.Data;
        if (data is { Layout: DataLayout.Wide } or { Responses: not null } or { Alternatives.Count: > 0 }
            || columns.Table.IndexOf(data.Alternative ?? "") is not (var column and >= 0))
        {
            return;
        }

        string[] shown = source.Study.Design is { Attributes.Count: > 0 } design
            ? [.. OfferedSets.Of(source.Study, design, rows.Alternatives).Where(rows.Alternatives.Contains)] : [];
        if (shown.Length > 1)
        {
            Unknown(columns, rows, (column, shown), errors);
            return;
        }

        foreach (IGrouping<string, string> same in rows.Alternatives.GroupBy(Plain).Where(same => same.Count() > 1))
        {
            string[] names = [.. same];
            errors.Warn(new InputWarning(PlaceOf(columns, rows, column, names[1]),
                $"'{names[0]}' and '{names[1]}' are read as two alternatives"));
        }
    }

    private static void Unknown(StudyColumns columns, ChoiceRows rows, (int Column, string[] Shown) of, InputErrors errors)
    {
        (string known, string all) = (string.Join(", ", of.Shown), string.Join(", ", of.Shown.Union(rows.Alternatives)));
        var repeats = new RepeatedErrors(errors);
        foreach (string name in rows.Alternatives.Except(of.Shown))
        {
            if ((of.Shown.FirstOrDefault(other => Plain(other) == Plain(name)) is null && DidYouMean.Find(name, of.Shown) is null)
                || IsOneMore(rows, name, of.Shown))
            {
                errors.Warn(new InputWarning(PlaceOf(columns, rows, of.Column, name),
                    $"'{name}' is none of the alternatives of the design ({known}) and is read as one more"));
                continue;
            }

            foreach (ChoiceRow row in rows.Rows.Where(row => rows.Alternatives[row.Alternative] == name))
            {
                repeats.Add(name, columns.Table.PlaceOf(row.Source, of.Column),
                    $"'{name}' is none of the alternatives {known}{DidYouMean.Hint(name, of.Shown)}; if it is one more, list all under "
                        + $"'data': 'alternatives: [{all}]'");
            }
        }

        repeats.Summarise();
    }

    /// <summary>Whether a name stands beside all alternatives of the design: it is then none of them with a typing error.</summary>
    private static bool IsOneMore(ChoiceRows rows, string name, string[] shown)
    {
        int at = rows.Alternatives.ToList().IndexOf(name);
        return rows.Sets().Any(set => set.Any(row => row.Alternative == at)
            && shown.All(other => set.Any(row => rows.Alternatives[row.Alternative] == other)));
    }

    private static Place PlaceOf(StudyColumns columns, ChoiceRows rows, int column, string name) =>
        columns.Table.PlaceOf(rows.Rows.First(row => rows.Alternatives[row.Alternative] == name).Source, column);

    /// <summary>A name without capitals and blanks; a whole number without the zeros that a spreadsheet adds or takes away.</summary>
    public static string Plain(string name)
    {
        string plain = string.Concat(name.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return WholeNumber(plain) ?? plain;
    }

    /// <summary>The digits of a whole number, however it is written (<c>01</c>, <c>1.0</c>, <c>1,0</c>); null for another text.</summary>
    public static string? WholeNumber(string text)
    {
        int end = text.AsSpan().IndexOfAny('.', ',') is var point and > 0 && text.AsSpan(point + 1).Trim('0').IsEmpty ? point : text.Length;
        return end > 0 && text.AsSpan(0, end).IndexOfAnyExceptInRange('0', '9') < 0 ? text[..end].TrimStart('0').PadLeft(1, '0') : null;
    }
}
