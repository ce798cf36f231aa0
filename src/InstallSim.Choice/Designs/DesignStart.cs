using InstallSim.Choice.Draws;

namespace InstallSim.Choice.Designs;

/// <summary>Random designs to start from.</summary>
internal static class DesignStart
{
    private const int MostTries = 500;

    /// <summary>Levels dealt out like cards where they are to be balanced, else sets drawn until they may be shown.</summary>
    public static int[][] Make(DesignProblem problem, DrawKey key)
    {
        int[][] sets = [.. Enumerable.Range(0, problem.Sets).Select(_ => new int[problem.Slots.Count])];
        if (problem.MostVaried < problem.Attributes && problem.Balance == DesignBalance.Full
            && PartialBalance.LeastOfAll(problem) <= (long)problem.MostVaried * problem.Sets)
        {
            new PartialStart(problem, key, sets).Deal();
        }
        else if (problem.MostVaried < problem.Attributes)
        {
            DrawPartial(problem, key, sets);
        }
        else if (problem.Balance == DesignBalance.None)
        {
            Draw(problem, key, sets);
        }
        else
        {
            Deal(problem, key, sets);
        }

        return sets;
    }

    private static void Deal(DesignProblem problem, DrawKey key, int[][] sets)
    {
        foreach (IGrouping<int, int> own in Enumerable.Range(0, problem.Slots.Count)
            .GroupBy(s => problem.IsLabelled ? s : problem.Slots[s].Attribute))
        {
            int[] slots = [.. own];
            DrawKey named = key with { Agent = (uint)own.Key };
            int[] dealt = [.. Enumerable.Range(0, sets.Length * slots.Length).OrderBy(named.Uniform)];
            for (int p = 0; p < dealt.Length; p++)
            {
                sets[p / slots.Length][slots[p % slots.Length]] = dealt[p] % problem.Slots[slots[0]].Levels;
            }
        }
    }

    private static void Draw(DesignProblem problem, DrawKey key, int[][] sets)
    {
        var rules = new SetRules(problem, new SetTable(problem));
        for (int s = 0; s < sets.Length; s++)
        {
            DrawKey own = key with { Agent = (uint)s };
            int index = 0;
            for (int tries = 0; tries == 0 || (tries < MostTries && rules.FaultsOf(sets[s]) > 0); tries++)
            {
                for (int slot = 0; slot < sets[s].Length; slot++)
                {
                    sets[s][slot] = (int)(own.Uniform(index++) * problem.Slots[slot].Levels);
                }
            }
        }
    }

    /// <summary>Partial profiles: as many attributes as may differ are drawn for each alternative, the others for all together.</summary>
    private static void DrawPartial(DesignProblem problem, DrawKey key, int[][] sets)
    {
        for (int s = 0; s < sets.Length; s++)
        {
            DrawKey own = key with { Agent = (uint)s };
            int index = 0;
            int[] varied = [.. Enumerable.Range(0, problem.Attributes).OrderBy(_ => own.Uniform(index++)).Take(problem.MostVaried)];
            for (int a = 0; a < problem.Attributes; a++)
            {
                int first = -1, place = 0;
                for (int slot = 0; slot < sets[s].Length; slot++)
                {
                    if (problem.Slots[slot].Attribute == a)
                    {
                        int levels = problem.Slots[slot].Levels;
                        first = first < 0 ? (int)(own.Uniform(index++) * levels) : first;
                        sets[s][slot] = varied.Contains(a) ? (first + place++) % levels : first;
                    }
                }
            }
        }
    }
}
