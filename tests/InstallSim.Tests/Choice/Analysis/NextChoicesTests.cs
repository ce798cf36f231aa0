using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Models;

namespace InstallSim.Tests.Choice.Analysis;

public sealed class NextChoicesTests
{
    [Test]
    public void Earlier_choices_of_a_person_make_the_next_ones_easier_to_predict()
    {
        ChoiceData data = Simulated.Panel(150, 5, 3, 2, key => [3 * Simulated.Normal(key, 0), 0.5], equalSets: true);
        var model = new MixedLogit(["x1", "x2"], [new RandomCoefficient("x1", Distribution.Normal)], new HaltonDraws(60));
        NextChoices next = NextChoices.Of(model, data);
        Assert.Multiple(() =>
        {
            Assert.That(next.Persons, Is.EqualTo(150));
            Assert.That(next.Alone.HoldoutSituations, Is.EqualTo(150));
            Assert.That(next.Given!.Holdout, Is.GreaterThan(next.Alone.Holdout + 10));
            Assert.That(next.Given.MeanProbability, Is.GreaterThan(next.Alone.MeanProbability + 0.05));
            Assert.That(next.Given.HitRate, Is.GreaterThan(next.Alone.HitRate));
        });
    }

    /// <summary>By hand: Σ over draws of P(next)·P(earlier) by Σ of P(earlier), of the library's own draws.</summary>
    [Test]
    public void Draws_weigh_by_the_probability_that_they_give_to_the_earlier_choices()
    {
        ChoiceData data = Simulated.Panel(30, 3, 3, 1, key => [1 + Simulated.Normal(key, 0)]);
        var draws = new HaltonDraws(32);
        var model = new MixedLogit(["x1"], [new RandomCoefficient("x1", Distribution.Normal)], draws);
        var options = new EstimationOptions { Fixed = new Dictionary<string, double> { ["x1"] = 0.8, ["sd.x1"] = 1.2 } };
        NextChoices next = NextChoices.Of(model, data, 1, options);
        double expected = 0;
        for (int person = 0; person < data.Persons; person++)
        {
            int first = data.FirstSituation(person), last = first + 2;
            double[] u = new double[32];
            draws.Fill(person, 0, u);
            double joint = 0, earlier = 0;
            foreach (double uniform in u)
            {
                double beta = 0.8 + (1.2 * InstallSim.Choice.Kernels.NormalQuantileKernel.Quantile(uniform));
                double before = Probability(data, first, beta) * Probability(data, first + 1, beta);
                (joint, earlier) = (joint + (before * Probability(data, last, beta)), earlier + before);
            }

            expected += data.Weight(first) * Math.Log(joint / earlier);
        }

        Assert.That(next.Given!.Holdout, Is.EqualTo(expected).Within(1e-9));
    }

    [Test]
    public void Classes_weigh_by_the_membership_that_the_earlier_choices_tell_and_probabilities_sum_to_one()
    {
        ChoiceData data = Simulated.Panel(120, 4, 3, 1, key => [key.Agent % 2 == 0 ? 2 : -2], equalSets: true);
        MixedLogit Class() => new(["x1"], [], new HaltonDraws(1));
        var model = new LatentClass([Class(), Class()], [], []) { Starts = 2 };
        NextChoices next = NextChoices.Of(model, data, 2);
        Assert.Multiple(() =>
        {
            Assert.That(next.Alone.HoldoutSituations, Is.EqualTo(240));
            Assert.That(next.Given!.MeanProbability, Is.GreaterThan(next.Alone.MeanProbability + 0.1));
            Assert.That(next.Given.Chance, Is.EqualTo(1 / 3.0).Within(1e-12));
        });
    }

    [Test]
    public void A_model_of_independent_choices_learns_nothing_of_the_earlier_ones() =>
        Assert.That(NextChoices.Of(new MultinomialLogit(["x1"]), Simulated.Panel(30, 3, 3, 1, _ => [1])).Given, Is.Null);

    [Test]
    public void More_choices_than_anybody_has_cannot_be_held_out() =>
        Assert.That(() => NextChoices.Of(new MultinomialLogit(["x1"]), Simulated.Panel(30, 3, 3, 1, _ => [1]), 3),
            Throws.ArgumentException.With.Message.Contains("nobody has more than 3"));

    private static double Probability(ChoiceData data, int n, double beta)
    {
        double[] e = [.. Enumerable.Range(data.Start(n), data.Alternatives(n)).Select(row => Math.Exp(beta * data.Column("x1")[row]))];
        return e[data.Chosen(n)] / e.Sum();
    }
}
