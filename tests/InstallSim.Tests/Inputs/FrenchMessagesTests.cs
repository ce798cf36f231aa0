using System.Text;
using System.Text.RegularExpressions;
using InstallSim.Inputs;

namespace InstallSim.Tests.Inputs;

/// <summary>Messages about a user's input, in French.</summary>
public sealed class FrenchMessagesTests
{
    [Test]
    public void A_message_keeps_what_was_written_around_its_values()
    {
        InputMessage message = $"unknown key '{"per-yer"}'{DidYouMean.Hint("per-yer", ["per-year"])}; allowed: {"per-year"}";
        Assert.Multiple(() =>
        {
            Assert.That(message.Template, Is.EqualTo("unknown key '{0}'{1}; allowed: {2}"));
            Assert.That(message.English, Is.EqualTo("unknown key 'per-yer'; did you mean 'per-year'?; allowed: per-year"));
            Assert.That(message.French,
                Is.EqualTo("clé inconnue « per-yer » ; vouliez-vous dire « per-year » ? ; clés permises : per-year".Replace(' ', '\u00a0')
                    .Replace("clé\u00a0inconnue\u00a0", "clé inconnue ").Replace("vouliez-vous\u00a0dire\u00a0", "vouliez-vous dire ")
                    .Replace("clés\u00a0permises", "clés permises")
                    .Replace(";\u00a0", "; ").Replace(":\u00a0", ": ")));
        });
    }

    [Test]
    public void A_value_that_looks_like_a_hole_is_left_alone()
    {
        InputMessage message = $"no '{"{1}"}' in {"{0}"}";
        Assert.That((message.English, message.French), Is.EqualTo(("no '{1}' in {0}", "no '{1}' in {0}")));
    }

    [Test]
    public void A_message_without_French_stays_English() =>
        Assert.That(((InputMessage)$"no French for {1.5}").French, Is.EqualTo("no French for 1.5"));

    /// <summary>So that a message reworded in the code does not lose its French unseen.</summary>
    [Test]
    public void Every_message_in_French_is_one_that_the_program_can_say()
    {
        HashSet<string> said = [.. new[] { "Inputs", "Scenarios", "Experiments", "Territories" }
            .SelectMany(folder =>
                Directory.EnumerateFiles(Repository.PathOf("src", "InstallSim", folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.EndsWith("FrenchMessages.cs", StringComparison.Ordinal))
            .SelectMany(file => Texts(Regex.Replace(File.ReadAllText(file), @"(?m)^\s*//.*$", "")))];
        Assert.That(FrenchMessages.Templates.Where(template => !said.Contains(template)), Is.Empty);
    }

    [Test]
    public void A_message_in_French_has_the_values_of_the_English_one_and_is_set_as_French_is()
    {
        foreach (string template in FrenchMessages.Templates)
        {
            string french = FrenchMessages.Find(template)!;
            Assert.That(Holes(french), Is.EquivalentTo(Holes(template)), french);
            string unquoted = Regex.Replace(french, "«\u00a0[^»]*\u00a0»", "x");
            Assert.That(unquoted, Does.Not.Match("(?<!\u00a0)[;:?!%»](?!\\S)|«|'"), french);
        }
    }

    private static string[] Holes(string template) => [.. Regex.Matches(template, @"\{\d\}").Select(m => m.Value).Distinct()];

    /// <summary>The texts of a file in double quotes, joined where a '+' joins them, with what stands in braces numbered.</summary>
    private static List<string> Texts(string code)
    {
        var texts = new List<string>();
        int hole = 0, end = 0;
        for (int i = 0; i < code.Length; i++)
        {
            if (code[i] == '\'' && i + 2 < code.Length && (code[i + 1] == '\\' || code[i + 2] == '\''))
            {
                i = code.IndexOf('\'', i + (code[i + 1] == '\\' ? 3 : 2));
            }
            else if (code[i] == '"')
            {
                var text = new StringBuilder();
                bool joins = texts.Count > 0 && Regex.IsMatch(code[end..i], @"^\s*\+\s*\$?$"), fills = i > 0 && code[i - 1] == '$';
                hole = joins ? hole : 0;
                string before = joins ? texts[^1] : "";
                i = Read(code, i + 1, fills, text, ref hole, texts);
                end = i + 1;
                texts.Add(before + text);
            }
        }

        return texts;
    }

    private static int Read(string code, int i, bool fills, StringBuilder text, ref int hole, List<string> texts)
    {
        for (; code[i] != '"'; i++)
        {
            if (code[i] == '\\')
            {
                i++;
                text.Append(code[i] == 'u' ? (char)Convert.ToInt32(code.Substring(i + 1, 4), 16) : code[i] == 'n' ? '\n' : code[i]);
                i += code[i] == 'u' ? 4 : 0;
            }
            else if (fills && (code[i], code[i + 1]) is ('{', '{') or ('}', '}'))
            {
                text.Append(code[i++]);
            }
            else if (fills && code[i] == '{')
            {
                text.Append('{').Append(hole++).Append('}');
                i = Skip(code, i + 1, texts);
            }
            else
            {
                text.Append(code[i]);
            }
        }

        return i;
    }

    /// <summary>The end of what stands in braces, with the texts in it.</summary>
    private static int Skip(string code, int i, List<string> texts)
    {
        for (int depth = 1; ; i++)
        {
            if (code[i] == '"')
            {
                var inner = new StringBuilder();
                int hole = 0;
                i = Read(code, i + 1, code[i - 1] == '$', inner, ref hole, texts);
                texts.Add(inner.ToString());
            }
            else if (code[i] is '{' or '}' && (depth += code[i] == '{' ? 1 : -1) == 0)
            {
                return i;
            }
        }
    }
}
