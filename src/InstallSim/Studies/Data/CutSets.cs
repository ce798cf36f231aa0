using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Choice sets of a long table out of which a filter takes some alternatives and leaves others.</summary>
internal sealed class CutSets
{
    private readonly StudySource _source;
    private readonly StudyColumns _columns;
    private readonly ChoiceRows _rows;
    private readonly HashSet<int> _cut = [];
    private readonly int _taken, _first = -1;

    /// <summary>Looks for them.</summary>
    /// <param name="source">The study.</param>
    /// <param name="columns">Its table.</param>
    /// <param name="rows">The rows of alternatives.</param>
    /// <param name="kept">Rows of the file that the filters keep.</param>
    public CutSets(StudySource source, StudyColumns columns, ChoiceRows rows, IReadOnlyList<int> kept)
    {
        (_source, _columns, _rows) = (source, columns, rows);
        if (source.Study.Data.Where.Count == 0 || rows.SituationOf is not { } situationOf)
        {
            return;
        }

        var isKept = new HashSet<int>(kept);
        for (int row = 0; row < columns.Table.Rows; row++)
        {
            if (!isKept.Contains(row) && situationOf(row) is var situation and >= 0)
            {
                _taken++;
                _cut.Add(situation);
                _first = _first < 0 ? row : _first;
            }
        }
    }

    /// <summary>What a fault of a choice set says of its cause: nothing where the set is whole.</summary>
    public Words Cause(int situation) => _cut.Contains(situation)
        ? new Words(
            "; 'where' takes rows of it away: a filter of people or situations has one value on all rows of a situation",
            "\u00a0; «\u00a0where\u00a0» en retire des lignes\u00a0: un filtre de personnes ou de situations a une seule valeur sur "
                + "toutes les lignes d’une situation")
        : new Words("", "");

    /// <summary>The same where no choice set is left.</summary>
    public Words CauseOfNone => _cut.Count > 0
        ? new Words(
            $"; 'where' takes rows out of {_cut.Count} and leaves others of them",
            $"\u00a0; «\u00a0where\u00a0» retire des lignes de {_cut.Count} d’entre elles et en laisse d’autres")
        : new Words("", "");

    /// <summary>Warns of them; where rows go that could not be chosen, which changes nothing, it is a note.</summary>
    public void Tell(InputErrors errors)
    {
        if (_taken == 0)
        {
            return;
        }

        StudyData data = _source.Study.Data;
        int line = _columns.Table.PlaceOf(_first).Line;
        errors.Warn(new InputWarning(_source.Binder.PlaceOf(data, "where"),
            $"'where' takes {_taken} rows out of {_cut.Count} choice situations and leaves others of them, first line {line} of "
                + $"{_rows.NameOf(_rows.SituationOf!(_first))}: fewer alternatives are compared than were offered; a filter of people or "
                + $"situations has one value on all rows of a situation",
            IsNote: data.Where.All(filter => filter.Column == data.Available)));
    }
}
