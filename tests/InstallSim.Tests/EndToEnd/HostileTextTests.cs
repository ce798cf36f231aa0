using System.Text;
using System.Xml;

namespace InstallSim.Tests.EndToEnd;

/// <summary>Text from a file reaches page, pictures, tables and terminal as text: nothing in it acts there.</summary>
public sealed class HostileTextTests
{
    private const string Title = """
        title: "A\u0007B\u001b[31mC\uFFFED\uFFFFE\u202EF\u0000G\u2028H <script>alert(1)</script> =1+1"
        """;

    [Test]
    public void Control_characters_are_left_out_and_told()
    {
        using var region = new MadeUpRegion();
        region.Replace("grant.yaml", "title: A grant", Title);
        region.Write("territories.csv", MadeUpRegion.Table.Replace("Place 3", "Pl\u001b]0;x\u0007ace\u202E 3"));
        CommandLine.Outcome outcome = CommandLine.Run("compare", region.Folder, "--out", region.Out, "--replications", "1");
        Assert.That(outcome.Code, Is.Zero, outcome.Error);
        Assert.That(outcome.Error, Does.Contain("grant.yaml(3,8): warning: control characters were left out of the text"));
        CommandLine.Done("report", region.Out, "--format", "svg");
        string[] written = [.. Directory.GetFiles(region.Out, "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".bin", StringComparison.Ordinal))];
        foreach ((string name, string text) in written.Select(f => (f, File.ReadAllText(f, Encoding.UTF8)))
            .Append(("output", outcome.Output)).Append(("error", outcome.Error)))
        {
            Assert.That(text.Where(c => (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || c is '\u202E' or '\uFFFE' or '\uFFFF'),
                Is.Empty, name);
            if (name.EndsWith(".svg", StringComparison.Ordinal))
            {
                Assert.That(() => new XmlDocument().LoadXml(text), Throws.Nothing, name);
            }
        }

        string page = File.ReadAllText(Path.Combine(region.Out, "report.html"));
        Assert.That(page, Does.Contain("AB[31mCDEFGH").And.Not.Contain("<script>alert"));
    }
}
