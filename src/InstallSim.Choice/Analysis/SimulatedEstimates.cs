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
    /// <exception cref="ArgumentException">The covariance has a negative direction, or the data cannot tell a parameter.</exception>
    public static double[][] Of(EstimationResult result, int draws, uint seed = 1)
    {
        int[] free = [.. Enumerable.Range(0, result.Parameters.Count).Where(k => !result.IsFixed[k])];
        double[,] covariance = result.Covariance();
        double[] packed = [.. free.SelectMany(_ => free, (i, j) => covariance[i, j])], lower = new double[packed.Length];
        if (!SymmetricMatrix.TryCholesky(packed, free.Length, lower))
        {
            return Of(result.Estimates, covariance, draws, seed);
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

    /// <summary>
    /// The same from saved estimates: θ + L·z. A covariance without full rank, as that of parameters held equal to others, gives them the
    /// same numbers.
    /// </summary>
    /// <param name="estimates">Estimates, shape [K].</param>
    /// <param name="covariance">Their covariance, shape [K, K]; 0 for parameters that are fixed.</param>
    /// <param name="draws">How many vectors, ≥ 1.</param>
    /// <param name="seed">Seed.</param>
    /// <returns>Shape [draws][K].</returns>
    /// <exception cref="ArgumentException">The covariance has a negative direction, or is not finite.</exception>
    public static double[][] Of(IReadOnlyList<double> estimates, double[,] covariance, int draws, uint seed = 1)
    {
        int[] free = [.. Enumerable.Range(0, estimates.Count).Where(k => covariance[k, k] != 0)];
        double[] lower = Lower(covariance, free);
        return [.. Enumerable.Range(0, draws).Select(r =>
        {
            var key = new DrawKey(seed, 0, Purpose, 0, (uint)r);
            double[] theta = [.. estimates], z = [.. free.Select((_, i) => NormalQuantileKernel.Quantile(key.Uniform(i)))];
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

    /// <summary>The Cholesky factor; a column is 0 where the parameters before it say everything.</summary>
    private static double[] Lower(double[,] covariance, int[] free)
    {
        const double least = 1e-9;
        double[] lower = new double[free.Length * free.Length];
        for (int j = 0; j < free.Length; j++)
        {
            double own = covariance[free[j], free[j]], left = Rest(j, j);
            if (!double.IsFinite(left) || left < -least * own)
            {
                throw new ArgumentException("the covariance of the estimates is not positive, so that they cannot be simulated");
            }

            for (int i = j; i < free.Length && left > least * own; i++)
            {
                lower[i * free.Length + j] = Rest(i, j) / Math.Sqrt(left);
            }
        }

        return lower;

        double Rest(int i, int j)
        {
            double rest = covariance[free[i], free[j]];
            for (int m = 0; m < j; m++)
            {
                rest -= lower[i * free.Length + m] * lower[j * free.Length + m];
            }

            return rest;
        }
    }
}
