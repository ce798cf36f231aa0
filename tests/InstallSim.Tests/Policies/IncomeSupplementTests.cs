using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class IncomeSupplementTests
{
    private static readonly TerritoryFilter NotUrban = new() { AreaTypes = [AreaType.Rural, AreaType.Periurban] };

    [Test]
    public void A_supplement_of_nothing_changes_nothing()
    {
        RunRecord baseline = TestStudy.Run(TestStudy.Scenario()), run = TestStudy.Run(TestStudy.Scenario(Supplement(0)));
        Assert.That(run.History, Is.EqualTo(baseline.History));
        Assert.That(run.Values, Is.EqualTo(baseline.Values));
    }

    [Test]
    public void More_money_never_means_fewer_newcomers_where_it_is_paid([Values(0, 1, 2, 3)] int replication)
    {
        double[] newcomers = [.. new double[] { 0, 10, 50, 200, 500 }
            .Select(keur => PolicyRuns.NewcomersReached(PolicyRuns.WithRoomForAll(TestStudy.Scenario(Supplement(keur)), replication), PolicyRuns.FirstYear))];
        Assert.That(newcomers, Is.Ordered);
        Assert.That(newcomers[^1], Is.GreaterThan(newcomers[0]));
    }

    [Test]
    public void It_is_paid_for_its_years_to_those_who_are_still_there([Values] bool movers)
    {
        Scenario scenario = Restless(Supplement(20) with { Movers = movers });
        RunRecord run = TestStudy.Run(scenario);
        Assert.That(run.Signatures, Is.Not.Empty);
        for (int year = PolicyRuns.FirstYear; year <= 2032; year++)
        {
            int paid = run.Signatures.Count(s => s.Year <= year && s.Year + 3 > year && StayedUntil(run, s, year));
            Assert.That(PolicyRuns.Cost(run, year), Is.EqualTo(20 * paid).Within(1e-9), $"year {year}");
        }
    }

    [Test]
    public void Whoever_changes_form_within_a_territory_has_not_settled_again()
    {
        RunRecord run = TestStudy.Run(Restless(Supplement(20)));
        foreach (Signature s in run.Signatures)
        {
            int before = PolicyRuns.PlacesAtEndOf(run, s.Year - 1).GetValueOrDefault(s.Physician, NoPlace.Absent);
            Assert.That(PolicyRuns.TerritoryOf(before), Is.Not.EqualTo(PolicyRuns.TerritoryOf(s.Place)));
        }
    }

    [Test]
    public void Movers_are_paid_only_where_the_scenario_says_so()
    {
        var mover = new Installation(7, 9, From: 3);
        Assert.That((Supplement(20) with { Movers = false }).Sign(2030, mover), Is.Null);
        Assert.That(Supplement(20).Sign(2030, mover), Is.EqualTo(new Contract(7, 2, 2030, 2032, 20)));
    }

    [Test]
    public void A_physician_weighs_it_as_its_present_value_spread_over_the_horizon()
    {
        double[] income = new double[144];
        Supplement(20).AddIncome(new HandYear().View, HandYear.Where(0), Chooser.Newcomer, income);
        Assert.That(income[..4], Is.All.EqualTo(20 * 2.775091 / 8.110896).Within(1e-5));
        Assert.That(income[4..], Is.All.Zero);
    }

    /// <summary>Incumbents who think again every year, and move easily.</summary>
    private static Scenario Restless(IncomeSupplement supplement)
    {
        Scenario scenario = TestStudy.Scenario(supplement);
        return scenario with { Physicians = scenario.Physicians with { ReconsiderEarly = 1, ReconsiderLater = 1, MovingCost = 0.5 } };
    }

    private static bool StayedUntil(RunRecord run, Signature s, int year) => Enumerable.Range(s.Year, year - s.Year + 1)
        .All(y => PolicyRuns.TerritoryOf(PolicyRuns.PlacesAtEndOf(run, y)[s.Physician]) == PolicyRuns.TerritoryOf(s.Place));

    private static IncomeSupplement Supplement(double keur) =>
        new() { Type = "income-supplement", From = PolicyRuns.FirstYear, KeurPerYear = keur, Years = 3, Where = NotUrban };
}
