using System.Text;

namespace InstallSim.Outputs;

/// <summary>
/// A table as people read it, on a terminal or in Markdown. The first column stands on the left, and in Markdown columns with long texts.
/// </summary>
/// <param name="Headings">Headings, one a column.</param>
/// <param name="Rows">Cells, as many a row.</param>
internal sealed record WrittenTable(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Characters of a cell that is a number with its interval.</summary>
    private const int Longest = 30;

    /// <summary>In Markdown; a bar in a cell is no edge of it, and what looks like HTML is none.</summary>
    public string Markdown()
    {
        var text = new StringBuilder();
        Line(Headings);
        Line([.. Headings.Select((_, c) => c == 0 || Rows.Any(row => row[c].Length > Longest) ? "---" : "--:")]);
        foreach (IReadOnlyList<string> row in Rows)
        {
            Line(row);
        }

        return text.ToString();

        void Line(IReadOnlyList<string> cells) => text.Append("| ")
            .AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal).ReplaceLineEndings(" "))).Append(" |\n");
    }

    /// <summary>On a terminal, columns as wide as they need.</summary>
    public string Terminal()
    {
        int[] width = [.. Headings.Select((heading, c) => Rows.Select(row => row[c].Length).Append(heading.Length).Max())];
        var text = new StringBuilder();
        foreach (IReadOnlyList<string> row in Rows.Prepend(Headings))
        {
            string line = string.Join("  ", row.Select((cell, c) => c == 0 ? cell.PadRight(width[c]) : cell.PadLeft(width[c])));
            text.Append(line.TrimEnd(' ')).Append('\n');
        }

        return text.ToString();
    }
}
