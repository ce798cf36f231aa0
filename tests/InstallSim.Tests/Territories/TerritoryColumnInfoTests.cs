using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InstallSim.Territories;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Territories;

/// <summary>What people are told of the columns of a table is what the program does.</summary>
public sealed class TerritoryColumnInfoTests
{
    private static string Manual => File.ReadAllText(Repository.PathOf("docs", "territories.md"));

    [Test]
    public void The_manual_has_every_column_as_the_program_knows_it()
    {
        string table = string.Concat(TerritoryColumnInfo.All.Select(c =>
            $"| `{c.Key}` | {c.Unit} | {(c.IsRequired ? "yes" : "")} | {c.Doc.English} | {c.ReplacedBy.English} |\n"));
        Assert.That(Manual.ReplaceLineEndings("\n"), Does.Contain("|---|---|---|---|---|\n" + table + "<!-- end -->"));
    }

    [Test]
    public void Every_key_of_the_schema_is_in_the_manual()
    {
        JsonObject schema = JsonNode.Parse(TerritoryReader.Schema())!.AsObject();
        JsonObject keys = schema["properties"]!.AsObject();
        string[] mapping = [.. keys["columns"]!["properties"]!["physicians"]!["anyOf"]![1]!["properties"]!.AsObject().Select(p => p.Key)];
        string[] all = [.. keys.Select(p => p.Key), .. mapping, .. keys["travel-times"]!["properties"]!.AsObject().Select(p => p.Key)];
        Assert.That(all.Where(key => !Regex.IsMatch(Manual, $@"\b{key}\b")), Is.Empty);
        Assert.That(schema["required"]!.AsArray().Select(k => (string)k!), Is.EquivalentTo((string[])["table", "columns"]));
    }

    [Test]
    public void Tables_are_described_by_the_same_words_in_territories_and_studies()
    {
        JsonNode territories = JsonNode.Parse(TerritoryReader.Schema())!["properties"]!;
        JsonNode study = JsonNode.Parse(CommandLine.Done("schema", "study"))!["properties"]!["data"]!["properties"]!;
        foreach (string key in (string[])["separator", "decimal", "encoding", "sheet"])
        {
            Assert.That(study[key]!.ToJsonString(), Is.EqualTo(territories[key]!.ToJsonString()));
            Assert.That(territories["travel-times"]!["properties"]![key]!.ToJsonString(), Is.EqualTo(territories[key]!.ToJsonString()));
        }
    }

    [TestCase("en", "population                   Inhabitants. Unit: inhabitants. Required.")]
    [TestCase("en",
        "share-65-plus                Share of inhabitants aged 65 or over. Unit: share. Without it: ASSUMPTION: 21 % everywhere.")]
    [TestCase("fr",
        "schools                      Qualité des écoles et de la garde d’enfants, 1 au mieux. Unité\u00a0: 0–1. À défaut\u00a0: règle")]
    public void Columns_are_listed_in_both_languages(string language, string expected)
    {
        string[] lines = CommandLine.Done("list", "columns", "--lang", language).Split('\n');
        Assert.That(lines, Has.Some.StartsWith(expected));
        Assert.That(lines.Count(line => line.Length > 0), Is.EqualTo(TerritoryVariables.Keys.Count));
    }

    [Test]
    public void What_replaces_a_column_is_said_in_French_where_it_is_in_English() =>
        Assert.That(TerritoryColumnInfo.All.Where(c => c.ReplacedBy.English.Length > 0 != c.ReplacedBy.French.Length > 0), Is.Empty);
}
