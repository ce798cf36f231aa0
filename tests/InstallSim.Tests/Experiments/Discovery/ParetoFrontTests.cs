using InstallSim.Experiments.Discovery;

namespace InstallSim.Tests.Experiments.Discovery;

public sealed class ParetoFrontTests
{
    /// <summary>By hand: (1, 1), (2, 3) and (4, 4) cannot be bettered; (3, 2) and (2, 2) are behind (2, 3), (4, 3) behind (4, 4).</summary>
    [Test]
    public void The_front_is_what_no_other_point_betters_in_cost_or_effect() => Assert.That(
        ParetoFront.NonDominated([(3, 2), (1, 1), (2, 3), (4, 4), (2, 2), (4, 3)]), Is.EqualTo(new[] { 1, 2, 3 }));

    [Test]
    public void Equal_points_stand_together_and_what_is_not_known_stands_nowhere() => Assert.That(
        ParetoFront.NonDominated([(1, 1), (1, 1), (double.NaN, 9), (2, 1)]), Is.EqualTo(new[] { 0, 1 }));

    [Test]
    public void Noise_is_not_read_as_dominance()
    {
        CostAndEffect front = new([10, 10, 10, 10], [5, 7, 6, 6]);
        CostAndEffect far = new([20, 21, 20, 21], [2, 4, 3, 3]), near = new([10, 10, 10, 10], [6, 4, 7, 5]);
        Assert.That(ParetoFront.Of([front, far, near]), Is.EqualTo(new[] { Standing.Front, Standing.Dominated, Standing.NotTold }));
    }

    [Test]
    public void Shared_random_numbers_tell_what_means_alone_could_not()
    {
        CostAndEffect front = new([10, 10, 10, 10], [5, 50, 500, 5000]), always = new([10, 10, 10, 10], [4, 49, 499, 4999]);
        Assert.That(ParetoFront.Of([front, always])[1], Is.EqualTo(Standing.Dominated));
    }

    [Test]
    public void A_single_replication_tells_nothing_for_certain() =>
        Assert.That(ParetoFront.Of([new([1], [2]), new([2], [1])])[1], Is.EqualTo(Standing.NotTold));
}
