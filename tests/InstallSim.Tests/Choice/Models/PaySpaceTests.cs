using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Kernels;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Estimation;

namespace InstallSim.Tests.Choice.Models;

public sealed class PaySpaceTests
{
    private static readonly string[] Variables = ["x1", "price", "x3"];

    [Test]
    public void Derivatives_equal_finite_differences()
    {
        RandomCoefficient[] random = [new("x1"), new("price", Distribution.Lognormal) { Sign = -1 }];
        var model = new MixedLogit(Variables, random, new HaltonDraws(30), [["x1", "price"]], "price");
        LikelihoodChecks.Verify(model.Bind(Data(20)), [0.5, -0.3, 0.4, 0.6, 0.2, 0.5]);
    }

    [Test]
    public void Without_spread_it_is_the_multinomial_logit_in_other_units()
    {
        var data = Data(40);
        var plain = new MultinomialLogit(Variables).Bind(data).Evaluate([0.6, -0.8, 0.4], Derivatives.None);
        var pay = new MixedLogit(Variables, [], new HaltonDraws(1), [], "price").Bind(data).Evaluate([0.75, -0.8, 0.5], Derivatives.None);
        Assert.That(pay.LogLikelihood, Is.EqualTo(plain.LogLikelihood).Within(1e-9));
    }

    [Test]
    public void Both_spaces_reach_the_same_maximum_when_nothing_varies()
    {
        var data = Data(300);
        var plain = MaximumLikelihood.Estimate(new MultinomialLogit(Variables), data);
        var pay = MaximumLikelihood.Estimate(new MixedLogit(Variables, [], new HaltonDraws(1), [], "price"), data);
        Assert.That(pay.LogLikelihood, Is.EqualTo(plain.LogLikelihood).Within(1e-7));
        Assert.That(pay["x1"], Is.EqualTo(-plain["x1"] / plain["price"]).Within(1e-5));
    }

    [Test]
    public void In_units_of_an_income_what_people_like_is_worth_something()
    {
        var data = Data(300);
        var plain = MaximumLikelihood.Estimate(new MultinomialLogit(Variables), data);
        var worth = MaximumLikelihood.Estimate(new MixedLogit(Variables, [], new HaltonDraws(1), [], "x1", true), data);
        Assert.That(worth.LogLikelihood, Is.EqualTo(plain.LogLikelihood).Within(1e-7));
        Assert.That(worth["x3"], Is.EqualTo(plain["x3"] / plain["x1"]).Within(1e-5).And.GreaterThan(0));
        RandomCoefficient[] random = [new("x3"), new("x1", Distribution.Lognormal)];
        LikelihoodChecks.Verify(new MixedLogit(Variables, random, new HaltonDraws(30), [["x3", "x1"]], "x1", true).Bind(Data(20)),
            [-0.5, 0.3, 0.4, 0.6, 0.2, 0.5]);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Derivatives_with_coefficients_in_utils_equal_finite_differences(bool isRandom)
    {
        RandomCoefficient[] random =
            [new("x1"), new("price", Distribution.Lognormal) { Sign = -1 }, .. isRandom ? (RandomCoefficient[])[new("x3")] : []];
        var model = new MixedLogit(
            Variables, random, new HaltonDraws(30), [[.. random.Select(r => r.Variable)]], "price", inUtils: ["x3"]);
        double[] at = [0.5, -0.3, 0.4, 0.6, 0.2, 0.5, 0.3, -0.2, 0.4];
        LikelihoodChecks.Verify(model.Bind(Data(20)), at[..model.Parameters.Count]);
    }

    /// <summary>Σ over people of ln (1/R)·Σ Πₜ P, V = γ·x3 − |β|·(…) written down draw by draw.</summary>
    [Test]
    public void What_stays_in_utils_is_not_multiplied_by_the_price()
    {
        ChoiceData data = Data(30);
        RandomCoefficient[] random = [new("x1"), new("price", Distribution.Lognormal) { Sign = -1 }];
        var draws = new HaltonDraws(40);
        double[] theta = [0.5, -0.3, 0.4, 0.6, 0.5];
        Likelihood Bound(IReadOnlyList<string> inUtils) =>
            new MixedLogit(Variables, random, draws, [], "price", inUtils: inUtils).Bind(data);
        double expected = 0;
        double[] Normals(int person, int dimension)
        {
            var u = new double[40];
            draws.Fill(person, dimension, u);
            return [.. u.Select(x => NormalQuantileKernel.Quantile(x))];
        }

        for (int n = 0; n < data.Persons; n++)
        {
            double[] one = Normals(n, 0), two = Normals(n, 1);
            double mean = 0;
            for (int r = 0; r < 40; r++)
            {
                double omega = theta[0] + (theta[3] * one[r]), beta = -Math.Exp(theta[1] + (theta[4] * two[r])), product = 1;
                for (int t = data.FirstSituation(n); t < data.FirstSituation(n + 1); t++)
                {
                    double[] e = [.. Enumerable.Range(data.Start(t), data.Alternatives(t)).Select(row => Math.Exp(
                        (theta[2] * data.Column("x3")[row]) + (beta * (data.Column("price")[row] - (omega * data.Column("x1")[row])))))];
                    product *= e[data.Chosen(t)] / e.Sum();
                }

                mean += product / 40;
            }

            expected += data.Weight(data.FirstSituation(n)) * Math.Log(mean);
        }

        Assert.That(Bound(["x3"]).Evaluate(theta, Derivatives.None).LogLikelihood, Is.EqualTo(expected).Within(1e-8));
        Assert.That(Bound([]).Evaluate(theta, Derivatives.None).LogLikelihood, Is.Not.EqualTo(expected).Within(1e-3));
    }

    [Test]
    public void Where_the_price_does_not_vary_both_are_one_model()
    {
        ChoiceData data = Data(300);
        EstimationResult Fit(params string[] inUtils) => MaximumLikelihood.Estimate(
            new MixedLogit(Variables, [new("x1")], new HaltonDraws(50), [], "price", inUtils: inUtils), data);
        (EstimationResult inside, EstimationResult outside) = (Fit(), Fit("x3"));
        Assert.That(outside.LogLikelihood, Is.EqualTo(inside.LogLikelihood).Within(1e-6));
        Assert.That(outside["x3"], Is.EqualTo(-inside["price"] * inside["x3"]).Within(1e-4));
        Assert.That(outside["x1"], Is.EqualTo(inside["x1"]).Within(1e-4));
    }

    [TestCase(null, "x3", "without a numeraire")]
    [TestCase("price", "price", "'price' cannot stay in utils")]
    [TestCase("price", "x4", "'x4' cannot stay in utils")]
    public void What_cannot_stay_in_utils_is_refused(string? numeraire, string name, string told) =>
        Assert.That(() => new MixedLogit(Variables, [], new HaltonDraws(1), [], numeraire, inUtils: [name]),
            Throws.ArgumentException.With.Message.Contains(told));

    private static ChoiceData Data(int persons)
    {
        var data = Simulated.Panel(persons, 4, 4, 3, _ => [0.6, -0.8, 0.4]);
        return data.With(("price", data.Column("x2").ToArray()));
    }
}
