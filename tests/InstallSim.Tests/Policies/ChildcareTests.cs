using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class ChildcareTests
{
    [Test]
    public void Without_children_nobody_chooses_otherwise()
    {
        Scenario Childless(params Policy[] policies)
        {
            Scenario scenario = TestRegion.Scenario(policies);
            return scenario with { Physicians = scenario.Physicians with { ChildrenShare = 0 } };
        }

        Assert.That(TestRegion.Run(Childless(Care)).History, Is.EqualTo(TestRegion.Run(Childless()).History));
    }

    [Test]
    public void Schools_that_are_as_good_as_can_be_become_no_better() => Assert.That(
        TestRegion.Run(TestRegion.Scenario(Care, Care with { Name = "more" })).History,
        Is.EqualTo(TestRegion.Run(TestRegion.Scenario(Care)).History));

    private static Childcare Care =>
        new() { Type = "childcare", From = PolicyRuns.FirstYear, Added = 1, Where = PolicyExamples.NotUrban };
}
