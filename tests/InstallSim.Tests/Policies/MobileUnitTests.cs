using InstallSim.Policies;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class MobileUnitTests
{
    [Test]
    public void A_unit_offers_what_its_consultations_are_of_a_physician_s_and_leaves_with_the_policy()
    {
        var unit = new MobileUnit { Type = "mobile-unit", From = PolicyRuns.FirstYear, Until = 2026, Where = PolicyExamples.NotUrban };
        var run = new HandRun(TestRegion.Scenario(unit));
        run.Step();
        Assert.That(run.State.ExtraFte[1], Is.EqualTo(2500 / 5400.0).Within(1e-12));
        Assert.That(run.State.ExtraFte[0], Is.Zero);
        run.Step();
        Assert.That(run.State.ExtraFte, Is.All.Zero);
        Assert.That(run.State.Events.PolicyCost, Is.Zero);
    }

    [Test]
    public void Who_chooses_a_year_later_finds_less_scarcity_and_so_less_income()
    {
        var unit = new MobileUnit { Type = "mobile-unit", From = 2026, ConsultationsPerYear = 20_000, Where = PolicyExamples.NotUrban };
        var with = new HandRun(TestRegion.Scenario(unit));
        var without = new HandRun(TestRegion.Scenario());
        with.Step();
        without.Step();
        with.BeginYear();
        without.BeginYear();
        Assert.That(with.State.Income[1], Is.LessThan(without.State.Income[1]));
    }
}
