using InstallSim.Charts;
using InstallSim.Charts.Pictures;
using SkiaSharp;

namespace InstallSim.Tests.Charts;

/// <summary>Marks by their pixels: a panel of 100 by 100 whose values are pixels from its lower left corner.</summary>
public sealed class PictureMarkTests
{
    private const string Blue = "#0000ff", Red = "#ff0000", Paper = "#ffffff";

    [Test]
    public void Dot_is_a_disc_of_its_diameter()
    {
        var at = Draw(Mark.One(new Dot(50, 50, Blue) { Diameter = 20 }));
        string[] found = [at(50, 50), at(58, 50), at(50, 42), at(62, 50), at(58, 58)];
        Assert.That(found, Is.EqualTo(new[] { Blue, Blue, Blue, Paper, Paper }));
    }

    [Test]
    public void Hollow_dot_is_an_edge_around_paper_that_covers_what_is_below()
    {
        var at = Draw(Mark.One(new Box(0, 100, 0, 100, Red)), Mark.One(new Dot(50, 50, Blue) { Diameter = 20, IsHollow = true }));
        Assert.That(new[] { at(50, 50), at(59, 50), at(50, 59), at(62, 50) }, Is.EqualTo(new[] { Paper, Blue, Blue, Red }));
    }

    [Test]
    public void Band_fills_what_is_between_its_curves()
    {
        var at = Draw(Mark.One(new Band([new Span(10, 20, 30), new Span(90, 60, 90)], Blue)));
        Assert.That(new[] { at(11, 25), at(50, 50), at(89, 65), at(89, 88), at(50, 35), at(50, 65), at(5, 25) },
            Is.EqualTo(new[] { Blue, Blue, Blue, Blue, Paper, Paper, Paper }));
    }

    [Test]
    public void Opacity_mixes_a_mark_with_what_is_below()
    {
        var at = Draw(Mark.One(new Box(0, 100, 0, 100, Blue) { Opacity = 0.4 }));
        Assert.That(at(50, 50), Is.EqualTo("#9999ff"));
    }

    [Test]
    public void Rows_for_the_pointer_alone_are_not_drawn()
    {
        var at = Draw(Mark.One(new Box(0, 100, 0, 100, Blue) { Opacity = 0, Tip = "GPs: 3" }));
        Assert.That(at(50, 50), Is.EqualTo(Paper));
    }

    [Test]
    public void Segments_run_along_either_axis_and_are_as_thick_as_they_say()
    {
        Segment lying = new(50, 10, 90, Blue) { Thickness = 10 }, upright = new(20, 10, 40, Red) { IsUpright = true, Thickness = 6 };
        var at = Draw(Mark.Of([lying, upright]));
        Assert.That(new[] { at(50, 50), at(50, 54), at(50, 57), at(20, 30), at(22, 30), at(24.5, 30), at(20, 5), at(95, 50) },
            Is.EqualTo(new[] { Blue, Blue, Paper, Red, Red, Paper, Paper, Paper }));
    }

    [Test]
    public void Dashed_line_has_gaps_and_an_undashed_one_has_none()
    {
        string[] Along(bool isDashed)
        {
            var at = Draw(Mark.One(new Line([new Point(0, 50), new Point(100, 50)], Blue) { IsDashed = isDashed, Thickness = 4 }));
            return [.. Enumerable.Range(1, 98).Select(x => at(x, 50)).Distinct()];
        }

        Assert.That(Along(isDashed: false), Is.EqualTo(new[] { Blue }));
        Assert.That(Along(isDashed: true), Does.Contain(Blue).And.Contain(Paper));
    }

    [Test]
    public void Line_breaks_where_a_value_is_missing()
    {
        Point[] points = [new(0, 50), new(40, 50), new(50, double.NaN), new(60, 50), new(100, 50)];
        var at = Draw(Mark.One(new Line(points, Blue)));
        Assert.That(new[] { at(20, 50), at(50, 50), at(80, 50) }, Is.EqualTo(new[] { Blue, Paper, Blue }));
    }

    [Test]
    public void Rings_inside_others_are_holes()
    {
        var at = Draw(Mark.One(new Shape([[10, 10, 90, 10, 90, 90, 10, 90], [40, 40, 60, 40, 60, 60, 40, 60]], Blue)));
        Assert.That(new[] { at(20, 20), at(50, 50), at(70, 50), at(95, 50) }, Is.EqualTo(new[] { Blue, Paper, Blue, Paper }));
    }

    [Test]
    public void Halo_parts_words_from_what_is_below()
    {
        int Whites(bool hasHalo)
        {
            var label = new Label(50, 50, "Halo", Blue) { HasHalo = hasHalo, Size = 20 };
            var at = Draw(Mark.One(new Box(0, 100, 0, 100, Red)), Mark.One(label));
            return Enumerable.Range(0, 98 * 98).Count(i => at((i % 98) + 1, (i / 98) + 1) == Paper);
        }

        Assert.That(Whites(hasHalo: false), Is.Zero);
        Assert.That(Whites(hasHalo: true), Is.GreaterThan(50));
    }

    [Test]
    public void Words_begin_or_end_at_their_point_as_their_anchor_says()
    {
        (double Left, double Right) Ends(Anchor anchor)
        {
            var at = Draw(Mark.One(new Label(50, 50, "HHH", Blue) { Anchor = anchor }));
            bool IsInked(double x) => Enumerable.Range(80, 40).Any(y => at(x, y / 2.0) != Paper);
            double[] inked = [.. Enumerable.Range(-100, 400).Select(i => i / 2.0).Where(IsInked)];
            return (inked.Min(), inked.Max());
        }

        double width = Lettering.Width("HHH", Lettering.LabelSize);
        Assert.Multiple(() =>
        {
            Assert.That(Ends(Anchor.Start).Left, Is.EqualTo(50).Within(1.5));
            Assert.That(Ends(Anchor.End).Right, Is.EqualTo(50).Within(1.5));
            Assert.That(Ends(Anchor.Middle).Left, Is.EqualTo(50 - (width / 2)).Within(1.5));
            Assert.That(Ends(Anchor.Middle).Right, Is.EqualTo(50 + (width / 2)).Within(1.5));
        });
    }

    [Test]
    public void Marks_reach_out_of_their_panel()
    {
        var at = Draw(Mark.One(new Dot(100, 50, Blue) { Diameter = 20 }), Mark.One(new Box(-20, 0, 40, 60, Red)));
        Assert.That(new[] { at(106, 50), at(-10, 50) }, Is.EqualTo(new[] { Blue, Red }));
    }

    [Test]
    public void Equal_factors_are_equal_steps_on_a_logarithmic_axis()
    {
        var at = Draw(new Axis(1, 10_000) { IsLogarithmic = true }, Axis.Hidden(100, 0), Mark.One(new Dot(100, 20, Blue)));
        Assert.That(new[] { at(50, 80), at(50, 20) }, Is.EqualTo(new[] { Blue, Paper }));
    }

    private static Func<double, double, string> Draw(params Mark[] marks) => Draw(Axis.Hidden(0, 100), Axis.Hidden(0, 100), marks);

    /// <summary>The colour at a point of the panel, pixels to the right and up from its lower left corner.</summary>
    private static Func<double, double, string> Draw(Axis x, Axis y, params Mark[] marks)
    {
        var panel = new Panel(x, y, 100, marks) { Width = 100 };
        var chart = new Chart("T", "S", "D", 300, [Empty(50), panel]) { HasLead = true, ColumnGap = 60 };
        var inside = ChartLayout.Of(chart).Panels[1].Inside;
        using var stream = new MemoryStream();
        Picture.Draw(chart, stream, "png");
        var picture = SKBitmap.Decode(stream.ToArray());
        return (right, up) =>
        {
            var colour = picture.GetPixel((int)Math.Floor(2 * (inside.X + right)), (int)Math.Floor(2 * (inside.Bottom - up)));
            return $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}";
        };
    }

    private static Panel Empty(double width) => new(Axis.Hidden(0, 1), Axis.Hidden(0, 1), 100, []) { Width = width };
}
