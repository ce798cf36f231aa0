using InstallSim.Choice.Data;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// Probabilities of all alternatives of a situation in one pass over its draws, P(i) = (1/R)·Σᵣ Pᵣ(i), with their derivatives,
/// ∂P(i)/∂θ = (1/R)·Σᵣ Pᵣ(i)·Σₖ (xᵢₖ − Σⱼ Pᵣ(j)·xⱼₖ)·∂βᵣₖ/∂θ. Working arrays of one thread.
/// </summary>
internal sealed class MixedShares
{
    private const int MostDraws = MixedRoom.MostDraws;
    private readonly PanelDifferences _panel;
    private readonly DrawCache _draws;
    private readonly CoefficientTerms _terms;
    private readonly CoefficientMap _map;
    private readonly PaySpace? _pay;
    private readonly int _count, _all;
    private readonly double[] _x, _beta, _mean, _slope, _p, _largest, _sum;
    private double[] _own = [];

    /// <summary>Makes room.</summary>
    /// <param name="terms">Parameters, and how they make coefficients.</param>
    /// <param name="panel">The choices, each situation a unit.</param>
    /// <param name="draws">Draws of each unit.</param>
    /// <param name="count">R.</param>
    public MixedShares(CoefficientTerms terms, PanelDifferences panel, DrawCache draws, int count)
    {
        (_terms, _panel, _draws, _count, _all) = (terms, panel, draws, count, terms.Coefficients.Length);
        _map = new CoefficientMap(terms, MostDraws);
        _pay = terms.Numeraire < 0 ? null : new PaySpace(terms, MostDraws);
        int most = panel.MostRows + 1;
        (_x, _p) = (new double[most * _all], new double[most * MostDraws]);
        (_beta, _mean, _slope) = (new double[_all * MostDraws], new double[_all * MostDraws], new double[_all * MostDraws]);
        (_largest, _sum) = (new double[MostDraws], new double[MostDraws]);
    }

    /// <summary>Adds P of each alternative of a situation, and its derivatives where they are wanted.</summary>
    /// <param name="theta">θ, shape [K].</param>
    /// <param name="unit">The situation.</param>
    /// <param name="probability">P, shape [J].</param>
    /// <param name="slopes">∂P/∂θ, shape [J, K]; empty: not wanted.</param>
    public void Add(double[] theta, int unit, Span<double> probability, Span<double> slopes)
    {
        ChoiceData data = _panel.Data;
        for (int k = 0; k < _all; k++)
        {
            data.Column(_terms.Variables[k]).Slice(data.Start(unit), probability.Length).CopyTo(Column(k, probability.Length));
        }

        double[] z = _draws.Of(_panel.Drawn[unit], ref _own);
        _map.Begin(_panel.Covariates(unit));
        for (int from = 0; from < _count; from += MostDraws)
        {
            int count = Math.Min(MostDraws, _count - from);
            Fill(theta, z, from, count, probability);
            if (!slopes.IsEmpty)
            {
                AddSlopes(z, from, count, probability.Length, slopes);
            }
        }
    }

    /// <summary>Pᵣ/R of all alternatives in a block of draws.</summary>
    private void Fill(double[] theta, double[] z, int from, int count, Span<double> probability)
    {
        _map.Fill(theta, z, _draws.Stride, from, count, _beta, _all);
        _pay?.Fill(_beta, count);
        Span<double> largest = _largest.AsSpan(0, count), sum = _sum.AsSpan(0, count);
        largest.Fill(double.NegativeInfinity);
        for (int i = 0; i < probability.Length; i++)
        {
            Span<double> v = P(i, count);
            v.Clear();
            for (int k = 0; k < _all; k++)
            {
                ColumnKernel.AddScaled(Column(k, probability.Length)[i], _beta.AsSpan(k * count, count), v);
            }

            for (int r = 0; r < count; r++)
            {
                largest[r] = Math.Max(largest[r], v[r]);
            }
        }

        sum.Clear();
        for (int i = 0; i < probability.Length; i++)
        {
            Span<double> p = P(i, count);
            ColumnKernel.AddScaled(-1, largest, p);
            Elementary.Exp(p, p);
            ColumnKernel.AddScaled(1, p, sum);
        }

        for (int r = 0; r < count; r++)
        {
            sum[r] = 1 / (sum[r] * _count);
        }

        for (int i = 0; i < probability.Length; i++)
        {
            Span<double> p = P(i, count);
            ColumnKernel.Multiply(p, sum, p);
            probability[i] += ColumnKernel.Sum(p);
        }
    }

    private void AddSlopes(double[] z, int from, int count, int alternatives, Span<double> slopes)
    {
        int parameters = slopes.Length / alternatives;
        Array.Clear(_mean);
        for (int k = 0; k < _all; k++)
        {
            for (int i = 0; i < alternatives; i++)
            {
                ColumnKernel.AddScaled(_count * Column(k, alternatives)[i], P(i, count), _mean.AsSpan(k * count, count));
            }
        }

        Span<double> slope = _slope.AsSpan(0, _all * count);
        for (int i = 0; i < alternatives; i++)
        {
            for (int k = 0; k < _all; k++)
            {
                Span<double> own = slope.Slice(k * count, count);
                ColumnKernel.Affine(-1, _mean.AsSpan(k * count, count), Column(k, alternatives)[i], own);
                ColumnKernel.Multiply(own, P(i, count), own);
            }

            _pay?.PullBack(slope, [], count);
            _map.AddScore(z, _draws.Stride, from, count, slope, slopes.Slice(i * parameters, parameters), _all);
        }
    }

    private Span<double> P(int alternative, int count) => _p.AsSpan(alternative * MostDraws, count);

    /// <summary>Values of a variable for the alternatives of the situation in hand.</summary>
    private Span<double> Column(int variable, int alternatives) => _x.AsSpan(variable * (_panel.MostRows + 1), alternatives);
}
