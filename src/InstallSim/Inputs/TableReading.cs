namespace InstallSim.Inputs;

/// <summary>A user's table, opened: its text, and how it is to be read, as said or as found.</summary>
/// <param name="Text">Its text as CSV; of a workbook, one line a row.</param>
/// <param name="Separator">What stands between values.</param>
/// <param name="Decimal">What stands before a fraction; null when nobody said.</param>
/// <param name="Marks">Texts that stand for no value.</param>
/// <param name="Sheet">The sheet of a workbook; null for a file of text.</param>
internal sealed record TableReading(
    TextReader Text, char Separator, DecimalMark? Decimal, HashSet<string> Marks, string? Sheet) : IDisposable
{
    /// <summary>What stands for no value in every table.</summary>
    public static HashSet<string> AlwaysMissing { get; } = new HashSet<string>(StringComparer.Ordinal) { "NA", "#N/A", "#N/D" };

    /// <summary>Whether rows and columns at the ends that hold nothing are passed over, as spreadsheets leave them.</summary>
    public bool IsLenient { get; private init; }

    /// <summary>Lines before the header that are no part of the table.</summary>
    public int Before { get; private init; }

    /// <summary>Whether a user can say how the table is written.</summary>
    public bool HasKeys { get; private init; } = true;

    /// <summary>A table of the program's own: UTF-8, no marks but <c>NA</c>.</summary>
    public static TableReading Strict(string path, char separator) =>
        new(new CsvText(path), separator, DecimalMark.Point, new HashSet<string>(StringComparer.Ordinal) { "NA" }, null);

    /// <summary>Opens a table of a user's, and tells what was found out about it.</summary>
    /// <param name="path">A file that exists.</param>
    /// <param name="format">What is said about it.</param>
    /// <param name="errors">Receives notes and warnings.</param>
    /// <exception cref="InputException">It is no table that can be read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static TableReading Open(string path, TableFormat format, InputErrors errors)
    {
        HashSet<string> marks = format.Marks.Count == 0
            ? AlwaysMissing
            : new HashSet<string>(AlwaysMissing.Concat(format.Marks.Select(mark => mark.Trim())), StringComparer.Ordinal);
        if (SheetText.IsWorkbook(path))
        {
            return OpenSheet(path, format, marks);
        }

        if (format.Sheet is { } sheet)
        {
            throw new InputException(new Place(path), $"'sheet: {sheet}' is for a workbook (.xlsx); this is a file of text");
        }

        TableText found = TableText.Of(path);
        char separator = format.SeparatorCharacter ?? found.Separator;
        if (format.Separator is null && separator != ',' && !found.IsDeclared)
        {
            errors.Warn(new InputWarning(new Place(path, 1), format.HasKeys
                ? (InputMessage)$"values are read with {NameOf(separator)} between them; 'separator: {WordOf(separator)}' says so for good"
                : $"values are read with {NameOf(separator)} between them", IsNote: true));
        }

        bool isWindows = format.Encoding == "windows-1252" || (format.Encoding is null && found.IsWindows);
        if (isWindows && format.Encoding is null)
        {
            errors.Warn(new InputWarning(new Place(path, found.FirstOther), format.HasKeys
                ? (InputMessage)("the text is not UTF-8 and is read as Windows-1252, as Excel saves plain CSV: check accents; "
                    + "'encoding: windows-1252' says so for good")
                : "the text is not UTF-8 and is read as Windows-1252, as Excel saves plain CSV: check accents"));
        }

        var text = new CsvText(path, isWindows);
        if (found.IsDeclared)
        {
            text.ReadLine();
        }

        return new TableReading(text, separator, format.DecimalMark, marks, null)
        {
            Before = found.IsDeclared ? 1 : 0,
            IsLenient = true,
            HasKeys = format.HasKeys,
        };
    }

    /// <summary>The character in words for messages.</summary>
    public static InputMessage NameOf(char separator) => separator switch { ',' => (InputMessage)"','", ';' => "';'", _ => "a tab" };

    public void Dispose() => Text.Dispose();

    private static string WordOf(char separator) => separator switch { ';' => "semicolon", '\t' => "tab", _ => "comma" };

    private static TableReading OpenSheet(string path, TableFormat format, HashSet<string> marks)
    {
        try
        {
            var sheet = new SheetText(path, format.Sheet);
            return new TableReading(sheet, ',', format.DecimalMark, marks, sheet.Sheet)
            {
                IsLenient = true,
                HasKeys = format.HasKeys,
            };
        }
        catch (Exception fault) when (IsOfSheet(fault))
        {
            throw Broken(path);
        }
    }

    /// <summary>Whether a fault is one that the reader of workbooks throws at a damaged one.</summary>
    public static bool IsOfSheet(Exception fault) => fault is System.Xml.XmlException or InvalidDataException or InvalidOperationException
        or KeyNotFoundException or NullReferenceException or FormatException or ArgumentException or IndexOutOfRangeException
        or InvalidCastException;

    /// <summary>What is said of a workbook that its reader stumbles over.</summary>
    public static InputException Broken(string path) =>
        new(new Place(path), "the workbook is damaged or protected by a password: open it, and save it as .xlsx or as CSV in UTF-8");
}
