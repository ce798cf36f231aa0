namespace InstallSim.Choice.Estimation;

/// <summary>Estimates from resampled people, without those that say nothing.</summary>
/// <param name="Estimates">Estimates of each usable sample, shape [samples][K].</param>
/// <param name="Separated">Samples left out because they could not tell a parameter: perfect prediction, or a variable that did not
/// vary.</param>
/// <param name="Unconverged">Samples left out because the maximum was not reached.</param>
public sealed record BootstrapSamples(IReadOnlyList<double[]> Estimates, int Separated, int Unconverged)
{
    /// <summary>All samples drawn.</summary>
    public int Drawn => Estimates.Count + Separated + Unconverged;

    /// <summary>The percentile interval (Efron 1981) of something made of the estimates.</summary>
    /// <param name="of">What; a sample in which it is not a number does not count.</param>
    /// <param name="level">Coverage, in (0, 1).</param>
    /// <returns>Both ends, between order statistics by a straight line; NaN without samples.</returns>
    public (double Lower, double Upper) Percentiles(Func<double[], double> of, double level = 0.95)
    {
        double[] sorted = [.. Estimates.Select(of).Where(value => !double.IsNaN(value)).Order()];
        return (Quantile(sorted, (1 - level) / 2), Quantile(sorted, (1 + level) / 2));
    }

    private static double Quantile(double[] sorted, double share)
    {
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        double place = share * (sorted.Length - 1);
        int below = (int)place, above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
