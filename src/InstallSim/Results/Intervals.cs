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

    /// <summary>Whether it has no ends because all values are the same and too few to tell (<see cref="WhereTiesTell"/>).</summary>
    public bool IsTied => StandardError == 0 && Mean != 0 && double.IsNaN(Lower);

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

    /// <summary>
    /// The interval without ends where all values are the same, not 0, and fewer than <paramref name="enough"/>: that each of five
    /// replications has one GP more does not tell that the next has. What is 0 in all keeps [0, 0], which claims nothing.
    /// </summary>
    /// <param name="size">The largest of the values, without its sign.</param>
    /// <param name="enough">Values from which ties tell.</param>
    public Interval WhereTiesTell(double size, int enough) => Clean(StandardError, size) == 0 && Clean(Mean, size) != 0
        && Count < enough
        ? this with { StandardError = 0, Lower = double.NaN, Upper = double.NaN }
        : this;

    /// <summary>The largest of values, without its sign; 0 where none is a number.</summary>
    public static double SizeOf(IEnumerable<double> values) => values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();

    /// <summary>The value; 0 where it is no more than rounding of numbers of that size.</summary>
    public static double Clean(double value, double size) => Math.Abs(value) <= Rounding * size ? 0 : value;
}

/// <summary>95 % intervals of means over replications that differ by chance alone: they shrink with the number of replications.</summary>
public static class Intervals
{
    private const double Level = 0.95;

    /// <summary>
    /// Values that tell where they are all the same: the next of n independent ones lies among them with probability (n − 1)/(n + 1) or
    /// more, whatever the distribution, which is 0.95 from 39 on.
    /// </summary>
    private const int EnoughTies = 39;

    /// <summary>Replications that tell where they are all the same: <see cref="DoubtIntervals.Enough"/> where two share a draw.</summary>
    public static int Enough(bool holdsDoubt) => holdsDoubt ? DoubtIntervals.Enough : EnoughTies;

    /// <summary>
    /// The interval of a difference: of one more replication where replications draw what is doubted, else of the mean; none where too few
    /// are all the same (<see cref="Interval.WhereTiesTell"/>).
    /// </summary>
    /// <param name="values">A value a replication.</param>
    /// <param name="holdsDoubt">Whether replications draw what is doubted.</param>
    /// <param name="size">The largest of the levels that the differences were taken from, whose rounding tells none apart.</param>
    public static Interval OfDifference(double[] values, bool holdsDoubt, double size = 0) =>
        (holdsDoubt ? DoubtIntervals.OfNext(values) : OfMean(values))
            .WhereTiesTell(Math.Max(size, Interval.SizeOf(values)), Enough(holdsDoubt));

    /// <summary>
    /// A cost for each of what is gained, the ratio of their means. NaN where nothing is paid or gained on average; without an interval
    /// where the gain has none or its interval holds 0.
    /// </summary>
    /// <param name="cost">A value a replication.</param>
    /// <param name="gain">A value a replication.</param>
    /// <param name="holdsDoubt">Whether replications draw what is doubted.</param>
    public static Interval OfPrice(double[] cost, double[] gain, bool holdsDoubt)
    {
        if (cost.All(c => c == 0) || gain.Sum() <= 0)
        {
            return new Interval(double.NaN, double.NaN, double.NaN, double.NaN, cost.Length);
        }

        Interval price = OfRatio(cost, gain, holdsDoubt);
        return OfDifference(gain, holdsDoubt).IsTied ? price with { Lower = double.NaN, Upper = double.NaN } : price;
    }

    /// <summary>The ratio of means, with its interval for one more replication, or for the mean.</summary>
    /// <param name="numerator">A value a replication.</param>
    /// <param name="denominator">A value a replication.</param>
    /// <param name="holdsDoubt">Whether replications draw what is doubted.</param>
    public static Interval OfRatio(double[] numerator, double[] denominator, bool holdsDoubt) =>
        holdsDoubt ? DoubtIntervals.OfRatio(numerator, denominator) : OfRatio(numerator, denominator);

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
        double square = ((a * b) - (t2 * cov)) * ((a * b) - (t2 * cov));
        // Where neither varies nothing is left but rounding, of either sign.
        double half = Interval.Clean(square - (g * ((a * a) - (t2 * varA))), square);
        if (g <= 0 || half < 0)
        {
            return new Interval(ratio, error, double.NaN, double.NaN, n);
        }

        double centre = ((a * b) - (t2 * cov)) / g;
        return new Interval(ratio, error, centre - (Math.Sqrt(half) / g), centre + (Math.Sqrt(half) / g), n);
    }

    private static double T(int freedom) => StudentT.InvCDF(0, 1, freedom, 1 - ((1 - Level) / 2));
}
