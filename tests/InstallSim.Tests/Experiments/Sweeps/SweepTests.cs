using InstallSim.Experiments;
using InstallSim.Experiments.Points;
using InstallSim.Experiments.Shards;
using InstallSim.Experiments.Sweeps;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Experiments.Sweeps;

public sealed class SweepTests
{
    private readonly MadeUpRegion _region = new();
    private string _plan = "", _other = "";
    private SweepManifest? _whole;

    [OneTimeSetUp]
    public void Make()
    {
        _plan = SweepPlanFile.Write(_region);
        _whole = SweepPlanFile.Run(_region, _plan, "whole");
        for (int i = 1; i <= 3; i++)
        {
            SweepPlanFile.Run(_region, _plan, $"shard{i}", new Shard(i, 3));
        }

        SweepPlanFile.Run(_region, _plan, "half", new Shard(1, 2));
        _other = SweepPlanFile.WriteText(_region,
            $"{SweepPlanFile.Numbers}\n{SweepPlanFile.Outcomes}\ndesign: {{ type: latin-hypercube, points: 7, seed: 2 }}", "other");
        SweepPlanFile.Run(_region, _other, "stranger", new Shard(2, 3));
    }

    [OneTimeTearDown]
    public void Forget() => _region.Dispose();

    [Test]
    public void Three_shards_in_any_order_merge_to_the_bytes_and_the_hash_of_one_machine()
    {
        foreach (string[] order in new[] { new[] { "shard3", "shard1", "shard2" }, ["shard1", "shard2", "shard3"] })
        {
            string merged = _region.Beside("merged-" + order[0]);
            using AtomicFolder target = AtomicFolder.Create(merged);
            SweepManifest manifest = SweepMerge.Merge(SweepMerge.Read([.. order.Select(_region.Beside)]), target.Path);
            manifest = SweepFolder.Finish(manifest, target, ReportText.English).Manifest;
            Assert.That(manifest.ResultHash, Is.EqualTo(_whole!.ResultHash));
            Assert.That(manifest.Tables.Select(t => t.Path),
                Is.EqualTo(new[] { "points.csv", "boxes.csv", "peeling.csv", "pareto.csv" }));
            Assert.That(File.ReadAllBytes(Path.Combine(merged, "points.csv")),
                Is.EqualTo(File.ReadAllBytes(_region.Beside("whole/points.csv"))));
        }
    }

    [Test]
    public void Whose_each_number_is_is_known() => Assert.That(_whole!.Numbers.Select(n => string.Join(',', n.Scenarios)),
        Is.EqualTo(new[] { "grant", "" }), "preferences are the baseline's, and so everybody's");

    [Test]
    public void Every_shard_has_its_points_and_all_have_each_once()
    {
        int[] all = [.. Enumerable.Range(1, 3).SelectMany(i => new Shard(i, 3).Positions(7))];
        Assert.That(all, Is.EquivalentTo(Enumerable.Range(0, 7)));
        Assert.That(new Shard(2, 3).Positions(7), Is.EqualTo(new[] { 1, 4 }));
        Assert.That(new Shard(3, 3).Positions(2), Is.Empty);
        string[][] rows = ResultsFiles.Rows(_region.Beside("shard2"), "points.csv");
        Assert.That(rows.Select(r => r[0]).Distinct(), Is.EqualTo(new[] { "1", "4" }));
        Assert.That(rows, Has.Length.EqualTo(4), "two points, one scenario with outcomes, two replications");
    }

    [TestCase("shards are missing: 2/3", "shard1", "shard3")]
    [TestCase("is shard 1/3, as ", "shard1", "shard1", "shard2", "shard3")]
    [TestCase("is of another sweep than ", "shard1", "stranger", "shard3")]
    [TestCase("is a whole sweep, and no shard of one", "shard1", "shard2", "shard3", "whole")]
    [TestCase("is shard 1/2, but ", "shard1", "half", "shard2", "shard3")]
    [TestCase("is no folder of a sweep", "shard1", "shard2", "shard3", "region")]
    public void Shards_that_do_not_make_a_whole_are_refused_by_name(string expected, params string[] shards)
    {
        InputException refused = Assert.Throws<InputException>(() => SweepMerge.Read([.. shards.Select(_region.Beside)]))!;
        Assert.That(refused.Message, Does.Contain(expected));
    }

    [Test]
    public void A_shard_that_was_changed_is_refused()
    {
        SweepPlanFile.Run(_region, _plan, "changed", new Shard(2, 3));
        File.AppendAllText(_region.Beside("changed/points.csv"), "1,grant,9,1,1,1,1\n");
        InputException refused = Assert.Throws<InputException>(
            () => SweepMerge.Read([.. ((string[])["shard1", "changed", "shard3"]).Select(_region.Beside)]))!;
        Assert.That(refused.Message,
            Does.Contain("changed/points.csv").And.Contain("was changed, cut or taken away").And.Not.Contain("missing"));
    }

    [Test]
    public void A_sweep_that_was_stopped_and_resumed_gives_the_same_bytes()
    {
        using var stop = new CancellationTokenSource();
        var watch = RunWatch.None with { Stop = stop.Token, Progress = _ => stop.Cancel() };
        Assert.That(() => SweepPlanFile.Run(_region, _plan, "resumed", watch: watch), Throws.InstanceOf<OperationCanceledException>());
        LoadedSweep sweep = LoadedSweep.Read(_plan, null, [], 1, yes: false);
        WorkStatus status = SweepRunner.Status(sweep, _region.Beside("resumed"));
        Assert.That((status.Finished, status.Asked, status.IsWritten), Is.EqualTo((1, 7, false)));
        Assert.That(() => SweepPlanFile.Run(_region, _plan, "resumed"), Throws.TypeOf<InputException>(), "neither resumed nor thrown away");
        SweepManifest resumed = SweepPlanFile.Run(_region, _plan, "resumed",
            watch: RunWatch.None with { Leftovers = new Leftovers(Resume: true, Force: false) });
        Assert.That(resumed.ResultHash, Is.EqualTo(_whole!.ResultHash));
        Assert.That(SweepRunner.Status(sweep, _region.Beside("whole")), Is.EqualTo(new WorkStatus(7, 7, true)));
    }

    [Test]
    public void A_point_that_fails_is_told_and_left_out_while_the_others_go_on()
    {
        LoadedSweep sweep = LoadedSweep.Read(_plan, null, [], 1, yes: false);
        var failed = new List<(int, string)>();
        var plan = new PointPlan("broken", ["preferences.utils-per-keur"], [[0.01], [], [0.02]], ["all"], r => [r.Replication])
        {
            Failed = (point, fault) => failed.Add((point, fault.GetType().Name)),
        };
        double[][][] values = PointRunner.Run(sweep.Plan.Loaded, plan, _region.Beside("broken"), RunWatch.None);
        Assert.That(failed, Is.EqualTo(new[] { (1, nameof(IndexOutOfRangeException)) }));
        Assert.That((values[0], values[1], values[2]), Is.EqualTo((values[2], (double[][]?)null, values[0])));
        PlanOutcome beyond = sweep.Plan.Outcomes[0] with { Position = 9 };
        LoadedSweep none = sweep with { Plan = sweep.Plan with { Outcomes = [beyond] } };
        using AtomicFolder target = AtomicFolder.Create(_region.Beside("failures"));
        SweepManifest manifest = SweepRunner.Run(none, _region.Beside("failures"), target.Path, RunWatch.None);
        manifest = SweepFolder.Finish(manifest, target, ReportText.English).Manifest;
        Assert.That((manifest.Failures, manifest.Tables[^1].Path), Is.EqualTo((7, SweepTables.FailuresFile)));
        Assert.That(ResultsFiles.Rows(_region.Beside("failures"), SweepTables.FailuresFile), Has.Length.EqualTo(7));
    }

    [Test]
    public void The_command_runs_tells_how_far_it_is_and_reads_out_again()
    {
        string folder = _region.Beside("command");
        string said = CommandLine.Done("sweep", _plan, "--out", folder, "--lang", "fr");
        Assert.That(said, Does.Contain("7 points × 2 scénarios × 2 réplications").And.Contain("points sur le front")
            .And.Contain($"Empreinte des résultats\u00a0: {_whole!.ResultHash}"));
        Assert.That(Directory.GetFiles(Path.Combine(folder, "figures")).Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "peeling-1.svg", "peeling-1.vl.json", "cost-effect-front-1.svg", "cost-effect-front-1.vl.json" }));
        Assert.That(CommandLine.Done("sweep", _plan, "--out", folder, "--status"), Does.StartWith("7 of 7 points are finished; results"));
        string again = _region.Beside("again");
        Assert.That(CommandLine.Done("discover", folder, "--out", again),
            Does.Contain("on the front").And.Contain($"figures: {Path.Combine(again, "sweep.html")}"));
        Assert.That(File.ReadAllText(Path.Combine(folder, "sweep.html")), Does.Contain("<html lang=\"fr\">"));
        Assert.That(File.ReadAllText(Path.Combine(again, "pareto.csv")), Is.EqualTo(File.ReadAllText(Path.Combine(folder, "pareto.csv"))));
        CommandLine.Outcome shard = CommandLine.Run("discover", _region.Beside("shard1"), "--out", _region.Beside("none"));
        Assert.That(shard.Error, Does.Contain("is shard 1/3 of a sweep"));
        CommandLine.Outcome without = CommandLine.Run("discover", folder, _other, "--out", _region.Beside("none"));
        Assert.That(without.Error, Does.Contain("has no 'discover:'"));
        Assert.That(CommandLine.Done("schema", "sweep"), Does.Contain("latin-hypercube"));
    }

    [Test]
    public void A_finished_sweep_of_another_plan_is_not_replaced_by_one_that_goes_on_and_is_told_before_it_is()
    {
        string folder = _region.Beside("replaced");
        SweepPlanFile.Run(_region, _plan, "replaced");
        CommandLine.Outcome refused = CommandLine.Run("sweep", _other, "--out", folder, "--resume", "--quiet");
        const string difference = "holds a finished sweep of a run that differs from this one in the values of the points";
        Assert.That((refused.Code, refused.Error), Is.EqualTo((2, refused.Error)));
        Assert.That(refused.Error, Does.Contain(
            $"replaced: error: {difference}; --resume goes on with the same run alone: name another --out, or --force replaces it"));
        Assert.That(CommandLine.Run("sweep", _other, "--out", folder, "--quiet").Error,
            Is.EqualTo($"{folder}: replaced at the end: it {difference}\n"));
        CommandLine.Outcome merged = CommandLine.Run(
            "merge", _region.Beside("shard1"), _region.Beside("shard2"), _region.Beside("shard3"), "--out", _region.Beside("half"));
        Assert.That(merged.Error, Does.Contain("half: error: holds shard 1/2 of this run; all of this run needs a folder of its own: name"),
            "a shard is not replaced");
    }

    [Test]
    public void A_finished_sweep_of_another_file_with_the_same_points_is_told_so_by_its_status()
    {
        string folder = _region.Beside("twin"), copy = SweepPlanFile.Write(_region, name: "copy");
        CommandLine.Done("sweep", _plan, "--out", folder, "--quiet");
        string said = CommandLine.Done("sweep", copy, "--out", folder, "--status"),
            french = CommandLine.Done("sweep", copy, "--out", folder, "--status", "--lang", "fr");
        Assert.That(said, Does.StartWith("0 of 7 points are finished; 7 left\n").And.Contain("twin: holds results of ")
            .And.Match("plan\\.yaml, not of .*copy\\.yaml; name another --out"));
        Assert.That(french, Does.Contain("twin\u00a0: contient des résultats de "));
        CommandLine.Outcome resumed = CommandLine.Run("sweep", copy, "--out", folder, "--resume");
        Assert.That((resumed.Code, resumed.Error), Is.EqualTo((2, resumed.Error)));
        Assert.That(resumed.Error, Does.Match("holds results of .*plan\\.yaml, not of .*copy\\.yaml"));
    }

    [Test]
    public void Shards_are_not_merged_into_one_of_them([Values("shard1", "shard1/deep/er")] string inside)
    {
        CommandLine.Outcome refused = CommandLine.Run(
            "merge", _region.Beside("shard3"), _region.Beside("shard1"), _region.Beside("shard2"), "--out", _region.Beside(inside));
        string[] there = Directory.GetDirectories(_region.Beside("shard1"));
        Assert.That((refused.Code, there.Length), Is.EqualTo((2, 0)), refused.Error);
        Assert.That(refused.Error, Does.Contain(inside == "shard1"
            ? "shard1: error: is read, and would be replaced"
            : $"er: error: is in {_region.Beside("shard1")}, which is read; name another --out"));
    }

    [Test]
    public void A_shard_does_not_throw_away_what_is_kept_of_another()
    {
        using var stop = new CancellationTokenSource();
        var watch = RunWatch.None with { Stop = stop.Token, Progress = _ => stop.Cancel() };
        Assert.That(() => SweepPlanFile.Run(_region, _plan, "part", new Shard(1, 3), watch),
            Throws.InstanceOf<OperationCanceledException>());
        CommandLine.Outcome refused = CommandLine.Run("sweep", _plan, "--shard", "2/3", "--out", _region.Beside("part"), "--resume");
        Assert.That((refused.Code, refused.Error), Is.EqualTo((2, refused.Error)));
        Assert.That(refused.Error, Does.Contain("part.unfinished: error: holds 1 finished point that shard 2/3 does not ask for"));
    }

    [Test]
    public void The_table_of_points_is_stored_as_asked_with_the_same_hash_and_read_out_the_same()
    {
        string merged = _region.Beside("parquet-merged"), whole = _region.Beside("parquet-whole");
        CommandLine.Done("merge", _region.Beside("shard3"), _region.Beside("shard1"), _region.Beside("shard2"), "--out", merged,
            "--tables", "parquet", "--quiet");
        CommandLine.Done("sweep", _plan, "--out", whole, "--tables", "parquet", "--quiet");
        foreach (string folder in (string[])[merged, whole])
        {
            SweepManifest manifest = SweepManifest.Read(folder);
            Assert.That((manifest.ResultHash, manifest.Tables[0].Path), Is.EqualTo((_whole!.ResultHash, "points.parquet")));
            Assert.That(File.Exists(folder + "/points.csv"), Is.False);
        }

        CommandLine.Done("discover", merged, "--out", _region.Beside("parquet-read"), "--quiet");
        Assert.That(File.ReadAllText(_region.Beside("parquet-read/pareto.csv")), Is.EqualTo(File.ReadAllText(merged + "/pareto.csv")));
        CommandLine.Outcome refused = CommandLine.Run("sweep", _plan, "--shard", "1/3", "--tables", "parquet");
        Assert.That(refused.Error, Does.Contain("--tables does not go with --shard"));
    }

    [TestCase("csv")]
    [TestCase("parquet")]
    public void A_finished_sweep_that_goes_on_with_another_read_out_keeps_its_points(string stored)
    {
        string folder = _region.Beside("read-" + stored), points = Path.Combine(folder, "points." + stored);
        string Text(int above) => $"{SweepPlanFile.Numbers}\n{SweepPlanFile.Outcomes}\n{SweepPlanFile.Hypercube}\n"
            + $"discover: {{ boxes: [{{ outcome: stock-under-dense, above: {above} }}] }}";
        string plan = SweepPlanFile.WriteText(_region, Text(1), "read-" + stored);
        string[] sweep = ["sweep", plan, "--out", folder, "--tables", stored];
        CommandLine.Done([.. sweep, "--quiet"]);
        SweepManifest first = SweepManifest.Read(folder);
        byte[] bytes = File.ReadAllBytes(points);
        SweepPlanFile.WriteText(_region, Text(2), "read-" + stored);
        CommandLine.Outcome other = CommandLine.Run([.. sweep, "--resume", "--quiet"]);
        SweepManifest second = SweepManifest.Read(folder);
        Assert.That((other.Code, other.Error), Is.EqualTo((0, $"{folder}: its 7 points are kept; what was read out of them is replaced by "
            + "what 'discover:' asks now\n")));
        Assert.That((second.Discover!.Boxes[0].Above, second.Seconds), Is.EqualTo(((double?)2, first.Seconds)), "nothing was run");
        Assert.That(second.ResultHash, Is.Not.EqualTo(first.ResultHash));
        SweepPlanFile.WriteText(_region, Text(1), "read-" + stored);
        CommandLine.Outcome back = CommandLine.Run([.. sweep, "--resume", "--lang", "fr"]);
        Assert.That(back.Error, Is.EqualTo($"{folder}\u00a0: ses 7 points sont gardés\u00a0; ce qui en fut lu est remplacé par ce que "
            + "demande «\u00a0discover:\u00a0»\n"));
        Assert.That((SweepManifest.Read(folder).ResultHash, File.ReadAllBytes(points)), Is.EqualTo((first.ResultHash, bytes)));
        CommandLine.Outcome done = CommandLine.Run([.. sweep, "--resume"]);
        Assert.That((done.Output, done.Error), Is.EqualTo(($"7 of 7 points are finished; results are in {folder}\n", "")));
        string stay = stored == "csv" ? "parquet" : "csv";
        CommandLine.Outcome otherwise = CommandLine.Run("sweep", plan, "--out", folder, "--tables", stay, "--resume", "--quiet");
        Assert.That(otherwise.Error, Is.EqualTo($"{folder}: its 7 points are kept and stored otherwise\n"));
        Assert.That(SweepManifest.Read(folder).ResultHash, Is.EqualTo(first.ResultHash));
    }

    [Test]
    public void A_point_that_was_cut_does_not_count_as_finished()
    {
        using var stop = new CancellationTokenSource();
        var watch = RunWatch.None with { Stop = stop.Token, Progress = p => stop.Cancel() };
        Assert.That(() => SweepPlanFile.Run(_region, _plan, "cut", watch: watch), Throws.InstanceOf<OperationCanceledException>());
        LoadedSweep sweep = LoadedSweep.Read(_plan, null, [], 1, yes: false);
        Assert.That(SweepRunner.Status(sweep, _region.Beside("cut")).Finished, Is.EqualTo(1));
        string point = Directory.GetFiles(PointRunner.StoreOf(_region.Beside("cut"), sweep.Points), "point-*.bin").Single();
        File.WriteAllBytes(point, File.ReadAllBytes(point)[..^1]);
        Assert.That(SweepRunner.Status(sweep, _region.Beside("cut")).Finished, Is.Zero);
    }

    [Test]
    public void Verbs_that_take_something_else_say_what_a_sweep_is()
    {
        string whole = _region.Beside("whole"), shard = _region.Beside("shard2");
        Assert.That(CommandLine.Run("report", whole).Error,
            Does.Contain("whole: error: holds a sweep: what it found is in it"));
        Assert.That(CommandLine.Run("trace", shard).Error,
            Does.Contain("is shard 2/3 of a sweep, and holds no results: 'installsim merge'"));
        string results = _region.Beside("results");
        CommandLine.Done("compare", _region.Folder, "--out", results, "--quiet");
        Assert.That(CommandLine.Run("discover", results).Error,
            Does.Contain("is no folder of a sweep: it holds the results of a run or comparison"));
    }
}
