using InstallSim.Choice.Kernels;
using InstallSim.Choice.Models;
using InstallSim.Studies.Results;

namespace InstallSim.Tests.Choice.Kernels;

/// <summary>A normal cut off far in its tail is a small exponential, not an infinite one.</summary>
public sealed class TruncatedNormalTests
{
    // ln P(z > a + d) − ln P(z > a) by Simpson's rule over the density itself, exp(−x²/2) scaled by exp(a²/2).
    [TestCase(-3, 0.5)]
    [TestCase(0, 0.01)]
    [TestCase(4.999, 0.3)]
    [TestCase(5, 0.3)]
    [TestCase(12, 0.99)]
    [TestCase(40, 0.5)]
    [TestCase(1e6, 1e-9)]
    public void The_share_above_is_the_one_asked_for(double a, double share)
    {
        var (excess, ratio) = new TruncatedNormal(a).Above(share);
        double all = Area(a, 0), above = Area(a, excess);
        Assert.That(above / all, Is.EqualTo(share).Within(1e-9 * share));
        double mills = Area(a + excess, 0) / all;
        Assert.That(ratio, Is.EqualTo(mills).Within(1e-9 * mills));
    }

    [Test]
    public void Far_out_it_is_exponential() =>
        Assert.That(new TruncatedNormal(1e7).Above(0.5).Excess, Is.EqualTo(Math.Log(2) / 1e7).Within(1e-10).Percent);

    [Test]
    public void Nothing_is_above_all() => Assert.That(new TruncatedNormal(40).Above(1), Is.EqualTo((0.0, 1.0)));

    [TestCase(1, -0.158, 0.0041)]
    [TestCase(-1, 0.158, 0.0041)]
    public void The_median_of_one_cut_off_beyond_its_mean_is_small_and_of_its_sign(int sign, double mean, double spread)
    {
        var shape = new RandomShape(new("x", Distribution.TruncatedNormal) { Sign = sign }, mean, spread);
        double cut = 0.158 / 0.0041, first = Math.Log(2) / cut; // the exponential, and one term more of the tail
        Assert.That(sign * shape.Quantile(0.5), Is.EqualTo(0.0041 * first).Within(0.2).Percent);
        Assert.That(sign * shape.Quantile(0.5), Is.LessThan(0.0041 * first));
        Assert.That(shape.Note, Does.Not.Contain("∞"));
    }

    [Test]
    public void Without_a_spread_it_is_its_mean() =>
        Assert.That(new RandomShape(new("x", Distribution.TruncatedNormal), 2, 0).Quantile(0.9), Is.EqualTo(2).Within(1e-9));

    /// <summary>∫ exp(−(a·t + t²/2)) dt from t = from on.</summary>
    private static double Area(double a, double from)
    {
        const int Steps = 200_000;
        double length = Math.Abs(a) < 10 ? 12 + Math.Abs(a) : 60 / a, h = length / Steps, sum = 0;
        for (int i = 0; i <= Steps; i++)
        {
            double t = from + (i * h), value = Math.Exp(-((a * t) + (t * t / 2)));
            sum += value * (i is 0 or Steps ? 1 : i % 2 == 1 ? 4 : 2);
        }

        return sum * h / 3;
    }
}
