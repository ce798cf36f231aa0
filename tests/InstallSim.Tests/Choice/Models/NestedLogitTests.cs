using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Estimation;

namespace InstallSim.Tests.Choice.Models;

public sealed class NestedLogitTests
{
    private static readonly string[] Variables = ["x1", "x2"];

    [Test]
    public void Derivatives_equal_finite_differences_on_one_level() =>
        Verify([new Nest("a", [0, 1, 2]), new Nest("b", [3, 4])]);

    [Test]
    public void Derivatives_equal_finite_differences_with_one_dissimilarity_for_all_nests() =>
        Verify([new Nest("all", [0, 1]), new Nest("all", [2, 3])]);

    [Test]
    public void Derivatives_equal_finite_differences_on_two_levels() =>
        Verify([new Nest("upper", [0]) { Branches = [new Nest("lower", [1, 2]), new Nest("other", [3, 4])] }]);

    [Test]
    public void Derivatives_equal_finite_differences_unscaled()
    {
        var model = new NestedLogit(Variables,
            [new Nest("upper", [0]) { Branches = [new Nest("lower", [1, 2])] }, new Nest("alone", [3])])
        { IsUnscaled = true };
        LikelihoodChecks.Verify(model.Bind(Data(25)), [0.5, 0.5, 0.8, 0.8, 0.8]);
    }

    [Test]
    public void Unscaled_probabilities_are_logits_of_the_utilities_themselves_within_nests()
    {
        var data = Simulated.Panel(1, 1, 3, 2, _ => [1, -1], equalSets: true, weighted: false);
        var model = new NestedLogit(Variables, [new Nest("alone", [0]), new Nest("pair", [1, 2])]) { IsUnscaled = true };
        double[] v = [.. Enumerable.Range(0, 3).Select(r => 0.7 * data.Column("x1")[r] - 0.4 * data.Column("x2")[r])];
        double pair = Math.Exp(v[1]) + Math.Exp(v[2]), one = Math.Exp(0.6 * v[0]), two = Math.Pow(pair, 0.9);
        double[] expected = [one / (one + two), two / (one + two) * Math.Exp(v[1]) / pair, two / (one + two) * Math.Exp(v[2]) / pair];
        Assert.That(Prediction.Probabilities(model, data, [0.7, -0.4, 0.6, 0.9]), Is.EqualTo(expected).Within(1e-12));
    }

    [Test]
    public void Two_level_probabilities_are_those_of_the_textbook_formula()
    {
        var data = Simulated.Panel(1, 1, 4, 2, _ => [1, -1], equalSets: true);
        double[] theta = [0.7, -0.4, 0.8, 0.5];
        var model = new NestedLogit(Variables, [new Nest("upper", [0]) { Branches = [new Nest("lower", [1, 2])] }]);
        double[] v = [.. Enumerable.Range(0, 4).Select(r => theta[0] * data.Column("x1")[r] + theta[1] * data.Column("x2")[r])];
        double lower = 0.5 * Math.Log(Math.Exp(v[1] / 0.5) + Math.Exp(v[2] / 0.5));
        double upper = 0.8 * Math.Log(Math.Exp(v[0] / 0.8) + Math.Exp(lower / 0.8));
        double all = Math.Log(Math.Exp(upper) + Math.Exp(v[3]));
        double inUpper = upper - all;
        double[] expected =
        [
            inUpper + (v[0] - upper) / 0.8, inUpper + (lower - upper) / 0.8 + (v[1] - lower) / 0.5,
            inUpper + (lower - upper) / 0.8 + (v[2] - lower) / 0.5, v[3] - all,
        ];
        double logP = model.Bind(data).Evaluate(theta, Derivatives.None).LogLikelihood / data.Weight(0);
        Assert.That(logP, Is.EqualTo(expected[data.Chosen(0)]).Within(1e-12));
        Assert.That(expected.Sum(Math.Exp), Is.EqualTo(1).Within(1e-12));
    }

    [Test]
    public void With_dissimilarities_of_one_it_is_the_multinomial_logit()
    {
        var data = Data(60);
        var nested = new NestedLogit(Variables, [new Nest("a", [0, 1, 2]), new Nest("b", [3, 4])]).Bind(data)
            .Evaluate([0.4, -0.3, 1, 1], Derivatives.Gradient);
        var plain = new MultinomialLogit(Variables).Bind(data).Evaluate([0.4, -0.3], Derivatives.Gradient);
        Assert.That(nested.LogLikelihood, Is.EqualTo(plain.LogLikelihood).Within(1e-10));
        Assert.That(nested.Gradient[..2], Is.EqualTo(plain.Gradient).Within(1e-10));
    }

    [Test]
    public void A_dissimilarity_that_is_not_positive_has_no_likelihood()
    {
        var likelihood = new NestedLogit(Variables, [new Nest("a", [0, 1])]).Bind(Data(10));
        Assert.That(likelihood.Evaluate([0, 0, -0.5], Derivatives.None).LogLikelihood, Is.NaN);
    }

    [Test]
    public void An_alternative_in_two_nests_is_refused() =>
        Assert.That(() => new NestedLogit(Variables, [new Nest("a", [0, 1]), new Nest("b", [1, 2])]),
            Throws.ArgumentException.With.Message.Contains("alternative 1"));

    private static void Verify(Nest[] nests)
    {
        var model = new NestedLogit(Variables, nests);
        LikelihoodChecks.Verify(model.Bind(Data(25)), [.. model.Parameters.Select(p => p[0] == 'x' ? 0.5 : 0.8)]);
    }

    private static ChoiceData Data(int persons) => Simulated.Panel(persons, 4, 5, 2, _ => [0.7, -0.5]);
}
