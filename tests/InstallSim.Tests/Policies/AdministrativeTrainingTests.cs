using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class AdministrativeTrainingTests
{
    [Test]
    public void The_more_it_is_worth_the_more_set_up_alone()
    {
        int[] alone = [.. new[] { 0, 10, 40, 120 }
            .Select(worth => Alone(PolicyRuns.WithRoomForAll(TestRegion.Scenario(Taught(worth, 1)))))];
        Assert.That(alone, Is.Ordered.And.Unique);
    }

    [Test]
    public void Who_takes_no_part_chooses_as_without()
    {
        RunRecord some = PolicyRuns.WithRoomForAll(TestRegion.Scenario(Taught(120, 0.5))),
            none = PolicyRuns.WithRoomForAll(TestRegion.Scenario());
        uint[] elsewhere = [.. PolicyRuns.Elsewhere(none, some, 2026).Select(d => d.Physician)];
        Assert.That(elsewhere, Is.Not.Empty.And.SubsetOf(PolicyRuns.Reached(some, ActKind.Offer).Select(a => a.Physician)));
    }

    [Test]
    public void Only_the_teaching_is_paid_once_for_each_who_sets_up_alone()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Taught(40, 1)));
        ActRecord[] taught = PolicyRuns.Reached(run, ActKind.Offer);
        Assert.That(taught, Is.Not.Empty);
        Assert.That(taught.Select(a => AlternativeTable.Form(a.Place)), Is.All.EqualTo(PracticeForm.Solo));
        Assert.That(PolicyRuns.Cost(run, 2026), Is.EqualTo(1.5 * taught.Count(a => a.Year == 2026)).Within(1e-9));
    }

    private static int Alone(RunRecord run) => run.History
        .Count(e => e.Year == 2026 && e.Kind == EventKind.Installed && AlternativeTable.Form(e.Place) == PracticeForm.Solo);

    private static AdministrativeTraining Taught(double worth, double share) =>
        new() { Type = "administrative-training", From = PolicyRuns.FirstYear, WorthKeurPerYear = worth, Share = share };
}
