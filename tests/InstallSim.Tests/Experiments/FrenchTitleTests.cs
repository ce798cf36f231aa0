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
        region.Replace("grant.yaml", "title: A grant\n", "title: A grant\ntitle-fr: Une prime\n");
        region.Write("large-grant.yaml", "extends: grant.yaml\nname: large-grant\ntitle: A large grant\n");
        CommandLine.Done("compare", region.Folder, "--out", region.Out, "--quiet");

        var scenarios = ResultsFolder.Read(region.Out).Manifest.Scenarios;

        Assert.That(scenarios.Select(s => s.ShownTitle(ReportText.French)), Is.EqualTo(new[] { "Nothing new", "Une prime", "A large grant" }));
        Assert.That(scenarios.Select(s => s.ShownTitle(ReportText.English)), Is.EqualTo(new[] { "Nothing new", "A grant", "A large grant" }));
    }
}
