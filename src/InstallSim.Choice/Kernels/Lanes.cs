using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace InstallSim.Choice.Kernels;

/// <summary>
/// Arithmetic on a group of doubles, so that a kernel is written once and compiled for one, four and eight of them. Every
/// operation is one IEEE operation (or a shift of bits), so the forms agree bit for bit in each lane.
/// </summary>
/// <typeparam name="T">The group: <see cref="double"/>, <see cref="Vector256{T}"/> or <see cref="Vector512{T}"/>.</typeparam>
internal interface ILanes<T>
    where T : struct
{
    static abstract int Count { get; }

    static abstract T Broadcast(double value);

    static abstract T Load(ref double source);

    static abstract void Store(T value, ref double target);

    static abstract T Add(T a, T b);

    static abstract T Subtract(T a, T b);

    static abstract T Multiply(T a, T b);

    static abstract T Divide(T a, T b);

    static abstract T SquareRoot(T a);

    /// <summary>a·b + c, rounded once.</summary>
    static abstract T MultiplyAdd(T a, T b, T c);

    /// <summary>Whether some lane of a is larger than that of b.</summary>
    static abstract bool AnyGreater(T a, T b);

    /// <summary>The larger; <paramref name="b"/> where either is not a number.</summary>
    static abstract T Max(T a, T b);

    /// <summary>The largest lane; no lane may be not a number.</summary>
    static abstract double Largest(T a);

    /// <summary>The smaller; <paramref name="b"/> where either is not a number.</summary>
    static abstract T Min(T a, T b);

    /// <summary>Where a &lt; b the one, elsewhere (not a number included) the other.</summary>
    static abstract T SelectLess(T a, T b, T ifLess, T otherwise);

    /// <summary>2ⁿ, −1022 ≤ n ≤ 1023, n given as n + 1.5·2⁵².</summary>
    static abstract T PowerOfTwo(T shifted);

    /// <summary>x = m·2ᵏ with m in [√½, √2), x positive and normal.</summary>
    static abstract T Split(T x, out T exponent);
}

/// <summary>Bit patterns that the three forms share.</summary>
internal static class LaneBits
{
    internal const long One = 0x3FF0000000000000;
    internal const long RootHalf = 0x3FE6A09E667F3BCD;
    internal const long TwoTo52 = 0x4330000000000000;
    internal const double TwoTo52PlusBias = 4503599627370496.0 + 1023.0;
}

/// <summary>One double: the tail of every kernel, and the whole of it on a processor without vectors.</summary>
internal readonly struct Lanes1 : ILanes<double>
{
    public static int Count => 1;

    public static double Broadcast(double value) => value;

    public static double Load(ref double source) => source;

    public static void Store(double value, ref double target) => target = value;

    public static double Add(double a, double b) => a + b;

    public static double Subtract(double a, double b) => a - b;

    public static double Multiply(double a, double b) => a * b;

    public static double Divide(double a, double b) => a / b;

    public static double SquareRoot(double a) => Math.Sqrt(a);

    public static double MultiplyAdd(double a, double b, double c) => Math.FusedMultiplyAdd(a, b, c);

    public static bool AnyGreater(double a, double b) => a > b;

    public static double Max(double a, double b) => a > b ? a : b;

    public static double Largest(double a) => a;

    public static double Min(double a, double b) => a < b ? a : b;

    public static double SelectLess(double a, double b, double ifLess, double otherwise) => a < b ? ifLess : otherwise;

    public static double PowerOfTwo(double shifted) =>
        BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(shifted) + 1023) << 52);

    public static double Split(double x, out double exponent)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        long biased = (bits + (LaneBits.One - LaneBits.RootHalf)) >>> 52;
        exponent = BitConverter.Int64BitsToDouble(biased | LaneBits.TwoTo52) - LaneBits.TwoTo52PlusBias;
        return BitConverter.Int64BitsToDouble(bits + LaneBits.One - (biased << 52));
    }
}

/// <summary>Four doubles, by the portable vector type.</summary>
internal readonly struct Lanes4 : ILanes<Vector256<double>>
{
    public static int Count => 4;

    public static Vector256<double> Broadcast(double value) => Vector256.Create(value);

    public static Vector256<double> Load(ref double source) => Vector256.LoadUnsafe(ref source);

    public static void Store(Vector256<double> value, ref double target) => value.StoreUnsafe(ref target);

    public static Vector256<double> Add(Vector256<double> a, Vector256<double> b) => a + b;

    public static Vector256<double> Subtract(Vector256<double> a, Vector256<double> b) => a - b;

    public static Vector256<double> Multiply(Vector256<double> a, Vector256<double> b) => a * b;

    public static Vector256<double> Divide(Vector256<double> a, Vector256<double> b) => a / b;

    public static Vector256<double> SquareRoot(Vector256<double> a) => Vector256.Sqrt(a);

    public static Vector256<double> MultiplyAdd(Vector256<double> a, Vector256<double> b, Vector256<double> c) =>
        Vector256.FusedMultiplyAdd(a, b, c);

    public static bool AnyGreater(Vector256<double> a, Vector256<double> b) => Vector256.GreaterThanAny(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Max(Vector256<double> a, Vector256<double> b) =>
        Avx.IsSupported ? Avx.Max(a, b) : Vector256.ConditionalSelect(Vector256.GreaterThan(a, b), a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Largest(Vector256<double> a)
    {
        Vector256<double> two = Max(a, Vector256.Shuffle(a, Vector256.Create(2L, 3, 0, 1)));
        return Math.Max(two.GetElement(0), two.GetElement(1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Min(Vector256<double> a, Vector256<double> b) =>
        Avx.IsSupported ? Avx.Min(a, b) : Vector256.ConditionalSelect(Vector256.LessThan(a, b), a, b);

    public static Vector256<double> SelectLess(
        Vector256<double> a, Vector256<double> b, Vector256<double> ifLess, Vector256<double> otherwise) =>
        Vector256.ConditionalSelect(Vector256.LessThan(a, b), ifLess, otherwise);

    public static Vector256<double> PowerOfTwo(Vector256<double> shifted) =>
        Vector256.ShiftLeft(shifted.AsInt64() + Vector256.Create(1023L), 52).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Split(Vector256<double> x, out Vector256<double> exponent)
    {
        var bits = x.AsInt64();
        var biased = Vector256.ShiftRightLogical(bits + Vector256.Create(LaneBits.One - LaneBits.RootHalf), 52);
        exponent = (biased | Vector256.Create(LaneBits.TwoTo52)).AsDouble() - Vector256.Create(LaneBits.TwoTo52PlusBias);
        return (bits + Vector256.Create(LaneBits.One) - Vector256.ShiftLeft(biased, 52)).AsDouble();
    }
}

/// <summary>
/// Eight doubles by AVX-512, named instruction by instruction: <see cref="Vector512.IsHardwareAccelerated"/> may be false
/// where AVX-512 is there and pays. Only where <see cref="Avx512F.IsSupported"/>.
/// </summary>
internal readonly struct Lanes8 : ILanes<Vector512<double>>
{
    public static int Count => 8;

    public static Vector512<double> Broadcast(double value) =>
        Avx512F.BroadcastScalarToVector512(Vector128.CreateScalarUnsafe(value));

    public static Vector512<double> Load(ref double source) =>
        Unsafe.ReadUnaligned<Vector512<double>>(ref Unsafe.As<double, byte>(ref source));

    public static void Store(Vector512<double> value, ref double target) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<double, byte>(ref target), value);

    public static Vector512<double> Add(Vector512<double> a, Vector512<double> b) => Avx512F.Add(a, b);

    public static Vector512<double> Subtract(Vector512<double> a, Vector512<double> b) => Avx512F.Subtract(a, b);

    public static Vector512<double> Multiply(Vector512<double> a, Vector512<double> b) => Avx512F.Multiply(a, b);

    public static Vector512<double> Divide(Vector512<double> a, Vector512<double> b) => Avx512F.Divide(a, b);

    public static Vector512<double> SquareRoot(Vector512<double> a) => Avx512F.Sqrt(a);

    public static Vector512<double> MultiplyAdd(Vector512<double> a, Vector512<double> b, Vector512<double> c) =>
        Avx512F.FusedMultiplyAdd(a, b, c);

    public static bool AnyGreater(Vector512<double> a, Vector512<double> b) =>
        Avx512F.CompareGreaterThan(a, b).ExtractMostSignificantBits() != 0;

    public static Vector512<double> Max(Vector512<double> a, Vector512<double> b) => Avx512F.Max(a, b);

    public static double Largest(Vector512<double> a) => Lanes4.Largest(Lanes4.Max(a.GetLower(), a.GetUpper()));

    public static Vector512<double> Min(Vector512<double> a, Vector512<double> b) => Avx512F.Min(a, b);

    public static Vector512<double> SelectLess(
        Vector512<double> a, Vector512<double> b, Vector512<double> ifLess, Vector512<double> otherwise) =>
        Avx512F.BlendVariable(otherwise, ifLess, Avx512F.CompareLessThan(a, b));

    public static Vector512<double> PowerOfTwo(Vector512<double> shifted) =>
        Avx512F.ShiftLeftLogical(Avx512F.Add(shifted.AsInt64(), Whole(1023)), 52).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Split(Vector512<double> x, out Vector512<double> exponent)
    {
        var bits = x.AsInt64();
        var biased = Avx512F.ShiftRightLogical(Avx512F.Add(bits, Whole(LaneBits.One - LaneBits.RootHalf)), 52);
        exponent = Avx512F.Subtract(Avx512F.Or(biased, Whole(LaneBits.TwoTo52)).AsDouble(), Broadcast(LaneBits.TwoTo52PlusBias));
        return Avx512F.Subtract(Avx512F.Add(bits, Whole(LaneBits.One)), Avx512F.ShiftLeftLogical(biased, 52)).AsDouble();
    }

    private static Vector512<long> Whole(long value) =>
        Avx512F.BroadcastScalarToVector512(Vector128.CreateScalarUnsafe(value));
}
