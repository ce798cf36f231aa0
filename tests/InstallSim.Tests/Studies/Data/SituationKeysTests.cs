using InstallSim.Studies.Results;

namespace InstallSim.Tests.Studies.Data;

/// <summary>What tells choice situations apart, in the layouts in which surveys come.</summary>
public sealed class SituationKeysTests
{
    /// <summary>The small study with tasks that are numbered anew for each person.</summary>
    private static string Restarting { get; } = Renumbered((person, task) => $"{((task - 1) % 2) + 1}");

    private static double[] Right { get; } = [.. SmallStudy.Estimate().Estimates.Estimates];

    [Test]
    public void Numbers_of_tasks_that_restart_are_read_with_their_person_and_told()
    {
        StudyResult found = SmallStudy.Estimate(SmallStudy.Yaml, Restarting);
        Assert.Multiple(() =>
        {
            Assert.That(found.Estimates.Estimates, Is.EqualTo(Right).Within(1e-12));
            Assert.That((found.Estimates.Persons, found.Estimates.Situations), Is.EqualTo((3, 6)));
            Assert.That(found.Choices.Told.Single().Message,
                Does.StartWith("values of 'task' come back with other persons").And.Contain("'situation: [who, task]'"));
        });
    }

    [Test]
    public void Shipped_answers_whose_tasks_restart_give_what_they_gave()
    {
        string csv = System.Text.RegularExpressions.Regex.Replace(
            File.ReadAllText(Repository.PathOf("scenarios", "studies", "physician-dce.csv")), @"(?m)^(\d+,\d+),\d+-", "$1,");
        StudyResult found = Exports.Estimate("file: restart.csv", ("restart.csv", csv));
        Assert.That(found.Estimates.Situations, Is.EqualTo(1920));
        Assert.That(found.Estimates.Estimates, Is.EqualTo(Exports.Shipped.Estimates.Estimates).Within(1e-10));
    }

    [Test]
    public void Numbers_that_one_person_has_are_taken_as_they_are_and_nothing_is_told() =>
        Assert.That(SmallStudy.Estimate().Choices.Told, Is.Empty);

    [TestCase("situation: [who, task]", "")]
    [TestCase("situation: { columns: [who, task] }", "")]
    [TestCase("situation: both", "{ name: both, recipe: sum, of: [hundred, task] }")]
    [TestCase("situation: both", "{ name: both, recipe: product, of: [who, task] }")]
    public void Lists_and_derived_columns_name_situations(string key, string derived)
    {
        string yaml = SmallStudy.Broken(SmallStudy.Yaml, "situation: task", key)
            + (derived.Length == 0 ? ""
                : $"\nderived:\n  - {{ name: hundred, recipe: scale, of: [who], divide-by: 0.01 }}\n  - {derived}\n");
        StudyResult found = SmallStudy.Estimate(yaml, Restarting);
        Assert.That(found.Estimates.Estimates, Is.EqualTo(Right).Within(1e-12));
        Assert.That(found.Choices.Told, Is.Empty);
    }

    [Test]
    public void A_derived_column_that_is_written_below_its_use_is_said_to_be()
    {
        string yaml = SmallStudy.Broken(SmallStudy.Yaml, "situation: task", "situation: both")
            + "\nderived:\n  - { name: both, recipe: sum, of: [hundred, task] }\n"
            + "  - { name: hundred, recipe: scale, of: [who], divide-by: 0.01 }\n";
        Assert.That(SmallStudy.Faults(yaml, Restarting).Single(), Does.Contain(
            "'hundred' is derived, but not above: derived columns are made in the order in which they stand; move it up"));
    }

    [Test]
    public void Texts_name_people_and_tasks_as_numbers_do()
    {
        string csv = Renumbered((person, task) => $"tâche {((task - 1) % 2) + 1}").Replace("\n1,", "\nZoé,", StringComparison.Ordinal);
        string product = SmallStudy.Broken(SmallStudy.Yaml, "situation: task", "situation: both")
            + "\nderived: [{ name: both, recipe: product, of: [who, task] }]\n";
        Assert.Multiple(() =>
        {
            Assert.That(SmallStudy.Estimate(SmallStudy.Yaml, csv).Estimates.Estimates, Is.EqualTo(Right).Within(1e-12));
            Assert.That(SmallStudy.Estimate(product, csv).Estimates.Estimates, Is.EqualTo(Right).Within(1e-12));
        });
    }

    [Test]
    public void Numbers_that_restart_are_found_where_rows_name_no_alternative()
    {
        string yaml = SmallStudy.Broken(SmallStudy.Broken(SmallStudy.Yaml, "  alternative: drink\n", ""), "[coffee]", "['2']");
        Assert.That(SmallStudy.Estimate(yaml, Restarting).Estimates.Estimates, Is.EqualTo(Right).Within(1e-12));
    }

    [Test]
    public void Sets_of_products_that_no_two_people_share_restart_too()
    {
        string csv = Restarting.Replace("2,1,coffee", "2,1,water", StringComparison.Ordinal)
            .Replace("2,1,tea", "2,1,milk", StringComparison.Ordinal);
        string yaml = SmallStudy.Broken(SmallStudy.Yaml, "  - { name: coffee, constant: true, alternatives: [coffee] }", "");
        Assert.That(SmallStudy.Estimate(yaml, csv).Estimates.Situations, Is.EqualTo(6));
    }

    [Test]
    public void Without_a_person_the_refusal_says_what_helps() =>
        Assert.That(SmallStudy.Faults(SmallStudy.Broken(SmallStudy.Yaml, "  person: who\n", ""), Restarting),
            Has.Some.Contains("choice situation 1 has the alternative 'tea' 3 times; where numbers of tasks restart for each person, name "
                + "the column 'person' too"));

    [Test]
    public void A_slip_in_the_person_is_no_restart() =>
        Assert.That(SmallStudy.Faults(SmallStudy.Yaml, SmallStudy.Broken(SmallStudy.Csv, "3,6,coffee", "2,6,coffee")),
            Is.EqualTo(new[] { "small.csv(13,1): column 'who': choice situation 6 belongs to '3' and to '2'" }));

    [Test]
    public void A_fault_of_a_situation_that_restarts_names_the_person() =>
        Assert.That(SmallStudy.Faults(SmallStudy.Yaml, SmallStudy.Broken(Restarting, "2,2,coffee,2,41,1,0\n", "")),
            Has.Some.Contains("choice situation 2 of person 2 has one available alternative, 'tea'"));

    [Test]
    public void Any_key_may_be_a_derived_column()
    {
        string yaml = SmallStudy.Broken(SmallStudy.Broken(SmallStudy.Broken(SmallStudy.Broken(SmallStudy.Yaml,
            "person: who", "person: person"), "alternative: drink", "alternative: cup"),
            "chosen: chosen", "chosen: taken\n  weight: one"), "[coffee]", "['1']")
            + "\nderived:\n  - { name: person, recipe: scale, of: [who], divide-by: 0.5 }\n"
            + "  - { name: cup, recipe: dummy, of: [drink], values: [coffee] }\n"
            + "  - { name: taken, recipe: dummy, of: [chosen], values: [1] }\n  - { name: one, recipe: ratio, of: [open, open] }\n";
        StudyResult found = SmallStudy.Estimate(yaml, Restarting);
        Assert.That(found.Estimates.Estimates, Is.EqualTo(Right).Within(1e-12));
        Assert.That(found.Choices.Alternatives, Is.EqualTo(new[] { "0", "1" }));
    }

    [Test]
    public void A_derived_key_of_texts_that_cannot_be_added_says_what_can()
    {
        string yaml = SmallStudy.Broken(SmallStudy.Yaml, "situation: task", "situation: both")
            + "\nderived: [{ name: both, recipe: sum, of: [drink, task] }]\n";
        string fault = SmallStudy.Faults(yaml, SmallStudy.Csv).Single();
        Assert.That(fault, Does.StartWith("small.csv(2,3): column 'drink': expected a number, found 'tea'; a list of columns names")
            .And.Contain("and so in 11 more rows"));
    }

    [Test]
    public void Sets_to_predict_may_name_a_person_and_restart()
    {
        using var folder = new InstallSim.Tests.Inputs.TemporaryFolder();
        string sets = folder.Write("sets.csv", "who,task,drink,price,open\n8,1,tea,2,1\n8,1,coffee,3,1\n9,1,tea,2,1\n9,1,coffee,1,1\n");
        var predicted = Predictions.Of(SmallStudy.Estimate(SmallStudy.Yaml, Restarting, $"predict={sets}"));
        Assert.That(predicted.Select(p => p.Situation), Is.EqualTo(new[] { "8-1", "8-1", "9-1", "9-1" }));
    }

    private static string Renumbered(Func<int, int, string> number) => string.Concat(SmallStudy.Csv.Split('\n', StringSplitOptions
        .RemoveEmptyEntries).Select((line, i) =>
        {
            string[] cells = line.Split(',');
            cells[1] = i == 0 ? cells[1] : number(int.Parse(cells[0], null), int.Parse(cells[1], null));
            return string.Join(',', cells) + "\n";
        }));
}
