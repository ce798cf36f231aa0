using InstallSim.Inputs;
using InstallSim.Studies;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Inputs;
using InstallSim.Tests.Studies.Data;

namespace InstallSim.Tests.Studies.Designs;

/// <summary>A design that was changed by hand is refused before people are simulated on it, and before it is measured.</summary>
public sealed class AskedTaskTests
{
    private const string Yaml = """
        name: posts
        title: Posts
        data: { file: answers.csv, layout: long, person: who, situation: task, alternative: post, chosen: chosen }
        utility:
          - { name: pay }
          - { name: town, alternatives: [A, B], levels: [large, small, tiny] }
          - { name: neither, constant: true, alternatives: [neither] }
        design:
          opt-out: neither
          tasks: 4
          attributes:
            - { name: pay, levels: [1, 2, 3], unit: k€ }
            - { name: town, levels: [large, small, tiny], label: Town }
          priors: { pay: 0.5, town.small: -0.2, town.tiny: -0.6, neither: 0.5 }
        respondents:
          design: design.csv
          block: block
          number: 60
          coefficients: { pay: 0.5, town.small: -0.2, town.tiny: -0.6, neither: 0.5 }

        """;

    private const string Design = """
        block,task,post,pay,town
        1,1,A,3,tiny
        1,1,B,1,large
        1,1,neither,0,none
        1,2,A,2,small
        1,2,B,1,large
        1,2,neither,0,none
        2,3,A,1,small
        2,3,B,3,tiny
        2,3,neither,0,none
        2,4,A,2,large
        2,4,B,3,small
        2,4,neither,0,none

        """;

    private static readonly string Answers = Answered(Design);

    private static string Answered(string design)
    {
        using var folder = new TemporaryFolder();
        folder.Write("design.csv", design);
        string answers = Path.Combine(folder.Path, "answers.csv");
        Respondents.Write(StudyReader.Read(folder.Write("posts.yaml", Yaml)), answers);
        return File.ReadAllText(answers);
    }

    private static string[] Told(Action<StudySource, string> action, string design)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("design.csv", design);
        InputException? refused = Assert.Throws<InputException>(() =>
            action(StudyReader.Read(folder.Write("posts.yaml", Yaml)), file));
        Assert.That(Directory.GetFiles(folder.Path), Has.Length.EqualTo(2), "nothing was written");
        return [.. refused!.Errors.Select(e => $"{Path.GetFileName(e.Place.File)}({e.Place.Line},{e.Place.Column}): {e.Message}")];
    }

    [TestCase("1,2,A,2,small", "1,2,A,2,smal", "design.csv(5,5): column 'town': 'smal' is none of the levels of 'town'; did you mean "
        + "'small'?; levels: large, small, tiny")]
    [TestCase("1,1,A,3,tiny", "2,1,A,3,tiny", "design.csv(3,1): column 'block': the task is in block '2' above and in '1' here; a task is "
        + "in one")]
    [TestCase("1,1,A,3,tiny", ",1,A,3,tiny", "design.csv(2,1): column 'block': the block is missing")]
    [TestCase("1,1,neither,0,none\n", "", "design.csv(2,3): choice situation 1 has no 'neither', which the design shows in every task")]
    [TestCase("2,4,B,3,small\n", "", "design.csv(11,3): choice situation 4 has no 'B', which the design shows in every task")]
    [TestCase("2,4,B,3,small", "2,4,C,3,small", "design.csv(12,3): 'C' is none of the alternatives A, B, neither")]
    public void People_are_asked_no_design_that_was_damaged(string row, string broken, string message)
    {
        string design = SmallStudy.Broken(Design, row, broken);
        Assert.That(Told((study, file) => Respondents.Write(study, file.Replace("design", "new")), design).First(), Is.EqualTo(message));
        Assert.That(Told((study, _) => PowerSimulation.Run(study, 2), design).First(), Is.EqualTo(message));
    }

    [TestCase("1,1,neither,0,none\n", "", "design.csv(2,0): task 1 has no alternative 'neither'")]
    [TestCase("1,2,neither,0,none", "1,2,neither,2,none", "design.csv(7,4): 'neither' has '2' of 'pay' here, and '0' by the study")]
    [TestCase("1,2,neither,0,none", "1,2,neither,0,tiny", "design.csv(7,5): 'neither' has 'tiny' of 'town' here, and 'none' by the study")]
    [TestCase("1,2,neither,0,none", "1,1,neither,0,none", "design.csv(7,0): the task has 'neither' already: number tasks so that no two of "
        + "a block share a number")]
    [TestCase("block,task,post,pay,town", "block,task,post,pay,chosen,town", "design.csv(0,0): has a column 'chosen': these are answers to "
        + "a design, not the design")]
    public void No_design_that_was_damaged_is_measured(string row, string broken, string message)
    {
        string design = SmallStudy.Broken(Design, row, broken);
        design = broken.Contains("chosen") ? string.Concat(design.Split('\n').Select((line, i) =>
            i == 0 || line.Length == 0 ? line + '\n' : line.Insert(line.LastIndexOf(','), ",0") + '\n')) : design;
        Assert.That(Told((study, file) => DesignMaker.Evaluate(study, file), design), Is.EqualTo(new[] { message }));
    }

    [TestCase("0,none")]
    [TestCase("none,none")]
    [TestCase("0,0")]
    [TestCase(",")]
    [TestCase("-999,-999")]
    public void The_opt_out_may_be_written_as_one_likes_or_left_out_of_all_tasks(string levels)
    {
        using var folder = new TemporaryFolder();
        StudySource study = StudyReader.Read(folder.Write("posts.yaml", Yaml), ["data.missing=[-999]"]);
        string Error(string design) => Exports.Whole((int)(1e6 * DesignMaker.Evaluate(study, folder.Write("d.csv", design))
            .Efficiency.DError));
        Assert.That(Error(Design.Replace("neither,0,none", "neither," + levels)), Is.EqualTo(Error(Design)));
        Assert.That(Error(string.Join('\n', Design.Split('\n').Where(line => !line.Contains("neither")))), Is.EqualTo(Error(Design)));
    }

    [TestCase("neither")]
    [TestCase("3")]
    public void Alternatives_may_be_numbered_in_the_design_s_order(string none)
    {
        using var folder = new TemporaryFolder();
        string yaml = Yaml.Replace("alternatives: [A, B]", "alternatives: ['1', '2']").Replace("[neither]", $"['{none}']");
        string numbered = Design.Replace(",A,", ",1,").Replace(",B,", ",2,").Replace(",neither,", $",{none},");
        folder.Write("design.csv", numbered);
        StudySource study = StudyReader.Read(folder.Write("numbered.yaml", yaml)), named = StudyReader.Read(folder.Write("p.yaml", Yaml));
        Respondents.Write(study, Path.Combine(folder.Path, "answers.csv"));
        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(study.Study.Data.FileSaid!), Is.EqualTo(Answers.Replace(",A,", ",1,").Replace(",B,", ",2,")
                .Replace(",neither,", $",{none},")));
            Assert.That(StudyEstimation.Check(study).Select(w => w.Said.English), Has.None.Contains("design"));
            Assert.That(DesignMaker.Evaluate(named, folder.Write("d.csv", numbered)).Efficiency.DError,
                Is.EqualTo(DesignMaker.Evaluate(named, folder.Write("e.csv", Design)).Efficiency.DError));
        });
    }

    [Test]
    public void Numbered_alternatives_are_checked_as_those_of_the_design()
    {
        string numbered = Design.Replace(",A,", ",1,").Replace(",B,", ",2,");
        Assert.That(Told((study, file) => DesignMaker.Evaluate(study, file), SmallStudy.Broken(numbered, "2,4,2,3,small\n", "")),
            Is.EqualTo(new[] { "design.csv(11,0): task 4 has no alternative '2'" }));
        Assert.That(Told((study, file) => DesignMaker.Evaluate(study, file), SmallStudy.Broken(numbered, "2,4,2,3", "2,4,5,3")).First(),
            Is.EqualTo("design.csv(2,0): '1' is none of the alternatives A, B, neither"));
    }

    [TestCase("respondents.coefficients.pay=1e308", "the utility of line 2 of the design is too large to be counted with")]
    [TestCase("respondents.spreads={ pay: 1e308 }", "the utility of line 2 of the design is too large to be counted with")]
    public void Nobody_chooses_by_what_is_no_number(string change, string message)
    {
        using var folder = new TemporaryFolder();
        folder.Write("design.csv", Design);
        StudySource study = StudyReader.Read(folder.Write("posts.yaml", Yaml), [change]);
        Assert.That(() => Respondents.Write(study, Path.Combine(folder.Path, "a.csv")),
            Throws.TypeOf<InputException>().With.Message.EndsWith(message));
    }

    [Test]
    public void A_number_is_one_level()
    {
        using var folder = new TemporaryFolder();
        Assert.That(() => DesignMaker.Write(StudyReader.Read(folder.Write("posts.yaml", SmallStudy.Broken(Yaml, "levels: [1, 2, 3]",
            "levels: [1, 2, 2.0, 02]"))), Path.Combine(folder.Path, "a.csv")),
            Throws.TypeOf<InputException>().With.Message.Contains("'pay' has one number as several levels: 2, 2.0, 02"));
    }

    [Test]
    public void A_task_of_the_data_that_lacks_an_alternative_of_the_design_is_warned_of()
    {
        string[] lines = Answers.TrimEnd('\n').Split('\n');
        int row = Array.FindIndex(lines, line => line.Contains(",neither,") && line.EndsWith(",0", StringComparison.Ordinal));
        string task = lines[row].Split(',')[2];
        using var folder = new TemporaryFolder();
        folder.Write("design.csv", Design);
        string[] Warned(IEnumerable<string> rows)
        {
            folder.Write("answers.csv", string.Join('\n', rows) + '\n');
            return [.. StudyEstimation.Run(StudyReader.Read(folder.Write("posts.yaml", Yaml))).Warnings.Select(w => w.English)
                .Where(w => w.Contains("which the design shows"))];
        }

        Assert.That(Warned(lines), Is.Empty);
        Assert.That(Warned(lines.Where((_, i) => i != row)), Is.EqualTo(new[]
        {
            $"choice situation {task} has no 'neither', which the design shows in every task: it counts as not offered there",
        }));
    }

    [Test]
    public void A_level_that_is_none_of_a_coded_term_is_told_once()
    {
        using var folder = new TemporaryFolder();
        folder.Write("design.csv", Design);
        folder.Write("answers.csv", Answers.Replace(",small,", ",smal,"));
        InputException refused = Assert.Throws<InputException>(() =>
            StudyEstimation.Run(StudyReader.Read(folder.Write("posts.yaml", Yaml))))!;
        Assert.That(refused.Errors.Select(e => e.Message), Has.None.Contains("under 'design'").And.Some.Contains("did you mean 'small'?"));
    }
}
