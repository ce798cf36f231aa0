using System.Globalization;
using System.Text;
using InstallSim.Inputs;
using InstallSim.Studies;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;

namespace InstallSim.Tests.Studies.Results;

/// <summary>A variable is saved as one of the simulation where it is measured as that one, and not silently where it is not.</summary>
public sealed class SavedUnitTests
{
    private const string Yaml = """
        name: small
        title: Practices near and far
        data: { file: small.csv, layout: long, person: who, situation: task, alternative: practice, chosen: chosen }

        """;

    [TestCase("{ name: birth-distance, column: km }", "", "'birth-distance' goes from 5 to 60 and cannot be saved as 'birth-distance', "
        + "which in the simulation is ln(1 + d / 20 km) and never differs by more than 6.91")]
    [TestCase("{ name: far, column: km }", "as: { far: training-distance }", "'far' goes from 5 to 60 and cannot be saved as")]
    [TestCase("{ name: group-practice, column: percent }", "", "'group-practice' goes from 0 to 100 and cannot be saved as")]
    [TestCase("{ name: small-town, column: effects }", "", "in the simulation is 0 or 1 and never differs by more than 1")]
    public void What_cannot_have_the_unit_of_the_simulation_is_refused_before_it_is_fitted(string term, string save, string message) =>
        Assert.That(() => Read(term, save, isSaved: true), Throws.TypeOf<InputException>().With.Message.Contains(message)
            .And.Message.Contains("leave-out"));

    /// <summary>Money is counted in the income: a name for it that is not heeded would say one thing and save another.</summary>
    [TestCase("income: income, as: { income: leave-out }", "'income' is the income that money is counted in")]
    [TestCase("as: { income: schools }", "'income' is the income that money is counted in")]
    [TestCase("as: { group-practice: income }", "'group-practice' cannot be saved as 'income', which money is counted in")]
    [TestCase("income: group-practice, as: { group-practice: income, income: leave-out }", null)]
    [TestCase("income: group-practice", "'income' has no counterpart in the simulation and cannot be saved")]
    public void The_income_is_saved_as_itself_and_nothing_else_as_income(string save, string? message) =>
        Assert.That(() => Read("{ name: group-practice, column: group }", save, isSaved: true),
            message is null ? Throws.Nothing : Throws.TypeOf<InputException>().With.Message.Contains(message));

    [TestCase("{ name: birth-distance, column: km, divide-by: 20 }", "as it stands, of whole numbers (5, 30, 60)")]
    [TestCase("{ name: birth-distance, column: group }", "as it stands, of whole numbers (0, 1)")]
    [TestCase("{ name: birth-distance, column: ln-km }", "the logarithm of whole numbers, as kilometres (5, 30, 60)")]
    [TestCase("{ name: vacancies, column: group }", "as it stands, of whole numbers (0, 1)")]
    [TestCase("{ name: vacancies, column: ln-km }", null)]
    [TestCase("{ name: birth-distance, column: right }", null)]
    [TestCase("{ name: working-hours, column: ln-km }", "its logarithm ('log' under derived)")]
    [TestCase("{ name: working-hours, column: km }", null)]
    [TestCase("{ name: group-practice, column: group }", null)]
    public void What_most_probably_has_another_unit_is_warned_of_and_the_file_says_it(string term, string? here)
    {
        StudyResult study = Read(term, "", isSaved: true);
        string[] warnings = [.. SavedPreferences.Warnings(study.Source, study.Choices).Select(w => w.Message)];
        string text = SavedPreferences.Write(study, "p.yaml", force: true);
        Assert.That(warnings, here is null ? Is.Empty : Has.Length.EqualTo(1).And.All.Contains(here));
        Assert.That(text.Contains("where they are not the same", StringComparison.Ordinal), Is.EqualTo(here is not null));
        Assert.That(study.Warnings.Select(w => w.English), Has.None.Contains("is saved as"), "the estimates themselves are right");
    }

    [TestCase("k€ a month", "here is in k€ a month")]
    [TestCase("€ a year", "here is in € a year")]
    [TestCase("k€ a year", null)]
    [TestCase("", null)]
    public void An_income_in_another_unit_than_k_euros_a_year_is_warned_of(string unit, string? here)
    {
        StudyResult study = Read("{ name: group-practice, column: group }", "", false,
            $"willingness-to-pay: {{ denominator: income, income: true, unit: \"{unit}\" }}\n");
        string[] warnings = [.. SavedPreferences.Warnings(study.Source, study.Choices).Select(w => w.Message)];
        Assert.That(warnings, here is null ? Is.Empty : Has.Length.EqualTo(1).And.All.Contains(here));
    }

    [Test]
    public void The_file_says_what_the_variable_of_each_coefficient_is() =>
        Assert.That(SavedPreferences.Write(Read("{ name: birth-distance, column: right }", "", isSaved: true), "p.yaml"),
            Does.Contain("    # x: ln(1 + d / 20 km)\n    birth-distance:\n"));

    private static StudyResult Read(string term, string save, bool isSaved, string more = "")
    {
        using var folder = new InstallSim.Tests.Inputs.TemporaryFolder();
        folder.Write("small.csv", Answers());
        string yaml = $"{Yaml}utility: [income, {term}]\nderived: [{{ name: ln-km, recipe: log, of: [km] }}]\n"
            + $"save: {{ {save} }}\n{more}";
        return StudyEstimation.Run(StudyReader.Read(folder.Write("small.yaml", yaml)), isSaved: isSaved);
    }

    /// <summary>Two practices with levels that turn over tasks, and people who mostly take the better paid.</summary>
    private static string Answers()
    {
        var csv = new StringBuilder("who,task,practice,income,km,group,percent,effects,right,chosen\n");
        int[] km = [5, 30, 60];
        for (int task = 0; task < 240; task++)
        {
            int[] income = [70 + (15 * (task % 4)), 70 + (15 * ((task + 1 + (task / 7)) % 4))];
            int a = task % 3, b = (task / 3) % 3, better = income[1] > income[0] ? 1 : 0;
            int chosen = (task * 7 % 11) < 8 ? better : 1 - better;
            for (int j = 0; j < 2; j++)
            {
                int k = j == 0 ? a : b, group = (task + (j * (1 + (task / 5)))) % 2;
                csv.Append(CultureInfo.InvariantCulture, $"{task / 4},{task},{"AB"[j]},{income[j]},{km[k]},"
                    + $"{group},{100 * group},{(2 * group) - 1},{Math.Log(1 + (km[k] / 20.0)):R},{(j == chosen ? 1 : 0)}\n");
            }
        }

        return csv.ToString();
    }
}
