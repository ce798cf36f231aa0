using InstallSim.Outputs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Tables;

namespace InstallSim.Tests.Studies.Tables;

/// <summary>Several models side by side.</summary>
public sealed class ModelTableTests
{
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
}
