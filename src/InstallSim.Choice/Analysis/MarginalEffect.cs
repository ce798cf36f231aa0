using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Analysis;

/// <summary>By how much expected shares change between two states of the same choice sets, for any model.</summary>
public static class MarginalEffect
{
    /// <summary>Share of an alternative after less that before, by the delta method.</summary>
    /// <param name="result">Estimates, with the covariance to use.</param>
    /// <param name="before">Choice sets, such as with a variable at 0.</param>
    /// <param name="after">The same sets, such as with that variable at 1.</param>
    /// <param name="alternatives">Codes of the alternatives whose shares are asked for.</param>
    /// <returns>The change of each share, in [−1, 1].</returns>
    public static IReadOnlyList<Interval> Between(
        EstimationResult result, ChoiceData before, ChoiceData after, IReadOnlyList<int> alternatives)
    {
        Prediction low = new(result, before), high = new(result, after);
        return [.. alternatives.Select(code =>
        {
            var (share, slope) = low.ShareOf(code);
            var (then, thenSlope) = high.ShareOf(code);
            return Interval.Normal(
                then - share, Prediction.StandardError(result, thenSlope.Zip(slope, (b, a) => b - a).ToArray()), degrees: result.Degrees);
        })];
    }
}
