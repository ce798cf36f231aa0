using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Estimation;
using InstallSim.Tests.Published;

namespace InstallSim.Tests.Choice.Models;

public sealed class MultinomialLogitTests
{
    private static readonly double[] Truth = [-1, 0.8, 0.5];

    [Test]
    public void Derivatives_equal_finite_differences() =>
        LikelihoodChecks.Verify(new MultinomialLogit(["x1", "x2", "x3"]).Bind(Data(150)));

    [TestCase(true)]
    [TestCase(false)]
    public void It_is_the_mixed_logit_without_random_coefficients(bool panel)
    {
        string[] names = ["x1", "x2", "x3"];
        var data = Data(700);
        var mixed = new MixedLogit(names, [], new HaltonDraws(1)) { Panel = panel }.Bind(data);
        var logit = new MultinomialLikelihood(names, data, panel);
        double[] theta = [0.7, -0.4, 1.1];
        const Derivatives all = Derivatives.OuterProduct | Derivatives.Hessian | Derivatives.Scores;
        Evaluation expected = mixed.Evaluate(theta, all), found = logit.Evaluate(theta, all);
        Assert.That(found.LogLikelihood, Is.EqualTo(expected.LogLikelihood).Within(1e-9));
        Assert.That(found.Gradient, Is.EqualTo(expected.Gradient).Within(1e-9));
        Assert.That(found.OuterProduct, Is.EqualTo(expected.OuterProduct).Within(1e-8));
        Assert.That(found.Hessian, Is.EqualTo(expected.Hessian).Within(1e-8));
        Assert.That(found.Scores, Is.EqualTo(expected.Scores).Within(1e-11));
        Assert.That(found.UnitLogLikelihood, Is.EqualTo(expected.UnitLogLikelihood).Within(1e-11));
    }

    [Test]
    public void Known_coefficients_are_recovered_within_four_standard_errors()
    {
        var result = MaximumLikelihood.Estimate(new MultinomialLogit(["x1", "x2", "x3"]), Data(1000));
        Assert.That(result.Converged, Is.True);
        double[] se = result.StandardErrors();
        for (int k = 0; k < Truth.Length; k++)
        {
            Assert.That((result.Estimates[k] - Truth[k]) / se[k], Is.InRange(-4, 4), result.Parameters[k]);
        }
    }

    [Test]
    public void Log_likelihood_is_that_of_the_textbook_formula()
    {
        var data = Data(40);
        double expected = 0;
        for (int n = 0; n < data.Situations; n++)
        {
            double[] v = [.. Enumerable.Range(data.Start(n), data.Alternatives(n))
                .Select(r => Truth[0] * data.Column("x1")[r] + Truth[1] * data.Column("x2")[r] + Truth[2] * data.Column("x3")[r])];
            expected += data.Weight(n) * (v[data.Chosen(n)] - Math.Log(v.Sum(Math.Exp)));
        }

        Assert.That(new MultinomialLogit(["x1", "x2", "x3"]).Bind(data).Evaluate(Truth, Derivatives.None).LogLikelihood,
            Is.EqualTo(expected).Within(1e-10));
    }

    [Test]
    public void Utilities_of_ten_thousand_are_safe()
    {
        double[] theta = [1e4, -1e4, 1e4];
        var at = new MultinomialLogit(["x1", "x2", "x3"]).Bind(Data(30)).Evaluate(theta, Derivatives.OuterProduct | Derivatives.Hessian);
        Assert.That(at.LogLikelihood, Is.LessThan(-1e4).And.GreaterThan(-1e9));
        Assert.That(at.Gradient.Concat(at.Hessian), Has.All.Matches<double>(double.IsFinite));
    }

    [Test]
    public void Collinear_variables_are_named_and_the_others_keep_their_standard_errors()
    {
        var data = Data(200);
        var doubled = data.With(("twice", [.. data.Column("x1").ToArray().Select(x => 2 * x + 5)]));
        var result = MaximumLikelihood.Estimate(new MultinomialLogit(["x1", "x2", "twice"]), doubled);
        Assert.That((result.Converged, result.IsIdentified), Is.EqualTo((true, false)));
        Assert.That(result.Unidentified.Single().Parameters, Is.EquivalentTo(new[] { "x1", "twice" }));
        Assert.That(result.Unidentified[0].Reason, Does.Contain("collinear"));
        Assert.That(result.StandardErrors()[0], Is.NaN);
        Assert.That(result.StandardErrors()[1], Is.GreaterThan(0));
    }

    [Test]
    public void A_variable_that_does_not_vary_is_named()
    {
        var data = Data(200);
        var constant = data.With(("constant", [.. Enumerable.Repeat(3.0, data.Rows)]));
        var result = MaximumLikelihood.Estimate(new MultinomialLogit(["x1", "constant"]), constant);
        Assert.That(result.Unidentified.Single().Parameters, Is.EqualTo(new[] { "constant" }));
        Assert.That(result.Unidentified[0].Reason, Does.Contain("does not vary"));
    }

    [Test]
    public void Perfect_prediction_is_named()
    {
        var table = new LongTable("x1", "sign");
        for (int n = 0; n < 200; n++)
        {
            bool first = n % 3 == 0;
            table.Add(n, n, 1, first, Math.Sin(n), first ? 1 : -1);
            table.Add(n, n, 2, !first, Math.Cos(n), 0);
        }

        var result = MaximumLikelihood.Estimate(new MultinomialLogit(["x1", "sign"]), table.Data());
        Assert.That(result.Converged, Is.False);
        Assert.That(result.Unidentified.SelectMany(u => u.Parameters), Does.Contain("sign"));
        Assert.That(result.Unidentified[0].Reason, Does.Contain("perfect prediction"));
    }

    [Test]
    public void Only_the_variables_that_predict_perfectly_are_blamed()
    {
        var data = Data(200);
        double[] oracle = new double[data.Rows];
        for (int n = 0; n < data.Situations; n++)
        {
            oracle[data.Start(n) + data.Chosen(n)] = 1;
        }

        var result = MaximumLikelihood.Estimate(new MultinomialLogit(["x1", "x2", "oracle", "x3"]), data.With(("oracle", oracle)));
        Assert.That(result.Unidentified.SelectMany(u => u.Parameters), Is.EqualTo(new[] { "oracle" }));
        Assert.That(result.StandardErrors(), Is.All.NaN);
    }

    [Test]
    public void All_of_three_collinear_variables_are_named_whatever_their_scales()
    {
        var data = Data(200);
        double[] income = [.. data.Column("x2").ToArray().Select(x => 40 * x)], hours = data.Column("x1").ToArray();
        var together = data.With(("income", income), ("both", [.. income.Zip(hours, (i, h) => 2 * i + h)]));
        var result = MaximumLikelihood.Estimate(new MultinomialLogit(["x1", "income", "both", "x3"]), together);
        Assert.That(result.Unidentified.Single().Parameters, Is.EquivalentTo(new[] { "x1", "income", "both" }));
        Assert.That(result.Unidentified[0].Reason, Does.Contain("collinear"));
    }

    [Test]
    public void A_fixed_parameter_stays_and_has_no_standard_error()
    {
        var options = new EstimationOptions { Fixed = new Dictionary<string, double> { ["x2"] = 0.25 } };
        var result = MaximumLikelihood.Estimate(new MultinomialLogit(["x1", "x2", "x3"]), Data(200), options);
        Assert.That(result["x2"], Is.EqualTo(0.25));
        Assert.That(result.StandardErrors()[1], Is.Zero);
        Assert.That(result.Estimated, Is.EqualTo(2));
    }

    [Test]
    public void An_unknown_variable_is_told_with_those_there_are()
    {
        var model = new MultinomialLogit(["x1", "price"]);
        Assert.That(() => MaximumLikelihood.Estimate(model, Data(10)),
            Throws.ArgumentException.With.Message.Contains("price").And.Message.Contains("x1, x2, x3"));
    }

    private static ChoiceData Data(int persons) => Simulated.Panel(persons, 4, 5, 3, _ => Truth);
}
