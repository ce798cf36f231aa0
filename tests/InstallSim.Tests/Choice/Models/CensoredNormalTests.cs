using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;
using InstallSim.Choice.Models;

namespace InstallSim.Tests.Choice.Models;

/// <summary>Standard errors of coefficients of which a part of the people has exactly 0.</summary>
public sealed class CensoredNormalTests
{
    /// <summary>The exact likelihood has a mass at 0 and an integral beyond it, here by 400 Simpson steps over eight spreads.</summary>
    [TestCase(1)]
    [TestCase(-1)]
    public void Standard_errors_are_those_of_the_integral(int sign)
    {
        ChoiceData data = Simulated.Panel(
            600, 5, 3, 1, key => [sign * Math.Max(0, 0.3 + (0.9 * Simulated.Normal(key, 0)))], equalSets: true, weighted: false);
        var model = new MixedLogit(
            ["x1"], [new RandomCoefficient("x1", Distribution.CensoredNormal) { Sign = sign }], new HaltonDraws(2000));
        EstimationResult fit = MaximumLikelihood.Estimate(model, data);
        double[] theta = [.. fit.Estimates];
        double[,] covariance = fit.Covariance(CovarianceKind.Hessian);
        double[,] exact = Covariance(t => LogLikelihood(data, t[0], Math.Abs(t[1]), sign), theta);
        for (int k = 0; k < 2; k++)
        {
            Assert.That(Math.Sqrt(covariance[k, k]), Is.EqualTo(Math.Sqrt(exact[k, k])).Within(1.5).Percent, model.Parameters[k]);
        }
    }

    private static double[,] Covariance(Func<double[], double> f, double[] at)
    {
        const double h = 1e-3;
        double F(double a, double b) => f([at[0] + a, at[1] + b]);
        double centre = F(0, 0);
        double p = -(F(h, 0) - (2 * centre) + F(-h, 0)) / (h * h), q = -(F(0, h) - (2 * centre) + F(0, -h)) / (h * h);
        double r = -(F(h, h) - F(h, -h) - F(-h, h) + F(-h, -h)) / (4 * h * h), determinant = (p * q) - (r * r);
        return new[,] { { q / determinant, -r / determinant }, { -r / determinant, p / determinant } };
    }

    private static double LogLikelihood(ChoiceData data, double mean, double spread, int sign)
    {
        const int steps = 400;
        double sum = 0, m = sign * mean, end = m + (8 * spread);
        for (int person = 0; person < data.Persons; person++)
        {
            double at0 = MathNet.Numerics.Distributions.Normal.CDF(0, 1, -m / spread) * Choices(data, person, 0), step = end / steps;
            for (int i = 0; i <= steps; i++)
            {
                double beta = i * step, density = MathNet.Numerics.Distributions.Normal.PDF(m, spread, beta);
                at0 += step / 3 * (i is 0 or steps ? 1 : i % 2 == 1 ? 4 : 2) * density * Choices(data, person, sign * beta);
            }

            sum += Math.Log(at0);
        }

        return sum;
    }

    private static double Choices(ChoiceData data, int person, double beta)
    {
        double probability = 1;
        var x = data.Column("x1");
        for (int n = data.FirstSituation(person); n < data.FirstSituation(person + 1); n++)
        {
            double sum = 0;
            for (int row = data.Start(n); row < data.Start(n + 1); row++)
            {
                sum += Elementary.Exp(beta * (x[row] - x[data.Start(n) + data.Chosen(n)]));
            }

            probability /= sum;
        }

        return probability;
    }
}
