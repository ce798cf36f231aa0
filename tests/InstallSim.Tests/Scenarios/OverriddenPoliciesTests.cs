using InstallSim.Inputs;
using InstallSim.Policies;
using InstallSim.Scenarios;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Scenarios;

/// <summary><c>--set policies.…</c> in comparisons, of which not every scenario has the policy.</summary>
public sealed class OverriddenPoliciesTests
{
    private const string InForce = """
        extends: baseline.yaml
        name: in-force
        title: In force
        policies: [{ type: installation-grant, name: old-grant, from: 2026, amount-keur: 10 }]

        """;

    private const string More = """
        extends: in-force.yaml
        name: more
        title: More
        policies: [{ type: installation-grant, from: 2027, amount-keur: 20 }]

        """;

    private static (ScenarioSource[] Sources, InputErrors Errors, string[] Files) Read(MadeUpRegion region, string set)
    {
        var errors = new InputErrors();
        string[] files = [region.PathOf("baseline.yaml"), region.Write("in-force.yaml", InForce), region.Write("more.yaml", More)];
        return (ScenarioReader.Read(files, errors, [set]), errors, files);
    }

    private static double[][] Amounts(ScenarioSource[] sources) =>
        [.. sources.Select(s => s.Scenario.Policies.Select(p => ((InstallationGrant)p).AmountKeur.Value).ToArray())];

    [Test]
    public void A_policy_is_changed_by_its_label_in_the_scenarios_that_have_it()
    {
        using var region = new MadeUpRegion();
        var (sources, errors, files) = Read(region, "policies.installation-grant.amount-keur=7");
        Assert.That(errors.All, Is.Empty);
        Assert.That(Amounts(sources), Is.EqualTo(new double[][] { [], [10], [10, 7] }));
        InputWarning note = errors.Warnings.Single(w => w.IsNote);
        Assert.That(note.Message,
            Is.EqualTo($"'installation-grant' is changed only in the files that have it, not in {files[0]}, {files[1]}"));
        Assert.That(note.Said.French, Is.EqualTo(
            $"«\u00a0installation-grant\u00a0» n’est changé que dans les fichiers qui l’ont, pas dans {files[0]}, {files[1]}"));
    }

    [Test]
    public void A_named_policy_is_changed_in_all_that_inherit_it()
    {
        using var region = new MadeUpRegion();
        Assert.That(Amounts(Read(region, "policies.old-grant.amount-keur=7").Sources),
            Is.EqualTo(new double[][] { [], [7], [7, 20] }));
    }

    [Test]
    public void What_stands_at_a_position_is_told()
    {
        using var region = new MadeUpRegion();
        var (sources, errors, files) = Read(region, "policies.0.amount-keur=7");
        Assert.That(Amounts(sources), Is.EqualTo(new double[][] { [], [7], [7, 20] }));
        Assert.That(errors.Warnings.Where(w => w.IsNote).Select(w => w.Message),
            Is.EqualTo(new[] { $"'0' is changed only in the files that have it, not in {files[0]}", "item 0 is 'old-grant'" }));
        Assert.That(errors.Warnings.Last(w => w.IsNote).Said.French, Is.EqualTo("l’élément 0 est «\u00a0old-grant\u00a0»"));
    }

    [TestCase("instalation-grant", "the list has no item 'instalation-grant'; did you mean 'installation-grant'?; items: old-grant, "
        + "installation-grant")]
    [TestCase("2", "there is no item 2; the list has 2, counted from 0")]
    public void What_no_scenario_has_is_refused_once(string step, string expected)
    {
        using var region = new MadeUpRegion();
        Assert.That(Read(region, $"policies.{step}.amount-keur=7").Errors.All.Select(e => e.Message), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void A_folder_is_validated_with_what_only_some_of_its_scenarios_have_as_it_is_compared()
    {
        using var region = new MadeUpRegion();
        const string set = "policies.installation-grant.amount-keur=7",
            note = $"--set {set}: note: 'installation-grant' is changed only in the files that have it, not in ";
        CommandLine.Outcome valid = CommandLine.Run("validate", region.Folder, "--set", set);
        Assert.That((valid.Code, MadeUpRegion.Told(valid)[0]), Is.EqualTo((0, note + region.PathOf("baseline.yaml"))));
        Assert.That(CommandLine.Run("compare", region.Folder, "--set", set, "--status", "--out", region.Out).Code, Is.Zero);
        CommandLine.Outcome high = CommandLine.Run("validate", region.Folder, "--set", "policies.installation-grant.amount-keur=-7");
        Assert.That((high.Code, MadeUpRegion.Told(high).Length), Is.EqualTo((2, 3)), high.Error);
        Assert.That(high.Error, Does.Contain("-7 is out of range"));

        CommandLine.Outcome alone = CommandLine.Run("validate", region.PathOf("baseline.yaml"), "--set", set);
        Assert.That((alone.Code, alone.Output, MadeUpRegion.Told(alone)[0]), Is.EqualTo(
            (2, "", $"--set {set}: error: the list has no item 'installation-grant'; items: none")));
        CommandLine.Outcome nowhere = CommandLine.Run("validate", region.Folder, "--set", "policies.grant.amount-keur=7");
        Assert.That((nowhere.Code, nowhere.Output, MadeUpRegion.Told(nowhere).Length), Is.EqualTo((2, "", 2)), nowhere.Error);
        Assert.That(nowhere.Error, Does.Contain("the list has no item 'grant'").And.Contain("items: installation-grant"));

        // A plan beside the scenarios has neither the policy nor a place for another value of what it varies.
        region.Write("plans/plan.yaml", $"""
            scenarios: ['{region.PathOf("baseline.yaml")}', '{region.PathOf("grant.yaml")}']
            replications: 1
            numbers:
              - number: policies.installation-grant.amount-keur
                low: 0
                high: 9
            outcomes: [stock]
            design:
              type: grid
              levels: 2
            """);
        Assert.That(CommandLine.Run("validate", region.Folder, "--set", set).Code, Is.Zero);
        Assert.That(CommandLine.Run("validate", region.PathOf("plans/plan.yaml"), "--set", set).Code, Is.EqualTo(2), "named itself");
    }

    [Test]
    public void A_policy_called_as_an_inherited_one_is_warned_of()
    {
        using var region = new MadeUpRegion();
        var errors = new InputErrors();
        string parent = region.Write("in-force.yaml", InForce);
        string child = region.Write("more.yaml", More.Replace("from: 2027", "name: old-grant, from: 2027"));
        Assert.That(ScenarioReader.Read(child, errors), Is.Not.Null);
        InputWarning warning = errors.Warnings.Single();
        Assert.That(warning.Place, Is.EqualTo(new Place(child, 4, 46)));
        Assert.That(warning.Message, Is.EqualTo($"'old-grant' is the name of another policy too, at {parent}(4,12): both share their "
            + "random numbers and one line of costs; give one another name, unless they are one measure"));
        Assert.That(warning.Said.French, Does.StartWith("«\u00a0old-grant\u00a0» est aussi le nom d’une autre mesure"));
    }

    [Test]
    public void A_missing_parent_hides_no_fault_of_the_file_and_makes_none()
    {
        using var region = new MadeUpRegion();
        region.Write("more.yaml", """
            extends: in-forc.yaml
            name: More
            zonning: {}
            physicians: { women-share: 2, moving-cost: { low: 1 } }
            policies:
              - { type: installation-grant, from: 2027, until: 2026, amount-keur: x }
              - { type: msp-opening, from: 2027, budget: plan }

            """);
        var errors = new InputErrors();
        Assert.That(ScenarioReader.Read(region.PathOf("more.yaml"), errors, ["policies.old-grant.amount-keur=1"]), Is.Null);
        Assert.That(InputErrors.Sorted(errors.All).Select(e => (e.Place.Line, e.Message.Split([';', ','])[0])), Is.EqualTo(new[]
        {
            (1, $"file '{region.PathOf("in-forc.yaml")}' does not exist"),
            (2, "'More' is no kebab-case name: small letters"),
            (3, "unknown key 'zonning'"),
            (4, "'women-share': 2 is out of range"),
            (6, "the policy ends in 2026"),
            (6, "'amount-keur': expected a number from 0 to 1000 (k€)"),
            (7, "key 'per-year' is missing"),
        }));
    }

    [Test]
    public void A_scenario_called_as_another_of_its_folder_is_warned_of()
    {
        using var region = new MadeUpRegion();
        string path = region.Write("mine.yaml", "extends: baseline.yaml\nname: grant # mine\ntitle: Mine\n");
        foreach ((string language, string expected) in new[]
        {
            ("en", "(2,7): warning: 'grant' is the name of another scenario of the folder too, grant.yaml: 'installsim compare' of the "
                + "folder refuses both"),
            ("fr", "(2,7)\u00a0: avertissement\u00a0: «\u00a0grant\u00a0» est aussi le nom d’un autre scénario du dossier, grant.yaml"),
        })
        {
            CommandLine.Outcome outcome = CommandLine.Run("validate", path, "--lang", language);
            Assert.That(outcome.Code, Is.Zero);
            Assert.That(MadeUpRegion.Told(outcome)[0], Does.StartWith(path + expected));
        }

        Assert.That(MadeUpRegion.Told(CommandLine.Run("validate", region.PathOf("baseline.yaml"))), Is.Empty);
    }
}
