using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace InstallSim.Choice.Kernels;

/// <summary>
/// Probability of a unit's choices by draw with its derivatives, of a logit or of a nested logit, each situation of a scale of its own:
/// vectors run over draws, each lane one draw, so that results do not depend on the width of the processor's vectors.
/// </summary>
internal static class DrawKernel
{
    private const double Fold = 1e100; // times the rows of a situation stays below the largest number

    /// <summary>Working room for a unit of so many rows, whose sets have at most so many alternatives, and so many branches.</summary>
    public static int Room(int rows, int alternatives, int branches) => ((2 * rows) + (3 * (alternatives + branches)) + branches) * 8;

    /// <summary>Runs all draws of the block.</summary>
    public static void Run(ref DrawBlock block)
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

    internal static void Run<T, TL>(ref DrawBlock block)
        where T : struct
        where TL : struct, ILanes<T>
    {
        for (int draw = 0; draw < block.Weight.Length; draw += TL.Count)
        {
            OneVector<T, TL>(ref block, draw);
        }
    }

    private static void OneVector<T, TL>(ref DrawBlock block, int draw)
        where T : struct
        where TL : struct, ILanes<T>
    {
        ref double v = ref MemoryMarshal.GetReference(block.Scratch);
        ref double a = ref Unsafe.Add(ref v, block.Base.Length * TL.Count);
        Utilities<T, TL>(ref block, draw, ref v);
        T logP = block.Shapes.IsEmpty
            ? Logits<T, TL>(ref block, ref v, ref a)
            : NestKernel.Run<T, TL>(ref block, ref v, ref a);
        T weight = TL.Multiply(TL.Load(ref Unsafe.AsRef(in block.Prior[draw])),
            Elementary.Exp<T, TL>(TL.Add(logP, TL.Broadcast(block.Shift))));
        TL.Store(weight, ref block.Weight[draw]);
        if (!block.LogProbability.IsEmpty)
        {
            TL.Store(logP, ref block.LogProbability[draw]);
        }

        if (!block.Slope.IsEmpty)
        {
            Weighted<T, TL>(ref block, weight, ref a);
            Slopes<T, TL>(ref block, draw, ref a);
            Sums<T, TL>(ref block, draw, weight, ref v, ref a);
        }
    }

    /// <summary>V(row) − V(chosen), two rows at a time, so that the sums do not wait for one another.</summary>
    private static void Utilities<T, TL>(ref DrawBlock block, int draw, ref double v)
        where T : struct
        where TL : struct, ILanes<T>
    {
        int k = block.Coefficients, stride = block.Weight.Length, rows = block.Base.Length, row = 0;
        ref double beta = ref Unsafe.Add(ref MemoryMarshal.GetReference(block.Beta), draw);
        ref double x = ref MemoryMarshal.GetReference(block.Difference);
        for (; row + 1 < rows; row += 2)
        {
            T first = TL.Broadcast(block.Base[row]), second = TL.Broadcast(block.Base[row + 1]);
            for (int i = 0; i < k; i++)
            {
                T b = TL.Load(ref Unsafe.Add(ref beta, i * stride));
                first = TL.MultiplyAdd(TL.Broadcast(Unsafe.Add(ref x, (row * k) + i)), b, first);
                second = TL.MultiplyAdd(TL.Broadcast(Unsafe.Add(ref x, ((row + 1) * k) + i)), b, second);
            }

            TL.Store(first, ref Unsafe.Add(ref v, row * TL.Count));
            TL.Store(second, ref Unsafe.Add(ref v, (row + 1) * TL.Count));
        }

        if (row < rows)
        {
            T last = TL.Broadcast(block.Base[row]);
            for (int i = 0; i < k; i++)
            {
                last = TL.MultiplyAdd(TL.Broadcast(Unsafe.Add(ref x, (row * k) + i)), TL.Load(ref Unsafe.Add(ref beta, i * stride)), last);
            }

            TL.Store(last, ref Unsafe.Add(ref v, row * TL.Count));
        }
    }

    /// <summary>ln P of a logit; a(row) = −P(row).</summary>
    private static T Logits<T, TL>(ref DrawBlock block, ref double v, ref double a)
        where T : struct
        where TL : struct, ILanes<T>
    {
        T product = TL.Broadcast(1), logs = TL.Broadcast(0), least = TL.Broadcast(-708);
        int row = 0;
        foreach (int end in block.Ends)
        {
            T largest = TL.Broadcast(0);
            for (int i = row; i < end; i++)
            {
                largest = TL.Max(TL.Load(ref Unsafe.Add(ref v, i * TL.Count)), largest);
            }

            T sum = Elementary.ExpNormal<T, TL>(TL.Max(TL.Subtract(TL.Broadcast(0), largest), least));
            for (int i = row; i < end; i++)
            {
                T e = Elementary.ExpNormal<T, TL>(TL.Max(TL.Subtract(TL.Load(ref Unsafe.Add(ref v, i * TL.Count)), largest), least));
                TL.Store(e, ref Unsafe.Add(ref a, i * TL.Count));
                sum = TL.Add(sum, e);
            }

            T factor = TL.Divide(TL.Broadcast(-1), sum);
            for (int i = row; i < end; i++)
            {
                ref double at = ref Unsafe.Add(ref a, i * TL.Count);
                TL.Store(TL.Multiply(TL.Load(ref at), factor), ref at);
            }

            (logs, product, row) = (TL.Add(logs, largest), TL.Multiply(product, sum), end);
            if (TL.AnyGreater(product, TL.Broadcast(Fold)))
            {
                T fold = TL.Broadcast(Fold);
                logs = TL.Add(logs, TL.SelectLess(fold, product, Elementary.Log<T, TL>(product), TL.Broadcast(0)));
                product = TL.SelectLess(fold, product, TL.Broadcast(1), product);
            }
        }

        return TL.Subtract(TL.Broadcast(0), TL.Add(logs, Elementary.Log<T, TL>(product)));
    }

    private static void Weighted<T, TL>(ref DrawBlock block, T weight, ref double a)
        where T : struct
        where TL : struct, ILanes<T>
    {
        for (int row = 0; row < block.Base.Length; row++)
        {
            ref double at = ref Unsafe.Add(ref a, row * TL.Count);
            TL.Store(TL.Multiply(weight, TL.Load(ref at)), ref at);
        }
    }

    /// <summary>Σ over rows of a·x, two coefficients at a time.</summary>
    private static void Slopes<T, TL>(ref DrawBlock block, int draw, ref double a)
        where T : struct
        where TL : struct, ILanes<T>
    {
        int k = block.Coefficients, stride = block.Weight.Length, rows = block.Base.Length, i = 0;
        ref double slope = ref Unsafe.Add(ref MemoryMarshal.GetReference(block.Slope), draw);
        ref double x = ref MemoryMarshal.GetReference(block.Difference);
        for (; i + 1 < k; i += 2)
        {
            T first = TL.Broadcast(0), second = first;
            for (int row = 0; row < rows; row++)
            {
                T own = TL.Load(ref Unsafe.Add(ref a, row * TL.Count));
                first = TL.MultiplyAdd(TL.Broadcast(Unsafe.Add(ref x, (row * k) + i)), own, first);
                second = TL.MultiplyAdd(TL.Broadcast(Unsafe.Add(ref x, (row * k) + i + 1)), own, second);
            }

            TL.Store(first, ref Unsafe.Add(ref slope, i * stride));
            TL.Store(second, ref Unsafe.Add(ref slope, (i + 1) * stride));
        }

        if (i < k)
        {
            T last = TL.Broadcast(0);
            for (int row = 0; row < rows; row++)
            {
                last = TL.MultiplyAdd(TL.Broadcast(Unsafe.Add(ref x, (row * k) + i)), TL.Load(ref Unsafe.Add(ref a, row * TL.Count)), last);
            }

            TL.Store(last, ref Unsafe.Add(ref slope, i * stride));
        }
    }

    /// <summary>What is summed over draws: slopes of rows, of situations' scales and of dissimilarities.</summary>
    private static void Sums<T, TL>(ref DrawBlock block, int draw, T weight, ref double v, ref double a)
        where T : struct
        where TL : struct, ILanes<T>
    {
        int lane = draw & 7, row = 0;
        for (int i = 0; i < block.Base.Length && !block.RowSlope.IsEmpty; i++)
        {
            ref double to = ref block.RowSlope[(i * 8) + lane];
            TL.Store(TL.Add(TL.Load(ref to), TL.Load(ref Unsafe.Add(ref a, i * TL.Count))), ref to);
        }

        for (int t = 0; t < block.Ends.Length && !block.ScaleSlope.IsEmpty; t++)
        {
            ref double to = ref block.ScaleSlope[(t * 8) + lane];
            T sum = TL.Load(ref to);
            for (; row < block.Ends[t]; row++)
            {
                sum = TL.MultiplyAdd(
                    TL.Load(ref Unsafe.Add(ref v, row * TL.Count)), TL.Load(ref Unsafe.Add(ref a, row * TL.Count)), sum);
            }

            TL.Store(sum, ref to);
        }

        ref double own = ref Unsafe.Add(ref a, block.Base.Length * TL.Count);
        for (int branch = 0; branch < block.Dissimilarity.Length && !block.DissimilaritySlope.IsEmpty; branch++)
        {
            ref double to = ref block.DissimilaritySlope[(branch * 8) + lane];
            TL.Store(TL.MultiplyAdd(weight, TL.Load(ref Unsafe.Add(ref own, branch * TL.Count)), TL.Load(ref to)), ref to);
        }
    }
}
