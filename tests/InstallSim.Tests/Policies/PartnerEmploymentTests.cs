using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class PartnerEmploymentTests
{
    [Test]
    public void Without_partners_who_have_a_career_nobody_chooses_otherwise()
    {
        Scenario Flexible(params Policy[] policies)
        {
            Scenario scenario = TestRegion.Scenario(policies);
            return scenario with { Physicians = scenario.Physicians with { CareerPartnerShare = 0 } };
        }

        Assert.That(TestRegion.Run(Flexible(Jobs(0.8))).History, Is.EqualTo(TestRegion.Run(Flexible()).History));
    }

    [Test]
    public void A_job_market_without_limits_gets_no_better_and_that_of_a_metropolis_has_none()
    {
        // Outside the towns 0.8 is limited, in them nothing is.
        Assert.That(TestRegion.Run(TestRegion.Scenario(Jobs(1))).History,
            Is.EqualTo(TestRegion.Run(TestRegion.Scenario(Jobs(0.8))).History));
        PolicyRuns.AssertSame(
            TestRegion.Run(TestRegion.Scenario(Jobs(0.5) with { Where = PolicyExamples.Urban, CostKeurPerYear = 0 })),
            TestRegion.Run(TestRegion.Scenario()));
    }

    private static PartnerEmployment Jobs(double found) =>
        new() { Type = "partner-employment", From = PolicyRuns.FirstYear, JobsFound = found, Where = PolicyExamples.NotUrban };
}
