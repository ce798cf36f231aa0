using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Projects;
using InstallSim.Territories;
using InstallSim.Tests.Inputs;
using InstallSim.World;

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
                Assert.That(mapping, Does.Contain(text.Say(variable.Doc, variable.French))
                    .And.Contain(text.Say(Replaced(variable).English, Replaced(variable).French)));
            }
        });
    }

    /// <summary>What the remarks say of a column of nothing and of a cell is what reading does.</summary>
    [Test]
    public void A_column_of_nothing_and_an_empty_cell_become_what_the_mapping_says()
    {
        string mapping = OwnProject.Files(ReportText.English).First(file => file.Path == "territories.yaml").Text;
        Assert.That(mapping, Does.Contain("No column: 0.21; ASSUMPTION").And.Not.Contain("Empty:")
            .And.Contain("A single empty cell of a number takes the mean over people"));
        string french = OwnProject.Files(ReportText.French).First(file => file.Path == "territories.yaml").Text;
        Assert.That(french, Does.Contain("Sans colonne\u00a0: 0.21\u00a0; HYPOTHÈSE").And.Not.Contain("Vide\u00a0:"));

        using var folder = new TemporaryFolder();
        folder.Write("territories.yaml", mapping);
        string[] all = [.. OwnProject.Columns.Select(OwnProject.ColumnOf)];
        string Row(string code, string people, string places, string observed) => string.Join(',', all.Select(column => column switch
        {
            "code" or "name" => code,
            "latitude" => "47",
            "longitude" or "physicians" => "2",
            "population" => people,
            "msp_places" => places,
            "observed_accessibility" => observed,
            _ => "",
        })) + "\n";
        folder.Write("territories.csv", string.Join(',', all) + "\n"
            + Row("A", "1000", "4", "3") + Row("B", "3000", "8", "") + Row("C", "2000", "", "2"));
        var errors = new InputErrors();
        TerritoryTable table = TerritoryReader.Read(Path.Combine(folder.Path, "territories.yaml"), errors)!.Table;
        Assert.That(table.Share65Plus, Is.All.EqualTo(0.21));
        Assert.That(table.MspPlaces, Is.EqualTo((double[])[4, 8, 7]));
        Assert.That(table.ObservedAccessibility, Is.EqualTo((double[])[3, double.NaN, 2]));
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

    private static Words Replaced(TerritoryVariable variable) =>
        TerritoryColumnInfo.All.First(column => column.Key == variable.Key).ReplacedBy;
}
