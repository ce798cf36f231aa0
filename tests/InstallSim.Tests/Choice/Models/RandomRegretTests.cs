using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Estimation;
using InstallSim.Tests.Published;

namespace InstallSim.Tests.Choice.Models;

public sealed class RandomRegretTests
{
    private static readonly string[] Variables = ["x1", "x2", "x3"];

    [Test]
    public void Derivatives_equal_finite_differences() =>
        LikelihoodChecks.Verify(new RandomRegret(Variables, ["x1", "x3"]).Bind(Simulated.Panel(12, 4, 5, 3, _ => [-1, 0.8, 0.5])));

    [Test]
    public void Regret_is_that_of_the_formula()
    {
        ChoiceData data = Simulated.Panel(1, 1, 4, 3, _ => [-1, 0.8, 0.5], equalSets: true, weighted: false);
        double[] theta = [0.7, -0.4, 0.3];
        double Regret(int k, int i, int j) => Math.Log(1 + Math.Exp(theta[k] * (data.Column(k)[i] - data.Column(k)[j])));
        double[] v = [.. Enumerable.Range(0, 4).Select(j => (theta[1] * data.Column("x2")[j])
            - Enumerable.Range(0, 4).Where(i => i != j).Sum(i => Regret(0, i, j) + Regret(2, i, j)))];
        double expected = v[data.Chosen(0)] - Math.Log(v.Sum(Math.Exp));
        var model = new RandomRegret(Variables, ["x1", "x3"]);
        Assert.That(model.Bind(data).Evaluate(theta, Derivatives.None).LogLikelihood, Is.EqualTo(expected).Within(1e-12));
    }

    /// <summary>ln(1 + eᵗ) − ln(1 + e⁻ᵗ) = t.</summary>
    [Test]
    public void With_two_alternatives_it_is_the_multinomial_logit()
    {
        ChoiceData data = Simulated.Panel(200, 5, 2, 3, _ => [-1, 0.8, 0.5]);
        var regret = MaximumLikelihood.Estimate(new RandomRegret(Variables, Variables), data);
        var logit = MaximumLikelihood.Estimate(new MultinomialLogit(Variables), data);
        Assert.That(regret.LogLikelihood, Is.EqualTo(logit.LogLikelihood).Within(1e-8));
        for (int k = 0; k < 3; k++)
        {
            Assert.That(regret.Estimates[k], Is.EqualTo(logit.Estimates[k]).Within(1e-4));
            Assert.That(regret.StandardErrors()[k], Is.EqualTo(logit.StandardErrors()[k]).Within(1e-4));
        }
    }

    [Test]
    public void Huge_regrets_are_safe()
    {
        ChoiceData data = Simulated.Panel(5, 3, 4, 3, _ => [-1, 0.8, 0.5]);
        var at = new RandomRegret(Variables, Variables).Bind(data).Evaluate([3000, -3000, 1e4], Derivatives.Gradient);
        Assert.That(at.LogLikelihood, Is.Not.NaN.And.LessThan(0));
        Assert.That(at.Gradient, Has.All.Matches<double>(double.IsFinite));
    }

    [Test]
    public void Known_coefficients_are_recovered_within_four_standard_errors()
    {
        double[] truth = [-0.5, 0.4, 0.3];
        EstimationResult result = MaximumLikelihood.Estimate(new RandomRegret(Variables, Variables), Choices(truth));
        Assert.That(result.IsSound, result.Ending);
        for (int k = 0; k < 3; k++)
        {
            Assert.That((result.Estimates[k] - truth[k]) / result.StandardErrors()[k], Is.InRange(-4, 4));
        }
    }

    [TestCase("x9", "x9")]
    [TestCase("", "one or more are needed")]
    public void Impossible_comparisons_are_refused(string regret, string told) => Assert.That(
        () => new RandomRegret(Variables, regret.Length == 0 ? [] : [regret]), Throws.ArgumentException.With.Message.Contains(told));

    /// <summary>2,000 choices among four by least regret, made without the model under test.</summary>
    private static ChoiceData Choices(double[] beta)
    {
        var table = new LongTable(Variables);
        for (int n = 0; n < 2000; n++)
        {
            var key = new DrawKey(5, 0, 7, 0, (uint)n);
            double[][] x = [.. Enumerable.Range(0, 4).Select(j => beta.Select((_, k) => 4 * key.Uniform((10 * j) + k)).ToArray())];
            double Regret(double[] own, double[] other) => beta.Select((b, k) => Math.Log(1 + Math.Exp(b * (other[k] - own[k])))).Sum();
            double[] utility = [.. x.Select((own, j) => -Math.Log(-Math.Log(key.Uniform((10 * j) + 9)))
                - x.Where((_, i) => i != j).Sum(other => Regret(own, other)))];
            for (int j = 0; j < 4; j++)
            {
                table.Add(n, n, j, utility[j] == utility.Max(), true, 1, x[j]);
            }
        }

        return table.Data();
    }
}
