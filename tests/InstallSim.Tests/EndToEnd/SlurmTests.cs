namespace InstallSim.Tests.EndToEnd;

/// <summary>
/// What is submitted, and what is refused before. Commands of Slurm are scripts here, which keep what they are given and answer as told;
/// <c>.ci/slurm</c> starts a real one.
/// </summary>
[NonParallelizable]
public sealed class SlurmTests
{
    private readonly MadeUpRegion _region = new();
    private readonly string? _path = Environment.GetEnvironmentVariable("PATH");
    private string _slurm = "";

    [SetUp]
    public void Pretend()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("The scripts are for a shell.");
        }

        _slurm = _region.Beside("slurm-" + TestContext.CurrentContext.Test.ID);
        Directory.CreateDirectory(_slurm);
        Tool("sbatch", """
            n=$(($(cat count 2>/dev/null || echo 40) + 1))
            [ "$n" = "$(cat refuse 2>/dev/null)" ] && { echo "sbatch: error: invalid partition" >&2; exit 1; }
            echo "$n" >count; cat >"$n.sh"; echo "$@" >"$n.words"; echo "$n"
            """);
        Tool("squeue", "cat queue 2>/dev/null");
        Tool("scancel", "echo \"$@\" >>cancelled");
        Environment.SetEnvironmentVariable("PATH", $"{_slurm}{Path.PathSeparator}{_path}");
    }

    [TearDown]
    public void End() => Environment.SetEnvironmentVariable("PATH", _path);

    [OneTimeTearDown]
    public void Forget() => _region.Dispose();

    [Test]
    public void Both_jobs_are_submitted_and_kept_with_their_scripts()
    {
        string folder = _region.Beside("both");
        string said = Submitted(folder);
        Assert.That(said, Does.StartWith($"Job 41: shards 1-3 of 3. Job 42, after it: the merge into {folder}."));
        Assert.That(Left("42.words"), Is.EqualTo("--parsable --dependency=afterok:41 --kill-on-invalid-dep=yes\n"));
        Assert.That(Left("41.sh"), Is.EqualTo(File.ReadAllText(folder + ".slurm/array.sh")));
        Assert.That(Left("42.sh"), Is.EqualTo(File.ReadAllText(folder + ".slurm/merge.sh")));
        Assert.That(File.ReadAllText(folder + ".slurm/jobs.txt"), Is.EqualTo("array 41 merge 42\n"));
    }

    [Test]
    public void A_second_submission_is_refused_as_long_as_jobs_are_in_the_queue()
    {
        string folder = _region.Beside("twice");
        Submitted(folder);
        Write("queue", "41_2\n42\n");
        CommandLine.Outcome refused = Submit(folder, "--resume");
        Assert.That((refused.Code, Left("count")), Is.EqualTo((2, "42\n")), refused.Error);
        Assert.That(refused.Error, Does.Contain("is still in the queue: jobs 41 42; --status tells how far they are, 'scancel 41 42'"));
        Assert.That(Submit(folder, "--lang", "fr").Error, Does.Contain("est encore dans la file\u00a0: jobs 41 42"));
        Assert.That(Submit(folder, "--status").Output, Does.EndWith("in the queue: squeue --jobs=41,42\n"));
        Write("queue", "");
        Assert.That(Submit(folder, "--status").Output, Does.EndWith("the same command with --resume goes on\n"));
        Assert.That(Submit(folder, "--resume").Output, Does.StartWith("Job 43: shards 1-3 of 3. Job 44"));
    }

    [Test]
    public void Where_squeue_does_not_answer_files_tell_whether_a_submission_is_over()
    {
        string folder = _region.Beside("silent");
        Submitted(folder);
        Tool("squeue", "exit 1");
        Assert.That(Submit(folder).Error, Does.Contain("are not known to have ended, for squeue does not answer"));
        Directory.CreateDirectory(folder + ".slurm/ended");
        File.WriteAllText(folder + ".slurm/ended/2", "1 39\n");
        Assert.That(Submit(folder).Code, Is.EqualTo(2), "39 is another job's");
        File.WriteAllText(folder + ".slurm/ended/2", "1 41\n");
        Assert.That(Submit(folder).Code, Is.Zero, "a shard has failed: the merge is cancelled");
    }

    [TestCase("41", TestName = "Nothing is left where sbatch refuses the array")]
    [TestCase("42", TestName = "Nothing is left where sbatch refuses the merge")]
    public void Nothing_is_left_where_sbatch_refuses(string job)
    {
        string folder = _region.Beside("refused/" + job);
        Write("refuse", job + "\n");
        CommandLine.Outcome refused = Submit(folder);
        Assert.That(refused.Code, Is.EqualTo(2));
        Assert.That(refused.Error, Does.Contain("sbatch refuses it: sbatch: error: invalid partition").And.Contain("nothing was written"));
        Assert.That(Directory.Exists(_region.Beside("refused")), Is.False, "nor the folder around it");
        Assert.That(File.Exists(_slurm + "/cancelled") ? Left("cancelled") : "", Is.EqualTo(job == "42" ? "41\n" : ""));
    }

    [Test]
    public void Folders_that_cannot_take_the_results_are_refused_before_anything_is_submitted_all_at_once()
    {
        string folder = _region.Beside("taken");
        Directory.CreateDirectory(folder);
        File.WriteAllText(folder + "/thesis.txt", "mine");
        CommandLine.Done("compare", _region.Folder, "--shard", "2/3", "--seed", "9", "--out", folder + "-shard-2-of-3", "--quiet");
        CommandLine.Outcome refused = Submit(folder);
        Assert.That((refused.Code, File.Exists(_slurm + "/count"), Directory.Exists(folder + ".slurm")), Is.EqualTo((2, false, false)));
        Assert.That(refused.Error, Does.Contain("taken: error: holds what this program did not write, or what was changed: thesis.txt"));
        Assert.That(refused.Error, Does.Contain(
            "taken-shard-2-of-3: error: holds shard 2/3 of a run that differs from this one in seed (9 there, 7 here); shard 2/3 of this "
                + "run needs a folder of its own: name another --out"));
        File.WriteAllText(_region.Beside("file"), "");
        Assert.That(Submit(_region.Beside("file")).Error, Does.Contain("is a file; a folder is expected"));
        Assert.That(Submit(folder, "--force").Code, Is.Zero, "asked for, it is replaced, by the shards too");
        Assert.That(Left("41.sh"), Does.Contain(" --force --shard \"$shard/3\""));
    }

    [Test]
    public void A_merge_that_failed_is_told_with_its_log()
    {
        string folder = _region.Beside("unmerged");
        Submitted(folder);
        using var merge = new Started("bash", [folder + ".slurm/merge.sh"], null, ("SLURM_JOB_ID", "42"));
        Assert.That(merge.End().Code, Is.EqualTo(2));
        Assert.That(Submit(folder, "--status").Output, Does.Contain(
            $"0 of 3 replications; not merged yet\nthe merge ended with 2: {folder}.slurm/logs/merge.log\n"));
        Submit(folder, "--resume");
        Assert.That(Submit(folder, "--status").Output, Does.Not.Contain("the merge ended"), "that was the one before");
    }

    [Test]
    public void Options_of_sbatch_are_written_as_sbatch_reads_them_or_refused()
    {
        string folder = _region.Beside("options");
        CommandLine.Outcome done = Submit(
            folder, "--sbatch", "account=a b", "--sbatch", "comment=say \"#1\" \\o/", "--sbatch", "exclusive");
        Assert.That(done.Code, Is.Zero, done.Error);
        Assert.That(Left("41.sh"), Does.Contain(
            "#SBATCH --account=\"a b\"\n#SBATCH --comment=\"say \\\"#1\\\" \\\\o/\"\n#SBATCH --exclusive\n"));
        CommandLine.Outcome refused = Submit(folder, "--sbatch", "array=1-9", "--sbatch", "a b=1");
        Assert.That(refused.Error, Does.Contain("--sbatch: error: array is said by the program itself")
            .And.Contain("takes a long option of sbatch without its dashes, KEY=VALUE or KEY, found 'a b=1'"));
        refused = Submit(folder, "--time", "5", "--sbatch", "time=3", "--sbatch", "account=a", "--sbatch", "account=b");
        Assert.That(refused.Error, Does.Contain("--sbatch: error: time is said twice").And.Contain("account is said twice"));
    }

    private string Submitted(string folder)
    {
        CommandLine.Outcome done = Submit(folder);
        Assert.That(done.Code, Is.Zero, done.Error);
        return done.Output;
    }

    private CommandLine.Outcome Submit(string folder, params string[] more) =>
        CommandLine.Run(["compare", _region.Folder, "--out", folder, "--engine", "slurm", .. more]);

    private string Left(string file) => File.ReadAllText(Path.Combine(_slurm, file));

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_slurm, file), text);

    private void Tool(string name, string script)
    {
        Write(name, $"#!/bin/sh\ncd \"{_slurm}\"\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(_slurm, name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
