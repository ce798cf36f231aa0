using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;

namespace InstallSim.Tests.Choice.Estimation;

/// <summary>What must hold for the likelihood of every model.</summary>
internal static class LikelihoodChecks
{
    private const Derivatives Everything = Derivatives.OuterProduct | Derivatives.Hessian | Derivatives.Scores;

    /// <summary>
    /// Derivatives against central differences at random points about a centre, sums against their parts, threads against one.
    /// Second derivatives not where a kink is in the mean over draws (censored normals), whose differences leave it out.
    /// </summary>
    public static void Verify(
        Likelihood likelihood, double[]? centre = null, double spread = 0.3, int points = 3, bool hasKink = false)
    {
        var key = new DrawKey(99, 0, 9, 0, 0);
        for (int point = 0; point < points; point++)
        {
            double[] theta = [.. (centre ?? likelihood.Start).Select((c, k) => c + spread * (2 * key.Uniform(100 * point + k) - 1))];
            var at = likelihood.Evaluate(theta, Everything, 1);
            Gradient(likelihood, theta, at);
            if (!hasKink)
            {
                Hessian(likelihood, theta, at);
            }

            Parts(likelihood, theta, at);
        }
    }

    private static void Gradient(Likelihood likelihood, double[] theta, Evaluation at)
    {
        for (int k = 0; k < theta.Length; k++)
        {
            double h = 1e-5 * Math.Max(1, Math.Abs(theta[k]));
            double difference = Difference(theta, k, h, t => [likelihood.Evaluate(t, Derivatives.None).LogLikelihood])[0];
            Assert.That(at.Gradient[k],
                Is.EqualTo(difference).Within(Tolerance(1e-6, at.LogLikelihood, difference)), likelihood.Parameters[k]);
        }
    }

    private static void Hessian(Likelihood likelihood, double[] theta, Evaluation at)
    {
        int count = theta.Length;
        for (int k = 0; k < count; k++)
        {
            double h = 1e-5 * Math.Max(1, Math.Abs(theta[k]));
            double[] row = Difference(theta, k, h, t => likelihood.Evaluate(t, Derivatives.Gradient).Gradient);
            for (int j = 0; j < count; j++)
            {
                string name = $"{likelihood.Parameters[k]} × {likelihood.Parameters[j]}";
                Assert.That(at.Hessian[k * count + j], Is.EqualTo(row[j]).Within(Tolerance(1e-5, at.LogLikelihood, row[j])), name);
                Assert.That(at.Hessian[k * count + j], Is.EqualTo(at.Hessian[j * count + k]), name);
            }
        }
    }

    private static void Parts(Likelihood likelihood, double[] theta, Evaluation at)
    {
        int count = theta.Length;
        double size = Math.Abs(at.LogLikelihood);
        Assert.That(at.UnitLogLikelihood.Sum(), Is.EqualTo(at.LogLikelihood).Within(1e-10 * size));
        for (int i = 0; i < count; i++)
        {
            double[] score = [.. Enumerable.Range(0, likelihood.Units).Select(u => at.Scores[u * count + i])];
            Assert.That(score.Sum(), Is.EqualTo(at.Gradient[i]).Within(1e-9 * size));
            for (int j = 0; j < count; j++)
            {
                double outer = score.Select((s, u) => s * at.Scores[u * count + j]).Sum();
                Assert.That(at.OuterProduct[i * count + j], Is.EqualTo(outer).Within(1e-9 * (size + Math.Abs(outer))));
            }
        }

        var again = likelihood.Evaluate(theta, Everything, 2);
        Assert.That(again.LogLikelihood, Is.EqualTo(at.LogLikelihood), "two threads");
        Assert.That(again.Gradient, Is.EqualTo(at.Gradient), "two threads");
        Assert.That(again.Hessian, Is.EqualTo(at.Hessian), "two threads");
        Assert.That(likelihood.Evaluate(theta, Derivatives.None).LogLikelihood,
            Is.EqualTo(at.LogLikelihood).Within(1e-11 * size), "value alone");
    }

    private static double Tolerance(double relative, double logLikelihood, double value) =>
        relative * Math.Max(1, Math.Abs(value)) + 1e-10 * Math.Abs(logLikelihood);

    private static double[] Difference(double[] theta, int k, double h, Func<double[], double[]> f)
    {
        double at = theta[k];
        theta[k] = at + h;
        double[] up = [.. f(theta)];
        theta[k] = at - h;
        double[] down = [.. f(theta)];
        theta[k] = at;
        return [.. up.Zip(down, (u, d) => (u - d) / (2 * h))];
    }
}
