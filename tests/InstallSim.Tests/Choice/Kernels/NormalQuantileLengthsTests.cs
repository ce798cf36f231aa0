using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

public sealed class NormalQuantileLengthsTests
{
    [Test]
    public void Many_quantiles_are_those_one_by_one_whatever_their_number(
        [Values(0, 1, 7, 8, 9, 15, 16, 17, 504, 511, 512, 513, 519, 520, 521, 1023, 1024, 1025, 1041)] int length, [Values] bool areTails)
    {
        double[] uniform = [.. Enumerable.Range(0, length).Select(i => areTails ? Math.Pow(2, -1 - (i % 53)) / 5 : (i + 0.5) / length)];
        var target = new double[length];
        NormalQuantileKernel.Fill(uniform, target);
        Assert.That(target, Is.EqualTo(uniform.Select(NormalQuantileKernel.Quantile)));
    }
}
