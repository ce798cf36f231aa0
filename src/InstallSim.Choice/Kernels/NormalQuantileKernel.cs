using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace InstallSim.Choice.Kernels;

/// <summary>
/// Standard normal quantiles, relative error about 1e-16: the rational approximations of Wichura (1988), algorithm AS 241,
/// with our own square-root-of-log, so that all forms agree bit for bit.
/// </summary>
public static class NormalQuantileKernel
{
    private const int Chunk = 512;
    private const double Edge = 0.425; // of |u − ½|, beyond which the second approximation holds
    private const double FarTail = 1.3887943864964021e-11; // exp(−25), beyond which the third approximation holds

    private static ReadOnlySpan<double> CentreTop =>
    [
        3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
        67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
    ];

    private static ReadOnlySpan<double> CentreBottom =>
    [
        1, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077, 21213.794301586595867, 39307.895800092710610,
        28729.085735721942674, 5226.4952788528545610,
    ];

    private static ReadOnlySpan<double> TailTop =>
    [
        1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504, 1.27045825245236838258,
        0.241780725177450611770, 0.0227238449892691845833, 7.74545014278341407640e-4,
    ];

    private static ReadOnlySpan<double> TailBottom =>
    [
        1, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550, 0.148103976427480074590,
        0.0151986665636164571966, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static ReadOnlySpan<double> FarTop =>
    [
        6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230, 0.0265321895265761230930,
        1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static ReadOnlySpan<double> FarBottom =>
    [
        1, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525, 7.86869131145613259100e-4,
        1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];

    /// <summary>z with Φ(z) = u; −∞ at 0, +∞ at 1, NaN outside.</summary>
    public static double Quantile(double u)
    {
        Span<double> one = [u];
        Fill(one, one);
        return one[0];
    }

    /// <summary>target[i] = z with Φ(z) = uniform[i]; the two spans may be the same.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Fill(ReadOnlySpan<double> uniform, Span<double> target)
    {
        if (uniform.Length != target.Length)
        {
            throw new ArgumentException(
                $"uniform holds {uniform.Length} values, target {target.Length}: they must be equal", nameof(target));
        }

        int done = 0;
        if (VectorForms.Has512)
        {
            done = Blocks<Vector512<double>, Lanes8>(uniform, target, done);
        }

        if (VectorForms.Has256)
        {
            done = Blocks<Vector256<double>, Lanes4>(uniform, target, done);
        }

        Blocks<double, Lanes1>(uniform, target, done);
    }

    private static int Blocks<T, TL>(ReadOnlySpan<double> uniform, Span<double> target, int start)
        where T : struct
        where TL : struct, ILanes<T>
    {
        int end = start + ((uniform.Length - start) / TL.Count * TL.Count);
        if (end == start)
        {
            return end;
        }

        int chunk = Math.Min(Chunk, end - start);
        Span<double> tails = stackalloc double[chunk + TL.Count];
        Span<int> places = stackalloc int[chunk + TL.Count];
        for (int i = start; i < end; i += chunk)
        {
            int to = Math.Min(end, i + chunk);
            int found = Centres<T, TL>(uniform, target, i, to, tails, places);
            Tails<T, TL>(tails, found);
            for (int t = 0; t < found; t++)
            {
                target[places[t]] = tails[t];
            }
        }

        return end;
    }

    /// <summary>Quantiles near the centre; those further out are noted with their places.</summary>
    private static int Centres<T, TL>(
        ReadOnlySpan<double> uniform, Span<double> target, int start, int end, Span<double> tails, Span<int> places)
        where T : struct
        where TL : struct, ILanes<T>
    {
        ref double from = ref MemoryMarshal.GetReference(uniform);
        ref double to = ref MemoryMarshal.GetReference(target);
        T half = TL.Broadcast(0.5), edge = TL.Broadcast(Edge);
        int found = 0;
        for (int i = start; i < end; i += TL.Count)
        {
            var u = TL.Load(ref Unsafe.Add(ref from, i));
            var q = TL.Subtract(u, half);
            if (TL.AnyGreater(TL.Max(q, TL.Subtract(half, u)), edge))
            {
                for (int lane = i; lane < i + TL.Count; lane++)
                {
                    double value = Unsafe.Add(ref from, lane);
                    (tails[found], places[found]) = (value, lane);
                    found += Math.Abs(value - 0.5) > Edge ? 1 : 0;
                }
            }

            var r = TL.MultiplyAdd(TL.Subtract(TL.Broadcast(0), q), q, TL.Broadcast(0.180625));
            var z = TL.Multiply(q, TL.Divide(Polynomial<T, TL>(CentreTop, r), Polynomial<T, TL>(CentreBottom, r)));
            TL.Store(z, ref Unsafe.Add(ref to, i));
        }

        return found;
    }

    /// <summary>Quantiles of the first values, in their place; what fills the last group is not used.</summary>
    private static void Tails<T, TL>(Span<double> values, int count)
        where T : struct
        where TL : struct, ILanes<T>
    {
        values.Slice(count, (TL.Count - (count % TL.Count)) % TL.Count).Fill(0.01);
        ref double at = ref MemoryMarshal.GetReference(values);
        for (int i = 0; i < count; i += TL.Count)
        {
            var u = TL.Load(ref Unsafe.Add(ref at, i));
            var tail = TL.Min(u, TL.Subtract(TL.Broadcast(1), u));
            var root = TL.SquareRoot(TL.Subtract(TL.Broadcast(0), Elementary.Log<T, TL>(tail)));
            var r = TL.Subtract(root, TL.Broadcast(1.6));
            var far = TL.Divide(Polynomial<T, TL>(TailTop, r), Polynomial<T, TL>(TailBottom, r));
            if (TL.AnyGreater(TL.Broadcast(FarTail), tail))
            {
                r = TL.Subtract(root, TL.Broadcast(5));
                var farthest = TL.Divide(Polynomial<T, TL>(FarTop, r), Polynomial<T, TL>(FarBottom, r));
                far = TL.SelectLess(tail, TL.Broadcast(FarTail), farthest, far);
                far = TL.SelectLess(TL.Broadcast(0), tail, far, root); // ∞ at 0 and 1
            }

            var negative = TL.Subtract(TL.Broadcast(0), far);
            TL.Store(TL.SelectLess(u, TL.Broadcast(0.5), negative, far), ref Unsafe.Add(ref at, i));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Polynomial<T, TL>(ReadOnlySpan<double> c, T r)
        where T : struct
        where TL : struct, ILanes<T>
    {
        var r2 = TL.Multiply(r, r);
        var r4 = TL.Multiply(r2, r2);
        var c01 = TL.MultiplyAdd(r, TL.Broadcast(c[1]), TL.Broadcast(c[0]));
        var c23 = TL.MultiplyAdd(r, TL.Broadcast(c[3]), TL.Broadcast(c[2]));
        var c45 = TL.MultiplyAdd(r, TL.Broadcast(c[5]), TL.Broadcast(c[4]));
        var c67 = TL.MultiplyAdd(r, TL.Broadcast(c[7]), TL.Broadcast(c[6]));
        return TL.MultiplyAdd(r4, TL.MultiplyAdd(r2, c67, c45), TL.MultiplyAdd(r2, c23, c01));
    }
}
