using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Refuses values of a coded column that are none of its levels, and would silently count as the reference.</summary>
internal static class LevelChecks
{
    public static void Run(StudySource source, StudyColumns columns, ChoiceRows rows, InputErrors errors)
    {
        var repeats = new RepeatedErrors(errors);
        foreach (UtilityTerm term in source.Study.Coded)
        {
            foreach (ChoiceRow row in rows.Rows)
            {
                string alternative = rows.Alternatives[row.Alternative];
                string name = (term.Column ?? term.Name).Replace("*", alternative, StringComparison.Ordinal);
                if (!row.Available || !VariableReader.Concerns(term, null, alternative) || !columns.Has(name))
                {
                    continue;
                }

                string text = columns.Text(row.Source, name);
                if (!columns.IsMissing(text) && !term.Levels.Any(level => columns.Same(text, level)))
                {
                    repeats.Add($"{name} {text}", columns.Table.PlaceOf(row.Source, Math.Max(columns.Table.IndexOf(name), 0)),
                        $"column '{name}': '{text}' is none of the levels of '{term.Name}'{DidYouMean.Hint(text, term.Levels)}; levels: "
                            + $"{string.Join(", ", term.Levels)}");
                }
            }
        }

        repeats.Summarise();
    }

    /// <summary>Whether a value of the table is refused here: a coded term that concerns the alternative has none such.</summary>
    public static bool Refuses(Study study, StudyColumns columns, string column, string alternative, int row) =>
        study.Coded.Any(term => (term.Column ?? term.Name) == column && VariableReader.Concerns(term, null, alternative)
            && !term.Levels.Any(level => columns.Same(columns.Text(row, column), level)));
}
