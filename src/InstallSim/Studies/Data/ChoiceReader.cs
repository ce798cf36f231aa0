using InstallSim.Choice.Data;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Reads the choices of a study; what is wrong goes to the errors.</summary>
internal sealed class ChoiceReader(StudySource source, InputErrors errors)
{
    private static readonly InputMessage None = "no choice situation is left after those with missing values or no choice were dropped";

    private readonly StudyData _data = source.Study.Data;
    private ChoiceSample? _sample;

    /// <summary>Opens the table of a study, or another of the same form.</summary>
    public static StudyColumns? Open(StudySource source, string file, Place saidAt, InputErrors errors)
    {
        return CsvTable.Read(file, source.Study.Data, errors, saidAt) is { } table ? new StudyColumns(table, source, errors) : null;
    }

    /// <summary>Notes the columns that a study names and its table has not, and nothing else.</summary>
    public static void MissingColumns(StudySource source, InputErrors errors)
    {
        var table = new InputErrors();
        if (source.Study.Data is { Responses: null } data && File.Exists(data.File)
            && Open(source, data.File, source.Binder.PlaceOf(data, "file"), table) is { } columns && table.All.Count == 0)
        {
            VariableReader.CheckColumns(source, columns, table);
        }

        foreach (InputError error in table.All.Where(error => error.Place.File != source.Study.Data.File))
        {
            errors.Add(error.Place, error.Said, error.Count);
        }
    }

    public StudyChoices? Read()
    {
        if (Open() is not { } columns || (errors.All.Count > 0 && columns.Table.Rows == 0))
        {
            return null;
        }

        // Of a table that lacks rows, which were of another length, cells alone can be told right or wrong.
        bool isWhole = errors.All.Count == 0;
        if (isWhole)
        {
            columns.CheckDummies(source);
        }

        int[]? kept = new RowSelection(source, columns, errors).Kept(isWhole);
        if (new ChoiceRowReader(source, columns, errors).Read(kept ?? [], isWhole: isWhole) is not { } rows)
        {
            VariableReader.CheckColumns(source, columns, errors, kept ?? []);
            return null;
        }

        if (kept is null)
        {
            VariableReader.CheckColumns(source, columns, errors);
            return null;
        }

        VariableTable variables = new VariableReader(source, columns, rows, errors).Read();
        AlternativeNames.Check(source, columns, rows, errors);
        LevelChecks.Run(source, columns, rows, errors);
        DesignLevelChecks.Run(source, columns, rows, errors);
        FormulaChecks.CheckValues(source, columns, rows, variables, errors);
        if (!isWhole)
        {
            return null;
        }

        foreach (int situation in variables.Incomplete)
        {
            rows.Faults.LeaveOut(situation, FaultKind.MissingValue);
        }

        PersonReader? persons = PersonReader.Of(source, columns, rows);
        persons?.CheckSituations();
        var cut = new CutSets(source, columns, rows, kept);
        if (rows.IsWhole)
        {
            new ChoiceChecks(source, columns, rows, cut).Run();
        }

        cut.Tell(errors);
        OfferedSets.Tell(source, columns, rows, errors);
        return Made(columns, rows, variables, persons, cut.CauseOfNone) is not { } data
            ? null
            : new StudyChoices(data, rows.Alternatives, rows.Faults.Situations.Count, columns.Table.Rows, kept.Length)
            {
                Sample = _sample!,
                LeftOut = [.. rows.Faults.Counts.Select(c => (c.Reason, c.Count))],
                Described = new Lazy<DataDescription>(() => DataDescription.Of(source, _sample!)),
            };
    }

    private StudyColumns? Open()
    {
        if (_data.Responses is not null)
        {
            return new ResponseTable(source, errors).Read() is { } table ? new StudyColumns(table, source, errors) : null;
        }

        if (source.Study.Respondents is { } respondents && !File.Exists(_data.File))
        {
            errors.Add(source.Binder.PlaceOf(_data, "file"),
                $"file '{_data.File}' does not exist; 'installsim respond {ShellWord.Of(source.Path)}' writes it with the answers of the "
                    + $"study's {respondents.Number} simulated respondents");
            return null;
        }

        return Open(source, _data.File, source.Binder.PlaceOf(_data, "file"), errors);
    }

    /// <summary>The choices, unless anything is wrong.</summary>
    private ChoiceData? Made(
        StudyColumns columns, ChoiceRows rows, VariableTable variables, PersonReader? persons, Words whyNone)
    {
        IReadOnlySet<int> dropped = rows.Faults.Situations;
        int[] used = [.. Enumerable.Range(0, rows.Rows.Count).Where(r => !dropped.Contains(rows.Rows[r].Situation))];
        var checks = new VariableChecks(source, columns, rows, errors);
        double[]? weight = checks.Weights(used);
        if (errors.All.Count > 0)
        {
            return null;
        }

        if (used.Length == 0)
        {
            errors.Add(source.Binder.PlaceOf(_data, _data.Responses is null ? "file" : "responses"),
                $"{None}{whyNone}");
            return null;
        }

        (used, weight) = WithoutWeightless(rows, used, weight);
        if (used.Length == 0)
        {
            errors.Add(source.Binder.PlaceOf(_data, "weight"), "every choice situation has the weight 0: none is left");
            return null;
        }

        checks.RefuseUncountable(variables, used);
        int[]? person = persons?.Numbers(used);
        persons?.TellAlike(errors);
        if (errors.All.Count > 0 || Build(columns, rows, variables, used, (person, weight, persons?.Names ?? [])) is not { } data)
        {
            return null;
        }

        checks.CheckSize(data);
        checks.CheckVariation(variables, used);
        checks.CheckConstancy(variables, used, person, weight, persons?.Names ?? []);
        return data;
    }

    /// <summary>Rows of weight 0 play no part: not in N, not in people.</summary>
    private (int[] Used, double[]? Weight) WithoutWeightless(ChoiceRows rows, int[] used, double[]? weight)
    {
        if (weight is null || !weight.Contains(0))
        {
            return (used, weight);
        }

        int left = used.Where((_, r) => weight[r] == 0).Select(r => rows.Rows[r].Situation).Distinct().Count();
        errors.Warn(new InputWarning(source.Binder.PlaceOf(_data, "weight"),
            left == 1 ? $"1 choice situation has the weight 0 and is left out"
                : (InputMessage)$"{left} choice situations have the weight 0 and are left out", IsNote: true));
        return ([.. used.Where((_, r) => weight[r] != 0)], [.. weight.Where(w => w != 0)]);
    }

    private ChoiceData? Build(StudyColumns columns, ChoiceRows rows, VariableTable variables, int[] used,
        (int[]? Person, double[]? Weight, IReadOnlyList<string> Names) whose)
    {
        var table = new ChoiceTable
        {
            Names = variables.Names,
            Columns = [.. variables.Values.Select(column => used.Select(r => column[r]).ToArray())],
            Situation = [.. used.Select(r => rows.Rows[r].Situation)],
            Alternative = [.. used.Select(r => rows.Rows[r].Alternative)],
            Chosen = [.. used.Select(r => rows.Rows[r].Chosen == 1)],
            Available = [.. used.Select(r => rows.Rows[r].Available)],
            Person = whose.Person,
            Weight = whose.Weight,
        };
        _sample = new ChoiceSample(columns, rows, used, whose.Names, table);
        try
        {
            return Answers.Read(_data, table, [.. used.Select(r => rows.Rows[r].Chosen)]);
        }
        catch (ChoiceDataException fault)
        {
            foreach (ChoiceDataError error in fault.Errors)
            {
                errors.Add(error.Row < 0
                    ? new Place(_data.File)
                    : columns.Table.PlaceOf(rows.Rows[used[error.Row]].Source, rows.ChosenColumn), InputMessage.Elsewhere(error.Message));
            }

            return null;
        }
    }
}
