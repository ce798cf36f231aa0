namespace InstallSim.Inputs;

/// <content>How a table is made of others.</content>
public sealed partial class CsvTable
{
    /// <summary>A table made of others, whose values keep the places where they stand.</summary>
    /// <param name="of">The table that most of it comes from: its path and marks of missing values are those of the new one.</param>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="rows">Values, one a column.</param>
    /// <param name="places">The place of a value, or of a row when the column is −1.</param>
    /// <param name="decimalMark">What numbers have before their fraction; null when some have a point and some a comma.</param>
    /// <param name="headings">What the table that a value comes from calls its column; null: what this one does.</param>
    internal static CsvTable Made(
        CsvTable of, string[] columns, IEnumerable<string[]> rows, Func<int, int, Place> places, DecimalMark? decimalMark,
        Func<int, int, string>? headings = null)
    {
        var how = new TableReading(TextReader.Null, ',', decimalMark, of._marks, null);
        var table = new CsvTable(of.Path, columns, how, of.Errors) { _places = places, _headings = headings };
        table.Decimal = decimalMark;
        foreach (string[] row in rows)
        {
            foreach (string value in row)
            {
                table.AddCell(value);
            }

            table._lines.Add(0);
        }

        return table;
    }
}
