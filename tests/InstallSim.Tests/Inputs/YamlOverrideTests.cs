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
    public void Values_are_changed_by_key_position_name_and_type()
    {
        using var folder = new TemporaryFolder();
        SampleScenario scenario = Sample.Good(folder.Write("a.yaml", Yaml),
            "years=2025..2030", "coefficients.peers=0.5", "coefficients.income.value=1", "access.radius=20",
            "policies.grant.amount-keur=80",
            "policies.big.per-year=9", "policies.2.areas=[urban, very-rural]", "tags=[]", "seed=1", "seed=5", "name=\"a=b\"");
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Years, Is.EqualTo(new YearRange(2025, 2030)));
            Assert.That(scenario.Coefficients["peers"].Value, Is.EqualTo(0.5));
            Assert.That(scenario.Coefficients["income"].Value, Is.EqualTo(1));
            Assert.That(scenario.Access.Radius, Is.EqualTo(20));
            Assert.That(((SampleGrant)scenario.Policies[0]).Amount, Is.EqualTo(80));
            Assert.That(((SampleOpening)scenario.Policies[1]).PerYear, Is.EqualTo(9));
            Assert.That(scenario.Policies[2].Areas, Is.EqualTo((SampleArea[])[SampleArea.Urban, SampleArea.VeryRural]));
            Assert.That(scenario.Seed, Is.EqualTo(5u));
            Assert.That(scenario.Name, Is.EqualTo("a=b"));
        });
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
    [TestCase("seed", "key.path=value is expected, such as years=2025..2045 or policies.0.per-year=6")]
    [TestCase("=1", "key.path=value is expected, such as years=2025..2045 or policies.0.per-year=6")]
    [TestCase("a..b=1", "key.path=value is expected, such as years=2025..2045 or policies.0.per-year=6")]
    [TestCase("policies.3.per-year=1", "there is no item 3; the list has 3, counted from 0")]
    [TestCase("policies.opening.per-year=1", "'opening' is the type of items 1, 2; say which by its position or give it a name")]
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
}
