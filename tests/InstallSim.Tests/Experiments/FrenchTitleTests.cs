using InstallSim.Outputs;
using InstallSim.Reporting;
using InstallSim.Results;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Experiments;

/// <summary>A scenario's title in the language of the report.</summary>
public sealed class FrenchTitleTests
{
    [Test]
    public void A_title_in_French_belongs_to_the_title_of_its_own_file()
    {
        using var region = new MadeUpRegion();
        region.Replace("grant.yaml", "title: A grant\n",
            "title: A grant\ntitle-fr: Une prime\ndescription: A sum.\ndescription-fr: Une somme.\n");
        region.Write("large-grant.yaml", "extends: grant.yaml\nname: large-grant\ntitle: A large grant\ndescription: A larger one.\n");
        CommandLine.Done("compare", region.Folder, "--out", region.Out, "--quiet");

        var scenarios = ResultsFolder.Read(region.Out).Manifest.Scenarios;

        Assert.That(scenarios.Select(s => s.ShownTitle(ReportText.French)),
            Is.EqualTo(new[] { "Nothing new", "Une prime", "A large grant" }));
        Assert.That(scenarios.Select(s => s.ShownTitle(ReportText.English)),
            Is.EqualTo(new[] { "Nothing new", "A grant", "A large grant" }));
        Assert.That(scenarios.Select(s => s.ShownDescription(ReportText.French)), Is.EqualTo(new[] { "", "Une somme.", "A larger one." }));
        Assert.That(scenarios.Select(s => s.ShownDescription(ReportText.English)), Is.EqualTo(new[] { "", "A sum.", "A larger one." }));
    }

    [Test]
    public void A_page_in_French_describes_scenarios_in_French()
    {
        using var region = new MadeUpRegion();
        region.Replace("grant.yaml", "title: A grant\n",
            "title: A grant\ntitle-fr: Une prime\ndescription: A sum.\ndescription-fr: Une somme.\n");
        CommandLine.Done("compare", region.Folder, "--out", region.Out, "--quiet", "--lang", "fr");

        string page = File.ReadAllText(Path.Combine(region.Out, "report.html"));

        Assert.That(page, Does.Contain("<p>Une somme.</p>").And.Contain("<p>A sum.</p>"));
    }

    [Test]
    public void Every_shipped_scenario_and_study_has_title_and_description_in_French()
    {
        string[] scenarios = [.. new[] { "centre-val-de-loire", "france", "measures", "studies" }
            .SelectMany(folder => Directory.GetFiles(Repository.PathOf("scenarios", folder), "*.yaml"))
            .Where(file => Path.GetFileName(file) != "territories.yaml")];

        Assert.That(scenarios, Has.Length.GreaterThan(20));
        foreach (string text in scenarios.Select(File.ReadAllText))
        {
            Assert.That(text, Does.Match("(?m)^title-fr: \\S").And.Match("(?m)^description-fr: \\S"));
            Assert.That(text, Does.Not.Match("(?m)^title-fr: .*'"), "French has its own apostrophe, ’");
        }
    }
}
