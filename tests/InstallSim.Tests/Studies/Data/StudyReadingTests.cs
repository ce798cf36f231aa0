using InstallSim.Studies.Results;

namespace InstallSim.Tests.Studies.Data;

public sealed class StudyReadingTests
{
    [Test]
    public void Missing_values_drop_their_situation_when_told_to()
    {
        string csv = SmallStudy.Csv.Replace("1,2,tea,4,", "1,2,tea,NA,", StringComparison.Ordinal);
        StudyResult result = SmallStudy.Estimate(SmallStudy.Yaml, csv, "data.missing=drop");
        Assert.Multiple(() =>
        {
            Assert.That(result.Choices.Dropped, Is.EqualTo(1));
            Assert.That(result.Estimates.Situations, Is.EqualTo(5));
            Assert.That(result.Warnings.Select(w => w.English), Has.Some.Contains("1 choice situations were left out"));
        });
    }

    [Test]
    public void A_variable_of_which_there_is_no_more_to_say_is_its_name()
    {
        string brief = SmallStudy.Broken(SmallStudy.Yaml, "  - { name: price }", "  - price");
        Assert.That(SmallStudy.Estimate(brief).Estimates.Estimates, Is.EqualTo(SmallStudy.Estimate().Estimates.Estimates));
    }

    [Test]
    public void A_missing_value_of_an_unavailable_alternative_does_not_matter()
    {
        string csv = SmallStudy.Csv.Replace("1,2,tea,4,30,1,0", "1,2,tea,NA,30,0,0\n1,2,water,1,30,1,0", StringComparison.Ordinal);
        Assert.That(SmallStudy.Estimate(SmallStudy.Yaml, csv).Choices.Data.Alternatives(1), Is.EqualTo(2));
    }

    [Test]
    public void Situations_whose_choice_a_filter_takes_away_are_dropped_when_told_to()
    {
        string csv = SmallStudy.Csv.Replace("1,2,tea,4,30,1,0", "1,2,tea,4,30,1,0\n1,2,water,1,30,1,1", StringComparison.Ordinal)
            .Replace("1,2,coffee,3,30,1,1", "1,2,coffee,3,30,1,0", StringComparison.Ordinal);
        StudyResult result =
            SmallStudy.Estimate(SmallStudy.Yaml, csv, "data.where=[{ column: drink, none-of: [water] }]", "data.no-choice=drop");
        Assert.That(result.Estimates.Situations, Is.EqualTo(5));
    }

    [Test]
    public void A_table_as_a_French_spreadsheet_saves_it_gives_what_the_plain_one_gives()
    {
        string[] lines = File.ReadAllLines(Repository.PathOf("scenarios", "studies", "physician-dce.csv"));
        string csv = string.Join("\r\n", lines.Select((line, i) =>
        {
            string[] cells = line.Split(',');
            cells[4] = i == 0 ? "Revenu (k€)" : $"{cells[4]},5";
            cells[^1] = i == 0 ? "Choisi ?" : cells[^1] == "1" ? "oui" : "non";
            return string.Join(';', cells);
        }));
        const string data = """
            file: excel.csv, chosen: 'Choisi ?' }
            utility:
              - { name: income, column: Revenu (k€) }
              - { name: working-hours }
            draws: { number: 500
            """;
        StudyResult plain = Exports.Estimate(
            "file: plain.csv }\nutility: [{ name: income }, { name: working-hours }]\ndraws: { number: 500",
            ("plain.csv", string.Join('\n', lines)));
        StudyResult found = Exports.Estimate(data, ("excel.csv", csv));
        Assert.Multiple(() =>
        {
            Assert.That(found.Estimates.Estimates, Is.EqualTo(plain.Estimates.Estimates).Within(1e-8));
            Assert.That(found.Choices.Told.Select(t => t.Message),
                Has.Some.Contains("read with a decimal comma").And.Some.Contains("';' between them"));
        });
    }

    [TestCase("1", "")]
    [TestCase("x", "")]
    public void A_mark_of_the_chosen_row_alone_is_enough(string chosen, string other)
    {
        string csv = string.Join('\n', SmallStudy.Csv.Split('\n').Select(line =>
            line.EndsWith(",1", StringComparison.Ordinal) ? line[..^1] + chosen
            : line.EndsWith(",0", StringComparison.Ordinal) ? line[..^1] + other
            : line));
        StudyResult found = SmallStudy.Estimate(SmallStudy.Yaml, csv);
        Assert.That(found.Estimates.Estimates, Is.EqualTo(SmallStudy.Estimate().Estimates.Estimates));
        Assert.That(found.Choices.Told.Single().Message,
            Does.StartWith("column 'chosen' marks what is chosen and says nothing of the others"));
    }

    [Test]
    public void Derived_columns_are_what_their_recipes_say()
    {
        StudyResult result = SmallStudy.Estimate(SmallStudy.Yaml.Replace("- { name: price }", """
            - { name: dear, column: is-dear }
              - { name: per-age, column: price-age }
            derived:
              - { name: is-dear, recipe: dummy, of: [price], values: ["3", "4"] }
              - { name: half, recipe: scale, of: [price], divide-by: 2 }
              - { name: ln-age, recipe: log, of: [age] }
              - { name: price-age, recipe: product, of: [half, ln-age] }
            estimation: { fixed: { dear: 0.5, per-age: 0.1 } }
            constants-against: tea
            model: {}
            description: >-
            """, StringComparison.Ordinal)
            .Replace("  - { name: coffee, constant: true, alternatives: [coffee] }", "", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(result.Choices.Data.Column("dear").ToArray().Take(4), Is.EqualTo(new double[] { 0, 1, 1, 1 }));
            Assert.That(result.Choices.Data.Column("per-age")[0], Is.EqualTo(1 * Math.Log(30)).Within(1e-12));
            Assert.That(result.Estimates.Parameters, Is.EqualTo(new[] { "constant.coffee", "dear", "per-age" }));
        });
    }

    [Test]
    public void Wide_and_long_tables_of_the_same_choices_give_the_same_estimates()
    {
        const string wide = """
            name: wide
            title: Wide
            data: { file: small.csv, layout: wide, person: who, alternatives: [tea, coffee], chosen: drink }
            utility: [{ name: price, column: "*-price" }, { name: coffee, constant: true, alternatives: [coffee] }]
            """;
        const string csv = "who,drink,tea-price,coffee-price\n1,tea,2,3\n1,coffee,4,3\n2,coffee,3,3\n2,tea,1,2\n3,tea,5,4\n3,coffee,2,3\n";
        Assert.That(SmallStudy.Estimate(wide, csv).Estimates.Estimates, Is.EqualTo(SmallStudy.Estimate().Estimates.Estimates).Within(1e-9));
    }

    [Test]
    public void Rows_that_name_no_alternative_are_told_by_their_place()
    {
        StudyResult result = SmallStudy.Estimate(SmallStudy.Yaml.Replace("  alternative: drink\n", "", StringComparison.Ordinal)
            .Replace("[coffee]", "['2']", StringComparison.Ordinal));
        Assert.That(result.Choices.Alternatives, Is.EqualTo(new[] { "1", "2" }));
        Assert.That(result.Estimates.Estimates, Is.EqualTo(SmallStudy.Estimate().Estimates.Estimates));
    }

    [Test]
    public void A_derived_column_can_say_what_is_available()
    {
        const string yaml = """
            name: wide
            title: Wide
            data: { file: small.csv, layout: wide, alternatives: [tea, { name: coffee, available: open }, water], chosen: drink }
            derived: [{ name: open, recipe: DERIVED }]
            utility: [{ name: price, column: "*-price" }]
            """;
        const string csv = "drink,tea-price,coffee-price,water-price,hour\ntea,2,3,1,8\nwater,4,3,2,20\ncoffee,3,3,4,9\n";
        var rows = SmallStudy.Estimate(
            yaml.Replace("DERIVED", "dummy, of: [hour], values: ['8', '9']", StringComparison.Ordinal), csv).Choices.Data;
        Assert.That(Enumerable.Range(0, 3).Select(rows.Alternatives), Is.EqualTo(new[] { 3, 2, 3 }));
        Assert.That(
            SmallStudy.Faults(yaml.Replace("DERIVED", "scale, of: [hour]", StringComparison.Ordinal), csv)[0],
            Does.Contain("derived column 'open' says who could choose what: expected 1 or 0, found 8"));
    }

    [Test]
    public void Faults_of_keys_and_of_the_table_are_told_together()
    {
        string csv = SmallStudy.Csv.Replace("1,1,tea,2,", "1,1,tea,dear,", StringComparison.Ordinal);
        string yaml = SmallStudy.Yaml + """

            model: { random: { pricy: normal } }
            willingness-to-pay: { denominator: cost }
            importance: { money: [euros] }
            predict: sets.csv

            """;
        string[] all = SmallStudy.Faults(yaml, csv),
            ofKey = SmallStudy.Faults(SmallStudy.Yaml.Replace("  available: open\n", "", StringComparison.Ordinal)
                .Replace("person: who", "person: whom", StringComparison.Ordinal), csv);
        Assert.Multiple(() =>
        {
            Assert.That(all, Has.Some.Contains("expected a number, found 'dear'"));
            Assert.That(all, Has.Some.Contains("'pricy' is no variable of the utility").And.Some.Contains("'cost' is no variable")
                .And.Some.Contains("'euros' is no variable").And.Some.Contains("sets.csv' does not exist"));
            Assert.That(all, Has.Length.EqualTo(5));
            Assert.That(ofKey, Has.Length.EqualTo(2).And.Some.Contains("no column 'whom'").And.Some.Contains("found 'dear'"));
        });
    }

    [Test]
    public void Wide_rankings_and_best_worst_answers_become_choices()
    {
        const string csv = "first,second,third,price-a,price-b,price-c\na,b,c,1,2,3\nb,a,c,3,1,2\nc,b,a,2,2,1\na,c,b,2,1,4\n";
        const string yaml = """
            name: wide
            title: Wide
            data: { file: small.csv, layout: wide, alternatives: [a, b, c], ANSWER }
            utility: [{ name: price, column: "price-*" }]
            """;
        Assert.Multiple(() =>
        {
            Assert.That(SmallStudy.Estimate(yaml.Replace("ANSWER", "ranking: [first, second, third]", StringComparison.Ordinal),
                csv).Estimates.Situations, Is.EqualTo(8));
            Assert.That(SmallStudy.Estimate(yaml.Replace("ANSWER", "best: first, worst: third", StringComparison.Ordinal),
                csv).Estimates.Situations, Is.EqualTo(8));
            Assert.That(
                SmallStudy.Faults(yaml.Replace("ANSWER", "ranking: [first, second, third]", StringComparison.Ordinal),
                    csv.Replace("b,a,c", "b,b,c", StringComparison.Ordinal)),
                Is.EqualTo(new[]
                {
                    "small.csv(3,2): column 'second': 'b' is named a second time; 'faulty: drop' under data leaves such choice "
                        + "situations out",
                }));
        });
    }
}
