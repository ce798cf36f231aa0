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

    /// <summary>The same, with the rows that they were read from.</summary>
    public static (ChoiceData Data, ChoiceRows Rows) Read(StudySource source, string file, Place saidAt, IReadOnlyList<string> alternatives)
    {
        var errors = new InputErrors();
        var columns = ChoiceReader.Open(source, file, saidAt, errors);
        errors.ThrowIfAny();
        var reader = new ChoiceRowReader(source, columns!, errors);
        int[] all = [.. Enumerable.Range(0, columns!.Table.Rows)];
        if ((reader.Read(all, answers: false, alternatives) ?? reader.Understood) is not { } rows)
        {
            throw new InputException([.. errors.All.Distinct()]);
        }

        VariableTable variables = new VariableReader(source, columns, rows, errors).Read();
        CheckSets(source, rows, columns, errors);
        foreach (ChoiceRow row in variables.Incomplete.Select(situation => rows.Rows.First(r => r.Situation == situation)))
        {
            errors.Add(columns.Table.PlaceOf(row.Source),
                $"choice set {rows.Situations[row.Situation]}: a value is missing, and a set to predict cannot be dropped");
        }

        if (errors.All.Count > 0)
        {
            throw new InputException([.. errors.All.Select(fault => Needed(fault, columns)).Distinct()]);
        }

        return (Of(rows, variables, columns, file), rows);
    }

    /// <summary>Notes sets that have an alternative twice or fewer than two, in the words of the table.</summary>
    private static void CheckSets(StudySource source, ChoiceRows rows, StudyColumns columns, InputErrors errors)
    {
        var repeats = new RepeatedErrors(errors);
        var read = rows.Rows.Select(r => r.Source).ToHashSet();
        foreach (var set in rows.Rows.GroupBy(r => r.Situation))
        {
            ChoiceRow[] available = [.. set.Where(r => r.Available)];
            InputMessage name = $"choice set {rows.Situations[set.Key]}";
            if (set.GroupBy(r => r.Alternative).FirstOrDefault(g => g.Count() > 1) is { } twice)
            {
                repeats.Add("an alternative twice", columns.Table.PlaceOf(twice.Last().Source),
                    $"{name} has the alternative '{rows.Alternatives[twice.Key]}' {twice.Count()} times");
            }
            else if (available.Length < 2 && !HasUnread(set, read, columns, source.Study.Data.Layout == DataLayout.Long))
            {
                InputMessage few = available.Length == 0
                    ? (InputMessage)"no available alternative"
                    : $"one available alternative, '{rows.Alternatives[available[0].Alternative]}'";
                repeats.Add("too few alternatives", columns.Table.PlaceOf(set.Last().Source),
                    $"{name} has {few}; a choice needs two or more");
            }
        }

        repeats.Summarise();
    }

    /// <summary>Whether a row beside those of a set could not be read, which may be its own.</summary>
    private static bool HasUnread(IEnumerable<ChoiceRow> set, HashSet<int> read, StudyColumns columns, bool isLong) => isLong
        && set.SelectMany(r => (int[])[r.Source - 1, r.Source + 1]).Any(r => r >= 0 && r < columns.Table.Rows && !read.Contains(r));

    /// <summary>A value that is missing cannot be dropped with its set here.</summary>
    private static InputError Needed(InputError fault, StudyColumns columns) =>
        fault.Said.Template.Contains("'missing: drop' under data", StringComparison.Ordinal) && fault.Place.Column > 0
            && fault.Said.Template.StartsWith("column '{0}'", StringComparison.Ordinal)
            ? fault with
            {
                Said = $"column '{columns.Table.Columns[fault.Place.Column - 1]}': the value is missing; a set to predict needs it",
            }
            : fault;

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
