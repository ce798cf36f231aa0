using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>Working arrays of one thread for <see cref="GeneralMixedLikelihood"/>, and the sums of the unit in hand.</summary>
internal sealed class GeneralMixedRoom
{
    private const int MostDraws = MixedRoom.MostDraws;
    private readonly GeneralMixedUnits _units;
    private readonly CoefficientTerms _terms;
    private readonly CoefficientMap _map;
    private readonly PaySpace? _pay;
    private readonly ScaledCoefficients? _scaled;
    private readonly SpreadsByPerson _spreads;
    private readonly int _stride, _varies, _still;
    private readonly bool _gradient;
    private readonly double[] _beta, _slope, _weight, _prior, _logP, _scratch, _base, _difference, _row, _situation, _branch;
    private readonly double[] _own, _lambda, _scale;
    private double[] _theta = [], _z = [], _room = [];
    private int _unit, _rows;

    public GeneralMixedRoom(GeneralMixedUnits units, int stride, bool gradient)
    {
        (_units, _terms, _stride, _gradient, _varies) = (units, units.Terms, stride, gradient, units.Varies);
        int most = Math.Min(MostDraws, stride), all = _terms.Coefficients.Length, rows = units.Panel.MostRows,
            branches = units.Trees.Branches, situations = units.MostSituations;
        _still = all - _varies;
        _map = new CoefficientMap(_terms, most);
        _pay = _terms.Numeraire < 0 ? null : new PaySpace(_terms, most);
        _scaled = units.Model.RandomScale is { } scale ? new ScaledCoefficients(_terms, scale, most) : null;
        _spreads = new SpreadsByPerson(units);
        (_beta, _slope) = (new double[_varies * most], new double[gradient ? Math.Max(1, _varies) * most : 0]);
        (_weight, _prior, _logP) = (new double[most], new double[stride], new double[most]);
        _scratch = new double[DrawKernel.Room(rows, units.MostAlternatives, branches)];
        (_base, _difference, _row) = (new double[rows], new double[rows * _varies], new double[_still > 0 ? rows * 8 : 0]);
        (_situation, _scale) = (new double[units.Model.Scale.Count > 0 ? situations * 8 : 0], new double[situations]);
        (_branch, _lambda) = (new double[branches * 8], new double[branches]);
        Score = new double[units.Model.Parameters.Count];
        _own = new double[Score.Length];
    }

    /// <summary>Score of the unit.</summary>
    public double[] Score { get; }

    /// <summary>Takes up θ; false: outside the model's domain.</summary>
    public bool Begin(double[] theta)
    {
        _theta = theta;
        theta.CopyTo(_own, 0);
        for (int branch = 0; branch < _lambda.Length; branch++)
        {
            int place = _units.Trees.Parameters[branch];
            _lambda[branch] = place < 0 ? 1 : theta[place];
        }

        return _lambda.All(lambda => lambda > 0);
    }

    /// <summary>Takes up a unit: its draws, its scales and the part of utility that draws share.</summary>
    public void Begin(int unit, DrawCache draws)
    {
        (_unit, _rows, _z) = (unit, _units.Panel.Rows(unit), draws.Of(_units.Panel.Drawn[unit], ref _room));
        _map.Begin(_units.Panel.Covariates(unit));
        _spreads.Fill(_theta, _units.Panel.Covariates(unit).Span, _own);
        var ends = _units.Panel.Ends(unit);
        int row = 0, first = _units.Panel.FirstRow(unit);
        for (int t = 0; t < ends.Length; t++)
        {
            _scale[t] = 1;
            if (_units.Model.Scale.Count > 0)
            {
                var z = _units.Scale(_units.FirstSituation(unit) + t);
                _scale[t] = Elementary.Exp(ColumnKernel.Dot(z, _theta.AsSpan(_units.AfterTastes, z.Length)));
            }

            for (; row < ends[t]; row++)
            {
                double v = 0;
                for (int k = 0; k < _still; k++)
                {
                    v = Math.FusedMultiplyAdd(_theta[StillParameter(k)], _units.Panel.Still[((first + row) * _still) + k], v);
                }

                _base[row] = _scale[t] * v;
                for (int k = 0; k < _varies; k++)
                {
                    _difference[(row * _varies) + k] = _scale[t] * _units.Panel.Varying[((first + row) * _varies) + k];
                }
            }
        }
    }

    /// <summary>Sums over all draws; returns Σ weight.</summary>
    public double Pass(int draws, double shift)
    {
        foreach (double[] sum in (double[][])[Score, _row, _situation, _branch])
        {
            Array.Clear(sum);
        }

        _scaled?.Clear();
        _prior.AsSpan(0, draws).Fill(1.0 / draws);
        double total = 0;
        for (int from = 0; from < _stride; from += MostDraws)
        {
            var block = Prepare(from, shift);
            DrawKernel.Run(ref block);
            total += ColumnKernel.Sum(block.Weight);
            if (!_gradient)
            {
                continue;
            }

            int count = block.Weight.Length;
            _scaled?.PullBack(_map, Epsilon(from, count), block.Slope[..(_varies * count)], Score);
            _pay?.PullBack(block.Slope, [], count);
            _map.AddScore(_z, _stride, from, count, block.Slope, Score, _varies);
        }

        return total;
    }

    /// <summary>The largest ln P of the unit's choices over its draws.</summary>
    public double LargestLogProbability(int draws)
    {
        double largest = double.NegativeInfinity;
        for (int from = 0; from < draws; from += MostDraws)
        {
            var block = Prepare(from, 0);
            block.LogProbability = _logP.AsSpan(0, block.Weight.Length);
            block.Slope = block.RowSlope = block.ScaleSlope = block.DissimilaritySlope = [];
            DrawKernel.Run(ref block);
            foreach (double logP in block.LogProbability[..Math.Min(block.Weight.Length, draws - from)])
            {
                largest = Math.Max(largest, logP);
            }
        }

        return largest;
    }

    /// <summary>Copies the coefficients of the draws from one on, and the weights that the unit's choices give them.</summary>
    public void CopyBlock(int from, int draws, double shift, double[][] beta, double[] weight)
    {
        _prior.AsSpan(0, draws).Fill(1.0 / draws);
        var block = Prepare(from, shift);
        block.Slope = block.RowSlope = block.ScaleSlope = block.DissimilaritySlope = [];
        DrawKernel.Run(ref block);
        int count = block.Weight.Length;
        block.Weight.CopyTo(weight.AsSpan(from));
        for (int k = 0; k < beta.Length; k++)
        {
            block.Beta.Slice(k * count, count).CopyTo(beta[k].AsSpan(from));
        }
    }

    /// <summary>Turns the sums into the unit's score, times its weight.</summary>
    public void End(double total, double weight)
    {
        if (!_gradient)
        {
            return;
        }

        _spreads.PullBack(_own, _units.Panel.Covariates(_unit).Span, Score);
        AddStill();
        AddScales();
        for (int branch = 0; branch < _lambda.Length; branch++)
        {
            if (_units.Trees.Parameters[branch] is var place and >= 0)
            {
                Score[place] += ColumnKernel.Sum8(_branch.AsSpan(branch * 8, 8));
            }
        }

        for (int i = 0; i < Score.Length; i++)
        {
            Score[i] *= weight / total;
        }
    }

    private int StillParameter(int k) => _terms.Coefficients[_varies + k].Terms[0].Parameter;

    private ReadOnlySpan<double> Epsilon(int from, int count) => _z.AsSpan((_terms.Dimensions.Length * _stride) + from, count);

    /// <summary>The score of the fixed coefficients, from the average slope of each row.</summary>
    private void AddStill()
    {
        var ends = _units.Panel.Ends(_unit);
        int first = _units.Panel.FirstRow(_unit);
        for (int row = 0, t = 0; row < _rows && _still > 0; row++)
        {
            while (row == ends[t])
            {
                t++;
            }

            double slope = _scale[t] * ColumnKernel.Sum8(_row.AsSpan(row * 8, 8));
            for (int k = 0; k < _still; k++)
            {
                Score[StillParameter(k)] += slope * _units.Panel.Still[((first + row) * _still) + k];
            }
        }
    }

    /// <summary>The score of the scales: ∂V/∂γₘ = zₘ·V, and those of the random scale.</summary>
    private void AddScales()
    {
        for (int t = 0; t < _units.Situations(_unit) && _situation.Length > 0; t++)
        {
            var z = _units.Scale(_units.FirstSituation(_unit) + t);
            ColumnKernel.AddScaled(ColumnKernel.Sum8(_situation.AsSpan(t * 8, 8)), z, Score.AsSpan(_units.AfterTastes, z.Length));
        }

        if (_scaled is not null)
        {
            Score[_units.Tau] += _scaled.TauScore;
            if (_units.Model.HasGamma)
            {
                Score[_units.Tau + 1] += _scaled.GammaScore;
            }
        }
    }

    private DrawBlock Prepare(int from, double shift)
    {
        int count = Math.Min(MostDraws, _stride - from);
        var beta = _beta.AsSpan(0, _varies * count);
        _map.Fill(_own, _z, _stride, from, count, beta, _varies);
        _pay?.Fill(beta, count);
        if (_scaled is not null)
        {
            double gamma = _units.Model.HasGamma ? _theta[_units.Tau + 1] : _units.Model.RandomScale!.Gamma ?? 0;
            _scaled.Fill(_own, _map, _theta[_units.Tau], gamma, Epsilon(from, count), beta);
        }

        int situations = _units.Situations(_unit);
        return new DrawBlock
        {
            Difference = _difference.AsSpan(0, _rows * _varies),
            Base = _base.AsSpan(0, _rows),
            Ends = _units.Panel.Ends(_unit),
            Coefficients = _varies,
            Beta = beta,
            Shapes = _units.Trees.Of(_units.FirstSituation(_unit), situations),
            Dissimilarity = _lambda,
            Prior = _prior.AsSpan(from, count),
            Shift = shift,
            Weight = _weight.AsSpan(0, count),
            Slope = _slope.AsSpan(0, _gradient ? Math.Max(1, _varies) * count : 0),
            RowSlope = _gradient && _still > 0 ? _row.AsSpan(0, _rows * 8) : [],
            ScaleSlope = _gradient && _situation.Length > 0 ? _situation.AsSpan(0, situations * 8) : [],
            DissimilaritySlope = _gradient ? _branch : [],
            Scratch = _scratch,
        };
    }
}
