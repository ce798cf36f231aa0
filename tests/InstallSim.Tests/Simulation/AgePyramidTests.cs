using InstallSim.Scenarios;
using InstallSim.Simulation.State;

namespace InstallSim.Tests.Simulation;

public sealed class AgePyramidTests
{
    private static readonly PhysicianSettings Shipped = ShippedRegion.France.Scenario.Physicians;

    [Test]
    public void Under_the_shipped_schedule_as_many_work_on_as_were_seen_in_2018()
    {
        double[] share = AgePyramid.Survival(Shipped);
        Assert.Multiple(() =>
        {
            // DREES, 1 January 2018, liberal doctors (evidence H3): 43 % at 65–69, 20 % at 70–79.
            Assert.That(share[5..10].Average(), Is.EqualTo(0.43).Within(0.03));
            Assert.That(share[10..20].Average(), Is.EqualTo(0.20).Within(0.03));
        });
    }

    [Test]
    public void Under_the_shipped_schedule_those_who_reach_60_stop_at_67_on_average()
    {
        double[] share = [.. AgePyramid.Survival(Shipped), 0];
        double mean = Enumerable.Range(1, share.Length - 1).Sum(k => (60 + k) * (share[k - 1] - share[k]));
        Assert.That(mean, Is.InRange(66, 68), "mean age of final cessation 67 (2017, evidence H3)");
    }

    [Test]
    public void Survival_is_the_product_of_staying_at_each_age()
    {
        PhysicianSettings settings = Some() with { LeavingProbability = 0.1, LastAge = 64 };
        Assert.That(AgePyramid.Survival(settings),
            Is.EqualTo(new[] { 1, 0.9, 0.9 * 0.5 * 0.9, 0.9 * 0.5 * 0.9 * 0.5 * 0.9 }).Within(1e-12));
    }

    [TestCase(60)]
    [TestCase(61)]
    public void Where_everybody_retires_at_once_all_of_60_and_over_are_60(int lastAge)
    {
        var pyramid = new AgePyramid(Some() with { LastAge = lastAge });
        Assert.That(Ages(pyramid, share60Plus: 1), Is.All.EqualTo(60));
    }

    [Test]
    public void Without_any_exit_all_ages_from_60_to_the_last_are_as_frequent()
    {
        var pyramid = new AgePyramid(new PhysicianSettings { LeavingProbability = 0, LastAge = 80 });
        int[] ages = Ages(pyramid, share60Plus: 1);
        Assert.That(Enumerable.Range(60, 20).Select(age => ages.Count(a => a == age) / (double)ages.Length),
            Is.All.EqualTo(0.05).Within(0.001));
        Assert.That(ages.Max(), Is.EqualTo(79));
    }

    [Test]
    public void A_higher_probability_of_retirement_makes_nobody_older()
    {
        var late = new AgePyramid(Some());
        var early = new AgePyramid(Some() with { Retirement = [new AgeHazard { FromAge = 62, Probability = 0.7 }] });
        int[] before = Ages(late, 0.4), after = Ages(early, 0.4);
        Assert.That(after.Zip(before, (a, b) => a <= b), Is.All.True);
        Assert.That(after.Sum(), Is.LessThan(before.Sum()));
    }

    [Test]
    public void The_share_of_60_and_over_is_the_territory_s([Values(0, 0.1, 0.309, 0.8, 1)] double share)
    {
        int[] ages = Ages(new AgePyramid(Shipped), share);
        Assert.That(ages.Count(a => a >= 60) / (double)ages.Length, Is.EqualTo(share).Within(0.005));
    }

    [TestCase(0, 0)]
    [TestCase(0.24, 0.24)]
    [TestCase(0.6, 0.6)]
    public void At_the_mean_share_of_old_the_share_under_40_is_the_settings(double setting, double expected)
    {
        int[] ages = Ages(new AgePyramid(Shipped with { StockUnder40Share = setting }), 0.309);
        Assert.That(ages.Count(a => a < 40) / (double)ages.Length, Is.EqualTo(expected).Within(0.005));
        Assert.That(ages, Is.All.InRange(30, 79));
    }

    [Test]
    public void With_all_the_others_under_40_nobody_is_between()
    {
        int[] ages = Ages(new AgePyramid(Shipped with { StockUnder40Share = 1 }), 0.2);
        Assert.That(ages.Count(a => a is >= 40 and < 60), Is.Zero);
    }

    [Test]
    public void A_later_draw_within_a_band_is_never_a_younger_physician()
    {
        var pyramid = new AgePyramid(Shipped);
        foreach (double band in new[] { 0.1, 0.35, 0.9 })
        {
            int[] ages = [.. Enumerable.Range(0, 100).Select(k => pyramid.AgeOf(0.3, band, (k + 0.5) / 100))];
            Assert.That(ages, Is.Ordered);
        }
    }

    private static PhysicianSettings Some() =>
        new() { Retirement = [new AgeHazard { FromAge = 62, Probability = 0.5 }], LastAge = 70, LeavingProbability = 0 };

    /// <summary>Ages over a grid of 200 × 200 draws.</summary>
    private static int[] Ages(AgePyramid pyramid, double share60Plus) =>
    [
        .. from band in Enumerable.Range(0, 200)
           from within in Enumerable.Range(0, 200)
           select pyramid.AgeOf(share60Plus, (band + 0.5) / 200, (within + 0.5) / 200),
    ];
}
