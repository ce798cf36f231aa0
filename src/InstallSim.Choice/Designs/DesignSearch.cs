using InstallSim.Choice.Draws;

namespace InstallSim.Choice.Designs;

/// <summary>
/// Finds a D-efficient design: from random sets, levels are changed as long as that raises the determinant of the information, and the best
/// of several starts is kept. Free designs change one level after the other (coordinate exchange: Meyer and Nachtsheim 1995; Kessels, Goos
/// and Vandebroek 2006); balanced ones swap two levels of an attribute, so that each stays as frequent (Huber and Zwerina 1996). The same
/// seed gives the same design on any number of threads.
/// </summary>
public static class DesignSearch
{
    private const ushort Purpose = 0xE578;
    private const int MostPasses = 50, MostTries = 2000;

    /// <summary>Finds a design.</summary>
    /// <param name="problem">What is wanted.</param>
    /// <param name="starts">Random starts, ≥ 1.</param>
    /// <param name="seed">Names the random numbers.</param>
    /// <returns>Profiles, shape [sets][alternatives]; null when none was found of sets that may all be shown.</returns>
    public static int[][]? Run(DesignProblem problem, int starts, uint seed)
    {
        var found = new (int[][]? Sets, double Value)[starts];
        Parallel.For(0, starts, start => found[start] = Improve(problem, First(problem, new DrawKey(seed, (ushort)start, Purpose, 0, 0))));
        return found.MaxBy(f => f.Value).Sets;
    }

    private static int[][] First(DesignProblem problem, DrawKey key)
    {
        var sets = new int[problem.Sets][];
        for (int s = 0; s < sets.Length; s++)
        {
            sets[s] = new int[problem.Variables.Length];
        }

        if (problem.IsBalanced)
        {
            Deal(problem, key, sets);
        }
        else
        {
            Draw(problem, key, sets);
        }

        return sets;
    }

    /// <summary>Deals the levels of each attribute out like cards.</summary>
    private static void Deal(DesignProblem problem, DrawKey key, int[][] sets)
    {
        int alternatives = problem.Variables.Length;
        for (int a = 0; a < problem.Levels.Count; a++)
        {
            DrawKey own = key with { Agent = (uint)a };
            int[] dealt = [.. Enumerable.Range(0, sets.Length * alternatives).OrderBy(own.Uniform)];
            for (int p = 0; p < dealt.Length; p++)
            {
                sets[p / alternatives][p % alternatives] =
                    problem.With(sets[p / alternatives][p % alternatives], a, dealt[p] % problem.Levels[a]);
            }
        }
    }

    /// <summary>Draws each set again until it may be shown.</summary>
    private static void Draw(DesignProblem problem, DrawKey key, int[][] sets)
    {
        for (int s = 0; s < sets.Length; s++)
        {
            DrawKey own = key with { Agent = (uint)s };
            for (int index = 0, tries = 0; tries < MostTries && (tries == 0 || problem.FaultsOf(sets[s]) > 0); tries++)
            {
                for (int j = 0; j < sets[s].Length; j++)
                {
                    sets[s][j] = (int)(own.Uniform(index++) * problem.IsAllowed.Length);
                }
            }
        }
    }

    private static (int[][]? Sets, double Value) Improve(DesignProblem problem, int[][] sets)
    {
        var room = new SearchRoom(problem, sets);
        for (int pass = 0; pass < MostPasses; pass++)
        {
            bool changed = false;
            for (int a = 0; a < problem.Levels.Count; a++)
            {
                changed |= problem.IsBalanced ? Swap(problem, sets, a, room) : Exchange(problem, sets, a, room);
            }

            if (!changed)
            {
                break;
            }
        }

        return room.Faults == 0 ? (sets, room.Value) : (null, double.NegativeInfinity);
    }

    /// <summary>Gives every profile the best level of an attribute; whether anything changed.</summary>
    private static bool Exchange(DesignProblem problem, int[][] sets, int attribute, SearchRoom room)
    {
        bool changed = false;
        for (int s = 0; s < sets.Length; s++)
        {
            for (int j = 0; j < sets[s].Length; j++)
            {
                int now = sets[s][j], best = now;
                double most = room.Value + 1e-9;
                for (int level = 0; level < problem.Levels[attribute]; level++)
                {
                    sets[s][j] = problem.With(now, attribute, level);
                    if (sets[s][j] != now && room.ValueWith(s, s, sets) is var value && value > most)
                    {
                        (most, best) = (value, sets[s][j]);
                    }
                }

                sets[s][j] = best;
                if (best != now)
                {
                    room.Accept(s, s, sets);
                }

                changed |= best != now;
            }
        }

        return changed;
    }

    /// <summary>Swaps the levels of an attribute between two profiles wherever that is better; whether anything changed.</summary>
    private static bool Swap(DesignProblem problem, int[][] sets, int attribute, SearchRoom room)
    {
        bool changed = false;
        int alternatives = problem.Variables.Length, count = problem.Sets * alternatives;
        for (int p = 0; p < count; p++)
        {
            for (int q = p + 1; q < count; q++)
            {
                (int s, int i, int t, int j) = (p / alternatives, p % alternatives, q / alternatives, q % alternatives);
                (int one, int other) = (sets[s][i], sets[t][j]);
                if (problem.LevelOf(one, attribute) == problem.LevelOf(other, attribute))
                {
                    continue;
                }

                sets[s][i] = problem.With(one, attribute, problem.LevelOf(other, attribute));
                sets[t][j] = problem.With(other, attribute, problem.LevelOf(one, attribute));
                if (room.ValueWith(s, t, sets) > room.Value + 1e-9)
                {
                    room.Accept(s, t, sets);
                    changed = true;
                }
                else
                {
                    (sets[s][i], sets[t][j]) = (one, other);
                }
            }
        }

        return changed;
    }
}
