using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Estimation;

namespace InstallSim.Tests.Choice.Models;

/// <summary>Means of random coefficients that depend on the person.</summary>
public sealed class MeanByTests
{
    private static readonly string[] Variables = ["x1", "x2", "x3"];

    [Test]
    public void Derivatives_equal_finite_differences([Values] Distribution distribution, [Values] bool panel)
    {
        RandomCoefficient[] random =
        [
            new("x3", distribution) { Sign = -1, Lower = -2, Upper = 1, MeanBy = ["z1"] },
            new("x1", distribution) { Sign = 1, Lower = -1, Upper = 2, MeanBy = ["z2", "z1"] },
        ];
        var model = new MixedLogit(Variables, random, new HaltonDraws(21)) { Panel = panel };
        Assert.That(model.Parameters.Take(6), Is.EqualTo(new[] { "x1", "x1.z2", "x1.z1", "x2", "x3", "x3.z1" }));
        LikelihoodChecks.Verify(model.Bind(Data(14)),
            [.. model.Parameters.Select(p => p.StartsWith("sd.", StringComparison.Ordinal) ? 0.8 : p == "x3" ? -0.5 : 0.4)],
            hasKink: distribution == Distribution.CensoredNormal);
    }

    /// <summary>Few alternatives and many parameters: second derivatives from moments over the rows.</summary>
    [Test]
    public void Derivatives_equal_finite_differences_where_sets_are_small()
    {
        RandomCoefficient[] random = [new("x3") { MeanBy = ["z1"] }, new("x1") { MeanBy = ["z2", "z1"] }];
        var model = new MixedLogit(Variables, random, new HaltonDraws(21)) { Panel = false };
        LikelihoodChecks.Verify(model.Bind(Data(14, most: 3)), [.. model.Parameters.Select(_ => 0.4)]);
    }

    [Test]
    public void Derivatives_equal_finite_differences_in_willingness_to_pay_space_with_correlated_coefficients()
    {
        RandomCoefficient[] random =
        [
            new("x1", Distribution.Lognormal) { Sign = -1, MeanBy = ["z1"] }, new("x2") { MeanBy = ["z1", "z2"] }, new("x3"),
        ];
        var model = new MixedLogit(Variables, random, new HaltonDraws(37), [["x2", "x3"]], "x1");
        LikelihoodChecks.Verify(model.Bind(Data(15)), [.. model.Parameters.Select(_ => 0.4)], 0.2);
    }

    [TestCase(Distribution.Normal)]
    [TestCase(Distribution.Triangular)]
    public void A_mean_that_depends_on_a_variable_is_the_same_as_the_product_as_a_variable(Distribution distribution)
    {
        var data = Data(80);
        data = data.With(("x1 z1", [.. data.Column("x1").ToArray().Zip(data.Column("z1").ToArray(), (x, z) => x * z)]));
        var mean = MaximumLikelihood.Estimate(
            new MixedLogit(Variables, [new("x1", distribution) { MeanBy = ["z1"] }], new HaltonDraws(100)), data);
        var product = MaximumLikelihood.Estimate(
            new MixedLogit([.. Variables, "x1 z1"], [new("x1", distribution)], new HaltonDraws(100)), data);
        Assert.That(mean.IsSound && product.IsSound);
        Assert.That(mean.LogLikelihood, Is.EqualTo(product.LogLikelihood).Within(1e-8));
        Assert.That(mean["x1.z1"], Is.EqualTo(product["x1 z1"]).Within(1e-4));
        Assert.That(mean.StandardErrors()[mean.IndexOf("x1.z1")],
            Is.EqualTo(product.StandardErrors()[product.IndexOf("x1 z1")]).Within(1e-4));
    }

    [Test]
    public void Known_slopes_of_a_normal_and_of_a_lognormal_are_recovered_within_four_standard_errors()
    {
        Dictionary<string, double> truth = new()
        {
            ["x1"] = -0.3,
            ["x1.z1"] = 0.4,
            ["x2"] = 0.5,
            ["x2.z1"] = -0.6,
            ["x2.z2"] = 0.8,
            ["x3"] = 0.5,
            ["sd.x1"] = 0.5,
            ["sd.x2"] = 0.7,
        };
        var data = Data(900, key => [
            -Math.Exp(truth["x1"] + truth["x1.z1"] * First(key) + truth["sd.x1"] * Simulated.Normal(key, 0)),
            truth["x2"] + truth["x2.z1"] * First(key) + truth["x2.z2"] * Second(key) + truth["sd.x2"] * Simulated.Normal(key, 1),
            truth["x3"]]);
        RandomCoefficient[] random =
            [new("x1", Distribution.Lognormal) { Sign = -1, MeanBy = ["z1"] }, new("x2") { MeanBy = ["z1", "z2"] }];
        var result = MaximumLikelihood.Estimate(new MixedLogit(Variables, random, new HaltonDraws(200)), data);
        Assert.That(result.IsSound, result.Ending);
        double[] se = result.StandardErrors();
        Assert.Multiple(() =>
        {
            foreach ((string name, double value) in truth)
            {
                double found = name.StartsWith("sd.", StringComparison.Ordinal) ? Math.Abs(result[name]) : result[name];
                Assert.That((found - value) / se[result.IndexOf(name)], Is.InRange(-4, 4), name);
            }
        });
    }

    /// <summary>E over people by weight of −(b + γ·z)/p with a fixed price: −(b + γ·z̄)/p; four standard errors of 7,000 draws.</summary>
    [Test]
    public void Mean_willingness_to_pay_over_people_is_that_at_the_mean_of_the_covariate()
    {
        var data = Data(300);
        var result = MaximumLikelihood.Estimate(new MixedLogit(Variables, [new("x2") { MeanBy = ["z2"] }], new HaltonDraws(100)), data);
        double Weight(int person) => data.Weight(data.FirstSituation(person));
        double mean = Enumerable.Range(0, data.Persons).Sum(p => Weight(p) * data.Column("z2")[data.Start(data.FirstSituation(p))])
            / Enumerable.Range(0, data.Persons).Sum(Weight);
        var pay = new PayDistribution(result, data, "x1").Of("x2");
        double expected = -(result["x2"] + result["x2.z2"] * mean) / result["x1"];
        Assert.That(mean, Is.Not.Zero.Within(0.2));
        Assert.That(pay.Mean.Estimate, Is.EqualTo(expected).Within(4 * pay.Deviation / Math.Sqrt(7000)));
    }

    [Test]
    public void What_a_mean_depends_on_is_the_same_on_all_rows_of_a_person()
    {
        var model = new MixedLogit(Variables, [new("x1") { MeanBy = ["x2"] }], new HaltonDraws(10));
        Assert.That(() => model.Bind(Data(5)), Throws.ArgumentException.With.Message.Contains("'x2'"));
    }

    [Test]
    public void An_error_component_has_no_mean_to_depend_on_anything() => Assert.That(
        () => new MixedLogit(Variables, [new("x1") { IsErrorComponent = true, MeanBy = ["z1"] }], new HaltonDraws(10)),
        Throws.ArgumentException.With.Message.Contains("error component"));

    [Test]
    public void Two_parameters_of_one_name_are_refused() => Assert.That(
        () => new MixedLogit(["x1", "x1.z1"], [new("x1") { MeanBy = ["z1"] }], new HaltonDraws(10)),
        Throws.ArgumentException.With.Message.Contains("x1.z1"));

    private static double First(DrawKey key) => Math.Round(Simulated.Normal(key, 5), 2);

    private static double Second(DrawKey key) => key.Uniform(3_000_000) < 0.6 ? 1 : 0;

    private static ChoiceData Data(int persons, Func<DrawKey, double[]>? coefficients = null, int most = 4)
    {
        var data = Simulated.Panel(persons, 5, most, 3, coefficients
            ?? (key => [-1, 0.5 + 0.5 * Second(key) + 0.8 * Simulated.Normal(key, 1), 0.5 + 0.3 * First(key)]));
        DrawKey[] keys = [.. Enumerable.Range(0, data.Rows).Select(row => new DrawKey(1, 0, 7, 0, (uint)PersonOf(data, row)))];
        return data.With(("z1", [.. keys.Select(First)]), ("z2", [.. keys.Select(Second)]));
    }

    private static int PersonOf(ChoiceData data, int row)
    {
        int n = 0;
        while (data.Start(n + 1) <= row)
        {
            n++;
        }

        return data.Person(n);
    }
}
