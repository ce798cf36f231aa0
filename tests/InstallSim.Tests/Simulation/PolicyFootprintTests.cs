using InstallSim.Policies;
using InstallSim.Simulation.State;

namespace InstallSim.Tests.Simulation;

public sealed class PolicyFootprintTests
{
    [Test]
    public void What_some_policies_ever_reached_is_the_union_over_their_years()
    {
        // Two years, two policies, three territories.
        var footprint = new PolicyFootprint(2025, 3, 2, [false, false, false, false, true, false, true, false, false, false, true, false]);
        Assert.That(footprint.Ever([0, 1]), Is.EqualTo(new[] { true, true, false }));
        Assert.That(footprint.Ever([0]), Is.EqualTo(new[] { true, false, false }));
        Assert.That(footprint.Ever([]), Is.EqualTo(new bool[3]));
        Assert.That(new PolicyFootprint(2025, 3, 0, []).Ever([]), Is.EqualTo(new bool[3]));
    }

    [Test]
    public void Training_covers_no_territory_and_a_guide_covers_its_own()
    {
        bool[] training = Covered(new RuralTraining { Type = "rural-training", From = 2026, DelayYears = 0, Share = 1 });
        bool[] guide = Covered(new Accompaniment { Type = "accompaniment", From = 2026, Where = new TerritoryFilter { Codes = ["T003"] } });
        Assert.That(training, Has.None.True);
        Assert.That(Enumerable.Range(0, 36).Where(i => guide[i]), Is.EqualTo(new[] { 3 }));
    }

    private static bool[] Covered(Policy policy) => TestRegion.Run(TestRegion.Scenario(policy)).Footprint.Ever([0]);
}
