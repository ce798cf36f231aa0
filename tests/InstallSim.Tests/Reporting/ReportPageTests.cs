using InstallSim.Reporting;

namespace InstallSim.Tests.Reporting;

/// <summary>The report page in a real browser.</summary>
public sealed class ReportPageTests
{
    private Browser _browser = null!;
    private string _folder = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _browser = await Browser.StartAsync();
        _folder = Repository.PathOf("artifacts", "figures", "page");
        Directory.CreateDirectory(_folder);
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
    public async Task Every_figure_draws_marks_without_a_complaint_or_a_request([Values(390, 1280)] int width, [Values("en", "fr")] string language)
    {
        string file = Path.Combine(_folder, $"report-{language}.html");
        HtmlReport.Write(SampleResults.Make(), file, language);

        var opened = await _browser.OpenAsync(file, width);
        var marks = await opened.DrawAllAsync();

        await opened.Page.ScreenshotAsync(new() { Path = Path.Combine(_folder, $"page-{language}-{width}.png"), FullPage = true });
        Assert.That(marks, Is.Not.Empty);
        Assert.That(marks.Where(m => m.Value < 4), Is.Empty);
        Assert.That(opened.Complaints, Is.Empty);
        Assert.That(opened.Requests, Is.Empty);
    }
}
