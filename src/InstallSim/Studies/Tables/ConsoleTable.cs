using System.Text;
using InstallSim.Outputs;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Results;

namespace InstallSim.Studies.Tables;

/// <summary>The estimates as a terminal shows them: coefficient, standard error, z, p, stars; then fit, convergence, warnings.</summary>
public static class ConsoleTable
{
    /// <summary>The whole text, lines ended by a line feed.</summary>
    public static string Write(StudyResult study)
    {
        var text = new StringBuilder();
        text.Append(study.Study.Title).Append('\n').Append(Capital(study.Model)).Append("\n\n");
        Coefficients(text, ParameterRow.Of(study.Estimates));
        foreach (string note in ResultLines.TableNotes(study))
            text.Append(note).Append('\n');
        text.Append('\n');
        if (study.WillingnessToPay.Count > 0)
        {
            Columns(text, [WillingnessToPayRow.Title(study.Study), "estimate", "lower 95 %", "upper 95 %"], study.WillingnessToPay.Select(w => (string[])
                [w.Name, PaperNumber.Text(w.Estimate), PaperNumber.Text(w.Lower), PaperNumber.Text(w.Upper)]));
            text.Append('\n');
        }

        foreach (ResultTable table in study.Analyses.Tables.Where(t => !t.IsLong))
            Analysis(text, table);
        foreach ((string name, string value) in ResultLines.Fit(study))
            text.Append(name.PadRight(32)).Append(value).Append('\n');
        text.Append(ResultLines.Convergence(study)).Append('\n');
        foreach (string warning in study.Warnings)
            text.Append("Warning: ").Append(warning).Append('\n');
        return text.ToString();
    }

    private static void Coefficients(StringBuilder text, IReadOnlyList<ParameterRow> rows)
    {
        bool says = rows.Any(r => r.TestedAgainst != 0);
        string[] header = ["", "coefficient", "std. error", .. says ? ["tested against"] : Array.Empty<string>(), "z", "p", ""];
        Columns(text, header, rows.Select(row => (string[])
        [
            row.Name, PaperNumber.Text(row.Estimate), row.IsFixed ? "fixed" : PaperNumber.Text(row.StandardError),
            .. says ? [row.IsFixed ? "" : row.TestedAgainst == 1 ? "1" : "0"] : Array.Empty<string>(),
            row.IsFixed ? "" : PaperNumber.Two(row.Z), row.IsFixed ? "" : PaperNumber.Probability(row.P), row.Stars,
        ]));
    }

    private static void Analysis(StringBuilder text, ResultTable table)
    {
        text.Append(Capital(table.Title)).Append('\n');
        Columns(text, [.. table.Columns.Select(c => c.Heading)], table.Rows.Select(row => row.Select((_, c) => table.Text(row, c)).ToArray()),
            [.. table.Columns.Select((_, c) => table.Rows.All(row => row[c] is string))]);
        foreach (string note in table.Notes)
            text.Append(note).Append('\n');
        text.Append('\n');
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Lines of columns: the first, those without a heading and those said to the left, the others to the right.</summary>
    internal static void Columns(StringBuilder text, string[] header, IEnumerable<string[]> lines, bool[]? toTheLeft = null)
    {
        string[][] all = [header, .. lines];
        int[] width = [.. Enumerable.Range(0, header.Length).Select(c => all.Max(line => line[c].Length))];
        foreach (string[] line in all)
        {
            for (int c = 0; c < line.Length; c++)
            {
                bool left = c == 0 || header[c].Length == 0 || (toTheLeft?[c] ?? false);
                text.Append(c == 0 ? "" : header[c].Length == 0 ? " " : "  ").Append(left ? line[c].PadRight(width[c]) : line[c].PadLeft(width[c]));
            }

            while (text[^1] == ' ')
                text.Length--;
            text.Append('\n');
        }
    }
}
