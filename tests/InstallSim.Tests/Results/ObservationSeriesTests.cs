using InstallSim.Results;
using InstallSim.Tests.Reporting;

namespace InstallSim.Tests.Results;

public sealed class ObservationSeriesTests
{
    [TestCase(false)]
    [TestCase(true)]
    public void Values_come_by_replication_in_whatever_order_rows_are(bool areMixed)
    {
        RunResults results = SampleResults.Make(places: 2, years: 3, replications: 12);
        Observation[] rows = [.. results.Observations];
        Observation[] given = areMixed ? [.. rows.OrderBy(o => (o.Replication * 7919) % 13).ThenBy(o => o.Year * 31 % 7)] : rows;
        Dictionary<(string Scenario, string Indicator, int Year), double[]> found =
            ObservationSeries.Of(results with { Observations = given });
        Assert.That(found, Has.Count.EqualTo(rows.Select(o => (o.Scenario, o.Indicator, o.Year)).Distinct().Count()));
        Assert.That(rows.Where(o => !found[(o.Scenario, o.Indicator, o.Year)][o.Replication].Equals(o.Value)), Is.Empty);
        Assert.That(found.Values.Select(values => values.Length), Is.All.EqualTo(12));
    }
}
