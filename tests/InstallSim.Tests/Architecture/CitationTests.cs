using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace InstallSim.Tests.Architecture;

/// <summary>Files by which others cite the project agree with what is built and with the README.</summary>
public sealed class CitationTests
{
    private static readonly string Version =
        Regex.Match(SourceFile.Read("Directory.Build.props").Text, "<Version>(.+)</Version>").Groups[1].Value;

    [Test]
    public void The_citation_file_names_title_version_and_licence()
    {
        var citation = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(SourceFile.Read("CITATION.cff").Text);
        Assert.Multiple(() =>
        {
            Assert.That(citation["cff-version"], Is.EqualTo("1.2.0"));
            Assert.That(citation["version"], Is.EqualTo(Version).And.Not.Empty);
            Assert.That(citation["license"], Is.EqualTo("MIT"));
            Assert.That(citation.Keys, Is.SupersetOf(new[] { "message", "authors", "title" }));
            Assert.That(SourceFile.Read("README.md").Text, Does.Contain($"*{citation["title"]}.* Version {Version}."));
        });
    }

    [Test]
    public void The_description_for_machines_agrees()
    {
        using JsonDocument described = JsonDocument.Parse(SourceFile.Read("codemeta.json").Text);
        Assert.Multiple(() =>
        {
            Assert.That(described.RootElement.GetProperty("version").GetString(), Is.EqualTo(Version));
            Assert.That(described.RootElement.GetProperty("license").GetString(), Does.EndWith("/MIT"));
        });
    }

    [Test]
    public void Workflows_call_what_is_there()
    {
        string workflows = SourceFile.Read(".github/workflows/ci.yml").Text + SourceFile.Read(".github/workflows/release.yml").Text;
        string[] called = [.. Regex.Matches(workflows, @"\.ci/[a-z-]+").Select(match => match.Value).Distinct()];
        Assert.That(called, Does.Contain(".ci/run"));
        Assert.That(called.Where(script => !File.Exists(Repository.PathOf(script))), Is.Empty);
    }
}
