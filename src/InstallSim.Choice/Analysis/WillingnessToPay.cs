using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Analysis;

/// <summary>Willingness to pay for a variable, ω = −β(x)/β(price), with intervals by four methods.</summary>
public static class WillingnessToPay
{
    /// <summary>By the delta method: symmetric, too narrow on one side when the price's coefficient is uncertain.</summary>
    /// <param name="result">Estimates, with the covariance to use.</param>
    /// <param name="variable">Parameter of the variable.</param>
    /// <param name="price">Parameter of the price.</param>
    /// <param name="level">Coverage, in (0, 1).</param>
    public static Interval Delta(EstimationResult result, string variable, string price, double level = 0.95)
    {
        var r = new Ratio(result, variable, price);
        double variance = (r.Vaa - 2 * r.Value * r.Vab + r.Value * r.Value * r.Vbb) / (r.B * r.B);
        return Interval.Normal(r.Value, Math.Sqrt(variance), level, result.Degrees);
    }

    /// <summary>By simulating the two coefficients, normal (Krinsky and Robb 1986): quantiles of the simulated ratios.</summary>
    /// <param name="result">Estimates, with the covariance to use.</param>
    /// <param name="variable">Parameter of the variable.</param>
    /// <param name="price">Parameter of the price.</param>
    /// <param name="level">Coverage, in (0, 1).</param>
    /// <param name="draws">Simulated ratios, ≥ 100.</param>
    /// <param name="seed">Seed.</param>
    public static Interval KrinskyRobb(
        EstimationResult result, string variable, string price, double level = 0.95, int draws = 10_000, uint seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 100);
        var r = new Ratio(result, variable, price);
        double sd = Math.Sqrt(r.Vbb), slope = r.Vbb > 0 ? r.Vab / r.Vbb : 0, rest = Math.Sqrt(Math.Max(0, r.Vaa - slope * r.Vab));
        var key = new DrawKey(seed, 0, 0xE573, 0, 0);
        double[] ratios = [.. Enumerable.Range(0, draws).Select(i =>
        {
            double db = sd * NormalQuantileKernel.Quantile(key.Uniform(2 * i));
            return (r.A + slope * db + rest * NormalQuantileKernel.Quantile(key.Uniform(2 * i + 1))) / (r.B + db);
        }).Order()];
        double tail = (1 - level) / 2;
        return new Interval(r.Value, double.NaN, ratios[(int)(tail * draws)], ratios[Math.Min(draws - 1, (int)((1 - tail) * draws))]);
    }

    /// <summary>By Fieller's theorem (1954): exact for normal estimates; unbounded when the price's coefficient may be 0.</summary>
    /// <param name="result">Estimates, with the covariance to use.</param>
    /// <param name="variable">Parameter of the variable.</param>
    /// <param name="price">Parameter of the price.</param>
    /// <param name="level">Coverage, in (0, 1).</param>
    /// <returns>The interval; from −∞ to ∞ where it has no bounds, of which <see cref="FiellerSet"/> tells more.</returns>
    public static Interval Fieller(EstimationResult result, string variable, string price, double level = 0.95)
    {
        FiellerSet set = FiellerSet.Of(result, variable, price, level);
        return set.Kind == FiellerKind.Interval
            ? new Interval(set.Estimate, double.NaN, set.Lower, set.Upper)
            : new Interval(set.Estimate, double.NaN, double.NegativeInfinity, double.PositiveInfinity);
    }

    /// <summary>From resampled people: percentiles of the ratios of their estimates.</summary>
    /// <param name="result">Estimates with bootstrap samples.</param>
    /// <param name="variable">Parameter of the variable.</param>
    /// <param name="price">Parameter of the price.</param>
    /// <param name="level">Coverage, in (0, 1).</param>
    /// <exception cref="ArgumentException">The estimates have no bootstrap samples.</exception>
    public static Interval Bootstrap(EstimationResult result, string variable, string price, double level = 0.95)
    {
        if (result.Bootstrap is not { } samples)
        {
            throw new ArgumentException("these estimates have no bootstrap samples", nameof(result));
        }

        int x = result.IndexOf(variable), p = result.IndexOf(price);
        var (lower, upper) = samples.Percentiles(e => -e[x] / e[p], level);
        return new Interval(-result.Estimates[x] / result.Estimates[p], double.NaN, lower, upper);
    }

    /// <summary>a/b with a = −β(x), b = β(price), and the covariances of a and b.</summary>
    internal readonly struct Ratio
    {
        public Ratio(EstimationResult result, string variable, string price)
        {
            int x = result.IndexOf(variable), p = result.IndexOf(price);
            var v = result.Covariance();
            (A, B) = (-result.Estimates[x], result.Estimates[p]);
            (Vaa, Vab, Vbb) = (v[x, x], -v[x, p], v[p, p]);
        }

        public double A { get; }

        public double B { get; }

        public double Vaa { get; }

        public double Vab { get; }

        public double Vbb { get; }

        public double Value => A / B;
    }
}
