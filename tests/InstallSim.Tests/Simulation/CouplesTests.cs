using InstallSim.Choice.Draws;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Policies;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

/// <summary>Couples of two physicians, who decide together.</summary>
public sealed class CouplesTests
{
    [Test]
    public void Without_couples_nothing_changes() =>
        PolicyRuns.AssertSame(TestRegion.Run(With(0, 240)), TestRegion.Run(TestRegion.Scenario()));

    [Test]
    public void A_couple_is_a_woman_and_a_man_of_one_cohort_and_all_else_of_anybody_is_as_without()
    {
        (PhysicianTable with, PhysicianTable without) = (Started(0.4).State.Physicians, Started(0).State.Physicians);
        Assert.That(with.Count, Is.EqualTo(without.Count));
        int coupled = 0;
        for (int n = 0; n < with.Count; n++)
        {
            int other = with.Couple[n] - 1;
            coupled += other >= 0 ? 1 : 0;
            Assert.That(Person(with, n), Is.EqualTo(Person(without, n)));
            Assert.That(with.Partner[n], Is.EqualTo(other >= 0 ? Partner.Flexible : without.Partner[n]));
            if (other >= 0)
            {
                Assert.That(with.Couple[other] - 1, Is.EqualTo(n));
                Assert.That(with.IsWoman[other], Is.Not.EqualTo(with.IsWoman[n]));
                Assert.That(with.Name[other] >> 20, Is.EqualTo(with.Name[n] >> 20));
            }
        }

        Assert.That(coupled, Is.EqualTo(16), "of 40 graduates");
    }

    [Test]
    public void A_larger_share_keeps_the_couples_that_there_are_until_no_man_is_left()
    {
        int[][] couples = [.. new[] { 0.1, 0.3, 0.5, 1 }.Select(share => Started(share).State.Physicians.Couple)];
        for (int k = 1; k < couples.Length; k++)
        {
            Assert.That(couples[k - 1].Zip(couples[k]).Where(c => c.First > 0),
                Is.All.Matches<(int First, int Second)>(c => c.First == c.Second));
            Assert.That(couples[k].Count(c => c > 0), Is.GreaterThan(couples[k - 1].Count(c => c > 0)));
        }

        PhysicianTable p = Started(1).State.Physicians;
        int men = Enumerable.Range(p.Count - 40, 40).Count(n => !p.IsWoman[n]);
        Assert.That(couples[^1].Count(c => c > 0), Is.EqualTo(2 * Math.Min(men, 40 - men)));
    }

    [TestCase(0)]
    [TestCase(30)]
    public void No_couple_practises_farther_apart_than_the_limit_however_often_they_move(double minutes)
    {
        var run = new HandRun(PolicyRuns.Restless(With(0.8, minutes)));
        int together = 0;
        for (int year = 2026; year <= 2032; year++)
        {
            run.Step();
            PhysicianTable p = run.State.Physicians;
            foreach (int n in Enumerable.Range(0, p.Count).Where(n => p.Couple[n] > 0 && p.Stage[n] == Stage.Installed))
            {
                int other = p.Couple[n] - 1;
                if (p.Stage[other] == Stage.Installed)
                {
                    together++;
                    Assert.That(Minutes(run, p.Territory[n], p.Territory[other]), Is.LessThanOrEqualTo(minutes));
                }
            }
        }

        Assert.That(together, Is.GreaterThan(50));
    }

    [Test]
    public void Alone_they_would_often_be_farther_apart()
    {
        (RunRecord free, HandRun pairs) = (TestRegion.Run(TestRegion.Scenario()), Started(0.8));
        Dictionary<uint, int> places = PolicyRuns.PlacesAtEndOf(free, 2032);
        PhysicianTable p = pairs.State.Physicians;
        int[] apart = [.. Enumerable.Range(0, p.Count).Where(n => p.Couple[n] > n
            && places[p.Name[n]] >= 0 && places[p.Name[p.Couple[n] - 1]] >= 0
            && Minutes(pairs, PolicyRuns.TerritoryOf(places[p.Name[n]]), PolicyRuns.TerritoryOf(places[p.Name[p.Couple[n] - 1]])) > 30)];
        Assert.That(apart, Is.Not.Empty);
    }

    /// <summary>Where no way is too long, the largest sum is the largest of each: what two singles choose.</summary>
    [Test]
    public void Where_no_way_is_too_long_a_couple_decides_as_two_singles()
    {
        Scenario Indifferent(Scenario s) => s with
        {
            Preferences = s.Preferences with
            {
                Coefficients = s.Preferences.Coefficients.Where(c => c.Key != "partner-jobs-limited").ToDictionary(),
            },
        };
        PolicyRuns.AssertSame(TestRegion.Run(PolicyRuns.Restless(Indifferent(With(0.9, 1e6)))),
            TestRegion.Run(PolicyRuns.Restless(Indifferent(TestRegion.Scenario()))));
    }

    [Test]
    public void The_joint_choice_is_the_best_of_all([Values(0, 0.25, 1)] double elasticity, [Range(0, 9)] int draw)
    {
        const int count = 7;
        var key = new DrawKey(5, 0, 0, (ushort)draw, 0);
        int[][] near = [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Where(j => Math.Abs(i - j) <= 1).ToArray())];
        var participation = new Participation(elasticity, 1, 0, 0, 0, 0);
        bool IsClosed(int at, int i) => key.Uniform(at + i) < 0.3;
        CoupleOptions Options(int at) => new(
            [.. Enumerable.Range(0, count).Select(i => IsClosed(at, i) ? double.NegativeInfinity : 6 * key.Uniform(at + 20 + i))],
            [.. Enumerable.Range(0, count).Select(i => IsClosed(at, i) ? -1 : (4 * i) + 1)])
        {
            OptOuts = new OptOutValues(OptOut.Salaried, key.Uniform(at + 40), key.Uniform(at + 41) + 0.2, key.Uniform(at + 42)),
        };
        (CoupleOptions one, CoupleOptions two) = (Options(100), Options(200));
        (int first, int second) = Couples.Choose(participation, near, one, two, 28);
        double best = double.NegativeInfinity;
        double Worth(CoupleOptions of, int i) => i < 0 ? of.OptOuts.Here
            : of.Alternative[i] < 0 ? double.NegativeInfinity : of.OptOuts.Place + (elasticity * (of.Utility[i] - 1));
        for (int i = -1; i < count; i++)
        {
            for (int j = -1; j < count; j++)
            {
                best = i < 0 || j < 0 || near[i].Contains(j) ? Math.Max(best, Worth(one, i) + Worth(two, j)) : best;
            }
        }

        double away = one.OptOuts.Elsewhere + two.OptOuts.Elsewhere;
        int At(int wanted) => wanted >= 28 ? -1 : wanted / 4;
        double got = first == 28 + (int)OptOut.Elsewhere ? away : Worth(one, At(first)) + Worth(two, At(second));
        Assert.That(got, Is.EqualTo(Math.Max(best, away)).Within(1e-12));
        Assert.That(first == 28 + (int)OptOut.Elsewhere, Is.EqualTo(second == 28 + (int)OptOut.Elsewhere), "they go together");
    }

    [Test]
    public void Couples_decide_alike_on_two_threads() =>
        PolicyRuns.AssertSame(TestRegion.Run(With(0.8, 30), threads: 2), TestRegion.Run(With(0.8, 30)));

    private static double Minutes(HandRun run, int from, int to)
    {
        TravelTimes times = run.Prepared.TravelTimes;
        double Way(int i, int j)
        {
            int e = Array.IndexOf(times.To, j, times.RowStart[i], times.RowStart[i + 1] - times.RowStart[i]);
            return e < 0 ? double.PositiveInfinity : times.Minutes[e];
        }

        return from == to ? 0 : Math.Min(Way(from, to), Way(to, from));
    }

    private static object Person(PhysicianTable p, int n) => (
        p.Name[n], p.BirthYear[n], p.IsWoman[n], p.BirthTerritory[n], p.TrainingTerritory[n], p.RuralTraining[n], p.Children[n],
        (p.PreferenceClass[n], p.Fte[n]));

    private static HandRun Started(double share)
    {
        var run = new HandRun(With(share, 30));
        run.BeginYear();
        return run;
    }

    private static Scenario With(double share, double minutes)
    {
        Scenario scenario = TestRegion.Scenario();
        var couples = new CoupleSettings { Share = share, Minutes = minutes };
        return scenario with { Physicians = scenario.Physicians with { Couples = couples } };
    }
}
