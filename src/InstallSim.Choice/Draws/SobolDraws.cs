using System.Numerics;

namespace InstallSim.Choice.Draws;

/// <summary>
/// Sobol' draws with Owen's scrambling: each person has the first R points of the sequence (Sobol' 1967, direction numbers of
/// Joe and Kuo 2008), scrambled anew for the person and dimension by a hash in which a digit depends on the digits above it
/// (Laine and Karras 2011, Burley 2020). R a power of two is best.
/// </summary>
/// <param name="count">R, draws a person, ≥ 1.</param>
/// <param name="seed">Seed of the scrambling.</param>
public sealed class SobolDraws(int count, uint seed) : DrawSequence(count)
{
    /// <inheritdoc/>
    public override int MostDimensions => SobolDirections.Count;

    /// <inheritdoc/>
    public override string Description => $"Sobol' with Owen's scrambling, {Count} a person (seed {seed})";

    internal override bool HasPrefixes => true;

    /// <inheritdoc/>
    public override DrawSequence WithCount(int count) => new SobolDraws(count, seed);

    /// <inheritdoc/>
    public override void Fill(int person, int dimension, Span<double> uniform)
    {
        var (salt, low, _, _) = Key(seed, person, dimension).Words(0);
        uint[] direction = SobolDirections.Of(dimension);
        uint point = 0;
        for (int r = 0; r < uniform.Length; r++)
        {
            uniform[r] = DrawKey.ToUniform(Scramble(point, salt), low);
            point ^= direction[BitOperations.TrailingZeroCount(~r)];
        }
    }

    /// <summary>Points of the plain sequence, in the order of the Gray code, of one dimension.</summary>
    /// <param name="first">Number of the first point, from 0; the point 0 is 0 in every dimension.</param>
    /// <param name="dimension">Dimension, from 0, below <see cref="MostDimensions"/>.</param>
    /// <param name="uniform">Where to write, in [0, 1).</param>
    public static void Plain(int first, int dimension, Span<double> uniform)
    {
        uint[] direction = SobolDirections.Of(dimension);
        uint point = 0;
        for (uint gray = (uint)first ^ ((uint)first >> 1); gray != 0; gray &= gray - 1)
        {
            point ^= direction[BitOperations.TrailingZeroCount(gray)];
        }

        for (int r = 0; r < uniform.Length; r++)
        {
            uniform[r] = point * (1.0 / (1L << 32));
            point ^= direction[BitOperations.TrailingZeroCount(~(first + r))];
        }
    }

    /// <summary>Owen's scrambling by hash: every step lets a bit change only those below it.</summary>
    private static uint Scramble(uint point, uint salt)
    {
        uint x = Reverse(point);
        x += salt;
        x ^= x * 0x6C50B47C;
        x ^= x * 0xB82F1E52;
        x ^= x * 0xC7AFE638;
        x ^= x * 0x8D22F6E6;
        return Reverse(x);
    }

    private static uint Reverse(uint x)
    {
        x = (x >> 16) | (x << 16);
        x = ((x & 0xFF00FF00) >> 8) | ((x & 0x00FF00FF) << 8);
        x = ((x & 0xF0F0F0F0) >> 4) | ((x & 0x0F0F0F0F) << 4);
        x = ((x & 0xCCCCCCCC) >> 2) | ((x & 0x33333333) << 2);
        return ((x & 0xAAAAAAAA) >> 1) | ((x & 0x55555555) << 1);
    }
}
