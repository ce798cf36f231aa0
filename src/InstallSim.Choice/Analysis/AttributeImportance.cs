using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Analysis;

/// <summary>How much an attribute matters.</summary>
/// <param name="Range">Utility between its best and its worst level.</param>
/// <param name="Share">That range by the sum of those of all attributes, in [0, 1].</param>
public sealed record AttributeWeight(Interval Range, Interval Share);

/// <summary>
/// Importance of attributes: with the part-worth Σ βₖ·xₖ over an attribute's variables, the range between the best and the worst of the
/// levels that the data show, and its share of the sum of ranges. The ranges have kinks, where the delta method fails; intervals are
/// percentiles over bootstrap samples where there are some, else over simulated estimates (Krinsky and Robb 1986). A range is never below
/// 0: an attribute that does not matter has one above 0 all the same.
/// </summary>
public static class AttributeImportance
{
    /// <summary>The weights of attributes.</summary>
    /// <param name="result">Estimates, with the covariance to use.</param>
    /// <param name="data">Choices; their rows show the levels.</param>
    /// <param name="attributes">Variables of each attribute, with the parameters that multiply them.</param>
    /// <param name="draws">Simulated vectors of estimates, ≥ 100.</param>
    /// <param name="seed">Seed.</param>
    /// <returns>One an attribute; ends are NaN where the covariance allows no simulation.</returns>
    /// <exception cref="ArgumentException">A variable or parameter is unknown.</exception>
    public static IReadOnlyList<AttributeWeight> Of(
        EstimationResult result, ChoiceData data, IReadOnlyList<IReadOnlyList<(string Variable, string Parameter)>> attributes,
        int draws = 1000, uint seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 100);
        int[][] places = [.. attributes.Select(of => of.Select(v => result.IndexOf(v.Parameter)).ToArray())];
        double[][][] levels = [.. attributes.Select(of => Levels(data, [.. of.Select(v => v.Variable)]))];
        double[] RangesAt(double[] theta) => [.. attributes.Select((_, a) => Range(theta, places[a], levels[a]))];
        double[] estimate = RangesAt([.. result.Estimates]);
        double[][] sampled = [.. Samples(result, draws, seed).Select(RangesAt)];
        return [.. attributes.Select((_, a) => new AttributeWeight(
            SampledInterval.Of(estimate[a], sampled.Select(ranges => ranges[a])),
            SampledInterval.Of(estimate[a] / estimate.Sum(), sampled.Select(ranges => ranges[a] / ranges.Sum()))))];
    }

    private static IEnumerable<double[]> Samples(EstimationResult result, int draws, uint seed)
    {
        if (result.Bootstrap is { } samples)
        {
            return samples.Estimates;
        }

        try
        {
            return SimulatedEstimates.Of(result, draws, seed);
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    /// <summary>The combinations of values that the rows show, each once.</summary>
    private static double[][] Levels(ChoiceData data, string[] variables)
    {
        double[][] columns = [.. variables.Select(name => data.Column(name).ToArray())];
        return [.. Enumerable.Range(0, data.Rows).Select(row => columns.Select(column => column[row]).ToArray())
            .DistinctBy(level => string.Join(';', level.Select(BitConverter.DoubleToInt64Bits)))];
    }

    private static double Range(double[] theta, int[] places, double[][] levels)
    {
        double best = double.NegativeInfinity, worst = double.PositiveInfinity;
        foreach (double[] level in levels)
        {
            double worth = 0;
            for (int k = 0; k < places.Length; k++)
            {
                worth += theta[places[k]] * level[k];
            }

            (best, worst) = (Math.Max(best, worth), Math.Min(worst, worth));
        }

        return best - worst;
    }
}
