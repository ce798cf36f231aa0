using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class LocalCoordinationTests
{
    [Test]
    public void It_costs_its_amount_in_each_territory()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Contract));
        Assert.That(PolicyRuns.Cost(run, 2026), Is.EqualTo(40d * TestRegion.Territories().Count).Within(1e-9));
    }

    [Test]
    public void Those_who_take_part_offer_more_and_nobody_else()
    {
        RunRecord without = TestRegion.Run(TestRegion.Scenario());
        RunRecord with = TestRegion.Run(TestRegion.Scenario(
            Contract with { ShareTakingPart = 0.5, CapacityAdded = 0.2, HoursLess = 0, KnownTimes = 1 }));
        Assert.That(TestRegion.Value(with, 1, "capacity") / TestRegion.Value(with, 1, "fte"),
            Is.EqualTo(1.1 * TestRegion.Value(without, 1, "capacity") / TestRegion.Value(without, 1, "fte")).Within(1e-9));
    }

    [Test]
    public void What_is_in_force_when_the_study_begins_helps_at_the_start_already()
    {
        LocalCoordination contract = Contract with { ShareTakingPart = 0.5, CapacityAdded = 0.2 };
        double Start(params Policy[] policies) => TestRegion.Value(TestRegion.Run(TestRegion.Scenario(policies)), 0, "capacity");
        Assert.That(Start(contract with { From = PolicyRuns.FirstYear - 1 }), Is.EqualTo(1.1 * Start()).Within(1e-9));
        Assert.That(Start(contract), Is.EqualTo(Start()), "a year later");
    }

    [Test]
    public void Where_its_money_ends_nobody_hears_of_aids_from_it()
    {
        var grant = new InstallationGrant { Type = "installation-grant", From = 2026, AmountKeur = 0.001, KnownTo = 0.5 };
        int Takers(double keur)
        {
            Scenario scenario = PolicyExamples.Sharing(
                keur, BudgetRule.FirstCome, Contract with { KnownTimes = 50, HoursLess = 0, CapacityAdded = 0 });
            scenario = scenario with { Policies = [.. scenario.Policies, grant] };
            return PolicyRuns.Reached(TestRegion.Run(scenario), ActKind.Offer).Length;
        }

        int alone = PolicyRuns.Reached(TestRegion.Run(TestRegion.Scenario(grant)), ActKind.Offer).Length;
        Assert.That(Takers(0), Is.EqualTo(alone));
        Assert.That(Takers(1e6), Is.GreaterThan(alone));
    }

    private static LocalCoordination Contract => new() { Type = "local-coordination", From = PolicyRuns.FirstYear };
}
