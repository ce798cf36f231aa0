using InstallSim.Outputs;
using InstallSim.Studies;
using InstallSim.Studies.Results;
using InstallSim.Studies.Settings;
using InstallSim.Studies.Tables;

namespace InstallSim.Tests.Studies.Tables;

/// <summary>Tables on a terminal call variables by their labels.</summary>
public sealed class ConsoleLabelTests
{
    private static StudyResult Study(params string[] overrides) => StudyEstimation.Run(StudyReader.Read(
        Repository.PathOf("scenarios", "studies", "physician-dce.yaml"), [.. overrides, "draws={ number: 20, stability: false }"]));

    [Test]
    public void A_terminal_shows_labels_and_files_show_names()
    {
        StudyResult study = Study();
        string shown = ConsoleTable.Write(study, hasLabels: true), french = ConsoleTable.Write(study, ReportText.French, hasLabels: true);
        Assert.Multiple(() =>
        {
            Assert.That(shown, Does.Match(@"(?m)^sd\.msp-practice +Health centre \(MSP\), std\. dev\. +\d"));
            Assert.That(shown, Does.Match(@"(?m)^Few shops and services +same for all +−"), "willingness to pay");
            Assert.That(shown, Does.Match(@"(?m)^Health centre \(MSP\) +choices +\d"), "over people");
            Assert.That(french, Does.Match(@"(?m)^working-hours +Heure de travail par semaine +−"));
            Assert.That(ConsoleTable.Write(study), Does.Not.Contain("Few shops").And.Match(@"(?m)^poorly-equipped +same for all +−"));
            string[] lines = shown.Split('\n');
            int first = Array.FindIndex(lines, line => line.Contains("std. error", StringComparison.Ordinal));
            Assert.That(lines.Skip(first).Take(9).Select(line => line.Length), Is.All.LessThanOrEqualTo(120));
        });
    }

    [Test]
    public void A_label_that_two_have_or_that_is_long_gives_way_to_the_name()
    {
        string long41 = new('x', 41);
        StudyResult study = Study("model!={}", "utility=[{ name: income, label: Same }, { name: small-town, label: Same }, "
            + $"{{ name: group-practice, label: {long41} }}, {{ name: working-hours, label: Hours }}]", "willingness-to-pay=null",
            "save={}", "uptake=null");
        string shown = ConsoleTable.Write(study, hasLabels: true);
        Assert.That(shown, Does.Not.Contain("Same").And.Not.Contain(long41).And.Match(@"(?m)^working-hours +Hours +−"));
    }

    [Test]
    public void Without_labels_there_is_no_column_for_them()
    {
        StudyResult study = Study("model!={}", "utility=[income, small-town]", "willingness-to-pay=null", "save={}", "uptake=null");
        Assert.That(ConsoleTable.Write(study, hasLabels: true), Is.EqualTo(ConsoleTable.Write(study)));
    }
}
