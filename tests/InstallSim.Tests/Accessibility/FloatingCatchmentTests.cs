using InstallSim.Accessibility;
using InstallSim.Choice.Draws;

namespace InstallSim.Tests.Accessibility;

public sealed class FloatingCatchmentTests
{
    [Test]
    public void Two_villages_share_the_physicians_of_the_town_between_them()
    {
        // Villages of 300 and 100 people reach the town's 8 physicians with weights 1 and ½; nobody lives in the town.
        var rows = new WeightRows([0, 1, 2], [0, 0], [1, 0.5]);
        Assert.That(Access(rows, [300, 100], [8]), Is.EqualTo(new[] { 8 / 350.0, 0.5 * 8 / 350.0 }).Within(1e-15));
    }

    [Test]
    public void Costs_may_differ_by_direction()
    {
        // 0 reaches both places, 1 reaches only its own: D = (10, 10 + 20), A_0 = 5/10 + 6/30, A_1 = 6/30.
        var rows = new WeightRows([0, 2, 3], [0, 1, 1], [1, 1, 1]);
        Assert.That(Access(rows, [10, 20], [5, 6]), Is.EqualTo(new[] { 0.7, 0.2 }).Within(1e-15));
    }

    [Test]
    public void Supply_that_no_need_reaches_gives_nobody_anything()
    {
        var rows = new WeightRows([0, 1, 2], [0, 1], [1, 1]);
        Assert.That(Access(rows, [100, 0], [5, 7]), Is.EqualTo(new[] { 0.05, 0 }));
    }

    [Test]
    public void Someone_who_reaches_nothing_has_nothing()
    {
        var rows = new WeightRows([0, 1, 1], [0], [1]);
        Assert.That(Access(rows, [100, 50], [5]), Is.EqualTo(new[] { 0.05, 0 }));
    }

    [Test]
    public void People_share_themselves_in_proportion_to_attraction()
    {
        var weight = new double[] { 0.5, 0.5, 0.8, 0.4 };
        FloatingCatchment.Share(new WeightRows([0, 2, 3, 4], [0, 1, 1, 0], [3, 1, 2, 0]), weight);
        Assert.That(weight, Is.EqualTo(new[] { 0.375, 0.125, 0.8, 0 }));
    }

    [TestCase(1u), TestCase(2u), TestCase(3u), TestCase(4u), TestCase(5u), TestCase(6u), TestCase(7u), TestCase(8u)]
    public void Supply_is_conserved_and_equals_the_textbook_formula(uint seed)
    {
        var (weight, need, supply) = RandomWorld(seed);
        var (start, to, kept) = Compress(weight);
        double[] access = Access(new WeightRows(start, to, kept), need, supply);
        double[] expected = Textbook(weight, need, supply);
        double handedOut = need.Zip(access, (p, a) => p * a).Sum();
        double reached = supply.Where((_, j) => need.Where((p, i) => p * weight[i][j] > 0).Any()).Sum();
        Assert.Multiple(() =>
        {
            Assert.That(access, Is.EqualTo(expected).Within(1e-12));
            Assert.That(handedOut, Is.EqualTo(reached).Within(1e-12 * reached));
        });
    }

    [TestCase(1u), TestCase(2u), TestCase(3u)]
    public void Supply_is_conserved_when_people_share_themselves(uint seed)
    {
        var (weight, need, supply) = RandomWorld(seed);
        var (start, to, kept) = Compress(weight);
        FloatingCatchment.Share(new WeightRows(start, to, [.. kept]), kept);
        double[] access = Access(new WeightRows(start, to, kept), need, supply);
        double reached = supply.Where((_, j) => need.Where((p, i) => p * weight[i][j] > 0).Any()).Sum();
        Assert.That(need.Zip(access, (p, a) => p * a).Sum(), Is.EqualTo(reached).Within(1e-12 * reached));
    }

    [Test]
    public void Lengths_that_do_not_fit_are_refused()
    {
        int[] start = [0, 1], to = [0];
        double[] weight = [1];
        Assert.Multiple(() =>
        {
            Assert.That(() => FloatingCatchment.Demand(new WeightRows(start, to, weight), [1, 2], new double[1]), Throws.ArgumentException);
            Assert.That(() => FloatingCatchment.Access(new WeightRows(start, to, weight), [1], new double[2]), Throws.ArgumentException);
            Assert.That(() => FloatingCatchment.Ratios([1], [1, 2], new double[1]), Throws.ArgumentException);
            Assert.That(() => FloatingCatchment.Share(new WeightRows(start, to, weight), new double[2]), Throws.ArgumentException);
        });
    }

    internal static double[] Access(WeightRows rows, double[] need, double[] supply)
    {
        double[] demand = new double[supply.Length], ratio = new double[supply.Length], access = new double[need.Length];
        FloatingCatchment.Demand(rows, need, demand);
        FloatingCatchment.Ratios(supply, demand, ratio);
        FloatingCatchment.Access(rows, ratio, access);
        return access;
    }

    internal static (int[] Start, int[] To, double[] Weight) Compress(double[][] weight)
    {
        var rows = SmallWorld.Between([.. weight.Select(row => row.Select(w => w == 0 ? double.NaN : w).ToArray())]);
        return (rows.RowStart, rows.To, rows.Minutes);
    }

    private static double[] Textbook(double[][] weight, double[] need, double[] supply) =>
        [.. need.Select((_, i) => supply.Select((s, j) =>
        {
            double demand = need.Select((p, k) => p * weight[k][j]).Sum();
            return demand > 0 ? weight[i][j] * s / demand : 0;
        }).Sum())];

    /// <summary>Sparse weights, a fifth of the places empty of people, a fifth of the supply points empty.</summary>
    private static (double[][] Weight, double[] Need, double[] Supply) RandomWorld(uint seed)
    {
        int demandPoints = 3 + (int)(seed * 7), supplyPoints = 2 + (int)(seed * 5);
        double[] Draw(ushort purpose, int row, int count, double filled) => [.. Enumerable.Range(0, count).Select(k =>
        {
            var key = new DrawKey(seed, 0, purpose, 0, (uint)row);
            return key.Uniform(2 * k) < filled ? key.Uniform((2 * k) + 1) : 0;
        })];
        double[][] weight = [.. Enumerable.Range(0, demandPoints).Select(i => Draw(1, i, supplyPoints, 0.3))];
        return (weight, [.. Draw(2, 0, demandPoints, 0.8).Select(p => 10_000 * p)], [.. Draw(3, 0, supplyPoints, 0.8).Select(s => 20 * s)]);
    }
}
