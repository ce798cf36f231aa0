using InstallSim.Outputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Data;

/// <summary>What data hold is counted right and said before the model.</summary>
public sealed class DataDescriptionTests
{
    private const string Yaml = """
        name: small
        title: Opt-out
        data: { file: small.csv, layout: long, person: who, situation: task, alternative: option, chosen: chosen }
        derived:
          - { name: second, recipe: dummy, of: [form], values: [group] }
          - { name: third, recipe: dummy, of: [form], values: [centre] }
        utility: [{ name: income }, { name: second }, { name: third }, { name: none, constant: true, alternatives: [none] }]
        estimation: { standard-errors: hessian }
        design:
          attributes: [{ name: income, levels: [1, 2, 3] }, { name: form, levels: [solo, group, centre] }]
          tasks: 4
          opt-out: none
          priors: { income: 0.5, second: 0.2, third: 0.6 }
        """;

    private static DataDescription Description { get; } = SmallStudy.Estimate(Yaml, Csv()).Choices.Description;

    [Test]
    public void Sizes_and_shares_are_counted()
    {
        Assert.Multiple(() =>
        {
            Assert.That((Description.People, Description.Situations, Description.Rows), Is.EqualTo(((int?)4, 16, 48)));
            Assert.That(Description.PerPerson, Is.EqualTo((4, 4)));
            Assert.That(Description.Alternatives, Is.EqualTo(new[]
            {
                new AlternativeSeen("A", 16, 7, false), new AlternativeSeen("B", 16, 5, false), new AlternativeSeen("none", 16, 4, true),
            }));
        });
    }

    [Test]
    public void Levels_are_counted_over_the_alternatives_concerned()
    {
        VariableSeen income = Description.Variables[0];
        Assert.Multiple(() =>
        {
            Assert.That((income.Name, income.Least, income.Most), Is.EqualTo(("income", 0.0, 3.0)));
            Assert.That(income.Levels.Sum(l => l.Seen), Is.EqualTo(48));
            Assert.That(income.Levels.Sum(l => l.Chosen), Is.EqualTo(16));
            Assert.That(Description.Variables.Select(v => v.Name), Has.None.EqualTo("none"));
        });
    }

    [Test]
    public void Who_always_takes_one_alternative_is_counted_with_what_chance_would_do()
    {
        Patterns found = Description.Patterns!;
        Assert.Multiple(() =>
        {
            Assert.That(found.People, Is.EqualTo(4));
            Assert.That(found.Always.Select(a => (a.Alternative.Name, a.People)), Is.EqualTo(new[] { ("A", 1), ("none", 1) }));
            double expected = 4 * (Math.Pow(7 / 16.0, 4) + Math.Pow(5 / 16.0, 4) + Math.Pow(4 / 16.0, 4));
            Assert.That(found.ByChance, Is.EqualTo(expected).Within(1e-12));
        });
    }

    [Test]
    public void A_choice_of_what_another_beats_in_the_worth_of_every_attribute_is_counted() =>
        Assert.That(Description.Dominated, Is.EqualTo(new DominatedChoices(4, 1, 1)));

    /// <summary>The opt-out has a level of 0 in everything: it neither beats nor is beaten, whatever its constant or lack of one.</summary>
    [Test]
    public void The_opt_out_is_compared_with_nothing()
    {
        string without = SmallStudy.Broken(Yaml, ", { name: none, constant: true, alternatives: [none] }", "");
        Assert.That(SmallStudy.Estimate(without, Csv()).Choices.Description.Dominated, Is.EqualTo(new DominatedChoices(4, 1, 1)));
    }

    /// <summary>Constants do not count, so that alternatives with one are compared; as 'design --evaluate' counts the same tasks.</summary>
    [Test]
    public void Constants_of_alternatives_change_nothing()
    {
        string with = SmallStudy.Broken(
            Yaml, "{ name: none, constant", "{ name: right, constant: true, alternatives: [B] }, { name: none, constant");
        Assert.That(SmallStudy.Estimate(with, Csv()).Choices.Description.Dominated, Is.EqualTo(new DominatedChoices(4, 1, 1)));
        using var folder = new TemporaryFolder();
        string study = folder.Write("small.yaml", with), design = folder.Write("design.csv", "task,option,income,form\n"
            + string.Concat(Csv().Split('\n').Skip(1).Take(12).Select(line => line[2..line.LastIndexOf(',')] + "\n")));
        MadeDesign evaluated = DesignMaker.Evaluate(StudyReader.Read(study, []), design);
        Assert.That(evaluated.Audit.IsPlain.Count(p => p), Is.EqualTo(1), "one of the four tasks, which four people answered");
    }

    /// <summary>A status quo that is worse than anything is beaten by all and counts for nothing; a better one is compared.</summary>
    [TestCase("{ income: 0, form: solo }", "none,0,solo", 4)]
    [TestCase("{ income: 2, form: solo }", "none,2,solo", 16)]
    public void A_status_quo_is_compared_unless_it_is_worse_than_anything(string levels, string row, int situations)
    {
        string yaml = SmallStudy.Broken(Yaml, "opt-out: none", $"status-quo: {{ name: none, levels: {levels} }}");
        Assert.That(SmallStudy.Estimate(yaml, Csv().Replace("none,0,none", row, StringComparison.Ordinal)).Choices.Description
            .Dominated!.Situations, Is.EqualTo(situations));
    }

    [Test]
    public void Without_priors_nothing_is_called_beaten() =>
        Assert.That(SmallStudy.Estimate(Yaml[..Yaml.IndexOf("design:", StringComparison.Ordinal)], Csv()).Choices.Description.Dominated,
            Is.Null);

    [Test]
    public void The_opt_out_is_found_by_its_attributes_where_no_design_names_it() =>
        Assert.That(SmallStudy.Estimate(Yaml[..Yaml.IndexOf("design:", StringComparison.Ordinal)], Csv()).Choices.Description.Alternatives
            .Single(a => a.IsOptOut).Name, Is.EqualTo("none"));

    [Test]
    public void The_text_says_all_of_it_in_both_languages()
    {
        string english = DescriptionTable.Write(Description), french = DescriptionTable.Write(Description, ReportText.French);
        Assert.Multiple(() =>
        {
            Assert.That(english, Does.StartWith("Data: 4 people, 16 choice situations (4 each), 48 rows of alternatives\n"));
            Assert.That(english, Does.Contain("none (opt-out)       16       4  25.0%"));
            Assert.That(english, Does.Contain(
                "Always the same alternative: 2 of 4 people with 4 choices or more (A: 1, none (opt-out): 1); about 0.2 by chance.\n"));
            Assert.That(english, Does.Contain("an alternative of 4 situations; chosen in 1 by 1 person.\n"));
            Assert.That(french, Does.Contain("une option dans 4 situations\u00a0; choisie dans 1 par 1 personne.\n"));
            Assert.That(DescriptionTable.Write(Description with { Dominated = new(0, 0, 0) }, ReportText.French),
                Does.Contain("une option dans 0 situation\u00a0; choisie dans 0 par 0 personne.\n"));
            Assert.That(french, Does.StartWith("Données\u00a0: 4 personnes, 16 situations de choix (4 chacune)"));
        });
    }

    /// <summary>
    /// Four people and four tasks; in the first, B beats A: more income and, by its prior, a better form. One always takes A, one none.
    /// </summary>
    private static string Csv()
    {
        string[] tasks = ["A,1,group;B,2,centre", "A,3,solo;B,1,centre", "A,2,centre;B,3,group", "A,1,centre;B,3,solo"];
        string[] answers = ["AAAA", "0000", "BABA", "BBAB"];
        var csv = new System.Text.StringBuilder("who,task,option,income,form,chosen\n");
        for (int n = 0; n < 16; n++)
        {
            (int who, int task) = (n / 4, n % 4);
            foreach (string row in tasks[task].Split(';').Append("none,0,none"))
            {
                char answer = answers[who][task];
                bool chosen = row[0] == answer || (answer == '0' && row[0] == 'n');
                csv.Append($"{who},{task},{row},{(chosen ? 1 : 0)}\n");
            }
        }

        return csv.ToString();
    }
}
