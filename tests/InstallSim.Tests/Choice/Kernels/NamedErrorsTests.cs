using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;

namespace InstallSim.Tests.Choice.Kernels;

public sealed class NamedErrorsTests
{
    private const double EulerGamma = 0.57721566490153286;

    [Test]
    public void Terms_are_standard_gumbel_and_independent_within_a_block([Values(1, 7, 64, 100)] int alternatives)
    {
        const int agents = 40_000;
        int last = alternatives - 1;
        double sum = 0, squares = 0, cross = 0;
        for (uint agent = 0; agent < agents; agent++)
        {
            var key = new DrawKey(5, 0, 1, 2025, agent);
            double a = NamedErrors.Term(key, 0, alternatives), b = NamedErrors.Term(key, last, alternatives);
            sum += a;
            squares += a * a;
            cross += a * b;
        }

        double mean = sum / agents, variance = (squares / agents) - (mean * mean), trueVariance = Math.PI * Math.PI / 6;
        Assert.Multiple(() =>
        {
            // Four standard errors: variance of the mean π²/6/n; of the variance about 4.4·(π²/6)²/n.
            Assert.That(mean, Is.EqualTo(EulerGamma).Within(4 * Math.Sqrt(trueVariance / agents)));
            Assert.That(variance, Is.EqualTo(trueVariance).Within(4 * trueVariance * Math.Sqrt(4.4 / agents)));
            double covariance = (cross / agents) - (EulerGamma * EulerGamma);
            Assert.That(covariance, Is.EqualTo(last == 0 ? trueVariance : 0).Within(6 * trueVariance / Math.Sqrt(agents) * (last == 0 ? 3 : 1)));
        });
    }

    [Test]
    public void The_distribution_function_of_a_term_is_that_of_a_gumbel()
    {
        const int agents = 50_000;
        var values = new double[agents];
        for (uint agent = 0; agent < agents; agent++)
        {
            values[agent] = NamedErrors.Term(new DrawKey(9, 1, 1, 2030, agent), 37, 64);
        }

        Array.Sort(values);
        double distance = 0;
        for (int k = 0; k < agents; k++)
        {
            double cdf = Math.Exp(-Math.Exp(-values[k]));
            distance = Math.Max(distance, Math.Max(Math.Abs(cdf - ((double)k / agents)), Math.Abs(cdf - ((k + 1.0) / agents))));
        }

        // Kolmogorov: exceeded with probability 1e-4 at 2.22/√n.
        Assert.That(distance, Is.LessThan(2.22 / Math.Sqrt(agents)));
    }

    [Test]
    public void The_largest_term_of_a_block_is_the_one_that_its_draw_names()
    {
        for (uint agent = 0; agent < 500; agent++)
        {
            var key = new DrawKey(3, 0, 1, 2025, agent);
            var (smallest, place) = NamedErrors.Block(key, 0, 64);
            double[] terms = [.. Enumerable.Range(0, 64).Select(j => NamedErrors.Term(key, j, 64))];
            Assert.That(Array.IndexOf(terms, terms.Max()), Is.EqualTo(place));
            Assert.That(terms.Max(), Is.EqualTo(-Elementary.Log(smallest)));
        }
    }
}
