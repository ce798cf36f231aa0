using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace InstallSim.Inputs;

/// <summary>
/// A table read strictly from CSV (RFC 4180, UTF-8, one header line; gzip is taken too): every row has a value a column, no name
/// is missing or twice, quotes are right. The place of a value is its line and the position of its column.
/// </summary>
public sealed class CsvTable
{
    /// <summary>Longest line or value read, bytes.</summary>
    public const int MaxLine = 1_000_000;

    /// <summary>Errors of one kind that are shown before the rest is only counted.</summary>
    public const int MaxErrors = 20;

    private readonly string[] _columns;
    private readonly List<int> _lines = [];
    private readonly List<int> _ends = [0];
    private char[] _text = new char[1024];

    private CsvTable(string path, string[] columns, InputErrors errors)
    {
        Path = path;
        Errors = errors;
        _columns = columns;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Names of the columns in order.</summary>
    public IReadOnlyList<string> Columns => _columns;

    /// <summary>How many rows there are under the header.</summary>
    public int Rows => _lines.Count;

    internal InputErrors Errors { get; }

    /// <summary>
    /// Reads a file; null when nothing of it can be used. What is wrong goes to the errors; rows of another length are left out.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="errors">Receives what is wrong, now and when columns are read.</param>
    /// <param name="separator">What stands between values: comma, semicolon or tab.</param>
    /// <param name="saidAt">Where a user's file names it; null when the command line does.</param>
    /// <exception cref="ArgumentException">The separator is none of the three.</exception>
    public static CsvTable? Read(string path, InputErrors errors, char separator = ',', Place? saidAt = null)
    {
        if (separator is not (',' or ';' or '\t'))
        {
            throw new ArgumentException("comma, semicolon or tab is expected", nameof(separator));
        }

        if (!InputText.Exists(path, errors, saidAt))
        {
            return null;
        }

        try
        {
            using var text = new CsvText(path);
            var repeats = new RepeatedErrors(errors);
            CsvTable? table = new Reader(path, text, separator, repeats).Read(errors);
            repeats.Summarise();
            return table;
        }
        catch (InputException fault)
        {
            errors.Add(fault.Errors[0].Place, fault.Errors[0].Said);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            errors.Add(saidAt ?? new Place(path), $"file '{path}' cannot be read: {InputMessage.Elsewhere(fault.Message)}");
        }

        return null;
    }

    /// <summary>Whether there is a column of a name.</summary>
    public bool Has(string column) => Array.IndexOf(_columns, column) >= 0;

    /// <summary>A column to read values from; if there is none of that name, says so, and reading it gives nothing but blanks.</summary>
    /// <param name="name">Name in the header.</param>
    /// <param name="saidAt">Where a user's file names the column; null when the program does.</param>
    public CsvColumn Column(string name, Place? saidAt = null)
    {
        int index = Array.IndexOf(_columns, name);
        if (index < 0)
        {
            string known = string.Join(", ", _columns.Take(40)) + (_columns.Length > 40 ? ", …" : "");
            InputMessage file = saidAt is null ? InputMessage.None : (InputMessage)$" in {Path}";
            Errors.Add(saidAt ?? new Place(Path, 1),
                $"there is no column '{name}'{file}{DidYouMean.Hint(name, _columns)}; columns: {known}");
        }

        return new CsvColumn(this, name, index);
    }

    /// <summary>The place of a value, or of a row when the column is −1.</summary>
    public Place PlaceOf(int row, int column = -1) => new(Path, _lines[row], column + 1);

    /// <summary>The text of a value, without its quotes.</summary>
    public ReadOnlySpan<char> Cell(int row, int column)
    {
        int cell = (row * _columns.Length) + column;
        return _text.AsSpan(_ends[cell].._ends[cell + 1]);
    }

    private void AddCell(string value)
    {
        int start = _ends[^1];
        if (value.Length > Array.MaxLength - start)
        {
            throw new InputException(new Place(Path, _lines.Count), "the table is too large: more than two thousand million characters");
        }

        if (start + value.Length > _text.Length)
        {
            Array.Resize(ref _text, (int)Math.Min(Array.MaxLength, Math.Max(2L * _text.Length, start + value.Length)));
        }

        value.CopyTo(_text.AsSpan(start));
        _ends.Add(start + value.Length);
    }

    /// <summary>Turns a stream into a table.</summary>
    private sealed class Reader(string path, CsvText text, char separator, RepeatedErrors repeats)
    {
        private bool _badQuote;

        public CsvTable? Read(InputErrors errors)
        {
            using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = separator.ToString(),
                IgnoreBlankLines = false,
                MaxFieldSize = MaxLine,
                BadDataFound = _ => _badQuote = true,
            });
            if (!Next(parser))
            {
                errors.Add(new Place(path), "the file is empty; a header line and rows are expected");
                return null;
            }

            if (Header(parser, errors) is not { } columns)
            {
                return null;
            }

            var table = new CsvTable(path, columns, errors);
            int line = parser.RawRow + 1;
            for (; Next(parser); line = parser.RawRow + 1)
            {
                AddRow(table, parser, line);
            }

            if (table.Rows == 0 && !repeats.Any)
            {
                errors.Add(new Place(path), "the table has a header but no rows");
            }

            return table.Rows == 0 ? null : table;
        }

        private bool Next(CsvParser parser)
        {
            int line = parser.RawRow + 1;
            try
            {
                return parser.Read();
            }
            catch (MaxFieldSizeException)
            {
                throw new InputException(new Place(path, line), $"a value is longer than {MaxLine} characters: is a quote not closed?");
            }
        }

        private string[]? Header(CsvParser parser, InputErrors errors)
        {
            string[] names = [.. Enumerable.Range(0, parser.Count).Select(i => parser[i].Trim())];
            if (names.Length == 1
                && ",;\t".FirstOrDefault(other => other != separator && names[0].Contains(other)) is var found and not '\0')
            {
                errors.Add(new Place(path, 1, 1),
                    $"expected {NameOf(separator)} between values, found {NameOf(found)}; save the file so, or declare its separator");
                return null;
            }

            bool fine = !_badQuote;
            if (_badQuote)
            {
                errors.Add(new Place(path, 1),
                    "a quote is wrong in the header: put a name that holds quotes in quotes, and double them inside");
            }

            for (int i = 0; i < names.Length; i++)
            {
                int first = Array.IndexOf(names, names[i]);
                if (names[i].Length > 0 && first == i)
                {
                    continue;
                }

                errors.Add(new Place(path, 1, i + 1), names[i].Length == 0
                    ? i == 0 ? "the column has no name (row names of R? write the file without "
                        + "them, or name the column)" : "the column has no name"
                    : (InputMessage)$"column '{names[i]}' is already there as column {first + 1}");
                fine = false;
            }

            return fine ? names : null;
        }

        private void AddRow(CsvTable table, CsvParser parser, int line)
        {
            if (parser.Count == 1 && parser[0].Length == 0)
            {
                return;
            }

            int columns = table._columns.Length;
            if (parser.Count != columns)
            {
                repeats.Add("rows of another length", new Place(path, line),
                    $"the row has {parser.Count} values, the header {columns}");
                return;
            }

            for (int i = 0; i < columns; i++)
            {
                _badQuote = false;
                table.AddCell(parser[i]);
                if (_badQuote)
                {
                    repeats.Add("wrong quotes", new Place(path, line, i + 1), BadQuote(parser[i]));
                }
            }

            table._lines.Add(line);
        }

        private static InputMessage BadQuote(string value) => value.Contains('\n')
            ? (InputMessage)"a quote opened here is not closed"
            : "a quote is wrong: put a value that holds quotes in quotes, and double them inside";

        private static InputMessage NameOf(char separator) => separator switch { ',' => (InputMessage)"','", ';' => "';'", _ => "a tab" };
    }
}
