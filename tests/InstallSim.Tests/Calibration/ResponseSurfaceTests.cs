using InstallSim.Calibration;
using InstallSim.Choice.Draws;

namespace InstallSim.Tests.Calibration;

/// <summary>Quadratic surfaces of moments.</summary>
public sealed class ResponseSurfaceTests
{
    private static readonly double[][] Points = PlausibleSpace.Sequence([double.NaN, double.NaN, double.NaN], 60, 3);

    [Test]
    public void A_quadratic_function_is_met_exactly_everywhere()
    {
        ResponseSurface surface = ResponseSurface.Fit(Points, [.. Points.Select(Quadratic)]);
        double[] corner = [0, 1, 0.5];
        Assert.Multiple(() =>
        {
            Assert.That(surface.At(corner), Is.EqualTo(Quadratic(corner)).Within(1e-9));
            Assert.That(surface.ErrorVariance, Is.LessThan(1e-16));
            Assert.That(surface.Enters, Is.EquivalentTo(new[] { 0, 1 }));
        });
    }

    [Test]
    public void Its_variance_holds_the_errors_that_it_makes_at_points_it_has_not_seen()
    {
        static double Wavy(double[] x) => Math.Sin(4 * x[0]) + (x[1] * x[2]);
        ResponseSurface surface = ResponseSurface.Fit(Points, [.. Points.Select(Wavy)]);
        double[][] others = PlausibleSpace.Sequence([double.NaN, double.NaN, double.NaN], 500, 4);
        double ratio = others.Average(x => Math.Pow(surface.At(x) - Wavy(x), 2) / surface.VarianceAt(x));
        Assert.That(ratio, Is.InRange(0.4, 1.6));
    }

    [Test]
    public void It_is_less_sure_at_a_corner_than_in_the_middle()
    {
        ResponseSurface surface = ResponseSurface.Fit(Points, [.. Points.Select((x, i) => Quadratic(x) + Noise(i))]);
        Assert.That(surface.VarianceAt([0, 1, 1]), Is.GreaterThan(surface.VarianceAt([0.5, 0.5, 0.5])));
    }

    [Test]
    public void A_number_that_changes_nothing_is_not_needed_and_one_that_does_is()
    {
        double[] values = [.. Points.Select((x, i) => Quadratic(x) + Noise(i))];
        ResponseSurface surface = ResponseSurface.Fit(Points, values);
        Assert.That(Enumerable.Range(0, 3).Select(k => surface.NeedsNumber(Points, values, k, 0.001)),
            Is.EqualTo(new[] { true, true, false }));
    }

    [Test]
    public void Too_few_points_are_refused() =>
        Assert.That(() => ResponseSurface.Fit([[0.1], [0.2]], [1, 2]), Throws.ArgumentException);

    private static double Quadratic(double[] x) => 3 + (2 * x[0]) - (x[1] * x[1]) + (4 * x[0] * x[1]);

    private static double Noise(int i) => new DrawKey(9, 0, 0, 0, 0).Uniform(i) - 0.5;
}
