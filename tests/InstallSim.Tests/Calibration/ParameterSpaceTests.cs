using InstallSim.Calibration;

namespace InstallSim.Tests.Calibration;

/// <summary>Ranges of numbers as the box from 0 to 1.</summary>
public sealed class ParameterSpaceTests
{
    [Test]
    public void A_positive_range_wider_than_fivefold_is_searched_by_factors()
    {
        var lambda = new CalibratedNumber("lambda", 0.003, 0.03, 0.012);
        Assert.Multiple(() =>
        {
            Assert.That(lambda.IsLogarithmic, Is.True);
            Assert.That(lambda.At(0.5), Is.EqualTo(0.003 * Math.Sqrt(10)).Within(1e-15));
            Assert.That(lambda.PlaceOf(0.03), Is.EqualTo(1).Within(1e-12));
        });
    }

    [TestCase(1, 4)]
    [TestCase(-2, 30)]
    [TestCase(0, 1)]
    public void Any_other_range_is_searched_by_steps(double low, double high) => Assert.Multiple(() =>
    {
        var number = new CalibratedNumber("x", low, high, low);
        Assert.That(number.IsLogarithmic, Is.False);
        Assert.That(number.At(0.25), Is.EqualTo(low + (0.25 * (high - low))).Within(1e-12));
        Assert.That(number.SlopeAt(0.3), Is.EqualTo(high - low));
    });

    [TestCase(0.003, 0.03)]
    [TestCase(-1, 1)]
    public void A_value_is_found_again_at_its_place_and_its_slope_is_the_derivative(double low, double high)
    {
        var number = new CalibratedNumber("x", low, high, low);
        Assert.That(number.PlaceOf(number.At(0.37)), Is.EqualTo(0.37).Within(1e-12));
        Assert.That(number.SlopeAt(0.37), Is.EqualTo((number.At(0.37001) - number.At(0.36999)) / 0.00002).Within(1e-6));
    }

    [Test]
    public void A_value_that_has_no_logarithm_lies_outside() =>
        Assert.That(ParameterSpace.Holds(new ParameterSpace([new CalibratedNumber("x", 1, 10, -2)]).Before), Is.False);
}
