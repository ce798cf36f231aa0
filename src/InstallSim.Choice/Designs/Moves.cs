namespace InstallSim.Choice.Designs;

/// <summary>Changes of a design that are made when they better it.</summary>
internal sealed class Moves
{
    private readonly DesignProblem _problem;
    private readonly DesignState _state;
    private readonly SetTrial _trial;
    private readonly int[][] _alike, _ofAttribute;
    private ulong _keyOfS, _keyOfT;

    public Moves(DesignProblem problem, DesignState state)
    {
        (_problem, _state, _trial) = (problem, state, new SetTrial(state));
        _alike = [.. Enumerable.Range(0, problem.Slots.Count).Select(slot =>
            Enumerable.Range(0, problem.Slots.Count).Where(other => state.Levels.AreOne(slot, other)).ToArray())];
        _ofAttribute = [.. Enumerable.Range(0, problem.Attributes).Select(a => PartialBalance.Slots(problem, a))];
        HasRemainder = Enumerable.Range(0, problem.Slots.Count)
            .Any(slot => problem.Sets * _alike[slot].Length % problem.Slots[slot].Levels != 0);
    }

    /// <summary>Whether levels of an attribute cannot all be as frequent.</summary>
    public bool HasRemainder { get; }

    /// <summary>Gives slots of a set other levels; whether anything changed.</summary>
    public bool Exchange(int s)
    {
        bool changed = false;
        Begin(s, s);
        int[] set = _state.Sets[s];
        for (int slot = 0; slot < set.Length; slot++)
        {
            for (int level = 0; level < _problem.Slots[slot].Levels; level++)
            {
                int before = set[slot];
                if (level != before && _state.Levels.MayChange(slot, before, level))
                {
                    set[slot] = level;
                    if (TakesIfBetter(s, s))
                    {
                        _state.Levels.Change(slot, before, level);
                        changed = true;
                    }
                    else
                    {
                        set[slot] = before;
                    }
                }
            }
        }

        return (_problem.MostVaried < _problem.Attributes && Trade(s)) | changed;
    }

    /// <summary>Swaps levels between slots of one set or two; whether anything changed.</summary>
    public bool Swap(int s, int t)
    {
        bool changed = false;
        Begin(s, t);
        (int[] one, int[] other) = (_state.Sets[s], _state.Sets[t]);
        for (int i = 0; i < one.Length; i++)
        {
            foreach (int j in _alike[i])
            {
                if ((s == t && j <= i) || one[i] == other[j])
                {
                    continue;
                }

                (one[i], other[j]) = (other[j], one[i]);
                if (TakesIfBetter(s, t))
                {
                    changed = true;
                }
                else
                {
                    (one[i], other[j]) = (other[j], one[i]);
                }
            }
        }

        return (s != t && _problem.MostVaried < _problem.Attributes && SwapWhole(one, other, s, t)) | changed;
    }

    /// <summary>
    /// Partial profiles: two sets swap all levels of an attribute, and of another where one of the sets would else differ in more, so that
    /// what differs wanders while every level is shown as often as before.
    /// </summary>
    private bool SwapWhole(int[] one, int[] other, int s, int t)
    {
        bool changed = false;
        for (int a = 0; a < _ofAttribute.Length; a++)
        {
            SwapAttribute(one, other, a);
            bool isTaken = TakesIfBetter(s, t), wanders = Differs(one, a) != Differs(other, a);
            for (int b = 0; wanders && !isTaken && b < _ofAttribute.Length; b++)
            {
                if (b != a && Differs(one, b) == Differs(one, a) && Differs(other, b) == Differs(other, a))
                {
                    SwapAttribute(one, other, b);
                    isTaken = TakesIfBetter(s, t);
                    if (!isTaken)
                    {
                        SwapAttribute(one, other, b);
                    }
                }
            }

            changed |= isTaken;
            if (!isTaken)
            {
                SwapAttribute(one, other, a);
            }
        }

        return changed;
    }

    private void SwapAttribute(int[] one, int[] other, int attribute)
    {
        foreach (int slot in _ofAttribute[attribute])
        {
            (one[slot], other[slot]) = (other[slot], one[slot]);
        }
    }

    /// <summary>Partial profiles: makes an attribute differ in place of another.</summary>
    private bool Trade(int s)
    {
        bool changed = false;
        int[] set = _state.Sets[s];
        for (int drop = 0; drop < _problem.Attributes; drop++)
        {
            for (int take = 0; take < _problem.Attributes; take++)
            {
                int[] before = [.. set];
                if (drop != take && Differs(set, drop) && !Differs(set, take))
                {
                    Spread(set, drop, 0);
                    Spread(set, take, 1);
                    changed |= Settle(s, before);
                }
            }
        }

        return changed;
    }

    private bool Differs(int[] set, int attribute) =>
        Array.Exists(_ofAttribute[attribute], slot => set[slot] != set[_ofAttribute[attribute][0]]);

    /// <summary>Gives an attribute's slots the level of the first and steps from there.</summary>
    private void Spread(int[] set, int attribute, int step)
    {
        int level = -1;
        foreach (int slot in _ofAttribute[attribute])
        {
            level = level < 0 ? set[slot] : (level + step) % _problem.Slots[slot].Levels;
            set[slot] = level;
        }
    }

    private bool Settle(int s, int[] before)
    {
        int[] set = _state.Sets[s];
        int missed = _state.Levels.Missed();
        Count(before, set);
        if (_state.Levels.Missed() <= missed && TakesIfBetter(s, s))
        {
            return true;
        }

        Count(set, before);
        before.CopyTo(set, 0);
        return false;

        void Count(int[] from, int[] to)
        {
            for (int slot = 0; slot < set.Length; slot++)
            {
                _state.Levels.Change(slot, from[slot], to[slot]);
            }
        }
    }

    private void Begin(int s, int t)
    {
        (_keyOfS, _keyOfT) = (_state.Key(_state.Sets[s]), _state.Key(_state.Sets[t]));
        _trial.Turn(s == t ? [s] : [s, t]);
    }

    /// <summary>Takes two sets (which may be one) as they stand when they are shown with fewer faults, or as few and tell more.</summary>
    private bool TakesIfBetter(int s, int t)
    {
        int added = _state.RulesAdded(s, t);
        bool isBetter = false;
        if (_state.Repeats == 0 && (added > 0 || (added == 0 && !(isBetter = _trial.IsBetter()))))
        {
            return false;
        }

        added += _state.RepeatsAdded(s, _keyOfS, t, _keyOfT);
        if (added > 0 || (added == 0 && !isBetter && !_trial.IsBetter()))
        {
            return false;
        }

        if (added < 0)
        {
            _trial.Weigh();
        }

        _trial.Accept();
        _state.Accept(s, _keyOfS, t, _keyOfT);
        (_keyOfS, _keyOfT) = (_state.Key(_state.Sets[s]), _state.Key(_state.Sets[t]));
        return true;
    }
}
