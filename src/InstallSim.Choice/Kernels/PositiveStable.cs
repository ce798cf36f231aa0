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
    public static double ScaledLog(double eta, double u1, double u2) =>
        eta == 1 ? 0 : ScaledLogOf(eta, u1, Elementary.Log(-Elementary.Log(u2)));

    /// <summary>The same where the logarithm of the second uniform's exponential is there already.</summary>
    /// <param name="eta">η in [0, 1].</param>
    /// <param name="u1">Uniform on (0, 1).</param>
    /// <param name="logW">ln w = ln(−ln U₂).</param>
    public static double ScaledLogOf(double eta, double u1, double logW)
    {
        if (eta is 0 or 1)
        {
            return eta == 1 ? 0 : -logW;
        }

        // The fourth only makes a whole vector.
        double rest = 1 - eta;
        Span<double> logs = [SinPiOverPi(eta * u1), SinPiOverPi(u1), SinPiOverPi(rest * u1), 1];
        Elementary.Log(logs, logs);
        return (eta * (LogPi + logs[0])) - (LogPi + logs[1]) + (rest * (LogPi + logs[2] - logW));
    }

    /// <summary>ln sin(πx) for 0 &lt; x &lt; 1.</summary>
    internal static double LogSinPi(double x) => LogPi + Elementary.Log(SinPiOverPi(x));

    /// <summary>sin(πx)/π for 0 &lt; x &lt; 1: the series of sin to degree 23, whose rest is below rounding, in Horner's form.</summary>
    private static double SinPiOverPi(double x)
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
        return x * Math.FusedMultiplyAdd(z, series, 1);
    }
}
