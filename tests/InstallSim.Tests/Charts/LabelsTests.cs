using InstallSim.Charts;

namespace InstallSim.Tests.Charts;

/// <summary>Labels that keep from one another.</summary>
public sealed class LabelsTests
{
    [Test]
    public void Labels_with_room_stay_where_they_want_to_be() =>
        Assert.That(Labels.Apart([10, 40, 90], 15, 0, 100), Is.EqualTo(new double[] { 10, 40, 90 }));

    [Test]
    public void Labels_that_would_touch_are_moved_apart_and_stay_inside()
    {
        double[] heights = Labels.Apart([95, 96, 97, 98], 15, 0, 100);
        Assert.That(heights.Zip(heights.Skip(1), (a, b) => b - a), Is.All.GreaterThanOrEqualTo(15));
        Assert.That(heights, Is.All.InRange(0, 100));
    }

    [Test]
    public void More_labels_than_room_keep_their_order_and_begin_at_the_top()
    {
        double[] heights = Labels.Apart([.. Enumerable.Repeat(5.0, 20)], 15, 0, 100);
        Assert.That(heights, Is.Ordered.Ascending);
        Assert.That(heights[0], Is.Zero);
    }

    [Test]
    public void Labels_of_a_panel_move_by_pixels_and_those_of_higher_values_stay_above()
    {
        var axis = new Axis(0, 100);
        var apart = Labels.Apart([new Label(0, 50, "low"), new Label(0, 51, "high")], axis, 200).ToList();
        double[] at = [.. apart.Select(l => 200 * (100 - l.Y) / 100 + l.Dy)];
        Assert.That(apart.Select(l => l.Text), Is.EqualTo(new[] { "high", "low" }));
        Assert.That(at[1] - at[0], Is.GreaterThanOrEqualTo(Lettering.LabelLine));
    }
}
