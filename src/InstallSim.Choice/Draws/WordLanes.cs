using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace InstallSim.Choice.Draws;

/// <summary>Words of 32 bits, each in the lower half of a lane of 64: a kernel is written once and compiled for 1, 4 and 8 lanes.</summary>
/// <typeparam name="T">The lanes; what their upper halves hold plays no part.</typeparam>
internal interface IWordLanes<T>
    where T : struct
{
    static abstract int Count { get; }

    static abstract T Broadcast(uint value);

    static abstract T Load(ref uint source);

    static abstract void Store(T value, ref uint target);

    /// <summary>Product of the lower halves, over the whole lane.</summary>
    static abstract T Multiply(T a, T b);

    /// <summary>The upper half of each lane, moved to the lower.</summary>
    static abstract T Upper(T a);

    static abstract T Add(T a, T b);

    static abstract T Xor(T a, T b);
}

/// <summary>One word.</summary>
internal readonly struct Words1 : IWordLanes<ulong>
{
    public static int Count => 1;

    public static ulong Broadcast(uint value) => value;

    public static ulong Load(ref uint source) => source;

    public static void Store(ulong value, ref uint target) => target = (uint)value;

    public static ulong Multiply(ulong a, ulong b) => (ulong)(uint)a * (uint)b;

    public static ulong Upper(ulong a) => a >> 32;

    public static ulong Add(ulong a, ulong b) => a + b;

    public static ulong Xor(ulong a, ulong b) => a ^ b;
}

/// <summary>Four words. Only where <see cref="Avx2.IsSupported"/>.</summary>
internal readonly struct Words4 : IWordLanes<Vector256<ulong>>
{
    public static int Count => 4;

    public static Vector256<ulong> Broadcast(uint value) => Vector256.Create((ulong)value);

    public static Vector256<ulong> Load(ref uint source) =>
        Avx2.ConvertToVector256Int64(Vector128.LoadUnsafe(ref source)).AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<ulong> value, ref uint target) =>
        Avx2.PermuteVar8x32(value.AsUInt32(), Vector256.Create(0u, 2, 4, 6, 0, 2, 4, 6)).GetLower().StoreUnsafe(ref target);

    public static Vector256<ulong> Multiply(Vector256<ulong> a, Vector256<ulong> b) => Avx2.Multiply(a.AsUInt32(), b.AsUInt32());

    public static Vector256<ulong> Upper(Vector256<ulong> a) => Avx2.ShiftRightLogical(a, 32);

    public static Vector256<ulong> Add(Vector256<ulong> a, Vector256<ulong> b) => Avx2.Add(a, b);

    public static Vector256<ulong> Xor(Vector256<ulong> a, Vector256<ulong> b) => Avx2.Xor(a, b);
}

/// <summary>Eight words. Only where <see cref="Avx512F.IsSupported"/>.</summary>
internal readonly struct Words8 : IWordLanes<Vector512<ulong>>
{
    public static int Count => 8;

    public static Vector512<ulong> Broadcast(uint value) => Avx512F.BroadcastScalarToVector512(Vector128.CreateScalarUnsafe((ulong)value));

    public static Vector512<ulong> Load(ref uint source) => Avx512F.ConvertToVector512UInt64(Vector256.LoadUnsafe(ref source));

    public static void Store(Vector512<ulong> value, ref uint target) =>
        Avx512F.ConvertToVector256UInt32(value).StoreUnsafe(ref target);

    public static Vector512<ulong> Multiply(Vector512<ulong> a, Vector512<ulong> b) => Avx512F.Multiply(a.AsUInt32(), b.AsUInt32());

    public static Vector512<ulong> Upper(Vector512<ulong> a) => Avx512F.ShiftRightLogical(a, 32);

    public static Vector512<ulong> Add(Vector512<ulong> a, Vector512<ulong> b) => Avx512F.Add(a, b);

    public static Vector512<ulong> Xor(Vector512<ulong> a, Vector512<ulong> b) => Avx512F.Xor(a, b);
}
