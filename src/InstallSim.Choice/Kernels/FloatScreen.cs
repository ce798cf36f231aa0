using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace InstallSim.Choice.Kernels;

/// <summary>
/// Gumbel terms from random words in single precision, to tell what cannot win: every value is at least the one that double precision
/// gives for the same words, less <see cref="Error"/>, and exceeds it by little but for words near 0 or 2³².
/// </summary>
internal static class FloatScreen
{
    /// <summary>
    /// What a term may be too small by. With u = 2⁻²⁴, an exponential is exact to 20u of itself (conversion u, times 1.2 for the slope of
    /// ln; series 1u, its evaluation 4u; k·ln 2 beside ln m, 2.4·4u), a term −ln E then to 20u + 4u·88 at the most: below 2⁻¹⁵ = 512u.
    /// </summary>
    public const double Error = 1.0 / (1 << 15);

    /// <summary>Terms of groups that lead their block: highest = add − ln E, E = least − ln u / n.</summary>
    /// <param name="words">First words of the blocks, a whole number of vectors.</param>
    /// <param name="inverseSize">1/n, as long.</param>
    /// <param name="least">What all exceed.</param>
    /// <param name="add">What is added, <see cref="Error"/> included.</param>
    /// <param name="smallest">E, filled.</param>
    /// <param name="highest">Filled.</param>
    public static void Leaders<T, TL>(
        ReadOnlySpan<uint> words, ReadOnlySpan<float> inverseSize, float least, float add, Span<float> smallest, Span<float> highest)
        where T : struct
        where TL : struct, IFloatLanes<T>
    {
        ref uint word = ref MemoryMarshal.GetReference(words);
        ref float factor = ref MemoryMarshal.GetReference(inverseSize);
        ref float exponential = ref MemoryMarshal.GetReference(smallest);
        ref float target = ref MemoryMarshal.GetReference(highest);
        for (int i = 0; i < words.Length; i += TL.Count)
        {
            T e = Exponential<T, TL>(ref Unsafe.Add(ref word, i));
            e = TL.MultiplyAdd(e, TL.Load(ref Unsafe.Add(ref factor, i)), TL.Broadcast(least));
            TL.Store(e, ref Unsafe.Add(ref exponential, i));
            TL.Store(TL.Subtract(TL.Broadcast(add), Log<T, TL>(e)), ref Unsafe.Add(ref target, i));
        }
    }

    /// <summary>Bounds of V + ε of groups that do not lead their block: v + add − ln(smallest − ln u).</summary>
    /// <param name="words">First words of the groups, a whole number of vectors.</param>
    /// <param name="smallest">Smallest exponential of each group's block, as long.</param>
    /// <param name="add">What is added, <see cref="Error"/> included.</param>
    /// <param name="v">v on entry, the bound on return.</param>
    public static void Others<T, TL>(ReadOnlySpan<uint> words, ReadOnlySpan<float> smallest, float add, Span<float> v)
        where T : struct
        where TL : struct, IFloatLanes<T>
    {
        ref uint word = ref MemoryMarshal.GetReference(words);
        ref float least = ref MemoryMarshal.GetReference(smallest);
        ref float target = ref MemoryMarshal.GetReference(v);
        for (int i = 0; i < words.Length; i += TL.Count)
        {
            T e = TL.Add(Exponential<T, TL>(ref Unsafe.Add(ref word, i)), TL.Load(ref Unsafe.Add(ref least, i)));
            T most = TL.Add(TL.Load(ref Unsafe.Add(ref target, i)), TL.Broadcast(add));
            TL.Store(TL.Subtract(most, Log<T, TL>(e)), ref Unsafe.Add(ref target, i));
        }
    }

    /// <summary>−ln u of a word's upper 31 bits; near u = 1 from 1 − u, so that small values are as exact as large ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Exponential<T, TL>(ref uint word)
        where T : struct
        where TL : struct, IFloatLanes<T>
    {
        T u = TL.Uniform(ref word, out T toOne), zero = TL.Broadcast(0), quarter = TL.Broadcast(0.25f);
        T m = TL.Split(u, out T k);
        T f = TL.SelectLess(toOne, quarter, TL.Subtract(zero, toOne), TL.Subtract(m, TL.Broadcast(1)));
        return TL.Subtract(zero, Log<T, TL>(f, TL.SelectLess(toOne, quarter, zero, k)));
    }

    /// <summary>ln x, x &gt; 0; some −88 at 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Log<T, TL>(T x)
        where T : struct
        where TL : struct, IFloatLanes<T>
    {
        T m = TL.Split(x, out T k);
        return Log<T, TL>(TL.Subtract(m, TL.Broadcast(1)), k);
    }

    /// <summary>k·ln 2 + ln(1 + f), −¼ ≤ f &lt; ½: f + f²·p(f), p of degree 7, relative error of ln 0.6·2⁻²⁴ before rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Log<T, TL>(T f, T k)
        where T : struct
        where TL : struct, IFloatLanes<T>
    {
        T f2 = TL.Multiply(f, f);
        T p01 = TL.MultiplyAdd(f, TL.Broadcast(0.3333355f), TL.Broadcast(-0.5000006f));
        T p23 = TL.MultiplyAdd(f, TL.Broadcast(0.19977078f), TL.Broadcast(-0.24993442f));
        T p45 = TL.MultiplyAdd(f, TL.Broadcast(0.14983916f), TL.Broadcast(-0.16822818f));
        T p67 = TL.MultiplyAdd(f, TL.Broadcast(0.054131854f), TL.Broadcast(-0.12067317f));
        T p = TL.MultiplyAdd(f2, TL.MultiplyAdd(f2, TL.MultiplyAdd(f2, p67, p45), p23), p01);
        return TL.MultiplyAdd(k, TL.Broadcast(0.6931472f), TL.MultiplyAdd(f2, p, f));
    }
}
