using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class RetirementDeferralTests
{
    [Test]
    public void Who_retires_in_its_first_year_would_have_anyway()
    {
        uint[] without = Retired(TestRegion.Run(TestRegion.Scenario())), with = Retired(TestRegion.Run(TestRegion.Scenario(Deferral(0.5))));
        Assert.That(with, Is.SubsetOf(without));
        Assert.That(with, Is.Not.Empty.And.Length.LessThan(without.Length));
    }

    [Test]
    public void Nobody_is_ever_earlier_retired_for_it()
    {
        RunRecord still = TestRegion.Run(Aging()), deferred = TestRegion.Run(Aging(Deferral(0.5)));
        for (int year = 2026; year <= 2032; year++)
        {
            Dictionary<uint, int> with = PolicyRuns.PlacesAtEndOf(deferred, year), without = PolicyRuns.PlacesAtEndOf(still, year);
            Assert.That(with.Where(p => p.Value == NoPlace.Retired).Select(p => p.Key),
                Is.SubsetOf(without.Where(p => p.Value == NoPlace.Retired).Select(p => p.Key)));
        }
    }

    [Test]
    public void It_costs_its_amount_for_all_who_practise_when_the_year_begins()
    {
        var run = new HandRun(TestRegion.Scenario(Deferral(0.5)));
        run.BeginYear();
        double there = run.State.Stock.Sum();
        run.EndYear();
        Assert.That(run.State.Events.PolicyCost, Is.EqualTo(0.9 * there).Within(1e-6));
    }

    private static uint[] Retired(RunRecord run) =>
        [.. run.History.Where(e => e.Year == 2027 && e.Place == NoPlace.Retired).Select(e => e.Physician)];

    /// <summary>A region where people do nothing but retire.</summary>
    private static Scenario Aging(params Policy[] policies)
    {
        Scenario scenario = PolicyRuns.Still(TestRegion.Scenario(policies));
        return scenario with
        {
            Physicians = scenario.Physicians with { Retirement = [new AgeHazard { FromAge = 60, Probability = 0.2 }], WarmUpYears = 0 },
        };
    }

    private static RetirementDeferral Deferral(double times) =>
        new() { Type = "retirement-deferral", From = PolicyRuns.FirstYear, RetirementTimes = times };
}
