namespace InstallSim.Choice.Kernels;

/// <summary>Draws and bounds of V + ε of one situation: of all blocks, or of all stretches of them.</summary>
internal sealed class BlockBounds
{
    private readonly int _groups, _size;

    /// <summary>Makes room.</summary>
    /// <param name="groups">G.</param>
    /// <param name="size">Groups in each but the last.</param>
    /// <param name="firstDraw">Index of the first one's draw.</param>
    public BlockBounds(int groups, int size, int firstDraw)
    {
        (_groups, _size) = (groups, size);
        Stride = NestedBlocks.StrideOf((groups + size - 1) / size);
        Indices = [.. Enumerable.Range(firstDraw, Stride).Select(i => (uint)i)];
        InverseSize = [.. Enumerable.Range(0, Stride).Select(at => 1f / Math.Max(1, SizeOf(at)))];
        (W0, W1, W2) = (new uint[Stride], new uint[Stride], new uint[Stride]);
        (Smallest, Errors, Bound) = (new float[Stride], new float[Stride], new float[Stride]);
    }

    /// <summary>As many, rounded up to whole vectors: the length of all that follows.</summary>
    public int Stride { get; }

    /// <summary>Indices of the draws.</summary>
    public uint[] Indices { get; }

    /// <summary>1/n, n groups in each.</summary>
    public float[] InverseSize { get; }

    /// <summary>First words of the draws of those asked for.</summary>
    public uint[] W0 { get; }

    /// <summary>Second words.</summary>
    public uint[] W1 { get; }

    /// <summary>Third words.</summary>
    public uint[] W2 { get; }

    /// <summary>The smallest exponential E, never too large, of those asked for.</summary>
    public float[] Smallest { get; }

    /// <summary>The highest ε, slack included, of those asked for.</summary>
    public float[] Errors { get; }

    /// <summary>The bound of V + ε; −∞ beyond the last, and where no bound is asked for.</summary>
    public float[] Bound { get; }

    /// <summary>Groups in one.</summary>
    public int SizeOf(int at) => Math.Min(_groups - (at * _size), _size);

    /// <summary>The group that its draw puts at the smallest exponential of one.</summary>
    public int LeaderOf(int at) => (at * _size) + NestedErrors.Uniform(W2[at], SizeOf(at));

    /// <summary>Words of the draw of one.</summary>
    public (uint W0, uint W1, uint W2) WordsOf(int at) => (W0[at], W1[at], W2[at]);

    /// <summary>The exponential of its draw, and its place in one.</summary>
    public (double Smallest, int Place) Leader(int at) => NestedErrors.Leader(WordsOf(at), SizeOf(at));
}
