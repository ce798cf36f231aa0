using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace InstallSim.Choice.Kernels;

/// <summary>
/// V of all alternatives of a block of <see cref="NestedBlocks"/>. Written once for one, four and eight lanes, each lane one group, its
/// terms added in the order of <see cref="NestedMaximiser.SystematicUtility"/>.
/// </summary>
internal sealed class NestedSums(NestedBlocks blocks, GroupRows? rows)
{
    private const int Size = NestedBlocks.BlockSize;

    private readonly GroupRows? _rows = rows is null || rows.Groups == blocks.Groups
        ? rows
        : throw new ArgumentException($"rows of {rows.Groups} groups for blocks of {blocks.Groups}", nameof(rows));

    private readonly double[] _v = new double[blocks.Forms * Size];
    private double[] _anchorRows = [];

    /// <summary>How many lanes are used.</summary>
    internal VectorForm Form { get; init; } = VectorForms.Widest;

    /// <summary>V of the block filled last, shape [F, <see cref="Size"/>], −∞ where closed.</summary>
    internal ReadOnlySpan<double> V => _v;

    /// <summary>Fills <see cref="V"/> of a block.</summary>
    internal void Fill(in NestedSituation situation, int block)
    {
        CopyRows(situation, block);
        switch (Form)
        {
            case VectorForm.Bits512:
                Fill<Vector512<double>, Lanes8>(situation, block);
                break;
            case VectorForm.Bits256:
                Fill<Vector256<double>, Lanes4>(situation, block);
                break;
            default:
                Fill<double, Lanes1>(situation, block);
                break;
        }
    }

    private void CopyRows(in NestedSituation situation, int block)
    {
        _anchorRows = _anchorRows.Length == situation.Anchors.Length * Size ? _anchorRows : new double[situation.Anchors.Length * Size];
        for (int a = 0; a < situation.Anchors.Length; a++)
        {
            _rows!.CopyTo(situation.Anchors[a].Anchor, block * Size, _anchorRows.AsSpan(a * Size, blocks.SizeOf(block)));
        }
    }

    private void Fill<T, TL>(in NestedSituation situation, int block)
        where T : struct
        where TL : struct, ILanes<T>
    {
        for (int g = 0; g < Size; g += TL.Count)
        {
            ref double x = ref Unsafe.Add(ref MemoryMarshal.GetReference(blocks.GroupPart(block)), g);
            T common = TL.Broadcast(0);
            foreach (double coefficient in situation.GroupCoefficients)
            {
                common = TL.MultiplyAdd(TL.Broadcast(coefficient), TL.Load(ref x), common);
                x = ref Unsafe.Add(ref x, Size);
            }

            for (int a = 0; a < situation.Anchors.Length; a++)
            {
                ref double row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_anchorRows), (a * Size) + g);
                common = TL.MultiplyAdd(TL.Broadcast(situation.Anchors[a].Coefficient), TL.Load(ref row), common);
            }

            FillForms<T, TL>(situation, block, g, common);
        }
    }

    private void FillForms<T, TL>(in NestedSituation situation, int block, int g, T common)
        where T : struct
        where TL : struct, ILanes<T>
    {
        ref double x = ref Unsafe.Add(ref MemoryMarshal.GetReference(blocks.FormPart(block)), g);
        for (int f = 0; f < blocks.Forms; f++)
        {
            T sum = TL.Add(common, TL.Load(ref x));
            x = ref Unsafe.Add(ref x, Size);
            foreach (double coefficient in situation.FormCoefficients)
            {
                sum = TL.MultiplyAdd(TL.Broadcast(coefficient), TL.Load(ref x), sum);
                x = ref Unsafe.Add(ref x, Size);
            }

            TL.Store(sum, ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_v), (f * Size) + g));
        }
    }
}
