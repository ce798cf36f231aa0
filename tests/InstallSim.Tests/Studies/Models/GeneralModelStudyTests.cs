using InstallSim.Choice.Estimation;
using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;

namespace InstallSim.Tests.Studies.Models;

/// <summary>Scales of groups and of people, nests and spreads by person beside random coefficients, in a study.</summary>
public sealed class GeneralModelStudyTests
{
    private const string Draws = "draws: { number: 50, stability: false }\n";

    private static readonly string Yaml = Journeys.Yaml.Replace("journeys.csv", "small.csv", StringComparison.Ordinal);

    private static readonly string Csv = new Journeys(120) { Comfort = key => 0.6 + (0.5 * Journeys.Normal(key, 0)) }.Csv();

    [TestCase("{ random: { comfort: normal }, scale: [weight] }", "panel mixed logit with scale", "logit mixte de panel à échelle",
        "scale.weight")]
    [TestCase("{ random: { comfort: normal }, random-scale: lognormal }", "panel generalised multinomial logit (G-MNL)",
        "logit multinomial généralisé (G-MNL) de panel", "tau")]
    [TestCase("{ random-scale: { gamma: 0 } }", "panel scale-heterogeneity logit (S-MNL)", "logit d’échelle aléatoire (S-MNL) de panel",
        "tau")]
    [TestCase("{ random: { comfort: { distribution: normal, sd-by: [weight] } } }", "panel mixed logit", "logit mixte de panel",
        "sd-by.comfort.weight")]
    [TestCase("{ classes: 2, scale: [weight], class-starts: 2 }", "latent-class logit with 2 classes and scale",
        "logit à 2 classes latentes et à échelle", "scale.weight")]
    public void A_model_has_its_name_and_its_parameters(string model, string english, string french, string parameter)
    {
        StudyResult study = SmallStudy.Estimate($"{Yaml}{Draws}model: {model}\n", Csv);
        Assert.That(study.Model, Is.EqualTo(english));
        Assert.That(StudyWords.Both(study.Model).French, Is.EqualTo(french));
        Assert.That(study.Estimates.Parameters, Has.Member(parameter));
        Assert.That(study.Draws, study.Estimates.Model is LatentClass ? Is.Empty : Does.Contain("50"));
        Assert.That(ResultLines.TableNotes(study).Where(n => n.StartsWith(parameter[..3], StringComparison.Ordinal)
            || n.StartsWith("spread of", StringComparison.Ordinal)).Select(n => StudyWords.Both(n)),
            Has.Some.Matches<Words>(note => note!.French != note.English));
    }

    [Test]
    public void Nests_go_with_random_coefficients_and_their_parameter_is_tested_against_1()
    {
        const string Model = "model: { random: { comfort: normal }, nests: [{ name: away, alternatives: [a, b] }] }\n"
            + "willingness-to-pay: { denominator: price }\n";
        StudyResult study = SmallStudy.Estimate(Yaml + Draws + Model, new Journeys(120) { Stay = 0 }.Csv());
        Assert.That(study.Model, Is.EqualTo("panel nested mixed logit"));
        Assert.That(StudyWords.Both(study.Model).French, Is.EqualTo("logit mixte emboîté de panel"));
        Assert.That(ParameterRow.Of(study.Estimates).Single(row => row.Name == "nest.away").TestedAgainst, Is.EqualTo(1));
        Assert.That(study.WillingnessToPay.Single().Estimate,
            Is.EqualTo(-study.Estimates["comfort"] / study.Estimates["price"]).Within(1e-9));
    }

    [Test]
    public void A_scale_of_each_choice_is_warned_of()
    {
        StudyResult study = SmallStudy.Estimate(
            $"{Yaml}{Draws}model: {{ random-scale: lognormal, panel: false }}\nestimation: {{ most-iterations: 2 }}\n", Csv);
        Assert.That(study.Warnings.Select(w => w.English), Has.Some.Contains("each choice has a scale of its own"));
    }

    [Test]
    public void Willingness_to_pay_has_no_scale()
    {
        const string Model = "model: { random: { comfort: normal }, scale: [weight] }\nwillingness-to-pay: { denominator: price }\n";
        StudyResult study = SmallStudy.Estimate(Yaml + Draws + Model, Csv);
        WillingnessToPayRow row = study.WillingnessToPay.Single();
        EstimationResult result = study.Estimates;
        double ratio = -result["comfort"] / result["price"];
        double[,] v = result.Covariance();
        int k = result.IndexOf("comfort"), p = result.IndexOf("price");
        double error = Math.Sqrt(v[k, k] + (ratio * ratio * v[p, p]) + (2 * ratio * v[k, p])) / Math.Abs(result["price"]);
        Assert.That(row.Estimate, Is.EqualTo(ratio).Within(1e-9));
        Assert.That(row.StandardError, Is.EqualTo(error).Within(1e-9));
        Assert.That(row.People!.Median.Estimate, Is.EqualTo(ratio).Within(5).Percent);
    }

    [Test]
    public void Ratios_to_a_price_that_varies_beside_the_scale_are_refused_with_the_reason()
    {
        const string Rest = "willingness-to-pay: { denominator: price }\nestimation: { most-iterations: 3 }\n";
        StudyResult none = SmallStudy.Estimate(
            $"{Yaml}{Draws}model: {{ random: {{ price: lognormal }}, random-scale: lognormal }}\n{Rest}"
                .Replace("price: lognormal", "price: { distribution: lognormal, sign: negative }", StringComparison.Ordinal), Csv);
        Assert.That(none.WillingnessToPay, Is.Empty);
        Assert.That(none.Warnings.Select(w => w.English), Has.Some.Contains("varies over people beside the scale"));
        StudyResult some = SmallStudy.Estimate(
            $"{Yaml}{Draws}model: {{ random: {{ comfort: normal }}, random-scale: lognormal }}\n{Rest}", Csv);
        Assert.That(some.WillingnessToPay.Single().Estimate,
            Is.EqualTo(-some.Estimates["comfort"] / some.Estimates["price"]).Within(1e-9));
    }

    [TestCase("{ random: { comfort: normal }, random-scale: { unscaled: [comfrt] } }",
        "'comfrt' is no variable of the utility; did you mean 'comfort'?")]
    [TestCase("{ random-scale: { unscaled: [comfort, price] } }", "no coefficient is left for the random scale")]
    [TestCase("{ numeraire: price, random-scale: lognormal }", "the coefficient of the numeraire is the scale")]
    [TestCase("{ in-utils: [comfort] }", "without 'numeraire' all coefficients are in utils: leave 'in-utils' out")]
    [TestCase("{ numeraire: price, in-utils: [price] }", "'price' is the numeraire")]
    [TestCase("{ numeraire: price, in-utils: [comfrt] }", "'comfrt' is no variable of the utility; did you mean 'comfort'?")]
    [TestCase("{ random: { comfort: normal }, scale: [weight, weight] }", "'weight' is there twice")]
    [TestCase("{ random: { comfort: { distribution: zero-bounded-triangular, sd-by: [weight] } } }", "its spread is its mean")]
    [TestCase("{ random: { comfort: { distribution: normal, sd-by: [price] } } }", "what the spread of a coefficient depends on")]
    [TestCase("{ random: { comfort: { distribution: normal, sd-by: [wait] } } }", "'wait'")]
    [TestCase("{ random: { comfort: normal }, box-cox: [price] }", "are models of their own; one of them")]
    [TestCase("{ classes: 2, random-scale: lognormal }", "are models of their own; one of them")]
    public void What_cannot_be_is_refused(string model, string told) =>
        Assert.That(SmallStudy.Faults($"{Yaml}model: {model}\n", Csv), Has.Some.Contains(told));

    [TestCase("{ random: { comfort: normal }, scale: [weight] }", "estimate without 'scale'")]
    [TestCase("{ classes: 2, scale: [weight], class-starts: 1 }", "estimate without 'scale'")]
    [TestCase("{ random: { comfort: normal }, random-scale: lognormal }", "estimate without 'random-scale'")]
    [TestCase("{ random: { comfort: { distribution: normal, sd-by: [weight] } } }", "estimate without 'sd-by'")]
    public void What_a_scenario_cannot_hold_is_not_saved(string model, string told)
    {
        StudyResult study = SmallStudy.Estimate(
            $"{Yaml}{Draws}model: {model}\nsave: {{ income: price, as: {{ comfort: leave-out }} }}\nestimation: {{ most-iterations: 2 }}\n",
            Csv);
        Assert.That(() => SavedPreferences.Write(study, "x.yaml"), Throws.TypeOf<InputException>().With.Message.Contains(told));
    }

    [Test]
    public void Individual_coefficients_are_those_at_the_scale_of_1()
    {
        StudyResult study = SmallStudy.Estimate(
            $"{Yaml}{Draws}model: {{ random: {{ comfort: normal }}, scale: [weight] }}\nindividual: true\n", Csv);
        var table = study.Analyses.Tables.Single(t => t.Id == "individual-summary");
        Assert.That(table.Rows.Select(row => row[0]), Is.EqualTo(new[] { "comfort" }));
        Assert.That(table.Notes, Has.Some.StartsWith("In utils at the scale of 1"));
    }
}
