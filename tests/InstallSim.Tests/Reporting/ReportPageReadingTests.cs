using InstallSim.Reporting;
using InstallSim.Reporting.Page;

namespace InstallSim.Tests.Reporting;

/// <summary>How a reader finds the way: the first screen, the list of contents, and links that open what was chosen.</summary>
public sealed class ReportPageReadingTests
{
    private Browser _browser = null!;
    private string _file = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _browser = await Browser.StartAsync();
        string folder = Repository.PathOf("artifacts", "figures", "page");
        Directory.CreateDirectory(folder);
        _file = Path.Combine(folder, "report-reading.html");
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
    public async Task The_first_screen_holds_the_finding_and_one_picture()
    {
        await using var opened = await _browser.OpenAsync(_file, 1280, 900);
        await opened.Figure("effects").Locator("svg").WaitForAsync();

        var figure = (await opened.Figure("effects").Locator(".chart").BoundingBoxAsync())!;
        var card = (await opened.Page.Locator(".card:visible").First.BoundingBoxAsync())!;

        Assert.That(figure.Y + figure.Height, Is.LessThanOrEqualTo(900));
        Assert.That(card.Y, Is.GreaterThan(figure.Y + figure.Height), "cards follow the picture");
        Assert.That(await opened.Page.Locator("#findings figure").CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_wide_screen_is_used_and_has_the_contents_beside()
    {
        await using var opened = await _browser.OpenAsync(_file, 1920, 1080);
        await opened.DrawAllAsync();
        var main = (await opened.Page.Locator("main").BoundingBoxAsync())!;
        var contents = (await opened.Page.Locator(".contents").BoundingBoxAsync())!;
        double columns = await opened.Page.EvaluateAsync<double>(
            "getComputedStyle(document.querySelector('html:lang(en) [lang=en] .cards')).gridTemplateColumns.split(' ').length");

        Assert.That(main.Width, Is.InRange(950, 1100));
        Assert.That(contents.X + contents.Width, Is.LessThan(main.X));
        Assert.That(contents.Y, Is.InRange(-1, 1), "it stays in sight at the end of the page");
        Assert.That(columns, Is.InRange(3, 4));
    }

    [TestCase(390)]
    [TestCase(1920)]
    public async Task Every_link_of_the_contents_leads_to_its_section(int width)
    {
        await using var opened = await _browser.OpenAsync(_file, width);
        string[] all = await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.contents a')].map(a => a.hash)");
        string[] lost = await opened.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('.contents a')].map(a => a.hash).filter(h => !document.querySelector(h))");

        Assert.That(lost, Is.Empty);
        Assert.That(all, Is.Unique.And.Length.EqualTo(5 + FigureCatalog.All.Count - 1), "five sections, and every figure but the first");
        await opened.Page.ClickAsync(".contents a[href='#method']");
        Assert.That(await TopAsync(opened, "#method"), Is.InRange(-20, 200));
        Assert.That(await opened.Page.EvaluateAsync<string>("location.hash"), Is.EqualTo("#method"));
    }

    [Test]
    public async Task Choices_stand_in_the_address_and_a_link_brings_them_back()
    {
        await using var opened = await _browser.OpenAsync(_file);
        await opened.DrawAllAsync();
        Assert.That(await opened.Page.EvaluateAsync<string>("location.hash"), Is.Empty, "nothing was chosen");

        await opened.Figure("flows").Locator("select[name=scenario]").SelectOptionAsync("installation-grant");
        await opened.Figure("trajectories").Locator("select").SelectOptionAsync("women-share");
        await opened.Figure("map").Locator("input[name=year]").FillAsync("2035");
        await opened.Figure("map").Locator("input[name=circles]").CheckAsync();
        await opened.Page.ClickAsync(".languages button[data-lang=fr]");
        await opened.Page.ClickAsync(".contents a[href='#figure-map']");
        // The page hears of the click a little later.
        await opened.Page.WaitForFunctionAsync("location.hash.includes('&')", null, new() { PollingInterval = 50 });
        string hash = await opened.Page.EvaluateAsync<string>("location.hash");

        Assert.That(hash, Is.EqualTo("#figure-map&lang=fr&scenario=installation-grant&indicator=women-share&year=2035&circles=1"));
        await using var linked = await _browser.OpenAsync(_file, hash: hash);
        await linked.Figure("map").Locator("svg").WaitForAsync();
        Assert.That(await linked.Page.GetAttributeAsync("html", "lang"), Is.EqualTo("fr"));
        Assert.That(await linked.Figure("map").Locator("output").InnerTextAsync(), Is.EqualTo("2035"));
        Assert.That(await linked.Figure("map").Locator("input[name=circles]").IsCheckedAsync(), Is.True);
        Assert.That(await linked.Figure("flows").Locator("select[name=scenario]").InputValueAsync(), Is.EqualTo("installation-grant"));
        Assert.That(await linked.Figure("trajectories").Locator("select").InputValueAsync(), Is.EqualTo("women-share"));
        Assert.That(await TopAsync(linked, "#figure-map"), Is.InRange(-20, 200));
        Assert.That(linked.Complaints, Is.Empty);
    }

    [TestCase("#scenario=nobody&year=1789&lang=de&indicator=%E0%A4%A&territory=%3Cb%3E")]
    [TestCase("#nowhere")]
    [TestCase("#&=&&%")]
    public async Task An_address_that_means_nothing_is_left_aside(string hash)
    {
        await using var opened = await _browser.OpenAsync(_file, hash: hash);
        await opened.DrawAllAsync();

        Assert.That(await opened.Page.GetAttributeAsync("html", "lang"), Is.EqualTo("en"));
        Assert.That(await opened.Figure("map").Locator("output").InnerTextAsync(), Is.EqualTo("2045"));
        Assert.That(opened.Complaints, Is.Empty);
    }

    private static async Task<double> TopAsync(OpenedPage opened, string selector) =>
        await opened.Page.EvaluateAsync<double>("s => document.querySelector(s).getBoundingClientRect().top", selector);
}
