using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace InstallSim.Choice.Kernels;

/// <summary>Sums over columns. Results do not depend on the width of the processor's vectors.</summary>
public static class ColumnKernel
{
    /// <summary>y[i] += a·x[i], rounded once.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void AddScaled(double a, ReadOnlySpan<double> x, Span<double> y)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"x holds {x.Length} values, y {y.Length}: they must be equal", nameof(y));
        }

        int done = 0;
        if (VectorForms.Has512)
        {
            done = AddScaled<Vector512<double>, Lanes8>(a, x, y, done);
        }

        if (VectorForms.Has256)
        {
            done = AddScaled<Vector256<double>, Lanes4>(a, x, y, done);
        }

        AddScaled<double, Lanes1>(a, x, y, done);
    }

    /// <summary>target[i] = a·x[i] + c, rounded once.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Affine(double a, ReadOnlySpan<double> x, double c, Span<double> target)
    {
        RequireEqual(x.Length, x.Length, target.Length);
        int done = 0;
        if (VectorForms.Has512)
        {
            done = Affine<Vector512<double>, Lanes8>(a, x, c, target, done);
        }

        if (VectorForms.Has256)
        {
            done = Affine<Vector256<double>, Lanes4>(a, x, c, target, done);
        }

        Affine<double, Lanes1>(a, x, c, target, done);
    }

    /// <summary>Σ x[i]·y[i], in eight interleaved partial sums that are added pairwise.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"x holds {x.Length} values, y {y.Length}: they must be equal", nameof(y));
        }

        Span<double> partial = stackalloc double[8];
        int done = x.Length & ~7;
        if (VectorForms.Has512)
        {
            DotBlocks<Vector512<double>, Lanes8>(x[..done], y, partial);
        }
        else if (VectorForms.Has256)
        {
            DotBlocks<Vector256<double>, Lanes4>(x[..done], y, partial);
        }
        else
        {
            DotBlocks<double, Lanes1>(x[..done], y, partial);
        }

        for (int i = done; i < x.Length; i++)
        {
            partial[i & 7] = Math.FusedMultiplyAdd(x[i], y[i], partial[i & 7]);
        }

        return Sum8(partial);
    }

    /// <summary>Σ x[i], in eight interleaved partial sums that are added pairwise.</summary>
    public static double Sum(ReadOnlySpan<double> x)
    {
        Span<double> partial = stackalloc double[8];
        int done = x.Length & ~7;
        if (VectorForms.Has512)
        {
            SumBlocks<Vector512<double>, Lanes8>(x[..done], partial);
        }
        else if (VectorForms.Has256)
        {
            SumBlocks<Vector256<double>, Lanes4>(x[..done], partial);
        }
        else
        {
            SumBlocks<double, Lanes1>(x[..done], partial);
        }

        for (int i = done; i < x.Length; i++)
        {
            partial[i & 7] += x[i];
        }

        return Sum8(partial);
    }

    /// <summary>target[i] = x[i]·y[i]; the spans may be the same.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Multiply(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> target)
    {
        RequireEqual(x.Length, y.Length, target.Length);
        int done = 0;
        if (VectorForms.Has512)
        {
            done = Multiply<Vector512<double>, Lanes8>(x, y, target, done);
        }

        if (VectorForms.Has256)
        {
            done = Multiply<Vector256<double>, Lanes4>(x, y, target, done);
        }

        Multiply<double, Lanes1>(x, y, target, done);
    }

    /// <summary>target[i] += x[i]·y[i], rounded once.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void AddProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> target)
    {
        RequireEqual(x.Length, y.Length, target.Length);
        int done = 0;
        if (VectorForms.Has512)
        {
            done = AddProduct<Vector512<double>, Lanes8>(x, y, target, done);
        }

        if (VectorForms.Has256)
        {
            done = AddProduct<Vector256<double>, Lanes4>(x, y, target, done);
        }

        AddProduct<double, Lanes1>(x, y, target, done);
    }

    /// <summary>The eight partial sums as one, pairwise.</summary>
    internal static double Sum8(ReadOnlySpan<double> p) => p[0] + p[4] + (p[1] + p[5]) + (p[2] + p[6] + (p[3] + p[7]));

    private static void RequireEqual(int x, int y, int target)
    {
        if (x != target || y != target)
        {
            throw new ArgumentException($"x holds {x} values, y {y}, target {target}: they must be equal", nameof(target));
        }
    }

    private static int AddScaled<T, TL>(double a, ReadOnlySpan<double> x, Span<double> y, int start)
        where T : struct
        where TL : struct, ILanes<T>
    {
        ref double from = ref MemoryMarshal.GetReference(x);
        ref double to = ref MemoryMarshal.GetReference(y);
        var scale = TL.Broadcast(a);
        int i = start;
        for (; i <= x.Length - TL.Count; i += TL.Count)
        {
            ref double at = ref Unsafe.Add(ref to, i);
            TL.Store(TL.MultiplyAdd(scale, TL.Load(ref Unsafe.Add(ref from, i)), TL.Load(ref at)), ref at);
        }

        return i;
    }

    private static int Affine<T, TL>(double a, ReadOnlySpan<double> x, double c, Span<double> target, int start)
        where T : struct
        where TL : struct, ILanes<T>
    {
        ref double from = ref MemoryMarshal.GetReference(x);
        ref double to = ref MemoryMarshal.GetReference(target);
        var (scale, shift) = (TL.Broadcast(a), TL.Broadcast(c));
        int i = start;
        for (; i <= x.Length - TL.Count; i += TL.Count)
        {
            TL.Store(TL.MultiplyAdd(scale, TL.Load(ref Unsafe.Add(ref from, i)), shift), ref Unsafe.Add(ref to, i));
        }

        return i;
    }

    private static int Multiply<T, TL>(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> target, int start)
        where T : struct
        where TL : struct, ILanes<T>
    {
        ref double a = ref MemoryMarshal.GetReference(x);
        ref double b = ref MemoryMarshal.GetReference(y);
        ref double to = ref MemoryMarshal.GetReference(target);
        int i = start;
        for (; i <= target.Length - TL.Count; i += TL.Count)
        {
            TL.Store(TL.Multiply(TL.Load(ref Unsafe.Add(ref a, i)), TL.Load(ref Unsafe.Add(ref b, i))), ref Unsafe.Add(ref to, i));
        }

        return i;
    }

    private static int AddProduct<T, TL>(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> target, int start)
        where T : struct
        where TL : struct, ILanes<T>
    {
        ref double a = ref MemoryMarshal.GetReference(x);
        ref double b = ref MemoryMarshal.GetReference(y);
        ref double to = ref MemoryMarshal.GetReference(target);
        int i = start;
        for (; i <= target.Length - TL.Count; i += TL.Count)
        {
            ref double at = ref Unsafe.Add(ref to, i);
            TL.Store(TL.MultiplyAdd(TL.Load(ref Unsafe.Add(ref a, i)), TL.Load(ref Unsafe.Add(ref b, i)), TL.Load(ref at)), ref at);
        }

        return i;
    }

    private static void SumBlocks<T, TL>(ReadOnlySpan<double> x, Span<double> partial)
        where T : struct
        where TL : struct, ILanes<T>
    {
        ref double a = ref MemoryMarshal.GetReference(x);
        for (int lane = 0; lane < 8; lane += TL.Count)
        {
            var sum = TL.Broadcast(0);
            for (int i = lane; i < x.Length; i += 8)
            {
                sum = TL.Add(sum, TL.Load(ref Unsafe.Add(ref a, i)));
            }

            TL.Store(sum, ref partial[lane]);
        }
    }

    private static void DotBlocks<T, TL>(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> partial)
        where T : struct
        where TL : struct, ILanes<T>
    {
        ref double a = ref MemoryMarshal.GetReference(x);
        ref double b = ref MemoryMarshal.GetReference(y);
        for (int lane = 0; lane < 8; lane += TL.Count)
        {
            var sum = TL.Broadcast(0);
            for (int i = lane; i < x.Length; i += 8)
            {
                sum = TL.MultiplyAdd(TL.Load(ref Unsafe.Add(ref a, i)), TL.Load(ref Unsafe.Add(ref b, i)), sum);
            }

            TL.Store(sum, ref partial[lane]);
        }
    }
}
