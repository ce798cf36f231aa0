using InstallSim.Experiments;
using InstallSim.Outputs;
using InstallSim.Tests.Experiments.Sweeps;

namespace InstallSim.Tests.EndToEnd;

/// <summary>With --force, a file of the user's own under a name that the program needs is found before anything is simulated.</summary>
public sealed class TakenNameTests
{
    private const string Numbers = "numbers: [{ number: preferences.utils-per-keur, low: 0.01, high: 0.03 }]\noutcomes: [stock]\n";

    private readonly MadeUpRegion _region = new();
    private string _sweep = "", _sensitivity = "";

    [OneTimeSetUp]
    public void Make()
    {
        _sweep = SweepPlanFile.Write(_region);
        _sensitivity = SweepPlanFile.WriteText(_region, $"{Numbers}method: morris\nsamples: 3", "influence");
        foreach (string i in (string[])["1", "2"])
        {
            CommandLine.Done("compare", _region.Folder, "--shard", i + "/2", "--out", _region.Beside("run" + i), "--quiet");
            CommandLine.Done("sweep", _sweep, "--shard", i + "/2", "--out", _region.Beside("sweep" + i), "--quiet");
        }
    }

    [OneTimeTearDown]
    public void Forget() => _region.Dispose();

    [TestCase("run BASELINE", "territories.csv")]
    [TestCase("run BASELINE", "figures/trajectories.vl.json")]
    [TestCase("run BASELINE", "replications/replication-00001.bin")]
    [TestCase("run BASELINE --tables parquet", "observations.parquet")]
    [TestCase("compare REGION", "report.html")]
    [TestCase("compare REGION", "choices.csv")]
    [TestCase("compare REGION --shard 1/2", "shard.json")]
    [TestCase("compare REGION --engine slurm --dry-run", "comparison.csv")]
    [TestCase("compare REGION --engine slurm --dry-run --chunks 1", "shard.json", "-shard-1-of-1")]
    [TestCase("sweep SWEEP", "boxes.csv")]
    [TestCase("sweep SWEEP", "sweep.html")]
    [TestCase("sweep SWEEP", "figures/peeling-1.svg")]
    [TestCase("sweep SWEEP --shard 1/2", "points.csv")]
    [TestCase("sweep SWEEP --engine slurm --dry-run", "sweep.json")]
    [TestCase("sensitivity SENSITIVITY", "indices.csv")]
    [TestCase("sensitivity SENSITIVITY", "figures/plane-1.svg")]
    [TestCase("merge run1 run2", "territories.csv")]
    [TestCase("merge sweep2 sweep1", "boxes.csv")]
    public void A_name_that_is_taken_is_refused_before_anything_is_simulated(string command, string file, string of = "")
    {
        string folder = _region.Beside("taken"), mine = Path.Combine(folder + of, file);
        Directory.CreateDirectory(Path.GetDirectoryName(mine)!);
        File.WriteAllText(mine, "mine");
        string[] args = [.. command.Split(' ').Select(word => word switch
        {
            "BASELINE" => _region.PathOf("baseline.yaml"),
            "REGION" => _region.Folder,
            "SWEEP" => _sweep,
            "SENSITIVITY" => _sensitivity,
            "run1" or "run2" or "sweep1" or "sweep2" => _region.Beside(word),
            _ => word,
        })];
        string[] before = Entries();
        CommandLine.Outcome refused = CommandLine.Run([.. args, "--out", folder, "--force"]),
            refuse = CommandLine.Run([.. args, "--out", folder, "--force", "--lang", "fr"]);
        string[] after = Entries();
        Directory.Delete(folder + of, recursive: true);
        Assert.Multiple(() =>
        {
            Assert.That((refused.Code, refused.Output), Is.EqualTo((2, "")), refused.Error);
            Assert.That(refused.ErrorLines, Is.EqualTo(new[]
            {
                $"{folder}{of}: error: holds what this program did not write under names that it needs: {file}; move it away, or name "
                    + "another folder",
                "installsim: 1 error; nothing was written",
            }));
            Assert.That(refuse.Error, Does.Contain("sous des noms dont ce programme a besoin, ce qu’il n’a pas écrit"));
            Assert.That(after, Is.EqualTo(before), "nothing is left behind");
        });

        string[] Entries() => [.. Directory.GetFileSystemEntries(_region.Beside(""), "*", SearchOption.AllDirectories).Order()];
    }

    /// <summary>Whatever a folder holds at the end is a name that was looked for at its beginning.</summary>
    [TestCase("compare REGION --sensitivity preferences.coefficients.group-practice --set uncertainty=all --replications 80")]
    [TestCase("compare REGION --tables parquet")]
    [TestCase("compare REGION --shard 1/2")]
    [TestCase("compare REGION --shard 1/2 --sensitivity preferences.coefficients.group-practice --set uncertainty=all")]
    [TestCase("sweep SWEEP")]
    [TestCase("sweep SWEEP --tables parquet")]
    [TestCase("sensitivity SENSITIVITY")]
    public void Every_file_of_results_is_refused_where_it_is_taken(string command)
    {
        string folder = _region.Beside("all"), note = Path.Combine(folder, "note.txt");
        string[] args = [.. command.Replace("REGION", _region.Folder).Replace("SWEEP", _sweep).Replace("SENSITIVITY", _sensitivity)
            .Split(' '), "--years", "2025..2026", "--out", folder, "--force"];
        args = args[0] == "compare" ? args : [.. args.Where(word => word is not ("--years" or "2025..2026"))];
        CommandLine.Done([.. args, "--quiet"]);
        string[] files = [.. FileList.Read(folder).Paths];
        File.Delete(Path.Combine(folder, FileList.Name));
        CommandLine.Outcome refused = CommandLine.Run(args);
        int more = files.Length - 3;
        Assert.That(refused.Error, Does.Contain($" and {more} more; move it away"), string.Join(' ', files));
        Assert.That(Directory.Exists(ExperimentRunner.StoreOf(folder)), Is.False);
        Directory.Delete(folder, recursive: true);
    }
}
