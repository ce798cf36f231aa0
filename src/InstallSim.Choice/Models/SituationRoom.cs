using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// Working arrays of one thread for units of one choice situation whose coefficients are sums of their terms. A parameter p multiplies
/// x(row, p) by u(draw), 1 or a dimension's draw, so its score is −u·Σ P·x over the rows: of the draws no more is needed than Σ w·u·P, and
/// of second derivatives, Σ w·(s·s′ + ∂s/∂θ), than Σ w·u·u′·P and Σ w·u·u′·P·P′. These are moments of few rows instead of a vector, or a
/// matrix, a draw.
/// </summary>
internal sealed class SituationRoom
{
    private const int MostDraws = MixedRoom.MostDraws;
    private const int PairsWorth = 6; // moments for one pair of coefficients draw by draw, that cost as much (measured)
    private readonly CoefficientTerms _terms;
    private readonly PanelDifferences _panel;
    private readonly bool _gradient, _hessian;
    private readonly int _dimensions, _factors, _stride, _used;
    private readonly (int Coefficient, int Group, int Covariate)[] _of; // of each parameter; group 0: no draw, covariate −1: none
    private readonly double[] _x, _constant, _slope, _prior, _columns, _products, _sums, _moments, _score;
    private readonly double[] _total = new double[8];
    private double[] _own = [];
    private int _rows, _wide;

    /// <summary>Makes room.</summary>
    /// <param name="terms">Parameters, and how they make coefficients.</param>
    /// <param name="panel">The choices.</param>
    /// <param name="draws">How many draws are averaged.</param>
    /// <param name="stride">Draws from one dimension to the next.</param>
    /// <param name="gradient">Whether scores are wanted.</param>
    /// <param name="hessian">Whether second derivatives are.</param>
    public SituationRoom(CoefficientTerms terms, PanelDifferences panel, int draws, int stride, bool gradient, bool hessian)
    {
        (_terms, _panel, _gradient, _hessian, _stride, _used) = (terms, panel, gradient, hessian, stride, (draws + 7) & ~7);
        int rows = panel.MostRows, groups = 1 + terms.Dimensions.Length, most = Math.Min(MostDraws, _used), p = terms.Parameters.Count;
        (_dimensions, _factors) = (terms.Dimensions.Length, Even(hessian ? groups * (groups + 1) / 2 : groups));
        _of = new (int, int, int)[p];
        for (int k = 0; k < terms.Coefficients.Length; k++)
        {
            foreach (Term term in terms.Coefficients[k].Terms)
            {
                _of[term.Parameter] = (k, term.Dimension + 1, term.Covariate);
            }
        }

        int columns = Even(rows + (hessian ? rows * (rows + 1) / 2 : 0));
        (_x, _constant, _slope) = (new double[rows * p], new double[rows], new double[rows * _dimensions]);
        _prior = new double[_used];
        _prior.AsSpan(0, draws).Fill(1.0 / draws);
        _columns = new double[columns * most];
        _products = new double[gradient ? _factors * most : 0];
        (_sums, _moments) = (new double[gradient ? _factors * columns * 8 : 0], new double[gradient ? _factors * columns : 0]);
        _score = new double[gradient ? p : 0];
    }

    /// <summary>The score of the unit.</summary>
    public ReadOnlySpan<double> Score => _score;

    /// <summary>
    /// Whether the moments serve: units of one situation, coefficients that are sums of their terms, and for second derivatives not many
    /// more moments than pairs of coefficients.
    /// </summary>
    public static bool Serves(CoefficientTerms terms, PanelDifferences panel, bool hessian)
    {
        long groups = 1 + terms.Dimensions.Length, rows = panel.MostRows, k = terms.Coefficients.Length, p = terms.Parameters.Count;
        return panel.HasOneSituation && terms.Numeraire < 0 && terms.Dimensions.Length > 0 && rows > 0
            && terms.Coefficients.All(CoefficientMap.IsIdentity)
            && (!hessian || groups * (groups + 1) * rows * (rows + 3) < 2 * PairsWorth * ((k * (k + 1)) + (p * (p + 1))));
    }

    /// <summary>
    /// Mean probability of the unit's choice over the draws; NaN where a utility is too large for the sums, which then mean nothing.
    /// </summary>
    public double Sum(double[] theta, int unit, DrawCache draws)
    {
        Begin(theta, unit);
        double[] z = draws.Of(_panel.Drawn[unit], ref _own, _used);
        Array.Clear(_total);
        _wide = Even(_rows + (_hessian ? _rows * (_rows + 1) / 2 : 0));
        var sums = _sums.AsSpan(0, _gradient ? _factors * _wide * 8 : 0);
        sums.Clear();
        for (int from = 0; from < _used; from += MostDraws)
        {
            int count = Math.Min(MostDraws, _used - from);
            var columns = _columns.AsSpan(0, _wide * count);
            ClearPadding(columns, count);
            var block = new SituationBlock
            {
                Constant = _constant.AsSpan(0, _rows),
                Slope = _slope.AsSpan(0, _rows * _dimensions),
                Draws = z.AsSpan(from),
                Stride = _stride,
                Prior = _prior.AsSpan(from, count),
                Total = _total,
                Columns = columns,
                Weighted = _gradient,
                Pairs = _hessian,
            };
            if (!SituationKernel.Run(ref block))
            {
                return double.NaN;
            }

            if (_gradient)
            {
                SituationKernel.AddProducts(Factors(z, from, count), columns, count, sums);
            }
        }

        return ColumnKernel.Sum8(_total);
    }

    /// <summary>Turns the sums into the unit's score and Hessian, times its weight.</summary>
    public void End(double total, double weight, UnitSum sum)
    {
        if (!_gradient)
        {
            return;
        }

        double scale = 1 / total;
        for (int i = 0; i < _factors * _wide; i++)
        {
            _moments[i] = scale * ColumnKernel.Sum8(_sums.AsSpan(i * 8, 8));
        }

        int parameters = _of.Length;
        for (int p = 0; p < parameters; p++)
        {
            int group = _of[p].Group, at = (_hessian ? group * (group + 1) / 2 : group) * _wide;
            double score = 0;
            for (int row = 0; row < _rows; row++)
            {
                score -= _moments[at + row] * _x[(row * parameters) + p];
            }

            _score[p] = score;
        }

        for (int p = 0; p < parameters && _hessian; p++)
        {
            for (int q = 0; q <= p; q++)
            {
                sum.Hessian[(p * parameters) + q] += weight * (Pair(p, q) - (_score[p] * _score[q]));
            }
        }

        for (int p = 0; p < parameters; p++)
        {
            _score[p] *= weight;
        }
    }

    private static int Even(int count) => (count + 1) & ~1;

    /// <summary>x(row, p) of each parameter, and what they make of utilities.</summary>
    private void Begin(double[] theta, int unit)
    {
        int varies = _terms.Varies, still = _terms.Coefficients.Length - varies, first = _panel.FirstRow(unit);
        var covariates = _panel.Covariates(unit).Span;
        _rows = _panel.Rows(unit);
        for (int row = 0; row < _rows; row++)
        {
            var slope = _slope.AsSpan(row * _dimensions, _dimensions);
            slope.Clear();
            double constant = 0;
            for (int p = 0; p < _of.Length; p++)
            {
                var (k, group, covariate) = _of[p];
                double x = k < varies ? _panel.Varying[((first + row) * varies) + k] : _panel.Still[((first + row) * still) + k - varies];
                x *= covariate < 0 ? 1 : covariates[covariate];
                _x[(row * _of.Length) + p] = x;
                if (group == 0)
                {
                    constant = Math.FusedMultiplyAdd(theta[p], x, constant);
                }
                else
                {
                    slope[group - 1] = Math.FusedMultiplyAdd(theta[p], x, slope[group - 1]);
                }
            }

            _constant[row] = constant;
        }
    }

    private void ClearPadding(Span<double> columns, int count)
    {
        int used = _rows + (_hessian ? _rows * (_rows + 1) / 2 : 0);
        columns[(used * count)..].Clear();
    }

    /// <summary>1, each dimension's draws and, for second derivatives, their products, group by group.</summary>
    private ReadOnlySpan<double> Factors(double[] z, int from, int count)
    {
        var factors = _products.AsSpan(0, _factors * count);
        factors[..count].Fill(1);
        int at = 1;
        for (int g = 0; g < _dimensions; g++)
        {
            var draws = z.AsSpan((g * _stride) + from, count);
            draws.CopyTo(factors.Slice(at++ * count, count));
            for (int h = 0; h <= g && _hessian; h++)
            {
                ColumnKernel.Multiply(draws, z.AsSpan((h * _stride) + from, count), factors.Slice(at++ * count, count));
            }
        }

        factors[(at * count)..].Clear();
        return factors;
    }

    /// <summary>Σ w·(s·s′ + ∂s/∂θ) of two parameters.</summary>
    private double Pair(int p, int q)
    {
        int parameters = _of.Length, g = Math.Max(_of[p].Group, _of[q].Group), h = Math.Min(_of[p].Group, _of[q].Group);
        var single = _moments.AsSpan(((g * (g + 1) / 2) + h) * _wide, _wide);
        var twice = single[_rows..];
        double sum = 0;
        for (int j = 0, pair = 0; j < _rows; j++)
        {
            double a = _x[(j * parameters) + p], b = _x[(j * parameters) + q];
            sum -= single[j] * a * b;
            for (int l = 0; l < j; l++, pair++)
            {
                sum += 2 * twice[pair] * ((a * _x[(l * parameters) + q]) + (b * _x[(l * parameters) + p]));
            }

            sum += 2 * twice[pair++] * a * b;
        }

        return sum;
    }
}
