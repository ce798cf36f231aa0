using MathNet.Numerics.Distributions;

namespace InstallSim.Results;

/// <summary>An estimate over replications.</summary>
/// <param name="Mean">Estimate.</param>
/// <param name="StandardError">Its standard error, or the standard deviation of one more replication; NaN where it has none.</param>
/// <param name="Lower">Lower end of the 95 % interval; NaN when it has none.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Count">Replications used.</param>
public readonly record struct Interval(double Mean, double StandardError, double Lower, double Upper, int Count)
{
    /// <summary>Part of the numbers subtracted under which a difference is rounding: 2⁻⁵³ a step, some thousands of steps.</summary>
    private const double Rounding = 1e-12;

    /// <summary>a − b; 0 where no more than rounding tells them apart.</summary>
    public static double Difference(double a, double b) => Clean(a - b, Math.Max(Math.Abs(a), Math.Abs(b)));

    /// <summary>The interval with 0 for what rounding alone leaves of values of that size.</summary>
    /// <param name="size">The largest of the values, without its sign.</param>
    public Interval WithoutRounding(double size) => this with
    {
        Mean = Clean(Mean, size),
        StandardError = Clean(StandardError, size),
        Lower = Clean(Lower, size),
        Upper = Clean(Upper, size),
    };

    /// <summary>The largest of values, without its sign; 0 where none is a number.</summary>
    public static double SizeOf(IEnumerable<double> values) => values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();

    private static double Clean(double value, double size) => Math.Abs(value) <= Rounding * size ? 0 : value;
}

/// <summary>95 % intervals of means over replications that differ by chance alone: they shrink with the number of replications.</summary>
public static class Intervals
{
    private const double Level = 0.95;

    /// <summary>
    /// Student's interval of a mean: x̄ ± t(n − 1)·s/√n. NaN values are left out.
    /// </summary>
    /// <param name="values">A value a replication.</param>
    public static Interval OfMean(ReadOnlySpan<double> values)
    {
        int count = 0;
        double sum = 0;
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
            {
                sum += value;
                count++;
            }
        }

        double mean = sum / count, squares = 0;
        foreach (double value in values)
        {
            squares += double.IsNaN(value) ? 0 : (value - mean) * (value - mean);
        }

        if (count < 2)
        {
            return new Interval(mean, double.NaN, double.NaN, double.NaN, count);
        }

        double error = Math.Sqrt(squares / (count - 1) / count), t = T(count - 1);
        return new Interval(mean, error, mean - (t * error), mean + (t * error), count);
    }

    /// <summary>
    /// Fieller's interval of a ratio of means, ā / b̄, of pairs over replications: the θ for which ā − θ·b̄ is not significantly
    /// different from 0. NaN ends when the denominator itself is not significantly different from 0, for then no θ can be excluded.
    /// Fieller (1954), "Some problems in interval estimation".
    /// </summary>
    /// <param name="numerator">A value a replication.</param>
    /// <param name="denominator">A value a replication.</param>
    public static Interval OfRatio(ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator)
    {
        int n = numerator.Length;
        double a = 0, b = 0;
        for (int r = 0; r < n; r++)
        {
            a += numerator[r] / n;
            b += denominator[r] / n;
        }

        double ratio = b == 0 ? double.NaN : a / b;
        if (n < 2 || b == 0)
        {
            return new Interval(ratio, double.NaN, double.NaN, double.NaN, n);
        }

        double varA = 0, varB = 0, cov = 0;
        for (int r = 0; r < n; r++)
        {
            varA += (numerator[r] - a) * (numerator[r] - a) / (n - 1) / n;
            varB += (denominator[r] - b) * (denominator[r] - b) / (n - 1) / n;
            cov += (numerator[r] - a) * (denominator[r] - b) / (n - 1) / n;
        }

        double error = Math.Sqrt(Math.Max(0, varA - (2 * ratio * cov) + (ratio * ratio * varB))) / Math.Abs(b);
        double t2 = T(n - 1) * T(n - 1), g = (b * b) - (t2 * varB);
        double half = ((a * b) - (t2 * cov)) * ((a * b) - (t2 * cov)) - (g * ((a * a) - (t2 * varA)));
        if (g <= 0 || half < 0)
        {
            return new Interval(ratio, error, double.NaN, double.NaN, n);
        }

        double centre = ((a * b) - (t2 * cov)) / g;
        return new Interval(ratio, error, centre - (Math.Sqrt(half) / g), centre + (Math.Sqrt(half) / g), n);
    }

    private static double T(int freedom) => StudentT.InvCDF(0, 1, freedom, 1 - ((1 - Level) / 2));
}
