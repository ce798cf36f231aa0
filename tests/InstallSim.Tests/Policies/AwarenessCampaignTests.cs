using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class AwarenessCampaignTests
{
    [Test]
    public void It_raises_the_takers_of_an_aid_that_not_all_know()
    {
        uint[] Takers(params Policy[] policies) => [.. PolicyRuns.Reached(
            TestRegion.Run(TestRegion.Scenario(policies) with { Years = new(2025, 2027) }), ActKind.Offer).Select(a => a.Physician)];
        uint[] without = Takers(Grant(0.3)), with = Takers(Grant(0.3), Campaign);
        Assert.That(without, Is.SubsetOf(with));
        Assert.That(with, Has.Length.GreaterThan(without.Length));
    }

    [Test]
    public void It_adds_nothing_to_an_aid_that_all_know_or_that_nobody_knows([Values(0, 1)] double knownTo) => Assert.That(
        TestRegion.Run(TestRegion.Scenario(Grant(knownTo), Campaign)).History,
        Is.EqualTo(TestRegion.Run(TestRegion.Scenario(Grant(knownTo))).History));

    [Test]
    public void Publicity_that_repels_makes_newcomers_fewer()
    {
        double Newcomers(double times) => PolicyRuns.NewcomersReached(PolicyRuns.WithRoomForAll(
            TestRegion.Scenario(Campaign with { ConsiderationTimes = times, Where = PolicyExamples.NotUrban })), PolicyRuns.FirstYear);
        Assert.That(Newcomers(0.2), Is.LessThan(Newcomers(1)));
    }

    [Test]
    public void Without_its_money_it_makes_no_place_known_either()
    {
        Scenario scenario = PolicyExamples.Sharing(99, BudgetRule.FirstCome, Campaign with { ConsiderationTimes = 7 });
        RunRecord run = TestRegion.Run(scenario);
        Assert.That(run.History, Is.EqualTo(TestRegion.Run(TestRegion.Scenario()).History));
    }

    private static AwarenessCampaign Campaign => new()
    {
        Type = "awareness-campaign",
        From = PolicyRuns.FirstYear,
        KnownTimes = 4,
        ConsiderationTimes = 1,
        CostKeurPerYear = 100,
    };

    /// <summary>So small that it moves nobody.</summary>
    private static InstallationGrant Grant(double knownTo) =>
        new() { Type = "installation-grant", From = PolicyRuns.FirstYear, AmountKeur = 0.001, KnownTo = knownTo };
}
