using InstallSim.Inputs;
using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Simulation.State;
using InstallSim.Tests.Simulation;

namespace InstallSim.Tests.Policies;

public sealed class PolicyTests
{
    private static IEnumerable<string> Regions => ["centre-val-de-loire", "france"];

    private static IEnumerable<string> Types => PolicyCatalog.All.Keys;

    [TestCaseSource(nameof(Types))]
    public void Each_policy_has_a_scenario_and_a_test_file_of_its_name(string type)
    {
        string[] files = [.. new[] { "centre-val-de-loire", "measures" }
            .Select(folder => Repository.PathOf("scenarios", folder, type + ".yaml"))];
        Assert.That(files.Where(File.Exists), Is.Not.Empty, $"none of {string.Join(", ", files)}");
        Assert.That(Repository.PathOf("tests", "InstallSim.Tests", "Policies", PolicyCatalog.All[type].Name + "Tests.cs"), Does.Exist);
    }

    [TestCaseSource(nameof(Regions))]
    public void The_bundle_is_the_sum_of_its_parts(string region)
    {
        string[] parts = [.. new[] { "msp-opening", "rural-training", "accompaniment" }.SelectMany(name => Policies(region, name))];
        Assert.That(Policies(region, "bundle"), Is.EqualTo(parts));
    }

    [Test]
    public void A_policy_before_its_first_and_after_its_last_year_does_nothing()
    {
        var grant = new InstallationGrant { Type = "installation-grant", From = 2028, Until = 2029, AmountKeur = 100 };
        RunRecord baseline = TestRegion.Run(TestRegion.Scenario()), run = TestRegion.Run(TestRegion.Scenario(grant));
        Assert.That(PolicyRuns.Differences(baseline, run, 2027), Is.Empty);
        Assert.That(Enumerable.Range(2026, 7).Where(y => PolicyRuns.Cost(run, y) > 0), Is.EqualTo(new[] { 2028, 2029 }));
        Assert.That(run.Reached.Select(a => (int)a.Year), Is.All.InRange(2028, 2029));
    }

    [Test]
    public void Two_policies_in_one_scenario_cost_the_sum_of_what_each_costs_for_the_same_choices()
    {
        var grant = new InstallationGrant { Type = "installation-grant", From = 2026 };
        RunRecord one = TestRegion.Run(TestRegion.Scenario(grant with { AmountKeur = 80 }));
        RunRecord two = TestRegion.Run(TestRegion.Scenario(grant with { AmountKeur = 50 }, grant with { AmountKeur = 30, Name = "more" }));
        Assert.That(two.History, Is.EqualTo(one.History));
        Assert.That(Enumerable.Range(2026, 7).Select(y => PolicyRuns.Cost(two, y)),
            Is.EqualTo(Enumerable.Range(2026, 7).Select(y => PolicyRuns.Cost(one, y))).Within(1e-9));
    }

    [Test]
    public void No_policy_ever_costs_less_than_nothing([Values(0, 1)] int replication)
    {
        RunRecord run = TestRegion.Run(TestRegion.Scenario(
            new InstallationGrant { Type = "installation-grant", From = 2026, AmountKeur = 50 },
            new IncomeSupplement { Type = "income-supplement", From = 2026, KeurPerYear = 10 },
            new MspOpening { Type = "msp-opening", From = 2026, PerYear = 1 },
            new RuralTraining { Type = "rural-training", From = 2026, Share = 0 },
            new Accompaniment { Type = "accompaniment", From = 2026 },
            new SelectiveContracting { Type = "selective-contracting", From = 2026 }), replication);
        double[] costs = [.. Enumerable.Range(2025, 8).Select(y => PolicyRuns.Cost(run, y))];
        Assert.That(costs, Is.All.GreaterThanOrEqualTo(0));
        for (int y = 0; y < 8; y++)
        {
            Assert.That(TestRegion.Value(run, y, "policy-cost-cumulative"), Is.EqualTo(costs[..(y + 1)].Sum()).Within(1e-9));
        }
    }

    /// <summary>The policies of a shipped scenario, written out.</summary>
    private static string[] Policies(string region, string name)
    {
        var errors = new InputErrors();
        ScenarioSource? source = ScenarioReader.Read(Repository.PathOf("scenarios", region, name + ".yaml"), errors);
        Assert.That(errors.All, Is.Empty);
        var list = (YamlSequence)source!.Document.Root.Find("policies")!.Value;
        return [.. list.Items.Select(item => YamlText.Canonical((YamlMapping)item)).Where(text => !text.Contains("name: in-force-"))];
    }
}
