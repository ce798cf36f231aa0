using InstallSim.Inputs;

namespace InstallSim.Studies.Data;

/// <summary>Reads marks and ranks of a row; what is wrong goes to the faults of its situation.</summary>
internal sealed class AnswerCells(StudyColumns columns, SituationFaults faults)
{
    private readonly HashSet<string> _blankIsNo = new(StringComparer.Ordinal);

    /// <summary>Whether an alternative could be chosen, by row and situation; always, when no column is named.</summary>
    public Func<int, int, bool> Availability(string? name, Place saidAt)
    {
        if (name is null || columns.Key(name, saidAt) is not { } column)
        {
            return (_, _) => true;
        }

        return column.Derived is { } derived ? (row, n) => Mark(row, derived, n) : (row, n) => Mark(row, column, n);
    }

    /// <summary>Reads 1 or 0, true or false, yes or no; nothing is 0 in a column that has marks and blanks alone.</summary>
    public bool Mark(int row, KeyColumn column, int situation) =>
        IsMark(row, column, situation) ?? (!_blankIsNo.Contains(column.Name) && Missing(row, column, situation));

    /// <summary>Finds out whether a column marks what is chosen and is blank elsewhere, as people fill in a sheet, and tells.</summary>
    public void FindBlanks(IReadOnlyList<int> rows, KeyColumn column, InputErrors errors)
    {
        int blank = -1;
        bool hasMarks = false;
        foreach (int row in rows)
        {
            string text = column.Text(row);
            if (text.Length == 0)
            {
                blank = blank < 0 ? row : blank;
            }
            else if (text.ToLowerInvariant() is "1" or "x" or "oui" or "yes" or "true" or "vrai")
            {
                hasMarks = true;
            }
            else
            {
                return;
            }
        }

        if (blank >= 0 && hasMarks && column.Derived is null)
        {
            _blankIsNo.Add(column.Name);
            errors.Warn(new InputWarning(columns.Table.PlaceOf(blank, column.Index),
                $"column '{column.Name}' marks what is chosen and says nothing of the others, which are read as not chosen", IsNote: true));
        }
    }

    /// <summary>Reads 1 or 0, true or false, yes or no; null where there is nothing.</summary>
    public bool? IsMark(int row, KeyColumn column, int situation)
    {
        string text = column.Text(row);
        switch (columns.IsMissing(text) ? "" : text.ToLowerInvariant())
        {
            case "1" or "1.0" or "1,0" or "true" or "yes" or "y" or "vrai" or "oui" or "x":
                return true;
            case "0" or "0.0" or "0,0" or "false" or "no" or "n" or "faux" or "non":
                return false;
            case "":
                return null;
            default:
                Unreadable(row, column, situation, $"expected 1 or 0 (true or false, yes or no), found '{text}'", text);
                return false;
        }
    }

    /// <summary>Reads a rank, 0 for none.</summary>
    public int Rank(int row, KeyColumn column, int situation)
    {
        int? rank = IsRank(row, column, situation);
        if (rank is null)
        {
            Missing(row, column, situation);
        }

        return rank ?? 0;
    }

    /// <summary>Reads a rank, 0 for none; null where there is nothing.</summary>
    public int? IsRank(int row, KeyColumn column, int situation)
    {
        string text = column.Text(row);
        if (columns.IsMissing(text))
        {
            return null;
        }

        if (columns.Table.TryNumber(text, out double rank, out _) && rank is >= 0 and <= 10_000
            && rank == Math.Floor(rank))
        {
            return (int)rank;
        }

        Unreadable(row, column, situation, $"expected a rank, 1 the best, 0 not ranked, found '{text}'", text);
        return 0;
    }

    /// <summary>Notes an answer or a mark that has no value.</summary>
    /// <returns>False, for what is not marked.</returns>
    public bool Missing(int row, KeyColumn column, int situation)
    {
        (Place place, InputMessage message, bool isMissing) = column.Derived is { } derived
            ? columns.Explain(derived, row)
            : (columns.Table.PlaceOf(row, column.Index),
                $"column '{HeadingOf(row, column)}': the value is missing; 'missing: drop' under data leaves such choice situations out",
                true);
        faults.Add(situation, isMissing ? FaultKind.MissingAnswer : FaultKind.Unreadable, column.Name, place, message);
        return false;
    }

    /// <summary>Notes a value that can be no answer.</summary>
    public void Unreadable(int row, KeyColumn column, int situation, InputMessage message, string? found = null) =>
        faults.Add(situation, FaultKind.Unreadable, $"{column.Name} {message.Template}",
            columns.Table.PlaceOf(row, column.Index), $"column '{HeadingOf(row, column)}': {message}", found);

    private string HeadingOf(int row, KeyColumn column) => column.Index < 0 ? column.Name : columns.Table.HeadingOf(row, column.Index);

    /// <summary>Reads 1 or 0 of a derived column that says who could choose what.</summary>
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
        faults.Add(situation, isMissing ? FaultKind.MissingValue : FaultKind.Unreadable, derived.Name, place, message);
        return false;
    }
}
