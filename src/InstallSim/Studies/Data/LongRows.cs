using System.Globalization;
using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Reads a table with one row an alternative of a choice situation.</summary>
internal sealed class LongRows(
    StudySource source, StudyColumns columns, SituationFaults faults, InputErrors errors, bool hasAllRows)
{
    private readonly StudyData _data = source.Study.Data;
    private readonly AnswerCells _cells = new(columns, faults);
    private readonly List<ChoiceRow> _rows = [];
    private readonly List<string> _situations = [];
    private readonly List<string> _persons = [];
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private bool _isWhole = hasAllRows;

    /// <summary>Reads the rows kept; null when columns are missing.</summary>
    public ChoiceRows? Read(IReadOnlyList<int> kept, bool answers, IReadOnlyList<string> known)
    {
        SituationKeys? keys = SituationKeys.Of(source, columns, answers);
        KeyColumn? alternative = _data.Alternative is { } name ? columns.Key(name, At("alternative")) : null;
        var available = _cells.Availability(_data.Available, At("available"));
        string key = _data.Rank is not null ? "rank" : _data.Best is not null ? "best" : "chosen";
        KeyColumn? chosen = answers ? columns.Key((_data.Rank ?? _data.Best ?? _data.Chosen)!, At(key)) : null,
            worst = answers && _data.Worst is { } last ? columns.Key(last, At("worst")) : null;
        if (keys is null || (_data.Alternative is not null && alternative is null)
            || (answers && (chosen is null || (_data.Worst is not null && worst is null))))
        {
            return null;
        }

        keys.FindRestarts(kept, alternative, errors);
        foreach (KeyColumn marks in new[] { chosen, worst }.OfType<KeyColumn>().Where(_ => _data.Rank is null))
        {
            _cells.FindBlanks(kept, marks, errors);
        }

        var codes = new AlternativeCodes(_data, columns, known);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (int row in kept)
        {
            if (Id(keys, row) is not { } id || (alternative is null ? Next(places, id) : Code(alternative, row)) is not { } code)
            {
                _isWhole = false;
                continue;
            }

            int n = Situation(keys, row, id);
            if (codes.Of(code) is var j && j < 0)
            {
                _cells.Unreadable(row, alternative ?? keys.Last, n, codes.Unknown(code), code);
                continue;
            }

            _rows.Add(new ChoiceRow(row, n, j, Answer(row, chosen, worst, n), available(row, n)));
        }

        return Made(codes.Names, chosen?.Index ?? -1, keys, answers);
    }

    /// <summary>The code of the next alternative of a situation whose rows say none: its place from 1.</summary>
    private static string Next(Dictionary<string, int> places, string situation) =>
        (places[situation] = places.GetValueOrDefault(situation) + 1).ToString(CultureInfo.InvariantCulture);

    private Place At(string key) => source.Binder.PlaceOf(_data, key);

    private string? Id(SituationKeys keys, int row)
    {
        if (keys.Id(row) is { } id)
        {
            if (keys is not { IsRestarting: true, Person: { } person } || !columns.IsMissing(person.Text(row)))
            {
                return id;
            }

            faults.Add(-1, FaultKind.Unreadable, $"key {person.Name}", columns.Table.PlaceOf(row, person.Index),
                $"column '{person.Name}': the value is missing; it says whose choice it is");
            return null;
        }

        foreach (KeyColumn column in keys.Columns.Where(column => columns.IsMissing(column.Text(row))))
        {
            NoKey(column, row);
        }

        return null;
    }

    private string? Code(KeyColumn alternative, int row)
    {
        string text = alternative.Text(row);
        if (!columns.IsMissing(text))
        {
            return text;
        }

        NoKey(alternative, row);
        return null;
    }

    private void NoKey(KeyColumn column, int row)
    {
        (Place place, InputMessage message) = columns.WhyNoKey(column, row);
        faults.Add(-1, FaultKind.Unreadable, $"key {column.Name}", place, message);
    }

    private int Situation(SituationKeys keys, int row, string id)
    {
        if (!_ids.TryGetValue(id, out int n))
        {
            _ids[id] = n = _situations.Count;
            _situations.Add(keys.Name(row));
            if (keys.IsRestarting)
            {
                _persons.Add(keys.Person!.Text(row));
            }
        }

        return n;
    }

    private int Answer(int row, KeyColumn? chosen, KeyColumn? worst, int situation) =>
        chosen is null ? 0
        : _data.Rank is not null ? _cells.Rank(row, chosen, situation)
        : (_cells.Mark(row, chosen, situation) ? 1 : 0) | (worst is not null && _cells.Mark(row, worst, situation) ? 2 : 0);

    private ChoiceRows Made(IReadOnlyList<string> names, int chosen, SituationKeys keys, bool answers) => new()
    {
        Alternatives = names,
        Rows = [.. _rows.OrderBy(r => r.Situation)],
        Situations = _situations,
        PersonOfSituation = _persons,
        ChosenColumn = chosen,
        Faults = faults,
        IsWhole = _isWhole,
        HasAnswers = answers,
        SituationOf = row => keys.Id(row) is { } id ? _ids.GetValueOrDefault(id, -1) : -1,
    };
}
