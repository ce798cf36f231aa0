using System.Text.RegularExpressions;
using InstallSim.Choice.Estimation;
using InstallSim.Inputs;

namespace InstallSim.Tests.Inputs;

/// <summary>Messages about a user's input, in French.</summary>
public sealed class FrenchMessagesTests
{
    private static SaidMessages Said { get; } = new(typeof(InputMessage).Assembly, typeof(InstallSim.Cli.Verbs.ListVerb).Assembly);

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

    [Test]
    public void A_rounded_number_has_a_decimal_comma_and_one_of_a_file_its_point()
    {
        InputMessage message = $"no French for {-1.25:0.00}, {InputScalars.Plain(0.5)} and {1.5}";
        Assert.That((message.English, message.French),
            Is.EqualTo(("no French for -1.25, 0.5 and 1.5", "no French for -1,25, 0.5 and 1.5")));
    }

    /// <summary>Read from the compiled code, so that no message can be added without its French.</summary>
    [Test]
    public void Every_message_that_the_program_can_say_has_French() =>
        Assert.That(Said.Templates.Where(t => Regex.IsMatch(t, @"\p{L}{2}") && FrenchMessages.Find(t) is null), Is.Empty);

    /// <summary>Else its French could not be found; what the system or a library says is named by <c>Elsewhere</c>.</summary>
    [Test]
    public void No_message_is_made_of_a_text_that_is_not_in_the_code() => Assert.That(Said.MadeWhileRunning, Is.Empty);

    /// <summary>Keys and names of files are the same in every language; words would stay English.</summary>
    [Test]
    public void No_message_has_words_among_its_values() => Assert.That(
        Said.TextsInHoles.Where(t => Regex.IsMatch(t, @"\p{L}{2}")), Is.SubsetOf(new[] { "low", "high", "estimates.html", "figures" }));

    /// <summary>So that a message reworded in the code does not leave its French behind.</summary>
    [Test]
    public void Every_message_in_French_is_one_that_the_program_can_say()
    {
        HashSet<string> said = [.. Said.Templates, .. new SaidMessages(typeof(EstimationResult).Assembly).Texts];
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
}
