using InstallSim.Choice.Draws;

namespace InstallSim.Choice.Designs;

/// <summary>One start of a search: changes that better the design until there is none, then a few shaken and mended again.</summary>
internal sealed class Climb(DesignProblem problem, int[][] sets, int draws, DrawKey key)
{
    /// <summary>Changes that are shaken at once, and how often at most: as the work allows, more while sets may not be shown.</summary>
    private const int Shaken = 4, MostShakes = 60, MostMends = 300, LeastPartial = 32;
    private const double Work = 6e6;

    private readonly bool _isPartial = problem.MostVaried < problem.Attributes && problem.Balance != DesignBalance.None;
    private readonly int[][] _ofAttribute = [.. Enumerable.Range(0, problem.Attributes).Select(a => PartialBalance.Slots(problem, a))];
    private DesignState _state = new(problem, sets, draws);
    private int _index;

    public int[][] Sets => _state.Sets;

    public int Faults => _state.Faults + _state.Levels.Missed();

    public double Value => _state.Value;

    public void Run()
    {
        if (_state.Levels.Missed() > 0)
        {
            Rebalance();
        }

        Mend(All());
        int places = problem.Sets * problem.Slots.Count;
        double neighbours = (problem.Balance == DesignBalance.None ? problem.Slots.Count * 3.0 : places * (double)problem.Slots.Count / 2)
            * Shaken * 4 * Math.Min(draws, 32) * problem.Coefficients;
        int least = problem.Balance == DesignBalance.None ? 40 : 0;
        int shakes = draws > 32 ? least : (int)Math.Clamp(Work / neighbours, _isPartial ? LeastPartial : 2, MostShakes);
        for (int i = 0; i < (Faults > 0 ? Math.Clamp(8 * shakes, 40, MostMends) : shakes); i++)
        {
            int[][] before = Copy();
            (int faults, double value) = (Faults, Value);
            Mend(_isPartial && i % 4 > 0 ? Recolour() : Shake());
            if (Faults > faults || (Faults == faults && Value >= value))
            {
                _state = new DesignState(problem, before, draws);
            }
        }

        Mend(All());
    }

    private bool[] All() => [.. Enumerable.Repeat(true, problem.Sets)];

    private int[][] Copy() => [.. _state.Sets.Select(set => (int[])set.Clone())];

    private int Next(int below) => (int)(key.Uniform(_index++) * below);

    /// <summary>Gives slots whose level is shown too often one that is shown too seldom, at random: for designs made for another balance.
    /// </summary>
    private void Rebalance()
    {
        int[][] made = Copy();
        var counts = new LevelCounts(problem, made);
        for (int i = 0; i < 200 * problem.Sets * problem.Slots.Count && counts.Missed() > 0; i++)
        {
            (int s, int slot) = (Next(problem.Sets), Next(problem.Slots.Count));
            (int from, int to) = (made[s][slot], Next(problem.Slots[slot].Levels));
            if (from != to && counts.Mends(slot, from, to))
            {
                counts.Change(slot, from, to);
                made[s][slot] = to;
            }
        }

        _state = new DesignState(problem, made, draws);
    }

    /// <summary>Changes a few levels at random; which sets were changed.</summary>
    private bool[] Shake()
    {
        var changed = new bool[problem.Sets];
        int[][] made = Copy();
        for (int i = 0, done = 0; i < 50 && done < Shaken; i++)
        {
            (int s, int t, int slot) = (Next(problem.Sets), Next(problem.Sets), Next(problem.Slots.Count));
            int[] alike = [.. Enumerable.Range(0, problem.Slots.Count).Where(other => _state.Levels.AreOne(slot, other))];
            int other = alike[Next(alike.Length)], level = Next(problem.Slots[slot].Levels);
            if (problem.Balance == DesignBalance.None)
            {
                (made[s][slot], changed[s], done) = (level, true, done + 1);
            }
            else if (made[s][slot] != made[t][other])
            {
                (made[s][slot], made[t][other]) = (made[t][other], made[s][slot]);
                (changed[s], changed[t], done) = (true, true, done + 1);
            }
        }

        _state = new DesignState(problem, made, draws);
        return changed;
    }

    /// <summary>
    /// Partial profiles: a set whose alternatives all show one level of an attribute shows another, and sets in which the attribute differs
    /// give theirs of it for that one, so that every level is shown as often as before; which sets were changed.
    /// </summary>
    private bool[] Recolour()
    {
        var changed = new bool[problem.Sets];
        int[][] made = Copy();
        for (int i = 0, done = 0; i < 50 && done < 2; i++)
        {
            int[] slots = _ofAttribute[Next(problem.Attributes)];
            int s = Next(problem.Sets), from = made[s][slots[0]], to = Next(problem.Slots[slots[0]].Levels);
            if (slots.Length > 1 && from != to && slots.All(slot => made[s][slot] == from) && Give(made, changed, slots, s, to))
            {
                done++;
            }
        }

        _state = new DesignState(problem, made, draws);
        return changed;
    }

    private bool Give(int[][] made, bool[] changed, int[] slots, int s, int to)
    {
        int first = Next(problem.Sets), from = made[s][slots[0]];
        var others = new List<(int Set, int Slot)>();
        foreach (int slot in slots)
        {
            for (int i = 0; i < problem.Sets && others.Count <= Array.IndexOf(slots, slot); i++)
            {
                int t = (first + i) % problem.Sets;
                int found = Array.FindIndex(slots, j => made[t][j] == to && _state.Levels.AreOne(slot, j));
                if (found >= 0 && others.All(o => o.Set != t) && slots.Any(j => made[t][j] != to)
                    && slots.Any(j => j != slots[found] && made[t][j] != from))
                {
                    others.Add((t, slots[found]));
                }
            }
        }

        if (others.Count < slots.Length)
        {
            return false;
        }

        changed[s] = true;
        foreach ((int slot, (int t, int other)) in slots.Zip(others))
        {
            (made[s][slot], made[t][other]) = (to, from);
            changed[t] = true;
        }

        return true;
    }

    /// <summary>Betters the design around changed sets until nothing betters it.</summary>
    private void Mend(bool[] changed)
    {
        var moves = new Moves(problem, _state);
        for (int pass = 0; pass < 60 && changed.Contains(true); pass++)
        {
            problem.Stop.ThrowIfCancellationRequested();
            var again = new bool[problem.Sets];
            for (int s = 0; s < problem.Sets; s++)
            {
                if (problem.Balance != DesignBalance.Full || moves.HasRemainder)
                {
                    again[s] |= changed[s] && moves.Exchange(s);
                }

                int last = problem.Balance == DesignBalance.None ? s + 1 : problem.Sets;
                for (int t = s; t < last; t++)
                {
                    if ((changed[s] || changed[t]) && moves.Swap(s, t))
                    {
                        (again[s], again[t]) = (true, true);
                    }
                }
            }

            changed = again;
        }
    }
}
