using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Studies;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Models;

/// <summary>Utilities written as formulas in a study.</summary>
public sealed class FormulaStudyTests
{
    private const string Data = """
        name: small
        title: Trips
        data: { file: small.csv, layout: long, person: who, situation: task, alternative: mode, chosen: chosen }

        """;

    private const string Bent = """
        formula: b_cost * cost * (income / 50) ^ elasticity + b_time * [travel-time]
        parameters: { b_cost: 0, b_time: { start: 0, label: Time, label-fr: Temps }, elasticity: 0 }

        """;

    private static readonly string Csv = Trips(300);

    private static readonly Lazy<StudyResult> BentResult = new(() => SmallStudy.Estimate(Data + Bent
        + "willingness-to-pay: { denominator: cost }\nelasticities: [cost]\n", Csv));

    [Test]
    public void A_straight_formula_is_the_multinomial_logit_of_its_variables_in_every_number()
    {
        const string More = "willingness-to-pay: { denominator: cost }\nelasticities: [cost]\nestimation: { standard-errors: KIND }\n";
        foreach (string kind in new[] { "clustered", "robust", "hessian", "bhhh" })
        {
            string more = More.Replace("KIND", kind, StringComparison.Ordinal);
            StudyResult plain = SmallStudy.Estimate(Data + "utility: [cost, travel-time]\n" + more, Csv);
            StudyResult formula = SmallStudy.Estimate(
                Data + "formula: b_cost * cost + b_time * [travel-time]\nparameters: { b_cost: 0, b_time: 0 }\n" + more, Csv);
            Assert.Multiple(() =>
            {
                Assert.That(formula.Estimates.LogLikelihood, Is.EqualTo(plain.Estimates.LogLikelihood));
                Assert.That(formula.Estimates.Estimates, Is.EqualTo(plain.Estimates.Estimates));
                Assert.That(formula.Estimates.StandardErrors(), Is.EqualTo(plain.Estimates.StandardErrors()));
                WillingnessToPayRow one = plain.WillingnessToPay.Single(), other = formula.WillingnessToPay.Single();
                Assert.That(other.Kind, Is.EqualTo(WorthKind.Ratio));
                Assert.That(other.Estimate, Is.EqualTo(one.Estimate).Within(1e-12));
                Assert.That(other.StandardError, Is.EqualTo(one.StandardError).Within(1e-12));
                Assert.That(formula.Analyses.Tables[0].Rows.Select(row => (double)row[5]),
                    Is.EqualTo(plain.Analyses.Tables[0].Rows.Select(row => (double)row[5])).Within(1e-9));
            });
        }
    }

    [Test]
    public void Where_the_slope_in_the_price_is_not_clear_of_0_a_warning_says_in_how_many_rows()
    {
        StudyResult result = SmallStudy.Estimate(Data
            + "formula: b_one * cost * (who < 2) + b_rest * cost * (who >= 2) + b_time * [travel-time]\n"
            + "parameters: { b_one: 0, b_rest: 0, b_time: 0 }\nestimation: { standard-errors: hessian }\n"
            + "willingness-to-pay: { denominator: cost }\n", Trips(20));
        double[] z = [.. result.Estimates.Estimates.Zip(result.Estimates.StandardErrors(), (b, se) => Math.Abs(b / se))];
        Assert.That((z[0] < 1.96, z[1] > 1.96), Is.EqualTo((true, true)), "one person's six choices tell little, 19 people's much");
        Assert.That(result.Warnings.Select(w => $"{w}"),
            Has.Some.StartsWith("in 5 % of the rows the slope of the utility in 'cost' is not clear of 0"));
    }

    [TestCase("b * c * cost + t * [travel-time]", "b: -1, c: 0.1, t: 0", "b, c")]
    [TestCase("exp(a) * (b * cost + t * [travel-time])", "a: 0.1, b: -0.1, t: 0", "a, b, t")]
    public void Parameters_that_only_a_product_of_them_tells_are_named_wherever_the_search_ends(string formula, string starts, string said)
    {
        foreach (string kind in new[] { "clustered", "hessian" })
        {
            StudyResult result = SmallStudy.Estimate(Data
                + $"formula: {formula}\nparameters: {{ {starts} }}\nestimation: {{ standard-errors: {kind} }}\n", Csv);
            Assert.That(result.Estimates.Unidentified.SelectMany(found => found.Parameters), Is.EquivalentTo(said.Split(", ")));
        }
    }

    [Test]
    public void An_elasticity_of_income_is_found_again()
    {
        StudyResult study = BentResult.Value;
        EstimationResult result = study.Estimates;
        double[] errors = result.StandardErrors();
        Assert.Multiple(() =>
        {
            Assert.That(study.Model, Is.EqualTo("logit with a formula"));
            Assert.That(result.Parameters, Is.EqualTo(new[] { "b_cost", "elasticity", "b_time" }), "in the order of the formula");
            Assert.That(result.IsSound, Is.True, result.Ending);
            Assert.That((result["b_cost"] + 0.4) / errors[0], Is.InRange(-4, 4));
            Assert.That((result["elasticity"] + 0.7) / errors[1], Is.InRange(-4, 4));
            Assert.That((result["b_time"] + 0.1) / errors[2], Is.InRange(-4, 4));
        });
    }

    /// <summary>Over rows: b_time/b_cost·(income/50)^−e.</summary>
    [Test]
    public void Willingness_to_pay_is_the_mean_over_rows_of_the_ratio_of_derivatives()
    {
        StudyResult study = BentResult.Value;
        WillingnessToPayRow row = study.WillingnessToPay.Single();
        double Mean(double cost, double e, double time) => Enumerable.Range(0, study.Choices.Data.Rows)
            .Average(r => -time / (cost * Math.Pow(study.Choices.Data.Column("income")[r] / 50, e)));
        double[] at = [.. study.Estimates.Estimates];
        double[] slope = [.. at.Select((value, k) =>
        {
            double[] Moved(double h) => [.. at.Select((v, i) => i == k ? v + h : v)];
            double[] up = Moved(1e-6), down = Moved(-1e-6);
            return (Mean(up[0], up[1], up[2]) - Mean(down[0], down[1], down[2])) / 2e-6;
        })];
        double[,] v = study.Estimates.Covariance();
        double variance = slope.SelectMany((a, i) => slope.Select((b, j) => a * b * v[i, j])).Sum();
        Assert.Multiple(() =>
        {
            Assert.That(row.Name, Is.EqualTo("travel-time"));
            Assert.That(row.Kind, Is.EqualTo(WorthKind.Mean));
            Assert.That(row.Estimate, Is.EqualTo(Mean(at[0], at[1], at[2])).Within(1e-12));
            Assert.That(row.StandardError, Is.EqualTo(Math.Sqrt(variance)).Within(1e-6));
            Assert.That(row.KrinskyRobb!.Lower, Is.LessThan(row.Estimate));
        });
    }

    [Test]
    public void It_is_tested_against_the_logit_that_it_contains_and_shown_with_its_formula()
    {
        using var folder = new TemporaryFolder();
        folder.Write("small.csv", Csv);
        folder.Write("plain.yaml", Data + "utility: [cost, travel-time]\n");
        StudyResult study = StudyEstimation.Run(StudyReader.Read(
            folder.Write("bent.yaml", Data + Bent + "tests: { likelihood-ratio: [plain.yaml] }\n")));
        object[] row = study.Analyses.Tables.Single(t => t.Id == "tests").Rows.Single();
        StudyResult plain = SmallStudy.Estimate(Data + "utility: [cost, travel-time]\n", Csv);
        Assert.Multiple(() =>
        {
            Assert.That(row[2], Is.EqualTo(2 * (study.Estimates.LogLikelihood - plain.Estimates.LogLikelihood)).Within(1e-8));
            Assert.That(row[3], Is.EqualTo(1));
            Assert.That(row[5], Is.EqualTo("rejected at 5 %"));
            Assert.That(ConsoleTable.Write(study, ReportText.English),
                Does.Contain("utility: b_cost * cost * (income / 50) ^ elasticity + b_time * [travel-time]"));
            Assert.That(ConsoleTable.Write(study, ReportText.French),
                Does.Contain("logit à formule").IgnoreCase.And.Contain("utilité\u00a0: b_cost"));
            Assert.That(LatexTable.Write(study, ReportText.English), Does.Contain("elasticity"));
        });
    }

    [Test]
    public void Constants_variables_and_a_formula_add_up()
    {
        StudyResult plain = SmallStudy.Estimate(Data + "constants-against: car\nutility: [cost, travel-time]\n", Csv);
        StudyResult mixed = SmallStudy.Estimate(
            Data + "constants-against: car\nutility: [cost]\nformula: b_time * [travel-time]\nparameters: { b_time: 0 }\n", Csv);
        Assert.Multiple(() =>
        {
            Assert.That(mixed.Estimates.Parameters, Is.EqualTo(new[] { "constant.bus", "cost", "b_time" }));
            Assert.That(mixed.Estimates.Estimates, Is.EqualTo(plain.Estimates.Estimates).Within(1e-9));
            Assert.That(mixed.Estimates.StandardErrors(), Is.EqualTo(plain.Estimates.StandardErrors()).Within(1e-9));
        });
    }

    [Test]
    public void Alternatives_may_have_formulas_of_their_own_and_those_left_out_have_nothing()
    {
        StudyResult plain = SmallStudy.Estimate(Data + """
            constants-against: car
            utility: [cost, { name: travel-time, alternatives: [bus] }]

            """, Csv);
        StudyResult study = SmallStudy.Estimate(Data + """
            formulas:
              bus: asc + b_cost * cost + b_time * [travel-time]
              car: b_cost * cost
            parameters: { asc: 0, b_cost: 0, b_time: 0 }

            """, Csv);
        Assert.That(study.Estimates["asc"], Is.EqualTo(plain.Estimates["constant.bus"]).Within(1e-9));
        Assert.That(study.Estimates["b_time"], Is.EqualTo(plain.Estimates["travel-time"]).Within(1e-9));
        StudyResult one = SmallStudy.Estimate(Data + "formulas: { bus: asc }\nparameters: { asc: 0 }\n", Csv);
        Assert.That(one.Estimates.Parameters, Is.EqualTo(new[] { "asc" }));
    }

    [TestCase("formula: b_cost * cots\nparameters: { b_cost: 0 }",
        "'cots' in the formula is neither a parameter nor a column of small.csv; did you mean 'cost'?; parameters: b_cost; columns: who")]
    [TestCase("formula: b_cost * cost + b_cost * travel\nparameters: { b_cost: 0 }",
        "a name that is no word stands in brackets: [travel-time]")]
    [TestCase("formula: b_cots * cost\nparameters: { b_cost: 0 }", "the parameter 'b_cost' is in no formula; did you mean 'b_cots'?")]
    [TestCase("formula: b * cost +\nparameters: { b: 0 }",
        "character 11 of the formula: expected a number, a name or a bracket, found the end")]
    [TestCase("formula: b * sin(cost)\nparameters: { b: 0 }", "there is no function 'sin'; did you mean 'min'?; functions: exp, log")]
    [TestCase("formula: b * exp(cost, 2)\nparameters: { b: 0 }", "'exp' has another number of arguments")]
    [TestCase("formula: b * (cost\nparameters: { b: 0 }", "expected a closing bracket")]
    [TestCase("formula: b cost\nparameters: { b: 0 }", "expected an operator")]
    [TestCase("formula: cost\nparameters: {}", "the formula has no parameter")]
    [TestCase("formula: cost * income\nparameters: { cost: 0 }", "'cost' is a parameter and a column of small.csv")]
    [TestCase("formula: b * cost\nutility: [cost]\nparameters: { b: 0 }", "'cost' is in a formula too")]
    [TestCase("formula: b * cost\nformulas: { bus: b }\nparameters: { b: 0 }", "one of both")]
    [TestCase("formulas: { bus: b * cost, trian: b }\nparameters: { b: 0 }", "there is no alternative 'trian'")]
    [TestCase("formula: b * log(cost - 3)\nparameters: { b: 0 }",
        "choice situation 9: 'log(cost - 3)' in the formula is no number, with cost - 3 = 0; and so in")]
    [TestCase("formula: b * cost ^ (0.5 + e) / e\nparameters: { b: 0, e: 0 }", "in the formula is no number at the starting values, with")]
    [TestCase("formula: b * cost + c * income\nparameters: { b: 0, c: 0 }",
        "cannot tell the coefficient of 'c': its variable does not vary")]
    [TestCase("formula: b * cost + exp(c * income)\nparameters: { b: 0, c: 0 }",
        "cannot tell the coefficient of 'c': no choice depends on it")]
    [TestCase("formula: b * cost + c * (2 * cost) + d * cost ^ e\nparameters: { b: 0, c: 0, d: 0, e: 2 }",
        "cannot tell the coefficients of 'b', 'c'")]
    [TestCase("formula: b * cost\nparameters: { b: 0 }\nmodel: { random: { cost: normal } }", "'random' is for utilities that are sums")]
    [TestCase("formula: b * cost\nparameters: { b: 0 }\nmodel: { classes: 2 }", "'classes' is for utilities that are sums")]
    [TestCase("formula: b * cost\nparameters: { b: 0 }\nwillingness-to-pay: { denominator: cots }",
        "'cots' is no variable of the utility; did you mean 'cost'?")]
    [TestCase("formula: b * cost\nparameters: { b: 0 }\nestimation: { start: { c: 1 } }", "'c' is no parameter")]
    [TestCase("formula: b * cost\nparameters: { b: 0 }\ntests: { likelihood-ratio: [logit] }", "name the study file of a special case")]
    [TestCase("formula: b * cost\nparameters: { b: 0 }\nimportance: { cost: [cost] }", "'cost' is no variable of the utility")]
    public void What_cannot_be_is_refused(string yaml, string told) =>
        Assert.That(SmallStudy.Faults(Data + yaml + "\n", Csv), Has.Some.Contains(told));

    [Test]
    public void Every_row_whose_logarithm_fails_is_counted_at_its_line()
    {
        string[] faults = SmallStudy.Faults(Data + "formula: b * log(cost - 2)\nparameters: { b: 0 }\n", Csv);
        int wrong = Csv.Split('\n')[1..^1].Count(line => line.Split(',')[3] is "1" or "2");
        Assert.That(faults.Single(), Does.Match($@"^small\.csv\(\d+,1\): .*log\(cost - 2\).* in {wrong - 1} more rows"));
    }

    [Test]
    public void It_is_no_preferences_of_a_scenario() => Assert.Multiple(() =>
    {
        Assert.That(() => SavedPreferences.Write(BentResult.Value, "x.yaml"),
            Throws.TypeOf<InputException>().With.Message.Contains("a sum of coefficients times variables, which a formula is not"));
        using var folder = new TemporaryFolder();
        folder.Write("small.csv", Csv);
        StudySource source = StudyReader.Read(folder.Write("bent.yaml", Data + Bent));
        Assert.That(() => StudyEstimation.Run(source, isSaved: true),
            Throws.TypeOf<InputException>().With.Message.Contains("which a formula is not"));
    });

    [Test]
    public void Fixed_starting_and_equal_parameters_hold()
    {
        StudyResult study = SmallStudy.Estimate(Data + Bent
            + "estimation: { fixed: { elasticity: -0.5 }, start: { b_time: -0.2 }, equal: [[b_cost, b_time]] }\n", Csv);
        Assert.That(study.Estimates["elasticity"], Is.EqualTo(-0.5));
        Assert.That(study.Estimates["b_cost"], Is.EqualTo(study.Estimates["b_time"]));
        Assert.That(((FormulaLogit)study.Estimates.Model).Bending, Is.EqualTo(new[] { "elasticity" }));
    }

    /// <summary>Losses weigh more than gains: two slopes about a reference, and at the reference a kink.</summary>
    [Test]
    public void Gains_and_losses_about_a_reference_are_told_apart()
    {
        StudyResult kinked = SmallStudy.Estimate(Data + """
            formula: gain * max(4 - cost, 0) + loss * min(4 - cost, 0) + b_time * [travel-time]
            parameters: { gain: 0, loss: 0, b_time: 0 }

            """, Csv);
        StudyResult straight = SmallStudy.Estimate(Data + "utility: [cost, travel-time]\n", Csv);
        Assert.That(kinked.Estimates.LogLikelihood, Is.GreaterThanOrEqualTo(straight.Estimates.LogLikelihood));
        Assert.That(kinked.Estimates["gain"], Is.GreaterThan(0));
        Assert.That(kinked.Estimates["loss"], Is.GreaterThan(0));
    }

    [Test]
    public void A_figure_calls_a_parameter_by_its_label()
    {
        var context = new InstallSim.Studies.Figures.StudyFigureContext(BentResult.Value, ReportText.French);
        Assert.That(context.Named("b_time"), Is.EqualTo("Temps"));
        Assert.That(context.Named("elasticity"), Is.EqualTo("elasticity"));
    }

    /// <summary>Six trips of each person by car or bus: V = −0.4·cost·(income/50)^−0.7 − 0.1·time.</summary>
    private static string Trips(int persons)
    {
        var text = new System.Text.StringBuilder("who,task,mode,cost,travel-time,income,chosen\n");
        for (int person = 1; person <= persons; person++)
        {
            var key = new InstallSim.Choice.Draws.DrawKey(5, 0, 11, 0, (uint)person);
            int next = 0;
            double income = 20 + Math.Floor(60 * key.Uniform(next++));
            for (int task = 1; task <= 6; task++)
            {
                double[] cost = [1 + Math.Floor(8 * key.Uniform(next++)), 1 + Math.Floor(8 * key.Uniform(next++))];
                double[] time = [10 + Math.Floor(30 * key.Uniform(next++)), 10 + Math.Floor(30 * key.Uniform(next++))];
                double[] v = [.. cost.Select((c, j) => (-0.4 * c * Math.Pow(income / 50, -0.7)) - (0.1 * time[j])
                    - Math.Log(-Math.Log(key.Uniform(next++))))];
                for (int j = 0; j < 2; j++)
                {
                    text.Append(FormattableString.Invariant(
                        $"{person},{(6 * person) + task},{(j == 0 ? "car" : "bus")},{cost[j]},{time[j]},{income},"));
                    text.Append(v[j] > v[1 - j] ? "1\n" : "0\n");
                }
            }
        }

        return text.ToString();
    }
}
