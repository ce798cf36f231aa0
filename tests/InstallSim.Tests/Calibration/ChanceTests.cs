using InstallSim.Calibration;
using InstallSim.Choice.Draws;

namespace InstallSim.Tests.Calibration;

/// <summary>What chance does to moments with common random numbers.</summary>
public sealed class ChanceTests
{
    [Test]
    public void Its_variance_is_that_of_the_mean_pooled_over_points()
    {
        Chance chance = Chance.Of([[1, 3], [10, 14]]);
        Assert.That(chance.Variance, Is.EqualTo((2.0 + 8.0) / 2 / 2).Within(1e-12));
    }

    [Test]
    public void Chance_that_all_points_share_hides_no_difference()
    {
        double[][] values = [.. Enumerable.Range(0, 20).Select(i => new[] { 5 + (0.001 * i), -5 + (0.001 * i) })];
        Assert.That(Chance.Of(values), Is.EqualTo(new Chance(Chance.Of(values).Variance, true)));
        Assert.That(Chance.Of(values).Variance, Is.EqualTo(25).Within(1e-9));
    }

    [Test]
    public void Points_that_differ_by_chance_alone_are_not_moved()
    {
        DrawKey key = new(1, 0, 0, 0, 0);
        double[][] values = [.. Enumerable.Range(0, 40)
            .Select(i => (double[])[key.Uniform(3 * i), key.Uniform((3 * i) + 1), key.Uniform((3 * i) + 2)])];
        Assert.That(Chance.Of(values).IsMoved, Is.False);
    }

    [Test]
    public void A_moment_that_is_the_same_everywhere_is_not_moved() =>
        Assert.That(Chance.Of([[2, 3], [2, 3], [2, 3]]).IsMoved, Is.False);

    [Test]
    public void A_moment_without_any_value_has_no_variance() =>
        Assert.That(Chance.Of([[double.NaN, 1], [double.NaN, 2]]), Is.EqualTo(new Chance(double.NaN, false)));
}
