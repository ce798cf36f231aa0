using System.Runtime.Intrinsics;
using InstallSim.Choice.Draws;

namespace InstallSim.Choice.Kernels;

/// <summary>
/// Gumbel error terms ε[j] with a name each, drawn from the top down so that most need never be drawn.
/// ε = −ln E with E exponential. Of the n exponentials of a block the smallest is Exp(1)/n, sits at a uniform place, and, the
/// exponential having no memory, each other one is that smallest plus a fresh Exp(1). So one draw bounds a block of 64, and any
/// single term follows from its block's draw and its own: all are independent standard Gumbel, exactly, and pure functions of
/// (key, alternative).
/// </summary>
public static class NamedErrors
{
    private const int SingleDraws = 1 << 30, OptOutDraws = 1 << 29;

    /// <summary>The smallest exponential of block b and its place in the block.</summary>
    /// <param name="key">Name of the choice situation.</param>
    /// <param name="block">Block, from 0.</param>
    /// <param name="size">Alternatives in it, n ≥ 1.</param>
    public static (double Smallest, int Place) Block(in DrawKey key, int block, int size)
    {
        var (w0, w1, w2, _) = key.Words(block);
        return (-Elementary.Log(DrawKey.ToUniform(w0, w1)) / size, (int)(((ulong)w2 * (uint)size) >> 32));
    }

    /// <summary>The draws of all blocks of J alternatives, the same as <see cref="Block"/> one by one.</summary>
    /// <param name="key">Name of the choice situation.</param>
    /// <param name="alternatives">J.</param>
    /// <param name="smallest">Smallest exponential of each block, filled; at least as long as there are blocks, rounded up to four.</param>
    /// <param name="place">Its place in each block, filled, as long.</param>
    /// <param name="highest">The largest ε of each block, −ln of the smallest exponential, filled, as long.</param>
    public static void Blocks(in DrawKey key, int alternatives, Span<double> smallest, Span<int> place, Span<double> highest)
    {
        int blocks = (alternatives + AlternativeBlocks.BlockSize - 1) / AlternativeBlocks.BlockSize, done = 0;
        for (; PhiloxVector.IsSupported && done < blocks; done += 4)
        {
            FourBlocks(key, alternatives, done, smallest[done..], place[done..], highest[done..]);
        }

        for (; done < blocks; done++)
        {
            (smallest[done], place[done]) = Block(key, done, SizeOf(done, alternatives));
            highest[done] = -Elementary.Log(smallest[done]);
        }
    }

    private static void FourBlocks(in DrawKey key, int alternatives, int first, Span<double> smallest, Span<int> place, Span<double> highest)
    {
        var (w0, w1, w2) = key.FourWords(first);
        Vector256<ulong> bits = (w0 << 21) | (w1 >>> 11);
        Vector256<double> uniform = (Vector256.ConvertToDouble(bits.AsInt64()) + Vector256.Create(0.5)) * Vector256.Create(DrawKey.Step53);
        Vector256<double> size = Vector256.Create(
            (double)SizeOf(first, alternatives), SizeOf(first + 1, alternatives), SizeOf(first + 2, alternatives), SizeOf(first + 3, alternatives));
        Vector256<double> least = -Elementary.Log(uniform) / size;
        least.CopyTo(smallest);
        (-Elementary.Log(least)).CopyTo(highest);
        for (int lane = 0; lane < 4; lane++)
        {
            place[lane] = (int)((w2.GetElement(lane) * (uint)SizeOf(first + lane, alternatives)) >> 32);
        }
    }

    /// <summary>Alternatives in a block; one for a block beyond the last, which nobody reads.</summary>
    private static int SizeOf(int block, int alternatives) =>
        Math.Clamp(alternatives - (block * AlternativeBlocks.BlockSize), 1, AlternativeBlocks.BlockSize);

    /// <summary>ε of alternative j, given what <see cref="Block"/> says of its block.</summary>
    public static double Term(in DrawKey key, int alternative, double smallest, int place)
    {
        if (alternative % AlternativeBlocks.BlockSize == place)
        {
            return -Elementary.Log(smallest);
        }

        var (w0, w1, _, _) = key.Words(SingleDraws + alternative);
        return -Elementary.Log(smallest - Elementary.Log(DrawKey.ToUniform(w0, w1)));
    }

    /// <summary>ε of alternative j of J.</summary>
    public static double Term(in DrawKey key, int alternative, int alternatives)
    {
        int block = alternative / AlternativeBlocks.BlockSize;
        var (smallest, place) = Block(key, block, SizeOf(block, alternatives));
        return Term(key, alternative, smallest, place);
    }

    /// <summary>ε of opt-out o, an alternative outside the blocks.</summary>
    public static double OptOut(in DrawKey key, int optOut)
    {
        var (w0, w1, _, _) = key.Words(OptOutDraws + optOut);
        return -Elementary.Log(-Elementary.Log(DrawKey.ToUniform(w0, w1)));
    }
}
