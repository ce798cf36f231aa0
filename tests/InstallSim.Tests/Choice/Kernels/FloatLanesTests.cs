using System.Runtime.Intrinsics;
using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

/// <summary>Naming the lanes above a threshold without a branch beside asking one after the other.</summary>
public sealed class FloatLanesTests
{
    [Test]
    public void Lanes_that_are_not_at_most_a_threshold_are_named_in_rising_order()
    {
        var random = new Random(7);
        foreach (VectorForm form in VectorForms.All)
        {
            for (int trial = 0; trial < 2000; trial++)
            {
                float[] values = [.. Enumerable.Range(0, 16).Select(_ => Value(random))];
                float threshold = Value(random);
                int meant = random.Next(1, 17);
                int[] expected = [.. Enumerable.Range(0, meant).Where(i => !(values[i] <= threshold)).Select(i => 100 + i)];
                Assert.That(Find(form, values, threshold, meant), Is.EqualTo(expected), $"{form}, {meant} of {string.Join(' ', values)}");
            }
        }
    }

    private static float Value(Random random) => random.Next(8) switch
    {
        0 => float.NaN,
        1 => float.NegativeInfinity,
        2 => float.PositiveInfinity,
        _ => random.Next(-2, 3), // so that some are equal
    };

    private static int[] Find(VectorForm form, float[] values, float threshold, int meant) => form switch
    {
        VectorForm.Bits512 => Find<Vector512<float>, Floats16>(values, threshold, meant),
        VectorForm.Bits256 => Find<Vector256<float>, Floats8>(values, threshold, meant),
        _ => Find<float, Floats1>(values, threshold, meant),
    };

    private static int[] Find<T, TL>(float[] values, float threshold, int meant)
        where T : struct
        where TL : struct, IFloatLanes<T>
    {
        int[] found = new int[32];
        int many = 0;
        for (int i = 0; i < meant; i += TL.Count)
        {
            uint lanes = (uint)((1UL << Math.Min(TL.Count, meant - i)) - 1);
            many += TL.Find(TL.Load(ref values[i]), TL.Broadcast(threshold), lanes, 100 + i, ref found[many]);
        }

        return found[..many];
    }
}
