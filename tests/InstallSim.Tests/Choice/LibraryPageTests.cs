using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using InstallSim.Choice.Draws;

namespace InstallSim.Tests.Choice;

/// <summary>
/// <c>docs/choice-library.md</c> lists each public type of the library in its room, with the first sentence of its summary.
/// </summary>
public sealed class LibraryPageTests
{
    private static readonly string[] Rooms = ["Data", "Draws", "Formulas", "Models", "Estimation", "Analysis", "Designs", "Kernels"];

    private static readonly Assembly Library = typeof(DrawKey).Assembly;

    private static readonly Dictionary<string, XElement> Summaries =
        XDocument.Load(Path.ChangeExtension(Library.Location, ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")!);

    private static IEnumerable<string> AllRooms => Library.GetExportedTypes().Select(RoomOf).Distinct();

    [TestCaseSource(nameof(AllRooms))]
    public void The_page_lists_every_public_type_of_a_room(string room)
    {
        Assert.That(Rooms, Does.Contain(room), $"say in {nameof(Rooms)} where {room} stands on the page");
        string page = File.ReadAllText(Repository.PathOf("docs", "choice-library.md"));
        Assert.That(page, Does.Contain(Table(room)), "write this instead:\n" + Table(room));
    }

    [Test]
    public void The_page_lists_no_type_that_is_gone()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "choice-library.md"));
        string[] listed = [.. Regex.Matches(page, @"(?m)^\| `(\w+)`").Select(match => match.Groups[1].Value)];
        Assert.That(listed, Is.EquivalentTo(Library.GetExportedTypes().Where(t => !t.IsNested).Select(NameOf)));
    }

    private static string Table(string room)
    {
        var table = new StringBuilder($"### {room}\n\n| type | what it is |\n|---|---|\n");
        foreach (Type type in Library.GetExportedTypes().Where(t => RoomOf(t) == room && !t.IsNested)
            .OrderBy(NameOf, StringComparer.Ordinal))
        {
            table.Append("| `").Append(NameOf(type)).Append("` | ").Append(FirstSentence(Summaries[$"T:{type.FullName}"])).Append(" |\n");
        }

        return table.ToString();
    }

    private static string RoomOf(Type type) => type.Namespace!.Split('.')[^1];

    private static string NameOf(Type type) => type.Name.Split('`')[0];

    private static string FirstSentence(XElement summary)
    {
        string text = string.Concat(summary.Nodes().Select(node => node is XElement element ? Shown(element) : node.ToString()));
        text = Regex.Replace(System.Net.WebUtility.HtmlDecode(text), @"\s+", " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
        int end = Regex.Match(text, @"\.(?= [A-ZΑ-Ω])") is { Success: true } stop ? stop.Index + 1 : text.Length;
        return text[..end];
    }

    private static string Shown(XElement element) =>
        $"`{(element.Attribute("cref") ?? element.Attribute("name"))?.Value.Split('.', ':')[^1] ?? element.Value}`";
}
