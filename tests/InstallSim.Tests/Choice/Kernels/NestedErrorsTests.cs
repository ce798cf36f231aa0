using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;
using MathNet.Numerics.Statistics;

namespace InstallSim.Tests.Choice.Kernels;

public sealed class NestedErrorsTests
{
    private const int Agents = 25_000;

    // So many groups that stretches of blocks are drawn first, the last one of 8 groups.
    private const int Many = 4104;

    [Test]
    public void A_term_is_a_standard_gumbel([Values(1, 2, 5)] int forms, [Values(0.05, 0.5, 0.9, 1)] double scale)
    {
        double[] term = [.. Draws(key => NestedErrors.Term(key, 37, forms - 1, 40, forms, scale))];
        AssertDistribution(term, x => Math.Exp(-Math.Exp(-x)));
    }

    [Test]
    public void A_term_is_a_standard_gumbel_where_stretches_are_drawn_first([Values(0, 37, 300, 4096, 4103)] int group)
    {
        double[] term = [.. Draws(key => NestedErrors.Term(key, group, 1, Many, 2, 0.5))];
        AssertDistribution(term, x => Math.Exp(-Math.Exp(-x)));
    }

    [Test]
    public void Two_forms_of_a_group_differ_by_a_logistic_of_the_nests_scale([Values(0.05, 0.2, 0.5, 0.9, 1)] double scale)
    {
        double[] difference = [.. Draws(key => NestedErrors.Term(key, 3, 1, 20, 4, scale) - NestedErrors.Term(key, 3, 2, 20, 4, scale))];
        AssertDistribution(difference, x => 1 / (1 + Math.Exp(-x / scale)));
    }

    [Test]
    public void The_larger_of_two_forms_exceeds_a_gumbel_by_the_scale_times_ln_2([Values(0.05, 0.2, 0.5, 0.9, 1)] double scale)
    {
        double[] largest = [.. Draws(key => Enumerable.Range(1, 2).Max(form => NestedErrors.Term(key, 3, form, 20, 4, scale)))];
        AssertDistribution(largest, x => Math.Exp(-Math.Exp(-(x - (scale * Math.Log(2))))));
    }

    [Test]
    public void The_largest_of_groups_of_a_block_and_of_forms_is_what_independent_groups_have([Values(0.2, 0.9)] double scale)
    {
        double[] largest = [.. Draws(key => Enumerable.Range(0, 9).Max(i => NestedErrors.Term(key, i / 3, i % 3, 5, 3, scale)))];
        AssertDistribution(largest, x => Math.Exp(-Math.Exp(-(x - Math.Log(3) - (scale * Math.Log(3))))));
    }

    [Test]
    public void The_largest_of_groups_of_stretches_is_what_independent_groups_have()
    {
        int[] groups = [0, 5, 16, 40, 255, 256, 700, 4096, 4100];
        double[] largest = [.. Draws(key => groups.Max(g => NestedErrors.Term(key, g, 0, Many, 1, 1)))];
        AssertDistribution(largest, x => Math.Exp(-Math.Exp(-(x - Math.Log(groups.Length)))));
    }

    [Test]
    public void Terms_of_two_groups_are_independent_where_stretches_are_drawn_first([Values(1, 17, 300)] int other)
    {
        double[] both = [.. Draws(key => Math.Min(NestedErrors.Term(key, 0, 0, Many, 1, 1), NestedErrors.Term(key, other, 0, Many, 1, 1)))];
        AssertDistribution(both, x => 1 - Math.Pow(1 - Math.Exp(-Math.Exp(-x)), 2));
    }

    [Test]
    public void Terms_correlate_within_a_group_and_not_between_groups([Values(0.1, 0.5, 0.9, 1)] double scale)
    {
        double[] a = [.. Draws(key => NestedErrors.Term(key, 0, 0, 20, 4, scale))];
        double[] mate = [.. Draws(key => NestedErrors.Term(key, 0, 3, 20, 4, scale))];
        double[] stranger = [.. Draws(key => NestedErrors.Term(key, 1, 3, 20, 4, scale))];
        double within = Correlation.Pearson(a, mate), between = Correlation.Pearson(a, stranger);

        // A correlation's standard error is at most 1/√n under normality; Gumbel tails at most double it.
        double tolerance = 8 / Math.Sqrt(Agents);
        Assert.That(within, Is.EqualTo(1 - (scale * scale)).Within(tolerance));
        Assert.That(between, Is.Zero.Within(tolerance));
    }

    [Test]
    public void The_shared_term_given_the_best_one_has_its_laplace_transform(
        [Values(0.02, 0.2, 0.5, 0.95)] double scale, [Values(0.01, 0.8, 3.5, 15)] double exponential, [Values(0.3, 2)] double s)
    {
        double log = Math.Log(exponential), sum = 0, squares = 0;
        foreach (double value in Draws(key => Math.Exp(-s * Math.Exp(NestedErrors.LogTilted(key, 6, log, scale)))))
        {
            sum += value;
            squares += value * value;
        }

        double mean = sum / Agents, error = Math.Sqrt(((squares / Agents) - (mean * mean)) / Agents);
        double exact = Math.Pow(1 + s, scale - 1) * Math.Exp(-exponential * (Math.Pow(1 + s, scale) - 1));
        Assert.That(mean, Is.EqualTo(exact).Within((4 * error) + 1e-12));
    }

    [Test]
    public void All_terms_are_finite_however_small_the_scale([Values(0.001, 0.02, 0.999)] double scale)
    {
        for (uint agent = 0; agent < 2000; agent++)
        {
            var key = new DrawKey(6, 0, 1, 2025, agent);
            double[] terms = [.. Enumerable.Range(0, 20).Select(j => NestedErrors.Term(key, j / 4, j % 4, 5, 4, scale))];
            Assert.That(terms, Has.All.Matches<double>(double.IsFinite));
        }
    }

    [Test]
    public void With_one_form_the_scale_of_the_nests_says_nothing()
    {
        double[] narrow = [.. Draws(key => NestedErrors.Term(key, 17, 0, 40, 1, 0.1))];
        double[] wide = [.. Draws(key => NestedErrors.Term(key, 17, 0, 40, 1, 1))];
        Assert.That(narrow, Is.EqualTo(wide));
    }

    [Test]
    public void The_smallest_exponential_of_a_block_is_the_one_that_its_draw_names()
    {
        for (uint agent = 0; agent < 500; agent++)
        {
            var key = new DrawKey(3, 0, 1, 2025, agent);
            var (smallest, place) = NestedErrors.Block(key, 0, NestedBlocks.BlockSize);
            const int size = NestedBlocks.BlockSize;
            double[] terms = [.. Enumerable.Range(0, size).Select(g => NestedErrors.Term(key, g, 0, size, 1, 1))];
            Assert.That(Array.IndexOf(terms, terms.Max()), Is.EqualTo(place));
            Assert.That(terms.Max(), Is.EqualTo(-Elementary.Log(smallest)));
        }
    }

    [Test]
    public void Many_blocks_are_named_by_their_stretches()
    {
        for (uint agent = 0; agent < 200; agent++)
        {
            var key = new DrawKey(3, 0, 1, 2025, agent);
            (double Smallest, int Place)[] blocks = [.. Enumerable.Range(0, 17).Select(b => NestedErrors.Block(key, 240 + b, Many))];
            double least = blocks[..16].Min(b => b.Smallest);
            double[] terms = [.. Enumerable.Range(3840, 256).Select(g => NestedErrors.Term(key, g, 0, Many, 1, 1))];
            Assert.That(terms.Max(), Is.EqualTo(-Elementary.Log(least)));
            int first = Array.FindIndex(blocks, b => b.Smallest == least);
            Assert.That(Array.IndexOf(terms, terms.Max()), Is.EqualTo((16 * first) + blocks[first].Place));
            Assert.That(blocks[16].Place, Is.LessThan(8));
        }
    }

    private static IEnumerable<double> Draws(Func<DrawKey, double> draw) =>
        Enumerable.Range(0, Agents).Select(agent => draw(new DrawKey(5, 0, 1, 2025, (uint)agent)));

    private static void AssertDistribution(double[] values, Func<double, double> cdf)
    {
        Array.Sort(values);
        double distance = values.Select((x, k) => Math.Max(cdf(x) - ((double)k / Agents), ((k + 1.0) / Agents) - cdf(x))).Max();

        // Kolmogorov: exceeded with probability 1e-4 at 2.22/√n.
        Assert.That(distance, Is.LessThan(2.22 / Math.Sqrt(Agents)));
    }
}
