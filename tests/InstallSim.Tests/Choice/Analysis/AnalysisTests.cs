using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Models;
using InstallSim.Tests.Published;

namespace InstallSim.Tests.Choice.Analysis;

public sealed class AnalysisTests
{
    private static readonly string[] Variables = ["x1", "x2", "x3"];

    [Test]
    public void Three_intervals_of_willingness_to_pay_agree_when_the_price_is_well_known()
    {
        var fit = MaximumLikelihood.Estimate(new MultinomialLogit(Variables), Data(2000));
        Interval delta = WillingnessToPay.Delta(fit, "x2", "x1"), simulated = WillingnessToPay.KrinskyRobb(fit, "x2", "x1"),
            fieller = WillingnessToPay.Fieller(fit, "x2", "x1");
        Assert.That(delta.Estimate, Is.EqualTo(-fit["x2"] / fit["x1"]));
        foreach (var other in new[] { simulated, fieller })
        {
            Assert.That(other.Lower, Is.EqualTo(delta.Lower).Within(0.15 * delta.StandardError));
            Assert.That(other.Upper, Is.EqualTo(delta.Upper).Within(0.15 * delta.StandardError));
        }
    }

    [Test]
    public void Fieller_sets_no_bound_when_the_price_may_be_zero()
    {
        var data = Simulated.Panel(50, 2, 3, 2, _ => [0, 0.8]);
        var interval = WillingnessToPay.Fieller(MaximumLikelihood.Estimate(new MultinomialLogit(["x1", "x2"]), data), "x2", "x1");
        Assert.That((interval.Lower, interval.Upper), Is.EqualTo((double.NegativeInfinity, double.PositiveInfinity)));
    }

    [Test]
    public void Predicted_probabilities_sum_to_one_and_shares_of_a_full_set_of_constants_are_those_observed()
    {
        var data = Simulated.Panel(300, 2, 3, 2, _ => [0.5, 0.8], equalSets: true);
        double[] Constant(int j) => [.. Enumerable.Range(0, data.Rows).Select(r => data.Alternative(r) == j ? 1.0 : 0)];
        var with = data.With(("c1", Constant(1)), ("c2", Constant(2)));
        var prediction = new Prediction(MaximumLikelihood.Estimate(new MultinomialLogit(["x1", "x2", "c1", "c2"]), with), with);
        Assert.That(Enumerable.Range(0, 3).Sum(r => prediction.Probability[r]), Is.EqualTo(1).Within(1e-12));
        double chosen = 0, total = 0;
        for (int n = 0; n < with.Situations; n++)
        {
            (chosen, total) = (chosen + (with.Chosen(n) == 1 ? with.Weight(n) : 0), total + with.Weight(n));
        }

        var share = prediction.Share(1);
        Assert.That(share.Estimate, Is.EqualTo(chosen / total).Within(1e-7));
        Assert.That(share.StandardError, Is.InRange(0.005, 0.05));
        Assert.That(prediction.OfRow(0).StandardError, Is.GreaterThan(0));
    }

    [Test]
    public void Predictions_of_every_model_sum_to_one()
    {
        var data = Data(20);
        IChoiceModel[] models =
        [
            new MultinomialLogit(Variables), new MixedLogit(Variables, [new("x1")], new HaltonDraws(20)),
            new NestedLogit(Variables, [new Nest("a", [0, 1])]),
            new LatentClass(2, Variables), new ScaledLogit(Variables, []),
            new GeneralMixedLogit(
                new MixedLogit(Variables, [new("x1")], new HaltonDraws(20)), [], new RandomScale(), [new Nest("a", [0, 1])]),
        ];
        foreach (var model in models)
        {
            double[] p = Prediction.Probabilities(model, data, [.. model.Parameters.Select((_, k) => 0.3 + 0.1 * k)]);
            for (int n = 0; n < data.Situations; n++)
            {
                Assert.That(p[data.Start(n)..data.Start(n + 1)].Sum(), Is.EqualTo(1).Within(1e-10), model.GetType().Name);
            }
        }
    }

    [Test]
    public void Elasticities_of_the_logit_are_those_of_the_formula()
    {
        var data = Simulated.Panel(1, 1, 3, 2, _ => [0.5, 0.8], equalSets: true);
        double[] theta = [0.5, -0.8], p = Prediction.Probabilities(new MultinomialLogit(["x1", "x2"]), data, theta);
        var elasticity = Elasticities.Point(new MultinomialLogit(["x1", "x2"]), theta, data, "x1", 0);
        double x = data.Column("x1")[0];
        Assert.That(x, Is.Not.Zero);
        Assert.That(elasticity[0], Is.EqualTo(theta[0] * x * (1 - p[0])).Within(1e-6));
        Assert.That(elasticity[1], Is.EqualTo(-theta[0] * x * p[0]).Within(1e-6));
        Assert.That(Elasticities.Arc(new MultinomialLogit(["x1", "x2"]), theta, data, "x1", 0, 1e-4)[0],
            Is.EqualTo(elasticity[0]).Within(1e-3));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Probabilities_in_one_pass_are_those_as_if_each_alternative_were_chosen(bool isUnscaled)
    {
        var data = Simulated.Panel(40, 2, 5, 2, _ => [0.5, 0.8]);
        var tree = new NestedLogit(["x1", "x2"],
            [new Nest("a", [0]) { Branches = [new Nest("b", [1, 2])] }, new Nest("c", [3, 4])])
        { IsUnscaled = isUnscaled };
        double[] theta = [0.5, -0.8, 0.9, 0.6, 0.7];
        foreach ((IChoiceModel model, double[] at) in (IEnumerable<(IChoiceModel, double[])>)
            [(tree, theta), (new MultinomialLogit(["x1", "x2"]), theta[..2])])
        {
            Assert.That(model.Bind(data).Probabilities(at), Is.EqualTo(Prediction.Probabilities(model, data, at)).Within(1e-13));
        }
    }

    [Test]
    public void Elasticities_between_two_states_have_the_intervals_of_the_scores()
    {
        var below = Simulated.Panel(60, 4, 3, 2, _ => [0.5, 0.8], equalSets: true);
        double[] more = [.. below.Column("x1").ToArray().Select((x, r) => below.Alternative(r) == 1 ? 1.1 * x : x)];
        var fit = MaximumLikelihood.Estimate(new NestedLogit(["x1", "x2"], [new Nest("a", [0, 1])]), below);
        ChoiceData above = below.With(("x1", more));
        var all = Elasticities.Between(fit, below, above, Math.Log(1.1));
        foreach (int code in all.Keys)
        {
            var ((low, lowSlope), (high, highSlope)) = (new Prediction(fit, below).ShareOf(code), new Prediction(fit, above).ShareOf(code));
            double[] slope = [.. lowSlope.Zip(highSlope, (a, b) => ((b / high) - (a / low)) / Math.Log(1.1))];
            Assert.That(all[code].Estimate, Is.EqualTo(Math.Log(high / low) / Math.Log(1.1)).Within(1e-10));
            Assert.That(all[code].StandardError, Is.EqualTo(new Prediction(fit, below).StandardError(slope)).Within(1e-4).Percent);
        }

        Assert.That(Elasticities.Between(fit, below, above, Math.Log(1.1), only: 1).Keys, Is.EqualTo((int[])[1]));
    }

    [Test]
    public void Individual_coefficients_follow_the_true_ones_and_average_to_the_mean()
    {
        var truth = new List<double>();
        var data = Simulated.Panel(300, 12, 4, 2, key =>
        {
            truth.Add(0.5 + Simulated.Normal(key, 0));
            return [truth[^1], 0.5];
        });
        var model = new MixedLogit(["x1", "x2"], [new("x1")], new HaltonDraws(200));
        var fit = MaximumLikelihood.Estimate(model, data);
        var people = new IndividualCoefficients(model, data, fit.Estimates).Persons;
        double[] means = [.. people.Select(p => p[0].Estimate)];
        Assert.That(means.Average(), Is.EqualTo(fit["x1"]).Within(0.05));
        Assert.That(MathNet.Numerics.Statistics.Correlation.Pearson(means, truth), Is.GreaterThan(0.7));
        Assert.That(truth.Zip(people, (t, p) => t >= p[0].Lower && t <= p[0].Upper).Count(inside => inside), Is.InRange(268, 298));
    }

    [Test]
    public void Tests_of_specification_find_what_is_there()
    {
        var data = Data(400);
        var restricted = MaximumLikelihood.Estimate(new MultinomialLogit(["x1", "x2"]), data);
        var full = MaximumLikelihood.Estimate(new MultinomialLogit(Variables), data);
        var ratio = SpecificationTests.LikelihoodRatio(restricted, full);
        Assert.That((ratio.Degrees, ratio.PValue), Is.EqualTo((1, 0.0)).Within(1e-6));
        Assert.That(() => SpecificationTests.LikelihoodRatio(full, restricted), Throws.ArgumentException);
        var independence = SpecificationTests.HausmanMcFadden(new MultinomialLogit(Variables), data, [3]);
        Assert.That(independence.Degrees, Is.EqualTo(3));
        Assert.That(double.IsNaN(independence.PValue) || independence.PValue > 0.001, Is.True);
    }

    [Test]
    public void Held_out_people_fit_a_little_worse_than_those_estimated_on()
    {
        var folds = CrossValidation.Run(new MultinomialLogit(Variables), Data(200), 4);
        Assert.That(folds, Has.Count.EqualTo(4));
        Assert.That(folds.Sum(f => f.HoldoutSituations), Is.EqualTo(Data(200).Situations));
        Assert.That(folds.Average(f => f.RhoSquared), Is.InRange(0.05, 0.6));
        Assert.That(CrossValidation.Holdout(new MultinomialLogit(Variables), Data(200), 0.25).HoldoutSituations, Is.EqualTo(200));
    }

    [Test]
    public void Bootstrap_and_analytic_standard_errors_are_alike()
    {
        var data = Data(300);
        var fit = MaximumLikelihood.Estimate(new MultinomialLogit(Variables), data);
        var boot = Resampling.Bootstrap(fit, data, 200);
        Assert.That(boot.DefaultCovariance, Is.EqualTo(CovarianceKind.Bootstrap));
        for (int k = 0; k < 3; k++)
        {
            Assert.That(boot.StandardErrors()[k], Is.EqualTo(fit.StandardErrors(CovarianceKind.Clustered)[k]).Within(25).Percent);
        }
    }

    [Test]
    public void Several_starts_end_at_one_maximum_and_more_draws_move_little()
    {
        var data = Simulated.Panel(150, 6, 4, 3, key => [-1 + Simulated.Normal(key, 0), 0.8, 0.5]);
        var model = new MixedLogit(Variables, [new("x1")], new HaltonDraws(50));
        var fits = Resampling.Multistart(model, data, 3);
        Assert.That(fits[0].LogLikelihood - fits[^1].LogLikelihood, Is.InRange(0, 0.5));
        var stability = Resampling.Draws(fits[0], data, [50, 100, 200]);
        Assert.That(stability.Fits.Select(f => f.Draws), Is.EqualTo(new[] { 50, 100, 200 }));
        Assert.That(stability.LargestShift, Is.GreaterThan(0).And.LessThan(0.25));
        Assert.That(stability.Warning, Is.Null);
        Assert.That(Resampling.Draws(fits[0], data, [2, 4]).Warning, Does.Contain("from 2 to 4 draws"));
    }

    [Test]
    public void Unanswered_sets_can_be_predicted()
    {
        var table = new LongTable("x1");
        table.Add(1, 1, 7, false, 1);
        table.Add(1, 1, 8, false, 2);
        var sets = ChoiceData.Unanswered(table.Table());
        Assert.That(Prediction.Probabilities(new MultinomialLogit(["x1"]), sets, [1])[1], Is.EqualTo(1 / (1 + Math.Exp(-1))).Within(1e-12));
    }

    private static ChoiceData Data(int persons) => Simulated.Panel(persons, 4, 5, 3, _ => [-1, 0.8, 0.5]);
}
