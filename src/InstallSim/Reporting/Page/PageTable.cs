using InstallSim.Outputs;

namespace InstallSim.Reporting.Page;

/// <summary>A table that scrolls sideways on a phone and can be reached by keyboard.</summary>
internal static class PageTable
{
    /// <summary>Writes the table; the first column heads its rows, a row of one cell those that follow it.</summary>
    /// <param name="caption">What it shows.</param>
    /// <param name="heads">Heads of the columns.</param>
    /// <param name="rows">Cells, row by row.</param>
    /// <param name="numbers">Whether cells hold numbers, which stay on a line.</param>
    /// <param name="words">How many of the first columns hold words all the same.</param>
    public static Markup Write(
        string caption, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<Markup>> rows, bool numbers = false, int words = 1)
    {
        var head = Html.Join(heads.Select(h => Html.Of($"<th scope=\"col\">{h}</th>")));
        var body = Html.Join(rows.Select(r => r.Count == 1
            ? Html.Of($"<tr class=\"group\"><th scope=\"colgroup\" colspan=\"{heads.Count}\">{r[0]}</th></tr>\n")
            : Html.Of($"<tr><th scope=\"row\">{r[0]}</th>{Html.Join(r.Skip(1).Select((c, k) => Cell(c, k + 1 < words)))}</tr>\n")));
        return Html.Of($"""
            <div class="scroll" tabindex="0" role="region" aria-label="{caption}">
            <table{new Markup(numbers ? " class=\"numbers\"" : "")}><caption>{caption}</caption>
            <thead><tr>{head}</tr></thead>
            <tbody>{body}</tbody></table></div>
            """);
    }

    private static Markup Cell(Markup content, bool isWords) =>
        isWords ? Html.Of($"<td class=\"words\">{content}</td>") : Html.Of($"<td>{content}</td>");
}
