using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Models;

namespace InstallSim.Tests.Choice.Estimation;

/// <summary>What is fixed, equal or given to start from holds through every search.</summary>
public sealed class ConstraintTests
{
    private static readonly string[] Variables = ["x1", "x2", "x3"];

    [Test]
    public void A_coefficient_fixed_in_one_class_or_in_the_other_is_the_same_model()
    {
        ChoiceData data = TwoClasses(300);
        double[] found = [.. new[] { "class1.x2", "class2.x2" }.Select(name => MaximumLikelihood.Estimate(
            new LatentClass(2, Variables), data, new() { Fixed = new Dictionary<string, double> { [name] = 0 } }).LogLikelihood)];
        Assert.That(found[0], Is.EqualTo(found[1]).Within(1e-6));
    }

    [Test]
    public void A_fixed_coefficient_costs_likelihood_and_stays_where_it_is()
    {
        ChoiceData data = TwoClasses(300);
        var model = new LatentClass(2, Variables);
        var free = MaximumLikelihood.Estimate(model, data);
        var held = MaximumLikelihood.Estimate(model, data, new() { Fixed = new Dictionary<string, double> { ["class2.x1"] = 0.4 } });
        Assert.That(held["class2.x1"], Is.EqualTo(0.4));
        Assert.That(held.LogLikelihood, Is.LessThan(free.LogLikelihood));
        Assert.That(held.Estimated, Is.EqualTo(free.Estimated - 1));
    }

    [Test]
    public void Equal_coefficients_of_classes_are_shared_ones()
    {
        ChoiceData data = TwoClasses(300);
        var equal = MaximumLikelihood.Estimate(new LatentClass(2, Variables), data, new() { Equal = [["class1.x3", "class2.x3"]] });
        var shared = MaximumLikelihood.Estimate(new LatentClass(2, Variables, shared: ["x3"]), data);
        Assert.Multiple(() =>
        {
            Assert.That(equal["class1.x3"], Is.EqualTo(equal["class2.x3"]));
            Assert.That(equal.LogLikelihood, Is.EqualTo(shared.LogLikelihood).Within(1e-6));
            Assert.That(equal["class2.x3"], Is.EqualTo(shared["x3"]).Within(1e-4));
            Assert.That(equal.StandardErrors()[equal.IndexOf("class2.x3")],
                Is.EqualTo(shared.StandardErrors()[shared.IndexOf("x3")]).Within(1e-3).Percent);
            Assert.That(equal.Estimated, Is.EqualTo(shared.Estimated));
            Assert.That(equal.Bic, Is.EqualTo(shared.Bic).Within(1e-6));
        });
    }

    [Test]
    public void Two_equal_coefficients_are_one_of_the_sum_of_their_variables()
    {
        ChoiceData data = Simulated.Panel(200, 4, 4, 3, _ => [-1, 0.8, 0.5]);
        double[] sum = [.. data.Column("x1").ToArray().Zip(data.Column("x2").ToArray(), (a, b) => a + b)];
        var equal = MaximumLikelihood.Estimate(new MultinomialLogit(Variables), data, new() { Equal = [["x1", "x2"]] });
        var one = MaximumLikelihood.Estimate(new MultinomialLogit(["sum", "x3"]), data.With(("sum", sum)));
        foreach (CovarianceKind kind in one.Kinds)
        {
            Assert.That(equal.StandardErrors(kind)[1], Is.EqualTo(one.StandardErrors(kind)[0]).Within(1e-6).Percent, $"{kind}");
        }

        Assert.That((equal["x1"], equal["x2"]), Is.EqualTo((equal["x2"], equal["x1"])));
        Assert.That(equal["x1"], Is.EqualTo(one["sum"]).Within(1e-9));
        Assert.That(equal.GradientNorm, Is.LessThan(1e-3));
    }

    [TestCase("x1", "x9")]
    [TestCase("x1", "x1")]
    public void Equal_names_are_parameters_each_once(string one, string other) =>
        Assert.That(() => MaximumLikelihood.Estimate(new MultinomialLogit(Variables), TwoClasses(5), new() { Equal = [[one, other]] }),
            Throws.ArgumentException.With.Message.Contains(other));

    [Test]
    public void What_is_equal_is_not_fixed_too() =>
        Assert.That(() => MaximumLikelihood.Estimate(new MultinomialLogit(Variables), TwoClasses(5), new()
        {
            Equal = [["x1", "x2"]],
            Fixed = new Dictionary<string, double> { ["x2"] = 1 },
        }), Throws.ArgumentException.With.Message.Contains("'x2' is fixed"));

    [Test]
    public void The_larger_class_comes_first_whatever_the_starts()
    {
        ChoiceData data = TwoClasses(400);
        EstimationResult[] fits = [.. new uint[] { 1, 2, 3 }.Select(seed =>
            MaximumLikelihood.Estimate(new LatentClass(2, Variables) { Seed = seed }, data))];
        foreach (EstimationResult fit in fits)
        {
            double[] shares = ((LatentClass)fit.Model).Shares(data, fit.Estimates);
            Assert.That(shares[0], Is.GreaterThan(shares[1]));
            Assert.That(fit.Estimates, Is.EqualTo(fits[0].Estimates).Within(1e-4));
            Assert.That(fit.Search?.Tried, Is.EqualTo(8));
            Assert.That(fit.Search?.Agreeing, Is.InRange(2, 8));
        }
    }

    [Test]
    public void Values_to_start_from_may_be_far_off()
    {
        ChoiceData data = Simulated.Panel(300, 6, 3, 3, _ => [-0.1, 0.8, 0.5], weighted: false);
        var own = MaximumLikelihood.Estimate(new MultinomialLogit(Variables), data);
        foreach (double far in (double[])[-50, 50, 200])
        {
            var fit = MaximumLikelihood.Estimate(new MultinomialLogit(Variables), data,
                new() { Start = new Dictionary<string, double> { ["x1"] = far } });
            Assert.That(fit.LogLikelihood, Is.EqualTo(own.LogLikelihood).Within(1e-6), $"{far}");
            Assert.That(fit.Converged && fit.IsIdentified, Is.True, $"{far}: {fit.Ending}");
        }
    }

    /// <summary>Where rounding hides what steps gain nothing is at its maximum, and no prediction is perfect.</summary>
    [TestCase(1e16)]
    [TestCase(-1e20)]
    [TestCase(1e300)]
    public void Values_to_start_from_that_are_out_of_sight_are_no_maximum(double far)
    {
        ChoiceData data = Simulated.Panel(300, 6, 3, 3, _ => [-0.1, 0.8, 0.5]);
        var fit = MaximumLikelihood.Estimate(new MultinomialLogit(Variables), data,
            new() { Start = new Dictionary<string, double> { ["x1"] = far } });
        Assert.That(fit.Converged, Is.False);
        Assert.That(fit.Ending, Does.EndWith("start nearer"));
        Assert.That(fit.Unidentified, Is.Empty);
    }

    [Test]
    public void Random_coefficients_start_with_what_is_fixed()
    {
        ChoiceData data = Simulated.Panel(150, 6, 4, 3, key => [-1 + Simulated.Normal(key, 0), 0.8, 0.5]);
        var model = new MixedLogit(Variables, [new("x1")], new HaltonDraws(50));
        var held = new Dictionary<string, double> { ["x2"] = 0.1, ["sd.x1"] = 0.5 };
        var fit = MaximumLikelihood.Estimate(model, data, new() { Fixed = held });
        Assert.That((fit["x2"], fit["sd.x1"], fit.Estimated), Is.EqualTo((0.1, 0.5, 2)));
        Assert.That(fit.Converged, Is.True);
    }

    /// <summary>Two classes of two thirds and a third, far apart.</summary>
    private static ChoiceData TwoClasses(int persons) => Simulated.Panel(persons, 6, 4, 3,
        key => key.Uniform(2_000_000) < 2.0 / 3 ? [-1, 0.8, 0.5] : [1, 0, 0.5]);
}
