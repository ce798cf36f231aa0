namespace InstallSim.Choice.Estimation;

/// <summary>Second derivatives by central differences of the analytic gradient: 2·K gradients, error of order h².</summary>
internal static class NumericHessian
{
    /// <param name="likelihood">Likelihood with an analytic gradient.</param>
    /// <param name="theta">Where.</param>
    /// <param name="scale">Curvature by parameter, flat [K, K], from which each step is a ten-thousandth of a standard error.</param>
    /// <param name="hessian">Out, flat [K, K].</param>
    /// <param name="threads">Most threads.</param>
    /// <param name="factors">Factors of the units' weights.</param>
    public static void Fill(Likelihood likelihood, double[] theta, double[] scale, double[] hessian, int threads, double[]? factors)
    {
        int k = theta.Length;
        for (int i = 0; i < k; i++)
        {
            double at = theta[i], h = scale[i * k + i] > 0 ? 1e-4 / Math.Sqrt(scale[i * k + i]) : 1e-5;
            h = Math.Clamp(h, 1e-9 * Math.Max(1, Math.Abs(at)), 1e-4 * Math.Max(1, Math.Abs(at)));
            theta[i] = at + h;
            double[] up = likelihood.Evaluate(theta, Derivatives.Gradient, threads, factors).Gradient;
            theta[i] = at - h;
            double[] down = likelihood.Evaluate(theta, Derivatives.Gradient, threads, factors).Gradient;
            theta[i] = at;
            for (int j = 0; j < k; j++)
            {
                hessian[i * k + j] = (up[j] - down[j]) / (2 * h);
            }
        }

        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j < i; j++)
            {
                hessian[i * k + j] = hessian[j * k + i] = (hessian[i * k + j] + hessian[j * k + i]) / 2;
            }
        }
    }
}
