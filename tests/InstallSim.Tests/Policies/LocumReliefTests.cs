using InstallSim.Policies;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class LocumReliefTests
{
    [Test]
    public void One_payment_for_each_physician_buys_shorter_weeks_and_fewer_who_give_up()
    {
        var run = new HandRun(TestRegion.Scenario(Relief));
        run.BeginYear();
        int there = Enumerable.Range(0, 36).Where(i => i % 7 != 0)
            .Sum(i => InstallSim.Simulation.State.Practices.Physicians(run.State, i));
        run.EndYear();
        Assert.That(run.State.Events.PolicyCost, Is.EqualTo(8.0 * there).Within(1e-9));
        Assert.That(run.State.Improvements["working-hours"][1], Is.EqualTo(-1.5));
        Assert.That(run.State.Retained.Single().Act.Where[1], Is.True);
    }

    [Test]
    public void Without_money_neither_is_there([Values] BudgetRule rule)
    {
        var run = new HandRun(PolicyExamples.Sharing(0, rule, Relief));
        run.BeginYear();
        Assert.That(run.State.Improvements["working-hours"], Is.All.Zero);
        Assert.That(run.State.Retained.Single().Act.Where, Is.All.False);
    }

    private static LocumRelief Relief =>
        new() { Type = "locum-relief", From = PolicyRuns.FirstYear, Where = PolicyExamples.NotUrban };
}
