namespace InstallSim.Tests.EndToEnd;

/// <summary>Commands that cannot be: scenarios that do not fit together, wrong options, places that cannot be written to.</summary>
public sealed class BadCommandTests
{
    [TestCase("name: grant", "name: baseline", "grant.yaml(2,7): error: another scenario is named 'baseline' too: ")]
    [TestCase("title: A grant", "title: A grant\nseed: 8",
        "grant.yaml(4,7): error: seed is 8, but 7 in the baseline: only runs of the same seed can be paired")]
    [TestCase("title: A grant", "title: A grant\nyears: 2025..2027",
        "grant.yaml(4,8): error: years is 2025..2027, but 2025..2028 in the baseline")]
    [TestCase("title: A grant", "title: A grant\nreplications: 4", "grant.yaml(4,15): error: replications is 4, but 3 in the baseline")]
    [TestCase("title: A grant", "title: A grant\nterritories: other.yaml", "grant.yaml(4,14): error: territories is ")]
    public void Scenarios_that_cannot_be_paired_are_refused(string part, string replacement, string expected)
    {
        using var region = new MadeUpRegion();
        region.Write("other.yaml.txt", "");
        region.Replace("grant.yaml", part, replacement);
        RefusalAssert.Refused(region, ["compare", region.Folder, "--out", region.Out], expected);
    }

    [Test]
    public void Two_scenarios_of_one_name_are_both_named_by_their_files()
    {
        using var region = new MadeUpRegion();
        region.Write("other.yaml", MadeUpRegion.Grant);
        Assert.That(CommandLine.Run("compare", region.Folder, "--out", region.Out).Error, Does.Contain(
            $"{region.PathOf("other.yaml")}(2,7): error: another scenario is named 'grant' too: {region.PathOf("grant.yaml")}"));
    }

    [Test]
    public void A_file_that_has_its_name_from_what_it_extends_is_told_apart_from_a_scenario_of_that_name()
    {
        using var region = new MadeUpRegion();
        region.Write("preferences.yaml", "extends: baseline.yaml\ntitle: Other preferences\n");
        string[] call = ["compare", region.Folder, "--out", region.Out];
        Assert.That(CommandLine.Run(call).Error, Does.Contain($"{region.PathOf("preferences.yaml")}: error: is named 'baseline' by what it "
            + $"extends, as {region.PathOf("baseline.yaml")} is: give it a 'name:' of its own"));
        Assert.That(CommandLine.Run([.. call, "--lang", "fr"]).Error, Does.Contain("s’appelle «\u00a0baseline\u00a0» par ce qu’il étend"));
    }

    [Test]
    public void A_baseline_that_is_absent_is_refused()
    {
        using var region = new MadeUpRegion();
        RefusalAssert.Refused(
            region, ["compare", region.Folder, "--baseline", "grand"],
            ".: error: no scenario is named 'grand', the baseline; did you mean 'grant'?; found: baseline, grant");
        RefusalAssert.Refused(region, ["compare", region.PathOf("grant.yaml")],
            "grant.yaml: error: no scenario is named 'baseline', the baseline; found: grant");
    }

    [TestCase("reproduce", "out/nothing", "out/nothing: error: does not exist")]
    [TestCase("calibrate --status", "plan.yaml", "there is no option '--status'")]
    [TestCase("calibrate --shard 1/2", "plan.yaml", "there is no option '--shard'")]
    public void What_a_verb_cannot_do_is_refused_before_anything_runs(string verb, string path, string expected)
    {
        CommandLine.Outcome refused = CommandLine.Run([.. verb.Split(' '), path]);
        Assert.That((refused.Code, refused.Output), Is.EqualTo((2, "")));
        Assert.That(refused.Error, Does.Contain(expected));
    }

    [Test]
    public void Years_that_end_before_policies_begin_are_refused_in_one_line()
    {
        using var region = new MadeUpRegion();
        region.Write("other.yaml", MadeUpRegion.Grant.Replace("name: grant", "name: other").Replace("from: 2026", "from: 2028"));
        string[] compare = ["compare", region.Folder, "--out", region.Out, "--years"];
        RefusalAssert.Refused(region, [.. compare, "2024..2025"],
            "--set years=2024..2025: error: the last year simulated is 2025, before 2 policies start, from 2026 to 2028, the first at ");
        RefusalAssert.Refused(region, [.. compare, "2024..2027"],
            "other.yaml(6,11): error: the policy starts in 2028, after the last year simulated (2027)");
        RefusalAssert.Refused(region, [.. compare, "2025..2025"], "--set years=2025..2025: error: 2025..2025 simulates no year");
    }

    [Test]
    public void Shards_are_refused_in_one_line_where_their_inputs_are_not()
    {
        using var region = new MadeUpRegion();
        string[] shards = [region.Beside("one"), region.Beside("two")];
        foreach ((int k, string shard) in shards.Index())
        {
            CommandLine.Done("compare", region.Folder, "--shard", $"{k + 1}/2", "--out", shard, "--quiet");
        }

        Directory.Move(region.Folder, region.Beside("moved"));
        CommandLine.Outcome refused = CommandLine.Run(["merge", .. shards, "--out", region.Out]);
        Assert.That(refused.Code, Is.EqualTo(2));
        Assert.That(refused.ErrorLines, Has.Length.EqualTo(2));
        Assert.That(refused.ErrorLines[0],
            Does.Match("^merge: error: 5 of the 5 files that the results were made from are missing: .*; call merge in the fo"));
        Assert.That(refused.ErrorLines[1], Is.EqualTo("installsim: 5 errors in 1 message; nothing was written"));
    }

    [Test]
    public void A_folder_without_scenarios_is_refused()
    {
        using var region = new MadeUpRegion();
        Directory.CreateDirectory(region.PathOf("empty"));
        RefusalAssert.Refused(region, ["compare", region.PathOf("empty"), "--out", region.Out],
            "empty: error: the folder holds no scenario (*.yaml)");
        RefusalAssert.Refused(region, ["validate", region.PathOf("empty")], "empty: error: the folder holds no scenario (*.yaml)");
    }

    [Test]
    public void A_scenario_named_twice_is_refused()
    {
        using var region = new MadeUpRegion();
        string baseline = region.PathOf("baseline.yaml"),
            other = Path.Combine(region.Folder, "..", Path.GetFileName(region.Folder), "grant.yaml");
        RefusalAssert.Refused(region, ["compare", baseline, region.PathOf("grant.yaml"), baseline, "--out", region.Out],
            "baseline.yaml: error: is named twice; once is expected");
        CommandLine.Outcome refuse = CommandLine.Run("compare", baseline, region.PathOf("grant.yaml"), other, "--lang", "fr");
        Assert.That(refuse.Error, Does.StartWith($"{other}\u00a0: erreur\u00a0: est nommé deux fois"));
    }

    [TestCase("NaN")]
    [TestCase("'0,01'")]
    public void A_value_that_is_no_number_is_not_outside_its_range_too(string value)
    {
        using var region = new MadeUpRegion();
        string set = $"preferences.coefficients.group-practice.value={value}";
        RefusalAssert.Refused(region, ["run", region.PathOf("grant.yaml"), "--set", set, "--out", region.Out],
            $"--set {set}: error: 'value'");
    }

    [Test]
    public void A_file_that_is_missing_or_a_folder_is_refused()
    {
        using var region = new MadeUpRegion();
        RefusalAssert.Refused(region, ["run", region.PathOf("grand.yaml")],
            "grand.yaml: error: file 'grand.yaml' does not exist; did you mean 'grant.yaml'?");
        RefusalAssert.Refused(region, ["run", region.Folder],
            ".: error: is a folder; one scenario file is expected (compare takes a folder of them)");
        RefusalAssert.Refused(region, ["report", region.PathOf("none")], "none: error: does not exist");
        RefusalAssert.Refused(region,
            ["run", region.PathOf("baseline.yaml"), "--territories", region.PathOf("none.yaml")], "--set territories=");
    }

    [Test, Platform("Linux")]
    public void A_file_that_cannot_be_read_is_refused()
    {
        // Reading a process' own memory from its start fails, whoever asks.
        using var region = new MadeUpRegion();
        File.Delete(region.PathOf("grant.yaml"));
        File.CreateSymbolicLink(region.PathOf("grant.yaml"), "/proc/self/mem");
        RefusalAssert.Refused(region, "grant.yaml: error: file 'grant.yaml' cannot be read: ");
        File.Delete(region.PathOf("grant.yaml"));
        File.Delete(region.PathOf("territories.csv"));
        File.CreateSymbolicLink(region.PathOf("territories.csv"), "/proc/self/mem");
        RefusalAssert.Refused(region, ["validate", region.PathOf("baseline.yaml")],
            "territories.yaml(1,8): error: file 'territories.csv' cannot be read: ");
    }

    [TestCase("--set", "policies.0.amount-keur=-1", "--set policies.0.amount-keur=-1: error: 'amount-keur': -1 is out of range")]
    [TestCase("--set", "policies.grand.from=2027", "--set policies.grand.from=2027: error: the list has no item 'grand'")]
    [TestCase("--set", "preferences.utils-per-keur=0.006",
        "--set preferences.utils-per-keur=0.006: error: 'utils-per-keur': expected keys with values, found '0.006'; "
            + "write preferences.utils-per-keur.value=0.006")]
    [TestCase("--set", "colour=red", "--set colour=red: error: unknown key 'colour'")]
    [TestCase("--set", "seed", "--set seed: error: key.path=value is expected")]
    public void A_wrong_value_of_an_option_is_refused(string option, string value, string expected)
    {
        using var region = new MadeUpRegion();
        RefusalAssert.Refused(region, ["run", region.PathOf("grant.yaml"), option, value, "--out", region.Out], expected);
    }

    [TestCase("--replications", "0", "installsim: --replications takes a whole number from 1 to 65535, found '0'")]
    [TestCase("--replications", "many", "installsim: --replications takes a whole number from 1 to 65535, found 'many'")]
    [TestCase("--years", "2028..2025", "installsim: --years: the last year 2025 is before the first year 2028, found '2028..2025'")]
    [TestCase("--years", "2025-2028",
        "installsim: --years: expected years from..until, such as 2025..2045, found '2025-2028'")]
    [TestCase("--threads", "0", "installsim: --threads takes a whole number from 1 to 1024, found '0'")]
    [TestCase("--seed", "-1", "installsim: ")]
    [TestCase("--lang", "de", "installsim: ")]
    [TestCase("--replicatons", "3", "installsim: there is no option '--replicatons'; did you mean '--replications'?")]
    public void A_wrong_option_is_refused_with_a_hint(string option, string value, string expected)
    {
        using var region = new MadeUpRegion();
        CommandLine.Outcome outcome = CommandLine.Run("compare", region.Folder, option, value, "--out", region.Out);
        Assert.That(outcome.Code, Is.EqualTo(2));
        Assert.That(outcome.ErrorLines[0], Does.StartWith(expected));
        Assert.That(outcome.ErrorLines[^1], Does.EndWith("see 'installsim --help', or 'installsim VERB --help'"));
        Assert.That(outcome.Error, Does.Not.Contain("   at "));
        Assert.That(Directory.Exists(region.Out), Is.False);
    }

    [Test]
    public void A_place_that_cannot_hold_results_is_refused_before_anything_is_simulated()
    {
        using var region = new MadeUpRegion();
        string file = region.Write("taken", "mine");
        string[] compare = ["compare", region.Folder, "--out"];
        RefusalAssert.Refused(region, [.. compare, file], "taken: error: is a file; a folder is expected");
        RefusalAssert.Refused(region, [.. compare, Path.Combine(file, "inside")], "taken/inside: error: cannot be written: ");
        RefusalAssert.Refused(region, [.. compare, region.Folder],
            ".: error: holds what this program did not write, or what was changed: baseline.yaml, grant.yaml, places.csv and 3 more; name");
        Assert.That(File.ReadAllText(file), Is.EqualTo("mine"));
    }

    [Test]
    public void Results_of_which_any_part_was_changed_cut_or_taken_away_are_refused()
    {
        using var region = new MadeUpRegion();
        CommandLine.Done("compare", region.Folder, "--out", region.Out, "--quiet");
        foreach (string table in ResultsFiles.Tables)
        {
            string path = Path.Combine(region.Out, table), text = File.ReadAllText(path);
            Refused(path, text.Replace("0", "9"), $"{table}: error: was changed or cut after the run");
            Refused(path, text[..(text.Length / 2)], $"{table}: error: was changed or cut after the run");
            Refused(path, text[..(text.LastIndexOf('\n', text.Length - 2) + 1)], $"{table}: error: was changed or cut after the run");
            File.Delete(path);
            Refused(null, "", $"{table}: error: is missing");
            File.WriteAllText(path, text);
        }

        string manifest = Path.Combine(region.Out, "manifest.json"), said = File.ReadAllText(manifest);
        Refused(manifest, said.Replace("\"seed\": 7", "\"seed\": 8"), "manifest.json: error: was changed after the run");
        CommandLine.Done("report", region.Out);

        void Refused(string? path, string text, string message)
        {
            string? before = path is null ? null : File.ReadAllText(path);
            if (path is not null)
            {
                File.WriteAllText(path, text);
            }

            foreach (string verb in (string[])["report", "reproduce"])
            {
                CommandLine.Outcome outcome = CommandLine.Run(verb, region.Out);
                Assert.That((outcome.Code, outcome.Error), Is.EqualTo((2, outcome.Error)));
                Assert.That(outcome.Error, Does.Contain(message));
            }

            if (path is not null)
            {
                File.WriteAllText(path, before);
            }
        }
    }

    [Test]
    public void A_manifest_that_is_none_is_refused_at_its_line()
    {
        using var region = new MadeUpRegion();
        Directory.CreateDirectory(region.Out);
        File.WriteAllText(Path.Combine(region.Out, "manifest.json"), "{ \"version\": 1");
        Assert.That(CommandLine.Run("report", region.Out).Error, Does.Contain("manifest.json(1,1): error: cannot be read as results: ")
            .And.Not.Contain("BytePositionInLine"));
        File.WriteAllText(Path.Combine(region.Out, "manifest.json"), "");
        Assert.That(CommandLine.Run("report", region.Out).Error, Does.Contain("cannot be read as results: it is empty\n"));
    }
}
