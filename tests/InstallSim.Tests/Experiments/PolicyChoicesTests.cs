using InstallSim.Choice.Draws;
using InstallSim.Experiments;
using InstallSim.Results;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Experiments;

public sealed class PolicyChoicesTests
{
    [Test]
    public void A_baseline_alone_is_compared_with_nothing()
    {
        using var region = new MadeUpRegion();
        CommandLine.Done("compare", region.PathOf("baseline.yaml"), "--out", region.Out, "--replications", "78", "--years", "2025..2026",
            "--quiet");
        Assert.That(ResultsFolder.Read(region.Out).Comparisons, Is.Empty);
    }

    [Test]
    public void One_policy_leaves_no_choice_and_two_do()
    {
        using var region = new MadeUpRegion();
        string[] few = ["--replications", "78", "--years", "2025..2026", "--quiet", "--force"];
        CommandLine.Done(["compare", region.PathOf("baseline.yaml"), region.PathOf("grant.yaml"), "--out", region.Out, .. few]);
        Assert.That(File.Exists(Path.Combine(region.Out, "choices.csv")), Is.False);
        region.Write("small.yaml", "extends: grant.yaml\nname: small\ntitle: Small\npolicies!: [{ type: installation-grant, from: 2026, "
            + "amount-keur: 10 }]\n");
        CommandLine.Done(["compare", region.Folder, "--out", region.Out, .. few]);
        Assert.That(ResultsFolder.Read(region.Out).Choices.Select(c => c.Scenario).Distinct(), Is.EquivalentTo(new[] { "grant", "small" }));
    }

    [Test]
    public void One_policy_is_always_the_best_and_loses_nothing() =>
        Assert.That(PolicyChoices.Standing([[3, -1, 4, 1]]), Is.EqualTo(new[] { (1d, 0d, 0d) }));

    /// <summary>By hand: the first wins by 4 in two draws of four, the second by 2, no chance.</summary>
    [Test]
    public void Loss_is_the_mean_of_what_the_best_of_each_draw_has_more() => Assert.That(
        PolicyChoices.Standing([[4, 4, 4, 4, 0, 0, 0, 0], [0, 0, 0, 0, 2, 2, 2, 2]]),
        Is.EqualTo(new[] { (0.5, 1d, 1d), (0.5, 2d, 2d) }));

    [Test]
    public void Policies_that_tie_share_the_draw() =>
        Assert.That(PolicyChoices.Standing([[1, 1], [1, 1]]).Select(c => c.Best), Is.EqualTo(new[] { 0.5, 0.5 }));

    /// <summary>Equal policies that differ by chance: nothing is lost but for three standard errors (0.02), which the high end does not
    /// see.</summary>
    [Test]
    public void Chance_is_no_reason_to_regret()
    {
        double[][] gains = [.. Enumerable.Range(0, 3).Select(s =>
            Enumerable.Range(0, 400).Select(r => new DrawKey(1, (ushort)r, 7, 0, (uint)s).Uniform(0)).ToArray())];
        var standing = PolicyChoices.Standing(gains);
        Assert.That(standing.Select(c => c.High), Is.All.GreaterThan(0.1));
        Assert.That(standing.Select(c => c.Low), Is.All.LessThan(0.06));
    }
}
