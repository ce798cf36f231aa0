using InstallSim.Experiments;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.EndToEnd;

/// <summary>Every scenario that ships is right, and runs.</summary>
public sealed class ShippedScenariosTests
{
    private static readonly string[] Short = ["--replications", "1", "--years", "2025..2028", "--quiet"];

    private static IEnumerable<string> Folders => Directory.GetDirectories(Repository.PathOf("scenarios"))
        .Where(folder => File.Exists(Path.Combine(folder, "baseline.yaml"))).Select(folder => Path.GetFileName(folder))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> OfCentreValDeLoire =>
        Directory.GetFiles(Repository.PathOf("scenarios", "centre-val-de-loire"), "*.yaml")
            .Select(file => Path.GetFileName(file)).Where(name => name != "territories.yaml").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Measures => Directory.GetFiles(Repository.PathOf("scenarios", "measures"), "*.yaml")
        .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Folders))]
    public void Every_file_of_a_folder_is_right(string folder)
    {
        string path = Repository.PathOf("scenarios", folder);
        string[] lines = CommandLine.Done("validate", path).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Length.EqualTo(
            Directory.GetFiles(path, "*.yaml").Count(file => Path.GetFileName(file) != "territories.yaml")));
        Assert.That(lines, Is.All.EndsWith(": right"));
    }

    /// <summary>With the tables beside a developer's clone and without them, as in a copy.</summary>
    [Test]
    public void All_that_ships_is_right_in_a_clone_though_tables_are_no_part_of_it()
    {
        using var clone = new TemporaryFolder();
        foreach (string file in Directory.GetFiles(Repository.PathOf("scenarios"), "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(clone.Path, "clone", "scenarios", Path.GetRelativePath(Repository.PathOf("scenarios"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        const string mappings = "tests/InstallSim.Tests/EndToEnd/mappings";
        foreach (string file in Directory.GetFiles(Repository.PathOf(mappings)))
        {
            clone.Write($"clone/{mappings}/{Path.GetFileName(file)}", File.ReadAllText(file));
        }

        string scenarios = Path.Combine(clone.Path, "clone", "scenarios"), plan = Path.Combine(scenarios, "validation", "france.yaml");
        CommandLine.Outcome all = CommandLine.Run("validate", scenarios, "--strict");
        Assert.That((all.Code, all.ErrorLines.Where(line => !line.Contains(": note: "))), Is.EqualTo((0, Array.Empty<string>())));
        Assert.That(all.Error, Does.Contain($"{plan}: note: left unchecked: it needs what is no part of this folder and not there, "
            + Path.Combine(clone.Path, "shared")));
        Assert.That(all.Output, Does.Not.Contain(plan).And.Contain("bundle.yaml: right"));
        Assert.That(CommandLine.Run("validate", plan).Code, Is.EqualTo(2), "named itself");
        Assert.That(CommandLine.Run("validate", Path.GetDirectoryName(plan)!).Code, Is.Zero);
        File.WriteAllText(Path.Combine(scenarios, "validation", "typo.yaml"),
            File.ReadAllText(plan).Replace("france-2016.yaml", "no-folder/france-2016.yaml", StringComparison.Ordinal));
        Assert.That(CommandLine.Run("validate", Path.GetDirectoryName(plan)!).Code, Is.EqualTo(2), "a fault of its own");
        clone.Write("clone/scenarios/mine/misspelt.yaml", "name: mine\ntitle: Mine\nterritories: ../frnace/territories.yaml\n");
        CommandLine.Outcome misspelt = CommandLine.Run("validate", Path.Combine(scenarios, "mine"), "--strict");
        Assert.That(misspelt.Code, Is.EqualTo(2), "a folder of nearly the name is there");
        Assert.That(misspelt.Error, Does.Contain("did you mean '").And.Contain("france"));
    }

    [Test]
    public void Every_plan_is_right() => Assert.That(
        CommandLine.Done("validate", Repository.PathOf("scenarios", "plans")).Split('\n', StringSplitOptions.RemoveEmptyEntries),
        Has.Length.GreaterThan(1).And.All.EndsWith(": right"));

    [TestCaseSource(nameof(OfCentreValDeLoire))]
    public void Every_scenario_of_centre_val_de_loire_runs(string name) => AssertRuns("centre-val-de-loire", name);

    /// <summary>Until 2038: who is admitted in 2027 graduates in 2037.</summary>
    [Test]
    public void Every_measure_is_right_runs_and_changes_something()
    {
        using var region = new MadeUpRegion();
        string baseline = Repository.PathOf("scenarios", "centre-val-de-loire", "baseline.yaml"),
            measures = Repository.PathOf("scenarios", "measures");
        CommandLine.Done([
            "compare", baseline, .. Measures.Select(name => Path.Combine(measures, name)), "--out", region.Out,
            "--replications", "1", "--years", "2025..2038", "--set", "uncertainty=none", "--quiet"]);
        var changed = ResultsFiles.Rows(region.Out, "comparison.csv").Where(r => r[4] is not ("" or "0")).Select(r => r[0]).Distinct();
        Assert.That(changed, Is.EquivalentTo(Measures.Select(name => Path.GetFileNameWithoutExtension(name))));
    }

    [TestCase("bundle.yaml")]
    public void A_scenario_of_france_runs(string name) => AssertRuns("france", name);

    [TestCase("centre-val-de-loire", "cvl_epci", 79, 1685)]
    [TestCase("france", "france_epci", 1247, 53499)]
    public void A_scenario_runs_on_a_user_s_own_table(string folder, string table, int territories, double physicians)
    {
        Repository.SharedData("territories", table + ".csv");
        using var region = new MadeUpRegion();
        CommandLine.Done([
            "run", Repository.PathOf("scenarios", folder, "installation-grant.yaml"), "--out", region.Out, .. Short,
            "--territories", Repository.PathOf("tests", "InstallSim.Tests", "EndToEnd", "mappings", table + ".yaml")]);
        Assert.That(ResultsFiles.Rows(region.Out, "places.csv"), Has.Length.EqualTo(territories));
        Assert.That(ResultsFiles.Values(region.Out, "stock")[("installation-grant", 0, 2025)], Is.EqualTo(physicians));
        Assert.That(Path.Combine(region.Out, "shapes.json"), Does.Exist);
    }

    [Test]
    public void A_resolved_scenario_says_where_each_value_comes_from()
    {
        string text = CommandLine.Done("validate", Repository.PathOf("scenarios", "centre-val-de-loire", "bundle.yaml"), "--resolved");
        Assert.That(text, Does.Match(@"(?m)^name: bundle  # .*bundle\.yaml:2$"));
        Assert.That(text, Does.Match(@"(?m)^\s+- type: msp-opening  # .*/msp-opening\.yaml:\d+$"));
        Assert.That(text, Does.Match(@"(?m)^seed: 2025  # .*nothing-at-all\.yaml:\d+$"));
        Assert.That(text,
            Does.Match(@"(?m)^  consideration:\n    value: 0\.5  # .*defaults\.yaml:\d+\n    low: 0\.3  # "
                + @".*defaults\.yaml:\d+\n    high: 0\.8  #"));
    }

    [Test]
    public void A_folder_is_compared_without_what_its_baseline_extends_unless_that_is_named()
    {
        string folder = Repository.PathOf("scenarios", "centre-val-de-loire"), parent = Path.Combine(folder, "nothing-at-all.yaml");
        string[] Names(params string[] paths) =>
            [.. ExperimentReader.Read(paths, "baseline", [], 1).Experiment.Scenarios.Select(s => s.Scenario.Name)];
        Assert.That(Names(folder), Has.None.EqualTo("nothing-at-all").And.Length.EqualTo(8));
        Assert.That(Names(parent, Path.Combine(folder, "baseline.yaml")), Is.EqualTo(new[] { "baseline", "nothing-at-all" }));
    }

    private static void AssertRuns(string folder, string name)
    {
        using var region = new MadeUpRegion();
        CommandLine.Done(["run", Repository.PathOf("scenarios", folder, name), "--out", region.Out, .. Short]);
        Dictionary<(string Scenario, int Replication, int Year), double> stock = ResultsFiles.Values(region.Out, "stock");
        Assert.That(stock.Keys.Select(k => k.Year), Is.EqualTo(new[] { 2025, 2026, 2027, 2028 }));
        Assert.That(stock.Values, Is.All.GreaterThan(1000));
        Assert.That(Path.Combine(region.Out, "report.html"), Does.Exist);
        Assert.That(Directory.Exists(region.Out + ".unfinished"), Is.False);
    }
}
