using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class CptsCoverageTests
{
    [Test]
    public void It_costs_its_amount_for_each_inhabitant()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Cpts));
        Assert.That(PolicyRuns.Cost(run, 2026), Is.EqualTo(2.7 / 1000 * TestRegion.Territories().Population.Sum()).Within(1e-9));
    }

    [Test]
    public void Where_its_money_ends_nobody_hears_of_aids_from_it()
    {
        var grant = new InstallationGrant { Type = "installation-grant", From = 2026, AmountKeur = 0.001, KnownTo = 0.5 };
        int Takers(double keur)
        {
            Scenario scenario = PolicyExamples.Sharing(keur, BudgetRule.FirstCome, Cpts with { KnownTimes = 50, HoursLess = 0 });
            scenario = scenario with { Policies = [.. scenario.Policies, grant] };
            return PolicyRuns.Reached(TestRegion.Run(scenario), ActKind.Offer).Length;
        }

        int alone = PolicyRuns.Reached(TestRegion.Run(TestRegion.Scenario(grant)), ActKind.Offer).Length;
        Assert.That(Takers(0), Is.EqualTo(alone));
        Assert.That(Takers(1e6), Is.GreaterThan(alone));
    }

    private static CptsCoverage Cpts => new() { Type = "cpts-coverage", From = PolicyRuns.FirstYear };
}
