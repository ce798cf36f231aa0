using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Reads whose each choice situation is; what is wrong goes to the faults of the situations.</summary>
internal sealed class PersonReader
{
    private readonly StudyColumns _columns;
    private readonly ChoiceRows _rows;
    private readonly KeyColumn _person;
    private readonly List<string> _names = [];
    private readonly List<int> _first = [];

    private PersonReader(StudyColumns columns, ChoiceRows rows, KeyColumn person) => (_columns, _rows, _person) = (columns, rows, person);

    /// <summary>What the data call each person, in the order of <see cref="Numbers"/>.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>A reader; null when the study names no person, or a column that is not there.</summary>
    public static PersonReader? Of(StudySource source, StudyColumns columns, ChoiceRows rows)
    {
        StudyData data = source.Study.Data;
        return data.Person is null || columns.Key(data.Person, source.Binder.PlaceOf(data, "person")) is not { } person
            ? null
            : new PersonReader(columns, rows, person);
    }

    /// <summary>Refuses situations of nobody and of two persons; of these the rows that differ from most.</summary>
    public void CheckSituations()
    {
        foreach (ArraySegment<ChoiceRow> set in _rows.Sets())
        {
            string[] texts = [.. set.Select(row => _person.Text(row.Source))];
            string? whose = texts.Where(text => !_columns.IsMissing(text)).GroupBy(text => text).MaxBy(same => same.Count())?.Key;
            foreach ((ChoiceRow row, string text) in set.Zip(texts).Where(pair => pair.Second != whose))
            {
                Add(row, _columns.IsMissing(text)
                    ? (InputMessage)$"column '{_person.Name}': the value is missing; it says whose choice it is"
                    : $"column '{_person.Name}': {_rows.NameOf(row.Situation)} belongs to '{whose}' and to '{text}'");
            }
        }

        _rows.Faults.Summarise();
    }

    /// <summary>A number for the person of each row, from 0 in the order found.</summary>
    public int[] Numbers(int[] used)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var person = new int[used.Length];
        for (int i = 0; i < used.Length; i++)
        {
            string text = _person.Text(_rows.Rows[used[i]].Source);
            if (!ids.TryGetValue(text, out person[i]))
            {
                ids[text] = person[i] = _names.Count;
                _names.Add(text);
                _first.Add(_rows.Rows[used[i]].Source);
            }
        }

        return person;
    }

    /// <summary>Warns of people whose names are one number written in two ways: a spreadsheet may have made two of one person.</summary>
    public void TellAlike(InputErrors errors)
    {
        var alike = Enumerable.Range(0, _names.Count).GroupBy(n => AlternativeNames.WholeNumber(_names[n]) ?? $" {_names[n]}")
            .Where(same => same.Count() > 1).Select(same => same.ToArray()).ToArray();
        if (alike.Length > 0)
        {
            (int one, int two) = (alike[0][0], alike[0][1]);
            InputMessage more = alike.Length == 1 ? InputMessage.None : $"; and so {alike.Length - 1} more times";
            errors.Warn(new InputWarning(_columns.Table.PlaceOf(_first[two], _person.Index),
                $"column '{_person.Name}': '{_names[one]}' and '{_names[two]}' are read as two people{more}"));
        }
    }

    private void Add(ChoiceRow row, InputMessage message) => _rows.Faults.Add(row.Situation, FaultKind.Unreadable,
        $"person {message.Template}", _columns.Table.PlaceOf(row.Source, _person.Index), message);
}
