using InstallSim.Choice.Models;
using InstallSim.Inputs;
using InstallSim.Studies.Results;

namespace InstallSim.Tests.Studies.Models;

/// <summary>Random regret in a study.</summary>
public sealed class RegretStudyTests
{
    private static readonly string Yaml = Journeys.Yaml.Replace("journeys.csv", "small.csv", StringComparison.Ordinal)
        .Replace("{ name: comfort }]", "{ name: comfort }, { name: stay, constant: true, alternatives: [none] }]",
            StringComparison.Ordinal);

    private static readonly string Csv = new Journeys(150) { Stay = -1 }.Csv();

    [Test]
    public void The_variables_named_are_compared_and_constants_enter_as_in_a_logit()
    {
        StudyResult study = SmallStudy.Estimate(
            Yaml + "model: { regret: [price, comfort] }\nwillingness-to-pay: { denominator: price }\n", Csv);
        Assert.Multiple(() =>
        {
            Assert.That(study.Model, Is.EqualTo("random-regret logit"));
            Assert.That(((RandomRegret)study.Estimates.Model).Regret, Is.EqualTo(new[] { "price", "comfort" }));
            Assert.That(study.Estimates.IsSound);
            Assert.That(study.Estimates["price"], Is.Negative);
            Assert.That(study.Warnings.Select(w => w.English), Has.Some.Contains("depends on the other alternatives"));
            Assert.That(() => SavedPreferences.Write(study, "x.yaml"),
                Throws.TypeOf<InputException>().With.Message.Contains("estimate without 'regret'"));
        });
    }

    [TestCase("{ regret: [prize] }", "'prize' is no variable of the utility; did you mean 'price'?")]
    [TestCase("{ regret: [price, price] }", "'price' is there twice")]
    [TestCase("{ regret: [price], classes: 2 }", "are models of their own; one of them")]
    public void What_cannot_be_is_refused(string model, string told) =>
        Assert.That(SmallStudy.Faults(Yaml + $"model: {model}\n", Csv), Has.Some.Contains(told));

    [Test]
    public void What_is_beside_regret_has_part_worths_and_what_is_compared_has_none()
    {
        StudyResult study = SmallStudy.Estimate(
            Yaml + "model: { regret: [price] }\nimportance: { comfort: [comfort], stay: [stay] }\n", Csv);
        object[] row = study.Analyses.Tables.Single(t => t.Id == "importance").Rows.Single(r => (string)r[0] == "comfort");
        Assert.That((double)row[1], Is.EqualTo(3 * Math.Abs(study.Estimates["comfort"])).Within(1e-12), "levels 0 to 3");
        Assert.That(SmallStudy.Faults(Yaml + "model: { regret: [price] }\nimportance: { price: [price] }\n", Csv),
            Has.Some.Contains("'price' is compared by regret: what a level of it is worth depends on the other alternatives"));
    }
}
