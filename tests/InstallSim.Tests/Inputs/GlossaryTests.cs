using System.Text.RegularExpressions;
using InstallSim.Accessibility;
using InstallSim.Indicators;
using InstallSim.Inputs;
using InstallSim.Outputs;
using InstallSim.Policies;
using InstallSim.Studies.Settings;
using InstallSim.Tests.Architecture;

namespace InstallSim.Tests.Inputs;

/// <summary><c>docs/glossary.md</c> says what the program says.</summary>
public sealed class GlossaryTests
{
    private static readonly (string English, string French)[] Rows =
    [
        .. Regex.Matches(File.ReadAllText(Repository.PathOf("docs", "glossary.md")), @"(?m)^\| ([^|]+) \| ([^|]+) \| [^|]+ \|$")
            .Select(m => (m.Groups[1].Value, m.Groups[2].Value)).Where(row => row.Item1 != "English" && !row.Item1.StartsWith('-')),
    ];

    private static Dictionary<string, string> Known
    {
        get
        {
            var known = new Dictionary<string, string>();
            foreach (Type type in PolicyCatalog.All.Values.Concat(AccessibilityCatalog.All.Values))
            {
                Words words = Words.Of(type, type.Name);
                known[words.English] = words.French;
            }

            foreach (Indicator indicator in IndicatorCatalog.Recorded)
            {
                known[indicator.English] = indicator.French;
            }

            foreach ((string english, _) in Rows)
            {
                if (ReportText.French.In(english) is var french && french != english)
                {
                    known[english] = french;
                }
            }

            return known;
        }
    }

    [Test]
    public void A_word_that_the_program_translates_is_translated_so()
    {
        Dictionary<string, string> known = Known;
        (string English, string French)[] both = [.. Rows.Where(row => known.ContainsKey(row.English))];
        Assert.Multiple(() =>
        {
            Assert.That(both, Has.Length.GreaterThanOrEqualTo(35));
            Assert.That(both.Where(row => Plain(known[row.English]) != Plain(row.French)).Select(row => $"{row} ≠ {known[row.English]}"),
                Is.Empty);
        });
    }

    [Test]
    public void Every_French_word_is_one_that_the_program_says()
    {
        string said = Plain(string.Join('\n', SourceFile.CSharp("src").Select(file => file.Text)));
        Assert.That(Rows.Where(row => !said.Contains(Plain(row.French), StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    [Test]
    public void Every_policy_is_in_the_glossary()
    {
        string[] listed = [.. Rows.Select(row => row.English)];
        Assert.That(PolicyCatalog.All.Values.Select(type => Words.Of(type, type.Name).English).Except(listed), Is.Empty);
    }

    [Test]
    public void Words_of_how_choices_are_drawn_are_in_the_glossary()
    {
        Assert.That(Rows, Does.Contain(("error terms", "termes d’erreur")));
        Assert.That(File.ReadAllText(Repository.PathOf("docs", "glossary.md")), Does.Contain("A **stretch** (*tronçon*) is 256 "));
    }

    [Test]
    public void No_word_is_there_twice() => Assert.That(Rows.Select(row => row.English), Is.Unique);

    private static string Plain(string text) => text.Replace("\\u00a0", " ", StringComparison.Ordinal)
        .Replace("\\u202f", " ", StringComparison.Ordinal).Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
