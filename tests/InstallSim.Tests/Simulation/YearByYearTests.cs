using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Policies;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

/// <summary>What holds between the stages of a year.</summary>
public sealed class YearByYearTests
{
    [Test]
    public void A_run_looked_into_year_by_year_is_that_of_the_simulator()
    {
        Scenario scenario = PolicyExamples.Sharing(1500, BudgetRule.ByNeed, [.. PolicyExamples.All.Values]);
        var run = new HandRun(scenario);
        for (int year = 2026; year <= 2032; year++)
        {
            run.Step();
        }

        LifeEvent[] history = [.. run.State.History.Where(e => e.Year > 2025).OrderBy(e => e.Physician).ThenBy(e => e.Year)];
        RunRecord record = TestRegion.Run(scenario);
        Assert.That(history, Is.EqualTo(record.History.Where(e => e.Year > 2025)));
        Assert.That(run.State.Ledger.Entries(), Is.EqualTo(record.Costs));
    }

    [Test]
    public void Stock_and_open_slots_of_a_closed_territory_stay_what_they_were([Values(0, 1, 2)] int replication, [Values] bool restless)
    {
        Scenario scenario = Closed(null, 40);
        var run = new HandRun(restless ? PolicyRuns.Restless(scenario) : scenario, replication);
        int[] closed = [.. Enumerable.Range(0, 36).Where(i => run.Prepared.Territories.Area[i] == AreaType.Urban)];
        // What was there before the first departures that count.
        double[] before = [.. closed.Select(i => (double)Practices.Physicians(run.State, i))];
        for (int year = 2026; year <= 2032; year++)
        {
            run.Step();
            double[] now = [.. closed.Select(i => Practices.Physicians(run.State, i) + run.State.Events.OpenSlots[i])];
            Assert.That(now, Is.EqualTo(before).Within(1e-6), $"{year}");
            Assert.That(Enumerable.Range(0, 36).Except(closed).Select(i => run.State.Events.OpenSlots[i]), Is.All.NaN);
        }
    }

    [Test]
    public void Slots_that_expire_are_lost()
    {
        double[] Held(int? expiry)
        {
            var run = new HandRun(Closed(expiry, 2));
            double before = Enumerable.Range(0, 36).Where(i => run.Prepared.Territories.Area[i] == AreaType.Urban)
                .Sum(i => Practices.Physicians(run.State, i));
            return [.. Enumerable.Range(2026, 7).Select(_ =>
            {
                run.Step();
                return before - Enumerable.Range(0, 36).Where(i => !double.IsNaN(run.State.Events.OpenSlots[i]))
                    .Sum(i => Practices.Physicians(run.State, i) + run.State.Events.OpenSlots[i]);
            })];
        }

        Assert.That(Held(null), Is.All.EqualTo(0).Within(1e-6));
        double[] lost = Held(1);
        Assert.That(lost, Is.Ordered);
        Assert.That(lost[^1], Is.GreaterThan(5));
    }

    [Test]
    public void Under_the_demand_of_many_graduates_a_closed_territory_holds_its_stock([Values(0, 1)] int replication)
    {
        var run = new HandRun(Closed(null, 600), replication);
        int[] closed = [.. Enumerable.Range(0, 36).Where(i => run.Prepared.Territories.Area[i] == AreaType.Urban)];
        int[] before = [.. closed.Select(i => Practices.Physicians(run.State, i))];
        for (int year = 2026; year <= 2032; year++)
        {
            run.Step();
            for (int k = 0; k < closed.Length; k++)
            {
                // Who moves away in the year leaves a slot for the next.
                int moved = run.State.Events.MovedAway[closed[k]];
                Assert.That(Practices.Physicians(run.State, closed[k]), Is.EqualTo(before[k] - moved).Within(1),
                    $"territory {closed[k]} in {year}");
            }
        }
    }

    [Test]
    public void Centres_announced_are_opened_or_wait([Values(1, 3, 48)] int perYear)
    {
        var msp = new MspOpening { Type = "msp-opening", From = 2026, Until = 2029, PerYear = perYear, Where = PolicyExamples.NotUrban };
        var run = new HandRun(TestRegion.Scenario(msp));
        for (int year = 2026; year <= 2032; year++)
        {
            run.Step();
            YearEvents e = run.State.Events;
            Assert.That(e.CentresAnnounced, Is.EqualTo(perYear * Math.Min(4, year - 2025)));
            Assert.That(e.CentresOpened + run.State.Waiting[0], Is.EqualTo(e.CentresAnnounced));
            Assert.That(run.State.Centres.Count(c => c.Policy == 0), Is.LessThanOrEqualTo(e.CentresOpened));
        }
    }

    [Test]
    public void Many_centres_a_year_open_more_than_few_where_there_is_room()
    {
        double Opened(int perYear) => TestRegion.Value(TestRegion.Run(TestRegion.Scenario(
            new MspOpening { Type = "msp-opening", From = 2026, PerYear = perYear, Where = PolicyExamples.NotUrban })), 1, "msp-opened");
        Assert.That(Opened(3), Is.EqualTo(3));
        Assert.That(Opened(48), Is.GreaterThan(15));
    }

    [Test]
    public void Founders_never_empty_a_group([Values(0, 1, 2)] int replication)
    {
        var msp = new MspOpening
        {
            Type = "msp-opening",
            From = 2026,
            PerYear = 5,
            Places = 10,
            Founders = 10,
            LocalGps = 0,
            Where = PolicyExamples.NotUrban,
        };
        var run = new HandRun(TestRegion.Scenario(msp), replication);
        int founded = 0;
        for (int year = 2026; year <= 2032; year++)
        {
            int before = run.State.History.Count(e => e.Kind == EventKind.Founded);
            int[] groups = [.. run.State.HasGroup.Select((has, i) => has
                ? run.State.Stock[AlternativeTable.Of(i, PracticeForm.Group)]
                : 0)];
            run.BeginYear();
            int left = run.State.Events.Departures.Sum();
            for (int i = 0; i < 36; i++)
            {
                int now = run.State.Stock[AlternativeTable.Of(i, PracticeForm.Group)];
                Assert.That(now,
                    Is.GreaterThanOrEqualTo(Math.Min(2, groups[i] - run.State.Events.Departures[i])), $"territory {i} in {year}");
            }

            run.EndYear();
            founded += run.State.History.Count(e => e.Kind == EventKind.Founded) - before;
        }

        Assert.That(founded, Is.GreaterThan(20));
    }

    [Test]
    public void Centres_full_of_their_founders_do_no_harm_where_physicians_are_few()
    {
        var msp = new MspOpening
        {
            Type = "msp-opening",
            From = 2026,
            PerYear = 5,
            Places = 2,
            Founders = 2,
            Where = PolicyExamples.NotUrban,
        };
        double[] gains = [.. Enumerable.Range(0, 10).Select(r =>
            TestRegion.Value(TestRegion.Run(TestRegion.Scenario(msp), r), 7, "stock-under-dense")
            - TestRegion.Value(TestRegion.Run(TestRegion.Scenario(), r), 7, "stock-under-dense"))];
        TestContext.Out.WriteLine(string.Join(" ", gains));
        Assert.That(gains.Average(), Is.GreaterThanOrEqualTo(0));
    }

    private static Scenario Closed(int? expiry, int graduates)
    {
        Scenario scenario = TestRegion.Scenario(new SelectiveContracting
        {
            Type = "selective-contracting",
            From = 2026,
            SlotsExpireYears = expiry,
            Where = new TerritoryFilter { AreaTypes = [AreaType.Urban] },
        });
        return scenario with { Physicians = scenario.Physicians with { Graduates = [new YearCount { From = 2000, Count = graduates }] } };
    }
}
