using InstallSim.Inputs;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Data;

/// <summary>Reads a table with one row a choice situation.</summary>
internal sealed class WideRows(StudySource source, StudyColumns columns, SituationFaults faults)
{
    private readonly StudyData _data = source.Study.Data;
    private readonly AnswerCells _cells = new(columns, faults);
    private readonly AlternativeCodes _codes = new(source.Study.Data, columns, []);

    /// <summary>Fills what each alternative was given in a row: 1 chosen; or its rank; or best (1), worst (2) or both (3).</summary>
    private delegate void AnswerReader(int[] given, int row, int situation);

    /// <summary>Reads the rows kept; null when columns are missing.</summary>
    public ChoiceRows? Read(IReadOnlyList<int> kept, bool answers)
    {
        int column = -1;
        AnswerReader? read = answers ? Answers(out column) : (_, _, _) => { };
        var available = _data.Alternatives.Select(a => _cells.Availability(a.Available, source.Binder.PlaceOf(a, "available"))).ToArray();
        if (read is null)
        {
            return null;
        }

        var rows = new List<ChoiceRow>();
        var situations = new List<string>();
        foreach (int row in kept)
        {
            int n = situations.Count;
            situations.Add($"line {columns.Table.PlaceOf(row).Line}");
            var given = new int[available.Length];
            read(given, row, n);
            for (int j = 0; j < available.Length; j++)
            {
                rows.Add(new ChoiceRow(row, n, j, given[j], available[j](row, n)));
            }
        }

        return new ChoiceRows
        {
            Alternatives = _codes.Names,
            Rows = rows,
            Situations = situations,
            ChosenColumn = column,
            Faults = faults,
            HasAnswers = answers,
        };
    }

    private Place At(string key) => source.Binder.PlaceOf(_data, key);

    /// <summary>How answers are read; null when a column is missing.</summary>
    private AnswerReader? Answers(out int column)
    {
        (string Name, string Key)[] said = _data.Ranking.Count > 0 ? [.. _data.Ranking.Select(name => (name, "ranking"))]
            : _data.Rank is { } rank ? [(rank, "rank")]
            : _data.Best is { } best ? [(best, "best"), (_data.Worst!, "worst")]
            : [(_data.Chosen!, "chosen")];
        bool isHot = said[0].Name.Contains('*') && !columns.Names.Contains(said[0].Name);
        KeyColumn?[][] found = [.. said.Select(s => isHot ? Hot(s.Name, At(s.Key)) : [columns.Key(s.Name, At(s.Key))])];
        column = found[0][0]?.Index ?? -1;
        if (found.Any(of => of.Contains(null)))
        {
            return null;
        }

        KeyColumn[][] of = [.. found.Select(all => all.Select(one => one!).ToArray())];
        if (isHot)
        {
            return _data.Rank is not null ? (given, row, n) => Ranks(given, row, of[0], n) : (given, row, n) => Marks(given, row, of, n);
        }

        return (given, row, n) =>
        {
            for (int place = 0; place < of.Length; place++)
            {
                Named(given, row, of[place][0], place + 1, n);
            }
        };
    }

    /// <summary>The column of each alternative, by its name or, where there is none of that name, by its code.</summary>
    private KeyColumn?[] Hot(string name, Place place) => [.. _data.Alternatives.Select(a =>
    {
        string byName = name.Replace("*", a.Name, StringComparison.Ordinal),
            byCode = name.Replace("*", a.CodeOrName, StringComparison.Ordinal);
        return columns.Key(!columns.Has(byName) && columns.Has(byCode) ? byCode : byName, place);
    })];

    /// <summary>Marks of 1 or 0, one column an alternative; nothing counts as 0 beside a 1.</summary>
    private void Marks(int[] given, int row, KeyColumn[][] of, int situation)
    {
        for (int place = 0; place < of.Length; place++)
        {
            bool?[] marks = [.. of[place].Select(column => _cells.IsMark(row, column, situation))];
            if (Array.FindIndex(marks, mark => mark is null) is var blank and >= 0 && !marks.Contains(true))
            {
                _cells.Missing(row, of[place][blank], situation);
            }

            for (int j = 0; j < given.Length; j++)
            {
                given[j] |= marks[j] == true ? place + 1 : 0;
            }
        }
    }

    private void Ranks(int[] given, int row, KeyColumn[] of, int situation)
    {
        int?[] ranks = [.. of.Select(column => _cells.IsRank(row, column, situation))];
        if (Array.FindIndex(ranks, rank => rank is null) is var blank and >= 0 && !ranks.Any(rank => rank > 0))
        {
            _cells.Missing(row, of[blank], situation);
        }

        for (int j = 0; j < given.Length; j++)
        {
            given[j] = ranks[j] ?? 0;
        }
    }

    /// <summary>A column that names the alternative at a place: 1 chosen, best or first, 2 worst or second, ….</summary>
    private void Named(int[] given, int row, KeyColumn column, int place, int situation)
    {
        string code = column.Text(row);
        int j = columns.IsMissing(code) ? -1 : _codes.Of(code);
        if (j < 0)
        {
            NoAlternative(row, column, code, situation);
        }
        else if (given[j] == 0 || _data.Best is not null)
        {
            given[j] |= place;
        }
        else
        {
            faults.Add(situation, FaultKind.Ties, column.Name, columns.Table.PlaceOf(row, column.Index),
                $"column '{column.Name}': '{code}' is named a second time", code);
        }
    }

    private void NoAlternative(int row, KeyColumn column, string code, int situation)
    {
        if (columns.IsMissing(code))
        {
            _cells.Missing(row, column, situation);
        }
        else if (_data.NoChoice == NoChoice.Drop || (columns.Same(code, "0") && faults.IsDropped(FaultKind.NoChoice)))
        {
            faults.LeaveOut(situation, FaultKind.NoChoice);
        }
        else
        {
            _cells.Unreadable(row, column, situation, _codes.Unknown(code), code);
        }
    }
}
