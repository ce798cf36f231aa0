using InstallSim.Inputs;

namespace InstallSim.Tests.Inputs;

public class YamlTextTests
{
    [Test]
    public void Resolved_text_says_where_each_value_comes_from()
    {
        using var folder = new TemporaryFolder();
        string parent = folder.Write("baseline.yaml", "name: baseline\nseed: 1\npolicies:\n  - type: grant\n    areas: [urban]\n");
        string child = folder.Write("child.yaml", "extends: baseline.yaml\nname: \"12\"\npolicies:\n  - { type: opening, areas: [] }\n");
        YamlDocument document = YamlInheritance.Read(child, new InputErrors(), Sample.Appended, ["access.radius=9"])!;
        Assert.That(YamlText.Resolved(document.Root), Is.EqualTo($"""
            name: "12"  # {child}:2
            seed: 1  # {parent}:2
            policies:
              - type: grant  # {parent}:4
                areas:
                  - urban  # {parent}:5
              - type: opening  # {child}:4
                areas: []  # {child}:4
            access:
              radius: 9  # --set access.radius=9

            """));
    }

    [Test]
    public void Canonical_text_does_not_depend_on_order_style_or_spread_over_files()
    {
        using var folder = new TemporaryFolder();
        string whole = folder.Write("whole.yaml", "name: 'x'\nseed: 3\ntags:\n- a\n- \"b: c\"\naccess: { decay: linear, radius: 9 }\n");
        folder.Write("parent.yaml", "tags: [z]\naccess:\n  radius: 9\nname: x\n");
        string child = folder.Write("child.yaml",
            "extends: parent.yaml\naccess: { decay: \"linear\" }\n\ntags: [a, 'b: c'] # why\nseed: 3\n");
        Assert.That(Canonical(child), Is.EqualTo(Canonical(whole)));
    }

    [Test]
    public void Canonical_text_differs_when_a_value_does()
    {
        using var folder = new TemporaryFolder();
        string[] texts = [.. ((string[])
        [
            "a: 1", "a: \"1\"", "a: 2", "b: 1", "a: [1]", "a: {1: 1}", "a:", "a: \"\"", "a: null", "a: \"null\"", "a: []", "a: {}",
        ])
            .Select(yaml => Canonical(folder.Write("a.yaml", yaml)))];
        Assert.That(texts, Is.Unique);
    }

    [TestCase("a: \"x\\ty\\n\\\"q\\\" \\\\ é \\u0007\"")]
    [TestCase("a: \"- x\"\nb: \"#\"\nc: 'it''s'\nd: \" x \"\ne: \"true\"\nf: \"~\"\ng: a:b\nh: -x\ni: 2025..2045")]
    [TestCase("a: |\n  two\n  lines\nb: >\n  folded\n  text\n")]
    [TestCase("\"k: 1\": [[1, [2]], {a: {b: []}}, {}]")]
    [TestCase("\"true\": x\n\"12\": y\n")]
    public void Canonical_text_is_read_back_as_itself(string yaml)
    {
        using var folder = new TemporaryFolder();
        string once = Canonical(folder.Write("a.yaml", yaml));
        Assert.That(Canonical(folder.Write("b.yaml", once)), Is.EqualTo(once));
    }

    [Test]
    public void Canonical_text_can_be_run_again_from_another_folder()
    {
        using var folder = new TemporaryFolder();
        folder.Write("region/baseline.yaml", "name: x\nterritories: ../data/t.csv\n");
        YamlDocument document = YamlInheritance.Read(folder.Write("child.yaml", "extends: region/baseline.yaml\n"), new InputErrors())!;
        var binder = new Binder(new InputErrors(), Sample.Catalogs);
        string first = binder.Bind<SampleScenario>(document.Root)!.Territories!;
        string elsewhere =
            folder.Write("out/run/again.yaml", YamlText.Canonical(document.Root, binder, Path.Combine(folder.Path, "out", "run")));
        Assert.That(File.ReadAllText(elsewhere), Is.EqualTo("name: x\nterritories: ../../data/t.csv\n"));
        Assert.That(Sample.Good(elsewhere).Territories, Is.EqualTo(first));
    }

    private static string Canonical(string path)
    {
        var errors = new InputErrors();
        string text = YamlText.Canonical(YamlInheritance.Read(path, errors)!.Root);
        Assert.That(errors.All, Is.Empty);
        return text;
    }
}
