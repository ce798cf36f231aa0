namespace InstallSim.Choice.Kernels;

/// <summary>
/// Draws of the positive α-stable variable S, E exp(−s·S) = exp(−s^α): the term that the alternatives of a nest share, for with ζ
/// standard Gumbel and independent, α·(ln S + ζ) is again standard Gumbel. Kanter (1975): with U₁, U₂ uniform, u = π·U₁ and
/// w = −ln U₂, ln S = ln sin(αu) − ln sin(u)/α + ((1 − α)/α)·(ln sin((1 − α)u) − ln w).
/// </summary>
public static class PositiveStable
{
    private const double LogPi = 1.1447298858494002;

    // Draws worked on at a time.
    private const int Some = 16;

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
        Span<double> logs = [0, 0, 0, 0];
        FillSines(eta, u1, logs);
        Elementary.Log(logs, logs);
        return Sum(eta, logs, logW);
    }

    /// <summary>The same of several, bit for bit as one by one.</summary>
    /// <param name="eta">η in [0, 1].</param>
    /// <param name="u1">Uniforms on (0, 1), shape [n].</param>
    /// <param name="logW">ln w of each, shape [n].</param>
    /// <param name="scaled">η·ln S of each, filled, shape [n].</param>
    public static void ScaledLogsOf(double eta, ReadOnlySpan<double> u1, ReadOnlySpan<double> logW, Span<double> scaled)
    {
        Span<double> logs = stackalloc double[4 * Some];
        for (int from = 0; from < u1.Length; from += Some)
        {
            int count = Math.Min(Some, u1.Length - from);
            for (int i = 0; i < count; i++)
            {
                FillSines(eta, u1[from + i], logs.Slice(4 * i, 4));
            }

            Elementary.Log(logs[..(4 * count)], logs[..(4 * count)]);
            for (int i = 0; i < count; i++)
            {
                scaled[from + i] = Sum(eta, logs.Slice(4 * i, 4), logW[from + i]);
            }
        }
    }

    /// <summary>sin(πx)/π at ηu, u and (1 − η)u; a fourth number only makes a whole vector.</summary>
    private static void FillSines(double eta, double u1, Span<double> sines) =>
        (sines[3], sines[0], sines[1], sines[2]) = (1, SinPiOverPi(eta * u1), SinPiOverPi(u1), SinPiOverPi((1 - eta) * u1));

    /// <summary>η·ln S from the logarithms of <see cref="FillSines"/>, which play no part at the limits.</summary>
    private static double Sum(double eta, ReadOnlySpan<double> logs, double logW) => eta is 0 or 1
        ? (eta == 1 ? 0 : -logW)
        : (eta * (LogPi + logs[0])) - (LogPi + logs[1]) + ((1 - eta) * (LogPi + logs[2] - logW));

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
