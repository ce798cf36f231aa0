using InstallSim.Accessibility;
using InstallSim.Tests.Territories;
using InstallSim.World;

namespace InstallSim.Tests.Accessibility;

public sealed class LocalPotentialAccessibilityTests
{
    private static readonly LocalPotentialAccessibility Plain =
        new() { ConsultationsPerFte = 5_000, NeedUnder25 = 1, Need25To64 = 1, Need65Plus = 1 };

    [Test]
    public void Consultations_are_shared_by_those_who_can_reach_them()
    {
        // D_0 = 1000, D_1 = 0.1 · 1000 + 2400: A_0 = 5 + 0.1 · 4, A_1 = 4.
        var world = new SmallWorld(1_000, 2_400) { Times = SmallWorld.Between([[0, 20], [double.NaN, 0]]) };
        world.Install(0);
        world.Install(1, fte: 2);
        Assert.That(world.Measure(Plain), Is.EqualTo(new double[] { 5.4, 4 }).Within(1e-12));
    }

    [Test]
    public void Consultations_are_conserved([Values(1u, 2u, 3u)] uint seed)
    {
        var world = SmallWorld.Random(seed, 40);
        var (metric, t) = (new LocalPotentialAccessibility(), world.Territories);
        double Need(int i) => t.Population[i]
            * ((0.75 * t.ShareUnder25[i]) + (0.9 * (1 - t.ShareUnder25[i] - t.Share65Plus[i])) + (1.6 * t.Share65Plus[i]));
        double handedOut = world.Measure(metric).Select((a, i) => a * Need(i)).Sum();
        Assert.That(handedOut, Is.EqualTo(4_630 * world.View().Supply.ToArray().Sum()).Within(1e-6));
    }

    [Test]
    public void Older_people_need_more()
    {
        var metric = Plain with { NeedUnder25 = 0.5, Need25To64 = 1, Need65Plus = 2 };
        var world = new SmallWorld(1_000) { Territories = Tables.Of([1_000], shareUnder25: [0.4], share65Plus: [0.5]) };
        world.Install(0);
        Assert.That(world.Measure(metric), Is.EqualTo(new[] { 5_000 / (1_000 * (0.2 + 0.1 + 1)) }).Within(1e-12));
    }

    [Test]
    public void Default_needs_average_to_one_over_the_ages_of_the_metropole()
    {
        // Shares of the metropole, census 2020: 29.4 % under 25, 50.2 % aged 25–64, 20.3 % aged 65 or over.
        var world = new SmallWorld(1_000) { Territories = Tables.Of([1_000], shareUnder25: [0.294], share65Plus: [0.203]) };
        world.Install(0);
        Assert.That(world.Measure(new LocalPotentialAccessibility())[0], Is.EqualTo(4.63).Within(0.005 * 4.63));
    }

    [Test]
    public void A_floor_and_a_cap_hold_for_each_physician()
    {
        var metric = Plain with { ActivityFloor = 3_000, ActivityCap = 6_000 };
        var world = new SmallWorld(1_000);
        world.Install(0, fte: 0.2);
        world.Install(0, fte: 1.5);
        world.Install(0, fte: 1);
        world.Install(0, fte: 0);
        Assert.That(world.Measure(metric), Is.EqualTo(new double[] { 3 + 6 + 5 }).Within(1e-12));
    }

    [TestCase(null, 3_000.0, 3.5), TestCase(3_000.0, null, 8)]
    public void A_floor_needs_no_cap_nor_a_cap_a_floor(double? floor, double? cap, double expected)
    {
        var world = new SmallWorld(1_000);
        world.Install(0, fte: 0.1);
        world.Install(0, fte: 1);
        Assert.That(world.Measure(Plain with { ActivityFloor = floor, ActivityCap = cap }), Is.EqualTo(new[] { expected }).Within(1e-12));
    }

    [TestCase(65, 1), TestCase(66, 0)]
    public void Age_limit_is_inclusive(int age, int counted)
    {
        var world = new SmallWorld(5_000);
        world.Install(0, age: age);
        Assert.That(world.Measure(Plain with { AgeLimit = 65 }), Is.EqualTo(new double[] { counted }));
    }

    [Test]
    public void Those_who_no_longer_practise_offer_nothing()
    {
        var world = new SmallWorld(5_000);
        world.Install(0);
        world.Install(0);
        world.Physicians.Stage[1] = Stage.Retired;
        Assert.That(world.Measure(Plain with { AgeLimit = 65 }), Is.EqualTo(new double[] { 1 }));
    }

    [Test]
    public void Counting_physician_by_physician_agrees_with_counting_working_time()
    {
        var world = new SmallWorld(1_000, 2_000) { Times = SmallWorld.Between([[0, 12], [12, 0]]) };
        for (int n = 0; n < 7; n++)
        {
            world.Install(n % 2, fte: 0.3 + (0.1 * n));
        }

        Assert.That(world.Measure(Plain with { AgeLimit = 100 }), Is.EqualTo(world.Measure(Plain)).Within(1e-12));
    }

    [Test]
    public void A_floor_above_the_cap_is_a_fault()
    {
        var faults = (Plain with { ActivityFloor = 6_000.5, ActivityCap = 6_000 }).Faults().Select(f => (f.Key, f.Message.English));
        Assert.That(faults, Is.EqualTo(new[] { ("activity-floor", "6000.5 is above the activity-cap of 6000") }));
    }

    [Test]
    public void The_defaults_have_no_fault() => Assert.That(new LocalPotentialAccessibility().Faults(), Is.Empty);
}
