using System.Globalization;

namespace InstallSim.Choice.Data;

/// <summary>Checks a <see cref="ChoiceTable"/>, collecting every fault, and lays it out by person and situation.</summary>
internal sealed class ChoiceTableCheck(ChoiceTable table)
{
    private const int MostErrors = 100;
    private readonly List<ChoiceDataError> _errors = [];
    private readonly int _rows = table.Situation.Count;

    public ChoiceData Build()
    {
        CheckShape();
        ThrowIfFaulty();
        CheckNumbers();
        var situations = Group();
        foreach (var rows in situations)
        {
            CheckSituation(rows);
        }

        ThrowIfFaulty();
        return Layout(situations);
    }

    private void CheckShape()
    {
        if (_rows == 0)
        {
            Fault(-1, null, "the table has no rows");
        }

        if (table.Columns.Count != table.Names.Count)
        {
            Fault(-1, null, $"{table.Names.Count} names for {table.Columns.Count} columns");
        }

        foreach (string twice in table.Names.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            Fault(-1, twice, "the name appears more than once");
        }

        for (int k = 0; k < Math.Min(table.Names.Count, table.Columns.Count); k++)
        {
            CheckLength(table.Names[k], table.Columns[k].Length);
        }

        CheckLength("alternative", table.Alternative.Count);
        CheckLength("chosen", table.Chosen.Count);
        CheckLength("person", table.Person?.Count ?? _rows);
        CheckLength("available", table.Available?.Count ?? _rows);
        CheckLength("weight", table.Weight?.Count ?? _rows);
    }

    private void CheckLength(string name, int length)
    {
        if (length != _rows)
        {
            Fault(-1, name, $"{length} values for {_rows} rows");
        }
    }

    private void CheckNumbers()
    {
        for (int r = 0; r < _rows; r++)
        {
            for (int k = 0; k < table.Columns.Count && IsAvailable(r); k++)
            {
                if (!double.IsFinite(table.Columns[k][r]))
                {
                    Fault(r, table.Names[k], $"{Text(table.Columns[k][r])} is not a finite number");
                }
            }

            if (table.Weight is { } w && !(w[r] >= 0 && double.IsFinite(w[r])))
            {
                Fault(r, "weight", $"{Text(w[r])} is not a finite number ≥ 0");
            }
        }
    }

    /// <summary>Rows by situation, situations by person, both in the order of first appearance.</summary>
    private List<List<int>> Group()
    {
        var persons = new Dictionary<int, List<List<int>>>();
        var bySituation = new Dictionary<int, List<int>>();
        var order = new List<List<List<int>>>();
        for (int r = 0; r < _rows; r++)
        {
            if (bySituation.TryGetValue(table.Situation[r], out var rows))
            {
                rows.Add(r);
                continue;
            }

            bySituation[table.Situation[r]] = rows = [r];
            int person = table.Person?[r] ?? table.Situation[r];
            if (!persons.TryGetValue(person, out var list))
            {
                persons[person] = list = [];
                order.Add(list);
            }

            list.Add(rows);
        }

        return [.. order.SelectMany(s => s)];
    }

    private void CheckSituation(List<int> rows)
    {
        int first = rows[0], chosen = rows.Count(r => table.Chosen[r]);
        string name = $"situation {table.Situation[first].ToString(CultureInfo.InvariantCulture)}";
        if (chosen != 1)
        {
            Fault(first, null, $"{name} has {(chosen == 0 ? "no chosen alternative" : $"{chosen} chosen alternatives")}, one is needed");
        }

        foreach (int r in rows.Where(r => table.Chosen[r] && !IsAvailable(r)))
        {
            Fault(r, null, $"{name}: alternative {table.Alternative[r]} was chosen but is not available");
        }

        if (rows.Count(IsAvailable) < 2)
        {
            Fault(first, null, $"{name} has {rows.Count(IsAvailable)} available alternative(s), at least two are needed");
        }

        foreach (var twice in rows.GroupBy(r => table.Alternative[r]).Where(g => g.Count() > 1))
        {
            Fault(twice.Last(), null, $"{name} has alternative {twice.Key} {twice.Count()} times");
        }

        foreach (int r in rows)
        {
            if (table.Person is { } p && p[r] != p[first])
            {
                Fault(r, "person", $"{name} belongs to persons {p[first]} and {p[r]}");
            }

            if (table.Weight is { } w && w[r] != w[first])
            {
                Fault(r, "weight", $"{name} has weights {Text(w[first])} and {Text(w[r])}");
            }
        }
    }

    private ChoiceData Layout(List<List<int>> situations)
    {
        int count = situations.Count;
        int[] offsets = new int[count + 1], chosen = new int[count], person = new int[count];
        var weight = new double[count];
        var kept = new List<int>(_rows);
        for (int n = 0; n < count; n++)
        {
            int first = situations[n][0];
            bool same = n > 0 && table.Person is { } p && p[first] == p[situations[n - 1][0]];
            person[n] = n == 0 ? 0 : person[n - 1] + (same ? 0 : 1);
            weight[n] = table.Weight?[first] ?? 1;
            foreach (int r in situations[n].Where(IsAvailable))
            {
                if (table.Chosen[r])
                {
                    chosen[n] = kept.Count - offsets[n];
                }

                kept.Add(r);
            }

            offsets[n + 1] = kept.Count;
        }

        double[][] columns = [.. table.Columns.Select(c => kept.Select(r => c[r]).ToArray())];
        int[] alternative = [.. kept.Select(r => table.Alternative[r])];
        return new ChoiceData([.. table.Names], columns, new ChoiceLayout(offsets, chosen, person, weight, alternative, [.. kept]));
    }

    private bool IsAvailable(int row) => table.Available?[row] ?? true;

    private void Fault(int row, string? column, string message)
    {
        _errors.Add(new ChoiceDataError(row, column, message));
        if (_errors.Count == MostErrors)
        {
            _errors.Add(new ChoiceDataError(-1, null, $"more than {MostErrors} faults: the rest is not told"));
            ThrowIfFaulty();
        }
    }

    private void ThrowIfFaulty()
    {
        if (_errors.Count > 0)
        {
            throw new ChoiceDataException([.. _errors.OrderBy(e => e.Row < 0 ? int.MaxValue : e.Row)]);
        }
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
