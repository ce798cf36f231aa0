using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Estimation;

namespace InstallSim.Tests.Choice.Models;

/// <summary>Mixed logits with scales of groups and of people, nests, and spreads that depend on the person.</summary>
public sealed class GeneralMixedLogitTests
{
    private static readonly string[] Variables = ["x1", "x2", "x3"];
    private static readonly Nest[] Nests =
    [
        new("outer", [2]) { Branches = [new("inner", [0, 1])] },
    ];

    private static IEnumerable<TestCaseData> Models()
    {
        yield return new TestCaseData(new GeneralMixedLogit(Tastes(true), ["group", "z1"])).SetArgDisplayNames("scale, panel");
        yield return new TestCaseData(new GeneralMixedLogit(Tastes(false), ["group", "z1"])).SetArgDisplayNames("scale, cross-section");
        yield return new TestCaseData(new GeneralMixedLogit(Tastes(true), [], new RandomScale())).SetArgDisplayNames("G-MNL");
        yield return new TestCaseData(new GeneralMixedLogit(
            new MixedLogit(Variables, [new("x1", Distribution.Lognormal) { Sign = -1 }, new("x3", Distribution.Triangular)],
                new HaltonDraws(20)),
            [], new RandomScale { Unscaled = ["x2"] })).SetArgDisplayNames("G-MNL, lognormal, one unscaled");
        yield return new TestCaseData(new GeneralMixedLogit(
            new MixedLogit(Variables, [new("x1"), new("x2")], new HaltonDraws(20), [["x1", "x2"]]),
            ["group"], new RandomScale { Gamma = 0 }))
            .SetArgDisplayNames("G-MNL-II, correlated, with scale");
        yield return new TestCaseData(new GeneralMixedLogit(Tastes(true), [], null, Nests)).SetArgDisplayNames("nested");
        yield return new TestCaseData(new GeneralMixedLogit(
            new MixedLogit(Variables,
                [new("x1", Distribution.TruncatedNormal) { SpreadBy = ["z1"] }, new("x2") { SpreadBy = ["z1", "z2"] }],
                new SobolDraws(150, 3)))).SetArgDisplayNames("spreads by person");
        yield return new TestCaseData(new GeneralMixedLogit(
            new MixedLogit(Variables, [new("x1") { SpreadBy = ["z2"], MeanBy = ["z1"] }, new("x2") { IsErrorComponent = true }],
                new HaltonDraws(20), [["x1", "x2"]]), ["group"], new RandomScale(), Nests)).SetArgDisplayNames("all together");
        yield return new TestCaseData(new GeneralMixedLogit(
            new MixedLogit(Variables, [new("x1", Distribution.Lognormal) { Sign = -1 }, new("x2")], new HaltonDraws(20), [], "x1"),
            ["group"], null, Nests)).SetArgDisplayNames("willingness-to-pay space");
    }

    [TestCaseSource(nameof(Models))]
    public void Derivatives_equal_finite_differences(GeneralMixedLogit model) =>
        LikelihoodChecks.Verify(
            model.Bind(Data(12)), [.. model.Parameters.Select(p => p is "outer" ? 0.9 : p is "inner" ? 0.6 : 0.4)], 0.2, 2);

    [TestCaseSource(nameof(Models))]
    public void Without_scales_and_nests_people_have_the_coefficients_of_the_mixed_logit(GeneralMixedLogit model)
    {
        var data = Data(15);
        double[] theta = [.. model.Parameters.Select((p, k) => p is "outer" or "inner" ? 1
            : p is "gamma" ? 0.3
            : k < model.Tastes.Parameters.Count ? 0.3 + (0.1 * k) : 0)];
        var general = new IndividualCoefficients(model, data, theta);
        var plain = new IndividualCoefficients(model.Plain(), data, theta[..model.Tastes.Parameters.Count]);
        int count = plain.Variables.Count;
        Assert.That(general.Variables.Take(count), Is.EqualTo(plain.Variables));
        Assert.That(general.Persons.SelectMany(p => p.Take(count)).Select(i => i.Estimate),
            Is.EqualTo(plain.Persons.SelectMany(p => p).Select(i => i.Estimate)).Within(1e-10));
        Assert.That(general.Persons.SelectMany(p => p.Take(count)).Select(i => i.StandardError),
            Is.EqualTo(plain.Persons.SelectMany(p => p).Select(i => i.StandardError)).Within(1e-9));
    }

    /// <summary>One draw is all there is to know: the person's coefficient is its value, with the scale.</summary>
    [Test]
    public void The_scale_of_a_person_is_in_the_coefficients_of_the_person()
    {
        var model = new GeneralMixedLogit(new MixedLogit(Variables, [new("x1")], new HaltonDraws(1)), [], new RandomScale { Gamma = 0 });
        double[] theta = [.. model.Parameters.Select(p => p == "tau" ? 0.8 : p == "sd.x1" ? 0 : 0.5)];
        Interval[][] people = new IndividualCoefficients(model, Data(10), theta).Persons;
        Assert.That(people.Select(p => p.Select(i => i.Estimate).Distinct().Count()), Is.All.EqualTo(1), "one scale for all coefficients");
        Assert.That(people.Select(p => p[0].Estimate).Distinct().Count(), Is.GreaterThan(5));
    }

    [TestCaseSource(nameof(Models))]
    public void Without_scales_and_nests_it_is_the_mixed_logit_of_the_same_draws(GeneralMixedLogit model)
    {
        var data = Data(40);
        double[] theta = [.. model.Parameters.Select((p, k) => p is "outer" or "inner" ? 1
            : p is "gamma" ? 0.3
            : k < model.Tastes.Parameters.Count ? 0.3 + (0.1 * k) : 0)];
        var general = model.Bind(data).Evaluate(theta, Derivatives.Gradient);
        int count = model.Tastes.Parameters.Count;
        var plain = model.Plain().Bind(data).Evaluate(theta.AsSpan(0, count), Derivatives.Gradient);
        Assert.That(general.LogLikelihood, Is.EqualTo(plain.LogLikelihood).Within(1e-10));
        Assert.That(general.Gradient.Take(count), Is.EqualTo(plain.Gradient).Within(1e-8));
    }

    [Test]
    public void Extreme_coefficients_give_a_finite_log_likelihood([Values] bool nested)
    {
        var model = new GeneralMixedLogit(Tastes(true), ["group"], new RandomScale(), nested ? Nests : []);
        double[] theta = [.. model.Parameters.Select(p => p is "outer" or "inner" ? 0.7 : p is "tau" or "gamma" ? 0.5 : 300)];
        Assert.That(model.Bind(Data(10)).Evaluate(theta, Derivatives.Gradient).Gradient, Has.All.Matches<double>(double.IsFinite));
    }

    [Test]
    public void What_is_held_leaves_the_estimates_of_the_mixed_logit()
    {
        var data = Data(60);
        var model = new GeneralMixedLogit(Tastes(true), ["group"], null, Nests);
        var held = new EstimationOptions
        {
            Fixed = new Dictionary<string, double> { ["scale.group"] = 0, ["outer"] = 1, ["inner"] = 1 },
            Start = new Dictionary<string, double> { ["x1"] = 0.5 },
        };
        var general = MaximumLikelihood.Estimate(model, data, held);
        var plain = MaximumLikelihood.Estimate(model.Plain(), data);
        Assert.That(general.IsSound, general.Ending);
        Assert.That(general.Estimates.Take(plain.Parameters.Count).Select(Math.Abs),
            Is.EqualTo(plain.Estimates.Select(Math.Abs)).Within(1e-4));
        Assert.That(general.LogLikelihood, Is.EqualTo(plain.LogLikelihood).Within(1e-7));
    }

    /// <summary>Spreads of 0: nothing is random.</summary>
    [Test]
    public void Without_spreads_it_is_the_logit_with_scale_and_the_nested_logit()
    {
        var data = Data(30);
        double At(IChoiceModel model, params double[] more) =>
            model.Bind(data).Evaluate([0.5, -0.4, 0.3, .. more], Derivatives.None).LogLikelihood;
        Assert.That(At(new GeneralMixedLogit(Tastes(true), ["group"]), 0, 0, 0.7),
            Is.EqualTo(At(new ScaledLogit(Variables, ["group"]), 0.7)).Within(1e-9));
        Assert.That(At(new GeneralMixedLogit(Tastes(false), [], null, Nests), 0, 0, 0.8, 0.5),
            Is.EqualTo(At(new NestedLogit(Variables, Nests), 0.8, 0.5)).Within(1e-9));
    }

    /// <summary>β = σ·b + (γ + (1 − γ)·σ)·η for x1, σ·b for x2, b for x3, with the same Halton draws, worked out term by term.</summary>
    [Test]
    public void The_generalised_multinomial_logit_is_that_of_Fiebig_and_others()
    {
        var data = Data(20);
        const int Draws = 16;
        var halton = new HaltonDraws(Draws);
        var model = new GeneralMixedLogit(new MixedLogit(Variables, [new("x1")], halton), [], new RandomScale { Unscaled = ["x3"] });
        Assert.That(model.Parameters, Is.EqualTo(new[] { "x1", "x2", "x3", "sd.x1", "tau", "gamma" }));
        double[] b = [0.5, -0.4, 0.3], z = new double[Draws], e = new double[Draws];
        const double Spread = 0.8, Tau = 0.6, Gamma = 0.3;
        double expected = 0;
        for (int person = 0; person < data.Persons; person++)
        {
            halton.Fill(person, 0, z);
            halton.Fill(person, 1, e);
            double sum = 0;
            for (int r = 0; r < Draws; r++)
            {
                double sigma = Math.Exp((-Tau * Tau / 2) + (Tau * Quantile(e[r])));
                sum += Chosen(data, person,
                    [(sigma * b[0]) + ((Gamma + ((1 - Gamma) * sigma)) * Spread * Quantile(z[r])), sigma * b[1], b[2]]);
            }

            expected += data.Weight(data.FirstSituation(person)) * Math.Log(sum / Draws);
        }

        Assert.That(model.Bind(data).Evaluate([.. b, Spread, Tau, Gamma], Derivatives.None).LogLikelihood,
            Is.EqualTo(expected).Within(1e-9));
    }

    /// <summary>A formula of its own for sets, and the likelihood's where there is none, both against the logit's.</summary>
    [Test]
    public void Sets_are_valued_at_the_scale_of_their_columns([Values] bool nested)
    {
        var tastes = new MixedLogit(["x1"], [], new HaltonDraws(1));
        var model = new GeneralMixedLogit(tastes, ["group"], null, nested ? [new Nest("near", [0, 1])] : []);
        double[] theta = nested ? [0.5, 0.7, 1] : [0.5, 0.7];
        double p = new SetProbabilities(model, ["x1", "group"], 8).At(theta).OfFirst(new OfferedSet([0, 1], [[2, 1], [0, 1]]));
        Assert.That(p, Is.EqualTo(1 / (1 + Math.Exp(-Math.Exp(0.7) * 0.5 * 2))).Within(1e-12));
    }

    [Test]
    public void A_scale_alone_that_varies_has_no_gamma() => Assert.That(
        new GeneralMixedLogit(new MixedLogit(Variables, [], new HaltonDraws(10)), [], new RandomScale()).Parameters,
        Is.EqualTo(Variables.Append("tau")));

    [Test]
    public void A_scale_that_all_share_and_a_nest_of_all_are_held_and_named()
    {
        var data = Data(10).With(("one", [.. Enumerable.Repeat(1.0, Data(10).Rows)]));
        var model = new GeneralMixedLogit(Tastes(true), ["one", "group"], null, [new("all", [0, 1, 2, 3])]);
        Assert.That(model.Bind(data).Undetermined.Select(u => (u.Parameter, u.Value)),
            Is.EqualTo(new[] { ("scale.one", 0.0), ("all", 1.0) }));
    }

    [Test]
    public void Gamma_is_not_told_where_people_do_not_differ_in_scale()
    {
        var model = new GeneralMixedLogit(new MixedLogit(Variables, [new("x1")], new HaltonDraws(20)), [], new RandomScale());
        var result = MaximumLikelihood.Estimate(model, Data(60), new EstimationOptions
        {
            Fixed = new Dictionary<string, double> { ["tau"] = 0 },
        });
        Assert.That(result.Undetermined.Select(u => u.Parameter), Is.EqualTo(new[] { "gamma" }));
        Assert.That(result.IsIdentified);
    }

    [Test]
    public void What_cannot_go_together_is_refused()
    {
        var pay = new MixedLogit(Variables, [new("x2")], new HaltonDraws(10), [], "x1");
        Assert.That(() => new GeneralMixedLogit(pay, [], new RandomScale()), Throws.ArgumentException.With.Message.Contains("numeraire"));
        Assert.That(() => new GeneralMixedLogit(Tastes(true), [], new RandomScale { Unscaled = Variables }),
            Throws.ArgumentException.With.Message.Contains("no coefficient is left"));
        Assert.That(() => new GeneralMixedLogit(Tastes(true), [], new RandomScale { Unscaled = ["x9"] }),
            Throws.ArgumentException.With.Message.Contains("'x9'"));
        Assert.That(() => new GeneralMixedLogit(Tastes(true), ["x1"]).Bind(Data(5)),
            Throws.ArgumentException.With.Message.Contains("'x1'"));
        Assert.That(() => new MixedLogit(Variables, [new("x1") { SpreadBy = ["z1"] }], new HaltonDraws(10)).Bind(Data(5)),
            Throws.ArgumentException.With.Message.Contains("general mixed logit"));
    }

    private static MixedLogit Tastes(bool panel) =>
        new(Variables, [new("x1"), new("x3", Distribution.Uniform)], new HaltonDraws(21)) { Panel = panel };

    private static double Quantile(double u) => NormalQuantileKernel.Quantile(u);

    private static double Chosen(ChoiceData data, int person, double[] beta)
    {
        double product = 1;
        for (int n = data.FirstSituation(person); n < data.FirstSituation(person + 1); n++)
        {
            double[] odds = [.. Enumerable.Range(data.Start(n), data.Alternatives(n))
                .Select(row => Math.Exp(Variables.Select((name, k) => beta[k] * data.Column(name)[row]).Sum()))];
            product *= odds[data.Chosen(n)] / odds.Sum();
        }

        return product;
    }

    /// <summary>
    /// Choices whose every second situation has exp(0.7) times the scale; z1 and z2 are of the person, on whose z2 the spread of x2
    /// depends.
    /// </summary>
    internal static ChoiceData Data(int persons, int situations = 4)
    {
        double Second(DrawKey key) => key.Uniform(3_000_000) < 0.5 ? 1 : 0;
        var data = Simulated.Panel(persons, situations, 4, 3, key =>
            [-0.8, 0.6 + (0.5 * Math.Exp(0.8 * Second(key)) * Simulated.Normal(key, 1)), 0.5], scale: t => t % 2 == 1 ? Math.Exp(0.7) : 1);
        double[] group = new double[data.Rows], z1 = new double[data.Rows], z2 = new double[data.Rows];
        for (int n = 0; n < data.Situations; n++)
        {
            var key = new DrawKey(1, 0, 7, 0, (uint)data.Person(n));
            int start = data.Start(n), size = data.Alternatives(n);
            group.AsSpan(start, size).Fill((n - data.FirstSituation(data.Person(n))) % 2);
            z1.AsSpan(start, size).Fill(Math.Round(Simulated.Normal(key, 5), 2));
            z2.AsSpan(start, size).Fill(Second(key));
        }

        return data.With(("group", group), ("z1", z1), ("z2", z2));
    }
}
