using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Formulas;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Estimation;

namespace InstallSim.Tests.Choice.Models;

public sealed class FormulaLogitTests
{
    private static readonly string[] Names = ["b", "c", "e"];

    [TestCase("b * x1 + c * x2")]
    [TestCase("b * x1 * positive ^ e + c * x2")]
    [TestCase("b * max(x1 - c, 0) + e * exp(b * x2)")]
    [TestCase("b * x1 + c * (positive ^ e - 1) / e")]
    [TestCase("log(exp(b * x1) + exp(c * x2)) + e * x1 * x2 - 0.5 * x1")]
    public void Derivatives_equal_finite_differences(string text) =>
        LikelihoodChecks.Verify(new FormulaLogit(Formula.Parse(text, Names)).Bind(Data(30)),
            [.. ((double[])[0.5, -0.4, 0.9]).Take(Of(text))], 0.1);

    [Test]
    public void Derivatives_hold_with_a_formula_for_each_alternative_and_sets_of_different_size()
    {
        ChoiceData data = Data(30);
        data = data.Without([2]);
        var utilities = new Dictionary<int, Formula>
        {
            [0] = Formula.Parse("b * x1 * positive ^ e", Names),
            [1] = Formula.Parse("c + b * x1", Names),
            [3] = Formula.Parse("c * x2 ^ 2", Names),
        };
        LikelihoodChecks.Verify(new FormulaLogit(utilities).Bind(data), [0.5, 0.9, -0.4], 0.1);
    }

    [Test]
    public void A_straight_formula_is_the_multinomial_logit()
    {
        ChoiceData data = Data(200);
        EstimationResult plain = MaximumLikelihood.Estimate(new MultinomialLogit(["x1", "x2"]), data);
        EstimationResult formula = MaximumLikelihood.Estimate(
            new FormulaLogit(Formula.Parse("x1 * b + c * x2", Names)), data);
        Assert.That(formula.LogLikelihood, Is.EqualTo(plain.LogLikelihood));
        Assert.That(formula.Estimates, Is.EqualTo(plain.Estimates));
        foreach (CovarianceKind kind in formula.Kinds)
        {
            Assert.That(formula.StandardErrors(kind), Is.EqualTo(plain.StandardErrors(kind)), $"{kind}");
        }
    }

    [Test]
    public void An_exponent_held_at_one_leaves_the_multinomial_logit()
    {
        ChoiceData data = Data(200);
        EstimationResult plain = MaximumLikelihood.Estimate(new MultinomialLogit(["x1", "x2"]), data);
        EstimationResult formula = MaximumLikelihood.Estimate(
            new FormulaLogit(Formula.Parse("b * x1 * positive ^ (e - 1) + c * x2", Names)), data,
            new EstimationOptions { Fixed = new Dictionary<string, double> { ["e"] = 1 } });
        Assert.That(formula.LogLikelihood, Is.EqualTo(plain.LogLikelihood).Within(1e-10));
        double error = plain.StandardErrors()[0];
        Assert.That(formula["b"], Is.EqualTo(plain["x1"]).Within(3e-5 * error), "each within 1.4e-5 of them");
        Assert.That(formula.StandardErrors()[0], Is.EqualTo(error).Within(3e-5 * error));
        Assert.That(formula.Estimated, Is.EqualTo(2));
    }

    [Test]
    public void Box_Cox_as_a_formula_is_the_logit_of_bent_variables()
    {
        ChoiceData data = Data(200);
        EstimationResult bent = MaximumLikelihood.Estimate(new ScaledLogit(["x1", "positive"], [], ["positive"]), data);
        EstimationResult formula = MaximumLikelihood.Estimate(
            new FormulaLogit(Formula.Parse("b * x1 + c * (positive ^ e - 1) / e", Names), new Dictionary<string, double> { ["e"] = 1 }),
            data);
        Assert.That(formula.Converged, Is.True, formula.Ending);
        Assert.That(formula.LogLikelihood, Is.EqualTo(bent.LogLikelihood).Within(1e-9));
        double[] errors = bent.StandardErrors(CovarianceKind.Hessian);
        for (int k = 0; k < 3; k++)
        {
            Assert.That(formula.Estimates[k], Is.EqualTo(bent.Estimates[k]).Within(1e-3 * errors[k]), formula.Parameters[k]);
            Assert.That(formula.StandardErrors(CovarianceKind.Hessian)[k], Is.EqualTo(errors[k]).Within(1e-3 * errors[k]));
        }
    }

    [Test]
    public void Probabilities_in_one_pass_are_those_of_the_likelihood_asked_choice_by_choice()
    {
        ChoiceData data = Data(20);
        var model = new FormulaLogit(Formula.Parse("b * x1 * positive ^ e + c * x2 + 0.3 * x1", Names));
        double[] theta = [0.5, 0.7, -0.4];
        double[] once = model.Bind(data).Probabilities(theta)!;
        Assert.That(once, Is.EqualTo(InstallSim.Choice.Analysis.Prediction.Probabilities(model, data, theta)).Within(1e-13));
    }

    [Test]
    public void A_row_where_the_formula_is_no_number_is_named()
    {
        ChoiceData data = Data(20);
        var model = new FormulaLogit(Formula.Parse("b * log(x1)", Names));
        int first = data.Column("x1").IndexOfAnyInRange(double.NegativeInfinity, 0);
        FaultyRow fault = model.Faults(data, [1]).First();
        Assert.That((fault.Row, $"{fault.Part}", $"{fault.Because[0].Part}"), Is.EqualTo((first, "log(x1)", "x1")));
        Assert.That(() => MaximumLikelihood.Estimate(model, data),
            Throws.ArgumentException.With.Message.Contains("log(x1) is no number"));
    }

    [Test]
    public void A_parameter_that_no_choice_depends_on_is_named()
    {
        ChoiceData data = Data(50);
        EstimationResult result = MaximumLikelihood.Estimate(
            new FormulaLogit(Formula.Parse("b * x1 + exp(c * person) + 0 * e", Names)), data);
        Assert.That(result.Undetermined.Select(u => u.Parameter), Is.EqualTo(new[] { "c" }));
        Assert.That(result.Estimated, Is.EqualTo(1));
        Assert.That(result.Converged, Is.True);
    }

    [Test]
    public void Parameters_that_stand_together_alone_are_named()
    {
        EstimationResult result = MaximumLikelihood.Estimate(
            new FormulaLogit(Formula.Parse("b * c * x1", Names), new Dictionary<string, double> { ["b"] = 1, ["c"] = 0.5 }), Data(50));
        Assert.That(result.Unidentified.SelectMany(u => u.Parameters), Is.EquivalentTo(new[] { "b", "c" }));
    }

    [Test]
    public void Fixed_and_equal_parameters_hold()
    {
        ChoiceData data = Data(100);
        EstimationResult result = MaximumLikelihood.Estimate(
            new FormulaLogit(Formula.Parse("b * x1 * positive ^ e + c * x2", Names)), data,
            new EstimationOptions { Equal = [["b", "c"]], Fixed = new Dictionary<string, double> { ["e"] = 0.5 } });
        Assert.That(result["b"], Is.EqualTo(result["c"]));
        Assert.That(result["e"], Is.EqualTo(0.5));
        Assert.That(result.Estimated, Is.EqualTo(1));
    }

    private static int Of(string text) => Formula.Parse(text, Names).Parameters.Count;

    private static ChoiceData Data(int persons)
    {
        var data = Simulated.Panel(persons, 4, 4, 2, _ => [0.7, -0.5]);
        double[] person = new double[data.Rows];
        for (int n = 0; n < data.Situations; n++)
        {
            person.AsSpan(data.Start(n), data.Alternatives(n)).Fill(data.Person(n) % 3);
        }

        return data.With(("person", person), ("positive", [.. data.Column("x1").ToArray().Select((x, r) => 1.5 + x + 0.1 * (r % 7))]));
    }
}
