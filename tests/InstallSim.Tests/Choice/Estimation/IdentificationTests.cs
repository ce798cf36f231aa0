using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
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

    [Test]
    public void Classes_that_are_one_and_classes_of_nobody_are_named()
    {
        Likelihood likelihood = new LatentClass(2, Variables).Bind(Data(50, 3));
        Assert.That(likelihood.Doubts([0.5, 1, 0.5, 1, 0]).Single().Reason, Does.Contain("coefficients of another"));
        Assert.That(likelihood.Doubts([0.5, 1, -0.5, 1, -30]).Single().Reason, Does.Contain("nobody belongs"));
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
