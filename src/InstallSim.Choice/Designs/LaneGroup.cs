using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Designs;

/// <summary>A group of as many draws as a vector has lanes; those beyond the last repeat it.</summary>
internal sealed class LaneGroup<T, TL> : DrawGroup
    where T : struct
    where TL : struct, ILanes<T>
{
    private readonly DesignError _error;
    private readonly int _k, _rows, _most;
    private readonly DrawRoom<T> _room;
    private readonly SetLanes<T, TL> _sets;
    private readonly T[] _priors, _information, _v, _y, _g, _utility;
    private readonly double[] _lanes = new double[TL.Count];
    private readonly double[][][] _spread; // variances, covariances with the price, priors, by lane
    private T _logDeterminant;
    private bool _isReady;

    public LaneGroup(DesignError error, double[][] priors, int first, int draws, int rows, DrawRoom<T> room)
        : base(first, draws)
    {
        (_error, _k, _rows, _most, _room) = (error, priors[0].Length, rows, 2 * rows, room);
        _sets = new SetLanes<T, TL>(rows, _k, room);
        (_priors, _information, _v) = (new T[_k], new T[_k * _k], new T[_k * _k]);
        (_y, _g, _utility) = (new T[_most * _k], new T[_most * _most], new T[_most]);
        _spread = [.. _lanes.Select(_ => error.IsDeterminant ? [] : new[] { new double[_k], new double[_k], new double[_k] })];
        for (int i = 0; i < _k; i++)
        {
            for (int lane = 0; lane < TL.Count; lane++)
            {
                _lanes[lane] = priors[first + Math.Min(lane, draws - 1)][i];
            }

            _priors[i] = TL.Load(ref _lanes[0]);
            _information[(i * _k) + i] = TL.Broadcast(DesignState.Ridge);
        }
    }

    public override void Add(double[] table, int at, int sign) => _sets.Add(_priors, table, at, sign, _information);

    public override void CopyFirst(double[] information)
    {
        for (int i = 0; i < information.Length; i++)
        {
            TL.Store(_information[i], ref _lanes[0]);
            information[i] = _lanes[0] - (i % (_k + 1) == 0 ? DesignState.Ridge : 0);
        }
    }

    public override void FillErrors(double[] errors)
    {
        T failed = LaneMatrix<T, TL>.Factor(_information, _k, _room.Lower);
        _logDeterminant = LaneMatrix<T, TL>.LogDeterminant(_room.Lower, _k);
        if (_error.IsDeterminant)
        {
            Write(_error.OfDeterminant<T, TL>(_logDeterminant), failed, errors);
            return;
        }

        LaneMatrix<T, TL>.Invert(_room.Lower, _k, _room.Root, _v);
        _isReady = false;
        TakeVariances();
        WriteOfVariances(failed, errors);
    }

    public override void Turn() => _isReady = false;

    public override void Try(double[] table, int sets, SparseRows changes, double[] errors)
    {
        if (!_isReady)
        {
            Ready(table, sets);
        }

        int count = sets * _rows;
        for (int a = 0; a < count; a++)
        {
            T utility = _utility[a];
            for (int i = a * _k; i < (a * _k) + changes.Count[a]; i++)
            {
                utility = TL.MultiplyAdd(_priors[changes.Which[i]], TL.Broadcast(changes.By[i]), utility);
            }

            _room.P[a] = utility;
        }

        FillProducts(changes, count);
        for (int set = 0; set < count; set += _rows)
        {
            _sets.Weigh(set);
            _sets.CentreRows(set, count);
        }

        _sets.CentreColumns(count);
        T failed = LaneMatrix<T, TL>.Factor(_room.G, count, _room.Lower);
        if (_error.IsDeterminant)
        {
            T log = TL.Add(_logDeterminant, LaneMatrix<T, TL>.LogDeterminant(_room.Lower, count));
            Write(_error.OfDeterminant<T, TL>(log), failed, errors);
            return;
        }

        TakeVariances();
        FillY(changes, count);
        _sets.SubtractSquares(count, _error.NeedsPrice ? _error.Price : -1);
        WriteOfVariances(failed, errors);
    }

    public override void Accept(double[] before, double[] after, int sets)
    {
        for (int set = 0; set < sets; set++)
        {
            Add(before, set * _rows * _k, -1);
            Add(after, set * _rows * _k, 1);
        }

        if (_isReady)
        {
            FillProducts(after, sets * _rows);
        }
    }

    /// <summary>V of the other sets, more than the ridge added to its diagonal where it has none, and its products.</summary>
    private void Ready(double[] table, int sets)
    {
        _information.CopyTo(_v, 0);
        for (int set = 0; set < sets; set++)
        {
            _sets.Add(_priors, table, set * _rows * _k, -1, _v);
        }

        T failed = LaneMatrix<T, TL>.Factor(_v, _k, _room.Lower);
        for (double more = DesignState.Ridge; TL.AnyGreater(failed, TL.Broadcast(0)); more *= 10)
        {
            for (int k = 0; k < _k; k++)
            {
                _v[(k * _k) + k] = TL.MultiplyAdd(failed, TL.Broadcast(more), _v[(k * _k) + k]);
            }

            failed = LaneMatrix<T, TL>.Factor(_v, _k, _room.Lower);
        }

        _logDeterminant = LaneMatrix<T, TL>.LogDeterminant(_room.Lower, _k);
        LaneMatrix<T, TL>.Invert(_room.Lower, _k, _room.Root, _v);
        FillProducts(table, sets * _rows);
        _isReady = true;
    }

    /// <summary>Utilities, Y = D·V and G = D·V·D′ of the sets as the design has them.</summary>
    private void FillProducts(double[] table, int count)
    {
        for (int a = 0; a < count; a++)
        {
            T utility = TL.Broadcast(0);
            var y = _y.AsSpan(a * _k, _k);
            y.Clear();
            for (int i = 0; i < _k; i++)
            {
                if (table[(a * _k) + i] is var value and not 0)
                {
                    T x = TL.Broadcast(value);
                    utility = TL.MultiplyAdd(_priors[i], x, utility);
                    var v = _v.AsSpan(i * _k, _k);
                    for (int k = 0; k < y.Length; k++)
                    {
                        y[k] = TL.MultiplyAdd(v[k], x, y[k]);
                    }
                }
            }

            _utility[a] = utility;
            for (int b = 0; b <= a; b++)
            {
                T sum = TL.Broadcast(0);
                for (int k = 0; k < _k; k++)
                {
                    sum = table[(b * _k) + k] is var value and not 0 ? TL.MultiplyAdd(y[k], TL.Broadcast(value), sum) : sum;
                }

                _g[(a * _most) + b] = sum;
            }
        }
    }

    /// <summary>G with the changes δ: G(ab) + δ(a)·y(b) + δ(b)·y(a) + δ(a)·V·δ(b).</summary>
    private void FillProducts(SparseRows changes, int count)
    {
        for (int a = 0; a < count; a++)
        {
            int endOfA = (a * _k) + changes.Count[a];
            for (int b = 0; b <= a; b++)
            {
                T sum = _g[(a * _most) + b];
                int endOfB = (b * _k) + changes.Count[b];
                for (int i = a * _k; i < endOfA; i++)
                {
                    T with = _y[(b * _k) + changes.Which[i]];
                    int row = changes.Which[i] * _k;
                    for (int j = b * _k; j < endOfB; j++)
                    {
                        with = TL.MultiplyAdd(TL.Broadcast(changes.By[j]), _v[row + changes.Which[j]], with);
                    }

                    sum = TL.MultiplyAdd(TL.Broadcast(changes.By[i]), with, sum);
                }

                for (int j = b * _k; j < endOfB; j++)
                {
                    sum = TL.MultiplyAdd(TL.Broadcast(changes.By[j]), _y[(a * _k) + changes.Which[j]], sum);
                }

                _room.G[(a * count) + b] = _room.G[(b * count) + a] = sum;
            }
        }
    }

    /// <summary>Y with the changes.</summary>
    private void FillY(SparseRows changes, int count)
    {
        Array.Copy(_y, _room.Y, count * _k);
        for (int a = 0; a < count; a++)
        {
            for (int i = a * _k; i < (a * _k) + changes.Count[a]; i++)
            {
                T by = TL.Broadcast(changes.By[i]);
                for (int j = 0; j < _k; j++)
                {
                    _room.Y[(a * _k) + j] = TL.MultiplyAdd(by, _v[(changes.Which[i] * _k) + j], _room.Y[(a * _k) + j]);
                }
            }
        }
    }

    private void TakeVariances()
    {
        for (int i = 0; i < _k; i++)
        {
            _room.Variances[i] = _v[(i * _k) + i];
            _room.WithPrice[i] = _v[(i * _k) + _error.Price];
        }
    }

    private void Write(T values, T failed, double[] errors)
    {
        TL.Store(TL.SelectLess(failed, TL.Broadcast(0.5), values, TL.Broadcast(double.PositiveInfinity)), ref _lanes[0]);
        _lanes.AsSpan(0, Draws).CopyTo(errors.AsSpan(First));
    }

    private void WriteOfVariances(T failed, double[] errors)
    {
        Spread(_room.Variances, 0);
        Spread(_room.WithPrice, 1);
        Spread(_priors, 2);
        for (int lane = 0; lane < TL.Count; lane++)
        {
            _lanes[lane] = _error.Of(_spread[lane][0], _spread[lane][1], _spread[lane][2]);
        }

        Write(TL.Load(ref _lanes[0]), failed, errors);
    }

    /// <summary>Numbers by coefficient, lane by lane.</summary>
    private void Spread(T[] values, int which)
    {
        for (int i = 0; i < _k; i++)
        {
            TL.Store(values[i], ref _lanes[0]);
            for (int lane = 0; lane < TL.Count; lane++)
            {
                _spread[lane][which][i] = _lanes[lane];
            }
        }
    }
}
