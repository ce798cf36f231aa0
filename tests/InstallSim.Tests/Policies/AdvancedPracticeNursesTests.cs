using InstallSim.Policies;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;
using InstallSim.World;

namespace InstallSim.Tests.Policies;

public sealed class AdvancedPracticeNursesTests
{
    [Test]
    public void Each_frees_as_much_of_a_physician_as_the_patients_whom_it_follows()
    {
        var run = new HandRun(TestRegion.Scenario(Nurses));
        run.BeginYear();
        for (int i = 0; i < 36; i++)
        {
            bool isConcerned = run.Prepared.Territories.Area[i] != AreaType.Urban;
            Assert.That(run.State.ExtraFte[i], Is.EqualTo(isConcerned ? 2 * 150 / 1643.0 : 0).Within(1e-12));
        }
    }

    [Test]
    public void They_move_nobody_in_their_first_year_and_cost_their_pay()
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(Nurses));
        Assert.That(PolicyRuns.Differences(TestRegion.Run(TestRegion.Scenario()), run, 2026), Is.Empty);
        Assert.That(PolicyRuns.Cost(run, 2026), Is.EqualTo(2 * 45.0 * TestRegion.Territories().Area.Count(a => a != AreaType.Urban)));
    }

    private static AdvancedPracticeNurses Nurses => new()
    {
        Type = "advanced-practice-nurses",
        From = PolicyRuns.FirstYear,
        Nurses = 2,
        Where = PolicyExamples.NotUrban,
    };
}
