using InstallSim.Experiments;
using InstallSim.Indicators;
using InstallSim.Policies;
using InstallSim.Results;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Experiments;

/// <summary>
/// Replications written by hand for the made-up region: 36 territories, 2025 (the start) to 2032, a baseline and one scenario.
/// </summary>
internal sealed class HandReplications
{
    private const int Territories = 36, Years = 8;
    private readonly List<ReplicationResult> _replications = [];
    private readonly Experiment _experiment;

    public HandReplications(Policy[]? baseline = null, params Policy[] policies) => _experiment = new Experiment(
        "hand",
        [
            TestRegion.Prepare(TestRegion.Scenario(baseline ?? []) with { Name = "baseline" }),
            TestRegion.Prepare(TestRegion.Scenario(policies) with { Name = "policy" }),
        ],
        HasBaseline: true, 2, 1);

    public Summary Summary => new(_experiment, _replications);

    /// <summary>Adds a replication.</summary>
    /// <param name="scenario">What the scenario has.</param>
    /// <param name="baseline">What the baseline has; zeros when not given.</param>
    public HandReplications Add(ScenarioResult scenario, ScenarioResult? baseline = null)
    {
        _replications.Add(new ReplicationResult(_replications.Count, [baseline ?? Result(), scenario]));
        return this;
    }

    /// <summary>The row of an indicator at the last year.</summary>
    public Comparison Last(string indicator) => Summary.Comparisons(byAct: true).Single(c => c.Indicator == indicator && c.Year == 2032);

    /// <summary>A result of zeros but for what is given.</summary>
    /// <param name="values">Indicator and its value in each year from the start on.</param>
    /// <param name="stock">Territory and its GPs at the last year.</param>
    /// <param name="covered">Territories covered.</param>
    /// <param name="costs">Entries of the ledger.</param>
    public static ScenarioResult Result(
        (string Indicator, double[] Years)[]? values = null, (int Territory, float Gps)[]? stock = null, int[]? covered = null,
        LedgerEntry[]? costs = null)
    {
        var all = new double[Years * IndicatorCatalog.Recorded.Count];
        foreach ((string indicator, double[] years) in values ?? [])
        {
            int k = IndicatorCatalog.Recorded.TakeWhile(i => i.Name != indicator).Count();
            for (int y = 0; y < years.Length; y++)
            {
                all[(y * IndicatorCatalog.Recorded.Count) + k] = years[y];
            }
        }

        float[][] byTerritory = [.. TerritoryOutputs.All.Select(_ => new float[Years * Territories])];
        foreach ((int i, float gps) in stock ?? [])
        {
            byTerritory[0][((Years - 1) * Territories) + i] = gps;
        }

        return new ScenarioResult(all, [.. byTerritory.Select(column => new TerritoryColumn(column, Territories))],
            [.. Enumerable.Range(0, Territories).Select(i => covered?.Contains(i) == true)], costs ?? [], new Partings(), default);
    }
}
