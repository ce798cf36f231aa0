using InstallSim.Choice.Draws;
using InstallSim.Outputs;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Results;
using InstallSim.Studies.Tables;

namespace InstallSim.Tests.Studies.Analyses;

/// <summary>Columns of levels as dummies and in effects coding.</summary>
public sealed class LevelStudyTests
{
    private const string Data = """
        name: small
        title: Towns
        data: { file: small.csv, layout: long, person: who, situation: task, alternative: practice, chosen: chosen }

        """;

    private static readonly string Csv = Towns(150);

    private static readonly Lazy<StudyResult> Effects = new(() => SmallStudy.Estimate(
        Data + "utility: [pay, { name: town, levels: [large, small, tiny], coding: effects, label: Town, label-fr: Ville }]\n", Csv));

    private static readonly Lazy<StudyResult> Dummies = new(() => SmallStudy.Estimate(
        Data + "utility: [pay, { name: town, levels: [large, small, tiny] }]\n", Csv));

    [Test]
    public void Effects_are_the_dummies_less_their_mean_and_fit_as_well() => Assert.Multiple(() =>
    {
        StudyResult effects = Effects.Value, dummies = Dummies.Value;
        double mean = (dummies.Estimates["town.small"] + dummies.Estimates["town.tiny"]) / 3;
        Assert.That(effects.Estimates.Parameters, Is.EqualTo(new[] { "pay", "town.small", "town.tiny" }));
        Assert.That(effects.Estimates.LogLikelihood, Is.EqualTo(dummies.Estimates.LogLikelihood).Within(1e-9));
        Assert.That(effects.Estimates["town.small"], Is.EqualTo(dummies.Estimates["town.small"] - mean).Within(1e-6));
        Assert.That(effects.Estimates["town.tiny"], Is.EqualTo(dummies.Estimates["town.tiny"] - mean).Within(1e-6));
    });

    [Test]
    public void A_table_says_against_what_effects_are_and_calls_levels_by_the_label_of_their_column() => Assert.Multiple(() =>
    {
        Assert.That(ConsoleTable.Write(Effects.Value), Does.Contain(
            "town.*: against the mean of all levels (effects coding), here and in money; large is minus the sum of the others"));
        Assert.That(ConsoleTable.Write(Effects.Value, ReportText.French), Does.Contain("par rapport à la moyenne des niveaux"));
        Assert.That(ConsoleTable.Write(Dummies.Value), Does.Not.Contain("against the mean of all levels"));
        Assert.That(LatexTable.Write(Effects.Value, ReportText.French), Does.Contain("\nVille~: small & "));
    });

    /// <summary>The standard error of the first level is that of its own coefficient when another is the first.</summary>
    [Test]
    public void The_first_level_has_minus_the_sum_of_the_others_and_its_standard_error()
    {
        ResultTable table = Effects.Value.Analyses.Tables.Single(t => t.Id == "levels");
        StudyResult turned = SmallStudy.Estimate(
            Data + "utility: [pay, { name: town, levels: [tiny, large, small], coding: effects }]\n", Csv);
        double error = turned.Estimates.StandardErrors()[turned.Estimates.IndexOf("town.large")];
        Assert.Multiple(() =>
        {
            Assert.That(table.Rows.Select(row => row[1]), Is.EqualTo(new[] { "large", "small", "tiny" }));
            Assert.That(table.Rows.Sum(row => (double)row[2]), Is.Zero.Within(1e-12));
            Assert.That(table.Rows[0][2], Is.EqualTo(turned.Estimates["town.large"]).Within(1e-6));
            Assert.That(table.Rows[0][3], Is.EqualTo(error).Within(1e-6));
        });
    }

    /// <summary>The worth of the first level is that of its own coefficient when another is the first.</summary>
    [TestCase("{ random: { pay: lognormal } }", false)]
    [TestCase("{ random: { pay: normal } }", false)]
    [TestCase("{ numeraire: pay }", true)]
    public void The_first_level_has_its_worth_where_the_price_varies_and_in_willingness_to_pay_space(string model, bool isPaySpace)
    {
        const string draws = "draws: { number: 60, stability: false }\n";
        StudyResult Of(string levels, string more = "") => SmallStudy.Estimate($"{Data}utility: [pay, {{ name: town, levels: [{levels}], "
            + $"coding: effects }}]\nmodel: {model}\n{draws}willingness-to-pay: {{ denominator: pay, income: true }}\n{more}", Csv);
        StudyResult first = Of("large, small, tiny"), turned = Of("tiny, large, small");
        (double Value, double Error) Worth(StudyResult study) => isPaySpace
            ? study.Analyses.Tables.Single(t => t.Id == "levels").Rows.Where(row => row[1] is "large")
                .Select(row => ((double)row[2], (double)row[3])).Single()
            : study.WillingnessToPay.Where(row => row.Name == "town.large").Select(row => (row.Estimate, row.StandardError)).Single();
        Assert.Multiple(() =>
        {
            Assert.That(Worth(first).Value, Is.EqualTo(Worth(turned).Value).Within(0.01).Percent);
            Assert.That(Worth(first).Error, Is.EqualTo(Worth(turned).Error).Within(isPaySpace || model.Contains("log") ? 0.1 : 20).Percent);
            Assert.That(ConsoleTable.Write(first), Does.Not.Contain("no line in money").And.Not.Contain("in no table of levels"));
        });
    }

    [Test]
    public void Levels_beside_a_formula_are_shown_too()
    {
        StudyResult study = SmallStudy.Estimate(Data + """
            utility: [{ name: town, levels: [large, small, tiny], coding: effects }]
            formula: b_pay * pay
            parameters: { b_pay: 0 }

            """, Csv);
        Assert.That(study.Analyses.Tables.Single(t => t.Id == "levels").Rows.Select(row => (double)row[2]),
            Is.EqualTo(Effects.Value.Analyses.Tables.Single(t => t.Id == "levels").Rows.Select(row => (double)row[2])).Within(1e-8));
    }

    /// <summary>As the coefficients have: percentiles of the samples, of the first level too, and nothing where a level is fixed.</summary>
    [Test]
    public void Levels_have_the_intervals_of_their_coefficients_and_a_fixed_one_has_none()
    {
        const string utility = "utility: [pay, { name: town, levels: [large, small, tiny], coding: effects }]\n";
        const string bootstrap = "standard-errors: bootstrap, bootstrap-samples: 20";
        StudyResult free = SmallStudy.Estimate($"{Data}{utility}estimation: {{ {bootstrap} }}\n", Csv), held = SmallStudy.Estimate(
            $"{Data}{utility}estimation: {{ {bootstrap}, fixed: {{ town.small: 0.1 }} }}\nwillingness-to-pay: {{ denominator: pay, "
                + "income: true }\n", Csv);
        IReadOnlyList<object[]> rows = free.Analyses.Tables.Single(t => t.Id == "levels").Rows,
            fixedRows = held.Analyses.Tables.Single(t => t.Id == "levels").Rows;
        ParameterRow small = ParameterRow.Of(free.Estimates).Single(row => row.Name == "town.small");
        (double lower, double upper) = free.Estimates.Bootstrap!.Percentiles(e => -e[1] - e[2]);
        Assert.Multiple(() =>
        {
            Assert.That(rows[1][4..], Is.EqualTo(new object[] { small.Lower, small.Upper }));
            Assert.That(rows[0][4..], Is.EqualTo(new object[] { lower, upper }));
            Assert.That(fixedRows[1][2..], Is.EqualTo(new object[] { 0.1, "", "", "" }));
            Assert.That(held.Estimates.StandardErrors()[held.Estimates.IndexOf("town.small")], Is.Zero);
            Assert.That(held.WillingnessToPay.Select(row => row.Name), Is.EqualTo(new[] { "town.large", "town.tiny" }));
        });
    }

    [Test]
    public void The_first_level_of_dummies_is_nought()
    {
        ResultTable table = Dummies.Value.Analyses.Tables.Single(t => t.Id == "levels");
        Assert.That(table.Rows[0][2..4], Is.EqualTo(new object[] { 0.0, 0.0 }));
        Assert.That(table.Rows[1][2], Is.EqualTo(Dummies.Value.Estimates["town.small"]));
    }

    [Test]
    public void Figures_call_a_level_by_its_label() =>
        Assert.That(new InstallSim.Studies.Figures.StudyFigureContext(Effects.Value, InstallSim.Outputs.ReportText.French)
            .Named("town.small"), Is.EqualTo("Ville\u00a0: small"));

    [Test]
    public void Derived_effects_are_the_same_by_hand()
    {
        StudyResult hand = SmallStudy.Estimate(Data + """
            derived:
              - { name: small, recipe: effects, of: [town], values: [small, large] }
              - { name: tiny, recipe: effects, of: [town], values: [tiny, large] }
            utility: [pay, small, tiny]

            """, Csv);
        Assert.That(hand.Estimates.Estimates, Is.EqualTo(Effects.Value.Estimates.Estimates));
    }

    [TestCase("{ name: town, levels: [large, small] }", "'tiny' is none of the levels of 'town'; levels: large, small")]
    [TestCase("{ name: town, levels: [large, small, tiny, huge] }", "has 'huge' in column 'town'")]
    [TestCase("{ name: town, levels: [large] }", "'town' has one level only")]
    [TestCase("{ name: town, levels: [large, small, small] }", "'small' is there twice")]
    [TestCase("{ name: pay, coding: effects }", "'coding' is for columns with 'levels'")]
    [TestCase("{ name: town, levels: [large, small, tiny], by-alternative: true }", "has no coefficient by alternative")]
    public void What_cannot_be_coded_is_refused(string term, string told) =>
        Assert.That(SmallStudy.Faults(Data + $"utility: [{term}]\n", Csv), Has.Some.Contains(told));

    [Test]
    public void The_last_choice_of_each_person_is_predicted_with_and_without_the_earlier_ones()
    {
        StudyResult study = SmallStudy.Estimate(Data + """
            utility: [pay, { name: town, levels: [large, small, tiny] }]
            model: { random: { pay: normal } }
            draws: { number: 30, stability: false }
            holdout-last: 1

            """, Csv);
        ResultTable table = study.Analyses.Tables.Single(t => t.Id == "holdout-last");
        Assert.Multiple(() =>
        {
            Assert.That(table.Rows.Select(row => row[0]), Is.EqualTo(new[] { "each by itself", "given earlier choices" }));
            Assert.That(table.Rows.Select(row => row[3]), Is.All.EqualTo(150));
            Assert.That(InstallSim.Tests.Studies.SmallStudy.Faults(Data + "utility: [pay]\nholdout-last: 5\n", Csv),
                Has.Some.Contains("nobody has more than 5"));
            Assert.That(InstallSim.Studies.Tables.ConsoleTable.Write(study, InstallSim.Outputs.ReportText.French),
                Does.Contain("Les derniers choix (1 chacun) de 150 personnes").And.Contain("selon les choix précédents")
                    .And.Contain("tirages et classes pèsent"));
        });
    }

    /// <summary>Five choices of each person between two practices: V = 0.5·pay + 0, −0.4 or −1 by town.</summary>
    private static string Towns(int persons)
    {
        var text = new System.Text.StringBuilder("who,task,practice,pay,town,chosen\n");
        string[] towns = ["large", "small", "tiny"];
        double[] worth = [0, -0.4, -1];
        for (int person = 1; person <= persons; person++)
        {
            var key = new DrawKey(5, 0, 12, 0, (uint)person);
            int next = 0;
            for (int task = 1; task <= 5; task++)
            {
                double[] pay = [Math.Floor(8 * key.Uniform(next++)), Math.Floor(8 * key.Uniform(next++))];
                int[] town = [(int)(3 * key.Uniform(next++)), (int)(3 * key.Uniform(next++))];
                double[] v = [.. pay.Select((p, j) => (0.5 * p) + worth[town[j]] - Math.Log(-Math.Log(key.Uniform(next++))))];
                for (int j = 0; j < 2; j++)
                {
                    string chosen = v[j] > v[1 - j] ? "1" : "0";
                    text.Append(FormattableString.Invariant(
                        $"{person},{(6 * person) + task},{(j == 0 ? "a" : "b")},{pay[j]},{towns[town[j]]},{chosen}\n"));
                }
            }
        }

        return text.ToString();
    }
}
