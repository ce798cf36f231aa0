using InstallSim.Outputs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;

namespace InstallSim.Tests.Studies.Tables;

/// <summary>Several models side by side.</summary>
public sealed class ModelTableTests
{
    [TestCase("{ numeraire: price }", "against tea|money price")]
    [TestCase("{ numeraire: price, in-utils: [constant.coffee] }", "against tea")]
    public void Constants_in_units_of_the_price_are_no_constants_in_utils(string model, string meaning)
    {
        using var folder = new InstallSim.Tests.Inputs.TemporaryFolder();
        folder.Write("small.csv", SmallStudy.Csv);
        string yaml = SmallStudy.Yaml[..SmallStudy.Yaml.IndexOf("utility:", StringComparison.Ordinal)]
            + $"constants-against: tea\nutility: [price]\nmodel: {model}\n";
        Study study = StudyReader.Read(folder.Write("small.yaml", yaml)).Study;
        Assert.That(ParameterMeaning.Of(study, "constant.coffee").Key, Is.EqualTo(meaning));
    }

    private static readonly string Yaml = Journeys.Yaml.Replace("journeys.csv", "small.csv", StringComparison.Ordinal);

    private static readonly string Csv = new Journeys(120).Csv();

    private static StudyResult[] Studies { get; } =
    [
        SmallStudy.Estimate(Yaml, Csv),
        SmallStudy.Estimate(Yaml + "model: { random: { comfort: normal } }\ndraws: { number: 50, stability: false }\n", Csv,
            "name=mixed-logit"),
        SmallStudy.Estimate(Yaml + "estimation: { fixed: { comfort: 0.5 }, standard-errors: hessian }\n",
            new Journeys(60).Csv(), "name=held"),
    ];

    [Test]
    public void Rows_are_the_union_of_the_parameters_in_an_order_that_keeps_that_of_each() => Assert.That(
        ModelTable.Union([["a", "b", "c"], ["a", "x", "b", "sd.a"], ["z", "c"], ["k", "l"]]),
        Is.EqualTo(new[] { "a", "x", "b", "sd.a", "z", "c", "k", "l" }));

    [Test]
    public void Each_model_has_its_estimates_with_standard_errors_in_brackets_and_its_fit()
    {
        string text = ModelTableText.Write(Studies, ReportText.English);
        string[] lines = text.Split('\n');
        string Line(string name) => lines.Single(line => line.StartsWith(name, StringComparison.Ordinal));
        int price = Array.FindIndex(lines, line => line.StartsWith("price", StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(lines[0], Does.Match(@"\(1\) journeys +\(2\) mixed-logit +\(3\) held"));
            Assert.That(lines[price], Does.Contain(PaperNumber.Text(Studies[0].Estimates["price"]))
                .And.Contain(PaperNumber.Text(Studies[1].Estimates["price"])));
            Assert.That(lines[price + 1], Does.Contain($"({PaperNumber.Text(Studies[1].Estimates.StandardErrors()[0])})"));
            Assert.That(text, Does.Contain("sd.comfort").And.Contain("fixed"));
            Assert.That(Line("Choice situations"), Does.Match(@"480 +480 +240"));
            Assert.That(Line("BIC"), Does.Contain(PaperNumber.Two(Studies[2].Estimates.Bic)));
            Assert.That(Line("Standard errors  "), Does.Match("clustered +clustered +Hessian"));
        });
    }

    [Test]
    public void Models_of_other_choices_are_warned_of_and_warnings_go_with_every_file()
    {
        string said = "(3) is about other choices than (1)";
        Assert.That(ModelTableText.Write(Studies, ReportText.English), Does.Contain(said).And.Not.Contain("(2) is about"));
        Assert.That(ModelTableText.Latex(Studies, ReportText.English), Does.Contain(said));
        Assert.That(ModelTableText.Html(Studies, ReportText.English), Does.Contain(said));
        Assert.That(ModelTableText.Write(Studies, ReportText.French), Does.Contain("(3) porte sur d’autres choix que (1)"));
    }

    [Test]
    public void LaTeX_and_the_page_call_variables_by_their_labels_and_French_has_decimal_commas()
    {
        StudyResult[] named =
        [
            SmallStudy.Estimate(Yaml.Replace("{ name: price }", "{ name: price, label: Price (€), label-fr: Prix (€) }",
                StringComparison.Ordinal), Csv),
            Studies[1],
        ];
        string latex = ModelTableText.Latex(named, ReportText.French);
        Assert.Multiple(() =>
        {
            Assert.That(latex, Does.Contain("\nPrix (\\texteuro{}) & $-").And.Contain("\nsd.comfort & ").And.Contain("$^{*}p<0{,}05$"));
            Assert.That(latex, Does.Not.Match(@"\d\.\d"));
            Assert.That(ModelTableText.Html(named, ReportText.English), Does.Contain("<th scope=\"row\">Price (€)</th>"));
            Assert.That(ModelTableText.Write(named, ReportText.English), Does.Contain("\nprice  "));
            Assert.That(LatexTable.Write(named[0], ReportText.English), Does.Contain("\nPrice (\\texteuro{}) & "));
            Assert.That(LatexTable.Write(named[0], ReportText.French), Does.Contain("$^{***}p<0{,}001$"));
        });
    }

    [Test]
    public void LaTeX_has_a_column_a_model_in_every_row()
    {
        string[] lines = ModelTableText.Latex(Studies, ReportText.French).Split('\n');
        string[] rows = [.. lines.Where(line => line.EndsWith(@"\\", StringComparison.Ordinal))];
        Assert.That(rows.Select(row => row.Count(c => c == '&')), Has.All.EqualTo(3));
        Assert.That(rows, Has.Some.StartsWith("Log-vraisemblance & "));
    }

    private static StudyResult Coded(string comfort, string name, string more = "") => SmallStudy.Estimate(
        Yaml.Replace("{ name: comfort }", $"{{ name: comfort, levels: [{comfort} }}", StringComparison.Ordinal) + more, Csv,
        $"name={name}");

    private static readonly StudyResult[] Meanings =
    [
        Coded("0, 1, 2, 3]", "dummies"), Coded("0, 1, 2, 3], coding: effects", "effects"), Coded("3, 2, 1, 0]", "turned"),
        Coded("0, 1, 2, 3]", "regret", "model: { regret: [price] }\n"),
    ];

    [Test]
    public void Coefficients_that_mean_something_else_stand_in_rows_of_their_own()
    {
        var table = new ModelTable(Meanings);
        string[] names = [.. table.Parameters.Select((_, k) => table.Name(k, ReportText.English))];
        string[] In(string name) => [.. table.Cells.Select(column => column[Array.IndexOf(names, name)].Estimate)];
        double of = Meanings[1].Estimates["comfort.1"];
        Assert.Multiple(() =>
        {
            Assert.That(names, Is.Unique.And.Contains("price (regret)").And.Contains("price").And.Contains("comfort.3 (against 0)"));
            Assert.That(In("comfort.1 (against 0)"), Is.EqualTo(new[] { Text(0), "", "", Text(3) }));
            Assert.That(In("comfort.1 (effects coding)"), Is.EqualTo(new[] { "", PaperNumber.Text(of), "", "" }));
            Assert.That(In("comfort.1 (against 3)"), Is.EqualTo(new[] { "", "", Text(2), "" }));
            Assert.That(In("price (regret)").Take(3), Is.All.Empty);
            Assert.That(ModelTableText.Write(Meanings, ReportText.French), Does.Contain("comfort.1 (codage d’effets)"));
        });

        string Text(int s) => PaperNumber.Text(Meanings[s].Estimates["comfort.1"]);
    }

    [Test]
    public void Notes_of_each_model_go_with_every_file()
    {
        const string Said = "(2): comfort.*: against the mean of all levels (effects coding), here and in money";
        using var folder = new Inputs.TemporaryFolder();
        ModelTableText.WriteFiles(Meanings, folder.Path, ReportText.English);
        string Read(string file) => File.ReadAllText(Path.Combine(folder.Path, file));
        Assert.Multiple(() =>
        {
            Assert.That(Read("models.txt"), Does.Contain(Said));
            Assert.That(Read("models.html"), Does.Contain(Said));
            Assert.That(Read("models.tex"), Does.Contain("(2): comfort.*: against the mean"));
            string[] csv = Read("models.csv").Split('\n');
            Assert.That(csv[0].TrimEnd(), Is.EqualTo("study,model,parameter,meaning,estimate,std_error,z,p,fixed,notes,remarks"));
            Assert.That(csv.Single(l => l.StartsWith("effects,", StringComparison.Ordinal) && l.Contains(",comfort.1,")),
                Does.Contain(",effects coding,").And.Contain("comfort.*: against the mean of all levels"));
            Assert.That(csv.Single(l => l.StartsWith("regret,", StringComparison.Ordinal) && l.Contains(",price,")),
                Does.Contain(",regret,"));
        });
    }
}
