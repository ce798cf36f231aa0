namespace InstallSim.Tests.EndToEnd;

/// <summary>Finished results that took more, or are of another kind, are replaced only when that is asked for.</summary>
public sealed class LargerResultsTests
{
    private const string Number = "preferences.coefficients.group-practice";

    private static readonly string[] Lines = ["scenarios: [baseline.yaml, grant.yaml]", $"numbers: [{Number}]",
        "outcomes: [stock]", "replications: 1", "years: 2025..2026"];

    [TestCase("--replications 2", "3 replications, more than 2", "3 réplications, plus que 2")]
    [TestCase("--years 2025..2027", "4 years, more than 3", "4 années, plus que 3")]
    public void A_smaller_run_does_not_replace_a_larger_one(string asked, string english, string french)
    {
        using var region = new MadeUpRegion();
        string[] compare = ["compare", region.Folder, "--out", region.Out, "--quiet"];
        CommandLine.Done(compare);
        string before = ResultsFiles.HashOf(region.Out);
        RefusalAssert.Refused(region, [.. compare, .. asked.Split(' ')],
            $"{region.Out}: error: holds finished results of {english}; name another --out, or --force replaces them");
        Assert.That(CommandLine.Run([.. compare, .. asked.Split(' '), "--lang", "fr"]).Error,
            Does.Contain($"contient des résultats terminés de {french}\u00a0; nommer un autre --out, ou --force les remplace"));
        Assert.That(ResultsFiles.HashOf(region.Out), Is.EqualTo(before));
        CommandLine.Done([.. compare, .. asked.Split(' '), "--force"]);
        Assert.That(ResultsFiles.HashOf(region.Out), Is.Not.EqualTo(before));
    }

    [Test]
    public void What_is_replaced_is_said_in_one_line_by_every_verb()
    {
        using var region = new MadeUpRegion();
        string plan = region.Write("m.yaml", string.Join('\n', Lines) + "\nmethod: morris\nsamples: 2\n");
        region.Write("profile.yaml", "name: Jeanne\nage: 31\nsex: woman\nbirth-place: T03\ntraining-place: T00\npartner: none\n");
        string[][] commands =
        [
            ["sensitivity", plan, "--set", "seed=8"], ["access", region.PathOf("territories.yaml"), "--metric", "density"],
            ["explain", region.PathOf("grant.yaml"), "--physician", region.PathOf("profile.yaml")],
        ];
        foreach (string[] command in commands)
        {
            string[] called = [.. command, "--out", region.Beside(command[0]), "--quiet"];
            string source = Path.GetFileName(command[0] == "explain" ? command[3] : command[1]);
            CommandLine.Done(called);
            Assert.That(CommandLine.Run(called).Error.Split('\n'), Has.One.StartsWith(
                $"{region.Beside(command[0])}: replaced at the end: finished results of ").And.One.EndsWith(source), command[0]);
            Assert.That(CommandLine.Run([.. called, "--lang", "fr"]).Error,
                Does.Contain("\u00a0: remplacé à la fin\u00a0: des résultats terminés de "));
        }
    }

    /// <summary>What a calibration wrote, calibrated again into its own folder, would be gone, and the new file extend itself.</summary>
    [Test]
    public void Results_that_are_read_are_not_replaced_by_what_is_made_of_them()
    {
        using var region = new MadeUpRegion();
        CommandLine.Done("calibrate", region.Calibration(), "--out", region.Out, "--quiet");
        string found = Path.Combine(region.Out, "calibrated.yaml"), before = File.ReadAllText(found);
        string[][] commands = [["calibrate", region.Calibration("../out/calibrated.yaml"), "--out", region.Out],
            ["run", found, "--out", region.Out, "--force"]];
        foreach (string[] command in commands)
        {
            RefusalAssert.Refused(region, command,
                $"{region.Out}: error: is read, and would be replaced by what is written; name another --out");
        }

        Assert.That(File.ReadAllText(found), Is.EqualTo(before));
        CommandLine.Done("calibrate", region.Calibration(value: "1.1"), "--out", region.Out, "--quiet");
    }

    [Test]
    public void A_run_of_fewer_scenarios_or_without_its_sensitivities_does_not_either()
    {
        using var region = new MadeUpRegion();
        CommandLine.Done("compare", region.Folder, "--out", region.Out, "--quiet", "--sensitivity", Number);
        RefusalAssert.Refused(region, ["run", region.PathOf("grant.yaml"), "--out", region.Out],
            $"{region.Out}: error: holds results of baseline.yaml, grant.yaml, not of grant.yaml; name another --out, or "
                + "--force replaces them");
        RefusalAssert.Refused(region, ["compare", region.Folder, "--out", region.Out],
            $"{region.Out}: error: holds finished results of the table of --sensitivity, which this run has not; ");
    }

    [Test]
    public void A_smaller_sweep_or_analysis_does_not_replace_a_larger_one()
    {
        using var region = new MadeUpRegion();
        string Plan(string name, string last) => region.Write(name, string.Join('\n', Lines) + $"\n{last}\n");
        CommandLine.Done("sweep", Plan("s.yaml", "design: { type: sobol, points: 4 }"), "--out", region.Out, "--quiet");
        RefusalAssert.Refused(region, ["sweep", Plan("s.yaml", "design: { type: sobol, points: 3 }"), "--out", region.Out],
            $"{region.Out}: error: holds a finished sweep of 4 points, more than 3; name another --out, or --force replaces it");
        string analysis = region.Beside("analysis");
        CommandLine.Done("sensitivity", Plan("m.yaml", "method: morris\nsamples: 3"), "--out", analysis, "--quiet");
        RefusalAssert.Refused(region, ["sensitivity", Plan("m.yaml", "method: morris\nsamples: 2"), "--out", analysis],
            $"{analysis}: error: holds a finished analysis of 12 runs, more than 8; name another --out, or --force replaces it");
        string two = Plan("m.yaml", "method: morris\nsamples: 3");
        File.WriteAllText(two, File.ReadAllText(two).Replace("[stock]", "[stock, stock-msp]", StringComparison.Ordinal));
        CommandLine.Done("sensitivity", two, "--out", analysis, "--quiet", "--set", "years=2025..2027");
        RefusalAssert.Refused(region, ["sensitivity", two, "--out", analysis],
            $"{analysis}: error: holds a finished analysis of 3 years, more than 2; name another --out, or --force replaces it");
        RefusalAssert.Refused(region, ["sensitivity", Plan("m.yaml", "method: morris\nsamples: 3"), "--out", analysis],
            $"{analysis}: error: holds a finished analysis of 2 outcomes, more than 1; name another --out, or --force replaces it");
    }

    [Test]
    public void What_was_measured_otherwise_is_not_replaced()
    {
        using var region = new MadeUpRegion();
        string[] access = ["access", region.PathOf("territories.yaml"), "--out", region.Out, "--quiet"];
        CommandLine.Done(access);
        RefusalAssert.Refused(region, [.. access, "--metric", "raam"],
            $"{region.Out}: error: holds what was measured otherwise, --metric (apl, raam), --below (2.5, –); name another");
        RefusalAssert.Refused(region, [.. access, "--metric", "{ type: apl, need-under-25: 1 }"],
            $"{region.Out}: error: holds what was measured otherwise, --metric ({{need-under-25:0.75}}, {{need-under-25:1}}); ");
        CommandLine.Done([.. access, "--metric", "raam", "--force"]);
    }

    [Test]
    public void Nor_is_what_was_made_from_another_table_study_or_pair()
    {
        using var region = new MadeUpRegion();
        string study = Repository.PathOf("scenarios", "studies", "mode-choice.yaml");
        File.Copy(Repository.PathOf("scenarios", "studies", "modechoice.csv"), region.PathOf("modechoice.csv"));
        string other = region.Write("other.yaml", File.ReadAllText(study)), table = region.Write("other-table.yaml", MadeUpRegion.Mapping);
        Kept(["estimate", other], ["estimate", study]);
        Kept(["table", other, study], ["table", study, other]);
        Kept(["access", table], ["access", region.PathOf("territories.yaml")]);
        string a = region.Beside("a"), b = region.Beside("b");
        CommandLine.Done("run", region.PathOf("grant.yaml"), "--out", a, "--quiet");
        CommandLine.Done("run", region.PathOf("baseline.yaml"), "--out", b, "--quiet");
        Kept(["compare", a, b], ["compare", b, a]);

        void Kept(string[] first, string[] then)
        {
            string to = region.Beside("of-" + first[0]);
            CommandLine.Done([.. first, "--out", to, "--quiet"]);
            CommandLine.Done([.. first, "--out", to, "--quiet"]);
            string list = File.ReadAllText(Path.Combine(to, "files.sha256"));
            RefusalAssert.Refused(region, [.. then, "--out", to], $"{to}: error: holds results of ");
            Assert.That(CommandLine.Run([.. then, "--out", to, "--lang", "fr"]).Error, Does.Contain("contient des résultats de "));
            Assert.That(File.ReadAllText(Path.Combine(to, "files.sha256")), Is.EqualTo(list));
            CommandLine.Done([.. then, "--out", to, "--quiet", "--force"]);
        }
    }

    /// <summary>All files there are the program's own, so that nothing but the kind tells them apart.</summary>
    [Test]
    public void Results_of_another_kind_are_not_replaced()
    {
        using var region = new MadeUpRegion();
        string study = Repository.PathOf("scenarios", "studies", "physician-dce.yaml");
        CommandLine.Done("run", region.PathOf("grant.yaml"), "--out", region.Out, "--quiet");
        foreach (string verb in (string[])["estimate", "table"])
        {
            RefusalAssert.Refused(region, [verb, study, "--out", region.Out],
                $"{region.Out}: error: holds results of another kind (it has no ");
        }
    }

    [Test]
    public void Nor_are_they_by_what_is_read_out_of_a_sweep()
    {
        using var region = new MadeUpRegion();
        string plan = region.Write("s.yaml", string.Join('\n', Lines) + "\ndesign: { type: sobol, points: 4 }\n"
            + "discover: { boxes: [{ outcome: stock, above: 1 }] }\n"), sweep = region.Beside("sweep"), read = region.Beside("read");
        CommandLine.Done("sweep", plan, "--out", sweep, "--quiet");
        CommandLine.Done("run", region.PathOf("grant.yaml"), "--out", region.Out, "--quiet");
        RefusalAssert.Refused(region, ["discover", sweep, "--out", region.Out],
            $"{region.Out}: error: holds results of another kind (it has no discover.json); name another --out, or --force replaces them");
        Assert.That(CommandLine.Run("discover", sweep, "--out", region.Out, "--lang", "fr").Error,
            Does.Contain("contient des résultats d’une autre sorte (il n’a pas de discover.json)"));
        CommandLine.Done("discover", sweep, "--out", read, "--quiet");
        CommandLine.Done("discover", sweep, "--out", read, "--quiet");
    }

    [Test]
    public void Results_are_not_compared_with_themselves()
    {
        using var region = new MadeUpRegion();
        CommandLine.Done("run", region.PathOf("grant.yaml"), "--out", region.Out, "--quiet");
        string[] compare = ["compare", region.Out, region.Out + Path.DirectorySeparatorChar, "--out", region.Beside("both")];
        RefusalAssert.Refused(region, compare,
            $"{compare[2]}: error: is the same results folder as the first, and does not differ from itself; name two");
        Assert.That(CommandLine.Run([.. compare, "--lang", "fr"]).Error,
            Does.Contain("est le même dossier de résultats que le premier, et ne diffère pas de lui-même\u00a0; en nommer deux"));
    }
}
