using InstallSim.Choice.Kernels;
using MathNet.Numerics;

namespace InstallSim.Choice.Analysis;

/// <summary>
/// Student's t with any degrees of freedom ν, ∞ being the standard normal: with a covariance clustered over G people the ratio of an
/// estimate to its standard error is nearer to t(G − 1) than to the normal (Cameron and Miller 2015).
/// </summary>
public static class StudentT
{
    private const double Many = 2000; // above, by a normal variable to 1/ν² (Wallace 1959; Hill 1970), where continued fractions are slow

    /// <summary>P(|T| ≥ |t|), in [0, 1]; of ever smaller values the digits hold.</summary>
    /// <param name="t">t.</param>
    /// <param name="degrees">ν, above 0, or ∞.</param>
    public static double TwoSided(double t, double degrees) =>
        double.IsNaN(t) ? double.NaN
        : double.IsPositiveInfinity(degrees) ? Normal(t)
        : degrees > Many ? Normal(NormalOf(t, degrees))
        : double.IsInfinity(t) ? 0
        : SpecialFunctions.BetaRegularized(degrees / 2, 0.5, degrees / (degrees + (t * t)));

    /// <summary>t with P(|T| ≤ t) = level.</summary>
    /// <param name="level">Coverage, in (0, 1).</param>
    /// <param name="degrees">ν, above 0, or ∞.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1, or ν is not above 0.</exception>
    public static double Quantile(double level, double degrees = double.PositiveInfinity)
    {
        if (!(level is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "a level of coverage lies between 0 and 1");
        }

        if (!(degrees > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "degrees of freedom are above 0");
        }

        double z = NormalQuantileKernel.Quantile((1 + level) / 2);
        if (double.IsPositiveInfinity(degrees))
        {
            return z;
        }

        double low = z, high = 2 * z; // t is farther out than z
        while (TwoSided(high, degrees) > 1 - level)
        {
            (low, high) = (high, 2 * high);
        }

        for (int i = 0; i < 100 && high - low > 1e-14 * high; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = TwoSided(middle, degrees) > 1 - level ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static double Normal(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>The normal variable with the same tail, z = (8ν + 1)/(8ν + 3)·√(ν·ln(1 + t²/ν)) (Wallace 1959).</summary>
    private static double NormalOf(double t, double degrees) =>
        ((8 * degrees) + 1) / ((8 * degrees) + 3) * Math.Sqrt(degrees * SpecialFunctions.Log1p(t * t / degrees));
}
