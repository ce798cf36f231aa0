using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

public sealed class DrawKernelTests
{
    [Test]
    public void Results_do_not_depend_on_the_width_of_vectors([Values] bool nested)
    {
        double[] one = Kernel<double, Lanes1>(nested), four = Kernel<Vector256<double>, Lanes4>(nested);
        Assert.That(four, Is.EqualTo(one));
        if (Avx512F.IsSupported)
        {
            Assert.That(Kernel<Vector512<double>, Lanes8>(nested), Is.EqualTo(one));
        }
    }

    /// <summary>Three coefficients, two situations of 3 and 2 differences, sixteen draws, utilities of up to some hundreds.</summary>
    private static double[] Kernel<T, TL>(bool nested)
        where T : struct
        where TL : struct, ILanes<T>
    {
        const int Draws = 16;
        double[] Numbers(int count, double size) =>
            [.. Enumerable.Range(0, count).Select(i => size * ((2 * new DrawKey(5, 0, 3, 0, 0).Uniform(i)) - 1))];
        NestShape[] shapes = [new([[3, 5], [0, 1, 2]], [0]), new([[0, 4], [1, 2]], [1, 0])];
        double[] slope = new double[3 * Draws], weight = new double[Draws], rows = new double[5 * 8], scales = new double[2 * 8],
            branches = new double[2 * 8], logs = new double[Draws];
        var block = new DrawBlock
        {
            Difference = Numbers(15, 30),
            Base = Numbers(5, 2),
            Ends = (int[])[3, 5],
            Coefficients = 3,
            Beta = Numbers(3 * Draws, 4),
            Shapes = nested ? shapes : [],
            Dissimilarity = nested ? (double[])[1, 0.4] : [],
            Prior = Numbers(Draws, 1),
            Shift = 20,
            Weight = weight,
            LogProbability = logs,
            Slope = slope,
            RowSlope = rows,
            ScaleSlope = scales,
            DissimilaritySlope = nested ? branches : [],
            Scratch = new double[DrawKernel.Room(5, 4, 2)],
        };
        DrawKernel.Run<T, TL>(ref block);
        return [.. weight, .. slope, .. rows, .. scales, .. branches, .. logs];
    }
}
