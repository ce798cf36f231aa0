using InstallSim.Inputs;
using InstallSim.Studies.Results;

namespace InstallSim.Tests.Studies.Data;

/// <summary>Situations that hold no choice are refused, one line a kind, or dropped and counted.</summary>
public sealed class FaultySituationsTests
{
    private const string Best = """
        name: best
        title: Best and worst
        data: { file: small.csv, layout: long, situation: task, alternative: drink, best: best, worst: worst }
        utility: [{ name: price }]
        """;

    private static string Drinks(int tasks, Func<int, int, string> answer) => "task,drink,price,best,worst\n"
        + string.Concat(from t in Enumerable.Range(1, tasks)
                        from j in Enumerable.Range(0, 3)
                        select $"{t},{"tcw"[j]},{((t * 7) + (j * 5)) % 4},{answer(t, j)}\n");

    /// <summary>A price of -999 among prices of 1 to 5 is no price; one that the study names as missing is none either.</summary>
    [TestCase("-999", true)]
    [TestCase("9999", true)]
    [TestCase("-9", true)]
    [TestCase("99", true)]
    [TestCase("88", true)]
    [TestCase("97", true)]
    [TestCase("-98", true)]
    [TestCase("998", true)]
    [TestCase("95", false)]
    [TestCase("8", false)]
    [TestCase("-3", false)]
    public void Numbers_that_look_like_marks_of_missing_values_are_warned_of(string price, bool isWarned)
    {
        string csv = SmallStudy.Csv + $"3,7,tea,{price},25,1,1\n3,7,coffee,3,25,1,0\n";
        string[] Told(params string[] overrides) =>
            [.. SmallStudy.Estimate(SmallStudy.Yaml, csv, overrides).Warnings.Select(w => w.English)];
        string said = $"column 'price' is {price} in 1 rows, far from all its other values (1 to 5)";
        Assert.That(Told(), isWarned ? Has.Some.Contains(said) : Has.None.Contains("far from all its other values"));
        Assert.That(Told($"data.missing={{ do: drop, texts: [{price}] }}"), Has.None.Contains("far from all its other values"));
    }

    [Test]
    public void Several_marks_of_a_column_are_told_together_and_declared_levels_are_none()
    {
        string csv = SmallStudy.Csv + string.Concat(((int[])[97, 98, 99]).Select((price, i) =>
            $"3,{7 + i},tea,{price},25,1,1\n3,{7 + i},coffee,{3 + i},25,1,0\n"));
        Assert.That(SmallStudy.Estimate(SmallStudy.Yaml, csv).Warnings.Select(w => w.English), Has.Some.Contains(
            "column 'price' is 97, 98, 99 in 3 rows, far from all its other values (1 to 5)").And.Some.Contains("'missing: [97, 98, 99]'"));
        const string design = "design={ attributes: [{ name: price, levels: [1, 2, 3, 4, 5, 97, 98, 99] }], alternatives: [tea, coffee], "
            + "tasks: 6 }";
        Assert.That(SmallStudy.Estimate(SmallStudy.Yaml, csv, design).Warnings.Select(w => w.English), Has.None.Contains("far from all"));
    }

    /// <summary>A price of many values up to 99, and the age, 15 to 99, that it is multiplied with.</summary>
    [Test]
    public void Values_that_reach_99_by_and_by_mark_nothing_missing()
    {
        string csv = "who,task,drink,price,age,open,chosen\n" + string.Concat(Enumerable.Range(0, 85).Select(t =>
            $"{t},{t},tea,{1 + (t * 37 % 99)},{15 + t},1,{(t * 7 + 3) % 2}\n"
                + $"{t},{t},coffee,{1 + (t * 53 % 99)},{15 + t},1,{(t * 7 + 4) % 2}\n"));
        Assert.That(csv, Does.Contain(",99,1,").And.Contain(",99,").And.Contain(",88,"));
        string yaml = SmallStudy.Broken(SmallStudy.Yaml, "alternatives: [coffee] }", "alternatives: [coffee], times: age }");
        Assert.That(SmallStudy.Estimate(yaml, csv).Warnings.Select(w => w.English), Has.None.Contains("far from all"));
    }

    [Test]
    public void A_level_that_comes_as_often_as_others_marks_nothing_missing()
    {
        string csv = SmallStudy.Csv.Replace(",3,", ",999,", StringComparison.Ordinal);
        Assert.That(SmallStudy.Estimate(SmallStudy.Yaml, csv).Warnings.Select(w => w.English), Has.None.Contains("far from all"));
    }

    [Test]
    public void Every_reason_is_counted()
    {
        string csv = SmallStudy.Csv
            + "4,7,tea,1,30,1,1\n"                                     // one alternative
            + "4,8,tea,1,30,1,1\n"
            + "4,9,tea,1,30,1,1\n4,9,coffee,2,30,1,1\n"                // several chosen
            + "4,10,tea,1,30,1,0\n4,10,coffee,2,30,1,0\n"              // none chosen
            + "4,11,tea,1,30,1,\n4,11,coffee,2,30,1,1\n"               // no answer
            + "4,12,tea,1,30,0,1\n4,12,coffee,2,30,1,0\n4,12,milk,2,30,1,0\n"
            + "4,13,tea,1,30,1,1\n4,13,tea,2,30,1,0\n";                // an alternative twice
        StudyResult found = SmallStudy.Estimate(SmallStudy.Yaml, csv, "data.faulty=drop");
        Assert.Multiple(() =>
        {
            Assert.That(found.Estimates.Estimates, Is.EqualTo(SmallStudy.Estimate().Estimates.Estimates).Within(1e-12));
            Assert.That(found.Choices.LeftOut.Select(l => (l.Reason.English, l.Count)), Is.EqualTo(new[]
            {
                ("the answer is missing", 1), ("nothing is chosen", 1), ("several are chosen", 1), ("fewer than two alternatives", 2),
                ("the chosen one is not available", 1), ("an alternative stands there twice", 1),
            }));
            Assert.That(found.Warnings.Select(w => w.English), Has.Some.EqualTo(
                "7 choice situations were left out: the answer is missing (1), nothing is chosen (1), several are chosen (1), "
                    + "fewer than two alternatives (2), the chosen one is not available (1), "
                + "an alternative stands there twice (1)"));
            Assert.That(found.Warnings.Select(w => w.French), Has.Some.Contains("7 situations de choix sont écartées"));
        });
    }

    [Test]
    public void Every_kind_is_refused_in_a_line_of_its_own()
    {
        string csv = SmallStudy.Csv + string.Concat(Enumerable.Range(7, 5).Select(t => $"4,{t},tea,1,30,1,1\n"))
            + string.Concat(Enumerable.Range(12, 6).Select(t => $"4,{t},tea,1,30,1,0\n4,{t},coffee,2,30,1,0\n")) + "4,18,tea,NA,30,1,1\n"
            + "4,18,coffee,2,30,1,0\n";
        Assert.That(SmallStudy.Faults(SmallStudy.Yaml, csv), Is.EqualTo(new[]
        {
            "small.csv(14,7): column 'chosen': choice situation 7 has one available alternative, 'tea'; a choice needs two or more; "
                + "'faulty: drop' under data leaves such choice situations out; and so in 4 more rows: 15, 16, 17, 18",
            "small.csv(19,7): column 'chosen': choice situation 12 has no chosen alternative; exactly one is needed; 'faulty: drop' under "
                + "data leaves such choice situations out; and so in 5 more rows: 21, 23, 25, 27, 29",
            "small.csv(31,4): column 'price': the value is missing; 'missing: drop' under data leaves such choice situations out",
        }));
    }

    [Test]
    public void Best_and_worst_may_not_be_the_same()
    {
        string csv = Drinks(8, (t, j) => (t, j) switch
        {
            (3, 0) => "1,1",
            (3, _) => "0,0",
            (_, 0) => t % 2 == 0 ? "1,0" : "0,1",
            (_, 1) => t % 2 == 0 ? "0,1" : "1,0",
            _ => "0,0"
        });
        Assert.Multiple(() =>
        {
            Assert.That(SmallStudy.Faults(Best, csv).Single(),
                Does.StartWith("small.csv(8,5): column 'worst': choice situation 3: 't' is called both best and worst"));
            Assert.That(SmallStudy.Estimate(Best, csv, "data.faulty=drop").Choices.LeftOut.Single().Reason.English,
                Is.EqualTo("the best is the worst too"));
        });
    }

    [TestCase("1,1,2", "has the rank 1 more than once", "ties in the ranking")]
    [TestCase("1,3,0", "has the rank 3 and not 2", "a rank is left out")]
    [TestCase("0,0,0", "has no ranked alternative", "nothing is chosen")]
    public void Rankings_have_no_ties_and_no_gaps(string ranks, string message, string reason)
    {
        string yaml = SmallStudy.Broken(Best, "best: best, worst: worst", "rank: best");
        string csv = Drinks(8, (t, j) => t == 2 ? $"{ranks.Split(',')[j]},0" : $"{((t + j) % 3) + 1},0");
        Assert.Multiple(() =>
        {
            Assert.That(SmallStudy.Faults(yaml, csv).Single(), Does.Contain($"choice situation 2 {message}"));
            Assert.That(SmallStudy.Estimate(yaml, csv, "data.faulty=drop").Choices.LeftOut.Single().Reason.English, Is.EqualTo(reason));
        });
    }

    [Test]
    public void A_variable_of_the_class_that_varies_within_a_person_is_told_by_person_and_line()
    {
        string yaml = SmallStudy.Yaml + "\nmodel: { classes: 2, membership: [age] }\n";
        Assert.That(SmallStudy.Faults(yaml, SmallStudy.Broken(SmallStudy.Csv, "2,4,coffee,2,41", "2,4,coffee,2,42")), Is.EqualTo(new[]
        {
            "small.csv(9,5): column 'age': person 2 has 42 here and 41 in line 6; what explains the class is the same on all rows of a "
                + "person",
        }));
    }

    [Test]
    public void Weights_are_the_same_within_a_situation_and_in_a_panel_within_a_person()
    {
        string yaml = SmallStudy.Broken(SmallStudy.Yaml, "chosen: chosen", "chosen: chosen\n  weight: age");
        Assert.Multiple(() =>
        {
            Assert.That(SmallStudy.Faults(yaml, SmallStudy.Broken(SmallStudy.Csv, "2,4,coffee,2,41", "2,4,coffee,2,42")).Single(),
                Does.EndWith("column 'age': choice situation 4 has the weights 41 and 42; a situation has one"));
            Assert.That(SmallStudy.Faults(yaml + "\nmodel: { random: { price: normal } }\n", SmallStudy.Csv
                .Replace(",41,", ",42,", StringComparison.Ordinal).Replace("2,3,tea,3,42", "2,3,tea,3,41", StringComparison.Ordinal)
                .Replace("2,3,coffee,3,42", "2,3,coffee,3,41", StringComparison.Ordinal)).Single(),
                Does.EndWith("person 2 has 42 here and 41 in line 6; a person of a panel has one weight"));
        });
    }

    [Test]
    public void A_filter_that_cuts_choice_sets_is_told_and_one_of_people_is_not()
    {
        string csv = SmallStudy.Csv + "9,9,tea,2,30,1,0\n9,9,coffee,4,30,1,1\n9,9,water,9,30,1,0\n";
        StudyResult cut = SmallStudy.Estimate(SmallStudy.Yaml, csv, "data.where=[{ column: price, max: 5 }]");
        StudyResult whole = SmallStudy.Estimate(SmallStudy.Yaml, SmallStudy.Csv, "data.where=[{ column: age, min: 20 }]");
        Assert.Multiple(() =>
        {
            Assert.That(cut.Warnings.Select(w => w.English), Has.Some.Contains("'where' takes 1 rows out of 1 choice situations and leaves "
                + "others of them, first line 16 of choice situation 9: fewer alternatives are compared than were offered"));
            Assert.That(whole.Choices.Told, Is.Empty);
        });
    }

    [TestCase("{ column: drink, none-of: [water] }", true)]
    [TestCase("{ column: open, equals: 1 }", false)]
    public void A_filter_of_alternatives_goes_with_the_results_and_one_of_what_was_not_offered_does_not(string filter, bool isWarned)
    {
        string csv = SmallStudy.Csv + "9,9,tea,2,30,1,0\n9,9,coffee,4,30,1,1\n9,9,water,9,30,0,0\n";
        Assert.That(SmallStudy.Estimate(SmallStudy.Yaml, csv, $"data.where=[{filter}]").Warnings.Select(w => w.English),
            isWarned ? Has.Some.Contains("'where' takes 1 rows out of 1 choice situations") : Has.None.Contains("'where'"));
    }

    [Test]
    public void Faults_of_sets_that_a_filter_cut_name_it()
    {
        string csv = SmallStudy.Csv + "9,9,tea,2,30,1,0\n9,9,coffee,9,30,1,1\n9,9,water,3,30,1,0\n8,8,tea,2,30,1,1\n8,8,coffee,7,30,1,0\n"
            + "7,7,tea,2,30,1,0\n7,7,coffee,3,30,1,0\n";
        const string cause = "; 'where' takes rows of it away: a filter of people or situations has one value on "
            + "all rows of a situation; 'faulty: drop' under data leaves such choice situations out";
        string[] faults = SmallStudy.Faults(
            SmallStudy.Broken(SmallStudy.Yaml, "chosen: chosen", "chosen: chosen\n  where: [{ column: price, max: 5 }]"), csv);
        Assert.Multiple(() =>
        {
            Assert.That(faults, Has.Some.EndsWith("choice situation 9 has no chosen alternative; exactly one is needed" + cause));
            Assert.That(faults, Has.Some.EndsWith(
                "choice situation 8 has one available alternative, 'tea'; a choice needs two or more" + cause));
            Assert.That(faults, Has.Some.EndsWith("choice situation 7 has no chosen alternative; exactly one is needed; 'faulty: drop' "
                + "under data leaves such choice situations out"), "a fault of the data is told as one");
        });
    }

    [Test]
    public void A_number_can_stand_for_nothing_however_it_is_written()
    {
        string csv = SmallStudy.Csv + "4,7,tea,-999.0,30,1,1\n4,7,coffee,4,30,1,0\n4,8,tea,.,30,1,1\n4,8,coffee,4,30,1,0\n";
        string yaml = SmallStudy.Broken(SmallStudy.Yaml, "chosen: chosen",
            "chosen: chosen\n  missing: { do: drop, texts: [NA, NaN, ., -999] }");
        Assert.Multiple(() =>
        {
            Assert.That(SmallStudy.Estimate(yaml, csv).Choices.LeftOut.Select(l => (l.Reason.English, l.Count)),
                Is.EqualTo(new[] { ("a value is missing", 2) }));
            Assert.That(SmallStudy.Faults(SmallStudy.Broken(yaml, "{ do: drop, texts: [NA, NaN, ., -999] }", "[NA, NaN, ., -999]"), csv),
                Has.Exactly(2).Contains("the value is missing; 'missing: drop' under data leaves such choice situations out"));
        });
    }

    [Test]
    public void All_that_is_wrong_with_sets_to_predict_is_told_in_the_words_of_the_table()
    {
        using var folder = new InstallSim.Tests.Inputs.TemporaryFolder();
        string sets = folder.Write("sets.csv", "task,drink,price,open\n3,tea,2,1\n3,tea,3,1\n4,tea,NA,1\n4,coffee,3,1\n5,tea,1,1\n");
        var refused = Assert.Throws<InputException>(() => SmallStudy.Estimate(SmallStudy.Yaml, SmallStudy.Csv, $"predict={sets}"));
        Assert.That(refused.Errors.Select(e => (e.Place.Line, e.Message)), Is.EqualTo(new[]
        {
            (4, "column 'price': the value is missing, and a set without answers cannot be dropped"),
            (3, "column 'drink': choice situation 3 has the alternative 'tea' 2 times"),
            (6, "choice situation 5 has one available alternative, 'tea'; a choice needs two or more"),
        }));
    }
}
