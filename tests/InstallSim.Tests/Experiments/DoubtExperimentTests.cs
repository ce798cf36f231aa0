using System.Globalization;
using InstallSim.Experiments;
using InstallSim.Inputs;
using InstallSim.Results;
using InstallSim.Scenarios;
using InstallSim.Tests.EndToEnd;
using InstallSim.Tests.Scenarios;

namespace InstallSim.Tests.Experiments;

/// <summary>Doubt from the file to the intervals, and the parameters of policies among what is listed and varied.</summary>
public sealed class DoubtExperimentTests
{
    private const string Amount = "policies.Grant, in town.amount-keur";

    private static RunResults Run(LoadedExperiment loaded, MadeUpRegion region) =>
        ExperimentRunner.Run(loaded, region.Out, RunWatch.None with { Leftovers = new Leftovers(Resume: false, Force: true) });

    /// <summary>The made-up region whose second scenario also has a policy with a range.</summary>
    private static LoadedExperiment WithRangedPolicy(MadeUpRegion region)
    {
        LoadedExperiment loaded = ExperimentReader.Read([region.Folder], "baseline", [], 1);
        Scenario grant = loaded.Experiment.Scenarios[1].Scenario with
        {
            Policies = [new RangedPolicy { Type = "ranged", Name = "Grant, in town", From = 2026 }],
        };
        return loaded with
        {
            Experiment = loaded.Experiment with
            {
                Scenarios = [loaded.Experiment.Scenarios[0], loaded.Experiment.Scenarios[1].With(grant)],
            },
            Sources = [loaded.Sources[0], loaded.Sources[1] with { Scenario = grant }],
        };
    }

    [Test]
    public void A_scenario_compared_with_itself_differs_in_nothing_under_doubt()
    {
        using var region = new MadeUpRegion();
        region.Replace("grant.yaml", "amount-keur: 100", "amount-keur: 0");
        RunResults results = Run(ExperimentReader.Read([region.Folder], "baseline", ["replications=4"], 2), region);
        Assert.That(results.Manifest.HoldsDoubt, Is.True);
        Assert.That(results.Comparisons.Where(c => double.IsFinite(c.Difference)).Select(c => (c.Difference, c.Lower, c.Upper)),
            Is.All.EqualTo((0.0, 0.0, 0.0)));
    }

    [Test]
    public void Intervals_under_doubt_are_those_of_one_more_replication_and_say_what_chance_has()
    {
        using var region = new MadeUpRegion();
        RunResults results = Run(ExperimentReader.Read([region.Folder], "baseline", ["replications=8"], 2), region);
        Comparison stock = results.Comparisons.Single(c => c.Indicator == "stock" && c.Year == 2028);
        var values = results.Observations.Where(o => o.Indicator == "stock" && o.Year == 2028).ToLookup(o => o.Scenario, o => o.Value);
        double[] differences = [.. values["grant"].Zip(values["baseline"], (a, b) => a - b)];
        Interval expected = DoubtIntervals.OfNext(differences);
        Assert.That((stock.Lower, stock.Upper), Is.EqualTo((expected.Lower, expected.Upper)));
        Assert.That(stock.ChanceShare, Is.EqualTo(DoubtIntervals.ChanceShare(differences)));
        RunResults sure = Run(ExperimentReader.Read([region.Folder], "baseline", ["replications=8", "uncertainty=none"], 2), region);
        Assert.That(sure.Comparisons.Select(c => c.ChanceShare), Is.All.EqualTo(1));
        Assert.That(sure.Manifest.Drawn, Is.Empty);
    }

    [Test]
    public void A_scenario_without_any_range_has_intervals_of_chance_alone()
    {
        using var region = new MadeUpRegion();
        var errors = new InputErrors();
        Scenario baseline = ScenarioReader.Read(region.PathOf("baseline.yaml"), errors)!.Scenario;
        string[] points = [.. Doubt.Ranges(baseline).Select(n => string.Create(
            CultureInfo.InvariantCulture,
            $"{n.Path}={{ value: {n.Number.Value}, low: {n.Number.Value}, high: {n.Number.Value}, source: test }}"))];
        RunResults point = Run(ExperimentReader.Read([region.Folder], "baseline", points, 2), region);
        RunResults none = Run(ExperimentReader.Read([region.Folder], "baseline", ["uncertainty=none"], 2), region);
        Assert.That(point.Manifest.HoldsDoubt, Is.False);
        Assert.That(point.Observations, Is.EqualTo(none.Observations));
        Assert.That(point.Comparisons, Is.EqualTo(none.Comparisons));
    }

    [Test]
    public void The_manifest_lists_the_parameters_of_policies_with_range_and_source()
    {
        using var region = new MadeUpRegion();
        Manifest manifest = Run(WithRangedPolicy(region), region).Manifest;
        SettingInfo[] bare = [.. manifest.Settings.Select(s => s with { Label = null, LabelFrench = null })];
        Assert.That(bare, Does.Contain(new SettingInfo(Amount, "50", "k€", 20, 90, "ASSUMPTION of a test")));
        Assert.That(bare, Does.Contain(new SettingInfo("policies.Grant, in town.places", "5", "GPs", null, null, "ASSUMPTION")));
        Assert.That(manifest.Drawn, Does.Contain(Amount));
        SettingInfo[] rests = [.. manifest.Scenarios.Single(s => s.Name == "grant").Parameters];
        Assert.That(rests, Does.Contain(manifest.Settings.Single(s => s.Name == Amount)), "each scenario holds its own");
        Assert.That(manifest.Scenarios[0].Parameters, Is.Empty);
        Assert.That(rests.Select(s => s.Name), Is.Unique.And.None.EndsWith(".from").And.None.EndsWith(".name").And.None.EndsWith(".type"));
        Manifest read = Run(ExperimentReader.Read([region.Folder], "baseline", [], 1), region).Manifest;
        Assert.That(read.Settings.Single(s => s.Name == "policies.installation-grant.amount-keur").Source,
            Does.Match(@"^set in .*grant\.yaml\(7,18\)$"));
        SettingInfo where = read.Scenarios[1].Parameters[0];
        Assert.That((where.Name, where.Value), Is.EqualTo(("policies.installation-grant.where.accessibility-below", "2.5")),
            "where it holds comes first");
        Assert.That(where.Source, Does.Match(@"^set in .*grant\.yaml\(8,"));
        Assert.That(read.Settings.Select(s => (s.Name, s.Value, s.Low, s.High)), Is.Unique);
    }

    [Test]
    public void A_parameter_of_a_policy_is_varied_where_a_scenario_has_it()
    {
        using var region = new MadeUpRegion();
        LoadedExperiment loaded = WithRangedPolicy(region);
        RunResults results = Run(loaded, region);
        string[] said = "preferences.consideration,policies.Grant, in town.amount-keur".Split(',', StringSplitOptions.TrimEntries);
        IReadOnlyList<SettingInfo> chosen = SensitivityRunner.Choose(loaded, said);
        var rows = SensitivityRunner.Run(results, loaded, chosen, region.Beside("varied"), _ => { }, RunWatch.None);
        Assert.That(rows.Select(r => (r.Scenario, r.Setting, r.Low, r.High)).Distinct(), Is.EqualTo(new[]
        {
            ("grant", "preferences.consideration", "0.3", "0.8"), ("grant", Amount, "20", "90"),
        }));
        Assert.That(SensitivityRunner.Choose(loaded, [SensitivityRunner.All]).Select(s => s.Name), Does.Contain(Amount));
        Assert.That(() => SensitivityRunner.Choose(loaded, ["policies.Grant"]), Throws.TypeOf<InputException>());
    }

    [Test]
    public void Doubt_and_chance_are_named_on_the_console_and_on_the_page()
    {
        using var region = new MadeUpRegion();
        string doubt = CommandLine.Done("compare", region.Folder, "--out", region.Out, "--replications", "8");
        string page = File.ReadAllText(Path.Combine(region.Out, "report.html"));
        int drawn = ResultsFolder.Read(region.Out).Manifest.Drawn.Count;
        Assert.That(drawn, Is.GreaterThan(5));
        Assert.That(doubt, Does.Contain("95 % interval: doubt and chance").And.Contain($"{drawn} uncertain inputs"));
        Assert.That(page,
            Does.Contain("intervals: doubt and chance").And.Contain("incertitude et hasard").And.Contain("physicians.moving-cost"));
        Assert.That(page,
            Does.Match("of the variance of that effect; the rest is doubt about the inputs|All of the variance of that effect is chance"));
        Assert.That(File.ReadLines(Path.Combine(region.Out, "comparison.csv")).First(), Does.EndWith(",replications,chance_share"));
        string chance = CommandLine.Done("compare", region.Folder, "--out", region.Out, "--replications", "6", "--set", "uncertainty=none",
            "--force");
        Assert.That(chance, Does.Contain("95 % interval: chance alone").And.Not.Contain("uncertain inputs"));
        Assert.That(File.ReadAllText(Path.Combine(region.Out, "report.html")),
            Does.Contain("intervals: chance alone").And.Contain("hasard seul"));
    }

    [Test]
    public void A_doubtful_default_that_is_taken_as_certain_is_warned_about()
    {
        using var region = new MadeUpRegion();
        region.Replace("baseline.yaml", "  classes:", "  consideration: 0.5\n  classes:");
        CommandLine.Outcome validated = CommandLine.Run("validate", region.PathOf("baseline.yaml"));
        Assert.That(validated.Code, Is.Zero);
        Assert.That(validated.Error,
            Does.Contain("baseline.yaml(13,18): warning: 'consideration': 0.5 is taken as certain, where the "
                + "default has a range, 0.3 to 0.8"));
        Assert.That(CommandLine.Run("compare", region.Folder, "--out", region.Out).Error, Does.Contain("warning: 'consideration'"));
        Assert.That(CommandLine.Run("validate", region.PathOf("baseline.yaml"), "--set", "uncertainty=none").Error,
            Does.Not.Contain("consideration"));
        Assert.That(CommandLine.Run("validate", region.Folder).ErrorLines, Has.One.Contains("consideration"),
            "once, though two scenarios share it");
    }

    [Test]
    public void What_is_refused_is_told_without_warnings_but_by_validate()
    {
        using var region = new MadeUpRegion();
        region.Replace("baseline.yaml", "  classes:", "  consideration: 0.5\n  classes:");
        region.Replace("grant.yaml", "amount-keur: 100", "amount-keur: -5");
        RefusalAssert.Refused(region, "grant.yaml(7,18): error: 'amount-keur': -5 is out of range");
        Assert.That(CommandLine.Run("validate", region.Folder).Error, Does.Contain("baseline.yaml(13,18): warning: 'consideration'"));
    }
}
