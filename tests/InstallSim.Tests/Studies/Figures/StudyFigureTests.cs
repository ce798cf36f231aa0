using System.Globalization;
using System.Text.RegularExpressions;
using InstallSim.Charts;
using InstallSim.Charts.Pictures;
using InstallSim.Outputs;
using InstallSim.Studies;
using InstallSim.Studies.Figures;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Charts;

namespace InstallSim.Tests.Studies.Figures;

public sealed class StudyFigureTests
{
    private static readonly StudyResult Physicians = StudyEstimation.Run(StudyReader.Read(
        Repository.PathOf("scenarios", "studies", "physician-dce.yaml"), ["draws.number=100", "individual=true"]));

    private static readonly StudyFigureContext English = new(Physicians, ReportText.English);

    [TestCase("en", 760)]
    [TestCase("fr", 760)]
    [TestCase("fr", 340)]
    public void Every_figure_of_a_mixed_logit_is_drawn_by_both_pens(string language, int width)
    {
        string folder = Repository.PathOf("artifacts", "figures", "studies", $"{language}-{width}");
        Directory.CreateDirectory(folder);
        var context = new StudyFigureContext(Physicians, ReportText.For(language), width);
        Assert.That(StudyFigureCatalog.All.Where(f => !f.Applies(context)), Is.Empty);
        foreach (var figure in StudyFigureCatalog.All)
        {
            var chart = figure.Draw(context);
            Picture.Write(chart, Path.Combine(folder, figure.Id + ".png"));
            Assert.That(new FileInfo(Path.Combine(folder, figure.Id + ".png")).Length, Is.GreaterThan(5_000), figure.Id);
            var datasets = ChartText.Specification(chart)["datasets"]!.AsObject();
            Assert.That(datasets.Sum(d => d.Value!.AsArray().Count), Is.GreaterThan(20), figure.Id);
        }
    }

    [TestCaseSource(typeof(StudyFigureCatalog), nameof(StudyFigureCatalog.All))]
    public void Every_figure_has_a_title_a_subtitle_and_a_text_alternative(IFigure<StudyFigureContext> figure)
    {
        var chart = figure.Draw(English);
        Assert.Multiple(() =>
        {
            Assert.That(chart.Title, Is.Not.Empty);
            Assert.That(chart.Subtitle, Does.Contain("240 people"));
            Assert.That(chart.Description, Does.Contain("Group practice"));
        });
    }

    [TestCaseSource(typeof(StudyFigureCatalog), nameof(StudyFigureCatalog.All))]
    public void Every_figure_says_in_a_sentence_what_it_shows(IFigure<StudyFigureContext> figure) =>
        Assert.That(figure.Shows.English, Does.Match(@"^[A-Z].{20,}\.$"));

    [TestCaseSource(typeof(StudyFigureCatalog), nameof(StudyFigureCatalog.All))]
    public void Every_figure_speaks_French(IFigure<StudyFigureContext> figure)
    {
        var (english, french) = (figure.Draw(English), figure.Draw(English with { Text = ReportText.French }));
        Assert.Multiple(() =>
        {
            Assert.That(french.Title, Is.Not.EqualTo(english.Title));
            Assert.That(french.Subtitle, Does.Contain("240 personnes"));
            Assert.That(Words(french), Has.None.Match(@"\d\.\d"), "decimal commas");
        });
    }

    [TestCase("en")]
    [TestCase("fr")]
    public void Signs_stay_on_the_line_of_their_numbers(string language)
    {
        var context = English with { Text = ReportText.For(language) };
        Assert.That(StudyFigureCatalog.All.SelectMany(f => Words(f.Draw(context))), Has.None.Match(" [%:;€]"));
    }

    [Test]
    public void Shares_of_a_title_add_up_to_a_hundred()
    {
        var numbers = Regex.Matches(new Tastes().Draw(English).Title, @"(\d+)\u00a0%").Select(
            m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));
        Assert.That(numbers.Sum(), Is.EqualTo(100));
    }

    [TestCase(760)]
    [TestCase(340)]
    public void Numbers_beside_intervals_stand_right_of_every_interval_and_inside_the_picture(int width)
    {
        var panel = ChartLayout.Of(new Worth().Draw(English with { Width = width })).Panels.Single();
        double Pixel(double x) =>
            panel.Inside.X + (panel.Inside.Width * (x - panel.Panel.X.From) / (panel.Panel.X.To - panel.Panel.X.From));
        var numbers = panel.Panel.Marks.OfType<Mark<Label>>().Single().Rows;
        var ends = panel.Panel.Marks.OfType<Mark<Segment>>().Last().Rows.Select(s => Pixel(s.To)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(numbers, Has.Count.EqualTo(Physicians.WillingnessToPay.Count));
            Assert.That(numbers.Select(n => Pixel(n.X) + n.Dx), Is.All.LessThanOrEqualTo(width));
            Assert.That(numbers.Select(n => Pixel(n.X) + n.Dx - Lettering.Width(n.Text, n.Size)), Is.All.GreaterThan(ends.Max()));
        });
    }

    [Test]
    public void A_unit_that_begins_with_a_number_stands_behind_a_times_sign()
    {
        Study study = Physicians.Study with
        {
            WillingnessToPay = Physicians.Study.WillingnessToPay! with { Unit = "100 € a month", UnitFr = "100 € par mois" },
        };
        StudyResult ofHundreds = Physicians with { Source = Physicians.Source with { Study = study } };
        string title = new Worth().Draw(new StudyFigureContext(ofHundreds, ReportText.French)).Title;
        Assert.That(title, Does.Match(@"\d × 100\s€ par mois"));
        Assert.That(new Worth().Draw(English).Title, Does.Not.Contain("×"));
    }

    [Test]
    public void Densities_hold_all_people_but_the_outermost_hundredth()
    {
        var bands = new Tastes().Draw(English).Panels.Select(p => p.Marks.OfType<Mark<Band>>().SelectMany(m => m.Rows));
        foreach (var band in bands)
        {
            double area = band.Sum(b => b.Spans.Zip(b.Spans.Skip(1), (l, r) => (r.X - l.X) * (l.Upper + r.Upper) / 2).Sum());
            Assert.That(area, Is.EqualTo(0.985).Within(0.005));
        }
    }

    [Test]
    public void A_multinomial_logit_has_no_figure_of_tastes()
    {
        var context = new StudyFigureContext(
            StudyEstimation.Run(StudyReader.Read(Repository.PathOf("scenarios", "studies", "mode-choice.yaml"))), ReportText.English);
        Assert.That(
            StudyFigureCatalog.All.Where(f => f.Applies(context)).Select(f => f.Id),
            Is.EqualTo(new[] { "coefficients", "willingness-to-pay" }));
    }

    /// <summary>Everything that is written.</summary>
    private static IEnumerable<string> Words(Chart chart) =>
    [
        chart.Title, chart.Subtitle, chart.Description,
        .. chart.AllPanels.SelectMany(p => p.Marks.OfType<Mark<Label>>().SelectMany(m => m.Rows.Select(l => l.Text))),
        .. chart.AllPanels.SelectMany(p => p.X.Ticks.Concat(p.Y.Ticks)).Select(t => t.Label),
        .. chart.AllPanels.SelectMany(p => p.Heading?.Notes ?? []),
    ];
}
