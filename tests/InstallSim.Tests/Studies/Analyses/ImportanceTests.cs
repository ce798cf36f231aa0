using InstallSim.Choice.Analysis;
using InstallSim.Choice.Data;
using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Studies;
using InstallSim.Studies.Analyses;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Choice.Models;

namespace InstallSim.Tests.Studies.Analyses;

/// <summary>Importance of attributes, and effects of variables of 0 and 1.</summary>
public sealed class ImportanceTests
{
    private static readonly string Physicians = Repository.PathOf("scenarios", "studies", "physician-dce.yaml");

    private static StudyResult Estimate(params string[] overrides) =>
        StudyEstimation.Run(StudyReader.Read(Physicians, ["model.random!={}", .. overrides]));

    private static ResultTable Table(StudyResult study, string id) => study.Analyses.Tables.Single(t => t.Id == id);

    [Test]
    public void Range_is_that_between_the_best_and_the_worst_level_and_shares_sum_to_one()
    {
        StudyResult study = Estimate(
            "importance={ town: [small-town, very-small-town], income: [income], form: [group-practice, msp-practice] }");
        ResultTable table = Table(study, "importance");
        double[] town = [0, study.Estimates["small-town"], study.Estimates["very-small-town"]];
        object[] Row(string name) => table.Rows.Single(row => (string)row[0] == name);
        Assert.Multiple(() =>
        {
            Assert.That((double)Row("town")[1], Is.EqualTo(town.Max() - town.Min()).Within(1e-12));
            Assert.That((double)Row("income")[1], Is.EqualTo(45 * study.Estimates["income"]).Within(1e-12), "70 to 115 k€");
            Assert.That((double)Row("income")[2], Is.EqualTo(45 * study.Estimates.StandardErrors()[study.Estimates.IndexOf("income")])
                .Within(10).Percent, "the range of one variable is linear in its coefficient");
            Assert.That(table.Rows.Sum(row => (double)row[5]), Is.EqualTo(1).Within(1e-12));
            Assert.That(table.Rows.Select(row => (double)row[1]), Is.Ordered.Descending);
            Assert.That(table.Rows.All(row => (double)row[6] < (double)row[5] && (double)row[5] < (double)row[7]));
        });
    }

    [Test]
    public void A_variable_beside_a_formula_has_part_worths()
    {
        StudyResult study = SmallStudy.Estimate(SmallStudy.Yaml.Replace("utility:\n  - { name: price }\n",
            "formula: b_old * price * age / 30\nparameters: { b_old: 0 }\nimportance: { drink: [coffee] }\nutility:\n",
            StringComparison.Ordinal));
        Assert.That((double)Table(study, "importance").Rows.Single()[1], Is.EqualTo(Math.Abs(study.Estimates["coffee"])).Within(1e-12));
    }

    [Test]
    public void Each_class_has_its_own_importance()
    {
        StudyResult study = Estimate("model.classes=2", "importance={ income: [income], hours: [working-hours] }");
        ResultTable table = Table(study, "importance");
        Assert.That(table.Rows.Select(row => row[0]), Is.EqualTo(new object[] { "class 1", "class 1", "class 2", "class 2" }));
        Assert.That((double)table.Rows.Single(row => (string)row[0] == "class 2" && (string)row[1] == "income")[2],
            Is.EqualTo(45 * Math.Abs(study.Estimates["class2.income"])).Within(1e-12));
    }

    /// <summary>Against the plain formula: other dummies of the town's size are 0 in both states.</summary>
    [Test]
    public void Marginal_effect_is_the_mean_change_of_the_probability()
    {
        StudyResult study = Estimate("marginal-effects=[small-town]");
        ChoiceData data = study.Choices.Data;
        double change = 0;
        for (int n = 0; n < data.Situations; n++)
        {
            double Utility(int row, double small, bool isChanged) => study.Estimates.Parameters.Sum(name => study.Estimates[name]
                * (isChanged && name == "small-town" ? small : isChanged && name == "very-small-town" ? 0 : data.Column(name)[row]));
            double Probability(double small)
            {
                double[] e = [.. Enumerable.Range(data.Start(n), data.Alternatives(n))
                    .Select(row => Math.Exp(Utility(row, small, data.Alternative(row) == 0)))];
                return e[0] / e.Sum();
            }

            change += (Probability(1) - Probability(0)) / data.Situations;
        }

        object[] own = Table(study, "marginal-effects").Rows[0], cross = Table(study, "marginal-effects").Rows[1];
        Assert.That((string)own[3], Is.EqualTo("own"));
        Assert.That((double)own[4], Is.EqualTo(change).Within(1e-9));
        Assert.That((double)cross[4], Is.EqualTo(-change).Within(1e-9), "of two alternatives");
        Assert.That((double)own[5], Is.Positive.And.LessThan(0.1));
    }

    /// <summary>The delta method's standard error is the spread of the effect over simulated estimates.</summary>
    [Test]
    public void Standard_error_of_a_marginal_effect_is_that_of_simulated_estimates()
    {
        StudyResult study = Estimate("marginal-effects=[msp-practice]");
        ChoiceData data = study.Choices.Data;
        double[] Set(string name, double value) =>
            [.. data.Column(name).ToArray().Select((x, row) => data.Alternative(row) == 0 ? value : x)];
        ChoiceData zero = data.With(("msp-practice", Set("msp-practice", 0)), ("group-practice", Set("group-practice", 0))),
            one = zero.With(("msp-practice", Set("msp-practice", 1)));
        double Share(ChoiceData sets, double[] theta) => Prediction.Probabilities(study.Estimates.Model, sets, theta)
            .Where((_, row) => data.Alternative(row) == 0).Average();
        double[] effects = [.. SimulatedEstimates.Of(study.Estimates, 400).Select(theta => Share(one, theta) - Share(zero, theta))];
        double mean = effects.Average(), spread = Math.Sqrt(effects.Sum(e => (e - mean) * (e - mean)) / (effects.Length - 1));
        Assert.That((double)Table(study, "marginal-effects").Rows[0][5], Is.EqualTo(spread).Within(15).Percent);
    }

    /// <summary>Sets of three or four: one without an alternative cannot change by it, and does not count.</summary>
    [Test]
    public void Marginal_effects_are_means_over_the_situations_that_offer_both()
    {
        ChoiceData data = Simulated.Panel(60, 4, 4, 2, _ => [0.5, 0.8], weighted: false);
        double[] Set(double value) => [.. data.Column("x1").ToArray().Select((x, row) => data.Alternative(row) == 3 ? value : x)];
        ChoiceData zero = data.With(("x1", Set(0))), one = data.With(("x1", Set(1)));
        var fit = MaximumLikelihood.Estimate(new MultinomialLogit(["x1", "x2"]), data);
        double[] before = new Prediction(fit, zero).Probability, after = new Prediction(fit, one).Probability;
        int[][] sets = [.. Enumerable.Range(0, data.Situations)
            .Select(n => Enumerable.Range(data.Start(n), data.Alternatives(n)).ToArray())];
        double Mean(int code) => sets.Where(set => set.Any(row => data.Alternative(row) == 3))
            .SelectMany(set => set.Where(row => data.Alternative(row) == code)).Average(row => after[row] - before[row]);
        Assert.That(sets.Count(set => set.All(row => data.Alternative(row) != 3)), Is.InRange(1, sets.Length - 1));
        foreach ((int code, Interval effect) in MarginalEffect.Between(fit, zero, one, [0, 1, 2, 3], changed: 3))
        {
            Assert.That(effect.Estimate, Is.EqualTo(Mean(code)).Within(1e-12));
        }
    }

    /// <summary>Of a bootstrap, errors are standard deviations and ends percentiles of what each sample's estimates make.</summary>
    [Test]
    public void Bootstrap_gives_effects_and_elasticities_its_own_errors()
    {
        StudyResult study = Estimate("estimation={ standard-errors: bootstrap, bootstrap-samples: 40 }",
            "marginal-effects=[msp-practice]", "elasticities=[income]");
        ChoiceData data = study.Choices.Data;
        double[] Set(string name, double value) =>
            [.. data.Column(name).ToArray().Select((x, row) => data.Alternative(row) == 0 ? value : x)];
        ChoiceData zero = data.With(("msp-practice", Set("msp-practice", 0)), ("group-practice", Set("group-practice", 0)));
        Check(Table(study, "marginal-effects").Rows[0], 5, zero, zero.With(("msp-practice", Set("msp-practice", 1))), (a, b) => b - a);
        double[] More(double by) =>
            [.. data.Column("income").ToArray().Select((x, row) => data.Alternative(row) == 0 ? by * x : x)];
        Check(Table(study, "elasticities").Rows[0], 6, data.With(("income", More(1 - 1e-4))), data.With(("income", More(1 + 1e-4))),
            (a, b) => Math.Log(b / a) / Math.Log((1 + 1e-4) / (1 - 1e-4)));

        void Check(object[] row, int place, ChoiceData low, ChoiceData high, Func<double, double, double> of)
        {
            double Share(ChoiceData sets, double[] theta) => Prediction.Probabilities(study.Estimates.Model, sets, theta)
                .Where((_, row) => data.Alternative(row) == 0).Average();
            double[] at = [.. study.Estimates.Bootstrap!.Estimates.Select(theta => of(Share(low, theta), Share(high, theta)))];
            double mean = at.Average();
            Assert.That((double)row[place], Is.EqualTo(Math.Sqrt(at.Sum(e => (e - mean) * (e - mean)) / (at.Length - 1))).Within(1e-8));
            Assert.That((double)row[place + 1], Is.GreaterThanOrEqualTo(at.Min()).And.LessThan(mean));
            Assert.That((double)row[place + 2], Is.LessThanOrEqualTo(at.Max()).And.GreaterThan(mean));
            Assert.That(study.Analyses.Tables.SelectMany(t => t.Notes), Has.Some.Contains("percentiles over the bootstrap samples"));
        }
    }

    [TestCase("importance: { a: [prize] }", "'prize' is no variable of the utility; did you mean 'price'?")]
    [TestCase("importance: { a: [price], b: [price] }", "'price' is there twice")]
    [TestCase("importance: { a: [] }", "the attribute 'a' has no variables")]
    [TestCase("importance: { a: [price] }\nmodel: { random: { price: { distribution: lognormal, sign: negative } } }",
        "is not the mean of its coefficient")]
    [TestCase("marginal-effects: [coffee]", "'coffee' is a constant")]
    [TestCase("marginal-effects: [price]", "'price' has other values than 0 and 1")]
    public void What_cannot_be_is_refused(string line, string told) =>
        Assert.That(SmallStudy.Faults(SmallStudy.Yaml + "\n" + line + "\n", SmallStudy.Csv), Has.Some.Contains(told));
}
