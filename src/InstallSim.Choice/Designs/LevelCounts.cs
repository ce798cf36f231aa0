namespace InstallSim.Choice.Designs;

/// <summary>How often each level is shown, and how often it must be.</summary>
internal sealed class LevelCounts
{
    /// <summary>Near: how often at least, as a share of equal.</summary>
    public const double NearShare = 0.5;

    private readonly int[] _of;
    private readonly int[][] _count;
    private readonly int[] _least, _most;

    public LevelCounts(DesignProblem problem, int[][] sets)
    {
        _of = [.. problem.Slots.Select((slot, s) => problem.IsLabelled ? s : slot.Attribute)];
        int own = _of.Max() + 1;
        (_count, _least, _most) = (new int[own][], new int[own], new int[own]);
        for (int a = 0; a < own; a++)
        {
            int[] slots = [.. Enumerable.Range(0, _of.Length).Where(s => _of[s] == a)];
            int levels = problem.Slots[slots[0]].Levels, shown = problem.Sets * slots.Length;
            _count[a] = new int[levels];
            (_least[a], _most[a]) = problem.Balance switch
            {
                DesignBalance.Full => (shown / levels, (shown + levels - 1) / levels),
                DesignBalance.Near => ((int)(NearShare * shown / levels), int.MaxValue),
                _ => (0, int.MaxValue),
            };
        }

        foreach (int[] set in sets)
        {
            for (int s = 0; s < set.Length; s++)
            {
                _count[_of[s]][set[s]]++;
            }
        }
    }

    /// <summary>Whether two slots are counted together.</summary>
    public bool AreOne(int slot, int other) => _of[slot] == _of[other];

    /// <summary>Whether a slot may change from a level to another.</summary>
    public bool MayChange(int slot, int from, int to) =>
        _count[_of[slot]][from] > _least[_of[slot]] && _count[_of[slot]][to] < _most[_of[slot]];

    /// <summary>Whether a change brings counts nearer to what they must be.</summary>
    public bool Mends(int slot, int from, int to) => MayChange(slot, from, to)
        && (_count[_of[slot]][from] > _most[_of[slot]] || _count[_of[slot]][to] < _least[_of[slot]]);

    /// <summary>Counts a change.</summary>
    public void Change(int slot, int from, int to)
    {
        _count[_of[slot]][from]--;
        _count[_of[slot]][to]++;
    }

    /// <summary>How far the counts are from what they must be.</summary>
    public int Missed()
    {
        int missed = 0;
        for (int a = 0; a < _count.Length; a++)
        {
            missed += _count[a].Sum(c => Math.Max(0, _least[a] - c) + Math.Max(0, c - _most[a]));
        }

        return missed;
    }
}
