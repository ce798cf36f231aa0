using InstallSim.Choice.Draws;
using InstallSim.Influence.Methods;

namespace InstallSim.Tests.Influence.Methods;

/// <summary>Against truths on paper: the function of Ishigami and Homma (1990) with a = 7, b = 0.1, and sums.</summary>
public sealed class IndexTests
{
    private const int Count = 2048;
    private static readonly Resamples Hundred = Resamples.Of(Count, 100, 3);

    private static readonly double[][] Saltelli = SaltelliDesign.Design(3, Count, isSecond: true, seed: 5);

    [Test]
    public void Sobol_indices_of_Ishigami_hold_the_truth()
    {
        var indices = SobolIndices.Of(Outcomes(Saltelli, Ishigami), 3, true, Hundred);
        Assert.Multiple(() =>
        {
            Holds(indices.First, [0.313905, 0.442411, 0]);
            Holds(indices.Total, [0.557589, 0.442411, 0.243684]);
            Holds([indices.Second[0][0], indices.Second[0][1], indices.Second[1][0]], [0, 0.243684, 0]);
            Assert.That(indices.Total.Select(i => i.HalfWidth), Is.All.InRange(0.005, 0.1));
        });
    }

    [Test]
    public void First_orders_of_a_sum_are_shares_of_its_variance_and_total()
    {
        var indices = SobolIndices.Of(Outcomes(Saltelli, x => (3 * x[0]) + (2 * x[1]) + x[2]), 3, true, Hundred);
        Assert.Multiple(() =>
        {
            Assert.That(indices.First.Select(i => i.Value), Is.EqualTo(new[] { 9, 4, 1 }.Select(v => v / 14.0)).Within(0.01));
            Assert.That(indices.Total.Select(i => i.Value), Is.EqualTo(new[] { 9, 4, 1 }.Select(v => v / 14.0)).Within(0.01));
        });
    }

    [Test]
    public void Number_without_effect_has_a_total_index_of_nothing()
    {
        var indices = SobolIndices.Of(Outcomes(Saltelli, x => x[0] * x[1]), 3, true, Hundred);
        Assert.That(indices.Total[2], Is.EqualTo(new SobolIndex(0, 0)));
    }

    [Test]
    public void Index_does_not_change_when_an_outcome_is_moved_and_stretched()
    {
        var before = SobolIndices.Of(Outcomes(Saltelli, Ishigami), 3, true, Hundred);
        var after = SobolIndices.Of(Outcomes(Saltelli, x => 1e4 - (30 * Ishigami(x))), 3, true, Hundred);
        Assert.That(after.Total.Select(i => i.Value), Is.EqualTo(before.Total.Select(i => i.Value)).Within(1e-10));
    }

    [Test]
    public void Outcome_that_never_changes_has_no_indices() => Assert.That(
        SobolIndices.Of(Outcomes(Saltelli, _ => 4.5), 3, true, Hundred).First.Select(i => i.Value), Is.All.NaN);

    [Test]
    public void Elementary_effects_of_a_sum_are_its_factors()
    {
        double[][] points = Trajectories.Design(4, 10, 4, 8);
        double[] outcomes = Outcomes(points, x => 5 - (3 * x[0]) + (2 * x[2]) + x[3]);
        MorrisIndex[] indices = MorrisIndices.Of(points, outcomes, 4, Resamples.Of(10, 50, 1));
        Assert.Multiple(() =>
        {
            Assert.That(indices.Select(i => i.Mu), Is.EqualTo(new double[] { -3, 0, 2, 1 }).Within(1e-12));
            Assert.That(indices.Select(i => i.MuStar), Is.EqualTo(new double[] { 3, 0, 2, 1 }).Within(1e-12));
            Assert.That(indices.Select(i => i.Sigma), Is.All.LessThan(1e-12));
        });
    }

    /// <summary>0.1 + 0.2 is not 0.3 by 2⁻⁵⁴.</summary>
    [Test]
    public void What_rounding_alone_tells_apart_is_no_effect() => Assert.That(
        MorrisIndices.Effects([[0], [2.0 / 3], [1.0 / 3], [1]], [0.3, 0.1 + 0.2, 0.3, 0.4], 4)[0],
        Is.EqualTo(new[] { 0, 0.15 }).Within(1e-15).And.Property(nameof(Array.Length)).EqualTo(2).And.Some.EqualTo(0.0));

    [Test]
    public void Every_number_of_a_trajectory_moves_once_by_half_of_the_grid_and_stays_in_it()
    {
        const int Numbers = 5, Levels = 6;
        double[][] points = Trajectories.Design(Numbers, 40, Levels, 2);
        Assert.Multiple(() =>
        {
            foreach (double[][] trajectory in points.Chunk(Numbers + 1))
            {
                double[] moves = [.. Enumerable.Range(0, Numbers).Select(j =>
                    trajectory.Zip(trajectory.Skip(1), (from, to) => Math.Abs(to[j] - from[j])).Where(d => d > 0).Single())];
                Assert.That(moves, Is.All.EqualTo(0.6).Within(1e-12));
            }

            Assert.That(points.SelectMany(p => p).Select(x => x * 5), Is.All.Matches<double>(x => Math.Abs(x - Math.Round(x)) < 1e-9));
            Assert.That(points.SelectMany(p => p), Is.All.InRange(0, 1));
            Assert.That(points.SelectMany(p => p).Select(x => Math.Round(5 * x)).Distinct().Count(), Is.EqualTo(Levels));
        });
    }

    [Test]
    public void Longer_designs_begin_with_the_shorter_ones() => Assert.Multiple(() =>
    {
        Assert.That(Trajectories.Design(3, 9, 4, 1).Take(16), Is.EqualTo(Trajectories.Design(3, 4, 4, 1)));
        Assert.That(SaltelliDesign.Design(3, 16, true, 1).Take(64), Is.EqualTo(SaltelliDesign.Design(3, 8, true, 1)));
    });

    [Test]
    public void Distance_of_a_number_without_effect_lies_under_the_noise_and_that_of_one_with_an_effect_above()
    {
        double[][] points = [.. Enumerable.Range(0, 500).Select(i => new DrawKey(4, 0, 9, 0, (uint)i))
            .Select(key => new[] { key.Uniform(0), key.Uniform(1), key.Uniform(2) })];
        double[] outcomes = Outcomes(points, x => Math.Abs(x[0] - 0.5) + (0.2 * x[2]));
        var indices = PawnIndices.Of(points, outcomes, 10, Resamples.Of(500, 20, 1));
        double noise = PawnIndices.Noise(outcomes, 10, 100, 1);
        Assert.Multiple(() =>
        {
            Assert.That(indices[1].Index.Mean, Is.LessThan(noise));
            Assert.That(indices[2].Index.Mean, Is.GreaterThan(noise));
            Assert.That(indices[0].Index.Mean, Is.GreaterThan(indices[2].Index.Mean));
            Assert.That(indices[0].HalfWidth.Mean, Is.InRange(0.001, 0.1));
        });
    }

    /// <summary>y_pr = 2·point + 3·replication + e: the share is var(e)/R over all that differs between the means.</summary>
    [Test]
    public void What_all_points_share_in_a_replication_is_no_chance()
    {
        double[][] without = [.. Enumerable.Range(0, 50).Select(p => Enumerable.Range(0, 4).Select(r => (2.0 * p) + (3 * r)).ToArray())];
        double[][] noise = [.. Enumerable.Range(0, 2000).Select(p =>
            Enumerable.Range(0, 4).Select(r => (100.0 * r) + new DrawKey(1, 0, 9, 0, (uint)p).Uniform(r)).ToArray())];
        double[][] both = [.. noise.Select((y, p) => y.Select(v => v + new DrawKey(2, 0, 9, 0, (uint)p).Uniform(0)).ToArray())];
        Assert.Multiple(() =>
        {
            Assert.That(ChanceOfPoints.Share(without), Is.Zero.Within(1e-12));
            Assert.That(ChanceOfPoints.Share(noise), Is.EqualTo(1).Within(0.05));
            Assert.That(ChanceOfPoints.Share(both), Is.EqualTo(0.2).Within(0.02));
            Assert.That(ChanceOfPoints.Share([[1], [2]]), Is.NaN);
        });
    }

    private static double Ishigami(double[] u)
    {
        double x = Math.PI * ((2 * u[0]) - 1), y = Math.PI * ((2 * u[1]) - 1), z = Math.PI * ((2 * u[2]) - 1);
        return Math.Sin(x) + (7 * Math.Sin(y) * Math.Sin(y)) + (0.1 * z * z * z * z * Math.Sin(x));
    }

    private static double[] Outcomes(double[][] points, Func<double[], double> of) => [.. points.Select(of)];

    private static void Holds(SobolIndex[] indices, double[] truth) =>
        Assert.That(indices.Zip(truth, (i, t) => Math.Abs(i.Value - t) - i.HalfWidth), Is.All.LessThanOrEqualTo(0));
}
