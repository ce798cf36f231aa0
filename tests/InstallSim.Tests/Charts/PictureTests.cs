using System.Xml.Linq;
using InstallSim.Charts;
using InstallSim.Charts.Pictures;
using SkiaSharp;

namespace InstallSim.Tests.Charts;

/// <summary>The pen for paper: what it draws is what the chart says, equal each time and on every thread.</summary>
public sealed class PictureTests
{
    private const string Svg = "{http://www.w3.org/2000/svg}";

    [Test]
    public void Every_row_that_is_seen_is_drawn_once()
    {
        foreach (var chart in SampleCharts.All)
        {
            var expected = chart.AllPanels.SelectMany(p => p.Marks).SelectMany(Seen).CountBy(kind => kind).ToDictionary();
            foreach (string format in Picture.Formats)
            {
                Assert.That(Draw(chart, format).Drawn.Marks, Is.EquivalentTo(expected), $"{chart.Title} as {format}");
            }
        }
    }

    [Test]
    public void Every_word_of_the_chart_is_set()
    {
        foreach (var chart in SampleCharts.All)
        {
            var layout = ChartLayout.Of(chart);
            var panels = layout.Panels.Prepend(layout.Key).OfType<PlacedPanel>().ToList();
            IEnumerable<string> expected =
            [
                .. layout.Title, .. layout.Subtitle, .. layout.Note, .. panels.SelectMany(Words).SelectMany(t => t.Split('\n')),
            ];
            expected = expected.Where(t => t.Length > 0);
            Assert.That(Draw(chart, "pdf").Drawn.Words, Is.EquivalentTo(expected), chart.Title);
        }
    }

    [Test]
    public void No_word_leaves_the_picture_or_lies_on_another()
    {
        foreach (var chart in SampleCharts.All)
        {
            var drawn = Draw(chart, "png").Drawn;
            Assert.That(drawn.Cut(chart.Width, ChartLayout.Of(chart).Height), Is.Empty, $"{chart.Title} {chart.Width}");
            Assert.That(drawn.Touching(), Is.Empty, $"{chart.Title} {chart.Width}");
        }
    }

    [Test]
    public void Words_stand_in_SVG_as_words_that_a_reader_can_search()
    {
        foreach (var chart in SampleCharts.All)
        {
            var (bytes, drawn) = Draw(chart, "svg");
            var texts = Parse(bytes).Descendants(Svg + "text").Where(t => t.Attribute("aria-hidden") is null).Select(t => t.Value);
            Assert.That(texts, Is.EqualTo(drawn.Words.Select(w => w.Replace('\u0001', ' '))), chart.Title);
        }
    }

    [Test]
    public void SVG_says_what_it_shows_to_those_who_cannot_see_it()
    {
        var svg = Parse(Draw(SampleCharts.Forest(760), "svg").Bytes);
        Assert.Multiple(() =>
        {
            Assert.That((string?)svg.Attribute("role"), Is.EqualTo("img"));
            Assert.That(svg.Elements().First().Name.LocalName, Is.EqualTo("title"));
            Assert.That(svg.Element(Svg + "title")!.Value, Is.EqualTo(SampleCharts.Forest(760).Title));
            Assert.That(svg.Element(Svg + "desc")!.Value, Is.EqualTo("Points and intervals."));
        });
    }

    [Test]
    public void Hostile_titles_stay_words()
    {
        var svg = Parse(Draw(SampleCharts.Costs(760), "svg").Bytes);
        string[] plain = ["title", "desc", "rect", "text", "path", "circle"];
        Assert.That(svg.Descendants().Select(e => e.Name.LocalName).Distinct(), Is.EquivalentTo(plain));
        Assert.That(svg.Element(Svg + "title")!.Value, Is.EqualTo("<script>alert(\"1 & 2\")</script> ]]>  "));
    }

    [Test]
    public void Font_face_is_put_in_when_there_is_one()
    {
        const string Css = "@font-face{font-family:Inter;src:url(data:font/woff2;base64,AAAA)}";
        var svg = XDocument.Parse(Picture.Svg(SampleCharts.Tornado(340), Css));
        Assert.That(svg.Descendants(Svg + "style").Single().Value, Is.EqualTo(Css));
        Assert.That(Picture.Svg(SampleCharts.Tornado(340)), Does.Not.Contain("<style"));
    }

    [Test]
    public void Sizes_are_those_of_the_layout()
    {
        foreach (var chart in SampleCharts.All)
        {
            double height = ChartLayout.Of(chart).Height;
            var svg = Parse(Draw(chart, "svg").Bytes);
            using var png = SKBitmap.Decode(Draw(chart, "png").Bytes);
            Assert.Multiple(() =>
            {
                Assert.That((double)svg.Attribute("width")!, Is.EqualTo(chart.Width));
                Assert.That((double)svg.Attribute("height")!, Is.EqualTo(height).Within(0.006));
                Assert.That((png.Width, png.Height), Is.EqualTo(((int)(2 * chart.Width), (int)Math.Ceiling(2 * height))));
            });
        }
    }

    [Test]
    public void PDF_is_one_page_of_vectors_as_large_as_the_chart_in_a_browser()
    {
        string pdf = System.Text.Encoding.Latin1.GetString(Draw(SampleCharts.Lines(760), "pdf").Bytes);
        Assert.Multiple(() =>
        {
            Assert.That(pdf, Does.StartWith("%PDF"));
            Assert.That(pdf, Does.Match(@"/MediaBox \[0 0 570 "));
            Assert.That(pdf, Does.Match(@"/Type /Pages\s+/Count 1\b").Or.Match(@"/Count 1\b"));
            Assert.That(pdf, Does.Not.Contain("/Subtype /Image"));
        });
    }

    [Test]
    public void PDF_holds_no_more_letters_than_its_words_have() =>
        Assert.That(Draw(SampleCharts.Tornado(340), "pdf").Bytes, Has.Length.LessThan(40_000), "Inter has two faces of 150 kB");

    [Test]
    public void Same_chart_gives_the_same_bytes_on_every_thread_and_at_any_time()
    {
        foreach (string format in Picture.Formats)
        {
            var charts = SampleCharts.All.Take(5);
            byte[][] alone = [.. charts.Select(c => Draw(c, format).Bytes)];
            var several = charts.AsParallel().AsOrdered().WithDegreeOfParallelism(8);
            byte[][] together = [.. several.Select(c => Draw(c, format).Bytes)];
            Assert.That(together, Is.EqualTo(alone), format);
        }
    }

    [Test]
    public void File_name_says_the_format()
    {
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{nameof(PictureTests)}.svg");
        Picture.Write(SampleCharts.Tornado(340), path);
        Assert.That(File.ReadAllText(path), Is.EqualTo(Picture.Svg(SampleCharts.Tornado(340))));
        File.Delete(path);
    }

    [Test]
    public void Unknown_format_is_refused_with_those_there_are() =>
        Assert.That(
            () => Picture.Draw(SampleCharts.Tornado(340), Stream.Null, "gif"),
            Throws.ArgumentException.With.Message.Contains("svg, png, pdf"));

    private static IEnumerable<string> Words(PlacedPanel placed)
    {
        var panel = placed.Panel;
        var labels = panel.Marks.OfType<Mark<Label>>().SelectMany(m => m.Rows).Select(l => l.Text);
        var ticks = panel.X.Ticks.Concat(panel.Y.Ticks).Select(t => t.Label);
        return [.. placed.Heading, .. placed.Notes, panel.X.Title, panel.Y.Title, .. ticks, .. labels];
    }

    private static IEnumerable<string> Seen(Mark mark)
    {
        var rows = (IEnumerable<Row>)mark.GetType().GetProperty("Rows")!.GetValue(mark)!;
        return rows.Where(r => r.Opacity > 0).Select(r => r.GetType().Name);
    }

    private static XElement Parse(byte[] svg) => XDocument.Load(new MemoryStream(svg)).Root!;

    private static (byte[] Bytes, DrawnMarks Drawn) Draw(Chart chart, string format)
    {
        using var stream = new MemoryStream();
        var drawn = Picture.Draw(chart, stream, format);
        return (stream.ToArray(), drawn);
    }
}
