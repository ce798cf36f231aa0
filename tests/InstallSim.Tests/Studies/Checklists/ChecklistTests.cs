using System.Text.RegularExpressions;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies;
using InstallSim.Studies.Checklists;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Inputs;
using InstallSim.Tests.Outputs;

namespace InstallSim.Tests.Studies.Checklists;

public sealed class ChecklistTests
{
    private static readonly string Physicians = Repository.PathOf("scenarios", "studies", "physician-dce.yaml"),
        Modes = Repository.PathOf("scenarios", "studies", "mode-choice.yaml");

    private static StudyResult Estimate(string path, params string[] overrides) =>
        StudyEstimation.Run(StudyReader.Read(path, ["draws.stability=false", .. overrides]));

    private static ChecklistRow Row(IEnumerable<ChecklistRow> rows, string id) => rows.Single(row => row.Id == id);

    [Test]
    public void Every_item_is_asked_for_by_somebody_in_both_languages_and_once()
    {
        StudyResult study = SmallStudy.Estimate();
        IReadOnlyList<ChecklistRow> english = Checklist.Of(study), french = Checklist.Of(study, ReportText.French);
        Assert.Multiple(() =>
        {
            Assert.That(english.Select(row => row.Id), Is.Unique.And.EqualTo(french.Select(row => row.Id)));
            Assert.That(english.Select(row => row.Status), Is.EqualTo(french.Select(row => row.Status)));
            Assert.That(english.Concat(french).SelectMany(row => (string[])[row.Section, row.Asks, row.Answer, row.Source]),
                Has.None.Empty);
            Assert.That(english.Zip(french).Where(pair => pair.First.Asks == pair.Second.Asks), Is.Empty);
            Assert.That(english.Select(row => row.Source),
                Is.All.Match("^((Bridges 2011, item (10|[1-9])|Hauber 2016, [A-Z].*|Johnson 2013, .*|Lancsar 2008, .*|journals)(; |$))+"));
        });
        string all = string.Join('\n', english.Select(row => row.Source));
        Assert.That(
            Enumerable.Range(1, 10).Where(item => !Regex.IsMatch(all, $@"Bridges 2011, item {item}\b")), Is.Empty, "items of Bridges");
        string[] letters = ["Estimates", "Stochastic", "Trade-offs", "Interpretation", "Method", "Assumptions", "Transparent",
            "Evaluation"];
        Assert.That(letters.Where(letter => !all.Contains($"Hauber 2016, {letter}", StringComparison.Ordinal)), Is.Empty,
            "letters of ESTIMATE");
    }

    [Test]
    public void A_measured_number_of_people_is_a_hint_and_no_reason_for_a_sample_size()
    {
        StudyResult study = Estimate(Physicians, "model.random!={}");
        ChecklistRow asked = Row(Checklist.Of(study), "sample-size"), french = Row(Checklist.Of(study, ReportText.French), "sample-size");
        ChecklistRow told = Row(
            Checklist.Of(Estimate(Physicians, "model.random!={}", "reporting.sample-size=What we could pay")), "sample-size");
        Assert.Multiple(() =>
        {
            Assert.That(asked.Status, Is.EqualTo(ChecklistStatus.NotReported));
            Assert.That(asked.Answer, Does.StartWith("say it under 'reporting: { sample-size: … }'").And.Contain("half of the samples"));
            Assert.That(french.Answer, Does.Contain("la moitié des échantillons"));
            Assert.That(told.Status, Is.EqualTo(ChecklistStatus.Reported));
            Assert.That(told.Answer, Does.StartWith("What we could pay (measured: with "));
        });
    }

    [Test]
    public void What_is_not_reported_names_a_key_of_the_study_that_would()
    {
        string[] keys = [.. InputKey.Of(typeof(Study)).Select(key => key.Attribute.Name)];
        ChecklistRow[] missing = [.. Checklist.Of(SmallStudy.Estimate()).Where(row => row.Status == ChecklistStatus.NotReported)];
        Assert.That(missing, Has.Length.GreaterThan(20));
        Assert.That(missing.Where(row => !keys.Contains(row.Key.Split('.')[0])).Select(row => (row.Id, row.Key)), Is.Empty);
    }

    [TestCaseSource(nameof(Texts))]
    public void An_item_is_reported_once_its_key_says_it(string key)
    {
        string said = key == "choices" ? "stated" : "What we did";
        StudyResult study = SmallStudy.Estimate(SmallStudy.Yaml + $"\nreporting: {{ {key}: {said} }}\n"
            + (key == "choices" ? "" : $"reporting-fr: {{ {key}: Ce que nous avons fait }}\n"));
        ChecklistRow row = Row(Checklist.Of(study), key), french = Row(Checklist.Of(study, ReportText.French), key);
        Assert.Multiple(() =>
        {
            Assert.That(Row(Checklist.Of(SmallStudy.Estimate()), key).Status, Is.EqualTo(ChecklistStatus.NotReported));
            Assert.That((row.Status, row.Key), Is.EqualTo((ChecklistStatus.Reported, $"reporting.{key}")));
            Assert.That(row.Answer, Does.StartWith(said));
            Assert.That(french.Answer, Does.StartWith(key == "choices" ? "déclarés" : "Ce que nous avons fait"));
        });
    }

    private static IEnumerable<string> Texts => InputKey.Of(typeof(ReportingSettings)).Select(key => key.Attribute.Name);

    [Test]
    public void Answers_that_respond_makes_are_called_simulated_whatever_the_study_says()
    {
        ChecklistRow[] rows = [.. Checklist.Of(Estimate(Physicians, "model!={}", "reporting.choices=stated"))];
        Assert.Multiple(() =>
        {
            Assert.That(Row(rows, "choices").Answer, Does.StartWith("simulated: the table is the one"));
            Assert.That(Row(rows, "ethics").Status, Is.EqualTo(ChecklistStatus.NotApplicable));
        });
    }

    [Test]
    public void Other_answers_of_the_same_design_are_not_called_simulated()
    {
        ChecklistRow[] rows = [.. Checklist.Of(Estimate(Physicians, "model!={}", "respondents.seed=8"))];
        Assert.That((Row(rows, "choices").Answer, Row(rows, "ethics").Status),
            Is.EqualTo(("stated: chosen in an experiment", ChecklistStatus.NotReported)));
    }

    [Test]
    public void A_design_is_measured_as_design_measures_it()
    {
        StudySource source = StudyReader.Read(Physicians);
        MadeDesign design = DesignMaker.Evaluate(source, source.Study.Respondents!.Design);
        ChecklistRow[] rows = [.. Checklist.Of(Estimate(Physicians, "model!={}"))];
        Assert.Multiple(() =>
        {
            Assert.That(Row(rows, "design-efficiency").Answer,
                Does.Contain($"D-error {ReportText.English.Number(design.Efficiency.DError, 4)}"));
            Assert.That(Row(rows, "design-size").Answer, Is.EqualTo("48 tasks in 6 blocks of 8"));
            Assert.That(Row(rows, "design-balance").Answer, Does.StartWith("income 24; town 32; form 32"));
            Assert.That(Row(rows, "design-plain").Answer, Is.EqualTo("0 plain by the priors, 0 forbidden, 0 twice in a block"));
        });
    }

    [Test]
    public void A_design_that_cannot_be_measured_is_not_reported_and_spoils_nothing_else()
    {
        using var folder = new TemporaryFolder();
        string design = folder.Write("design.csv", "block,task,practice\n1,1,A\n");
        ChecklistRow[] rows = [.. Checklist.Of(Estimate(Physicians, "model!={}", $"respondents.design={design}"))];
        Assert.Multiple(() =>
        {
            Assert.That(Row(rows, "design-size").Status, Is.EqualTo(ChecklistStatus.NotReported));
            Assert.That(Row(rows, "design-size").Answer, Does.StartWith("the design cannot be measured: ").And.Contain("no column 'town'"));
            Assert.That(Row(rows, "fit").Status, Is.EqualTo(ChecklistStatus.Reported));
        });
    }

    [Test]
    public void Choices_made_in_life_have_no_tasks_to_report()
    {
        IReadOnlyList<ChecklistRow> rows = Checklist.Of(Estimate(Modes));
        string[] ofTasks = ["attributes", "levels", "opt-out", "design", "design-size", "design-efficiency", "words", "pilot"];
        Assert.That(ofTasks.Select(id => Row(rows, id).Status), Is.All.EqualTo(ChecklistStatus.NotApplicable));
        Assert.That(Row(rows, "ethics").Status, Is.EqualTo(ChecklistStatus.NotReported));
    }

    [Test]
    public void What_was_left_out_is_told_with_its_reason()
    {
        string csv = SmallStudy.Csv + "4,7,tea,1,20,1,0\n4,7,coffee,2,20,1,0\n";
        StudyResult study = SmallStudy.Estimate(SmallStudy.Yaml.Replace("layout: long", "layout: long\n  faulty: drop"), csv);
        Assert.That(Row(Checklist.Of(study), "answers-left-out").Answer, Does.StartWith("1: ").And.Contain(study.Choices.Reasons.English));
        Assert.That(Row(Checklist.Of(SmallStudy.Estimate()), "answers-left-out").Answer, Is.EqualTo("none"));
    }

    [Test]
    public void A_maximum_that_was_not_reached_is_told_so()
    {
        StudyResult study = SmallStudy.Estimate(SmallStudy.Yaml + "\nestimation: { most-iterations: 1 }\n");
        Assert.That(study.Estimates.Converged, Is.False);
        Assert.That(Row(Checklist.Of(study), "convergence").Answer, Does.StartWith("NOT converged"));
        Assert.That(Row(Checklist.Of(study, ReportText.French), "convergence").Answer, Does.StartWith("PAS de convergence"));
        Assert.That(Row(Checklist.Of(study), "warnings").Answer, Does.Contain("the maximum was not reached"));
    }

    [Test]
    public void A_model_asked_for_what_it_can_tell_reports_it()
    {
        StudyResult study = Estimate(Physicians, "draws.number=20", "holdout.share=0.2", "importance.town=[small-town, very-small-town]");
        IReadOnlyList<ChecklistRow> rows = Checklist.Of(study);
        Assert.Multiple(() =>
        {
            Assert.That(Row(rows, "draws").Answer, Does.Contain("group-practice normal").And.Contain("Halton, 20 a person"));
            Assert.That(Row(rows, "heterogeneity").Answer, Is.EqualTo("random coefficients (4)"));
            Assert.That(Row(rows, "willingness-to-pay").Answer, Is.EqualTo("in units of income; intervals: delta, Krinsky–Robb, Fieller"));
            Assert.That(Row(rows, "holdout").Answer, Is.EqualTo("people held out"));
            Assert.That(Row(rows, "importance").Answer, Is.EqualTo("town"));
            Assert.That(Row(rows, "warnings").Answer, Does.Contain("20 draws a person are too few"));
            Assert.That(Row(rows, "coding").Answer,
                Does.Contain("small-town (town: small)").And.Contain("in the data: income, working-hours"));
        });
    }

    [Test]
    public void A_scale_that_varies_is_not_called_one_for_all()
    {
        IReadOnlyList<ChecklistRow> rows = Checklist.Of(Estimate(Physicians, "draws.number=20", "model.random-scale=lognormal"));
        Assert.Multiple(() =>
        {
            Assert.That(Row(rows, "scale").Answer, Is.EqualTo("over people, lognormal"));
            Assert.That(Row(rows, "assumptions").Answer, Does.Contain("their scale varies over people").And.Not.Contain("one scale"));
            Assert.That(Row(Checklist.Of(SmallStudy.Estimate()), "assumptions").Answer, Does.Contain("of one scale for all"));
        });
    }

    [Test]
    public void A_formula_is_shown_and_not_called_linear()
    {
        string yaml = SmallStudy.Yaml[..SmallStudy.Yaml.IndexOf("utility:", StringComparison.Ordinal)]
            + "formula: b * price * (age / 30)\nparameters: { b: 0 }\n";
        IReadOnlyList<ChecklistRow> rows = Checklist.Of(SmallStudy.Estimate(yaml));
        Assert.Multiple(() =>
        {
            Assert.That(Row(rows, "coding").Answer, Is.EqualTo("formula: b * price * (age / 30)"));
            Assert.That(Row(rows, "assumptions").Answer, Does.StartWith("utility is what the formula says").And.Not.Contain("linear"));
            Assert.That(Row(rows, "effects").Answer, Does.StartWith("what the formula has"));
        });
    }

    [TestCase("en", "not reported")]
    [TestCase("fr", "non rapporté")]
    public void A_text_with_bars_and_line_ends_stays_one_cell(string language, string untold)
    {
        using var folder = new TemporaryFolder();
        folder.Write("small.csv", SmallStudy.Csv);
        string path = folder.Write("small.yaml", SmallStudy.Yaml + "\nreporting:\n  question: \"a | b\\n<script>c\"\n");
        StudyResult study = StudyEstimation.Run(StudyReader.Read(path));
        string results = Path.Combine(folder.Path, "out");
        Folders.Write(study, results, ReportText.For(language));
        string page = File.ReadAllText(Path.Combine(results, "checklist.md"));
        Assert.Multiple(() =>
        {
            Assert.That(page, Does.Contain(@"a \| b &lt;script>c").And.Contain(untold));
            Assert.That(page.Split('\n').Where(line => line.StartsWith('|')).Select(line => Regex.Count(line, @"(?<!\\)\|")),
                Is.All.EqualTo(5));
            Assert.That(File.ReadAllLines(Path.Combine(results, "checklist.csv"))[0],
                Is.EqualTo("item,section,asks,status,answer,source,key,remarks"));
            Assert.That(File.ReadAllText(Path.Combine(results, "files.sha256")), Does.Contain("checklist.md").And.Contain("checklist.csv"));
        });
    }
}
