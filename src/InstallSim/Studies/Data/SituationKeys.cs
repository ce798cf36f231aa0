using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>
/// What tells the situations of a long table apart: one column or several and, where numbers restart for each person, the person. Numbers
/// restart where an alternative comes back under a number with another person, or where most numbers have several persons; a number that is
/// shared otherwise is a slip, and refused as a situation of two persons.
/// </summary>
internal sealed class SituationKeys
{
    private const char Between = '\u001f';
    private readonly StudySource _source;
    private readonly StudyColumns _columns;
    private string[] _last = [];
    private string? _id;

    private SituationKeys(StudySource source, StudyColumns columns, KeyColumn[] keys, KeyColumn? person) =>
        (_source, _columns, Columns, Person) = (source, columns, keys, person);

    /// <summary>The columns that the study names.</summary>
    public IReadOnlyList<KeyColumn> Columns { get; }

    /// <summary>The column of the person; null when there is none.</summary>
    public KeyColumn? Person { get; }

    /// <summary>The column that names the task.</summary>
    public KeyColumn Last => Columns[^1];

    /// <summary>Whether a situation is person and number.</summary>
    public bool IsRestarting { get; private set; }

    /// <summary>The keys of a study's table; null, with errors, when a column is missing.</summary>
    /// <param name="source">The study.</param>
    /// <param name="columns">Its table.</param>
    /// <param name="answers">Whether it holds answers; a design and sets to predict need not name a person.</param>
    public static SituationKeys? Of(StudySource source, StudyColumns columns, bool answers)
    {
        StudyData data = source.Study.Data;
        Place At(int i) => data.SituationSaid.Columns.Count > 0
            ? source.Binder.PlaceOf(data.SituationSaid, "columns", i)
            : source.Binder.PlaceOf(data, "situation");
        bool IsNeeded(string name) => answers || name != data.Person || columns.Has(name);
        KeyColumn?[] keys = [.. data.Situations.Index().Where(s => IsNeeded(s.Item)).Select(s => columns.Key(s.Item, At(s.Index)))];
        KeyColumn? person = data.Person is { } name && IsNeeded(name)
            ? columns.Key(name, source.Binder.PlaceOf(data, "person"))
            : null;
        return keys.Contains(null) || keys.Length == 0 || (answers && data.Person is not null && person is null)
            ? null
            : new SituationKeys(source, columns, [.. keys.Select(key => key!)], person);
    }

    /// <summary>What names a row's situation; null when a value is missing.</summary>
    public string? Id(int row)
    {
        var texts = new string[Columns.Count + 1];
        texts[0] = IsRestarting ? Person!.Text(row) : "";
        for (int k = 1; k < texts.Length; k++)
        {
            texts[k] = Columns[k - 1].Text(row);
        }

        if (_last.Length != texts.Length || !_last.AsSpan().SequenceEqual(texts))
        {
            _last = texts;
            _id = texts.Skip(1).Any(text => _columns.IsMissing(text)) ? null
                : Columns.Count == 1 && !IsRestarting ? texts[1]
                : string.Join(Between, texts);
        }

        return _id;
    }

    /// <summary>What people call a row's situation: its values and, where numbers restart, the person before them.</summary>
    public string Name(int row) =>
        string.Join('-', (IsRestarting ? [Person!] : Array.Empty<KeyColumn>()).Concat(Columns).Select(key => key.Text(row)));

    /// <summary>Finds out whether numbers restart for each person, and tells.</summary>
    public void FindRestarts(IReadOnlyList<int> rows, KeyColumn? alternative, InputErrors errors)
    {
        if (Person is null || Columns.Contains(Person))
        {
            return;
        }

        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var shared = new HashSet<string>(StringComparer.Ordinal);
        foreach (int row in rows)
        {
            if (Id(row) is { } id && Person.Text(row) is var person && !_columns.IsMissing(person)
                && !first.TryAdd(id, person) && first[id] != person)
            {
                shared.Add(id);
            }
        }

        if (shared.Count == 0 || (shared.Count * 2 <= first.Count && !Overlaps(rows, shared, alternative)))
        {
            return;
        }

        IsRestarting = true;
        _last = [];
        if (_source.Study.Data.Responses is not null)
        {
            return; // tasks of a design are everybody's, and nothing else could be said
        }

        string said = string.Join(", ", Columns.Select(key => key.Name));
        errors.Warn(new InputWarning(_source.Binder.PlaceOf(_source.Study.Data, "situation"), new Words(
            $"values of '{said}' come back with other persons: a choice situation is read as person and {said}; "
                + $"'situation: [{Person.Name}, {said}]' says so for good",
            $"des valeurs de «\u00a0{said}\u00a0» reviennent chez d’autres personnes\u00a0: une situation de choix est lue comme personne "
                + $"et {said}\u00a0; «\u00a0situation: [{Person.Name}, {said}]\u00a0» le dit une fois pour toutes"), IsNote: true));
    }

    /// <summary>
    /// Whether two persons have the same alternative under one number; where rows name none, whether two have several rows under it.
    /// </summary>
    private bool Overlaps(IReadOnlyList<int> rows, HashSet<string> shared, KeyColumn? alternative)
    {
        IEnumerable<(string Id, string Person, string Code)> found = rows.Select(row => (Row: row, Id: Id(row)))
            .Where(r => r.Id is not null && shared.Contains(r.Id))
            .Select(r => (r.Id!, Person!.Text(r.Row), alternative?.Text(r.Row) ?? ""));
        return alternative is null
            ? found.CountBy(r => (r.Id, r.Person)).Where(g => g.Value > 1).CountBy(g => g.Key.Id).Any(g => g.Value > 1)
            : found.Distinct().CountBy(r => (r.Id, r.Code)).Any(g => g.Value > 1);
    }
}
