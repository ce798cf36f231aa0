using System.Globalization;
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

    /// <summary>The text of a value without spaces around it; a derived column's number as text.</summary>
    public string Text(int row, string name) =>
        _table.IndexOf(name) is var index and >= 0
            ? _table.Cell(row, index).Trim().ToString()
            : _known[name]!.Values[row].ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Whether a text stands for nothing.</summary>
    public bool IsMissing(ReadOnlySpan<char> text) =>
        _table.IsMissing(text) || (_marks.Count > 0 && _table.TryNumber(text, out double number, out _) && _marks.Contains(number));

    /// <summary>Whether a text of the table is a value that the study says: the same number, or the same text.</summary>
    public bool Same(string found, string wanted) =>
        found == wanted
            || ((_table.TryNumber(found, out double number, out _) || InputScalars.TryNumber(found, out number, out _))
                && Same(number, wanted));

    /// <summary>Whether a number is a value that the study says.</summary>
    private static bool Same(double found, string wanted) => InputScalars.TryNumber(wanted, out double value, out _) && value == found;

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
