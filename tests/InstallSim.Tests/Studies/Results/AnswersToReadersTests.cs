using InstallSim.Choice.Analysis;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Designs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Results;

/// <summary>What numbers of a study are of, in the words that a reader finds beside them.</summary>
public sealed class AnswersToReadersTests
{
    private const string Data = """
        name: small
        title: Journeys
        data: { file: small.csv, layout: long, person: who, situation: task, alternative: option, chosen: chosen }

        """;

    private static readonly string Csv = new Journeys(80).Csv();

    [Test]
    public void Gains_and_losses_have_a_willingness_to_pay_each()
    {
        StudyResult study = SmallStudy.Estimate(Data + """
            formula: gain * max(3 - price, 0) + loss * min(3 - price, 0) + c * comfort
            parameters: { gain: 0, loss: 0, c: 0 }
            willingness-to-pay: { denominator: price }

            """, Csv);
        double c = study.Estimates["c"], gain = study.Estimates["gain"], loss = study.Estimates["loss"];
        Assert.Multiple(() =>
        {
            Assert.That(study.WillingnessToPay.Select(row => row.Name),
                Is.EqualTo(new[] { "comfort", "comfort (price < 3)", "comfort (price > 3)" }));
            Assert.That(study.WillingnessToPay[1].Estimate, Is.EqualTo(c / gain).Within(1e-12));
            Assert.That(study.WillingnessToPay[2].Estimate, Is.EqualTo(c / loss).Within(1e-12));
            double[,] v = study.Estimates.Covariance();
            int i = study.Estimates.IndexOf("c"), g = study.Estimates.IndexOf("gain");
            double error = Math.Sqrt(v[i, i] - (2 * c / gain * v[i, g]) + (c / gain * c / gain * v[g, g])) / gain;
            Assert.That(study.WillingnessToPay[1].StandardError, Is.EqualTo(error).Within(1e-9));
            Assert.That(study.WillingnessToPay.Skip(1).Select(row => row.Variable), Is.All.EqualTo("comfort"));
            Assert.That(ConsoleTable.Write(study, ReportText.French), Does.Contain("gains et pertes autour d’une référence"));
        });
    }

    [Test]
    public void The_base_level_of_effects_coding_is_worth_minus_the_others()
    {
        StudyResult study = SmallStudy.Estimate(Data + """
            utility: [price, { name: c, column: comfort, levels: ["0", "1", "2", "3"], coding: effects }]
            willingness-to-pay: { denominator: price }

            """, Csv);
        StudyResult turned = SmallStudy.Estimate(Data + """
            utility: [price, { name: c, column: comfort, levels: ["3", "1", "2", "0"], coding: effects }]
            willingness-to-pay: { denominator: price }

            """, Csv);
        WillingnessToPayRow found = study.WillingnessToPay.Single(r => r.Name == "c.0");
        WillingnessToPayRow same = turned.WillingnessToPay.Single(r => r.Name == "c.0");
        Assert.Multiple(() =>
        {
            Assert.That(study.WillingnessToPay.Select(r => r.Name), Is.EqualTo(new[] { "c.0", "c.1", "c.2", "c.3" }));
            Assert.That(study.WillingnessToPay.Sum(r => r.Estimate), Is.EqualTo(0).Within(1e-9));
            Assert.That(found.Estimate, Is.EqualTo(same.Estimate).Within(1e-5), "a parameter of its own there");
            Assert.That(found.StandardError, Is.EqualTo(same.StandardError).Within(1e-5));
            Assert.That(found.Fieller!.Lower, Is.EqualTo(same.Fieller!.Lower).Within(1e-4));
            Assert.That(found.KrinskyRobb!.Upper, Is.EqualTo(same.KrinskyRobb!.Upper).Within(1e-4));
        });
    }

    [Test]
    public void A_column_of_the_person_is_called_so()
    {
        string rows = string.Join('\n', Csv.Split('\n').Select((line, i) => line.Length == 0 ? line
            : line + (i == 0 ? ",age,woman" : $",{20 + (line.Split(',')[0].Length * 7)},{(line[1] - '0') % 2}")));
        StudyResult study = SmallStudy.Estimate(Data + """
            utility: [price, { name: age-a, column: age, alternatives: [a] }, { name: woman-a, column: woman, alternatives: [a] }]
            elasticities: [age-a, { variable: price }]
            marginal-effects: [woman-a]

            """, rows);
        object[][] elasticities = [.. Rows(study, "elasticities")], effects = [.. Rows(study, "marginal-effects")];
        Assert.Multiple(() =>
        {
            Assert.That(elasticities.Take(2).Select(row => (row[1], row[3], row[4])),
                Is.EqualTo(new[] { ("the person", "a", "the person's"), ((object)"the person", (object)"b", (object)"the person's") }));
            Assert.That(elasticities.Skip(2).Select(row => row[1]), Is.EqualTo(new[] { "a", "a", "b", "b" }));
            Assert.That(effects.Select(row => row[1]), Is.All.EqualTo("the person"));
            Assert.That((double)effects[0][4], Is.EqualTo(-(double)effects[1][4]).Within(1e-12));
            Assert.That(ConsoleTable.Write(study, ReportText.French), Does.Contain("De la personne"));
        });
    }

    [Test]
    public void Sets_to_predict_have_the_draws_of_their_people_in_any_order()
    {
        using var folder = new TemporaryFolder();
        string[] lines = Csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        folder.Write("small.csv", Csv);
        folder.Write("turned.csv", string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Reverse())) + "\n");
        StudyResult study = StudyEstimation.Run(StudyReader.Read(folder.Write("small.yaml", Data + """
            utility: [price, comfort]
            draws: { number: 20, stability: false }
            model: { random: { comfort: normal } }
            predict: turned.csv

            """)));
        double[] own = new Prediction(study.Estimates, study.Choices.Data).Probability;
        IReadOnlyList<PredictedChoice> predicted = Predictions.Of(study);
        var expected = Enumerable.Range(0, own.Length).ToDictionary(
            row => lines[1 + study.Choices.Data.SourceRow(row)].Split(',') is var cell ? $"{cell[1]} {cell[2]}" : "", row => own[row]);
        Assert.That(predicted, Has.Count.EqualTo(own.Length));
        Assert.That(predicted.Select(p => p.Probability.Estimate - expected[$"{p.Situation} {p.Alternative}"]), Is.All.EqualTo(0));
    }

    [Test]
    public void Each_coefficient_in_the_file_for_programs_says_how_it_came_about()
    {
        using var folder = new TemporaryFolder();
        folder.Write("small.csv", Csv);
        StudyResult study = StudyEstimation.Run(StudyReader.Read(folder.Write("small.yaml", Data + """
            utility: [price, comfort, { name: a, constant: true, alternatives: [a] }]
            draws: { number: 30, stability: false }
            model: { random: { comfort: normal } }
            estimation: { fixed: { a: 0.1 } }

            """)));
        Assert.That(study.Estimates.AtBound, Is.EqualTo(new[] { "sd.comfort" }), "nothing varies in these people");
        Assert.That(EstimatesJson.Of(study)["status"]!.AsArray().Select(s => (string)s!),
            Is.EqualTo(study.Estimates.Parameters.Select(p => p == "a" ? "fixed" : p == "sd.comfort" ? "at-bound" : "estimated")));
    }

    [TestCase("", "not rejected at 5 %|rejected at 5 %", "price in another unit (0.5 times as much)")]
    [TestCase("estimation: { fixed: { comfort: 0.6 } }\n", "not rejected at 5 %|rejected at 5 %", "")]
    public void A_test_against_a_study_with_another_unit_is_that_without_it(string more, string finding, string note)
    {
        using var folder = new TemporaryFolder();
        folder.Write("small.csv", Csv);
        folder.Write("euros.yaml", Data + "utility: [price]\n");
        folder.Write("halves.yaml", Data + "utility: [{ name: price, column: cheap }]\n"
            + "derived: [{ name: cheap, recipe: scale, of: [price], divide-by: 2 }]\n");
        StudyResult study = StudyEstimation.Run(StudyReader.Read(folder.Write("study.yaml", Data
            + "utility: [price, comfort, { name: a, constant: true, alternatives: [a] }]\n" + more
            + "tests: { likelihood-ratio: [euros.yaml, halves.yaml] }\n")));
        ResultTable table = study.Analyses.Tables.Single(t => t.Id == "tests");
        Assert.That((double)table.Rows[1][2], Is.EqualTo((double)table.Rows[0][2]).Within(1e-8));
        Assert.That(finding.Split('|'), Does.Contain((string)table.Rows[1][5]));
        Assert.That(table.Notes, Has.Some.Contains(note));
    }

    [Test]
    public void A_coefficient_that_is_held_is_not_that_of_another_unit()
    {
        using var folder = new TemporaryFolder();
        folder.Write("small.csv", Csv);
        folder.Write("halves.yaml", Data + "utility: [{ name: price, column: cheap }]\n"
            + "derived: [{ name: cheap, recipe: scale, of: [price], divide-by: 2 }]\n");
        StudySource source = StudyReader.Read(folder.Write("study.yaml", Data
            + "utility: [price, comfort, { name: a, constant: true, alternatives: [a] }]\nestimation: { fixed: { price: -0.5 } }\n"
            + "tests: { likelihood-ratio: [halves.yaml] }\n"));
        Assert.That(() => StudyEstimation.Run(source), Throws.TypeOf<InputException>().With.Message
            .Contains("'price' is 0.5 times as much there, and 'price' is held fixed or equal to another parameter"));
    }

    [Test]
    public void A_true_coefficient_of_0_has_a_size_and_no_power()
    {
        var power = new SimulatedPower(["price", "comfort"], [-1, 0], [50, 100], 10, [[0.7, 0.9], [0.1, 0]], [0, 0]);
        using var folder = new TemporaryFolder();
        PowerTable.WriteFiles(power, folder.Path, ReportText.English);
        Assert.Multiple(() =>
        {
            Assert.That((power.IsSize(0), power.IsSize(1), power.Needed(1, 0.05), power.IsAtMostSmallest(1, 0.05)),
                Is.EqualTo((false, true, (double?)null, false)));
            Assert.That(PowerTable.Write(power, ReportText.English), Does.Match(@"comfort \(size\) +0\.100? +0(\.0+)? +– +–")
                .And.Contain("no power but the size of the test"));
            Assert.That(PowerTable.Write(power, ReportText.French), Does.Contain("comfort (niveau)").And.Contain("le niveau du test"));
            Assert.That(File.ReadAllLines(Path.Combine(folder.Path, "power.csv"))[3], Is.EqualTo("comfort,0,50,0.1,size"));
        });
    }

    [Test]
    public void Samples_that_find_a_coefficient_of_0_are_about_one_in_twenty()
    {
        string physicians = Repository.PathOf("scenarios", "studies", "physician-dce.yaml");
        StudySource source = StudyReader.Read(physicians, ["respondents.number=30", "respondents.coefficients.income=0",
            "respondents.spreads!={}"]);
        SimulatedPower power = PowerSimulation.Run(source, 40);
        int k = power.Names.ToList().IndexOf("income");
        Assert.That(power.Power[k].Where(p => !double.IsNaN(p)).Average(), Is.InRange(0.01, 0.25));
    }

    [Test]
    public void Faults_of_the_study_and_of_its_table_are_told_together()
    {
        using var folder = new TemporaryFolder();
        folder.Write("small.csv", SmallStudy.Broken(Csv, "p7,7-0,a,", "p7,7-0,a,x"));
        string unknownKey = folder.Write("key.yaml", Data + "utility: [price, comfort]\ndraws: { nunber: 100 }\n");
        var key = Assert.Throws<InputException>(() => StudyReader.Read(unknownKey, null, StudyEstimation.TableFaults));
        StudySource unknownVariable = StudyReader.Read(folder.Write("random.yaml",
            Data + "utility: [price, comfort]\nmodel: { random: { confort: normal } }\n"));
        var variable = Assert.Throws<InputException>(() => StudyEstimation.Run(unknownVariable));
        foreach (InputException refused in (InputException[])[key, variable])
        {
            Assert.That(refused.Errors.Select(e => Path.GetExtension(e.Place.File)), Is.EquivalentTo(new[] { ".yaml", ".csv" }));
        }
    }

    [Test]
    public void A_parameter_of_a_formula_that_varies_is_the_random_coefficient_of_its_variable()
    {
        string csv = new Journeys(80) { Comfort = key => 0.6 + (0.8 * Journeys.Normal(key, 0)) }.Csv();
        const string Draws = "draws: { number: 50, stability: false }\n";
        StudyResult formula = SmallStudy.Estimate(Data + Draws + """
            formula: p * price + c * comfort
            parameters: { p: 0, c: { start: 0, distribution: normal } }
            elasticities: [price]

            """, csv);
        StudyResult mixed = SmallStudy.Estimate(Data + Draws + """
            utility: [price, comfort]
            model: { random: { comfort: normal } }
            elasticities: [price]

            """, csv);
        Assert.Multiple(() =>
        {
            Assert.That(formula.Model, Is.EqualTo("panel mixed logit with a formula"));
            Assert.That(formula.Estimates.Parameters, Is.EqualTo(new[] { "p", "c", "sd.c" }));
            Assert.That(formula.Estimates.LogLikelihood, Is.EqualTo(mixed.Estimates.LogLikelihood).Within(1e-8));
            Assert.That(formula.Estimates.Estimates.Select(Math.Abs),
                Is.EqualTo(mixed.Estimates.Estimates.Select(Math.Abs)).Within(1e-4));
            Assert.That(Rows(formula, "elasticities").Select(row => (double)row[5]),
                Is.EqualTo(Rows(mixed, "elasticities").Select(row => (double)row[5])).Within(1e-4));
            Assert.That(formula.Draws, Is.EqualTo(mixed.Draws).And.Not.Empty);
        });
    }

    [TestCase("willingness-to-pay: { denominator: price }", "willingness to pay is not worked out for a formula with parameters that vary")]
    [TestCase("individual: true", "individual coefficients are worked out for mixed logits whose utility is no formula")]
    public void What_a_formula_with_varying_parameters_has_not_is_refused_by_name(string more, string message) => Assert.That(
        SmallStudy.Faults(Data + "formula: p * price + c * comfort\nparameters: { p: 0, c: { start: 0, distribution: normal } }\n"
            + more + "\n", Csv), Has.Some.Contains(message));

    private static IReadOnlyList<object[]> Rows(StudyResult study, string table) =>
        study.Analyses.Tables.Single(t => t.Id == table).Rows;
}
