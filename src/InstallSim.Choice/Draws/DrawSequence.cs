namespace InstallSim.Choice.Draws;

/// <summary>
/// Uniform numbers to integrate with: for each person and dimension (random coefficient) a sequence of its own, a pure function
/// of (person, dimension), so that any part can be made again when wanted instead of kept.
/// </summary>
public abstract class DrawSequence
{
    /// <summary>Binds the number of draws.</summary>
    /// <param name="count">R, draws a person, ≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">R is below 1.</exception>
    protected DrawSequence(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Count = count;
    }

    /// <summary>R, draws a person.</summary>
    public int Count { get; }

    /// <summary>Most dimensions.</summary>
    public virtual int MostDimensions => int.MaxValue;

    /// <summary>The kind and its settings in words, for reports.</summary>
    public abstract string Description { get; }

    /// <summary>Whether the first of a person's numbers do not depend on how many are asked for.</summary>
    internal virtual bool HasPrefixes => false;

    /// <summary>The same kind of sequence with another number of draws.</summary>
    public abstract DrawSequence WithCount(int count);

    /// <summary>Fills the uniform numbers of a person and dimension, in the open interval (0, 1).</summary>
    /// <param name="person">Person, from 0.</param>
    /// <param name="dimension">Dimension, from 0, below <see cref="MostDimensions"/>.</param>
    /// <param name="uniform">Where to write, shape [R].</param>
    public abstract void Fill(int person, int dimension, Span<double> uniform);

    /// <summary>The key of the draws of estimation; their purpose is apart from those of any simulation.</summary>
    private protected static DrawKey Key(uint seed, int person, int dimension) =>
        new(seed, 0, 0xE571, (ushort)dimension, (uint)person);

    /// <summary>Shuffles by Fisher and Yates with the key's numbers from <paramref name="index"/> on.</summary>
    private protected static void Shuffle(Span<double> values, DrawKey key, int index)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = (int)(key.Uniform(index + i) * (i + 1));
            (values[i], values[j]) = (values[j], values[i]);
        }
    }
}
