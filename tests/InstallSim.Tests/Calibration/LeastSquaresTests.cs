using InstallSim.Calibration;

namespace InstallSim.Tests.Calibration;

/// <summary>The fit and its covariance, on functions whose answers are known.</summary>
public sealed class LeastSquaresTests
{
    [Test]
    public void It_finds_the_minimum_of_a_curved_function()
    {
        double[] truth = [0.3, 0.6];
        LeastSquaresFit fit = Fit(x => [x[0] * x[0], x[0] * x[1], x[1] + x[0]], [0.09, 0.18, 0.9], [0.8, 0.2]);
        Assert.That(fit.Point[0], Is.EqualTo(truth[0]).Within(0.005));
        Assert.That(fit.Point[1], Is.EqualTo(truth[1]).Within(0.005));
        Assert.That(fit.HasConverged, Is.True);
    }

    [Test]
    public void A_minimum_outside_the_box_is_met_at_its_edge_with_the_others_solved_again()
    {
        LeastSquaresFit fit = Fit(x => [x[0], x[0] + x[1]], [1.5, 1.4], [0.5, 0.5]);
        Assert.That(fit.Point[0], Is.EqualTo(1));
        Assert.That(fit.Point[1], Is.EqualTo(0.4).Within(0.01));
    }

    [Test]
    public void A_number_that_is_held_does_not_move()
    {
        LeastSquaresFit fit = Fit(x => [x[0] + x[1]], [1.2], [0.5, 0.4], free: [true, false]);
        Assert.That(fit.Point[1], Is.EqualTo(0.4));
        Assert.That(fit.Point[0], Is.EqualTo(0.8).Within(0.01));
        Assert.That(fit.Jacobian[0, 1], Is.Zero);
    }

    [Test]
    public void A_limit_that_is_kept_pulls_nowhere()
    {
        Target[] targets = [One(0.2), One(0.5) with { Limit = TargetLimit.AtLeast }];
        var squares = new LeastSquares(targets, [0, 0], points => [.. points.Select(x => new[] { x[0], x[1] })]);
        LeastSquaresFit fit = squares.Run([0.9, 0.7], [0.9, 0.7], [true, true], 100);
        Assert.That(fit.Point, Is.EqualTo(new[] { 0.2, 0.7 }).Within(0.001));
    }

    [Test]
    public void Without_points_left_it_says_that_it_has_not_converged()
    {
        LeastSquaresFit fit = Fit(x => [Math.Pow(x[0], 6), x[1]], [1e-6, 0.5], [1, 0.1], budget: 10);
        Assert.That(fit.HasConverged, Is.False);
    }

    /// <summary>With weights of 1 the sandwich is (J′Σ⁻¹J)⁻¹; here Σ is 0.01·1 and J the matrix.</summary>
    [Test]
    public void The_covariance_of_a_linear_function_is_that_of_least_squares()
    {
        Target[] targets = [One(0), One(0), One(0)];
        var jacobian = new double[3, 2] { { 10, 20 }, { -10, 30 }, { 40, -20 } };
        var fit = new LeastSquaresFit([0.5, 0.5], [0, 0, 0], jacobian, 1, true);
        (double[,] covariance, Holding[] held) = FitCovariance.Of(fit, targets, [0, 0, 0], [true, true]);
        // J'J = [1800, -900; -900, 1700], its determinant 2,250,000.
        Assert.That(held, Is.All.EqualTo(Holding.None));
        Assert.That(covariance[0, 0], Is.EqualTo(0.01 * 1700 / 2_250_000).Within(1e-12));
        Assert.That(covariance[0, 1], Is.EqualTo(0.01 * 900 / 2_250_000).Within(1e-12));
        Assert.That(covariance[1, 1], Is.EqualTo(0.01 * 1800 / 2_250_000).Within(1e-12));
    }

    /// <summary>One target, measured twice with weights 4 and 1: Var = (16·σ² + σ²)·j²/(5·j²)² = 17/25·σ²/j².</summary>
    [Test]
    public void Weights_that_are_not_those_of_precision_cost_some()
    {
        Target[] targets = [One(0) with { Weight = 4 }, One(0)];
        var fit = new LeastSquaresFit([0.5], [0, 0], new double[2, 1] { { 10 }, { 10 } }, 1, true);
        (double[,] covariance, _) = FitCovariance.Of(fit, targets, [0, 0], [true]);
        Assert.That(covariance[0, 0], Is.EqualTo(17.0 / 25 * 0.01 / 100).Within(1e-12));
    }

    [Test]
    public void Numbers_that_cannot_be_told_apart_are_named_and_the_others_keep_their_errors()
    {
        Target[] targets = [One(0), One(0)];
        var jacobian = new double[2, 4] { { 10, 10, 0, 5 }, { 0, 0, 10, 5 } };
        var fit = new LeastSquaresFit([0.5, 0.5, 0.5, 1], [0, 0], jacobian, 1, true);
        (double[,] covariance, Holding[] held) = FitCovariance.Of(fit, targets, [0, 0], [true, true, true, true]);
        Assert.That(held, Is.EqualTo(new[] { Holding.None, Holding.NotTold, Holding.None, Holding.AtEnd }));
        Assert.That(covariance[2, 2], Is.EqualTo(0.01 / 100).Within(1e-12));
        Assert.That(covariance[1, 1], Is.Zero);
    }

    private static Target One(double value) => new("t", value, 0.1, 0, 1, TargetLimit.None);

    private static LeastSquaresFit Fit(
        Func<double[], double[]> moments, double[] values, double[] start, bool[]? free = null, int budget = 200)
    {
        Target[] targets = [.. values.Select(One)];
        var squares = new LeastSquares(targets, new double[values.Length], points => [.. points.Select(moments)]);
        return squares.Run(start, moments(start), free ?? [.. start.Select(_ => true)], budget);
    }
}
