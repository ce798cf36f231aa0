namespace InstallSim.Choice.Draws;

/// <summary>
/// The name of a family of random numbers: (seed, replication, purpose, year, agent). Each number of the family has an index.
/// All are pure functions of the name: they depend on no order, thread or earlier draw, and two scenarios share them.
/// </summary>
/// <param name="Seed">Seed of the experiment.</param>
/// <param name="Replication">Replication, from 0.</param>
/// <param name="Purpose">What the number decides; the caller's own enumeration, so that no two decisions share a number.</param>
/// <param name="Year">Calendar year, or 0 for what lasts a lifetime.</param>
/// <param name="Agent">Name of the decision maker.</param>
public readonly record struct DrawKey(uint Seed, ushort Replication, ushort Purpose, ushort Year, uint Agent)
{
    internal const double Step53 = 1.0 / (1L << 53);

    /// <summary>Four words, uniform over 32 bits: the raw material of block <paramref name="index"/>.</summary>
    public (uint W0, uint W1, uint W2, uint W3) Words(int index) =>
        Philox.Block((uint)index, Agent, Year, 0, Seed, ((uint)Replication << 16) | Purpose);

    /// <summary>Number <paramref name="index"/> of the family, uniform on the open interval (0, 1), 53 bits.</summary>
    public double Uniform(int index)
    {
        var (w0, w1, w2, w3) = Words(index >> 1);
        return (index & 1) == 0 ? ToUniform(w0, w1) : ToUniform(w2, w3);
    }

    /// <summary>Numbers 2k and 2k + 1 of the family, at the price of one.</summary>
    /// <param name="k">Number of the pair, from 0.</param>
    public (double Even, double Odd) Pair(int k)
    {
        var (w0, w1, w2, w3) = Words(k);
        return (ToUniform(w0, w1), ToUniform(w2, w3));
    }

    /// <summary>
    /// Two words as a number in the open interval (0, 1): (k + ½)·2⁻⁵³, k of 53 bits, rounded to even from ½ on, but never to 1.
    /// </summary>
    public static double ToUniform(uint high, uint low) => Math.Min(((((ulong)high << 21) | (low >> 11)) + 0.5) * Step53, 1 - Step53);
}
