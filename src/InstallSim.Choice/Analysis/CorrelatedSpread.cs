using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Choice.Analysis;

/// <summary>
/// What the Cholesky factor L of correlated random coefficients says of them: c(i, j) = Σₘ L(i, m)·L(j, m), standard deviations √c(i, i)
/// and correlations c(i, j)/√(c(i, i)·c(j, j)), with standard errors by the delta method; intervals on the scales of
/// logarithms and of Fisher (atanh), which keep to their bounds.
/// </summary>
/// <param name="First">A coefficient.</param>
/// <param name="Second">Another, of which <paramref name="Value"/> is the correlation; the same: the standard deviation.</param>
/// <param name="Value">Standard deviation or correlation; of lognormals that of the logarithm.</param>
public sealed record CorrelatedSpread(string First, string Second, Interval Value)
{
    /// <summary>
    /// All standard deviations and correlations of a mixed logit, at the scale of 1; none of coefficients that are not correlated, or
    /// whose spreads depend on the person.
    /// </summary>
    /// <param name="result">Estimates, with the covariance to use.</param>
    /// <param name="level">Coverage of the intervals, in (0, 1).</param>
    public static IReadOnlyList<CorrelatedSpread> Of(EstimationResult result, double level = 0.95)
    {
        var found = new List<CorrelatedSpread>();
        if ((result.Model as MixedLogit ?? (result.Model as GeneralMixedLogit)?.Tastes) is not { } model)
        {
            return found;
        }

        foreach (var correlated in model.Correlated
            .Where(group => !model.Random.Any(r => r.SpreadBy.Count > 0 && group.Contains(r.Variable))))
        {
            string[] group = [.. model.Random.Select(r => r.Variable).Where(correlated.Contains)];
            var products = new Products(result, group);
            for (int i = 0; i < group.Length; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    found.Add(new CorrelatedSpread(group[i], group[j],
                        i == j ? products.Deviation(i, level) : products.Correlation(i, j, level)));
                }
            }
        }

        return found;
    }

    /// <summary>c(i, j) of a group and their gradients in the parameters.</summary>
    private sealed class Products(EstimationResult result, string[] group)
    {
        private readonly double[,] _covariance = result.Covariance();

        public Interval Deviation(int i, double level)
        {
            var (c, slope) = Of(i, i);
            double sd = Math.Sqrt(c);
            return Interval.Positive(sd, Error([.. slope.Select(s => s / (2 * sd))]), level, result.Degrees);
        }

        public Interval Correlation(int i, int j, double level)
        {
            var (c, slope) = Of(i, j);
            var (a, slopeOfA) = Of(i, i);
            var (b, slopeOfB) = Of(j, j);
            double root = Math.Sqrt(a * b), value = c / root;
            if (IsAtBound(i) || IsAtBound(j))
            {
                return Interval.Normal(value, double.NaN, level);
            }

            return Interval.Correlation(
                value, Error([.. slope.Select((s, k) => s / root - value / 2 * (slopeOfA[k] / a + slopeOfB[k] / b))]), level,
                result.Degrees);
        }

        /// <summary>Whether the spread that is a coefficient's own ended at 0: what is made of it then has no standard error.</summary>
        private bool IsAtBound(int i) => result.AtBound.Contains($"chol.{group[i]}.{group[i]}");

        private (double Value, double[] Slope) Of(int i, int j)
        {
            double value = 0;
            var slope = new double[result.Parameters.Count];
            for (int m = 0; m <= Math.Min(i, j); m++)
            {
                int one = result.IndexOf($"chol.{group[i]}.{group[m]}"), other = result.IndexOf($"chol.{group[j]}.{group[m]}");
                value += result.Estimates[one] * result.Estimates[other];
                slope[one] += result.Estimates[other];
                slope[other] += result.Estimates[one];
            }

            return (value, slope);
        }

        private double Error(double[] slope)
        {
            double variance = 0;
            for (int k = 0; k < slope.Length; k++)
            {
                for (int l = 0; l < slope.Length && slope[k] != 0; l++)
                {
                    variance += slope[l] == 0 ? 0 : slope[k] * slope[l] * _covariance[k, l];
                }
            }

            return variance > 0 ? Math.Sqrt(variance) : double.NaN; // 0: all of it is held or at its bound
        }
    }
}
