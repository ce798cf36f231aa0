using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

internal static class KeptRowsTests
{
    [Test]
    public static void A_row_asked_for_often_is_kept_block_by_block_with_the_values_made_anew()
    {
        const int groups = 70; // five blocks, the last of six groups
        var made = new List<(int Anchor, int From)>();
        var rows = new GroupRows(3, groups, (anchor, from, values) =>
        {
            made.Add((anchor, from));
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = Math.Sqrt((1000 * anchor) + from + i);
            }
        }, mostKept: 0);
        float[]?[] asked = [.. Enumerable.Range(0, 40).Select(_ => rows.KeptRow(1, [2]))];
        float[] row = asked[^1]!;
        Assert.That(asked.Count(kept => kept is null), Is.InRange(1, 39), "not kept for who asks once");
        Assert.That(made, Is.EqualTo([(1, 32)]), "a block is made once, and no other is");
        Assert.That(rows.KeptRow(1, [4, 2, 0]), Is.SameAs(row));
        Assert.That(made, Is.EqualTo([(1, 32), (1, 64), (1, 0)]));
        Assert.That(rows.KeptRow(2, [0]), Is.Null, "another anchor is asked for the first time");
        Span<float> block = stackalloc float[NestedBlocks.BlockSize];
        foreach (int b in new[] { 0, 2, 4 })
        {
            block.Clear();
            rows.CopyBlock(1, b, block);
            Assert.That(row.AsSpan(b * NestedBlocks.BlockSize, NestedBlocks.BlockSize).ToArray(), Is.EqualTo(block.ToArray()));
        }
    }

    [Test]
    public static void Rows_are_kept_as_long_as_there_is_room_and_let_go_of_together()
    {
        const int groups = 1 << 20; // four rows have room
        var rows = new GroupRows(6, groups, (anchor, _, values) => values.Fill(anchor), mostKept: 0);
        int Kept() => Enumerable.Range(0, 6).Count(a => Enumerable.Range(0, 40).Any(_ => rows.KeptRow(a, [a]) is not null));
        Assert.That(Kept(), Is.EqualTo(4));
        rows.Forget();
        Assert.That(rows.KeptRow(0, [0]), Is.Null);
        Assert.That(Kept(), Is.EqualTo(4));
    }
}
