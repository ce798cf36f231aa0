using InstallSim.Charts;

namespace InstallSim.Tests.Charts;

/// <summary>Axes as figures make them.</summary>
public sealed class AxisTests
{
    [Test]
    public void Names_stand_below_one_another_the_first_at_the_top()
    {
        var axis = Axis.Names(["a", "b", "c"]);
        Assert.That((axis.From, axis.To), Is.EqualTo((2.5, -0.5)));
        Assert.That(axis.Ticks, Is.EqualTo(new Tick[] { new(0, "a"), new(1, "b"), new(2, "c") }));
        Assert.That(PanelRoom.Share(axis, 0), Is.GreaterThan(PanelRoom.Share(axis, 2)));
    }

    [Test]
    public void Names_stand_side_by_side_the_first_on_the_left()
    {
        var axis = Axis.Names(["a", "b"], isVertical: false);
        Assert.That((axis.From, axis.To), Is.EqualTo((-0.5, 1.5)));
    }

    [Test]
    public void Years_are_written_whole_and_once()
    {
        var axis = Axis.Years(2025, 2045, [2025, 2045, 2045]);
        Assert.That(axis.Ticks.Select(t => t.Label), Is.EqualTo(new[] { "2025", "2045" }));
    }

    [Test]
    public void A_single_year_has_an_axis_with_a_length() => Assert.That(Axis.Years(2030, 2030, [2030]).To, Is.EqualTo(2031));

    [Test]
    public void Axis_around_values_holds_them_between_round_ends()
    {
        var axis = Axis.Around([3, 87, double.NaN, double.PositiveInfinity], 4, v => $"{v}");
        Assert.That((axis.From, axis.To), Is.EqualTo((0, 100)));
        Assert.That(axis.Ticks.Select(t => t.Label), Is.EqualTo(new[] { "0", "20", "40", "60", "80", "100" }));
    }

    [Test]
    public void Axis_around_nothing_has_a_length() => Assert.That(Axis.Around([double.NaN], 4, v => $"{v}").To, Is.EqualTo(1));

    [Test]
    public void Equal_factors_are_equal_parts_of_a_logarithmic_axis()
    {
        var axis = new Axis(1, 10_000) { IsLogarithmic = true };
        Assert.That(PanelRoom.Share(axis, 100), Is.EqualTo(0.5).Within(1e-12));
    }
}
