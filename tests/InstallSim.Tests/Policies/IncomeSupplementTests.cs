using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class IncomeSupplementTests
{
    private static readonly TerritoryFilter NotUrban = new() { AreaTypes = [AreaType.Rural, AreaType.Periurban] };

    [Test]
    public void A_supplement_of_nothing_changes_nothing([Values] bool present) =>
        PolicyRuns.AssertNothingChanges(Supplement(0) with { Present = present });

    [Test]
    public void More_money_never_means_fewer_newcomers_where_it_is_paid([Values(0, 1, 2, 3)] int replication)
    {
        double[] newcomers = [.. new double[] { 0, 10, 50, 200, 500 }
            .Select(keur => PolicyRuns.NewcomersReached(
                PolicyRuns.WithRoomForAll(TestRegion.Scenario(Supplement(keur)), replication), PolicyRuns.FirstYear))];
        Assert.That(newcomers, Is.Ordered);
        Assert.That(newcomers[^1], Is.GreaterThan(newcomers[1]));
    }

    [Test]
    public void It_is_paid_for_its_years_to_those_who_are_still_there([Values] bool movers)
    {
        RunRecord run = TestRegion.Run(PolicyRuns.Restless(TestRegion.Scenario(Supplement(20) with { Movers = movers })));
        ActRecord[] signed = PolicyRuns.Reached(run, ActKind.Offer);
        Assert.That(signed, Is.Not.Empty);
        for (int year = PolicyRuns.FirstYear; year <= 2032; year++)
        {
            int paid = signed.Count(s => s.Year <= year && s.Year + 3 > year && PolicyRuns.StayedUntil(run, s, year));
            Assert.That(PolicyRuns.Cost(run, year), Is.EqualTo(20 * paid).Within(1e-9), $"year {year}");
        }
    }

    [Test]
    public void Whoever_changes_form_within_a_territory_has_not_settled_again()
    {
        RunRecord run = TestRegion.Run(PolicyRuns.Restless(TestRegion.Scenario(Supplement(20))));
        foreach (ActRecord s in PolicyRuns.Reached(run, ActKind.Offer))
        {
            int before = PolicyRuns.PlacesAtEndOf(run, s.Year - 1).GetValueOrDefault(s.Physician, NoPlace.Absent);
            Assert.That(PolicyRuns.TerritoryOf(before), Is.Not.EqualTo(PolicyRuns.TerritoryOf(s.Place)));
        }
    }

    [Test]
    public void Movers_are_paid_only_where_the_scenario_says_so([Values] bool movers)
    {
        RunRecord run = TestRegion.Run(PolicyRuns.Restless(TestRegion.Scenario(Supplement(20) with { Movers = movers })));
        int paidForMoving = PolicyRuns.Reached(run, ActKind.Offer)
            .Count(s => PolicyRuns.PlacesAtEndOf(run, s.Year - 1).GetValueOrDefault(s.Physician, NoPlace.Absent) >= 0);
        Assert.That(paidForMoving, movers ? Is.Positive : Is.Zero);
    }

    [Test]
    public void Whoever_practises_there_at_the_end_of_the_year_is_paid_once_whether_there_before_or_not()
    {
        RunRecord run = TestRegion.Run(PolicyRuns.Restless(TestRegion.Scenario(Supplement(20) with { Present = true })));
        for (int year = 2026; year <= 2032; year++)
        {
            int there = PolicyRuns.PlacesAtEndOf(run, year)
                .Count(p => PolicyRuns.TerritoryOf(p.Value) is >= 0 and int i && run.Footprint.Reached(year, 0, i));
            Assert.That(PolicyRuns.Cost(run, year), Is.EqualTo(20.0 * there).Within(1e-6));
        }
    }

    [Test]
    public void Who_does_not_know_of_it_is_not_paid_for_staying() =>
        Assert.That(TestRegion.Run(TestRegion.Scenario(Supplement(20) with { Present = true, KnownTo = 0 })).Costs, Is.Empty);

    [Test]
    public void A_contract_that_still_pays_keeps_physicians_from_moving()
    {
        double Moves(double keur)
        {
            RunRecord run = TestRegion.Run(PolicyRuns.Restless(TestRegion.Scenario(Supplement(keur) with { Movers = false, Years = 20 })));
            var signed = PolicyRuns.Reached(run, ActKind.Offer).GroupBy(a => a.Physician).ToDictionary(g => g.Key, g => g.Min(a => a.Year));
            return run.History.Count(e => e.Kind == EventKind.Moved && e.Year > signed.GetValueOrDefault(e.Physician, short.MaxValue))
                / (double)signed.Values.Sum(year => 2032 - year);
        }

        Assert.That(Moves(100), Is.LessThan(Moves(0.001)));
    }

    [Test]
    public void What_is_paid_for_staying_keeps_incumbents_from_moving()
    {
        double Moves(bool present) =>
            Enumerable.Range(1, 7).Sum(year => TestRegion.Value(TestRegion.Run(PolicyRuns.Restless(TestRegion.Scenario(
                Supplement(100) with { Present = present, Movers = false, Where = new TerritoryFilter() }))), year, "moves"));
        Assert.That(Moves(true), Is.LessThan(Moves(false)));
    }

    [Test]
    public void A_physician_weighs_it_as_its_present_value_spread_over_the_horizon()
    {
        PreparedScenario prepared = TestRegion.Prepare(TestRegion.Scenario());
        var acts = new List<Act>();
        Supplement(20).Act(new HandYear().View, HandYear.Where(0), acts);
        double[] worth = new double[36];
        new StandingOffer(0, 1, (Offer)acts.Single()).AddWorth(prepared.Annuity, worth);
        Assert.That(worth[0], Is.EqualTo(20 * 2.775091 / 8.110896).Within(1e-5));
        Assert.That(worth[1..], Is.All.Zero);
    }

    private static IncomeSupplement Supplement(double keur) =>
        new() { Type = "income-supplement", From = PolicyRuns.FirstYear, KeurPerYear = keur, Years = 3, Where = NotUrban };
}
