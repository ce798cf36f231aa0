using InstallSim.Tests.Inputs;
using InstallSim.Tests.Studies.Results;

namespace InstallSim.Tests.Studies.Models;

/// <summary>Coefficients that their ends hold to one side of 0, where the data want the other.</summary>
public sealed class SignHintTests
{
    [TestCase("johnson-sb", "say 'lower: -1, upper: 0', or ends further out")]
    [TestCase("{ distribution: johnson-sb, lower: 0.5, upper: 2 }", "say 'lower: -2, upper: -0.5', or ends further out")]
    [TestCase("{ distribution: johnson-sb, lower: -2, upper: 0 }", null)]
    [TestCase("{ distribution: johnson-sb, lower: -1, upper: 1 }", null)]
    public void Ends_on_the_other_side_of_0_get_a_hint(string random, string? hint)
    {
        using var folder = new TemporaryFolder();
        string[] said = [.. WarningsTests.Estimate(folder, new Journeys(60).Csv(), Journeys.Yaml + $$"""
            model: { random: { price: {{random}} } }
            draws: { number: 50, stability: false }

            """).Warnings.Select(w => w.English)];
        Assert.That(said.Where(w => w.StartsWith("'price' is johnson-sb", StringComparison.Ordinal)),
            hint is null ? Is.Empty : Is.All.EndsWith(hint).And.Exactly(1).Items);
    }
}
