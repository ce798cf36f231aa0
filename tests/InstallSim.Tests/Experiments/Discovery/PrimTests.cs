using InstallSim.Choice.Draws;
using InstallSim.Experiments.Discovery;

namespace InstallSim.Tests.Experiments.Discovery;

public sealed class PrimTests
{
    /// <summary>400 points of three numbers; of interest where the first is above 0.6 and the second below 0.5.</summary>
    private static readonly double[][] Points = [.. Enumerable.Range(0, 400).Select(n =>
        new DrawKey(3, 0, 0, 0, (uint)n) is var key ? new[] { key.Uniform(0), key.Uniform(1), key.Uniform(2) } : [])];

    private static readonly bool[] Cases = [.. Points.Select(p => p[0] > 0.6 && p[1] < 0.5)];

    [Test]
    public void A_known_box_is_found_and_only_the_numbers_that_make_it_are_significant()
    {
        var prim = new Prim(Points, Cases, peel: 0.05, mass: 0.05);
        PrimBox box = prim.Paste(Prim.Choose(prim.Peel(), density: null));
        Assert.That(box.Low[0], Is.EqualTo(0.6).Within(0.03));
        Assert.That(box.High[1], Is.EqualTo(0.5).Within(0.03));
        Assert.That((box.High[0], box.Low[1]), Is.EqualTo((double.PositiveInfinity, double.NegativeInfinity)));
        Assert.That(box.Coverage, Is.GreaterThan(0.95));
        Assert.That(box.Density, Is.GreaterThan(0.95));
        Assert.That((prim.QuasiP(box, 0), prim.QuasiP(box, 1)), Is.EqualTo((0.0, 0.0)).Within(1e-6));
        Assert.That(prim.QuasiP(box, 2), Is.GreaterThan(0.05));
    }

    [Test]
    public void An_end_that_leaves_no_point_out_is_no_restriction()
    {
        double[][] whole = [.. Enumerable.Range(0, 40).Select(n => (double[])[n % 5, n / 20])];
        var prim = new Prim(whole, [.. whole.Select(p => p[1] > 0)], peel: 0.05, mass: 0.05);
        PrimBox box = prim.Paste(new PrimBox([0, 1], [4, 1], 20, 20, 40, 20));
        Assert.That((box.Restricts(0), box.Low[1], box.High[1], box.Points), Is.EqualTo((false, 1.0, double.PositiveInfinity, 20)));
    }

    [Test]
    public void Without_a_point_of_interest_nothing_is_peeled() => Assert.That(
        new Prim(Points, new bool[Points.Length], peel: 0.05, mass: 0.05).Peel(), Has.Count.EqualTo(1));

    [Test]
    public void Each_peel_takes_alpha_of_the_points_on_the_way_to_a_dense_box()
    {
        IReadOnlyList<PrimBox> path = new Prim(Points, Cases, peel: 0.05, mass: 0.05).Peel();
        Assert.That(path[0].Points, Is.EqualTo(400));
        foreach ((PrimBox before, PrimBox after) in path.Zip(path.Skip(1)))
        {
            Assert.That(before.Points - after.Points, Is.EqualTo(Math.Max(1, (int)(0.05 * before.Points))));
        }

        Assert.That((path[0].Coverage, path[^1].Density), Is.EqualTo((1.0, 1.0)), "it begins with all and ends where all is of interest");
    }

    [Test]
    public void A_wanted_density_takes_the_widest_box_that_has_it()
    {
        IReadOnlyList<PrimBox> path = new Prim(Points, Cases, peel: 0.05, mass: 0.05).Peel();
        PrimBox half = Prim.Choose(path, density: 0.5);
        Assert.That(half.Density, Is.GreaterThanOrEqualTo(0.5));
        Assert.That(path.TakeWhile(b => b != half).Select(b => b.Density), Is.All.LessThan(0.5));
        PrimBox none = new(half.Low, half.High, 10, 4, 400, 100);
        Assert.That(Prim.Choose([none], density: 0.9), Is.SameAs(none), "the densest where none has it");
    }

    [Test]
    public void What_was_peeled_too_much_is_pasted_back()
    {
        double[][] points = [.. Enumerable.Range(0, 20).Select(i => new[] { (double)i })];
        bool[] cases = [.. points.Select(p => p[0] >= 10)];
        var prim = new Prim(points, cases, peel: 0.1, mass: 0.1);
        var tight = new PrimBox([14], [double.PositiveInfinity], 6, 6, 20, 10);
        Assert.That((prim.Paste(tight).Low[0], prim.Paste(tight).Cases), Is.EqualTo((10.0, 10)));
    }

    /// <summary>In the box 4 points of 4; without its restriction 4 of 8, so p = ½: P(B(4, ½) ≥ 4) = 1/16.</summary>
    [Test]
    public void Quasi_p_values_are_those_of_a_binomial_test_without_the_restriction()
    {
        double[][] points = [.. Enumerable.Range(0, 8).Select(i => new[] { (double)i, 1 })];
        var prim = new Prim(points, [.. points.Select(p => p[0] >= 4)], peel: 0.1, mass: 0.1);
        var box = new PrimBox([4, double.NegativeInfinity], [double.PositiveInfinity, double.PositiveInfinity], 4, 4, 8, 4);
        Assert.That(prim.QuasiP(box, 0), Is.EqualTo(1.0 / 16).Within(1e-12));
        Assert.That(prim.QuasiP(box, 1), Is.EqualTo(1), "it is not restricted");
    }

    [Test]
    public void Without_a_point_of_interest_or_with_equal_values_no_box_is_cut()
    {
        IReadOnlyList<PrimBox> none = new Prim(Points, new bool[400], peel: 0.05, mass: 0.95).Peel();
        Assert.That(none[0].Coverage, Is.Zero);
        double[][] equal = [.. Enumerable.Range(0, 10).Select(_ => new[] { 1.0 })];
        Assert.That(new Prim(equal, [.. equal.Select((_, i) => i < 5)], peel: 0.1, mass: 0.1).Peel(), Has.Count.EqualTo(1));
    }
}
