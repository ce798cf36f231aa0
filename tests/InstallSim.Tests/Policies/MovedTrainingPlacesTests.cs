using InstallSim.Policies;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class MovedTrainingPlacesTests
{
    [Test]
    public void A_share_of_the_interns_is_trained_there_and_all_others_where_they_were()
    {
        (HandRun with, HandRun without) = (Started(Moved(0.5)), Started());
        PhysicianTable p = with.State.Physicians, q = without.State.Physicians;
        AreaType[] area = with.Prepared.Territories.Area;
        int[] changed = [.. Enumerable.Range(with.State.Events.FirstGraduate, 40)
            .Where(n => p.TrainingTerritory[n] != q.TrainingTerritory[n])];
        Assert.That(changed.Length, Is.InRange(8, 32));
        Assert.That(changed.Select(n => area[p.TrainingTerritory[n]]), Is.All.EqualTo(AreaType.Rural));
        Assert.That(p.BirthTerritory[..p.Count], Is.EqualTo(q.BirthTerritory[..q.Count]));
        Assert.That(with.State.Reached.Count, Is.EqualTo(changed.Length));
    }

    [TestCase("training-places")]
    [TestCase("rural-admissions")]
    [TestCase("trainer-recruitment")]
    [TestCase("placements-across-subdivisions")]
    public void Nobody_comes_from_or_is_trained_where_nobody_lives(string type)
    {
        Policy policy = PolicyExamples.All[type] with { Where = new TerritoryFilter { Codes = ["T003"] } };
        TerritoryTable table = TestRegion.Territories();
        (table.Population[3], table.Physicians[3]) = (0, 0);
        HandRun with = new(TestRegion.Scenario(policy), territories: table), without = new(TestRegion.Scenario(), territories: table);
        with.BeginYear();
        without.BeginYear();
        (PhysicianTable p, PhysicianTable q) = (with.State.Physicians, without.State.Physicians);
        Assert.That(p.TrainingTerritory[..p.Count], Is.EqualTo(q.TrainingTerritory[..q.Count]));
        Assert.That(p.BirthTerritory[..p.Count], Is.EqualTo(q.BirthTerritory[..q.Count]));
        Assert.That(with.State.Reached, Is.Empty);
    }

    [Test]
    public void Each_costs_its_amount_when_trained()
    {
        HandRun run = Started(Moved(0.5));
        run.EndYear();
        Assert.That(run.State.Events.PolicyCost, Is.EqualTo(7.2 * run.State.Reached.Count(a => a.Kind == ActKind.Cohort)).Within(1e-9));
    }

    [Test]
    public void Who_trains_nearer_to_the_countryside_settles_there_more()
    {
        double Rural(double share) => Enumerable.Range(0, 3).Sum(replication => TestRegion.Value(PolicyRuns.WithRoomForAll(
            TestRegion.Scenario(Moved(share)) with { Years = new(2025, 2026) }, replication), 1, "installations-rural"));
        Assert.That(Rural(1), Is.GreaterThan(Rural(0)));
    }

    private static HandRun Started(params Policy[] policies)
    {
        var run = new HandRun(TestRegion.Scenario(policies));
        run.BeginYear();
        return run;
    }

    private static MovedTrainingPlaces Moved(double share) => new()
    {
        Type = "training-places",
        From = PolicyRuns.FirstYear,
        Share = share,
        DelayYears = 0,
        Where = new TerritoryFilter { AreaTypes = [AreaType.Rural] },
    };
}
