using System.Text;
using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using InstallSim.Tests.Charts;

namespace InstallSim.Tests.Reporting;

/// <summary>What a reader takes away from the page, and how it serves those who do not see, see dark, or print.</summary>
public sealed class ReportPageFilesTests
{
    private readonly string _folder = Repository.PathOf("artifacts", "figures", "page");
    private Browser _browser = null!;
    private string _file = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _browser = await Browser.StartAsync();
        Directory.CreateDirectory(_folder);
        _file = Path.Combine(_folder, "report-files.html");
        HtmlReport.Write(SampleResults.Make(), _file);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    [Test]
    public async Task A_saved_specification_is_the_one_that_the_command_writes(
        [Values("map", "map-changes", "need-and-gain", "trajectories", "effects", "flows")] string id)
    {
        var written = ChartText.Specification(
            FigureCatalog.Find(id)!.Draw(new FigureContext(new ResultIndex(SampleResults.Make()),
                ReportText.English)
            { IsForPage = id == "map" }));
        await using var opened = await _browser.OpenAsync(_file);
        await opened.DrawAllAsync();
        await opened.Figure(id).Locator("summary").ClickAsync();

        var (name, content) = await opened.DownloadAsync(() => opened.Figure(id).Locator("[data-save=json]").ClickAsync());

        var saved = JsonNode.Parse(content)!.AsObject();
        foreach (var spec in new[] { written, saved })
        {
            // Lines of a title break by the browser's own measure, and the territory that the reader looks at is marked in every map.
            spec.Remove("title");
            foreach (var looked in spec["params"]!.AsArray().Where(p => ((string)p!["name"]!)
                .StartsWith("territory", StringComparison.Ordinal)).ToList())
            {
                spec["params"]!.AsArray().Remove(looked);
            }

            if (id == "map")
            {
                // The page makes the rows of the map itself, and its axes follow them.
                spec.Remove("datasets");
            }
        }

        Assert.That(name, Is.EqualTo(id + ".vl.json"));
        Assert.That(JsonDifferences.Find(written, saved).Take(5), Is.Empty);
    }

    [Test]
    public async Task Figures_are_saved_as_svg_png_and_csv()
    {
        await using var opened = await _browser.OpenAsync(_file);
        await opened.DrawAllAsync();
        var figure = opened.Figure("effects");
        await figure.Locator("summary").ClickAsync();

        var svg = await opened.DownloadAsync(() => figure.Locator("[data-save=svg]").ClickAsync());
        var png = await opened.DownloadAsync(() => figure.Locator("[data-save=png]").ClickAsync());
        var csv = await opened.DownloadAsync(() => figure.Locator("[data-save=csv]").ClickAsync());

        Assert.That(Encoding.UTF8.GetString(svg.Content), Does.StartWith("<svg").And.Contain("By 2045, 3 of 4 policies"));
        Assert.That(png.Content.Take(4), Is.EqualTo(new byte[] { 0x89, 0x50, 0x4e, 0x47 }));
        string[] lines = Encoding.UTF8.GetString(csv.Content).Split("\r\n");
        Assert.That(lines[0],
            Is.EqualTo("\ufeffPanel,Policy,Outcome,Difference,\"Difference, unit\",\"95% interval, from\",\"95% interval, "
                + "to\",\"95% interval, unit\",Reading"));
        Assert.That(lines, Has.Length.EqualTo(1 + (4 * 4) + 1), "four policies, four outcomes, and the end of the file");
        Assert.That(lines[1], Does.Match(@"^[^,]+,Six health centres [^,]+,[^,]+,\d+,,\d+,\d+,,clearly better$"));
    }

    [Test]
    public async Task In_French_tables_have_semicolons_and_a_decimal_comma()
    {
        await using var opened = await _browser.OpenAsync(_file, hash: "#lang=fr");
        await opened.DrawAllAsync();
        var figure = opened.Figure("map-changes");
        await figure.Locator("summary").ClickAsync();

        string csv = Encoding.UTF8.GetString((await opened.DownloadAsync(() => figure.Locator("[data-save=csv]").ClickAsync())).Content);
        string effects = Encoding.UTF8.GetString(
            (await opened.DownloadAsync(() => opened.Page.Locator("[data-csv=effects]:visible").ClickAsync())).Content);

        string[] lines = csv.Split("\r\n");
        Assert.That(lines[0], Is.EqualTo("\ufeffVolet;Territoire;Habitants;Accessibilité;En 2025;Sans nouvelle mesure;Écart"));
        Assert.That(lines.Skip(1).SkipLast(1), Has.All.Match(@"^[^;]+;[^;]+;\d+;\d+(,\d+)?;\d+(,\d+)?;\d+(,\d+)?;-?\d+(,\d+)?$"),
            "numbers and nothing but numbers");
        Assert.That(csv, Does.Not.Contain('\u2212').And.Not.Contain('\u202f').And.Not.Contain('\u00a0'));
        Assert.That(effects, Does.StartWith("\ufeffscenario;baseline;year;indicator;difference").And.Match(@";-?\d+,\d+;"));
    }

    [Test]
    public async Task Tables_are_saved_as_csv_with_the_numbers_of_the_results()
    {
        var results = SampleResults.Make();
        await using var opened = await _browser.OpenAsync(_file);
        async Task<string[]> Table(string name) => Encoding.UTF8.GetString(
            (await opened.DownloadAsync(() => opened.Page.Locator($"[data-csv={name}]:visible").ClickAsync())).Content)
            .TrimEnd('\n').Split('\n');

        string[] effects = await Table("effects"), trajectories = await Table("trajectories"), territories = await Table("territories");

        var first = results.Comparisons.First(c => c.Year == 2045);
        Assert.That(effects,
            Has.Length.EqualTo(1 + results.Comparisons.Count(c => c.Year == 2045 && double.IsFinite(c.Difference))
                + results.Comparisons.Count(c => c.Year == 2045 && !double.IsFinite(c.Difference))));
        Assert.That(double.Parse(effects[1].Split(',')[4], System.Globalization.CultureInfo.InvariantCulture),
            Is.EqualTo(first.Difference).Within(1e-6 * Math.Max(1, Math.Abs(first.Difference))));
        Assert.That(trajectories, Has.Length.EqualTo(1 + (41 * 5 * 21)));
        Assert.That(territories, Has.Length.EqualTo(1 + (2 * 5 * 79 * 21)));
    }

    [TestCase("en", true)]
    [TestCase("fr", false)]
    public async Task Axe_finds_no_serious_violation(string language, bool dark)
    {
        await using var opened = await _browser.OpenAsync(_file,
            scheme: dark ? Microsoft.Playwright.ColorScheme.Dark : Microsoft.Playwright.ColorScheme.Light, bypassPolicy: true);
        await opened.Page.ClickAsync($".languages button[data-lang={language}]");
        await opened.DrawAllAsync();
        foreach (var summary in await opened.Page.Locator("summary:visible").AllAsync())
        {
            await summary.ClickAsync();
        }

        await opened.Page.AddScriptTagAsync(new()
        {
            Path = Repository.PathOf("src", "InstallSim", "Reporting", "web", "node_modules", "axe-core", "axe.min.js"),
        });
        string[] violations = await opened.Page.EvaluateAsync<string[]>("""
            axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }).then(r => r.violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical' || v.impact === 'moderate')
              .map(v => `${v.id} (${v.impact}): ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + (n.any[0]?.message ?? '')).join(' | ')}`))
            """);

        Assert.That(violations, Is.Empty);
    }

    [Test]
    public async Task In_the_dark_figures_are_drawn_in_dark_colours()
    {
        await using var opened = await _browser.OpenAsync(_file, scheme: Microsoft.Playwright.ColorScheme.Dark);
        await opened.DrawAllAsync();
        await opened.Page.ScreenshotAsync(new() { Path = Path.Combine(_folder, "dark.png"), FullPage = true });

        string drawn = await opened.Figure("effects").Locator("svg").EvaluateAsync<string>("svg => svg.outerHTML");
        Assert.That(drawn, Does.Contain(Palette.Dark[Palette.Paper]).And.Not.Contain($"\"{Palette.Paper}\""));
    }

    [TestCase(1)]
    [TestCase(4)]
    public async Task On_paper_every_figure_is_drawn_light_and_fits_a_page(double tallness)
    {
        const double PageHeight = (297 - 32) / 25.4 * 96;
        var results = SampleResults.Make();
        results = tallness == 1
            ? results
            : results with
            {
                Shapes = null,
                Places = [.. results.Places.Select(p => p with { Latitude = 46 + (tallness * (p.Latitude - 46)) })],
            };
        string file = Path.Combine(_folder, "report-paper.html");
        HtmlReport.Write(results, file);
        await using var opened = await _browser.OpenAsync(file, width: 673, scheme: Microsoft.Playwright.ColorScheme.Dark);
        byte[] pdf = await opened.Page.PdfAsync(new()
        {
            Path = Path.Combine(_folder, "report.pdf"),
            Format = "A4",
            PrintBackground = true,
        });
        await opened.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await opened.Page.EvaluateAsync("window.dispatchEvent(new Event('beforeprint'))");
        var heights = await opened.Page.EvaluateAsync<Dictionary<string, double>>(
            "Object.fromEntries([...document.querySelectorAll('figure')].map(f => [f.dataset.figure, f.getBoundingClientRect().height]))");
        int drawn = await opened.Page.Locator("figure .chart svg").CountAsync();

        Assert.That(pdf.Length, Is.GreaterThan(50_000));
        Assert.That(drawn, Is.EqualTo(FigureCatalog.All.Count));
        Assert.That(heights.Where(h => h.Value > PageHeight), Is.Empty);
    }

    [Test]
    public void A_page_of_a_country_with_ten_scenarios_is_light()
    {
        var policies = Enumerable.Range(1, 10).Select(i => new SamplePolicy($"policy-{i}", $"Policy {i}", 3 * i, 500 * i, 0.2)).ToList();
        var writer = new StringWriter();
        HtmlReport.Write(SampleResults.Make(policies, places: 1247, replications: 2), writer, "fr");
        Assert.That(Encoding.UTF8.GetByteCount(writer.ToString()), Is.LessThan(5_000_000));
    }
}
