namespace InstallSim.Choice.Designs;

/// <summary>A design on its way: its sets, what they tell at each draw of the priors, what is wrong with them.</summary>
internal sealed class DesignState
{
    /// <summary>Added to the diagonal of the information of variables of size 1, so that a poor start has an inverse.</summary>
    public const double Ridge = 1e-7;

    private readonly DesignProblem _problem;
    private readonly SetRules _rules;
    private readonly Dictionary<ulong, int> _times = [];
    private readonly int[] _faults;

    public DesignState(DesignProblem problem, int[][] sets, int draws)
    {
        _problem = problem;
        Sets = sets;
        Table = new SetTable(problem);
        _rules = new SetRules(problem, Table);
        Levels = new LevelCounts(problem, sets);
        Groups = DrawGroup.Of(new DesignError(problem, Table.Scale), Table.Priors, draws, Table.Alternatives - 1);
        Errors = new double[draws];
        _faults = [.. sets.Select(_rules.FaultsOf)];
        Faults = _faults.Sum();
        foreach (int[] set in sets)
        {
            ulong key = Key(set);
            _times[key] = _times.GetValueOrDefault(key) + 1;
        }

        Repeats = problem.Repeats == int.MaxValue ? 0 : _times.Values.Sum(times => Math.Max(0, times - problem.Repeats));
        Faults += Repeats;
        var differences = new double[(Table.Alternatives - 1) * problem.Coefficients];
        foreach (int[] set in sets)
        {
            Table.FillDifferences(set, differences, 0);
            foreach (DrawGroup group in Groups)
            {
                group.Add(differences, 0, 1);
            }
        }

        foreach (DrawGroup group in Groups)
        {
            group.FillErrors(Errors);
        }
    }

    public int[][] Sets { get; }

    public SetTable Table { get; }

    /// <summary>How often levels are shown.</summary>
    public LevelCounts Levels { get; }

    /// <summary>What the design tells by draw, with the ridge.</summary>
    public DrawGroup[] Groups { get; }

    /// <summary>The error by draw.</summary>
    public double[] Errors { get; }

    /// <summary>Reasons not to show the design.</summary>
    public int Faults { get; private set; }

    /// <summary>How many of them are questions asked too often.</summary>
    public int Repeats { get; private set; }

    /// <summary>What is to be made small.</summary>
    public double Value => Errors.Average();

    /// <summary>
    /// Reasons not to show set s and t (which may be one) as they now stand, against those before: negative is better. Whether their
    /// questions are asked too often is left aside.
    /// </summary>
    public int RulesAdded(int s, int t) =>
        _rules.FaultsOf(Sets[s]) - _faults[s] + (s == t ? 0 : _rules.FaultsOf(Sets[t]) - _faults[t]);

    /// <summary>The same for questions that are asked too often.</summary>
    public int RepeatsAdded(int s, ulong keyOfS, int t, ulong keyOfT)
    {
        if (_problem.Repeats == int.MaxValue)
        {
            return 0;
        }

        ulong first = Key(Sets[s]);
        if (s == t)
        {
            return first == keyOfS ? 0 : Over(first, 1, keyOfS, null) - Over(keyOfS, 0, null, null);
        }

        ulong second = Key(Sets[t]);
        int before = Over(keyOfS, 0, null, null) + Over(keyOfT, keyOfS == keyOfT ? -1 : 0, null, null);
        return Over(first, 1, keyOfS, keyOfT) + Over(second, first == second ? 2 : 1, keyOfS, keyOfT) - before;
    }

    /// <summary>Takes sets as they now stand into the count of faults.</summary>
    public void Accept(int s, ulong keyOfS, int t, ulong keyOfT)
    {
        int repeats = RepeatsAdded(s, keyOfS, t, keyOfT);
        Repeats += repeats;
        Faults += RulesAdded(s, t) + repeats;
        foreach ((int set, ulong key) in s == t ? (ReadOnlySpan<(int, ulong)>)[(s, keyOfS)] : [(s, keyOfS), (t, keyOfT)])
        {
            _times[key]--;
            ulong now = Key(Sets[set]);
            _times[now] = _times.GetValueOrDefault(now) + 1;
            _faults[set] = _rules.FaultsOf(Sets[set]);
        }
    }

    /// <summary>The same for two sets that ask the same question.</summary>
    public ulong Key(int[] set) => SetQuestion.Of(_problem, set);

    /// <summary>1 when a question is there too often, with so many more of it and without two others.</summary>
    private int Over(ulong key, int more, ulong? less, ulong? lessToo) =>
        _times.GetValueOrDefault(key) + more - (less == key ? 1 : 0) - (lessToo == key ? 1 : 0) > _problem.Repeats ? 1 : 0;
}
