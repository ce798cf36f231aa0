using InstallSim.Experiments;
using InstallSim.Simulation;
using InstallSim.Simulation.State;
using InstallSim.Tests.Inputs;
using InstallSim.Tests.Policies;

namespace InstallSim.Tests.EndToEnd;

/// <summary>Whether the numbers of a short comparison on real territories can be true.</summary>
public sealed class CentreValDeLoireTests
{
    private TemporaryFolder _folder = null!;
    private string _results = "";

    [OneTimeSetUp]
    public void Compare()
    {
        _folder = new TemporaryFolder();
        _results = Path.Combine(_folder.Path, "out");
        string[] files = [.. new[] { "baseline", "installation-grant", "selective-contracting" }
            .Select(n => Repository.PathOf("scenarios", "centre-val-de-loire", n + ".yaml"))];
        CommandLine.Done(["compare", .. files, "--replications", "8", "--years", "2025..2030", "--quiet", "--out", _results]);
    }

    [OneTimeTearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void The_stock_of_a_year_is_that_of_the_year_before_and_who_came_and_left()
    {
        var stock = ResultsFiles.Values(_results, "stock");
        var came = ResultsFiles.Values(_results, "installations");
        var left = ResultsFiles.Values(_results, "departures");
        foreach (var key in stock.Keys.Where(k => k.Year > 2025))
        {
            Assert.That(stock[key], Is.EqualTo(stock[key with { Year = key.Year - 1 }] + came[key] - left[key]), key.ToString());
        }
    }

    [TestCase("stock-rural", "stock-periurban", "stock-urban")]
    [TestCase("stock-solo", "stock-group", "stock-msp", "stock-health-centre")]
    [TestCase("age-under-35", "age-35-44", "age-45-54", "age-55-64", "age-65-plus")]
    public void Parts_of_the_stock_add_up_to_it(params string[] parts)
    {
        var columns = parts.Select(part => ResultsFiles.Values(_results, part)).ToArray();
        foreach ((var key, double stock) in ResultsFiles.Values(_results, "stock"))
        {
            Assert.That(columns.Sum(c => c[key]), Is.EqualTo(stock), key.ToString());
        }
    }

    [TestCase("installations-rural", "installations-periurban", "installations-urban")]
    [TestCase("installations-solo", "installations-group", "installations-msp", "installations-health-centre")]
    public void Parts_of_the_installations_add_up_to_them(params string[] parts)
    {
        var columns = parts.Select(part => ResultsFiles.Values(_results, part)).ToArray();
        foreach ((var key, double all) in ResultsFiles.Values(_results, "installations"))
        {
            Assert.That(columns.Sum(c => c[key]), Is.EqualTo(all), key.ToString());
        }
    }

    [Test]
    public void All_scenarios_start_alike()
    {
        foreach (string indicator in new[] { "stock", "accessibility-mean", "locums", "msp-places" })
        {
            var values = ResultsFiles.Values(_results, indicator);
            foreach (var key in values.Keys.Where(k => k.Year <= 2026))
            {
                Assert.That(values[key], Is.EqualTo(values[key with { Scenario = "baseline" }]), "no policy acts before 2027");
            }
        }
    }

    [Test]
    public void A_grant_raises_installations_where_it_is_paid_in_the_year_it_starts()
    {
        string[] files = [.. new[] { "baseline", "installation-grant" }
            .Select(n => Repository.PathOf("scenarios", "centre-val-de-loire", n + ".yaml"))];
        LoadedExperiment loaded = ExperimentReader.Read(files, "baseline", ["years=2025..2027"], 1);
        double paid = 0, anyway = 0;
        for (int replication = 0; replication < 12; replication++)
        {
            RunRecord baseline = new Simulator(loaded.Experiment.Scenarios[0], replication).Run();
            RunRecord grant = new Simulator(loaded.Experiment.Scenarios[1], replication).Run();
            paid += PolicyRuns.NewcomersReached(grant, 2027);
            anyway += PolicyRuns.NewcomersReached(baseline with { Footprint = grant.Footprint }, 2027);
        }

        Assert.That(anyway, Is.GreaterThan(20), "some settle there without it");
        Assert.That(paid, Is.GreaterThan(anyway));
    }

    [Test]
    public void Nobody_parts_from_the_baseline_before_there_is_a_policy() =>
        Assert.That(ResultsFiles.Rows(_results, "moves.csv").Select(r => int.Parse(r[2], null)),
            Is.Not.Empty.And.All.GreaterThanOrEqualTo(2027));
}
