using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InstallSim.Outputs;
using InstallSim.Reporting;

namespace InstallSim.Tests.Reporting;

/// <summary>What figures are, as text: the same as the golden files, valid Vega-Lite, in the colours and words of the house.</summary>
public sealed partial class FigureSpecificationTests
{
    private static readonly bool UpdateGolden = Environment.GetEnvironmentVariable("INSTALLSIM_UPDATE_GOLDEN") == "1";
    private static readonly (string, int)[] Forms = [("en", FigureContext.Wide), ("fr", FigureContext.Narrow)];

    private static IEnumerable<TestCaseData> Figures =>
        from figure in FigureCatalog.All
        from form in Forms
        select new TestCaseData(figure.Id, form.Item1, form.Item2);

    [TestCaseSource(nameof(Figures))]
    public void A_specification_is_the_golden_one(string id, string language, int width)
    {
        var results = SampleResults.Make([.. SampleResults.Policies.Take(2)], places: 4, years: 3, replications: 4);
        var figure = FigureCatalog.Find(id)!;
        var spec = FigureSpecification.Whole(figure, new FigureContext(new ResultIndex(results), ReportText.For(language), width));
        spec.Remove("config");
        string path = Repository.PathOf("tests", "InstallSim.Tests", "Reporting", "Golden", $"{id}.{language}-{width}.vl.json");
        if (UpdateGolden)
        {
            File.WriteAllText(path, spec.ToJsonString(Json.Indented) + "\n");
        }

        var differences = JsonDifferences.Find(JsonNode.Parse(File.ReadAllText(path)), spec).Take(5);
        Assert.That(differences, Is.Empty, "set INSTALLSIM_UPDATE_GOLDEN=1 and look at the difference when this is meant");
    }

    [Test]
    public void Every_figure_says_what_it_shows_in_a_sentence_of_its_own()
    {
        string[] sentences = [.. FigureCatalog.All.Select(f => f.Shows)];
        Assert.That(sentences, Is.Unique.And.All.EndsWith(".").And.All.Length.InRange(30, 200));
    }

    [Test]
    public void A_page_is_the_same_text_each_time()
    {
        string Page()
        {
            var writer = new StringWriter();
            HtmlReport.Write(SampleResults.Make(places: 12, years: 4, replications: 6), writer);
            return writer.ToString();
        }

        string first = Page();
        Assert.That(Page(), Is.EqualTo(first));
    }

    [Test]
    public void Specifications_validate_against_the_schema_of_Vega_Lite()
    {
        string web = Repository.PathOf("src", "InstallSim", "Reporting", "web");
        string folder = Repository.PathOf("artifacts", "figures", "specifications");
        foreach (var (name, make) in SampleCases.All.Where(c => c.Key is "plain" or "circles" or "no policy" or "hostile names" or "no numbers"))
        {
            foreach (var (language, width) in Forms)
            {
                FigureFiles.Write(make(), Path.Combine(folder, $"{name}-{language}"), language, width);
            }
        }

        var start = new ProcessStartInfo("node") { WorkingDirectory = web, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("validate.mjs");
        start.ArgumentList.Add(folder);
        using var node = Process.Start(start)!;
        string output = node.StandardOutput.ReadToEnd() + node.StandardError.ReadToEnd();
        node.WaitForExit();

        Assert.That(output.Trim(), Is.EqualTo($"{Directory.GetFiles(folder, "*.vl.json", SearchOption.AllDirectories).Length} valid"));
    }

    [Test]
    public void Colours_come_from_the_palette_and_nowhere_else()
    {
        var context = new FigureContext(new ResultIndex(SampleResults.Make(places: 6, years: 3, replications: 4)), ReportText.English);
        var strangers = FigureCatalog.All.SelectMany(f => Colour().Matches(FigureSpecification.Whole(f, context).ToJsonString()).Select(m => m.Value))
            .Distinct().Where(c => !Palette.Dark.ContainsKey(c));
        Assert.That(strangers, Is.Empty);
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
    public void Every_figure_has_words_in_both_languages_and_they_differ()
    {
        var results = new ResultIndex(SampleResults.Make(places: 6, years: 3, replications: 4));
        foreach (var figure in FigureCatalog.All)
        {
            string[] Words(ReportText text) => new FigureContext(results, text) is var c ? [figure.Title(c), figure.Subtitle(c), figure.Description(c)] : [];
            var (english, french) = (Words(ReportText.English), Words(ReportText.French));
            Assert.That(english.Concat(french), Has.None.Empty, figure.Id);
            Assert.That(english.Zip(french).Where(w => w.First == w.Second), Is.Empty, figure.Id);
        }
    }

    [Test]
    public void A_title_takes_the_numbers_of_the_comparison()
    {
        var results = new ResultIndex(SampleResults.Make());
        string gain = ReportText.English.Difference(results.Main, results.Difference("msp-openings", results.Main.Name, 2045)!.Value.Difference);
        Assert.That(FigureCatalog.Find("effects")!.Title(new FigureContext(results, ReportText.English)), Does.StartWith("By 2045, 3 of 4 policies").And.Contain(gain));
    }

    [GeneratedRegex("#[0-9a-fA-F]{6}(?![0-9a-fA-F])")]
    private static partial Regex Colour();
}
