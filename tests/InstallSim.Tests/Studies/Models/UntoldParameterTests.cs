using InstallSim.Inputs;
using InstallSim.Studies;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Studies.Models;

/// <summary>Parameters of a study that its data cannot tell: refused by name, or held, with the true reason.</summary>
public sealed class UntoldParameterTests
{
    private const string Draws = "draws: { number: 30, stability: false }\n";

    private const string Groups = "derived: [{ name: heavy, recipe: dummy, of: [weight], values: [2] }, "
        + "{ name: light, recipe: dummy, of: [weight], values: [0, 1] }]\n";

    private static readonly string Head = Journeys.Yaml.Replace("journeys.csv", "small.csv", StringComparison.Ordinal);

    private static readonly string Formula = Head[..Head.IndexOf("utility", StringComparison.Ordinal)];

    private static readonly string Csv = new Journeys(90) { Comfort = key => 0.6 + (0.5 * Journeys.Normal(key, 0)) }.Csv();

    [TestCase("{ scale: [heavy, light] }", "'heavy', 'light' are collinear over choice situations")]
    [TestCase("{ classes: 2, scale: [heavy, light] }", "'heavy', 'light' are collinear over choice situations")]
    [TestCase("{ random: { comfort: normal }, scale: [heavy, light] }", "'heavy', 'light' are collinear over choice situations")]
    [TestCase("{ random: { comfort: { distribution: normal, sd-by: [heavy, light] } } }",
        "'heavy', 'light' are collinear over people, so that no slope of the spread of 'comfort'")]
    public void Groups_that_make_up_everybody_are_no_slopes_of_a_scale_or_spread(string model, string message) =>
        Assert.That(SmallStudy.Faults($"{Head}{Draws}{Groups}model: {model}\n", Csv), Has.Length.EqualTo(1).And.Some.Contains(message));

    [TestCase("{ scale: [heavy, light] }", "scale.heavy: 0")]
    [TestCase("{ scale: [heavy, light] }", "price: -0.5")]
    public void Where_a_level_is_given_or_a_slope_held_groups_can_be_told(string model, string held)
    {
        StudyResult study = SmallStudy.Estimate($"{Head}{Draws}{Groups}model: {model}\nestimation: {{ fixed: {{ {held} }} }}\n", Csv);
        Assert.That(study.Estimates.IsSound);
    }

    [Test]
    public void Without_a_scale_that_varies_gamma_is_held_and_not_counted()
    {
        const string Model = "model: { random: { comfort: normal }, random-scale: lognormal }\nestimation: { fixed: { tau: 0 } }\n";
        StudyResult study = SmallStudy.Estimate(Head + Draws + Model, Csv);
        StudyResult plain = SmallStudy.Estimate(Head + Draws + "model: { random: { comfort: normal } }\n", Csv);
        Assert.Multiple(() =>
        {
            Assert.That(study.Estimates.Undetermined.Single().Parameter, Is.EqualTo("gamma"));
            Assert.That(study.Estimates.Estimated, Is.EqualTo(plain.Estimates.Estimated));
            Assert.That(study.Estimates.IsSound);
        });
    }

    [Test]
    public void A_scale_whose_spread_ends_at_0_takes_gamma_with_it()
    {
        const string Model = "model: { random: { comfort: normal }, random-scale: lognormal }\n";
        StudyResult study = SmallStudy.Estimate(Head + Draws + Model, new Journeys(90).Csv());
        Assert.That(study.Estimates.AtBound, Is.Not.Empty, "nothing varies in these people");
        Assert.That(study.Estimates.Undetermined.Select(u => u.Parameter), Is.EqualTo(new[] { "gamma" }));
    }

    [TestCase("b * price + c * (price - 1000) ^ e", "b: 0, c: 0, e: 2", "is a number only where its exponent, a parameter, is whole")]
    [TestCase("b * price + c * comfort + 0 * k", "b: 0, c: 0, k: 0", "the parameter 'k' cancels out of the formula")]
    [TestCase("b * price + c * comfort", "b: 0, c: 0, k: 0", "the parameter 'k' is in no formula")]
    public void A_formula_is_refused_for_its_own_reason(string formula, string parameters, string message) =>
        Assert.That(SmallStudy.Faults($"{Formula}formula: {formula}\nparameters: {{ {parameters} }}\n", Csv), Has.Some.Contains(message));

    [Test]
    public void A_negative_base_goes_with_a_whole_number_as_exponent()
    {
        StudyResult study = SmallStudy.Estimate(Formula + "formula: b * price + c * (comfort - 2) ^ 3\nparameters: { b: 0, c: 0 }\n", Csv);
        Assert.That(study.Estimates.IsSound);
    }

    [Test]
    public void A_kink_below_all_values_is_untold_and_no_perfect_prediction() => Assert.That(() => SmallStudy.Estimate(
        Formula + "formula: b * max(price - k, 0) + c * comfort\nparameters: { b: -0.1, c: 0, k: 0.5 }\n", Csv),
        Throws.TypeOf<InputException>().With.Message.Contains("cannot tell the coefficient of 'k': no choice depends on it"));

    [Test]
    public void A_test_of_other_draws_and_of_other_distributions_says_so()
    {
        using var folder = new TemporaryFolder();
        folder.Write("small.csv", Csv);
        folder.Write("draws.yaml", Head + "draws: { number: 40, stability: false }\nmodel: { random: { comfort: normal } }\n");
        folder.Write("other.yaml", Head + Draws + "model: { random: { comfort: uniform } }\n");
        folder.Write("same.yaml", Head + Draws + "model: { random: { comfort: normal } }\n");
        StudyResult study = StudyEstimation.Run(StudyReader.Read(folder.Write("study.yaml", Head + Draws
            + "model: { random: { comfort: normal, price: normal } }\n"
            + "tests: { likelihood-ratio: [draws.yaml, other.yaml, same.yaml] }\n")));
        var table = study.Analyses.Tables.Single(t => t.Id == "tests");
        Assert.Multiple(() =>
        {
            Assert.That(table.Notes, Has.Exactly(1).Contains("draws.yaml has other draws than this study (number: 40 ≠ 30)"));
            Assert.That((string)table.Rows[1][5], Is.EqualTo("not nested as far as names tell").Or.Contains("no special case"));
            Assert.That((string)table.Rows[2][5], Does.Contain("rejected at 5 %").Or.Contains("maximum missed"));
        });
    }

    [Test]
    public void Effects_coding_has_no_marginal_effects()
    {
        string yaml = Formula + "utility: [price, comfort, { name: w, column: option, levels: [a, b], coding: effects }]\n"
            + "marginal-effects: [w.b]\n";
        Assert.That(SmallStudy.Faults(yaml, Csv), Has.Some.Contains("'w.b' is coded by effects"));
    }
}
