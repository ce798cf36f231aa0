using InstallSim.Charts;

namespace InstallSim.Tests.Charts;

/// <summary>Places of panels: room for all words, and nothing on anything else.</summary>
public sealed class ChartLayoutTests
{
    private const double Rounding = 1e-9;

    [Test]
    public void Panels_stand_within_the_picture_and_not_on_one_another()
    {
        foreach (var chart in SampleCharts.All.Append(SampleCharts.Map(760) with { HasKeyBeside = true, HasLead = false, Columns = 2 }))
        {
            var layout = ChartLayout.Of(chart);
            var rooms = layout.Panels.Prepend(layout.Key).OfType<PlacedPanel>().Select(Room).ToList();
            foreach (var (i, room) in rooms.Index())
            {
                Assert.That(room.X, Is.GreaterThanOrEqualTo(0), chart.Title);
                Assert.That(room.Y, Is.GreaterThanOrEqualTo(layout.TitleHeight), chart.Title);
                Assert.That(room.Right, Is.LessThanOrEqualTo(chart.Width - ChartLayout.Margin + Rounding), chart.Title);
                Assert.That(room.Bottom, Is.LessThanOrEqualTo(layout.Height - ChartLayout.Margin + Rounding), chart.Title);
                Assert.That(rooms.Skip(i + 1).Where(other => Overlap(room, other)), Is.Empty, $"{chart.Title} {chart.Width}, panel {i}");
            }
        }
    }

    [Test]
    public void Every_panel_of_a_column_is_equally_wide_and_of_a_row_equally_low()
    {
        var panels = ChartLayout.Of(SampleCharts.Lines(760)).Panels;
        Assert.That(panels.Select(p => p.Inside.Width).Distinct().Count(), Is.EqualTo(1));
        Assert.That(panels.Take(3).Select(p => p.Inside.Y).Distinct().Count(), Is.EqualTo(1));
        Assert.That(panels[3].Inside.X, Is.EqualTo(panels[0].Inside.X));
    }

    [Test]
    public void Left_of_a_panel_its_widest_word_has_room()
    {
        var placed = ChartLayout.Of(SampleCharts.Forest(760)).Panels[0];
        double widest = placed.Panel.Y.Ticks.Max(t => Lettering.WidthOfLines(t.Label, Lettering.LabelSize));
        Assert.That(widest, Is.GreaterThan(80));
        Assert.That(placed.Inside.X, Is.GreaterThanOrEqualTo(ChartLayout.Margin + widest));
    }

    [Test]
    public void Half_of_the_last_word_below_a_panel_has_room_on_its_right()
    {
        var placed = ChartLayout.Of(SampleCharts.Costs(340)).Panels[0];
        Assert.That(340 - placed.Inside.Right, Is.GreaterThanOrEqualTo(Lettering.Width("10,000", Lettering.LabelSize) / 2));
    }

    [Test]
    public void Panels_grow_until_their_names_do_not_touch_and_equal_ones_stay_equal()
    {
        var panels = ChartLayout.Of(SampleCharts.Forest(760)).Panels;
        Assert.That(panels[0].Inside.Height, Is.GreaterThanOrEqualTo(5 * 2 * Lettering.LabelLine));
        Assert.That(panels.Select(p => p.Inside.Height).Distinct().Count(), Is.EqualTo(1));
        var enough = SampleCharts.Forest(760);
        enough = enough with { Panels = [.. enough.Panels.Select(p => p with { Height = 400 })] };
        Assert.That(ChartLayout.Of(enough).Panels[0].Inside.Height, Is.EqualTo(400));
    }

    [Test]
    public void Numbers_that_would_touch_lose_words_but_not_that_of_zero_and_no_tick()
    {
        var axis = Axis.Numbers(-3_000_000, 3_000_000, 6, SampleCharts.Write);
        Axis Below(double width) => PanelRoom.BreakBelow(new Panel(axis, Axis.Hidden(0, 1), 50, []), width).X;
        Assert.That(Below(2000).Ticks, Is.EqualTo(axis.Ticks));
        Assert.That(Below(240).Ticks.Select(t => t.Label), Is.EqualTo(new[] { "", "-2,000,000", "", "0", "", "2,000,000", "" }));
        Assert.That(Below(240).Ticks.Select(t => t.At), Is.EqualTo(axis.Ticks.Select(t => t.At)));
    }

    [Test]
    public void Titles_of_axes_break_where_their_axis_is_too_short()
    {
        var placed = ChartLayout.Of(SampleCharts.Costs(340)).Panels[0];
        Assert.That(placed.Panel.X.Title.Split('\n'), Has.Length.EqualTo(2));
        Assert.That(placed.Panel.Y.Title.Split('\n'), Has.Length.EqualTo(2));
        Assert.That(placed.Panel.X.Title.Replace('\n', ' '), Is.EqualTo(SampleCharts.Costs(340).Panels[0].X.Title));
    }

    [Test]
    public void Page_that_sets_the_title_itself_needs_less_height()
    {
        var with = ChartLayout.Of(SampleCharts.Forest(760));
        var without = ChartLayout.Of(SampleCharts.Forest(760), hasTitle: false);
        Assert.That(without.Title, Is.Empty);
        Assert.That(with.Height - without.Height, Is.EqualTo(with.TitleHeight).Within(1e-9));
    }

    [Test]
    public void Lead_stands_left_of_the_others_which_stand_below_one_another()
    {
        var panels = ChartLayout.Of(SampleCharts.Map(760)).Panels;
        Assert.That(panels[1].Inside.X, Is.GreaterThan(panels[0].Inside.Right));
        Assert.That(panels[2].Inside.X, Is.EqualTo(panels[1].Inside.X));
        Assert.That(panels[2].Inside.Y, Is.GreaterThan(panels[1].Inside.Bottom));
    }

    private static Area Room(PlacedPanel placed)
    {
        var (panel, inside) = (placed.Panel, placed.Inside);
        double left = PanelRoom.Left(panel), above = PanelRoom.Above(panel, inside.Width);
        double height = above + inside.Height + PanelRoom.Below(panel);
        return new(inside.X - left, inside.Y - above, left + inside.Width + panel.RoomRight, height);
    }

    private static bool Overlap(Area a, Area b) => a.X < b.Right && b.X < a.Right && a.Y < b.Bottom && b.Y < a.Bottom;
}
