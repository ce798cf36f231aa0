using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class TeamPaymentTests
{
    [Test]
    public void Who_practises_in_a_centre_when_the_year_ends_is_paid_or_came_as_a_founder_and_nobody_else_is()
    {
        RunRecord run = TestRegion.Run(PolicyRuns.Restless(TestRegion.Scenario(Payment(20))));
        ActRecord[] paid = PolicyRuns.Reached(run, ActKind.Offer);
        Assert.That(paid, Is.Not.Empty);
        Assert.That(paid.Select(a => AlternativeTable.Form(a.Place)), Is.All.EqualTo(PracticeForm.Msp));
        for (int year = 2026; year <= 2032; year++)
        {
            int there = PolicyRuns.PlacesAtEndOf(run, year).Values.Count(p => p >= 0 && AlternativeTable.Form(p) == PracticeForm.Msp);
            Assert.That(PolicyRuns.Cost(run, year), Is.LessThanOrEqualTo((20.0 * there) + 1e-9));
            Assert.That(PolicyRuns.Cost(run, year), Is.GreaterThan(0.5 * 20 * there));
        }
    }

    [Test]
    public void It_fills_centres()
    {
        double InCentres(double keur) => PolicyRuns.PlacesAtEndOf(TestRegion.Run(TestRegion.Scenario(Payment(keur))), 2032).Values
            .Count(p => p >= 0 && AlternativeTable.Form(p) == PracticeForm.Msp);
        Assert.That(InCentres(100), Is.GreaterThan(InCentres(0)));
    }

    private static TeamPayment Payment(double keur) => new() { Type = "team-payment", From = PolicyRuns.FirstYear, KeurPerYear = keur };
}
