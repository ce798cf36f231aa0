using InstallSim.Choice.Formulas;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Checks the names of formulas against the columns of a table, and their values row by row.</summary>
internal static class FormulaChecks
{
    /// <summary>
    /// The columns of formulas that there are; names that are neither a parameter nor a column, and those that are both, go to the errors.
    /// </summary>
    public static IReadOnlyList<UtilityTerm> Known(
        StudySource source, StudyColumns columns, IReadOnlyList<string> alternatives, InputErrors errors)
    {
        Study study = source.Study;
        foreach (string name in study.Parameters.Keys.Where(columns.Has))
        {
            errors.Add(source.Binder.PlaceOf(study.Parameters, name),
                $"'{name}' is a parameter and a column of {columns.Table.Path}: call the parameter otherwise");
        }

        var known = new List<UtilityTerm>();
        foreach (UtilityTerm term in StudyFormulas.Terms(study))
        {
            string? unknown = alternatives.Where(a => VariableReader.Concerns(term, null, a))
                .Select(a => term.Column!.Replace("*", a, StringComparison.Ordinal)).FirstOrDefault(name => !columns.Has(name));
            if (unknown is null)
            {
                known.Add(term);
                continue;
            }

            string[] names = [.. study.Parameters.Keys, .. columns.Names];
            string longer = columns.Names.FirstOrDefault(name => name.StartsWith(unknown + "-", StringComparison.Ordinal)) ?? "";
            errors.Add(StudyFormulas.PlaceOf(source, term.Alternatives.Count > 0 ? term.Alternatives[0] : null), longer.Length > 0
                ? (InputMessage)($"'{unknown}' in the formula is neither a parameter nor a column of {columns.Table.Path}; a name that is "
                    + $"no word stands in brackets: [{longer}]")
                : $"'{unknown}' in the formula is neither a parameter nor a column of {columns.Table.Path}"
                    + $"{DidYouMean.Hint(unknown, names)}; parameters: {string.Join(", ", study.Parameters.Keys)}; "
                    + $"columns: {string.Join(", ", columns.Names.Take(40))}");
        }

        return known;
    }

    /// <summary>Refuses rows in which the formula is no number at the starting values: the logarithm of 0, a division by 0.</summary>
    public static void CheckValues(StudySource source, StudyColumns columns, ChoiceRows rows, VariableTable variables, InputErrors errors)
    {
        Study study = source.Study;
        if (!StudyFormulas.AreIn(study) || errors.All.Count > 0)
        {
            return;
        }

        var place = variables.Names.Index().DistinctBy(n => n.Item).ToDictionary(n => n.Item, n => n.Index);
        var start = study.Parameters.ToDictionary(p => p.Key, p =>
            study.Estimation.Fixed.TryGetValue(p.Key, out double held) || study.Estimation.Start.TryGetValue(p.Key, out held)
                ? held
                : p.Value.Start);
        var formulas = StudyFormulas.Of(study);
        Formula?[] of =
            [.. rows.Alternatives.Select(a => formulas.FirstOrDefault(f => f.Alternative is null || f.Alternative == a).Formula)];
        IReadOnlyList<string>[] moving = [.. of.Select(f => f?.Exponents ?? [])];
        var repeats = new RepeatedErrors(errors);
        for (int r = 0; r < rows.Rows.Count; r++)
        {
            ChoiceRow row = rows.Rows[r];
            int at = r;
            if (!row.Available || variables.Incomplete.Contains(row.Situation) || of[row.Alternative] is not { } formula)
            {
                continue;
            }

            double Start(string name) => start[name];
            double Column(string name) => variables.Values[place[name]][at];
            if (formula.Blame(Start, Column) is not { } blame)
            {
                if (formula.BlameExponents(Start, Column, moving[row.Alternative]) is { } power)
                {
                    repeats.Add($"{power.Part}", columns.Table.PlaceOf(row.Source),
                        $"{rows.NameOf(row.Situation)}: '{power.Part}' in the formula is a number only where its exponent, a "
                            + $"parameter, is whole (one that is fixed can be written as a number), with {Because(power.Because)}");
                }

                continue;
            }

            string because = Because(blame.Because);
            repeats.Add($"{blame.Part}", columns.Table.PlaceOf(row.Source), blame.Part.Parameters.Count > 0
                ? $"{rows.NameOf(row.Situation)}: '{blame.Part}' in the formula is no number at the starting values, with {because}"
                : (InputMessage)$"{rows.NameOf(row.Situation)}: '{blame.Part}' in the formula is no number, with {because}");
        }

        repeats.Summarise();
    }

    private static string Because(IReadOnlyList<(Formula Part, double Value)> parts) =>
        string.Join(", ", parts.Select(b => $"{b.Part} = {InputScalars.Plain(b.Value)}").Distinct());
}
