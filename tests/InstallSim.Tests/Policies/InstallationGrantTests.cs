using InstallSim.Policies;
using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class InstallationGrantTests
{
    private static readonly TerritoryFilter NotUrban = new() { AreaTypes = [AreaType.Rural, AreaType.Periurban] };

    [Test]
    public void A_grant_of_nothing_changes_nothing()
    {
        PolicyRuns.AssertNothingChanges(Grant(0));
        Assert.That(TestRegion.Run(TestRegion.Scenario(Grant(0))).Reached, Is.Empty);
    }

    [Test]
    public void More_money_never_means_fewer_newcomers_where_it_is_paid([Values(0, 1, 2, 3)] int replication)
    {
        double[] newcomers = [.. new double[] { 0, 20, 100, 500, 1000 }
            .Select(keur => PolicyRuns.NewcomersReached(
                PolicyRuns.WithRoomForAll(TestRegion.Scenario(Grant(keur)), replication), PolicyRuns.FirstYear))];
        Assert.That(newcomers, Is.Ordered);
        Assert.That(newcomers[^1], Is.GreaterThan(newcomers[1]));
    }

    [Test]
    public void Who_changes_place_in_the_first_year_changes_to_where_it_is_paid([Values(0, 1)] int replication)
    {
        RunRecord baseline = PolicyRuns.WithRoomForAll(TestRegion.Scenario(), replication);
        RunRecord run = PolicyRuns.WithRoomForAll(TestRegion.Scenario(Grant(200)), replication);
        List<(uint Physician, int From, int To)> differences = PolicyRuns.Elsewhere(baseline, run, PolicyRuns.FirstYear);
        Assert.That(differences, Is.Not.Empty);
        Assert.That(differences.Select(d => run.Footprint.Reached(PolicyRuns.FirstYear, 0, PolicyRuns.TerritoryOf(d.To))), Is.All.True);
    }

    [Test]
    public void Each_contract_costs_its_amount_once()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Grant(50)));
        for (int year = PolicyRuns.FirstYear; year <= 2032; year++)
        {
            int signed = PolicyRuns.Reached(run, ActKind.Offer).Count(s => s.Year == year);
            Assert.That(PolicyRuns.Cost(run, year), Is.EqualTo(50 * signed).Within(1e-9));
            Assert.That(signed, Is.EqualTo(PolicyRuns.NewcomersReached(run, year)), "every newcomer who settles there signs");
        }
    }

    [Test]
    public void It_is_promised_to_newcomers_only()
    {
        var state = new RunState(TestRegion.Prepare(TestRegion.Scenario(Grant(50))), 0) { Year = PolicyRuns.FirstYear };
        Market.Update(state);
        PolicyStage.Apply(state);
        state.Newcomers.Prepare(state);
        state.Incumbents.Prepare(state);
        double[] expected = [.. state.Prepared.Territories.Area.Select(a => a == AreaType.Urban ? 0 : 50 / 8.110896)];
        Assert.That(state.Newcomers.ExtraIncome, Is.EqualTo(expected).Within(1e-5));
        Assert.That(state.Incumbents.ExtraIncome, Is.All.Zero);
    }

    [Test]
    public void A_move_is_no_first_installation()
    {
        RunRecord run = TestRegion.Run(PolicyRuns.Restless(TestRegion.Scenario(Grant(50))));
        ActRecord[] signed = PolicyRuns.Reached(run, ActKind.Offer);
        Assert.That(signed, Is.Not.Empty);
        foreach (ActRecord s in signed)
        {
            Assert.That(PolicyRuns.PlacesAtEndOf(run, s.Year - 1).GetValueOrDefault(s.Physician, NoPlace.Absent), Is.Negative);
        }
    }

    private static InstallationGrant Grant(double keur) =>
        new() { Type = "installation-grant", From = PolicyRuns.FirstYear, AmountKeur = keur, Where = NotUrban };
}
