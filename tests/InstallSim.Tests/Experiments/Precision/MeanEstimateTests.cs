using InstallSim.Experiments.Precision;
using InstallSim.Results;

namespace InstallSim.Tests.Experiments.Precision;

public sealed class MeanEstimateTests
{
    private static readonly double[] Values = [3, 5, 4, 8, 2, 2, 7, 9];

    [Test]
    public void Half_width_of_chance_alone_is_that_of_students_interval()
    {
        Interval interval = Intervals.OfMean(Values);
        MeanEstimate estimate = MeanEstimate.Of(Values, inPairs: false);
        Assert.That(estimate.Mean, Is.EqualTo(5));
        Assert.That(estimate.HalfWidth, Is.EqualTo(interval.Upper - 5).Within(1e-12));
    }

    /// <summary>Means of the pairs are 4, 6, 2, 8: s² = 20/3, and t with 3 degrees of freedom is 3.18245 (Student 1908 tables).</summary>
    [Test]
    public void Half_width_under_doubt_is_that_of_the_means_of_pairs_which_share_a_draw()
    {
        MeanEstimate estimate = MeanEstimate.Of(Values, inPairs: true);
        Assert.That((estimate.Mean, estimate.Units), Is.EqualTo((5.0, 4)));
        Assert.That(estimate.HalfWidth, Is.EqualTo(3.18245 * Math.Sqrt(20.0 / 3) / 2).Within(1e-4));
    }

    [Test]
    public void A_value_without_meaning_leaves_its_pair_out()
    {
        MeanEstimate estimate = MeanEstimate.Of([3, 5, double.NaN, 8, 2, 2], inPairs: true);
        Assert.That((estimate.Mean, estimate.Units), Is.EqualTo((3.0, 2)));
    }

    [Test]
    public void The_replications_it_would_take_are_the_fewest_whose_half_width_is_no_more_than_wanted([Values] bool inPairs)
    {
        MeanEstimate estimate = MeanEstimate.Of(Values, inPairs);
        int needed = estimate.ReplicationsFor(0.5, 65535)!.Value, size = inPairs ? 2 : 1;
        Assert.That((estimate with { Units = needed / size }).HalfWidth, Is.LessThanOrEqualTo(0.5));
        Assert.That((estimate with { Units = (needed / size) - 1 }).HalfWidth, Is.GreaterThan(0.5));
    }

    [Test]
    public void What_is_beyond_any_run_or_not_known_has_no_number_of_replications()
    {
        Assert.That(MeanEstimate.Of(Values, inPairs: false).ReplicationsFor(1e-6, 65535), Is.Null);
        Assert.That(MeanEstimate.Of([4], inPairs: false).ReplicationsFor(1, 65535), Is.Null);
        Assert.That(MeanEstimate.Of([4], inPairs: false).HalfWidth, Is.NaN);
        Assert.That(MeanEstimate.Of([4, 4, 4], inPairs: false).HalfWidth, Is.Zero);
    }

    /// <summary>Twenty replications with one GP more each were said to be known, ± 0; the next may have none.</summary>
    [TestCase(false, 39)]
    [TestCase(true, 78)]
    public void What_is_the_same_in_all_is_known_from_as_many_as_tell(bool inPairs, int enough)
    {
        var goal = new PrecisionGoal("half-width=1", 1, IsRelative: false, null, null);
        KnownEffect Effect(double value, int n) =>
            new(goal, "msp", "stock", 2045, MeanEstimate.Of([.. Enumerable.Repeat(value, n)], inPairs));
        Assert.That((Effect(0.1, 20).IsReached, Effect(0.1, 20).Needed), Is.EqualTo((false, (int?)enough)));
        Assert.That(Effect(0.1, enough).IsReached);
        Assert.That(Effect(0, 20).IsReached, "what is 0 in all claims nothing");
    }

    /// <summary>θ = 30/6 = 5; (a − 5·b)/2 is 0, 1, −1 of mean 0 and deviation 1.</summary>
    [Test]
    public void A_ratio_of_means_varies_to_first_order_as_its_residuals_do()
    {
        MeanEstimate estimate = MeanEstimate.OfRatio([5, 12, 13], [1, 2, 3], inPairs: false);
        Assert.That(estimate.Mean, Is.EqualTo(5));
        Assert.That(estimate.Deviation, Is.EqualTo(1).Within(1e-12));
        Assert.That(MeanEstimate.OfRatio([5, 12], [1, -1], inPairs: false).HalfWidth, Is.NaN, "no gain, no ratio");
    }
}
