using InstallSim.Policies;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class AdvancedConsultationsTests
{
    [Test]
    public void Days_are_a_part_of_a_full_time_and_each_is_paid()
    {
        var days = new AdvancedConsultations
        {
            Type = "advanced-consultations",
            From = PolicyRuns.FirstYear,
            DaysPerMonth = 3,
            CostKeurPerDay = 0.5,
            Where = PolicyExamples.NotUrban,
        };
        var run = new HandRun(TestRegion.Scenario(days));
        run.Step();
        Assert.That((run.State.ExtraFte[1], run.State.ExtraFte[0]), Is.EqualTo((36 / 210.0, 0.0)));
        Assert.That(run.State.Events.PolicyCost, Is.EqualTo(30 * 18).Within(1e-9), "30 territories, 36 days at 0.5 k€");
    }
}
