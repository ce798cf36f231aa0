using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class DebtRepaymentTests
{
    [Test]
    public void It_is_paid_year_by_year_and_binds_as_long()
    {
        var acts = new List<Act>();
        Debt.Act(new HandYear().View, HandYear.Where(3), acts);
        var offer = (Offer)acts.Single();
        Assert.That((offer.KeurPerYear, offer.Years, offer.CommitmentYears, offer.To),
            Is.EqualTo((20.0, 3, 3, Recipients.FirstInstallations)));
    }

    [Test]
    public void Who_stays_is_paid_three_times()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Debt with { Until = 2026 }));
        int signed = PolicyRuns.Reached(run, ActKind.Offer).Length;
        Assert.That(signed, Is.Positive);
        Assert.That(PolicyRuns.Cost(run, 2026), Is.EqualTo(20.0 * signed).Within(1e-9));
        Assert.That(PolicyRuns.Cost(run, 2028), Is.InRange(10.0 * signed, 20.0 * signed));
        Assert.That(PolicyRuns.Cost(run, 2029), Is.LessThanOrEqualTo(0));
    }

    private static DebtRepayment Debt => new() { Type = "debt-repayment", From = PolicyRuns.FirstYear };
}
