using System.Security.Cryptography;
using System.Text;
using InstallSim.Charts;
using InstallSim.Charts.Pictures;
using InstallSim.Outputs;

namespace InstallSim.Reporting.Page;

/// <summary>
/// The two forms of the page. With the script figures answer the reader, and the first is also a picture for whoever runs no script.
/// Without it, where the build had no Node.js, every figure is a still picture in both languages, and the switch of languages is CSS.
/// </summary>
/// <param name="opening">The language that the page opens in.</param>
/// <param name="script">The script, as it stands in the page; null for still pictures.</param>
internal sealed class PageForm(ReportText opening, string? script)
{
    /// <summary>What only a script can do is not shown.</summary>
    private const string Still = ".downloads, .save button { display: none; } .chart { min-height: 0; }";

    /// <summary>Letters of a picture in vectors above which it is one in pixels: a country's small maps would be 4 MB each.</summary>
    private const int HeaviestVectors = 500_000;

    /// <summary>Whether figures are still pictures.</summary>
    public bool IsStill => script is null;

    /// <summary>The part of the security policy about scripts: the one by its hash, or none.</summary>
    public Markup ScriptPolicy => script is null ? default
        : new($"script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'; ");

    /// <summary>The typeface; pictures name their width of words and do without.</summary>
    public string Typeface => IsStill ? "" : Charts.Typeface.FontFace ?? "";

    /// <summary>Styles of a page whose script does not run or is not there.</summary>
    public Markup StylesWithoutScript => IsStill
        ? new($$"""
            <style>{{Still}} {{Colours}}
            html:has(#say-fr:checked) [lang="en"], html:has(#say-en:checked) [lang="fr"] { display: none; }
            html:has(#say-en:checked) [lang="en"], html:has(#say-fr:checked) [lang="fr"] { display: revert; }
            .chart > div { overflow-x: auto; } .chart > div > * { min-width: 560px; width: 100%; height: auto; }</style>
            """)
        : new($"<noscript><style>{Still} {Colours} .languages {{ display: none; }}</style></noscript>");

    /// <summary>The colour of each scenario, which the script gives in light and dark.</summary>
    private static string Colours => string.Concat(Palette.Scenarios.Select(c => $"[data-colour=\"{c}\"] {{ --colour: {c}; }} "));

    /// <summary>The switch of languages.</summary>
    public Markup Languages => IsStill
        ? Html.Of($"""
            <div class="languages" role="radiogroup" aria-label="Langue / Language">
            {Html.Join(ReportText.All.Select(Radio))}</div>
            """)
        : new("""
            <div class="languages" role="group" aria-label="Langue / Language">
            <button type="button" data-lang="en" lang="en">English</button><button type="button" data-lang="fr" lang="fr">Français</button>
            </div>
            """);

    private Markup Radio(ReportText text)
    {
        string id = "say-" + text.Language;
        var chosen = new Markup(text == opening ? " checked" : "");
        return Html.Of($"""
            <label for="{id}" lang="{text.Language}"><input type="radio" name="language" id="{id}"{chosen}>
            {text.Say("English", "Français")}</label>

            """);
    }

    /// <summary>What a reader is told who sees pictures and cannot choose.</summary>
    public Markup SaysWithoutScript => IsStill
        ? Html.Of($"""
            <p class="note">{Html.Words(
                "The figures are still pictures: this InstallSim was built without Node.js, which makes them interactive.",
                "Les graphiques sont des images fixes\u00a0: ce programme a été compilé sans Node.js, qui les rend interactifs.")}</p>
            """)
        : Html.Of($"""
            <noscript><p class="warning">{Html.Words(
                "JavaScript is switched off: the first figure is a still picture, the others are left out.",
                "JavaScript est désactivé\u00a0: le premier graphique est une image fixe, les autres manquent.")}</p></noscript>
            """);

    /// <summary>The place of a figure's drawing.</summary>
    /// <param name="charts">The figure, by language.</param>
    /// <param name="isFirst">Whether it is the page's first.</param>
    public Markup Place(IReadOnlyDictionary<string, Chart> charts, bool isFirst) => IsStill
        ? Html.Of($"""<div class="chart">{Html.Both("div", t => Drawn(charts[t.Language]), "tabindex=\"0\"")}</div>""")
        : Html.Of($"""
            <div class="chart" role="img" aria-label="{charts[ReportText.English.Language].Description}">{(isFirst
                ? Html.Of($"<noscript>{Drawn(charts[opening.Language])}</noscript>") : default)}</div>
            """);

    /// <summary>The picture as it stands in a page: vectors, or pixels when these are lighter by far.</summary>
    internal static Markup Drawn(Chart chart)
    {
        string svg = Picture.Svg(chart, hasTitle: false);
        return svg.Length <= HeaviestVectors ? new Markup(svg)
            : Html.Of($"""<img alt="{chart.Description}" """
                + $"""src="data:image/png;base64,{Convert.ToBase64String(Picture.Png(chart, hasTitle: false))}">""");
    }

    /// <summary>What the page carries of others, with their licences.</summary>
    public Markup Notices => IsStill || WebBundle.Notices is not { } notices ? default : Html.Of($"""
        <details><summary>{Html.Words("Third-party notices", "Mentions des composants tiers")}</summary><pre>{notices}</pre></details>
        """);

    /// <summary>Writes the script and what it works with, which are most of a page; nothing where there is none.</summary>
    /// <param name="data">Of <see cref="PageData"/>.</param>
    /// <param name="writer">Where to.</param>
    public void WriteScripts(string data, TextWriter writer)
    {
        if (script is not null)
        {
            writer.Write("""<div id="tooltip" role="status" hidden></div>""" + "\n" + """<script type="text/plain" id="data">""");
            writer.Write(data);
            writer.Write("</script>\n<script>");
            writer.Write(script);
            writer.Write("</script>\n");
        }
    }
}
