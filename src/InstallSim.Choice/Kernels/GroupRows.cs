using System.Runtime.Intrinsics;

namespace InstallSim.Choice.Kernels;

/// <summary>Fills values of the row of an anchor, those of the groups from one on; the same bits whatever part is asked for.</summary>
/// <param name="anchor">The anchor.</param>
/// <param name="from">First group.</param>
/// <param name="values">Filled, finite.</param>
public delegate void GroupRowFill(int anchor, int from, Span<double> values);

/// <summary>Bounds the row of an anchor in parts of the groups without filling it.</summary>
/// <param name="anchor">The anchor.</param>
/// <param name="size">Groups in a part: those of a block or of a stretch of <see cref="NestedBlocks"/>; fewer in the last.</param>
/// <param name="from">First part, of those from the first group on.</param>
/// <param name="lowest">Filled, one for each part: no value is lower, finite.</param>
/// <param name="highest">Filled: none is higher, finite.</param>
public delegate void GroupRangeFill(int anchor, int size, int from, Span<double> lowest, Span<double> highest);

/// <summary>
/// An explanatory variable that depends on a group of alternatives and on something of the decision maker, such as the distance from
/// an anchor: one row of values over the groups for each anchor, with its range in every block and stretch of blocks. Values are kept
/// while they are few, else made anew where they are looked at; ranges are made once, of the anchors that somebody has and where they
/// are looked at.
/// </summary>
public sealed class GroupRows
{
    /// <summary>Values that are kept at most.</summary>
    public const int MostKept = 1 << 24;

    private readonly GroupRowFill _fill;
    private readonly double[]? _values;
    private readonly AlignedFloats? _floats;
    private readonly GroupRangeFill? _bound;
    private readonly AnchorRange?[] _ranges;
    private KeptRows? _often;
    private readonly int _anchors, _blocks, _stride;
    private readonly double _constant;
    private readonly AlignedFloats? _constantFloats;
    private readonly AnchorRange? _constantRange;

    /// <summary>Makes the rows of all anchors.</summary>
    /// <param name="anchors">Number of rows.</param>
    /// <param name="groups">Number of groups, G.</param>
    /// <param name="fill">Fills them; called from several threads, also later where values are not kept.</param>
    /// <param name="mostKept">Values that are kept at most.</param>
    /// <param name="bound">Bounds rows that are not kept, also later and from several threads; those of the values when not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public GroupRows(int anchors, int groups, GroupRowFill fill, int mostKept = MostKept, GroupRangeFill? bound = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(anchors);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groups);
        (_anchors, Groups, _fill) = (anchors, groups, fill);
        _blocks = (groups + NestedBlocks.BlockSize - 1) / NestedBlocks.BlockSize;
        _stride = _blocks * NestedBlocks.BlockSize;
        bool isKept = (long)anchors * _stride <= mostKept;
        _values = isKept ? new double[anchors * _stride] : null;
        _floats = isKept ? new AlignedFloats(anchors * _stride) : null;
        _ranges = new AnchorRange?[anchors];
        _bound = isKept ? null : bound;
        _often = isKept ? null : new KeptRows(this, anchors, _stride);
        if (isKept)
        {
            Parallel.For(0, anchors, anchor =>
            {
                Span<double> row = _values.AsSpan(anchor * _stride, groups);
                fill(anchor, 0, row);
                Round(row, _floats!.Span[(anchor * _stride)..]);
            });
        }
    }

    private GroupRows(GroupRows rows, double constant)
    {
        (_anchors, Groups, _fill, _blocks, _stride) = (rows._anchors, rows.Groups, rows._fill, rows._blocks, rows._stride);
        (_values, _floats, _bound, _ranges) = (rows._values, rows._floats, rows._bound, rows._ranges);
        _often = rows._often;
        _constant = constant;
        _constantFloats = new AlignedFloats(_stride);
        _constantFloats.Span[..Groups].Fill((float)constant);
        _constantRange = MakeRange(_anchors);
    }

    /// <summary>Number of groups, G.</summary>
    public int Groups { get; }

    /// <summary>
    /// The same rows, shared, with one of a single value after the last: that of an anchor as far from every group. One that was there
    /// before is replaced.
    /// </summary>
    /// <param name="value">The value, finite.</param>
    public GroupRows WithConstant(double value) => new(this, value);

    /// <summary>The value of an anchor's row at a group.</summary>
    public double Value(int anchor, int group)
    {
        if (anchor == _anchors)
        {
            return _constant;
        }

        if (_values is not null)
        {
            return _values[(anchor * _stride) + group];
        }

        double value = 0;
        _fill(anchor, group, new Span<double>(ref value));
        return value;
    }

    /// <summary>Copies the row of an anchor from a group on.</summary>
    /// <param name="anchor">The anchor.</param>
    /// <param name="from">First group.</param>
    /// <param name="values">Filled.</param>
    public void CopyTo(int anchor, int from, Span<double> values)
    {
        if (anchor == _anchors)
        {
            values.Fill(_constant);
        }
        else if (_values is not null)
        {
            _values.AsSpan((anchor * _stride) + from, values.Length).CopyTo(values);
        }
        else
        {
            _fill(anchor, from, values);
        }
    }

    /// <summary>Lets go of what is kept for anchors that somebody had; it is made anew where it is asked for again.</summary>
    public void Forget()
    {
        if (_values is null)
        {
            Array.Clear(_ranges);
            _often = new KeptRows(this, _anchors, _stride);
        }
    }

    /// <summary>An anchor's row in single precision, padded with zeros to whole blocks; none where values are not kept.</summary>
    internal ReadOnlySpan<float> Floats(int anchor) => anchor == _anchors ? _constantFloats!.Span
        : _floats is null ? []
        : _floats.Span.Slice(anchor * _stride, _stride);

    /// <summary>An anchor's row of those not kept, where it is asked for often; null elsewhere.</summary>
    /// <param name="anchor">The anchor.</param>
    /// <param name="live">The blocks that are looked at; no other need be right.</param>
    internal float[]? KeptRow(int anchor, ReadOnlySpan<int> live) => _often!.Of(anchor, live);

    /// <summary>The part of an anchor's row that a block covers, in single precision.</summary>
    /// <param name="anchor">The anchor.</param>
    /// <param name="block">The block.</param>
    /// <param name="values">Filled as far as there are groups, a block long.</param>
    internal void CopyBlock(int anchor, int block, Span<float> values)
    {
        int start = block * NestedBlocks.BlockSize, count = Math.Min(NestedBlocks.BlockSize, Groups - start);
        Span<double> exact = stackalloc double[NestedBlocks.BlockSize];
        CopyTo(anchor, start, exact[..count]);
        Round(exact[..count], values);
    }

    /// <summary>The range of an anchor's row. Made where it is asked for first; by two threads at once, the same twice.</summary>
    internal AnchorRange RangeOf(int anchor) => anchor == _anchors ? _constantRange! : _ranges[anchor] ??= MakeRange(anchor);

    private AnchorRange MakeRange(int anchor)
    {
        int stretches = NestedBlocks.StrideOf(_blocks) / NestedBlocks.StretchSize;
        var extremes = new float[2 * NestedBlocks.StrideOf(stretches)];
        double largest = FillExtremes(anchor, NestedBlocks.BlockSize * NestedBlocks.StretchSize, 0, stretches, extremes);
        return new AnchorRange(extremes, largest, (stretch, ofBlocks) =>
        {
            int first = stretch * NestedBlocks.StretchSize;
            FillExtremes(anchor, NestedBlocks.BlockSize, first, Math.Min(NestedBlocks.StretchSize, _blocks - first), ofBlocks);
        });
    }

    /// <summary>Largest, then smallest values in parts of the groups; the largest |x| among them.</summary>
    private double FillExtremes(int anchor, int size, int from, int parts, Span<float> extremes)
    {
        var bounds = new double[2 * parts];
        Span<double> lowest = bounds.AsSpan(0, parts), highest = bounds.AsSpan(parts);
        if (_bound is null || anchor == _anchors)
        {
            Ranges(anchor, size, from, lowest, highest);
        }
        else
        {
            _bound(anchor, size, from, lowest, highest);
        }

        Round(highest, extremes);
        Round(lowest, extremes[(extremes.Length / 2)..]);
        return Largest(bounds);
    }

    /// <summary>Lowest and highest value of an anchor's row in parts of the groups.</summary>
    private void Ranges(int anchor, int size, int from, Span<double> lowest, Span<double> highest)
    {
        var values = new double[size];
        for (int part = 0; part < lowest.Length; part++)
        {
            int first = (from + part) * size;
            Span<double> row = values.AsSpan(0, Math.Min(size, Groups - first));
            CopyTo(anchor, first, row);
            (lowest[part], highest[part]) = Range(row);
        }
    }

    /// <summary>Values in single precision.</summary>
    internal static void Round(ReadOnlySpan<double> values, Span<float> target)
    {
        int i = 0, width = Vector512<double>.Count;
        for (; i <= values.Length - (2 * width); i += 2 * width)
        {
            Vector512.Narrow(Vector512.Create(values[i..]), Vector512.Create(values[(i + width)..])).CopyTo(target[i..]);
        }

        for (; i < values.Length; i++)
        {
            target[i] = (float)values[i];
        }
    }

    /// <summary>Largest |x|, x that equals one value left out; not a number if one of them is not.</summary>
    internal static double Largest(ReadOnlySpan<double> values, double but = double.NaN)
    {
        double largest = 0;
        foreach (double value in values)
        {
            largest = value == but ? largest : Math.Max(largest, Math.Abs(value));
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
