using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// Second derivatives of a unit of one choice situation. A parameter p multiplies x(row, k) by u(draw), 1 or a dimension's draw, so its
/// score is −u·Σ P·x over the rows, and Σ w·(s·s′ + ∂s/∂θ) needs no more of the draws than Σ w·u·u′·P and Σ w·u·u′·P·P′: moments of few
/// rows instead of one matrix a draw. A covariate of the unit is a factor of all derivatives in its parameter.
/// </summary>
internal sealed class RowMoments
{
    private readonly CoefficientTerms _terms;
    private readonly PanelDifferences _panel;
    private readonly int _groups;
    private readonly (int Coefficient, int Group)[] _of; // of each parameter
    private readonly int[] _covariate; // of each parameter; −1: none
    private readonly double[] _single, _double, _weighted, _product, _draws;
    private int _rows;

    /// <summary>Working arrays for blocks of at most so many draws.</summary>
    public RowMoments(CoefficientTerms terms, PanelDifferences panel, int most)
    {
        (_terms, _panel, _groups) = (terms, panel, 1 + terms.Dimensions.Length);
        int rows = panel.MostRows, pairs = _groups * (_groups + 1) / 2;
        (_of, _covariate) = (new (int, int)[terms.Parameters.Count], new int[terms.Parameters.Count]);
        for (int k = 0; k < terms.Coefficients.Length; k++)
        {
            foreach (Term term in terms.Coefficients[k].Terms)
            {
                _of[term.Parameter] = (k, term.Dimension + 1);
                _covariate[term.Parameter] = term.Covariate;
            }
        }

        Probability = new double[rows * most];
        (_weighted, _product, _draws) = (new double[rows * most], new double[rows * (rows + 1) / 2 * most], new double[most]);
        (_single, _double) = (new double[pairs * rows], new double[pairs * rows * (rows + 1) / 2]);
    }

    /// <summary>P of the rows that were not chosen, shape [rows, B], as the kernel leaves it.</summary>
    public double[] Probability { get; }

    /// <summary>
    /// Whether the moments serve: units of one situation, coefficients that are sums of their terms, and fewer moments than pairs of
    /// coefficients.
    /// </summary>
    public static bool Serve(CoefficientTerms terms, PanelDifferences panel)
    {
        int groups = 1 + terms.Dimensions.Length, rows = panel.MostRows, k = terms.Coefficients.Length, p = terms.Parameters.Count;
        return panel.HasOneSituation && terms.Numeraire < 0 && terms.Coefficients.All(CoefficientMap.IsIdentity)
            && (long)groups * (groups + 1) * rows * (rows + 3) < 2L * ((k * (k + 1)) + (p * (p + 1)));
    }

    /// <summary>Takes up a unit.</summary>
    public void Begin(int rows)
    {
        _rows = rows;
        Array.Clear(_single);
        Array.Clear(_double);
    }

    /// <summary>Adds a block of draws; <see cref="Probability"/> is that of the block.</summary>
    /// <param name="weight">w, shape [B].</param>
    /// <param name="z">Draws, dimension by dimension.</param>
    /// <param name="stride">Draws of a dimension.</param>
    /// <param name="from">First draw of the block.</param>
    public void Add(ReadOnlySpan<double> weight, ReadOnlySpan<double> z, int stride, int from)
    {
        int count = weight.Length, pair = 0;
        for (int j = 0; j < _rows; j++)
        {
            var weighted = Column(_weighted, j, count);
            ColumnKernel.Multiply(weight, Column(Probability, j, count), weighted);
            for (int l = 0; l <= j; l++, pair++)
            {
                ColumnKernel.Multiply(weighted, Column(Probability, l, count), Column(_product, pair, count));
            }
        }

        for (int g = 0, at = 0; g < _groups; g++)
        {
            for (int h = 0; h <= g; h++, at++)
            {
                AddPair(at, g == 0 ? [] : Draws(z, stride, from, count, g, h), count);
            }
        }
    }

    /// <summary>Σ w·(s·s′ + ∂s/∂θ), lower triangle, flat.</summary>
    public void CopyTo(int unit, double[] hessian)
    {
        int parameters = _of.Length, first = _panel.FirstRow(unit);
        for (int p = 0; p < parameters; p++)
        {
            for (int q = 0; q <= p; q++)
            {
                hessian[(p * parameters) + q] = Factor(unit, p) * Factor(unit, q) * Pair(_of[p], _of[q], first);
            }
        }
    }

    private double Factor(int unit, int parameter) =>
        _covariate[parameter] < 0 ? 1 : _panel.Covariates(unit).Span[_covariate[parameter]];

    private static Span<double> Column(double[] table, int column, int count) => table.AsSpan(column * count, count);

    private ReadOnlySpan<double> Draws(ReadOnlySpan<double> z, int stride, int from, int count, int g, int h)
    {
        var one = z.Slice(((g - 1) * stride) + from, count);
        if (h == 0)
        {
            return one;
        }

        var product = _draws.AsSpan(0, count);
        ColumnKernel.Multiply(one, z.Slice(((h - 1) * stride) + from, count), product);
        return product;
    }

    private void AddPair(int at, ReadOnlySpan<double> draws, int count)
    {
        int most = _panel.MostRows, pairs = most * (most + 1) / 2;
        for (int j = 0, pair = 0; j < _rows; j++)
        {
            var weighted = Column(_weighted, j, count);
            _single[(at * most) + j] += draws.IsEmpty ? ColumnKernel.Sum(weighted) : ColumnKernel.Dot(weighted, draws);
            for (int l = 0; l <= j; l++, pair++)
            {
                var product = Column(_product, pair, count);
                _double[(at * pairs) + pair] += draws.IsEmpty ? ColumnKernel.Sum(product) : ColumnKernel.Dot(product, draws);
            }
        }
    }

    private double Pair((int Coefficient, int Group) p, (int Coefficient, int Group) q, int first)
    {
        int most = _panel.MostRows, g = Math.Max(p.Group, q.Group), h = Math.Min(p.Group, q.Group), at = (g * (g + 1) / 2) + h;
        ReadOnlySpan<double> single = _single.AsSpan(at * most, most), twice = _double.AsSpan(at * (most * (most + 1) / 2));
        double sum = 0;
        for (int j = 0, pair = 0; j < _rows; j++)
        {
            double a = X(first + j, p.Coefficient), b = X(first + j, q.Coefficient);
            sum -= single[j] * a * b;
            for (int l = 0; l < j; l++, pair++)
            {
                sum += 2 * twice[pair] * ((a * X(first + l, q.Coefficient)) + (b * X(first + l, p.Coefficient)));
            }

            sum += 2 * twice[pair++] * a * b;
        }

        return sum;
    }

    private double X(int row, int coefficient)
    {
        int varies = _terms.Varies;
        return coefficient < varies
            ? _panel.Varying[(row * varies) + coefficient]
            : _panel.Still[(row * (_terms.Coefficients.Length - varies)) + coefficient - varies];
    }
}
