using System.Text.Json.Nodes;
using InstallSim.Reporting;
using InstallSim.Studies;
using InstallSim.Studies.Figures;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies;

public sealed class StudyFigureTests
{
    private static readonly StudyResult Physicians = StudyEstimation.Run(StudyReader.Read(Repository.PathOf("scenarios", "studies", "physician-dce.yaml"), ["draws.number=100"]));

    [Test]
    public void Every_figure_of_a_mixed_logit_draws()
    {
        using var folder = new TemporaryFolder();
        var drawn = FigureRenderer.Draw(StudyFigureCatalog.All.Select(f => (f.Id, StudyFigureCatalog.Whole(f, Physicians))), folder.Path, "svg");
        Assert.That(drawn, Has.Count.EqualTo(StudyFigureCatalog.All.Count));
        Assert.That(drawn.Select(d => d.Marks), Is.All.GreaterThan(5));
    }

    [TestCaseSource(typeof(StudyFigureCatalog), nameof(StudyFigureCatalog.All))]
    public void Every_figure_has_a_title_a_subtitle_and_a_text_alternative(IStudyFigure figure)
    {
        JsonObject spec = StudyFigureCatalog.Whole(figure, Physicians);
        Assert.Multiple(() =>
        {
            Assert.That(figure.Title(Physicians), Is.Not.Empty);
            Assert.That(figure.Subtitle(Physicians), Does.Contain("240 people"));
            Assert.That((string?)spec["description"], Does.Contain("group-practice"));
        });
    }

    [Test]
    public void A_multinomial_logit_has_no_figure_of_tastes()
    {
        StudyResult result = StudyEstimation.Run(StudyReader.Read(Repository.PathOf("scenarios", "studies", "mode-choice.yaml")));
        Assert.That(StudyFigureCatalog.All.Where(f => f.Applies(result)).Select(f => f.Id), Is.EqualTo(new[] { "coefficients", "willingness-to-pay" }));
    }
}
