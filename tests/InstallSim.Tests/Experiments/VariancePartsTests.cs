using InstallSim.Choice.Draws;
using InstallSim.Experiments;

namespace InstallSim.Tests.Experiments;

public sealed class VariancePartsTests
{
    private const int Draws = 60, Sets = 60;

    /// <summary>
    /// y = a sum of 40 numbers of one group (variance 4), one number of another (3) and chance (2 a replication): the mean over many
    /// made-up
    /// experiments finds each, to about three of its standard errors (0.2 a share of one experiment).
    /// </summary>
    [Test]
    public void Shares_are_those_of_the_sum_that_was_made_though_numbers_outnumber_half_the_draws()
    {
        double[] mean = new double[5];
        for (int set = 0; set < Sets; set++)
        {
            var made = Made(set, many: 2, one: Math.Sqrt(3), noise: Math.Sqrt(2));
            (double Share, double Low, double High)[] shares = made.Parts.Of(made.Effect)!;
            Assert.That(shares.Sum(s => s.Share), Is.EqualTo(1).Within(1e-9));
            Assert.That(shares.All(s => s.Low <= s.Share && s.Share <= s.High), "shares lie in their intervals");
            mean = [.. mean.Zip(made.Parts.Estimates(made.Effect), (m, s) => m + (s / Sets))];
        }

        Assert.That(mean, Is.EqualTo(new[] { 2 / 9.0, 4 / 9.0, 0, 3 / 9.0, 0 }).Within(0.08));
    }

    [Test]
    public void A_group_without_effect_has_zero_in_its_interval_in_nearly_all_cases()
    {
        int held = Enumerable.Range(0, Sets).Count(set => Made(set, many: 0, one: 1, noise: 1).Low(1) == 0);
        Assert.That(held, Is.GreaterThanOrEqualTo(Sets * 9 / 10));
    }

    [Test]
    public void Chance_alone_is_told_as_chance()
    {
        double[] chance = [.. Enumerable.Range(0, Sets).Select(set => Made(set, many: 0, one: 0, noise: 1).Share(0))];
        Assert.That(chance.Average(), Is.GreaterThan(0.85));
    }

    [Test]
    public void An_effect_that_never_varies_has_no_shares() =>
        Assert.That(Made(1, many: 0, one: 0, noise: 0).Shares, Is.Null);

    [Test]
    public void The_order_of_numbers_changes_nothing()
    {
        var made = Made(3, many: 2, one: 1, noise: 1);
        var again = new VarianceParts(Draws, [[.. made.Numbers.Reverse()], [], [made.One]]).Of(made.Effect)!;
        Assert.That(again.Select(s => s.Share), Is.EqualTo(made.Shares!.Select(s => s.Share)).Within(1e-9));
    }

    private static Case Made(int set, double many, double one, double noise)
    {
        const int K = 40;
        double[][] numbers = [.. Enumerable.Range(0, K).Select(j => Column(set, j))];
        double[] single = Column(set, 100);
        double[] effect = [.. Enumerable.Range(0, 2 * Draws).Select(r => (many * numbers.Sum(z => z[r / 2]) / Math.Sqrt(K))
            + (one * single[r / 2]) + (noise * Normal(new DrawKey(9, (ushort)r, 7, 0, (uint)set))))];
        return new Case(effect, numbers, single, new VarianceParts(Draws, [numbers, [], [single]]));
    }

    private static double[] Column(int set, int number) =>
        [.. Enumerable.Range(0, Draws).Select(d => Normal(new DrawKey(5, (ushort)d, 7, (ushort)number, (uint)set)))];

    /// <summary>A sum of twelve uniform numbers: mean 0, variance 1.</summary>
    private static double Normal(DrawKey key) => Enumerable.Range(0, 12).Sum(key.Uniform) - 6;

    private sealed record Case(double[] Effect, double[][] Numbers, double[] One, VarianceParts Parts)
    {
        public (double Share, double Low, double High)[]? Shares => Parts.Of(Effect);

        public double Share(int source) => Shares![source].Share;

        public double Low(int source) => Shares![source].Low;
    }
}
