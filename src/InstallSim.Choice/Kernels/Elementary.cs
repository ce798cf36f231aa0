using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace InstallSim.Choice.Kernels;

/// <summary>
/// Own exp and ln: IEEE operations with explicit fused multiply-adds in one order, so that a value does not depend on the
/// platform's library, the processor, the width of the vector or the place in a span. Error below one unit in the last place.
/// </summary>
public static class Elementary
{
    private const double Shifter = 6755399441055744.0; // 1.5·2⁵²: adding it rounds to a whole number
    private const double InverseLogTwo = 1.4426950408889634;
    private const double LogTwoHigh = 0.6931471803691238, LogTwoLow = 1.9082149292705877e-10; // high: 32 bits

    /// <summary>exp(x); 0 below −745.13, +∞ above 709.78, NaN for NaN.</summary>
    public static double Exp(double x) => Exp<double, Lanes1>(x);

    /// <summary>exp(x) of each of four values, bit-equal to <see cref="Exp(double)"/>.</summary>
    public static Vector256<double> Exp(Vector256<double> x) => Exp<Vector256<double>, Lanes4>(x);

    /// <summary>
    /// exp(x) of each of eight values, bit-equal to <see cref="Exp(double)"/>; only where <see cref="Avx512F.IsSupported"/>.
    /// </summary>
    public static Vector512<double> Exp(Vector512<double> x) => Exp<Vector512<double>, Lanes8>(x);

    /// <summary>target[i] = exp(x[i]); the two spans may be the same.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Exp(ReadOnlySpan<double> x, Span<double> target)
    {
        RequireSameLength(x, target);
        int done = 0;
        if (VectorForms.Has512)
        {
            done = ExpBlocks<Vector512<double>, Lanes8>(x, target, done);
        }

        if (VectorForms.Has256)
        {
            done = ExpBlocks<Vector256<double>, Lanes4>(x, target, done);
        }

        ExpBlocks<double, Lanes1>(x, target, done);
    }

    /// <summary>−ln(−ln u): the standard Gumbel quantile of u in (0, 1).</summary>
    public static double Gumbel(double u) => -Log(-Log(u));

    /// <summary>ln(x); −∞ for 0, NaN below 0 and for NaN, +∞ for +∞.</summary>
    public static double Log(double x) => Log<double, Lanes1>(x);

    /// <summary>ln(x) of each of four values, bit-equal to <see cref="Log(double)"/>.</summary>
    public static Vector256<double> Log(Vector256<double> x) => Log<Vector256<double>, Lanes4>(x);

    /// <summary>
    /// ln(x) of each of eight values, bit-equal to <see cref="Log(double)"/>; only where <see cref="Avx512F.IsSupported"/>.
    /// </summary>
    public static Vector512<double> Log(Vector512<double> x) => Log<Vector512<double>, Lanes8>(x);

    /// <summary>target[i] = ln(x[i]); the two spans may be the same.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Log(ReadOnlySpan<double> x, Span<double> target)
    {
        RequireSameLength(x, target);
        int done = 0;
        if (VectorForms.Has512)
        {
            done = LogBlocks<Vector512<double>, Lanes8>(x, target, done);
        }

        if (VectorForms.Has256)
        {
            done = LogBlocks<Vector256<double>, Lanes4>(x, target, done);
        }

        LogBlocks<double, Lanes1>(x, target, done);
    }

    /// <summary>
    /// x = n·ln 2 + r, |r| ≤ ½ ln 2; exp(x) = 2ⁿ·(1 + r + r²·q(r)), q of degree 9 through Chebyshev points (relative error
    /// 0.15·2⁻⁵³). 2ⁿ is applied in two halves, so subnormal results are rounded once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Exp<T, TL>(T x)
        where T : struct
        where TL : struct, ILanes<T>
    {
        x = TL.Min(TL.Broadcast(710.0), TL.Max(TL.Broadcast(-746.0), x));
        var shifter = TL.Broadcast(Shifter);
        var n = TL.Subtract(TL.MultiplyAdd(x, TL.Broadcast(InverseLogTwo), shifter), shifter);
        var p = ExpReduced<T, TL>(x, n);
        var firstShifted = TL.MultiplyAdd(n, TL.Broadcast(0.5), shifter);
        var second = TL.Subtract(n, TL.Subtract(firstShifted, shifter));
        return TL.Multiply(TL.Multiply(p, TL.PowerOfTwo(firstShifted)), TL.PowerOfTwo(TL.Add(second, shifter)));
    }

    /// <summary>exp(x) for −708 ≤ x ≤ 709 only, bit-equal to <see cref="Exp{T, TL}(T)"/> there and cheaper.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T ExpNormal<T, TL>(T x)
        where T : struct
        where TL : struct, ILanes<T>
    {
        var shifter = TL.Broadcast(Shifter);
        var shifted = TL.MultiplyAdd(x, TL.Broadcast(InverseLogTwo), shifter);
        return TL.Multiply(ExpReduced<T, TL>(x, TL.Subtract(shifted, shifter)), TL.PowerOfTwo(shifted));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ExpReduced<T, TL>(T x, T n)
        where T : struct
        where TL : struct, ILanes<T>
    {
        var exact = TL.MultiplyAdd(n, TL.Broadcast(-LogTwoHigh), x);
        var r = TL.MultiplyAdd(n, TL.Broadcast(-LogTwoLow), exact);
        var rest = TL.MultiplyAdd(n, TL.Broadcast(-LogTwoLow), TL.Subtract(exact, r)); // what rounding r lost
        var r2 = TL.Multiply(r, r);
        var r4 = TL.Multiply(r2, r2);
        var q01 = TL.MultiplyAdd(r, TL.Broadcast(0.16666666666666669), TL.Broadcast(0.5000000000000001));
        var q23 = TL.MultiplyAdd(r, TL.Broadcast(0.008333333333330051), TL.Broadcast(0.04166666666662399));
        var q45 = TL.MultiplyAdd(r, TL.Broadcast(0.00019841269863105968), TL.Broadcast(0.0013888888917281794));
        var q67 = TL.MultiplyAdd(r, TL.Broadcast(2.7557268378684192e-06), TL.Broadcast(2.480152119021773e-05));
        var q89 = TL.MultiplyAdd(r, TL.Broadcast(2.5100424157005067e-08), TL.Broadcast(2.7620138719733994e-07));
        var q47 = TL.MultiplyAdd(r2, q67, q45);
        var q03 = TL.MultiplyAdd(r2, q23, q01);
        var q = TL.MultiplyAdd(r4, TL.MultiplyAdd(r4, q89, q47), q03);
        return TL.Add(TL.Add(TL.MultiplyAdd(r2, q, rest), r), TL.Broadcast(1.0));
    }

    /// <summary>
    /// x = m·2ᵏ, f = m − 1, s = f/(2 + f): ln m = 2·artanh s = f − (f²/2 − s·(f²/2 + R(s²))), R of degree 7 through Chebyshev
    /// points (error 0.08·2⁻⁵³). Subnormal x is scaled by 2⁵⁴ first.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Log<T, TL>(T x)
        where T : struct
        where TL : struct, ILanes<T>
    {
        var smallestNormal = TL.Broadcast(2.2250738585072014e-308);
        var scaled = TL.SelectLess(x, smallestNormal, TL.Multiply(x, TL.Broadcast(18014398509481984.0)), x);
        var m = TL.Split(scaled, out var k);
        k = TL.Add(k, TL.SelectLess(x, smallestNormal, TL.Broadcast(-54.0), TL.Broadcast(0.0)));
        var f = TL.Subtract(m, TL.Broadcast(1.0));
        var s = TL.Divide(f, TL.Add(f, TL.Broadcast(2.0)));
        var z = TL.Multiply(s, s);
        var half = TL.Multiply(TL.Multiply(TL.Broadcast(0.5), f), f);
        var inner = TL.Multiply(s, TL.Add(half, LogSeries<T, TL>(z)));
        var low = TL.MultiplyAdd(k, TL.Broadcast(LogTwoLow), inner);
        var result = TL.MultiplyAdd(k, TL.Broadcast(LogTwoHigh), TL.Subtract(f, TL.Subtract(half, low)));
        result = TL.SelectLess(x, TL.Broadcast(double.Epsilon), TL.Broadcast(double.NegativeInfinity), result);
        result = TL.SelectLess(x, TL.Broadcast(0.0), TL.Broadcast(double.NaN), result);
        return TL.SelectLess(x, TL.Broadcast(double.PositiveInfinity), result, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T LogSeries<T, TL>(T z)
        where T : struct
        where TL : struct, ILanes<T>
    {
        var z2 = TL.Multiply(z, z);
        var a01 = TL.MultiplyAdd(z, TL.Broadcast(0.3999999999989889), TL.Broadcast(0.666666666666667));
        var a23 = TL.MultiplyAdd(z, TL.Broadcast(0.22222211089379496), TL.Broadcast(0.28571428626253836));
        var a45 = TL.MultiplyAdd(z, TL.Broadcast(0.15331611722055008), TL.Broadcast(0.1818289243253687));
        var a46 = TL.MultiplyAdd(z2, TL.Broadcast(0.14617807153417325), a45);
        return TL.Multiply(z, TL.MultiplyAdd(z2, TL.MultiplyAdd(z2, a46, a23), a01));
    }

    private static int ExpBlocks<T, TL>(ReadOnlySpan<double> x, Span<double> target, int start)
        where T : struct
        where TL : struct, ILanes<T>
    {
        ref double from = ref MemoryMarshal.GetReference(x);
        ref double to = ref MemoryMarshal.GetReference(target);
        int i = start;
        for (; i <= x.Length - TL.Count; i += TL.Count)
        {
            TL.Store(Exp<T, TL>(TL.Load(ref Unsafe.Add(ref from, i))), ref Unsafe.Add(ref to, i));
        }

        return i;
    }

    private static int LogBlocks<T, TL>(ReadOnlySpan<double> x, Span<double> target, int start)
        where T : struct
        where TL : struct, ILanes<T>
    {
        ref double from = ref MemoryMarshal.GetReference(x);
        ref double to = ref MemoryMarshal.GetReference(target);
        int i = start;
        for (; i <= x.Length - TL.Count; i += TL.Count)
        {
            TL.Store(Log<T, TL>(TL.Load(ref Unsafe.Add(ref from, i))), ref Unsafe.Add(ref to, i));
        }

        return i;
    }

    private static void RequireSameLength(ReadOnlySpan<double> x, Span<double> target)
    {
        if (x.Length != target.Length)
        {
            throw new ArgumentException($"x holds {x.Length} values, target {target.Length}: they must be equal", nameof(target));
        }
    }
}
