using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

public sealed class SoftmaxKernelTests
{
    [Test]
    public void Probabilities_equal_the_textbook_formula([Values(1, 2, 3, 4, 5, 6, 7, 8, 9, 31, 64, 2700)] int length)
    {
        double[] v = [.. Enumerable.Range(0, length).Select(i => 3 * Math.Sin(i))];
        var p = new double[length];
        double logsum = SoftmaxKernel.Probabilities(v, p);
        double sum = v.Sum(Math.Exp);
        Assert.That(logsum, Is.EqualTo(Math.Log(sum)).Within(1e-13));
        for (int j = 0; j < length; j++)
        {
            Assert.That(p[j], Is.EqualTo(Math.Exp(v[j]) / sum).Within(1e-14));
        }
    }

    [Test]
    public void Probabilities_do_not_change_when_a_constant_is_added([Values(-1e4, 1e4)] double constant)
    {
        double[] v = [1, 2, -3, double.NegativeInfinity], p = new double[4], q = new double[4];
        SoftmaxKernel.Probabilities(v, p);
        double logsum = SoftmaxKernel.Probabilities([.. v.Select(x => x + constant)], q);
        Assert.That(q, Is.EqualTo(p).Within(1e-11));
        Assert.That(logsum, Is.EqualTo(constant + 2.318175).Within(1e-6));
        Assert.That(q[3], Is.Zero);
    }

    [TestCase(new double[0])]
    [TestCase(new[] { double.NegativeInfinity })]
    [TestCase(new[] { 1.0, double.NaN })]
    [TestCase(new[] { 1.0, double.PositiveInfinity })]
    public void Utilities_without_probabilities_are_refused(double[] utility) =>
        Assert.That(() => SoftmaxKernel.Probabilities(utility, new double[utility.Length]), Throws.ArgumentException);

    [Test]
    public void Sums_over_columns_equal_plain_loops([Range(0, 40)] int length)
    {
        double[] x = [.. Enumerable.Range(0, length).Select(i => Math.Sin(i))],
            y = [.. Enumerable.Range(0, length).Select(i => Math.Cos(i))];
        double[] sum = [.. y];
        ColumnKernel.AddScaled(1.7, x, sum);
        Assert.That(sum, Is.EqualTo(y.Zip(x, (b, a) => Math.FusedMultiplyAdd(1.7, a, b))));
        ColumnKernel.Multiply(x, y, sum);
        Assert.That(sum, Is.EqualTo(x.Zip(y, (a, b) => a * b)));
        Assert.That(ColumnKernel.Dot(x, y), Is.EqualTo(x.Zip(y, (a, b) => a * b).Sum()).Within(1e-13));
    }
}
