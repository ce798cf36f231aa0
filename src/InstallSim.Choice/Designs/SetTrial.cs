namespace InstallSim.Choice.Designs;

/// <summary>Weighs changes of one or two sets over the draws of the priors, the first of them first.</summary>
internal sealed class SetTrial
{
    /// <summary>Draws of the priors on which a change must be better before the others are asked.</summary>
    private const int FirstDraws = 32;

    private readonly DesignState _state;
    private readonly int _width;
    private readonly double[] _errors, _now, _new;
    private readonly SparseRows _changes;
    private int[] _sets = [];

    public SetTrial(DesignState state)
    {
        _state = state;
        int rows = state.Table.Alternatives - 1, k = state.Table.Scale.Length;
        _width = rows * k;
        _errors = new double[state.Errors.Length];
        (_now, _new) = (new double[2 * _width], new double[2 * _width]);
        _changes = new SparseRows(2 * rows, k);
    }

    /// <summary>Turns to other sets, as they now stand.</summary>
    public void Turn(params int[] sets)
    {
        _sets = sets;
        Fill(_now);
        foreach (DrawGroup group in _state.Groups)
        {
            group.Turn();
        }
    }

    /// <summary>Whether the design is better with the sets as they now stand; only <see cref="Accept"/> makes it so.</summary>
    public bool IsBetter()
    {
        FillChanges();
        double sum = 0, before = 0;
        foreach (DrawGroup group in _state.Groups)
        {
            group.Try(_now, _sets.Length, _changes, _errors);
            for (int r = group.First; r < group.First + group.Draws; r++)
            {
                sum += _errors[r];
                before += _state.Errors[r];
                if (r == FirstDraws - 1 && sum >= before)
                {
                    return false;
                }
            }
        }

        return sum < before - (1e-9 * Math.Abs(before)) - 1e-13;
    }

    /// <summary>The same, known to be wanted whatever it costs.</summary>
    public void Weigh()
    {
        FillChanges();
        foreach (DrawGroup group in _state.Groups)
        {
            group.Try(_now, _sets.Length, _changes, _errors);
        }
    }

    /// <summary>Takes the sets as they now stand, last weighed.</summary>
    public void Accept()
    {
        foreach (DrawGroup group in _state.Groups)
        {
            group.Accept(_now, _new, _sets.Length);
        }

        _errors.CopyTo(_state.Errors, 0);
        _new.CopyTo(_now, 0);
    }

    private void FillChanges()
    {
        Fill(_new);
        _changes.Fill(_now, _new, _sets.Length * (_state.Table.Alternatives - 1));
    }

    private void Fill(double[] differences)
    {
        for (int i = 0; i < _sets.Length; i++)
        {
            _state.Table.FillDifferences(_state.Sets[_sets[i]], differences, i * _width);
        }
    }
}

/// <summary>Differences of the rows of two tables, those that are not 0.</summary>
internal sealed class SparseRows(int rows, int columns)
{
    public int[] Count { get; } = new int[rows];

    public int[] Which { get; } = new int[rows * columns];

    public double[] By { get; } = new double[rows * columns];

    public void Fill(double[] before, double[] after, int count)
    {
        for (int a = 0; a < count; a++)
        {
            int found = 0;
            for (int k = 0; k < columns; k++)
            {
                int at = (a * columns) + k;
                if (after[at] != before[at])
                {
                    Which[(a * columns) + found] = k;
                    By[(a * columns) + found] = after[at] - before[at];
                    found++;
                }
            }

            Count[a] = found;
        }
    }
}
