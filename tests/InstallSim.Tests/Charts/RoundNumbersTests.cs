using InstallSim.Charts;

namespace InstallSim.Tests.Charts;

/// <summary>Round steps of axes.</summary>
public sealed class RoundNumbersTests
{
    [TestCase(0, 10, 5, new double[] { 0, 2, 4, 6, 8, 10 })]
    [TestCase(-0.3, 0.3, 6, new[] { -0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3 })]
    [TestCase(12, 48, 4, new double[] { 20, 30, 40 })]
    [TestCase(48, 12, 4, new double[] { 20, 30, 40 })]
    [TestCase(0, 1_000_000, 2, new double[] { 0, 500_000, 1_000_000 })]
    public void Ticks_are_the_multiples_of_a_round_step(double from, double to, int count, double[] expected) =>
        Assert.That(RoundNumbers.Between(from, to, count), Is.EqualTo(expected));

    [TestCase(-8.5, 8.5, 2)]
    [TestCase(-4, 8, 1)]
    [TestCase(-0.0041, 0.0049, 1)]
    public void An_axis_has_two_ticks_at_least(double from, double to, int count)
    {
        Assert.That(RoundNumbers.Between(from, to, count), Has.Count.EqualTo(1), "the rule is needed");
        IReadOnlyList<double> ticks = RoundNumbers.AtLeastTwo(from, to, count);
        Assert.That(ticks, Has.Count.GreaterThan(1).And.All.InRange(from, to));
    }

    [TestCase(0.13, 0.87, 4, 0, 1)]
    [TestCase(-87, 142, 4, -100, 150)]
    [TestCase(20, 40, 4, 20, 40)]
    [TestCase(0, 0, 4, -1, 1)]
    public void Ends_are_round_values_around_all_others(double low, double high, int count, double from, double to) =>
        Assert.That(RoundNumbers.Ends(low, high, count), Is.EqualTo((from, to)));

    [Test]
    public void Ends_have_room_about_a_single_value()
    {
        foreach (double value in new[] { 0, 7, -250, 1e9 })
        {
            var (from, to) = RoundNumbers.Ends(value, value, 4);
            Assert.That(from, Is.LessThan(value));
            Assert.That(to, Is.GreaterThan(value));
        }
    }
}
