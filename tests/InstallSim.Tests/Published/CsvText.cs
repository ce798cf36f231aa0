using System.Globalization;
using System.IO.Compression;

namespace InstallSim.Tests.Published;

/// <summary>A table of text with a header, read whole: what the published data files are.</summary>
internal sealed class CsvText
{
    private readonly Dictionary<string, int> _index;

    private CsvText(string[] header, string[][] rows)
    {
        _index = header.Select((h, i) => (h, i)).ToDictionary(p => p.h, p => p.i);
        Rows = rows;
    }

    public string[][] Rows { get; }

    public static CsvText Read(string path, char separator = ',')
    {
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Where(l => l.Trim().Length > 0).Select(l => Split(l.TrimEnd('\r'), separator)).ToArray();
        return new CsvText(lines[0], lines[1..]);
    }

    public string Text(int row, string column) => Rows[row][_index[column]];

    public double Number(int row, string column) => double.Parse(Text(row, column), CultureInfo.InvariantCulture);

    public bool Has(string column) => _index.ContainsKey(column);

    private static string[] Split(string line, char separator)
    {
        var cells = new List<string>();
        bool quoted = false;
        int start = 0;
        for (int i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '"')
            {
                quoted = !quoted;
            }

            if (i < line.Length && (quoted || line[i] != separator))
            {
                continue;
            }

            cells.Add(line[start..i].Trim().Trim('"'));
            start = i + 1;
        }

        return [.. cells];
    }
}
