namespace InstallSim.Choice.Kernels;

/// <summary>
/// Explanatory variables of J alternatives, laid out for choosing: blocks of <see cref="BlockSize"/> alternatives, each block with its
/// K columns side by side, and the range of every column in every block, from which a bound on the systematic utility of the
/// whole block follows without looking inside. Alternatives come in groups of <see cref="GroupSize"/> (a place and what it offers).
/// </summary>
public sealed class AlternativeBlocks
{
    /// <summary>Alternatives in a block.</summary>
    public const int BlockSize = 64;

    /// <summary>Alternatives in a group: the lanes of one vector of doubles.</summary>
    public const int GroupSize = 4;

    /// <summary>Groups in a block.</summary>
    public const int GroupsPerBlock = BlockSize / GroupSize;

    private readonly double[] _values;

    /// <summary>Makes room for J alternatives and K columns, all zero and open.</summary>
    /// <param name="alternatives">J, a positive multiple of <see cref="GroupSize"/>.</param>
    /// <param name="columns">K, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">J is not a positive multiple of the group size, or K is negative.</exception>
    public AlternativeBlocks(int alternatives, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(alternatives);
        ArgumentOutOfRangeException.ThrowIfNotEqual(alternatives % GroupSize, 0, nameof(alternatives));
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        Alternatives = alternatives;
        Columns = columns;
        Blocks = (alternatives + BlockSize - 1) / BlockSize;
        _values = new double[Blocks * (columns + 1) * BlockSize];
        Lowest = new double[(columns + 1) * Blocks];
        Highest = new double[(columns + 1) * Blocks];
        SetRow(0, new double[alternatives], double.NegativeInfinity);
    }

    /// <summary>Number of alternatives, J.</summary>
    public int Alternatives { get; }

    /// <summary>Number of columns, K, without the column of what is open.</summary>
    public int Columns { get; }

    /// <summary>Number of blocks.</summary>
    public int Blocks { get; }

    /// <summary>Smallest value of each column in each block, shape [K + 1, blocks]; row 0 is what is open.</summary>
    internal double[] Lowest { get; }

    /// <summary>Largest value of each column in each block, shape [K + 1, blocks].</summary>
    internal double[] Highest { get; }

    /// <summary>Alternatives in block b: <see cref="BlockSize"/>, fewer in the last.</summary>
    public int SizeOf(int block) => Math.Min(BlockSize, Alternatives - (block * BlockSize));

    /// <summary>Value of column k (from 0) at alternative j.</summary>
    public double Value(int column, int alternative) => _values[Index(column + 1, alternative)];

    /// <summary>Whether alternative j can be chosen.</summary>
    public bool IsOpen(int alternative) => _values[Index(0, alternative)] == 0;

    /// <summary>Fills column k, shape [J], finite values.</summary>
    public void SetColumn(int column, ReadOnlySpan<double> x) => SetRow(column + 1, x, 0);

    /// <summary>Says which alternatives can be chosen: shape [J], 0 where open, −∞ where closed.</summary>
    public void SetOpen(ReadOnlySpan<double> open) => SetRow(0, open, double.NegativeInfinity);

    /// <summary>Closes alternative j. The block's range is left as it is: still a bound, only a looser one.</summary>
    public void Close(int alternative) => _values[Index(0, alternative)] = double.NegativeInfinity;

    /// <summary>The block's values, shape [K + 1, <see cref="BlockSize"/>]; row 0 is 0 where open, −∞ where closed or padding.</summary>
    internal ReadOnlySpan<double> Block(int block) => _values.AsSpan(block * (Columns + 1) * BlockSize, (Columns + 1) * BlockSize);

    private int Index(int row, int alternative) =>
        (((alternative / BlockSize * (Columns + 1)) + row) * BlockSize) + (alternative % BlockSize);

    private void SetRow(int row, ReadOnlySpan<double> x, double padding)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(x.Length, Alternatives, nameof(x));
        for (int b = 0; b < Blocks; b++)
        {
            ReadOnlySpan<double> source = x.Slice(b * BlockSize, SizeOf(b));
            Span<double> target = _values.AsSpan(((b * (Columns + 1)) + row) * BlockSize, BlockSize);
            source.CopyTo(target);
            target[source.Length..].Fill(padding);
            (Lowest[(row * Blocks) + b], Highest[(row * Blocks) + b]) = GroupRows.Range(source);
        }
    }
}
