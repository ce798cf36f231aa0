using System.Runtime.InteropServices;

namespace InstallSim.Choice.Kernels;

/// <summary>Floats, zero at first, that begin at a line of the cache: no vector of them then lies across two lines.</summary>
internal sealed class AlignedFloats
{
    private const int Line = 64;

    private readonly float[] _values;
    private readonly int _start;

    /// <summary>Makes room for so many, which stay where they are in memory.</summary>
    public AlignedFloats(int length)
    {
        Length = length;
        _values = GC.AllocateArray<float>(length + (Line / sizeof(float)), pinned: true);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_values, 0);
        _start = (int)((Line - (address % Line)) % Line / sizeof(float));
    }

    /// <summary>How many.</summary>
    public int Length { get; }

    /// <summary>The floats.</summary>
    public Span<float> Span => _values.AsSpan(_start, Length);

    /// <summary>The first.</summary>
    public ref float First => ref _values[_start];
}
