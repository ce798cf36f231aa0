using InstallSim.Policies;
using InstallSim.Simulation;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class InstallationGrantTests
{
    private static readonly TerritoryFilter NotUrban = new() { AreaTypes = [AreaType.Rural, AreaType.Periurban] };

    [Test]
    public void A_grant_of_nothing_changes_nothing()
    {
        RunRecord baseline = TestStudy.Run(TestStudy.Scenario()), run = TestStudy.Run(TestStudy.Scenario(Grant(0)));
        Assert.That(run.History, Is.EqualTo(baseline.History));
        Assert.That(run.Values, Is.EqualTo(baseline.Values));
        Assert.That(run.Signatures, Is.Empty);
    }

    [Test]
    public void More_money_never_means_fewer_newcomers_where_it_is_paid([Values(0, 1, 2, 3)] int replication)
    {
        double[] newcomers = [.. new double[] { 0, 20, 100, 500, 1000 }
            .Select(keur => PolicyRuns.NewcomersReached(PolicyRuns.WithRoomForAll(TestStudy.Scenario(Grant(keur)), replication), PolicyRuns.FirstYear))];
        Assert.That(newcomers, Is.Ordered);
        Assert.That(newcomers[^1], Is.GreaterThan(newcomers[0]));
    }

    [Test]
    public void Who_changes_place_in_the_first_year_changes_to_where_it_is_paid([Values(0, 1)] int replication)
    {
        RunRecord baseline = PolicyRuns.WithRoomForAll(TestStudy.Scenario(), replication);
        RunRecord run = PolicyRuns.WithRoomForAll(TestStudy.Scenario(Grant(200)), replication);
        List<(uint Physician, int From, int To)> differences = PolicyRuns.Differences(baseline, run, PolicyRuns.FirstYear);
        Assert.That(differences, Is.Not.Empty);
        Assert.That(differences.Select(d => run.Footprint.Reached(PolicyRuns.FirstYear, 0, PolicyRuns.TerritoryOf(d.To))), Is.All.True);
    }

    [Test]
    public void Each_contract_costs_its_amount_once()
    {
        RunRecord run = TestStudy.Run(TestStudy.Scenario(Grant(50)));
        for (int year = PolicyRuns.FirstYear; year <= 2032; year++)
        {
            int signed = run.Signatures.Count(s => s.Year == year);
            Assert.That(PolicyRuns.Cost(run, year), Is.EqualTo(50 * signed).Within(1e-9));
            Assert.That(signed, Is.EqualTo(PolicyRuns.NewcomersReached(run, year)), "every newcomer who settles there signs");
        }
    }

    [Test]
    public void It_is_income_for_newcomers_only()
    {
        var year = new HandYear();
        double[] newcomer = new double[144], incumbent = new double[144];
        Grant(50).AddIncome(year.View, HandYear.Where(2), Chooser.Newcomer, newcomer);
        Grant(50).AddIncome(year.View, HandYear.Where(2), Chooser.Incumbent, incumbent);
        Assert.That(newcomer[8..12], Is.All.EqualTo(Annuity.OfGrant(50)));
        Assert.That(newcomer.Sum(), Is.EqualTo(4 * Annuity.OfGrant(50)).Within(1e-12));
        Assert.That(incumbent, Is.All.Zero);
    }

    [Test]
    public void A_move_is_no_first_installation()
    {
        Assert.That(Grant(50).Sign(2030, new Installation(7, 9, From: 3)), Is.Null);
        Assert.That(Grant(50).Sign(2030, new Installation(7, 9, From: -1)), Is.EqualTo(new Contract(7, 2, 2030, 2030, 50)));
    }

    private static InstallationGrant Grant(double keur) =>
        new() { Type = "installation-grant", From = PolicyRuns.FirstYear, AmountKeur = keur, Where = NotUrban };
}
