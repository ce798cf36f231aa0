using InstallSim.Accessibility;

namespace InstallSim.Tests.Accessibility;

public sealed class InequalityTests
{
    /// <summary>Four people in three places with 1, 2 and 5 each (one, two and one of them), given unsorted; one place is empty.</summary>
    private static readonly double[] Values = [5, 1, 99, 2], People = [1, 1, 0, 2];

    [Test]
    public void Mean_is_over_people() => Assert.That(Inequality.Mean(Values, People), Is.EqualTo(2.5));

    [Test]
    public void Gini_by_hand()
    {
        // Lorenz curve over people 1, 3, 4 of 4: 0.1, 0.5, 1. Gini = 1 − (¼·0.1 + ½·0.6 + ¼·1.5).
        Assert.That(Inequality.Gini(Values, People), Is.EqualTo(0.3).Within(1e-15));
    }

    [Test]
    public void Gini_of_equals_is_zero_and_of_one_who_has_all_is_the_share_of_the_others() => Assert.Multiple(() =>
    {
        Assert.That(Inequality.Gini([3, 3, 3], [1, 7, 2]), Is.Zero.Within(1e-15));
        Assert.That(Inequality.Gini([0, 0, 0, 8], [1, 1, 1, 1]), Is.EqualTo(0.75).Within(1e-15));
        Assert.That(Inequality.Gini([0, 0], [1, 1]), Is.Zero);
    });

    /// <summary>Sums of floating-point numbers, of which some end a last digit below 0.</summary>
    [Test]
    public void Nothing_is_less_unequal_than_equals() => Assert.Multiple(() =>
    {
        for (int k = 0; k < 200; k++)
        {
            (double x, double[] people) = (2 + (k / 7.0), [311 + (17 * k), 1013 + (3 * k), 47.3 + k]);
            Assert.That(Inequality.Gini([x, x, x], people), Is.GreaterThanOrEqualTo(0), $"Gini of {x}");
            Assert.That(Inequality.Theil([x, x, x], people), Is.GreaterThanOrEqualTo(0), $"Theil of {x}");
            TheilParts parts = TheilParts.Of([x, x, x], people, [0, 1, 1], 2);
            Assert.That(parts.Between, Is.GreaterThanOrEqualTo(0), $"between of {x}");
            Assert.That(parts.Within, Is.GreaterThanOrEqualTo(0), $"within of {x}");
        }
    });

    [TestCase(1, 0), TestCase(1.5, 0.25), TestCase(2, 0.25), TestCase(2.0001, 0.75), TestCase(100, 1)]
    public void Share_below_excludes_those_at_the_threshold(double threshold, double expected) =>
        Assert.That(Inequality.ShareBelow(Values, People, threshold), Is.EqualTo(expected));

    /// <summary>z = 4: a gap of ¾ for one, ½ for two, none for the one above, out of four people.</summary>
    [TestCase(0, 0.75), TestCase(1, (0.75 + 0.5 + 0.5) / 4), TestCase(2, (0.5625 + 0.25 + 0.25) / 4)]
    public void Shortfall_by_hand(int alpha, double expected) =>
        Assert.That(Inequality.Shortfall(Values, People, 4, alpha), Is.EqualTo(expected).Within(1e-15));

    [TestCase(-1), TestCase(3)]
    public void Shortfall_of_another_order_is_refused(int alpha) =>
        Assert.That(() => Inequality.Shortfall([1], [1], 4, alpha), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Top_to_bottom_splits_the_place_at_the_edge()
    {
        // Best 40 % of 10 people: 3 with 8 and 1 with 4; worst: 2 with 1 and 2 with 4.
        Assert.That(Inequality.TopToBottom([8, 1, 4], [3, 2, 5], 0.4), Is.EqualTo(28.0 / 10).Within(1e-15));
    }

    [Test]
    public void Top_to_bottom_is_infinite_when_the_worst_served_have_nothing() =>
        Assert.That(Inequality.TopToBottom([0, 1], [5, 5]), Is.EqualTo(double.PositiveInfinity));

    /// <summary>Ten people: the best is one of two with 9; the worst four are three with 1 and one of five with 3.</summary>
    [Test]
    public void Palma_follows_the_lorenz_curve_within_a_place() => Assert.Multiple(() =>
    {
        Assert.That(Inequality.Palma([9, 1, 3], [2, 3, 5]), Is.EqualTo(9.0 / 6).Within(1e-15));
        Assert.That(Inequality.Palma([9, 1, 3, 3], [2, 3, 1, 4]), Is.EqualTo(9.0 / 6).Within(1e-15), "cut in two");
        Assert.That(Inequality.Palma([4, 4], [3, 7]), Is.EqualTo(0.25).Within(1e-15), "all alike");
        Assert.That(Inequality.Palma([0, 4], [5, 5]), Is.EqualTo(double.PositiveInfinity));
    });

    [TestCase(0, 1), TestCase(0.25, 1), TestCase(0.26, 2), TestCase(0.75, 2), TestCase(0.76, 5), TestCase(1, 5)]
    public void Quantile_is_a_value_that_someone_has(double level, double expected) =>
        Assert.That(Inequality.Quantile(Values, People, level), Is.EqualTo(expected));

    [Test]
    public void Theil_by_hand() => Assert.Multiple(() =>
    {
        Assert.That(Inequality.Theil([3, 3], [1, 9]), Is.Zero);
        Assert.That(Inequality.Theil([0, 4], [1, 1]), Is.EqualTo(Math.Log(2)).Within(1e-15));
        Assert.That(Inequality.Theil([1, 3], [2, 2]), Is.EqualTo(0.5 * ((0.5 * Math.Log(0.5)) + (1.5 * Math.Log(1.5)))).Within(1e-15));
    });

    /// <summary>Their sums leave some 2⁻⁵³ of either sign.</summary>
    [Test]
    public void Of_equals_every_index_is_exactly_zero([Range(1, 40)] int places)
    {
        double[] values = [.. Enumerable.Repeat(0.1 * places / 3, places)], people = [.. Enumerable.Range(1, places).Select(k => k / 7.0)];
        int[] group = [.. Enumerable.Range(0, places).Select(k => k % 3)];
        TheilParts parts = TheilParts.Of(values, people, group, 3);
        Assert.That((double[])[Inequality.Gini(values, people), Inequality.Theil(values, people), parts.Between, parts.Within,
            Concentration.Index(values, people, people)], Is.All.EqualTo(0.0));
    }

    [Test]
    public void Splitting_a_place_changes_nothing() => Assert.Multiple(() =>
    {
        double[] values = [5, 1, 2, 2], people = [1, 1, 0.5, 1.5];
        Assert.That(Inequality.Gini(values, people), Is.EqualTo(Inequality.Gini(Values, People)).Within(1e-15));
        Assert.That(Inequality.TopToBottom(values, people), Is.EqualTo(Inequality.TopToBottom(Values, People)).Within(1e-15));
        Assert.That(Inequality.Theil(values, people), Is.EqualTo(Inequality.Theil(Values, People)).Within(1e-15));
    });

    [Test]
    public void Without_people_nothing_is_known() => Assert.Multiple(() =>
    {
        Assert.That(Inequality.Mean([1], [0]), Is.NaN);
        Assert.That(Inequality.Gini([1], [0]), Is.NaN);
        Assert.That(Inequality.Quantile([], [], 0.5), Is.NaN);
        Assert.That(Inequality.TopToBottom([1], [0]), Is.NaN);
        Assert.That(Inequality.Theil([1], [0]), Is.NaN);
        Assert.That(Inequality.ShareBelow([1], [0], 2), Is.NaN);
    });

    [Test]
    public void Lengths_that_differ_are_refused() =>
        Assert.That(() => Inequality.Gini([1, 2], [1]), Throws.ArgumentException.With.Message.Contains("2 values for 1"));
}
