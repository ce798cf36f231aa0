using InstallSim.Policies;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class TeleExpertiseTests
{
    [Test]
    public void Who_answers_half_of_the_work_in_a_fifth_of_its_time_does_two_thirds_more()
    {
        var all = new TeleExpertise { SuitableShare = 0.5, TimeShare = 1, KnowledgeShare = 1, MotivationShare = 1, AnswerTime = 0.2 };
        HandRun run = Run(all);
        Assert.That(run.State.CapacityFactor[1], Is.EqualTo(1 / 0.6).Within(1e-12));
        Assert.That(run.State.CapacityFactor[0], Is.EqualTo(1));
    }

    [Test]
    public void It_needs_time_and_knowledge_and_motivation()
    {
        var all = new TeleExpertise();
        TeleExpertise[] lack = [all with { TimeShare = 0 }, all with { KnowledgeShare = 0 }, all with { MotivationShare = 0 }];
        foreach (TeleExpertise lacking in lack)
        {
            Assert.That(Run(lacking).State.CapacityFactor, Is.All.EqualTo(1));
        }
    }

    private static HandRun Run(TeleExpertise policy)
    {
        var run = new HandRun(TestRegion.Scenario(policy with { Type = "tele-expertise", From = 2026, Where = PolicyExamples.NotUrban }));
        run.BeginYear();
        return run;
    }
}
