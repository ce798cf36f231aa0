namespace InstallSim.Choice.Kernels;

/// <summary>
/// What <see cref="SituationKernel"/> reads and writes for one choice situation and one block of B draws, B a multiple of eight. Utilities
/// are sums of draws: V(row) − V(chosen) = constant(row) + Σ slope(row, d)·z(d). The chosen alternative has no row.
/// </summary>
internal ref struct SituationBlock
{
    /// <summary>The part of utility that draws share, shape [rows].</summary>
    public ReadOnlySpan<double> Constant;

    /// <summary>Utility for a unit of each draw, shape [rows, D].</summary>
    public ReadOnlySpan<double> Slope;

    /// <summary>z, dimension by dimension, each <see cref="Stride"/> apart.</summary>
    public ReadOnlySpan<double> Draws;

    /// <summary>From the draws of one dimension to those of the next.</summary>
    public int Stride;

    /// <summary>Weight of each draw in the average, shape [B]; 0 for draws that only fill the block.</summary>
    public ReadOnlySpan<double> Prior;

    /// <summary>In and out: Σ over draws of weight = prior·P(chosen), eight partial sums.</summary>
    public Span<double> Total;

    /// <summary>
    /// Out: weight·P(row) by draw, then, where <see cref="Pairs"/>, weight·P(row)·P(other) of each pair of rows, lower triangle; shape
    /// [columns, B], an even number of columns. Always working room of rows·B.
    /// </summary>
    public Span<double> Columns;

    /// <summary>Whether the columns are wanted.</summary>
    public bool Weighted;

    /// <summary>Whether the columns of pairs are.</summary>
    public bool Pairs;
}
