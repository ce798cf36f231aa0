namespace InstallSim.Choice.Kernels;

/// <summary>Rows of the anchors of one situation in single precision: those kept, or made in the blocks looked into.</summary>
/// <param name="rows">All rows; null where no situation has an anchor.</param>
/// <param name="length">Length of a row, whole blocks.</param>
internal sealed class AnchorRows(GroupRows? rows, int length)
{
    private float[][] _made = [], _scratch = [];

    /// <summary>The row of an anchor, shape [length].</summary>
    public ReadOnlySpan<float> Of(in NestedSituation situation, int a) =>
        rows!.Floats(situation.Anchors[a].Anchor) is { IsEmpty: false } kept ? kept : _made[a];

    /// <summary>Makes rows that are not kept in the blocks named.</summary>
    public void Make(in NestedSituation situation, ReadOnlySpan<int> live)
    {
        for (int a = 0; a < situation.Anchors.Length; a++)
        {
            int anchor = situation.Anchors[a].Anchor;
            if (rows!.Floats(anchor).IsEmpty)
            {
                while (_made.Length <= a)
                {
                    (_made, _scratch) = ([.. _made, []], [.. _scratch, new float[length]]);
                }

                _made[a] = rows.KeptRow(anchor, live) ?? Fill(anchor, live, _scratch[a]);
            }
        }
    }

    private float[] Fill(int anchor, ReadOnlySpan<int> live, float[] row)
    {
        foreach (int b in live)
        {
            rows!.CopyBlock(anchor, b, row.AsSpan(b * NestedBlocks.BlockSize, NestedBlocks.BlockSize));
        }

        return row;
    }
}
