using InstallSim.Cli;
using InstallSim.Outputs;
using InstallSim.Results;
using InstallSim.Tests.Reporting;

namespace InstallSim.Tests.Cli;

/// <summary>The table of effects on the terminal.</summary>
public sealed class OutcomeTableTests
{
    /// <summary>Of a large interval and a small one, "+1,200" and "+24.5" stood below each other.</summary>
    [TestCase(24.5, "+1,200 [+900, +1,500] +24 [+20, +29]")]
    [TestCase(0.3, "+1,200.0 [+900.0, +1,500.0] +0.3 [−4.2, +4.8]", Description = "which would read as no effect")]
    public void Numbers_of_a_column_have_as_many_decimals_as_each_other(double small, string said)
    {
        RunResults all = SampleResults.Make([.. SampleResults.Policies.Take(2)], places: 4, replications: 4);
        string large = all.Manifest.Scenarios[1].Name;
        RunResults results = all with
        {
            Comparisons = [.. all.Comparisons.Select(c => c.Indicator != "stock-under-dense" ? c
                : c.Scenario == large ? c with { Difference = 1200, Lower = 900, Upper = 1500 }
                : c with { Difference = small, Lower = small - 4.5, Upper = small + 4.5 })],
        };
        string[] lines = Written(results).Split('\n');
        int rule = Array.FindIndex(lines, line => line.StartsWith('─'));
        string[] column = [.. new[] { 2, 3, 5, 6 }.Select(k => lines[rule + k].Trim())
            .Select(line => line.StartsWith('[') ? line[..(line.IndexOf(']') + 1)] : line.Split(' ')[0])];
        Assert.That(string.Join(' ', column), Is.EqualTo(said));
    }

    [TestCase(-1.2, 0.9, true)]
    [TestCase(-1, 1, false)]
    public void An_end_that_cannot_be_is_marked(double lower, double upper, bool isMarked)
    {
        RunResults all = SampleResults.Make([SampleResults.Policies[0]], places: 4, replications: 4);
        string said = Written(all with
        {
            Comparisons = [.. all.Comparisons.Select(c => c.Indicator != "share-under-threshold" ? c
                : c with { Difference = -0.05, Lower = lower, Upper = upper })],
        });
        Assert.That(said, Does.Contain(isMarked ? "[−120.00*, +90.00]" : "[−100.00, +100.00]"));
        Assert.That(said.Contains("* beyond what can be", StringComparison.Ordinal), Is.EqualTo(isMarked));
    }

    private static string Written(RunResults results)
    {
        var terminal = new StringWriter();
        OutcomeTable.Write(results, terminal, ReportText.English);
        return terminal.ToString();
    }
}
