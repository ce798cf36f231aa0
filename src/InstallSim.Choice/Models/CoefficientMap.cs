using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>Coefficients of one block of draws, and their derivatives in the parameters.</summary>
/// <param name="terms">Which parameters and draws make which coefficient.</param>
/// <param name="most">Most draws of a block.</param>
internal sealed class CoefficientMap(CoefficientTerms terms, int most)
{
    private readonly double[] _temporary = new double[most], _second = new double[most];
    private readonly double[]?[] _slope = [.. terms.Coefficients.Select(c => IsIdentity(c) ? null : new double[most])];
    private readonly double[]?[] _curve = [.. terms.Coefficients.Select(c => IsIdentity(c) ? null : new double[most])];
    private readonly double[]?[] _spreadDraw = [.. terms.Coefficients.Select(c => IsTruncated(c) ? new double[most] : null)];
    private ReadOnlyMemory<double> _covariates;
    private readonly double[] _scores = new double[terms.Parameters.Count * most], _weighted = new double[terms.Parameters.Count * most];

    /// <summary>Takes up a unit's covariates.</summary>
    public void Begin(ReadOnlyMemory<double> covariates) => _covariates = covariates;

    /// <summary>
    /// Fills β of the first <paramref name="coefficients"/> coefficients, shape [coefficients, B],
    /// from draws z[dimension·stride + first …].
    /// </summary>
    public void Fill(double[] theta, ReadOnlySpan<double> z, int stride, int first, int count, Span<double> beta, int coefficients)
    {
        for (int k = 0; k < coefficients; k++)
        {
            var coefficient = terms.Coefficients[k];
            var b = beta.Slice(k * count, count);
            if (IsTruncated(coefficient))
            {
                FillTruncated(theta, coefficient, z.Slice(coefficient.Terms[^1].Dimension * stride + first, count), b, k);
                continue;
            }

            double still = Still(theta, coefficient);
            bool isFirst = true;
            foreach (var term in coefficient.Terms)
            {
                if (term.Dimension < 0)
                {
                    continue;
                }

                double scale = theta[term.Parameter] * Factor(term);
                var draws = z.Slice(term.Dimension * stride + first, count);
                if (isFirst)
                {
                    ColumnKernel.Affine(scale, draws, still, b);
                }
                else
                {
                    ColumnKernel.AddScaled(scale, draws, b);
                }

                isFirst = false;
            }

            if (isFirst)
            {
                b.Fill(still);
            }

            if (coefficient.Random is { } random && !IsIdentity(coefficient))
            {
                CoefficientForm.Apply(random, b, _slope[k], _curve[k], Spread(theta, coefficient));
            }
        }
    }

    /// <summary>Adds Σ over draws of weighted slope × ∂β/∂θ; the slopes are shape [coefficients, B], already times the weights.</summary>
    public void AddScore(
        ReadOnlySpan<double> z, int stride, int first, int count, ReadOnlySpan<double> weightedSlope, Span<double> score, int coefficients)
    {
        for (int k = 0; k < coefficients; k++)
        {
            var slope = Chain(k, weightedSlope.Slice(k * count, count));
            foreach (var term in terms.Coefficients[k].Terms)
            {
                score[term.Parameter] += Factor(term)
                    * (term.Dimension < 0 ? ColumnKernel.Sum(slope) : ColumnKernel.Dot(slope, Draw(k, term, z, stride, first, count)));
            }
        }
    }

    /// <summary>The part of c without a draw, of coefficient k: its mean at the unit's covariates.</summary>
    public double Mean(double[] theta, int k) => Still(theta, terms.Coefficients[k]);

    /// <summary>Adds the derivative in the mean of coefficient k to the parameters of the mean.</summary>
    public void AddMean(int k, double slope, Span<double> score)
    {
        foreach (var term in terms.Coefficients[k].Terms)
        {
            score[term.Parameter] += term.Dimension < 0 ? slope * Factor(term) : 0;
        }
    }

    /// <summary>
    /// Adds Σ w·(s·s′ + ∂s/∂θ), s the score of a draw, to the lower triangle of <paramref name="hessian"/>.
    /// </summary>
    /// <param name="z">Draws.</param>
    /// <param name="stride">Draws a dimension.</param>
    /// <param name="first">First draw of the block.</param>
    /// <param name="weight">w, shape [B].</param>
    /// <param name="slope">∂ln P/∂β, shape [K, B].</param>
    /// <param name="curvature">∂²ln P/∂β∂β′, shape [K·(K + 1)/2, B].</param>
    /// <param name="hessian">Where to add, flat.</param>
    public void AddHessian(
        ReadOnlySpan<double> z, int stride, int first, ReadOnlySpan<double> weight, ReadOnlySpan<double> slope,
        ReadOnlySpan<double> curvature, double[] hessian)
    {
        int count = weight.Length;
        AddOuter(z, stride, first, weight, slope, hessian);
        int pair = 0;
        for (int k = 0; k < terms.Coefficients.Length; k++)
        {
            for (int l = 0; l <= k; l++, pair++)
            {
                var c = _temporary.AsSpan(0, count);
                ColumnKernel.Multiply(weight, curvature.Slice(pair * count, count), c);
                if (_slope[k] is { } f)
                {
                    ColumnKernel.Multiply(c, f.AsSpan(0, count), c);
                }

                if (_slope[l] is { } g)
                {
                    ColumnKernel.Multiply(c, g.AsSpan(0, count), c);
                }

                if (k == l && _curve[k] is { } second)
                {
                    for (int r = 0; r < count; r++)
                    {
                        c[r] += weight[r] * slope[k * count + r] * second[r];
                    }
                }

                AddPair(k, l, c, z, stride, first, hessian);
            }
        }
    }

    private void AddOuter(
        ReadOnlySpan<double> z, int stride, int first, ReadOnlySpan<double> weight, ReadOnlySpan<double> slope, double[] hessian)
    {
        int count = weight.Length, parameters = terms.Parameters.Count;
        for (int k = 0; k < terms.Coefficients.Length; k++)
        {
            var chained = Chain(k, slope.Slice(k * count, count));
            foreach (var term in terms.Coefficients[k].Terms)
            {
                var s = _scores.AsSpan(term.Parameter * count, count);
                if (term.Dimension < 0)
                {
                    chained.CopyTo(s);
                }
                else
                {
                    ColumnKernel.Multiply(chained, Draw(k, term, z, stride, first, count), s);
                }

                Scale(s, Factor(term));
                ColumnKernel.Multiply(s, weight, _weighted.AsSpan(term.Parameter * count, count));
            }
        }

        for (int a = 0; a < parameters; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                hessian[a * parameters + b] += ColumnKernel.Dot(_weighted.AsSpan(a * count, count), _scores.AsSpan(b * count, count));
            }
        }
    }

    private void AddPair(int k, int l, ReadOnlySpan<double> c, ReadOnlySpan<double> z, int stride, int first, double[] hessian)
    {
        int count = c.Length, parameters = terms.Parameters.Count;
        var scaled = _second.AsSpan(0, count);
        foreach (var a in terms.Coefficients[k].Terms)
        {
            if (a.Dimension < 0)
            {
                c.CopyTo(scaled);
            }
            else
            {
                ColumnKernel.Multiply(c, Draw(k, a, z, stride, first, count), scaled);
            }

            Scale(scaled, Factor(a));
            foreach (var b in terms.Coefficients[l].Terms)
            {
                if (k == l && b.Parameter > a.Parameter)
                {
                    continue;
                }

                double sum = Factor(b)
                    * (b.Dimension < 0 ? ColumnKernel.Sum(scaled) : ColumnKernel.Dot(scaled, Draw(l, b, z, stride, first, count)));
                hessian[Math.Max(a.Parameter, b.Parameter) * parameters + Math.Min(a.Parameter, b.Parameter)] += sum;
            }
        }
    }

    /// <summary>The covariate that multiplies a term; 1 without one.</summary>
    private double Factor(Term term) => term.Covariate < 0 ? 1 : _covariates.Span[term.Covariate];

    /// <summary>The part of c without a draw.</summary>
    private double Still(double[] theta, Coefficient coefficient)
    {
        double sum = 0;
        foreach (var term in coefficient.Terms)
        {
            sum += term.Dimension < 0 ? theta[term.Parameter] * Factor(term) : 0;
        }

        return sum;
    }

    /// <summary>Standard deviation of c over its draws.</summary>
    private double Spread(double[] theta, Coefficient coefficient)
    {
        double sum = 0;
        foreach (var term in coefficient.Terms)
        {
            double scale = term.Dimension < 0 ? 0 : theta[term.Parameter] * Factor(term);
            sum += scale * scale;
        }

        return Math.Sqrt(sum);
    }

    private static void Scale(Span<double> values, double factor)
    {
        for (int r = 0; r < values.Length && factor != 1; r++)
        {
            values[r] *= factor;
        }
    }

    private ReadOnlySpan<double> Draw(int k, Term term, ReadOnlySpan<double> z, int stride, int first, int count) =>
        _spreadDraw[k] is { } own ? own.AsSpan(0, count) : z.Slice(term.Dimension * stride + first, count);

    private ReadOnlySpan<double> Chain(int k, ReadOnlySpan<double> slope)
    {
        if (_slope[k] is not { } f)
        {
            return slope;
        }

        var chained = _temporary.AsSpan(0, slope.Length);
        ColumnKernel.Multiply(slope, f.AsSpan(0, slope.Length), chained);
        return chained;
    }

    private static bool IsTruncated(Coefficient c) => c.Random?.Distribution == Distribution.TruncatedNormal;

    /// <summary>Whether β is the sum of the terms itself.</summary>
    public static bool IsIdentity(Coefficient c) =>
        c.Random?.Distribution is null or Distribution.Normal or Distribution.Uniform or Distribution.Triangular
            or Distribution.ZeroBoundedTriangular;

    /// <summary>
    /// With m, s &gt; 0 and a = −m/s on the positive side, x = Φ⁻¹(Φ(a) + u·(1 − Φ(a))): β = m + s·x = s·(x − a),
    /// ∂β/∂m = 1 − (1 − u)·φ(a)/φ(x), ∂β/∂s = x + (1 − u)·(φ(a)/φ(x))·m/s. The negative side is the mirror image.
    /// </summary>
    private void FillTruncated(double[] theta, Coefficient coefficient, ReadOnlySpan<double> u, Span<double> beta, int k)
    {
        int sign = coefficient.Random!.Sign;
        double m = sign * Still(theta, coefficient), raw = theta[coefficient.Terms[^1].Parameter],
            s = Math.Max(Math.Abs(raw), RandomCoefficient.LeastSpread);
        var cut = new TruncatedNormal(-m / s);
        for (int r = 0; r < beta.Length; r++)
        {
            var (excess, ratio) = cut.Above(1 - u[r]);
            double slope = Math.Max(1 - ratio, 1e-300);
            (beta[r], _slope[k]![r]) = (sign * Math.Max(s * excess, 0), slope);
            _spreadDraw[k]![r] = sign * Math.Sign(raw) * (excess - (slope * m / s)) / slope;
        }
    }
}
