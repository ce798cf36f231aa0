using System.Collections;
using InstallSim.Results;
using InstallSim.Simulation.State;
using InstallSim.World;

namespace InstallSim.Experiments;

/// <summary>A physician who chose otherwise than in the baseline, before places and policies are named: 16 bytes.</summary>
/// <param name="Physician">Lasting name of the physician.</param>
/// <param name="From">Alternative in the baseline, or a code of <see cref="NoPlace"/>.</param>
/// <param name="To">The same in the scenario.</param>
/// <param name="Year">First year in which the two histories part.</param>
/// <param name="Policy">Index of the policy whose act reached the physician; −1 for none.</param>
public readonly record struct Parting(uint Physician, int From, int To, short Year, short Policy);

/// <summary>
/// The rows of <c>moves.csv</c>, by scenario and replication: a hundred replications of a country have millions, which are named when they
/// are asked for.
/// </summary>
internal sealed class MoveRows : IReadOnlyList<Move>
{
    private readonly PreparedScenario[] _scenarios;
    private readonly int[] _replications, _from;
    private readonly Parting[][] _moves; // alone: what else replications hold is not kept until the report is written

    /// <summary>All of an experiment.</summary>
    public MoveRows(Experiment experiment, IReadOnlyList<ReplicationResult> replications)
    {
        (_scenarios, _replications) = ([.. experiment.Scenarios], [.. replications.Select(result => result.Replication)]);
        _moves = [.. Enumerable.Range(0, _scenarios.Length).SelectMany(s => replications.Select(result => result.Scenarios[s].Moves))];
        _from = new int[_moves.Length + 1];
        for (int part = 0; part < _moves.Length; part++)
        {
            _from[part + 1] = checked(_from[part] + _moves[part].Length);
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

            return Named(part, _moves[part][index - _from[part]]);
        }
    }

    public IEnumerator<Move> GetEnumerator() =>
        Enumerable.Range(0, _moves.Length).SelectMany(part => _moves[part].Select(parting => Named(part, parting))).GetEnumerator();

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
