using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

public sealed class PanelKernelTests
{
    [Test]
    public void All_forms_agree_bit_for_bit([Values(1, 50, 200, 300, 500, 700, 1e4)] double size, [Values(1, 2, 5)] int alternatives)
    {
        double[] one = Run(1, size, alternatives);
        Assert.That(one, Has.All.Matches<double>(double.IsFinite));
        Assert.That(Run(4, size, alternatives), Is.EqualTo(one));
        if (Avx512F.IsSupported)
        {
            Assert.That(Run(8, size, alternatives), Is.EqualTo(one));
        }
    }

    [TestCase(0.975, 1.9599639845400538)]
    [TestCase(0.5, 0)]
    [TestCase(0.3, -0.5244005127080409)]
    [TestCase(1e-10, -6.361340902404056)]
    [TestCase(1e-13, -7.348796102800678)]
    [TestCase(1e-300, -37.0470962993612)]
    [TestCase(0, double.NegativeInfinity)]
    [TestCase(1, double.PositiveInfinity)]
    public void Normal_quantiles_are_known(double u, double z) =>
        Assert.That(NormalQuantileKernel.Quantile(u), Is.EqualTo(z).Within(double.IsFinite(z) ? 1e-14 * Math.Max(1, Math.Abs(z)) : 0));

    [Test]
    public void Normal_quantiles_are_the_same_at_every_place_of_a_span([Range(1, 19)] int length)
    {
        double[] u = [.. Enumerable.Range(0, length).Select(i => i % 4 == 0 ? 1e-12 * (i + 1) : (i + 0.5) / length)],
            z = new double[length];
        NormalQuantileKernel.Fill(u, z);
        Assert.That(z, Is.EqualTo(u.Select(NormalQuantileKernel.Quantile)));
    }

    /// <summary>Weights, slopes, shares and curvatures of three situations, three coefficients and sixteen draws.</summary>
    private static double[] Run(int lanes, double size, int alternatives)
    {
        const int K = 3, Draws = 16;
        int rows = 3 * alternatives;
        double[] Numbers(int count, double scale) => [.. Enumerable.Range(1, count).Select(i => scale * Math.Sin(i * i + count))];
        double[] weight = new double[Draws], logP = new double[Draws], slope = new double[K * Draws], share = new double[rows * 8],
            curvature = new double[6 * Draws];
        var block = new PanelBlock
        {
            Difference = Numbers(rows * K, 1),
            Base = Numbers(rows, 0.5),
            Ends = new[] { alternatives, 2 * alternatives, rows },
            Coefficients = K,
            Beta = Numbers(K * Draws, size),
            Prior = Enumerable.Repeat(1.0 / Draws, Draws).ToArray(),
            Shift = 0,
            Weight = weight,
            LogProbability = logP,
            Slope = slope,
            RowShare = share,
            Curvature = curvature,
            Scratch = new double[(rows + K) * 8],
        };
        if (lanes == 1)
        {
            PanelKernel.Run<double, Lanes1>(ref block);
        }
        else if (lanes == 4)
        {
            PanelKernel.Run<Vector256<double>, Lanes4>(ref block);
        }
        else
        {
            PanelKernel.Run<Vector512<double>, Lanes8>(ref block);
        }

        return [.. weight, .. logP, .. slope, .. share, .. curvature];
    }
}
