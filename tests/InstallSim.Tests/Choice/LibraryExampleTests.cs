using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Draws;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;

namespace InstallSim.Tests.Choice;

/// <summary>
/// The example of the README and of docs/choice-library.md is this code, between the two remarks, and it does what they say.
/// </summary>
public sealed class LibraryExampleTests
{
    private const string Begin = "        // The example begins.", End = "        // The example ends.";

    [Test]
    public void The_example_estimates_what_a_minute_is_worth()
    {
        // The example begins.
        double Draw(int row, ushort purpose) => new DrawKey(Seed: 1, 0, purpose, 0, Agent: (uint)row).Uniform(0);
        int[] rows = [.. Enumerable.Range(0, 2000)];                     // 1,000 choices between two journeys, a row an alternative
        double[] euros = [.. rows.Select(row => 10 * Draw(row, 1))], minutes = [.. rows.Select(row => 60 * Draw(row, 2))];
        double Utility(int row) => (-0.5 * euros[row]) - (0.1 * minutes[row]) - Math.Log(-Math.Log(Draw(row, 3)));
        ChoiceData data = ChoiceData.Create(new ChoiceTable
        {
            Names = ["euros", "minutes"],
            Columns = [euros, minutes],
            Situation = [.. rows.Select(row => row / 2)],
            Alternative = [.. rows.Select(row => row % 2)],
            Chosen = [.. rows.Select(row => Utility(row) > Utility(row ^ 1))],
        });
        EstimationResult fit = MaximumLikelihood.Estimate(new MultinomialLogit(["euros", "minutes"]), data);
        Interval worth = WillingnessToPay.Delta(fit, "minutes", "euros"); // true: -0.2 euros for a minute more
        // The example ends.

        Assert.Multiple(() =>
        {
            Assert.That(fit.Converged, Is.True, fit.Ending);
            Assert.That(worth.Estimate, Is.EqualTo(-0.2).Within(4 * worth.StandardError));
            Assert.That(worth.StandardError, Is.InRange(0.001, 0.02));
        });
    }

    [TestCase("README.md")]
    [TestCase("docs/choice-library.md")]
    public void A_page_shows_the_example_as_it_is(string page)
    {
        string code = File.ReadAllText(Repository.PathOf("tests", "InstallSim.Tests", "Choice", "LibraryExampleTests.cs"));
        int begin = code.IndexOf('\n', code.LastIndexOf(Begin, StringComparison.Ordinal)) + 1;
        string indented = "\n" + code[begin..code.LastIndexOf(End, StringComparison.Ordinal)];
        string example = indented.Replace("\n        ", "\n", StringComparison.Ordinal)[1..];
        Assert.That(File.ReadAllText(Repository.PathOf(page)), Does.Contain($"```csharp\n{example}```\n"));
    }
}
