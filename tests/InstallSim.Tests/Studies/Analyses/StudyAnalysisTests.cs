using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Outputs;
using InstallSim.Studies;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;
using InstallSim.Tests.Inputs;
using InstallSim.Tests.Outputs;

namespace InstallSim.Tests.Studies.Analyses;

public sealed class StudyAnalysisTests
{
    private static readonly string Modes = Repository.PathOf("scenarios", "studies", "mode-choice.yaml");
    private static readonly string Physicians = Repository.PathOf("scenarios", "studies", "physician-dce.yaml");

    private static StudyResult Estimate(string path, params string[] overrides) => StudyEstimation.Run(StudyReader.Read(path, overrides));

    private static ResultTable Table(StudyResult study, string id) => study.Analyses.Tables.Single(t => t.Id == id);

    [Test]
    public void Point_elasticities_of_a_logit_are_those_of_the_formula()
    {
        StudyResult study = Estimate(Modes, "elasticities=[cost]");
        ChoiceData data = study.Choices.Data;
        double[] p = Prediction.Probabilities(study.Estimates.Model, data, [.. study.Estimates.Estimates]),
            x = data.Column("cost").ToArray();
        ResultTable table = Table(study, "elasticities");
        Assert.That(table.Rows, Has.Count.EqualTo(16));
        foreach (object[] row in table.Rows)
        {
            int of = study.Choices.Alternatives.ToList().IndexOf((string)row[1]),
                share = study.Choices.Alternatives.ToList().IndexOf((string)row[3]);
            double slope = 0, total = 0;
            for (int n = 0; n < data.Situations; n++)
            {
                int j = data.Start(n) + share, i = data.Start(n) + of;
                slope += study.Estimates["cost"] * x[i] * p[j] * ((i == j ? 1 : 0) - p[i]);
                total += p[j];
            }

            Assert.That((double)row[5], Is.EqualTo(slope / total).Within(1e-6), $"{row[1]} {row[3]}");
        }
    }

    [Test]
    public void Simulated_intervals_of_elasticities_agree_with_the_delta_method()
    {
        StudyResult study = Estimate(Modes,
            "elasticities=[{ variable: cost, change: 0.1 }, { variable: cost, change: 0.1, intervals: "
                + "krinsky-robb, interval-draws: 600 }]");
        IReadOnlyList<object[]> rows = Table(study, "elasticities").Rows;
        for (int i = 0; i < 16; i++)
        {
            Assert.That((double)rows[i + 16][5], Is.EqualTo((double)rows[i][5]).Within(1e-12));
            Assert.That((double)rows[i + 16][6], Is.EqualTo((double)rows[i][6]).Within(15).Percent);
        }
    }

    [Test]
    public void What_is_made_of_a_column_changes_with_it()
    {
        // u = b·price as two halves, one of them through a derived column: the elasticity of the
        // first half's variable is that of the whole.
        string halves = SmallStudy.Broken(SmallStudy.Yaml, "  - { name: price }",
            "  - { name: price }\n  - { name: double, column: twice }") +
            "\nderived: [{ name: twice, recipe: sum, of: [price, price] }]\nestimation: { fixed: { double: 0.1 } }\n"
            + "elasticities: [price]\n";
        StudyResult whole = SmallStudy.Estimate(SmallStudy.Yaml + "\nelasticities: [price]\n"), parts = SmallStudy.Estimate(halves);
        Assert.That(Table(parts, "elasticities").Rows.Select(r => (double)r[5]),
            Is.EqualTo(Table(whole, "elasticities").Rows.Select(r => (double)r[5])).Within(1e-4));
    }

    [Test]
    public void Each_person_has_coefficients_under_the_name_in_the_data()
    {
        StudyResult study = Estimate(Physicians, "individual=true", "draws={ number: 100, stability: false }");
        ResultTable all = Table(study, "individual-coefficients"), summary = Table(study, "individual-summary");
        Assert.Multiple(() =>
        {
            Assert.That(all.Rows, Has.Count.EqualTo(240 * 4));
            Assert.That(all.Rows.Select(r => (string)r[0]).Distinct(),
                Is.EqualTo(Enumerable.Range(1, 240).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))));
            Assert.That(all.Rows.Select(r => (double)r[4] <= (double)r[2] && (double)r[2] <= (double)r[5]), Is.All.True);
            Assert.That((double)summary.Rows.Single(r => (string)r[0] == "group-practice")[1],
                Is.EqualTo(study.Estimates["group-practice"]).Within(0.05));
        });
    }

    [Test]
    public void In_pay_space_people_have_what_varies_in_units_of_the_numeraire()
    {
        const string draws = "draws={ number: 100, stability: false }";
        StudyResult study =
            Estimate(Physicians, "individual=true", draws, "model={ numeraire: income, random: { group-practice: normal } }");
        StudyResult utils = Estimate(Physicians, "individual=true", draws, "model!={ random: { group-practice: normal } }");
        object[] row = Table(study, "individual-summary").Rows.Single(), inUtils = Table(utils, "individual-summary").Rows.Single();
        Assert.Multiple(() =>
        {
            Assert.That(row[0], Is.EqualTo("group-practice"), "the coefficient of income is the same for all");
            Assert.That((double)row[1], Is.EqualTo(study.Estimates["group-practice"]).Within(3.0));
            Assert.That((double)row[1], Is.EqualTo((double)inUtils[1] / utils.Estimates["income"]).Within(1).Percent,
                "the same model in other units");
            Assert.That(Table(study, "individual-summary").Notes, Has.Some.EqualTo("In units of income."));
            Assert.That(Table(study, "individual-coefficients").Rows
                .Select(r => (double)r[4] <= (double)r[2] && (double)r[2] <= (double)r[5]), Is.All.True);
        });
    }

    /// <summary>Both random coefficients are told in utils where one is so in the model; tables and files say which is in what.</summary>
    [Test]
    public void What_stays_in_utils_is_said_and_left_so()
    {
        const string draws = "draws={ number: 100, stability: false }", random = "random: { group-practice: normal, msp-practice: normal }";
        StudyResult study = Estimate(Physicians, "individual=true", draws,
            $"model={{ numeraire: income, in-utils: [msp-practice], {random} }}"),
            utils = Estimate(Physicians, "individual=true", draws, $"model!={{ {random} }}");
        double[] Means(StudyResult of) => [.. Table(of, "individual-summary").Rows.Select(row => (double)row[1])];
        Assert.Multiple(() =>
        {
            Assert.That(study.Estimates.LogLikelihood, Is.EqualTo(utils.Estimates.LogLikelihood).Within(1e-5));
            Assert.That(study.Estimates["msp-practice"], Is.EqualTo(utils.Estimates["msp-practice"]).Within(1e-3));
            Assert.That(study.Estimates["group-practice"],
                Is.EqualTo(utils.Estimates["group-practice"] / utils.Estimates["income"]).Within(0.01));
            Assert.That(Means(study), Is.EqualTo(Means(utils)).Within(1e-3));
            Assert.That(Table(study, "individual-summary").Notes, Has.Some.EqualTo("In utils."));
            Assert.That(ResultLines.ParameterNotes(study), Has.Some.StartsWith("all but income, msp-practice in units of income"));
            string saved = SavedPreferences.Write(study, "x.yaml"), other = SavedPreferences.Write(utils, "x.yaml");
            Assert.That(SavedOf(saved, "msp-practice"), Is.EqualTo(SavedOf(other, "msp-practice")).Within(0.05));
        });

        static double SavedOf(string yaml, string name) => double.Parse(
            Regex.Match(yaml, $@"\n\s+{name}:\s+value: (\S+)").Groups[1].Value,
            System.Globalization.CultureInfo.InvariantCulture);
    }

    [Test]
    public void Elasticities_of_a_variable_of_both_signs_carry_a_warning()
    {
        ResultTable table = Table(Estimate(Physicians, "elasticities=[income, working-hours]", "model!={}"), "elasticities");
        Assert.That(table.Notes.Where(n => n.Contains("below and above 0", StringComparison.Ordinal)).Single(),
            Does.StartWith("working-hours takes values"));
    }

    [Test]
    public void Folds_hold_out_everybody_once()
    {
        ResultTable table = Table(Estimate(Modes, "cross-validation=5"), "cross-validation");
        object[] all = table.Rows[^1];
        Assert.Multiple(() =>
        {
            Assert.That(table.Rows, Has.Count.EqualTo(6));
            Assert.That(table.Rows.SkipLast(1).Sum(r => (int)r[3]), Is.EqualTo(210));
            Assert.That((double)all[4], Is.EqualTo(table.Rows.SkipLast(1).Sum(r => (double)r[4])).Within(1e-9));
            Assert.That((double)all[4], Is.LessThan(-199.128), "worse than where it was estimated");
            Assert.That((double)all[8], Is.InRange(0.5, 0.9), "a hit rate far above guessing");
        });
    }

    [Test]
    public void A_holdout_is_the_share_asked_for() =>
        Assert.That(Table(Estimate(Modes, "holdout={ share: 0.3, seed: 4 }"), "holdout").Rows[0][3], Is.EqualTo(63));

    [Test]
    public void A_nested_logit_is_tested_against_the_logit()
    {
        const string nests = "model={ nests: [{ name: ground, alternatives: [train, bus, car] }] }";
        StudyResult nested = Estimate(Modes, nests, $"tests.likelihood-ratio=[logit, '{Modes}']"), logit = Estimate(Modes);
        ResultTable table = Table(nested, "tests");
        double statistic = 2 * (nested.Estimates.LogLikelihood - logit.Estimates.LogLikelihood);
        Assert.Multiple(() =>
        {
            Assert.That(table.Rows.Select(r => (double)r[2]), Is.EqualTo(new[] { statistic, statistic }).Within(1e-6));
            Assert.That(table.Rows.Select(r => r[3]), Is.All.EqualTo(1));
            Assert.That(table.Rows.Select(r => r[5]), Is.All.EqualTo("rejected at 5 %"));
        });
    }

    [Test]
    public void Taking_alternatives_away_tests_their_independence()
    {
        ResultTable table = Table(Estimate(Modes, "tests.hausman-mcfadden=[[air], [train, bus]]"), "tests");
        Assert.That(table.Rows.Select(r => ((string)r[0], (string)r[1])), Is.EqualTo(new[]
        {
            ("Hausman–McFadden", "independent of air"), ("Hausman–McFadden", "independent of train, bus"),
            ("Hausman–McFadden, by person", "independent of train, bus"),
        }));
        Assert.That(table.Rows.Select(r => r[5]), Is.EqualTo(new[] { "rejected at 5 %", "no test", "rejected at 5 %" }));
        Assert.That(table.Rows.Where(r => (string)r[5] != "no test").Select(r => r[3]), Is.All.EqualTo(4),
            "the constant and the income of air cannot be told without air, nor the constants of train and bus without both");
        Assert.That(table.Notes, Has.Some.StartsWith("No test: the difference of the covariances is not positive semi-definite"));
    }

    [Test]
    public void Analyses_are_written_alike_to_console_json_csv_and_html()
    {
        using var folder = new TemporaryFolder();
        StudyResult study = Estimate(Modes, "elasticities=[cost]", "holdout=0.2", "cross-validation=3", "tests.hausman-mcfadden=[[air]]");
        string results = Path.Combine(folder.Path, "out"), console = ConsoleTable.Write(study);
        Folders.Write(study, results);
        JsonNode json = JsonNode.Parse(File.ReadAllText(Path.Combine(results, "estimates.json")))!;
        string html = File.ReadAllText(Path.Combine(results, "estimates.html"));
        foreach (ResultTable table in study.Analyses.Tables)
        {
            string title = char.ToUpperInvariant(table.Title[0]) + table.Title[1..];
            Assert.That(console, Does.Contain(title + "\n"));
            Assert.That(html, Does.Contain($"<h2>{title}</h2>"));
            Assert.That(json[table.Id.Replace('-', '_')]!.AsArray(), Has.Count.EqualTo(table.Rows.Count));
            Assert.That(File.ReadAllLines(Path.Combine(results, table.Id + ".csv")), Has.Length.EqualTo(table.Rows.Count + 1));
        }
    }

    [Test]
    public void The_page_speaks_French_but_for_names()
    {
        using var folder = new TemporaryFolder();
        StudyResult study = Estimate(Physicians, "draws={ number: 40, stability: false }", "individual=true", "elasticities=[income]",
            "holdout=0.2", "cross-validation=2", "tests={ likelihood-ratio: [logit], hausman-mcfadden: [] }");
        Folders.Write(study, Path.Combine(folder.Path, "out"), ReportText.French);
        string html = System.Net.WebUtility.HtmlDecode(File.ReadAllText(Path.Combine(folder.Path, "out", "estimates.html"))),
            latex = File.ReadAllText(Path.Combine(folder.Path, "out", "estimates.tex"));
        string[] texts = [.. Regex.Matches(html[html.IndexOf("<h2>", StringComparison.Ordinal)..], ">([^<>]+)<")
            .Select(m => m.Groups[1].Value)];
        Assert.Multiple(() =>
        {
            Assert.That(html.Contains("<html lang=\"fr\">", StringComparison.Ordinal), Is.True);
            Assert.That(texts, Has.Some.EqualTo("Coefficients\u00a0: logit mixte de panel").And.Some.EqualTo("Log-vraisemblance, nulle"));
            Assert.That(texts.Where(t =>
                Regex.IsMatch(t, @"\b(the|of|and|with|choices|people|standard|share|held|each)\b")), Is.Empty, "no English left");
            Assert.That(texts.Where(t => Regex.IsMatch(t, @"\d\.\d")), Is.Empty, "decimal commas");
            Assert.That(latex, Does.Contain("Erreur type").And.Contain("{,}"));
        });
    }

    /// <summary>A key of an analysis used badly, where the error stands and what it says.</summary>
    private static IEnumerable<TestCaseData> BadUses()
    {
        yield return Case("elasticities: [prize]", "small.yaml(11,16)", "'prize' is no variable of the utility; did you mean 'price'?");
        yield return Case("elasticities: [coffee]", "small.yaml(11,16)", "'coffee' is a constant; it has no elasticity");
        yield return Case("elasticities: [{ variable: price, change: 0 }]", "small.yaml(11,43)", "a change of 0 changes nothing");
        yield return Case("elasticities: [{ variable: price, change: -1 }]", "small.yaml(11,43)",
            "'change': -1 is out of range; expected a number from -0.99 to 100");
        yield return Case("elasticities: price", "small.yaml(11,15)", "'elasticities': expected a list");
        yield return Case("individual: true", "small.yaml(11,13)", "individual coefficients need random ones");
        yield return Case("cross-validation: 4", "small.yaml(11,19)", "4 folds for 3 people");
        yield return Case("holdout: 0.05", "small.yaml(11,10)", "a share of 0.05 of 3 people holds out 0");
        yield return Case("tests: { likelihood-ratio: [logit] }", "small.yaml(11,29)", "the model is the logit");
        yield return Case("tests: { likelihood-ratio: [other.yaml] }", "small.yaml(11,29)",
            "'other.yaml' is neither the word 'logit' nor a study file that exists");
        yield return Case("tests: { hausman-mcfadden: [[cofee]] }", "small.yaml(11,29)",
            "there is no alternative 'cofee'; did you mean 'coffee'?");
        yield return Case("tests: { hausman-mcfadden: [[coffee]] }", "small.yaml(11,29)",
            "1 of 2 alternatives to leave out; one or more must be named and two or more be left");
        yield return Case("tests: { likelihood: [logit] }", "small.yaml(11,10)",
            "unknown key 'likelihood'; did you mean 'likelihood-ratio'?");
    }

    [TestCaseSource(nameof(BadUses))]
    public void A_bad_use_gets_one_error_where_it_stands(string key, string place, string message)
    {
        string[] faults = SmallStudy.Faults(SmallStudy.Broken(SmallStudy.Yaml, "utility:", key + "\nutility:"), SmallStudy.Csv);
        Assert.That(faults, Has.Length.EqualTo(1), string.Join('\n', faults));
        Assert.That(faults[0], Does.StartWith(place + ": ").And.Contain(message));
    }

    [Test]
    public void A_study_about_other_choices_is_no_special_case()
    {
        using var folder = new TemporaryFolder();
        string other = folder.Write("other.yaml", SmallStudy.Yaml), path = Modes;
        folder.Write("small.csv", SmallStudy.Csv);
        Assert.That(
            () => Estimate(path, $"tests.likelihood-ratio=[\"{other}\"]"),
            Throws.TypeOf<InstallSim.Inputs.InputException>().With.Message
                .Contains("the test needs the same choices as this study; it is about 6 choices of 3 people, this study about 210 of 210"));
    }

    private static TestCaseData Case(string key, string place, string message) =>
        new TestCaseData(key, place, message).SetArgDisplayNames(key);
}
