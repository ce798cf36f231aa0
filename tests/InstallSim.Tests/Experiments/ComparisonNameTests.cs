using InstallSim.Results;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Experiments;

/// <summary>What a comparison is called.</summary>
public sealed class ComparisonNameTests
{
    [Test]
    public void Files_that_are_compared_are_named_together_and_a_folder_by_its_name()
    {
        using var region = new MadeUpRegion();
        string baseline = region.PathOf("baseline.yaml"), grant = region.PathOf("grant.yaml");
        Assert.That(NameOf([grant, baseline]), Is.EqualTo("baseline-and-grant"));
        Assert.That(NameOf([region.Folder]), Is.EqualTo(new DirectoryInfo(region.Folder).Name));
        string[] more = [.. ((string[])["b", "c", "d"]).Select(name =>
            region.Write($"{name}.yaml", $"extends: grant.yaml\nname: {name}\ntitle: {name}\n"))];
        Assert.That(NameOf([baseline, .. more[..2]]), Is.EqualTo("baseline-and-b-and-c"));
        Assert.That(NameOf([baseline, .. more]), Is.EqualTo("baseline-and-3-more"));

        string NameOf(string[] paths)
        {
            string to = region.Beside("named");
            CommandLine.Done(["compare", .. paths, "--replications", "1", "--out", to, "--quiet", "--force"]);
            string name = ResultsFolder.Read(to).Manifest.Name;
            Assert.That(File.ReadAllText(Path.Combine(to, "report.html")), Does.Contain($"<title>{name} "));
            return name;
        }
    }
}
