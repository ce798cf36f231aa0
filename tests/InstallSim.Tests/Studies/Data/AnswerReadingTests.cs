using InstallSim.Inputs;
using InstallSim.Studies.Data;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Data;

/// <summary>What is an answer to a task, whose it is and in which block, in the words of a French questionnaire.</summary>
public sealed class AnswerReadingTests
{
    private const string Posts = """
        name: posts
        title: Posts
        data: { responses: export.csv, design: design.csv, person: id }
        utility: [{ name: pay }]
        design:
          opt-out: today
          attributes: [{ name: pay, levels: [1, 2, 3] }]
          tasks: 4
          blocks: 2
          questionnaire:
            alternatives: { A: Post 1, B: Post 2, today: My post today }
            alternatives-fr: { A: Poste 1, B: Poste 2, today: Mon poste actuel }

        """;

    /// <summary>Reads the answers of people to tasks 1 and 2, block 1, and 3 and 4, block 2.</summary>
    private static (string Chosen, InputErrors Errors) Read(string rows, string yaml = Posts, string header = "id,task1,task2,task3,task4",
        params string[] said)
    {
        using var folder = new TemporaryFolder();
        folder.Write("design.csv", "block,task,post,pay\n" + string.Concat(Enumerable.Range(1, 4).SelectMany(t =>
            new[] { "A", "B", "today" }.Select((name, j) => $"{(t + 1) / 2},{Exports.Whole(t)},{name},{j}\n"))));
        folder.Write("export.csv", header + "\n" + rows);
        var errors = new InputErrors();
        CsvTable? table = new ResponseTable(StudyReader.Read(folder.Write("posts.yaml", yaml), said), errors).Read();
        string alternative = table?.Has("alternative") == true ? "alternative" : "post";
        return (table is null ? "" : string.Join(' ', Enumerable.Range(0, table.Rows)
            .Where(r => table.Cell(r, table.IndexOf("chosen")) is "1")
            .Select(r => table.Cell(r, table.IndexOf(alternative)).ToString())), errors);
    }

    private static string[] Told(InputErrors errors) => [.. errors.All.Select(e =>
        $"{Path.GetFileName(e.Place.File)}({e.Place.Line},{e.Place.Column}): {e.Message}")];

    [Test]
    public void An_answer_that_is_a_name_and_the_place_of_another_is_the_name_and_told()
    {
        using var folder = new TemporaryFolder();
        folder.Write("design.csv", "block,task,post,pay\n" + string.Concat(Enumerable.Range(1, 2).SelectMany(t =>
            new[] { "2", "1" }.Select((name, j) => $"1,{Exports.Whole(t)},{name},{j}\n"))));
        folder.Write("export.csv", "id,task1,task2\nann,1,2\nbob,2,2\n");
        var errors = new InputErrors();
        CsvTable table = new ResponseTable(StudyReader.Read(folder.Write("posts.yaml", """
            name: posts
            title: Posts
            data: { responses: export.csv, design: design.csv, person: id }
            utility: [{ name: pay }]

            """), []), errors).Read()!;
        Assert.Multiple(() =>
        {
            Assert.That(Enumerable.Range(0, table.Rows).Where(r => table.Cell(r, table.IndexOf("chosen")) is "1")
                .Select(r => table.Cell(r, table.IndexOf("alternative")).ToString()), Is.EqualTo(new[] { "1", "2", "2", "2" }));
            Assert.That(errors.Warnings.Select(w => w.Message), Has.Some.StartsWith(
                "'2' is the name of one alternative and the place of another: 3 answers are read as the name"));
        });
    }

    [TestCase("1,Poste 2,mon  poste actuel,,\n", "B today", TestName = "An_answer_is_the_printed_text_spaces_and_case_apart")]
    [TestCase("1,A2,AO03,,\n", "B today", TestName = "An_answer_is_a_code_of_limesurvey")]
    [TestCase("1,Practice A,Practice B,,\n", "A B", TestName = "An_answer_ends_in_a_name_after_words_that_stand_before_two_names")]
    [TestCase("1,Post B,Post B,,\n", "B B", TestName = "An_answer_ends_in_a_name_after_what_the_design_calls_alternatives")]
    public void Answers_are_taken(string rows, string chosen) => Assert.That(Read(rows).Chosen, Is.EqualTo(chosen));

    [TestCase("Poste 3", TestName = "A_text_with_the_number_of_no_alternative_is_no_answer")]
    [TestCase("Not A", TestName = "A_name_after_words_of_no_other_answer_is_no_answer")]
    [TestCase("Poste 1 Poste 2", TestName = "Two_texts_in_a_row_are_no_answer")]
    [TestCase("Le mien (today)", TestName = "A_name_in_brackets_is_no_answer")]
    [TestCase("A 2", TestName = "A_code_cut_in_two_is_no_answer")]
    public void What_is_no_answer_is_refused_at_line_and_column(string answer) =>
        Assert.That(Told(Read($"1,A,{answer},,\n").Errors), Is.EqualTo(new[]
        {
            $"export.csv(2,3): column 'task2': '{answer}' is no answer to task 2: expected one of A, B, today, Post 1, Post 2, "
                + "My post today, Poste 1, Poste 2, Mon poste actuel, or its place as a number (1 to 3)",
        }));

    [TestCase("A: B, B: A", "B", "A, B")]
    [TestCase("A: Post, B: Post", "Post", "A, B")]
    public void An_answer_that_is_printed_for_one_and_names_another_is_refused(string printed, string answer, string of)
    {
        string yaml = SmallStudy.Broken(Posts, "A: Post 1, B: Post 2", printed);
        Assert.That(Told(Read($"1,{answer},A1,,\n2,{answer},2,,\n", yaml).Errors).First(), Does.StartWith(
            $"export.csv(2,2): column 'task1': '{answer}' stands for 2 alternatives of task 1 ({of}): the questionnaire prints"));
        Assert.That(Read("1,1,A2,,\n", yaml).Chosen, Is.EqualTo("A B"), "places tell");
    }

    /// <summary>Where an alternative is answered by its name, its letter is a typing error of another.</summary>
    [Test]
    public void A_letter_of_an_alternative_that_others_name_is_no_answer()
    {
        Assert.That(Told(Read("1,A,B,,\n2,B,today,,\n3,A,C,,\n4,A,B,,\n").Errors).Single(),
            Does.StartWith("export.csv(4,3): column 'task2': 'C' is no answer to task 2"));
        Assert.That(Read("1,A,B,,\n2,B,C,,\n").Chosen, Is.EqualTo("A B B today"));
    }

    [Test]
    public void A_second_row_of_a_person_with_other_tasks_is_warned_of()
    {
        InputErrors errors = Read("1,A,B,,\n2,A,B,,\n1,,,A,A\n").Errors;
        Assert.That(errors.All, Is.Empty);
        Assert.That(errors.Warnings.Where(w => !w.IsNote).Select(w => (w.Place.Line, w.Place.Column, w.Message)), Is.EqualTo(new[]
        {
            (4, 1, "column 'id': '1' has a row above with other tasks: both are read as of one person"),
        }));
    }

    /// <summary>Answers to a fifth of four tasks; those of tasks three and four where people say their block and columns are two.</summary>
    [TestCase("id,task1,task2,task3,task4,task5", "1,A,B,,,A\n", "answers are read from 4 columns task*; those of task5 are not read")]
    [TestCase("id,block,task1,task2,task3", "1,1,A,B,\n2,2,A,B,A\n", "answers are read from 2 columns task*; those of task3 are not read")]
    [TestCase("id,task1,task2,task3,task4,task5", "1,A,B,,,34\n", null)]
    public void Answers_that_are_not_read_are_warned_of(string header, string rows, string? message) =>
        Assert.That(Read(rows, header: header).Errors.Warnings.Where(w => !w.IsNote).Select(w => w.Message),
            message is null ? Is.Empty : Is.EqualTo(new[] { message }));

    [TestCase("A ; Poste 2", "A, Poste 2")]
    [TestCase("Poste 2|B", "Poste 2, B")]
    [TestCase("A1/A3", "A1, A3")]
    [TestCase("today et Poste 1", "today, Poste 1")]
    [TestCase("Practice A; Practice B", "Practice A, Practice B")]
    public void Two_ticked_answers_are_refused_as_two(string answer, string named)
    {
        InputErrors errors = Read($"1,A,{answer},,\n").Errors;
        Assert.Multiple(() =>
        {
            Assert.That(Told(errors).Single(),
                Does.StartWith($"export.csv(2,3): column 'task2': '{answer}' names 2 alternatives ({named}); an answer to "
                    + "task 2 is one of"));
            Assert.That(errors.All[0].French, Does.Contain($"nomme 2 options ({named})"));
        });
    }

    [TestCase("idd")]
    [TestCase("identifiant")]
    public void A_person_column_that_is_not_there_is_refused_with_what_may_be_meant(string said) =>
        Assert.That(Told(Read("1,A,A,,\n", Posts.Replace("person: id", "person: " + said, StringComparison.Ordinal)).Errors).Single(),
            Does.Match($@"^posts.yaml\(3,\d+\): there is no column '{said}' in .*export.csv; did you mean 'id'\?; columns: id, task1"));

    [Test]
    public void A_person_column_said_on_the_command_line_must_be_there() =>
        Assert.That(Told(Read("1,A,A,,\n", Posts, said: ["data.person=nurse"]).Errors).Single(),
            Does.Contain("there is no column 'nurse'"));

    [Test]
    public void What_another_study_calls_people_is_replaced_and_told()
    {
        using var folder = new TemporaryFolder();
        string of = folder.Write("of.yaml", Posts.Replace("responses: export.csv, design: design.csv, person: id",
            "file: posts.csv, layout: long, situation: task, alternative: post, chosen: chosen, person: nurse",
            StringComparison.Ordinal));
        InputErrors errors = Read("1,A,A,,\n",
            $"extends: {of}\nname: read\ntitle: Read\ndata: {{ responses: export.csv, design: design.csv }}\n").Errors;
        Assert.That(errors.All, Is.Empty);
        Assert.That(errors.Warnings.Select(w => w.Message),
            Has.Some.Contains("people are told apart by 'id'; 'person: id' says so for good"));
    }

    [Test]
    public void Answers_in_tasks_of_another_block_are_called_so()
    {
        InputErrors errors = Read("1,1,A,B,,\n2,2,B,A,,\n3,2,,,A,A\n", header: "id,block,task1,task2,task3,task4").Errors;
        Assert.Multiple(() =>
        {
            Assert.That(Told(errors), Is.EqualTo(new[]
            {
                "export.csv(3,2): column 'block': the block is '2', but answers stand in tasks of block 1",
            }));
            Assert.That(errors.All[0].French,
                Does.Contain("le bloc est «\u00a02\u00a0», mais des réponses se trouvent dans des tâches du bloc 1"));
        });
    }
}
