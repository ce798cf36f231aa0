using InstallSim.Inputs;
using InstallSim.Studies;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;
using InstallSim.Tests.Inputs;
using InstallSim.Tests.Outputs;

namespace InstallSim.Tests.Studies.Results;

public sealed class WarningsTests
{
    private static readonly Journeys Weak = new(60) { Price = _ => 0 };

    [Test]
    public void A_warning_and_the_weights_go_with_every_file()
    {
        using var folder = new TemporaryFolder();
        StudyResult study = Estimate(folder, Weak.Csv(), Journeys.Yaml.Replace("chosen: chosen", "chosen: chosen, weight: weight")
            + "willingness-to-pay: { denominator: price }\npredict: sets.csv\nelasticities: [comfort]\n");
        string results = Path.Combine(folder.Path, "out");
        Folders.Write(study, results);
        string[] told = ["estimates.txt", "estimates.json", "estimates.html", "estimates.tex", "checklist.md", "manifest.json"];
        foreach (string file in told)
        {
            Assert.That(Plain(File.ReadAllText(Path.Combine(results, file))), Does.Contain("coefficient of 'price' is weak"), file);
            Assert.That(Plain(File.ReadAllText(Path.Combine(results, file))), Does.Match("(?i)weighted[ _]by.{0,40}weight"), file);
        }

        string[] tables = ["estimates.csv", "willingness-to-pay.csv", "predictions.csv", "elasticities.csv", "checklist.csv"];
        foreach (string file in tables)
        {
            string[] lines = File.ReadAllLines(Path.Combine(results, file));
            Assert.That(lines[0], Does.EndWith(",remarks"), file);
            Assert.That(lines.Skip(1), Is.All.Contains("sum 240").And.All.Matches<string>(l => l!.Contains("weak") != (file == tables[2])));
        }
    }

    [Test]
    public void A_study_without_weights_and_faults_has_no_remarks()
    {
        using var folder = new TemporaryFolder();
        StudyResult study = Estimate(folder, new Journeys(60).Csv(), Journeys.Yaml + "willingness-to-pay: { denominator: price }\n");
        Assert.That((study.Remarks, study.Warnings.Count), Is.EqualTo(("", 0)));
    }

    [TestCase("0.001", "add up to 0.2400 over")]
    [TestCase("1e160", "cannot be counted with; write weights near 1")]
    [TestCase("1e-170", "cannot be counted with; write weights near 1")]
    public void Weights_that_count_no_choices_are_warned_of_or_refused(string weight, string expected)
    {
        using var folder = new TemporaryFolder();
        string[] lines = new Journeys(60).Csv().Trim().Split('\n');
        string csv = string.Join('\n', lines.Skip(1).Select(line => line[..(line.LastIndexOf(',') + 1)] + weight).Prepend(lines[0])) + "\n",
            yaml = Journeys.Yaml.Replace("chosen: chosen", "chosen: chosen, weight: weight");
        if (weight.StartsWith('0'))
        {
            Assert.That(Said(Estimate(folder, csv, yaml)), Has.Some.Contains(expected));
        }
        else
        {
            Assert.That(() => Estimate(folder, csv, yaml), Throws.TypeOf<InputException>().With.Message.Contains(expected));
        }
    }

    [Test]
    public void A_price_that_people_like_is_warned_of_and_an_income_that_they_like_is_not()
    {
        using var folder = new TemporaryFolder();
        string csv = new Journeys(60) { Price = _ => 0.5 }.Csv();
        Assert.That(Said(Estimate(folder, csv, Journeys.Yaml + "willingness-to-pay: { denominator: price }\n")),
            Has.Some.Contains("a price that people like"));
        Assert.That(Said(Estimate(folder, csv, Journeys.Yaml + "willingness-to-pay: { denominator: price, income: true }\n")), Is.Empty);
    }

    [Test]
    public void Few_people_are_warned_of_and_no_more_people_than_parameters_are_refused()
    {
        using var folder = new TemporaryFolder();
        Assert.That(Said(Estimate(folder, new Journeys(29, 20).Csv(), Journeys.Yaml)), Has.Some.StartsWith("29 people are few"));
        Assert.That(Said(Estimate(folder, new Journeys(30, 20).Csv(), Journeys.Yaml)), Is.Empty);
        string four = new Journeys(4, 100).Csv(), constants = Journeys.Yaml + "constants-against: a\n";
        Assert.That(Said(Estimate(folder, four, constants)), Has.Some.StartsWith("4 people are few"));
        Assert.That(() => Estimate(folder, new Journeys(3, 100).Csv(), constants),
            Throws.TypeOf<InputException>().With.Message.Contains("3 people (column 'who') for 3 parameters"));
        Assert.That(Estimate(folder, new Journeys(3, 100).Csv(), constants + "estimation: { standard-errors: hessian }\n")
            .Estimates.Converged, Is.True);
    }

    [Test]
    public void Tests_of_a_model_hold_what_it_holds_equal()
    {
        using var folder = new TemporaryFolder();
        string yaml = Journeys.Yaml.Replace("{ name: comfort }", "{ name: comfort, by-alternative: true, alternatives: [a, b] }") + """
            model: { nests: [{ name: away, alternatives: [a, b] }] }
            estimation: { equal: [[comfort.a, comfort.b]] }
            tests: { likelihood-ratio: [logit], hausman-mcfadden: [[a]] }

            """;
        StudyResult study = Estimate(folder, new Journeys(60) { Stay = 0 }.Csv(), yaml);
        Assert.That(study.Analyses.Tables.Single(t => t.Id == "tests").Rows[0][3], Is.EqualTo(1), "the nest alone");
    }

    [TestCase("", true)]
    [TestCase("constants-against: a", false)]
    [TestCase("constants-against: none", false)]
    public void An_opt_out_without_a_constant_is_warned_of(string constants, bool isWarned)
    {
        using var folder = new TemporaryFolder();
        string yaml = Journeys.Yaml + constants + """

            design: { attributes: [{ name: price, levels: [1, 2, 3, 4, 5, 6] }], alternatives: [a, b], opt-out: none, tasks: 4 }

            """;
        string csv = new Journeys(60) { Stay = -2 }.Csv();
        const string warning = "the opt-out 'none' has no constant";
        Assert.That(Said(Estimate(folder, csv, yaml)).Count(w => w.StartsWith(warning, StringComparison.Ordinal)),
            Is.EqualTo(isWarned ? 1 : 0));
    }

    [Test]
    public void A_dummy_of_the_opt_out_is_its_constant_and_an_error_component_is_not()
    {
        using var folder = new TemporaryFolder();
        const string design =
            "design: { attributes: [{ name: price, levels: [1, 2, 3, 4, 5, 6] }], alternatives: [a, b], opt-out: none, tasks: 4 }\n";
        string yaml = Journeys.Yaml.Replace("{ name: comfort }", "{ name: comfort }, { name: home, constant: true, alternatives: [none] }")
            + design, csv = new Journeys(60) { Stay = -2 }.Csv();
        Assert.That(Said(Estimate(folder, csv, yaml)), Is.Empty);
        Assert.That(Said(Estimate(folder, csv, yaml + """
            model: { random: { home: { distribution: normal, error-component: true } } }
            draws: { number: 50, stability: false }

            """)), Has.Some.StartsWith("the opt-out 'none' has no constant"));
    }

    [TestCase("lognormal", "say 'price: { distribution: lognormal, sign: negative }'")]
    [TestCase("truncated-normal", "say 'price: { distribution: truncated-normal, sign: negative }'")]
    [TestCase("{ distribution: lognormal, sign: negative }", null)]
    public void A_coefficient_held_to_the_other_sign_than_the_data_want_gets_a_hint(string random, string? hint)
    {
        using var folder = new TemporaryFolder();
        string[] said = Said(Estimate(folder, new Journeys(60).Csv(), Journeys.Yaml + $$"""
            model: { random: { price: {{random}} } }
            draws: { number: 50, stability: false }

            """));
        Assert.That(said.Any(w => w.Contains("sign: negative", StringComparison.Ordinal)), Is.EqualTo(hint is not null));
        Assert.That(hint is null || said.Any(w => w.EndsWith(hint, StringComparison.Ordinal)), Is.True, string.Join('\n', said));
    }

    [Test]
    public void A_dissimilarity_above_1_is_warned_of()
    {
        using var folder = new TemporaryFolder();
        string yaml = Journeys.Yaml + """
            model: { nests: [{ name: away, alternatives: [a, b] }] }
            estimation: { fixed: { nest.away: VALUE } }

            """, csv = new Journeys(60) { Stay = 0 }.Csv();
        Assert.That(Said(Estimate(folder, csv, yaml.Replace("VALUE", "1.2"))),
            Has.Some.StartsWith("nest.away is 1.2, above 1: not consistent with maximisation of utility"));
        Assert.That(Said(Estimate(folder, csv, yaml.Replace("VALUE", "0.9"))), Has.None.StartsWith("nest.away"));
    }

    [Test]
    public void A_normal_price_gives_medians_and_says_why()
    {
        using var folder = new TemporaryFolder();
        var journeys = new Journeys(200) { Price = key => -0.6 + 0.5 * Journeys.Normal(key, 0) };
        StudyResult study = Estimate(folder, journeys.Csv(), Journeys.Yaml + """
            model: { random: { price: normal } }
            draws: { number: 100, stability: false }
            willingness-to-pay: { denominator: price }

            """);
        Assert.Multiple(() =>
        {
            Assert.That(study.WillingnessToPay.Select(w => w.Kind), Is.All.EqualTo(WorthKind.Median));
            Assert.That(Said(study), Has.Some.Contains("ratios to it have no mean and no variance, and medians over people are shown"));
            Assert.That(ConsoleTable.Write(study), Does.Match("(?s)median.*Left out: Fieller's set.*Willingness to pay over people"));
        });
    }

    [Test]
    public void The_intervals_of_all_methods_stand_side_by_side()
    {
        using var folder = new TemporaryFolder();
        StudyResult study = Estimate(folder, new Journeys(60).Csv(), Journeys.Yaml + """
            willingness-to-pay: { denominator: price, method: fieller }
            estimation: { standard-errors: bootstrap, bootstrap-samples: 50 }

            """);
        WillingnessToPayRow row = study.WillingnessToPay.Single();
        Assert.Multiple(() =>
        {
            Assert.That((row.Lower, row.Upper), Is.EqualTo((row.Fieller!.Lower, row.Fieller.Upper)), "the method asked for comes first");
            foreach (var other in new[] { row.KrinskyRobb!, row.Bootstrap! })
            {
                Assert.That(other.Lower, Is.EqualTo(row.Delta.Lower).Within(row.StandardError));
                Assert.That(other.Upper, Is.EqualTo(row.Delta.Upper).Within(row.StandardError));
            }

            Assert.That(ConsoleTable.Write(study), Does.Contain("delta, 95 %").And.Contain("Krinsky–Robb, 95 %").And
                .Contain("Fieller, 95 %").And.Contain("bootstrap, 95 %").And.Contain("50 of 50 samples; intervals are percentiles"));
        });
    }

    [Test]
    public void Rows_of_weight_0_are_left_out_and_held_out_choices_count_by_weight()
    {
        using var folder = new TemporaryFolder();
        string csv = new Journeys(60).Csv(), yaml = Journeys.Yaml + "holdout: 0.25\n";
        string[] lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var written = lines.Take(1).Concat(lines.Skip(1).SelectMany(line => Enumerable.Range(0, line[^1] - '0')
            .Select(copy => line.Replace($",{line.Split(',')[1]},", $",{line.Split(',')[1]}x{copy},", StringComparison.Ordinal))));
        StudyResult weighted = Estimate(folder, csv, yaml.Replace("chosen: chosen", "chosen: chosen, weight: weight")),
            rows = Estimate(folder, string.Join('\n', written) + "\n", yaml);
        Assert.Multiple(() =>
        {
            Assert.That(weighted.Estimates.Bic, Is.EqualTo(rows.Estimates.Bic).Within(1e-6));
            Assert.That((weighted.Estimates.Persons, weighted.Estimates.SumOfWeights), Is.EqualTo((40, 240.0)));
            Assert.That(weighted.Choices.Told.Select(t => t.Message), Has.Some.StartsWith("80 choice situations have the weight 0"));
            object[] one = weighted.Analyses.Tables.Single(t => t.Id == "holdout").Rows[0],
                other = rows.Analyses.Tables.Single(t => t.Id == "holdout").Rows[0];
            Assert.That((one[1], one[3]), Is.EqualTo((other[1], other[3])), "choices to fit and held out");
            Assert.That(one.Skip(4).Cast<double>(), Is.EqualTo(other.Skip(4).Cast<double>()).Within(1e-6));
        });
    }

    [Test]
    public void The_same_choices_are_known_from_others()
    {
        using var folder = new TemporaryFolder();
        string csv = new Journeys(60).Csv();
        string[] lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        folder.Write("turned.csv", string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Reverse())) + "\n");
        folder.Write("changed.csv", SmallStudy.Broken(csv, "p7,7-0,a,", "p7,7-0,c,"));
        string smaller = Journeys.Yaml.Replace(", { name: comfort }", "", StringComparison.Ordinal);
        folder.Write("turned.yaml", smaller.Replace("journeys.csv", "turned.csv", StringComparison.Ordinal));
        folder.Write("changed.yaml", smaller.Replace("journeys.csv", "changed.csv", StringComparison.Ordinal));
        folder.Write("other.yaml", smaller.Replace("{ name: price }", "{ name: price, column: cheap }", StringComparison.Ordinal)
            + "derived: [{ name: cheap, recipe: product, of: [price, price] }]\n");
        folder.Write("half.yaml", smaller.Replace("chosen: chosen", "chosen: chosen, where: [{ column: weight, equals: 1 }]"));
        string other = Journeys.Yaml.Replace("chosen: chosen", "chosen: chosen, where: [{ column: weight, equals: 2 }]");
        Assert.That(Test("turned", Journeys.Yaml).Analyses.Tables.Single(t => t.Id == "tests").Rows, Has.Count.EqualTo(1));
        Assert.That(() => Test("changed", Journeys.Yaml), Throws.TypeOf<InputException>().With.Message.Contains("choice situation 7-0"));
        Assert.That(() => Test("other", Journeys.Yaml), Throws.TypeOf<InputException>().With.Message
            .Contains("'price' is not the same variable there: another column, recipe or unit makes it, as in choice situation"));
        Assert.That(() => Test("half", other), Throws.TypeOf<InputException>().With.Message
            .Contains("half.yaml: the test needs the same choices as this study; it is about other people, such as p1, p4, p7"));

        StudyResult Test(string with, string yaml) =>
            Estimate(folder, csv, yaml + $"tests: {{ likelihood-ratio: [{with}.yaml] }}\n");
    }

    [Test]
    public void All_faults_of_sets_to_predict_are_told_at_once_in_their_own_names()
    {
        using var folder = new TemporaryFolder();
        folder.Write("sets.csv", "task,option,price,comfort\nfirst,a,1,2\nfirst,a,2,1\nsecond,a,1,1\nthird,a,,1\nthird,b,2,1\n"
            + "fourth,a,1,1\nfourth,c,1,1\n");
        var refused = Assert.Throws<InputException>(() => Estimate(folder, new Journeys(60).Csv(), Journeys.Yaml + "predict: sets.csv\n"));
        Assert.That(refused.Errors.Select(e => $"{e.Place.Line}: {e.Message}"), Is.EquivalentTo(new[]
        {
            "3: column 'option': choice situation first has the alternative 'a' 2 times",
            "4: choice situation second has one available alternative, 'a'; a choice needs two or more",
            "5: column 'price': the value is missing, and a set without answers cannot be dropped",
            "8: column 'option': 'c' is none of the alternatives a, b",
        }));
    }

    [Test]
    public void Predicted_intervals_keep_to_0_and_1()
    {
        using var folder = new TemporaryFolder();
        folder.Write("sets.csv", "task,option,price,comfort\n1,a,1,3\n1,b,9,0\n");
        IReadOnlyList<PredictedChoice> predicted = Predictions.Of(
            Estimate(folder, new Journeys(40).Csv(), Journeys.Yaml + "predict: sets.csv\n"));
        Assert.That(predicted[0].Probability.Estimate, Is.GreaterThan(0.97), "the case that the test is about");
        Assert.That(predicted.SelectMany(p => (double[])[p.Probability.Lower, p.Probability.Upper]), Is.All.InRange(0.0, 1.0));
        Assert.That(predicted[0].Probability.Lower, Is.EqualTo(1 - predicted[1].Probability.Upper).Within(1e-12));
    }

    internal static StudyResult Estimate(TemporaryFolder folder, string csv, string yaml)
    {
        folder.Write("journeys.csv", csv);
        if (!File.Exists(Path.Combine(folder.Path, "sets.csv")))
        {
            folder.Write("sets.csv", "task,option,price,comfort\n1,a,1,3\n1,b,2,0\n");
        }

        return StudyEstimation.Run(StudyReader.Read(folder.Write("journeys.yaml", yaml)));
    }

    private static string[] Said(StudyResult study) => [.. study.Warnings.Select(w => w.English)];

    private static string Plain(string text) => System.Net.WebUtility.HtmlDecode(text).Replace("\\u0027", "'", StringComparison.Ordinal)
        .Replace("\\_", "_", StringComparison.Ordinal);
}
