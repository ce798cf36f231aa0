using InstallSim.Policies;
using InstallSim.Simulation.State;

namespace InstallSim.Tests.Simulation;

public sealed class IncumbentAidTests
{
    [Test]
    public void A_supplement_paid_everywhere_to_those_who_come_makes_more_incumbents_move()
    {
        double Moves(double keur)
        {
            var supplement = new IncomeSupplement { Type = "income-supplement", From = 2026, KeurPerYear = keur, Years = 10 };
            RunRecord run = TestRegion.Run(TestRegion.Scenario(supplement));
            return Enumerable.Range(1, 7).Sum(year => TestRegion.Value(run, year, "moves"));
        }

        // Were the supplement counted for staying as well, it would be the same everywhere and move nobody.
        Assert.That(Moves(200), Is.GreaterThan(Moves(0)));
    }
}
