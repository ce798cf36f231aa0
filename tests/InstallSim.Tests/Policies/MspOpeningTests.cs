using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class MspOpeningTests
{
    [Test]
    public void No_centre_changes_nothing()
    {
        RunRecord baseline = TestStudy.Run(TestStudy.Scenario()), run = TestStudy.Run(TestStudy.Scenario(Opening(0)));
        Assert.That(run.History, Is.EqualTo(baseline.History));
        Assert.That(run.Values, Is.EqualTo(baseline.Values));
    }

    [Test]
    public void Centres_open_where_accessibility_is_worst_among_the_territories_concerned()
    {
        var year = new HandYear();
        (year.Accessibility[4], year.Accessibility[9], year.Accessibility[20], year.Accessibility[30]) = (0.5, 0.1, 0.9, 0.7);
        var opened = new List<int>();
        Opening(3).OpenCentres(year.View, HandYear.Where(3, 4, 20, 30), opening => opened.Add(opening.Territory));
        Assert.That(opened, Is.EqualTo(new[] { 4, 30, 20 }), "9 is worse, and not concerned");
    }

    [Test]
    public void No_more_centres_open_than_there_are_territories_concerned()
    {
        var opened = new List<int>();
        Opening(50).OpenCentres(new HandYear().View, HandYear.Where(3, 4), opening => opened.Add(opening.Territory));
        Assert.That(opened, Is.EqualTo(new[] { 3, 4 }));
    }

    [Test]
    public void The_youngest_local_physicians_found_it_without_a_move()
    {
        Scenario founding = Still(TestStudy.Scenario(Opening(1) with { Until = 2026, Founders = 2, Where = new TerritoryFilter { Codes = ["T003"] } }));
        RunRecord baseline = TestStudy.Run(Still(TestStudy.Scenario())), run = TestStudy.Run(founding);
        List<(uint Physician, int From, int To)> founders = PolicyRuns.Differences(baseline, run, 2026);
        Assert.That(founders, Has.Count.EqualTo(2));
        foreach ((_, int from, int to) in founders)
        {
            Assert.That(to, Is.EqualTo(AlternativeTable.Of(3, PracticeForm.Msp)));
            Assert.That(PolicyRuns.TerritoryOf(from), Is.EqualTo(3));
        }

        Assert.That(TestStudy.Value(run, 1, "stock"), Is.EqualTo(TestStudy.Value(baseline, 1, "stock")));
    }

    [Test]
    public void Places_are_never_overfilled_in_any_territory([Values(0, 1)] int replication)
    {
        TerritoryTable table = TestStudy.Territories();
        RunRecord run = TestStudy.Run(TestStudy.Scenario(Opening(3) with { Places = 2, Founders = 1 }), replication);
        for (int year = 2025; year <= 2032; year++)
        {
            Dictionary<uint, int> places = PolicyRuns.PlacesAtEndOf(run, year);
            for (int i = 0; i < table.Count; i++)
            {
                int opened = Enumerable.Range(2026, year - 2025).Count(y => run.Footprint.Reached(y, 0, i) && y <= year);
                Assert.That(places.Count(p => p.Value == AlternativeTable.Of(i, PracticeForm.Msp)), Is.LessThanOrEqualTo(table.MspPlaces[i] + (2 * opened)));
                Assert.That(places.Count(p => p.Value == AlternativeTable.Of(i, PracticeForm.HealthCentre)), Is.LessThanOrEqualTo(table.HealthCentrePosts[i]));
            }
        }
    }

    [Test]
    public void A_centre_without_physicians_closes_after_three_years()
    {
        // Nobody graduates, nobody moves, nobody founds: the centre stays empty.
        RunRecord run = TestStudy.Run(Still(TestStudy.Scenario(Opening(1) with
        {
            Until = 2026,
            Founders = 0,
            Where = new TerritoryFilter { Codes = ["T000"] },
        })));
        double start = TestStudy.Value(run, 0, "msp-places");
        double[] places = [.. Enumerable.Range(1, 7).Select(y => TestStudy.Value(run, y, "msp-places") - start)];
        Assert.That(places, Is.EqualTo(new double[] { 4, 4, 0, 0, 0, 0, 0 }), "empty at the end of 2026, 2027 and 2028");
    }

    [Test]
    public void It_costs_what_opening_and_running_cost()
    {
        MspOpening opening = Opening(2) with { OpeningCostKeur = 1500, RunningCostKeurPerYear = 85, Until = 2027, Founders = 2 };
        Assert.That(opening.RunningCost(new HandYear().View, HandYear.Where(), new CentreCount(3, 1), default), Is.EqualTo(1500 + (3 * 85)));
        RunRecord run = TestStudy.Run(Still(TestStudy.Scenario(opening)));
        Assert.That(Enumerable.Range(2026, 4).Select(y => PolicyRuns.Cost(run, y)), Is.EqualTo(new double[] { 3170, 3340, 340, 340 }),
            "two open in each of the two years; running goes on when the policy has ended");
    }

    [Test]
    public void More_founders_than_places_are_refused() =>
        Assert.That((Opening(1) with { Places = 3, Founders = 4 }).Check(), Is.EqualTo(new[] { ("founders", "4 founders do not fit in 3 places") }));

    /// <summary>A region where nobody graduates, moves or leaves.</summary>
    private static Scenario Still(Scenario scenario) => scenario with
    {
        Physicians = scenario.Physicians with
        {
            Graduates = [new YearCount { From = 2000, Count = 0 }],
            ReconsiderEarly = 0,
            ReconsiderLater = 0,
            LeavingProbability = 0,
            Retirement = [],
            LastAge = 100,
        },
        Practices = scenario.Practices with { GroupProbability = 0 },
    };

    private static MspOpening Opening(int perYear) =>
        new() { Type = "msp-opening", From = PolicyRuns.FirstYear, PerYear = perYear, Places = 4, Where = new TerritoryFilter { AreaTypes = [AreaType.Rural] } };
}
