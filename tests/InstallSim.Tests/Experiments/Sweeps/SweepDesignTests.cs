using InstallSim.Experiments.Points;
using InstallSim.Experiments.Sweeps;

namespace InstallSim.Tests.Experiments.Sweeps;

public sealed class SweepDesignTests
{
    private static readonly PlanNumber[] Numbers = [new("a", 1, 0, 10), new("b", 5, 4, 8)];

    [Test]
    public void A_grid_has_every_combination_and_the_last_number_changes_fastest()
    {
        var design = SweepDesign.Of(new DesignSettings
        {
            Type = DesignType.Grid,
            Levels = 3,
            Values = new Dictionary<string, IReadOnlyList<double>> { ["b"] = [4, 7] },
        }, Numbers);
        Assert.That(design, Is.EqualTo(new double[][] { [0, 4], [0, 7], [5, 4], [5, 7], [10, 4], [10, 7] }));
    }

    [Test]
    public void A_Latin_hypercube_has_one_point_in_each_slice_of_each_number()
    {
        var design = SweepDesign.Of(new DesignSettings { Type = DesignType.LatinHypercube, Points = 20 }, Numbers);
        Assert.That(design.Select(p => (int)(p[0] * 2)), Is.EquivalentTo(Enumerable.Range(0, 20)));
        Assert.That(design.Select(p => (int)((p[1] - 4) * 5)), Is.EquivalentTo(Enumerable.Range(0, 20)));
        Assert.That(design.Select(p => (int)(p[0] * 2)), Is.Not.EqualTo(design.Select(p => (int)((p[1] - 4) * 5))),
            "numbers are shuffled apart");
        var other = SweepDesign.Of(new DesignSettings { Type = DesignType.LatinHypercube, Points = 20, Seed = 2 }, Numbers);
        Assert.That(other[0], Is.Not.EqualTo(design[0]));
    }

    /// <summary>Owen's scrambling keeps the net: of 16 points each sixteenth of a number holds one, each quarter four.</summary>
    [Test]
    public void Sobol_points_fill_each_part_of_the_ranges_alike()
    {
        var design = SweepDesign.Of(new DesignSettings { Type = DesignType.Sobol, Points = 16 }, Numbers);
        Assert.That(design.Select(p => (int)(p[0] * 1.6)), Is.EquivalentTo(Enumerable.Range(0, 16)));
        var quarters = design.GroupBy(p => (p[0] < 5, p[1] < 6)).Select(g => g.Count());
        Assert.That(quarters, Is.EqualTo(new[] { 4, 4, 4, 4 }));
    }

    [Test]
    public void Whole_numbers_have_equal_shares_of_a_range()
    {
        var whole = new PlanNumber("n", 4, 2, 5) { IsWhole = true };
        double[] values = [.. Enumerable.Range(0, 8).Select(i => whole.At((i + 0.5) / 8))];
        Assert.That(values, Is.EqualTo(new double[] { 2, 2, 3, 3, 4, 4, 5, 5 }));
        Assert.That(whole.At(1), Is.EqualTo(5));
    }

    /// <summary>What counts something has each whole number once where there are fewer than levels, and none outside its range.</summary>
    [TestCase(2, 4, 5, new double[] { 2, 3, 4 })]
    [TestCase(2.4, 4.6, 4, new double[] { 3, 4 })]
    [TestCase(1, 9, 3, new double[] { 1, 5, 9 })]
    [TestCase(1, 10, 3, new double[] { 1, 6, 10 })]
    public void A_grid_of_whole_numbers_repeats_none(double low, double high, int levels, double[] expected)
    {
        PlanNumber[] whole = [new PlanNumber("n", low, low, high) { IsWhole = true }];
        var grid = new DesignSettings { Type = DesignType.Grid, Levels = levels };
        Assert.That(SweepDesign.Of(grid, whole).Select(p => p[0]), Is.EqualTo(expected));
        Assert.That(SweepDesign.CountOf(grid, whole), Is.EqualTo(expected.Length));
    }

    [Test]
    public void A_possible_value_is_the_nearest_whole_number_within_the_range()
    {
        var whole = new PlanNumber("n", 3, 2.4, 4.6) { IsWhole = true };
        Assert.That(new[] { 2.4, 2.6, 3.5, 4.4, 4.6 }.Select(whole.Possible), Is.EqualTo(new double[] { 3, 3, 4, 4, 4 }));
        Assert.That((whole with { IsWhole = false }).Possible(2.6), Is.EqualTo(2.6));
    }

    [Test]
    public void A_thousand_million_points_are_counted_and_not_made()
    {
        var design = new DesignSettings { Type = DesignType.Grid, Levels = 1000 };
        PlanNumber[] three = [.. Numbers, new("c", 0, 0, 1)];
        Assert.That(SweepDesign.CountOf(design, three), Is.EqualTo(1e9));
        Assert.That(() => SweepDesign.Of(design, three), Throws.ArgumentException);
    }
}
