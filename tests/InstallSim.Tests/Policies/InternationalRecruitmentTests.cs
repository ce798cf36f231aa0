using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class InternationalRecruitmentTests
{
    [Test]
    public void Who_is_recruited_is_tied_to_no_place_and_no_loss_to_the_rest_of_the_country()
    {
        var run = new HandRun(TestRegion.Scenario(Recruits));
        run.BeginYear();
        PhysicianTable p = run.State.Physicians;
        int[] recruits = [.. Enumerable.Range(0, p.Count).Where(n => p.IsFromAbroad[n])];
        Assert.That(recruits, Has.Length.EqualTo(20));
        Assert.That(recruits.Select(n => (p.BirthTerritory[n], p.TrainingTerritory[n], p.RuralTraining[n])),
            Is.All.EqualTo((-1, -1, false)));
        run.EndYear();
        Assert.That(recruits.Select(n => p.Stage[n]), Does.Contain(Stage.Installed));
        Assert.That(run.State.Events.RestOfCountry, Is.Zero);
    }

    [Test]
    public void They_are_no_graduates_whom_a_policy_of_training_or_service_could_bind()
    {
        var service = new CompulsoryService { Type = "compulsory-service", From = 2026, ExemptShare = 0, Where = PolicyExamples.NotUrban };
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Recruits, service));
        HashSet<uint> recruits = [.. PolicyRuns.Reached(run, ActKind.Cohort).Select(a => a.Physician)];
        Assert.That(PolicyRuns.Reached(run, ActKind.Bond).Where(a => recruits.Contains(a.Physician)), Is.Empty);
    }

    private static InternationalRecruitment Recruits =>
        new() { Type = "international-recruitment", From = PolicyRuns.FirstYear, PerYear = 20 };
}
