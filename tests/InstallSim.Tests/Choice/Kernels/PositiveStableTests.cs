using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

public sealed class PositiveStableTests
{
    private const double EulerGamma = 0.57721566490153286;

    [Test]
    public void The_laplace_transform_is_that_of_a_positive_stable(
        [Values(0.02, 0.25, 0.5, 0.9)] double alpha, [Values(0.2, 1, 5)] double s)
    {
        const int draws = 100_000;
        double sum = 0, squares = 0;
        for (uint n = 0; n < draws; n++)
        {
            double value = Math.Exp(-s * Math.Exp(PositiveStable.Log(alpha, Uniform(n, 0), Uniform(n, 1))));
            sum += value;
            squares += value * value;
        }

        double mean = sum / draws, error = Math.Sqrt(((squares / draws) - (mean * mean)) / draws);
        Assert.That(mean, Is.EqualTo(Math.Exp(-Math.Pow(s, alpha))).Within(4 * error));
    }

    [Test]
    public void With_a_gumbel_added_it_is_a_gumbel_again([Values(0, 0.001, 0.3, 0.8, 1)] double eta)
    {
        const int draws = 50_000;
        double sum = 0, squares = 0;
        for (uint n = 0; n < draws; n++)
        {
            double value = PositiveStable.ScaledLog(eta, Uniform(n, 0), Uniform(n, 1)) - (eta * Math.Log(-Math.Log(Uniform(n, 2))));
            sum += value;
            squares += value * value;
        }

        // Four standard errors: variance of the mean π²/6/n; of the variance about 4.4·(π²/6)²/n.
        double mean = sum / draws, variance = (squares / draws) - (mean * mean), trueVariance = Math.PI * Math.PI / 6;
        Assert.That(mean, Is.EqualTo(EulerGamma).Within(4 * Math.Sqrt(trueVariance / draws)));
        Assert.That(variance, Is.EqualTo(trueVariance).Within(4 * trueVariance * Math.Sqrt(4.4 / draws)));
    }

    [Test]
    public void The_scaled_logarithm_goes_over_into_its_limits([Range(1, 20)] int draw)
    {
        double u1 = Uniform((uint)draw, 0), u2 = Uniform((uint)draw, 1), gumbel = -Math.Log(-Math.Log(u2));
        Assert.Multiple(() =>
        {
            Assert.That(PositiveStable.ScaledLog(0, u1, u2), Is.EqualTo(gumbel).Within(1e-12));
            Assert.That(PositiveStable.ScaledLog(1e-9, u1, u2), Is.EqualTo(gumbel).Within(1e-6));
            Assert.That(PositiveStable.ScaledLog(1 - 1e-9, u1, u2), Is.Zero.Within(1e-6));
            Assert.That(PositiveStable.ScaledLog(1, u1, u2), Is.Zero);
            Assert.That(PositiveStable.Log(1, u1, u2), Is.Zero);
        });
    }

    [Test]
    public void Extreme_uniforms_give_finite_values(
        [Values(1e-300, 1.1e-16, 0.5, 1 - 1.2e-16)] double u1, [Values(1.1e-16, 0.5, 1 - 1.2e-16)] double u2)
    {
        foreach (double alpha in (double[])[0.001, 0.02, 0.5, 0.999])
        {
            Assert.That(double.IsFinite(PositiveStable.Log(alpha, u1, u2)), Is.True);
        }
    }

    [Test]
    public void The_logarithm_of_the_sine_agrees_with_the_systems()
    {
        for (int i = 1; i < 2000; i++)
        {
            double x = i / 2000.0;
            Assert.That(PositiveStable.LogSinPi(x), Is.EqualTo(Math.Log(Math.Sin(Math.PI * Math.Min(x, 1 - x)))).Within(4e-15));
        }
    }

    private static double Uniform(uint agent, int index) => new DrawKey(12, 0, 1, 0, agent).Uniform(index);
}
