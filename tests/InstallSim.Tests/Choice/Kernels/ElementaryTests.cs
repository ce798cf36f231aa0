using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

public sealed class ElementaryTests
{
    private static readonly double[] Edges =
    [
        0, -0.0, 1, -1, 0.5, double.Epsilon, -double.Epsilon, 1e-310, 2.2250738585072014e-308, 1e-20, -1e-20, 708, 709.78, 709.782712893384,
        709.7827128933841, 710, 1e4, 1e300, -708, -709, -745.13, -745.1332191019411, -745.1332191019412, -746, -1e4, -1e300,
        double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN, Math.Sqrt(0.5), Math.Sqrt(2),
        Math.BitDecrement(1.0), Math.BitIncrement(1.0), Math.BitDecrement(Math.Sqrt(0.5)), Math.BitIncrement(Math.Sqrt(2)),
    ];

    [Test]
    public void Exp_is_within_one_unit_in_the_last_place()
    {
        double worst = Exponents(40_000).Max(x => ExactReference.ExpError(x, Elementary.Exp(x)));
        Assert.That(worst, Is.LessThan(1.0));
        TestContext.Out.WriteLine($"worst error of exp: {worst:F3} units in the last place");
    }

    [Test]
    public void Log_is_within_one_unit_in_the_last_place()
    {
        double worst = Arguments(40_000).Max(x => ExactReference.LogError(x, Elementary.Log(x)));
        Assert.That(worst, Is.LessThan(1.0));
        TestContext.Out.WriteLine($"worst error of log: {worst:F3} units in the last place");
    }

    [Test]
    public void The_reference_sees_an_error_of_one_unit()
    {
        Assert.That(ExactReference.ExpError(1, Math.BitIncrement(Math.E)), Is.InRange(0.5, 1.5));
        Assert.That(ExactReference.LogError(10, Math.BitDecrement(Math.BitDecrement(Math.Log(10)))), Is.InRange(1.5, 2.5));
    }

    [TestCase(0, 1)]
    [TestCase(-0.0, 1)]
    [TestCase(double.NegativeInfinity, 0)]
    [TestCase(-745.14, 0)]
    [TestCase(-745.13, double.Epsilon)]
    [TestCase(709.79, double.PositiveInfinity)]
    [TestCase(double.PositiveInfinity, double.PositiveInfinity)]
    [TestCase(double.NaN, double.NaN)]
    public void Exp_of_an_edge(double x, double expected) => Assert.That(Elementary.Exp(x), Is.EqualTo(expected));

    [TestCase(0, double.NegativeInfinity)]
    [TestCase(-0.0, double.NegativeInfinity)]
    [TestCase(1, 0)]
    [TestCase(-1, double.NaN)]
    [TestCase(-double.Epsilon, double.NaN)]
    [TestCase(double.NegativeInfinity, double.NaN)]
    [TestCase(double.PositiveInfinity, double.PositiveInfinity)]
    [TestCase(double.NaN, double.NaN)]
    public void Log_of_an_edge(double x, double expected) => Assert.That(Elementary.Log(x), Is.EqualTo(expected));

    [Test]
    public void All_forms_agree_bit_for_bit()
    {
        foreach (double x in Edges.Concat(Exponents(4_000)).Concat(Arguments(4_000)))
        {
            long exp = Bits(Elementary.Exp(x)), log = Bits(Elementary.Log(x));
            Assert.That(Bits(Elementary.Exp(Vector256.Create(x)).GetElement(2)), Is.EqualTo(exp), $"exp {x:R} of four");
            Assert.That(Bits(Elementary.Log(Vector256.Create(x)).GetElement(2)), Is.EqualTo(log), $"log {x:R} of four");
            if (!Avx512F.IsSupported)
            {
                continue;
            }

            Assert.That(Bits(Elementary.Exp(Vector512.Create(x)).GetElement(5)), Is.EqualTo(exp), $"exp {x:R} of eight");
            Assert.That(Bits(Elementary.Log(Vector512.Create(x)).GetElement(5)), Is.EqualTo(log), $"log {x:R} of eight");
        }
    }

    [Test]
    public void The_cheaper_exp_equals_the_full_one_in_its_range()
    {
        foreach (double x in Exponents(20_000).Where(x => x is >= -708 and <= 709))
        {
            Assert.That(Bits(Elementary.ExpNormal<double, Lanes1>(x)), Is.EqualTo(Bits(Elementary.Exp(x))), $"{x:R}");
        }
    }

    [Test]
    public void Spans_of_every_length_equal_the_scalar_form([Range(0, 33)] int length)
    {
        double[] x = [.. Edges.Concat(Exponents(60)).Skip(length).Take(length)];
        var target = new double[x.Length];
        Elementary.Exp(x, target);
        Assert.That(target.Select(Bits), Is.EqualTo(x.Select(v => Bits(Elementary.Exp(v)))));
        Elementary.Log(x, target);
        Assert.That(target.Select(Bits), Is.EqualTo(x.Select(v => Bits(Elementary.Log(v)))));
    }

    [Test]
    public void Spans_of_unequal_length_are_refused()
    {
        Assert.That(() => Elementary.Exp([1, 2], new double[3]),
            Throws.ArgumentException.With.Message.Contains("2").And.Message.Contains("3"));
        Assert.That(() => Elementary.Log([1, 2], new double[1]), Throws.ArgumentException);
    }

    private static long Bits(double value) => double.IsNaN(value) ? long.MinValue + 1 : BitConverter.DoubleToInt64Bits(value);

    private static IEnumerable<double> Exponents(int count)
    {
        var key = new DrawKey(1, 0, 1, 0, 0);
        for (int i = 0; i < count; i++)
        {
            double wide = -745 + 1454.7 * key.Uniform(2 * i);
            yield return (i % 3) switch { 0 => wide, 1 => wide / 100, _ => wide * Math.Pow(2, -60 * key.Uniform(2 * i + 1)) };
        }
    }

    private static IEnumerable<double> Arguments(int count)
    {
        var key = new DrawKey(1, 0, 2, 0, 0);
        for (int i = 0; i < count; i++)
        {
            double u = key.Uniform(2 * i);
            yield return (i % 3) switch { 0 => u, 1 => 0.5 + 1.5 * u, _ => BitConverter.Int64BitsToDouble((long)(u * 0x7FEFFFFFFFFFFFFF)) };
        }
    }
}
