using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Formulas;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Models;

namespace InstallSim.Tests.Choice.Estimation;

/// <summary>What the choices cannot tell is named and not counted; that is another fact than convergence.</summary>
public sealed class IdentificationTests
{
    private static readonly string[] Variables = ["x1", "x2"];

    [Test]
    public void A_nest_of_one_is_held_at_1_and_not_counted()
    {
        ChoiceData data = Data(300, 3);
        var with = MaximumLikelihood.Estimate(new NestedLogit(Variables, [new Nest("pair", [0, 1]), new Nest("alone", [2])]), data);
        var without = MaximumLikelihood.Estimate(new NestedLogit(Variables, [new Nest("pair", [0, 1])]), data);
        Assert.Multiple(() =>
        {
            Assert.That(with.Undetermined.Single().Parameter, Is.EqualTo("alone"));
            Assert.That(with["alone"], Is.EqualTo(1));
            Assert.That(with.LogLikelihood, Is.EqualTo(without.LogLikelihood).Within(1e-7));
            Assert.That(with.Estimated, Is.EqualTo(without.Estimated));
            Assert.That(with.Bic, Is.EqualTo(without.Bic).Within(1e-6));
            Assert.That(with.Converged && with.IsIdentified, Is.True);
        });
    }

    [Test]
    public void A_nest_of_all_only_scales()
    {
        var fit = MaximumLikelihood.Estimate(new NestedLogit(Variables, [new Nest("all", [0, 1, 2])]), Data(200, 3));
        Assert.That(fit.Undetermined.Single().Reason, Does.Contain("only scales"));
    }

    [Test]
    public void A_nest_of_a_nest_alone_is_told_by_the_inner_one()
    {
        var nests = new[] { new Nest("outer", []) { Branches = [new Nest("inner", [0, 1])] } };
        Assert.That(MaximumLikelihood.Estimate(new NestedLogit(Variables, nests), Data(200, 3)).Undetermined.Single().Parameter,
            Is.EqualTo("outer"));
    }

    [Test]
    public void Members_that_are_never_offered_together_make_no_nest()
    {
        var table = new Published.LongTable("x1", "x2");
        for (int n = 0; n < 200; n++)
        {
            var key = new DrawKey(3, 0, 7, 0, (uint)n);
            table.Add(n, n, n % 2, key.Uniform(0) < 0.5, key.Uniform(1), key.Uniform(2));
            table.Add(n, n, 2, !(key.Uniform(0) < 0.5), key.Uniform(3), key.Uniform(4));
        }

        var fit = MaximumLikelihood.Estimate(new NestedLogit(Variables, [new Nest("pair", [0, 1])]), table.Data());
        Assert.That(fit.Undetermined.Single().Reason, Does.Contain("offered together"));
    }

    [Test]
    public void Nests_that_share_a_dissimilarity_need_one_that_tells_it()
    {
        ChoiceData data = Data(200, 4);
        var model = new NestedLogit(Variables, [new Nest("all", [0, 1]), new Nest("all", [2])]);
        Assert.That(MaximumLikelihood.Estimate(model, data).Undetermined, Is.Empty);
    }

    [Test]
    public void A_scale_that_is_the_same_everywhere_is_held_at_0()
    {
        ChoiceData data = Data(200, 3);
        data = data.With(("group", [.. Enumerable.Repeat(1.0, data.Rows)]));
        var fit = MaximumLikelihood.Estimate(new ScaledLogit(Variables, ["group"]), data);
        Assert.That(fit.Undetermined.Single().Parameter, Is.EqualTo("scale.group"));
        Assert.That(fit.Estimated, Is.EqualTo(2));
    }

    // Walker, Ben-Akiva and Bolduc (2007): with one choice a person the error components of all J alternatives are one too many.
    [TestCase(2, 1, false, 1)]
    [TestCase(2, 2, false, 2)]
    [TestCase(3, 2, false, 0)]
    [TestCase(3, 3, false, 1)]
    [TestCase(4, 3, false, 0)]
    [TestCase(4, 4, false, 1)]
    [TestCase(2, 1, true, 0)]
    [TestCase(2, 2, true, 1)]
    [TestCase(3, 3, true, 0)]
    public void Error_components_are_as_many_as_the_covariances_of_utilities_tell(int alternatives, int components, bool panel, int held)
    {
        ChoiceData data = Data(60, alternatives, panel ? 4 : 1);
        foreach (int j in Enumerable.Range(0, components))
        {
            data = data.With(($"is{j}", [.. Enumerable.Range(0, data.Rows).Select(r => data.Alternative(r) == j ? 1.0 : 0)]));
        }

        string[] all = [.. Enumerable.Range(0, components).Select(j => $"is{j}")];
        var model = new MixedLogit([.. Variables, .. all], [.. all.Select(v => new RandomCoefficient(v) { IsErrorComponent = true })],
            new HaltonDraws(10));
        Assert.That(model.Bind(data).Undetermined.Select(u => u.Parameter),
            Is.EqualTo(all.TakeLast(held).Reverse().Select(v => "sd." + v)));
    }

    // Of J alternatives with one choice a person a full covariance has J(J − 1)/2 − 1 elements.
    [TestCase(2, 1, false, "")]
    [TestCase(3, 2, false, "chol.is1.is1")]
    [TestCase(3, 3, false, "chol.is2.is2 chol.is2.is1 chol.is2.is0 chol.is1.is1")]
    [TestCase(4, 3, false, "chol.is2.is2")]
    [TestCase(4, 2, false, "")]
    [TestCase(3, 2, true, "")]
    public void A_full_covariance_of_constants_takes_in_the_error_terms(int alternatives, int components, bool panel, string held)
    {
        ChoiceData data = Data(60, alternatives, panel ? 4 : 1);
        foreach (int j in Enumerable.Range(0, components))
        {
            data = data.With(($"is{j}", [.. Enumerable.Range(0, data.Rows).Select(r => data.Alternative(r) == j ? 1.0 : 0)]));
        }

        string[] all = [.. Enumerable.Range(0, components).Select(j => $"is{j}")], group = components > 1 ? all : ["x1", "x2"];
        var model = new MixedLogit([.. Variables, .. all], [.. group.Select(v => new RandomCoefficient(v))], new HaltonDraws(10), [group]);
        Assert.That(string.Join(' ', model.Bind(data).Undetermined.Select(u => u.Parameter)), Is.EqualTo(held));
    }

    [Test]
    public void What_is_held_can_be_another_element()
    {
        ChoiceData data = Data(60, 3, 1);
        data = data.With([.. Enumerable.Range(0, 2).Select(j =>
            ($"is{j}", Enumerable.Range(0, data.Rows).Select(r => data.Alternative(r) == j ? 1.0 : 0).ToArray()))]);
        var model = new MixedLogit([.. Variables, "is0", "is1"], [new("is0"), new("is1")], new HaltonDraws(10), [["is0", "is1"]]);
        var fit = MaximumLikelihood.Estimate(model, data,
            new() { Fixed = new Dictionary<string, double> { ["chol.is0.is0"] = 1 }, MostIterations = 1 });
        Assert.That(fit.Undetermined, Is.Empty);
    }

    [Test]
    public void Classes_held_equal_have_a_share_together_alone()
    {
        ChoiceData data = Data(60, 3);
        var logit = MaximumLikelihood.Estimate(new MultinomialLogit(Variables), data);
        var two = MaximumLikelihood.Estimate(new LatentClass(2, Variables) { Starts = 2 }, data,
            new() { Equal = [["class1.x1", "class2.x1"], ["class1.x2", "class2.x2"]] });
        Assert.Multiple(() =>
        {
            Assert.That(two.Undetermined.Single().Parameter, Is.EqualTo("member2"));
            Assert.That((two.Estimated, two.IsSound), Is.EqualTo((2, true)));
            Assert.That(two.LogLikelihood, Is.EqualTo(logit.LogLikelihood).Within(1e-7));
            Assert.That(two.StandardErrors()[..2], Is.EqualTo(logit.StandardErrors()).Within(1e-4).Percent);
        });
    }

    [Test]
    public void Of_three_classes_two_of_which_are_held_equal_two_are_left()
    {
        ChoiceData data = Simulated.Panel(40, 4, 3, 2, key => key.Uniform(1_000_000) < 0.5 ? [-1.5, 0] : [0, 1.5]);
        var three = MaximumLikelihood.Estimate(new LatentClass(3, Variables) { Starts = 1 }, data,
            new() { Equal = [["class2.x1", "class3.x1"], ["class2.x2", "class3.x2"]] });
        var two = MaximumLikelihood.Estimate(new LatentClass(2, Variables) { Starts = 2 }, data);
        Assert.That(three.Undetermined.Single().Parameter, Is.EqualTo("member3"));
        Assert.That((three.Estimated, three.IsSound), Is.EqualTo((two.Estimated, true)));
        Assert.That(three.LogLikelihood, Is.EqualTo(two.LogLikelihood).Within(1e-6));
    }

    [Test]
    public void A_spread_of_nothing_ends_at_its_bound_without_a_standard_error()
    {
        ChoiceData data = Simulated.Panel(60, 4, 3, 2, _ => [-1, 0.8], seed: 8, weighted: false);
        var model = new MixedLogit(Variables, [new("x1"), new("x2")], new HaltonDraws(50));
        var fit = MaximumLikelihood.Estimate(model, data);
        Assert.Multiple(() =>
        {
            Assert.That(fit.AtBound, Is.EqualTo(new[] { "sd.x1" }));
            Assert.That((fit.IsSound, fit.Estimated, fit.Sought), Is.EqualTo((true, 3, 4)));
            Assert.That(fit.StandardErrors()[fit.IndexOf("sd.x2")], Is.GreaterThan(0.1));
            Assert.That(fit.StandardErrors()[fit.IndexOf("sd.x1")], Is.NaN);
            Assert.That(fit.Covariance()[2, 2], Is.Zero);
            Assert.That(SimulatedEstimates.Of(fit, 2).All(draw => draw[2] == fit["sd.x1"] && draw[0] != fit["x1"]), Is.True);
        });
    }

    [Test]
    public void Of_a_product_whose_parts_are_not_told_apart_the_product_counts_once()
    {
        ChoiceData data = Data(100, 3);
        var plain = MaximumLikelihood.Estimate(new MultinomialLogit(Variables), data);
        var product = MaximumLikelihood.Estimate(new FormulaLogit(Formula.Parse("a * b * x1 + c * x2", ["a", "b", "c"]),
            new Dictionary<string, double> { ["a"] = 0.5, ["b"] = -0.5 }), data);
        Assert.Multiple(() =>
        {
            Assert.That(product.Unidentified.Single().Parameters, Is.EqualTo(new[] { "a", "b" }));
            Assert.That(product.LogLikelihood, Is.EqualTo(plain.LogLikelihood).Within(1e-7));
            Assert.That(product.Estimated, Is.EqualTo(2));
            Assert.That(product.Bic, Is.EqualTo(plain.Bic).Within(1e-6));
        });
    }

    [Test]
    public void Classes_that_are_one_and_classes_of_nobody_are_named()
    {
        Likelihood likelihood = new LatentClass(2, Variables).Bind(Data(50, 3));
        Assert.That(likelihood.Doubts([0.5, 1, 0.5, 1, 0]).Single().Reason, Does.Contain("same coefficients"));
        Assert.That(likelihood.Doubts([0.5, 1, -0.5, 1, -30]).Single().Reason, Does.Contain("nobody belongs"));
        Unidentified first = likelihood.Doubts([0.5, 1, -0.5, 1, 40]).Single();
        Assert.That(first.Reason, Does.Contain("nobody belongs"));
        Assert.That(first.Parameters, Is.EqualTo(new[] { "class1.x1", "class1.x2", "member2" }), "it runs off with the first class too");
        Assert.That(likelihood.Doubts([0.5, 1, -0.5, 1, 0]), Is.Empty);
    }

    [Test]
    public void Flat_is_converged_and_unbounded_is_not()
    {
        ChoiceData data = Data(100, 3);
        double[] twice = [.. data.Column("x1").ToArray().Select(x => 2 * x)];
        double[] sure = [.. Enumerable.Range(0, data.Rows).Select(r => IsChosen(data, r) ? 1.0 : 0)];
        var flat = MaximumLikelihood.Estimate(new MultinomialLogit(["x1", "x2", "twice"]), data.With(("twice", twice)));
        var unbounded = MaximumLikelihood.Estimate(new MultinomialLogit(["x1", "sure"]), data.With(("sure", sure)));
        Assert.That((flat.Converged, flat.IsIdentified), Is.EqualTo((true, false)));
        Assert.That((unbounded.Converged, unbounded.IsIdentified), Is.EqualTo((false, false)));
    }

    [TestCase(1e-12)]
    [TestCase(1e-6)]
    [TestCase(1e9)]
    public void The_scale_of_weights_changes_neither_estimates_nor_findings(double factor)
    {
        ChoiceData data = Data(100, 3);
        var one = MaximumLikelihood.Estimate(new MultinomialLogit(Variables), data);
        var scaled = MaximumLikelihood.Estimate(new MultinomialLogit(Variables),
            data.Reweighted([.. Enumerable.Repeat(factor, data.Persons)]));
        Assert.That(scaled.Estimates, Is.EqualTo(one.Estimates).Within(1e-6));
        Assert.That(scaled.StandardErrors(), Is.EqualTo(one.StandardErrors()).Within(1e-4).Percent);
        Assert.That(scaled.IsSound, Is.True, scaled.Ending);
    }

    [Test]
    public void Too_few_iterations_say_nothing_of_what_the_data_tell()
    {
        var fit = MaximumLikelihood.Estimate(new MultinomialLogit(Variables), Data(100, 3),
            new() { Start = new Dictionary<string, double> { ["x1"] = 40 }, MostIterations = 1 });
        Assert.That((fit.Converged, fit.Unidentified.Count), Is.EqualTo((false, 0)));
    }

    private static ChoiceData Data(int persons, int alternatives, int situations = 3) =>
        Simulated.Panel(persons, situations, alternatives, 2, _ => [-1, 0.8], equalSets: true, weighted: false);

    private static bool IsChosen(ChoiceData data, int row) => Enumerable.Range(0, data.Situations)
        .Any(n => row == data.Start(n) + data.Chosen(n));
}
