namespace InstallSim.Choice.Designs;

/// <summary>
/// Weighs changes of one or two sets. With V the inverse of the information of all other sets, G = X·V·X′ and S = √P·(I − 1·p′) by set,
/// the determinant with the sets is that without times det(I + S·G·S′), a matrix of as many rows as the sets have alternatives; a change
/// of a few variables changes G in a few products (matrix determinant lemma), so that trying many costs about what one inverse does.
/// </summary>
internal sealed class SetTrial
{
    /// <summary>Draws of the priors on which a change must be better before the others are asked.</summary>
    private const int FirstDraws = 32;

    private readonly DesignState _state;
    private readonly int _k, _alternatives;
    private readonly SetInformation _information;
    private readonly TrialDraw[] _draws;
    private readonly double[] _errors;
    private readonly double[] _rows, _new;
    private readonly SparseRows _changes;
    private readonly TrialRoom _room;
    private int[] _sets = [];
    private int _count;

    public SetTrial(DesignState state)
    {
        _state = state;
        (_k, _alternatives) = (state.Table.Scale.Length, state.Table.Alternatives);
        _information = new SetInformation(state.Table);
        int most = 2 * _alternatives;
        _draws = [.. state.Errors.Select((_, r) => new TrialDraw(_k, most, state.Table.Priors[r]))];
        _errors = new double[_draws.Length];
        (_rows, _new) = (new double[most * _k], new double[most * _k]);
        _changes = new SparseRows(most, _k);
        _room = new TrialRoom(state.Error, _k, _alternatives, most);
    }

    /// <summary>Turns to other sets, as they now stand.</summary>
    public void Turn(params int[] sets)
    {
        _sets = sets;
        _count = sets.Length * _alternatives;
        for (int i = 0; i < sets.Length; i++)
        {
            _state.Table.Fill(_state.Sets[sets[i]], _rows, i * _alternatives * _k);
        }

        foreach (TrialDraw draw in _draws)
        {
            draw.IsReady = false;
        }
    }

    /// <summary>Whether the design is better with the sets as they now stand; only <see cref="Accept"/> makes it so.</summary>
    public bool IsBetter()
    {
        FillChanges();
        double sum = 0, before = 0;
        for (int r = 0; r < _draws.Length; r++)
        {
            sum += _errors[r] = ErrorOf(r);
            before += _state.Errors[r];
            if (r == FirstDraws - 1 && sum >= before)
            {
                return false;
            }
        }

        return sum < before - (1e-9 * Math.Abs(before)) - 1e-13;
    }

    /// <summary>The same, known to be wanted whatever it costs.</summary>
    public void Weigh()
    {
        FillChanges();
        for (int r = 0; r < _draws.Length; r++)
        {
            _errors[r] = ErrorOf(r);
        }
    }

    /// <summary>Takes the sets as they now stand, last weighed.</summary>
    public void Accept()
    {
        for (int r = 0; r < _draws.Length; r++)
        {
            for (int i = 0; i < _sets.Length; i++)
            {
                _information.Add(_rows, i * _alternatives * _k, _draws[r].Priors, _state.Information[r], -1);
                _information.Add(_new, i * _alternatives * _k, _draws[r].Priors, _state.Information[r], 1);
            }

            _state.Errors[r] = _errors[r];
        }

        Array.Copy(_new, _rows, _count * _k);
        foreach (TrialDraw draw in _draws.Where(d => d.IsReady))
        {
            draw.FillProducts(_rows, _count);
        }
    }

    private double ErrorOf(int r)
    {
        TrialDraw draw = _draws[r];
        if (!draw.IsReady)
        {
            draw.Ready(_state.Information[r], _information, _rows, _sets.Length, _alternatives);
        }

        return _room.ErrorOf(draw, _changes, _count);
    }

    private void FillChanges()
    {
        for (int i = 0; i < _sets.Length; i++)
        {
            _state.Table.Fill(_state.Sets[_sets[i]], _new, i * _alternatives * _k);
        }

        _changes.Fill(_rows, _new, _count);
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
