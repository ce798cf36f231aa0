using System.Text;

namespace InstallSim.Studies;

/// <summary>The estimates as a terminal shows them: coefficient, standard error, z, p, stars; then fit, convergence, warnings.</summary>
public static class ConsoleTable
{
    /// <summary>The whole text, lines ended by a line feed.</summary>
    public static string Write(StudyResult study)
    {
        var text = new StringBuilder();
        text.Append(study.Study.Title).Append('\n').Append(Capital(study.Model)).Append(study.Draws.Length == 0 ? "" : $"; draws: {study.Draws}").Append("\n\n");
        IReadOnlyList<ParameterRow> rows = ParameterRow.Of(study.Estimates);
        Columns(text, ["", "coefficient", "std. error", "z", "p", ""], rows.Select(row => (string[])
        [
            row.Name, ParameterRow.Text(row.Estimate), row.IsFixed ? "fixed" : ParameterRow.Text(row.StandardError),
            row.IsFixed ? "" : Two(row.Z), row.IsFixed ? "" : ParameterRow.Probability(row.P), row.Stars,
        ]));
        text.Append(ParameterRow.StarsNote).Append('\n').Append(ResultLines.StandardErrors(study)).Append("\n\n");
        if (study.WillingnessToPay.Count > 0)
        {
            Columns(text, [WillingnessToPayRow.Title(study.Study), "estimate", "lower 95 %", "upper 95 %"], study.WillingnessToPay.Select(w => (string[])
                [w.Name, ParameterRow.Text(w.Estimate), ParameterRow.Text(w.Lower), ParameterRow.Text(w.Upper)]));
            text.Append('\n');
        }

        foreach ((string name, string value) in ResultLines.Fit(study))
            text.Append(name.PadRight(32)).Append(value).Append('\n');
        text.Append(ResultLines.Convergence(study)).Append('\n');
        foreach (string warning in study.Warnings)
            text.Append("Warning: ").Append(warning).Append('\n');
        return text.ToString();
    }

    private static string Two(double z) => double.IsFinite(z) ? z.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture).Replace('-', '−') : "–";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Lines of columns, the first and the last to the left, the others to the right.</summary>
    private static void Columns(StringBuilder text, string[] header, IEnumerable<string[]> lines)
    {
        string[][] all = [header, .. lines];
        int[] width = [.. Enumerable.Range(0, header.Length).Select(c => all.Max(line => line[c].Length))];
        foreach (string[] line in all)
        {
            for (int c = 0; c < line.Length; c++)
            {
                bool left = c == 0 || header[c].Length == 0;
                text.Append(c == 0 ? "" : left ? " " : "  ").Append(left ? line[c].PadRight(width[c]) : line[c].PadLeft(width[c]));
            }

            while (text[^1] == ' ')
                text.Length--;
            text.Append('\n');
        }
    }
}
