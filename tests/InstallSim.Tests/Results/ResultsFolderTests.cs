using InstallSim.Inputs;
using InstallSim.Results;
using InstallSim.Tests.EndToEnd;
using InstallSim.Tests.Inputs;
using InstallSim.Tests.Outputs;
using InstallSim.Tests.Reporting;

namespace InstallSim.Tests.Results;

public sealed class ResultsFolderTests
{
    [Test]
    public void What_is_written_is_read_again()
    {
        using var region = new MadeUpRegion();
        CommandLine.Done("compare", region.Folder, "--out", region.Out, "--quiet");
        RunResults results = ResultsFolder.Read(region.Out);
        results = results with
        {
            Moves =
            [
                new Move("grant", 2, 2027, 2_147_483_647, "locum", "", "T03", "health-centre", "a, \"quoted\" policy"), .. results.Moves,
            ],
            Sensitivities = [new Sensitivity("grant", "stock", "preferences.utils-per-keur", "0.006", "0.03", 1.5, double.NaN, -1e-300)],
            Observations =
            [
                new Observation("grant", 0, 2025, "none", double.NaN), new Observation("grant", 0, 2025, "tiny", 1e-300),
                .. results.Observations,
            ],
            Costs = [new PolicyCost("grant", "a/b, \"quoted\"", "second-place", 2026, -1.5, double.NaN, 1e-300), .. results.Costs],
            Comparisons =
            [
                new Comparison("grant", "baseline", 2028, "none", double.NaN, double.NaN, double.NaN, double.NaN, 0),
                .. results.Comparisons,
            ],
        };
        string copy = region.Beside("copy");
        Manifest manifest = Folders.Write(results, copy);
        RunResults read = ResultsFolder.Read(copy);
        Assert.Multiple(() =>
        {
            Assert.That(read.Observations, Is.EqualTo(results.Observations));
            Assert.That(read.Territories, Is.EqualTo(results.Territories));
            Assert.That(read.Costs, Is.EqualTo(results.Costs).And.Length.GreaterThan(1));
            Assert.That(read.Comparisons, Is.EqualTo(results.Comparisons));
            Assert.That(read.Moves, Is.EqualTo(results.Moves));
            Assert.That(read.Sensitivities, Is.EqualTo(results.Sensitivities));
            Assert.That(read.Places, Is.EqualTo(results.Places));
            Assert.That(read.Manifest.ResultHash, Is.EqualTo(manifest.ResultHash));
            Assert.That(read.Manifest.Scenarios.Select(s => s.Text), Is.EqualTo(results.Manifest.Scenarios.Select(s => s.Text)));
            Assert.That(read.Manifest.Settings, Is.EqualTo(results.Manifest.Settings));
        });
    }

    [Test]
    public void A_table_that_lacks_or_breaks_is_refused_with_all_that_is_wrong()
    {
        using var region = new MadeUpRegion();
        CommandLine.Done("compare", region.Folder, "--out", region.Out, "--quiet");
        File.Delete(Path.Combine(region.Out, "places.csv"));
        string moves = Path.Combine(region.Out, "moves.csv");
        File.WriteAllText(moves, File.ReadLines(moves).First() + "\ngrant,zero,2026,5,locum,,T01,solo,\n");
        InputException fault = Assert.Throws<InputException>(() => ResultsFolder.Read(region.Out))!;
        Assert.That(fault.Errors.Select(e => Path.GetFileName(e.Place.File)), Is.EqualTo(new[] { "moves.csv", "places.csv" }));
    }

    [TestCase("observations.csv")]
    [TestCase("territories.csv")]
    [TestCase("comparison.csv")]
    [TestCase("places.csv")]
    public void A_row_that_is_there_twice_is_refused_at_its_line_though_the_hash_is_right(string file)
    {
        using var folder = new TemporaryFolder();
        string results = Path.Combine(folder.Path, "results"), path = Path.Combine(results, file);
        Tests.Outputs.Folders.Write(SampleResults.Make(places: 4, years: 3, replications: 3), results);
        string[] lines = File.ReadAllLines(path);
        File.WriteAllLines(path, [.. lines, lines[1]]);
        Tests.Outputs.Folders.Sign(results, File.ReadAllText(Path.Combine(results, "manifest.json")), file);
        InputException fault = Assert.Throws<InputException>(() => ResultsFolder.Read(results))!;
        Assert.That(fault.Errors.Single(e => e.Message == "the row is there twice").Place.Line, Is.EqualTo(lines.Length + 1));
    }
}
