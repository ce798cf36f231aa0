using InstallSim.Policies;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class AcrossSubdivisionsTests
{
    [Test]
    public void All_interns_of_other_hospitals_train_there_and_those_of_the_nearest_stay()
    {
        (HandRun with, HandRun without) = (Started(Placements(1)), Started());
        PhysicianTable p = with.State.Physicians, q = without.State.Physicians;
        TerritoryTable table = with.Prepared.Territories;
        int Nearest(int i) => new[] { 0, 20 }.MinBy(h => Geography.Kilometres(table, h, i));
        int moved = 0;
        for (int n = with.State.Events.FirstGraduate; n < p.Count; n++)
        {
            if (p.TrainingTerritory[n] != q.TrainingTerritory[n])
            {
                moved++;
                Assert.That(table.Area[p.TrainingTerritory[n]], Is.EqualTo(AreaType.Rural));
                Assert.That(Nearest(p.TrainingTerritory[n]), Is.Not.EqualTo(q.TrainingTerritory[n]));
            }
        }

        Assert.That(moved, Is.InRange(1, 39));
        Assert.That(with.State.Reached.Count, Is.EqualTo(moved));
    }

    [Test]
    public void Interns_from_outside_the_study_are_interns_of_other_hospitals()
    {
        var scenario = TestRegion.Scenario(Placements(1));
        var run = new HandRun(scenario with { Physicians = scenario.Physicians with { TrainedHereShareBornHere = 0 } });
        run.BeginYear();
        PhysicianTable p = run.State.Physicians;
        Assert.That(p.TrainingTerritory[run.State.Events.FirstGraduate..p.Count], Is.All.GreaterThanOrEqualTo(0));
    }

    [Test]
    public void A_larger_share_moves_those_too_whom_a_smaller_one_does()
    {
        uint[] Moved(double share) => [.. Started(Placements(share)).State.Reached.Select(a => a.Physician)];
        Assert.That(Moved(0.4), Is.SubsetOf(Moved(0.9)));
        Assert.That(Moved(0.9).Length, Is.GreaterThan(Moved(0.4).Length));
    }

    private static HandRun Started(params Policy[] policies)
    {
        var run = new HandRun(TestRegion.Scenario(policies));
        run.BeginYear();
        return run;
    }

    private static AcrossSubdivisions Placements(double share) => new()
    {
        Type = "placements-across-subdivisions",
        From = PolicyRuns.FirstYear,
        Share = share,
        DelayYears = 0,
        Where = new TerritoryFilter { AreaTypes = [AreaType.Rural] },
    };
}
