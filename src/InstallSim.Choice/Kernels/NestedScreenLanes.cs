using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using InstallSim.Choice.Draws;

namespace InstallSim.Choice.Kernels;

/// <summary>The screen in one form.</summary>
internal sealed partial class NestedScreen<T, TL, TW, TWL>(NestedBlocks blocks, GroupRows? rows) : NestedScreen(blocks, rows)
    where T : struct
    where TL : struct, IFloatLanes<T>
    where TW : struct
    where TWL : struct, IWordLanes<TW>
{
    private protected override int FindAbove(ReadOnlySpan<float> bound, int count, float threshold, Span<int> found)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(found.Length, NestedBlocks.StrideOf(count), nameof(found));
        ref float first = ref MemoryMarshal.GetReference(bound);
        ref int target = ref MemoryMarshal.GetReference(found);
        T least = TL.Broadcast(threshold);
        int many = 0;
        for (int b = 0; b < count; b += TL.Count)
        {
            many += TL.Find(TL.Load(ref Unsafe.Add(ref first, b)), least, UpTo(count - b), b, ref Unsafe.Add(ref target, many));
        }

        return many;
    }

    /// <summary>The highest bound of each <see cref="NestedScreen.Batch"/>-th.</summary>
    private protected override int TakeHigh(Span<float> bounds, float threshold, Span<int> high)
    {
        ref float bound = ref MemoryMarshal.GetReference(bounds);
        Span<float> where = stackalloc float[Batch];
        T least = TL.Broadcast(threshold);
        int found = 0, many = 0;
        for (int g = 0; g < Batch; g += TL.Count)
        {
            T most = TL.Load(ref Unsafe.Add(ref bound, g)), at = TL.Broadcast(0);
            for (int b = Batch; b < bounds.Length; b += Batch)
            {
                T next = TL.Load(ref Unsafe.Add(ref bound, b + g));
                at = TL.SelectLess(most, next, TL.Broadcast(b), at);
                most = TL.SelectLess(most, next, next, most);
            }

            TL.Store(at, ref where[g]);
            found += TL.Find(most, least, uint.MaxValue, g, ref high[found]);
        }

        foreach (int g in high[..found])
        {
            int b = (int)where[g] + g;
            (high[many], bounds[b]) = (b, float.NegativeInfinity);
            many += b < Columns.Blocks ? 1 : 0;
        }

        return many;
    }

    private protected override int FillMost(in NestedSituation situation, float threshold, Span<int> live)
    {
        int last = live.Length - 1, left = 0;
        T least = TL.Broadcast(threshold);
        for (int i = 0; i <= last; i += 4)
        {
            var four = (A: live[i], B: live[Math.Min(i + 1, last)], C: live[Math.Min(i + 2, last)], D: live[Math.Min(i + 3, last)]);
            Four<uint> above = default;
            for (int g = 0; g < Size; g += TL.Count)
            {
                Four<T> most = FillFour(situation, g, four, Beta.Anchors, MostOf);
                above.A |= Above(most.A, four.A, least);
                above.B |= Above(most.B, four.B, least);
                above.C |= Above(most.C, four.C, least);
                above.D |= Above(most.D, four.D, least);
            }

            left = Keep(four.A, above.A, left, live);
            left = i < last ? Keep(four.B, above.B, left, live) : left;
            left = i + 1 < last ? Keep(four.C, above.C, left, live) : left;
            left = i + 2 < last ? Keep(four.D, above.D, left, live) : left;
        }

        return left;
    }

    private protected override int FillMost(in NestedSituation situation, SharedUtility shared, float threshold, Span<int> live)
    {
        Span<float> v = shared.Utility;
        for (int a = 0; a < Beta.Anchors.Length; a++)
        {
            AddAnchor(v, Beta.Anchors[a], Rows.Of(situation, a), live);
            v = MostOf;
        }

        ref float from = ref MemoryMarshal.GetReference(v), most = ref MemoryMarshal.GetArrayDataReference(MostOf);
        T least = TL.Broadcast(threshold);
        int left = 0;
        foreach (int b in live)
        {
            uint above = 0;
            for (int g = b * Size; g < (b + 1) * Size; g += TL.Count)
            {
                T sum = TL.Load(ref Unsafe.Add(ref from, g));
                TL.Store(sum, ref Unsafe.Add(ref most, g));
                above |= Above(sum, b, least);
            }

            left = Keep(b, above, left, live);
        }

        return left;
    }

    /// <summary>Adds the row of an anchor to V of the groups in some blocks.</summary>
    private void AddAnchor(ReadOnlySpan<float> v, float coefficient, ReadOnlySpan<float> row, ReadOnlySpan<int> live)
    {
        ref float from = ref MemoryMarshal.GetReference(v), most = ref MemoryMarshal.GetArrayDataReference(MostOf);
        ref float x = ref MemoryMarshal.GetReference(row);
        T factor = TL.Broadcast(coefficient);
        foreach (int b in live)
        {
            for (int g = b * Size; g < (b + 1) * Size; g += TL.Count)
            {
                T sum = TL.MultiplyAdd(factor, TL.Load(ref Unsafe.Add(ref x, g)), TL.Load(ref Unsafe.Add(ref from, g)));
                TL.Store(sum, ref Unsafe.Add(ref most, g));
            }
        }
    }

    /// <summary>A bit for each of some groups of a block whose V is above the threshold with the highest ε of the block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Above(T v, int block, T least) =>
        TL.NotAtMost(TL.Add(v, TL.Broadcast(Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(OfBlocks.Errors), block))), least);

    /// <summary>Keeps a block in which some group is above the threshold; the count, one more then.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Keep(int block, uint above, int count, Span<int> live)
    {
        live[count] = block;
        return count + (above != 0 ? 1 : 0);
    }

    public override void Fill(in NestedSituation situation, SharedUtility shared)
    {
        shared.Size = Beta.RoundColumns(situation);
        if (shared.Utility.Length == 0)
        {
            (shared.Utility, shared.Highest) = (new float[MostOf.Length], new float[Columns.Stride]);
            shared.HighestOfStretches = new float[OfStretches.Stride];
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

        shared.HighestOfStretches.AsSpan().Fill(float.NegativeInfinity);
        for (int s = 0; s < Columns.Stretches; s++)
        {
            shared.HighestOfStretches[s] = Largest(shared.Highest.AsSpan(s * NestedBlocks.StretchSize, NestedBlocks.StretchSize));
        }
    }

    private protected override int FindGroups(ReadOnlySpan<int> live, float threshold, Span<int> found)
    {
        ref float most = ref MemoryMarshal.GetArrayDataReference(MostOf);
        ref int target = ref MemoryMarshal.GetReference(found);
        T least = TL.Broadcast(threshold);
        int count = 0;
        foreach (int b in live)
        {
            T highest = TL.Broadcast(OfBlocks.Errors[b]);
            for (int g = 0; g < Columns.SizeOf(b); g += TL.Count)
            {
                int group = (b * Size) + g;
                T bound = TL.Add(TL.Load(ref Unsafe.Add(ref most, group)), highest);
                count += TL.Find(bound, least, UpTo(Columns.SizeOf(b) - g), group, ref Unsafe.Add(ref target, count));
            }
        }

        return count;
    }

    /// <summary>Bits of the first n lanes, n at least 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint UpTo(int n) => uint.MaxValue >> Math.Max(0, 32 - n);

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

    private protected override void DrawLeaders(in DrawKey key, BlockBounds bounds, int from, int to, float least, float add)
    {
        Range some = from..to;
        Draw(key, bounds.Indices.AsSpan(some), bounds.W0.AsSpan(some), bounds.W1.AsSpan(some), bounds.W2.AsSpan(some));
        FloatScreen.Leaders<T, TL>(
            bounds.W0.AsSpan(some), bounds.InverseSize.AsSpan(some), least, add, bounds.Smallest.AsSpan(some), bounds.Errors.AsSpan(some));
    }

    private protected override void Others(ReadOnlySpan<uint> words, ReadOnlySpan<float> smallest, float add, Span<float> v) =>
        FloatScreen.Others<T, TL>(words, smallest, add, v);

    /// <summary>
    /// V of each group's best form: one vector of groups of four blocks at a time, so that the sums do not wait for one another.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Four<T> FillFour(
        in NestedSituation situation, int g, (int A, int B, int C, int D) block, ReadOnlySpan<float> anchors, float[] utility)
    {
        var sum = new Four<T>(TL.Broadcast(0));
        int columns = Columns.GroupColumns * Size;
        ref float x = ref Unsafe.Add(ref Columns.GroupFloats.First, g);
        AddRows(Beta.Groups, ref Unsafe.Add(ref x, block.A * columns), ref Unsafe.Add(ref x, block.B * columns),
            ref Unsafe.Add(ref x, block.C * columns), ref Unsafe.Add(ref x, block.D * columns), ref sum);
        for (int a = 0; a < anchors.Length; a++)
        {
            ref float row = ref Unsafe.Add(ref MemoryMarshal.GetReference(Rows.Of(situation, a)), g);
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
            AddRows(Beta.Forms, ref Unsafe.Add(ref a, Size), ref Unsafe.Add(ref b, Size), ref Unsafe.Add(ref c, Size),
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
        return most;
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
