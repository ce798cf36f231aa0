using MathNet.Numerics.LinearAlgebra;

namespace InstallSim.Calibration;

/// <summary>
/// A moment as a quadratic function of the point: constant, linear terms, squares and products, each taken in while it lowers the
/// leave-one-out error (PRESS, Allen 1974) by more than a hundredth. Its error is that of ten folds, terms chosen anew in each, so that
/// choosing is paid for.
/// </summary>
public sealed class ResponseSurface
{
    private const int Folds = 10;

    /// <summary>A term must lower the leave-one-out error by this share.</summary>
    private const double Gain = 0.01;

    /// <summary>What is left of a column, as a share, when it follows from those chosen.</summary>
    private const double Dependent = 1e-9;

    private readonly (int A, int B)[] _terms;
    private readonly double[] _coefficients;
    private readonly double[,] _root;
    private readonly double _meanLeverage;

    private ResponseSurface((int A, int B)[] terms, double[] coefficients, double[,] root, double error, int points)
    {
        (_terms, _coefficients, _root, ErrorVariance) = (terms, coefficients, root, error);
        _meanLeverage = (double)terms.Length / points;
    }

    /// <summary>Mean squared error of points that were left out when it was fitted.</summary>
    public double ErrorVariance { get; }

    /// <summary>Numbers that enter it.</summary>
    public IReadOnlySet<int> Enters => _terms.SelectMany(t => new[] { t.A, t.B }).Where(k => k >= 0).ToHashSet();

    /// <summary>Fits a surface.</summary>
    /// <param name="points">Points, shape [n][p].</param>
    /// <param name="values">The moment at each, shape [n].</param>
    /// <exception cref="ArgumentException">There are fewer than three points.</exception>
    public static ResponseSurface Fit(IReadOnlyList<double[]> points, IReadOnlyList<double> values)
    {
        if (points.Count < 3 || points.Count != values.Count)
        {
            throw new ArgumentException($"{points.Count} points with {values.Count} values are no surface", nameof(points));
        }

        double error = 0;
        for (int fold = 0; fold < Folds; fold++)
        {
            int[] kept = [.. Enumerable.Range(0, points.Count).Where(i => i % Folds != fold)];
            ResponseSurface part = Of([.. kept.Select(i => points[i])], [.. kept.Select(i => values[i])], 0);
            for (int i = fold; i < points.Count; i += Folds)
            {
                double miss = values[i] - part.At(points[i]);
                error += miss * miss;
            }
        }

        return Of(points, values, error / points.Count);
    }

    /// <summary>The moment that it expects at a point.</summary>
    public double At(ReadOnlySpan<double> point)
    {
        double sum = 0;
        for (int t = 0; t < _terms.Length; t++)
        {
            sum += _coefficients[t] * Value(_terms[t], point);
        }

        return sum;
    }

    /// <summary>Variance of its error at a point: the error of the folds, more where points are few around it.</summary>
    public double VarianceAt(ReadOnlySpan<double> point)
    {
        double leverage = 0;
        int k = _terms.Length;
        for (int row = 0; row < k; row++)
        {
            double sum = 0;
            for (int t = 0; t <= row; t++)
            {
                sum += _root[row, t] * Value(_terms[t], point);
            }

            leverage += sum * sum;
        }

        return ErrorVariance * (1 + leverage) / (1 + _meanLeverage);
    }

    /// <summary>
    /// Whether a number matters: F test of all its terms against a surface without them. Terms were chosen, so the level must be small.
    /// </summary>
    /// <param name="points">The points that it was fitted to.</param>
    /// <param name="values">The moment at each.</param>
    /// <param name="number">The number.</param>
    /// <param name="level">Probability to find what is not there, of terms that were not chosen.</param>
    public bool NeedsNumber(IReadOnlyList<double[]> points, IReadOnlyList<double> values, int number, double level)
    {
        (int A, int B)[] without = [.. _terms.Where(t => t.A != number && t.B != number)];
        int more = _terms.Length - without.Length, free = points.Count - _terms.Length;
        if (more == 0 || free <= 0)
        {
            return more > 0;
        }

        double left = Squares(_terms, points, values), lost = Squares(without, points, values) - left;
        return left <= 0
            ? lost > 0
            : MathNet.Numerics.Distributions.FisherSnedecor.CDF(more, free, lost / more / (left / free)) > 1 - level;
    }

    private static double Squares((int A, int B)[] terms, IReadOnlyList<double[]> points, IReadOnlyList<double> values)
    {
        Matrix<double> x = Matrix<double>.Build.Dense(points.Count, terms.Length, (i, t) => Value(terms[t], points[i]));
        Vector<double> y = Vector<double>.Build.Dense([.. values]);
        Vector<double> residual = y - (x * x.QR().Solve(y));
        return residual.DotProduct(residual);
    }

    private static ResponseSurface Of(IReadOnlyList<double[]> points, IReadOnlyList<double> values, double error)
    {
        (int A, int B)[] terms = Choose(points, values);
        Matrix<double> x = Matrix<double>.Build.Dense(points.Count, terms.Length, (i, t) => Value(terms[t], points[i]));
        var qr = x.QR();
        double[] coefficients = [.. qr.Solve(Vector<double>.Build.Dense([.. values]))];
        // x'(X'X)⁻¹x = |R⁻ᵀx|².
        double[,] root = qr.R.SubMatrix(0, terms.Length, 0, terms.Length).Transpose().Inverse().ToArray();
        return new ResponseSurface(terms, coefficients, root, error, points.Count);
    }

    /// <summary>Terms taken in one by one, all columns kept orthogonal to those chosen.</summary>
    private static (int A, int B)[] Choose(IReadOnlyList<double[]> points, IReadOnlyList<double> values)
    {
        int n = points.Count;
        List<(int A, int B)> chosen = [(-1, -1)], open = [.. Terms(points[0].Length)];
        double mean = values.Average();
        double[] residual = [.. values.Select(v => v - mean)], leverage = [.. values.Select(_ => 1.0 / n)];
        List<double[]> columns = [.. open.Select(t => Centred([.. points.Select(point => Value(t, point))]))];
        double[] sizes = [.. columns.Select(Dot)];
        double press = Press(residual, leverage);
        while (chosen.Count < n / 2 && open.Count > 0)
        {
            (int best, double least) = Best(columns, sizes, residual, leverage);
            if (best < 0 || !(least < (1 - Gain) * press))
            {
                break;
            }

            double[] unit = Scaled(columns[best]);
            double along = Dot(unit, residual);
            for (int i = 0; i < n; i++)
            {
                residual[i] -= along * unit[i];
                leverage[i] += unit[i] * unit[i];
            }

            press = least;
            chosen.Add(open[best]);
            open.RemoveAt(best);
            columns.RemoveAt(best);
            sizes = [.. sizes.Where((_, k) => k != best)];
            foreach (double[] column in columns)
            {
                double shared = Dot(unit, column);
                for (int i = 0; i < n; i++)
                {
                    column[i] -= shared * unit[i];
                }
            }
        }

        return [.. chosen];
    }

    /// <summary>The column that lowers the leave-one-out error most, and what it leaves; −1 when none is left to take.</summary>
    private static (int Best, double Press) Best(List<double[]> columns, double[] sizes, double[] residual, double[] leverage)
    {
        (int best, double least) = (-1, double.PositiveInfinity);
        for (int k = 0; k < columns.Count; k++)
        {
            double size = Dot(columns[k]);
            if (size <= Dependent * sizes[k] || size == 0)
            {
                continue;
            }

            double along = Dot(columns[k], residual) / size, sum = 0;
            for (int i = 0; i < residual.Length; i++)
            {
                double miss = (residual[i] - (along * columns[k][i])) / (1 - leverage[i] - (columns[k][i] * columns[k][i] / size));
                sum += miss * miss;
            }

            (best, least) = sum < least ? (k, sum) : (best, least);
        }

        return (best, least);
    }

    private static IEnumerable<(int A, int B)> Terms(int p)
    {
        for (int a = 0; a < p; a++)
        {
            yield return (a, -1);
            for (int b = 0; b <= a; b++)
            {
                yield return (a, b);
            }
        }
    }

    /// <summary>A term at a point; points run from 0 to 1 and are taken from −1 to 1, where squares are unlike linear terms.</summary>
    private static double Value((int A, int B) term, ReadOnlySpan<double> point)
    {
        double a = term.A < 0 ? 1 : (2 * point[term.A]) - 1, b = term.B < 0 ? 1 : (2 * point[term.B]) - 1;
        return a * b;
    }

    private static double Press(double[] residual, double[] leverage) =>
        residual.Select((r, i) => r / (1 - leverage[i])).Sum(miss => miss * miss);

    private static double[] Centred(double[] column)
    {
        double mean = column.Average();
        return [.. column.Select(x => x - mean)];
    }

    private static double[] Scaled(double[] column)
    {
        double size = Math.Sqrt(Dot(column));
        return [.. column.Select(x => x / size)];
    }

    private static double Dot(double[] x) => Dot(x, x);

    private static double Dot(double[] x, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }
}
