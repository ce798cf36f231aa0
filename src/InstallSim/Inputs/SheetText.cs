using System.Globalization;
using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace InstallSim.Inputs;

/// <summary>
/// A sheet of a workbook (.xlsx) as CSV with commas: row n is line n, whatever its cells hold. Cells are what the workbook keeps, not what
/// formats show: a date is written 2024-01-31, a line break in a cell becomes a space.
/// </summary>
internal sealed class SheetText : TextReader
{
    /// <summary>Largest workbook read, bytes once unpacked; the format holds at most 1,048,576 rows.</summary>
    public const long MaxBytes = 1_000_000_000;

    private const int MaxEntries = 10_000;
    private readonly IEnumerator<IDictionary<string, object?>> _rows;
    private readonly FileStream _file;
    private string _line = "";
    private int _next;
    private int _width = int.MaxValue;
    private int _blank;

    /// <summary>Opens a sheet.</summary>
    /// <param name="path">The workbook.</param>
    /// <param name="sheet">Name of the sheet; null for the first.</param>
    /// <exception cref="InputException">It is no workbook, has no such sheet, or is too large.</exception>
    public SheetText(string path, string? sheet)
    {
        _file = File.OpenRead(path);
        try
        {
            Check(path, _file);
            List<string> names = MiniExcel.GetSheetNames(_file);
            Sheet = sheet is null ? names.FirstOrDefault() ?? "" : names.FirstOrDefault(name => name == sheet) ?? "";
            if (Sheet.Length == 0)
            {
                throw new InputException(new Place(path), sheet is null
                    ? "the workbook has no sheet"
                    : (InputMessage)$"there is no sheet '{sheet}'{DidYouMean.Hint(sheet, names)}; sheets: {string.Join(", ", names)}");
            }

            _file.Position = 0;
            var settings = new OpenXmlConfiguration { FillMergedCells = false, EnableSharedStringCache = true };
            _rows = _file.Query(false, Sheet, ExcelType.XLSX, configuration: settings).Cast<IDictionary<string, object?>>()
                .GetEnumerator();
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>The sheet that is read.</summary>
    public string Sheet { get; }

    /// <summary>Whether a file begins as a workbook (a zip archive) does.</summary>
    public static bool IsWorkbook(string path)
    {
        using FileStream file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[4];
        return file.ReadAtLeast(start, 4, throwOnEndOfStream: false) == 4 && start.SequenceEqual("PK\u0003\u0004"u8);
    }

    public override int Read(char[] buffer, int index, int count)
    {
        if (!Fill())
        {
            return 0;
        }

        int taken = Math.Min(count, _line.Length - _next);
        _line.CopyTo(_next, buffer, index, taken);
        _next += taken;
        return taken;
    }

    public override int Read() => Fill() ? _line[_next++] : -1;

    public override int Peek() => Fill() ? _line[_next] : -1;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _rows.Dispose();
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>An entry gives no more bytes than its archive says, so that what it says can be relied on.</summary>
    private static void Check(string path, FileStream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.GetEntry("xl/workbook.xml") is null)
        {
            throw new InputException(new Place(path),
                "is a zip archive, but no workbook of Excel (.xlsx): save it as .xlsx, or as CSV in UTF-8");
        }

        long bytes = zip.Entries.Take(MaxEntries).Sum(entry => entry.Length);
        if (bytes > MaxBytes || zip.Entries.Count > MaxEntries)
        {
            throw new InputException(new Place(path),
                $"the workbook holds {bytes / 1_000_000} MB unpacked in {zip.Entries.Count} parts; at most {MaxBytes / 1_000_000} MB "
                    + $"in {MaxEntries} are read");
        }

        file.Position = 0;
    }

    private bool Fill()
    {
        while (_next == _line.Length)
        {
            if (!_rows.MoveNext())
            {
                return false;
            }

            string line = Line([.. _rows.Current.Values.Select(Text)]);
            if (line.Length == 0)
            {
                _blank++;
            }
            else
            {
                _line = string.Concat(Enumerable.Repeat("\n", _blank)) + line + "\n";
                (_next, _blank) = (0, 0);
            }
        }

        return true;
    }

    /// <summary>A row as CSV, without the empty cells to the right of the header's last.</summary>
    private string Line(string[] cells)
    {
        int used = Array.FindLastIndex(cells, cell => cell.Length > 0) + 1;
        if (used == 0)
        {
            return "";
        }

        _width = _width == int.MaxValue ? used : _width;
        var line = new StringBuilder();
        for (int k = 0; k < Math.Max(used, _width); k++)
        {
            line.Append(k == 0 ? "" : ",").Append('"').Append(k < cells.Length ? cells[k].Replace("\"", "\"\"") : "").Append('"');
        }

        return line.ToString();
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        double number => InputScalars.Plain(number),
        bool truth => truth ? "true" : "false",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!.ReplaceLineEndings(" "),
    };
}
