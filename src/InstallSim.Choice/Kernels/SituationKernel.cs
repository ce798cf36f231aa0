using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace InstallSim.Choice.Kernels;

/// <summary>
/// Probability of one choice by draw where coefficients are sums of draws, and what its derivatives need: vectors run over draws. All forms
/// agree bit for bit.
/// </summary>
internal static class SituationKernel
{
    private const double Large = 450;

    /// <summary>Runs all draws of the block; false: a utility is too large or not a number, and what was written means nothing.</summary>
    public static bool Run(ref SituationBlock block) =>
        VectorForms.Has512 ? Run<Vector512<double>, Lanes8>(ref block)
        : VectorForms.Has256 ? Run<Vector256<double>, Lanes4>(ref block)
        : Run<double, Lanes1>(ref block);

    /// <summary>sums(factor, column) += Σ over draws of factor·column, eight partial sums each.</summary>
    /// <param name="factors">Shape [F, B], F even.</param>
    /// <param name="columns">Shape [C, B], C even.</param>
    /// <param name="count">B.</param>
    /// <param name="sums">Shape [F, C, 8].</param>
    public static void AddProducts(ReadOnlySpan<double> factors, ReadOnlySpan<double> columns, int count, Span<double> sums)
    {
        if (VectorForms.Has512)
        {
            AddProducts<Vector512<double>, Lanes8>(factors, columns, count, sums);
        }
        else if (VectorForms.Has256)
        {
            AddProducts<Vector256<double>, Lanes4>(factors, columns, count, sums);
        }
        else
        {
            AddProducts<double, Lanes1>(factors, columns, count, sums);
        }
    }

    internal static bool Run<T, TL>(ref SituationBlock block)
        where T : struct
        where TL : struct, ILanes<T>
    {
        int rows = block.Constant.Length, dimensions = block.Slope.Length / rows, count = block.Prior.Length;
        ref double constant = ref MemoryMarshal.GetReference(block.Constant);
        ref double columns = ref MemoryMarshal.GetReference(block.Columns);
        T highest = TL.Broadcast(0), one = TL.Broadcast(1), least = TL.Broadcast(-708);
        bool isNumber = true;
        for (int draw = 0; draw < count; draw += TL.Count)
        {
            ref double z = ref Unsafe.Add(ref MemoryMarshal.GetReference(block.Draws), draw);
            ref double slope = ref MemoryMarshal.GetReference(block.Slope);
            ref double e = ref Unsafe.Add(ref columns, draw);
            var sum = one;
            for (int row = 0; row < rows; row++)
            {
                var v = TL.Broadcast(Unsafe.Add(ref constant, row));
                for (int d = 0; d < dimensions; d++)
                {
                    v = TL.MultiplyAdd(TL.Broadcast(slope), TL.Load(ref Unsafe.Add(ref z, d * block.Stride)), v);
                    slope = ref Unsafe.Add(ref slope, 1);
                }

                v = TL.Max(least, v);
                highest = TL.Max(highest, v);
                var exponential = Elementary.ExpNormal<T, TL>(v);
                TL.Store(exponential, ref Unsafe.Add(ref e, row * count));
                sum = TL.Add(sum, exponential);
            }

            var inverse = TL.Divide(one, sum);
            var weight = TL.Multiply(TL.Load(ref Unsafe.Add(ref MemoryMarshal.GetReference(block.Prior), draw)), inverse);
            ref double total = ref Unsafe.Add(ref MemoryMarshal.GetReference(block.Total), draw & 7);
            TL.Store(TL.Add(TL.Load(ref total), weight), ref total);
            if (block.Weighted)
            {
                Columns<T, TL>(ref e, rows, count, weight, inverse, block.Pairs);
            }
        }

        foreach (double part in block.Total)
        {
            isNumber &= double.IsFinite(part);
        }

        return isNumber && !TL.AnyGreater(highest, TL.Broadcast(Large));
    }

    /// <summary>Makes weight·P(row), and of pairs, of e(row) in their place; the last row first: no other needs it then.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Columns<T, TL>(ref double e, int rows, int count, T weight, T inverse, bool pairs)
        where T : struct
        where TL : struct, ILanes<T>
    {
        for (int j = rows - 1; j >= 0; j--)
        {
            var weighted = TL.Multiply(weight, TL.Multiply(TL.Load(ref Unsafe.Add(ref e, j * count)), inverse));
            for (int l = 0; l <= j && pairs; l++)
            {
                var other = TL.Multiply(TL.Load(ref Unsafe.Add(ref e, l * count)), inverse);
                TL.Store(TL.Multiply(weighted, other), ref Unsafe.Add(ref e, (rows + (j * (j + 1) / 2) + l) * count));
            }

            TL.Store(weighted, ref Unsafe.Add(ref e, j * count));
        }
    }

    internal static void AddProducts<T, TL>(ReadOnlySpan<double> factors, ReadOnlySpan<double> columns, int count, Span<double> sums)
        where T : struct
        where TL : struct, ILanes<T>
    {
        int lasting = columns.Length / count;
        for (int f = 0; f < factors.Length / count; f += 2)
        {
            ref double x = ref Unsafe.Add(ref MemoryMarshal.GetReference(factors), f * count);
            for (int c = 0; c < lasting; c += 2)
            {
                ref double y = ref Unsafe.Add(ref MemoryMarshal.GetReference(columns), c * count);
                ref double to = ref sums[((f * lasting) + c) * 8];
                for (int lane = 0; lane < 8; lane += TL.Count)
                {
                    Four<T, TL>(ref x, ref y, lane, count, ref Unsafe.Add(ref to, lane), ref Unsafe.Add(ref to, (lasting * 8) + lane));
                }
            }
        }
    }

    /// <summary>Two factors times two columns: four sums for four loads.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four<T, TL>(ref double x, ref double y, int lane, int count, ref double first, ref double second)
        where T : struct
        where TL : struct, ILanes<T>
    {
        T a = TL.Load(ref first), b = TL.Load(ref Unsafe.Add(ref first, 8));
        T c = TL.Load(ref second), d = TL.Load(ref Unsafe.Add(ref second, 8));
        for (int i = lane; i < count; i += 8)
        {
            T x0 = TL.Load(ref Unsafe.Add(ref x, i)), x1 = TL.Load(ref Unsafe.Add(ref x, i + count));
            T y0 = TL.Load(ref Unsafe.Add(ref y, i)), y1 = TL.Load(ref Unsafe.Add(ref y, i + count));
            a = TL.MultiplyAdd(x0, y0, a);
            b = TL.MultiplyAdd(x0, y1, b);
            c = TL.MultiplyAdd(x1, y0, c);
            d = TL.MultiplyAdd(x1, y1, d);
        }

        TL.Store(a, ref first);
        TL.Store(b, ref Unsafe.Add(ref first, 8));
        TL.Store(c, ref second);
        TL.Store(d, ref Unsafe.Add(ref second, 8));
    }
}
