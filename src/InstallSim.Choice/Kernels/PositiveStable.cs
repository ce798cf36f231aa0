namespace InstallSim.Choice.Kernels;

/// <summary>
/// Draws of the positive α-stable variable S, E exp(−s·S) = exp(−s^α): the term that the alternatives of a nest share, for with ζ
/// standard Gumbel and independent, α·(ln S + ζ) is again standard Gumbel. Kanter (1975): with U₁, U₂ uniform, u = π·U₁ and
/// w = −ln U₂, ln S = ln sin(αu) − ln sin(u)/α + ((1 − α)/α)·(ln sin((1 − α)u) − ln w).
/// </summary>
public static class PositiveStable
{
    private const double LogPi = 1.1447298858494002;

    /// <summary>ln S; 0 at α = 1.</summary>
    /// <param name="alpha">α in (0, 1].</param>
    /// <param name="u1">Uniform on (0, 1).</param>
    /// <param name="u2">Uniform on (0, 1), independent of the first.</param>
    public static double Log(double alpha, double u1, double u2) => ScaledLog(alpha, u1, u2) / alpha;

    /// <summary>
    /// η·ln S = η·ln sin(ηu) − ln sin(u) + (1 − η)·(ln sin((1 − η)u) − ln w), which has no division: it goes over continuously into
    /// 0 as η → 1 and into −ln w, a standard Gumbel of the second uniform, as η → 0; both limits are taken exactly.
    /// </summary>
    /// <param name="eta">η in [0, 1].</param>
    /// <param name="u1">Uniform on (0, 1).</param>
    /// <param name="u2">Uniform on (0, 1), independent of the first.</param>
    public static double ScaledLog(double eta, double u1, double u2)
    {
        if (eta == 1)
        {
            return 0;
        }

        double logW = Elementary.Log(-Elementary.Log(u2)), rest = 1 - eta;
        return eta == 0 ? -logW : (eta * LogSinPi(eta * u1)) - LogSinPi(u1) + (rest * (LogSinPi(rest * u1) - logW));
    }

    /// <summary>ln sin(πx) for 0 &lt; x &lt; 1: the series of sin to degree 23, whose rest is below rounding, in Horner's form.</summary>
    internal static double LogSinPi(double x)
    {
        x = Math.Min(x, 1 - x);
        double z = Math.PI * Math.PI * x * x, series = -1 / 25852016738884976640000.0; // −1/23!
        series = Math.FusedMultiplyAdd(z, series, 1 / 51090942171709440000.0);
        series = Math.FusedMultiplyAdd(z, series, -1 / 121645100408832000.0);
        series = Math.FusedMultiplyAdd(z, series, 1 / 355687428096000.0);
        series = Math.FusedMultiplyAdd(z, series, -1 / 1307674368000.0);
        series = Math.FusedMultiplyAdd(z, series, 1 / 6227020800.0);
        series = Math.FusedMultiplyAdd(z, series, -1 / 39916800.0);
        series = Math.FusedMultiplyAdd(z, series, 1 / 362880.0);
        series = Math.FusedMultiplyAdd(z, series, -1 / 5040.0);
        series = Math.FusedMultiplyAdd(z, series, 1 / 120.0);
        series = Math.FusedMultiplyAdd(z, series, -1 / 6.0);
        return LogPi + Elementary.Log(x * Math.FusedMultiplyAdd(z, series, 1));
    }
}
