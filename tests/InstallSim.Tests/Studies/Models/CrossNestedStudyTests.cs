using InstallSim.Choice.Models;

namespace InstallSim.Tests.Studies.Models;

public sealed class CrossNestedStudyTests
{
    [Test]
    public void Parts_can_be_held_at_values()
    {
        string yaml = SmallStudy.Yaml + "\n" + """
            model: { nests: [{ name: hot, alternatives: [tea, coffee] }, { name: leaf, alternatives: [tea], parameter: nest.hot }] }
            estimation: { fixed: { alpha.tea.hot: 0.5, nest.hot: 0.8 } }
            """;
        var result = SmallStudy.Estimate(yaml);
        Assert.That(result.Model, Is.EqualTo("cross-nested logit"));
        Assert.That(result.Estimates.Model, Is.TypeOf<CrossNestedLogit>());
        Assert.That(result.Estimates.Parameters, Is.EqualTo(new[] { "price", "coffee", "nest.hot", "alpha.tea.hot" }));
        Assert.That(result.Estimates["alpha.tea.hot"], Is.EqualTo(0.5));
    }

    [Test]
    public void An_alternative_twice_in_a_nest_is_refused() =>
        Refused("[{ name: hot, alternatives: [tea, coffee, tea] }, { name: leaf, alternatives: [tea] }]",
            "'tea' is there twice");

    [Test]
    public void Nests_within_nests_are_refused_when_an_alternative_is_in_several() =>
        Refused(
            "[{ name: hot, alternatives: [tea, coffee] }, { name: leaf, alternatives: [tea], nests: [{ name: black, "
                + "alternatives: [coffee] }] }]",
            "a cross-nested logit has one level of nests");

    [Test]
    public void Nests_of_one_name_are_refused_when_an_alternative_is_in_several() =>
        Refused("[{ name: hot, alternatives: [tea, coffee] }, { name: hot, alternatives: [tea] }]", "the nest 'hot' is named 2 times");

    private static void Refused(string nests, string message) =>
        Assert.That(SmallStudy.Faults(SmallStudy.Yaml + $"\nmodel: {{ nests: {nests} }}\n", SmallStudy.Csv), Has.Some.Contains(message));
}
