using InstallSim.Policies;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class TrainerRecruitmentTests
{
    [TestCase(0, 0, 0)]
    [TestCase(80, 9, 27)]
    [TestCase(100000, 40, 40)]
    public void Interns_train_there_as_many_as_the_trainers_stand_for_and_no_more_than_there_are(double trainers, int least, int most)
    {
        HandRun run = Started(Recruited(trainers));
        PhysicianTable p = run.State.Physicians;
        int there = Enumerable.Range(run.State.Events.FirstGraduate, 40)
            .Count(n => run.Prepared.Territories.Area[p.TrainingTerritory[n]] == AreaType.Rural);
        Assert.That(there, Is.InRange(least, most));
        Assert.That(run.State.Reached.Count, Is.EqualTo(there));
    }

    [Test]
    public void More_trainers_train_those_too_whom_fewer_do()
    {
        uint[] Trained(double trainers) => [.. Started(Recruited(trainers)).State.Reached.Select(a => a.Physician)];
        Assert.That(Trained(60), Is.SubsetOf(Trained(120)));
        Assert.That(Trained(120).Length, Is.GreaterThan(Trained(60).Length));
    }

    [Test]
    public void Each_intern_costs_the_indemnity_of_the_trainers_that_one_takes()
    {
        HandRun run = Started(Recruited(100));
        run.EndYear();
        int trained = run.State.Reached.Count(a => a.Kind == ActKind.Cohort);
        Assert.That(run.State.Events.PolicyCost, Is.EqualTo(7.2 / 0.225 * trained).Within(1e-9));
    }

    private static HandRun Started(params Policy[] policies)
    {
        var run = new HandRun(TestRegion.Scenario(policies));
        run.BeginYear();
        return run;
    }

    private static TrainerRecruitment Recruited(double trainers) => new()
    {
        Type = "trainer-recruitment",
        From = PolicyRuns.FirstYear,
        Trainers = trainers,
        DelayYears = 0,
        Where = new TerritoryFilter { AreaTypes = [AreaType.Rural] },
    };
}
