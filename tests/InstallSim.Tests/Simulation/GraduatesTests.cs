using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

public sealed class GraduatesTests
{
    [Test]
    public void Those_who_graduated_before_the_start_were_trained_in_the_countryside_as_often_as_those_after([Values(0, 1)] double share)
    {
        Scenario scenario = TestRegion.Scenario();
        PreparedScenario prepared =
            TestRegion.Prepare(scenario with { Physicians = scenario.Physicians with { RuralTrainingShare = share } });
        var state = new RunState(prepared, 0) { Year = 2020 };
        Graduates.EnterBeforeStart(prepared, state);
        PhysicianTable p = state.Physicians;
        Assert.That(p.Count, Is.EqualTo(40));
        Assert.That(p.RuralTraining[..p.Count], Is.All.EqualTo(share == 1));
    }

    [Test]
    public void Who_a_graduate_is_follows_from_the_name_alone()
    {
        PreparedScenario prepared = TestRegion.Prepare(TestRegion.Scenario()),
            other = TestRegion.Prepare(TestRegion.Scenario() with { Name = "other", Title = "Other" });
        RunState one = new(prepared, 3) { Year = 2027 }, two = new(other, 3) { Year = 2027 };
        Graduates.Add(other, two, cohort: 1, rank: 0);
        int a = Graduates.Add(prepared, one, cohort: 2, rank: 7), b = Graduates.Add(other, two, cohort: 2, rank: 7);
        PhysicianTable p = one.Physicians, q = two.Physicians;
        Assert.That((q.Name[b], q.BirthYear[b], q.IsWoman[b], q.BirthTerritory[b], q.TrainingTerritory[b], q.Partner[b],
            q.Children[b], q.PreferenceClass[b]),
            Is.EqualTo((p.Name[a], p.BirthYear[a], p.IsWoman[a], p.BirthTerritory[a], p.TrainingTerritory[a], p.Partner[a],
                p.Children[a], p.PreferenceClass[a])));
    }

    [Test]
    public void Nobody_enters_in_a_year_of_no_graduates_and_the_others_keep_their_names()
    {
        Scenario scenario = TestRegion.Scenario();
        PreparedScenario all = TestRegion.Prepare(scenario),
            gap = TestRegion.Prepare(scenario with { Physicians = scenario.Physicians with { Graduates = WithGap } });
        RunState without = new(gap, 0) { Year = 2026 }, with = new(all, 0) { Year = 2026 };
        Graduates.Enter(gap, without);
        Graduates.Enter(all, with);
        Assert.That((without.Physicians.Count, with.Physicians.Count), Is.EqualTo((0, 40)));
        without.Year = with.Year = 2027;
        Graduates.Enter(gap, without);
        Graduates.Enter(all, with);
        Assert.That(without.Physicians.Name[..40], Is.EqualTo(with.Physicians.Name[40..80]));
        Assert.That(without.Physicians.TrainingTerritory[..40], Is.EqualTo(with.Physicians.TrainingTerritory[40..80]));
    }

    [Test]
    public void A_run_through_years_without_graduates_has_no_value_that_is_no_number_where_the_same_run_with_them_has_one()
    {
        Scenario scenario = TestRegion.Scenario();
        RunRecord gap = TestRegion.Run(scenario with { Physicians = scenario.Physicians with { Graduates = WithGap } });
        RunRecord none = TestRegion.Run(scenario with
        {
            Physicians = scenario.Physicians with { Graduates = [new YearCount { From = 2000, Count = 0 }] },
        });
        RunRecord all = TestRegion.Run(scenario);
        Assert.That(gap.Values.Select(double.IsNaN), Is.EqualTo(all.Values.Select(double.IsNaN)));
        Assert.That(none.Values.Where(double.IsInfinity), Is.Empty);
        Assert.That(TestRegion.Value(none, 7, "installations"), Is.Zero);
    }

    [Test]
    public void A_warm_up_of_empty_cohorts_leaves_no_locums()
    {
        Scenario scenario = TestRegion.Scenario();
        RunRecord run = TestRegion.Run(scenario with
        {
            Physicians = scenario.Physicians with { Graduates = [new YearCount { From = 2026, Count = 40 }] },
        });
        Assert.That(run.History.Where(e => e.Year <= 2025), Is.All.Matches<LifeEvent>(e => e.Place >= 0), "all of the start are installed");
        Assert.That(run.History.Count(e => e.Year == 2026 && e.Place == NoPlace.Locum), Is.GreaterThanOrEqualTo(40));
    }

    [TestCase(0, 0)]
    [TestCase(1, 1)]
    [TestCase(0, 1)]
    [TestCase(1, 0)]
    public void Training_here_or_outside_follows_birth_here_or_outside(double bornHere, double bornOutside)
    {
        PhysicianTable p = Cohort(s =>
            s with { BornHereShare = 0.5, TrainedHereShareBornHere = bornHere, TrainedHereShareBornOutside = bornOutside }).Physicians;
        for (int n = 0; n < p.Count; n++)
        {
            Assert.That(p.TrainingTerritory[n] >= 0, Is.EqualTo((p.BirthTerritory[n] >= 0 ? bornHere : bornOutside) == 1));
        }
    }

    [Test]
    public void A_larger_share_trained_here_changes_only_where_some_were_trained()
    {
        PhysicianTable few = Cohort(s => s with { TrainedHereShareBornHere = 0.4 }).Physicians;
        PhysicianTable many = Cohort(s => s with { TrainedHereShareBornHere = 0.9 }).Physicians;
        int here = 0;
        for (int n = 0; n < few.Count; n++)
        {
            Assert.That(
                (many.Name[n], many.BirthTerritory[n], many.BirthYear[n], many.PreferenceClass[n]),
                Is.EqualTo((few.Name[n], few.BirthTerritory[n], few.BirthYear[n], few.PreferenceClass[n])));
            here += few.TrainingTerritory[n] >= 0 ? 1 : 0;
            Assert.That(many.TrainingTerritory[n],
                few.TrainingTerritory[n] >= 0 ? Is.EqualTo(few.TrainingTerritory[n]) : Is.GreaterThanOrEqualTo(-1));
        }

        Assert.That(here / (double)few.Count, Is.EqualTo(0.4).Within(4 * Math.Sqrt(0.24 / few.Count)));
    }

    [Test]
    public void Births_of_graduates_follow_population()
    {
        RunState state = Cohort(s => s with { BornHereShare = 1 });
        PhysicianTable p = state.Physicians;
        TerritoryTable table = TestRegion.Territories();
        double urban = Enumerable.Range(0, table.Count).Where(i => i % 7 == 0).Sum(i => table.Population[i]) / table.Population.Sum();
        double found = p.BirthTerritory[..p.Count].Count(b => b % 7 == 0) / (double)p.Count;
        Assert.That(found, Is.EqualTo(urban).Within(4 * Math.Sqrt(urban * (1 - urban) / p.Count)));
    }

    [Test]
    public void Ages_at_graduation_are_those_of_the_settings()
    {
        RunState state = Cohort(s => s with { GraduationAgeMin = 27, GraduationAgeMax = 29 });
        int[] ages = [.. state.Physicians.BirthYear[..state.Physicians.Count].Select(b => state.Year - b)];
        Assert.That(ages.Distinct().Order(), Is.EqualTo(new[] { 27, 28, 29 }));
    }

    [Test]
    public void In_the_shipped_country_nobody_finishes_in_2026_and_every_year_of_the_warm_up_has_a_cohort()
    {
        PhysicianSettings settings = ShippedRegion.France.Scenario.Physicians;
        int first = 2025 - settings.WarmUpYears + 1;
        Assert.That(Enumerable.Range(first, settings.WarmUpYears).Select(settings.GraduatesOf), Is.All.InRange(3000, 4000));
        Assert.That(Enumerable.Range(2022, 9).Select(settings.GraduatesOf),
            Is.EqualTo(new[] { 3403, 3433, 3489, 3608, 0, 3858, 2963, 3593, 3593 }));
    }

    [Test]
    public void A_region_s_candidates_are_trained_there_as_often_as_it_trains_its_share_of_the_country()
    {
        PhysicianSettings s = ShippedRegion.CentreValDeLoire.Scenario.Physicians;
        double trainedHere = (s.BornHereShare * s.TrainedHereShareBornHere) + ((1 - s.BornHereShare) * s.TrainedHereShareBornOutside);
        Assert.That(trainedHere * s.GraduatesShare, Is.EqualTo(0.0393).Within(0.0005), "share of the country's population");
    }

    private static YearCount[] WithGap =>
        [new YearCount { From = 2000, Count = 40 }, new YearCount { From = 2026 }, new YearCount { From = 2027, Count = 40 }];

    private static RunState Cohort(Func<PhysicianSettings, PhysicianSettings> change)
    {
        Scenario scenario = TestRegion.Scenario();
        PreparedScenario prepared = TestRegion.Prepare(scenario with { Physicians = change(scenario.Physicians) });
        var state = new RunState(prepared, 0) { Year = 2027 };
        for (int k = 0; k < 2000; k++)
        {
            Graduates.Add(prepared, state, cohort: 2, rank: k);
        }

        return state;
    }
}
