using System.Text.Json.Nodes;
using InstallSim.Choice.Estimation;
using InstallSim.Inputs;
using InstallSim.Studies;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;
using InstallSim.Tests.Inputs;
using InstallSim.Tests.Outputs;

namespace InstallSim.Tests.Studies.Results;

public sealed class StudyResultTests
{
    private static string Physicians => Repository.PathOf("scenarios", "studies", "physician-dce.yaml");

    [TestCase("{ distribution: lognormal, sign: negative }",
        "−exp(price + 0.2·z), z standard normal; median −0.607, nine people in ten between −0.843 and −0.436")]
    [TestCase("{ distribution: censored-normal, sign: negative }",
        "price + 0.2·z, 0 where it would be above 0, z standard normal; median −0.5, nine people in ten between −0.829 and −0.171")]
    [TestCase("{ distribution: johnson-sb, lower: -2, upper: 0 }",
        "−2 + 2/(1 + exp(−price − 0.2·z)), z standard normal; median −1.24, nine people in ten between −1.39 and −1.09")]
    public void The_table_says_what_the_estimates_of_a_skewed_coefficient_mean(string distribution, string says)
    {
        StudyResult result = SmallStudy.Estimate(SmallStudy.Yaml + $$"""

            model: { random: { price: {{distribution}} } }
            draws: { type: halton, number: 40 }
            estimation: { fixed: { price: -0.5, sd.price: 0.2 } }
            """);
        Assert.That(ResultLines.TableNotes(result), Has.Some.EqualTo($"coefficient of price: {says}"));
    }

    [Test]
    public void A_results_folder_holds_tables_figures_and_a_manifest()
    {
        using var folder = new TemporaryFolder();
        string results = Path.Combine(folder.Path, "out");
        StudyResult study = SmallStudy.Estimate(SmallStudy.Yaml + "\nwillingness-to-pay: { denominator: price, unit: euros }\n");

        // The files of the study are gone with their folder, so the manifest needs another one.
        StudyResult kept = StudyEstimation.Run(StudyReader.Read(Repository.PathOf("scenarios", "studies", "mode-choice.yaml")));
        Folders.Write(kept, results);

        JsonNode json = JsonNode.Parse(File.ReadAllText(Path.Combine(results, "estimates.json")))!;
        JsonNode manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(results, "manifest.json")))!;
        Assert.Multiple(() =>
        {
            Assert.That(study.WillingnessToPay.Select(w => w.Name), Is.EqualTo(new[] { "coffee" }));
            Assert.That((double)json["log_likelihood"]!, Is.EqualTo(kept.Estimates.LogLikelihood));
            Assert.That(json["covariance"]!.AsArray(), Has.Count.EqualTo(6));
            Assert.That(File.ReadAllLines(Path.Combine(results, "estimates.csv")), Has.Length.EqualTo(7));
            Assert.That(File.ReadAllText(Path.Combine(results, "estimates.tex")),
                Does.Contain("waiting-time & $-0.09612$$^{***}$ & $0.01044$"));
            Assert.That(File.ReadAllText(Path.Combine(results, "estimates.html")),
                Does.Contain("<th scope=\"row\">waiting-time</th><td>−0.09612***</td>"));
            Assert.That(Directory.EnumerateFiles(Path.Combine(results, "figures"), "*.vl.json").Count(), Is.EqualTo(2));
            Assert.That((string?)manifest["files"]![1]!["path"], Does.EndWith("modechoice.csv"));
        });
    }

    [Test]
    public void The_console_table_prints_what_papers_print()
    {
        string text = ConsoleTable.Write(StudyEstimation.Run(StudyReader.Read(Repository.PathOf("scenarios",
            "studies", "mode-choice.yaml"))));
        Assert.That(text, Does.Contain("cost               −0.01550    0.004408  −3.52  <0.001 ***\n")
            .And.Contain("Log-likelihood, estimates       −199.128\n")
            .And.Contain("Standard errors from the Hessian")
            .And.Contain("Converged"));
    }

    [Test]
    public void Dissimilarities_are_tested_against_one_and_the_table_says_so()
    {
        StudyResult study = StudyEstimation.Run(StudyReader.Read(Repository.PathOf("scenarios", "studies", "mode-choice.yaml"),
            ["model={ nests: [{ name: ground, alternatives: [train, bus, car] }] }"]));
        ParameterRow row = ParameterRow.Of(study.Estimates)[^1];
        Assert.Multiple(() =>
        {
            Assert.That(row.Z, Is.EqualTo((row.Estimate - 1) / row.StandardError).Within(1e-12));
            Assert.That(ConsoleTable.Write(study),
                Does.Contain("std. error  tested against").And.Contain("z and p of nest.ground test against 1 (no nesting)"));
        });
    }

    [Test]
    public void Standard_deviations_are_shown_without_their_sign_wherever_they_are_written()
    {
        // Started below 0, the standard deviation stays there.
        StudyResult study = StudyEstimation.Run(StudyReader.Read(Physicians,
            ["draws={ number: 100, stability: false }", "estimation.start={ sd.group-practice: -0.6 }"]));
        Assert.That(study.Estimates["sd.group-practice"], Is.LessThan(0), "the case that the test is about");
        using var folder = new TemporaryFolder();
        Folders.Write(study, Path.Combine(folder.Path, "out"));
        JsonNode json = JsonNode.Parse(File.ReadAllText(Path.Combine(folder.Path, "out", "estimates.json")))!;
        int at = study.Estimates.IndexOf("sd.group-practice"), mean = study.Estimates.IndexOf("group-practice");
        Assert.Multiple(() =>
        {
            Assert.That(ParameterRow.Of(study.Estimates)[at].Estimate, Is.EqualTo(-study.Estimates["sd.group-practice"]));
            Assert.That((double)json["estimates"]![at]!, Is.EqualTo(-study.Estimates["sd.group-practice"]));
            Assert.That((double)json["covariance"]![at]![mean]!, Is.EqualTo(-study.Estimates.Covariance()[at, mean]));
            Assert.That((double)json["covariance"]![at]![at]!, Is.EqualTo(study.Estimates.Covariance()[at, at]));
        });
    }

    [Test]
    public void A_folder_is_the_same_each_time()
    {
        using var folder = new TemporaryFolder();
        string[] texts = [.. Enumerable.Range(0, 2).Select(i =>
        {
            string results = Path.Combine(folder.Path, $"out{i}");
            Folders.Write(StudyEstimation.Run(StudyReader.Read(Physicians, ["draws={ number: 50, stability: false }"])), results);
            return string.Join('\n', Directory.EnumerateFiles(results).Order(StringComparer.Ordinal).Select(File.ReadAllText));
        })];
        Assert.That(texts[1], Is.EqualTo(texts[0]));
    }

    [Test]
    public void The_fit_is_compared_with_equal_chances_and_with_constants_alone()
    {
        StudyResult study = StudyEstimation.Run(StudyReader.Read(Repository.PathOf("scenarios", "studies", "mode-choice.yaml")));
        int[] chosen = [.. Enumerable.Range(0, 210).Select(n => study.Choices.Data.Chosen(n))];
        double shares = chosen.GroupBy(j => j).Sum(g => g.Count() * Math.Log(g.Count() / 210.0));
        Assert.That(study.ConstantsOnly!.LogLikelihood, Is.EqualTo(shares).Within(1e-9),
            "all four modes are open to all, so that constants give the sample's shares");
        Assert.That(ConsoleTable.Write(study),
            Does.Contain("LR test against null            χ²(6) = 183.99, p <0.001").And
                .Contain("LR test against constants       χ²(3) = 169.26, p <0.001 (degrees of freedom: 6 − 3 of the constants)"));
    }

    [Test]
    public void Predicted_probabilities_are_those_of_the_estimates()
    {
        using var folder = new TemporaryFolder();
        string sets = folder.Write("sets.csv", "task,drink,price,open\na,tea,2,1\na,coffee,3,1\n");
        StudyResult study = SmallStudy.Estimate(SmallStudy.Yaml, SmallStudy.Csv, $"predict={sets}");
        double difference = study.Estimates["price"] * (3 - 2) + study.Estimates["coffee"];
        IReadOnlyList<PredictedChoice> predicted = Predictions.Of(study);
        Assert.Multiple(() =>
        {
            Assert.That(predicted.Select(p => (p.Situation, p.Alternative)), Is.EqualTo(new[] { ("a", "tea"), ("a", "coffee") }));
            Assert.That(predicted[1].Probability.Estimate, Is.EqualTo(1 / (1 + Math.Exp(-difference))).Within(1e-12));
            Assert.That(predicted.Sum(p => p.Probability.Estimate), Is.EqualTo(1).Within(1e-12));
        });
    }

    [Test]
    public void A_set_to_predict_with_an_unknown_alternative_is_refused()
    {
        using var folder = new TemporaryFolder();
        string sets = folder.Write("sets.csv", "task,drink,price,open\na,tea,2,1\na,cofee,3,1\n");
        Assert.That(() => SmallStudy.Estimate(SmallStudy.Yaml, SmallStudy.Csv, $"predict={sets}"),
            Throws.TypeOf<InputException>().With.Message
                .Contains("sets.csv(3,2): error: column 'drink': 'cofee' is none of the alternatives tea, coffee; did you mean 'coffee'?"));
    }

    [Test]
    public void Saved_preferences_are_the_same_from_willingness_to_pay_space()
    {
        string[] plain = ["model={}", "save={}"];
        StudyResult usual = StudyEstimation.Run(StudyReader.Read(Physicians, plain));
        StudyResult paying = StudyEstimation.Run(StudyReader.Read(Physicians, ["model={ numeraire: income }", "save={}"]));
        Assert.That(Values(SavedPreferences.Write(paying, "p.yaml")),
            Is.EqualTo(Values(SavedPreferences.Write(usual, "p.yaml"))).Within(1e-4).Percent);
    }

    [TestCase("{ random: { income: lognormal } }", "'income' has a random coefficient")]
    [TestCase("{ random: { group-practice: lognormal } }", "'group-practice' is lognormal: a scenario knows normal coefficients")]
    [TestCase("{ classes: 2, class-starts: 1, membership: [age] }", "estimate without 'membership'")]
    [TestCase("{ classes: 2, class-starts: 1, random: { group-practice: normal } }",
        "each class has its own: estimate classes without 'random'")]
    [TestCase("{ scale: [old] }", "a logit with scale cannot be saved as a scenario's preferences: a scenario has one scale")]
    [TestCase("{ box-cox: [pay] }", "estimate without 'box-cox'")]
    public void Models_that_a_scenario_cannot_hold_are_not_saved(string model, string message)
    {
        using var folder = new TemporaryFolder();
        string[] lines = [.. File.ReadAllLines(Repository.PathOf("scenarios", "studies", "physician-dce.csv"))];
        string answers = folder.Write("answers.csv",
            string.Join('\n',
                lines.Select((line, i) => line
                    + (i == 0 ? ",age,old"
                        : int.Parse(line.Split(',')[0],
                            System.Globalization.CultureInfo.InvariantCulture) is var n ? $",{25 + (n % 20)},{n % 2}"
                        : ""))));
        StudyResult study = StudyEstimation.Run(StudyReader.Read(Physicians,
            [
                "model!=" + model, "draws={ number: 20, stability: false }", $"data.file={answers}",
                .. model.Contains("pay", StringComparison.Ordinal)
                    ? ["utility=[{ name: pay, column: income }, { name: group-practice }]", "willingness-to-pay=null"]
                    : Array.Empty<string>(),
            ]));
        Assert.That(() => SavedPreferences.Write(study, "p.yaml"), Throws.TypeOf<InputException>().With.Message.Contains(message));
    }

    [Test]
    public void Latent_classes_become_classes_with_their_shares()
    {
        StudyResult study = StudyEstimation.Run(StudyReader.Read(Physicians, ["model!={ classes: 2, class-starts: 2 }", "save={}"]));
        using var folder = new TemporaryFolder();
        string text = SavedPreferences.Write(study, "p.yaml")
            .Replace("preferences:",
                $"extends: {Repository.PathOf("scenarios", "centre-val-de-loire", "baseline.yaml")}\npreferences:",
                StringComparison.Ordinal);
        var errors = new InputErrors();
        var read = InstallSim.Scenarios.ScenarioReader.Read(folder.Write("p.yaml", text), errors)!.Scenario.Preferences;
        double[] shares = [.. read.Classes.Select(c => c.Share)];
        double member = Math.Exp(study.Estimates["member2"]);
        Assert.Multiple(() =>
        {
            Assert.That(errors.All, Is.Empty);
            Assert.That(shares, Is.EqualTo(new[] { 1 / (1 + member), member / (1 + member) }).Within(1e-8));
            for (int q = 0; q < 2; q++)
            {
                double lambda = read.UtilsPerKeur.Value * read.Classes[q].Times["utils-per-keur"],
                    group = read.Coefficients["group-practice"].Value * read.Classes[q].Times["group-practice"];
                Assert.That(lambda, Is.EqualTo(study.Estimates[$"class{q + 1}.income"]).Within(1e-8));
                Assert.That(lambda * group, Is.EqualTo(study.Estimates[$"class{q + 1}.group-practice"]).Within(1e-7));
            }
        });
    }

    [TestCase(2, "2 draws a person are too few to trust")]
    [TestCase(8, "8 draws a person are too few to trust")]
    [TestCase(50, "from 25 to 50 draws (sd\\.)?[a-z-]+ moved by 0\\.[0-9]{2} standard errors")]
    public void Too_few_draws_are_warned_about(int draws, string warning)
    {
        StudyResult study = StudyEstimation.Run(StudyReader.Read(Physicians, [$"draws.number={draws}"]));
        Assert.That(study.Warnings.Select(w => w.English), Has.Some.Matches(warning));
    }

    [TestCase("hessian", CovarianceKind.Hessian)]
    [TestCase("bhhh", CovarianceKind.OuterProduct)]
    [TestCase("robust", CovarianceKind.Robust)]
    [TestCase("clustered", CovarianceKind.Clustered)]
    [TestCase("bootstrap", CovarianceKind.Bootstrap)]
    public void Standard_errors_are_of_the_kind_asked_for(string word, CovarianceKind kind)
    {
        StudyResult study = StudyEstimation.Run(StudyReader.Read(Repository.PathOf("scenarios", "studies", "mode-choice.yaml"),
            [$"estimation.standard-errors={word}", "estimation.bootstrap-samples=20"]));
        Assert.That(study.Estimates.DefaultCovariance, Is.EqualTo(kind));
        Assert.That(ParameterRow.Of(study.Estimates).Select(r => r.StandardError), Is.All.GreaterThan(0));
    }

    [Test]
    public void Classes_have_a_willingness_to_pay_each()
    {
        StudyResult study = StudyEstimation.Run(StudyReader.Read(Physicians, ["model!={ classes: 2, class-starts: 1 }"]));
        Assert.That(study.WillingnessToPay, Has.Count.EqualTo(14));
        Assert.That(
            study.WillingnessToPay.Single(w => w.Name == "class2.group-practice").Estimate,
            Is.EqualTo(study.Estimates["class2.group-practice"] / study.Estimates["class2.income"]).Within(1e-9));
    }

    [Test]
    public void Best_and_worst_answers_are_read_in_the_long_layout()
    {
        string yaml = SmallStudy.Yaml.Replace("chosen: chosen", "best: best\n  worst: worst", StringComparison.Ordinal);
        const string csv = """
            who,task,drink,price,age,open,best,worst
            1,1,tea,2,30,1,1,0
            1,1,coffee,3,30,1,0,1
            1,1,milk,2,30,1,0,0
            2,2,tea,3,30,1,0,0
            2,2,coffee,1,30,1,1,0
            2,2,milk,4,30,1,0,1
            3,3,tea,1,30,1,0,1
            3,3,coffee,2,30,1,0,0
            3,3,milk,3,30,1,1,0
            4,4,tea,4,30,1,0,0
            4,4,coffee,2,30,1,0,1
            4,4,milk,3,30,1,1,0

            """;
        Assert.That(SmallStudy.Estimate(yaml, csv).Estimates.Situations, Is.EqualTo(8), "a best and a worst choice a task");
        Assert.That(SmallStudy.Faults(yaml, csv.Replace("1,1,milk,2,30,1,0,0", "1,1,milk,2,30,1,1,0", StringComparison.Ordinal)),
            Has.Some.StartWith("small.csv(4,7): column 'best': choice situation 1 has 2 best alternatives"));
    }

    private static double[] Values(string yaml) =>
        [.. yaml.Split('\n')
            .Where(line => line.Contains("value: ", StringComparison.Ordinal) || line.Contains("low: ", StringComparison.Ordinal))
            .Select(line => double.Parse(line.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture))];
}
