using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Formulas;
using InstallSim.Choice.Models;

namespace InstallSim.Tests.Choice.Models;

/// <summary>Formulas that are level in a parameter somewhere, or have a kink: where a search begins, and what it says at its end.</summary>
public sealed class FormulaLevelsTests
{
    private static readonly string[] Names = ["a", "b", "k", "e"];

    [TestCase(0)]
    [TestCase(0.5)]
    public void A_square_that_ends_at_0_has_no_score_and_no_standard_error(double start)
    {
        EstimationResult fit = Fit("b * x1 + a ^ 2 * x2", ("a", start));
        EstimationResult without = Fit("b * x1");
        Assert.Multiple(() =>
        {
            Assert.That(fit.Unidentified.Single().Parameters, Is.EqualTo(new[] { "a" }));
            Assert.That(fit.Unidentified.Single().Reason, Does.StartWith("its score is 0 for everybody at the estimate"));
            Assert.That(fit.StandardErrors()[fit.IndexOf("a")], Is.NaN);
            Assert.That(fit.StandardErrors()[fit.IndexOf("b")], Is.EqualTo(without.StandardErrors()[0]).Within(1e-6));
            Assert.That((fit.Converged, fit.IsSound), Is.EqualTo((true, false)));
        });
    }

    [TestCase("b * x1 - a ^ 2 * x2", TestName = "A_search_does_not_stay_where_a_square_has_no_slope")]
    [TestCase("b * x1 - abs(a) * x2", TestName = "A_search_does_not_stay_on_the_kink_of_a_parameter")]
    public void A_start_without_a_slope_is_left(string formula)
    {
        EstimationResult plain = Fit("b * x1 + a * x2"), fit = Fit(formula);
        Assert.That(fit.IsSound, Is.True, fit.Ending);
        Assert.That(fit.LogLikelihood, Is.EqualTo(plain.LogLikelihood).Within(1e-9));
    }

    [TestCase(0)]
    [TestCase(0.5)]
    public void A_maximum_at_a_kink_is_held_there_and_the_others_are_at_theirs(double start)
    {
        EstimationResult fit = Fit("b * x1 + abs(a) * x2", ("a", start)), without = Fit("b * x1");
        Assert.Multiple(() =>
        {
            Assert.That(fit.Undetermined.Single(), Has.Property("Parameter").EqualTo("a").And.Property("Value").EqualTo(0));
            Assert.That(fit.Undetermined.Single().Reason, Does.Contain("kink"));
            Assert.That(fit.LogLikelihood, Is.EqualTo(without.LogLikelihood).Within(1e-9));
            Assert.That((fit.IsSound, fit.Estimated), Is.EqualTo((true, 1)));
        });
    }

    /// <summary>The likelihood bends where k passes the value 1.5 of a column.</summary>
    [Test]
    public void What_is_held_at_a_kink_is_the_number_of_the_kink_and_not_where_the_search_stopped()
    {
        EstimationResult fit = Fit("b * x1 + abs(a - 1.5) * x2", ("a", 1.1));
        Assert.That(fit.Undetermined.Single().Value, Is.EqualTo(1.5));
    }

    [Test]
    public void A_root_at_a_value_of_the_data_starts_beside_it()
    {
        EstimationResult at = Fit("b * x1 + a * abs(step - k) ^ e", ("a", -0.1), ("k", 2), ("e", 0.5));
        EstimationResult beside = Fit("b * x1 + a * abs(step - k) ^ e", ("a", -0.1), ("k", 2.137), ("e", 0.637));
        Assert.That(at.LogLikelihood, Is.EqualTo(beside.LogLikelihood).Within(1e-6));
    }

    [Test]
    public void A_threshold_in_a_condition_alone_is_told_to_have_no_slope() => Assert.That(
        new FormulaLogit(Formula.Parse("b * x1 + if(step < k, a * x2, 0)", Names)).Bind(Data()).Undetermined.Single(),
        Has.Property("Parameter").EqualTo("k").And.Property("Reason").Contains("in conditions alone"));

    [Test]
    public void A_start_that_no_choice_depends_on_comes_with_one_that_some_do()
    {
        var model = new FormulaLogit(Formula.Parse("b * x1 + a * max(step - k, 0)", Names),
            new Dictionary<string, double> { ["a"] = -0.1, ["k"] = 50 });
        IReadOnlyList<Undetermined> told = model.Bind(Data()).Undetermined;
        Assert.That(told.Select(u => u.Parameter), Is.EqualTo(new[] { "a", "k" }));
        Assert.That(told.Select(u => u.Start!.Value.Parameter), Is.All.EqualTo("k"));
        Assert.That(told.Select(u => u.Start!.Value.Value), Is.All.LessThan(4));
    }

    private static EstimationResult Fit(string formula, params (string Name, double Value)[] start) => MaximumLikelihood.Estimate(
        new FormulaLogit(Formula.Parse(formula, Names), start.ToDictionary(s => s.Name, s => s.Value)), Data());

    private static ChoiceData Data()
    {
        ChoiceData data = Simulated.Panel(60, 4, 3, 2, _ => [0.7, -0.6], seed: 4, weighted: false);
        return data.With(("step", [.. data.Column("x2").ToArray().Select((x, r) => Math.Floor((2 * x) + (r % 3)))]));
    }
}
