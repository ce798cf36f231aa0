using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Models;

namespace InstallSim.Tests.Choice.Analysis;

public sealed class CorrelatedSpreadTests
{
    private static readonly string[] Names = ["x1", "x2", "x3"];

    /// <summary>β₁ and β₂ have standard deviations 1 and 1.25 and correlation −0.6.</summary>
    private static EstimationResult Fit()
    {
        var data = Simulated.Panel(400, 8, 4, 3, key =>
        {
            double a = Simulated.Normal(key, 0), b = Simulated.Normal(key, 1);
            return [1 + a, -1 - 0.75 * a + b, 0.5];
        });
        return MaximumLikelihood.Estimate(new MixedLogit(Names, [new("x1"), new("x2")], new HaltonDraws(200), [["x1", "x2"]]), data);
    }

    [Test]
    public void Deviations_and_correlation_are_those_of_the_covariance_simulated()
    {
        var found = CorrelatedSpread.Of(Fit());
        Assert.That(found.Select(s => (s.First, s.Second)), Is.EqualTo(new[] { ("x1", "x1"), ("x2", "x1"), ("x2", "x2") }));
        double[] truth = [1, -0.6, 1.25];
        for (int i = 0; i < truth.Length; i++)
        {
            Assert.That((found[i].Value.Estimate - truth[i]) / found[i].Value.StandardError, Is.InRange(-4, 4));
        }
    }

    [Test]
    public void Standard_errors_are_those_of_differences()
    {
        var result = Fit();
        var found = CorrelatedSpread.Of(result);
        double[,] covariance = result.Covariance();
        int[] at = [result.IndexOf("chol.x1.x1"), result.IndexOf("chol.x2.x1"), result.IndexOf("chol.x2.x2")];
        Func<double[], double>[] formulas =
        [
            l => Math.Abs(l[0]), l => l[0] * l[1] / Math.Abs(l[0]) / Math.Sqrt(l[1] * l[1] + l[2] * l[2]),
            l => Math.Sqrt(l[1] * l[1] + l[2] * l[2]),
        ];
        for (int f = 0; f < formulas.Length; f++)
        {
            double[] point = [.. at.Select(k => result.Estimates[k])];
            double[] slope = [.. Enumerable.Range(0, 3).Select(k => Slope(formulas[f], point, k))];
            double variance = 0;
            for (int k = 0; k < 3; k++)
            {
                for (int l = 0; l < 3; l++)
                {
                    variance += slope[k] * slope[l] * covariance[at[k], at[l]];
                }
            }

            Assert.That(found[f].Value.Estimate, Is.EqualTo(formulas[f](point)).Within(1e-12));
            Assert.That(found[f].Value.StandardError, Is.EqualTo(Math.Sqrt(variance)).Within(1e-6));
        }
    }

    [Test]
    public void A_correlation_made_from_a_spread_at_its_bound_has_no_interval()
    {
        ChoiceData data = Simulated.Panel(120, 6, 3, 3, key => [1 + Simulated.Normal(key, 0), -1 - Simulated.Normal(key, 0), 0.5]);
        EstimationResult fit = MaximumLikelihood.Estimate(
            new MixedLogit(Names, [new("x1"), new("x2")], new HaltonDraws(40), [["x1", "x2"]]), data);
        Assert.That(fit.AtBound, Does.Contain("chol.x2.x2"));
        Interval correlation = CorrelatedSpread.Of(fit).Single(s => s.First != s.Second).Value;
        Assert.That(new[] { correlation.StandardError, correlation.Lower, correlation.Upper }, Is.All.NaN);
    }

    private static double Slope(Func<double[], double> f, double[] x, int k)
    {
        double[] up = [.. x], down = [.. x];
        (up[k], down[k]) = (x[k] + 1e-5, x[k] - 1e-5);
        return (f(up) - f(down)) / 2e-5;
    }
}
