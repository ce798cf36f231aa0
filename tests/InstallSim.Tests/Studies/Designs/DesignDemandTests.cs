using System.Globalization;
using System.Text.RegularExpressions;
using InstallSim.Inputs;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Designs;

/// <summary>Demands on designs that can be met, those that cannot, and the reasons said.</summary>
public sealed class DesignDemandTests
{
    private const string Start = """
        name: demands
        title: Demands
        data: { file: answers.csv, layout: long, person: person, situation: task, alternative: alt, chosen: chosen }

        """;

    /// <summary>Two levels each, some pairs of which may be forbidden.</summary>
    private const string TwoLevels = Start + """
        derived:
          - { name: b-yes, recipe: dummy, of: [b], values: ["yes"] }
          - { name: d-week, recipe: dummy, of: [d], values: [week] }
        utility: [{ name: a }, { name: b-yes }, { name: c }, { name: d-week }]
        design:
          attributes:
            - { name: a, levels: [0, 1] }
            - { name: b, levels: ["yes", "no"] }
            - { name: c, levels: [80, 100] }
            - { name: d, levels: [day, week] }
          tasks: 12

        """;

    /// <summary>Few attributes, words of three levels.</summary>
    private const string ThreeLevels = Start + """
        derived:
          - { name: wait-short, recipe: dummy, of: [wait], values: [short] }
          - { name: wait-none, recipe: dummy, of: [wait], values: [none-at-all] }
          - { name: staff-one, recipe: dummy, of: [staff], values: [one] }
          - { name: staff-two, recipe: dummy, of: [staff], values: [two] }
        utility: [{ name: fee }, { name: wait-short }, { name: wait-none }, { name: staff-one }, { name: staff-two }]
        design:
          attributes:
            - { name: fee, levels: [10, 20, 30] }
            - { name: wait, levels: [long, short, none-at-all] }
            - { name: staff, levels: [none-there, one, two] }
          tasks: 12
          starts: 3
          priors: { fee: -0.05, wait-short: 0.4, wait-none: 0.9, staff-one: 0.3, staff-two: 0.8 }

        """;

    [Test]
    public void One_alternative_beside_how_things_are_today_is_a_task()
    {
        MadeDesign made = Make(TwoLevels, "design.alternatives=[new]",
            "design.status-quo={ name: today, levels: { a: 0, b: \"no\", c: 80, d: day } }", "design.dominated=allow",
            "design.repeats=allow");
        Assert.That(made.Sets.Select(set => set.Length), Is.All.EqualTo(4));
        Assert.That(Enumerable.Range(0, 4).Select(k => made.Sets.Count(set => set[k] == 0)), Is.All.EqualTo(6), "as often as another");
    }

    [Test]
    public void An_opt_out_without_the_levels_of_a_coded_column_is_told_where_the_study_says_them()
    {
        string yaml = Regex.Replace(TwoLevels, @"derived:\n(.*\n){2}", "")
            .Replace("{ name: b-yes }", "{ name: b, levels: [\"no\", \"yes\"] }", StringComparison.Ordinal)
            .Replace(", { name: d-week }", "", StringComparison.Ordinal);
        Assert.That(() => Make(yaml, "design.opt-out=neither"), Throws.TypeOf<InputException>().With.Message
            .Contains("the opt-out 'neither' has none of the levels of 'b'").And.Message.Contains("alternatives: [A, B]"));
    }

    private static MadeDesign Make(string yaml, params string[] changes)
    {
        using var folder = new TemporaryFolder();
        return DesignMaker.Write(StudyReader.Read(folder.Write("study.yaml", yaml), changes), Path.Combine(folder.Path, "design.csv"));
    }

    private static string Refused(string yaml, params string[] changes)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("design.csv", "my own design\n");
        string said = Assert.Throws<InputException>(() =>
            DesignMaker.Write(StudyReader.Read(folder.Write("study.yaml", yaml), changes), path, force: true))!.Message;
        Assert.That(File.ReadAllText(path), Is.EqualTo("my own design\n"), "nothing is written before the last check");
        return said;
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Words_of_three_levels_dominate_by_their_part_worth(int seed)
    {
        MadeDesign made = Make(ThreeLevels, $"design.seed={seed}");
        Dictionary<string, double>[] worth =
        [
            new() { ["10"] = -0.5, ["20"] = -1, ["30"] = -1.5 },
            new() { ["long"] = 0, ["short"] = 0.4, ["none-at-all"] = 0.9 },
            new() { ["none-there"] = 0, ["one"] = 0.3, ["two"] = 0.8 },
        ];
        foreach (int[] set in made.Sets)
        {
            double[] gains = [.. made.Layout.Texts(set, 0).Zip(made.Layout.Texts(set, 1), worth)
                .Select(x => x.Third[x.First] - x.Third[x.Second])];
            Assert.That(gains.Any(g => g > 0) && gains.Any(g => g < 0), Is.True, string.Join(' ', set));
        }

        Assert.That(made.Audit.Questions, Is.Unique);
        Assert.That(made.Efficiency.DError, Is.LessThan(0.233), "known to exist");
        Assert.That(Enumerable.Range(0, 3).SelectMany(a => made.Sets.SelectMany(s => (int[])[s[a], s[a + 3]]).CountBy(l => l))
            .Select(c => c.Value), Is.All.EqualTo(8));
    }

    [Test]
    public void Tasks_are_not_repeated_where_they_need_not_be() =>
        Assert.That(Make(TwoLevels).Audit.Questions, Is.Unique);

    [Test]
    public void What_balance_and_never_force_together_is_said() =>
        Assert.That(Refused(TwoLevels, "design.never=[{ b: \"yes\", d: week }, { a: 1, c: 100 }]"),
            Does.Contain("with 'balance: true', 'never' forces a = 0 exactly where c = 100").And.Contain("say 'balance: near'"));

    [TestCase("near")]
    [TestCase("false")]
    public void Without_full_balance_the_same_can_be(string balance) =>
        Assert.That(Make(TwoLevels, "design.never=[{ b: \"yes\", d: week }, { a: 1, c: 100 }]", $"design.balance={balance}")
            .Audit.IsForbidden, Is.All.False);

    [Test]
    public void A_level_that_can_never_be_shown_is_named() => Assert.That(Refused(TwoLevels, "design.never=[{ b: \"yes\" }]"),
        Does.Contain("'never' leaves no way to show 'yes' of 'b'"));

    [TestCase("design.never=[{ A.a: 1, B.c: 80 }, { A.a: 1, B.c: 100 }, { B.a: 1, A.c: 80 }, { B.a: 1, A.c: 100 }]", "true")]
    [TestCase("design.never=[{ a: 1, c: 80 }, { a: 1, d: day }, { c: 100, d: week }]", "near")]
    [TestCase("design.never=[{ a: 1, c: 80 }, { a: 1, c: 100 }]", "near")]
    public void A_level_that_rules_between_alternatives_or_one_after_the_other_hide_is_named(string never, string balance) =>
        Assert.That(Refused(TwoLevels, never, $"design.balance={balance}"), Does.Contain("'never' leaves no way to show '1' of 'a'"));

    [Test]
    public void A_level_that_conditions_hide_is_named() => Assert.That(
        Refused(TwoLevels, "design.require=[{ when: { a: 1 }, then: { c: [80] } }, { when: { c: 80 }, then: { d: [day] } }, "
            + "{ when: { d: day }, then: { a: [0] } }]"),
        Does.Contain("'require' leaves no way to show '1' of 'a'"));

    [Test]
    public void Levels_of_the_design_that_the_utility_does_not_list_are_told_where_it_lists_them() => Assert.That(
        Refused(TwoLevels.Replace("{ name: c }", "{ name: c, levels: [80, 90] }", StringComparison.Ordinal)),
        Does.Contain("study.yaml(7,").And.Contain("the design shows '100' of 'c', which is none of the levels of 'c'"));

    [Test]
    public void Partial_profiles_that_balance_forbids_are_refused_with_the_number_needed()
    {
        const string six = "design.attributes!=[{ name: a, levels: [0, 1, 2, 3, 4, 5] }, "
            + "{ name: b, levels: [\"yes\", \"no\", c, d, e, f] }, { name: c, levels: [80, 90, 100, 110, 120, 130] }, "
            + "{ name: d, levels: [day, week, c, d, e, f] }]";
        Assert.That(Refused(TwoLevels, six, "design.tasks=4", "design.varied.at-most=1"),
            Does.Contain("8 differences are needed in all; say 'at-most: 2'"));
        MadeDesign made = Make(TwoLevels, six, "design.varied.at-most=2", "design.starts=1");
        Assert.That(made.Audit.Varied, Is.All.LessThanOrEqualTo(2));
        Assert.That(made.Sets.SelectMany(set => (int[])[set[0], set[4]]).CountBy(l => l).Select(c => c.Value), Is.All.EqualTo(4));
    }

    [Test]
    public void Too_few_different_tasks_are_counted() => Assert.That(
        Refused(ThreeLevels, "design.attributes!=[{ name: fee, levels: [10, 20] }, { name: wait, levels: [long, short, none-at-all] }, "
            + "{ name: staff, levels: [none-there, one, two] }]", "design.tasks=150"),
        Does.Match("the attributes make \\d+ different tasks .* and 150 are needed so that nobody sees one twice")
            .And.Not.Contain("never"));

    [Test]
    public void A_design_of_every_task_that_may_be_shown_is_found()
    {
        const string priors = "design.priors={ a: 1, b-yes: 1, c: -0.1, d-week: -1 }";
        string said = Refused(TwoLevels, priors, "design.tasks=200");
        int all = int.Parse(Regex.Match(said, "make (\\d+) different").Groups[1].Value, CultureInfo.InvariantCulture);
        MadeDesign made = Make(TwoLevels, priors, $"design.tasks={all}", "design.balance=false", "design.starts=1");
        Assert.That(made.Audit.Questions, Is.Unique.And.Count.EqualTo(all));
        Assert.That(made.Audit.IsPlain, Is.All.False);
    }

    [Test]
    public void The_status_quo_is_no_better_and_no_worse_in_everything()
    {
        MadeDesign made = Make(ThreeLevels, "design.starts=1",
            "design.status-quo={ name: today, levels: { fee: 5, wait: long, staff: none-there } }");
        Assert.That(made.Sets.SelectMany(s => (string[][])[[.. made.Layout.Texts(s, 0)], [.. made.Layout.Texts(s, 1)]])
            .Any(texts => texts is [_, "long", "none-there"]), Is.False, "the same as today and dearer");
        Assert.That(made.Audit.Outside, Is.Empty);
        Assert.That(DesignTable.Write(made), Does.Not.Contain("stands outside"));
    }

    [Test]
    public void A_status_quo_better_than_anything_stands_outside_the_rule_which_is_said()
    {
        MadeDesign made = Make(ThreeLevels, "design.starts=1",
            "design.status-quo={ name: today, levels: { fee: 10, wait: none-at-all, staff: two } }");
        Assert.That(made.Audit.Outside, Is.EqualTo(new[] { 0 }));
        Assert.That(DesignTable.Write(made), Does.Contain("'today' stands outside the rule"));
    }

    [TestCase("a", "A-error")]
    [TestCase("s", "S-error")]
    public void What_balance_costs_is_by_the_criterion_asked_for(string criterion, string error)
    {
        string said = DesignTable.Write(Make(ThreeLevels, $"design.criterion={criterion}", "design.starts=1"));
        Assert.That(said, Does.Contain(error + " 0.").Or.Contain(error + " 1").Or.Contain(error + " 2").Or.Contain(error + " 3"));
        Assert.That(said, Does.Match("balance: false': 'balance: true' costs \\d").And.Not.Match("D-error .* costs"));
    }

    [Test]
    public void A_demand_that_alone_stands_in_the_way_is_named() => Assert.That(
        Refused(TwoLevels, "design.varied.at-least=4", "design.priors={ a: 1, b-yes: 1, c: -0.1, d-week: -1 }", "design.tasks=8"),
        Does.Contain("are needed so that nobody sees one twice"));

    [Test]
    public void Repeats_between_blocks_are_had_and_never_within() =>
        Assert.That(Make(ThreeLevels, "design.tasks=24", "design.blocks=3") is var made
            && made.Audit.Questions.Zip(made.Blocks).Distinct().Count() == 24, Is.True);

    [Test]
    public void A_design_that_is_there_is_kept_and_one_can_be_bettered()
    {
        using var folder = new TemporaryFolder();
        StudySource source = StudyReader.Read(folder.Write("study.yaml", ThreeLevels), ["design.starts=1"]);
        string path = Path.Combine(folder.Path, "design.csv"), better = Path.Combine(folder.Path, "better.csv");
        StudySource other = StudyReader.Read(source.Path, ["design.balance=false", "design.seed=5", "design.starts=1"]);
        MadeDesign made = DesignMaker.Write(source, path);
        string text = File.ReadAllText(path);
        MadeDesign read = DesignMaker.Evaluate(source, path), improved = DesignMaker.Write(other, better, from: path);
        Assert.Multiple(() =>
        {
            Assert.That(() => DesignMaker.Write(other, path), Throws.TypeOf<InputException>().With.Message.Contains("--force"));
            Assert.That(File.ReadAllText(path), Is.EqualTo(text));
            Assert.That(read.Sets, Is.EqualTo(made.Sets));
            Assert.That(read.Efficiency.DError, Is.EqualTo(made.Efficiency.DError));
            Assert.That(improved.DErrorBefore, Is.EqualTo(made.Efficiency.DError));
            Assert.That(improved.Efficiency.DError, Is.LessThan(made.Efficiency.DError));
        });
    }

    [Test]
    public void Task_numbers_of_a_design_may_restart_in_each_block_but_not_within()
    {
        using var folder = new TemporaryFolder();
        StudySource source = StudyReader.Read(folder.Write("study.yaml", ThreeLevels), ["design.starts=1", "design.blocks=2"]);
        string path = Path.Combine(folder.Path, "design.csv");
        MadeDesign made = DesignMaker.Write(source, path);
        string[] rows = File.ReadAllLines(path);
        int Task(string[] row) => ((int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture) - 1) % 6) + 1;
        IEnumerable<string> restarted =
            [.. rows.Skip(1).Select(r => r.Split(',')).Select(r => $"{r[0]},{Task(r)},{string.Join(',', r[2..])}")];
        File.WriteAllLines(path, restarted.Prepend(rows[0]));
        Assert.That(DesignMaker.Evaluate(source, path).Efficiency.DError, Is.EqualTo(made.Efficiency.DError).Within(1e-12));
        File.WriteAllLines(path, restarted.Select(r => "1" + r[1..]).Prepend(rows[0]));
        Assert.That(() => DesignMaker.Evaluate(source, path), Throws.TypeOf<InputException>().With.Message.Contains("has 'A' already"));
    }

    [Test]
    public void A_design_to_evaluate_is_read_with_its_faults()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("mine.csv",
            "task,alt,fee,wait,staff\n1,A,10,long,ome\n1,B,20,short,two\n2,A,15,short,one\n2,C,30,long,one\n");
        StudySource source = StudyReader.Read(folder.Write("study.yaml", ThreeLevels));
        Assert.That(() => DesignMaker.Evaluate(source, path), Throws.TypeOf<InputException>().With.Message
            .Contains("mine.csv(2,5): error: 'ome' is no level of 'staff'; did you mean 'one'?").And.Message
            .Contains("'15' is no level of 'fee'").And.Message.Contains("'C' is none of the alternatives A, B"));
    }
}
