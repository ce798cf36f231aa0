namespace InstallSim.Choice.Kernels;

/// <summary>
/// Rows in single precision of the anchors that situations have most often, such as places of training, where not all rows are kept: each
/// block made once, where it is looked into. Asked by several threads.
/// </summary>
/// <param name="rows">Where blocks are made.</param>
/// <param name="anchors">Number of anchors.</param>
/// <param name="length">Length of a row, whole blocks.</param>
internal sealed class KeptRows(GroupRows rows, int anchors, int length)
{
    // Rows that are kept at most, in values; from which time an anchor is asked for on.
    private const int Most = GroupRows.MostKept / 4, Often = 32;

    private readonly Row?[] _rows = new Row?[anchors];
    private readonly byte[] _asked = new byte[anchors];
    private int _room = Most / length;

    /// <summary>The row of an anchor with some blocks made; null where it is not kept. What is kept decides nothing but the time.</summary>
    public float[]? Of(int anchor, ReadOnlySpan<int> live)
    {
        if ((_rows[anchor] ?? Keep(anchor)) is not { } row)
        {
            return null;
        }

        foreach (int b in live)
        {
            if (!Volatile.Read(ref row.IsMade[b]))
            {
                rows.CopyBlock(anchor, b, row.Values.AsSpan(b * NestedBlocks.BlockSize, NestedBlocks.BlockSize));
                Volatile.Write(ref row.IsMade[b], true);
            }
        }

        return row.Values;
    }

    private Row? Keep(int anchor)
    {
        bool keeps = _room > 0 && ++_asked[anchor] >= Often && Interlocked.Decrement(ref _room) >= 0;
        return keeps ? _rows[anchor] = new Row(new float[length], new bool[length / NestedBlocks.BlockSize]) : null;
    }

    private sealed record Row(float[] Values, bool[] IsMade);
}
