using InstallSim.Scenarios;
using InstallSim.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Simulation;

public sealed class GraduatesTests
{
    [Test]
    public void Those_who_graduated_before_the_start_were_trained_in_the_countryside_as_often_as_those_after([Values(0, 1)] double share)
    {
        Scenario scenario = TestStudy.Scenario();
        Study study = TestStudy.Study(scenario with { Physicians = scenario.Physicians with { RuralTrainingShare = share } });
        var state = new RunState(study, 0) { Year = 2020 };
        Graduates.EnterBeforeStart(study, state);
        PhysicianTable p = state.Physicians;
        Assert.That(p.Count, Is.EqualTo(40));
        Assert.That(p.RuralTraining[..p.Count], Is.All.EqualTo(share == 1));
    }

    [Test]
    public void Who_a_graduate_is_follows_from_the_name_alone()
    {
        Study study = TestStudy.Study(TestStudy.Scenario()), other = TestStudy.Study(TestStudy.Scenario() with { Name = "other", Title = "Other" });
        RunState one = new(study, 3) { Year = 2027 }, two = new(other, 3) { Year = 2027 };
        Graduates.Add(other, two, cohort: 1, rank: 0);
        int a = Graduates.Add(study, one, cohort: 2, rank: 7), b = Graduates.Add(other, two, cohort: 2, rank: 7);
        PhysicianTable p = one.Physicians, q = two.Physicians;
        Assert.That((q.Name[b], q.BirthYear[b], q.IsWoman[b], q.BirthTerritory[b], q.TrainingTerritory[b], q.Partner[b], q.Children[b], q.PreferenceClass[b]),
            Is.EqualTo((p.Name[a], p.BirthYear[a], p.IsWoman[a], p.BirthTerritory[a], p.TrainingTerritory[a], p.Partner[a], p.Children[a], p.PreferenceClass[a])));
    }
}
