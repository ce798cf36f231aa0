using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Models;

/// <summary>
/// The coefficients of a G-MNL by draw: σ = exp(−τ²/2 + τ·ε), and β = w·c + γ·(σ − 1)·m, w = γ + (1 − γ)·σ, of a coefficient c = m + η
/// whose mean and deviation are told apart; β = σ·c of others; β = c of those left unscaled. Takes derivatives in β back to c, m, τ and γ.
/// </summary>
/// <param name="terms">The coefficients.</param>
/// <param name="scale">The random scale.</param>
/// <param name="most">Most draws of a block.</param>
internal sealed class ScaledCoefficients(CoefficientTerms terms, RandomScale scale, int most)
{
    private readonly Kind[] _kinds = [.. terms.Coefficients.Select((_, k) => KindOf(terms, scale, k))];
    private readonly double[] _c = new double[terms.Coefficients.Length * most], _mean = new double[terms.Coefficients.Length];
    private readonly double[] _sigma = new double[most], _less = new double[most], _weight = new double[most], _slope = new double[most];
    private double _tau, _gamma;

    /// <summary>How a coefficient is scaled.</summary>
    public enum Kind
    {
        /// <summary>Not at all.</summary>
        Unscaled,

        /// <summary>σ·c.</summary>
        Whole,

        /// <summary>σ·m + (γ + (1 − γ)·σ)·η.</summary>
        Split,
    }

    /// <summary>∂/∂τ over the blocks since <see cref="Clear"/>.</summary>
    public double TauScore { get; private set; }

    /// <summary>∂/∂γ over the blocks since <see cref="Clear"/>.</summary>
    public double GammaScore { get; private set; }

    /// <summary>How a coefficient is scaled.</summary>
    public static Kind KindOf(CoefficientTerms terms, RandomScale scale, int k) =>
        scale.Unscaled.Contains(terms.Variables[k]) ? Kind.Unscaled
        : terms.Coefficients[k].Random is { Distribution: not Distribution.ZeroBoundedTriangular }
            && CoefficientMap.IsIdentity(terms.Coefficients[k]) ? Kind.Split
        : Kind.Whole;

    public void Clear() => (TauScore, GammaScore) = (0, 0);

    /// <summary>c into β, shape [K, B].</summary>
    /// <param name="theta">θ, for the means.</param>
    /// <param name="map">What made c.</param>
    /// <param name="tau">τ.</param>
    /// <param name="gamma">γ.</param>
    /// <param name="epsilon">ε, shape [B].</param>
    /// <param name="beta">c, then β.</param>
    public void Fill(double[] theta, CoefficientMap map, double tau, double gamma, ReadOnlySpan<double> epsilon, Span<double> beta)
    {
        int count = epsilon.Length;
        (_tau, _gamma) = (tau, gamma);
        beta.CopyTo(_c);
        Span<double> sigma = _sigma.AsSpan(0, count), less = _less.AsSpan(0, count), weight = _weight.AsSpan(0, count);
        ColumnKernel.Affine(tau, epsilon, -tau * tau / 2, sigma);
        Elementary.Exp(sigma, sigma);
        ColumnKernel.Affine(1, sigma, -1, less);
        ColumnKernel.Affine(1 - gamma, sigma, gamma, weight);
        for (int k = 0; k < _kinds.Length; k++)
        {
            var b = beta.Slice(k * count, count);
            if (_kinds[k] != Kind.Unscaled)
            {
                ColumnKernel.Multiply(b, _kinds[k] == Kind.Whole ? sigma : weight, b);
            }

            if (_kinds[k] == Kind.Split)
            {
                _mean[k] = map.Mean(theta, k);
                ColumnKernel.AddScaled(gamma * _mean[k], less, b);
            }
        }
    }

    /// <summary>Slopes in β, shape [K, B], into those in c; adds those in the means to the score.</summary>
    public void PullBack(CoefficientMap map, ReadOnlySpan<double> epsilon, Span<double> slope, Span<double> score)
    {
        int count = epsilon.Length;
        Span<double> sigma = _sigma.AsSpan(0, count), ofSigma = _slope.AsSpan(0, count);
        ofSigma.Clear();
        for (int k = 0; k < _kinds.Length; k++)
        {
            var g = slope.Slice(k * count, count);
            var c = _c.AsSpan(k * count, count);
            if (_kinds[k] == Kind.Whole)
            {
                ColumnKernel.AddProduct(g, c, ofSigma);
                ColumnKernel.Multiply(g, sigma, g);
            }
            else if (_kinds[k] == Kind.Split)
            {
                double ofMean = ColumnKernel.Dot(g, _less.AsSpan(0, count));
                map.AddMean(k, _gamma * ofMean, score);
                GammaScore += _mean[k] * ofMean;
                for (int r = 0; r < count; r++)
                {
                    GammaScore -= g[r] * _less[r] * c[r];
                    ofSigma[r] += g[r] * (((1 - _gamma) * c[r]) + (_gamma * _mean[k]));
                }

                ColumnKernel.Multiply(g, _weight.AsSpan(0, count), g);
            }
        }

        ColumnKernel.Multiply(ofSigma, sigma, ofSigma);
        TauScore += ColumnKernel.Dot(ofSigma, epsilon) - (_tau * ColumnKernel.Sum(ofSigma));
    }
}
