using InstallSim.Inputs;

namespace InstallSim.Tests.Inputs;

public class YamlOverrideTests
{
    private const string Yaml = """
        name: x
        years: 2025..2045
        coefficients: { peers: 0.2 }
        policies:
          - { type: grant, amount-keur: 50 }
          - { type: opening, name: big, per-year: 6 }
          - { type: opening, per-year: 2 }
        """;

    [Test]
    public void Values_are_changed_by_key_label_and_position()
    {
        using var folder = new TemporaryFolder();
        SampleScenario scenario = Sample.Good(folder.Write("a.yaml", Yaml),
            "years=2025..2030", "coefficients.peers=0.5", "coefficients.income.value=1", "access.radius=20",
            "policies.grant.amount-keur=80",
            "policies.big.per-year=9", "policies.opening.per-year=3",
            "policies.2.areas=[urban, very-rural]", "tags=[]", "seed=1", "seed=5", "name=\"a=b\"");
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Years, Is.EqualTo(new YearRange(2025, 2030)));
            Assert.That(scenario.Coefficients["peers"].Value, Is.EqualTo(0.5));
            Assert.That(scenario.Coefficients["income"].Value, Is.EqualTo(1));
            Assert.That(scenario.Access.Radius, Is.EqualTo(20));
            Assert.That(((SampleGrant)scenario.Policies[0]).Amount, Is.EqualTo(80));
            Assert.That(((SampleOpening)scenario.Policies[1]).PerYear, Is.EqualTo(9));
            Assert.That(((SampleOpening)scenario.Policies[2]).PerYear, Is.EqualTo(3), "a type is the label of what has no name alone");
            Assert.That(scenario.Policies[2].Areas, Is.EqualTo((SampleArea[])[SampleArea.Urban, SampleArea.VeryRural]));
            Assert.That(scenario.Seed, Is.EqualTo(5u));
            Assert.That(scenario.Name, Is.EqualTo("a=b"));
        });
    }

    [TestCase("pr\u00e9s", "pre\u0301s")]
    [TestCase("pre\u0301s", "pr\u00e9s")]
    public void A_label_is_found_however_its_accents_are_stored(string written, string said)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("a.yaml", $"name: x\npolicies:\n  - {{ type: opening, name: {written}, per-year: 6 }}\n");
        Assert.That(((SampleOpening)Sample.Good(file, $"policies.{said}.per-year=9").Policies[0]).PerYear, Is.EqualTo(9));
    }

    [Test]
    public void A_path_on_the_command_line_starts_from_the_working_folder()
    {
        using var folder = new TemporaryFolder();
        Assert.That(Sample.Good(folder.Write("a.yaml", Yaml), "territories=t/x.csv").Territories, Is.EqualTo(Path.GetFullPath("t/x.csv")));
    }

    [TestCase("sed=1",
        "unknown key 'sed'; did you mean 'seed'?; allowed: name, years, seed, replications, quiet, territories, threshold, tags, "
            + "coefficients, access, policies")]
    [TestCase("policies.2.per-yaer=1", "unknown key 'per-yaer'; did you mean 'per-year'?; allowed: type, name, from, areas, per-year")]
    [TestCase("seed=many", "'seed': expected a whole number of at least 0, found 'many'")]
    [TestCase("seed=", "'seed': the value is missing; expected a whole number of at least 0, found nothing")]
    [TestCase("seed.x=1", "'seed': expected a whole number of at least 0, found keys with values")]
    [TestCase("seed", "key.path=value is expected, such as years=2025..2045 or policies.msp-opening.per-year=6")]
    [TestCase("=1", "key.path=value is expected, such as years=2025..2045 or policies.msp-opening.per-year=6")]
    [TestCase("a..b=1", "key.path=value is expected, such as years=2025..2045 or policies.msp-opening.per-year=6")]
    [TestCase("policies.3.per-year=1", "there is no item 3; the list has 3, counted from 0")]
    [TestCase("policies.grnat.amount-keur=1", "the list has no item 'grnat'; did you mean 'grant'?; items: grant, big, opening")]
    [TestCase("tags=[a", "a bracket opened here is not closed, or a ',' is missing inside")]
    [TestCase("name=*x", "aliases are not allowed: write the value out instead of '*x' (or use extends:)")]
    public void A_wrong_override_is_refused_by_its_own_name(string text, string expected)
    {
        using var folder = new TemporaryFolder();
        var errors = new InputErrors();
        Sample.Read(folder.Write("a.yaml", Yaml), errors, text);
        Assert.That(errors.All.Select(error => error.ToString()), Is.EqualTo((string[])[$"--set {text}: error: {expected}"]));
    }

    [TestCase("{ type: opening, name: big }", "'opening'; it is the type of big: say the name; items: big",
        "«\u00a0opening\u00a0»\u00a0; c’est le type de big\u00a0: dire le nom\u00a0; éléments\u00a0: big")]
    [TestCase("{ type: grant, name: opning, amount-keur: 1 }", "'opening'; did you mean 'opning'?; items: opning",
        "«\u00a0opening\u00a0»\u00a0; vouliez-vous dire «\u00a0opning\u00a0»\u00a0?\u00a0; éléments\u00a0: opning")]
    public void A_named_item_is_not_reached_by_its_type(string item, string english, string french)
    {
        using var folder = new TemporaryFolder();
        var errors = new InputErrors();
        Sample.Read(folder.Write("a.yaml", $"name: x\npolicies: [{item}]\n"), errors, "policies.opening.from=2030");
        Assert.That(errors.All.Single().Message, Is.EqualTo($"the list has no item {english}"));
        Assert.That(errors.All.Single().Said.French, Is.EqualTo($"la liste n’a pas d’élément {french}"));
    }

    [Test]
    public void A_label_of_several_items_is_refused_with_the_file_and_all_positions()
    {
        using var folder = new TemporaryFolder();
        var errors = new InputErrors();
        string path = folder.Write("a.yaml", Yaml + "\n  - { type: opening }\n");
        Sample.Read(path, errors, "policies.opening.per-year=1");
        Assert.That(errors.All.Single().Message, Is.EqualTo($"'opening' is what items 2, 3 of 'policies' in {path} are called: name them, "
            + "or say which by its position; items: 0 grant, 1 big, 2 opening, 3 opening"));
        Assert.That(errors.All.Single().Said.French, Does.StartWith("«\u00a0opening\u00a0» désigne les éléments 2, 3 de")
            .And.EndWith("éléments\u00a0: 0 grant, 1 big, 2 opening, 3 opening"));
    }

    [TestCase("policies.big.per-year=7", "policies.1.per-year=8")]
    [TestCase("policies.1={ type: opening, per-year: 7 }", "policies.1.per-year=8")]
    [TestCase("coefficients.peers=0.3", "coefficients.peers.value=0.4")]
    [TestCase("coefficients.peers.value=0.4", "coefficients.peers=0.3")]
    [TestCase("coefficients.peers.low=0.1", "coefficients={ peers: 0.3 }")]
    public void What_was_said_in_another_spelling_is_not_replaced(string first, string second)
    {
        using var folder = new TemporaryFolder();
        var errors = new InputErrors();
        Sample.Read(folder.Write("a.yaml", Yaml), errors, first, "seed=3", second);
        InputError said = errors.All.First(error => error.Place.File == $"--set {second}");
        Assert.That(said.Message, Is.EqualTo($"replaces what --set {first} says; say one of the two"));
        Assert.That(said.Said.French, Is.EqualTo($"remplace ce que dit --set {first}\u00a0; dire l’un des deux"));
    }

    [Test]
    public void Parts_of_one_item_are_said_one_by_one()
    {
        using var folder = new TemporaryFolder();
        var opening = (SampleOpening)Sample.Good(folder.Write("a.yaml", Yaml),
            "policies.1={ type: opening, name: big }", "policies.big.per-year=8", "policies.1.from=2030").Policies[1];
        Assert.That((opening.PerYear, opening.From), Is.EqualTo((8, 2030)));
    }
}
