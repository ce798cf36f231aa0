using InstallSim.Charts;
using InstallSim.Charts.Files;
using InstallSim.Charts.Pictures;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Tests.Charts;

namespace InstallSim.Tests.Reporting;

/// <summary>Every figure as data: the same as its golden text, in words and colours of the house, and drawn alike by both pens.</summary>
public sealed class FigureChartTests
{
    private static readonly bool UpdateGolden = Environment.GetEnvironmentVariable("INSTALLSIM_UPDATE_GOLDEN") == "1";
    private static readonly (string Language, int Width)[] Forms = [("en", FigureContext.Wide), ("fr", FigureContext.Narrow)];
    private static readonly IEnumerable<string> Cases = SampleCases.All.Keys;

    private static IEnumerable<TestCaseData> Figures =>
        from figure in FigureCatalog.All
        from form in Forms
        select new TestCaseData(figure.Id, form.Language, form.Width);

    [TestCaseSource(nameof(Figures))]
    public void A_chart_is_the_golden_one(string id, string language, int width)
    {
        var results = SampleResults.Make([.. SampleResults.Policies.Take(2)], places: 4, years: 3, replications: 4);
        string text =
            ChartText.Of(FigureCatalog.Find(id)!.Draw(new FigureContext(new ResultIndex(results), ReportText.For(language), width)));
        string path = Repository.PathOf("tests", "InstallSim.Tests", "Reporting", "Golden", $"{id}.{language}-{width}.txt");
        if (UpdateGolden)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.That(text, Is.EqualTo(File.ReadAllText(path)),
            "set INSTALLSIM_UPDATE_GOLDEN=1 and look at the difference when this is meant");
    }

    [TestCaseSource(nameof(Figures))]
    public void Both_pens_draw_the_same_marks_and_words(string id, string language, int width)
    {
        var chart = FigureCatalog.Find(id)!.Draw(new FigureContext(new ResultIndex(SampleResults.Make()), ReportText.For(language), width));
        string folder = Repository.PathOf("artifacts", "figures", $"{language}-{width}");
        Directory.CreateDirectory(folder);

        var drawn = Picture.Write(chart, Path.Combine(folder, id + ".png"));

        var rows = chart.AllPanels.SelectMany(p => p.Marks).SelectMany(ChartText.Rows).Where(r => r.Opacity > 0).ToList();
        Assert.That(drawn.Marks.Values.Sum(), Is.EqualTo(rows.Count), "marks on paper");
        Assert.That(drawn.Words,
            Is.SupersetOf(rows.OfType<Label>().SelectMany(l => l.Text.Split('\n')).Where(w => w.Length > 0).Distinct()), "words on paper");
        var specification = ChartText.Specification(chart);
        var datasets = specification["datasets"]!.AsObject();
        int vega = datasets.Sum(d => d.Value!.AsArray().Select(r => (r!["line"] ?? r["band"])?.ToJsonString() ?? Guid.NewGuid().ToString())
            .Distinct().Count());
        Assert.That(vega, Is.EqualTo(chart.AllPanels.SelectMany(p => p.Marks).SelectMany(m => Drawable(m)).Count()), "marks of the page");
        string text = specification.ToJsonString(Json.Compact);
        Assert.That(rows.OfType<Label>().SelectMany(l => l.Text.Split('\n'))
            .Where(w => !text.Contains(Json.Object($$"""{"w": {{w}} }""").ToJsonString(Json.Compact)[5..^1], StringComparison.Ordinal)),
            Is.Empty, "words of the page");
    }

    [TestCaseSource(nameof(Cases))]
    public void Figures_bear_edges(string name)
    {
        var context = new FigureContext(new ResultIndex(SampleCases.All[name]()), ReportText.French, FigureContext.Narrow);
        foreach (string format in FigureFiles.Formats.Where(f => f != "png"))
        {
            var files = FigureFiles.Write(FigureCatalog.All, context,
                Repository.PathOf("artifacts", "figures", name.Replace(' ', '-')), format);
            Assert.That(files, Has.Count.EqualTo(FigureCatalog.For(context).Count()));
            Assert.That(files.Where(f => new FileInfo(f).Length < 500), Is.Empty);
        }
    }

    [Test]
    public void Words_of_no_figure_touch_or_leave_the_picture(
        [Values("en", "fr")] string language, [Values(FigureContext.Wide, FigureContext.Narrow)] int width)
    {
        var context = new FigureContext(new ResultIndex(SampleResults.Make()), ReportText.For(language), width);
        var faults = FigureCatalog.For(context).SelectMany(figure =>
        {
            var chart = figure.Draw(context);
            using var stream = new MemoryStream();
            var drawn = Picture.Draw(chart, stream, "svg");
            return drawn.Cut(width, ChartLayout.Of(chart).Height).Select(w => $"{figure.Id}: '{w}' is cut")
                .Concat(drawn.Touching().Where(t => t.First != t.Second).Select(t => $"{figure.Id}: '{t.First}' touches '{t.Second}'"));
        });
        Assert.That(faults, Is.Empty);
    }

    [Test]
    public void Who_made_the_contours_is_said_in_every_picture_that_draws_them_and_in_no_other()
    {
        var results = SampleResults.Make(places: 6, years: 3, replications: 4);
        var contours = new FigureContext(new ResultIndex(results), ReportText.French);
        var shapes = results.Manifest.Territories.Single(p => p.Variable == "shapes");
        var older = results with { Manifest = results.Manifest with { Territories = [shapes with { Attribution = null }] } };
        foreach (var figure in FigureCatalog.For(contours))
        {
            string Note(FigureContext context) => figure.Draw(context).Note;
            bool isDrawn = figure.Draw(contours).AllPanels.SelectMany(p => p.Marks).Any(m => m is Mark<Shape>);
            Assert.That(Note(contours), Is.EqualTo(isDrawn ? "Contours\u00a0: Made-up points (CC BY 4.0)" : ""), figure.Id);
            Assert.That(Note(contours with { HasCircles = true }), Is.Empty, figure.Id);
            Assert.That(Note(new FigureContext(new ResultIndex(older), ReportText.English)),
                Is.EqualTo(isDrawn ? "Contours: Cells of made-up points (CC BY 4.0)" : ""), figure.Id);
        }
    }

    [Test]
    public void Colours_come_from_the_palette_and_nowhere_else()
    {
        var context = new FigureContext(new ResultIndex(SampleResults.Make(places: 6, years: 3, replications: 4)), ReportText.English);
        var strangers = FigureCatalog.For(context).SelectMany(f => f.Draw(context).AllPanels).SelectMany(p => p.Marks)
            .SelectMany(ChartText.Rows)
            .Select(r => r.Colour).Distinct().Where(c => !Palette.Dark.ContainsKey(c));
        Assert.That(strangers, Is.Empty);
    }

    [Test]
    public void Every_figure_has_words_in_both_languages_and_they_differ()
    {
        var results = new ResultIndex(SampleResults.Make(places: 6, years: 3, replications: 4));
        foreach (var figure in FigureCatalog.All)
        {
            string[] Words(ReportText text) =>
                figure.Draw(new FigureContext(results, text)) is var c ? [c.Title, c.Subtitle, c.Description] : [];
            var (english, french) = (Words(ReportText.English), Words(ReportText.French));
            Assert.That(english.Concat(french), Has.None.Empty, figure.Id);
            Assert.That(english.Zip(french).Where(w => w.First == w.Second), Is.Empty, figure.Id);
        }
    }

    [Test]
    public void A_scenario_has_one_colour_in_every_figure()
    {
        var results = new ResultIndex(SampleResults.Make(places: 6, years: 3, replications: 4));
        var context = new FigureContext(results, ReportText.English);
        Assert.That(results.Policies.Select(p => context.Colour(p.Name)), Is.EqualTo(Palette.Scenarios.Take(results.Policies.Count)));
        Assert.That(context.Colour(results.Reference.Name), Is.EqualTo(Palette.Baseline));
    }

    [Test]
    public void A_title_takes_the_numbers_of_the_comparison()
    {
        var results = new ResultIndex(SampleResults.Make());
        string gain = ReportText.English.Difference(results.Main,
            results.Difference("msp-openings", results.Main.Name, 2045)!.Value);
        Assert.That(FigureCatalog.Find("effects")!.Draw(new FigureContext(results, ReportText.English)).Title,
            Does.StartWith("By 2045, 3 of 4 policies").And.Contain(gain));
    }

    [Test]
    public void Every_figure_says_what_it_shows_in_a_sentence_of_its_own()
    {
        string[] sentences = [.. FigureCatalog.All.Select(f => f.Shows.English)];
        Assert.That(sentences, Is.Unique.And.All.EndsWith(".").And.All.Length.InRange(30, 200));
    }

    /// <summary>Rows as the page has them: a line or band is one however many points it has, and none where it has none.</summary>
    private static IEnumerable<Row> Drawable(Mark mark) =>
        ChartText.Rows(mark).Where(r => r is not Line { Points.Count: 0 } and not Band { Spans.Count: 0 });
}
