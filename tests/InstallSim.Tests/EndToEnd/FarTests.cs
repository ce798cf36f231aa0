using InstallSim.Cli;
using InstallSim.Experiments;

namespace InstallSim.Tests.EndToEnd;

/// <summary>What schedulers do with a run: signals, scripts, a machine without Slurm. <c>.ci/slurm</c> starts a Slurm itself.</summary>
public sealed class FarTests
{
    private readonly MadeUpRegion _region = new();

    [OneTimeTearDown]
    public void Forget() => _region.Dispose();

    [TestCase("-USR1", 75, "stopped between two pieces of work")]
    [TestCase("-TERM", 75, "stopped between two pieces of work")]
    [TestCase("-INT", 1, "installsim: stopped\n")]
    public void A_signal_ends_a_run_and_keeps_finished_replications(string signal, int code, string said)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Windows has no such signals.");
        }

        string folder = _region.Beside("signal" + signal);
        using var run = Started.InstallSim(
            ["compare", _region.Folder, "--replications", "60000", "--threads", "1", "--out", folder]);
        string store = ExperimentRunner.StoreOf(folder);
        while (!run.Process.WaitForExit(20) && (!Directory.Exists(store) || Directory.GetFiles(store, "replication-*.bin").Length == 0))
        {
        }

        using (var kill = new Started("kill", [signal, $"{run.Process.Id}"]))
        {
            kill.End();
        }

        (int ended, _, string error) = run.End();
        Assert.That(ended, Is.EqualTo(code), error);
        Assert.That(error, Does.Contain(said).And.Contain("the same command with --resume goes on"));
        Assert.That(Directory.GetFiles(store).Select(Path.GetFileName), Has.None.Contains("partial"));
        Assert.That(CommandLine.Done("compare", _region.Folder, "--replications", "60000", "--out", folder, "--status"),
            Does.StartWith($"{Directory.GetFiles(store, "replication-*.bin").Length} of 60000 replications are finished"));
    }

    /// <summary>Ctrl-C once it is said what begins.</summary>
    [TestCase("compare")]
    [TestCase("compare", "--shard", "1/2")]
    [TestCase("compare", "--sensitivity", "all")]
    [TestCase("compare", "--resume")]
    public void A_run_stopped_before_any_replication_is_finished_tells_of_none_and_is_run_as_if_new(params string[] words)
    {
        string folder = _region.Beside("early");
        string[] command = [.. words, _region.Folder, "--out", folder];
        using var stop = new CancellationTokenSource();
        using var error = new StringWriter();
        using var output = new StoppingWriter(stop);
        var early = new Invocation { EnableDefaultExceptionHandler = false, Output = output, Error = error, Rest = default };
        Assert.That(() => CommandLineProgram.Root().Parse(command).InvokeAsync(early, stop.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(output.ToString(), Does.StartWith("2 scenarios × 3 replications"), "it had begun");
        Assert.That(error.ToString(), Does.Not.Contain("--resume").And.Not.Contain("kept"));
        Assert.That(Directory.Exists(ExperimentRunner.StoreOf(folder)), Is.False);
        CommandLine.Done(command);
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void A_shard_never_takes_the_place_of_another_unless_asked()
    {
        string folder = _region.Beside("kept");
        string[] first = ["compare", _region.Folder, "--replications", "4", "--years", "2025..2026", "--out", folder, "--quiet", "--shard"];
        CommandLine.Done([.. first, "1/2"]);
        byte[] kept = File.ReadAllBytes(Path.Combine(folder, "shard.json"));
        string[][] others = [[.. first, "2/2"], [.. first, "2/2", "--resume"], [.. first, "1/2", "--resume", "--seed", "9"]];
        foreach (string[] other in others)
        {
            var refused = CommandLine.Run(other);
            Assert.That(refused.Code, Is.EqualTo(2), refused.Error);
            Assert.That(refused.Error, Does.Contain("holds shard 1/2").And.Contain("name another --out, or --force replaces it"));
            Assert.That(File.ReadAllBytes(Path.Combine(folder, "shard.json")), Is.EqualTo(kept));
        }

        CommandLine.Done([.. first, "2/2", "--force"]);
        var absent = CommandLine.Run("merge", _region.Beside("absent"), _region.Folder);
        Assert.That(absent.Error, Does.Contain("absent: error: does not exist").And.Contain("is no shard: it has neither"));
    }

    [Test]
    public void A_machine_without_sbatch_is_told_so_and_nothing_is_written()
    {
        using var run = Started.InstallSim(["compare", _region.Folder, "--out", _region.Beside("far"), "--engine", "slurm"],
            ("PATH", Path.Combine(_region.Folder, "nowhere")));
        (int code, _, string error) = run.End();
        Assert.That((code, Directory.Exists(_region.Beside("far.slurm"))), Is.EqualTo((2, false)));
        Assert.That(error, Does.Contain("--engine slurm: error: sbatch is not on the PATH").And.Contain("--dry-run"));
    }

    [Test]
    public void Scripts_call_every_shard_once_with_what_was_typed_and_merge_them_after()
    {
        string folder = _region.Beside("two words");
        string said = CommandLine.Done("compare", _region.Folder, "--out", folder, "--replications", "7", "--set",
            "title=it's new", "--engine", "slurm", "--chunks", "3", "--time", "30", "--partition", "long", "--memory", "4G",
            "--sbatch", "account=me", "--threads", "4", "--dry-run");
        Assert.That(said, Does.StartWith("Written, not submitted: "));
        string array = File.ReadAllText(Path.Combine(folder + ".slurm", "array.sh"));
        foreach (string line in (string[])
            ["array=1-3", "time=30", "partition=long", "mem=4G", "account=me", "cpus-per-task=4", "signal=B:USR1@120", "requeue"])
        {
            Assert.That(array, Does.Contain($"#SBATCH --{line}\n"));
        }

        Assert.That(array, Does.Contain($"folder='{folder}'-shard-$shard-of-3\n"));
        Assert.That(array, Does.Contain($"compare {_region.Folder} --replications 7 --set 'title=it'\\''s new' "
            + "--shard \"$shard/3\" --out \"$folder\" --threads 4 --resume &"));
        string merge = File.ReadAllText(Path.Combine(folder + ".slurm", "merge.sh"));
        Assert.That(merge, Does.Contain($"merge '{folder}'-shard-{{1..3}}-of-3 --out '{folder}'\n"));
    }

    [Test]
    public void The_scripts_run_without_Slurm_give_the_hash_of_one_machine_and_the_status_tells_how_far_they_are()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("The scripts are for bash.");
        }

        string folder = _region.Beside("parts"), whole = _region.Beside("whole");
        string[] compare = ["compare", _region.Folder, "--out", folder, "--engine", "slurm"];
        CommandLine.Done([.. compare, "--chunks", "2", "--dry-run"]);
        Assert.That(CommandLine.Done([.. compare, "--status"]),
            Is.EqualTo("2 of 2 shards not begun: 1-2\n0 of 3 replications; not merged yet\n"));
        Bash(Path.Combine(folder + ".slurm", "array.sh"), "1");
        Directory.CreateDirectory(Path.Combine(folder + ".slurm", "ended"));
        File.WriteAllText(Path.Combine(folder + ".slurm", "ended", "2"), "1\n");
        string status = CommandLine.Done([.. compare, "--status"]);
        Assert.That(status, Does.Contain("1 of 2 shards finished: 1\n1 of 2 shards failed: 2\nshard 2 ended with 1: "));
        CommandLine.Done([.. compare, "--resume", "--dry-run"]);
        Assert.That(File.ReadAllText(Path.Combine(folder + ".slurm", "array.sh")), Does.Contain("#SBATCH --array=2\n"));
        Bash(Path.Combine(folder + ".slurm", "array.sh"), "2");
        Bash(Path.Combine(folder + ".slurm", "merge.sh"), "");
        CommandLine.Done("compare", _region.Folder, "--out", whole, "--quiet");
        ResultsFiles.AssertSame(folder, whole);
        Assert.That(CommandLine.Done([.. compare, "--status"]), Is.EqualTo($"3 of 3 replications are finished; results are in {folder}\n"));
    }

    private static void Bash(string script, string task)
    {
        using var run = new Started("bash", [script], null, ("SLURM_ARRAY_TASK_ID", task));
        (int code, string output, string error) = run.End();
        Assert.That(code, Is.Zero, output + error);
    }

    /// <summary>Stops a command at the first line that it says.</summary>
    private sealed class StoppingWriter(CancellationTokenSource stop) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            stop.Cancel();
        }
    }
}
