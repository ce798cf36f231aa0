using InstallSim.Choice.Draws;
using InstallSim.Results;
using MathNet.Numerics.Distributions;

namespace InstallSim.Tests.Results;

public sealed class IntervalsTests
{
    [Test]
    public void The_mean_of_four_values_by_hand()
    {
        // s² = 5/3, s/√n = √(5/12), Student's t with 3 degrees of freedom at 97.5 % = 3.182446.
        Interval i = Intervals.OfMean([1, 2, 3, 4]);
        Assert.That(i.Mean, Is.EqualTo(2.5));
        Assert.That(i.StandardError, Is.EqualTo(Math.Sqrt(5.0 / 12)).Within(1e-12));
        Assert.That(i.Upper - i.Mean, Is.EqualTo(3.182446 * 0.645497).Within(1e-5));
        Assert.That(i.Mean - i.Lower, Is.EqualTo(i.Upper - i.Mean).Within(1e-12));
        Assert.That(i.Count, Is.EqualTo(4));
    }

    [Test]
    public void Missing_values_are_left_out() =>
        Assert.That(Intervals.OfMean([1, double.NaN, 2, 3, 4, double.NaN]), Is.EqualTo(Intervals.OfMean([1, 2, 3, 4])));

    [Test]
    public void One_value_has_a_mean_and_no_interval()
    {
        Interval i = Intervals.OfMean([double.NaN, 7]);
        Assert.That((i.Mean, i.StandardError, i.Lower, i.Upper, i.Count), Is.EqualTo((7.0, double.NaN, double.NaN, double.NaN, 1)));
        Assert.That(Intervals.OfMean([double.NaN]).Mean, Is.NaN);
        Assert.That(Intervals.OfMean([]).Mean, Is.NaN);
    }

    [Test]
    public void Equal_values_have_an_interval_of_no_width()
    {
        Interval i = Intervals.OfMean([0, 0, 0]);
        Assert.That((i.Mean, i.StandardError, i.Lower, i.Upper), Is.EqualTo((0.0, 0.0, 0.0, 0.0)));
    }

    [TestCase(false, 38, false), TestCase(false, 39, true), TestCase(true, 4, false), TestCase(true, 77, false), TestCase(true, 78, true)]
    public void A_difference_that_is_the_same_in_all_has_an_interval_where_replications_are_enough(bool holdsDoubt, int count, bool isTold)
    {
        // Such as 0.3 − 0.1 and 0.4 − 0.2: the same but for rounding.
        double[] same = [.. Enumerable.Range(0, count).Select(r => 0.1 + (r / 10.0) + 0.2 - (r / 10.0) - 0.1)];
        foreach (double sign in (double[])[1, -1])
        {
            Interval i = Intervals.OfDifference([.. same.Select(v => sign * v)], holdsDoubt);
            Assert.That(i.Mean, Is.EqualTo(sign * 0.2).Within(1e-12));
            Assert.That((i.IsTied, double.IsFinite(i.Lower), double.IsFinite(i.Upper)), Is.EqualTo((!isTold, isTold, isTold)));
            Assert.That(Intervals.OfPrice(new double[count].Select(_ => 5.0).ToArray(), same, holdsDoubt).Lower,
                isTold ? Is.EqualTo(25).Within(1e-9) : Is.NaN, "a cost for each of what may not be gained");
        }
    }

    /// <summary>Rounding left Fieller's interval of two certain means without ends in three of ten cases.</summary>
    [Test]
    public void A_cost_that_is_the_same_for_a_gain_that_is_the_same_in_enough_replications_has_an_interval()
    {
        foreach (double cost in Enumerable.Range(1, 200).Select(k => 17.3 * k))
        {
            double[] costs = [.. Enumerable.Repeat(cost, 39)], gains = [.. Enumerable.Repeat(7.0, 39)];
            Interval i = Intervals.OfPrice(costs, gains, holdsDoubt: false);
            Assert.That((i.Lower, i.Upper), Is.EqualTo((cost / 7, cost / 7)).Using<double>((a, b) => Math.Abs(a - b) < 1e-6), $"{cost}");
        }
    }

    [Test]
    public void A_difference_of_0_in_all_claims_nothing_and_one_that_differs_has_an_interval([Values] bool holdsDoubt)
    {
        Interval none = Intervals.OfDifference(new double[5], holdsDoubt), some = Intervals.OfDifference([1, 1, 1, 1, 2], holdsDoubt);
        Assert.That((none.Lower, none.Upper, none.IsTied), Is.EqualTo((0, 0, false)));
        Assert.That((double.IsFinite(some.Lower), some.IsTied), Is.EqualTo((true, false)));
    }

    [Test]
    public void A_ratio_to_a_denominator_that_is_certain_has_the_interval_of_the_mean()
    {
        Interval mean = Intervals.OfMean([2, 4, 6]), ratio = Intervals.OfRatio([2, 4, 6], [2, 2, 2]);
        Assert.That(ratio.Mean, Is.EqualTo(2).Within(1e-12));
        Assert.That(ratio.Lower, Is.EqualTo(mean.Lower / 2).Within(1e-9));
        Assert.That(ratio.Upper, Is.EqualTo(mean.Upper / 2).Within(1e-9));
    }

    [Test]
    public void An_end_of_a_ratio_s_interval_is_where_the_difference_just_becomes_significant()
    {
        // Fieller's definition itself: θ is an end exactly when the mean of a − θ·b has an interval that ends at 0.
        double[] a = [10, 14, 9, 12, 15, 11], b = [2.0, 2.6, 1.9, 2.7, 2.4, 2.2];
        Interval ratio = Intervals.OfRatio(a, b);
        Assert.That(ratio.Mean, Is.EqualTo(a.Sum() / b.Sum()).Within(1e-12));
        Assert.That(Intervals.OfMean(Differences(ratio.Lower)).Lower, Is.Zero.Within(1e-9));
        Assert.That(Intervals.OfMean(Differences(ratio.Upper)).Upper, Is.Zero.Within(1e-9));

        double[] Differences(double theta) => [.. a.Zip(b, (x, y) => x - (theta * y))];
    }

    [Test]
    public void A_denominator_that_may_be_zero_leaves_the_ratio_undetermined()
    {
        // b̄ = 2 with a standard error of √(1/3): with three pairs t = 4.302653, and 2 is only 3.46 standard errors from 0.
        Interval undetermined = Intervals.OfRatio([2, 3, 4], [3, 1, 2]);
        Assert.That(undetermined.Mean, Is.EqualTo(1.5).Within(1e-12));
        Assert.That((undetermined.Lower, undetermined.Upper), Is.EqualTo((double.NaN, double.NaN)));
    }

    [Test]
    public void Nothing_over_nothing_is_not_determined()
    {
        Interval i = Intervals.OfRatio([0, 0, 0], [0, 0, 0]);
        Assert.That((i.Mean, i.Lower, i.Upper, i.Count), Is.EqualTo((double.NaN, double.NaN, double.NaN, 3)));
        Assert.That(Intervals.OfRatio([5, 6, 7], [1, -1, 0]).Mean, Is.NaN);
        Assert.That(Intervals.OfRatio([4], [2]).Lower, Is.NaN);
    }

    [Test]
    public void The_interval_of_a_ratio_covers_the_truth_in_95_of_100_cases() => AssertCoverage(2_000);

    [Test, Category("Slow")]
    public void The_interval_of_a_ratio_covers_the_truth_in_95_of_100_cases_closely() => AssertCoverage(100_000);

    /// <summary>
    /// Pairs of correlated normals with ratio of means 3; the share of intervals that hold 3, within 4 standard errors of 95 %.
    /// </summary>
    private static void AssertCoverage(int samples)
    {
        const int pairs = 10;
        double[] a = new double[pairs], b = new double[pairs];
        int covered = 0;
        for (int sample = 0; sample < samples; sample++)
        {
            DrawKey key = new(11, 0, 0, 0, (uint)sample);
            for (int r = 0; r < pairs; r++)
            {
                double common = Normal.InvCDF(0, 1, key.Uniform(2 * r)), own = Normal.InvCDF(0, 1, key.Uniform((2 * r) + 1));
                (a[r], b[r]) = (12 + (2 * common) + own, 4 + (0.8 * common));
            }

            Interval i = Intervals.OfRatio(a, b);
            covered += i.Lower <= 3 && i.Upper >= 3 ? 1 : 0;
        }

        Assert.That(covered / (double)samples, Is.EqualTo(0.95).Within(4 * Math.Sqrt(0.95 * 0.05 / samples)));
    }
}
