using System.Collections;
using InstallSim.Results;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Experiments;

/// <summary>
/// The rows of <c>moves.csv</c>, by scenario and replication, unpacked and named when they are asked for: each thread keeps those of the
/// scenario and replication that it asked for last.
/// </summary>
internal sealed class MoveRows : IReadOnlyList<Move>
{
    private readonly PreparedScenario[] _scenarios;
    private readonly IReadOnlyList<ReplicationResult> _replications;
    private readonly int[] _from;
    private readonly ThreadLocal<(int Part, Parting[] All)> _last = new(() => (-1, []));

    /// <summary>All of an experiment.</summary>
    public MoveRows(Experiment experiment, IReadOnlyList<ReplicationResult> replications)
    {
        (_scenarios, _replications) = ([.. experiment.Scenarios], replications);
        _from = new int[(_scenarios.Length * replications.Count) + 1];
        for (int part = 0; part < _from.Length - 1; part++)
        {
            _from[part + 1] = checked(_from[part] + Packed(part).Count);
        }
    }

    public int Count => _from[^1];

    public Move this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            int part = Array.BinarySearch(_from, index);
            part = part < 0 ? ~part - 1 : part;
            while (_from[part + 1] == index)
            {
                part++; // the last of several that begin here, for the others are empty
            }

            return Named(part, Of(part)[index - _from[part]]);
        }
    }

    public IEnumerator<Move> GetEnumerator() =>
        Enumerable.Range(0, _from.Length - 1).SelectMany(part => Of(part).Select(parting => Named(part, parting))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One row.</summary>
    public static Move Named(PreparedScenario prepared, int replication, Parting parting) => new(
        prepared.Scenario.Name, replication, parting.Year, parting.Physician,
        CodeOf(prepared, parting.From), FormOf(parting.From), CodeOf(prepared, parting.To), FormOf(parting.To),
        parting.Policy < 0 ? "" : prepared.Scenario.Policies[parting.Policy].Label);

    private Partings Packed(int part) => _replications[part % _replications.Count].Scenarios[part / _replications.Count].Moves;

    private Parting[] Of(int part)
    {
        if (_last.Value.Part != part)
        {
            _last.Value = (part, Packed(part).All());
        }

        return _last.Value.All;
    }

    private Move Named(int part, Parting parting) =>
        Named(_scenarios[part / _replications.Count], _replications[part % _replications.Count].Replication, parting);

    private static string CodeOf(PreparedScenario prepared, int place) =>
        place >= 0 ? prepared.Territories.Code[AlternativeTable.Territory(place)] : NoPlace.Name(place);

    private static string FormOf(int place) => place < 0 ? "" : PracticeForms.All[(int)AlternativeTable.Form(place)].Name;
}
