using InstallSim.Choice.Designs;

namespace InstallSim.Studies.Designs;

/// <summary>Shares tasks out to blocks so that every block shows every level about as often and no question twice.</summary>
internal sealed class DesignBlocks
{
    private readonly int[] _block;
    private readonly int[][] _shown;
    private readonly int[][] _counts;
    private readonly IReadOnlyList<ulong> _questions;

    private DesignBlocks(DesignProblem problem, int[][] sets, IReadOnlyList<ulong> questions, int blocks)
    {
        _questions = questions;
        _block = new int[sets.Length];
        int[] order = [.. Enumerable.Range(0, sets.Length)
            .OrderBy(t => Enumerable.Range(0, t + 1).First(s => questions[s] == questions[t]))];
        for (int i = 0; i < order.Length; i++)
        {
            // Tasks with the same question stand together, so that dealing parts them.
            _block[order[i]] = i % blocks;
        }

        _shown = [.. sets.Select(set => Counts(problem, set))];
        _counts = [.. Enumerable.Range(0, blocks).Select(b => Enumerable.Range(0, _shown[0].Length)
            .Select(l => Enumerable.Range(0, sets.Length).Where(t => _block[t] == b).Sum(t => _shown[t][l])).ToArray())];
    }

    /// <summary>
    /// Blocks of equal size, exchanged while that evens out how often levels are shown: Σ over blocks and levels of count².
    /// </summary>
    /// <returns>Block of each task, from 1.</returns>
    public static int[] Share(DesignProblem problem, int[][] sets, IReadOnlyList<ulong> questions, int blocks)
    {
        var made = new DesignBlocks(problem, sets, questions, blocks);
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int s = 0; s < sets.Length; s++)
            {
                for (int t = s + 1; t < sets.Length; t++)
                {
                    changed |= made.TrySwap(s, t);
                }
            }
        }

        return [.. made._block.Select(b => b + 1)];
    }

    private bool TrySwap(int s, int t)
    {
        if (_block[s] == _block[t] || Has(_block[t], _questions[s], t) || Has(_block[s], _questions[t], s))
        {
            return false;
        }

        int[] here = _counts[_block[s]], there = _counts[_block[t]];
        long gain = 0;
        for (int l = 0; l < here.Length; l++)
        {
            int difference = _shown[t][l] - _shown[s][l];
            gain -= ((long)difference * ((2 * here[l]) + difference)) - ((long)difference * ((2 * there[l]) - difference));
        }

        if (gain <= 0)
        {
            return false;
        }

        for (int l = 0; l < here.Length; l++)
        {
            here[l] += _shown[t][l] - _shown[s][l];
            there[l] += _shown[s][l] - _shown[t][l];
        }

        (_block[s], _block[t]) = (_block[t], _block[s]);
        return true;
    }

    private bool Has(int block, ulong question, int without)
    {
        for (int t = 0; t < _block.Length; t++)
        {
            if (t != without && _block[t] == block && _questions[t] == question)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How often a set shows each level of each attribute, of each alternative where they are labelled.</summary>
    private static int[] Counts(DesignProblem problem, int[] set)
    {
        int most = problem.Slots.Max(s => s.Levels);
        var counts = new int[(problem.IsLabelled ? problem.Slots.Count : problem.Attributes) * most];
        for (int slot = 0; slot < set.Length; slot++)
        {
            counts[((problem.IsLabelled ? slot : problem.Slots[slot].Attribute) * most) + set[slot]]++;
        }

        return counts;
    }
}
