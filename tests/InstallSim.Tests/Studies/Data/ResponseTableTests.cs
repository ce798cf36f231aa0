using InstallSim.Inputs;
using InstallSim.Studies;
using InstallSim.Studies.Data;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Data;

/// <summary>Exports of a survey of the shipped design give what its long table gives.</summary>
public sealed class ResponseTableTests
{
    private static readonly string[] Tasks = [.. Enumerable.Range(1, 48).Select(n => $"task{Exports.Whole(n)}")];

    private static string Lime { get; } = Exports.Table(",",
        [.. new[] { "id", "submitdate", "lastpage", "startlanguage", "age" }.Concat(Tasks), .. Tasks.Select(t => t + "Time")],
        p => [p.Item1, "2026-03-01 10:00:00", "9", "fr", "31", .. Exports.ByTask(p.Item3, place => $"A{Exports.Whole(place)}"),
            .. Exports.ByTask(p.Item3, place => $"{Exports.Whole(place)}2.7")]);

    [Test]
    public void An_export_of_limesurvey_is_read_without_a_word_on_its_columns()
    {
        StudyResult found = Exports.Estimate("responses: export.csv", ("export.csv", Lime));
        Assert.Multiple(() =>
        {
            AssertSame(found);
            Assert.That(found.Choices.Told.Select(t => t.Message), Has.Some.Contains("read as an export of limesurvey")
                .And.Some.Contains("answers are read from the columns task*;").And.None.Contains("come back with other persons"));
        });
    }

    [Test]
    public void An_export_with_questions_in_its_headings_is_read_by_their_codes()
    {
        string header = string.Join(',',
            [.. new[] { "id. Response ID", "submitdate. Date", "age. How old are you, in years?" }.Select(h => $"\"{h}\""),
                .. Tasks.Select(t => $"\"{t}. Which practice would you choose?\"")]);
        string rows = string.Concat(Exports.People.Select(p =>
            $"{p.Person},,30,{string.Join(',', Exports.ByTask(p.Chosen, place => place == 1 ? "A" : "B"))}\n"));
        AssertSame(Exports.Estimate("responses: export.csv, format: limesurvey, answers: 'task*'", ("export.csv", $"{header}\n{rows}")));
    }

    [Test]
    public void An_export_of_qualtrics_has_three_header_lines_and_previews()
    {
        string[] tasks = [.. Enumerable.Range(1, 8).Select(n => $"Q{Exports.Whole(n)}")];
        string header = $"StartDate,Status,ResponseId,block,{string.Join(',', tasks)}\n"
            + $"Start Date,Response Type,Response ID,block,{string.Join(',', tasks.Select(_ => "\"Which practice,\nA or B?\""))}\n"
            + string.Join(',', Enumerable.Repeat("\"{\"\"ImportId\"\":\"\"QID1\"\"}\"", 12)) + "\n"
            + $"2026-03-01,Survey Preview,R_0,1,{string.Join(',', Enumerable.Repeat("Practice B", 8))}\n";
        string rows = string.Concat(Exports.People.Select(p => $"2026-03-01,IP Address,R_{p.Person},{p.Block},"
            + $"{string.Join(',', p.Chosen.Values.Select(place => place == 1 ? "Practice A" : "Practice B"))}\n"));
        StudyResult found = Exports.Estimate("responses: export.csv", ("export.csv", header + rows));
        Assert.Multiple(() =>
        {
            AssertSame(found);
            Assert.That(found.Choices.Told.Select(t => t.Message), Has.Some.Contains("read as an export of qualtrics")
                .And.Some.StartsWith("1 answer of a preview or test of the survey is left out"));
        });
    }

    [Test]
    public void A_table_of_ones_own_names_its_block_and_numbers_tasks_within_it()
    {
        string export = Exports.Table(";", ["bloc", .. Enumerable.Range(1, 8).Select(n => $"t0{Exports.Whole(n)}"), "age"],
            p => [$"{p.Item2},0", .. p.Item3.Values.Select(place => place == 1 ? "a" : "b"), "30,5"]);
        AssertSame(Exports.Estimate("responses: export.csv, block: bloc", ("export.csv", export)));
    }

    [Test]
    public void Columns_of_the_export_can_filter_people()
    {
        string export = Exports.Table(",", ["id", "age", .. Tasks],
            p => [p.Item1, p.Item2 == "1" ? "64" : "30", .. Exports.ByTask(p.Item3, Exports.Whole)]);
        StudyResult found = Exports.Estimate("responses: export.csv, where: [{ column: age, max: 40 }]", ("export.csv", export));
        Assert.That(found.Estimates.Persons, Is.EqualTo(200));
    }

    [Test]
    public void A_study_needs_no_more_than_export_and_design()
    {
        using var folder = new TemporaryFolder();
        folder.Write("export.csv", Lime);
        string design = Repository.PathOf("scenarios", "studies", "physician-dce-design.csv").Replace('\\', '/');
        StudyResult found = StudyEstimation.Run(StudyReader.Read(folder.Write("study.yaml", $$"""
            name: bare
            title: Nothing but the files
            data: { responses: export.csv, design: {{design}}, format: limesurvey, answers: "task*" }
            utility: [{ name: income }, { name: working-hours }]
            """)));
        Assert.That((found.Estimates.Persons, found.Estimates.Situations), Is.EqualTo((240, 1920)));
    }

    [Test]
    public void What_is_no_answer_is_told_where_it_stands_and_counted_over_all_columns()
    {
        string[] lines = Lime.Split('\n');
        string broken = string.Join('\n', lines.Select((line, i) => i > 0 ? line.Replace(",A2", ",A3", StringComparison.Ordinal) : line));
        string[] faults = Faults("responses: export.csv, answers: 'task*'", broken);
        Assert.That(faults.Single(), Does.Match(
            @"^export.csv\(\d+,\d+\): column 'task\d+': 'A3' is no answer to task \d+: expected one of A, B, or its "
            + @"place as a number \(1 to 2\); and so \d+ more times in \d+ rows, in other columns too"));
    }

    private const string Drinks = """
        name: drinks
        title: Drinks
        data: { responses: export.csv, design: design.csv, person: id, situation: task, alternative: cup, chosen: chosen }
        utility: [{ name: price }]
        design:
          alternatives: ["1", "2"]
          opt-out: none
          attributes: [{ name: price, levels: [1, 2, 3] }]
          tasks: 3
          questionnaire: { alternatives: { none: Neither of them }, alternatives-fr: { "1": Gauche, none: Aucune } }
        """;

    [Test]
    public void A_person_of_two_rows_is_told_once_a_row_at_the_person()
    {
        using var folder = new TemporaryFolder();
        WriteDrinks(folder, "7,1,2,1\n8,2,1,1\n7,2,2,1\n9,1,1,2\n");
        var refused = Assert.Throws<InputException>(() => StudyEstimation.Run(StudyReader.Read(Path.Combine(folder.Path, "study.yaml"))));
        Assert.That(refused.Errors.Select(e => $"{Path.GetFileName(e.Place.File)}({e.Place.Line},{e.Place.Column}): {e.Message}"),
            Is.EqualTo(new[]
            {
                "export.csv(4,1): column 'id': choice situation 1 of person 7 is answered in 2 rows; a person has one; 'faulty: drop' "
                    + "under data leaves such choice situations out",
            }));
    }

    private static void WriteDrinks(TemporaryFolder folder, string answers, string one = "1", string two = "2")
    {
        folder.Write("design.csv", "task,cup,price\n" + string.Concat(Enumerable.Range(1, 3).Select(t =>
            $"{Exports.Whole(t)},{one},1\n{Exports.Whole(t)},{two},2\n{Exports.Whole(t)},none,0\n")));
        folder.Write("export.csv", "id,task1,task2,task3\n" + answers);
        folder.Write("study.yaml", Drinks.Replace("[\"1\", \"2\"]", $"[\"{one}\", \"{two}\"]", StringComparison.Ordinal)
            .Replace("\"1\": Gauche", $"\"{one}\": Gauche", StringComparison.Ordinal));
    }

    private static string[] Drinking(string answers, string one = "1", string two = "2")
    {
        using var folder = new TemporaryFolder();
        WriteDrinks(folder, answers, one, two);
        string path = Path.Combine(folder.Path, "study.yaml");
        return new ResponseTable(StudyReader.Read(path), new InputErrors()).Read() is not { } table
            ? []
            : [.. Enumerable.Range(0, table.Rows).Where(r => table.Cell(r, table.IndexOf("chosen")) is "1")
                .Select(r => table.Cell(r, table.IndexOf("cup")).ToString())];
    }

    [TestCase("1,2,none,1", "2 none 1", TestName = "Answers_are_names")]
    [TestCase("1,2,3,1", "2 none 1", TestName = "Answers_are_places")]
    [TestCase("1,2,neither of  them,Gauche", "2 none 1", TestName = "Answers_are_texts_of_the_questionnaire_in_any_language")]
    [TestCase("1,Option 2,Aucune,Option 1", "2 none 1", TestName = "Answers_are_texts_that_end_in_a_name")]
    [TestCase("1,B,C,a", "2 none 1", TestName = "Answers_are_letters_where_all_are")]
    [TestCase("1,b,none,a", "2 none 1", TestName = "Answers_are_letters_where_most_are")]
    [TestCase("1,2,B,1", "", TestName = "A_stray_letter_is_no_answer")]
    public void Answers_are_read(string answers, string chosen) =>
        Assert.That(string.Join(' ', Drinking(answers + "\n")), Is.EqualTo(chosen));

    [TestCase("a,b,c", "A", "B", "A B none")]
    [TestCase("a,B,none", "A", "B", "A B none")]
    [TestCase("a,b,c", "B", "A", "", Description = "a is a name here and no place, so that c is none either")]
    public void Letters_that_are_names_too_stand_for_places_where_both_are_one(string answers, string one, string two, string chosen) =>
        Assert.That(string.Join(' ', Drinking($"1,{answers}\n", one, two)), Is.EqualTo(chosen));

    [Test]
    public void A_task_left_blank_is_missing_and_dropped_when_told_to()
    {
        string header = Lime[..Lime.IndexOf('\n')], rows = Lime[(Lime.IndexOf('\n') + 1)..];
        string blank = rows[..rows.IndexOf('A')] + rows[(rows.IndexOf('A') + 2)..];
        const string byPlace = "responses: export.csv, answers: 'q*', block: block";
        string export = Exports.Table(",", ["block", .. Enumerable.Range(1, 8).Select(n => $"q{Exports.Whole(n)}")],
            p => [p.Item2, .. p.Item3.Values.Select((place, k) => p.Item1 == "7" && k == 2 ? "" : Exports.Whole(place))]);
        Assert.Multiple(() =>
        {
            Assert.That(Faults(byPlace, export), Has.Some.StartsWith("export.csv(8,4): column 'q3': the value is missing"));
            Assert.That(Exports.Estimate(byPlace + ", missing: drop", ("export.csv", export)).Choices.LeftOut.Single().Count,
                Is.EqualTo(1));
            Assert.That(Exports.Estimate("responses: export.csv, answers: 'task*'", ("export.csv", header + "\n" + blank))
                .Estimates.Situations, Is.EqualTo(1919), "without a block, the tasks shown are those answered");
        });
    }

    [Test]
    public void A_column_named_as_one_of_the_design_steps_aside()
    {
        string export = Exports.Table(",", ["id", "income", .. Tasks], p => [p.Item1, "4", .. Exports.ByTask(p.Item3, Exports.Whole)]);
        StudyResult found = Exports.Estimate("responses: export.csv", ("export.csv", export));
        AssertSame(found);
        Assert.That(found.Choices.Told.Select(t => t.Message), Has.Some.Contains("that of the responses is called 'income.response'"));
    }

    /// <summary>What is said instead of the right data, and what the refusal says.</summary>
    [TestCase("responses: export.csv, answers: 'tak*'", "columns of answers are missing: tak1, tak2, tak3, tak4, tak5;")]
    [TestCase("responses: export.csv, answers: task", "'task': one '*' is needed")]
    [TestCase("responses: export.csv, answers: 'task*', block: bloc", "there is no column 'bloc' in")]
    [TestCase("responses: export.csv, layout: wide", "'responses' are made a long table with the design; leave 'layout' out")]
    [TestCase("format: qualtrics", "'format' is for 'responses', the export of a survey, which is not said")]
    public void What_cannot_be_read_is_refused(string data, string message) =>
        Assert.That(Faults(data, Lime), Has.Some.Contains(message));

    private static string[] Faults(string data, string export)
    {
        using var folder = new TemporaryFolder();
        var refused = Assert.Throws<InputException>(() => StudyEstimation.Run(Exports.Study(folder, data, ("export.csv", export))));
        return [.. refused.Errors.Select(e =>
            $"{new Place(Path.GetFileName(e.Place.File), e.Place.Line, e.Place.Column)}: {e.Message}")];
    }

    private static void AssertSame(StudyResult found)
    {
        Assert.That((found.Estimates.Persons, found.Estimates.Situations), Is.EqualTo((240, 1920)));
        Assert.That(found.Estimates.Parameters, Is.EqualTo(Exports.Shipped.Estimates.Parameters));
        Assert.That(found.Estimates.Estimates, Is.EqualTo(Exports.Shipped.Estimates.Estimates).Within(1e-10));
    }
}
