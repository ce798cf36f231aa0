using InstallSim.Charts;
using InstallSim.Charts.Pictures;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

/// <summary>Names of settings as long as the longest that are shipped, and longer, in the figure of what an effect hangs on.</summary>
public sealed class LongLabelTests
{
    private const string English = "Share of those who install in another region, among those born outside the territories of the study "
        + "who cease to be locums in the year, before what the policy adds to it",
        French = "Part de ceux qui s’installent dans une autre région, parmi ceux nés hors des territoires étudiés qui cessent de "
            + "remplacer dans l’année, avant ce que la mesure y ajoute";

    [Test]
    public void Long_names_of_settings_stand_whole_inside_the_figure(
        [Values("en", "fr")] string language, [Values(FigureContext.Wide, FigureContext.Narrow)] int width)
    {
        RunResults results = SampleResults.Make([.. SampleResults.Policies.Take(2)], places: 4, years: 3, replications: 4);
        SettingInfo Named(string name, int k) => new(name, "1", "", 0, 2, "ASSUMPTION")
        {
            Label = $"{k} {English}",
            LabelFrench = $"{k} {French}",
        };
        SettingInfo[] settings = [.. results.Sensitivities.Select(s => s.Setting).Distinct().Order(StringComparer.Ordinal).Select(Named)];
        var context = new FigureContext(
            new ResultIndex(results with { Manifest = results.Manifest with { Settings = settings } }), ReportText.For(language), width);
        Chart chart = FigureCatalog.Find("tornado")!.Draw(context);
        using var stream = new MemoryStream();
        DrawnMarks drawn = Picture.Draw(chart, stream, "svg");
        string words = string.Join(' ', drawn.Words);
        Assert.Multiple(() =>
        {
            Assert.That(drawn.Cut(width, ChartLayout.Of(chart).Height), Is.Empty);
            Assert.That(drawn.Touching().Where(t => t.First != t.Second), Is.Empty);
            Assert.That(words, Does.Not.Contain("…"));
            Assert.That(settings.Where(s => !words.Contains(s.ShownLabel(context.Text), StringComparison.Ordinal)), Is.Empty);
        });
    }
}
