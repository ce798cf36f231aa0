using InstallSim.Inputs;

namespace InstallSim.Tests.Inputs;

public class BinderTests
{
    internal const string Good = """
        name: openings
        years: 2026..2040
        seed: 7
        replications: 12
        quiet: true
        territories: data/t.csv
        threshold: 2.0
        tags: [a, "b c"]
        coefficients:
          income: 0.015
          peers: { value: -2e-1, source: "Someone (2019)" }
        access: { decay: linear }
        policies:
          - type: opening
            per-year: 6
            areas: [very-rural]
          - { type: grant, amount-keur: 50, name: big, from: 2030 }
        """;

    [Test]
    public void Every_kind_of_key_is_bound()
    {
        using var folder = new TemporaryFolder();
        SampleScenario scenario = Sample.Good(folder.Write("a.yaml", Good));
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Name, Is.EqualTo("openings"));
            Assert.That(scenario.Years, Is.EqualTo(new YearRange(2026, 2040)));
            Assert.That(scenario.Seed, Is.EqualTo(7u));
            Assert.That(scenario.Replications, Is.EqualTo(12));
            Assert.That(scenario.Quiet, Is.True);
            Assert.That(scenario.Territories, Is.EqualTo(Path.Combine(folder.Path, "data", "t.csv")));
            Assert.That(scenario.Threshold, Is.EqualTo(2.0));
            Assert.That(scenario.Tags, Is.EqualTo((string[])["a", "b c"]));
            Assert.That(scenario.Coefficients["income"].Value, Is.EqualTo(0.015));
            Assert.That(scenario.Coefficients["peers"].Value, Is.EqualTo(-0.2));
            Assert.That(scenario.Coefficients["peers"].Source, Is.EqualTo("Someone (2019)"));
            Assert.That(scenario.Access, Is.EqualTo(new SampleAccess { Radius = 30, Decay = "linear" }));
            Assert.That(((SampleOpening)scenario.Policies[0]).PerYear, Is.EqualTo(6));
            Assert.That(scenario.Policies[0].Areas, Is.EqualTo((SampleArea[])[SampleArea.VeryRural]));
            Assert.That(scenario.Policies[1],
                Is.EqualTo(new SampleGrant { Name = "big", From = 2030, Amount = 50, Areas = scenario.Policies[1].Areas }));
        });
    }

    [TestCase("nmae: x\nname: y",
        "1,1: unknown key 'nmae'; did you mean 'name'?; allowed: name, years, seed, replications, quiet, territories, threshold, tags, "
            + "coefficients, access, policies")]
    [TestCase("seed: 1", "1,1: key 'name' is missing; a text is required")]
    [TestCase("name: x\nreplications: six", "2,15: 'replications': expected a whole number from 1 to 10000, found 'six'")]
    [TestCase("name: x\nreplications: 0", "2,15: 'replications': 0 is out of range; expected a whole number from 1 to 10000")]
    [TestCase("name: x\nreplications: 2.5", "2,15: 'replications': expected a whole number from 1 to 10000, found '2.5'")]
    [TestCase("name: x\nreplications: 2,5", "2,15: 'replications': expected a whole number from 1 to 10000, found '2,5'")]
    [TestCase("name: x\nreplications: 2,500", "2,15: 'replications': expected a whole number from 1 to 10000, found '2,500'; write 2500 if "
        + "the comma stands between thousands")]
    [TestCase("nmae: x",
        "1,1: unknown key 'nmae'; did you mean 'name'?; allowed: name, years, seed, replications, quiet, territories, threshold, tags, "
            + "coefficients, access, policies")]
    [TestCase("name: x\nseed: -1", "2,7: 'seed': -1 is out of range; expected a whole number of at least 0")]
    [TestCase("name: x\nseed: \"1\"", "2,7: 'seed': expected a whole number of at least 0, found the text \"1\"; remove the quotes")]
    [TestCase("name: x\nthreshold: .nan",
        "2,12: 'threshold': expected a number of at least 0 (consultations/inhabitant/year), found '.nan'; it must be finite")]
    [TestCase("name: x\nthreshold: 1e999",
        "2,12: 'threshold': expected a number of at least 0 (consultations/inhabitant/year), found '1e999'; it is too large")]
    [TestCase("name: x\nthreshold: 2,5",
        "2,12: 'threshold': expected a number of at least 0 (consultations/inhabitant/year), found '2,5'; use a decimal point")]
    [TestCase("name: x\nthreshold: 1_000",
        "2,12: 'threshold': expected a number of at least 0 (consultations/inhabitant/year), found '1_000'; write "
            + "digits without separators")]
    [TestCase("name: x\nthreshold: 5%",
        "2,12: 'threshold': expected a number of at least 0 (consultations/inhabitant/year), found '5%'; write a "
            + "share such as 0.05 for 5 %")]
    [TestCase("name: x\nthreshold:",
        "2,11: 'threshold': the value is missing; expected a number of at least 0 (consultations/inhabitant/year), found nothing")]
    [TestCase("name: x\nquiet: yes", "2,8: 'quiet': expected true or false, found 'yes'")]
    [TestCase("name: x\ntags: a", "2,7: 'tags': expected a list in brackets or of '- ' lines, each a text, found 'a'")]
    [TestCase("name: x\ntags: [a, b, a]", "2,14: 'a' is there twice")]
    [TestCase("name: x\npolicies:",
        "2,10: 'policies': expected a list in brackets or of '- ' lines, each keys with values, found nothing; write [] for none")]
    [TestCase("name: null", "1,7: 'name': expected a text, found 'null'")]
    [TestCase("name: [x]", "1,7: 'name': expected a text, found a list")]
    [TestCase("name: x\nyears: 2045..2025", "2,8: 'years': the last year 2025 is before the first year 2045, found '2045..2025'")]
    [TestCase("name: x\nyears: 2025-2045", "2,8: 'years': expected years from..until, such as 2025..2045, found '2025-2045'")]
    [TestCase("name: x\naccess: { decay: lineer }", "2,18: 'decay': found 'lineer'; did you mean 'linear'?; expected one of step, linear")]
    [TestCase("name: x\naccess: 3", "2,9: 'access': expected keys with values, found '3'")]
    [TestCase("name: x\ncoefficients: { pears: 1 }", "2,17: unknown key 'pears'; did you mean 'peers'?; allowed: income, peers, schools")]
    [TestCase("name: x\ncoefficients: { peers: 0,4, schools: 0,4 }",
        "2,24: '0,4' between braces is 0 and a key '4'; use a decimal point",
        "2,38: '0,4' between braces is 0 and a key '4'; use a decimal point")]
    [TestCase("name: x\ncoefficients: { peers: { value: -1,25, source: me } }",
        "2,33: '-1,25' between braces is -1 and a key '25'; use a decimal point")]
    [TestCase("name: x\ncoefficients: { peers: 1,250 }",
        "2,24: '1,250' between braces is 1 and a key '250'; write 1250 if the comma stands between thousands, 1.250 if before a fraction")]
    [TestCase("name: x\ncoefficients: { peers: 4, 5: }", "2,27: unknown key '5'; allowed: income, peers, schools")]
    [TestCase("name: x\r\ncoefficients: { peers: 20, 2030: }", "2,28: unknown key '2030'; allowed: income, peers, schools")]
    [TestCase("name: x\ncoefficients: { peers: 4, 5 }", "2,27: unknown key '5'; allowed: income, peers, schools")]
    [TestCase("name: x\ntags: [0,4, 0,5]", "2,7: 'tags': in brackets a comma ends a value: these are 4 values; write [0.4, 0.5] "
        + "if decimal commas are meant, a space behind each comma if not")]
    [TestCase("name: x\ntags: [4, 4]", "2,11: '4' is there twice")]
    [TestCase("name: x\ncoefficients: { peers: 1, 5: 2 }", "2,27: unknown key '5'; allowed: income, peers, schools")]
    [TestCase("name: x\ncoefficients: { peers: 101 }", "2,24: 'peers': 101 is out of range; expected a number from -100 to 100")]
    [TestCase("name: x\ncoefficients: { peers: { source: me } }", "2,24: key 'value' is missing; a number from -100 to 100 is required")]
    [TestCase("name: x\npolicies:\n  - { type: tax, per-yer: 6 }\n",
        "3,13: unknown type 'tax'; known: grant, opening; its other keys are checked once the type is known")]
    [TestCase("name: x\npolicies:\n  - type: tax\n", "3,11: unknown type 'tax'; known: grant, opening")]
    [TestCase("name: x\npolicies:\n  - type: oppening\n", "3,11: unknown type 'oppening'; did you mean 'opening'?; known: grant, opening")]
    [TestCase("name: x\npolicies:\n  - type: oppening\n    per-yaer: 6\n    areas: [rurall]\n",
        "3,11: unknown type 'oppening'; did you mean 'opening'?; known: grant, opening",
        "4,5: unknown key 'per-yaer'; did you mean 'per-year'?; allowed: type, name, from, areas, per-year",
        "5,13: 'areas': expected one of urban, very-rural, found 'rurall'")]
    [TestCase("name: x\nseed: \"one\"", "2,7: 'seed': expected a whole number of at least 0, found the text \"one\"")]
    [TestCase("name: x\npolicies:\n  - per-year: 6\n",
        "3,5: key 'type' is missing; one of grant, opening; its other keys are checked once the type is known")]
    [TestCase("name: x\npolicies:\n  - type: opening\n    per-yaer: 6\n",
        "4,5: unknown key 'per-yaer'; did you mean 'per-year'?; allowed: type, name, from, areas, per-year")]
    [TestCase("name: x\npolicies:\n  - { type: opening, areas: [rurall, Urban] }\n",
        "3,30: 'areas': expected one of urban, very-rural, found 'rurall'",
        "3,38: 'areas': found 'Urban'; did you mean 'urban'?; expected one of urban, very-rural")]
    [TestCase("name: x\npolicies:\n  - opening\n", "3,5: 'policies': expected keys with values, found 'opening'")]
    public void A_wrong_value_is_refused_at_its_place(string yaml, params string[] expected) =>
        Assert.That(Sample.Faults(yaml), Is.EqualTo(expected));

    /// <summary>Without a space behind them, commas in brackets may be decimal ones: where order tells so, that is warned of.</summary>
    [TestCase("[1, 3,5, 4]", "[1, 3.5, 4]")]
    [TestCase("[5,1, 2,25, 3]", null)]
    [TestCase("[0,25, 1,5, 2]", "[0.25, 1.5, 2]")]
    [TestCase("[2,5, 1,4, -1,7]", "[2.5, 1.4, -1.7]")]
    [TestCase("[18,28, 36,37]", null)]
    [TestCase("[2,1]", null)]
    [TestCase("[3,1,2]", null)]
    [TestCase("[3, 1, 2]", null)]
    [TestCase("[3,x, 2,y]", null)]
    public void Decimal_commas_in_brackets_are_warned_of(string list, string? meant)
    {
        var errors = new InputErrors();
        using var folder = new TemporaryFolder();
        YamlMapping root = YamlFile.Read(folder.Write("a.yaml", $"name: x\ntags: {list}"), errors)!;
        new Binder(errors, Sample.Catalogs).Bind<SampleScenario>(root);
        Assert.That(errors.All, Is.Empty);
        Assert.That(errors.Warnings.Select(warning => warning.Message), meant is null ? Is.Empty : Has.One.Contains($"write {meant} if"));
    }

    [Test]
    public void Later_checks_can_point_at_keys_items_and_defaults()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.yaml",
            "name: x\nseed: 3\npolicies:\n  - type: oops\n  - { type: grant, amount-keur: 5 }\ncoefficients: { peers: 2 }\n");
        var errors = new InputErrors();
        var binder = new Binder(errors, Sample.Catalogs);
        SampleScenario scenario = binder.Bind<SampleScenario>(YamlFile.Read(path, errors)!)!;
        Assert.Multiple(() =>
        {
            Assert.That(binder.PlaceOf(scenario, "seed"), Is.EqualTo(new Place(path, 2, 7)));
            Assert.That(binder.PlaceOf(scenario, "quiet"), Is.EqualTo(new Place(path, 1, 1)));
            Assert.That(binder.PlaceOf(scenario, "policies"), Is.EqualTo(new Place(path, 4, 3)));
            Assert.That(binder.PlaceOf(scenario, "policies", 0), Is.EqualTo(new Place(path, 5, 5)), "the refused item does not count");
            Assert.That(binder.PlaceOf(scenario.Policies[0], "amount-keur"), Is.EqualTo(new Place(path, 5, 33)));
            Assert.That(binder.PlaceOf(scenario.Coefficients["peers"], "value"), Is.EqualTo(new Place(path, 6, 24)));
            Assert.That(binder.PlaceOf(scenario.Access, "radius"), Is.EqualTo(new Place(path, 1, 1)), "left to its default");
            Assert.That(binder.IsWritten(scenario, "seed"), Is.True);
            Assert.That(binder.IsWritten(scenario, "quiet"), Is.False);
        });
    }

    [Test]
    public void Any_order_of_keys_binds_equal([Range(0, 23)] int permutation)
    {
        using var folder = new TemporaryFolder();
        string[] blocks = [.. Good.Split('\n').Aggregate(new List<string>(), (list, line) =>
        {
            if (line.StartsWith(' '))
            {
                list[^1] += "\n" + line;
            }
            else
            {
                list.Add(line);
            }

            return list;
        })];
        string[] shuffled = [.. blocks.OrderBy(block => (block[0] * 31 * (permutation + 1)) % 97)
            .ThenBy(block => block, StringComparer.Ordinal)];
        string one = folder.Write("one.yaml", string.Join('\n', blocks));
        string other = folder.Write("other.yaml", string.Join('\n', shuffled));
        Assert.That(System.Text.Json.JsonSerializer.Serialize(Sample.Good(other)),
            Is.EqualTo(System.Text.Json.JsonSerializer.Serialize(Sample.Good(one))));
    }

    [Test]
    public void Names_are_bound_in_their_order_not_in_that_of_the_file()
    {
        using var folder = new TemporaryFolder();
        SampleScenario scenario = Sample.Good(folder.Write("a.yaml", "name: x\ncoefficients: { schools: 1, income: 2, peers: 3 }\n"));
        Assert.That(scenario.Coefficients.Keys, Is.EqualTo((string[])["income", "peers", "schools"]));
    }
}
