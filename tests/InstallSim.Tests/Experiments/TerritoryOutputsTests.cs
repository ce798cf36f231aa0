using InstallSim.Experiments;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Experiments;

/// <summary>What territories show adds up to what the study shows.</summary>
public sealed class TerritoryOutputsTests
{
    private static readonly RunRecord Run = TestRegion.Run(TestRegion.Scenario());

    [Test]
    public void Physicians_by_territory_are_all_physicians() =>
        Assert.That(Years(y => Sum("stock", y)), Is.EqualTo(Years(y => TestRegion.Value(Run, y, "stock"))));

    [Test]
    public void The_young_by_territory_are_the_share_of_the_young() => Assert.That(
        Years(y => Sum("under-40", y) / Sum("stock", y)), Is.EqualTo(Years(y => TestRegion.Value(Run, y, "under-40-share"))).Within(1e-12));

    [Test]
    public void Entries_by_territory_are_first_installations_and_moves()
    {
        double[] entries = Years(y => Sum("entries", y))[1..];
        Assert.That(entries, Is.EqualTo(Years(y => TestRegion.Value(Run, y, "installations") + TestRegion.Value(Run, y, "moves"))[1..]));
        Assert.That(entries.Sum(), Is.GreaterThan(0));
    }

    [Test]
    public void Every_output_of_a_territory_has_a_value_in_every_year() =>
        Assert.That(TerritoryOutputs.Of(Run).Select(column => column.Count), Is.All.EqualTo(8 * 36));

    private static double Sum(string output, int year) =>
        TerritoryOutputs.All.Single(o => o.Name == output).Column(Run).Skip(year * 36).Take(36).Sum(value => (double)value);

    private static double[] Years(Func<int, double> value) => [.. Enumerable.Range(0, 8).Select(value)];
}
