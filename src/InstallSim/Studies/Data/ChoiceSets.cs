using InstallSim.Choice.Data;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Reads choice sets that nobody has answered: those of a design, and those to predict.</summary>
internal static class ChoiceSets
{
    /// <summary>The choice sets of a table in the layout of the data, without answers.</summary>
    /// <param name="source">The study.</param>
    /// <param name="file">The table.</param>
    /// <param name="saidAt">Where the study names it.</param>
    /// <param name="alternatives">Names of the alternatives, when other data have told them.</param>
    /// <exception cref="InputException">The table is wrong; all of it is told.</exception>
    public static ChoiceData Of(StudySource source, string file, Place saidAt, IReadOnlyList<string> alternatives) =>
        Read(source, file, saidAt, alternatives).Data;

    /// <summary>The same, with the rows that they were read from and the person of each; null where the table names nobody.</summary>
    public static (ChoiceData Data, ChoiceRows Rows, string[]? Persons) Read(
        StudySource source, string file, Place saidAt, IReadOnlyList<string> alternatives)
    {
        var errors = new InputErrors();
        var read = Read(source, file, saidAt, alternatives, errors);
        errors.ThrowIfAny();
        var (columns, rows, variables) = read!.Value;
        string[]? persons = source.Study.Data.Person is { } name && columns.Has(name) && columns.Key(name, saidAt) is { } person
            ? [.. rows.Rows.Select(row => person.Text(row.Source))]
            : null;
        return (Of(rows, variables, columns, file), rows, persons);
    }

    /// <summary>Says all that is wrong with a table of sets, before anything is estimated.</summary>
    public static void Check(StudySource source, string file, Place saidAt, IReadOnlyList<string> alternatives, InputErrors errors) =>
        Read(source, file, saidAt, alternatives, errors);

    private static (StudyColumns, ChoiceRows, VariableTable)? Read(
        StudySource source, string file, Place saidAt, IReadOnlyList<string> alternatives, InputErrors errors)
    {
        int before = errors.All.Count;
        if (ChoiceReader.Open(source, file, saidAt, errors) is not { } columns)
        {
            return null;
        }

        var own = new InputErrors();
        ChoiceRows? rows = new ChoiceRowReader(source, columns, own)
            .Read([.. Enumerable.Range(0, columns.Table.Rows)], answers: false, alternatives, isWhole: errors.All.Count == before);
        VariableTable? variables = null;
        if (rows is not null)
        {
            variables = new VariableReader(source, columns, rows, own).Read();
            LevelChecks.Run(source, columns, rows, own);
            FormulaChecks.CheckValues(source, columns, rows, variables, own);
            if (rows.IsWhole)
            {
                new ChoiceChecks(source, columns, rows).Run();
            }
        }
        else
        {
            VariableReader.CheckColumns(source, columns, own);
        }

        errors.Add(own.All);

        return rows is null || variables is null ? null : (columns, rows, variables);
    }

    private static ChoiceData Of(ChoiceRows rows, VariableTable variables, StudyColumns columns, string file)
    {
        try
        {
            return ChoiceData.Unanswered(new ChoiceTable
            {
                Names = variables.Names,
                Columns = variables.Values,
                Situation = [.. rows.Rows.Select(r => r.Situation)],
                Alternative = [.. rows.Rows.Select(r => r.Alternative)],
                Available = [.. rows.Rows.Select(r => r.Available)],
                Chosen = [],
            });
        }
        catch (ChoiceDataException fault)
        {
            throw new InputException([.. fault.Errors.Select(e =>
                new InputError(e.Row < 0 ? new Place(file) : columns.Table.PlaceOf(rows.Rows[e.Row].Source),
                    InputMessage.Elsewhere(e.Message)))]);
        }
    }
}
