using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Analysis;

/// <summary>A quantity with its uncertainty.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="StandardError">Its standard error; NaN where the method gives none.</param>
/// <param name="Lower">Lower end; −∞ where the data set none.</param>
/// <param name="Upper">Upper end; +∞ where the data set none.</param>
public sealed record Interval(double Estimate, double StandardError, double Lower, double Upper)
{
    /// <summary>The symmetric interval of a normal estimate.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="standardError">Its standard error.</param>
    /// <param name="level">Coverage, in (0, 1).</param>
    public static Interval Normal(double estimate, double standardError, double level = 0.95)
    {
        double half = Quantile(level) * standardError;
        return new Interval(estimate, standardError, estimate - half, estimate + half);
    }

    /// <summary>z with P(|Z| ≤ z) = level.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    internal static double Quantile(double level)
    {
        if (!(level is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "a level of coverage lies between 0 and 1");
        }

        return NormalQuantileKernel.Quantile((1 + level) / 2);
    }
}
