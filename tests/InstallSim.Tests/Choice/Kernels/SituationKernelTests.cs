using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

public sealed class SituationKernelTests
{
    private const int Draws = 32;

    [Test]
    public void All_forms_agree_bit_for_bit([Values(1, 50, 300)] double size, [Values(1, 2, 5)] int rows)
    {
        double[] one = Run(1, size, rows, out bool isSmall);
        Assert.That(isSmall, Is.EqualTo(size < 300), "the largest size is too large for plain sums");
        Assert.That(Run(4, size, rows, out bool four), Is.EqualTo(one));
        Assert.That(four, Is.EqualTo(isSmall));
        if (Avx512F.IsSupported)
        {
            Assert.That(Run(8, size, rows, out _), Is.EqualTo(one));
        }
    }

    [Test]
    public void A_utility_that_is_no_number_is_refused()
    {
        Run(1, double.NaN, 2, out bool isNumber);
        Assert.That(isNumber, Is.False);
    }

    /// <summary>Total, columns and their products with two factors.</summary>
    private static double[] Run(int lanes, double size, int rows, out bool isSmall)
    {
        int columns = (rows + (rows * (rows + 1) / 2) + 1) & ~1;
        double[] Numbers(int count, double scale) => [.. Enumerable.Range(1, count).Select(i => scale * Math.Sin((i * i) + count))];
        double[] total = new double[8], weighted = new double[columns * Draws], sums = new double[2 * columns * 8];
        double[] draws = Numbers(2 * Draws, 2);
        var block = new SituationBlock
        {
            Constant = Numbers(rows, size),
            Slope = Numbers(rows * 2, size),
            Draws = draws,
            Stride = Draws,
            Prior = Enumerable.Repeat(1.0 / Draws, Draws).ToArray(),
            Total = total,
            Columns = weighted,
            Weighted = true,
            Pairs = true,
        };
        if (lanes == 1)
        {
            isSmall = SituationKernel.Run<double, Lanes1>(ref block);
            SituationKernel.AddProducts<double, Lanes1>(draws, weighted, Draws, sums);
        }
        else if (lanes == 4)
        {
            isSmall = SituationKernel.Run<Vector256<double>, Lanes4>(ref block);
            SituationKernel.AddProducts<Vector256<double>, Lanes4>(draws, weighted, Draws, sums);
        }
        else
        {
            isSmall = SituationKernel.Run<Vector512<double>, Lanes8>(ref block);
            SituationKernel.AddProducts<Vector512<double>, Lanes8>(draws, weighted, Draws, sums);
        }

        return isSmall ? [.. total, .. weighted, .. sums] : [];
    }
}
