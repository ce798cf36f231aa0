using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Estimation;
using InstallSim.Tests.Published;

namespace InstallSim.Tests.Choice.Models;

public sealed class CrossNestedLogitTests
{
    private static readonly string[] Variables = ["x1", "x2"];

    /// <summary>Alternative 1 in two nests, 2 in three, 4 alone.</summary>
    private static readonly CrossNest[] Crossed =
    [
        new("a", [new(0), new(1, "alpha.1.a"), new(2, "alpha.2.a")]),
        new("b", [new(1), new(2, "alpha.2.b"), new(3)]),
        new("c", [new(2)]),
    ];

    [Test]
    public void Derivatives_equal_finite_differences() =>
        LikelihoodChecks.Verify(new CrossNestedLogit(Variables, Crossed).Bind(Data(25)), [0.5, -0.5, 0.7, 0.6, 0.8, 0.4, 0.3, 0.4], 0.2, 4);

    [Test]
    public void Derivatives_equal_finite_differences_when_nests_share_a_dissimilarity_and_alternatives_a_part()
    {
        CrossNest[] nests = [new("all", [new(0), new(1, "alpha"), new(2, "alpha")]), new("all", [new(1), new(2), new(3)])];
        LikelihoodChecks.Verify(new CrossNestedLogit(Variables, nests).Bind(Data(25)), [0.5, -0.5, 0.6, 0.5]);
    }

    [Test]
    public void Probabilities_are_those_of_the_textbook_formula_and_sum_to_one()
    {
        var data = Simulated.Panel(1, 1, 4, 2, _ => [1, -1], equalSets: true, weighted: false);
        double[] theta = [0.7, -0.4, 0.6, 0.8, 0.3];
        CrossNest[] nests = [new("a", [new(0), new(1, "alpha")]), new("b", [new(1), new(2)])];
        double[] y = [.. Enumerable.Range(0, 4).Select(r => Math.Exp(theta[0] * data.Column("x1")[r] + theta[1] * data.Column("x2")[r]))];
        double a0 = Math.Pow(y[0], 1 / 0.6), a1 = Math.Pow(0.3 * y[1], 1 / 0.6), b1 = Math.Pow(0.7 * y[1], 1 / 0.8),
            b2 = Math.Pow(y[2], 1 / 0.8);
        double inA = Math.Pow(a0 + a1, 0.6), inB = Math.Pow(b1 + b2, 0.8), all = inA + inB + y[3];
        double[] expected =
        [
            inA / all * a0 / (a0 + a1), inA / all * a1 / (a0 + a1) + inB / all * b1 / (b1 + b2), inB / all * b2 / (b1 + b2), y[3] / all,
        ];
        Assert.That(expected.Sum(), Is.EqualTo(1).Within(1e-12));
        Assert.That(Prediction.Probabilities(new CrossNestedLogit(Variables, nests), data, theta), Is.EqualTo(expected).Within(1e-12));
    }

    [Test]
    public void With_each_alternative_in_one_nest_it_is_the_nested_logit()
    {
        var data = Data(60);
        var crossed = new CrossNestedLogit(Variables, [new("a", [new(0), new(1), new(2)]), new("b", [new(3), new(4)])]).Bind(data);
        var nested = new NestedLogit(Variables, [new("a", [0, 1, 2]), new("b", [3, 4])]).Bind(data);
        Same(crossed.Evaluate([0.4, -0.3, 0.6, 1.2], Derivatives.Gradient),
            nested.Evaluate([0.4, -0.3, 0.6, 1.2], Derivatives.Gradient), 4);
    }

    [Test]
    public void A_part_of_nothing_is_no_part()
    {
        var data = Data(60);
        var crossed = new CrossNestedLogit(Variables, [new("a", [new(0), new(1, "alpha")]), new("b", [new(1), new(2)])]).Bind(data);
        var without = new CrossNestedLogit(Variables, [new("a", [new(0)]), new("b", [new(1), new(2)])]).Bind(data);
        Same(crossed.Evaluate([0.4, -0.3, 0.6, 0.7, 0], Derivatives.Gradient),
            without.Evaluate([0.4, -0.3, 0.6, 0.7], Derivatives.Gradient), 4);
    }

    [Test]
    public void With_dissimilarities_of_one_it_is_the_multinomial_logit()
    {
        var data = Data(60);
        var crossed = new CrossNestedLogit(Variables, Crossed).Bind(data)
            .Evaluate([0.4, -0.3, 1, 1, 1, 0.2, 0.3, 0.1], Derivatives.Gradient);
        Same(crossed, new MultinomialLogit(Variables).Bind(data).Evaluate([0.4, -0.3], Derivatives.Gradient), 2);
        Assert.That(crossed.Gradient[5..], Is.EqualTo(new double[3]).Within(1e-10), "the parts");
    }

    [Test]
    public void Utilities_of_ten_thousand_are_safe()
    {
        var data = Data(60);
        var huge = data.With(("far", [.. Enumerable.Range(0, data.Rows).Select(r => data.Alternative(r) % 2 == 0 ? 1e4 : -1e4)]));
        double[] theta = [0.5, -0.5, 1, 0.7, 0.6, 0.8, 0.4, 0.3, 0.4];
        var at = new CrossNestedLikelihood(new CrossNestedLogit([.. Variables, "far"], Crossed), huge, new(theta))
            .Evaluate(theta, Derivatives.Gradient);
        Assert.That(double.IsFinite(at.LogLikelihood), Is.True);
        Assert.That(at.Gradient, Has.All.Matches<double>(double.IsFinite));
        Assert.That(at.LogLikelihood, Is.LessThan(-1e4), "somebody chose what is 20,000 utils worse");
    }

    [TestCase(new[] { 0.5, -0.5, -0.1, 0.6, 0.8, 0.4, 0.3, 0.4 }, TestName = "a dissimilarity below 0")]
    [TestCase(new[] { 0.5, -0.5, 0.7, 0.6, 0.8, 1.1, 0.3, 0.4 }, TestName = "a part above 1")]
    [TestCase(new[] { 0.5, -0.5, 0.7, 0.6, 0.8, 0.4, 0.7, 0.4 }, TestName = "parts that sum to more than 1")]
    public void Outside_its_domain_it_has_no_likelihood(double[] theta) =>
        Assert.That(new CrossNestedLogit(Variables, Crossed).Bind(Data(10)).Evaluate(theta, Derivatives.None).LogLikelihood, Is.NaN);

    [Test]
    public void An_alternative_without_a_rest_is_refused() =>
        Assert.That(
            () => new CrossNestedLogit(Variables, [new("a", [new(0), new(1)]), new("b", [new(1), new(2)])]),
            Throws.ArgumentException.With.Message.Contains("alternative 1 has 2 parts without a name"));

    [Test]
    public void Known_coefficients_are_found_again()
    {
        double[] truth = [0.9, -0.7, 0.35, 0.5, 0.4];
        var model = new CrossNestedLogit(Variables, [new("a", [new(0), new(1, "alpha")]), new("b", [new(1), new(2), new(3)])]);
        var data = Answered(model, truth, 6000);
        var fit = MaximumLikelihood.Estimate(model, data);
        Assert.That(fit.Converged, Is.True, fit.Ending);
        for (int k = 0; k < truth.Length; k++)
        {
            Assert.That((fit.Estimates[k] - truth[k]) / fit.StandardErrors(CovarianceKind.Hessian)[k],
                Is.InRange(-4, 4), fit.Parameters[k]);
        }

        Assert.That(fit.StandardErrors(CovarianceKind.Hessian)[4], Is.LessThan(0.1), "the part is told");
    }

    [TestCase(null)]
    [TestCase(0.9)]
    public void A_part_that_ends_at_its_bound_is_held_and_the_rest_goes_on_to_the_maximum(double? start)
    {
        var model = new CrossNestedLogit(Variables, [new("a", [new(0), new(1, "alpha")]), new("b", [new(1)]), new("c", [new(2), new(3)])]);
        var data = Answered(model, [0.9, -0.7, 0.3, 1, 0.6, 1], 2000);
        var loose = new Dictionary<string, double> { ["a"] = 0.6 }; // less alike than they are: no part of 1 may go elsewhere
        var fit = MaximumLikelihood.Estimate(model, data, new()
        {
            Fixed = loose,
            Start = start is { } value ? new Dictionary<string, double> { ["alpha"] = value } : [],
        });
        var nested = MaximumLikelihood.Estimate(new NestedLogit(Variables, [new("a", [0, 1]), new("c", [2, 3])]), data,
            new() { Fixed = loose });
        double[] inside = [.. fit.Estimates];
        inside[fit.IndexOf("alpha")] = 0.99;
        Assert.Multiple(() =>
        {
            Assert.That(fit.IsSound, Is.True, fit.Ending);
            Assert.That(fit.AtBound, Is.EqualTo(["alpha"]));
            Assert.That(fit["alpha"], Is.EqualTo(1));
            Assert.That(fit.LogLikelihood, Is.EqualTo(nested.LogLikelihood).Within(1e-6));
            Assert.That(model.Bind(data).Evaluate(inside, Derivatives.None).LogLikelihood, Is.LessThan(fit.LogLikelihood));
            Assert.That((fit.Estimated, fit.Sought), Is.EqualTo((nested.Estimated, nested.Estimated + 1)));
            Assert.That(fit.StandardErrors()[fit.IndexOf("alpha")], Is.NaN);
            foreach (string name in nested.Parameters)
            {
                Assert.That(fit.StandardErrors()[fit.IndexOf(name)],
                    Is.EqualTo(nested.StandardErrors()[nested.IndexOf(name)]).Within(0.1).Percent, name);
            }
        });
    }

    [Test]
    public void An_alternative_without_a_part_in_its_own_nest_has_a_likelihood()
    {
        var data = Data(60);
        var crossed = new CrossNestedLogit(Variables, [new("a", [new(0), new(1, "alpha")]), new("b", [new(1)])]).Bind(data);
        var nested = new NestedLogit(Variables, [new("a", [0, 1])]).Bind(data);
        Same(crossed.Evaluate([0.4, -0.3, 0.6, 1, 1], Derivatives.Gradient), nested.Evaluate([0.4, -0.3, 0.6], Derivatives.Gradient), 3);
    }

    /// <summary>Sets of four, answered by the model's own probabilities.</summary>
    private static ChoiceData Answered(CrossNestedLogit model, double[] theta, int persons)
    {
        var sets = Simulated.Panel(persons, 1, 4, 2, _ => [0, 0], equalSets: true, weighted: false);
        double[] probability = Prediction.Probabilities(model, sets, theta);
        var table = new LongTable(Variables);
        for (int n = 0; n < persons; n++)
        {
            double u = new DrawKey(5, 0, 7, 0, (uint)n).Uniform(0);
            int chosen = 0;
            for (double sum = probability[sets.Start(n)]; sum < u && chosen < 3; sum += probability[sets.Start(n) + chosen])
            {
                chosen++;
            }

            for (int j = 0; j < 4; j++)
            {
                table.Add(n, n, j, j == chosen, sets.Column("x1")[sets.Start(n) + j], sets.Column("x2")[sets.Start(n) + j]);
            }
        }

        return table.Data();
    }

    private static void Same(Evaluation one, Evaluation other, int parameters)
    {
        Assert.That(one.LogLikelihood, Is.EqualTo(other.LogLikelihood).Within(1e-10));
        Assert.That(one.Gradient[..parameters], Is.EqualTo(other.Gradient).Within(1e-9));
    }

    private static ChoiceData Data(int persons) => Simulated.Panel(persons, 4, 5, 2, _ => [0.7, -0.5]);
}
