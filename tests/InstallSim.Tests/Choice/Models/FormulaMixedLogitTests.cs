using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Formulas;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Estimation;

namespace InstallSim.Tests.Choice.Models;

/// <summary>Formulas with parameters that vary over people.</summary>
public sealed class FormulaMixedLogitTests
{
    private static readonly string[] Names = ["b", "c", "e"];

    [TestCase(true)]
    [TestCase(false)]
    public void Of_a_straight_formula_it_is_the_mixed_logit_with_the_same_draws(bool isPanel)
    {
        ChoiceData data = Data(40);
        var mixed = new MixedLogit(["x1", "x2", "x3"],
            [new("x1"), new("x3", Distribution.Lognormal) { Sign = -1 }], new HaltonDraws(60))
        { Panel = isPanel };
        var formula = Model("b * x1 + c * x2 + e * x3", isPanel, new("b"), new("e", Distribution.Lognormal) { Sign = -1 });
        double[] theta = [0.4, -0.5, 0.2, 0.7, 0.5];
        int[] place = [.. ((string[])["x1", "x2", "x3", "sd.x1", "sd.x3"]).Select(name => mixed.Parameters.ToList().IndexOf(name))];
        double[] own = new double[5];
        for (int k = 0; k < 5; k++)
        {
            own[place[k]] = theta[k];
        }

        Evaluation one = mixed.Bind(data).Evaluate(own, Derivatives.Scores), other = formula.Bind(data).Evaluate(theta, Derivatives.Scores);
        Assert.That(formula.Parameters, Is.EqualTo(new[] { "b", "c", "e", "sd.b", "sd.e" }));
        Assert.That(other.LogLikelihood, Is.EqualTo(one.LogLikelihood).Within(1e-10));
        Assert.That(other.Gradient, Is.EqualTo(place.Select(k => one.Gradient[k])).Within(1e-10));
        Assert.That(other.UnitLogLikelihood, Is.EqualTo(one.UnitLogLikelihood).Within(1e-12));
    }

    [TestCase("b * x1 + c * x2 + e * x3")]
    [TestCase("b * x1 * positive ^ c + e * x3")]
    [TestCase("max(b * x1, 0) + c * exp(e * x2)")]
    public void Derivatives_equal_finite_differences(string text)
    {
        FormulaMixedLogit model = Model(text, true, new("c"), new("b", Distribution.Lognormal));
        LikelihoodChecks.Verify(model.Bind(Data(12)), [.. model.Parameters.Select(p => p == "b" ? -0.4 : 0.3)], 0.1);
    }

    [Test]
    public void Without_spreads_it_is_the_logit_of_the_formula()
    {
        ChoiceData data = Data(30);
        var plain = new FormulaLogit(Formula.Parse("b * x1 * positive ^ c + e * x3", Names));
        FormulaMixedLogit mixed = Model("b * x1 * positive ^ c + e * x3", true, new("c"), new("e"));
        double[] theta = [0.4, 0.3, -0.2];
        Assert.That(mixed.Bind(data).Evaluate([.. theta, 0, 0], default).LogLikelihood,
            Is.EqualTo(plain.Bind(data).Evaluate(theta, default).LogLikelihood).Within(1e-10));
    }

    [Test]
    public void A_bend_that_varies_over_people_is_found_again()
    {
        ChoiceData data = Data(1);
        var formula = Formula.Parse("b * x1 * exp(c * x2)", Names);
        data = Simulated.Panel(250, 8, 3, 2, _ => [0, 0], equalSets: true, weighted: false);
        bool[] isChosen = new bool[data.Rows];
        for (int n = 0; n < data.Situations; n++)
        {
            var key = new DrawKey(77, 0, 8, 0, (uint)data.Person(n));
            double c = 0.4 + (0.6 * Simulated.Normal(key, 0));
            int best = Enumerable.Range(data.Start(n), data.Alternatives(n)).MaxBy(row => data.Column("x1")[row]
                * Math.Exp(c * data.Column("x2")[row]) - Math.Log(-Math.Log(key.Uniform(100 + row))));
            isChosen[best] = true;
        }

        int[] chosen = [.. Enumerable.Range(0, data.Situations).Select(n => Enumerable.Range(0, data.Alternatives(n))
            .First(j => isChosen[data.Start(n) + j]))];
        data = data.Take([.. Enumerable.Range(0, data.Situations)], [.. Enumerable.Range(0, data.Rows)], chosen);
        EstimationResult fit = MaximumLikelihood.Estimate(new FormulaMixedLogit(new FormulaLogit(formula), [new("c")], new HaltonDraws(60)),
            data);
        double[] truth = [1, 0.4, 0.6], errors = fit.StandardErrors();
        Assert.That(fit.IsSound, Is.True, fit.Ending);
        for (int k = 0; k < 3; k++)
        {
            Assert.That((Math.Abs(fit.Estimates[k]) - truth[k]) / errors[k], Is.InRange(-3.5, 3.5), fit.Parameters[k]);
        }
    }

    [Test]
    public void What_cannot_vary_is_refused()
    {
        Assert.That(() => Model("b * x1", true, new RandomCoefficient("c")), Throws.ArgumentException.With.Message.Contains("'c'"));
        Assert.That(() => Model("b * x1", true, new RandomCoefficient("b", Distribution.Uniform)),
            Throws.ArgumentException.With.Message.Contains("normal or lognormal"));
    }

    private static FormulaMixedLogit Model(string text, bool isPanel, params RandomCoefficient[] random) =>
        new(new FormulaLogit(Formula.Parse(text, Names)), random, new HaltonDraws(60)) { Panel = isPanel };

    private static ChoiceData Data(int persons)
    {
        ChoiceData data = Simulated.Panel(persons, 4, 4, 3, _ => [0.7, -0.5, -0.3]);
        return data.With(("positive", [.. data.Column("x1").ToArray().Select((x, r) => 1.5 + x + (0.1 * (r % 7)))]));
    }
}
