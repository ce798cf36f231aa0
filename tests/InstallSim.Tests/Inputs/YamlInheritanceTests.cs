using InstallSim.Inputs;

namespace InstallSim.Tests.Inputs;

public class YamlInheritanceTests
{
    private const string Parent = """
        name: baseline
        replications: 30
        territories: data/t.csv
        tags: [a, b]
        coefficients: { income: 0.015, peers: { value: 0.2, source: "Someone (2019)" } }
        access: { radius: 45 }
        policies:
          - { type: grant, amount-keur: 50 }
        """;

    [Test]
    public void A_child_says_only_what_differs()
    {
        using var folder = new TemporaryFolder();
        folder.Write("region/baseline.yaml", Parent);
        SampleScenario scenario = Sample.Good(folder.Write("child.yaml", """
            extends: region/baseline.yaml
            name: child
            tags: [c]
            coefficients: { peers: { value: 0.3 }, income: 0.02 }
            policies:
              - { type: opening, per-year: 6 }
            """));
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Name, Is.EqualTo("child"));
            Assert.That(scenario.Replications, Is.EqualTo(30));
            Assert.That(scenario.Territories, Is.EqualTo(Path.Combine(folder.Path, "region", "data", "t.csv")));
            Assert.That(scenario.Tags, Is.EqualTo((string[])["c"]));
            Assert.That(scenario.Coefficients["peers"].Value, Is.EqualTo(0.3));
            Assert.That(scenario.Coefficients["peers"].Source, Is.EqualTo("Someone (2019)"));
            Assert.That(scenario.Coefficients["income"].Value, Is.EqualTo(0.02));
            Assert.That(scenario.Access.Radius, Is.EqualTo(45));
            Assert.That(scenario.Policies.Select(policy => policy.GetType()),
                Is.EqualTo((Type[])[typeof(SampleGrant), typeof(SampleOpening)]));
        });
    }

    [Test]
    public void French_words_of_the_parent_do_not_stand_beside_other_words_of_the_child()
    {
        using var folder = new TemporaryFolder();
        folder.Write("parent.yaml", "title: Old\ntitle-fr: Ancien\nunit: mile\nunit-fr: mille\n");
        string child = folder.Write("child.yaml", "extends: parent.yaml\ntitle: New\n");
        var errors = new InputErrors();
        YamlMapping root = YamlInheritance.Read(child, errors)!.Root;
        Assert.That(root.Entries.Select(entry => entry.Key), Is.EqualTo(new[] { "title", "unit", "unit-fr" }));
    }

    [Test]
    public void An_exclamation_mark_replaces_what_the_parent_says()
    {
        using var folder = new TemporaryFolder();
        folder.Write("baseline.yaml", Parent);
        SampleScenario scenario = Sample.Good(folder.Write("child.yaml", """
            extends: baseline.yaml
            policies!:
              - { type: opening }
            coefficients!: { schools: 1 }
            """));
        Assert.That(scenario.Policies.Single(), Is.TypeOf<SampleOpening>());
        Assert.That(scenario.Coefficients.Keys, Is.EqualTo((string[])["schools"]));
    }

    [TestCase("policies: []", "child.yaml(2,1): warning: 'policies: []' adds nothing to what is inherited, and takes nothing away; "
        + "'policies!: []' has none of it")]
    [TestCase("coefficients: {}", "child.yaml(2,1): warning: 'coefficients: {}' adds nothing to what is inherited, and takes nothing away; "
        + "'coefficients!: {}' has none of it")]
    [TestCase("policies!: []", null)]
    [TestCase("coefficients!: {}", null)]
    public void What_is_empty_and_adds_nothing_is_warned_of(string line, string? expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("baseline.yaml", Parent);
        string child = folder.Write("child.yaml", $"extends: baseline.yaml\n{line}\n");
        var errors = new InputErrors();
        YamlInheritance.Read(child, errors, new HashSet<string> { "policies" });
        Assert.That(errors.Warnings.Select(w => w.ToString().Replace(folder.Path + Path.DirectorySeparatorChar, "")),
            Is.EqualTo(expected is null ? [] : new[] { expected }));
    }

    [Test]
    public void Nothing_beside_nothing_is_not_warned_of()
    {
        using var folder = new TemporaryFolder();
        folder.Write("baseline.yaml", "name: baseline\npolicies: []\ncoefficients: {}\n");
        var errors = new InputErrors();
        YamlInheritance.Read(folder.Write("child.yaml", "extends: baseline.yaml\npolicies: []\ncoefficients: {}\n"), errors,
            new HashSet<string> { "policies" });
        Assert.That(errors.Warnings, Is.Empty);
    }

    [Test]
    public void Null_takes_away_what_the_parent_says()
    {
        using var folder = new TemporaryFolder();
        folder.Write("baseline.yaml", Parent);
        SampleScenario scenario = Sample.Good(folder.Write("child.yaml", "extends: baseline.yaml\nterritories: null\nthreshold: null\n"));
        Assert.That(scenario.Territories, Is.Null);
        Assert.That(scenario.Threshold, Is.Null);
    }

    [Test]
    public void Grandparents_count_and_policies_stand_in_order_of_age()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.yaml", "name: a\nseed: 1\npolicies: [{ type: opening, name: one }]\n");
        folder.Write("b.yaml", "extends: a.yaml\nseed: 2\npolicies: [{ type: opening, name: two }]\n");
        SampleScenario scenario = Sample.Good(folder.Write("c.yaml", "extends: b.yaml\npolicies: [{ type: opening, name: three }]\n"));
        Assert.That(scenario.Seed, Is.EqualTo(2u));
        Assert.That(scenario.Policies.Select(policy => policy.Name), Is.EqualTo((string[])["one", "two", "three"]));
    }

    [Test]
    public void A_mapping_of_another_type_replaces_the_parent_s()
    {
        var errors = new InputErrors();
        using var folder = new TemporaryFolder();
        YamlMapping was = YamlFile.Read(folder.Write("a.yaml", "metric: { type: apl, cap: 9 }"), errors)!;
        YamlMapping now = YamlFile.Read(folder.Write("b.yaml", "metric: { type: density }"), errors)!;
        YamlMapping merged = YamlInheritance.Merge(was, now, new HashSet<string>(), errors);
        Assert.That(YamlText.Canonical(merged), Is.EqualTo("metric:\n  type: density\n"));
    }

    [Test]
    public void An_error_points_at_the_file_that_says_it()
    {
        using var folder = new TemporaryFolder();
        string parent = folder.Write("baseline.yaml", "name: baseline\nreplications: 0\n");
        string child = folder.Write("child.yaml", "extends: baseline.yaml\nseed: x\n");
        var errors = new InputErrors();
        Sample.Read(child, errors);
        Assert.That(errors.All.Select(error => error.Place), Is.EqualTo((Place[])[new(parent, 2, 15), new(child, 2, 7)]));
    }

    [Test]
    public void A_circle_of_parents_is_shown()
    {
        using var folder = new TemporaryFolder();
        string a = folder.Write("a.yaml", "name: a\nextends: b.yaml\n");
        string b = folder.Write("b.yaml", "extends: c.yaml\n");
        string c = folder.Write("c.yaml", "extends:   ./a.yaml\n");
        Assert.That(Faults(a), Is.EqualTo((string[])[$"{c}(1,12): error: extends goes in a circle: {a} → {b} → {c} → {a}"]));
    }

    [Test]
    public void A_file_that_extends_itself_is_a_circle()
    {
        using var folder = new TemporaryFolder();
        string a = folder.Write("a.yaml", "extends: a.yaml\n");
        Assert.That(Faults(a), Is.EqualTo((string[])[$"{a}(1,10): error: extends goes in a circle: {a} → {a}"]));
    }

    [Test]
    public void A_chain_without_end_is_cut()
    {
        using var folder = new TemporaryFolder();
        for (int i = 0; i < 60; i++)
        {
            folder.Write($"{i}.yaml", $"extends: {i + 1}.yaml\n");
        }

        Assert.That(Faults(Path.Combine(folder.Path, "0.yaml")).Single(),
            Does.Contain("32.yaml(1,10): error: extends goes on without end: "));
    }

    [Test]
    public void A_missing_parent_is_an_error_at_the_line_that_names_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("baseline.yaml", Parent);
        string child = folder.Write("child.yaml", "name: c\nextends: basline.yaml\n");
        Assert.That(Faults(child), Is.EqualTo((string[])
            [$"{child}(2,10): error: file '{Path.Combine(folder.Path, "basline.yaml")}' does not exist; did you mean 'baseline.yaml'?"]));
    }

    [Test]
    public void A_key_that_means_extends_is_refused_and_followed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("baseline.yaml", Parent);
        string child = folder.Write("child.yaml", "extend: baseline.yaml\nseed: x\n");
        Assert.That(Faults(child), Is.EqualTo((string[])
        [
            $"{child}(1,1): error: unknown key 'extend'; did you mean 'extends'?",
            $"{child}(2,7): error: 'seed': expected a whole number of at least 0, found 'x'",
        ]));
    }

    [Test]
    public void A_parent_beside_is_named_as_the_file_is()
    {
        using var folder = new TemporaryFolder();
        folder.Write("baseline.yaml", "name: x\nseed: y\n");
        folder.Write("child.yaml", "extends: baseline.yaml\n");
        string here = Path.Combine(Path.GetRelativePath(Environment.CurrentDirectory, folder.Path), ".");
        var errors = new InputErrors();
        Sample.Read(Path.Combine(here, "child.yaml"), errors);
        Assert.That(errors.All.Single().Place.File, Is.EqualTo(Path.Combine(Path.GetDirectoryName(Path.Combine(here, "child.yaml"))!,
            "baseline.yaml")));
    }

    [Test]
    public void A_missing_parent_outside_the_folder_says_how_to_get_a_whole_copy()
    {
        using var folder = new TemporaryFolder();
        string child = folder.Write("copy/child.yaml", "extends: ../defaults.yaml\n");
        var errors = new InputErrors();
        Sample.Read(child, errors);
        Assert.That(errors.All.Single().Message, Is.EqualTo($"file '{Path.Combine(folder.Path, "defaults.yaml")}' does not exist; a folder "
            + "of scenarios that was copied lacks the files outside it that they extend: 'installsim new FOLDER' begins one that has all "
            + "of them"));
        Assert.That(errors.All.Single().Said.French, Does.Contain("«\u00a0installsim new DOSSIER\u00a0»"));
    }

    [TestCase("[a.yaml, b.yaml]", "a list")]
    [TestCase("", "nothing")]
    [TestCase("\"a\\tb\"", "the text \"a\tb\"")]
    public void Extends_names_one_file(string written, string found)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.yaml", $"name: a\nextends: {written}\n");
        Assert.That(Faults(path).Single(), Does.EndWith($": error: 'extends': the name of one YAML file is expected, found {found}"));
    }

    [Test]
    public void Files_are_listed_from_child_to_grandparent()
    {
        using var folder = new TemporaryFolder();
        string a = folder.Write("a.yaml", "name: a\n");
        string b = folder.Write("b.yaml", "extends: a.yaml\n");
        string c = folder.Write("c.yaml", "extends: b.yaml\n");
        Assert.That(YamlInheritance.Read(c, new InputErrors())!.Files, Is.EqualTo((string[])[c, b, a]));
    }

    private static string[] Faults(string path)
    {
        var errors = new InputErrors();
        Sample.Read(path, errors);
        return [.. errors.All.Select(error => error.ToString())];
    }
}
