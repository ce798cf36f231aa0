using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace InstallSim.Choice.Kernels;

/// <summary>Bounds of blocks and of stretches from the ranges of rows.</summary>
internal sealed partial class NestedScreen<T, TL, TW, TWL>
{
    private const int Piece = NestedBlocks.StretchSize;

    /// <summary>The best form's bound plus that of what all forms share, plus the highest ε and, about the mean, its highest V.</summary>
    private protected override void FillBoundsOfRows(BlockBounds bounds, ReadOnlySpan<int> pieces)
    {
        float[] extremes = bounds == OfBlocks ? Columns.Extremes : Columns.ExtremesOfStretches;
        for (int i = 0, last = pieces.Length - 1; i <= last; i += 4)
        {
            var (a, b) = (pieces[i] * Piece, pieces[Math.Min(i + 1, last)] * Piece);
            var (c, d) = (pieces[Math.Min(i + 2, last)] * Piece, pieces[Math.Min(i + 3, last)] * Piece);
            for (int g = 0; g < Piece; g += TL.Count)
            {
                FillFour(bounds, extremes, (a + g, b + g, c + g, d + g));
            }
        }

        if (Mean is { } mean)
        {
            AddHighest(mean, bounds, pieces);
        }
    }

    private void AddHighest(SharedUtility mean, BlockBounds bounds, ReadOnlySpan<int> pieces)
    {
        ref float highest = ref MemoryMarshal.GetArrayDataReference(bounds == OfBlocks ? mean.Highest : mean.HighestOfStretches);
        ref float bound = ref MemoryMarshal.GetArrayDataReference(bounds.Bound);
        foreach (int piece in pieces)
        {
            for (int b = piece * Piece; b < (piece + 1) * Piece; b += TL.Count)
            {
                T sum = TL.Add(TL.Load(ref Unsafe.Add(ref bound, b)), TL.Load(ref Unsafe.Add(ref highest, b)));
                TL.Store(sum, ref Unsafe.Add(ref bound, b));
            }
        }
    }

    private protected override void FillBounds(SharedUtility shared, BlockBounds bounds, ReadOnlySpan<int> pieces)
    {
        float[] highest = bounds == OfBlocks ? shared.Highest : shared.HighestOfStretches;
        foreach (int piece in pieces)
        {
            for (int b = piece * Piece; b < (piece + 1) * Piece; b += TL.Count)
            {
                T sum = TL.Add(TL.Load(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bounds.Errors), b)),
                    TL.Load(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(highest), b)));
                TL.Store(AddAnchors(bounds, b, sum), ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bounds.Bound), b));
            }
        }
    }

    /// <summary>Four vectors of bounds, so that the sums do not wait for one another.</summary>
    private void FillFour(BlockBounds bounds, float[] extremes, (int A, int B, int C, int D) at)
    {
        int stride = bounds.Stride;
        float[] groups = Mean is null ? Beta.Groups : Beta.GroupsApart, forms = Mean is null ? Beta.Forms : Beta.FormsApart;
        ref float errors = ref MemoryMarshal.GetArrayDataReference(bounds.Errors);
        ref float row = ref MemoryMarshal.GetArrayDataReference(extremes);
        var sum = new Four<T>
        {
            A = TL.Load(ref Unsafe.Add(ref errors, at.A)),
            B = TL.Load(ref Unsafe.Add(ref errors, at.B)),
            C = TL.Load(ref Unsafe.Add(ref errors, at.C)),
            D = TL.Load(ref Unsafe.Add(ref errors, at.D)),
        };
        AddExtremes(groups, ref row, stride, at, ref sum);
        row = ref Unsafe.Add(ref row, groups.Length * 2 * stride);
        var most = new Four<T>(TL.Broadcast(float.NegativeInfinity));
        for (int f = 0; f < Columns.Forms; f++)
        {
            var own = new Four<T>
            {
                A = TL.Load(ref Unsafe.Add(ref row, at.A)),
                B = TL.Load(ref Unsafe.Add(ref row, at.B)),
                C = TL.Load(ref Unsafe.Add(ref row, at.C)),
                D = TL.Load(ref Unsafe.Add(ref row, at.D)),
            };
            row = ref Unsafe.Add(ref row, 2 * stride);
            AddExtremes(forms, ref row, stride, at, ref own);
            row = ref Unsafe.Add(ref row, forms.Length * 2 * stride);
            most.A = TL.Max(most.A, own.A);
            most.B = TL.Max(most.B, own.B);
            most.C = TL.Max(most.C, own.C);
            most.D = TL.Max(most.D, own.D);
        }

        ref float bound = ref MemoryMarshal.GetArrayDataReference(bounds.Bound);
        TL.Store(AddAnchors(bounds, at.A, TL.Add(sum.A, most.A)), ref Unsafe.Add(ref bound, at.A));
        TL.Store(AddAnchors(bounds, at.B, TL.Add(sum.B, most.B)), ref Unsafe.Add(ref bound, at.B));
        TL.Store(AddAnchors(bounds, at.C, TL.Add(sum.C, most.C)), ref Unsafe.Add(ref bound, at.C));
        TL.Store(AddAnchors(bounds, at.D, TL.Add(sum.D, most.D)), ref Unsafe.Add(ref bound, at.D));
    }

    /// <summary>Adds coefficients times the extremes of their rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddExtremes(
        ReadOnlySpan<float> coefficients, ref float row, int stride, (int A, int B, int C, int D) at, ref Four<T> sum)
    {
        T sumA = sum.A, sumB = sum.B, sumC = sum.C, sumD = sum.D;
        nint offset = 0;
        foreach (float coefficient in coefficients)
        {
            ref float extreme = ref Unsafe.Add(ref row, offset + ExtremesOf(coefficient, stride));
            T factor = TL.Broadcast(coefficient);
            sumA = TL.MultiplyAdd(factor, TL.Load(ref Unsafe.Add(ref extreme, at.A)), sumA);
            sumB = TL.MultiplyAdd(factor, TL.Load(ref Unsafe.Add(ref extreme, at.B)), sumB);
            sumC = TL.MultiplyAdd(factor, TL.Load(ref Unsafe.Add(ref extreme, at.C)), sumC);
            sumD = TL.MultiplyAdd(factor, TL.Load(ref Unsafe.Add(ref extreme, at.D)), sumD);
            offset += 2 * stride;
        }

        (sum.A, sum.B, sum.C, sum.D) = (sumA, sumB, sumC, sumD);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T AddAnchors(BlockBounds bounds, int b, T sum)
    {
        for (int a = 0; a < Beta.Anchors.Length; a++)
        {
            AnchorRange range = Beta.Ranges[a];
            ReadOnlySpan<float> extremes = bounds == OfBlocks ? range.OfBlocks(b / Piece) : range.OfStretches;
            (int at, int stride) = bounds == OfBlocks ? (b % Piece, Piece) : (b, bounds.Stride);
            ref float row = ref Unsafe.Add(ref MemoryMarshal.GetReference(extremes), at + ExtremesOf(Beta.Anchors[a], stride));
            sum = TL.MultiplyAdd(TL.Broadcast(Beta.Anchors[a]), TL.Load(ref row), sum);
        }

        return sum;
    }

    /// <summary>Where a row's extremes for a coefficient begin: the largest, or one stride later the smallest if below 0.</summary>
    private static int ExtremesOf(float coefficient, int stride) => (BitConverter.SingleToInt32Bits(coefficient) >> 31) & stride;
}
