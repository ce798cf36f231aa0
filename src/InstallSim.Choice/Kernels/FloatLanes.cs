using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace InstallSim.Choice.Kernels;

/// <summary>
/// Arithmetic on a group of floats, for what only has to bound: a kernel is written once and compiled for 1, 8 and 16 of them. Every
/// operation is one IEEE operation (or a shift of bits), so the forms agree bit for bit in each lane.
/// </summary>
/// <typeparam name="T">The group.</typeparam>
internal interface IFloatLanes<T>
    where T : struct
{
    static abstract int Count { get; }

    static abstract T Broadcast(float value);

    static abstract T Load(ref float source);

    static abstract void Store(T value, ref float target);

    static abstract T Add(T a, T b);

    static abstract T Subtract(T a, T b);

    static abstract T Multiply(T a, T b);

    /// <summary>a·b + c, rounded once.</summary>
    static abstract T MultiplyAdd(T a, T b, T c);

    /// <summary>The larger; <paramref name="b"/> where either is not a number.</summary>
    static abstract T Max(T a, T b);

    /// <summary>The largest lane; no lane may be not a number.</summary>
    static abstract float Largest(T a);

    /// <summary>A bit for each lane, lane 0 lowest: set unless a ≤ b, so also where either is not a number.</summary>
    static abstract uint NotAtMost(T a, T b);

    /// <summary>Names the lanes, by first + lane in rising order, where <see cref="NotAtMost"/> is set.</summary>
    /// <param name="a">a.</param>
    /// <param name="b">b.</param>
    /// <param name="lanes">The lanes that are meant, as bits: all from lane 0 to some lane.</param>
    /// <param name="first">The name of lane 0.</param>
    /// <param name="found">Where names go, with room for all lanes; those beyond the number returned mean nothing.</param>
    /// <returns>How many.</returns>
    static abstract int Find(T a, T b, uint lanes, int first, ref int found);

    /// <summary>Where a &lt; b the one, elsewhere the other.</summary>
    static abstract T SelectLess(T a, T b, T ifLess, T otherwise);

    /// <summary>
    /// The bounds of the uniform number u of a word, k its upper 31 bits: (k + 1)·2⁻³¹ ≥ u and (2³¹ − 1 − k)·2⁻³¹ ≤ 1 − u, rounded.
    /// The first is not meant to be used where u ≥ ¾.
    /// </summary>
    static abstract T Uniform(ref uint word, out T toOne);

    /// <summary>x = m·2ᵏ with m in [¾, 1½), x positive; 0 as the least power of two.</summary>
    static abstract T Split(T x, out T exponent);
}

/// <summary>Bit patterns that the forms share.</summary>
internal static class FloatBits
{
    internal const int ThreeQuarters = 0x3F400000;
    internal const int Most31 = 0x7FFFFFFF;
    internal const float Step31 = 1f / (1u << 31);

    /// <summary>Numbers of the bits set in each of the 256 bytes, in rising order, a byte each.</summary>
    internal static readonly ulong[] SetBits = [.. Enumerable.Range(0, 256).Select(SetBitsOf)];

    private static ulong SetBitsOf(int bits)
    {
        ulong numbers = 0;
        for (int found = 0; bits != 0; bits &= bits - 1, found += 8)
        {
            numbers |= (ulong)BitOperations.TrailingZeroCount(bits) << found;
        }

        return numbers;
    }
}

/// <summary>One float.</summary>
internal readonly struct Floats1 : IFloatLanes<float>
{
    public static int Count => 1;

    public static float Broadcast(float value) => value;

    public static float Load(ref float source) => source;

    public static void Store(float value, ref float target) => target = value;

    public static float Add(float a, float b) => a + b;

    public static float Subtract(float a, float b) => a - b;

    public static float Multiply(float a, float b) => a * b;

    public static float MultiplyAdd(float a, float b, float c) => MathF.FusedMultiplyAdd(a, b, c);

    public static float Max(float a, float b) => a > b ? a : b;

    public static float Largest(float a) => a;

    public static uint NotAtMost(float a, float b) => a <= b ? 0u : 1u;

    public static int Find(float a, float b, uint lanes, int first, ref int found)
    {
        found = first;
        return (int)(NotAtMost(a, b) & lanes);
    }

    public static float SelectLess(float a, float b, float ifLess, float otherwise) => a < b ? ifLess : otherwise;

    public static float Uniform(ref uint word, out float toOne)
    {
        int k = (int)(word >> 1);
        toOne = (FloatBits.Most31 - k) * FloatBits.Step31;
        return unchecked(k + 1) * FloatBits.Step31;
    }

    public static float Split(float x, out float exponent)
    {
        int bits = BitConverter.SingleToInt32Bits(x), power = (bits - FloatBits.ThreeQuarters) >> 23;
        exponent = power;
        return BitConverter.Int32BitsToSingle(bits - (power << 23));
    }
}

/// <summary>Eight floats. Only where <see cref="Avx2.IsSupported"/> and <see cref="Fma.IsSupported"/>.</summary>
internal readonly struct Floats8 : IFloatLanes<Vector256<float>>
{
    public static int Count => 8;

    public static Vector256<float> Broadcast(float value) => Vector256.Create(value);

    public static Vector256<float> Load(ref float source) => Vector256.LoadUnsafe(ref source);

    public static void Store(Vector256<float> value, ref float target) => value.StoreUnsafe(ref target);

    public static Vector256<float> Add(Vector256<float> a, Vector256<float> b) => a + b;

    public static Vector256<float> Subtract(Vector256<float> a, Vector256<float> b) => a - b;

    public static Vector256<float> Multiply(Vector256<float> a, Vector256<float> b) => a * b;

    public static Vector256<float> MultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> c) => Fma.MultiplyAdd(a, b, c);

    public static Vector256<float> Max(Vector256<float> a, Vector256<float> b) => Avx.Max(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Largest(Vector256<float> a)
    {
        Vector128<float> four = Sse.Max(a.GetLower(), a.GetUpper());
        Vector128<float> two = Sse.Max(four, Sse.MoveHighToLow(four, four));
        return MathF.Max(two.GetElement(0), two.GetElement(1));
    }

    public static uint NotAtMost(Vector256<float> a, Vector256<float> b) =>
        (uint)Avx.MoveMask(Avx.Compare(a, b, FloatComparisonMode.UnorderedNotLessThanOrEqualNonSignaling));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(Vector256<float> a, Vector256<float> b, uint lanes, int first, ref int found)
    {
        uint above = NotAtMost(a, b);
        Vector256<int> set = Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(FloatBits.SetBits[above]).AsByte());
        Avx2.Add(set, Vector256.Create(first)).StoreUnsafe(ref found);
        return BitOperations.PopCount(above & lanes);
    }

    public static Vector256<float> SelectLess(
        Vector256<float> a, Vector256<float> b, Vector256<float> ifLess, Vector256<float> otherwise) =>
        Avx.BlendVariable(otherwise, ifLess, Avx.CompareLessThan(a, b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Uniform(ref uint word, out Vector256<float> toOne)
    {
        Vector256<int> k = Avx2.ShiftRightLogical(Vector256.LoadUnsafe(ref word), 1).AsInt32();
        Vector256<float> step = Vector256.Create(FloatBits.Step31);
        toOne = Avx.ConvertToVector256Single(Avx2.Subtract(Vector256.Create(FloatBits.Most31), k)) * step;
        return Avx.ConvertToVector256Single(Avx2.Add(k, Vector256.Create(1))) * step;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Split(Vector256<float> x, out Vector256<float> exponent)
    {
        Vector256<int> bits = x.AsInt32();
        Vector256<int> power = Avx2.ShiftRightArithmetic(Avx2.Subtract(bits, Vector256.Create(FloatBits.ThreeQuarters)), 23);
        exponent = Avx.ConvertToVector256Single(power);
        return Avx2.Subtract(bits, Avx2.ShiftLeftLogical(power, 23)).AsSingle();
    }
}

/// <summary>Sixteen floats, by AVX-512 instructions as <see cref="Lanes8"/>. Only where <see cref="Avx512F.IsSupported"/>.</summary>
internal readonly struct Floats16 : IFloatLanes<Vector512<float>>
{
    public static int Count => 16;

    public static Vector512<float> Broadcast(float value) => Avx512F.BroadcastScalarToVector512(Vector128.CreateScalarUnsafe(value));

    public static Vector512<float> Load(ref float source) =>
        Unsafe.ReadUnaligned<Vector512<float>>(ref Unsafe.As<float, byte>(ref source));

    public static void Store(Vector512<float> value, ref float target) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref target), value);

    public static Vector512<float> Add(Vector512<float> a, Vector512<float> b) => Avx512F.Add(a, b);

    public static Vector512<float> Subtract(Vector512<float> a, Vector512<float> b) => Avx512F.Subtract(a, b);

    public static Vector512<float> Multiply(Vector512<float> a, Vector512<float> b) => Avx512F.Multiply(a, b);

    public static Vector512<float> MultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> c) =>
        Avx512F.FusedMultiplyAdd(a, b, c);

    public static Vector512<float> Max(Vector512<float> a, Vector512<float> b) => Avx512F.Max(a, b);

    public static float Largest(Vector512<float> a) => Floats8.Largest(Avx.Max(a.GetLower(), a.GetUpper()));

    public static uint NotAtMost(Vector512<float> a, Vector512<float> b) =>
        (uint)Avx512F.Compare(a, b, FloatComparisonMode.UnorderedNotLessThanOrEqualNonSignaling).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(Vector512<float> a, Vector512<float> b, uint lanes, int first, ref int found)
    {
        Vector512<float> above = Avx512F.Compare(a, b, FloatComparisonMode.UnorderedNotLessThanOrEqualNonSignaling);
        Vector512<int> names = Avx512F.Add(Vector512<int>.Indices, Whole(first));
        Avx512F.Compress(Vector512<int>.Zero, above.AsInt32(), names).StoreUnsafe(ref found);
        return BitOperations.PopCount((uint)above.ExtractMostSignificantBits() & lanes);
    }

    public static Vector512<float> SelectLess(
        Vector512<float> a, Vector512<float> b, Vector512<float> ifLess, Vector512<float> otherwise) =>
        Avx512F.BlendVariable(otherwise, ifLess, Avx512F.CompareLessThan(a, b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Uniform(ref uint word, out Vector512<float> toOne)
    {
        Vector512<uint> words = Unsafe.ReadUnaligned<Vector512<uint>>(ref Unsafe.As<uint, byte>(ref word));
        Vector512<int> k = Avx512F.ShiftRightLogical(words, 1).AsInt32();
        Vector512<float> step = Broadcast(FloatBits.Step31);
        toOne = Avx512F.Multiply(Avx512F.ConvertToVector512Single(Avx512F.Subtract(Whole(FloatBits.Most31), k)), step);
        return Avx512F.Multiply(Avx512F.ConvertToVector512Single(Avx512F.Add(k, Whole(1))), step);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Split(Vector512<float> x, out Vector512<float> exponent)
    {
        Vector512<int> bits = x.AsInt32();
        Vector512<int> power = Avx512F.ShiftRightArithmetic(Avx512F.Subtract(bits, Whole(FloatBits.ThreeQuarters)), 23);
        exponent = Avx512F.ConvertToVector512Single(power);
        return Avx512F.Subtract(bits, Avx512F.ShiftLeftLogical(power, 23)).AsSingle();
    }

    private static Vector512<int> Whole(int value) => Avx512F.BroadcastScalarToVector512(Vector128.CreateScalarUnsafe(value));
}
