using InstallSim.Indicators;
using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class ReEntryTests
{
    [Test]
    public void All_who_left_young_enough_are_back_the_year_after_and_nobody_else()
    {
        RunRecord run = Run(Back(1));
        Dictionary<uint, short> born = Births();
        foreach (int year in Enumerable.Range(2027, 5))
        {
            uint[] left = [.. run.History.Where(e => e.Year == year - 1 && e.Kind == EventKind.Exited && e.Place == NoPlace.Left)
                .Select(e => e.Physician).Where(n => year - born[n] < 60)];
            Assert.That(PolicyRuns.Reached(run, ActKind.Cohort).Where(a => a.Year == year).Select(a => a.Physician), Is.EquivalentTo(left));
            Assert.That(PolicyRuns.Cost(run, year), Is.EqualTo(15 * left.Length).Within(1e-9));
            Assert.That(left, Is.Not.Empty);
        }
    }

    [Test]
    public void Who_comes_back_is_a_locum_and_some_practise_again()
    {
        RunRecord run = Run(Back(1));
        uint[] back = [.. PolicyRuns.Reached(run, ActKind.Cohort).Select(a => a.Physician)];
        Dictionary<uint, int> places = PolicyRuns.PlacesAtEndOf(run, 2032);
        Assert.That(back.Count(n => places[n] >= 0), Is.Positive);
        Assert.That(run.History.Where(e => back.Contains(e.Physician) && e.Kind == EventKind.Entered && e.Year > 2026),
            Is.Not.Empty.And.All.Matches<LifeEvent>(e => e.Place == NoPlace.Locum));
    }

    [Test]
    public void Who_practises_again_counts_among_the_installations_which_are_not_all_first_ones()
    {
        RunRecord run = Run(Back(1));
        double installations = Enumerable.Range(1, 7).Sum(year => TestRegion.Value(run, year, "installations"));
        LifeEvent[] came = [.. run.History.Where(e => e.Kind == EventKind.Installed)];
        Assert.That(installations, Is.EqualTo(came.Length));
        HashSet<uint> before = [.. run.History.Where(e => e.Year == 2025 && e.Place >= 0).Select(e => e.Physician)];
        Assert.That(came.Count(e => before.Contains(e.Physician)), Is.Positive);
        Assert.That(IndicatorDefinitions.Of(IndicatorCatalog.Find("installations")!), Does.Contain("comes back to practice"));
    }

    [Test]
    public void Nobody_comes_back_after_the_years_in_which_one_can()
    {
        RunRecord run = Run(Back(1) with { From = 2030, WithinYears = 2 });
        ActRecord[] back = PolicyRuns.Reached(run, ActKind.Cohort);
        uint[] longAgo = [.. run.History.Where(e => e.Year <= 2027 && e.Place == NoPlace.Left).Select(e => e.Physician)];
        Assert.That(back.Where(a => a.Year == 2030), Is.Not.Empty);
        Assert.That(back.Select(a => a.Physician).Intersect(longAgo), Is.Empty);
    }

    [Test]
    public void The_larger_the_share_the_more_of_the_same_come_back_in_its_first_year()
    {
        uint[][] back = [.. new[] { 0.2, 0.6, 1 }.Select(share =>
            PolicyRuns.Reached(Run(Back(share)), ActKind.Cohort).Where(a => a.Year == 2027).Select(a => a.Physician).ToArray())];
        Assert.That(back[0], Is.SubsetOf(back[1]));
        Assert.That(back[1], Is.SubsetOf(back[2]));
        Assert.That(back[2].Length, Is.GreaterThan(back[0].Length));
    }

    [Test]
    public void Who_practised_before_has_no_first_installation_again()
    {
        Policy grant = PolicyExamples.All["installation-grant"] with { From = 2026, Where = new TerritoryFilter() };
        Policy centre = PolicyExamples.All["salaried-centre"] with { From = 2026, Until = 2028 };
        RunRecord run = Run(Back(1), centre, grant, grant with { Name = "again" });
        ActRecord[] paid = PolicyRuns.Reached(run, ActKind.Offer);
        Assert.That(paid.Select(a => (a.Policy, a.Physician)), Is.Unique);
        HashSet<uint> before = [.. run.History.Where(e => e.Year == 2025 && e.Place >= 0).Select(e => e.Physician)];
        Assert.That(paid.Count(a => before.Contains(a.Physician)), Is.Zero);
        Assert.That(run.History.Count(e => e.Kind == EventKind.Installed && before.Contains(e.Physician)), Is.Positive, "some came back");
    }

    [Test]
    public void Who_comes_back_is_paid_as_one_who_moves_in()
    {
        var supplement = new IncomeSupplement { Type = "income-supplement", From = 2026, KeurPerYear = 100, Movers = true };
        HashSet<uint> Paid(IncomeSupplement aid) => [.. PolicyRuns.Reached(Run(Back(1), aid), ActKind.Offer).Select(a => a.Physician)];
        HashSet<uint> back = [.. PolicyRuns.Reached(Run(Back(1), supplement), ActKind.Cohort).Select(a => a.Physician)];
        Assert.That(Paid(supplement).Intersect(back), Is.Not.Empty);
    }

    private static ReEntry Back(double share) => new() { Type = "re-entry", From = PolicyRuns.FirstYear, Share = share };

    private static Scenario Leaving(params Policy[] policies)
    {
        Scenario scenario = TestRegion.Scenario(policies);
        return scenario with { Physicians = scenario.Physicians with { LeavingProbability = 0.06 } };
    }

    private static RunRecord Run(params Policy[] policies) => TestRegion.Run(Leaving(policies));

    private static Dictionary<uint, short> Births()
    {
        var hand = new HandRun(Leaving());
        for (int year = 2026; year <= 2032; year++)
        {
            hand.Step();
        }

        InstallSim.World.PhysicianTable p = hand.State.Physicians;
        return Enumerable.Range(0, p.Count).ToDictionary(n => p.Name[n], n => p.BirthYear[n]);
    }
}
