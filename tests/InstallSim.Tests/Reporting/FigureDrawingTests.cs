using InstallSim.Reporting;

namespace InstallSim.Tests.Reporting;

/// <summary>Draws every figure with Node, as a paper or slide would have it; the pictures stay under <c>artifacts/figures</c> to be looked at.</summary>
public sealed class FigureDrawingTests
{
    [Test]
    public void Every_figure_draws_marks([Values("en", "fr")] string language, [Values(FigureContext.Narrow, FigureContext.Wide)] int width, [Values("svg", "png")] string format)
    {
        var results = SampleResults.Make();
        string folder = Repository.PathOf("artifacts", "figures", $"{language}-{width}");

        var drawn = FigureRenderer.Render(results, folder, format, language, width);

        Assert.That(drawn.Select(d => d.Id), Is.EqualTo(FigureCatalog.For(new ResultIndex(results)).Select(f => f.Id)));
        Assert.That(drawn.Where(d => d.Marks < 10).Select(d => d.Id), Is.Empty);
        Assert.That(drawn.Where(d => new FileInfo(d.File).Length < 2_000).Select(d => d.Id), Is.Empty);
    }
}
