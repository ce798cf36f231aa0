using InstallSim.Inputs;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Designs;

public sealed class RespondentsTests
{
    private static string Physicians => Repository.PathOf("scenarios", "studies", "physician-dce.yaml");

    [TestCase("respondents!=null", "key 'respondents' is missing")]
    [TestCase("respondents.coefficients.incom=1", "'incom' is no variable of the utility; did you mean 'income'?")]
    [TestCase("respondents.coefficients!={ income: 1 }", "the coefficient of 'small-town' is missing")]
    [TestCase("respondents.spreads.schools=1", "'schools' is no variable of the utility")]
    [TestCase("respondents.block=blok", "there is no column 'blok'")]
    [TestCase("respondents.design=nowhere.csv", "does not exist")]
    [TestCase("data.person=block", "the design has a column 'block', which the answers will write")]
    [TestCase("data!={ file: a.csv, layout: long, person: respondent, situation: task, alternative: practice, rank: rank }",
        "rankings are not simulated")]
    [TestCase("data!={ file: a.csv, layout: long, person: respondent, situation: task, alternative: practice, best: best, worst: worst, "
        + "best-worst: marginal }", "where one alternative may be both")]
    public void What_is_wrong_with_respondents_is_said(string change, string message)
    {
        using var folder = new TemporaryFolder();
        Assert.That(
            () => Respondents.Write(StudyReader.Read(Physicians, [change]), Path.Combine(folder.Path, "answers.csv")),
            Throws.TypeOf<InputException>().With.Message.Contains(message));
    }

    /// <summary>Answers to sets that no data may have would be refused by <c>estimate</c>; a row of another length is told alone.</summary>
    [TestCase("1,1,A,", "1,1,B,", "choice situation 1 has the alternative 'B' 2 times")]
    [TestCase("1,1,A,", "1,0,A,", "choice situation 0 has one available alternative, 'A'; a choice needs two or more")]
    [TestCase("1,1,A,", "9,1,1,A,", "the row has ")]
    public void Sets_of_the_design_that_no_data_may_have_are_refused(string row, string broken, string message)
    {
        using var folder = new TemporaryFolder();
        string design = folder.Write("broken.csv", File.ReadAllText(Physicians.Replace(".yaml", "-design.csv")).Replace(row, broken));
        IReadOnlyList<InputError> told = Assert.Throws<InputException>(() => Respondents.Write(
            StudyReader.Read(Physicians, [$"respondents.design={design}"]), Path.Combine(folder.Path, "answers.csv")))!.Errors;
        Assert.That(told.Select(e => e.Message), Has.Some.Contains(message));
        Assert.That(told, Has.Count.EqualTo(message.Contains(" one available") ? 2 : 1), "the set that lacks its other row too");
        Assert.That(Path.Combine(folder.Path, "answers.csv"), Does.Not.Exist);
    }

    [Test]
    public void Another_seed_gives_other_answers_to_the_same_tasks()
    {
        string[] one = Answers(1), two = Answers(2);
        Assert.That(two, Has.Length.EqualTo(one.Length));
        Assert.That(two, Is.Not.EqualTo(one));
        Assert.That(two.Select(row => row[..^1]), Is.EqualTo(one.Select(row => row[..^1])), "only the answer differs");
    }

    [Test]
    public void More_respondents_leave_the_answers_of_the_first_as_they_were() =>
        Assert.That(Answers(1, 30).Take(12 * 16 + 1), Is.EqualTo(Answers(1, 12)));

    [Test]
    public void Without_a_word_a_respondent_answers_one_block_of_the_design_and_that_is_told()
    {
        (string[] unsaid, InputErrors told) = Told("respondents.block!=null");
        Assert.Multiple(() =>
        {
            Assert.That(unsaid, Is.EqualTo(Told("respondents.number=12").Rows));
            Assert.That(told.Warnings.Single() is { IsNote: true, Message: var said } ? said : "", Is.EqualTo(
                "a respondent answers one of the 6 blocks of the design (column 'block'); 'block: block' says so for good, "
                    + "'block: \"\"' has everybody answer all tasks"));
            Assert.That(told.Warnings[0].French, Does.Contain("un répondant répond à l’un des 6 blocs"));
            Assert.That(Told("respondents.number=12").Told.Warnings, Is.Empty);
            Assert.That(Told("respondents.block=\"\"") is { Rows.Length: 1 + (12 * 96), Told.Warnings.Count: 0 });
        });
    }

    private static (string[] Rows, InputErrors Told) Told(string change)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "answers.csv");
        var told = new InputErrors();
        Respondents.Write(StudyReader.Read(Physicians, ["respondents.number=12", change]), path, told: told);
        return (File.ReadAllLines(path), told);
    }

    private static string[] Answers(uint seed, int number = 12)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "answers.csv");
        Respondents.Write(StudyReader.Read(Physicians, [$"respondents.seed={seed}", $"respondents.number={number}"]), path);
        return File.ReadAllLines(path);
    }
}
