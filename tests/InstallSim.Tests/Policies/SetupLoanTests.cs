using InstallSim.Policies;

namespace InstallSim.Tests.Policies;

public sealed class SetupLoanTests
{
    [Test]
    public void It_is_worth_the_interest_that_it_saves()
    {
        // 80 k€ in seven equal parts at 3.5 %: 80 − (80 / 7) · (1 − 1.035^−7) / 0.035.
        Assert.That(Loan.GrantKeur, Is.EqualTo(80 - (80 / 7.0 * (1 - Math.Pow(1.035, -7)) / 0.035)).Within(1e-9));
        var acts = new List<Act>();
        Loan.Act(new HandYear().View, HandYear.Where(0), acts);
        Assert.That(((Offer)acts.Single()).KeurPerYear, Is.EqualTo(Loan.GrantKeur));
    }

    [Test]
    public void Where_banks_ask_for_nothing_it_is_worth_nothing() => PolicyRuns.AssertNothingChanges(Loan with { MarketRate = 0 });

    private static SetupLoan Loan => new() { Type = "setup-loan", From = PolicyRuns.FirstYear };
}
