using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Designs;

/// <summary>
/// Refuses a design that nobody can be asked as it stands: a level that would silently count as another, a task that is in two blocks, or
/// one that lacks an alternative which the study's design shows in the others.
/// </summary>
internal static class AskedTaskChecks
{
    /// <summary>Standard deviations that no draw lies further from the mean.</summary>
    private const double MostDeviations = 40;

    public static void Run(StudySource source, StudyColumns columns, ChoiceRows rows, InputErrors errors)
    {
        LevelChecks.Run(source, columns, rows, errors);
        DesignLevelChecks.Run(source, columns, rows, errors);
        if (!rows.IsWhole)
        {
            return;
        }

        Blocks(source, columns, rows, errors);
        if (source.Study.Design is { Attributes.Count: > 0 } design)
        {
            Alternatives(source.Study, design, columns, rows, errors);
        }
    }

    /// <summary>Refuses utilities that are no numbers: nobody could choose by them.</summary>
    public static void Utilities(StudySource source, StudyColumns columns, ChoiceRows rows, VariableTable variables, InputErrors errors)
    {
        RespondentSettings settings = source.Study.Respondents!;
        double[] most = [.. variables.Names.Select(name => Math.Abs(settings.Coefficients.GetValueOrDefault(name))
            + (MostDeviations * settings.Spreads.GetValueOrDefault(name)))];
        for (int row = 0; row < rows.Rows.Count; row++)
        {
            if (!double.IsFinite(most.Select((size, k) => size * Math.Abs(variables.Values[k][row])).Sum()))
            {
                int line = columns.Table.PlaceOf(rows.Rows[row].Source).Line;
                errors.Add(source.Binder.PlaceOf(settings, "coefficients"), new Words(
                    $"the utility of line {line} of the design is too large to be counted with",
                    $"l’utilité de la ligne {line} du plan est trop grande pour être comptée"));
                return;
            }
        }
    }

    /// <summary>A respondent answers one block, so that a task is in one.</summary>
    private static void Blocks(StudySource source, StudyColumns columns, ChoiceRows rows, InputErrors errors)
    {
        string column = DesignTableFile.BlockColumn(source.Study);
        if (source.Study.Respondents!.Block is "" || columns.Table.IndexOf(column) is not (var index and >= 0))
        {
            return;
        }

        var repeats = new RepeatedErrors(errors);
        foreach (ArraySegment<ChoiceRow> set in rows.Sets())
        {
            string block = columns.Text(set[0].Source, column);
            foreach (ChoiceRow row in set)
            {
                string own = columns.Text(row.Source, column);
                if (columns.IsMissing(own))
                {
                    repeats.Add("missing", columns.Table.PlaceOf(row.Source, index), new Words(
                        $"column '{column}': the block is missing", $"colonne «\u00a0{column}\u00a0»\u00a0: le bloc manque"));
                }
                else if (own != block && !columns.IsMissing(block))
                {
                    repeats.Add("two", columns.Table.PlaceOf(row.Source, index), new Words(
                        $"column '{column}': the task is in block '{block}' above and in '{own}' here; a task is in one",
                        $"colonne «\u00a0{column}\u00a0»\u00a0: la tâche est du bloc «\u00a0{block}\u00a0» plus haut et du bloc "
                            + $"«\u00a0{own}\u00a0» ici\u00a0; une tâche est d’un seul bloc"));
                }
            }
        }

        repeats.Summarise();
    }

    private static void Alternatives(Study study, DesignSettings design, StudyColumns columns, ChoiceRows rows, InputErrors errors)
    {
        string[] known = OfferedSets.Of(study, design, rows.Alternatives);
        int column = columns.Table.IndexOf(study.Data.Alternative ?? "");
        var repeats = new RepeatedErrors(errors);
        foreach (ChoiceRow row in rows.Rows.Where(row => !known.Contains(rows.Alternatives[row.Alternative])))
        {
            string name = rows.Alternatives[row.Alternative];
            repeats.Add("unknown", columns.Table.PlaceOf(row.Source, column),
                $"'{name}' is none of the alternatives {string.Join(", ", known)}{DidYouMean.Hint(name, known)}", name);
        }

        foreach ((ArraySegment<ChoiceRow> set, string missing) in OfferedSets.Lacking(study, design, rows))
        {
            repeats.Add($"without {missing}", columns.Table.PlaceOf(set[0].Source, column),
                $"{rows.NameOf(set[0].Situation)} has no '{missing}', which the design shows in every task");
        }

        repeats.Summarise();
    }
}
