using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Models;
using InstallSim.Tests.Published;

namespace InstallSim.Tests.Choice.Analysis;

public sealed class InferenceTests
{
    private static readonly string[] Variables = ["x1", "x2"];

    [Test]
    public void Whole_weights_are_rows_written_out()
    {
        EstimationResult weighted = Fit(weight => [weight]), written = Fit(weight => [.. Enumerable.Repeat(1.0, (int)weight)]);
        Assert.Multiple(() =>
        {
            Assert.That(weighted.SumOfWeights, Is.EqualTo(written.Situations));
            Assert.That(weighted.Bic, Is.EqualTo(written.Bic).Within(1e-6));
            Assert.That(weighted.Persons, Is.EqualTo(written.Persons), "who has no choice of a weight above 0 is not counted");
            Assert.That(weighted.StandardErrors(), Is.EqualTo(written.StandardErrors()).Within(1e-6));
        });
    }

    [TestCase(200, 1, 2.0884875837625446e-45)]
    [TestCase(1000, 10, 1.8702907209159498e-208)]
    public void P_values_hold_far_in_the_tail(double statistic, int degrees, double exact) =>
        Assert.That(new ChiSquaredTest(statistic, degrees).PValue, Is.EqualTo(exact).Within(1e-9).Percent);

    [Test]
    public void Clustered_standard_errors_have_the_factor_of_few_clusters()
    {
        var data = Simulated.Panel(12, 4, 3, 2, _ => [0.5, -0.5]);
        var fit = MaximumLikelihood.Estimate(new MixedLogit(Variables, [new("x1")], new HaltonDraws(50)), data,
            new EstimationOptions { Fixed = new Dictionary<string, double> { ["sd.x1"] = 0.5 } });
        double robust = fit.StandardErrors(CovarianceKind.Robust)[0], clustered = fit.StandardErrors(CovarianceKind.Clustered)[0];
        Assert.That(clustered / robust, Is.EqualTo(Math.Sqrt(12 / 11.0)).Within(1e-12), "a panel's units are its people");
    }

    [Test]
    public void Intervals_of_probabilities_correlations_and_deviations_keep_to_their_bounds()
    {
        Interval p = Interval.Probability(0.9, 0.1), r = Interval.Correlation(-0.95, 0.2), s = Interval.Positive(0.2, 0.3);
        double half = 1.959963984540054 * 0.1 / 0.09;
        Assert.Multiple(() =>
        {
            Assert.That(Math.Log(p.Upper / (1 - p.Upper)), Is.EqualTo(Math.Log(9) + half).Within(1e-9));
            Assert.That(Math.Log(p.Lower / (1 - p.Lower)), Is.EqualTo(Math.Log(9) - half).Within(1e-9));
            Assert.That(r.Lower, Is.GreaterThan(-1).And.LessThan(-0.95));
            Assert.That(Math.Atanh(r.Upper) + Math.Atanh(r.Lower), Is.EqualTo(2 * Math.Atanh(-0.95)).Within(1e-6));
            Assert.That(s.Lower * s.Upper, Is.EqualTo(0.04).Within(1e-12));
            Assert.That((Interval.Probability(1, 0.1).Upper, Interval.Correlation(1, 0.1).Upper), Is.EqualTo((1.0, 1.0)));
        });
    }

    [TestCase(-1.0, 400, FiellerKind.Interval)]
    [TestCase(0.0, 50, FiellerKind.Outside)]
    public void The_ends_of_Fiellers_set_are_where_the_test_of_the_ratio_turns(double price, int people, FiellerKind kind)
    {
        var fit = MaximumLikelihood.Estimate(new MultinomialLogit(Variables), Simulated.Panel(people, 2, 3, 2, _ => [price, 0.8]));
        FiellerSet set = FiellerSet.Of(fit, "x2", "x1");
        double[,] v = fit.Covariance();
        double clear = StudentT.Quantile(0.95, people - 1);
        Assert.That(set.Kind, Is.EqualTo(kind));
        foreach (double ratio in (double[])[set.Lower, set.Upper])
        {
            double sum = fit["x2"] + ratio * fit["x1"], variance = v[1, 1] + 2 * ratio * v[0, 1] + ratio * ratio * v[0, 0];
            Assert.That(sum * sum / variance, Is.EqualTo(clear * clear).Within(1e-6));
        }
    }

    [Test]
    public void Where_neither_is_clear_of_0_every_ratio_is_possible()
    {
        EstimationResult fit = Enumerable.Range(1, 20)
            .Select(seed => MaximumLikelihood.Estimate(
                new MultinomialLogit(Variables), Simulated.Panel(20, 2, 3, 2, _ => [0, 0], seed: (uint)seed)))
            .First(f => f.StandardErrors().Zip(f.Estimates, (se, b) => Math.Abs(b) < se).All(isNear => isNear));
        Assert.That(FiellerSet.Of(fit, "x2", "x1").Kind, Is.EqualTo(FiellerKind.Everything));
    }

    [Test]
    public void Bootstrap_samples_without_a_maximum_are_counted_and_left_out()
    {
        var table = new LongTable("cost", "rare");
        for (int n = 0; n < 60; n++)
        {
            // The rare mark is offered to three people: it is chosen by two and left by one, who may not be drawn.
            int person = n / 4;
            bool first = (n * 7 % 5) < 2 + (n % 2);
            bool marked = n % 4 == 0 && person < 3, takesMark = person != 1;
            table.Add(n, person, 0, marked ? takesMark : first, 1 + (n % 3), marked ? 1 : 0);
            table.Add(n, person, 1, marked ? !takesMark : !first, 2, 0);
        }

        ChoiceData data = table.Data();
        var fit = MaximumLikelihood.Estimate(new MultinomialLogit(["cost", "rare"]), data);
        BootstrapSamples samples = Resampling.Bootstrap(fit, data, 100).Bootstrap!;
        var (lower, upper) = samples.Percentiles(e => e[1]);
        Assert.Multiple(() =>
        {
            Assert.That(fit.Converged, Is.True);
            Assert.That(samples.Drawn, Is.EqualTo(100));
            Assert.That(samples.Separated, Is.InRange(30, 80), "e⁻¹ of the samples lack the one, some lack the other two");
            Assert.That(samples.Estimates.Select(e => Math.Abs(e[1])), Is.All.LessThan(10));
            Assert.That(fit["rare"], Is.InRange(lower, upper));
        });
    }

    [Test]
    public void Fits_of_other_choices_are_not_tested_against_each_other()
    {
        var full = MaximumLikelihood.Estimate(new MultinomialLogit(Variables), Simulated.Panel(50, 4, 5, 2, _ => [1, 1]));
        var other = MaximumLikelihood.Estimate(new MultinomialLogit(["x1"]), Simulated.Panel(50, 4, 5, 2, _ => [1, 1], seed: 2));
        Assert.That(() => SpecificationTests.LikelihoodRatio(other, full),
            Throws.ArgumentException.With.Message.Contains("the choices are not the same"));
    }

    [Test]
    public void Hausmans_test_by_person_agrees_with_the_plain_one_when_choices_are_independent()
    {
        var data = Simulated.Panel(3000, 1, 4, 2, _ => [1, -0.7], equalSets: true, weighted: false);
        var model = new MultinomialLogit(Variables);
        ChiSquaredTest plain = SpecificationTests.HausmanMcFadden(model, data, [3]),
            byPerson = SpecificationTests.ClusteredHausmanMcFadden(model, data, [3]);
        Assert.That((plain.Degrees, byPerson.Degrees), Is.EqualTo((2, 2)));
        Assert.That(byPerson.Statistic, Is.EqualTo(plain.Statistic).Within(25).Percent);
    }

    private static EstimationResult Fit(Func<double, double[]> copies)
    {
        var source = Simulated.Panel(40, 3, 3, 2, _ => [0.6, -0.4], equalSets: true, weighted: false);
        var table = new LongTable("x1", "x2");
        int situation = 0;
        for (int n = 0; n < source.Situations; n++)
        {
            foreach (double weight in copies(source.Person(n) == 7 ? 0 : n % 3))
            {
                for (int row = source.Start(n); row < source.Start(n + 1); row++)
                {
                    table.Add(situation, source.Person(n), source.Alternative(row), row - source.Start(n) == source.Chosen(n), true, weight,
                        [source.Column(0)[row], source.Column(1)[row]]);
                }

                situation++;
            }
        }

        return MaximumLikelihood.Estimate(new MultinomialLogit(Variables), table.Data());
    }
}
