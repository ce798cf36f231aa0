using InstallSim.Accessibility;

namespace InstallSim.Tests.Accessibility;

public sealed class FloatingCatchmentMetricTests
{
    private static readonly AccessibilityMetric[] Metrics =
    [
        new TwoStepFloatingCatchment(),
        new TwoStepFloatingCatchment { Limit = 45, Decay = Decay.Exponential, DecayRate = 0.1 },
        new TwoStepFloatingCatchment { Limit = 45, Decay = Decay.Power, DecayRate = 1.5 },
        new EnhancedTwoStepFloatingCatchment(),
        new ThreeStepFloatingCatchment(),
    ];

    private static readonly AccessibilityMetric[] AllMetrics =
        [
            .. Metrics, new Density(), new RationalAgentAccess(), new LocalPotentialAccessibility(),
            new LocalPotentialAccessibility { AgeLimit = 65, ActivityCap = 6_000 },
        ];

    [Test]
    public void Two_territories_within_reach_pool_what_they_have()
    {
        var world = new SmallWorld(1_000, 3_000) { Times = SmallWorld.Between([[0, 20], [20, 0]]) };
        world.Install(0);
        world.Install(1);
        Assert.That(world.Measure(new TwoStepFloatingCatchment()), Is.EqualTo(new double[] { 50, 50 }).Within(1e-12));
    }

    [Test]
    public void Two_territories_out_of_reach_keep_what_they_have()
    {
        var world = new SmallWorld(1_000, 4_000) { Times = SmallWorld.Between([[0, 20.01], [20.01, 0]]) };
        world.Install(0);
        world.Install(1, fte: 0.8);
        Assert.That(world.Measure(new TwoStepFloatingCatchment()), Is.EqualTo(new double[] { 100, 20 }).Within(1e-12));
    }

    [Test]
    public void Rings_count_less_than_the_centre()
    {
        // The village (500 people) reaches the town's one physician with weight 0.68, the town (660) with 1: D = 1000.
        var world = new SmallWorld(500, 660) { Times = SmallWorld.Between([[0, 12], [12, 0]]) };
        world.Install(1);
        Assert.That(world.Measure(new EnhancedTwoStepFloatingCatchment()), Is.EqualTo(new double[] { 68, 100 }).Within(1e-12));
    }

    [Test]
    public void People_who_have_a_choice_burden_each_place_less()
    {
        // 0 chooses between its own physician and that of 1, equally near: half of its people at each.
        var world = new SmallWorld(1_000, 1_000) { Times = SmallWorld.Between([[0, 5], [double.NaN, 0]]) };
        world.Install(0);
        world.Install(1);
        double[] expected = [100 + (100 / 3.0), 200 / 3.0];
        Assert.That(world.Measure(new ThreeStepFloatingCatchment()), Is.EqualTo(expected).Within(1e-11));
    }

    [Test]
    public void Supply_is_conserved([ValueSource(nameof(Metrics))] AccessibilityMetric metric, [Values(1u, 2u, 3u)] uint seed)
    {
        var world = SmallWorld.Random(seed, 40);
        double handedOut = world.Territories.Population.Zip(world.Measure(metric), (p, a) => p * a / 100_000).Sum();
        double supply = world.View().Supply.ToArray().Sum();
        Assert.That(handedOut, Is.EqualTo(supply).Within(1e-10));
    }

    [Test]
    public void A_year_allocates_nothing_for_each_territory([ValueSource(nameof(AllMetrics))] AccessibilityMetric metric)
    {
        Assert.That(Allocated(metric, 200), Is.EqualTo(Allocated(metric, 40)));
        Assert.That(Allocated(metric, 40), Is.LessThan(200), "at most a closure");
    }

    private static long Allocated(AccessibilityMetric metric, int territories)
    {
        var world = SmallWorld.Random(1, territories);
        PreparedMetric prepared = metric.Prepare(world.Territories, world.Times);
        double[] accessibility = new double[territories];
        prepared.Compute(world.View(), accessibility);
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 3; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            prepared.Compute(world.View(), accessibility);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    [Test]
    public void Preparing_once_or_each_year_is_the_same([ValueSource(nameof(AllMetrics))] AccessibilityMetric metric)
    {
        var world = SmallWorld.Random(2, 40);
        var prepared = metric.Prepare(world.Territories, world.Times);
        double[] accessibility = new double[40];
        for (int year = 0; year < 3; year++)
        {
            world.Supply(year, 10 * year);
            prepared.Compute(world.View(), accessibility);
            Assert.That(accessibility, Is.EqualTo(world.Measure(metric)));
        }
    }

    [Test]
    public void Times_cut_later_than_the_catchment_change_nothing([ValueSource(nameof(AllMetrics))] AccessibilityMetric metric)
    {
        var far = new SmallWorld(1_000, 2_000) { Times = SmallWorld.Between([[0, 61], [61, 0]]) };
        var cut = new SmallWorld(1_000, 2_000);
        far.Install(0);
        cut.Install(0);
        Assert.That(far.Measure(metric), Is.EqualTo(cut.Measure(metric)));
    }

    [Test]
    public void Times_of_other_territories_are_refused()
    {
        var times = new SmallWorld(1, 2, 3).Times;
        Assert.That(() => new TwoStepFloatingCatchment().Prepare(new SmallWorld(1, 2).Territories, times),
            Throws.ArgumentException.With.Message.Contains("3 territories for 2"));
    }
}
