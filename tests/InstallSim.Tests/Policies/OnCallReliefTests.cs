using InstallSim.Policies;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class OnCallReliefTests
{
    [Test]
    public void The_longer_the_relief_the_more_come([Values(0, 1)] int replication)
    {
        double[] newcomers = [.. new double[] { 0, 2, 8, 20 }.Select(hours => PolicyRuns.NewcomersReached(
            PolicyRuns.WithRoomForAll(TestRegion.Scenario(Relief(hours)) with { Years = new(2025, 2026) }, replication), 2026))];
        Assert.That(newcomers, Is.Ordered);
        Assert.That(newcomers[^1], Is.GreaterThan(newcomers[0]));
    }

    [Test]
    public void Two_reliefs_add_up() => Assert.That(
        TestRegion.Run(TestRegion.Scenario(Relief(1), Relief(3) with { Name = "other" })).History,
        Is.EqualTo(TestRegion.Run(TestRegion.Scenario(Relief(4))).History));

    private static OnCallRelief Relief(double hours) =>
        new() { Type = "on-call-relief", From = PolicyRuns.FirstYear, HoursLess = hours, Where = PolicyExamples.NotUrban };
}
