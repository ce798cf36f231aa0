using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// The draws of the first units, as many as 160 MiB hold; those of the others are made again each time, so that memory is bounded whatever
/// N × R × K is. A unit's draws are [dimension, R rounded up to a multiple of eight].
/// </summary>
internal sealed class DrawCache
{
    private const long MostBytes = 160L << 20;
    private readonly DrawSequence _sequence;
    private readonly BaseDraw[] _dimensions;
    private readonly double[][] _kept;

    public DrawCache(DrawSequence sequence, BaseDraw[] dimensions, int units)
    {
        if (dimensions.Length > sequence.MostDimensions)
        {
            throw new ArgumentException(
                $"{sequence.Description}: {dimensions.Length} random coefficients, at most {sequence.MostDimensions} are possible");
        }

        (_sequence, _dimensions) = (sequence, dimensions);
        Stride = (sequence.Count + 7) & ~7;
        long bytes = Math.Max(1, (long)dimensions.Length * Stride * sizeof(double));
        _kept = new double[Math.Min(units, MostBytes / bytes)][];
        Parallel.For(0, _kept.Length, unit =>
            Make(unit, _kept[unit] = new double[dimensions.Length * Stride], sequence.Count));
    }

    /// <summary>R rounded up to a multiple of eight.</summary>
    public int Stride { get; }

    /// <summary>The draws of a unit, in <paramref name="room"/> unless they are kept.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="room">Working room; empty: it is made.</param>
    /// <param name="wanted">How many draws of each dimension are looked at; 0: all.</param>
    public double[] Of(int unit, ref double[] room, int wanted = 0)
    {
        if (unit < _kept.Length)
        {
            return _kept[unit];
        }

        if (room.Length == 0)
        {
            room = new double[_dimensions.Length * Stride];
        }

        Make(unit, room, wanted > 0 && _sequence.HasPrefixes ? Math.Min(wanted, _sequence.Count) : _sequence.Count);
        return room;
    }

    private void Make(int unit, double[] target, int count)
    {
        for (int d = 0; d < _dimensions.Length; d++)
        {
            var values = target.AsSpan(d * Stride, count);
            _sequence.Fill(unit, d, values);
            Shape(_dimensions[d], values);
            target.AsSpan((d * Stride) + count, ((count + 7) & ~7) - count).Fill(values[^1]);
        }
    }

    private static void Shape(BaseDraw kind, Span<double> u)
    {
        if (kind == BaseDraw.Normal)
        {
            NormalQuantileKernel.Fill(u, u);
        }

        for (int r = 0; r < u.Length && kind != BaseDraw.Normal; r++)
        {
            double triangular = u[r] < 0.5 ? Math.Sqrt(2 * u[r]) - 1 : 1 - Math.Sqrt(2 * (1 - u[r]));
            u[r] = kind switch
            {
                BaseDraw.Uniform => 2 * u[r] - 1,
                BaseDraw.Triangular => triangular,
                BaseDraw.OnePlusTriangular => 1 + triangular,
                _ => u[r],
            };
        }
    }
}
