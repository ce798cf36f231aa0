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
        int size = Math.Min(AlternativeBlocks.BlockSize, alternatives - (block * AlternativeBlocks.BlockSize));
        var (smallest, place) = Block(key, block, size);
        return Term(key, alternative, smallest, place);
    }

    /// <summary>ε of opt-out o, an alternative outside the blocks.</summary>
    public static double OptOut(in DrawKey key, int optOut)
    {
        var (w0, w1, _, _) = key.Words(OptOutDraws + optOut);
        return -Elementary.Log(-Elementary.Log(DrawKey.ToUniform(w0, w1)));
    }
}
