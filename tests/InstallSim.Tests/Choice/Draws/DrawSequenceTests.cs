using InstallSim.Choice.Draws;

namespace InstallSim.Tests.Choice.Draws;

public sealed class DrawSequenceTests
{
    private static readonly DrawSequence[] All =
    [
        new HaltonDraws(64), new HaltonDraws(64, 0, 5), new SobolDraws(64, 5), new LatinHypercubeDraws(64, 5),
        new AntitheticDraws(64, 5), new RandomDraws(64, 5),
    ];

    [TestCase(0, new[] { 0.1484375, 0.6484375, 0.3984375 })]
    [TestCase(1, new[] { 0.41152263374485598, 0.74485596707818924, 0.18930041152263374 })]
    public void Halton_draws_start_after_the_first_hundred_elements(int dimension, double[] expected) =>
        Assert.That(Uniforms(new HaltonDraws(3), 0, dimension), Is.EqualTo(expected).Within(1e-15));

    [Test]
    public void Halton_draws_of_a_person_follow_those_of_the_person_before()
    {
        double[] together = Uniforms(new HaltonDraws(60), 0, 2),
            apart =
            [
                .. Uniforms(new HaltonDraws(20), 0, 2), .. Uniforms(new HaltonDraws(20), 1, 2), .. Uniforms(new HaltonDraws(20), 2, 2),
            ];
        Assert.That(apart, Is.EqualTo(together));
    }

    /// <summary>Any part of the sequence, digit by digit, the last digit added last.</summary>
    [Test]
    public void Halton_draws_are_radical_inverses([Values(0, 1, 2, 9)] int dimension, [Values(1, 2, 3, 17, 500)] int count)
    {
        int prime = new[] { 2, 3, 5, 7, 11, 13, 17, 19, 23, 29 }[dimension];
        double Inverse(long element, double weight) =>
            element < prime ? element * weight : Inverse(element / prime, weight / prime) + (element % prime * weight);
        foreach (int person in new[] { 0, 1, 7, 123_456 })
        {
            Assert.That(Uniforms(new HaltonDraws(count, 26), person, dimension),
                Is.EqualTo(Enumerable.Range(0, count).Select(r => Inverse(26 + ((long)person * count) + r, 1.0 / prime))));
        }
    }

    [Test]
    public void A_shuffle_changes_the_order_only()
    {
        double[] plain = Uniforms(new HaltonDraws(50), 3, 1), shuffled = Uniforms(new HaltonDraws(50, 100, 7), 3, 1);
        Assert.That(shuffled, Is.Not.EqualTo(plain));
        Assert.That(shuffled, Is.EquivalentTo(plain));
    }

    [TestCaseSource(nameof(All))]
    public void Draws_lie_between_0_and_1_and_do_not_depend_on_what_was_drawn_before(DrawSequence draws)
    {
        double[] first = Uniforms(draws, 4, 3);
        Uniforms(draws, 0, 0);
        Assert.That(Uniforms(draws, 4, 3), Is.EqualTo(first));
        Assert.That(first, Has.All.InRange(1e-17, 1 - 1e-17));
        Assert.That(Uniforms(draws, 5, 3), Is.Not.EqualTo(first));
        Assert.That(Uniforms(draws, 4, 2), Is.Not.EqualTo(first));
    }

    [TestCaseSource(nameof(All))]
    public void Draws_have_the_mean_and_variance_of_the_uniform(DrawSequence draws)
    {
        double[] u = [.. Enumerable.Range(0, 200).SelectMany(p => Uniforms(draws, p, 1))];
        double mean = u.Average(), variance = u.Average(x => (x - mean) * (x - mean));
        Assert.That(mean, Is.EqualTo(0.5).Within(4 * Math.Sqrt(1.0 / 12 / u.Length)));
        Assert.That(variance, Is.EqualTo(1.0 / 12).Within(4 * Math.Sqrt(1.0 / 180 / u.Length)));
    }

    [Test]
    public void Sobol_draws_fill_every_interval_once_in_each_dimension([Range(0, 20)] int dimension) =>
        Assert.That(Uniforms(new SobolDraws(256, 9), 2, dimension).Select(u => (int)(256 * u)), Is.Unique);

    [Test]
    public void Two_sobol_dimensions_fill_every_box_once([Range(0, 6)] int columns)
    {
        double[] x = Uniforms(new SobolDraws(64, 9), 2, 0), y = Uniforms(new SobolDraws(64, 9), 2, 1);
        int across = 1 << columns, down = 64 >> columns;
        Assert.That(x.Zip(y, (a, b) => ((int)(across * a), (int)(down * b))), Is.Unique);
    }

    [Test]
    public void A_latin_hypercube_fills_every_interval_once() =>
        Assert.That(Uniforms(new LatinHypercubeDraws(50, 9), 2, 1).Select(u => (int)(50 * u)), Is.Unique);

    [Test]
    public void Antithetic_draws_mirror_each_other()
    {
        double[] u = Uniforms(new AntitheticDraws(10, 9), 2, 1);
        for (int r = 0; r < 10; r += 2)
        {
            Assert.That(u[r] + u[r + 1], Is.EqualTo(1).Within(1e-15));
        }
    }

    private static double[] Uniforms(DrawSequence draws, int person, int dimension)
    {
        var u = new double[draws.Count];
        draws.Fill(person, dimension, u);
        return u;
    }
}
