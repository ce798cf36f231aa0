using InstallSim.Results;

namespace InstallSim.Reporting;

/// <summary>Where the moves of each scenario stand among all, which may be millions and are not copied.</summary>
internal sealed class MoveIndex
{
    private readonly IReadOnlyList<Move> _moves;
    private readonly ILookup<string, (int From, int Until)> _runs;

    public MoveIndex(IReadOnlyList<Move> moves)
    {
        var ends = new List<(string Scenario, int Until)>();
        int count = 0;
        foreach (Move move in _moves = moves)
        {
            count++;
            if (ends.Count > 0 && ends[^1].Scenario == move.Scenario)
            {
                ends.RemoveAt(ends.Count - 1);
            }

            ends.Add((move.Scenario, count));
        }

        _runs = ends.Index().ToLookup(end => end.Item.Scenario, end => (end.Index == 0 ? 0 : ends[end.Index - 1].Until, end.Item.Until));
    }

    /// <summary>Those of one scenario, in their order.</summary>
    public IEnumerable<Move> Of(string scenario) =>
        _runs[scenario].SelectMany(run => Enumerable.Range(run.From, run.Until - run.From)).Select(k => _moves[k]);
}
