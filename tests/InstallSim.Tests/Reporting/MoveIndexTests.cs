using InstallSim.Reporting;
using InstallSim.Results;

namespace InstallSim.Tests.Reporting;

public sealed class MoveIndexTests
{
    [Test]
    public void Moves_of_a_scenario_are_found_wherever_they_stand()
    {
        Move[] moves = [.. "aabcbba".Select((scenario, n) => new Move($"{scenario}", 0, 2030, (uint)n, "locum", "", "T1", "solo", ""))];
        var index = new MoveIndex(moves);
        foreach (string scenario in (string[])["a", "b", "c", "d"])
        {
            Assert.That(index.Of(scenario), Is.EqualTo(moves.Where(move => move.Scenario == scenario)), scenario);
        }

        Assert.That(new MoveIndex([]).Of("a"), Is.Empty);
    }
}
