using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class MedicalAssistantsTests
{
    [Test]
    public void What_each_physician_offers_rises_by_the_share_times_what_an_assistant_adds()
    {
        RunRecord baseline = TestRegion.Run(TestRegion.Scenario()), run = TestRegion.Run(TestRegion.Scenario(Assistants));
        Assert.That(TestRegion.Value(run, 1, "capacity"),
            Is.EqualTo((1 + (0.5 * 0.08)) * TestRegion.Value(baseline, 1, "capacity")).Within(1e-9));
        Assert.That(TestRegion.Value(run, 1, "fte"), Is.EqualTo(TestRegion.Value(baseline, 1, "fte")));
    }

    [Test]
    public void Those_in_force_when_the_study_begins_help_at_the_start_already()
    {
        MedicalAssistants before = Assistants with { From = PolicyRuns.FirstYear - 1 };
        RunRecord baseline = TestRegion.Run(TestRegion.Scenario());
        double start = TestRegion.Value(baseline, 0, "capacity");
        Assert.That(TestRegion.Value(TestRegion.Run(TestRegion.Scenario(before)), 0, "capacity"),
            Is.EqualTo((1 + (0.5 * 0.08)) * start).Within(1e-9));
        Assert.That(TestRegion.Value(TestRegion.Run(TestRegion.Scenario(Assistants)), 0, "capacity"), Is.EqualTo(start), "a year later");
        Assert.That(TestRegion.Value(TestRegion.Run(TestRegion.Scenario(before)), 0, "policy-cost"), Is.Zero, "paid from the first year");
    }

    [Test]
    public void Only_those_who_have_one_are_paid()
    {
        var run = new HandRun(TestRegion.Scenario(Assistants));
        run.BeginYear();
        double there = run.State.Stock.Sum();
        run.EndYear();
        Assert.That(run.State.Events.PolicyCost, Is.EqualTo(0.5 * 28 * there).Within(1e-6));
    }

    private static MedicalAssistants Assistants => new() { Type = "medical-assistants", From = PolicyRuns.FirstYear, Share = 0.5 };
}
