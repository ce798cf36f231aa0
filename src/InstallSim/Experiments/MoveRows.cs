using System.Collections;
using InstallSim.Results;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Experiments;

/// <summary>The rows of <c>moves.csv</c>, by scenario and replication, unpacked and named when they are asked for.</summary>
internal sealed class MoveRows : IReadOnlyList<Move>
{
    private readonly PreparedScenario[] _scenarios;
    private readonly int[] _replications, _from;
    private readonly Partings[] _parts;

    /// <summary>All of an experiment.</summary>
    public MoveRows(Experiment experiment, IReadOnlyList<ReplicationResult> replications)
    {
        (_scenarios, _replications) = ([.. experiment.Scenarios], [.. replications.Select(r => r.Replication)]);
        _parts = [.. _scenarios.SelectMany((_, s) => replications.Select(r => r.Scenarios[s].Moves))];
        _from = new int[_parts.Length + 1];
        for (int part = 0; part < _parts.Length; part++)
        {
            _from[part + 1] = checked(_from[part] + _parts[part].Count);
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

            return Named(part, _parts[part].All()[index - _from[part]]);
        }
    }

    public IEnumerator<Move> GetEnumerator() =>
        _parts.SelectMany((part, k) => part.All().Select(parting => Named(k, parting))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One row.</summary>
    public static Move Named(PreparedScenario prepared, int replication, Parting parting) => new(
        prepared.Scenario.Name, replication, parting.Year, parting.Physician,
        CodeOf(prepared, parting.From), FormOf(parting.From), CodeOf(prepared, parting.To), FormOf(parting.To),
        parting.Policy < 0 ? "" : prepared.Scenario.Policies[parting.Policy].Label);

    private Move Named(int part, Parting parting) =>
        Named(_scenarios[part / _replications.Length], _replications[part % _replications.Length], parting);

    private static string CodeOf(PreparedScenario prepared, int place) =>
        place >= 0 ? prepared.Territories.Code[AlternativeTable.Territory(place)] : NoPlace.Name(place);

    private static string FormOf(int place) => place < 0 ? "" : PracticeForms.All[(int)AlternativeTable.Form(place)].Name;
}
