using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class TaxExemptionTests
{
    [Test]
    public void It_is_whole_for_five_years_and_then_three_quarters_half_and_one()
    {
        var acts = new List<Act>();
        Exemption.Act(new HandYear().View, HandYear.Where(0), acts);
        double[] paid = [.. Enumerable.Range(0, 9).Select(t => acts.Cast<Offer>().Where(o => o.Years > t).Sum(o => o.KeurPerYear))];
        Assert.That(paid, Is.EqualTo(new[] { 15, 15, 15, 15, 15, 11.25, 7.5, 3.75, 0 }));
        Assert.That(acts.Cast<Offer>().Select(o => o.To), Is.All.EqualTo(Recipients.FirstInstallations | Recipients.Movers));
    }

    [Test]
    public void Who_settled_in_one_year_is_paid_less_and_less()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Exemption with { Until = 2026 }));
        int signed = PolicyRuns.Reached(run, ActKind.Offer).Select(a => a.Physician).Distinct().Count();
        Assert.That(PolicyRuns.Cost(run, 2026), Is.EqualTo(15.0 * signed).Within(1e-9));
        Assert.That(PolicyRuns.Cost(run, 2032), Is.InRange(0.001, 7.5 * signed));
        Assert.That(Enumerable.Range(2026, 7).Select(y => -PolicyRuns.Cost(run, y)), Is.Ordered);
    }

    private static TaxExemption Exemption =>
        new() { Type = "tax-exemption", From = PolicyRuns.FirstYear, Where = PolicyExamples.NotUrban };
}
