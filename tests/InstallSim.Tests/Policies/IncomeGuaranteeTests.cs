using InstallSim.Policies;

namespace InstallSim.Tests.Policies;

public sealed class IncomeGuaranteeTests
{
    [Test]
    public void It_pays_the_difference_to_what_the_market_gives_rounded_to_a_thousand_euros()
    {
        var year = new HandYear();
        (year.Income[0], year.Income[1], year.Income[2], year.Income[3]) = (60, 82.5, 90, 72.9);
        var acts = new List<Act>();
        Guarantee.Act(year.View, HandYear.Where(0, 1, 2, 3), acts);
        Assert.That(acts.Cast<Offer>().Select(o => (o.KeurPerYear, Array.IndexOf(o.Where, true), o.Where.Count(w => w), o.Years)),
            Is.EqualTo(new[] { (10.0, 3, 1, 2), (23.0, 0, 1, 2) }));
    }

    [Test]
    public void Who_earns_more_is_promised_nothing() => PolicyRuns.AssertNothingChanges(Guarantee with { GuaranteedKeurPerYear = 50 });

    private static IncomeGuarantee Guarantee => new() { Type = "income-guarantee", From = PolicyRuns.FirstYear };
}
