using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Figures;

namespace InstallSim.Studies;

/// <summary>The estimates as one HTML file that opens with no server and no network.</summary>
internal static class HtmlTable
{
    private static readonly Markup Style = new($$"""
        :root { color-scheme: light dark; }
        body { font: 16px/1.45 "Source Sans 3", "Source Sans Pro", "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: light-dark({{Palette.Ink}}, {{Palette.Dark[Palette.Ink]}}); background: light-dark({{Palette.Paper}}, {{Palette.Dark[Palette.Paper]}}); max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td { padding: 0.25rem 0.7rem; text-align: right; border-bottom: 1px solid light-dark({{Palette.Grid}}, {{Palette.Dark[Palette.Grid]}}); white-space: nowrap; }
        thead th { border-bottom: 2px solid light-dark({{Palette.Rule}}, {{Palette.Dark[Palette.Rule]}}); }
        th:first-child { text-align: left; font-weight: 400; } thead th { font-weight: 600; }
        img { max-width: 100%; background: {{Palette.Paper}}; padding: 0.5rem; }
        .note { color: light-dark({{Palette.Muted}}, {{Palette.Dark[Palette.Muted]}}); }
        .warning { color: light-dark({{Palette.Bad}}, {{Palette.Dark[Palette.Bad]}}); font-weight: 600; }
        """);

    /// <summary>The page.</summary>
    /// <param name="context">What was found, and the language of the figures.</param>
    /// <param name="figures">Folder of the figures drawn as SVG.</param>
    /// <param name="undrawn">Why they were not drawn; null when they were.</param>
    public static string Write(StudyFigureContext context, string figures, string? undrawn) => Page(context.Study, Figures(context, figures, undrawn));

    private static string Page(StudyResult study, Markup figures) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
        <title>{study.Study.Title}</title>
        <style>{Style}</style>
        </head>
        <body>
        <h1>{study.Study.Title}</h1>
        <p>{study.Study.Description}</p>
        {Html.Join(study.Warnings.Select(w => Html.Of($"<p class=\"warning\">{w}</p>\n")))}
        <h2>Coefficients: {study.Model}</h2>
        <div class="scroll"><table>
        <thead><tr><th scope="col">Parameter</th><th scope="col">Coefficient</th><th scope="col">Std. error</th>{Tested(study, "<th scope=\"col\">tested against</th>")}<th scope="col">z</th><th scope="col">p</th><th scope="col">95 % interval</th></tr></thead>
        <tbody>
        {Html.Join(ParameterRow.Of(study.Estimates).Select(row => Row(study, row)))}
        </tbody>
        </table></div>
        {Html.Join(ResultLines.TableNotes(study).Select(Note))}
        {WillingnessToPay(study)}
        {Html.Join(study.Analyses.Tables.Where(t => !t.IsLong).Select(Analysis))}
        <h2>Fit</h2>
        <div class="scroll"><table><tbody>
        {Html.Join(ResultLines.Fit(study).Select(f => Html.Of($"<tr><th scope=\"row\">{f.Name}</th><td>{f.Value}</td></tr>\n")))}
        </tbody></table></div>
        <p class="note">{ResultLines.Convergence(study)}</p>
        <h2>Figures</h2>
        {figures}
        </body>
        </html>

        """).Text;

    private static Markup Figures(StudyFigureContext context, string folder, string? undrawn) => undrawn is not null
        ? Html.Of($"<p class=\"note\">No pictures: {undrawn}. The folder figures holds their Vega-Lite specifications.</p>")
        : Html.Join(StudyFigureCatalog.All.Where(f => f.Applies(context.Study)).Select(f => Html.Of($"<p><img alt=\"{f.Title(context)}. {f.Description(context)}\" src=\"data:image/svg+xml;base64,{Convert.ToBase64String(File.ReadAllBytes(Path.Combine(folder, f.Id + ".svg")))}\"></p>\n")));

    /// <summary>A cell of the column that says what is tested, in tables where that is not always 0.</summary>
    private static Markup Tested(StudyResult study, string cell) => new(ParameterRow.Of(study.Estimates).Any(r => r.TestedAgainst != 0) ? cell : "");

    private static Markup Note(string note) => Html.Of($"<p class=\"note\">{note}</p>\n");

    private static Markup Row(StudyResult study, ParameterRow row) => row.IsFixed
        ? Html.Of($"<tr><th scope=\"row\">{row.Name}</th><td>{ParameterRow.Text(row.Estimate)}</td><td>fixed</td>{Tested(study, "<td></td>")}<td></td><td></td><td></td></tr>\n")
        : Html.Of($"<tr><th scope=\"row\">{row.Name}</th><td>{ParameterRow.Text(row.Estimate)}{row.Stars}</td><td>{ParameterRow.Text(row.StandardError)}</td>{Tested(study, row.TestedAgainst == 1 ? "<td>1</td>" : "<td>0</td>")}<td>{ParameterRow.Text(Math.Round(row.Z, 2))}</td><td>{ParameterRow.Probability(row.P)}</td><td>{ParameterRow.Text(row.Lower)} to {ParameterRow.Text(row.Upper)}</td></tr>\n");

    private static Markup Analysis(ResultTable table) => Html.Of($"""
        <h2>{char.ToUpperInvariant(table.Title[0]) + table.Title[1..]}</h2>
        <div class="scroll"><table>
        <thead><tr>{Html.Join(table.Columns.Select(c => Html.Of($"<th scope=\"col\">{c.Heading}</th>")))}</tr></thead>
        <tbody>
        {Html.Join(table.Rows.Select(row => Html.Of($"<tr>{Html.Join(row.Select((_, c) => c == 0 ? Html.Of($"<th scope=\"row\">{table.Text(row, c)}</th>") : Html.Of($"<td>{table.Text(row, c)}</td>")))}</tr>\n")))}
        </tbody>
        </table></div>
        {Html.Join(table.Notes.Select(Note))}
        """);

    private static Markup WillingnessToPay(StudyResult study) => study.WillingnessToPay.Count == 0 ? new Markup("") : Html.Of($"""
        <h2>Ratios: {WillingnessToPayRow.Title(study.Study)}</h2>
        <div class="scroll"><table>
        <thead><tr><th scope="col">Variable</th><th scope="col">Estimate</th><th scope="col">95 % interval</th></tr></thead>
        <tbody>
        {Html.Join(study.WillingnessToPay.Select(w => Html.Of($"<tr><th scope=\"row\">{w.Name}</th><td>{ParameterRow.Text(w.Estimate)}</td><td>{ParameterRow.Text(w.Lower)} to {ParameterRow.Text(w.Upper)}</td></tr>\n")))}
        </tbody>
        </table></div>
        """);
}
