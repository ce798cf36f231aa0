using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class SalariedCentreTests
{
    [Test]
    public void Centres_open_where_accessibility_is_lowest_one_a_territory()
    {
        var run = new HandRun(TestRegion.Scenario(Centres));
        run.BeginYear();
        int[] lowest = [.. Enumerable.Range(0, 36).Where(i => i % 7 != 0).OrderBy(i => run.State.Accessibility[i]).Take(4)];
        Assert.That(run.State.Posts.Select(c => c.Territory), Is.EqualTo(lowest));
        Assert.That(lowest.Select(i => run.State.Places[AlternativeTable.Of(i, PracticeForm.HealthCentre)]), Is.All.EqualTo(3));
    }

    [TestCase("salaried-centre")]
    [TestCase("msp-opening")]
    public void No_centre_opens_where_nobody_lives_though_nobody_has_less_access(string type)
    {
        TerritoryTable table = TestRegion.Territories();
        (table.Population[3], table.Physicians[3], table.MspPlaces[3]) = (0, 0, 0);
        Policy policy = type == "salaried-centre" ? Centres with { Centres = 2 }
            : new MspOpening { Type = "msp-opening", From = PolicyRuns.FirstYear, PerYear = 2, LocalGps = 0 };
        var run = new HandRun(TestRegion.Scenario(policy with { Where = new TerritoryFilter() }), territories: table);
        run.BeginYear();
        int[] opened = [.. run.State.Posts.Select(c => c.Territory),
            .. run.State.Centres.Where(c => c.Policy >= 0).Select(c => c.Territory)];
        Assert.That(opened, Has.Length.EqualTo(2).And.None.EqualTo(3));
    }

    [Test]
    public void At_its_end_who_holds_a_post_is_a_locum_again_who_may_settle_in_the_same_year()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Centres with { Until = 2029 }));
        uint[] held = [.. PolicyRuns.PlacesAtEndOf(run, 2029)
            .Where(p => p.Value >= 0 && AlternativeTable.Form(p.Value) == PracticeForm.HealthCentre
                && AlternativeTable.Territory(p.Value) != 7).Select(p => p.Key)];
        Dictionary<uint, int> after = PolicyRuns.PlacesAtEndOf(run, 2030);
        Assert.That(held, Is.Not.Empty);
        Assert.That(held.Select(n => after[n]), Is.All.Matches<int>(
            p => p < 0 || AlternativeTable.Form(p) != PracticeForm.HealthCentre || AlternativeTable.Territory(p) == 7));
        Assert.That(held.Select(n => run.History.Count(e => e.Physician == n && e.Year == 2030 && e.Kind == EventKind.Entered)
            + run.History.Count(e => e.Physician == n && e.Year == 2030 && e.Kind == EventKind.Exited)), Is.All.GreaterThanOrEqualTo(1));
        Assert.That(Enumerable.Range(2030, 3).Select(y => PolicyRuns.Cost(run, y)), Is.All.Zero);
        for (int year = 1; year < 8; year++)
        {
            Assert.That(TestRegion.Value(run, year, "stock"), Is.EqualTo(TestRegion.Value(run, year - 1, "stock")
                + TestRegion.Value(run, year, "installations") - TestRegion.Value(run, year, "departures")));
        }
    }

    [Test]
    public void It_costs_each_opening_once_and_each_post_that_is_held()
    {
        var run = new HandRun(TestRegion.Scenario(Centres));
        for (int year = 0; year < 3; year++)
        {
            run.Step();
            int held = run.State.Posts.Sum(c => run.State.Stock[AlternativeTable.Of(c.Territory, PracticeForm.HealthCentre)]);
            Assert.That(run.State.Events.PolicyCost, Is.EqualTo((year == 0 ? 400.0 : 0) + (35.0 * held)).Within(1e-9));
        }
    }

    [Test]
    public void A_budget_opens_as_many_as_it_can_run_in_all_years()
    {
        // 105 k€ a year to run and 100 to open: 250 opens one, then two more, one a year, and no more.
        var run = new HandRun(PolicyExamples.Sharing(320, BudgetRule.FirstCome, Centres));
        int[] open = [.. Enumerable.Range(0, 4).Select(_ =>
        {
            run.Step();
            return run.State.Posts.Count;
        })];
        Assert.That(open, Is.EqualTo(new[] { 1, 2, 2, 2 }));
    }

    private static SalariedCentre Centres => new()
    {
        Type = "salaried-centre",
        From = PolicyRuns.FirstYear,
        Centres = 4,
        PostsEach = 3,
        Where = PolicyExamples.NotUrban,
    };
}
