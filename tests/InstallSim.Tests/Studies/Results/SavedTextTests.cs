using System.Globalization;
using InstallSim.Outputs;
using InstallSim.Studies;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;

namespace InstallSim.Tests.Studies.Results;

/// <summary>What a file of preferences says of the estimates that it was made from.</summary>
public sealed class SavedTextTests
{
    private static readonly string Physicians = Repository.PathOf("scenarios", "studies", "physician-dce.yaml");

    [TestCase("clustered", "Student's t, 239 degrees of freedom")]
    [TestCase("hessian", "normal")]
    public void An_interval_is_by_the_rule_of_the_tables_and_says_which(string errors, string rule)
    {
        StudyResult study = Estimated("model!={}", $"estimation={{ standard-errors: {errors} }}");
        string text = SavedPreferences.Write(study, "p.yaml");
        ParameterRow income = ParameterRow.Of(study.Estimates).Single(row => row.Name == "income");
        Assert.Multiple(() =>
        {
            Assert.That(Ends(text, "utils-per-keur:"), Is.EqualTo(new[] { income.Lower, income.Upper }).Within(1e-9));
            foreach (string name in (string[])["very-small-town", "group-practice", "working-hours"])
            {
                WillingnessToPayRow pay = study.WillingnessToPay.Single(row => row.Name == name);
                Assert.That(Ends(text, $"    {name}:"), Is.EqualTo(new[] { pay.Delta.Lower, pay.Delta.Upper }).Within(1e-7), name);
            }

            Assert.That(text, Does.Contain($"95 % interval ({rule})"));
        });
    }

    [Test]
    public void That_coefficients_are_what_people_pay_is_a_note_and_no_warning()
    {
        StudyResult study = Estimated("model!={ numeraire: income }");
        string note = "no table of willingness to pay: in this model the coefficients themselves are, in units of income";
        Assert.Multiple(() =>
        {
            Assert.That(study.Warnings, Is.Empty);
            Assert.That(study.Remarks, Does.Not.Contain("willingness"));
            Assert.That(SavedPreferences.Write(study, "p.yaml"), Does.Not.Contain("warnings:"));
            Assert.That(ConsoleTable.Write(study), Does.Contain('\n' + note + '\n'));
            Assert.That(ConsoleTable.Write(study, ReportText.French), Does.Contain("ce modèle les coefficients le sont eux-mêmes"));
        });
    }

    private static StudyResult Estimated(params string[] overrides) =>
        StudyEstimation.Run(StudyReader.Read(Physicians, [.. overrides, "save={}"]));

    private static double[] Ends(string text, string name)
    {
        string[] lines = text[text.IndexOf(name, StringComparison.Ordinal)..].Split('\n');
        return [.. lines.Skip(2).Take(2).Select(line => double.Parse(line.Split(": ")[1], CultureInfo.InvariantCulture))];
    }
}
