using InstallSim.Inputs;
using InstallSim.Studies;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Designs;

public sealed class StudyDesignTests
{
    private const string Yaml = """
        name: tea
        title: Tea
        data: { file: answers.csv, layout: long, person: who, situation: task, alternative: cup, chosen: chosen }
        derived:
          - { name: green, recipe: dummy, of: [kind], values: [green] }
        utility:
          - { name: price }
          - { name: green }
          - { name: first, constant: true, alternatives: [A] }
        design:
          attributes:
            - { name: price, levels: [1, 2, 3, 4] }
            - { name: kind, levels: [black, green] }
          opt-out: none
          tasks: 12
          blocks: 3
          priors: { price: -0.5, green: 0.4 }
        respondents:
          design: design.csv
          block: part
          number: 60
          coefficients: { price: -0.5, green: 0.4, first: 0.1 }

        """;

    private static (MadeDesign Design, string[][] Rows) Make(string yaml)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "design.csv");
        MadeDesign design = DesignMaker.Write(StudyReader.Read(folder.Write("tea.yaml", yaml)), path);
        return (design, [.. File.ReadAllLines(path).Select(l => l.Split(','))]);
    }

    [Test]
    public void The_shipped_design_is_sound_and_the_command_makes_one_as_good()
    {
        using var folder = new TemporaryFolder();
        StudySource source = StudyReader.Read(Repository.PathOf("scenarios", "studies", "physician-dce.yaml"), ["design.starts=2"]);
        MadeDesign shipped = DesignMaker.Evaluate(source, Repository.PathOf("scenarios", "studies", "physician-dce-design.csv"));
        MadeDesign made = DesignMaker.Write(source, Path.Combine(folder.Path, "design.csv"));
        Assert.Multiple(() =>
        {
            Assert.That(shipped.Audit.IsPlain.Concat(shipped.Audit.IsForbidden), Is.All.False);
            Assert.That(shipped.Audit.Questions.Zip(shipped.Blocks), Is.Unique);
            Assert.That(made.Audit.IsPlain.Concat(made.Audit.IsForbidden), Is.All.False);
            Assert.That(made.Audit.Questions.Zip(made.Blocks), Is.Unique);
            Assert.That(made.Efficiency.DError, Is.LessThan(shipped.Efficiency.DError));
            Assert.That(made.WithOtherBalance.Single(o => o.Balance == LevelBalance.False).Error, Is.LessThan(0.03046),
                "idefix's best of this study has 0.0304");
            Assert.That(DesignTable.Write(made),
                Does.Match(@"D-error 0\.0304\d+ with 'balance: false': 'balance: true' costs \d\.\d % more"));
        });
    }

    [Test]
    public void A_design_has_blocks_tasks_alternatives_and_levels()
    {
        var (design, rows) = Make(Yaml);
        Assert.Multiple(() =>
        {
            Assert.That(rows[0], Is.EqualTo(new[] { "part", "task", "cup", "price", "kind" }));
            Assert.That(rows, Has.Length.EqualTo(1 + (12 * 3)));
            Assert.That(rows.Skip(1).CountBy(r => r[0]).Select(b => (b.Key, b.Value)),
                Is.EqualTo(new[] { ("1", 12), ("2", 12), ("3", 12) }));
            Assert.That(rows.Where(r => r[2] == "none").Select(r => r[3] + r[4]), Is.All.EqualTo("0none"));
            Assert.That(rows.Where(r => r[2] is "A" or "B").CountBy(r => r[3]).Select(p => p.Value), Is.All.EqualTo(6),
                "each price as often as another");
            Assert.That(design.Efficiency.Parameters, Is.EqualTo(new[] { "price", "green", "first" }));
            Assert.That(DesignTable.Write(design),
                Does.Contain("12 tasks of 2 alternatives and 'none', 3 blocks of 4").And.Contain("D-error 0.").And
                    .Contain("std. error of 60 people").And.Contain("price                   1 ×6  2 ×6  3 ×6  4 ×6"));
        });
    }

    [Test]
    public void The_errors_of_a_design_are_those_of_its_covariance()
    {
        MadeDesign design = Make(Yaml).Design;
        double mean = Enumerable.Range(0, 3).Average(k => Math.Pow(design.Efficiency.StandardError(k, 1), 2));
        Assert.Multiple(() =>
        {
            Assert.That(design.Efficiency.AError, Is.EqualTo(mean).Within(1e-12));
            Assert.That(design.Efficiency.DError, Is.InRange(0, design.Efficiency.AError), "a geometric mean under the arithmetic one");
            Assert.That(design.Efficiency.AnswersNeeded(0, -0.5) * 0.25,
                Is.EqualTo(Math.Pow(1.96 * design.Efficiency.StandardError(0, 1), 2)).Within(1e-12));
        });
    }

    [Test]
    public void Respondents_answer_the_design_and_their_coefficients_are_found()
    {
        using var folder = new TemporaryFolder();
        StudySource source = StudyReader.Read(folder.Write("tea.yaml", Yaml), ["respondents.number=1500"]);
        DesignMaker.Write(source, source.Study.Respondents!.Design);
        Respondents.Write(source, source.Study.Data.File);
        StudyResult result = StudyEstimation.Run(source);
        double[] se = result.Estimates.StandardErrors();
        foreach ((string name, double truth) in source.Study.Respondents.Coefficients)
        {
            Assert.That(result.Estimates[name], Is.EqualTo(truth).Within(4 * se[result.Estimates.IndexOf(name)]), name);
        }
    }

    [Test]
    public void Forbidden_combinations_are_not_shown() =>
        Assert.That(Make(Yaml.Replace("  priors:", "  never: [{ price: 3, kind: green }]\n  balance: near\n  priors:",
            StringComparison.Ordinal)).Rows.Any(r => r[3] == "3" && r[4] == "green"), Is.False);

    [Test]
    public void Files_that_a_command_would_write_are_said_to_be_missing_with_the_command()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a tea.yaml", Yaml);
        StudySource source = StudyReader.Read(path);
        Assert.Multiple(() =>
        {
            Assert.That(() => Respondents.Write(source, source.Study.Data.File),
                Throws.TypeOf<InputException>().With.Message
                    .Contains($"design.csv' does not exist; 'installsim design \"{path}\"' writes it"));
            Assert.That(() => StudyEstimation.Run(source),
                Throws.TypeOf<InputException>().With.Message
                    .Contains($"answers.csv' does not exist; 'installsim respond \"{path}\"' writes it with the answers of the "
                        + "study's 60 simulated respondents"));
        });
    }

    [Test]
    public void A_scenario_is_no_study_and_a_study_no_scenario()
    {
        using var folder = new TemporaryFolder();
        var errors = new InputErrors();
        InstallSim.Scenarios.ScenarioReader.Read(folder.Write("tea.yaml", Yaml), errors);
        Assert.Multiple(() =>
        {
            Assert.That(errors.All.Single().Message, Does.StartWith("is a study, no scenario: "));
            Assert.That(() => StudyReader.Read(Repository.PathOf("scenarios", "centre-val-de-loire", "msp-opening.yaml")),
                Throws.TypeOf<InputException>().With.Message.EndsWith("is a scenario, no study: 'installsim run' and 'installsim compare' "
                    + "take it"));
        });
    }

    /// <summary>A part of the study, what to write instead, and what is said.</summary>
    private static IEnumerable<TestCaseData> Bad()
    {
        yield return Case("no design", "design:\n  attributes:", "predict: x.csv\nsave:\n  as: {}\nx:\n  attributes:", "unknown key 'x'");
        yield return Case("one level", "levels: [black, green]", "levels: [green]",
            "tea.yaml(13,29): error: 'kind' needs two or more levels; found green");
        yield return Case("a level twice", "levels: [1, 2, 3, 4]", "levels: [1, 2, 2]",
            "'2' is there twice");
        yield return Case("a name that is taken", "{ name: kind, levels", "{ name: task, levels", "the column 'task' is there already");
        yield return Case("uneven blocks", "blocks: 3", "blocks: 5", "12 tasks make no 5 blocks of equal size");
        yield return Case("too few tasks", "tasks: 12\n  blocks: 3", "tasks: 1",
            "1 task cannot tell 3 coefficients; at least 2 are needed");
        yield return Case("an unknown prior", "priors: { price", "priors: { prize",
            "'prize' is no variable of the utility; did you mean 'price'?");
        yield return Case("a variable without attribute", "- { name: price }", "- { name: cost }",
            "there is no column 'cost' in the design's attributes");
        yield return Case("an unknown attribute in never", "  priors:", "  never: [{ kin: green }]\n  priors:",
            "'kin' is no attribute; did you mean 'kind'?");
        yield return Case("an unknown level in never", "  priors:", "  never: [{ kind: gren }]\n  priors:",
            "'gren' is no level of 'kind'; did you mean 'green'?");
        yield return Case("everything forbidden", "  priors:",
            "  never: [{ kind: green }, { kind: black }]\n  priors:", "'never' and 'require' forbid every combination of levels");
        yield return Case("one alternative", "  opt-out: none", "  alternatives: [A]", "a task needs two or more alternatives");
        yield return Case("collinear variables", "- { name: green }", "- { name: green }\n  - { name: again, column: green }",
            "no design of these attributes can tell all coefficients apart: 'again' follows from other variables");
        yield return Case("priors at which all is certain", "priors: { price: -0.5", "priors: { price: -1e6",
            "'priors' are too large: at them one answer to each task is all but certain and tells nothing; the largest is -1000000 "
                + "('price'), which times");
        yield return Case("the wide layout", "layout: long, person: who, situation: task, alternative: cup,",
            "layout: wide, alternatives: [A, B], person: who,", "a design is written in the long layout");
    }

    [TestCaseSource(nameof(Bad))]
    public void A_bad_design_is_refused_in_words(string part, string instead, string message) => Assert.That(() =>
        Make(SmallStudy.Broken(Yaml, part, instead)), Throws.TypeOf<InputException>().With.Message.Contains(message));

    private static TestCaseData Case(string name, string part, string instead, string message) =>
        new TestCaseData(part, instead, message).SetArgDisplayNames(name);
}
