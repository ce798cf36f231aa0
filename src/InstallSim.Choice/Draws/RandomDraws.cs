namespace InstallSim.Choice.Draws;

/// <summary>Pseudo-random draws by name (Philox): each a pure function of (seed, person, dimension, draw).</summary>
/// <param name="count">R, draws a person, ≥ 1.</param>
/// <param name="seed">Seed.</param>
public sealed class RandomDraws(int count, uint seed) : DrawSequence(count)
{
    /// <inheritdoc/>
    public override int MostDimensions => ushort.MaxValue;

    /// <inheritdoc/>
    public override string Description => $"pseudo-random, {Count} a person (seed {seed})";

    internal override bool HasPrefixes => true;

    /// <inheritdoc/>
    public override DrawSequence WithCount(int count) => new RandomDraws(count, seed);

    /// <inheritdoc/>
    public override void Fill(int person, int dimension, Span<double> uniform)
    {
        var key = Key(seed, person, dimension);
        for (int r = 0; r < uniform.Length; r++)
        {
            uniform[r] = key.Uniform(r);
        }
    }
}

/// <summary>Antithetic draws: pseudo-random pairs u, 1 − u; an odd last draw is alone.</summary>
/// <param name="count">R, draws a person, ≥ 1.</param>
/// <param name="seed">Seed.</param>
/// <remarks>All dimensions are mirrored together: draw 2i + 1 is the mirror image of draw 2i. Hammersley and Morton (1956).</remarks>
public sealed class AntitheticDraws(int count, uint seed) : DrawSequence(count)
{
    /// <inheritdoc/>
    public override int MostDimensions => ushort.MaxValue;

    /// <inheritdoc/>
    public override string Description => $"antithetic, {Count} a person (seed {seed})";

    /// <inheritdoc/>
    public override DrawSequence WithCount(int count) => new AntitheticDraws(count, seed);

    /// <inheritdoc/>
    public override void Fill(int person, int dimension, Span<double> uniform)
    {
        var key = Key(seed, person, dimension);
        for (int r = 0; r < uniform.Length; r++)
        {
            uniform[r] = (r & 1) == 0 ? key.Uniform(r / 2) : 1 - uniform[r - 1];
        }
    }
}

/// <summary>
/// Modified Latin hypercube: R points 1/R apart with one random shift, shuffled, anew for each person and dimension. Hess, Train
/// and Polak (2006).
/// </summary>
/// <param name="count">R, draws a person, ≥ 1.</param>
/// <param name="seed">Seed.</param>
public sealed class LatinHypercubeDraws(int count, uint seed) : DrawSequence(count)
{
    /// <inheritdoc/>
    public override int MostDimensions => ushort.MaxValue;

    /// <inheritdoc/>
    public override string Description => $"modified Latin hypercube, {Count} a person (seed {seed})";

    /// <inheritdoc/>
    public override DrawSequence WithCount(int count) => new LatinHypercubeDraws(count, seed);

    /// <inheritdoc/>
    public override void Fill(int person, int dimension, Span<double> uniform)
    {
        var key = Key(seed, person, dimension);
        double shift = key.Uniform(0);
        for (int r = 0; r < uniform.Length; r++)
        {
            uniform[r] = (r + shift) / uniform.Length;
        }

        Shuffle(uniform, key, 1);
    }
}
