namespace InstallSim.Inputs;

/// <summary>
/// A table read strictly from CSV (RFC 4180, one header line; gzip and a sheet of a workbook are taken too): every row has a value a
/// column, no name is missing or twice, quotes are right. The place of a value is its line and the position of its column.
/// </summary>
public sealed partial class CsvTable
{
    /// <summary>Longest line or value read, bytes.</summary>
    public const int MaxLine = 1_000_000;

    /// <summary>Most rows that are read.</summary>
    public const int MaxRows = 20_000_000;

    private readonly string[] _columns;
    private readonly List<int> _lines = [];
    private readonly List<int> _ends = [0];
    private readonly HashSet<string> _marks;
    private readonly Dictionary<string, int> _asked = new(StringComparer.Ordinal);
    private readonly string? _sheet;
    private Func<int, int, Place>? _places;
    private Func<int, int, string>? _headings;
    private char[] _text = new char[1024];

    private CsvTable(string path, string[] columns, TableReading how, InputErrors errors)
    {
        Path = path;
        Errors = errors;
        (_columns, _marks, _sheet, Decimal) = (columns, how.Marks, how.Sheet, how.Decimal ?? DecimalMark.Point);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Names of the columns in order.</summary>
    public IReadOnlyList<string> Columns => _columns;

    /// <summary>How many rows there are under the header.</summary>
    public int Rows => _lines.Count;

    internal InputErrors Errors { get; }

    /// <summary>What numbers have before their fraction, as said or as found; null where texts have a comma beside true numbers.</summary>
    internal DecimalMark? Decimal { get; private set; }

    /// <summary>
    /// Reads a user's file; null when nothing of it can be used. What is wrong goes to the errors, what was found out about its form to
    /// the warnings; rows of another length are left out.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="format">What is said about how it is written.</param>
    /// <param name="errors">Receives what is wrong, now and when columns are read.</param>
    /// <param name="saidAt">Where a user's file names it; null when the command line does.</param>
    public static CsvTable? Read(string path, TableFormat format, InputErrors errors, Place? saidAt = null) =>
        Read(path, () => TableReading.Open(path, format, errors), errors, saidAt);

    /// <summary>Reads a file of which all is known, such as one of the program's own: UTF-8, decimal points.</summary>
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

        return Read(path, () => TableReading.Strict(path, separator), errors, saidAt);
    }

    private static CsvTable? Read(string path, Func<TableReading> open, InputErrors errors, Place? saidAt)
    {
        if (!InputText.Exists(path, errors, saidAt))
        {
            return null;
        }

        try
        {
            using TableReading how = open();
            var repeats = new RepeatedErrors(errors);
            CsvTable? table = new CsvReader(path, how, repeats).Read(errors);
            repeats.Summarise();
            table?.FindDecimal(how);
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
    public bool Has(string column) => IndexOf(column) >= 0;

    /// <summary>
    /// Position of a column from 0; −1 when there is none. Where no name is the same to the letter, one that differs in apostrophes,
    /// spaces or how accents are stored is taken.
    /// </summary>
    public int IndexOf(string column)
    {
        if (!_asked.TryGetValue(column, out int index))
        {
            index = Array.IndexOf(_columns, column);
            _asked[column] = index = index >= 0 ? index : Array.FindIndex(_columns, name => Folded(name) == Folded(column));
        }

        return index;
    }

    /// <summary>Whether a value is empty or a mark of no value.</summary>
    public bool IsMissing(ReadOnlySpan<char> text) =>
        text.IsWhiteSpace() || _marks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.Trim());

    /// <summary>Reads a finite number as this table writes them; otherwise says what may help.</summary>
    public bool TryNumber(ReadOnlySpan<char> text, out double value, out InputMessage hint) =>
        TableNumbers.TryRead(text, Decimal, out value, out hint);

    /// <summary>A column to read values from; if there is none of that name, says so, and reading it gives nothing but blanks.</summary>
    /// <param name="name">Name in the header.</param>
    /// <param name="saidAt">Where a user's file names the column; null when the program does.</param>
    /// <param name="isOptional">Whether that line of the user's file may be left out.</param>
    public CsvColumn Column(string name, Place? saidAt = null, bool isOptional = false)
    {
        int index = IndexOf(name);
        if (index < 0)
        {
            string known = string.Join(", ", _columns.Take(40)) + (_columns.Length > 40 ? ", …" : "");
            InputMessage file = saidAt is null ? InputMessage.None : (InputMessage)$" in {Path}";
            InputMessage optional = isOptional ? "; it is optional: the line may be left out" : InputMessage.None;
            Errors.Add(saidAt ?? new Place(Path, 1),
                $"there is no column '{name}'{file}{DidYouMean.Hint(name, _columns)}{optional}; columns: {known}");
        }

        return new CsvColumn(this, name, index);
    }

    /// <summary>The place of a value, or of a row when the column is −1.</summary>
    public Place PlaceOf(int row, int column = -1) => _places?.Invoke(row, column) ?? new(Path, _lines[row], column + 1, _sheet);

    /// <summary>What the heading says of a value at its place: the column's name, or that of the table it comes from.</summary>
    public string HeadingOf(int row, int column) => _headings?.Invoke(row, column) ?? _columns[column];

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

    /// <summary>A name without what is easily typed otherwise: kinds of apostrophes and spaces, how accents are stored.</summary>
    private static string Folded(string name) => string.Join(' ',
        Accents.Joined(name).Replace('’', '\'').Replace('\u00A0', ' ').Replace('\u202F', ' ')
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Finds the decimal mark in the cells, where nobody said it, and tells when it is a comma.</summary>
    private void FindDecimal(TableReading how)
    {
        if (how.Decimal is not null || !_text.AsSpan(0, _ends[^1]).Contains(','))
        {
            return;
        }

        int commas = 0, either = 0, points = 0, first = -1;
        for (int cell = 0; cell + 1 < _ends.Count; cell++)
        {
            DecimalEvidence evidence = TableNumbers.Evidence(_text.AsSpan(_ends[cell].._ends[cell + 1]));
            commas += evidence == DecimalEvidence.Comma ? 1 : 0;
            either += evidence == DecimalEvidence.CommaOrThousands ? 1 : 0;
            points += evidence == DecimalEvidence.Point ? 1 : 0;
            first = first < 0 && evidence is DecimalEvidence.Comma or DecimalEvidence.CommaOrThousands ? cell : first;
        }

        bool isSheet = how.Sheet is not null;
        if (commas > 0 ? points == 0 || how.Separator != ',' || isSheet : either > 0 && points == 0 && how.Separator == ';')
        {
            Decimal = isSheet ? null : DecimalMark.Comma;
            (int row, int column) = (first / _columns.Length, first % _columns.Length);
            string found = Cell(row, column).ToString();
            Errors.Warn(new InputWarning(PlaceOf(row, column), how.HasKeys
                ? (InputMessage)$"numbers are read with a decimal comma, such as {found} here; 'decimal: comma' says so for good"
                : $"numbers are read with a decimal comma, such as {found} here", IsNote: true));
        }
    }
}
