using System.Text;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Tables;

/// <summary>The estimates as a terminal shows them: coefficient, standard error, z, p, stars; then fit, convergence, warnings.</summary>
public static class ConsoleTable
{
    /// <summary>The whole text, lines ended by a line feed.</summary>
    /// <param name="study">What was found.</param>
    /// <param name="language">The language; English when null. What <see cref="StudyWords"/> does not know stays English.</param>
    /// <param name="hasLabels">
    /// Whether variables are called by their labels, which stand beside their names in the table of coefficients: for the terminal.
    /// </param>
    public static string Write(StudyResult study, ReportText? language = null, bool hasLabels = false)
    {
        ReportText t = language ?? ReportText.English;
        var text = new StringBuilder();
        text.Append(study.Study.ShownTitle(t)).Append('\n').Append(Capital(t.In(study.Model))).Append('\n');
        if (study.IsSimulated)
        {
            text.Append(t.In(SimulatedAnswers.Note)).Append('\n');
        }

        text.Append('\n');
        Coefficients(text, study, t, hasLabels);
        foreach (string note in ResultLines.TableNotes(study))
        {
            text.Append(t.In(note)).Append('\n');
        }

        text.Append('\n');
        if (study.WillingnessToPay.Count > 0)
        {
            Columns(text, PayColumns.Header(study, t), PayColumns.Rows(study, t,
                hasLabels ? ParameterLabels.Short(study.Study, study.WillingnessToPay.Select(row => row.Name), t) : null));
            text.Append(PayColumns.WhyLeftOut(study, t) is { } why ? $"{why}\n\n" : "\n");
        }

        foreach (ResultTable table in study.Analyses.Tables.Where(t => !t.IsLong))
        {
            Analysis(text, table, t, hasLabels
                ? ParameterLabels.Short(study.Study, table.Rows.Select(row => row[0]).OfType<string>().Select(t.In), t)
                : name => name);
        }

        (string Name, string Value)[] fit = [.. ResultLines.Fit(study).Select(line => (t.In(line.Name), line.Value))];
        int width = Math.Max(32, fit.Max(line => line.Name.Length) + 2);
        foreach ((string name, string value) in fit)
        {
            text.Append(name.PadRight(width)).Append(t.Digits(t.In(value))).Append('\n');
        }

        text.Append(t.Digits(t.In(ResultLines.Convergence(study)))).Append('\n');
        if (ResultLines.Starts(study) is { Length: > 0 } starts)
        {
            text.Append(t.Digits(t.In(starts))).Append('\n');
        }

        foreach (InputMessage warning in study.Warnings)
        {
            text.Append(t.Say("Warning: ", "Avertissement\u00a0: ")).Append(t.Say(warning.English, warning.French)).Append('\n');
        }

        return text.ToString();
    }

    private static void Coefficients(StringBuilder text, StudyResult study, ReportText t, bool hasLabels)
    {
        IReadOnlyList<ParameterRow> rows = ParameterRow.Of(study.Estimates);
        Func<string, string> called = ParameterLabels.Short(study.Study, rows.Select(row => row.Name), t);
        hasLabels &= rows.Any(row => called(row.Name) != row.Name);
        bool says = rows.Any(r => r.TestedAgainst != 0);
        string[] header =
        [
            "", .. hasLabels ? [t.Say("label", "libellé")] : Array.Empty<string>(), t.In("coefficient"),
            t.In("std. error"), .. says ? [t.In("tested against")] : Array.Empty<string>(), "z", "p", "",
        ];
        Columns(text, header, rows.Select(row => (string[])
        [
            row.Name, .. hasLabels ? [called(row.Name) is var label && label != row.Name ? label : ""] : Array.Empty<string>(),
            t.Digits(PaperNumber.Text(row.Estimate)), row.IsFixed ? t.In("fixed") : t.Digits(PaperNumber.Text(row.StandardError)),
            .. says ? [row.IsFixed ? "" : row.TestedAgainst == 1 ? "1" : "0"] : Array.Empty<string>(),
            row.IsFixed ? "" : t.Digits(PaperNumber.Two(row.Z)), row.IsFixed ? "" : t.Digits(PaperNumber.Probability(row.P)), row.Stars,
        ]), [.. header.Select((_, c) => hasLabels && c == 1)]);
    }

    private static void Analysis(StringBuilder text, ResultTable table, ReportText t, Func<string, string> called)
    {
        text.Append(Capital(t.In(table.Title))).Append('\n');
        Columns(text, [.. table.Columns.Select(c => t.In(c.Heading))],
            table.Rows.Select(row => row.Select((cell, c) => cell is not string words ? t.Digits(table.Text(row, c))
                : c == 0 ? called(t.In(words))
                : t.In(words)).ToArray()),
            [.. table.Columns.Select((_, c) => table.Rows.All(row => row[c] is string))]);
        foreach (string note in table.Notes)
        {
            text.Append(t.Digits(t.In(note))).Append('\n');
        }

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
                text.Append(c == 0 ? "" : header[c].Length == 0 ? " " : "  ")
                    .Append(left ? line[c].PadRight(width[c]) : line[c].PadLeft(width[c]));
            }

            while (text[^1] == ' ')
            {
                text.Length--;
            }

            text.Append('\n');
        }
    }
}
