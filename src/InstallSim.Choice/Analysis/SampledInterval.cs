using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Analysis;

/// <summary>Intervals of what is made of the estimates, from what it is in samples of them: the standard error is the standard deviation
/// over the samples, the ends are percentiles.</summary>
internal static class SampledInterval
{
    /// <summary>
    /// The samples that a bootstrap left, none where the data do not tell a parameter; null where the standard errors are of another kind.
    /// </summary>
    public static IReadOnlyList<double[]>? Samples(EstimationResult result) =>
        result is { DefaultCovariance: CovarianceKind.Bootstrap, Bootstrap: { } samples }
            ? result.IsIdentified ? samples.Estimates : [] : null;

    /// <summary>The interval of one quantity.</summary>
    /// <param name="estimate">At the estimates.</param>
    /// <param name="sampled">At each sample; NaN where it has none there.</param>
    /// <returns>Without error and ends for fewer than two samples.</returns>
    public static Interval Of(double estimate, IEnumerable<double> sampled)
    {
        double[] told = [.. sampled.Where(value => !double.IsNaN(value))];
        if (told.Length < 2)
        {
            return new Interval(estimate, double.NaN, double.NaN, double.NaN);
        }

        double mean = told.Average(), deviation = Math.Sqrt(told.Sum(s => (s - mean) * (s - mean)) / (told.Length - 1));
        var (lower, upper) = new BootstrapSamples([.. told.Select(s => (double[])[s])], 0, 0).Percentiles(s => s[0]);
        return new Interval(estimate, deviation, lower, upper);
    }
}
