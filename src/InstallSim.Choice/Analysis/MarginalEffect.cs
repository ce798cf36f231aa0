using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Analysis;

/// <summary>By how much choice probabilities change between two states of the same choice sets, for any model.</summary>
public static class MarginalEffect
{
    /// <summary>
    /// Σₙ wₙ·(Pₙ(k) after − Pₙ(k) before)/Σₙ wₙ over the situations n that offer k and, where one alternative alone changes, that one:
    /// where either is missing nothing can change, and such situations would only make the mean smaller. Standard errors and intervals by
    /// the delta method; of bootstrap estimates the standard deviation and percentiles over the samples.
    /// </summary>
    /// <param name="result">Estimates, with the covariance to use.</param>
    /// <param name="before">Choice sets, such as with a variable at 0.</param>
    /// <param name="after">The same sets, such as with that variable at 1.</param>
    /// <param name="alternatives">Codes k of the alternatives whose probabilities are asked for.</param>
    /// <param name="changed">Code of the alternative that changes; null: all do, as with a variable of the person.</param>
    /// <returns>The mean change of each, in [−1, 1]; without an alternative that no such situation offers.</returns>
    public static IReadOnlyDictionary<int, Interval> Between(
        EstimationResult result, ChoiceData before, ChoiceData after, IReadOnlyList<int> alternatives, int? changed = null)
    {
        bool[] counts = [.. Enumerable.Range(0, before.Situations).Select(n => changed is null
            || Enumerable.Range(before.Start(n), before.Start(n + 1) - before.Start(n)).Any(row => before.Alternative(row) == changed))];
        Prediction low = new(result, before), high = new(result, after);
        int[] codes = [.. alternatives.Where(code => !double.IsNaN(low.MeanOf(code, counts).Mean))];
        IReadOnlyList<double[]>? samples = SampledInterval.Samples(result);
        double[][] sampled = samples is null ? [] : Sampled(result, before, after, samples, codes, counts);
        return codes.Index().ToDictionary(code => code.Item, code =>
        {
            var ((mean, slope), (then, thenSlope)) = (low.MeanOf(code.Item, counts), high.MeanOf(code.Item, counts));
            return samples is null
                ? Interval.Normal(then - mean, Prediction.StandardError(result, [.. thenSlope.Zip(slope, (b, a) => b - a)]),
                    degrees: result.Degrees)
                : SampledInterval.Of(then - mean, sampled.Select(s => s[code.Index]));
        });
    }

    private static double[][] Sampled(
        EstimationResult result, ChoiceData before, ChoiceData after, IReadOnlyList<double[]> samples, int[] codes, bool[] counts)
    {
        Func<double[], double[]> low = Prediction.At(result.Model, before), high = Prediction.At(result.Model, after);
        return [.. samples.Select(theta =>
        {
            (double[] lowAt, double[] highAt) = (low(theta), high(theta));
            return codes.Select(code => Prediction.Mean(after, highAt, code, counts) - Prediction.Mean(before, lowAt, code, counts))
                .ToArray();
        })];
    }
}
