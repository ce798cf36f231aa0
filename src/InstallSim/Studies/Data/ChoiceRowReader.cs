using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Reads rows of alternatives from a long or a wide table; what is wrong goes to the errors.</summary>
internal sealed class ChoiceRowReader(StudySource source, StudyColumns columns, InputErrors errors)
{
    private readonly StudyData _data = source.Study.Data;
    private readonly RepeatedErrors _repeats = new(errors);
    private readonly List<ChoiceRow> _rows = [];
    private readonly List<string> _situations = [];
    private readonly HashSet<int> _unanswered = [];

    /// <summary>Reads the rows kept; null when columns are missing.</summary>
    /// <param name="kept">Rows of the file.</param>
    /// <param name="answers">Whether answers are read too; a design has none.</param>
    /// <param name="known">Names of the alternatives, when other data have told them.</param>
    public ChoiceRows? Read(IReadOnlyList<int> kept, bool answers = true, IReadOnlyList<string>? known = null)
    {
        int before = errors.All.Count;
        var made = Understood = _data.Layout == DataLayout.Long ? ReadLong(kept, answers, known ?? []) : ReadWide(kept, answers);
        _repeats.Summarise();
        return errors.All.Count > before ? null : made;
    }

    /// <summary>The rows that could be read though others could not; null when columns are missing.</summary>
    public ChoiceRows? Understood { get; private set; }

    private Place At(string key) => source.Binder.PlaceOf(_data, key);

    private int Column(string? name, string key) => name is null ? -1 : columns.Index(name, At(key));

    private ChoiceRows? ReadLong(IReadOnlyList<int> kept, bool answers, IReadOnlyList<string> known)
    {
        int situation = Column(_data.Situation, "situation"), alternative = Column(_data.Alternative, "alternative");
        var available = Availability(_data.Available, At("available"));
        string key = _data.Rank is not null ? "rank" : _data.Best is not null ? "best" : "chosen";
        int chosen = answers ? Column(_data.Rank ?? _data.Best ?? _data.Chosen, key) : -1,
            worst = answers ? Column(_data.Worst, "worst") : -1;
        if (situation < 0 || (_data.Alternative is not null && alternative < 0) || (answers && chosen < 0))
        {
            return null;
        }

        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        string[] listed = _data.Alternatives.Count > 0 ? [.. _data.Alternatives.Select(a => a.CodeOrName)] : [.. known];
        for (int j = 0; j < listed.Length; j++)
        {
            codes[listed[j]] = j;
        }

        List<string> names = _data.Alternatives.Count > 0 ? [.. _data.Alternatives.Select(a => a.Name)] : [.. known];
        foreach (int row in kept)
        {
            if (Text(row, situation) is not { } id || (alternative < 0 ? Next(places, id) : Text(row, alternative)) is not { } code)
            {
                continue;
            }

            if (!codes.TryGetValue(code, out int j))
            {
                if (listed.Length > 0)
                {
                    Unknown(row, Math.Max(alternative, situation), code, listed);
                    continue;
                }

                codes[code] = j = names.Count;
                names.Add(code);
            }

            if (!ids.TryGetValue(id, out int n))
            {
                ids[id] = n = _situations.Count;
                _situations.Add(id);
            }

            int answer = !answers ? 0
                : _data.Rank is not null ? Rank(row, chosen, n)
                : Mark(row, chosen, n) ? 1
                : worst >= 0 && Mark(row, worst, n) ? 2
                : 0;
            _rows.Add(new ChoiceRow(row, n, j, answer, available(row, n)));
        }

        return Made(names, [.. _rows.OrderBy(r => r.Situation)], chosen);
    }

    private ChoiceRows? ReadWide(IReadOnlyList<int> kept, bool answers)
    {
        (string Name, string Key)[] said = _data.Ranking.Count > 0 ? [.. _data.Ranking.Select(name => (name, "ranking"))]
            : _data.Best is not null ? [(_data.Best, "best"), (_data.Worst!, "worst")] : [(_data.Chosen!, "chosen")];
        int[] answer = answers ? [.. said.Select(s => Column(s.Name, s.Key))] : [];
        var available = _data.Alternatives.Select(a => Availability(a.Available, source.Binder.PlaceOf(a, "available"))).ToArray();
        if (answer.Contains(-1))
        {
            return null;
        }

        foreach (int row in kept)
        {
            int n = _situations.Count;
            _situations.Add($"line {columns.Table.PlaceOf(row).Line}");
            var given = new int[available.Length];
            for (int place = 0; place < answer.Length; place++)
            {
                SetAnswer(given, row, answer[place], place + 1, n);
            }

            for (int j = 0; j < available.Length; j++)
            {
                _rows.Add(new ChoiceRow(row, n, j, given[j], available[j](row, n)));
            }
        }

        return Made([.. _data.Alternatives.Select(a => a.Name)], _rows, answer.FirstOrDefault());
    }

    private void SetAnswer(int[] given, int row, int column, int place, int situation)
    {
        string code = columns.Table.Cell(row, column).Trim().ToString();
        int j = Enumerable.Range(0, given.Length).FirstOrDefault(j => columns.Same(code, _data.Alternatives[j].CodeOrName), -1);
        if (j < 0)
        {
            NoAlternative(row, column, code, situation);
        }
        else if (given[j] != 0)
        {
            Add(row, column, $"'{code}' is named a second time");
        }
        else
        {
            given[j] = place;
        }
    }

    /// <summary>The code of the next alternative of a situation whose rows say none: its place from 1.</summary>
    private static string Next(Dictionary<string, int> places, string situation) =>
        (places[situation] = places.GetValueOrDefault(situation) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private ChoiceRows Made(IReadOnlyList<string> names, IReadOnlyList<ChoiceRow> rows, int chosen) => new()
    {
        Alternatives = names,
        Rows = rows,
        Situations = _situations,
        ChosenColumn = chosen,
        Unanswered = _unanswered,
    };

    private void NoAlternative(int row, int column, string code, int situation)
    {
        if (columns.IsMissing(code))
        {
            Missing(row, column, situation);
        }
        else if (_data.NoChoice == NoChoice.Drop)
        {
            _unanswered.Add(situation);
        }
        else
        {
            Unknown(row, column, code, [.. _data.Alternatives.Select(a => a.CodeOrName)]);
        }
    }

    private void Unknown(int row, int column, string code, string[] known) =>
        Add(row, column, $"'{code}' is none of the alternatives {string.Join(", ", known)}{DidYouMean.Hint(code, known)}");

    private string? Text(int row, int column)
    {
        string text = columns.Table.Cell(row, column).Trim().ToString();
        if (!columns.IsMissing(text))
        {
            return text;
        }

        Add(row, column, "the value is missing; it says where the row belongs");
        return null;
    }

    /// <summary>
    /// Whether an alternative could be chosen, by row and situation, from a column of the file or a
    /// derived one; always, when none is named.
    /// </summary>
    private Func<int, int, bool> Availability(string? name, Place saidAt)
    {
        if (name is null)
        {
            return (_, _) => true;
        }

        if (!columns.Table.Has(name) && columns.Names.Contains(name))
        {
            return columns.Numbers(name, saidAt) is { } derived ? (row, n) => Mark(row, derived, n) : (_, _) => true;
        }

        int index = columns.Index(name, saidAt);
        return (row, n) => index < 0 || Mark(row, index, n);
    }

    /// <summary>Reads 1 or 0 of a derived column.</summary>
    private bool Mark(int row, StudyColumn derived, int situation)
    {
        double value = derived.Values[row];
        if (value is 0 or 1)
        {
            return value == 1;
        }

        (Place place, InputMessage message, bool isMissing) = double.IsFinite(value)
            ? (columns.Table.PlaceOf(row),
                $"derived column '{derived.Name}' says who could choose what: expected 1 or 0, found {InputScalars.Plain(value)}", false)
            : columns.Explain(derived, row);
        if (isMissing && _data.Missing == MissingValues.Drop)
        {
            _unanswered.Add(situation);
        }
        else
        {
            _repeats.Add($"in derived column '{derived.Name}'", place, message);
        }

        return false;
    }

    /// <summary>Reads 1 or 0, true or false, yes or no.</summary>
    private bool Mark(int row, int column, int situation)
    {
        string text = columns.Table.Cell(row, column).Trim().ToString();
        switch (columns.IsMissing(text) ? "" : text.ToLowerInvariant())
        {
            case "1" or "1.0" or "true" or "yes" or "vrai" or "oui":
                return true;
            case "0" or "0.0" or "false" or "no" or "faux" or "non":
                return false;
            case "" or "na":
                Missing(row, column, situation);
                return false;
            default:
                Add(row, column, $"expected 1 or 0 (true or false, yes or no), found '{text}'");
                return false;
        }
    }

    private int Rank(int row, int column, int situation)
    {
        string text = columns.Table.Cell(row, column).Trim().ToString();
        if (columns.IsMissing(text))
        {
            Missing(row, column, situation);
        }
        else if (columns.Table.TryNumber(text, out double value, out _) && value >= 0 && value == Math.Floor(value) && value < 1e6)
        {
            return (int)value;
        }
        else
        {
            Add(row, column, $"expected a rank, 1 the best, 0 not ranked, found '{text}'");
        }

        return 0;
    }

    private void Missing(int row, int column, int situation)
    {
        if (_data.Missing == MissingValues.Drop)
        {
            _unanswered.Add(situation);
        }
        else
        {
            Add(row, column, "the value is missing; 'missing: drop' under data leaves such choice situations out");
        }
    }

    private void Add(int row, int column, InputMessage message) =>
        _repeats.Add($"in column '{columns.Table.Columns[column]}'", columns.Table.PlaceOf(row, column),
            $"column '{columns.Table.Columns[column]}': {message}");
}
