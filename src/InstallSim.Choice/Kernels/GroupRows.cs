namespace InstallSim.Choice.Kernels;

/// <summary>
/// An explanatory variable that depends on a group of alternatives and on something of the decision maker, such as the distance from
/// an anchor: one row of values over the groups for each anchor, with its range in every block.
/// </summary>
public sealed class GroupRows
{
    private readonly double[] _values, _largest;
    private readonly AlignedFloats _floats;
    private readonly float[] _extremes;
    private readonly int _blocks, _stride;

    /// <summary>Makes room for the rows of all anchors, all zero.</summary>
    /// <param name="anchors">Number of rows.</param>
    /// <param name="groups">Number of groups, G.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public GroupRows(int anchors, int groups)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(anchors);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groups);
        Groups = groups;
        _blocks = (groups + NestedBlocks.BlockSize - 1) / NestedBlocks.BlockSize;
        _stride = _blocks * NestedBlocks.BlockSize;
        _values = new double[(long)anchors * _stride];
        _floats = new AlignedFloats(_values.Length);
        _largest = new double[anchors];
        _extremes = new float[(long)anchors * 2 * NestedBlocks.StrideOf(_blocks)];
    }

    /// <summary>Number of groups, G.</summary>
    public int Groups { get; }

    /// <summary>Fills the row of an anchor, shape [G], finite values.</summary>
    public void SetRow(int anchor, ReadOnlySpan<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, Groups, nameof(values));
        values.CopyTo(_values.AsSpan(anchor * _stride, Groups));
        Round(values, _floats.Span[(anchor * _stride)..]);
        _largest[anchor] = Largest(values);
        for (int b = 0; b < _blocks; b++)
        {
            int start = b * NestedBlocks.BlockSize;
            int end = Math.Min(start + NestedBlocks.BlockSize, Groups);
            int at = (anchor * 2 * NestedBlocks.StrideOf(_blocks)) + b;
            var (lowest, highest) = Range(values[start..end]);
            (_extremes[at], _extremes[at + NestedBlocks.StrideOf(_blocks)]) = ((float)highest, (float)lowest);
        }
    }

    /// <summary>The row of an anchor, shape [G].</summary>
    public ReadOnlySpan<double> Row(int anchor) => _values.AsSpan(anchor * _stride, Groups);

    /// <summary>The part of an anchor's row that a block covers, padded with zeros to a whole block.</summary>
    internal ReadOnlySpan<double> InBlock(int anchor, int block) =>
        _values.AsSpan((anchor * _stride) + (block * NestedBlocks.BlockSize), NestedBlocks.BlockSize);

    /// <summary>An anchor's row in single precision, padded with zeros to whole blocks.</summary>
    internal ReadOnlySpan<float> Floats(int anchor) => _floats.Span.Slice(anchor * _stride, _stride);

    /// <summary>Largest |x| of an anchor's row.</summary>
    internal double Largest(int anchor) => _largest[anchor];

    /// <summary>Largest, then smallest value of an anchor's row in each block, shape [2, <see cref="NestedBlocks.StrideOf"/>].</summary>
    internal ReadOnlySpan<float> Extremes(int anchor) =>
        _extremes.AsSpan(anchor * 2 * NestedBlocks.StrideOf(_blocks), 2 * NestedBlocks.StrideOf(_blocks));

    /// <summary>Values in single precision.</summary>
    internal static void Round(ReadOnlySpan<double> values, Span<float> target)
    {
        for (int i = 0; i < values.Length; i++)
        {
            target[i] = (float)values[i];
        }
    }

    /// <summary>Largest |x|; not a number if one of them is not.</summary>
    internal static double Largest(ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (double value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }

    internal static (double Lowest, double Highest) Range(ReadOnlySpan<double> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        return (low, high);
    }
}
