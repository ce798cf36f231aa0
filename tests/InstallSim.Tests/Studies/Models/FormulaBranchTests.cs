using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Studies.Results;

namespace InstallSim.Tests.Studies.Models;

/// <summary>Formulas with kinks and jumps: what may vary over people, and slopes on the side on which a row is.</summary>
public sealed class FormulaBranchTests
{
    private const string Draws = "draws: { number: 30, stability: false }\n";

    private static readonly string Head =
        Journeys.Yaml.Replace("journeys.csv", "small.csv", StringComparison.Ordinal) is var yaml
            ? yaml[..yaml.IndexOf("utility", StringComparison.Ordinal)]
            : "";

    private static readonly string Csv = new Journeys(60).Csv();

    [TestCase("min(b, 0) * price + c * comfort", "min(b, 0)")]
    [TestCase("c * max(price - b, 0)", "max(price - b, 0)")]
    [TestCase("-abs(b) * price + c * comfort", "abs(b)")]
    [TestCase("c * comfort * (price >= b)", "b <= price")]
    [TestCase("if(b, c * price, c * comfort)", "if(b, c * price, c * comfort)")]
    [TestCase("if(price < b, c * price, c * comfort)", "price < b")]
    public void A_parameter_that_moves_a_kink_or_a_jump_does_not_vary_over_people(string formula, string part) =>
        Assert.That(SmallStudy.Faults($"{Head}{Draws}formula: {formula}\n"
            + "parameters: { b: { start: 0.1, distribution: normal }, c: 0 }\n", Csv),
            Has.Length.EqualTo(1).And.Some.Contains($"'b' varies over people and moves the kink or jump of '{part}'"));

    [TestCase("b * max(price - 3, 0) + c * comfort")]
    [TestCase("if(price < 3, b * price, c * price)")]
    public void A_parameter_beside_a_kink_or_within_a_branch_may_vary(string formula) => Assert.That(SmallStudy.Faults(
        $"{Head}{Draws}formula: {formula}\nparameters: {{ b: {{ start: 0.1, distribution: normal }}, c: 0 }}\nelasticities: [nothing]\n",
        Csv), Has.None.Contains("varies over people"));

    /// <summary>Rows exactly at the threshold too have the slope b·x·(share of the others) and no jump.</summary>
    [Test]
    public void A_point_elasticity_has_the_slope_and_not_the_jump()
    {
        double at = Median("price");
        StudyResult study = SmallStudy.Estimate(FormattableString.Invariant(
            $"{Head}formula: b * price + c * comfort + d * (price >= {at})\nparameters: {{ b: 0, c: 0, d: 0 }}\nelasticities: [price]\n"),
            Csv);
        ChoiceData data = study.Choices.Data;
        Assert.That(data.Column("price").ToArray(), Has.Some.EqualTo(at));
        double[] p = Prediction.Probabilities(study.Estimates.Model, data, [.. study.Estimates.Estimates]);
        foreach (object[] row in study.Analyses.Tables.Single(t => t.Id == "elasticities").Rows)
        {
            int of = study.Choices.Alternatives.ToList().IndexOf((string)row[1]),
                share = study.Choices.Alternatives.ToList().IndexOf((string)row[3]);
            double slope = 0, total = 0;
            for (int n = 0; n < data.Situations; n++)
            {
                int[] rows = [.. Enumerable.Range(data.Start(n), data.Alternatives(n))];
                int i = rows.First(r => data.Alternative(r) == of), j = rows.First(r => data.Alternative(r) == share);
                slope += study.Estimates["b"] * data.Column("price")[i] * p[j] * ((i == j ? 1 : 0) - p[i]);
                total += p[j];
            }

            Assert.That((double)row[5], Is.EqualTo(slope / total).Within(1e-6), $"{row[1]} {row[3]}");
        }
    }

    [TestCase("b: 0, c: 0")]
    [TestCase("b: { start: 0, distribution: normal }, c: 0")]
    public void Branches_that_are_the_same_have_the_elasticities_of_the_formula_without_them(string parameters)
    {
        double[][] found = [.. new[] { "b * price + c * comfort", "if(price < 3, b * price, b * price) + c * comfort" }.Select(formula =>
            SmallStudy.Estimate($"{Head}{Draws}formula: {formula}\nparameters: {{ {parameters} }}\nelasticities: [price]\n", Csv)
                .Analyses.Tables.Single(t => t.Id == "elasticities").Rows.SelectMany(row => row.Skip(5).Cast<double>()).ToArray())];
        Assert.That(found[1], Is.EqualTo(found[0]).Within(1e-6));
    }

    [Test]
    public void Willingness_to_pay_has_sides_only_where_the_slope_changes()
    {
        double at = Median("price");
        string[] Names(string formula) => [.. SmallStudy.Estimate(FormattableString.Invariant(
            $"{Head}formula: {formula}\nparameters: {{ b: 0, c: 0, d: 0 }}\nwillingness-to-pay: {{ denominator: price }}\n"), Csv)
            .WillingnessToPay.Select(row => row.Name)];
        Assert.Multiple(() =>
        {
            Assert.That(Names(FormattableString.Invariant($"b * price + c * comfort + d * (price >= {at})")),
                Is.EqualTo(new[] { "comfort" }));
            Assert.That(Names(FormattableString.Invariant($"if(price < {at}, b * price, b * price + d) + c * comfort")),
                Is.EqualTo(new[] { "comfort" }));
            Assert.That(Names(FormattableString.Invariant($"b * price + c * comfort + d * max(price - {at}, 0)")),
                Has.Length.EqualTo(3));
        });
    }

    private static double Median(string column)
    {
        string[][] lines = [.. Csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Split(','))];
        int place = Array.IndexOf(lines[0], column);
        double[] sorted = [.. lines.Skip(1).Select(l => double.Parse(l[place], System.Globalization.CultureInfo.InvariantCulture)).Order()];
        return sorted[sorted.Length / 2];
    }
}
