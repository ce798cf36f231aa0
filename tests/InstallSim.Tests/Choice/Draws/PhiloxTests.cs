using System.Runtime.Intrinsics;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Draws;

public sealed class PhiloxTests
{
    /// <summary>The three known answers for philox4x32-10 that the authors publish with Random123 (file kat_vectors).</summary>
    [TestCase(0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x6627e8d5u,
        0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [TestCase(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du,
        0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [TestCase(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u,
        0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Block_gives_the_published_answers(
        uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint w0, uint w1, uint w2, uint w3) =>
        Assert.That(Philox.Block(c0, c1, c2, c3, k0, k1), Is.EqualTo((w0, w1, w2, w3)));

    [Test]
    public void Many_blocks_at_a_time_are_those_drawn_one_by_one()
    {
        var key = new DrawKey(0xF39CC060, 0xFFFE, 0xABCD, 2025, 0x9E3779B9);
        uint[] indices = [0, 1, 2, 15, 1 << 27, uint.MaxValue, 0x7FFFFFFF, 5, 4, 3, 2, 1, 12345, 99, 0xFFFF, 0x80000000];
        uint[] w0 = new uint[indices.Length], w1 = new uint[indices.Length], w2 = new uint[indices.Length];
        foreach (VectorForm form in VectorForms.All)
        {
            Array.Clear(w2);
            switch (form)
            {
                case VectorForm.Bits512:
                    PhiloxKernel.Fill<Vector512<ulong>, Words8>(key, indices, w0, w1, w2);
                    break;
                case VectorForm.Bits256:
                    PhiloxKernel.Fill<Vector256<ulong>, Words4>(key, indices, w0, w1, w2);
                    break;
                default:
                    PhiloxKernel.Fill<ulong, Words1>(key, indices, w0, w1, w2);
                    break;
            }

            for (int i = 0; i < indices.Length; i++)
            {
                var (a, b, c, _) = key.Words((int)indices[i]);
                Assert.That((w0[i], w1[i], w2[i]), Is.EqualTo((a, b, c)), $"{form} {i}");
            }
        }

        Assert.Throws<ArgumentException>(() => PhiloxKernel.Fill<ulong, Words1>(key, indices, w0, w1, w2.AsSpan(1)));
    }

    /// <summary>0 and 1 would be infinite error terms and tastes.</summary>
    [Test]
    public void Numbers_are_never_0_or_1_whatever_the_words()
    {
        Assert.That(DrawKey.ToUniform(0, 0), Is.EqualTo(Math.Pow(2, -54)));
        Assert.That(DrawKey.ToUniform(uint.MaxValue, uint.MaxValue), Is.EqualTo(Math.BitDecrement(1)));
        Assert.That(DrawKey.ToUniform(0x80000000, 0), Is.EqualTo(0.5));
    }
}
