using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using InstallSim.Choice.Draws;

namespace InstallSim.Choice.Kernels;

/// <summary>The screen in one form.</summary>
internal sealed class NestedScreen<T, TL, TW, TWL>(NestedBlocks blocks, GroupRows? rows) : NestedScreen(blocks, rows)
    where T : struct
    where TL : struct, IFloatLanes<T>
    where TW : struct
    where TWL : struct, IWordLanes<TW>
{
    public override int FindLive(float threshold, Span<int> live)
    {
        ref float bound = ref MemoryMarshal.GetArrayDataReference(BoundOf);
        T least = TL.Broadcast(threshold);
        int count = 0;
        for (int b = 0; b < Columns.Blocks; b += TL.Count)
        {
            uint found = TL.NotAtMost(TL.Load(ref Unsafe.Add(ref bound, b)), least);
            for (; found != 0; found &= found - 1)
            {
                int block = b + BitOperations.TrailingZeroCount(found);
                if (block < Columns.Blocks)
                {
                    live[count++] = block;
                }
            }
        }

        return count;
    }

    private protected override void FillMost(in NestedSituation situation, ReadOnlySpan<int> live)
    {
        for (int i = 0; i < live.Length; i += 4)
        {
            int last = live.Length - 1;
            for (int g = 0; g < Size; g += TL.Count)
            {
                FillFour(situation, g, (live[i], live[Math.Min(i + 1, last)], live[Math.Min(i + 2, last)], live[Math.Min(i + 3, last)]),
                    AnchorCoefficients, MostOf);
            }
        }
    }

    private protected override void FillMost(in NestedSituation situation, ReadOnlySpan<int> live, SharedUtility shared)
    {
        ref float most = ref MemoryMarshal.GetArrayDataReference(MostOf), utility = ref MemoryMarshal.GetArrayDataReference(shared.Utility);
        foreach (int b in live)
        {
            for (int g = b * Size; g < (b + 1) * Size; g += TL.Count)
            {
                T sum = TL.Load(ref Unsafe.Add(ref utility, g));
                for (int a = 0; a < AnchorCoefficients.Length; a++)
                {
                    ref float row = ref MemoryMarshal.GetReference(RowOf(situation, a));
                    sum = TL.MultiplyAdd(TL.Broadcast(AnchorCoefficients[a]), TL.Load(ref Unsafe.Add(ref row, g)), sum);
                }

                TL.Store(sum, ref Unsafe.Add(ref most, g));
            }
        }
    }

    private protected override void Fill(in NestedSituation situation, SharedUtility shared)
    {
        if (shared.Utility.Length == 0)
        {
            (shared.Utility, shared.Highest) = (new float[MostOf.Length], new float[Columns.Stride]);
        }

        int last = Columns.Blocks - 1;
        for (int b = 0; b <= last; b += 4)
        {
            for (int g = 0; g < Size; g += TL.Count)
            {
                FillFour(situation, g, (b, Math.Min(b + 1, last), Math.Min(b + 2, last), Math.Min(b + 3, last)), [], shared.Utility);
            }
        }

        shared.Highest.AsSpan().Fill(float.NegativeInfinity);
        for (int b = 0; b <= last; b++)
        {
            shared.Highest[b] = Largest(shared.Utility.AsSpan(b * Size, Size));
        }

        shared.Version = Columns.Version;
    }

    private protected override int FindGroups(ReadOnlySpan<int> live, float threshold, Span<int> found)
    {
        ref float most = ref MemoryMarshal.GetArrayDataReference(MostOf);
        T least = TL.Broadcast(threshold);
        int count = 0;
        foreach (int b in live)
        {
            T highest = TL.Broadcast(HighestOf[b]);
            uint above = 0;
            for (int g = 0; g < Size; g += TL.Count)
            {
                above |= TL.NotAtMost(TL.Add(TL.Load(ref Unsafe.Add(ref most, (b * Size) + g)), highest), least) << g;
            }

            for (above &= (1u << Columns.SizeOf(b)) - 1; above != 0; above &= above - 1)
            {
                found[count++] = (b * Size) + BitOperations.TrailingZeroCount(above);
            }
        }

        return count;
    }

    private protected override float Largest(ReadOnlySpan<float> values)
    {
        ref float value = ref MemoryMarshal.GetReference(values);
        T largest = TL.Broadcast(float.NegativeInfinity);
        for (int i = 0; i < values.Length; i += TL.Count)
        {
            largest = TL.Max(largest, TL.Load(ref Unsafe.Add(ref value, i)));
        }

        return TL.Largest(largest);
    }

    private protected override void Draw(in DrawKey key, ReadOnlySpan<uint> indices, Span<uint> w0, Span<uint> w1, Span<uint> w2) =>
        PhiloxKernel.Fill<TW, TWL>(key, indices, w0, w1, w2);

    private protected override void Leaders(
        ReadOnlySpan<uint> words, ReadOnlySpan<float> inverseSize, float add, Span<float> smallest, Span<float> highest) =>
        FloatScreen.Leaders<T, TL>(words, inverseSize, add, smallest, highest);

    private protected override void Others(ReadOnlySpan<uint> words, ReadOnlySpan<float> smallest, float add, Span<float> v) =>
        FloatScreen.Others<T, TL>(words, smallest, add, v);

    /// <summary>Bounds from the ranges of rows: the best form's bound plus that of what all forms share, plus the highest ε.</summary>
    private protected override void FillBounds(in NestedSituation situation)
    {
        int stride = Columns.Stride;
        for (int b = 0; b < stride; b += TL.Count)
        {
            ref float row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Columns.Extremes), b);
            T sum = TL.Load(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(HighestOf), b));
            T most = TL.Broadcast(float.NegativeInfinity);
            foreach (float coefficient in GroupCoefficients)
            {
                sum = AddExtreme(coefficient, ref row, stride, sum);
                row = ref Unsafe.Add(ref row, 2 * stride);
            }

            for (int f = 0; f < Columns.Forms; f++)
            {
                T own = TL.Load(ref row);
                row = ref Unsafe.Add(ref row, 2 * stride);
                foreach (float coefficient in FormCoefficients)
                {
                    own = AddExtreme(coefficient, ref row, stride, own);
                    row = ref Unsafe.Add(ref row, 2 * stride);
                }

                most = TL.Max(most, own);
            }

            for (int a = 0; a < AnchorCoefficients.Length; a++)
            {
                sum = AddAnchor(situation, a, b, stride, sum);
            }

            TL.Store(TL.Add(sum, most), ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(BoundOf), b));
        }
    }

    private protected override void FillBounds(in NestedSituation situation, SharedUtility shared)
    {
        int stride = Columns.Stride;
        for (int b = 0; b < stride; b += TL.Count)
        {
            T sum = TL.Add(TL.Load(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(HighestOf), b)),
                TL.Load(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(shared.Highest), b)));
            for (int a = 0; a < AnchorCoefficients.Length; a++)
            {
                sum = AddAnchor(situation, a, b, stride, sum);
            }

            TL.Store(sum, ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(BoundOf), b));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T AddAnchor(in NestedSituation situation, int a, int b, int stride, T sum) => AddExtreme(AnchorCoefficients[a],
        ref Unsafe.Add(ref MemoryMarshal.GetReference(Rows!.Extremes(situation.Anchors[a].Anchor)), b), stride, sum);

    /// <summary>Adds a coefficient times the largest values of a row, or the smallest, one stride later, if negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AddExtreme(float coefficient, ref float row, int stride, T sum) =>
        TL.MultiplyAdd(TL.Broadcast(coefficient), TL.Load(ref Unsafe.Add(ref row, coefficient < 0 ? stride : 0)), sum);

    /// <summary>
    /// V of each group's best form: one vector of groups of four blocks at a time, so that the sums do not wait for one another.
    /// </summary>
    private void FillFour(
        in NestedSituation situation, int g, (int A, int B, int C, int D) block, ReadOnlySpan<float> anchors, float[] utility)
    {
        var sum = new Four<T>(TL.Broadcast(0));
        int columns = Columns.GroupColumns * Size;
        ref float x = ref Unsafe.Add(ref Columns.GroupFloats.First, g);
        AddRows(GroupCoefficients, ref Unsafe.Add(ref x, block.A * columns), ref Unsafe.Add(ref x, block.B * columns),
            ref Unsafe.Add(ref x, block.C * columns), ref Unsafe.Add(ref x, block.D * columns), ref sum);
        for (int a = 0; a < anchors.Length; a++)
        {
            ref float row = ref Unsafe.Add(ref MemoryMarshal.GetReference(RowOf(situation, a)), g);
            AddRows(anchors.Slice(a, 1), ref Unsafe.Add(ref row, block.A * Size), ref Unsafe.Add(ref row, block.B * Size),
                ref Unsafe.Add(ref row, block.C * Size), ref Unsafe.Add(ref row, block.D * Size), ref sum);
        }

        var most = new Four<T>(TL.Broadcast(float.NegativeInfinity));
        int perForm = (Columns.FormColumns + 1) * Size, ofBlock = Columns.Forms * perForm;
        ref float y = ref Unsafe.Add(ref Columns.FormFloats.First, g);
        for (int f = 0; f < Columns.Forms; f++)
        {
            ref float a = ref Unsafe.Add(ref y, block.A * ofBlock), b = ref Unsafe.Add(ref y, block.B * ofBlock);
            ref float c = ref Unsafe.Add(ref y, block.C * ofBlock), d = ref Unsafe.Add(ref y, block.D * ofBlock);
            var own = new Four<T>
            {
                A = TL.Add(sum.A, TL.Load(ref a)),
                B = TL.Add(sum.B, TL.Load(ref b)),
                C = TL.Add(sum.C, TL.Load(ref c)),
                D = TL.Add(sum.D, TL.Load(ref d)),
            };
            AddRows(FormCoefficients, ref Unsafe.Add(ref a, Size), ref Unsafe.Add(ref b, Size), ref Unsafe.Add(ref c, Size),
                ref Unsafe.Add(ref d, Size), ref own);
            most.A = TL.Max(most.A, own.A);
            most.B = TL.Max(most.B, own.B);
            most.C = TL.Max(most.C, own.C);
            most.D = TL.Max(most.D, own.D);
            y = ref Unsafe.Add(ref y, perForm);
        }

        ref float target = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(utility), g);
        TL.Store(most.A, ref Unsafe.Add(ref target, block.A * Size));
        TL.Store(most.B, ref Unsafe.Add(ref target, block.B * Size));
        TL.Store(most.C, ref Unsafe.Add(ref target, block.C * Size));
        TL.Store(most.D, ref Unsafe.Add(ref target, block.D * Size));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRows(
        ReadOnlySpan<float> coefficients, ref float a, ref float b, ref float c, ref float d, ref Four<T> sum)
    {
        T sumA = sum.A, sumB = sum.B, sumC = sum.C, sumD = sum.D;
        nint at = 0;
        foreach (float coefficient in coefficients)
        {
            T factor = TL.Broadcast(coefficient);
            sumA = TL.MultiplyAdd(factor, TL.Load(ref Unsafe.Add(ref a, at)), sumA);
            sumB = TL.MultiplyAdd(factor, TL.Load(ref Unsafe.Add(ref b, at)), sumB);
            sumC = TL.MultiplyAdd(factor, TL.Load(ref Unsafe.Add(ref c, at)), sumC);
            sumD = TL.MultiplyAdd(factor, TL.Load(ref Unsafe.Add(ref d, at)), sumD);
            at += Size;
        }

        (sum.A, sum.B, sum.C, sum.D) = (sumA, sumB, sumC, sumD);
    }
}

/// <summary>Four vectors that are worked on together.</summary>
internal struct Four<T>(T all)
    where T : struct
{
    public T A = all, B = all, C = all, D = all;
}
