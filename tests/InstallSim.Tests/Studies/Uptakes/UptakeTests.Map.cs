using InstallSim.Charts;
using InstallSim.Outputs;
using InstallSim.Studies.Uptakes;

namespace InstallSim.Tests.Studies.Uptakes;

public sealed partial class UptakeTests
{
    private const string Design = """
        design:
          attributes:
            - { name: price, levels: [1, 2, 3], label: Fare, label-fr: Tarif }
            - { name: comfort, levels: [0, 3], LABELS }
          tasks: 6

        """;

    [TestCase("en", "label: Seats, label-fr: Places, texts: { 0: standing, 3: reclining }, texts-fr: { 0: debout, 3: inclinées }",
        "Income and “Seats” together", "standing", "reclining")]
    [TestCase("fr", "label: Seats, label-fr: Places, texts: { 0: standing, 3: reclining }, texts-fr: { 0: debout, 3: inclinées }",
        "Le revenu et «\u00a0Places\u00a0» font", "debout", "inclinées")]
    [TestCase("fr", "label: Seats, unit: seats, unit-fr: places", "Le revenu et «\u00a0Seats\u00a0» font", "0\u00a0places",
        "3\u00a0places")]
    [TestCase("en", "unit: seats", "Income and “Comfort of it” together", "0\u00a0seats", "3\u00a0seats")]
    [TestCase("fr", "", "Le revenu et «\u00a0Son confort\u00a0» font", "0", "3")]
    public void The_map_calls_its_column_and_levels_as_the_questionnaire_does(
        string language, string labels, string title, string first, string second)
    {
        string yaml = Yaml().Replace("{ name: comfort }", "{ name: comfort, label: Comfort of it, label-fr: Son confort }",
            StringComparison.Ordinal) + Design.Replace(", LABELS", labels.Length == 0 ? "" : ", " + labels, StringComparison.Ordinal);
        Chart map = new UptakeHeatMap().Draw(new UptakeFigureContext(Run(yaml, Stayers.Csv()).Result, ReportText.For(language)));
        Assert.Multiple(() =>
        {
            Assert.That(map.Title, Does.StartWith(title));
            Assert.That(map.Subtitle, Does.Contain(title.Split(['“', '”', '«', '»'])[1].Trim('\u00a0')));
            Assert.That(map.Panels[0].Y.Ticks.Select(t => t.Label), Is.EqualTo((string[])[first, second]));
            Assert.That(map.Description, Does.Contain($"{first} ").And.Contain($"{second} "));
        });
    }
}
