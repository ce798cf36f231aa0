using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace InstallSim.Choice.Kernels;

/// <summary>How many numbers a kernel works on at a time. Results are the same in all forms.</summary>
internal enum VectorForm
{
    /// <summary>One: on any processor.</summary>
    Scalar,

    /// <summary>256 bits: AVX2 and FMA.</summary>
    Bits256,

    /// <summary>512 bits: AVX-512.</summary>
    Bits512,
}

/// <summary>Which forms can be used.</summary>
internal static class VectorForms
{
    /// <summary>Environment variable that asks for a narrower form than the processor has: scalar, 256 or 512.</summary>
    public const string Variable = "INSTALLSIM_VECTOR";

    private static readonly VectorForm Asked = Environment.GetEnvironmentVariable(Variable) switch
    {
        "scalar" => VectorForm.Scalar,
        "256" => VectorForm.Bits256,
        _ => VectorForm.Bits512,
    };

    /// <summary>Whether 512 bits are there and not ruled out by <see cref="Variable"/>.</summary>
    public static bool Has512 { get; } = Avx512F.IsSupported && Asked == VectorForm.Bits512;

    /// <summary>Whether 256 bits are there and not ruled out by <see cref="Variable"/>.</summary>
    public static bool Has256 { get; } = Vector256.IsHardwareAccelerated && Asked != VectorForm.Scalar;

    /// <summary>The widest form with whole-number products and fused multiply-adds.</summary>
    public static VectorForm Widest { get; } =
        Has512 ? VectorForm.Bits512 : Has256 && Avx2.IsSupported && Fma.IsSupported ? VectorForm.Bits256 : VectorForm.Scalar;

    /// <summary>All forms up to the widest.</summary>
    public static IEnumerable<VectorForm> All => Enum.GetValues<VectorForm>().Where(form => form <= Widest);
}
