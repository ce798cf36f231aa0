using System.Runtime.CompilerServices;

namespace InstallSim.Choice.Kernels;

/// <summary>Fills the largest, then the smallest values of a row in the blocks of a stretch.</summary>
internal delegate void BlockRangeFill(int stretch, Span<float> extremes);

/// <summary>
/// What bounds need of an anchor's row: its range in every stretch of blocks, and in the blocks of the stretches looked into.
/// </summary>
/// <param name="ofStretches">
/// Largest, then smallest value in each stretch, or bounds of them, shape [2, <see cref="NestedBlocks.StrideOf"/> stretches].
/// </param>
/// <param name="largest">Largest |x|, or a bound of it.</param>
/// <param name="fill">Fills those in the blocks of a stretch, always the same; called from several threads.</param>
internal sealed class AnchorRange(float[] ofStretches, double largest, BlockRangeFill fill)
{
    private const int Each = 2 * NestedBlocks.StretchSize;

    private readonly float[] _ofBlocks = new float[ofStretches.Length / 2 * Each];
    private readonly bool[] _isMade = new bool[ofStretches.Length / 2];

    /// <summary>Largest |x|, or a bound of it.</summary>
    public double Largest => largest;

    /// <summary>Largest, then smallest value in each stretch.</summary>
    public ReadOnlySpan<float> OfStretches => ofStretches;

    /// <summary>The same in each block of a stretch, shape [2, <see cref="NestedBlocks.StretchSize"/>].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<float> OfBlocks(int stretch) =>
        Volatile.Read(ref _isMade[stretch]) ? _ofBlocks.AsSpan(stretch * Each, Each) : Make(stretch);

    private ReadOnlySpan<float> Make(int stretch)
    {
        Span<float> extremes = _ofBlocks.AsSpan(stretch * Each, Each);
        fill(stretch, extremes);
        Volatile.Write(ref _isMade[stretch], true);
        return extremes;
    }
}
