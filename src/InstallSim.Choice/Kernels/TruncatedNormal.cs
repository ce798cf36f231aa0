using MathNet.Numerics;

namespace InstallSim.Choice.Kernels;

/// <summary>
/// The standard normal above a: Mills' ratio R(x) = (1 − Φ(x))/φ(x), and how far above a its quantiles lie. Far out in the tail, where
/// 1 − Φ(a) is no number of its own, both are told from R alone: above a it is then all but exponential with mean 1/a.
/// </summary>
public readonly struct TruncatedNormal
{
    private const double Far = 5; // from where the continued fraction holds to rounding
    private const int Depth = 60, MostSteps = 60;
    private readonly double _a, _above;

    /// <param name="a">Where it is cut off, finite.</param>
    public TruncatedNormal(double a) => (_a, _above) = (a, a < Far ? 0.5 * SpecialFunctions.Erfc(a / Math.Sqrt(2)) : Mills(a));

    /// <summary>d ≥ 0 with P(z &gt; a + d | z &gt; a) = p, and p·φ(a)/φ(a + d) = R(a + d)/R(a).</summary>
    /// <param name="p">Share above, in (0, 1].</param>
    public (double Excess, double Ratio) Above(double p)
    {
        if (_a < Far)
        {
            double x = -NormalQuantileKernel.Quantile(p * _above);
            return (x - _a, p * Elementary.Exp((x * x - _a * _a) / 2));
        }

        double log = Elementary.Log(p), excess = -log / _a;
        for (int step = 0; step < MostSteps; step++) // Newton on a convex function from above: each step is nearer, and none too far
        {
            double mills = Mills(_a + excess), miss = (excess * (_a + (excess / 2))) - Elementary.Log(mills / _above) + log;
            double next = excess - (miss * mills);
            if (!(Math.Abs(next - excess) > 1e-15 * excess))
            {
                break;
            }

            excess = Math.Max(next, 0);
        }

        return (excess, Mills(_a + excess) / _above);
    }

    /// <summary>R(x) = 1/(x + 1/(x + 2/(x + 3/(x + …)))), x ≥ <see cref="Far"/>.</summary>
    private static double Mills(double x)
    {
        double rest = x;
        for (int n = Depth; n > 0; n--)
        {
            rest = x + (n / rest);
        }

        return 1 / rest;
    }
}
