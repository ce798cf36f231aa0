using System.Text.Json.Nodes;
using InstallSim.Charts;
using InstallSim.Charts.Files;
using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Reporting.Page;

namespace InstallSim.Tests.Reporting;

/// <summary>Figures as files: pictures for papers and slides, specifications, a gallery.</summary>
public sealed class FigureFilesTests
{
    private static readonly (string, int)[] Forms = [("en", FigureContext.Wide), ("fr", FigureContext.Narrow)];

    private static FigureContext Small =>
        new(new ResultIndex(SampleResults.Make(places: 6, years: 3, replications: 3)), ReportText.English);

    [Test]
    public void A_picture_for_a_paper_is_vector_and_carries_its_typeface()
    {
        string svg = File.ReadAllText(FigureFiles.Write(FigureCatalog.Named(["effects"]), Small, Pictures("paper"), "svg").Single());
        Assert.That(svg, Does.Contain("<svg").And.Contain("<title>").And.Contain("<desc>").And.Not.Contain("<image"));
        Assert.That(svg.Contains("@font-face", StringComparison.Ordinal), Is.EqualTo(Typeface.FontFace is not null));
    }

    [TestCase("map")]
    [TestCase("effects")]
    public void A_specification_has_a_row_of_data_a_line(string id)
    {
        string text = File.ReadAllText(FigureFiles.Write(FigureCatalog.Named([id]), Small, Pictures("rows"), "vega").Single());
        var datasets = JsonNode.Parse(text)!["datasets"]!.AsObject();
        string[] lines = text[text.IndexOf("\"datasets\"", StringComparison.Ordinal)..].TrimEnd().Split('\n');
        Assert.That(lines, Has.Length.EqualTo(datasets.Sum(d => Math.Max(1, d.Value!.AsArray().Count)) + 3));
    }

    [Test]
    public void A_picture_is_twice_as_wide_as_asked_for_slides()
    {
        byte[] png = File.ReadAllBytes(
            FigureFiles.Write(FigureCatalog.Named(["effects"]), Small with { Width = 500 }, Pictures("slide"), "png").Single());
        int pixels = (png[16] << 24) | (png[17] << 16) | (png[18] << 8) | png[19];
        Assert.That(pixels, Is.EqualTo(1000));
    }

    [Test]
    public void An_unknown_figure_or_format_is_refused_with_what_there_is()
    {
        if (Directory.Exists(Pictures("none")))
        {
            Directory.Delete(Pictures("none"), recursive: true);
        }

        Assert.Multiple(() =>
        {
            Assert.That(() => FigureFiles.Write(FigureCatalog.All, Small, Pictures("none"), "gif"),
                Throws.ArgumentException.With.Message.Contains("svg, png, pdf, vega"));
            Assert.That(() => FigureCatalog.Named(["mapp"]),
                Throws.ArgumentException.With.Message.Contains("'mapp'").And.Message.Contains("map"));
            Assert.That(Directory.Exists(Pictures("none")), Is.False);
        });
    }

    [Test]
    public void A_gallery_shows_every_figure_and_no_markup_of_others()
    {
        var files = Gallery.Write(SampleCases.All["hostile names"](), Pictures("gallery"), "fr");

        string text = File.ReadAllText(files[0]);
        Assert.That(files.Skip(1).Select(Path.GetFileNameWithoutExtension), Is.EqualTo(FigureCatalog.All.Select(f => f.Id)));
        Assert.That(FigureCatalog.All.Where(f => !text.Contains($"](images/{f.Id}.png)", StringComparison.Ordinal)), Is.Empty);
        Assert.That(text, Does.Not.Contain("<"));
    }

    [Test]
    public void The_gallery_of_the_project_shows_every_figure_that_its_run_can_fill()
    {
        string text = File.ReadAllText(Repository.PathOf("docs", "gallery.md"));
        var missing = FigureCatalog.All.Select(f => f.Id)
            .Where(id => !(text.Contains($"](images/{id}.png)", StringComparison.Ordinal)
                && File.Exists(Repository.PathOf("docs", "images", id + ".png"))));
        Assert.That(missing, Is.Empty, "installsim report out/centre-val-de-loire --format gallery --out docs");
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
        Assert.That(Page() == first, Is.True);
    }

    [Test]
    public void Specifications_validate_against_the_schema_of_Vega_Lite()
    {
        Node.NeedBundle();
        string folder = Pictures("specifications");
        foreach (var (name, make) in SampleCases.All.Where(c =>
            c.Key is "plain" or "circles" or "no policy" or "hostile names" or "no numbers"))
        {
            foreach (var (language, width) in Forms)
            {
                FigureFiles.Write(FigureCatalog.All, new FigureContext(new ResultIndex(make()), ReportText.For(language), width),
                    Path.Combine(folder, $"{name}-{language}"), "vega");
            }
        }

        string output = Node.Run("validate.mjs", folder);

        Assert.That(output.Trim(), Is.EqualTo($"{Directory.GetFiles(folder, "*.vl.json", SearchOption.AllDirectories).Length} valid"));
    }

    private static string Pictures(string folder) => Repository.PathOf("artifacts", "figures", folder);
}
