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
    /// <summary>Degree s and inner coefficients a of the primitive polynomial, then m₁ … mₛ, for dimensions 2 on.</summary>
    private static readonly int[][] Polynomials =
    [
        [1, 0, 1], [2, 1, 1, 3], [3, 1, 1, 3, 1], [3, 2, 1, 1, 1], [4, 1, 1, 1, 3, 3], [4, 4, 1, 3, 5, 13], [5, 2, 1, 1, 5, 5, 17],
        [5, 4, 1, 1, 5, 5, 5], [5, 7, 1, 1, 7, 11, 19], [5, 11, 1, 1, 5, 1, 1], [5, 13, 1, 1, 1, 3, 11], [5, 14, 1, 3, 5, 5, 31],
        [6, 1, 1, 3, 3, 9, 7, 49], [6, 13, 1, 1, 1, 15, 21, 21], [6, 16, 1, 3, 1, 13, 27, 49], [6, 19, 1, 1, 1, 15, 7, 5],
        [6, 22, 1, 3, 1, 15, 13, 25], [6, 25, 1, 1, 5, 5, 19, 61], [7, 1, 1, 3, 7, 11, 23, 15, 103], [7, 4, 1, 3, 7, 13, 13, 15, 69],
    ];

    private static readonly uint[][] Directions = [.. Enumerable.Range(0, Polynomials.Length + 1).Select(Direction)];

    /// <inheritdoc/>
    public override int MostDimensions => Directions.Length;

    /// <inheritdoc/>
    public override string Description => $"Sobol' with Owen's scrambling, {Count} a person (seed {seed})";

    /// <inheritdoc/>
    public override DrawSequence WithCount(int count) => new SobolDraws(count, seed);

    /// <inheritdoc/>
    public override void Fill(int person, int dimension, Span<double> uniform)
    {
        var (salt, low, _, _) = Key(seed, person, dimension).Words(0);
        uint[] direction = Directions[dimension];
        uint point = 0;
        for (int r = 0; r < uniform.Length; r++)
        {
            uniform[r] = DrawKey.ToUniform(Scramble(point, salt), low);
            point ^= direction[BitOperations.TrailingZeroCount(~r)];
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

    private static uint[] Direction(int dimension)
    {
        var v = new uint[32];
        if (dimension == 0)
        {
            for (int i = 0; i < 32; i++)
            {
                v[i] = 1u << (31 - i);
            }

            return v;
        }

        int[] p = Polynomials[dimension - 1];
        int s = p[0], a = p[1];
        for (int i = 0; i < 32; i++)
        {
            if (i < s)
            {
                v[i] = (uint)p[2 + i] << (31 - i);
                continue;
            }

            v[i] = v[i - s] ^ (v[i - s] >> s);
            for (int k = 1; k < s; k++)
            {
                v[i] ^= (uint)((a >> (s - 1 - k)) & 1) * v[i - k];
            }
        }

        return v;
    }
}
