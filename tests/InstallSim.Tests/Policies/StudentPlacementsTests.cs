using InstallSim.Policies;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class StudentPlacementsTests
{
    [Test]
    public void If_they_make_all_willing_they_are_training_in_rural_practices() => Assert.That(
        TestRegion.Run(TestRegion.Scenario(Placed(0.8, 1))).History,
        Is.EqualTo(TestRegion.Run(TestRegion.Scenario(new RuralTraining
        {
            Type = "rural-training",
            From = PolicyRuns.FirstYear,
            Share = 0.8,
            DelayYears = 0,
        })).History));

    [Test]
    public void All_who_are_placed_are_paid_for_whether_it_makes_them_willing_or_not()
    {
        double[] cost = [.. new[] { 0, 0.1, 1 }.Select(counts => PolicyRuns.Cost(
            TestRegion.Run(TestRegion.Scenario(Placed(0.5, counts))), 2028))];
        Assert.That(cost, Is.All.EqualTo(cost[0]).And.All.GreaterThan(0));
    }

    [Test]
    public void If_they_make_nobody_willing_they_cost_and_change_nothing() => Assert.That(
        TestRegion.Run(TestRegion.Scenario(Placed(0.5, 0))).History, Is.EqualTo(TestRegion.Run(TestRegion.Scenario()).History));

    [Test]
    public void The_more_each_counts_the_more_install_in_the_countryside()
    {
        double[] rural = [.. new[] { 0, 0.4, 1 }.Select(counts => Enumerable.Range(0, 3).Sum(replication => TestRegion.Value(
            PolicyRuns.WithRoomForAll(TestRegion.Scenario(Placed(1, counts)) with { Years = new(2025, 2026) }, replication),
            1, "installations-rural")))];
        Assert.That(rural, Is.Ordered);
        Assert.That(rural[^1], Is.GreaterThan(rural[0]));
    }

    [Test]
    public void Nobody_is_placed_before_the_students_graduate()
    {
        var run = TestRegion.Run(TestRegion.Scenario(Placed(1, 1) with { DelayYears = 3 }));
        Assert.That(run.Reached.Min(a => a.Year), Is.EqualTo(2029));
    }

    private static StudentPlacements Placed(double share, double counts) => new()
    {
        Type = "student-placements",
        From = PolicyRuns.FirstYear,
        Share = share,
        CountsAs = counts,
        DelayYears = 0,
    };
}
