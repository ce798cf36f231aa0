namespace InstallSim.Tests.Studies;

/// <summary>Everything that can be wrong with a study is refused in words, at its file, line and column.</summary>
public sealed class BrokenStudyTests
{
    [Test]
    public void The_study_that_the_others_break_is_right() =>
        Assert.That(SmallStudy.Estimate().Estimates.Converged, Is.True);

    /// <summary>A part of the data, what to write instead, where the error stands and what it says.</summary>
    private static IEnumerable<TestCaseData> BrokenData()
    {
        yield return Case("no chosen row", "1,1,tea,2,30,1,1", "1,1,tea,2,30,1,0", "small.csv(2,7)",
            "choice situation 1 has no chosen alternative; exactly one is needed");
        yield return Case("two chosen rows", "1,1,coffee,3,30,1,0", "1,1,coffee,3,30,1,1", "small.csv(3,7)",
            "choice situation 1 has 2 chosen alternatives; exactly one is needed");
        yield return Case("a chosen unavailable alternative", "2,3,coffee,3,41,1,1", "2,3,coffee,3,41,0,1", "small.csv(7,7)",
            "the chosen alternative 'coffee' is not available (open = 0)");
        yield return Case("one alternative only", "2,4,coffee,2,41,1,0\n", "", "small.csv(8,7)",
            "choice situation 4 has one available alternative, 'tea'");
        yield return Case("an alternative twice", "2,4,coffee,2,41,1,0", "2,4,tea,2,41,1,0", "small.csv(9,3)",
            "has the alternative 'tea' 2 times; 'faulty: drop' under data leaves such choice situations out");
        yield return Case("NaN", "1,2,tea,4,", "1,2,tea,NaN,", "small.csv(4,4)", "expected a number, found 'NaN'; it must be finite");
        yield return Case("infinity", "1,2,tea,4,", "1,2,tea,inf,", "small.csv(4,4)", "expected a number, found 'inf'; it must be finite");
        yield return Case("a text in a column of numbers", "1,2,tea,4,", "1,2,tea,four,", "small.csv(4,4)",
            "column 'price': expected a number, found 'four'");
        yield return Case("a decimal comma", "1,2,tea,4,", "1,2,tea,\"4,500\",", "small.csv(4,4)",
            "write 4500 if the comma stands between thousands, 4.500 if before a fraction");
        yield return Case("a missing value", "1,2,tea,4,", "1,2,tea,NA,", "small.csv(4,4)",
            "the value is missing; 'missing: drop' under data");
        yield return Case("a missing choice", "1,2,tea,4,30,1,0", "1,2,tea,4,30,1,", "small.csv(4,7)", "the value is missing");
        yield return Case("a choice that is no mark", "1,2,tea,4,30,1,0", "1,2,tea,4,30,1,maybe", "small.csv(4,7)",
            "expected 1 or 0 (true or false, yes or no), found 'maybe'");
        yield return Case("a situation of nobody", "1,2,tea,4", "1,,tea,4", "small.csv(4,2)",
            "the value is missing; it says where the row belongs");
        yield return Case("a situation of two people", "3,6,coffee", "2,6,coffee", "small.csv(13,1)",
            "choice situation 6 belongs to '3' and to '2'");
        yield return Case("a row too short", "1,2,tea,4,30,1,0", "1,2,tea,4,30,1", "small.csv(4,1)", "the row has 6 values, the header 7");
    }

    [TestCaseSource(nameof(BrokenData))]
    public void Broken_data_are_refused_where_they_break(string part, string instead, string place, string message)
    {
        string[] faults = SmallStudy.Faults(SmallStudy.Yaml, SmallStudy.Broken(SmallStudy.Csv, part, instead));
        Assert.That(faults, Has.Length.EqualTo(1));
        Assert.That(faults[0], Does.StartWith(place + ": ").And.Contain(message));
    }

    /// <summary>A part of the study, what to write instead, where the error stands and what it says.</summary>
    private static IEnumerable<TestCaseData> BrokenStudies()
    {
        yield return Case("an unknown column", "situation: task", "situation: tasks", "small.yaml(6,14)",
            "there is no column 'tasks' in small.csv; did you mean 'task'?");
        yield return Case("an unknown column of a variable", "- { name: price }", "- { name: pricee }", "small.yaml(12,13)",
            "there is no column 'pricee' in small.csv; did you mean 'price'?");
        yield return Case("an unknown alternative", "[coffee]", "[cofee]", "small.yaml(13,52)",
            "there is no alternative 'cofee'; did you mean 'coffee'?");
        yield return Case("a name twice", "- { name: price }", "- { name: coffee, column: price }", "small.yaml(13,13)",
            "the variable 'coffee' is named 2 times");
        yield return Case("an unknown key", "chosen: chosen", "choosen: chosen", "small.yaml(9,3)",
            "unknown key 'choosen'; did you mean 'chosen'?");
        yield return Case("a variable that does not vary", "- { name: price }", "- { name: age }", "small.yaml(12,13)",
            "the variable 'age' does not vary within any choice set");
        yield return Case("collinear variables", "- { name: price }", "- { name: tea, constant: true, alternatives: [tea] }",
            "small.yaml(12,13)", "'tea', 'coffee': their variables are collinear");
        yield return Case("perfect prediction", "- { name: price }", "- { name: oracle, column: chosen }", "small.yaml(12,13)",
            "cannot tell the coefficient of 'oracle'");
        yield return Case("a random coefficient of no variable", "utility:", "model: { random: { prise: normal } }\nutility:",
            "small.yaml(11,27)", "'prise' is no variable of the utility; did you mean 'price'?");
        yield return Case("an unknown distribution", "utility:", "model: { random: { price: gauss } }\nutility:",
            "small.yaml(11,27)", "found 'gauss'");
        yield return Case("an unknown parameter to start", "utility:", "estimation: { start: { cofee: 1 } }\nutility:", "small.yaml(11,22)",
            "'cofee' is no parameter; did you mean 'coffee'?");
        yield return Case("a filter that keeps nothing", "utility:", "  where: [{ column: age, min: 99 }]\nutility:", "small.yaml(11,10)",
            "the filters keep none of the 12 rows");
        yield return Case("a filter of an unknown column", "utility:", "  where: [{ column: agee, min: 20 }]\nutility:",
            "small.yaml(11,21)", "there is no column 'agee' in small.csv; did you mean 'age'?");
        yield return Case("one person", "utility:", "  where: [{ column: who, equals: 1 }]\nutility:", "small.yaml(7,11)",
            "one person only (column 'who')");
        yield return Case("one choice", "utility:", "  where: [{ column: task, equals: 1 }]\nutility:",
            "small.yaml(4,9)", "one choice situation only");
        yield return Case("a derived column twice", "utility:", "derived: [{ name: age, recipe: log, of: [price] }]\nutility:",
            "small.yaml(11,19)", "there is a column 'age' already");
        yield return Case("a value of a dummy that no row has", "utility:",
            "derived: [{ name: hot, recipe: dummy, of: [drink], values: [tee] }]\nutility:", "small.yaml(11,61)",
            "no row of small.csv has 'tee' in column 'drink'; did you mean 'tea'?; its values: coffee, tea");
        yield return Case("a number of a dummy that no row has", "utility:",
            "derived: [{ name: young, recipe: dummy, of: [age], values: [25, 26] }]\nutility:", "small.yaml(11,65)",
            "no row of small.csv has '26' in column 'age'; ");
        yield return Case("a logarithm of nothing", "utility:",
            "derived:\n  - { name: zero, recipe: difference, of: [price, price] }\n  - { name: ln, recipe: log, of: [zero] }\nutility:\n"
                + "  - { name: cheap, column: ln }", "small.csv(2,1)", "'ln' cannot be computed from zero = 0");
        yield return Case("a long key in a wide study", "layout: long", "layout: wide", "small.yaml(6,14)",
            "'situation' is for the long layout");
        yield return Case("no answers", "chosen: chosen", "weight: price", "small.yaml(4,3)", "one way of answering is needed");
        yield return Case("a missing file", "small.csv", "smal.csv", "small.yaml(4,9)", "does not exist; did you mean 'small.csv'?");
        yield return Case("an unknown denominator", "utility:", "willingness-to-pay: { denominator: prize }\nutility:", "small.yaml(11,36)",
            "'prize' is no variable of the utility; did you mean 'price'?");
        yield return Case("an empty nest", "utility:", "model: { nests: [{ name: hot }] }\nutility:",
            "small.yaml(11,18)", "the nest 'hot' is empty");
        yield return Case("two models at once", "utility:",
            "model: { classes: 2, nests: [{ name: hot, alternatives: [tea] }] }\nutility:", "small.yaml(11,8)",
            "are models of their own; one of them");
        yield return Case("a division by zero", "- { name: price }", "- { name: price, divide-by: 0 }",
            "small.yaml(12,31)", "division by 0");
    }

    [TestCaseSource(nameof(BrokenStudies))]
    public void A_broken_study_is_refused_where_it_breaks(string part, string instead, string place, string message)
    {
        string[] faults = SmallStudy.Faults(SmallStudy.Broken(SmallStudy.Yaml, part, instead), SmallStudy.Csv);
        Assert.That(faults, Has.Some.StartWith(place + ": ").And.Some.Contain(message), string.Join('\n', faults));
    }

    [Test]
    public void An_unknown_key_at_the_top_is_told_of_extends() =>
        Assert.That(SmallStudy.Faults(SmallStudy.Yaml + "\nextend: other.yaml\n", SmallStudy.Csv),
            Has.Some.Match("unknown key 'extend'; did you mean 'extends'\\?"));

    [Test]
    public void A_table_without_rows_is_refused() =>
        Assert.That(SmallStudy.Faults(SmallStudy.Yaml, "who,task,drink,price,age,open,chosen\n"),
            Is.EqualTo(new[] { "small.csv: the table has a header but no rows" }));

    [Test]
    public void A_wide_study_refuses_an_answer_that_is_no_alternative()
    {
        const string yaml = """
            name: wide
            title: Wide
            data: { file: small.csv, layout: wide, alternatives: [tea, coffee], chosen: drink }
            utility: [{ name: price, column: "price-*" }]
            """;
        string[] faults = SmallStudy.Faults(yaml, "drink,price-tea,price-coffee\ntea,1,2\ncofee,2,1\ncoffee,2,3\n");
        Assert.That(faults,
            Is.EqualTo(new[]
            {
                "small.csv(3,1): column 'drink': 'cofee' is none of the alternatives tea, coffee; did you mean 'coffee'?",
            }));
    }

    [Test]
    public void A_negative_weight_is_refused() =>
        Assert.That(
            SmallStudy.Faults(SmallStudy.Yaml.Replace("chosen: chosen", "chosen: chosen\n  weight: price", StringComparison.Ordinal),
                SmallStudy.Csv.Replace("tea,5,25", "tea,-5,25", StringComparison.Ordinal)),
            Has.Some.Contains("column 'price': a weight is at least 0, found -5"));

    [Test]
    public void A_column_of_nests_that_there_is_not_is_refused() =>
        Assert.That(SmallStudy.Faults(SmallStudy.Yaml + "\nmodel: { nests-by: agee }\n", SmallStudy.Csv),
            Has.Some.Contains("there is no column 'agee' in ").And.Contains("did you mean 'age'?"));

    private static string Teas(string odd) => "who,task,drink,price,chosen,kind\n" + string.Concat(Enumerable.Range(1, 8).Select(t =>
        $"{(t == 3 ? odd : $"p{t}")},{t},tea,{t % 3},{t % 2},leaf\np{t},{t},coffee,{t % 4},0,{(t == 2 ? "leaf" : "bean")}\n"
            + $"p{t},{t},cocoa,{t % 5},{1 - (t % 2)},bean\n"));

    private const string TeaStudy = """
        name: small
        title: Three drinks
        data: { file: small.csv, layout: long, situation: task, person: who, alternative: drink, chosen: chosen }
        utility: [{ name: price }]

        """;

    [Test]
    public void The_row_that_differs_from_most_of_its_situation_is_named() =>
        Assert.That(SmallStudy.Faults(TeaStudy, Teas("p99")),
            Is.EqualTo(new[] { "small.csv(8,1): column 'who': choice situation 3 belongs to 'p3' and to 'p99'" }));

    [Test]
    public void The_row_that_differs_from_most_of_its_nest_is_named() =>
        Assert.That(SmallStudy.Faults(TeaStudy + "model: { nests-by: kind }\n", Teas("p3")), Is.EqualTo(new[]
        {
            "small.csv(6,6): column 'kind': 'coffee' is in nest 'leaf' here and in 'bean' in most rows; an alternative has one nest",
        }));

    [Test]
    public void A_person_that_is_missing_is_all_that_is_told_of_the_row()
    {
        string restarting = SmallStudy.Csv.Replace("2,3,", "2,1,", StringComparison.Ordinal)
            .Replace("3,5,", "3,1,", StringComparison.Ordinal);
        Assert.That(SmallStudy.Faults(SmallStudy.Yaml, SmallStudy.Broken(restarting, "2,1,coffee", ",1,coffee")),
            Is.EqualTo(new[] { "small.csv(7,1): column 'who': the value is missing; it says whose choice it is" }));
    }

    [Test]
    public void Two_nests_of_one_name_do_not_share_silently()
    {
        string twice = TeaStudy + "model: { nests: [{ name: hot, alternatives: [tea] }, { name: hot, alternatives: [coffee, cocoa] }] }\n";
        Assert.That(SmallStudy.Faults(twice, Teas("p3")), Has.Some.Contains("the nest 'hot' is named 2 times and would silently share"));
        string shared = twice.Replace("name: hot,", "name: hot, parameter: L,", StringComparison.Ordinal);
        Assert.That(SmallStudy.Estimate(shared, Teas("p3")).Estimates.Parameters, Is.EqualTo(new[] { "price", "L" }));
    }

    [Test]
    public void Nests_of_one_alternative_each_are_told_to_be_none() =>
        Assert.That(SmallStudy.Estimate(TeaStudy + "model: { nests-by: drink }\n", Teas("p3")).Choices.Told.Select(t => t.Message),
            Has.Some.Contains("column 'drink' puts no two alternatives into one nest: the model is the logit without nests"));

    [Test]
    public void A_number_that_no_utility_can_hold_is_refused_at_its_line() =>
        Assert.That(SmallStudy.Faults(SmallStudy.Yaml, SmallStudy.Csv.Replace("tea,5,25", "tea,1e308,25", StringComparison.Ordinal)),
            Has.Some.Contains("small.csv(10,").And.Contains("'price' is 1E+308 here, too large to be counted with"));

    private static TestCaseData Case(string name, string part, string instead, string place, string message) =>
        new TestCaseData(part, instead, place, message).SetArgDisplayNames(name);
}
