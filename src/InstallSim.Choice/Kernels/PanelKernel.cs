using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace InstallSim.Choice.Kernels;

/// <summary>Probability of a person's choices by draw, with derivatives in the draw's coefficients: vectors run over draws.</summary>
internal static class PanelKernel
{
    private const double Large = 450, Fold = 1e100; // exp(450)·1e100·rows stays below the largest number

    /// <summary>Runs all draws of the block.</summary>
    public static void Run(ref PanelBlock block)
    {
        if (block.Weight.Length % 8 != 0)
        {
            throw new ArgumentException($"a block of {block.Weight.Length} draws: it must be a multiple of 8", nameof(block));
        }

        if (VectorForms.Has512)
        {
            Run<Vector512<double>, Lanes8>(ref block);
        }
        else if (VectorForms.Has256)
        {
            Run<Vector256<double>, Lanes4>(ref block);
        }
        else
        {
            Run<double, Lanes1>(ref block);
        }
    }

    internal static void Run<T, TL>(ref PanelBlock block)
        where T : struct
        where TL : struct, ILanes<T>
    {
        block.Slope.Clear();
        block.Curvature.Clear();
        for (int draw = 0; draw < block.Weight.Length; draw += TL.Count)
        {
            OneVector<T, TL>(ref block, draw);
        }
    }

    private static void OneVector<T, TL>(ref PanelBlock block, int draw)
        where T : struct
        where TL : struct, ILanes<T>
    {
        bool slopes = !block.Slope.IsEmpty, shares = !block.RowShare.IsEmpty, curvature = !block.Curvature.IsEmpty;
        ref double e = ref MemoryMarshal.GetReference(block.Scratch);
        T product = TL.Broadcast(1), logs = TL.Broadcast(0), one = TL.Broadcast(1);
        int row = 0;
        bool folded = block.Shift != 0;
        foreach (int end in block.Ends)
        {
            ref double here = ref Unsafe.Add(ref e, row * TL.Count);
            var sum = Exponentials<T, TL>(ref block, row, end, draw, ref here, out var largest);
            if (TL.AnyGreater(largest, TL.Broadcast(Large)))
            {
                (sum, var extra) = Shifted<T, TL>(ref block, row, end, draw, ref here, largest);
                logs = TL.Add(logs, extra);
                product = TL.Multiply(product, TL.SelectLess(TL.Broadcast(Large), largest, one, sum));
                folded = true;
            }
            else
            {
                product = TL.Multiply(product, sum);
            }

            if (TL.AnyGreater(product, TL.Broadcast(Fold)))
            {
                logs = TL.Add(logs, TL.SelectLess(TL.Broadcast(Fold), product, Elementary.Log<T, TL>(product), TL.Broadcast(0)));
                product = TL.SelectLess(TL.Broadcast(Fold), product, one, product);
                folded = true;
            }

            if (slopes || shares)
            {
                var inverse = TL.Divide(one, sum);
                AddSlope<T, TL>(ref block, row, end, draw, ref here, inverse);
                if (curvature)
                {
                    AddCurvature<T, TL>(ref block, row, end, draw, ref here, inverse, ref Unsafe.Add(ref e, block.Base.Length * TL.Count));
                }

                for (int i = 0; i < end - row && shares; i++)
                {
                    var p = TL.Multiply(TL.Load(ref Unsafe.Add(ref here, i * TL.Count)), inverse);
                    TL.Store(p, ref Unsafe.Add(ref here, i * TL.Count));
                }
            }

            row = end;
        }

        Finish<T, TL>(ref block, draw, product, logs, folded);
    }

    private static void Finish<T, TL>(ref PanelBlock block, int draw, T product, T logs, bool folded)
        where T : struct
        where TL : struct, ILanes<T>
    {
        var weight = TL.Divide(TL.Load(ref Unsafe.AsRef(in block.Prior[draw])), product);
        if (folded)
        {
            var exponent = TL.Subtract(TL.Broadcast(block.Shift), logs);
            weight = TL.Multiply(weight, Elementary.Exp<T, TL>(exponent));
        }

        TL.Store(weight, ref block.Weight[draw]);
        if (!block.LogProbability.IsEmpty)
        {
            var logP = TL.Subtract(TL.Broadcast(0), TL.Add(logs, Elementary.Log<T, TL>(product)));
            TL.Store(logP, ref block.LogProbability[draw]);
        }

        if (block.RowShare.IsEmpty)
        {
            return;
        }

        ref double e = ref MemoryMarshal.GetReference(block.Scratch);
        ref double share = ref Unsafe.Add(ref MemoryMarshal.GetReference(block.RowShare), draw & 7);
        for (int row = 0; row < block.Base.Length; row++)
        {
            ref double to = ref Unsafe.Add(ref share, row * 8);
            TL.Store(TL.MultiplyAdd(weight, TL.Load(ref Unsafe.Add(ref e, row * TL.Count)), TL.Load(ref to)), ref to);
        }
    }

    /// <summary>e(row) = exp(V(row) − V(chosen)); returns 1 + Σ e. Good while no V is above <see cref="Large"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Exponentials<T, TL>(ref PanelBlock block, int row, int end, int draw, ref double e, out T largest)
        where T : struct
        where TL : struct, ILanes<T>
    {
        int k = block.Coefficients, stride = block.Weight.Length;
        ref double beta = ref Unsafe.Add(ref MemoryMarshal.GetReference(block.Beta), draw);
        ref double x = ref Unsafe.Add(ref MemoryMarshal.GetReference(block.Difference), row * k);
        ref double shared = ref MemoryMarshal.GetReference(block.Base);
        T sum = TL.Broadcast(1), least = TL.Broadcast(-708);
        largest = least;
        for (; row + 1 < end; row += 2)
        {
            T v0 = TL.Broadcast(Unsafe.Add(ref shared, row)), v1 = TL.Broadcast(Unsafe.Add(ref shared, row + 1));
            for (int i = 0; i < k; i++)
            {
                var b = TL.Load(ref Unsafe.Add(ref beta, i * stride));
                v0 = TL.MultiplyAdd(TL.Broadcast(Unsafe.Add(ref x, i)), b, v0);
                v1 = TL.MultiplyAdd(TL.Broadcast(Unsafe.Add(ref x, i + k)), b, v1);
            }

            (v0, v1) = (TL.Max(least, v0), TL.Max(least, v1));
            largest = TL.Max(largest, TL.Max(v0, v1));
            T e0 = Elementary.ExpNormal<T, TL>(v0), e1 = Elementary.ExpNormal<T, TL>(v1);
            TL.Store(e0, ref e);
            TL.Store(e1, ref Unsafe.Add(ref e, TL.Count));
            sum = TL.Add(TL.Add(sum, e0), e1);
            x = ref Unsafe.Add(ref x, 2 * k);
            e = ref Unsafe.Add(ref e, 2 * TL.Count);
        }

        if (row < end)
        {
            var v = TL.Broadcast(Unsafe.Add(ref shared, row));
            for (int i = 0; i < k; i++)
            {
                v = TL.MultiplyAdd(TL.Broadcast(Unsafe.Add(ref x, i)), TL.Load(ref Unsafe.Add(ref beta, i * stride)), v);
            }

            v = TL.Max(least, v);
            largest = TL.Max(largest, v);
            var e0 = Elementary.ExpNormal<T, TL>(v);
            TL.Store(e0, ref e);
            sum = TL.Add(sum, e0);
        }

        return sum;
    }

    /// <summary>
    /// The same where utilities are huge: in those lanes relative to the largest, whose logarithm is returned beside the sum.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (T Sum, T Logs) Shifted<T, TL>(ref PanelBlock block, int row, int end, int draw, ref double e, T largest)
        where T : struct
        where TL : struct, ILanes<T>
    {
        int k = block.Coefficients;
        T zero = TL.Broadcast(0), limit = TL.Broadcast(Large);
        var shift = TL.SelectLess(limit, largest, largest, zero);
        var sum = Elementary.Exp<T, TL>(TL.Subtract(zero, shift));
        for (; row < end; row++)
        {
            var v = TL.Broadcast(block.Base[row]);
            for (int i = 0; i < k; i++)
            {
                var b = TL.Load(ref Unsafe.AsRef(in block.Beta[i * block.Weight.Length + draw]));
                v = TL.MultiplyAdd(TL.Broadcast(block.Difference[row * k + i]), b, v);
            }

            var e0 = Elementary.Exp<T, TL>(TL.Max(TL.Broadcast(-708), TL.Subtract(TL.Max(TL.Broadcast(-708), v), shift)));
            TL.Store(e0, ref e);
            e = ref Unsafe.Add(ref e, TL.Count);
            sum = TL.Add(sum, e0);
        }

        var logs = TL.Add(shift, Elementary.Log<T, TL>(sum));
        return (sum, TL.SelectLess(limit, largest, logs, zero));
    }

    /// <summary>Slope −= Σ P(row)·x(row).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddSlope<T, TL>(ref PanelBlock block, int row, int end, int draw, ref double e, T inverse)
        where T : struct
        where TL : struct, ILanes<T>
    {
        int k = block.Coefficients, stride = block.Weight.Length, rows = end - row;
        ref double x = ref Unsafe.Add(ref MemoryMarshal.GetReference(block.Difference), row * k);
        ref double slope = ref Unsafe.Add(ref MemoryMarshal.GetReference(block.Slope), draw);
        var minus = TL.Subtract(TL.Broadcast(0), inverse);
        for (int i = 0; i < k; i++)
        {
            var sum = TL.Multiply(TL.Load(ref e), TL.Broadcast(Unsafe.Add(ref x, i)));
            for (int j = 1; j < rows; j++)
            {
                sum = TL.MultiplyAdd(TL.Load(ref Unsafe.Add(ref e, j * TL.Count)), TL.Broadcast(Unsafe.Add(ref x, j * k + i)), sum);
            }

            ref double to = ref Unsafe.Add(ref slope, i * stride);
            TL.Store(TL.MultiplyAdd(sum, minus, TL.Load(ref to)), ref to);
        }
    }

    /// <summary>Curvature −= Σ P(row)·x(row)·x(row)′ − x̄·x̄′.</summary>
    private static void AddCurvature<T, TL>(ref PanelBlock block, int row, int end, int draw, ref double e, T inverse, ref double means)
        where T : struct
        where TL : struct, ILanes<T>
    {
        int k = block.Coefficients, stride = block.Weight.Length, rows = end - row;
        ref double x = ref Unsafe.Add(ref MemoryMarshal.GetReference(block.Difference), row * k);
        ref double to = ref Unsafe.Add(ref MemoryMarshal.GetReference(block.Curvature), draw);
        var minus = TL.Subtract(TL.Broadcast(0), inverse);
        for (int i = 0; i < k; i++)
        {
            var mean = TL.Broadcast(0);
            for (int j = 0; j < rows; j++)
            {
                mean = TL.MultiplyAdd(TL.Load(ref Unsafe.Add(ref e, j * TL.Count)), TL.Broadcast(Unsafe.Add(ref x, j * k + i)), mean);
            }

            mean = TL.Multiply(mean, inverse);
            TL.Store(mean, ref Unsafe.Add(ref means, i * TL.Count));
            for (int l = 0; l <= i; l++)
            {
                var sum = TL.Broadcast(0);
                for (int j = 0; j < rows; j++)
                {
                    double square = Unsafe.Add(ref x, j * k + i) * Unsafe.Add(ref x, j * k + l);
                    sum = TL.MultiplyAdd(TL.Load(ref Unsafe.Add(ref e, j * TL.Count)), TL.Broadcast(square), sum);
                }

                var old = TL.MultiplyAdd(mean, TL.Load(ref Unsafe.Add(ref means, l * TL.Count)), TL.Load(ref to));
                TL.Store(TL.MultiplyAdd(sum, minus, old), ref to);
                to = ref Unsafe.Add(ref to, stride);
            }
        }
    }
}
