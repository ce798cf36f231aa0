using InstallSim.Choice.Designs;

namespace InstallSim.Studies.Designs;

/// <summary>
/// Whether a task can show some levels beside which nothing forbidden stands: the other restricted slots are filled one after the other,
/// that with the fewest levels left first, and levels that would complete a forbidden combination are struck out.
/// </summary>
internal sealed class ShownLevels
{
    /// <summary>Levels that are tried, at most; what is not settled by then is taken as possible.</summary>
    private const int MostTried = 20_000;

    private readonly DesignProblem _problem;
    private readonly SlotLevel[][] _never;
    private readonly int[] _slots;
    private int _tried;

    /// <summary>Takes restrictions.</summary>
    /// <param name="problem">What is wanted.</param>
    /// <param name="never">Combinations that no task may show.</param>
    public ShownLevels(DesignProblem problem, IEnumerable<IReadOnlyList<SlotLevel>> never)
    {
        (_problem, _never) = (problem, [.. never.Select(n => n.Distinct().ToArray())]);
        _slots = [.. _never.SelectMany(n => n).Select(s => s.Slot).Distinct().Order()];
    }

    /// <summary>Slots that some combination speaks of.</summary>
    public IReadOnlyList<int> Restricted => _slots;

    /// <summary>Whether a task can show levels together.</summary>
    /// <param name="shown">The levels, in slots of their own.</param>
    public bool CanBe(params SlotLevel[] shown)
    {
        int[] set = [.. Enumerable.Repeat(-1, _problem.Slots.Count)];
        foreach (SlotLevel one in shown)
        {
            set[one.Slot] = one.Level;
        }

        _tried = 0;
        return _never.All(n => n.Any(s => set[s.Slot] != s.Level)) && Fill(set);
    }

    private bool Fill(int[] set)
    {
        int least = -1;
        int[] levels = [];
        foreach (int slot in _slots.Where(slot => set[slot] < 0))
        {
            int[] own = [.. Enumerable.Range(0, _problem.Slots[slot].Levels).Where(level => MayStand(set, slot, level))];
            if (least < 0 || own.Length < levels.Length)
            {
                (least, levels) = (slot, own);
            }
        }

        foreach (int level in levels)
        {
            set[least] = level;
            if (++_tried > MostTried || Fill(set))
            {
                return true;
            }
        }

        if (least >= 0)
        {
            set[least] = -1;
        }

        return least < 0;
    }

    /// <summary>Whether a level completes no forbidden combination.</summary>
    private bool MayStand(int[] set, int slot, int level) =>
        _never.All(n => !n.Contains(new SlotLevel(slot, level)) || n.Any(s => s.Slot != slot && set[s.Slot] != s.Level));
}
