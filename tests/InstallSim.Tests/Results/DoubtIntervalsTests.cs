using InstallSim.Choice.Draws;
using InstallSim.Results;
using InstallSim.Scenarios;
using MathNet.Numerics.Distributions;

namespace InstallSim.Tests.Results;

public sealed class DoubtIntervalsTests
{
    [Test]
    public void The_ends_of_many_values_are_the_ranks_that_hold_the_next_draw_in_95_of_100_cases()
    {
        // 158 values in 79 draws: rank 0.025 × 80 = 2, so the middle between the 3rd and 4th value from either side.
        Interval i = DoubtIntervals.OfNext([.. Enumerable.Range(1, 158).Select(v => (double)v)]);
        Assert.That((i.Mean, i.Lower, i.Upper, i.Count), Is.EqualTo((79.5, 3.5, 155.5, 158)));
    }

    [Test]
    public void The_ends_of_few_values_reach_beyond_them_further_on_the_longer_side()
    {
        Interval i = DoubtIntervals.OfNext([-1, -0.5, 0, 0.5, 1, 7]);
        // Median 0.25; t of 2 is 4.3027, √(1 + 1/3); squares 1.5625 + 0.5625 + 0.0625 below, 0.0625 +
        // 0.5625 + 45.5625 above, doubled, over 4.
        double times = StudentT.InvCDF(0, 1, 2, 0.975) * Math.Sqrt(4 / 3.0);
        Assert.That(i.Lower, Is.EqualTo(0.25 - (times * Math.Sqrt(2 * 2.1875 / 4))).Within(1e-12));
        Assert.That(i.Upper, Is.EqualTo(0.25 + (times * Math.Sqrt(2 * 46.1875 / 4))).Within(1e-12));
    }

    [Test]
    public void No_end_lies_beyond_zero_where_no_value_does()
    {
        Assert.That(DoubtIntervals.OfNext([0, 0.5, 1, 1.5, 2, 8]).Lower, Is.Zero);
        Assert.That(DoubtIntervals.OfNext([-8, -2, -1.5, -1, -0.5, 0]).Upper, Is.Zero);
    }

    [TestCase(0), TestCase(1), TestCase(3)]
    public void Fewer_than_two_draws_have_no_interval(int count)
    {
        Interval i = DoubtIntervals.OfNext([.. Enumerable.Range(0, count).Select(v => (double)v)]);
        Assert.That((i.Lower, i.Upper, i.Count), Is.EqualTo((double.NaN, double.NaN, count)));
        Assert.That(i.Mean, Is.EqualTo(count == 0 ? double.NaN : (count - 1) / 2.0));
    }

    [Test]
    public void Equal_values_have_an_interval_of_no_width([Values(6, 100)] int count)
    {
        Interval i = DoubtIntervals.OfNext([.. Enumerable.Repeat(2.5, count)]);
        Assert.That((i.Lower, i.Upper), Is.EqualTo((2.5, 2.5)));
    }

    [Test]
    public void A_side_on_which_all_values_tie_has_the_width_of_the_other()
    {
        var ties = DoubtIntervals.OfNext([3, 3, 4, 7, 3, 3]);
        Assert.That(ties.Lower, Is.Zero, "as far below the median as above it, but no replication is below 0");
        Assert.That(ties.Upper, Is.EqualTo(3 + (StudentT.InvCDF(0, 1, 2, 0.975) * Math.Sqrt(2 * 17.0 / 4 * (1 + (1.0 / 3))))).Within(1e-9));
        var mirrored = DoubtIntervals.OfNext([-3, -3, -4, -7, -3, -3]);
        Assert.That((mirrored.Lower, mirrored.Upper), Is.EqualTo((-ties.Upper, 0)));
        var below = DoubtIntervals.OfNext([-1, 3, 3, 3, 3, 3]);
        Assert.That(below.Upper - 3, Is.EqualTo(3 - below.Lower).Within(1e-9));
    }

    [Test]
    public void An_interval_does_not_shrink_with_the_number_of_replications()
    {
        double Width(int draws)
        {
            double[] values = Sample(draws, 3, low: 0, peak: 0.3, high: 1, chance: 0.05);
            Interval i = DoubtIntervals.OfNext(values);
            return i.Upper - i.Lower;
        }

        Assert.That(Width(2_000), Is.EqualTo(Width(200)).Within(0.15));
        Assert.That(Width(2_000), Is.GreaterThan(0.7), "the spread of the distribution itself, 0.78");
    }

    [Test]
    public void An_interval_holds_the_next_replication_in_about_95_of_100_cases(
        [Values(10, 20, 60, 100)] int count, [Values(0, 0.3, 1)] double peak, [Values(0.02, 0.2, 1.0)] double chance)
    {
        const int samples = 2_000;
        int below = 0, above = 0;
        for (int s = 0; s < samples; s++)
        {
            double[] values = Sample((count / 2) + 1, (uint)s, 0, peak, 1, chance);
            Interval i = DoubtIntervals.OfNext(values.AsSpan(0, count));
            (below, above) = (below + (values[^1] < i.Lower ? 1 : 0), above + (values[^1] > i.Upper ? 1 : 0));
        }

        double held = 1 - ((below + above) / (double)samples), noise = 4 * Math.Sqrt(0.05 * 0.95 / samples);
        Assert.That(held, Is.EqualTo(0.96).Within(0.02 + noise), "94 to 98 of 100");
        Assert.That(Math.Max(below, above) / (double)samples, Is.LessThan(0.04 + noise),
            "neither side is forgotten where the distribution is skewed");
    }

    [Test]
    public void An_effect_that_no_replication_turns_is_clear_though_mean_and_deviation_would_reach_zero()
    {
        // Values j·j of a skewed effect: mean 8.5, standard deviation about 7.6, none below 0.01.
        double[] values = [.. Enumerable.Range(1, 100).Select(j => j * j / 400.0).SelectMany(v => new[] { v, v })];
        Interval i = DoubtIntervals.OfNext(values);
        double deviation = Math.Sqrt(values.Sum(v => (v - i.Mean) * (v - i.Mean)) / (values.Length - 1));
        Assert.That(i.Mean - (1.96 * deviation), Is.Negative);
        Assert.That(i.Lower, Is.Positive);
    }

    [Test]
    public void A_ratio_to_a_denominator_of_one_value_has_the_interval_of_its_numerator([Values(8, 100)] int count)
    {
        double[] values = Sample(count / 2, 9, 1, 2, 5, 0.1);
        Interval plain = DoubtIntervals.OfNext(values), ratio = DoubtIntervals.OfRatio(values, [.. values.Select(_ => 4.0)]);
        Assert.That((ratio.Lower * 4, ratio.Upper * 4, ratio.Mean * 4), Is.EqualTo((plain.Lower, plain.Upper, plain.Mean)).Within(1e-12));
    }

    [Test]
    public void A_ratio_is_not_determined_where_the_denominator_s_interval_holds_zero()
    {
        Interval i = DoubtIntervals.OfRatio([10, 10, 10, 10, 10, 10], [1, 2, -1, 3, 1, 2]);
        Assert.That((i.Mean, i.Lower, i.Upper), Is.EqualTo((7.5, double.NaN, double.NaN)));
        Assert.That(DoubtIntervals.OfRatio([0, 0, 0, 0], [0, 0, 0, 0]).Mean, Is.NaN);
    }

    [Test]
    public void A_replication_that_loses_counts_as_dearer_than_any_that_gains()
    {
        double[] cost = [.. Enumerable.Repeat(100.0, 200)],
            gain = [.. Enumerable.Range(0, 200).Select(r => r < 3 ? -1.0 : 10 + (r * 0.01))];
        Interval i = DoubtIntervals.OfRatio(cost, gain);
        Assert.That(i.Lower, Is.EqualTo(100 / 11.95).Within(0.02));
        Assert.That(i.Upper, Is.EqualTo(100 / 10.05).Within(0.02), "3 of 200 lie beyond the end");
    }

    [TestCase(0.0, 1.0, 1), TestCase(1.0, 0.0, 0), TestCase(1.0, 1.0, 0.5), TestCase(3.0, 1.0, 0.1)]
    public void The_share_of_chance_is_that_of_its_variance(double doubt, double chance, double share)
    {
        DrawKey key = new(3, 0, 0, 0, 0);
        double[] values = [.. Enumerable.Range(0, 20_000).Select(r =>
            (doubt * Normal.InvCDF(0, 1, key.Uniform(r / 2))) + (chance * Normal.InvCDF(0, 1, key.Uniform(50_000 + r))))];
        Assert.That(DoubtIntervals.ChanceShare(values), Is.EqualTo(share).Within(0.03));
    }

    [Test]
    public void The_share_of_chance_is_that_of_the_analysis_of_variance_by_hand()
    {
        // Pairs (1, 3), (5, 7), (6, 8): chance² = (2 + 2 + 2) / 3 = 2; means 2, 6, 7 with variance 7, so doubt² = (14 − 2) / 2 = 6.
        Assert.That(DoubtIntervals.ChanceShare([1, 3, 5, 7, 6, 8]), Is.EqualTo(0.25).Within(1e-12));
        Assert.That(DoubtIntervals.ChanceShare([1, 3, 5, 7, 6, 8, 99]), Is.EqualTo(0.25).Within(1e-12), "the last has no partner");
        Assert.That(DoubtIntervals.ChanceShare([1, 3, 2]), Is.NaN);
        Assert.That(DoubtIntervals.ChanceShare([4, 4, 4, 4]), Is.NaN);
    }

    private static double[] Sample(int draws, uint name, double low, double peak, double high, double chance)
    {
        DrawKey key = new(17, 0, 0, 0, name);
        return [.. Enumerable.Range(0, 2 * draws).Select(r =>
            Doubt.Triangular(low, peak, high, key.Uniform(r / 2)) + (chance * Normal.InvCDF(0, 1, key.Uniform(100_000 + r))))];
    }
}
