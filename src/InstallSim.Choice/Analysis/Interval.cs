using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Analysis;

/// <summary>A quantity with its uncertainty.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="StandardError">Its standard error; NaN where the method gives none.</param>
/// <param name="Lower">Lower end; −∞ where the data set none.</param>
/// <param name="Upper">Upper end; +∞ where the data set none.</param>
public sealed record Interval(double Estimate, double StandardError, double Lower, double Upper)
{
    /// <summary>The interval of the quantity with the other sign.</summary>
    public Interval Turned() => new(-Estimate, StandardError, -Upper, -Lower);

    /// <summary>The symmetric interval of a normal estimate.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="standardError">Its standard error.</param>
    /// <param name="level">Coverage, in (0, 1).</param>
    /// <param name="degrees">Degrees of freedom of Student's t; ∞: normal.</param>
    public static Interval Normal(
        double estimate, double standardError, double level = 0.95, double degrees = double.PositiveInfinity)
    {
        double half = StudentT.Quantile(level, degrees) * standardError;
        return new Interval(estimate, standardError, estimate - half, estimate + half);
    }

    /// <summary>The interval of a probability, symmetric on the logit scale, so that it stays within 0 and 1.</summary>
    /// <param name="estimate">The estimate, in [0, 1].</param>
    /// <param name="standardError">Its standard error.</param>
    /// <param name="level">Coverage, in (0, 1).</param>
    /// <param name="degrees">Degrees of freedom of Student's t; ∞: normal.</param>
    public static Interval Probability(
        double estimate, double standardError, double level = 0.95, double degrees = double.PositiveInfinity)
    {
        double slope = estimate * (1 - estimate);
        if (!(slope > 0))
        {
            return Clipped(Normal(estimate, standardError, level, degrees), 0, 1);
        }

        double odds = Elementary.Log(estimate / (1 - estimate)), half = StudentT.Quantile(level, degrees) * standardError / slope;
        return new Interval(estimate, standardError, Logistic(odds - half), Logistic(odds + half));
    }

    /// <summary>The interval of a correlation, symmetric on Fisher's scale, atanh r, so that it stays within −1 and 1.</summary>
    /// <param name="estimate">The estimate, in [−1, 1].</param>
    /// <param name="standardError">Its standard error.</param>
    /// <param name="level">Coverage, in (0, 1).</param>
    /// <param name="degrees">Degrees of freedom of Student's t; ∞: normal.</param>
    public static Interval Correlation(
        double estimate, double standardError, double level = 0.95, double degrees = double.PositiveInfinity)
    {
        double slope = 1 - estimate * estimate;
        if (!(slope > 0))
        {
            return Clipped(Normal(estimate, standardError, level, degrees), -1, 1);
        }

        double z = Elementary.Log((1 + estimate) / (1 - estimate)) / 2, half = StudentT.Quantile(level, degrees) * standardError / slope;
        return new Interval(estimate, standardError, 2 * Logistic(2 * (z - half)) - 1, 2 * Logistic(2 * (z + half)) - 1);
    }

    /// <summary>The interval of what is above 0, such as a standard deviation, symmetric on the scale of logarithms.</summary>
    /// <param name="estimate">The estimate, ≥ 0.</param>
    /// <param name="standardError">Its standard error.</param>
    /// <param name="level">Coverage, in (0, 1).</param>
    /// <param name="degrees">Degrees of freedom of Student's t; ∞: normal.</param>
    public static Interval Positive(
        double estimate, double standardError, double level = 0.95, double degrees = double.PositiveInfinity)
    {
        double factor = Elementary.Exp(StudentT.Quantile(level, degrees) * standardError / estimate);
        return estimate > 0 && double.IsFinite(factor)
            ? new Interval(estimate, standardError, estimate / factor, estimate * factor)
            : Clipped(Normal(estimate, standardError, level, degrees), 0, double.PositiveInfinity);
    }

    private static double Logistic(double x) => 1 / (1 + Elementary.Exp(-x));

    private static Interval Clipped(Interval i, double least, double most) =>
        i with { Lower = Math.Max(i.Lower, least), Upper = Math.Min(i.Upper, most) };
}
