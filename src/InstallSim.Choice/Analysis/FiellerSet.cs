using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Analysis;

/// <summary>What Fieller's confidence set of a ratio looks like.</summary>
public enum FiellerKind
{
    /// <summary>From the lower to the upper end: the price's coefficient is clear of 0.</summary>
    Interval,

    /// <summary>All below the lower and above the upper end: the price's coefficient may be 0, the numerator is not.</summary>
    Outside,

    /// <summary>Every number: neither is clear of 0.</summary>
    Everything,
}

/// <summary>
/// Fieller's confidence set (1954) of ω = −β(x)/β(price): all ω for which β(x) + ω·β(price) = 0 is not rejected.
/// </summary>
/// <param name="Kind">Its shape.</param>
/// <param name="Estimate">ω.</param>
/// <param name="Lower">Lower end; NaN where it is everything.</param>
/// <param name="Upper">Upper end; NaN where it is everything.</param>
public sealed record FiellerSet(FiellerKind Kind, double Estimate, double Lower, double Upper)
{
    /// <summary>The set of a ratio.</summary>
    /// <param name="result">Estimates, with the covariance to use.</param>
    /// <param name="variable">Parameter of the variable.</param>
    /// <param name="price">Parameter of the price.</param>
    /// <param name="level">Coverage, in (0, 1).</param>
    public static FiellerSet Of(EstimationResult result, string variable, string price, double level = 0.95)
    {
        var r = new WillingnessToPay.Ratio(result, variable, price);
        double z = StudentT.Quantile(level, result.Degrees), z2 = z * z;
        double p = r.B * r.B - z2 * r.Vbb, q = r.A * r.B - z2 * r.Vab, s = r.A * r.A - z2 * r.Vaa, inner = q * q - p * s;
        if (!(inner >= 0) || p == 0)
        {
            return new FiellerSet(FiellerKind.Everything, r.Value, double.NaN, double.NaN);
        }

        double one = (q - Math.Sqrt(inner)) / p, other = (q + Math.Sqrt(inner)) / p;
        return new FiellerSet(p > 0 ? FiellerKind.Interval : FiellerKind.Outside, r.Value, Math.Min(one, other), Math.Max(one, other));
    }
}
