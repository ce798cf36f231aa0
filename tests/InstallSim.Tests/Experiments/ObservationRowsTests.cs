using InstallSim.Experiments;
using InstallSim.Indicators;
using InstallSim.Results;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Experiments;

public sealed class ObservationRowsTests
{
    [Test]
    public void Rows_come_by_scenario_replication_year_and_indicator()
    {
        string first = IndicatorCatalog.Recorded[0].Name, last = IndicatorCatalog.Recorded[^1].Name;
        double[] Years(int from) => [.. Enumerable.Range(from, 8)];
        PreparedScenario Named(string name) => TestRegion.Prepare(TestRegion.Scenario() with { Name = name });
        ScenarioResult One(int from) => HandReplications.Result([(first, Years(from)), (last, Years(from + 50))]);
        var rows = new ObservationRows(new Experiment("of two", [Named("a"), Named("b")], true, 2, 1),
            [new ReplicationResult(4, [One(100), One(200)]), new ReplicationResult(6, [One(300), One(400)])]);
        int count = IndicatorCatalog.Recorded.Count;
        Assert.That(rows, Has.Count.EqualTo(2 * 2 * 8 * count));
        Assert.That(Enumerable.Range(0, rows.Count).Select(k => rows[k]), Is.EqualTo(rows));
        Assert.That(rows.Where(o => o.Indicator == first && o.Year == 2027), Is.EqualTo(
            (Observation[])
            [
                new("a", 4, 2027, first, 102), new("a", 6, 2027, first, 302), new("b", 4, 2027, first, 202), new("b", 6, 2027, first, 402),
            ]));
        Assert.That(rows[^1], Is.EqualTo(new Observation("b", 6, 2032, last, 457)));
        Assert.That(rows[count], Is.EqualTo(new Observation("a", 4, 2026, first, 101)));
        Assert.Throws<IndexOutOfRangeException>(() => _ = rows[rows.Count]);
    }
}
