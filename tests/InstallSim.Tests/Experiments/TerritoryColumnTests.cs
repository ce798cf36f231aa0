using InstallSim.Experiments;

namespace InstallSim.Tests.Experiments;

public sealed class TerritoryColumnTests
{
    private static readonly float[][] Kinds =
    [
        [0, 1, 255, 256, 65_535, 3],
        [0, 65_536, 1, 2, 3, 4],
        [3, -1, 0, 7, 7, 7],
        [3, 2.5f, float.NaN, float.PositiveInfinity, 1e-30f, float.NegativeInfinity],
        [3, -0f, float.MaxValue, float.MinValue, float.Epsilon, -float.Epsilon],
        [5, 5, 5, 5, 5, 5],
    ];

    [Test]
    public void Numbers_stay_what_they_are_bit_by_bit_whatever_they_are_packed_like(
        [Range(0, 5)] int kind, [Range(-1, 5)] int like, [Values(1, 2, 3, 6)] int territories)
    {
        TerritoryColumn? other = like < 0 ? null : new TerritoryColumn(Kinds[like], territories);
        var column = new TerritoryColumn(Kinds[kind], territories, other);
        Assert.That(column.Count, Is.EqualTo(6));
        Assert.That(Bits(column), Is.EqualTo(Kinds[kind].Select(BitConverter.SingleToInt32Bits)));
        using var kept = new MemoryStream();
        using var writer = new BinaryWriter(kept);
        column.Write(writer);
        kept.Position = 0;
        using var reader = new BinaryReader(kept);
        Assert.That(Bits(new TerritoryColumn(reader, other)), Is.EqualTo(Bits(column)));
        Assert.That(kept.Position, Is.EqualTo(kept.Length));
    }

    [Test]
    public void No_numbers_are_no_numbers() => Assert.That(new TerritoryColumn([], 0, new TerritoryColumn([], 0)).Values(), Is.Empty);

    [Test]
    public void What_is_like_something_else_takes_little_memory()
    {
        float[] values = [.. Enumerable.Range(0, 20 * 1000).Select(k => 1000 * MathF.Sin(k))];
        var first = new TerritoryColumn(values, 1000);
        values[19_999]++;
        Assert.That(SizeOf(new TerritoryColumn(values, 1000, first)), Is.LessThan(SizeOf(first) / 50));
    }

    private static int[] Bits(TerritoryColumn column) => Array.ConvertAll(column.Values(), BitConverter.SingleToInt32Bits);

    private static long SizeOf(TerritoryColumn column)
    {
        using var kept = new MemoryStream();
        using var writer = new BinaryWriter(kept);
        column.Write(writer);
        return kept.Length;
    }
}
