using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Estimation;

namespace InstallSim.Tests.Choice.Models;

public sealed class MixedLogitTests
{
    private static readonly string[] Variables = ["x1", "x2", "x3", "x4"];

    [Test]
    public void Derivatives_equal_finite_differences([Values] Distribution distribution, [Values] bool panel)
    {
        RandomCoefficient[] random =
        [
            new("x3", distribution) { Sign = -1, Lower = -2, Upper = 1 },
            new("x1", distribution) { Sign = 1, Lower = -1, Upper = 2 },
        ];
        var model = new MixedLogit(Variables, random, new HaltonDraws(21)) { Panel = panel };
        LikelihoodChecks.Verify(model.Bind(Data(14)),
            [.. model.Parameters.Select(p => p.StartsWith("sd.", StringComparison.Ordinal) ? 0.8 : p == "x3" ? -0.5 : 0.5)],
            hasKink: distribution == Distribution.CensoredNormal);
    }

    [Test]
    public void Derivatives_of_correlated_coefficients_equal_finite_differences()
    {
        RandomCoefficient[] random =
        [
            new("x2"), new("x4", Distribution.Lognormal), new("x1", Distribution.JohnsonSb), new("x3", Distribution.Uniform),
        ];
        var model = new MixedLogit(Variables, random, new HaltonDraws(37), [["x1", "x2", "x4"]]);
        Assert.That(model.Parameters,
            Is.EqualTo(new[]
            {
                "x1", "x2", "x3", "x4", "chol.x2.x2", "chol.x4.x2", "chol.x4.x4", "chol.x1.x2", "chol.x1.x4", "chol.x1.x1", "sd.x3",
            }));
        LikelihoodChecks.Verify(model.Bind(Data(15)));
    }

    [Test]
    public void Derivatives_over_several_blocks_of_draws_equal_finite_differences([Values(128, 136, 150, 300)] int draws)
    {
        RandomCoefficient[] random = [new("x2", Distribution.Lognormal), new("x1", Distribution.TruncatedNormal), new("x4")];
        var model = new MixedLogit(Variables, random, new HaltonDraws(draws), [["x2", "x4"]]);
        LikelihoodChecks.Verify(model.Bind(Data(6)), [0.5, -0.5, 0.2, 0.3, 0.4, 0.7, 0.2, 0.5], 0.2, 1);
    }

    [Test]
    public void Derivatives_of_error_components_equal_finite_differences()
    {
        var model = new MixedLogit(Variables, [new("x1") { IsErrorComponent = true }, new("x2")], new SobolDraws(64, 3));
        Assert.That(model.Parameters, Is.EqualTo(new[] { "x2", "x3", "x4", "sd.x1", "sd.x2" }));
        LikelihoodChecks.Verify(model.Bind(Data(15)));
    }

    [Test]
    public void Log_likelihood_is_that_of_the_textbook_formula([Values] bool panel)
    {
        var data = Data(12);
        var draws = new HaltonDraws(13);
        double[] theta = [0.4, -0.3, 0.2, 0.1, 0.9];
        double expected = 0;
        int units = panel ? data.Persons : data.Situations;
        for (int unit = 0; unit < units; unit++)
        {
            int first = panel ? data.FirstSituation(unit) : unit, end = panel ? data.FirstSituation(unit + 1) : unit + 1;
            double[] z = new double[13];
            draws.Fill(unit, 0, z);
            NormalQuantileKernel.Fill(z, z);
            double average = z.Average(draw => Enumerable.Range(first, end - first)
                .Aggregate(1.0, (p, n) => p * Probability(data, n, theta, theta[1] + theta[4] * draw)));
            expected += data.Weight(first) * Math.Log(average);
        }

        var model = new MixedLogit(Variables, [new("x2")], draws) { Panel = panel };
        Assert.That(model.Bind(data).Evaluate(theta, Derivatives.None).LogLikelihood, Is.EqualTo(expected).Within(1e-10));
    }

    [TestCase(0, 0.1, 0.1)]
    [TestCase(3, 0.3, 3)]
    public void It_starts_from_wide_spreads_where_tastes_differ_much(double spread, double least, double most)
    {
        var data = Simulated.Panel(200, 6, 4, 2, key => [0.8 + spread * Simulated.Normal(key, 0), -0.5]);
        var likelihood = new MixedLogit(["x1", "x2"], [new("x1")], new HaltonDraws(50)).Bind(data);
        Assert.That(likelihood.Parameters[2], Is.EqualTo("sd.x1"));
        Assert.That(likelihood.Start[2], Is.InRange(least, most));
    }

    [Test]
    public void Without_spread_it_is_the_multinomial_logit()
    {
        var data = Data(40);
        double[] beta = [0.4, -0.3, 0.2, 0.1];
        var plain = new MultinomialLogit(Variables).Bind(data).Evaluate(beta, Derivatives.Gradient);
        var mixed = new MixedLogit(Variables, [new("x2"), new("x4")], new HaltonDraws(20)).Bind(data)
            .Evaluate([.. beta, 0, 0], Derivatives.Gradient);
        Assert.That(mixed.LogLikelihood, Is.EqualTo(plain.LogLikelihood).Within(1e-9));
        Assert.That(mixed.Gradient[..4], Is.EqualTo(plain.Gradient).Within(1e-9));
    }

    [TestCase(3000)]
    [TestCase(1e4)]
    public void Huge_utilities_are_safe(double size)
    {
        var data = Data(12);
        double[] theta = [size, -size, size, 0.1, 0];
        var at = new MixedLogit(Variables, [new("x2")], new HaltonDraws(20)).Bind(data)
            .Evaluate(theta, Derivatives.Gradient | Derivatives.Hessian);
        var plain = new MultinomialLogit(Variables).Bind(data).Evaluate(theta.AsSpan(0, 4), Derivatives.Gradient);
        Assert.That(at.LogLikelihood, Is.EqualTo(plain.LogLikelihood).Within(1e-9 * -plain.LogLikelihood));
        Assert.That(at.Gradient[..4], Is.EqualTo(plain.Gradient).Within(1e-6));
        Assert.That(at.Hessian, Has.All.Matches<double>(double.IsFinite));
    }

    [Test]
    public void A_long_panel_does_not_underflow()
    {
        var data = Simulated.Panel(2, 1200, 4, 4, _ => [0.3, 0.3, 0.3, 0.3]);
        var at = new MixedLogit(Variables, [new("x2")], new HaltonDraws(20)).Bind(data).Evaluate([0, 0, 0, 0, 0.1], Derivatives.Gradient);
        Assert.That(at.LogLikelihood, Is.LessThan(-2000));
        Assert.That(at.Gradient, Has.All.Matches<double>(double.IsFinite));
    }

    [Test]
    public void Known_coefficients_are_recovered_within_four_standard_errors()
    {
        double[] truth = [-1, 0.8, 0.5, -0.4, 0.8, 1];
        var data = Simulated.Panel(600, 8, 4, 4,
            key => [truth[0] + truth[4] * Simulated.Normal(key, 0), truth[1] + truth[5] * Simulated.Normal(key, 1), truth[2], truth[3]]);
        var result = MaximumLikelihood.Estimate(new MixedLogit(Variables, [new("x1"), new("x2")], new HaltonDraws(200)), data);
        Assert.That(result.Converged, Is.True, result.Ending);
        double[] se = result.StandardErrors();
        for (int k = 0; k < truth.Length; k++)
        {
            Assert.That((Math.Abs(result.Estimates[k]) - Math.Abs(truth[k])) / se[k], Is.InRange(-4, 4), result.Parameters[k]);
        }
    }

    [TestCase("x9", 1, 0, "x9")]
    [TestCase("x1", 2, 0, "sign")]
    [TestCase("x1", 1, 5, "bounds")]
    public void Impossible_coefficients_are_refused(string variable, int sign, double lower, string told) =>
        Assert.That(
            () => new MixedLogit(Variables, [new(variable, Distribution.JohnsonSb) { Sign = sign, Lower = lower }], new HaltonDraws(10)),
            Throws.ArgumentException.With.Message.Contains(told));

    private static ChoiceData Data(int persons) => Simulated.Panel(persons, 4, 5, 4, _ => [-1, 0.8, 0.5, 0.3]);

    private static double Probability(ChoiceData data, int n, double[] theta, double second)
    {
        double[] beta = [theta[0], second, theta[2], theta[3]];
        double[] e = [.. Enumerable.Range(data.Start(n), data.Alternatives(n))
            .Select(r => Math.Exp(Enumerable.Range(0, 4).Sum(k => beta[k] * data.Column(k)[r])))];
        return e[data.Chosen(n)] / e.Sum();
    }
}
