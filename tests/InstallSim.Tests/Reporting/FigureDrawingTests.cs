using InstallSim.Reporting;

namespace InstallSim.Tests.Reporting;

/// <summary>Draws every figure with Node, as a paper or slide would have it; the pictures stay under <c>artifacts/figures</c> to be looked at.</summary>
public sealed class FigureDrawingTests
{
    private static readonly IEnumerable<string> Cases = SampleCases.All.Keys;

    [TestCase("en", FigureContext.Wide)]
    [TestCase("fr", FigureContext.Narrow)]
    public void Every_figure_draws_marks(string language, int width)
    {
        var results = SampleResults.Make();

        var drawn = FigureRenderer.Render(results, Pictures($"{language}-{width}"), "png", language, width);

        Assert.That(drawn.Select(d => d.Id), Is.EqualTo(FigureCatalog.All.Select(f => f.Id)));
        Assert.That(drawn.Where(d => d.Marks < 10).Select(d => d.Id), Is.Empty);
        Assert.That(drawn.Where(d => new FileInfo(d.File).Length < 2_000).Select(d => d.Id), Is.Empty);
    }

    [TestCaseSource(nameof(Cases))]
    public void Figures_bear_edges(string name)
    {
        var results = SampleCases.All[name]();
        var drawn = FigureRenderer.Render(results, Pictures(name.Replace(' ', '-')), "svg", "fr", FigureContext.Narrow);
        Assert.That(drawn.Where(d => d.Marks == 0).Select(d => d.Id), Is.Empty);
    }

    [Test]
    public void A_picture_for_a_paper_is_vector_and_carries_its_typeface()
    {
        var drawn = FigureRenderer.Render(SampleResults.Make(places: 6, years: 3, replications: 3), Pictures("paper"), "svg", figures: ["effects"]);

        string svg = File.ReadAllText(drawn.Single().File);
        Assert.That(svg, Does.StartWith("<svg").And.Contain("@font-face").And.Contain("<path").And.Not.Contain("<image"));
    }

    [Test]
    public void A_picture_is_twice_as_wide_as_asked_for_slides()
    {
        var drawn = FigureRenderer.Render(SampleResults.Make(places: 6, years: 3, replications: 3), Pictures("slide"), "png", width: 500, figures: ["effects"]);

        byte[] png = File.ReadAllBytes(drawn.Single().File);
        int pixels = (png[16] << 24) | (png[17] << 16) | (png[18] << 8) | png[19];
        Assert.That(pixels, Is.InRange(2 * 470, 2 * 530));
    }

    [Test]
    public void An_unknown_figure_or_format_is_refused_with_what_there_is()
    {
        var results = SampleResults.Make(places: 2, years: 2, replications: 2);
        Assert.Multiple(() =>
        {
            Assert.That(() => FigureRenderer.Render(results, Pictures("none"), "gif"), Throws.ArgumentException.With.Message.Contains("svg, png, vega"));
            Assert.That(() => FigureRenderer.Render(results, Pictures("none"), "vega", figures: ["mapp"]), Throws.ArgumentException.With.Message.Contains("'mapp'").And.Message.Contains("map"));
            Assert.That(() => FigureFiles.Write(results, Pictures("none"), "de"), Throws.ArgumentException.With.Message.Contains("'de'"));
        });
    }

    [Test]
    public void A_gallery_shows_every_figure_and_no_markup_of_others()
    {
        string folder = Pictures("gallery");
        var files = Gallery.Write(SampleCases.All["hostile names"](), folder, "fr");

        string text = File.ReadAllText(files[0]);
        Assert.That(files.Skip(1).Select(Path.GetFileNameWithoutExtension), Is.EqualTo(FigureCatalog.All.Select(f => f.Id)));
        Assert.That(FigureCatalog.All.Where(f => !text.Contains($"](images/{f.Id}.png)", StringComparison.Ordinal)), Is.Empty);
        Assert.That(text, Does.Not.Contain("<"));
    }

    [Test]
    public void The_gallery_of_the_project_shows_every_figure_that_its_run_can_fill()
    {
        string text = File.ReadAllText(Repository.PathOf("docs", "gallery.md"));
        var missing = FigureCatalog.All.Select(f => f.Id).Where(id => id != "tornado" && !(text.Contains($"](images/{id}.png)", StringComparison.Ordinal) && File.Exists(Repository.PathOf("docs", "images", id + ".png"))));
        Assert.That(missing, Is.Empty, "installsim report out/centre-val-de-loire --format gallery --out docs");
    }

    private static string Pictures(string folder) => Repository.PathOf("artifacts", "figures", folder);
}
