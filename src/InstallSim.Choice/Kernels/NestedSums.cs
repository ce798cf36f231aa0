using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace InstallSim.Choice.Kernels;

/// <summary>
/// The sums of one situation over <see cref="NestedBlocks"/>, as far as they are asked for: bounds of V of every block, then the part
/// of V that a block's groups have in all forms, then V of its alternatives. Written once for four and for eight lanes, each lane one
/// group (or one block, for bounds), its terms added in the order of <see cref="NestedMaximiser.SystematicUtility"/>.
/// </summary>
internal sealed class NestedSums(NestedBlocks blocks, GroupRows? rows)
{
    private const int Size = NestedBlocks.BlockSize;

    private readonly GroupRows? _rows = rows is null || rows.Groups == blocks.Groups
        ? rows
        : throw new ArgumentException($"rows of {rows.Groups} groups for blocks of {blocks.Groups}", nameof(rows));

    private readonly double[] _bound = new double[blocks.Stride];
    private readonly double[] _formBound = new double[blocks.Stride];
    private readonly double[] _common = new double[blocks.Blocks * Size];
    private readonly double[] _v = new double[(blocks.Forms + 1) * Size];

    /// <summary>Whether eight lanes are used rather than four.</summary>
    internal bool IsWide { get; init; } = Avx512F.IsSupported;

    /// <summary>What no V of block b exceeds, shape [<see cref="NestedBlocks.Stride"/>], −∞ beyond the last block.</summary>
    internal Span<double> Bound => _bound;

    /// <summary>V of the block filled last, shape [F, <see cref="Size"/>], −∞ where closed.</summary>
    internal ReadOnlySpan<double> V => _v.AsSpan(0, blocks.Forms * Size);

    /// <summary>Largest V of each group of the block filled last, shape [<see cref="Size"/>].</summary>
    internal ReadOnlySpan<double> Most => _v.AsSpan(blocks.Forms * Size, Size);

    /// <summary>Bounds of V of all blocks from the ranges of their rows: the best form's bound plus that of what all forms share.</summary>
    internal void FillBounds(in NestedSituation situation)
    {
        if (IsWide)
        {
            FillBounds<Vector512<double>, Lanes8>(situation);
        }
        else
        {
            FillBounds<Vector256<double>, Lanes4>(situation);
        }
    }

    /// <summary>Fills what the forms of each group of a block share; returns the bound of V that follows, closer in full blocks.</summary>
    internal double FillCommon(in NestedSituation situation, int block) => _formBound[block] + (IsWide
        ? FillCommon<Vector512<double>, Lanes8>(situation, block)
        : FillCommon<Vector256<double>, Lanes4>(situation, block));

    /// <summary>Fills <see cref="V"/> and <see cref="Most"/> of a block whose common part is filled.</summary>
    internal void FillForms(in NestedSituation situation, int block)
    {
        if (IsWide)
        {
            FillForms<Vector512<double>, Lanes8>(situation, block);
        }
        else
        {
            FillForms<Vector256<double>, Lanes4>(situation, block);
        }
    }

    private void FillBounds<T, TL>(in NestedSituation situation)
        where T : struct
        where TL : struct, ILanes<T>
    {
        ReadOnlySpan<double> group = situation.GroupCoefficients, form = situation.FormCoefficients;
        int stride = blocks.Stride;
        for (int b = 0; b < stride; b += TL.Count)
        {
            ref double row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(blocks.Extremes), b);
            T sum = TL.Broadcast(0), most = TL.Broadcast(double.NegativeInfinity);
            foreach (double coefficient in group)
            {
                sum = AddExtreme<T, TL>(coefficient, ref row, stride, sum);
                row = ref Unsafe.Add(ref row, 2 * stride);
            }

            for (int f = 0; f < blocks.Forms; f++)
            {
                T own = TL.Load(ref row);
                row = ref Unsafe.Add(ref row, 2 * stride);
                foreach (double coefficient in form)
                {
                    own = AddExtreme<T, TL>(coefficient, ref row, stride, own);
                    row = ref Unsafe.Add(ref row, 2 * stride);
                }

                most = TL.Max(most, own);
            }

            foreach (var (coefficient, anchor) in situation.Anchors)
            {
                ref double extreme = ref Unsafe.Add(ref MemoryMarshal.GetReference(_rows!.Extremes(anchor)), b);
                sum = AddExtreme<T, TL>(coefficient, ref extreme, stride, sum);
            }

            TL.Store(most, ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_formBound), b));
            TL.Store(TL.Add(sum, most), ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bound), b));
        }
    }

    /// <summary>Adds a coefficient times the largest values of a row, or the smallest, one stride later, if negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AddExtreme<T, TL>(double coefficient, ref double row, int stride, T sum)
        where T : struct
        where TL : struct, ILanes<T> =>
        TL.MultiplyAdd(TL.Broadcast(coefficient), TL.Load(ref Unsafe.Add(ref row, coefficient < 0 ? stride : 0)), sum);

    /// <summary>Two vectors at a time, so that the sums do not wait for one another; returns the largest.</summary>
    private double FillCommon<T, TL>(in NestedSituation situation, int block)
        where T : struct
        where TL : struct, ILanes<T>
    {
        T largest = TL.Broadcast(double.NegativeInfinity);
        for (int g = 0; g < Size; g += 2 * TL.Count)
        {
            ref double x = ref Unsafe.Add(ref MemoryMarshal.GetReference(blocks.GroupPart(block)), g);
            T a = TL.Broadcast(0), b = a;
            foreach (double coefficient in situation.GroupCoefficients)
            {
                T factor = TL.Broadcast(coefficient);
                a = TL.MultiplyAdd(factor, TL.Load(ref x), a);
                b = TL.MultiplyAdd(factor, TL.Load(ref Unsafe.Add(ref x, TL.Count)), b);
                x = ref Unsafe.Add(ref x, Size);
            }

            foreach (var (coefficient, anchor) in situation.Anchors)
            {
                T factor = TL.Broadcast(coefficient);
                ref double row = ref Unsafe.Add(ref MemoryMarshal.GetReference(_rows!.InBlock(anchor, block)), g);
                a = TL.MultiplyAdd(factor, TL.Load(ref row), a);
                b = TL.MultiplyAdd(factor, TL.Load(ref Unsafe.Add(ref row, TL.Count)), b);
            }

            ref double common = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_common), (block * Size) + g);
            TL.Store(a, ref common);
            TL.Store(b, ref Unsafe.Add(ref common, TL.Count));
            largest = TL.Max(largest, TL.Max(a, b));
        }

        return TL.Largest(largest);
    }

    private void FillForms<T, TL>(in NestedSituation situation, int block)
        where T : struct
        where TL : struct, ILanes<T>
    {
        ref double values = ref MemoryMarshal.GetReference(blocks.FormPart(block));
        ref double v = ref MemoryMarshal.GetArrayDataReference(_v);
        for (int g = 0; g < Size; g += TL.Count)
        {
            T common = TL.Load(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_common), (block * Size) + g));
            T most = TL.Broadcast(double.NegativeInfinity);
            ref double x = ref Unsafe.Add(ref values, g);
            for (int f = 0; f < blocks.Forms; f++)
            {
                T sum = TL.Add(common, TL.Load(ref x));
                x = ref Unsafe.Add(ref x, Size);
                foreach (double coefficient in situation.FormCoefficients)
                {
                    sum = TL.MultiplyAdd(TL.Broadcast(coefficient), TL.Load(ref x), sum);
                    x = ref Unsafe.Add(ref x, Size);
                }

                most = TL.Max(most, sum);
                TL.Store(sum, ref Unsafe.Add(ref v, (f * Size) + g));
            }

            TL.Store(most, ref Unsafe.Add(ref v, (blocks.Forms * Size) + g));
        }
    }
}
