using InstallSim.Choice.Estimation;

namespace InstallSim.Choice.Models;

/// <summary>
/// Truncated normals that ended far out in their tail, cut off at many spreads beyond the mean: there they are exponential with mean
/// spread²/|mean|, whatever the two, and the search goes on for ever. A sign forced against the data ends so, at 0 for everybody.
/// </summary>
internal static class TruncatedTail
{
    private const double Far = 1e4; // spreads; what is left of the normal is a hundred-millionth

    /// <summary>Those of them, mean and spread together.</summary>
    /// <param name="terms">Which parameters make which coefficient.</param>
    /// <param name="theta">θ where a search ended.</param>
    public static IEnumerable<Unidentified> Of(CoefficientTerms terms, double[] theta)
    {
        foreach (var (random, parts) in terms.Coefficients)
        {
            Term[] means = [.. parts.Where(part => part.Dimension < 0)];
            if (random?.Distribution == Distribution.TruncatedNormal && means.Length == 1
                && -random.Sign * theta[means[0].Parameter] > Far * Math.Abs(theta[parts[^1].Parameter]))
            {
                yield return new Unidentified(
                    [terms.Parameters[means[0].Parameter], terms.Parameters[parts[^1].Parameter]], Unidentified.Unbounded);
            }
        }
    }
}
