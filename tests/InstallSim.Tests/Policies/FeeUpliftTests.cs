using InstallSim.Policies;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class FeeUpliftTests
{
    [Test]
    public void Two_changes_are_each_a_share_of_what_the_market_pays()
    {
        var both = new HandRun(TestRegion.Scenario(Fees(0.1), Fees(-0.05) with { Name = "cut" }));
        var none = new HandRun(TestRegion.Scenario());
        both.BeginYear();
        none.BeginYear();
        for (int i = 0; i < 36; i++)
        {
            bool isConcerned = none.Prepared.Territories.Area[i] != AreaType.Urban;
            Assert.That(both.State.Income[i], Is.EqualTo(none.State.Income[i] * (isConcerned ? 1 + (1.8 * 0.05) : 1)).Within(1e-9));
        }
    }

    [Test]
    public void All_who_practise_there_at_the_end_of_the_year_are_paid_and_a_cut_brings_money_back([Values(0.1, -0.1)] double share)
    {
        var run = new HandRun(TestRegion.Scenario(Fees(share)));
        run.BeginYear();
        double[] market = [.. run.State.Income];
        run.EndYear();
        double keur = 0;
        for (int i = 0; i < 36; i++)
        {
            bool isConcerned = run.Prepared.Territories.Area[i] != AreaType.Urban;
            double before = market[i] / (1 + (1.8 * share));
            keur += isConcerned ? 1.8 * share * before * InstallSim.Simulation.State.Practices.Physicians(run.State, i) : 0;
        }

        Assert.That(run.State.Events.PolicyCost, Is.EqualTo(keur).Within(1e-6));
        Assert.That(Math.Sign(run.State.Events.PolicyCost), Is.EqualTo(Math.Sign(share)));
    }

    [Test]
    public void A_cut_where_there_are_many_sends_newcomers_elsewhere()
    {
        FeeUplift cut = Fees(-0.3) with { Where = PolicyExamples.Urban };
        double Urban(params Policy[] policies) => Enumerable.Range(0, 36).Where(i => i % 7 == 0)
            .Sum(i => PolicyRuns.WithRoomForAll(TestRegion.Scenario(policies) with { Years = new(2025, 2026) }).Entries[36 + i]);
        Assert.That(Urban(cut), Is.LessThan(Urban()));
    }

    [Test]
    public void It_refuses_a_budget_and_a_cut_of_more_than_all_income()
    {
        Assert.That(Fees(0.1).Check(), Is.Empty);
        Assert.That((Fees(0.1) with { Budget = "any" }).Check().Select(f => f.Key), Is.EqualTo(new[] { "budget" }));
        Assert.That((Fees(0.1) with { Budget = "any", Package = "plan" }).Check().Single().Message.English, Does.Contain("'budget: null'"),
            "the budget that a package gives is not written on the policy");
        Assert.That((Fees(-0.5) with { FeesPerIncome = 2 }).Check().Select(f => f.Key), Is.EqualTo(new[] { "share" }));
    }

    private static FeeUplift Fees(double share) =>
        new() { Type = "fee-uplift", From = PolicyRuns.FirstYear, Share = share, FeesPerIncome = 1.8, Where = PolicyExamples.NotUrban };
}
