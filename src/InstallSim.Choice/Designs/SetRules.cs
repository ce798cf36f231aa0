namespace InstallSim.Choice.Designs;

/// <summary>
/// Reasons not to show a set: combinations that are never shown, too many or too few attributes that differ, and pairs of alternatives of
/// which one is at least as good as the other in every attribute. How good is told by the attribute's whole part-worth, the sum of its
/// variables times their priors, whatever they are: words of any number of levels, squares, logarithms; attributes that share a variable
/// count as one. Attributes that differ in variables whose priors are all 0 could count either way, so that they settle nothing. Constants
/// do not count, nor do alternatives that do not have the same attributes, nor one that is the same in every set where nothing could be
/// shown beside it that is neither better nor worse in everything.
/// </summary>
internal sealed class SetRules
{
    private const long MostTried = 20_000, Stride = 1_000_003; // a prime, so that all levels come up
    private readonly DesignProblem _problem;
    private readonly double[] _means;
    private readonly int[][] _groups;
    private readonly int[][] _ofAttribute;
    private readonly bool[,] _areAlike;
    private readonly (int Alternative, int Fixed)[] _compared;
    private readonly SetTable _table;
    private readonly int[][] _never;
    private readonly bool _countsVaried;

    public SetRules(DesignProblem problem, SetTable table)
    {
        (_problem, _table) = (problem, table);
        _means = [.. Enumerable.Range(0, problem.Coefficients).Select(k => table.Priors.Average(draw => draw[k]))];
        if (problem.Priors.Count > 1)
        {
            // A prior of 0 with doubt about it stays 0, whatever the rounding of its draws.
            double[] most = [.. Enumerable.Range(0, problem.Coefficients).Select(k => table.Priors.Max(draw => Math.Abs(draw[k])))];
            _means = [.. _means.Select((m, k) => Math.Abs(m) < 1e-9 * most[k] ? 0 : m)];
        }

        _groups = Groups(problem);
        _ofAttribute = [.. Enumerable.Range(0, problem.Attributes)
            .Select(a => Enumerable.Range(0, problem.Slots.Count).Where(s => problem.Slots[s].Attribute == a).ToArray())
            .Where(slots => slots.Length > 1)];
        _areAlike = new bool[problem.Alternatives, problem.Alternatives];
        for (int i = 0; i < problem.Alternatives; i++)
        {
            for (int j = 0; j < problem.Alternatives; j++)
            {
                _areAlike[i, j] = i != j && Of(i).SequenceEqual(Of(j));
            }
        }

        (int Alternative, int Fixed)[] pairs = [.. problem.Compared.Index().SelectMany(f => f.Item.Select(j => (j, f.Index)))];
        _compared = [.. pairs.Where(CanBeMet)];
        Outside = [.. Enumerable.Range(0, problem.Fixed.Count).Where(f => _compared.Count(pair => pair.Fixed == f) < problem.Alternatives)];
        _never = [.. problem.Never.Select(n => n.SelectMany(s => (int[])[s.Slot, s.Level]).ToArray())];
        _countsVaried = problem.LeastVaried > 0 || problem.MostVaried < problem.Attributes;

        IEnumerable<int> Of(int alternative) => problem.Slots.Where(s => s.Alternative == alternative).Select(s => s.Attribute).Order();
    }

    /// <summary>Fixed alternatives that stand outside the rule of dominance beside some of the others.</summary>
    public IReadOnlyList<int> Outside { get; }

    /// <summary>Number of reasons not to show a set.</summary>
    public int FaultsOf(int[] set) => Forbidden(set) + (_problem.MayDominate ? Alike(set) : Dominated(set));

    /// <summary>Whether a set shows a combination that is never to be shown, or differs in too few or too many attributes.</summary>
    public bool IsForbidden(int[] set) => Forbidden(set) > 0;

    private int Forbidden(int[] set)
    {
        int faults = 0;
        foreach (int[] never in _never)
        {
            faults += Shows(set, never) ? 1 : 0;
        }

        if (_countsVaried)
        {
            int varied = Varied(set);
            faults += Math.Max(0, _problem.LeastVaried - varied) + Math.Max(0, varied - _problem.MostVaried);
        }

        return faults;
    }

    /// <summary>Whether a set has an alternative that is at least as good as another in everything.</summary>
    public bool IsPlain(int[] set) => Dominated(set) > 0;

    private static bool Shows(int[] set, int[] never)
    {
        for (int i = 0; i < never.Length; i += 2)
        {
            if (set[never[i]] != never[i + 1])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>In how many attributes the alternatives differ.</summary>
    public int Varied(int[] set)
    {
        int varied = 0;
        foreach (int[] slots in _ofAttribute)
        {
            for (int i = 1; i < slots.Length; i++)
            {
                if (NameOf(slots[i], set) != NameOf(slots[0], set))
                {
                    varied++;
                    break;
                }
            }
        }

        return varied;
    }

    private int NameOf(int slot, int[] set) => _problem.Slots[slot].Names is { } names ? names[set[slot]] : set[slot];

    /// <summary>Pairs of alternatives with the same variables, between which nobody can choose.</summary>
    private int Alike(int[] set)
    {
        double[] x = _table.Rows(set);
        int k = _means.Length, alike = 0;
        for (int i = 0; i < _problem.Alternatives; i++)
        {
            for (int j = 0; j < i; j++)
            {
                alike += x.AsSpan(i * k, k).SequenceEqual(x.AsSpan(j * k, k)) ? 1 : 0;
            }
        }

        return alike;
    }

    private int Dominated(int[] set)
    {
        double[] x = _table.Rows(set);
        int faults = 0;
        for (int i = 0; i < _problem.Alternatives; i++)
        {
            for (int j = 0; j < i; j++)
            {
                faults += _areAlike[i, j] && OneIsBetter(x, i * _means.Length, j * _means.Length) ? 1 : 0;
            }
        }

        foreach ((int alternative, int beside) in _compared)
        {
            faults += OneIsBetter(x, alternative * _means.Length, (_problem.Alternatives + beside) * _means.Length) ? 1 : 0;
        }

        return faults;
    }

    /// <summary>Whether an alternative has levels that are neither better in everything nor worse than a fixed one.</summary>
    private bool CanBeMet((int Alternative, int Fixed) pair)
    {
        int[] slots = [.. Enumerable.Range(0, _problem.Slots.Count).Where(s => _problem.Slots[s].Alternative == pair.Alternative)];
        double many = slots.Aggregate(1.0, (product, s) => product * _problem.Slots[s].Levels);
        var set = new int[_problem.Slots.Count];
        for (long i = 0; i < Math.Min(many, MostTried); i++)
        {
            long rest = many > MostTried ? i * Stride : i;
            foreach (int slot in slots)
            {
                set[slot] = (int)(rest % _problem.Slots[slot].Levels);
                rest /= _problem.Slots[slot].Levels;
            }

            double[] x = _table.Rows(set);
            if (!OneIsBetter(x, pair.Alternative * _means.Length, (_problem.Alternatives + pair.Fixed) * _means.Length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of two alternatives is at least as good as the other in every group of attributes.</summary>
    private bool OneIsBetter(double[] x, int one, int other)
    {
        bool better = false, worse = false;
        foreach (int[] group in _groups)
        {
            double sum = 0, size = 0;
            bool differs = false;
            foreach (int k in group)
            {
                double term = _means[k] * (x[one + k] - x[other + k]);
                differs |= x[one + k] != x[other + k];
                sum += term;
                size += Math.Abs(term);
            }

            if (differs && size == 0)
            {
                return false;
            }

            better |= sum > 1e-12 * size;
            worse |= sum < -1e-12 * size;
            if (better && worse)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Coefficients by group of attributes that share a variable, without constants.</summary>
    private static int[][] Groups(DesignProblem problem)
    {
        int[] root = [.. Enumerable.Range(0, problem.Attributes)];
        int Root(int a) => root[a] == a ? a : Root(root[a]);
        DesignVariable[] own = [.. problem.Variables.Where(v => v.Slots.Count > 0)];
        foreach (DesignVariable variable in own)
        {
            foreach (int slot in variable.Slots)
            {
                root[Root(problem.Slots[slot].Attribute)] = Root(problem.Slots[variable.Slots[0]].Attribute);
            }
        }

        foreach (IGrouping<int, DesignVariable> same in own.GroupBy(v => v.Coefficient))
        {
            foreach (DesignVariable variable in same)
            {
                root[Root(problem.Slots[variable.Slots[0]].Attribute)] = Root(problem.Slots[same.First().Slots[0]].Attribute);
            }
        }

        return [.. own.GroupBy(v => Root(problem.Slots[v.Slots[0]].Attribute))
            .Select(g => g.Select(v => v.Coefficient).Distinct().Order().ToArray())];
    }
}
