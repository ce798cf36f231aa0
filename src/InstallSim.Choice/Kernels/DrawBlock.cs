namespace InstallSim.Choice.Kernels;

/// <summary>
/// What <see cref="DrawKernel"/> reads and writes for one unit and one block of B draws, B a multiple of eight. Alternatives are rows of
/// differences from the chosen one, which itself has no row. What is summed over draws is already times each draw's weight.
/// </summary>
internal ref struct DrawBlock
{
    /// <summary>λ·(x(row) − x(chosen)) of the K coefficients that vary by draw, λ the scale of the situation, shape [rows, K].</summary>
    public ReadOnlySpan<double> Difference;

    /// <summary>Utility differences that all draws share, shape [rows].</summary>
    public ReadOnlySpan<double> Base;

    /// <summary>One past the last row of each situation, shape [T].</summary>
    public ReadOnlySpan<int> Ends;

    /// <summary>K.</summary>
    public int Coefficients;

    /// <summary>β by draw, shape [K, B].</summary>
    public ReadOnlySpan<double> Beta;

    /// <summary>The tree of each situation, shape [T]; empty: a logit.</summary>
    public ReadOnlySpan<NestShape> Shapes;

    /// <summary>Dissimilarities of the branches, the root's 1 first.</summary>
    public ReadOnlySpan<double> Dissimilarity;

    /// <summary>Weight of each draw in the average, shape [B]; 0 for draws that only fill the block.</summary>
    public ReadOnlySpan<double> Prior;

    /// <summary>Added to ln P of every draw, so that the weights neither overflow nor vanish.</summary>
    public double Shift;

    /// <summary>Out: prior·P(all choices | draw)·exp(shift), shape [B].</summary>
    public Span<double> Weight;

    /// <summary>Out: ln P(all choices | draw), shape [B]; empty: not wanted.</summary>
    public Span<double> LogProbability;

    /// <summary>Out: weight·∂ln P/∂β by draw, shape [K, B]; empty: no derivative is wanted.</summary>
    public Span<double> Slope;

    /// <summary>In and out: Σ weight·∂ln P/∂V(row), eight partial sums a row, shape [rows, 8]; empty: not wanted.</summary>
    public Span<double> RowSlope;

    /// <summary>In and out: Σ weight·Σ V·∂ln P/∂V of each situation, eight partial sums, shape [T, 8]; empty: not wanted.</summary>
    public Span<double> ScaleSlope;

    /// <summary>In and out: Σ weight·∂ln P/∂λ of each branch, eight partial sums, shape [branches, 8]; empty: not wanted.</summary>
    public Span<double> DissimilaritySlope;

    /// <summary>Working room, at least <see cref="DrawKernel.Room"/>.</summary>
    public Span<double> Scratch;
}

/// <summary>
/// The tree of nests over the alternatives of one choice set. Nodes: the rows of the situation, the chosen alternative, then the
/// branches, the root first.
/// </summary>
/// <param name="Children">Nodes directly below each branch, in this set.</param>
/// <param name="Path">Branches from that of the chosen alternative up to the root.</param>
internal sealed record NestShape(int[][] Children, int[] Path);
