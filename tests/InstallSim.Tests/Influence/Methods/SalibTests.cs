using System.Text.Json.Nodes;
using InstallSim.Choice.Draws;
using InstallSim.Influence.Methods;

namespace InstallSim.Tests.Influence.Methods;

/// <summary>
/// The same samples through SALib 1.5 and through ours: indices, half-widths over the same resamples, and the design. The file is made by
/// benchmarks/sensitivity/references.py.
/// </summary>
public sealed class SalibTests
{
    private const double Tolerance = 1e-10;

    private static readonly JsonObject Cases = JsonNode.Parse(File.ReadAllText(
        Repository.PathOf("tests", "InstallSim.Tests", "Influence", "salib.json")))!["cases"]!.AsObject();

    private static IEnumerable<string> Names(string method) =>
        Cases.Where(c => (string)c.Value!["method"]! == method).Select(c => c.Key);

    private static IEnumerable<string> OfPawn => Names("pawn");

    private static IEnumerable<string> OfMorris => Names("morris");

    private static IEnumerable<string> OfSobol => Names("sobol");

    /// <summary>Those whose points are SALib's too.</summary>
    private static IEnumerable<string> WithPoints => Names("sobol").Where(name => Cases[name]!["x"] is not null);

    [TestCaseSource(nameof(OfSobol))]
    public void Sobol_indices_and_half_widths_are_those_of_SALib(string name)
    {
        JsonNode c = Cases[name]!;
        int numbers = (int)c["numbers"]!;
        bool isSecond = (bool)c["second"]!;
        var indices = SobolIndices.Of(Numbers(c["y"]!), numbers, isSecond, Resamples.Of(Rows(c["resamples"]!)));
        Assert.Multiple(() =>
        {
            Same(indices.First.Select(i => i.Value), c["first"]!);
            Same(indices.First.Select(i => i.HalfWidth), c["first_half"]!);
            Same(indices.Total.Select(i => i.Value), c["total"]!);
            Same(indices.Total.Select(i => i.HalfWidth), c["total_half"]!);
            if (isSecond)
            {
                Same(indices.Second.SelectMany(s => s).Select(i => i.Value), c["both"]!);
                Same(indices.Second.SelectMany(s => s).Select(i => i.HalfWidth), c["both_half"]!);
            }
        });
    }

    [TestCaseSource(nameof(WithPoints))]
    public void Saltelli_design_over_the_plain_sequence_is_that_of_SALib(string name)
    {
        JsonNode c = Cases[name]!, x = c["x"]!;
        int numbers = (int)c["numbers"]!, count = x.AsArray().Count / SaltelliDesign.Width(numbers, (bool)c["second"]!);
        double[][] columns = [.. Enumerable.Range(0, 2 * numbers).Select(j =>
        {
            var column = new double[count];
            SobolDraws.Plain(count, j, column);
            return column;
        })];
        Assert.That(SaltelliDesign.Over(columns, (bool)c["second"]!), Is.EqualTo(Points(x)));
    }

    [TestCaseSource(nameof(OfMorris))]
    public void Moments_of_elementary_effects_are_those_of_SALib(string name)
    {
        JsonNode c = Cases[name]!;
        int levels = (int)c["levels"]!;
        double[][] points = Points(c["x"]!), effects = MorrisIndices.Effects(points, Numbers(c["y"]!), levels);
        MorrisIndex[] indices = MorrisIndices.Of(points, Numbers(c["y"]!), levels, Resamples.Of(effects[0].Length, 2, 1));
        Resamples[] resamples = [.. c["resamples_of_numbers"]!.AsArray().Select(rows => Resamples.Of(Rows(rows!)))];
        Assert.Multiple(() =>
        {
            Same(indices.Select(i => i.Mu), c["mu"]!);
            Same(indices.Select(i => i.MuStar), c["mu_star"]!);
            Same(indices.Select(i => i.Sigma), c["sigma"]!);
            Same(effects.Zip(resamples, (e, r) => r.HalfWidthOfMean([.. e.Select(Math.Abs)])), c["half"]!);
        });
    }

    [TestCaseSource(nameof(OfPawn))]
    public void Distances_of_distributions_are_those_of_SALib(string name)
    {
        JsonNode c = Cases[name]!;
        double[][] points = Points(c["x"]!);
        PawnIndex[] indices = [.. PawnIndices.Of(
            points, Numbers(c["y"]!), (int)c["slices"]!, Resamples.Of(points.Length, 2, 1)).Select(i => i.Index)];
        Assert.Multiple(() =>
        {
            Same(indices.Select(i => i.Minimum), c["minimum"]!);
            Same(indices.Select(i => i.Mean), c["mean"]!);
            Same(indices.Select(i => i.Median), c["median"]!);
            Same(indices.Select(i => i.Maximum), c["maximum"]!);
            Same(indices.Select(i => i.Variation), c["variation"]!);
        });
    }

    private static void Same(IEnumerable<double> ours, JsonNode theirs) =>
        Assert.That(ours, Is.EqualTo(Numbers(theirs)).Within(Tolerance));

    private static double[] Numbers(JsonNode array) => [.. array.AsArray().Select(v => (double)v!)];

    private static double[][] Points(JsonNode array) => [.. array.AsArray().Select(row => Numbers(row!))];

    private static int[][] Rows(JsonNode array) => [.. array.AsArray().Select(row => row!.AsArray().Select(v => (int)v!).ToArray())];
}
