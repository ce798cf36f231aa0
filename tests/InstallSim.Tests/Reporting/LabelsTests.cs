using InstallSim.Reporting;

namespace InstallSim.Tests.Reporting;

/// <summary>Labels, lettering and what keeps texts in their place.</summary>
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
    public void Width_is_that_of_the_typeface()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Lettering.Width("", 12), Is.Zero);
            Assert.That(Lettering.Width("iiii", 12), Is.LessThan(Lettering.Width("mmmm", 12) / 2));
            Assert.That(Lettering.Width("Accessibilité", 24), Is.EqualTo(2 * Lettering.Width("Accessibilité", 12)).Within(1e-9));
            Assert.That(Lettering.Width("sous-dense", 12, semibold: true), Is.GreaterThan(Lettering.Width("sous-dense", 12)));
            Assert.That(Lettering.Width("0", 1000), Is.InRange(450, 550));
        });
    }

    [Test]
    public void Wrapped_lines_fit_and_hold_every_word()
    {
        const string Text = "De 2025 à 2045, dix-sept territoires sortent de la sous-densité et deux y entrent";
        var lines = Lettering.Wrap(Text, 150, 13);
        Assert.That(lines.Select(l => Lettering.Width(l, 13)), Is.All.LessThanOrEqualTo(150));
        Assert.That(string.Join(' ', lines), Is.EqualTo(Text));
    }

    [Test]
    public void Too_many_lines_and_too_long_words_are_cut_with_an_ellipsis()
    {
        var lines = Lettering.Wrap(string.Concat(Enumerable.Repeat("mot ", 100)), 80, 12, lines: 2);
        Assert.That(lines, Has.Count.EqualTo(2));
        Assert.That(lines[1], Does.EndWith("…"));
        Assert.That(Lettering.Wrap(new string('x', 300), 80, 12).Single(), Does.EndWith("…"));
    }
}
