using InstallSim.Inputs;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;

namespace InstallSim.Tests.Studies.Models;

/// <summary>Means of random coefficients that depend on columns of the person, in a study.</summary>
public sealed class MeanByStudyTests
{
    private const string Model = """
        draws: { number: 50, stability: false }
        model:
          random:
            comfort: { distribution: normal, mean-by: [weight] }

        """;

    private static readonly string Yaml = Journeys.Yaml.Replace("journeys.csv", "small.csv", StringComparison.Ordinal);

    private static readonly string Csv = new Journeys(150) { Comfort = key => 0.6 + (0.5 * Journeys.Normal(key, 0)) }.Csv();

    [Test]
    public void The_slope_has_a_parameter_of_its_own_and_a_note_says_what_it_is()
    {
        StudyResult study = SmallStudy.Estimate(Yaml + Model, Csv);
        Assert.That(study.Estimates.Parameters, Is.EqualTo(new[] { "price", "comfort", "comfort.weight", "sd.comfort" }));
        string note = ResultLines.TableNotes(study).Single(n => n.StartsWith("mean of", StringComparison.Ordinal));
        Assert.That(note, Does.Contain("comfort + comfort.weight·weight"));
        Assert.That(StudyWords.Both(note).French, Does.StartWith("moyenne de comfort"));
    }

    [Test]
    public void It_is_the_study_with_the_interaction_as_a_variable()
    {
        StudyResult study = SmallStudy.Estimate(Yaml + Model, Csv);
        string product = Yaml.Replace("{ name: comfort }", "{ name: comfort }, { name: more, column: comfort, times: weight }",
            StringComparison.Ordinal);
        StudyResult same = SmallStudy.Estimate(
            product + "draws: { number: 50, stability: false }\nmodel: { random: { comfort: normal } }\n", Csv);
        Assert.That(study.Estimates["comfort.weight"], Is.EqualTo(same.Estimates["more"]).Within(1e-4));
        Assert.That(study.Estimates.LogLikelihood, Is.EqualTo(same.Estimates.LogLikelihood).Within(1e-7));
    }

    [Test]
    public void Willingness_to_pay_is_that_of_all_people()
    {
        StudyResult study = SmallStudy.Estimate(Yaml + Model + "willingness-to-pay: { denominator: price }\n", Csv);
        WillingnessToPayRow row = study.WillingnessToPay.Single();
        double expected = -(study.Estimates["comfort"] + study.Estimates["comfort.weight"]) / study.Estimates["price"];
        Assert.That(row.Kind, Is.EqualTo(WorthKind.Mean));
        Assert.That(row.Estimate, Is.EqualTo(expected).Within(2).Percent, "the mean weight is 1");
    }

    [TestCase("error-component: true, mean-by: [weight]", "its mean is 0 and depends on nothing")]
    [TestCase("mean-by: [weight, weight]", "'weight' is there twice")]
    public void What_is_wrong_is_told(string keys, string told)
    {
        string yaml = Yaml + $"model:\n  random:\n    comfort: {{ distribution: normal, {keys} }}\n";
        Assert.That(SmallStudy.Faults(yaml, Csv), Has.Some.Contains(told));
    }

    [Test]
    public void A_column_that_changes_within_a_person_is_refused_in_the_words_of_the_data()
    {
        string[] faults = SmallStudy.Faults((Yaml + Model).Replace("[weight]", "[price]", StringComparison.Ordinal), Csv);
        Assert.That(faults[0], Does.Contain("what the mean of a coefficient depends on is the same on all rows of a person"));
    }

    [Test]
    public void A_column_that_is_the_same_for_all_people_is_refused_before_anything_is_estimated()
    {
        string yaml = Yaml + "derived: [{ name: one, recipe: dummy, of: [weight], values: [0, 1, 2] }]\n"
            + Model.Replace("[weight]", "[one]", StringComparison.Ordinal);
        Assert.That(SmallStudy.Faults(yaml, Csv).Single(), Does.Contain("cannot tell the coefficients of 'comfort', 'comfort.one'"));
    }

    [Test]
    public void It_is_not_saved_as_the_mean_of_everybody()
    {
        StudyResult study = SmallStudy.Estimate(Yaml + Model + "save: { income: price, as: { comfort: leave-out } }\n", Csv);
        Assert.That(() => SavedPreferences.Write(study, "x.yaml"), Throws.TypeOf<InputException>().With.Message.Contains("mean-by"));
    }
}
