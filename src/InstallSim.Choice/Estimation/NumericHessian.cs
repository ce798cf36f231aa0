namespace InstallSim.Choice.Estimation;

/// <summary>Second derivatives by central differences of the analytic gradient: 2·K gradients, error of order h².</summary>
internal static class NumericHessian
{
    public static void Fill(Likelihood likelihood, double[] theta, double[] hessian, int threads, double[]? factors)
    {
        int k = theta.Length;
        for (int i = 0; i < k; i++)
        {
            double at = theta[i], h = 1e-5 * Math.Max(1, Math.Abs(at));
            theta[i] = at + h;
            double[] up = likelihood.Evaluate(theta, Derivatives.Gradient, threads, factors).Gradient;
            theta[i] = at - h;
            double[] down = likelihood.Evaluate(theta, Derivatives.Gradient, threads, factors).Gradient;
            theta[i] = at;
            for (int j = 0; j < k; j++)
                hessian[i * k + j] = (up[j] - down[j]) / (2 * h);
        }

        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j < i; j++)
                hessian[i * k + j] = hessian[j * k + i] = (hessian[i * k + j] + hessian[j * k + i]) / 2;
        }
    }
}
