using InstallSim.Accessibility;

namespace InstallSim.Tests.Accessibility;

public sealed class ConcentrationTests
{
    /// <summary>Ranks ¼ and ¾, mean 2: 2·(½·(1 − 2)·¼ + ½·(3 − 2)·¾) / 2 = ¼.</summary>
    [Test]
    public void Two_people_by_hand() => Assert.That(Concentration.Index([1, 3], [1, 1], [10, 20]), Is.EqualTo(0.25).Within(1e-15));

    /// <summary>Covariance over people: x = 4, 1, 1, 2, the poorest first; the two of one place share their rank, ½.</summary>
    [Test]
    public void A_place_of_two_people_shares_its_rank()
    {
        double[] x = [4, 1, 1, 2], rank = [0.125, 0.5, 0.5, 0.875];
        double mean = x.Average(), covariance = x.Zip(rank, (v, r) => (v - mean) * (r - 0.5)).Average();
        Assert.That(Concentration.Index([1, 2, 4], [2, 1, 1], [15, 30, 9]), Is.EqualTo(2 * covariance / mean).Within(1e-15));
    }

    [Test]
    public void It_is_the_gini_index_where_the_rich_have_more_and_its_negative_where_the_poor_do() => Assert.Multiple(() =>
    {
        double[] values = [1, 2, 5], people = [1, 2, 1];
        Assert.That(Concentration.Index(values, people, [7, 8, 9]), Is.EqualTo(Inequality.Gini(values, people)).Within(1e-15));
        Assert.That(Concentration.Index(values, people, [9, 8, 7]), Is.EqualTo(-Inequality.Gini(values, people)).Within(1e-15));
    });

    [Test]
    public void Equal_incomes_or_equal_access_concentrate_nothing() => Assert.Multiple(() =>
    {
        Assert.That(Concentration.Index([1, 5, 3], [1, 2, 3], [20, 20, 20]), Is.Zero.Within(1e-15));
        Assert.That(Concentration.Index([3, 3, 3], [1, 2, 3], [10, 20, 30]), Is.Zero.Within(1e-15));
        Assert.That(Concentration.Index([0, 0], [1, 2], [10, 20]), Is.Zero);
    });

    [Test]
    public void Rows_in_another_order_and_a_place_cut_in_two_change_nothing()
    {
        double whole = Concentration.Index([1, 5, 3], [1, 2, 3], [30, 10, 20]);
        Assert.That(Concentration.Index([3, 1, 5], [3, 1, 2], [20, 30, 10]), Is.EqualTo(whole).Within(1e-15));
        Assert.That(Concentration.Index([3, 1, 5, 3], [1, 1, 2, 2], [20, 30, 10, 20]), Is.EqualTo(whole).Within(1e-15));
    }

    [Test]
    public void Without_people_or_income_nothing_is_known() => Assert.Multiple(() =>
    {
        Assert.That(Concentration.Index([1], [0], [3]), Is.NaN);
        Assert.That(Concentration.Index([1, 2], [1, 1], [3, double.NaN]), Is.NaN);
        Assert.That(() => Concentration.Index([1, 2], [1, 1], [3]), Throws.ArgumentException.With.Message.Contains("1 incomes for 2"));
    });
}
