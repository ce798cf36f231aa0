using System.Collections;
using InstallSim.Indicators;
using InstallSim.Results;

namespace InstallSim.Experiments;

/// <summary>
/// The rows of <c>observations.csv</c>, by scenario, replication, year and indicator, made when they are asked for: a hundred replications
/// of some scenarios have a million.
/// </summary>
internal sealed class ObservationRows : IReadOnlyList<Observation>
{
    private static readonly string[] Indicators = [.. IndicatorCatalog.Recorded.Select(i => i.Name)];

    private readonly string[] _scenarios;
    private readonly int[] _replications;
    private readonly double[][] _parts;
    private readonly int _firstYear, _ofPart;

    /// <summary>All of an experiment.</summary>
    public ObservationRows(Experiment experiment, IReadOnlyList<ReplicationResult> replications)
    {
        _scenarios = [.. experiment.Scenarios.Select(s => s.Scenario.Name)];
        _replications = [.. replications.Select(r => r.Replication)];
        _parts = [.. _scenarios.SelectMany((_, s) => replications.Select(r => r.Scenarios[s].Values))];
        (_firstYear, _ofPart) = (experiment.Scenarios[0].Scenario.Years.From, _parts.Length == 0 ? 0 : _parts[0].Length);
    }

    public int Count => checked(_parts.Length * _ofPart);

    public Observation this[int index]
    {
        get
        {
            (int part, int k) = Math.DivRem(index, _ofPart);
            (int year, int indicator) = Math.DivRem(k, Indicators.Length);
            (int scenario, int replication) = Math.DivRem(part, _replications.Length);
            return new Observation(
                _scenarios[scenario], _replications[replication], _firstYear + year, Indicators[indicator], _parts[part][k]);
        }
    }

    public IEnumerator<Observation> GetEnumerator() => Enumerable.Range(0, Count).Select(k => this[k]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
