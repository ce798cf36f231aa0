using InstallSim.Charts;
using InstallSim.Outputs;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;

namespace InstallSim.Studies.Tables;

/// <summary>The estimates as one HTML file that opens with no server and no network.</summary>
internal static class HtmlTable
{
    /// <summary>The style sheet of pages of studies.</summary>
    internal static readonly Markup Style = new(Typeface.FontFace + $$"""

        :root { color-scheme: light dark; }
        body {
          font: 16px/1.45 {{Typeface.Family}}; max-width: 52rem; margin: 2rem auto; padding: 0 1rem;
          color: light-dark({{Palette.Ink}}, {{Palette.Dark[Palette.Ink]}});
          background: light-dark({{Palette.Paper}}, {{Palette.Dark[Palette.Paper]}});
        }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td {
          padding: 0.25rem 0.7rem; text-align: right; white-space: nowrap;
          border-bottom: 1px solid light-dark({{Palette.Grid}}, {{Palette.Dark[Palette.Grid]}});
        }
        thead th { border-bottom: 2px solid light-dark({{Palette.Rule}}, {{Palette.Dark[Palette.Rule]}}); }
        th:first-child, .words { text-align: left; font-weight: 400; white-space: normal; }
        tbody th:first-child, td.words { min-width: min(9rem, 25vw); }
        thead th { font-weight: 600; white-space: normal; vertical-align: bottom; }
        img { max-width: 100%; background: {{Palette.Paper}}; padding: 0.5rem; }
        .note { color: light-dark({{Palette.Muted}}, {{Palette.Dark[Palette.Muted]}}); }
        .warning { color: light-dark({{Palette.Bad}}, {{Palette.Dark[Palette.Bad]}}); font-weight: 600; }
        """);

    /// <summary>The page.</summary>
    /// <param name="study">What was found.</param>
    /// <param name="t">The language.</param>
    /// <param name="figures">The figures, or why there are none.</param>
    public static string Write(StudyResult study, ReportText t, Markup figures)
    {
        return Page(study.Study.ShownTitle(t), t, Html.Of($"""
            <h1>{study.Study.ShownTitle(t)}</h1>
            <p>{study.Study.ShownDescription(t)}</p>
            {Html.Join(study.Warnings.Select(w => Html.Of($"<p class=\"warning\">{t.Say(w.English, w.French)}</p>\n")))}
            {Coefficients(study, t)}
            {WillingnessToPay(study, t)}
            {Html.Join(study.Analyses.Tables.Where(table => !table.IsLong).Select(table => Analysis(table, t)))}
            <h2>{t.In("Fit")}</h2>
            <div class="scroll"><table><tbody>
            {Html.Join(ResultLines.Fit(study).Select(f => Row([t.In(f.Name), t.Digits(t.In(f.Value))])))}
            </tbody></table></div>
            {Note(t.Digits(t.In(ResultLines.Convergence(study))))}
            {(ResultLines.Starts(study) is { Length: > 0 } starts ? Note(t.Digits(t.In(starts))) : default)}
            <h2>{t.In("Figures")}</h2>
            {figures}
            """));
    }

    /// <summary>A page of that title and body.</summary>
    public static string Page(string title, ReportText t, Markup body) => Html.Of($"""
        <!doctype html>
        <html lang="{t.Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:;
         img-src data:; base-uri 'none'; form-action 'none'">
        <title>{title}</title>
        <style>{Style}</style>
        </head>
        <body>
        {body}
        </body>
        </html>

        """).Text;

    private static Markup Coefficients(StudyResult study, ReportText t)
    {
        IReadOnlyList<ParameterRow> rows = ParameterRow.Of(study.Estimates);
        bool says = rows.Any(r => r.TestedAgainst != 0);
        string[] tested = says ? [t.In("tested against")] : [];
        return Html.Of($"""
            <h2>{t.In("Coefficients")}{t.Say(":", "\u00a0:")} {t.In(study.Model)}</h2>
            {Table([t.In("Parameter"), t.In("Coefficient"), t.In("Std. error"), .. tested, "z", "p", t.In("95 % interval")],
                rows.Select(row => Cells(row, ParameterLabels.Named(study.Study, row.Name, t), says, t)))}
            {Html.Join(ResultLines.TableNotes(study).Select(note => Note(t.In(note))))}
            """);
    }

    private static string[] Cells(ParameterRow row, string name, bool says, ReportText t)
    {
        string[] tested = says ? [row.IsFixed ? "" : row.TestedAgainst == 1 ? "1" : "0"] : [];
        return row.IsFixed
            ? [name, t.Digits(PaperNumber.Text(row.Estimate)), t.In("fixed"), .. tested, "", "", ""]
            :
            [
                name, t.Digits(PaperNumber.Text(row.Estimate)) + row.Stars, t.Digits(PaperNumber.Text(row.StandardError)), .. tested,
                t.Digits(PaperNumber.Two(row.Z)), t.Digits(PaperNumber.Probability(row.P)), Range(row.Lower, row.Upper, t),
            ];
    }

    private static string Range(double lower, double upper, ReportText t) =>
        $"{t.Digits(PaperNumber.Text(lower))} {t.Say("to", "à")} {t.Digits(PaperNumber.Text(upper))}";

    private static Markup WillingnessToPay(StudyResult study, ReportText t) =>
        study.WillingnessToPay.Count == 0 ? new Markup("") : Html.Of($"""
        <h2>{t.In("Ratios")}{t.Say(":", "\u00a0:")} {WillingnessToPayRow.Title(study.Study, t)}</h2>
        {Table(PayColumns.Header(study, t), PayColumns.Rows(study, t, name => ParameterLabels.Named(study.Study, name, t)))}
        """);

    private static Markup Analysis(ResultTable table, ReportText t)
    {
        string title = t.In(table.Title);
        return Html.Of($"""
            <h2>{char.ToUpperInvariant(title[0]) + title[1..]}</h2>
            {Table([.. table.Columns.Select(c => t.In(c.Heading))], table.Rows.Select(row => row.Select(
                (cell, c) => cell is string words ? t.In(words) : t.Digits(table.Text(row, c))).ToArray()))}
            {Html.Join(table.Notes.Select(note => Note(t.Digits(t.In(note)))))}
            """);
    }

    /// <summary>A table whose rows are named by their first cell.</summary>
    /// <param name="header">Heads of the columns.</param>
    /// <param name="rows">Cells, row by row.</param>
    /// <param name="words">How many of the first columns hold words, not numbers.</param>
    public static Markup Table(string[] header, IEnumerable<string[]> rows, int words = 1) => Html.Of($"""
        <div class="scroll"><table>
        <thead><tr>{Html.Join(header.Select((h, k) => Html.Of($"<th scope=\"col\"{Class(k, words)}>{h}</th>")))}</tr></thead>
        <tbody>
        {Html.Join(rows.Select(cells => Row(cells, words)))}
        </tbody>
        </table></div>
        """);

    private static Markup Row(string[] cells, int words = 1) => Html.Of(
        $"<tr><th scope=\"row\">{cells[0]}</th>{Html.Join(cells.Skip(1)
            .Select((cell, k) => Html.Of($"<td{Class(k + 1, words)}>{cell}</td>")))}</tr>\n");

    private static Markup Class(int column, int words) => new(column > 0 && column < words ? " class=\"words\"" : "");

    /// <summary>A remark in small print.</summary>
    public static Markup Note(string note) => Html.Of($"<p class=\"note\">{note}</p>\n");
}
