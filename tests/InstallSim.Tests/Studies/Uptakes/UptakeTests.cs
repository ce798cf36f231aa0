using System.Globalization;
using InstallSim.Charts.Pictures;
using InstallSim.Choice.Analysis;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Uptakes;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Uptakes;

public sealed partial class UptakeTests
{
    private const string Uptake = """
        uptake:
          base: { price: 3, comfort: 1 }
          against: [{ alternative: none }]
          packages:
            - { name: cheap, set: { price: 2 } }
            - { name: comfortable, set: { comfort: 3 } }
            - { name: nothing, set: {} }
            - { name: dear-but-comfortable, with: [comfortable], set: { price: 4 } }
          income: price
          improvements: [comfortable]
          map: { income: [1, 2, 3, 4, 5, 6], column: comfort, levels: [0, 3] }

        """;

    private static readonly Journeys Stayers = new(400) { Stay = 0.4 };

    /// <summary>A logit of two variables and the constant of staying.</summary>
    private static string Yaml(string model = "") => Journeys.Yaml.Replace(
        "{ name: comfort }]", "{ name: comfort }, { name: stay, constant: true, alternatives: [none] }]", StringComparison.Ordinal)
        + "estimation: { standard-errors: hessian }\ndraws: { number: 200, stability: false }\n" + model + Uptake;

    private static (UptakeResult Result, StudyResult Study) Run(string yaml, string csv, params string[] overrides)
    {
        using var folder = new TemporaryFolder();
        folder.Write("journeys.csv", csv);
        StudySource source = StudyReader.Read(folder.Write("journeys.yaml", yaml), overrides);
        StudyResult study = StudyEstimation.Run(source);
        string at = Path.Combine(folder.Path, "out");
        using (AtomicFolder target = AtomicFolder.Create(at))
        {
            StudyFolder.Write(study, target);
        }

        return (StudyUptake.Run(source, Path.Combine(at, "estimates.json")), study);
    }

    private static UptakeRow Row(UptakeResult result, string name, string people = "all") =>
        result.Rows.Single(r => r.Name == name && r.People.Id == people);

    [Test]
    public void A_folder_for_the_file_of_estimates_is_refused_and_says_which_file_in_it_is_meant()
    {
        using var folder = new TemporaryFolder();
        folder.Write("journeys.csv", Stayers.Csv());
        StudySource source = StudyReader.Read(folder.Write("journeys.yaml", Yaml()));
        string empty = Path.GetDirectoryName(folder.Write("empty/notes.txt", ""))!, file = folder.Write("out/estimates.json", "{}"),
            at = Path.GetDirectoryName(file)!;
        const string expected = "error: is a folder; a file is expected, the estimates.json that 'installsim estimate ";
        InputException full = Assert.Throws<InputException>(() => StudyUptake.Run(source, at))!,
            none = Assert.Throws<InputException>(() => StudyUptake.Run(source, empty))!;
        Assert.That(full.Message, Does.StartWith($"{at}: {expected}").And.EndsWith($"; did you mean {file}?"));
        Assert.That(full.Errors[0].French, Does.Contain("est un dossier").And.EndsWith($"vouliez-vous dire {file}\u00a0?"));
        Assert.That(none.Message, Does.StartWith($"{empty}: {expected}").And.EndsWith("; it has no estimates.json"));
    }

    [Test]
    public void Uptake_of_a_logit_is_what_the_formula_gives()
    {
        var (result, study) = Run(Yaml(), Stayers.Csv());
        double price = study.Estimates["price"], comfort = study.Estimates["comfort"], stay = study.Estimates["stay"];
        double P(double p, double c) => 1 / (1 + Math.Exp(stay - (price * p) - (comfort * c)));
        Assert.Multiple(() =>
        {
            Assert.That(Row(result, "base").Probability.Estimate, Is.EqualTo(P(3, 1)).Within(1e-12));
            Assert.That(Row(result, "cheap").Probability.Estimate, Is.EqualTo(P(2, 1)).Within(1e-12));
            Assert.That(Row(result, "cheap").Change.Estimate, Is.EqualTo(P(2, 1) - P(3, 1)).Within(1e-12));
            Assert.That(Row(result, "dear-but-comfortable").Probability.Estimate, Is.EqualTo(P(4, 3)).Within(1e-12));
            Assert.That(result.Map[1][3], Is.EqualTo(P(4, 3)).Within(1e-12));
        });
    }

    [Test]
    public void The_standard_error_of_a_change_is_that_of_the_delta_method()
    {
        var (result, study) = Run(Yaml(), Stayers.Csv(), "uptake.interval-draws=20000");
        double price = study.Estimates["price"], comfort = study.Estimates["comfort"], stay = study.Estimates["stay"];
        double[] Slope(double p, double c)
        {
            double u = 1 / (1 + Math.Exp(stay - (price * p) - (comfort * c)));
            return [u * (1 - u) * p, u * (1 - u) * c, -u * (1 - u)];
        }

        double[] d = [.. Slope(2, 1).Zip(Slope(3, 1), (a, b) => a - b)];
        double[,] v = study.Estimates.Covariance();
        double variance = Enumerable.Range(0, 3).Sum(i => Enumerable.Range(0, 3).Sum(j => d[i] * d[j] * v[i, j]));
        Interval change = Row(result, "cheap").Change;
        Assert.Multiple(() =>
        {
            Assert.That(change.StandardError, Is.EqualTo(Math.Sqrt(variance)).Within(0.03 * Math.Sqrt(variance)));
            Assert.That(change.Upper - change.Lower, Is.EqualTo(2 * 1.96 * Math.Sqrt(variance)).Within(0.04 * 4 * Math.Sqrt(variance)));
        });
    }

    [Test]
    public void A_package_without_a_change_changes_nothing_at_all()
    {
        UptakeRow nothing = Row(Run(Yaml("model: { random: { comfort: normal } }\n"), Stayers.Csv()).Result, "nothing");
        Assert.That(((double[])[nothing.Change.Estimate, nothing.Change.Lower, nothing.Change.Upper, nothing.Change.StandardError]),
            Is.All.Zero);
    }

    [Test]
    public void A_level_far_from_those_of_the_data_is_warned_of()
    {
        string csv = new Journeys(60) { Stay = 0.4 }.Csv();
        IReadOnlyList<Words> far = Run(Yaml(), csv, "uptake.base.price=30").Result.Warnings;
        Assert.Multiple(() =>
        {
            Assert.That(Run(Yaml(), csv, "uptake.base.price=9").Result.Warnings, Is.Empty);
            Assert.That(far.Single().English,
                Does.EndWith("'price' is 30, far from its values in the data, 0 to 6; is it in the same unit?"));
            Assert.That(far[0].French, Does.Contain("vaut 30, loin de ses valeurs dans les données, 0 à 6"));
        });
    }

    /// <summary>With draws of their own, base and package would vary by √(s² + s′²).</summary>
    [Test]
    public void The_same_draws_in_both_make_the_interval_of_a_change_narrower()
    {
        UptakeResult result = Run(Yaml(), Stayers.Csv()).Result;
        UptakeRow @base = Row(result, "base");
        foreach (UptakeRow row in result.OfAll.Where(r => r.Package is not null))
        {
            double apart = Math.Sqrt(Square(@base.Probability.StandardError) + Square(row.Probability.StandardError));
            Assert.That(row.Change.StandardError, Is.LessThan(apart), row.Name);
        }

        static double Square(double x) => x * x;
    }

    [Test]
    public void Uptake_falls_with_the_price_and_rises_with_comfort()
    {
        foreach (string model in (string[])["", "model: { random: { comfort: normal } }\n"])
        {
            double[][] map = Run(Yaml(model), Stayers.Csv()).Result.Map;
            Assert.Multiple(() =>
            {
                Assert.That(map[0], Is.Ordered.Descending);
                Assert.That(map[1], Is.Ordered.Descending);
                Assert.That(map[1].Zip(map[0], (with, without) => with - without), Is.All.Positive);
            });
        }
    }

    [Test]
    public void A_mixed_logit_is_averaged_over_people_as_an_integral_by_hand_says()
    {
        var (result, study) = Run(Yaml("model: { random: { comfort: normal } }\n"), Stayers.Csv(),
            "uptake.draws=20000", "uptake.interval-draws=200");
        double price = study.Estimates["price"], comfort = study.Estimates["comfort"], stay = study.Estimates["stay"];
        double sd = Math.Abs(study.Estimates["sd.comfort"]), sum = 0, mass = 0;
        for (double z = -8; z <= 8; z += 0.001)
        {
            double density = Math.Exp(-z * z / 2);
            sum += density / (1 + Math.Exp(stay - (2 * price) - (comfort + (sd * z))));
            mass += density;
        }

        Assert.That(Row(result, "cheap").Probability.Estimate, Is.EqualTo(sum / mass).Within(2e-5));
    }

    [Test]
    public void Income_that_makes_up_is_the_ratio_of_coefficients_and_what_is_added_lowers_it()
    {
        var (result, study) = Run(Yaml(), Stayers.Csv());
        double worth = study.Estimates["comfort"] / study.Estimates["price"];
        double Of(string name, int added) =>
            result.Incomes.Single(i => i.Package.Name == name && i.Improvements.Count == added).Income.Estimate;
        Assert.Multiple(() =>
        {
            Assert.That(Of("cheap", 0), Is.EqualTo(1).Within(1e-9), "a price of one less is made up for by one more");
            Assert.That(Of("comfortable", 0), Is.EqualTo(-2 * worth).Within(1e-9));
            Assert.That(Of("nothing", 1), Is.EqualTo(-2 * worth).Within(1e-9));
            Assert.That(Of("cheap", 1), Is.EqualTo(1 - (2 * worth)).Within(1e-9));
            Assert.That(result.Incomes.Single(i => i.Package.Name == "cheap" && i.Improvements.Count == 0).Income.StandardError,
                Is.LessThan(1e-9));
            Assert.That(result.Incomes.Select(i => i.Unsolved), Is.All.Zero);
        });
    }

    [Test]
    public void Income_that_makes_up_gives_the_uptake_of_the_base_when_tastes_vary()
    {
        const string model = "model: { random: { comfort: normal } }\n";
        double made = Run(Yaml(model), Stayers.Csv()).Result.Incomes
            .Single(i => i.Package.Name == "comfortable" && i.Improvements.Count == 0).Income.Estimate;
        string price = (3 + made).ToString("R", CultureInfo.InvariantCulture);
        string dearer = Yaml(model).Replace("set: { comfort: 3 }", $"set: {{ comfort: 3, price: {price} }}", StringComparison.Ordinal);
        UptakeResult again = Run(dearer, Stayers.Csv()).Result;
        Assert.That(Row(again, "comfortable").Change.Estimate, Is.Zero.Within(1e-9));
        Assert.That(made, Is.Positive, "more comfort may cost more");
    }

    [Test]
    public void A_nested_logit_answers_in_its_own_formula()
    {
        const string nests = "model: { nests: [{ name: go, parameter: lambda, alternatives: [a, b] }] }\n";
        string yaml = Yaml(nests).Replace("against: [{ alternative: none }]", "against: [{ alternative: b, set: {} }, none]",
            StringComparison.Ordinal);
        var (result, study) = Run(yaml, Stayers.Csv());
        double price = study.Estimates["price"], comfort = study.Estimates["comfort"], l = study.Estimates["lambda"];
        double a = Math.Exp(((2 * price) + comfort) / l), b = Math.Exp(((3 * price) + comfort) / l), go = Math.Pow(a + b, l);
        Assert.That(Row(result, "cheap").Probability.Estimate,
            Is.EqualTo(a / (a + b) * go / (go + Math.Exp(study.Estimates["stay"]))).Within(1e-9));
    }

    [TestCase("price: 3, comfort: 1", "price: 3, comfrt: 1", "'comfrt' is no column that the utility is made of; did you mean 'comfort'?")]
    [TestCase("price: 3, comfort: 1", "price: 3", "the base lacks 'comfort'")]
    [TestCase("{ alternative: none }", "nobody", "there is no alternative 'nobody'")]
    [TestCase("[comfortable], set", "[comfrtable], set", "'comfrtable' is no package that stands before; did you mean 'comfortable'?")]
    [TestCase("set: { price: 2 }", "set: { price: two }", "no row of the data has 'two' in column 'price'")]
    [TestCase("[{ alternative: none }]", "[{ alternative: b }]", "'b' has no one level of 'price' in the data")]
    [TestCase("map: { income", "map: { colour: red, income", "'colour'")]
    public void What_is_wrong_with_packages_is_told(string part, string instead, string message) =>
        Assert.That(() => Run(SmallStudy.Broken(Yaml(), part, instead), Stayers.Csv()),
            Throws.TypeOf<InputException>().With.Message.Contains(message));

    [Test]
    public void Estimates_of_another_study_are_refused_and_those_of_other_packages_are_not()
    {
        using var folder = new TemporaryFolder();
        folder.Write("journeys.csv", Stayers.Csv());
        string path = folder.Write("journeys.yaml", Yaml()), at = Path.Combine(folder.Path, "out");
        using (AtomicFolder target = AtomicFolder.Create(at))
        {
            StudyFolder.Write(StudyEstimation.Run(StudyReader.Read(path)), target);
        }

        string json = Path.Combine(at, "estimates.json");
        UptakeResult Again(params string[] said) => StudyUptake.Run(StudyReader.Read(path, said), json);
        Assert.Multiple(() =>
        {
            Assert.That(() => Again("estimation.standard-errors=robust"),
                Throws.TypeOf<InputException>().With.Message.Contains("the estimates of another study ('journeys'): estimation differ"));
            Assert.That(Row(Again("uptake.base.price=2"), "cheap").Change.Estimate, Is.Zero);
        });
        folder.Write("journeys.csv", new Journeys(401) { Stay = 0.4 }.Csv());
        Assert.That(() => Again(), Throws.TypeOf<InputException>().With.Message.Contains("choices differ"));
    }

    [TestCase("en")]
    [TestCase("fr")]
    public void Tables_page_and_figures_are_written_in_both_languages(string language)
    {
        using var folder = new TemporaryFolder();
        UptakeResult result = Run(Yaml(), Stayers.Csv()).Result;
        var text = ReportText.For(language);
        foreach (var figure in UptakeFigureContext.Figures)
        {
            string picture = Path.Combine(Repository.PathOf("artifacts", "figures", "studies"), $"{language}-{figure.Id}.png");
            Directory.CreateDirectory(Path.GetDirectoryName(picture)!);
            Picture.Write(figure.Draw(new UptakeFigureContext(result, text)), picture);
            Assert.That(figure.Draw(new UptakeFigureContext(result, text)).Title, Is.Not.Empty);
        }

        string shown = UptakeTables.Console(result, text);
        Assert.That(shown, Does.Contain(text.Say("income that makes up", "revenu qui compense")));
        Assert.That(shown.Contains("interval ", StringComparison.Ordinal), Is.EqualTo(language == "en"));
    }
}
