using InstallSim.Choice.Designs;

namespace InstallSim.Studies.Designs;

/// <summary>Shares tasks out to blocks so that every block shows every level about as often.</summary>
internal static class DesignBlocks
{
    /// <summary>
    /// Blocks of equal size, exchanged while that evens out how often levels are shown: Σ over blocks and levels of count².
    /// </summary>
    /// <returns>Block of each task, from 1.</returns>
    public static int[] Share(DesignProblem problem, int[][] sets, int blocks)
    {
        int[] block = [.. Enumerable.Range(0, sets.Length).Select(t => t % blocks)];
        int[][] shown = [.. sets.Select(set => Counts(problem, set))];
        var counts = new int[blocks][];
        for (int b = 0; b < blocks; b++)
        {
            counts[b] = [.. Enumerable.Range(0, shown[0].Length)
                .Select(l => Enumerable.Range(0, sets.Length).Where(t => block[t] == b).Sum(t => shown[t][l]))];
        }

        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int s = 0; s < sets.Length; s++)
            {
                for (int t = s + 1; t < sets.Length; t++)
                {
                    changed |= TrySwap(block, shown, counts, s, t);
                }
            }
        }

        return [.. block.Select(b => b + 1)];
    }

    private static bool TrySwap(int[] block, int[][] shown, int[][] counts, int s, int t)
    {
        if (block[s] == block[t])
        {
            return false;
        }

        int[] here = counts[block[s]], there = counts[block[t]];
        long gain = 0;
        for (int l = 0; l < here.Length; l++)
        {
            int difference = shown[t][l] - shown[s][l];
            gain -= ((long)difference * ((2 * here[l]) + difference)) - ((long)difference * ((2 * there[l]) - difference));
        }

        if (gain <= 0)
        {
            return false;
        }

        for (int l = 0; l < here.Length; l++)
        {
            here[l] += shown[t][l] - shown[s][l];
            there[l] += shown[s][l] - shown[t][l];
        }

        (block[s], block[t]) = (block[t], block[s]);
        return true;
    }

    /// <summary>How often a set shows each level of each attribute.</summary>
    private static int[] Counts(DesignProblem problem, int[] set)
    {
        var counts = new int[problem.Levels.Sum()];
        foreach (int profile in set)
        {
            int first = 0;
            for (int a = 0; a < problem.Levels.Count; a++)
            {
                counts[first + problem.LevelOf(profile, a)]++;
                first += problem.Levels[a];
            }
        }

        return counts;
    }
}
