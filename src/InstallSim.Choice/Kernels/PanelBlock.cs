namespace InstallSim.Choice.Kernels;

/// <summary>
/// What <see cref="PanelKernel"/> reads and writes for one person and one block of B draws, B a multiple of eight. Alternatives
/// are rows of differences from the chosen one, which itself has no row.
/// </summary>
internal ref struct PanelBlock
{
    /// <summary>x(row) − x(chosen) of the K coefficients that vary by draw, shape [rows, K].</summary>
    public ReadOnlySpan<double> Difference;

    /// <summary>Utility differences that all draws share, shape [rows].</summary>
    public ReadOnlySpan<double> Base;

    /// <summary>One past the last row of each situation, shape [T].</summary>
    public ReadOnlySpan<int> Ends;

    /// <summary>K.</summary>
    public int Coefficients;

    /// <summary>β by draw, shape [K, B].</summary>
    public ReadOnlySpan<double> Beta;

    /// <summary>Weight of each draw in the average, shape [B]; 0 for draws that only fill the block.</summary>
    public ReadOnlySpan<double> Prior;

    /// <summary>Added to ln P of every draw, so that the weights neither overflow nor vanish.</summary>
    public double Shift;

    /// <summary>Out: prior·P(all choices | draw)·exp(shift), shape [B].</summary>
    public Span<double> Weight;

    /// <summary>Out: ln P(all choices | draw), shape [B]; empty: not wanted.</summary>
    public Span<double> LogProbability;

    /// <summary>Out: ∂ln P/∂β by draw, shape [K, B]; empty: not wanted.</summary>
    public Span<double> Slope;

    /// <summary>In and out: Σ over draws of weight·P(row), eight partial sums a row, shape [rows, 8]; empty: not wanted.</summary>
    public Span<double> RowShare;

    /// <summary>Out: ∂²ln P/∂β∂β′ by draw, lower triangle, shape [K·(K + 1)/2, B]; empty: not wanted. Needs Slope.</summary>
    public Span<double> Curvature;

    /// <summary>Working room, at least (rows + K)·8.</summary>
    public Span<double> Scratch;
}
