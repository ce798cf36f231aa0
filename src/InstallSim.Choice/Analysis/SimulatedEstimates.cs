using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Analysis;

/// <summary>
/// Vectors of parameters as other samples might have given them: multivariate normal with the mean and covariance of the estimates.
/// </summary>
public static class SimulatedEstimates
{
    private const ushort Purpose = 0xE577;

    /// <summary>Simulates θ + L·z, L the Cholesky factor of the covariance, z standard normal; fixed parameters stay.</summary>
    /// <param name="result">Estimates, with the covariance to use.</param>
    /// <param name="draws">How many vectors, ≥ 1.</param>
    /// <param name="seed">Seed.</param>
    /// <returns>Shape [draws][K].</returns>
    /// <exception cref="ArgumentException">The covariance is not positive definite, or the data cannot tell a parameter.</exception>
    public static double[][] Of(EstimationResult result, int draws, uint seed = 1)
    {
        int[] free = [.. Enumerable.Range(0, result.Parameters.Count).Where(k => !result.IsFixed[k])];
        double[,] covariance = result.Covariance();
        double[] packed = [.. free.SelectMany(_ => free, (i, j) => covariance[i, j])], lower = new double[packed.Length];
        if (!SymmetricMatrix.TryCholesky(packed, free.Length, lower))
        {
            throw new ArgumentException(
                "the covariance of the estimates is not positive definite, so that they cannot be simulated", nameof(result));
        }

        return [.. Enumerable.Range(0, draws).Select(r =>
        {
            var key = new DrawKey(seed, 0, Purpose, 0, (uint)r);
            double[] theta = [.. result.Estimates], z = [.. free.Select((_, i) => NormalQuantileKernel.Quantile(key.Uniform(i)))];
            for (int i = 0; i < free.Length; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    theta[free[i]] += lower[i * free.Length + j] * z[j];
                }
            }

            return theta;
        })];
    }
}
