using InstallSim.Reporting;
using InstallSim.Reporting.Page;
using Microsoft.Playwright;

namespace InstallSim.Tests.Reporting;

/// <summary>
/// The report page in a real browser: it draws, stays quiet and by itself, and answers its reader. Screenshots
/// stay under <c>artifacts/figures/page</c>.
/// </summary>
public sealed class ReportPageTests
{
    private static readonly IEnumerable<string> Cases = SampleCases.All.Keys.Where(c => c != "plain");
    private readonly string _folder = Repository.PathOf("artifacts", "figures", "page");
    private Browser _browser = null!;
    private string _file = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _browser = await Browser.StartAsync();
        Directory.CreateDirectory(_folder);
        _file = Path.Combine(_folder, "report.html");
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

    [TestCase(1280, "en")]
    [TestCase(390, "fr")]
    public async Task Every_figure_draws_marks_without_a_complaint_or_a_request(int width, string language)
    {
        await using var opened = await _browser.OpenAsync(_file, width);
        await opened.Page.ClickAsync($".languages button[data-lang={language}]");
        var marks = await opened.DrawAllAsync();

        foreach (string id in marks.Keys)
        {
            await opened.Figure(id).ScreenshotAsync(new() { Path = Path.Combine(_folder, $"{id}-{language}-{width}.png") });
        }

        Assert.That(marks.Keys, Is.EqualTo(FigureCatalog.All.Select(f => f.Id)));
        Assert.That(marks.Where(m => m.Value < 3), Is.Empty, "on a phone the curves of best buys are three lines");
        Assert.That(opened.Complaints, Is.Empty);
        Assert.That(opened.Requests, Is.Empty);
        Assert.That(await opened.CutTextsAsync(), Is.Empty);
        double wider = await opened.Page.EvaluateAsync<double>("document.documentElement.scrollWidth - window.innerWidth");
        Assert.That(wider, Is.LessThanOrEqualTo(0), "the page does not scroll sideways");
    }

    [TestCaseSource(nameof(Cases))]
    public async Task The_page_bears_edges(string name)
    {
        string file = Path.Combine(_folder, name.Replace(' ', '-') + ".html");
        HtmlReport.Write(SampleCases.All[name](), file, "fr");

        await using var opened = await _browser.OpenAsync(file, 390);
        await opened.DrawAllAsync();
        await opened.Page.ClickAsync(".languages button[data-lang=en]");

        Assert.That(opened.Complaints, Is.Empty);
        Assert.That(opened.Requests, Is.Empty);
        Assert.That(await opened.Page.Locator("#findings").InnerTextAsync(), Does.Not.Contain("NaN").And.Not.Contain("undefined"));
    }

    [Test]
    public async Task Hostile_text_is_shown_as_text()
    {
        string file = Path.Combine(_folder, "hostile-shown.html");
        HtmlReport.Write(SampleCases.All["hostile names"](), file);

        await using var opened = await _browser.OpenAsync(file);
        await opened.DrawAllAsync();

        Assert.That(await opened.Page.Locator(".card h3").AllInnerTextsAsync(), Has.Some.EqualTo(SampleCases.Hostile));
        Assert.That(await opened.Page.Locator("script").CountAsync(), Is.EqualTo(2), "the data and the bundle");
        Assert.That(await opened.Page.Locator("img").CountAsync(), Is.Zero);
    }

    [Test]
    public async Task The_switch_of_language_changes_words_and_figures()
    {
        await using var opened = await _browser.OpenAsync(_file);
        await opened.DrawAllAsync();
        string before = await opened.Figure("effects").Locator("svg").InnerHTMLAsync();

        await opened.Page.ClickAsync(".languages button[data-lang=fr]");

        Assert.That(await opened.Page.GetAttributeAsync("html", "lang"), Is.EqualTo("fr"));
        Assert.That(await opened.Page.Locator("h1").InnerTextAsync(), Is.EqualTo("Où s’installent les médecins généralistes"));
        Assert.That(await opened.HeadingAsync("effects", "fr"), Does.StartWith("D’ici 2045, 3 mesures sur 4"));
        Assert.That(await opened.Figure("effects").Locator("svg").InnerHTMLAsync(), Is.Not.EqualTo(before).And.Contains("Accessibilité"));
    }

    [Test]
    public async Task A_scenario_chosen_in_one_figure_is_shown_in_all()
    {
        await using var opened = await _browser.OpenAsync(_file);
        await opened.DrawAllAsync();
        string[] following = [.. FigureCatalog.All.Where(f => f.Choice is FigureChoice.Scenario or FigureChoice.ScenarioYearTerritory)
            .Select(f => f.Id)];
        var before = new Dictionary<string, string>();
        foreach (string id in following)
        {
            before[id] = await opened.Figure(id).Locator("svg").InnerHTMLAsync();
        }

        await opened.Figure("flows").Locator("select[name=scenario]").SelectOptionAsync("installation-grant");

        Assert.That(await opened.HeadingAsync("flows", "en"), Does.Contain("Grant of €50,000"));
        Assert.That(await opened.HeadingAsync("map", "en"), Does.Contain("Grant of €50,000"));
        Assert.That(await opened.Figure("ages").Locator("select[name=scenario]").InputValueAsync(), Is.EqualTo("installation-grant"));
        foreach (string id in following)
        {
            Assert.That(await opened.Figure(id).Locator("svg").InnerHTMLAsync(), Is.Not.EqualTo(before[id]), id);
        }

        Assert.That(opened.Complaints, Is.Empty);
    }

    [Test]
    public async Task An_indicator_chosen_changes_the_trajectories()
    {
        await using var opened = await _browser.OpenAsync(_file);
        await opened.DrawAllAsync();

        await opened.Figure("trajectories").Locator("select").SelectOptionAsync("women-share");

        Assert.That(await opened.HeadingAsync("trajectories", "en"), Does.StartWith("Women among GPs: from 47.0% to 62.0%"));
        Assert.That(await opened.Figure("trajectories").Locator("svg").InnerHTMLAsync(), Does.Contain(">60%<"));
    }

    [Test]
    public async Task The_year_moves_by_keyboard_and_plays()
    {
        await using var opened = await _browser.OpenAsync(_file);
        var map = opened.Figure("map");
        await map.ScrollIntoViewIfNeededAsync();
        await map.Locator("svg").WaitForAsync();
        await map.Locator("input[name=year]").FocusAsync();
        await opened.Page.Keyboard.PressAsync("Home");

        Assert.That(await map.Locator("output").InnerTextAsync(), Is.EqualTo("2025"));
        Assert.That(await map.Locator("svg").InnerHTMLAsync(), Does.Contain(">2025<"));

        await map.Locator("button[name=play]").ClickAsync();
        await Assertions.Expect(map.Locator("output")).ToHaveTextAsync("2027");
        await map.Locator("button[name=play]").ClickAsync();
        Assert.That(await map.Locator("button[name=play]").InnerTextAsync(), Is.EqualTo("Play"));
    }

    [Test]
    public async Task A_click_on_a_territory_shows_its_own_history()
    {
        await using var opened = await _browser.OpenAsync(_file);
        var map = opened.Figure("map");
        await map.ScrollIntoViewIfNeededAsync();
        var shape = map.Locator("svg .mark-shape > path").Nth(40);
        await shape.WaitForAsync();
        string before = await map.Locator("select[name=territory]").InputValueAsync();

        await shape.ClickAsync();

        string after = await map.Locator("select[name=territory]").InputValueAsync();
        Assert.That(after, Is.Not.EqualTo(before));
        string name = await map.Locator($"select[name=territory] option[value='{after}']").InnerTextAsync();
        Assert.That(await map.Locator("svg").TextContentAsync(), Does.Contain(name));
    }
}
