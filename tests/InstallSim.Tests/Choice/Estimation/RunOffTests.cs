using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Formulas;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Models;

namespace InstallSim.Tests.Choice.Estimation;

/// <summary>
/// A coefficient that is forced to the sign that the choices do not want goes to 0, its parameter to −∞, in whatever model it stands and
/// wherever the search began; a maximum at finite values is one, however far from it the search began.
/// </summary>
public sealed class RunOffTests
{
    private static readonly string[] Variables = ["x1", "x2"];

    /// <summary>x1 is disliked by all.</summary>
    private static readonly ChoiceData Choices =
        Simulated.Panel(100, 5, 3, 2, _ => [-0.8, 0.6], seed: 4, equalSets: true, weighted: false);

    private static IEnumerable<TestCaseData> Models()
    {
        foreach (Distribution distribution in (Distribution[])[Distribution.Lognormal, Distribution.TruncatedNormal])
        {
            MixedLogit mixed = new(Variables, [new RandomCoefficient("x1", distribution)], new HaltonDraws(32));
            yield return Case(mixed, "alone");
            yield return Case(new GeneralMixedLogit(mixed, nests: [new Nest("pair", [0, 1])]), "beside nests");
            yield return Case(new GeneralMixedLogit(mixed, randomScale: new RandomScale()), "under a random scale");

            TestCaseData Case(IChoiceModel model, string where) =>
                new TestCaseData(model).SetName($"A wrong sign of a {distribution} coefficient {where} has no maximum");
        }
    }

    [TestCaseSource(nameof(Models))]
    public void A_wrong_sign_has_no_maximum(IChoiceModel model)
    {
        var fit = MaximumLikelihood.Estimate(model, Choices);
        double logit = MaximumLikelihood.Estimate(new MultinomialLogit(["x2"]), Choices).LogLikelihood;
        Assert.Multiple(() =>
        {
            Assert.That(fit.Converged, Is.False);
            Assert.That(fit.Unidentified.SelectMany(u => u.Parameters), Does.Contain("x1"));
            Assert.That(fit.AtBound, Does.Not.Contain("sd.x1"));
            Assert.That(fit.StandardErrors()[fit.IndexOf("x1")], Is.NaN);
            Assert.That(fit.StandardErrors()[fit.IndexOf("sd.x1")], Is.NaN);
            Assert.That(fit.StandardErrors()[fit.IndexOf("x2")], Is.InRange(0.02, 0.2));
            Assert.That(fit.LogLikelihood, Is.GreaterThan(logit - 1e-3), "the logit without it is the limit");
        });
    }

    [Test]
    public void The_right_sign_has_a_maximum()
    {
        MixedLogit mixed = new(Variables, [new RandomCoefficient("x1", Distribution.Lognormal) { Sign = -1 }], new HaltonDraws(32));
        var fit = MaximumLikelihood.Estimate(new GeneralMixedLogit(mixed, nests: [new Nest("pair", [0, 1])]), Choices);
        Assert.That(fit.IsSound, Is.True, fit.Ending);
        Assert.That(Math.Exp(fit["x1"]), Is.EqualTo(0.8).Within(0.25));
    }

    [TestCase(Distribution.Lognormal)]
    [TestCase(Distribution.TruncatedNormal)]
    public void A_wrong_sign_within_classes_has_no_maximum(Distribution distribution)
    {
        MixedLogit mixed = new(Variables, [new RandomCoefficient("x1", distribution)], new HaltonDraws(32));
        var fit = MaximumLikelihood.Estimate(new LatentClass([mixed, mixed]) { Starts = 2 }, Choices);
        Assert.That(fit.IsSound, Is.False);
        Assert.That(fit.StandardErrors()[fit.IndexOf("class1.x1")], Is.NaN);
        Assert.That(fit.StandardErrors()[fit.IndexOf("class1.sd.x1")], Is.NaN);
    }

    [Test]
    public void Utilities_that_are_no_numbers_make_no_likelihood_of_classes()
    {
        MixedLogit mixed = new(Variables, [new RandomCoefficient("x1", Distribution.Lognormal)], new HaltonDraws(32));
        var likelihood = new LatentClass([mixed, mixed]).Bind(Choices);
        double[] theta = [2000, 0.5, 1, 0, 0.5, 1, 0];
        Assert.That(double.IsFinite(likelihood.Evaluate(theta, Derivatives.OuterProduct).LogLikelihood), Is.False);
    }

    [TestCase(1)]
    [TestCase(6)]
    public void A_start_far_off_does_not_make_a_maximum_one_at_infinity(double start)
    {
        ChoiceData data = Choices.With(("fee", [.. Choices.Column("x1").ToArray().Select(x => (4 * (x + 1)) + 1)]));
        var model = new FormulaLogit(Formula.Parse("b*fee^e + q*x2", ["b", "e", "q"]));
        var fit = MaximumLikelihood.Estimate(model, data, new() { Start = new Dictionary<string, double> { ["e"] = start } });
        var near = MaximumLikelihood.Estimate(model, data, new() { Start = new Dictionary<string, double> { ["e"] = 0.9, ["b"] = -0.2 } });
        Assert.That(fit.IsSound, Is.True, fit.Ending);
        Assert.That(fit.LogLikelihood, Is.EqualTo(near.LogLikelihood).Within(1e-6));
        Assert.That(fit.StandardErrors(), Is.EqualTo(near.StandardErrors()).Within(0.1).Percent);
    }
}
