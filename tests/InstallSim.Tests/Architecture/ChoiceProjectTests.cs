using System.Text.RegularExpressions;

namespace InstallSim.Tests.Architecture;

/// <summary>The choice library serves any domain: it cannot know what the simulation is about.</summary>
public sealed partial class ChoiceProjectTests
{
    [Test]
    public void Choice_names_nothing_of_the_simulation()
    {
        var violations =
            from file in SourceFile.CSharp("src/InstallSim.Choice")
            from Match word in DomainWord().Matches(file.Text)
            select $"{file} says '{word.Value}'";
        Assert.That(violations, Is.Empty);
    }

    [Test]
    public void Choice_refers_to_neither_the_simulation_nor_YAML()
    {
        string[] used = [.. Projects.Choice.GetReferencedAssemblies().Select(assembly => assembly.Name!)];
        string project = SourceFile.Read("src/InstallSim.Choice/InstallSim.Choice.csproj").Text;
        Assert.Multiple(() =>
        {
            Assert.That(used, Has.None.EqualTo("InstallSim").And.None.EqualTo("YamlDotNet"));
            Assert.That(project, Does.Not.Contain("ProjectReference").And.Not.Contain("YamlDotNet"));
        });
    }

    [GeneratedRegex(@"physician|doctor|practitioner|territor|locum|\bmsp\b|yaml|yml\b|InstallSim\.(?!Choice\b|Tests\b|Benchmarks\b)\w+",
        RegexOptions.IgnoreCase)]
    private static partial Regex DomainWord();
}
