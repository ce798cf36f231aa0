using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Designs;

/// <summary>Labelled designs, a status quo, conditions, partial profiles, criteria, draws of priors; questionnaires and power.</summary>
public sealed class DesignFormTests
{
    /// <summary>A bus and a train with attributes of their own, and the car as it is today.</summary>
    private const string Travel = """
        name: travel
        title: Travel <to> work
        title-fr: Aller au travail
        data: { file: answers.csv, layout: long, person: who, situation: task, alternative: mode, chosen: chosen }
        derived:
          - { name: comfort-good, recipe: dummy, of: [comfort], values: [good] }
        constants-against: car
        utility:
          - { name: cost }
          - { name: time, by-alternative: true }
          - { name: transfers, alternatives: [train] }
          - { name: comfort-good }
        design:
          alternatives: [bus, train]
          status-quo: { name: car, levels: { cost: 8, time: 20, comfort: good } }
          attributes:
            - { name: cost, levels: [2, 4, 6], alternatives: [bus], label: Fare, label-fr: Prix, unit: €, unit-fr: € }
            - { name: cost, levels: [4, 8, 12], alternatives: [train] }
            - { name: time, levels: [20, 30, 40] }
            - { name: transfers, levels: [0, 1, 2], alternatives: [train] }
            - { name: comfort, levels: [poor, good], texts: { poor: Standing }, texts-fr: { poor: Debout, good: Assis } }
          tasks: 18
          blocks: 2
          starts: 2
          balance: near
          priors: { cost: -0.2, time.bus: -0.05, time.train: -0.04, time.car: -0.05, transfers: -0.3, comfort-good: 0.4 }
          require:
            - { when: { transfers: 2 }, then: { cost: [4, 8] } }
          never: [{ bus.time: 20, train.time: 40 }]
          questionnaire: { title: Your <journeys>, title-fr: Vos trajets }
        respondents:
          design: design.csv
          block: block
          number: 300
          coefficients: { constant.bus: 0.3, constant.train: 0.5, cost: -0.2, time.bus: -0.05, time.train: -0.04, time.car: -0.05,
            transfers: -0.3, comfort-good: 0.4 }

        """;

    private static MadeDesign Make(TemporaryFolder folder, params string[] changes)
    {
        StudySource source = StudyReader.Read(folder.Write("travel.yaml", Travel), changes);
        return DesignMaker.Write(source, Path.Combine(folder.Path, "design.csv"), force: true);
    }

    // The car has a time of its own that never changes, so that its coefficient cannot be told from the constants.
    private const string NoCarTime = "utility!=[{ name: cost }, { name: time, by-alternative: true, alternatives: [bus, train] }, "
        + "{ name: transfers, alternatives: [train] }, { name: comfort-good }]",
        Priors = "design.priors!={ cost: -0.2, time.bus: -0.05, time.train: -0.04, transfers: -0.3, comfort-good: 0.4 }",
        Truth = "respondents.coefficients!={ constant.bus: 0.3, constant.train: 0.5, cost: -0.2, time.bus: -0.05, time.train: -0.04, "
            + "transfers: -0.3, comfort-good: 0.4 }";

    [Test]
    public void Labelled_alternatives_have_attributes_levels_and_conditions_of_their_own()
    {
        using var folder = new TemporaryFolder();
        MadeDesign made = Make(folder, NoCarTime, Priors, Truth);
        var rows = File.ReadAllLines(Path.Combine(folder.Path, "design.csv")).Skip(1).Select(l => l.Split(',')).ToArray();
        string Of(string task, string mode, int column) => rows.Single(r => r[1] == task && r[2] == mode)[column];
        Assert.Multiple(() =>
        {
            Assert.That(rows, Has.Length.EqualTo(54));
            Assert.That(rows.Where(r => r[2] == "car").Select(r => string.Join(',', r[3..])), Is.All.EqualTo("8,20,0,good"));
            Assert.That(rows.Where(r => r[2] == "bus").Select(r => r[3]).Distinct().Order(), Is.EqualTo(new[] { "2", "4", "6" }));
            Assert.That(rows.Where(r => r[2] == "bus").Select(r => r[5]), Is.All.EqualTo("0"), "no transfers");
            Assert.That(rows.Where(r => r[2] == "train" && r[5] == "2").Select(r => r[3]), Is.Not.Empty.And.None.EqualTo("12"));
            Assert.That(rows.Select(r => r[1]).Distinct().Where(t => Of(t, "bus", 4) == "20" && Of(t, "train", 4) == "40"), Is.Empty);
            Assert.That(made.Efficiency.Parameters, Does.Contain("time.bus").And.Contain("constant.train"));
        });
    }

    [Test]
    public void A_variable_that_never_varies_is_named()
    {
        using var folder = new TemporaryFolder();
        Assert.That(() => Make(folder), Throws.TypeOf<InputException>().With.Message.Contains("'time.car'"));
    }

    [Test]
    public void Partial_profiles_vary_few_attributes_and_ask_for_those_alone()
    {
        string path = Repository.PathOf("scenarios", "studies", "physician-dce.yaml");
        using var folder = new TemporaryFolder();
        StudySource source = StudyReader.Read(path, ["design.varied.at-most=3", "design.balance=near", "design.starts=1"]);
        MadeDesign made = DesignMaker.Write(source, Path.Combine(folder.Path, "design.csv"));
        Assert.That(made.Audit.Varied, Is.All.EqualTo(3));
        Assert.That(made.Audit.IsPlain, Is.All.False);
        Questionnaire.Write(made, folder.Path);
        string page = File.ReadAllText(Path.Combine(folder.Path, "questionnaire-en.html"));
        Assert.That(System.Text.RegularExpressions.Regex.Count(page, "<th scope=\"row\">"), Is.EqualTo(48 * 4),
            "three attributes and the boxes");
        Assert.That(page, Does.Contain("<h1>Questionnaire</h1>").And.Not.Contain("simulated"), "the study's title is not for them");
    }

    [Test]
    public void A_criterion_makes_its_own_error_smaller_than_another_does()
    {
        string path = Repository.PathOf("scenarios", "studies", "physician-dce.yaml");
        MadeDesign With(string criterion)
        {
            using var folder = new TemporaryFolder();
            return DesignMaker.Write(StudyReader.Read(path, [$"design.criterion={criterion}", "design.balance=false", "design.starts=1"]),
                Path.Combine(folder.Path, "design.csv"));
        }

        MadeDesign d = With("d"), a = With("a"), s = With("s"), c = With("c");
        Assert.Multiple(() =>
        {
            Assert.That(d.Efficiency.DError, Is.LessThan(Math.Min(a.Efficiency.DError, s.Efficiency.DError)));
            Assert.That(a.Efficiency.AError, Is.LessThan(Math.Min(d.Efficiency.AError, s.Efficiency.AError)));
            Assert.That(s.Efficiency.SError, Is.LessThan(Math.Min(d.Efficiency.SError, a.Efficiency.SError)));
            Assert.That(c.Efficiency.CError(c.Price), Is.LessThan(Math.Min(d.Efficiency.CError(d.Price), a.Efficiency.CError(a.Price))));
        });
    }

    [Test]
    public void A_design_over_draws_of_the_priors_tells_its_mean_error()
    {
        string path = Repository.PathOf("scenarios", "studies", "physician-dce.yaml");
        using var folder = new TemporaryFolder();
        StudySource source = StudyReader.Read(path,
            ["design.prior-spreads={ income: 0.03, working-hours: 0.15 }", "design.prior-draws=60", "design.starts=2",
                "design.balance=false"]);
        MadeDesign bayes = DesignMaker.Write(source, Path.Combine(folder.Path, "bayes.csv"));
        StudySource point = StudyReader.Read(path, ["design.starts=2", "design.balance=false"]);
        DesignMaker.Write(point, Path.Combine(folder.Path, "point.csv"));
        double ofPoint = DesignMaker.Evaluate(source, Path.Combine(folder.Path, "point.csv")).MeanDError!.Value;
        Assert.That(bayes.MeanDError, Is.LessThan(ofPoint));
        Assert.That(DesignTable.Write(bayes), Does.Contain("on average over 60 draws of the priors"));
    }

    [Test]
    public void A_questionnaire_has_a_card_a_task_in_both_languages_and_for_survey_tools()
    {
        using var folder = new TemporaryFolder();
        MadeDesign made = Make(folder, NoCarTime, Priors, Truth);
        string survey = Path.Combine(folder.Path, "survey");
        Assert.That(Questionnaire.Write(made, survey), Has.Count.EqualTo(7));
        string Text(string file) => File.ReadAllText(Path.Combine(survey, file));
        Assert.Multiple(() =>
        {
            Assert.That(Text("questionnaire-fr.html"), Does.Contain("Que choisiriez-vous&#160;?").And.Contain("<td>Debout</td>").And
                .Contain("<th scope=\"row\">Prix</th>").And.Contain("<h1>Vos trajets</h1>"));
            Assert.That(Text("questionnaire-en.html"), Does.Contain("<h1>Your &lt;journeys&gt;</h1>").And.Contain("<td>Standing</td>"));
            Assert.That(System.Text.RegularExpressions.Regex.Count(Text("questionnaire-en.html"), "class=\"card\""), Is.EqualTo(18));
            Assert.That(System.Text.RegularExpressions.Regex.Count(Text("questionnaire-en.html"), "<section>"), Is.EqualTo(2));
            Assert.That(Text("questionnaire-fr.pdf"), Does.StartWith("%PDF"));
            Assert.That(System.Text.RegularExpressions.Regex.Count(Text("qualtrics-en.txt"), @"\[\[Question:MC:SingleAnswer"),
                Is.EqualTo(18));
            string[] lime = Text("limesurvey.txt").TrimEnd('\n').Split('\n');
            Assert.That(lime.Select(l => l.Count(c => c == '\t')).Distinct(), Is.EqualTo(new[] { 14 }));
            Assert.That(lime.Count(l => l.Split('\t') is var f && f[2] == "Q" && f[3] == "L" && f[8] == "fr"), Is.EqualTo(18));
            Assert.That(lime.Count(l => l.Split('\t')[2] == "A"), Is.EqualTo(2 * 18 * 3));
        });
        File.WriteAllText(Path.Combine(survey, "limesurvey.txt"), "mine");
        Assert.That(() => Questionnaire.Write(made, survey), Throws.TypeOf<InputException>().With.Message.Contains("--force"));
    }

    [Test]
    public void Power_rises_with_people_and_agrees_with_the_standard_error()
    {
        using var folder = new TemporaryFolder();
        MadeDesign made = Make(folder, NoCarTime, Priors, Truth);
        StudySource source = StudyReader.Read(Path.Combine(folder.Path, "travel.yaml"), [NoCarTime, Priors, Truth]);
        SimulatedPower power = PowerSimulation.Run(source, 120);
        int cost = power.Names.ToList().IndexOf("cost"), full = power.People.ToList().IndexOf(300);
        Assert.Multiple(() =>
        {
            Assert.That(power.Power[cost][^1], Is.GreaterThan(0.99));
            for (int k = 0; k < power.Names.Count; k++)
            {
                // The normal approximation, with what 120 samples leave to chance, and the truth of the constants beside their priors.
                double z = Math.Abs(power.Truth[k]) / made.Efficiency.StandardError(k, 300 / 2.0);
                double expected = InstallSim.Choice.Kernels.NormalQuantileKernel.Quantile(Math.Clamp(power.Power[k][full], 0.004, 0.996));
                Assert.That(expected, Is.EqualTo(Math.Clamp(z - 1.96, -2.65, 2.65)).Within(0.8), power.Names[k]);
            }

            Assert.That(PowerSimulation.Run(source, 120).Power, Is.EqualTo(power.Power), "whatever the threads");
            Assert.That(PowerTable.Write(power, ReportText.French), Does.Contain("pour 80\u00a0%"));
        });
        PowerTable.WriteFiles(power, folder.Path, ReportText.English);
        Assert.That(File.ReadAllText(Path.Combine(folder.Path, "power.svg")),
            Does.Contain("people find every coefficient").Or.Contain("do not reach"));
    }

    [Test]
    public void Power_is_not_said_of_samples_that_no_estimation_takes()
    {
        var power = new SimulatedPower(["price", "comfort"], [-1, 1], [2, 4, 8], 10, [[double.NaN, 0.7, 0.9], [double.NaN, 0.9, 1]],
            [0, 0, 0]);
        using var folder = new TemporaryFolder();
        PowerTable.WriteFiles(power, folder.Path, ReportText.English);
        Assert.Multiple(() =>
        {
            Assert.That(power.TooFew, Is.EqualTo(new[] { 2 }));
            Assert.That(power.Needed(0, 0.8), Is.EqualTo(6).Within(1e-9));
            Assert.That((power.Needed(1, 0.8), power.IsAtMostSmallest(1, 0.8)), Is.EqualTo((4.0, true)));
            Assert.That(PowerTable.Write(power, ReportText.English), Does.Contain("2 people are not more than the 2 coefficients")
                .And.Match(@"comfort +–"));
            Assert.That(File.ReadAllLines(Path.Combine(folder.Path, "power.csv"))[1], Is.EqualTo("price,-1,2,,power"));
        });
    }

    [Test]
    public void A_labelled_design_with_a_status_quo_is_answered_and_estimated()
    {
        using var folder = new TemporaryFolder();
        Make(folder, NoCarTime, Priors, Truth);
        StudySource source = StudyReader.Read(
            Path.Combine(folder.Path, "travel.yaml"), [NoCarTime, Priors, Truth, "respondents.number=1500"]);
        Respondents.Write(source, source.Study.Data.File);
        StudyResult result = StudyEstimation.Run(source);
        double[] se = result.Estimates.StandardErrors();
        foreach ((string name, double truth) in source.Study.Respondents!.Coefficients)
        {
            Assert.That(result.Estimates[name], Is.EqualTo(truth).Within(4 * se[result.Estimates.IndexOf(name)]), name);
        }
    }
}
