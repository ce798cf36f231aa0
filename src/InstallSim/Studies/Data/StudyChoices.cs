using InstallSim.Choice.Data;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>The choices of a study, checked.</summary>
/// <param name="Data">The choices, with the variables of the utility.</param>
/// <param name="Alternatives">Names of the alternatives; their codes in the data are their places here.</param>
/// <param name="Dropped">Choice situations left out because a value was missing or nothing was chosen.</param>
/// <param name="FileRows">Rows of the file.</param>
/// <param name="KeptRows">Rows that the filters kept.</param>
public sealed record StudyChoices(ChoiceData Data, IReadOnlyList<string> Alternatives, int Dropped, int FileRows, int KeptRows)
{
    /// <summary>What the choices were made of.</summary>
    internal ChoiceSample Sample { get; init; } = null!; // the reader always sets it

    /// <summary>How the table was read where the study does not say it.</summary>
    public IReadOnlyList<InputWarning> Told { get; init; } = [];

    /// <summary>Reads and checks the choices of a study.</summary>
    /// <exception cref="InputException">Something is wrong; all of it is told, each at its file, line and column.</exception>
    public static StudyChoices Read(StudySource source)
    {
        var errors = new InputErrors();
        var choices = new ChoiceReader(source, errors).Read();
        errors.ThrowIfAny();
        return choices! with { Told = errors.Warnings };
    }
}

/// <summary>The table, its rows that became choices, and whose they are.</summary>
/// <param name="Columns">Columns of the table.</param>
/// <param name="Rows">Rows of alternatives.</param>
/// <param name="Used">Which of them were used.</param>
/// <param name="Persons">What the data call each person, in the order of the choices; empty when they name none.</param>
/// <param name="Table">The rows used as the choice library reads them.</param>
internal sealed record ChoiceSample(StudyColumns Columns, ChoiceRows Rows, int[] Used, IReadOnlyList<string> Persons, ChoiceTable Table);

/// <summary>Reads the choices of a study; what is wrong goes to the errors.</summary>
internal sealed class ChoiceReader(StudySource source, InputErrors errors)
{
    private readonly StudyData _data = source.Study.Data;
    private readonly List<string> _persons = [];
    private ChoiceSample? _sample;

    /// <summary>Opens the table of a study, or another of the same form.</summary>
    public static StudyColumns? Open(StudySource source, string file, Place saidAt, InputErrors errors)
    {
        return CsvTable.Read(file, source.Study.Data, errors, saidAt) is { } table ? new StudyColumns(table, source, errors) : null;
    }

    public StudyChoices? Read()
    {
        if (source.Study.Respondents is { } respondents && !File.Exists(_data.File))
        {
            errors.Add(source.Binder.PlaceOf(_data, "file"),
                $"file '{_data.File}' does not exist; 'installsim respond STUDY' writes it with the answers of the study's "
                    + $"{respondents.Number} simulated respondents");
            return null;
        }

        if (Open(source, _data.File, source.Binder.PlaceOf(_data, "file"), errors) is not { } columns || errors.All.Count > 0)
        {
            return null;
        }

        columns.CheckDummies(source);
        if (new RowSelection(source, columns, errors).Kept() is not { } kept)
        {
            return null;
        }

        if (new ChoiceRowReader(source, columns, errors).Read(kept) is not { } rows)
        {
            return null;
        }

        var variables = new VariableReader(source, columns, rows, errors).Read();
        if (errors.All.Count > 0)
        {
            return null;
        }

        var checks = new ChoiceChecks(source, columns, rows, errors);
        var dropped = checks.Run(variables.Incomplete);
        if (errors.All.Count > 0 || Build(columns, rows, variables, dropped) is not { } data)
        {
            return null;
        }

        CheckSize(data);
        CheckVariation(columns, rows, variables, dropped);
        return new StudyChoices(data, rows.Alternatives, dropped.Count, columns.Table.Rows, kept.Length) { Sample = _sample! };
    }

    /// <summary>Refuses, once a variable, values whose squares and sums no number can hold.</summary>
    private void RefuseUncountable(StudyColumns columns, ChoiceRows rows, VariableTable variables, int[] used)
    {
        const double most = 1e100;
        foreach ((string name, double[] values) in variables.Names.Zip(variables.Values))
        {
            if (Array.FindIndex(used, r => Math.Abs(values[r]) > most) is var k and >= 0)
            {
                string found = values[used[k]].ToString("R", System.Globalization.CultureInfo.InvariantCulture);
                errors.Add(columns.Table.PlaceOf(rows.Rows[used[k]].Source), new Words(
                    $"'{name}' is {found} here, too large to be counted with; correct it, or write it in another unit",
                    $"«\u00a0{name}\u00a0» vaut {found} ici, trop grand pour être compté\u00a0; le corriger, ou l’écrire dans une autre "
                        + "unité"));
            }
        }
    }

    private ChoiceData? Build(StudyColumns columns, ChoiceRows rows, VariableTable variables, IReadOnlySet<int> dropped)
    {
        int[] used = [.. Enumerable.Range(0, rows.Rows.Count).Where(r => !dropped.Contains(rows.Rows[r].Situation))];
        if (used.Length == 0)
        {
            errors.Add(source.Binder.PlaceOf(_data, "file"),
                "no choice situation is left after those with missing values or no choice were dropped");
            return null;
        }

        RefuseUncountable(columns, rows, variables, used);
        double[]? weight = Weights(columns, rows, used);
        if (weight is not null && weight.Any(w => w == 0))
        {
            int left = used.Where((_, r) => weight[r] == 0).Select(r => rows.Rows[r].Situation).Distinct().Count();
            errors.Warn(new InputWarning(source.Binder.PlaceOf(_data, "weight"),
                $"{left} choice situations have the weight 0 and are left out", IsNote: true));
            (used, weight) = ([.. used.Where((_, r) => weight[r] != 0)], [.. weight.Where(w => w != 0)]);
            if (used.Length == 0)
            {
                errors.Add(source.Binder.PlaceOf(_data, "weight"), "every choice situation has the weight 0: none is left");
                return null;
            }
        }

        int[]? person = Persons(columns, rows, used);
        if (errors.All.Count > 0)
        {
            return null;
        }

        var table = new ChoiceTable
        {
            Names = variables.Names,
            Columns = [.. variables.Values.Select(column => used.Select(r => column[r]).ToArray())],
            Situation = [.. used.Select(r => rows.Rows[r].Situation)],
            Alternative = [.. used.Select(r => rows.Rows[r].Alternative)],
            Chosen = [.. used.Select(r => rows.Rows[r].Chosen == 1)],
            Available = [.. used.Select(r => rows.Rows[r].Available)],
            Person = person,
            Weight = weight,
        };
        _sample = new ChoiceSample(columns, rows, used, _persons, table);
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

    private int[]? Persons(StudyColumns columns, ChoiceRows rows, int[] used)
    {
        if (_data.Person is null || columns.Index(_data.Person, source.Binder.PlaceOf(_data, "person")) is not (int index and >= 0))
        {
            return null;
        }

        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var ofSituation = new Dictionary<int, string>();
        var repeats = new RepeatedErrors(errors);
        var person = new int[used.Length];
        for (int i = 0; i < used.Length; i++)
        {
            ChoiceRow row = rows.Rows[used[i]];
            string text = columns.Table.Cell(row.Source, index).Trim().ToString();
            Place place = columns.Table.PlaceOf(row.Source, index);
            if (columns.IsMissing(text))
            {
                repeats.Add($"in column '{_data.Person}'", place,
                    $"column '{_data.Person}': the value is missing; it says whose choice it is");
            }
            else if (ofSituation.TryAdd(row.Situation, text) || ofSituation[row.Situation] == text)
            {
                person[i] = Number(ids, text);
            }
            else
            {
                repeats.Add("situations of two persons", place,
                    $"column '{_data.Person}': choice situation {rows.Situations[row.Situation]} belongs to "
                        + $"'{ofSituation[row.Situation]}' and to '{text}'");
            }
        }

        repeats.Summarise();
        return person;
    }

    private int Number(Dictionary<string, int> ids, string text)
    {
        if (ids.TryGetValue(text, out int known))
        {
            return known;
        }

        _persons.Add(text);
        return ids[text] = _persons.Count - 1;
    }

    private double[]? Weights(StudyColumns columns, ChoiceRows rows, int[] used)
    {
        if (_data.Weight is null || columns.Numbers(_data.Weight, source.Binder.PlaceOf(_data, "weight")) is not { } column)
        {
            return null;
        }

        var repeats = new RepeatedErrors(errors);
        foreach (int r in used.Where(r => !(column.Values[rows.Rows[r].Source] >= 0)))
        {
            int row = rows.Rows[r].Source;
            repeats.Add($"in column '{_data.Weight}'", columns.Table.PlaceOf(row, Math.Max(column.Index, 0)),
                double.IsNaN(column.Values[row])
                    ? columns.Explain(column, row).Message
                    : (InputMessage)$"column '{_data.Weight}': a weight is at least 0, found {InputScalars.Plain(column.Values[row])}");
        }

        repeats.Summarise();
        return [.. used.Select(r => column.Values[rows.Rows[r].Source])];
    }

    private void CheckSize(ChoiceData data)
    {
        if (data.Situations == 1 || data.Persons == 1)
        {
            errors.Add(source.Binder.PlaceOf(_data, _data.Person is null || data.Situations == 1 ? "file" : "person"),
                data.Situations == 1
                    ? (InputMessage)"one choice situation only: nothing can be estimated from it"
                    : $"one person only (column '{_data.Person}'): standard errors need at least two, and a study many");
        }
    }

    /// <summary>Refuses a variable that is the same for all alternatives of every situation: it drops out of the choice.</summary>
    private void CheckVariation(StudyColumns columns, ChoiceRows rows, VariableTable variables, IReadOnlySet<int> dropped)
    {
        int[][] sets = [.. Enumerable.Range(0, rows.Rows.Count)
            .Where(r => rows.Rows[r].Available && !dropped.Contains(rows.Rows[r].Situation))
            .GroupBy(r => rows.Rows[r].Situation).Select(g => g.ToArray())];
        for (int k = 0; k < variables.Utility; k++)
        {
            double[] x = variables.Values[k];
            if (sets.Any(set => set.Any(r => x[r] != x[set[0]])))
            {
                continue;
            }

            string name = variables.Names[k];
            UtilityTerm? term = source.Study.Utility.FirstOrDefault(t => t.Name == name
                || (t.ByAlternative && name.StartsWith(t.Name + ".", StringComparison.Ordinal)));
            Place place = term is null ? source.Binder.PlaceOf(source.Study, "constants-against") : source.Binder.PlaceOf(term, "name");
            int line = columns.Table.PlaceOf(rows.Rows[sets[0][0]].Source).Line;
            errors.Add(place,
                $"the variable '{name}' does not vary within any choice set of {columns.Table.Path} (it is "
                    + $"{InputScalars.Plain(x[sets[0][0]])} for all alternatives of the first, line {line}), "
                    + $"so that its coefficient cannot be told; a variable of the person needs 'alternatives' or "
                    + $"'by-alternative' that leave one out");
        }
    }
}
