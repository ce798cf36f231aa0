using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
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

    private static ChoiceData Data(int persons)
    {
        var data = Simulated.Panel(persons, 4, 4, 3, _ => [0.6, -0.8, 0.4]);
        return data.With(("price", data.Column("x2").ToArray()));
    }
}
