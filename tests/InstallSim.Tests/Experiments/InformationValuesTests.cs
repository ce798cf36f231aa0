using InstallSim.Choice.Draws;
using InstallSim.Choice.Kernels;
using InstallSim.Experiments;
using InstallSim.Results;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Experiments;

public sealed class InformationValuesTests
{
    private const int Draws = 400;

    /// <summary>Gains θ and 0 with θ standard normal: E max(θ, 0) = 1/√(2π), less what chance finds.</summary>
    [Test]
    public void Knowing_the_only_number_that_decides_gains_what_it_is_worth()
    {
        double[] theta = Normal(1), noise = Normal(2);
        double value = InformationValues.Of([[.. theta.Zip(noise, (t, e) => t + (0.5 * e))], new double[Draws]], theta).Value;
        Assert.That(value, Is.EqualTo(1 / Math.Sqrt(2 * Math.PI)).Within(0.1), "three standard errors of 400 draws are 0.09");
        Assert.That(value, Is.GreaterThan(0.3));
    }

    /// <summary>θ² decides: gains θ² − 1 and 0, E max(θ² − 1, 0) = 2·φ(1) = 0.484.</summary>
    [Test]
    public void A_bend_is_seen_too()
    {
        double[] theta = Normal(3);
        double value = InformationValues.Of([[.. theta.Select(t => (t * t) - 1)], new double[Draws]], theta).Value;
        Assert.That(value, Is.EqualTo(0.484).Within(0.15));
    }

    [Test]
    public void A_number_that_moves_no_gain_is_worth_nothing_in_all_but_1_of_20()
    {
        double[] gains = Normal(4);
        int told = Enumerable.Range(10, 100).Count(set => InformationValues.Of([gains, new double[Draws]], Normal(set)).Value > 0);
        Assert.That(told, Is.LessThan(15), "5 expected, 15 with a probability of 10⁻⁴");
    }

    [Test]
    public void A_number_that_does_not_vary_or_moves_all_policies_alike_is_worth_nothing()
    {
        double[] theta = Normal(5);
        Assert.Multiple(() =>
        {
            Assert.That(InformationValues.Of([theta, new double[Draws]], new double[Draws]).Value, Is.Zero);
            Assert.That(InformationValues.Of([theta, [.. theta.Select(t => t - 9)]], theta).Value, Is.Zero);
        });
    }

    [Test]
    public void A_comparison_of_two_policies_writes_and_reads_the_table()
    {
        using var region = new MadeUpRegion();
        region.Write("centres.yaml", MadeUpRegion.Grant.Replace("name: grant", "name: more", StringComparison.Ordinal)
            .Replace("amount-keur: 100", "amount-keur: { value: 100, low: 10, high: 300, source: ASSUMPTION }", StringComparison.Ordinal));
        CommandLine.Done("compare", region.Folder, "--out", region.Out, "--replications", "78", "--years", "2025..2027", "--quiet");
        RunResults results = ResultsFolder.Read(region.Out);
        Assert.That(results.Manifest.Tables.Any(t => t.Path == "information.csv"), Is.EqualTo(results.Information.Count > 0));
        Assert.That(results.Information.All(i => i.Value > 0 && i.Number.Contains('.', StringComparison.Ordinal)));
    }

    private static double[] Normal(int name) => [.. Enumerable.Range(0, Draws)
        .Select(d => NormalQuantileKernel.Quantile(new DrawKey(3, (ushort)name, 0, 0, (uint)d).Uniform(0)))];
}
