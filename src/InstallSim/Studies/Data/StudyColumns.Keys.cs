using InstallSim.Inputs;

namespace InstallSim.Studies.Data;

/// <content>Columns that are read as texts.</content>
internal sealed partial class StudyColumns
{
    /// <summary>
    /// A column whose values are texts; null, with an error, when there is none of that name. A product of columns names what has the same
    /// values in all of them, texts or numbers.
    /// </summary>
    public KeyColumn? Key(string name, Place saidAt)
    {
        if (_table.Has(name) || !_derived.Contains(name))
        {
            return Index(name, saidAt) is var index and >= 0
                ? new KeyColumn(_table.Columns[index], index, Texts(index))
                : null;
        }

        if (_known[name] is not { } derived)
        {
            return null;
        }

        if (_products.TryGetValue(name, out string[]? of))
        {
            KeyColumn[] parts = [.. of.Select(part => Key(part, saidAt)).OfType<KeyColumn>()];
            return new KeyColumn(name, -1, row =>
            {
                string[] texts = [.. parts.Select(part => part.Text(row))];
                return texts.Any(text => IsMissing(text)) ? "" : string.Join(" × ", texts);
            }, derived);
        }

        return new KeyColumn(name, -1, row => derived.Values[row] is var value && double.IsFinite(value) ? InputScalars.Plain(value) : "",
            derived);
    }

    /// <summary>Reads texts of a column; rows that follow one another share theirs, which most keys repeat.</summary>
    private Func<int, string> Texts(int index)
    {
        (string last, string before) = ("", "");
        return row =>
        {
            ReadOnlySpan<char> text = _table.Cell(row, index).Trim();
            if (!text.SequenceEqual(last))
            {
                (last, before) = (text.SequenceEqual(before) ? before : text.ToString(), last);
            }

            return last;
        };
    }

    /// <summary>Why a row has no value in a column that says where it belongs.</summary>
    public (Place Place, InputMessage Message) WhyNoKey(KeyColumn column, int row)
    {
        if (column.Derived is { } derived && Explain(derived, row) is { IsMissing: false } why)
        {
            return (why.Place, $"{why.Message}; a list of columns names situations by texts too, as in 'situation: [person, task]'");
        }

        return (_table.PlaceOf(row, column.Index), $"column '{column.Name}': the value is missing; it says where the row belongs");
    }
}
