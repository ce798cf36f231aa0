using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class PeerNetworkTests
{
    [Test]
    public void Who_gives_up_in_its_first_year_would_have_anyway_and_nobody_retires_later()
    {
        Scenario Leaving(params Policy[] policies)
        {
            Scenario scenario = TestRegion.Scenario(policies) with { Years = new(2025, 2027) };
            return scenario with { Physicians = scenario.Physicians with { LeavingProbability = 0.1 } };
        }

        uint[] Gone(RunRecord run, int place) => [.. run.History
            .Where(e => e.Year == 2027 && e.Kind == EventKind.Exited && e.Place == place).Select(e => e.Physician)];
        RunRecord without = TestRegion.Run(Leaving()), with = TestRegion.Run(Leaving(Network));
        Assert.That(Gone(with, NoPlace.Left), Is.SubsetOf(Gone(without, NoPlace.Left)));
        Assert.That(Gone(with, NoPlace.Left), Has.Length.LessThan(Gone(without, NoPlace.Left).Length));
        Assert.That(Gone(with, NoPlace.Retired), Is.EqualTo(Gone(without, NoPlace.Retired)));
        Assert.That(PolicyRuns.Reached(with, ActKind.Retention).Select(a => a.Physician),
            Is.EquivalentTo(Gone(without, NoPlace.Left).Except(Gone(with, NoPlace.Left))));
    }

    private static PeerNetwork Network => new() { Type = "peer-network", From = PolicyRuns.FirstYear, LeavingTimes = 0.5 };
}
