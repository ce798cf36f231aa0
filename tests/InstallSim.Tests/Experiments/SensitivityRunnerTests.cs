using InstallSim.Inputs;
using InstallSim.Results;
using InstallSim.Scenarios;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Experiments;

/// <summary>One coefficient at a time to the ends of its range.</summary>
public sealed class SensitivityRunnerTests
{
    private const string Group = "preferences.coefficients.group-practice";

    [Test]
    public void An_end_of_a_range_gives_what_a_run_with_that_value_gives()
    {
        using var region = new MadeUpRegion();
        string high = region.Beside("high"), certain = region.Beside("certain");
        string said = CommandLine.Done("compare", region.Folder, "--out", region.Out, "--sensitivity", Group);
        CommandLine.Done("compare", region.Folder, "--out", certain, "--quiet", "--set", "uncertainty=none");
        CommandLine.Done("compare", region.Folder, "--out", high, "--quiet", "--set", Group + ".value=46", "--set", "uncertainty=none");

        RunResults varied = ResultsFolder.Read(region.Out);
        var atHigh = ResultsFolder.Read(high).Comparisons.Where(IsVaried).ToDictionary(c => c.Indicator, c => c.Difference);
        var own = ResultsFolder.Read(certain).Comparisons.Where(IsVaried).ToDictionary(c => c.Indicator, c => c.Difference);

        Assert.That(varied.Sensitivities.Select(s => (s.Scenario, s.Setting, s.Low, s.High)).Distinct(),
            Is.EqualTo(new[] { ("grant", Group, "10", "46") }));
        Assert.That(varied.Sensitivities.Select(s => (s.Indicator, s.AtHigh)), Is.EqualTo(atHigh.Select(c => (c.Key, c.Value))));
        Assert.That(varied.Sensitivities.Select(s => s.Reference), Is.EqualTo(own.Values));
        Assert.That(varied.Sensitivities.Where(s => !s.AtLow.Equals(s.AtHigh)), Is.Not.Empty, "the coefficient does something");
        Assert.That(File.ReadAllText(Path.Combine(region.Out, "report.html")), Does.Contain("figure-tornado"));
        Assert.That(Directory.Exists(region.Out + ".unfinished"), Is.False);
        Assert.That(said, Does.Match("Effect on “[^”]+”, all else at its value: The range of “[^”]+” takes the effect of “[^”]+” from "));
    }

    [Test]
    public void All_means_every_number_with_a_range()
    {
        using var region = new MadeUpRegion();
        region.Replace("baseline.yaml", "{ value: 0.02, source: test }", "{ value: 0.02, low: 0.01, high: 0.03, source: test }");
        CommandLine.Done("compare", region.Folder, "--out", region.Out, "--quiet", "--sensitivity", "all");
        string[] varied = [.. ResultsFolder.Read(region.Out).Sensitivities.Select(s => s.Setting).Distinct()];
        var errors = new InputErrors();
        Scenario baseline = ScenarioReader.Read(region.PathOf("baseline.yaml"), errors)!.Scenario;
        Assert.That(varied, Is.EqualTo(Doubt.Ranges(baseline).Select(n => n.Path)));
        Assert.That(varied,
            Does.Contain("preferences.utils-per-keur").And.Contain(Group).And.Contain("physicians.participation-elasticity"));
    }

    [TestCase("preferences.coefficients.group-practise", "did you mean 'preferences.coefficients.group-practice'?")]
    [TestCase("preferences.coefficients.vacancies", "is no number with a range")]
    public void A_coefficient_that_cannot_be_varied_is_refused_before_anything_runs(string key, string message)
    {
        using var region = new MadeUpRegion();
        CommandLine.Outcome outcome = CommandLine.Run("compare", region.Folder, "--out", region.Out, "--sensitivity", key);
        Assert.That(outcome.Code, Is.EqualTo(2));
        Assert.That(outcome.Error, Does.Contain(message));
        Assert.That(Directory.Exists(region.Out), Is.False);
    }

    /// <summary>Costs by act are not: at an end of a range an act may cost nothing and have no row.</summary>
    private static bool IsVaried(Comparison c) => c.Year == 2028 && !c.Indicator.StartsWith(PolicyCost.Compared, StringComparison.Ordinal);
}
