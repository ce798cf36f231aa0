using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>Working arrays of one thread for <see cref="MixedLikelihood"/>, and the sums of the unit in hand.</summary>
internal sealed class MixedRoom
{
    /// <summary>Draws worked on together; a block's arrays stay in the fast cache.</summary>
    public const int MostDraws = 128;

    private readonly PanelDifferences _panel;
    private readonly int _varies, _all, _stride, _used;
    private readonly bool _gradient, _hessian;
    private readonly CoefficientTerms _terms;
    private readonly CoefficientMap _map;
    private readonly PaySpace? _pay;
    private readonly double[] _beta, _slope, _weight, _prior, _logP, _curvature, _share, _scratch, _base, _difference, _unitHessian;
    private double[] _z = [], _own = [];
    private int _unit, _drawsOfPrior;

    /// <summary>Makes room.</summary>
    /// <param name="terms">Parameters, and how they make coefficients.</param>
    /// <param name="panel">The choices.</param>
    /// <param name="stride">Draws from one dimension to the next.</param>
    /// <param name="used">How many of them are used, rounded up to a multiple of eight.</param>
    /// <param name="gradient">Whether scores are wanted.</param>
    /// <param name="hessian">Whether second derivatives are.</param>
    public MixedRoom(CoefficientTerms terms, PanelDifferences panel, int stride, int used, bool gradient, bool hessian)
    {
        int most = Math.Min(MostDraws, used);
        _used = used;
        (_terms, _panel, _stride, _gradient, _hessian) = (terms, panel, stride, gradient, hessian);
        (_varies, _all) = (terms.Varies, terms.Coefficients.Length);
        int wide = hessian ? _all : _varies;
        _map = new CoefficientMap(terms, most);
        _pay = terms.Numeraire < 0 ? null : new PaySpace(terms, most);
        (_beta, _slope) = (new double[wide * most], new double[gradient ? wide * most : 0]);
        (_weight, _prior, _logP) = (new double[most], new double[used], new double[most]);
        _curvature = new double[hessian ? _all * (_all + 1) / 2 * most : 0];
        _share = new double[panel.MostRows * 8];
        _scratch = new double[(panel.MostRows + wide) * 8];
        _base = new double[panel.MostRows];
        _difference = new double[hessian ? panel.MostRows * _all : 0];
        _unitHessian = new double[hessian ? terms.Parameters.Count * terms.Parameters.Count : 0];
        Score = new double[terms.Parameters.Count];
    }

    /// <summary>Score of the unit.</summary>
    public double[] Score { get; }

    /// <summary>Takes up a unit: its draws and the part of utility that draws share.</summary>
    public void Begin(double[] theta, int unit, DrawCache draws)
    {
        _unit = unit;
        _z = draws.Of(_panel.Drawn[unit], ref _own, _used);
        _map.Begin(_panel.Covariates(unit));
        int rows = _panel.Rows(unit), still = _all - _varies, first = _panel.FirstRow(unit);
        for (int row = 0; row < rows; row++)
        {
            double v = 0;
            for (int k = 0; k < still && !_hessian; k++)
            {
                v = Math.FusedMultiplyAdd(theta[_terms.Coefficients[_varies + k].Terms[0].Parameter],
                    _panel.Still[(first + row) * still + k], v);
            }

            _base[row] = v;
            if (!_hessian)
            {
                continue;
            }

            _panel.Varying.AsSpan((first + row) * _varies, _varies).CopyTo(_difference.AsSpan(row * _all));
            _panel.Still.AsSpan((first + row) * still, still).CopyTo(_difference.AsSpan(row * _all + _varies));
        }
    }

    public void Clear()
    {
        Array.Clear(Score);
        Array.Clear(_unitHessian);
        Array.Clear(_share);
    }

    /// <summary>Adds draws from … on to the unit's sums; returns Σ weight.</summary>
    public double Block(double[] theta, int from, int draws, double shift)
    {
        int count = Math.Min(MostDraws, _used - from), wide = _hessian ? _all : _varies;
        var block = Prepare(theta, from, draws, shift);
        PanelKernel.Run(ref block);
        _pay?.PullBack(block.Slope, block.Curvature, count);
        if (_hessian)
        {
            _map.AddHessian(_z, _stride, from, block.Weight, block.Slope, block.Curvature, _unitHessian);
        }

        for (int k = 0; k < wide && _gradient; k++)
        {
            var slope = block.Slope.Slice(k * count, count);
            ColumnKernel.Multiply(slope, block.Weight, slope);
        }

        if (_gradient)
        {
            _map.AddScore(_z, _stride, from, count, block.Slope, Score, wide);
        }

        return ColumnKernel.Sum(block.Weight);
    }

    /// <summary>Copies coefficients and weights of the draws from … on.</summary>
    public void CopyBlock(double[] theta, int from, int draws, double shift, double[][] beta, double[] weight)
    {
        var block = Prepare(theta, from, draws, shift);
        PanelKernel.Run(ref block);
        block.Weight.CopyTo(weight.AsSpan(from));
        for (int k = 0; k < beta.Length; k++)
        {
            block.Beta.Slice(k * block.Weight.Length, block.Weight.Length).CopyTo(beta[k].AsSpan(from));
        }
    }

    /// <summary>The largest ln P of the unit's choices over its draws.</summary>
    public double LargestLogProbability(double[] theta, int draws)
    {
        double largest = double.NegativeInfinity;
        for (int from = 0; from < _used; from += MostDraws)
        {
            var block = Prepare(theta, from, draws, 0);
            block.LogProbability = _logP.AsSpan(0, block.Weight.Length);
            block.Slope = block.Curvature = block.RowShare = [];
            PanelKernel.Run(ref block);
            foreach (double logP in block.LogProbability)
            {
                largest = Math.Max(largest, logP);
            }
        }

        return largest;
    }

    /// <summary>Turns the sums into the unit's score and Hessian, times its weight.</summary>
    public void End(double total, double weight, UnitSum sum)
    {
        if (!_gradient)
        {
            return;
        }

        double scale = 1 / total;
        for (int i = 0; i < Score.Length; i++)
        {
            Score[i] *= scale;
        }

        if (!_hessian)
        {
            AddStill(scale);
        }

        int k = Score.Length;
        for (int i = 0; i < k && _hessian; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                sum.Hessian[i * k + j] += weight * (_unitHessian[i * k + j] * scale - Score[i] * Score[j]);
            }
        }

        for (int i = 0; i < k; i++)
        {
            Score[i] *= weight;
        }
    }

    /// <summary>The score of the fixed coefficients, from the average probability of each row.</summary>
    private void AddStill(double scale)
    {
        int still = _all - _varies, first = _panel.FirstRow(_unit);
        for (int row = 0; row < _panel.Rows(_unit) && still > 0; row++)
        {
            double share = ColumnKernel.Sum8(_share.AsSpan(row * 8, 8)) * scale;
            for (int k = 0; k < still; k++)
            {
                Score[_terms.Coefficients[_varies + k].Terms[0].Parameter] -= share * _panel.Still[(first + row) * still + k];
            }
        }
    }

    private PanelBlock Prepare(double[] theta, int from, int draws, double shift)
    {
        int count = Math.Min(MostDraws, _used - from), wide = _hessian ? _all : _varies, rows = _panel.Rows(_unit);
        if (_drawsOfPrior != draws)
        {
            _prior.AsSpan(0, draws).Fill(1.0 / draws);
            _prior.AsSpan(draws).Clear();
            _drawsOfPrior = draws;
        }

        _map.Fill(theta, _z, _stride, from, count, _beta, wide);
        _pay?.Fill(_beta, count);
        bool shares = _gradient && !_hessian && _all > _varies;
        return new PanelBlock
        {
            Difference = _hessian ? _difference : _panel.Varying.AsSpan(_panel.FirstRow(_unit) * _varies, rows * _varies),
            Base = _base.AsSpan(0, rows),
            Ends = _panel.Ends(_unit),
            Coefficients = wide,
            Beta = _beta.AsSpan(0, wide * count),
            Prior = _prior.AsSpan(from, count),
            Shift = shift,
            Weight = _weight.AsSpan(0, count),
            Slope = _slope.AsSpan(0, _gradient ? wide * count : 0),
            RowShare = shares ? _share.AsSpan(0, rows * 8) : [],
            Curvature = _curvature.AsSpan(0, _hessian ? _all * (_all + 1) / 2 * count : 0),
            Scratch = _scratch,
        };
    }
}
