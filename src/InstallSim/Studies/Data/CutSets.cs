using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Tells of filters of a long table that take some alternatives out of a choice set and leave others.</summary>
internal sealed class CutSets(StudySource source, StudyColumns columns, ChoiceRows rows, InputErrors errors)
{
    /// <summary>Warns of the sets cut; where alternatives alone are filtered, which is meant, it is a note.</summary>
    public void Tell(IReadOnlyList<int> kept)
    {
        StudyData data = source.Study.Data;
        if (data.Where.Count == 0 || rows.SituationOf is not { } situationOf)
        {
            return;
        }

        var isKept = new HashSet<int>(kept);
        var cut = new HashSet<int>();
        (int taken, int first) = (0, -1);
        for (int row = 0; row < columns.Table.Rows; row++)
        {
            if (!isKept.Contains(row) && situationOf(row) is var situation and >= 0)
            {
                taken++;
                cut.Add(situation);
                first = first < 0 ? row : first;
            }
        }

        if (taken == 0)
        {
            return;
        }

        int line = columns.Table.PlaceOf(first).Line;
        errors.Warn(new InputWarning(source.Binder.PlaceOf(data, "where"),
            $"'where' takes {taken} rows out of {cut.Count} choice situations and leaves others of them, first line {line} of "
                + $"{rows.NameOf(situationOf(first))}: fewer alternatives are compared than were offered; a filter of people or situations "
                + $"has one value on all rows of a situation",
            IsNote: data.Where.All(filter => filter.Column == data.Alternative || filter.Column == data.Available)));
    }
}
