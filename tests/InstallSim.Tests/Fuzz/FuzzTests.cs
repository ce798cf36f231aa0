using System.Diagnostics;
using InstallSim.Tests.EndToEnd;
using InstallSim.Tests.Inputs;
using InstallSim.Tests.Reporting;
using InstallSim.Tests.Studies;

namespace InstallSim.Tests.Fuzz;

/// <summary>
/// Whatever a file holds, the program says what is wrong or takes it: no trace, no hang, nothing written. A few hundred inputs of each kind
/// in every run, the same each time; more by
/// <c>INSTALLSIM_FUZZ=100000 dotnet test -c Release --no-build --filter "FullyQualifiedName~FuzzTests"</c>.
/// </summary>
public sealed class FuzzTests
{
    private const string Preferences = """
        utils-per-keur: { value: 0.02, low: 0.01, high: 0.03, source: test }
        coefficients:
          group-practice: { value: 20, low: 10, high: 46, source: test }
          birth-distance: { value: -0.8, sd: 0.2, source: test }
        classes:
          - { name: rooted, share: 0.4, source: test, times: { birth-distance: 2 } }
          - { name: mobile, share: 0.6, source: test }
        """;

    /// <summary>Longer than a call takes by much, on a busy machine as well: what takes it hangs.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private static int Inputs => int.Parse(Environment.GetEnvironmentVariable("INSTALLSIM_FUZZ") ?? "200", null);

    [TestCase("baseline.yaml", 1)]
    [TestCase("grant.yaml", 2)]
    [TestCase("territories.yaml", 3)]
    [TestCase("territories.csv", 4)]
    [TestCase("places.csv", 5)]
    [TestCase("saved.yaml", 6)]
    public void A_spoilt_file_of_a_scenario_is_refused_or_taken(string file, int seed)
    {
        using var region = new MadeUpRegion();
        region.Write("saved.yaml", "extends: baseline.yaml\nname: saved\npreferences:\n"
            + string.Join('\n', Preferences.Split('\n').Select(line => "  " + line)) + "\n");
        Spoil(region.PathOf(file), seed, region.Folder, file == "saved.yaml" ? file : "grant.yaml");
    }

    [TestCase("small.yaml", 11)]
    [TestCase("small.csv", 12)]
    public void A_spoilt_file_of_a_study_is_refused_or_taken(string file, int seed)
    {
        using var folder = new TemporaryFolder();
        folder.Write("small.yaml", SmallStudy.Yaml);
        folder.Write("small.csv", SmallStudy.Csv);
        Spoil(Path.Combine(folder.Path, file), seed, folder.Path, "small.yaml");
    }

    /// <summary>Spoilt before they are signed, else their hash would tell.</summary>
    [TestCase("manifest.json", 21)]
    [TestCase("observations.csv", 22)]
    [TestCase("territories.csv", 23)]
    [TestCase("comparison.csv", 24)]
    [TestCase("moves.csv", 25)]
    [TestCase("costs.csv", 26)]
    [TestCase("places.csv", 27)]
    [TestCase("shapes.json", 28)]
    public void Spoilt_results_are_refused_or_drawn(string file, int seed)
    {
        using var folder = new TemporaryFolder();
        string results = Path.Combine(folder.Path, "results"), path = Path.Combine(results, file);
        Tests.Outputs.Folders.Write(SampleResults.Make(places: 4, years: 3, replications: 3), results);
        string right = File.ReadAllText(path), manifest = File.ReadAllText(Path.Combine(results, "manifest.json"));
        var random = new Random(seed);
        for (int k = 0; k < Math.Max(1, Inputs / 20); k++)
        {
            File.WriteAllBytes(path, Mutation.SpoilBytes(right, random));
            Tests.Outputs.Folders.Sign(results, manifest, file);
            Try(() => CommandLine.Run("report", results, "--format", "vega", "--figures", "map,effects,flows"), path, $"{file} {seed}:{k}");
            Restore(results, file, right, manifest);
        }
    }

    private static void Spoil(string path, int seed, string folder, string asked)
    {
        string right = File.ReadAllText(path);
        string[] files = Directory.GetFileSystemEntries(folder);
        var random = new Random(seed);
        for (int k = 0; k < Inputs; k++)
        {
            File.WriteAllBytes(path, Mutation.SpoilBytes(right, random));
            Try(() => CommandLine.Run("validate", Path.Combine(folder, asked)), path, $"{Path.GetFileName(path)} {seed}:{k}");
            Assert.That(Directory.GetFileSystemEntries(folder), Is.EqualTo(files), "nothing is written");
        }
    }

    private static void Try(Func<CommandLine.Outcome> run, string path, string name)
    {
        var watch = Stopwatch.StartNew();
        CommandLine.Outcome outcome = run();
        if (outcome.Code is not (0 or 2) || outcome.Error.Contains("   at ", StringComparison.Ordinal) || watch.Elapsed > Longest)
        {
            string kept = Repository.PathOf("artifacts", "fuzz", name.Replace(':', '-'));
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            File.Copy(path, kept, overwrite: true);
            Assert.Fail($"{name}: exit code {outcome.Code} after {watch.Elapsed.TotalSeconds:0.0} s; the input is kept in {kept}\n"
                + outcome.Error);
        }
    }

    private static void Restore(string results, string file, string right, string manifest)
    {
        foreach (string figures in Directory.GetDirectories(results))
        {
            Directory.Delete(figures, recursive: true);
        }

        File.WriteAllText(Path.Combine(results, "manifest.json"), manifest);
        File.WriteAllText(Path.Combine(results, file), right);
    }
}
