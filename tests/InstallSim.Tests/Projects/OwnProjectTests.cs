using InstallSim.Outputs;
using InstallSim.Projects;
using InstallSim.Territories;

namespace InstallSim.Tests.Projects;

public sealed class OwnProjectTests
{
    private static IEnumerable<string> Languages => ReportText.All.Select(text => text.Language);

    [TestCaseSource(nameof(Languages))]
    public void Every_column_is_explained(string language)
    {
        var text = ReportText.For(language);
        string mapping = OwnProject.Files(text).First(file => file.Path == "territories.yaml").Text;
        Assert.Multiple(() =>
        {
            foreach (string key in TerritoryVariables.Keys)
            {
                Assert.That(mapping, Does.Match($"(?m)^  # .{{10,}}\n  (# )?{key}: {key.Replace('-', '_')}$"));
            }

            foreach (TerritoryVariable variable in TerritoryVariables.Numbers)
            {
                Assert.That(mapping, Does.Contain(text.Say(variable.Doc, variable.French)).And.Contain(variable.DefaultSource));
            }
        });
    }

    [Test]
    public void The_empty_table_has_every_column_that_the_mapping_names()
    {
        IReadOnlyList<ProjectFile> files = OwnProject.Files(ReportText.English);
        string[] header = files.First(file => file.Path == "territories.csv").Text.TrimEnd().Split(',');
        Assert.That(header, Is.EquivalentTo(TerritoryVariables.Keys.Except(["area-type"]).Select(key => key.Replace('-', '_'))));
    }

    [Test]
    public void A_baseline_of_one_s_own_takes_no_number_of_one_region_silently()
    {
        string baseline = OwnProject.Files(ReportText.English).First(file => file.Path == "baseline.yaml").Text;
        Assert.That(baseline, Does.Not.Match("(?m)^ *graduates-share:").And.Contain("ASSUMPTION for another region"));
    }
}
