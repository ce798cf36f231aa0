using System.Net;
using System.Text.RegularExpressions;
using InstallSim.Charts;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.World;

namespace InstallSim.Tests.Reporting;

/// <summary>The page of a build without Node.js, and what a page with a script holds for whoever runs none.</summary>
public sealed partial class StillPageTests
{
    private const string Script = "start()";
    private static readonly string Still = Page(null), Interactive = Page(Script);
    private static readonly string[] Quiet = ["xmlns=\"http://www.w3.org/2000/svg\""];

    [Test]
    public void Every_figure_is_a_picture_in_both_languages()
    {
        var figures = Figure().Matches(Still);
        Assert.That(figures.Select(f => f.Groups["id"].Value), Is.EqualTo(FigureCatalog.For(English()).Select(f => f.Id)));
        Assert.That(figures.Select(f => Drawing().Count(f.Value)), Is.All.EqualTo(2));
    }

    [Test]
    public void A_reader_is_told_in_both_languages_that_figures_are_still() =>
        Assert.That(WebUtility.HtmlDecode(Still),
            Does.Contain("figures are still pictures").And.Contain("graphiques sont des images fixes"));

    [Test]
    public void Nothing_runs_and_nothing_is_asked_for()
    {
        Assert.That(Still,
            Does.Contain("content=\"default-src 'none'; style-src 'unsafe-inline';\n font-src data:; img-src data: blob:; base-uri 'none'")
                .And.Not.Contain("<script"));
        Assert.That(Address().Matches(Still).Select(m => m.Value).Except(Quiet)
            .Where(a => !a.StartsWith("href=\"#", StringComparison.Ordinal)), Is.Empty);
        Assert.That(Still, Does.Not.Contain("<button type=\"button\" data-save"));
    }

    [Test]
    public void Names_of_elements_are_given_once()
    {
        foreach (string page in new[] { Still, Interactive })
        {
            Assert.That(Id().Matches(page).Select(m => m.Groups[1].Value), Is.Unique);
        }
    }

    [Test]
    public void A_page_with_a_script_holds_its_first_figure_for_those_who_run_none()
    {
        var figures = Figure().Matches(Interactive);
        Assert.That(figures.Select(f => Drawing().Count(f.Value)), Is.EqualTo(figures.Select((_, i) => i == 0 ? 1 : 0)));
        Assert.That(figures[0].Value, Does.Match("<noscript><svg[^<]*<rect (?s).*</svg>\\s*</noscript>"));
    }

    [Test]
    public void Below_maps_stands_where_their_contours_come_from()
    {
        var results = SampleResults.Make();
        var manifest = results.Manifest with
        {
            Territories = [new("shapes", Knowledge.Proxy, "cells of <points>", "", "CC BY 4.0", "")],
        };
        foreach (var (shapes, lines) in new[] { (results.Shapes, 1), (null, 0) })
        {
            string page = Page(Script, results with { Manifest = manifest, Shapes = shapes });
            Assert.That(Regex.Count(page, "<p class=\"note\">.*\\s*.*\\s*<span lang=\"en\">cells of &lt;points&gt;</span>"),
                Is.EqualTo(lines));
            Assert.That(Regex.Count(page, "\\(CC BY 4.0\\)</p>"), Is.EqualTo(lines));
        }
    }

    [Test]
    public void A_picture_of_hostile_words_stays_a_picture()
    {
        string page = Page(null, SampleCases.All["hostile names"]());
        Assert.That(page, Does.Not.Contain("<script").And.Not.Contain("<img src=x"));
    }

    [Test]
    public void A_picture_that_would_be_heavy_in_vectors_is_one_in_pixels()
    {
        Chart Dots(int count) => new("t", "s", "\"Many\" & small", 340,
            [new Panel(Axis.Hidden(0, 1), Axis.Hidden(0, 1), 100,
                [Mark.Of(Enumerable.Range(0, count).Select(i => new Dot(i / 12e3, i % 97 / 97.0, Palette.Good)))])]);

        string light = PageForm.Drawn(Dots(10)).Text, heavy = PageForm.Drawn(Dots(12_000)).Text;
        Assert.That(light, Does.StartWith("<svg").And.Contain("aria-label=\"&quot;Many&quot; &amp; small\"").And.Not.Contain("<title"));
        Assert.That(heavy[..70], Does.StartWith("<img alt=\"&quot;Many&quot; &amp; small\" src=\"data:image/png;base64,"));
        Assert.That(heavy, Has.Length.LessThan(400_000));
    }

    private static FigureContext English() => new(new ResultIndex(SampleResults.Make()), InstallSim.Outputs.ReportText.English);

    private static string Page(string? script, InstallSim.Results.RunResults? results = null)
    {
        var writer = new StringWriter();
        HtmlReport.Write(results ?? SampleResults.Make(), writer, "en", script);
        return writer.ToString();
    }

    [GeneratedRegex("<figure id=\"figure-(?<id>[^\"]*)\".*?</figure>", RegexOptions.Singleline)]
    private static partial Regex Figure();

    [GeneratedRegex("<svg |<img ")]
    private static partial Regex Drawing();

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Id();

    [GeneratedRegex("(href|src|xmlns)=\"(?!data:)[^\"]*\"|url\\([^)]*\\)")]
    private static partial Regex Address();
}
