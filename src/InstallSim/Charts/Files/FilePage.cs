using System.Text;
using InstallSim.Outputs;

namespace InstallSim.Charts.Files;

/// <summary>A page of tables and figures as one HTML file that opens with no server and no network.</summary>
internal static class FilePage
{
    /// <summary>The style sheet of a page.</summary>
    private static readonly Markup Style = new(Typeface.FontFace + $$"""

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
        @media (max-width: 40rem) { picture img { width: 100%; max-width: 27rem; } }
        img { max-width: 100%; background: {{Palette.Paper}}; padding: 0.5rem; }
        .note { color: light-dark({{Palette.Muted}}, {{Palette.Dark[Palette.Muted]}}); }
        .warning { color: light-dark({{Palette.Bad}}, {{Palette.Dark[Palette.Bad]}}); font-weight: 600; }
        """);

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

    /// <summary>A table whose rows are named by their first cell.</summary>
    /// <param name="header">Heads of the columns; none for a table without.</param>
    /// <param name="rows">Cells, row by row.</param>
    /// <param name="words">How many of the first columns hold words, not numbers.</param>
    public static Markup Table(string[] header, IEnumerable<string[]> rows, int words = 1) => Html.Of($"""
        <div class="scroll"><table>
        {Head(header, words)}
        <tbody>
        {Html.Join(rows.Select(cells => Row(cells, words)))}
        </tbody>
        </table></div>
        """);

    private static Markup Head(string[] header, int words) => header.Length == 0 ? default : Html.Of(
        $"<thead><tr>{Html.Join(header.Select((h, k) => Html.Of($"<th scope=\"col\"{Class(k, words)}>{h}</th>")))}</tr></thead>");

    private static Markup Row(string[] cells, int words = 1) => Html.Of(
        $"<tr><th scope=\"row\">{cells[0]}</th>{Html.Join(cells.Skip(1)
            .Select((cell, k) => Html.Of($"<td{Class(k + 1, words)}>{cell}</td>")))}</tr>\n");

    private static Markup Class(int column, int words) => new(column > 0 && column < words ? " class=\"words\"" : "");

    /// <summary>A remark in small print.</summary>
    public static Markup Note(string note) => Html.Of($"<p class=\"note\">{note}</p>\n");

    /// <summary>What to tell of a figure that could not be drawn.</summary>
    public static string Lost((string Id, string Reason) figure, ReportText t) => t.Say(
        $"the figure '{figure.Id}' could not be drawn ({figure.Reason}); all results stand",
        $"la figure «\u00a0{figure.Id}\u00a0» n’a pas pu être dessinée ({figure.Reason})\u00a0; tous les résultats restent valables");

    /// <summary>Figures that were drawn into a folder, and which could not be drawn.</summary>
    public static Markup Figures(EachFigure figures, string folder, ReportText t) => Html.Join(figures.Lost
        .Select(lost => Html.Of($"<p class=\"warning\">{Lost(lost, t)}</p>\n"))
        .Concat(figures.Drawn.Select(f =>
        {
            string picture = Convert.ToBase64String(File.ReadAllBytes(Path.Combine(folder, f.Id + ".svg")));
            string narrow = Convert.ToBase64String(Encoding.UTF8.GetBytes(f.Narrow));
            return Html.Of($"""
                <p><picture>
                <source media="(max-width: 40rem)" srcset="data:image/svg+xml;base64,{narrow}">
                <img alt="{f.Chart.Title}. {f.Chart.Description}" src="data:image/svg+xml;base64,{picture}">
                </picture></p>

                """);
        })));
}
