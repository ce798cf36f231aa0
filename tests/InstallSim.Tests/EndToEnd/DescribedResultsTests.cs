using System.Text.Json;
using InstallSim.Indicators;

namespace InstallSim.Tests.EndToEnd;

/// <summary>A results folder says of itself what it holds, for readers and for archives.</summary>
public sealed class DescribedResultsTests
{
    private MadeUpRegion _region = null!;

    [OneTimeSetUp]
    public void Compare()
    {
        _region = new MadeUpRegion();
        CommandLine.Done("compare", _region.Folder, "--out", _region.Out, "--quiet");
    }

    [OneTimeTearDown]
    public void Remove() => _region.Dispose();

    [Test]
    public void Every_indicator_of_every_table_is_defined()
    {
        string[][] defined = ResultsFiles.Rows(_region.Out, "indicators.csv");
        foreach (string table in (string[])["observations.csv", "territories.csv", "comparison.csv"])
        {
            string[] used = [.. ResultsFiles.Rows(_region.Out, table).Select(r => r[3]).Distinct()
                .Select(name => name.Contains('/') ? "policy-cost-cumulative/LABEL/ACT" : name)];
            Assert.That(used, Is.SubsetOf(defined.Where(r => r[0] == table).Select(r => r[1])), table);
        }

        Assert.That(defined.Select(r => r[5]), Has.None.Empty);
    }

    [Test]
    public void Every_indicator_of_the_catalog_has_a_definition() =>
        Assert.That(IndicatorCatalog.Recorded.Concat(IndicatorCatalog.Compared).Select(IndicatorDefinitions.Of), Has.None.Empty);

    [Test]
    public void The_interval_is_said_as_the_run_made_it()
    {
        string sure = _region.Beside("sure");
        CommandLine.Done("compare", _region.Folder, "--out", sure, "--quiet", "--set", "uncertainty=none");
        string Ends(string folder) => ResultsFiles.Rows(folder, "indicators.csv").First(r => r[0] == "comparison.csv")[^1];
        Assert.That((Ends(_region.Out), Ends(sure)), Is.EqualTo((
            "ends of the 95 % interval of one more replication: what is doubted and chance",
            "ends of the 95 % interval of the mean over replications: chance alone")));
    }

    [Test]
    public void The_page_names_program_and_run()
    {
        string page = File.ReadAllText(Path.Combine(_region.Out, "report.html"));
        InstallSim.Results.Manifest manifest = InstallSim.Results.ResultsFolder.ReadManifest(_region.Out);
        Assert.That(manifest.Identity, Has.Length.EqualTo(64));
        foreach (string part in (string[])[manifest.Identity, manifest.Program.Version, .. manifest.Program.Modules.Select(m => m.Id)])
        {
            Assert.That(page, Does.Contain(part));
        }
    }

    [Test]
    public void Every_column_is_described()
    {
        ILookup<string, string> described = ResultsFiles.Rows(_region.Out, "columns.csv").ToLookup(r => r[0], r => r[1]);
        foreach (string table in ResultsFiles.Tables)
        {
            Assert.That(described[table], Is.EqualTo(File.ReadLines(Path.Combine(_region.Out, table)).First().Split(',')), table);
        }
    }

    [Test]
    public void The_research_object_names_every_file_with_its_hash_and_what_made_it()
    {
        using JsonDocument crate = JsonDocument.Parse(File.ReadAllText(Path.Combine(_region.Out, "ro-crate-metadata.json")));
        Dictionary<string, JsonElement> graph = crate.RootElement.GetProperty("@graph").EnumerateArray()
            .ToDictionary(e => e.GetProperty("@id").GetString()!);
        string[] files = [.. Directory.GetFiles(_region.Out).Select(f => Path.GetFileName(f))
            .Except(["ro-crate-metadata.json", "files.sha256"])];
        Dictionary<string, string> listed = File.ReadLines(Path.Combine(_region.Out, "files.sha256"))
            .Where(l => l[0] != '#').Select(l => l.Split("  ")).ToDictionary(l => l[1], l => l[0]);
        foreach (string file in files)
        {
            if (file != "report.html")
            {
                Assert.That(graph[file].GetProperty("sha256").GetString(), Is.EqualTo(listed[file]), file);
            }

            Assert.That(graph[file].GetProperty("description").GetString(), Is.Not.Empty, file);
        }

        string[] parts = [.. graph["./"].GetProperty("hasPart").EnumerateArray().Select(p => p.GetProperty("@id").GetString()!)];
        Assert.That(parts, Is.EquivalentTo((string[])[.. files, "figures/", "replications/"]));
        string[] named = [.. graph["#run"].GetProperty("object").EnumerateArray()
            .Select(i => graph[i.GetProperty("@id").GetString()!].GetProperty("name").GetString()!)];
        Assert.That(named.Select(Path.GetFileName), Does.Contain("grant.yaml").And.Contain("territories.csv"));
        Assert.That(graph["#installsim"].GetProperty("softwareVersion").GetString(),
            Is.EqualTo(InstallSim.Results.ProgramInfo.Current.Version));
    }
}
