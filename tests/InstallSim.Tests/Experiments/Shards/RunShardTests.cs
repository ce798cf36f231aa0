using InstallSim.Experiments;
using InstallSim.Experiments.Shards;
using InstallSim.Results;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Experiments.Shards;

public sealed class RunShardTests
{
    private readonly MadeUpRegion _region = new();
    private string _whole = "";

    [OneTimeSetUp]
    public void Make()
    {
        _whole = _region.Beside("whole");
        CommandLine.Done("compare", _region.Folder, "--out", _whole, "--quiet");
        for (int i = 1; i <= 3; i++)
        {
            Shard($"{i}/3", $"third{i}");
        }

        Shard("2/3", "seed", "--seed", "8");
        Shard("2/3", "more", "--replications", "4");
        Shard("2/2", "half");
    }

    [OneTimeTearDown]
    public void Forget() => _region.Dispose();

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(5)]
    public void Shards_of_a_comparison_merge_to_the_tables_figures_and_hash_of_one_machine(int shards)
    {
        string[] folders = [.. Enumerable.Range(1, shards).Reverse().Select(i =>
            shards == 3 ? _region.Beside($"third{i}") : Shard($"{i}/{shards}", $"shard{i}-of-{shards}"))];
        string merged = _region.Beside($"merged{shards}");
        CommandLine.Done(["merge", .. folders, "--out", merged, "--quiet"]);
        ResultsFiles.AssertSame(merged, _whole);
        string[] files = [.. Files(_whole)];
        Assert.That(Files(merged), Is.EqualTo(files));
        string[] timed = ["manifest.json", "report.html", "ro-crate-metadata.json", "files.sha256"];
        Assert.That(files.Except(timed).Where(file => !Same(merged, file)), Is.Empty, "all but what tells when and how long");
        Assert.That(Directory.GetFileSystemEntries(Path.GetDirectoryName(merged)!, "merged*.unfinished"), Is.Empty);

        static IEnumerable<string> Files(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal);
        bool Same(string folder, string file) =>
            File.ReadAllBytes(Path.Combine(folder, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(_whole, file)));
    }

    [Test]
    public void Shards_of_a_comparison_that_goes_through_ranges_hold_those_runs_too()
    {
        string[] ranges = ["--sensitivity", "preferences.coefficients.group-practice"];
        string whole = _region.Beside("ranges"), merged = _region.Beside("ranges-merged");
        CommandLine.Done(["compare", _region.Folder, "--out", whole, "--quiet", .. ranges]);
        CommandLine.Done("merge", Shard("1/2", "ranges1", ranges), Shard("2/2", "ranges2", ranges), "--out", merged, "--quiet");
        ResultsFiles.AssertSame(merged, whole);
        Assert.That(File.ReadAllText(Path.Combine(merged, "sensitivity.csv")),
            Is.EqualTo(File.ReadAllText(Path.Combine(whole, "sensitivity.csv"))));
    }

    [Test]
    public void Shards_whose_settings_are_written_otherwise_but_read_alike_merge_to_the_hash_of_one_machine()
    {
        const string grant = "policies.installation-grant.amount-keur", vacancies = "preferences.coefficients.vacancies.value";
        string[] set = ["--set", $"{grant}=60.5", "--set", $"{vacancies}=2"];
        string[][] written =
        [
            set, ["--set", $"{vacancies}=2.0", "--set", $"{grant}=60.50"],
            ["--set", $"{grant}.value=6.05e1", "--set", $"{vacancies}=+2", "--set", "years= 2025 .. 2028"],
        ];
        string whole = _region.Beside("set"), merged = _region.Beside("set-merged");
        CommandLine.Done(["compare", _region.Folder, "--out", whole, "--quiet", .. set]);
        string[] shards = [.. written.Select((more, k) => Shard($"{k + 1}/3", $"set{k + 1}", more))];
        CommandLine.Done(["merge", .. shards, "--out", merged, "--quiet"]);
        ResultsFiles.AssertSame(merged, whole);
        CommandLine.Outcome other = CommandLine.Run(
            "merge", shards[0], Shard("2/3", "set-other", "--set", $"{grant}=60.6", "--set", $"{vacancies}=2"), shards[2]);
        Assert.That((other.Code, other.Error), Is.EqualTo((2, other.Error)));
        Assert.That(other.Error, Does.Contain($"{grant} of grant (60.5 there, 60.6 here)"));
    }

    [TestCase("merge: error: shards are missing: 2/3", "third1", "third3")]
    [TestCase("third2: error: is shard 2/3, as ", "third1", "third2", "third3", "third2")]
    [TestCase("third1: seed (7 there, 8 here)", "third1", "seed", "third3")]
    [TestCase("third1: replications (3 there, 4 here)", "third1", "more", "third3")]
    [TestCase("half: error: is shard 2/2, but ", "third1", "half", "third2", "third3")]
    [TestCase("whole: error: is no shard: it holds the results of a run or comparison", "third1", "whole", "third2", "third3")]
    public void Shards_that_do_not_make_a_whole_are_refused_by_name(string expected, params string[] shards)
    {
        CommandLine.Outcome refused = CommandLine.Run(["merge", .. shards.Select(_region.Beside), "--out", _region.Beside("none")]);
        Assert.That((refused.Code, Directory.Exists(_region.Beside("none"))), Is.EqualTo((2, false)));
        Assert.That(refused.Error, Does.Contain(expected));
    }

    [Test]
    public void A_shard_of_which_a_replication_was_changed_is_refused()
    {
        string changed = Shard("2/3", "changed"), file = Path.Combine(changed, "replications", "replication-00001.bin");
        File.WriteAllText(file, "spoilt");
        CommandLine.Outcome refused = CommandLine.Run(
            "merge", _region.Beside("third1"), changed, _region.Beside("third3"), "--out", _region.Beside("none"));
        Assert.That((refused.Code, refused.Error), Is.EqualTo((2, refused.Error)));
        Assert.That(refused.Error, Does.Contain($"{file}: error: was changed, cut or taken away after the shard was run"));
        Assert.That(refused.Error, Does.Not.Contain("missing"));
        refused = CommandLine.Run("merge", _region.Beside("third1"), changed, "--out", _region.Beside("none"));
        Assert.That(refused.Error, Does.Contain("merge: error: shards are missing, beside what is refused: 1 of 2/3, 3/3"));
    }

    [TestCase("seed")]
    [TestCase("more")]
    public void A_shard_that_is_refused_is_not_called_missing_too(string stranger)
    {
        CommandLine.Outcome refused = CommandLine.Run(
            "merge", _region.Beside("third1"), _region.Beside(stranger), _region.Beside("third3"), "--out", _region.Beside("none"));
        Assert.That(refused.Error, Does.Contain($"{stranger}: error: ").And.Not.Contain("missing"));
        refused = CommandLine.Run("merge", _region.Beside("third1"), _region.Beside(stranger), "--out", _region.Beside("none"));
        Assert.That(refused.Error, Does.Contain($"{stranger}: error: ").And.Contain("shards are missing: 3/3"));
    }

    [Test]
    public void Results_are_not_put_into_a_shard_that_is_reached_through_a_link_around_it()
    {
        string around = _region.Beside("around"), link = _region.Beside("link");
        string[] shards = [.. Enumerable.Range(1, 2).Select(i => Shard($"{i}/2", $"around/part{i}"))];
        Directory.CreateSymbolicLink(link, around);
        string[] before = [.. Directory.GetFileSystemEntries(around, "*", SearchOption.AllDirectories)];
        foreach (string place in (string[])["part1", "part2/inside"])
        {
            CommandLine.Outcome refused = CommandLine.Run(["merge", .. shards, "--out", Path.Combine(link, place), "--force"]);
            Assert.That((refused.Code, refused.Error), Is.EqualTo((2, refused.Error)));
            Assert.That(refused.Error, Does.Contain($"{place}: error: is ").And.Contain("name another --out"));
        }

        Assert.That(Directory.GetFileSystemEntries(around, "*", SearchOption.AllDirectories), Is.EqualTo(before));
    }

    [Test]
    public void Inputs_that_changed_since_the_shards_were_run_are_refused()
    {
        using var region = new MadeUpRegion();
        string shard = region.Beside("shard");
        CommandLine.Done("compare", region.Folder, "--shard", "1/1", "--out", shard, "--quiet");
        region.Replace("grant.yaml", "amount-keur: 100", "amount-keur: 101");
        CommandLine.Outcome refused = CommandLine.Run("merge", shard, "--out", region.Out);
        Assert.That(refused.Error, Does.Contain("grant.yaml: error: is not the file that the results were made from"));
        Assert.That(refused.Code, Is.EqualTo(2));
    }

    [Test]
    public void A_shard_that_rests_finishes_its_replication_and_goes_on_to_the_same_bytes()
    {
        LoadedExperiment loaded = ExperimentReader.Read([_region.Folder], "baseline", ["replications=6"], 1);
        string rested = _region.Beside("rested");
        using var rest = new CancellationTokenSource();
        var watch = RunWatch.None with { Rest = rest.Token, Progress = _ => rest.Cancel() };
        Assert.That(() => RunShards.Run(loaded, [], new Shard(2, 2), rested, _region.Beside("unused"), watch),
            Throws.InstanceOf<OperationCanceledException>());
        WorkStatus status = RunShards.Status(loaded, [], new Shard(2, 2), rested);
        Assert.That((status.Finished, status.Asked, status.IsWritten, status.Others.Count), Is.EqualTo((1, 3, false, 0)));
        string[] six = ["--replications", "6"];
        string said = CommandLine.Done(["compare", _region.Folder, "--shard", "2/2", "--out", rested, "--status", .. six]);
        Assert.That(said, Does.StartWith("1 of 3 replications are finished; 2 left"));
        CommandLine.Done(["compare", _region.Folder, "--shard", "2/2", "--out", rested, "--quiet", "--resume", .. six]);
        Assert.That(CommandLine.Done(["compare", _region.Folder, "--shard", "2/2", "--out", rested, "--resume", .. six]),
            Does.StartWith("3 of 3 replications are finished; shard 2/2 is in "), "what is finished is not run again");
        CommandLine.Done(["merge", Shard("1/2", "other-half", six), rested, "--out", _region.Beside("six"), "--quiet"]);
        CommandLine.Done(["compare", _region.Folder, "--out", _region.Beside("six-at-once"), "--quiet", .. six]);
        ResultsFiles.AssertSame(_region.Beside("six"), _region.Beside("six-at-once"));
    }

    [Test]
    public void A_run_until_effects_are_known_has_no_shards()
    {
        CommandLine.Outcome refused = CommandLine.Run("compare", _region.Folder, "--shard", "1/2", "--until", "half-width=1");
        Assert.That((refused.Code, refused.Error), Is.EqualTo((2, refused.Error)));
        Assert.That(refused.Error, Does.Contain("--shard does not go with --until"));
    }

    [TestCase("1,2,3,7,9,10", "1-3,7,9-10")]
    [TestCase("4", "4")]
    [TestCase("", "")]
    public void Numbers_of_shards_are_written_as_ranges(string numbers, string expected) =>
        Assert.That(ShardSet.Ranges(numbers.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)), Is.EqualTo(expected));

    [Test]
    public void A_merge_into_results_of_another_run_replaces_their_replications_too_and_runs_none_again()
    {
        string into = _region.Beside("into");
        CommandLine.Done("compare", _region.Folder, "--seed", "8", "--out", into, "--quiet");
        CommandLine.Outcome merged = CommandLine.Run(["merge", .. Thirds, "--out", into, "--quiet"]);
        Assert.That(merged.Error,
            Is.EqualTo($"{into}: replaced at the end: 3 replications of another run: seed (8 there, 7 here)\n"));
        for (int r = 0; r < 3; r++)
        {
            Assert.That(File.ReadAllBytes($"{into}/replications/replication-0000{r}.bin"),
                Is.EqualTo(File.ReadAllBytes($"{_whole}/replications/replication-0000{r}.bin")));
        }
    }

    [Test]
    public void A_merge_stores_large_tables_as_asked_with_the_same_hash_and_a_shard_is_told_to_leave_that_to_it()
    {
        string stored = _region.Beside("stored");
        CommandLine.Done(["merge", .. Thirds, "--out", stored, "--tables", "parquet", "--quiet"]);
        Assert.That(File.Exists(stored + "/territories.parquet"), Is.True);
        Assert.That(ResultsFolder.ReadManifest(stored).ResultHash, Is.EqualTo(ResultsFolder.ReadManifest(_whole).ResultHash));
        CommandLine.Outcome refused = CommandLine.Run("compare", _region.Folder, "--shard", "1/3", "--tables", "parquet");
        Assert.That((refused.Code, refused.ErrorLines[0]), Is.EqualTo((2,
            "installsim: --tables does not go with --shard, which makes no results: say it to 'installsim merge'")));
    }

    [Test]
    public void A_shard_without_replications_says_so_and_is_merged_as_the_others()
    {
        string folder = _region.Beside("empty");
        Assert.That(CommandLine.Done("compare", _region.Folder, "--shard", "4/4", "--out", folder),
            Does.Contain("Shard 4/4 has no replications: there are fewer than shards. The merge takes its folder all the same."));
        Assert.That(CommandLine.Done("compare", _region.Folder, "--shard", "4/4", "--out", folder, "--status", "--lang", "fr"),
            Does.Contain("La part 4/4 n’a pas de réplications"));
        string[] others = [.. Enumerable.Range(1, 3).Select(i => Shard($"{i}/4", $"fourth{i}"))];
        CommandLine.Done(["merge", folder, .. others, "--out", _region.Beside("fourths"), "--quiet"]);
        ResultsFiles.AssertSame(_region.Beside("fourths"), _whole);
    }

    [Test]
    public void The_status_tells_what_of_another_run_stands_in_its_place()
    {
        string[] status = ["compare", _region.Folder, "--status", "--out"];
        Assert.That(CommandLine.Done([.. status, _region.Beside("third1"), "--shard", "1/3", "--seed", "8"]), Is.EqualTo(
            "0 of 1 replication is finished; 1 left\n"
                + $"{_region.Beside("third1")}: holds shard 1/3 of a run that differs from this one in seed (7 there, 8 here)\n"));
        Assert.That(CommandLine.Done([.. status, _whole, "--seed", "8"]), Does.EndWith(
            "holds 3 replications of another run: seed (7 there, 8 here)\n"));
        Assert.That(CommandLine.Done([.. status, _whole, "--sensitivity", "preferences.coefficients.group-practice"]),
            Is.EqualTo("3 of 12 replications are finished; 9 left\n"), "nor both ends of the range, nor all numbers at their values");
        string store = _region.Beside("left.unfinished");
        Directory.CreateDirectory(store);
        File.Copy($"{_whole}/replications/identity.txt", $"{store}/identity.txt");
        File.Copy($"{_whole}/replications/replication-00001.bin", $"{store}/replication-00001.bin");
        Assert.That(CommandLine.Done([.. status, _region.Beside("left"), "--seed", "8", "--lang", "fr"]), Is.EqualTo(
            "Fait\u00a0: 0 réplication sur 3\u00a0; reste 3\n"
                + $"{store}\u00a0: contient 1 réplication terminée d’un autre calcul\u00a0: seed (7 là, 8 ici)\n"));
        Assert.That(CommandLine.Done([.. status, _region.Beside("left"), "--shard", "1/3"]), Does.EndWith(
            "holds 1 finished replication that shard 1/3 does not ask for, of another shard\n"));
    }

    [Test]
    public void Unfinished_runs_at_the_end_of_a_range_are_found_before_anything_is_simulated()
    {
        string[] ranges = ["--sensitivity", "preferences.coefficients.group-practice"];
        string other = Shard("1/3", "other-ranges", [.. ranges, "--seed", "8"]), folder = _region.Beside("part");
        string part = Path.GetFileName(Directory.GetDirectories(Path.Combine(other, "replications")).Order(StringComparer.Ordinal).First());
        string store = Path.Combine(folder + ".unfinished", part);
        Directory.CreateDirectory(store);
        foreach (string file in Directory.GetFiles(Path.Combine(other, "replications", part)))
        {
            File.Copy(file, Path.Combine(store, Path.GetFileName(file)));
        }

        string[] compare = ["compare", _region.Folder, "--shard", "1/3", "--out", folder, .. ranges];
        CommandLine.Outcome refused = CommandLine.Run([.. compare, "--resume", "--quiet"]);
        Assert.That((refused.Code, refused.ErrorLines[0]), Is.EqualTo((2, $"{store}: error: holds 1 finished replication of another run: "
            + "seed (8 there, 7 here); name another --out, or --force begins anew")));
        Assert.That(CommandLine.Done([.. compare, "--status"]), Does.Contain($"{store}: holds 1 finished replication of another run"));
    }

    [TestCase("report")]
    [TestCase("trace")]
    [TestCase("reproduce")]
    [TestCase("compare")]
    public void A_verb_that_takes_results_says_what_a_shard_is_and_what_makes_results_of_it(string verb)
    {
        CommandLine.Outcome refused = CommandLine.Run(verb, _region.Beside("third2"));
        Assert.That((refused.Code, refused.ErrorLines[0]), Is.EqualTo((2, $"{_region.Beside("third2")}: error: is shard 2/3 of a run or "
            + "comparison, and holds no results: 'installsim merge' makes them of all shards")));
        Assert.That(CommandLine.Run(verb, _region.Beside("third2"), "--lang", "fr").Error, Does.Contain("est la part 2/3 d’un calcul"));
    }

    private string[] Thirds => [.. Enumerable.Range(1, 3).Select(i => _region.Beside($"third{i}"))];

    private string Shard(string shard, string name, params string[] more)
    {
        string folder = _region.Beside(name);
        CommandLine.Done(["compare", _region.Folder, "--shard", shard, "--out", folder, "--quiet", .. more]);
        return folder;
    }
}
