using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Tests.Choice.Models;

namespace InstallSim.Tests.Choice.Analysis;

public sealed class PayDistributionTests
{
    private static readonly string[] Names = ["x1", "x2"];

    private static ChoiceData Data { get; } = Simulated.Panel(60, 4, 3, 2, _ => [0.8, -0.8]);

    [TestCase(Distribution.Normal, -1, 0.5, false, false)]
    [TestCase(Distribution.Normal, -1, 0, true, true)]
    [TestCase(Distribution.Lognormal, -1, 2, true, true)]
    [TestCase(Distribution.TruncatedNormal, -1, 0.5, false, false)]
    [TestCase(Distribution.CensoredNormal, -1, 0.5, false, false)]
    [TestCase(Distribution.Uniform, -1, 0.9, true, true)]
    [TestCase(Distribution.Uniform, -1, 1, false, false)]
    [TestCase(Distribution.Triangular, -1, 1, true, false)]
    [TestCase(Distribution.Triangular, -1, 1.1, false, false)]
    [TestCase(Distribution.ZeroBoundedTriangular, -1, 0, true, false)]
    [TestCase(Distribution.JohnsonSb, 0, 1, true, true)]
    public void A_ratio_has_the_moments_that_its_denominator_allows(
        Distribution distribution, double location, double spread, bool mean, bool variance) =>
        Assert.That(InverseMoments.Of(new RandomCoefficient("price", distribution), location, spread),
            Is.EqualTo(new InverseMoments(mean, variance)));

    [TestCase(Distribution.Normal, Distribution.Lognormal, true)]
    [TestCase(Distribution.Lognormal, Distribution.Lognormal, true)]
    [TestCase(Distribution.Normal, Distribution.Lognormal, false)]
    [TestCase(Distribution.Lognormal, Distribution.Lognormal, false)]
    [TestCase(Distribution.Uniform, Distribution.Lognormal, false)]
    [TestCase(Distribution.Triangular, Distribution.Triangular, false)]
    [TestCase(Distribution.Normal, Distribution.Uniform, false)]
    [TestCase(Distribution.Lognormal, Distribution.Uniform, false)]
    public void Moments_are_those_of_very_many_draws(Distribution ofX, Distribution ofPrice, bool correlated)
    {
        double[] theta = correlated ? [0.9, -0.6, 0.5, 0.2, 0.4] : [0.9, ofPrice == Distribution.Lognormal ? -0.6 : -2, 0.5, 0.4];
        PeoplesPay pay = Pay(ofX, ofPrice, correlated, theta);
        double[] draws = [.. Enumerable.Range(0, 400_000).Select(i => Draw(ofX, ofPrice, correlated, theta, new HaltonPoint(i)))];
        double mean = draws.Average(), deviation = Math.Sqrt(draws.Average(w => (w - mean) * (w - mean)));
        Assert.Multiple(() =>
        {
            Assert.That(pay.Mean.Estimate, Is.EqualTo(mean).Within(0.01 * deviation));
            Assert.That(pay.Deviation, Is.EqualTo(deviation).Within(2).Percent);
            Assert.That(pay.Median.Estimate, Is.EqualTo(draws.Order().ElementAt(200_000)).Within(0.03 * deviation));
            Assert.That(pay.PositiveShare, Is.EqualTo(draws.Count(w => w > 0) / 400_000.0).Within(0.01));
        });
    }

    [Test]
    public void A_normal_price_has_a_median_and_no_mean()
    {
        PeoplesPay pay = Pay(Distribution.Normal, Distribution.Normal, false, [0.9, -1, 0.5, 0.7]);
        Assert.That((pay.Mean.Estimate, pay.Deviation), Is.EqualTo((double.NaN, double.NaN)));
        Assert.That(pay.Median.Estimate, Is.InRange(0.4, 0.9), "below the ratio of the means, 0.9");
    }

    [Test]
    public void The_mean_over_a_zero_bounded_triangular_price_is_twice_ln_2_times_the_ratio()
    {
        var model = new MixedLogit(Names, [new("x2", Distribution.ZeroBoundedTriangular)], new HaltonDraws(50));
        PeoplesPay pay = new PayDistribution(Held(model, [0.9, -1.5]), Data, "x2").Of("x1");
        Assert.That(pay.Mean.Estimate, Is.EqualTo(0.9 * 2 * Math.Log(2) / 1.5).Within(1e-12), "E[1/(1 + t)] = 2·ln 2, t triangular");
        Assert.That(pay.Deviation, Is.NaN);
    }

    [Test]
    public void The_standard_error_of_a_mean_is_that_of_simulated_estimates()
    {
        var data = Simulated.Panel(400, 6, 3, 2,
            key => [0.9 + 0.3 * Simulated.Normal(key, 0), -Math.Exp(-0.2 + 0.4 * Simulated.Normal(key, 1))]);
        var price = new RandomCoefficient("x2", Distribution.Lognormal) { Sign = -1 };
        var fit = MaximumLikelihood.Estimate(new MixedLogit(Names, [new("x1"), price], new HaltonDraws(200)), data);
        var over = new PayDistribution(fit, data, "x2");
        double[] simulated = [.. SimulatedEstimates.Of(fit, 4000).Select(over.MeanFormula("x1")!)];
        double mean = simulated.Average(), deviation = Math.Sqrt(simulated.Average(w => (w - mean) * (w - mean)));
        Interval found = over.Of("x1").Mean;
        Assert.That(found.StandardError, Is.EqualTo(deviation).Within(10).Percent);
        Assert.That((found.Estimate - 0.9 * Math.Exp(0.2 + 0.08)) / found.StandardError, Is.InRange(-4, 4), "the truth");
    }

    [Test]
    public void What_people_would_pay_follows_what_they_truly_would()
    {
        var truth = new List<double>();
        var data = Simulated.Panel(300, 12, 4, 2, key =>
        {
            truth.Add(0.6 + 0.8 * Simulated.Normal(key, 0));
            return [truth[^1], -1];
        });
        var model = new MixedLogit(Names, [new("x1")], new HaltonDraws(200));
        var fit = MaximumLikelihood.Estimate(model, data);
        double[] medians = [.. PersonalPay.Medians(model, data, fit.Estimates, ["x1"], "x2").Select(p => p[0])];
        Assert.That(MathNet.Numerics.Statistics.Correlation.Pearson(medians, truth), Is.GreaterThan(0.7));
        Assert.That(medians.Average(), Is.EqualTo(0.6).Within(0.1));
    }

    /// <summary>Who does not heed the price would pay without end for what is liked, and be paid for what is not.</summary>
    [TestCase(-1, 0.9, double.PositiveInfinity, 1)]
    [TestCase(-1, -0.9, double.NegativeInfinity, 0)]
    [TestCase(1, -0.9, double.PositiveInfinity, 1)]
    [TestCase(1, 0.9, double.NegativeInfinity, 0)]
    public void A_price_that_is_0_for_a_part_of_the_people_is_a_0_of_its_side(int sign, double x, double end, double positive)
    {
        var price = new RandomCoefficient("x2", Distribution.CensoredNormal) { Sign = sign };
        var model = new MixedLogit(Names, [price], new HaltonDraws(500));
        EstimationResult held = Held(model, [x, sign * 0.5, 0.5]);
        PeoplesPay pay = new PayDistribution(held, Data, "x2").Of("x1");
        Assert.That(end > 0 ? pay.High : pay.Low, Is.EqualTo(end), "16 % of the people");
        Assert.That(pay.PositiveShare, Is.EqualTo(positive));
        Assert.That(PersonalPay.Medians(model, Data, held.Estimates, ["x1"], "x2").Select(p => p[0] > 0), Is.All.EqualTo(positive > 0));
    }

    private static EstimationResult Held(MixedLogit model, double[] theta) => MaximumLikelihood.Estimate(model, Data,
        new EstimationOptions { Fixed = model.Parameters.Zip(theta).ToDictionary(p => p.First, p => p.Second) });

    private static PeoplesPay Pay(Distribution ofX, Distribution ofPrice, bool correlated, double[] theta)
    {
        RandomCoefficient[] random = [new("x1", ofX), new("x2", ofPrice) { Sign = -1 }];
        IReadOnlyList<string>[] groups = correlated ? [Names] : [];
        return new PayDistribution(Held(new MixedLogit(Names, random, new HaltonDraws(500), groups), theta), Data, "x2").Of("x1");
    }

    /// <summary>−β(x1)/β(x2) of one person, written down plainly.</summary>
    private static double Draw(Distribution ofX, Distribution ofPrice, bool correlated, double[] theta, HaltonPoint at)
    {
        double x = theta[0] + theta[2] * at.Of(ofX, 0);
        double price = theta[1] + (correlated ? theta[3] * at.Of(ofX, 0) + theta[4] * at.Of(ofPrice, 1) : theta[3] * at.Of(ofPrice, 1));
        return -(ofX == Distribution.Lognormal ? Math.Exp(x) : x) / (ofPrice == Distribution.Lognormal ? -Math.Exp(price) : price);
    }

    /// <summary>A point of the unit square by the radical inverses of 2 and 3.</summary>
    private readonly record struct HaltonPoint(int Index)
    {
        public double Of(Distribution distribution, int dimension)
        {
            double u = Inverse(Index + 1, dimension == 0 ? 2 : 3);
            return distribution switch
            {
                Distribution.Uniform => 2 * u - 1,
                Distribution.Triangular => u < 0.5 ? Math.Sqrt(2 * u) - 1 : 1 - Math.Sqrt(2 * (1 - u)),
                _ => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, u),
            };
        }

        private static double Inverse(int index, int prime)
        {
            double value = 0, digit = 1.0 / prime;
            for (int i = index; i > 0; i /= prime, digit /= prime)
            {
                value += i % prime * digit;
            }

            return value;
        }
    }
}
