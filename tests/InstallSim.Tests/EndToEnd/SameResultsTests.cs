using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InstallSim.Experiments;
using InstallSim.Results;
using InstallSim.Tests.Outputs;

namespace InstallSim.Tests.EndToEnd;

/// <summary>What must not change a result, changes no byte of it.</summary>
[NonParallelizable]
public sealed class SameResultsTests
{
    [Test]
    public void One_thread_and_two_give_the_same_bytes()
    {
        using var region = new MadeUpRegion();
        string one = Compare(region, "one", "--threads", "1"), two = Compare(region, "two", "--threads", "2");
        ResultsFiles.AssertSame(one, two);

        // With fewer replications than threads the threads share the choices of a run.
        ResultsFiles.AssertSame(Compare(region, "few", "--threads", "1", "--replications", "1"),
            Compare(region, "many", "--threads", "4", "--replications", "1"));
    }

    [TestCase("scalar")]
    [TestCase("256")]
    public void A_processor_with_narrower_vectors_gives_the_same_bytes(string vectors)
    {
        using var region = new MadeUpRegion();
        string narrow = region.Beside("narrow");
        using var run = Started.InstallSim(["compare", region.Folder, "--out", narrow, "--quiet"], ("INSTALLSIM_VECTOR", vectors));
        (int code, _, string error) = run.End();
        Assert.That(code, Is.Zero, error);
        ResultsFiles.AssertSame(narrow, Compare(region, "widest"));
    }

    [Test]
    public void A_width_of_vectors_that_there_is_not_is_refused()
    {
        using var region = new MadeUpRegion();
        using var run = Started.InstallSim(["compare", region.Folder, "--out", region.Out], ("INSTALLSIM_VECTOR", "scaler"));
        (int code, _, string error) = run.End();
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain(
            "INSTALLSIM_VECTOR: error: 'scaler' is not allowed; did you mean 'scalar'?; allowed: scalar, 256, 512"));
        Assert.That(Directory.Exists(region.Out), Is.False);
    }

    [Test]
    public void The_order_of_the_territories_in_their_file_does_not_matter()
    {
        using var region = new MadeUpRegion();
        string before = Compare(region, "before");
        string[] lines = MadeUpRegion.Table.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int[] order = [7, 3, 12, 1, 9, 5, 2, 11, 8, 4, 10, 6];
        region.Write("territories.csv", string.Join('\n', [lines[0], .. order.Select(k => lines[k])]) + "\n");
        ResultsFiles.AssertSame(Compare(region, "after"), before);
    }

    [Test]
    public void The_order_of_the_scenarios_on_the_command_line_changes_no_value()
    {
        using var region = new MadeUpRegion();
        string folder = Compare(region, "folder"), files = region.Beside("files");
        CommandLine.Done("compare", region.PathOf("grant.yaml"), region.PathOf("baseline.yaml"), "--out", files, "--quiet");
        ResultsFiles.AssertSame(files, folder);
    }

    [Test]
    public void A_culture_with_decimal_commas_changes_nothing()
    {
        using var region = new MadeUpRegion();
        string before = Compare(region, "before");
        CultureInfo culture = CultureInfo.CurrentCulture;

        // The program runs without culture data, so that fr-FR itself does not exist in it: this has its numbers.
        var french = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (french.NumberFormat.NumberDecimalSeparator, french.NumberFormat.NumberGroupSeparator, french.NumberFormat.NegativeSign) =
            (",", "\u202F", "−");
        (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (french, french);
        try
        {
            ResultsFiles.AssertSame(Compare(region, "after"), before);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (culture, null);
        }
    }

    [Test]
    public void A_scenario_that_changes_nothing_equals_the_baseline_and_moves_nobody()
    {
        using var region = new MadeUpRegion();
        region.Write("grant.yaml", "extends: baseline.yaml\nname: same\ntitle: The same\n");
        string results = Compare(region, "out");
        string[] lines = File.ReadAllLines(Path.Combine(results, "observations.csv"));
        string[] baseline = [.. lines.Where(l => l.StartsWith("baseline,", StringComparison.Ordinal))];
        string[] same = [.. lines.Where(l => l.StartsWith("same,", StringComparison.Ordinal)).Select(l => "baseline" + l[4..])];
        Assert.That(same, Is.EqualTo(baseline));
        Assert.That(ResultsFiles.Rows(results, "moves.csv"), Is.Empty);
        string[][] differences = [.. ResultsFiles.Rows(results, "comparison.csv").Where(r => r[4].Length > 0)];
        Assert.That(differences.Select(r => r[4]), Is.All.EqualTo("0"));
    }

    [Test]
    public void The_result_hash_is_that_of_the_hashes_of_all_tables()
    {
        using var region = new MadeUpRegion();
        string results = Compare(region, "out");
        string[] tables = ["observations.csv", "territories.csv", "costs.csv", "comparison.csv", "moves.csv", "places.csv"];
        string lines = string.Concat(tables.Select(table =>
            $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(results, table))))}  {table}\n"));
        Assert.That(ResultsFiles.HashOf(results), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)))));
        Assert.That(ResultsFiles.HashOf(Compare(region, "other", "--seed", "8")), Is.Not.EqualTo(ResultsFiles.HashOf(results)));
    }

    [Test]
    public void A_comparison_that_was_stopped_and_resumed_gives_the_same_bytes()
    {
        using var region = new MadeUpRegion();
        string whole = Compare(region, "whole"), resumed = region.Beside("resumed");
        StopAfterOne(region, resumed);
        CommandLine.Done("compare", region.Folder, "--out", resumed, "--resume");
        ResultsFiles.AssertSame(resumed, whole);
        Assert.That(Directory.Exists(ExperimentRunner.StoreOf(resumed)), Is.False, "what was kept is not needed any more");
    }

    [Test]
    public void What_was_kept_of_another_question_is_neither_used_nor_lost()
    {
        using var region = new MadeUpRegion();
        string whole = Compare(region, "whole", "--seed", "8"), resumed = region.Beside("resumed");
        StopAfterOne(region, resumed);
        string[] kept = Directory.GetFiles(ExperimentRunner.StoreOf(resumed));
        string[] seed8 = ["compare", region.Folder, "--out", resumed, "--quiet", "--seed", "8"];
        foreach (string[] resume in (string[][])[[], ["--resume"]])
        {
            CommandLine.Outcome refused = CommandLine.Run([.. seed8, .. resume]);
            Assert.That((refused.Code, Directory.Exists(resumed)), Is.EqualTo((2, false)), refused.Error);
            Assert.That(refused.Error, Does.Contain("holds 1 finished replication of another run: seed (7 there, 8 here)"));
            Assert.That(refused.Error, Does.Not.Contain("goes on"), "it would not");
            Assert.That(Directory.GetFiles(ExperimentRunner.StoreOf(resumed)), Is.EqualTo(kept));
        }

        CommandLine.Done([.. seed8, "--resume", "--force"]);
        ResultsFiles.AssertSame(resumed, whole);
    }

    [Test]
    public void Replications_are_added_to_finished_results()
    {
        using var region = new MadeUpRegion();
        string whole = Compare(region, "whole", "--replications", "5"), grown = Compare(region, "grown", "--replications", "2");
        File.WriteAllText(Path.Combine(grown, "replications", "replication-00001.bin"), "spoilt");
        CommandLine.Outcome refused = CommandLine.Run("compare", region.Folder, "--out", grown, "--resume", "--replications", "5");
        Assert.That(refused.Error, Does.Contain("replications/replication-00001.bin").And.Contain("--force"));
        CommandLine.Outcome done = CommandLine.Run("compare", region.Folder, "--out", grown, "--resume", "--force", "--replications", "5");
        Assert.That(done.Code, Is.Zero, done.Error);
        Assert.That(done.Error, Does.Contain("replication-00001.bin: is damaged, or no file of this version; it is run again"));
        ResultsFiles.AssertSame(grown, whole);
    }

    [Test]
    public void Finished_results_of_another_question_are_not_taken_up_and_replaced_with_a_word()
    {
        using var region = new MadeUpRegion();
        string results = Compare(region, "out"), before = ResultsFiles.HashOf(results);
        foreach ((string[] asked, string lost) in ((string[], string)[])
        [
            (["--seed", "8"], "3 replications of another run: seed (7 there, 8 here)"),
            (["--replications", "2"], "3 replications of this run, more than the 2 asked for"),
        ])
        {
            CommandLine.Outcome refused = CommandLine.Run(["compare", region.Folder, "--out", results, "--quiet", "--resume", .. asked]);
            Assert.That((refused.Code, ResultsFiles.HashOf(results)), Is.EqualTo((2, before)));
            Assert.That(refused.Error, Does.Contain($"--resume cannot go on with what it holds: {lost}"));
        }

        CommandLine.Outcome replaced = CommandLine.Run("compare", region.Folder, "--out", results, "--quiet", "--seed", "8");
        Assert.That((replaced.Code, ResultsFiles.HashOf(results)), Is.Not.EqualTo((0, before)));
        Assert.That(replaced.Error, Does.Contain("out: replaced at the end: 3 replications of another run: seed (7 there, 8 here)"));
    }

    [Test]
    public void Finished_replications_of_another_version_are_still_of_another_run()
    {
        using var region = new MadeUpRegion();
        string results = Compare(region, "out");
        foreach (string path in Directory.GetFiles(Path.Combine(results, "replications"), "*.bin"))
        {
            byte[] bytes = File.ReadAllBytes(path);
            bytes["InstallSim replication ".Length] = (byte)'3';
            File.WriteAllBytes(path, bytes);
        }

        LoadedExperiment same = ExperimentReader.Read([region.Folder], "baseline", [], 1);
        LoadedExperiment other = ExperimentReader.Read([region.Folder], "baseline", ["seed=8"], 1);
        Assert.That(ExperimentRunner.Replaces(same, results), Is.Null);
        Assert.That(ExperimentRunner.Replaces(other, results)?.English,
            Is.EqualTo("3 replications of another run: seed (7 there, 8 here)"));
    }

    [Test]
    public void Finished_replications_are_read_and_not_run_again()
    {
        using var region = new MadeUpRegion();
        string resumed = region.Beside("resumed");
        StopAfterOne(region, resumed);
        LoadedExperiment loaded = ExperimentReader.Read([region.Folder], "baseline", [], 1);
        var ran = new List<int>();
        var store = new ReplicationStore(
            ExperimentRunner.StoreOf(resumed), RunIdentity.Of(loaded), 3, new Leftovers(Resume: true, Force: false), _ => { });
        loaded.Experiment.Run(store.TryLoad, result => ran.Add(result.Replication), CancellationToken.None);
        Assert.That(ran, Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public void A_report_that_fails_leaves_no_results_behind()
    {
        using var region = new MadeUpRegion();
        LoadedExperiment loaded = ExperimentReader.Read([region.Folder], "baseline", [], 1);
        RunResults results = ExperimentRunner.Run(loaded, region.Out, RunWatch.None);
        Assert.That(
            () => Folders.Write(results, region.Out, (_, temporary) =>
            {
                File.WriteAllText(Path.Combine(temporary, "report.html"), "half");
                throw new IOException("the disk is full");
            }),
            Throws.TypeOf<IOException>());
        ExperimentRunner.Forget(region.Out);
        Assert.That(Directory.GetFileSystemEntries(Path.GetDirectoryName(region.Out)!), Is.EqualTo(new[] { region.Folder }));
    }

    [Test]
    public void Former_results_are_replaced_and_a_report_is_made_again_from_the_folder()
    {
        using var region = new MadeUpRegion();
        string results = Compare(region, "out");
        string report = Path.Combine(results, "report.html");
        string text = File.ReadAllText(report);
        File.Delete(report);
        Assert.That(CommandLine.Done("report", results).Trim(), Is.EqualTo(report));
        Assert.That(File.ReadAllText(report), Is.EqualTo(text), "the report depends on nothing but the results");
        Assert.That(Compare(region, "out", "--seed", "9"), Is.EqualTo(results));
        Assert.That(File.ReadAllText(report), Is.Not.EqualTo(text));
    }

    /// <summary>Starts the comparison and stops it when the first replication is kept.</summary>
    private static void StopAfterOne(MadeUpRegion region, string results)
    {
        LoadedExperiment loaded = ExperimentReader.Read([region.Folder], "baseline", [], 1);
        using var stop = new CancellationTokenSource();
        var watch = new RunWatch(default, _ => stop.Cancel(), _ => { }, stop.Token);
        Assert.That(() => ExperimentRunner.Run(loaded, results, watch),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Directory.GetFiles(ExperimentRunner.StoreOf(results), "*.bin"), Has.Length.EqualTo(1));
    }

    private static string Compare(MadeUpRegion region, string name, params string[] options)
    {
        string results = region.Beside(name);
        CommandLine.Done(["compare", region.Folder, "--out", results, "--quiet", .. options]);
        return results;
    }
}
