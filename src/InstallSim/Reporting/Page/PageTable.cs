using InstallSim.Outputs;

namespace InstallSim.Reporting.Page;

/// <summary>A table that scrolls sideways on a phone and can be reached by keyboard.</summary>
internal static class PageTable
{
    /// <summary>Writes the table; the first column heads its rows.</summary>
    public static Markup Write(string caption, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<Markup>> rows, bool numbers = false)
    {
        var head = Html.Join(heads.Select(h => Html.Of($"<th scope=\"col\">{h}</th>")));
        var body = Html.Join(rows.Select(r => Html.Of(
            $"<tr><th scope=\"row\">{r[0]}</th>{Html.Join(r.Skip(1).Select(c => Html.Of($"<td>{c}</td>")))}</tr>\n")));
        return Html.Of($"""
            <div class="scroll" tabindex="0" role="region" aria-label="{caption}">
            <table{new Markup(numbers ? " class=\"numbers\"" : "")}><caption>{caption}</caption>
            <thead><tr>{head}</tr></thead>
            <tbody>{body}</tbody></table></div>
            """);
    }
}
