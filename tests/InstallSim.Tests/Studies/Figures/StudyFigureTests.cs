using System.Text.Json.Nodes;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Studies;
using InstallSim.Studies.Figures;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;

namespace InstallSim.Tests.Studies.Figures;

public sealed class StudyFigureTests
{
    private static readonly StudyResult Physicians = StudyEstimation.Run(StudyReader.Read(Repository.PathOf("scenarios", "studies", "physician-dce.yaml"), ["draws.number=100", "individual=true"]));

    private static readonly StudyFigureContext English = new(Physicians, ReportText.English);

    [TestCase("en", 760)]
    [TestCase("fr", 760)]
    [TestCase("en", 400)]
    public void Every_figure_of_a_mixed_logit_draws(string language, int width)
    {
        string folder = Repository.PathOf("artifacts", "figures", "studies", $"{language}-{width}");
        Directory.CreateDirectory(folder);
        var context = new StudyFigureContext(Physicians, ReportText.For(language), width);
        var drawn = FigureRenderer.Draw(StudyFigureCatalog.All.Select(f => (f.Id, StudyFigureCatalog.Whole(f, context))), folder, "png");
        Assert.That(drawn, Has.Count.EqualTo(StudyFigureCatalog.All.Count));
        Assert.That(drawn.Select(d => d.Marks), Is.All.GreaterThan(5));
    }

    [TestCaseSource(typeof(StudyFigureCatalog), nameof(StudyFigureCatalog.All))]
    public void Every_figure_has_a_title_a_subtitle_and_a_text_alternative(IStudyFigure figure)
    {
        JsonObject spec = StudyFigureCatalog.Whole(figure, English);
        Assert.Multiple(() =>
        {
            Assert.That(figure.Title(English), Is.Not.Empty);
            Assert.That(figure.Subtitle(English), Does.Contain("240 people"));
            Assert.That((string?)spec["description"], Does.Contain("group-practice"));
        });
    }

    [TestCaseSource(typeof(StudyFigureCatalog), nameof(StudyFigureCatalog.All))]
    public void Every_figure_speaks_French(IStudyFigure figure)
    {
        StudyFigureContext french = English with { Text = ReportText.French };
        Assert.Multiple(() =>
        {
            Assert.That(figure.Title(french), Is.Not.EqualTo(figure.Title(English)));
            Assert.That(figure.Subtitle(french), Does.Contain("240 personnes"));
            Assert.That(figure.Description(french), Does.Not.Match(@"\d\.\d"), "decimal commas");
        });
    }

    [Test]
    public void Shares_of_a_title_add_up_to_a_hundred()
    {
        var numbers = System.Text.RegularExpressions.Regex.Matches(new Tastes().Title(English), @"(\d+) %").Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.That(numbers.Sum(), Is.EqualTo(100));
    }

    [TestCase(760)]
    [TestCase(400)]
    public void Names_beside_intervals_have_room_in_a_wider_typeface_too(int width)
    {
        var spec = StudyFigureCatalog.Whole(new Worth(), English with { Width = width });
        double room = (double)spec["encoding"]!["y"]!["axis"]!["minExtent"]!, longest = Physicians.WillingnessToPay.Max(w => Lettering.Width(w.Name, 12));
        Assert.That(room, Is.GreaterThan(1.12 * longest));
        Assert.That(room + (double)spec["width"]!, Is.LessThan(width));
    }

    [Test]
    public void A_multinomial_logit_has_no_figure_of_tastes()
    {
        StudyResult result = StudyEstimation.Run(StudyReader.Read(Repository.PathOf("scenarios", "studies", "mode-choice.yaml")));
        Assert.That(StudyFigureCatalog.All.Where(f => f.Applies(result)).Select(f => f.Id), Is.EqualTo(new[] { "coefficients", "willingness-to-pay" }));
    }
}
