using System.Text.RegularExpressions;
using InstallSim.Inputs;

namespace InstallSim.Tests.Inputs;

/// <summary>French as it is set and said, over all sources of the program.</summary>
public sealed class FrenchSetTests
{
    private static IEnumerable<(string Where, string Line)> Lines => Directory
        .EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(file => File.ReadLines(file).Select((line, k) => ($"{Path.GetFileName(file)}:{k + 1}", line)));

    /// <summary>
    /// Between numbers that have a decimal comma a comma separates nothing: ends of an interval have a word between them, or a semicolon
    /// with its space. Data for the page and for Vega are no text.
    /// </summary>
    [Test]
    public void No_comma_stands_between_the_ends_of_an_interval()
    {
        var ends = new Regex(@"\{[^{}]*Low(er)?\b[^{}]*\}, \{[^{}]*(High|Upper)\b[^{}]*\}");
        Assert.That(ends.IsMatch("$\"[{Brief(i.Low)}, {Brief(i.High)}]\""), "the pattern finds what it is for");
        Assert.That(Lines.Where(l => ends.IsMatch(l.Line) && !l.Where.StartsWith("PageData", StringComparison.Ordinal)), Is.Empty);
    }

    /// <summary>Texts of the compiled code on one line; those of several are files that a user edits.</summary>
    private static string[] Texts { get; } =
    [
        .. new SaidMessages(typeof(InputMessage).Assembly, typeof(InstallSim.Cli.Verbs.ListVerb).Assembly).Texts
            .Where(text => !text.Trim('\n').Contains('\n', StringComparison.Ordinal) && !text.Contains("# ", StringComparison.Ordinal)),
    ];

    /// <summary>A line may break at a plain space; English has none before a sign.</summary>
    [Test]
    public void No_sign_stands_behind_a_space_where_a_line_may_break()
    {
        var slip = new Regex(@"\S [;:!?»](?=[\s,.)]|$)|^ [;:!?](?= |$)|« ");
        Assert.That(((string[])["point 1 ; Lancsar", "Écart : ", " : ", "« un"]).Where(text => !slip.IsMatch(text)), Is.Empty);
        Assert.That(Texts, Has.Length.GreaterThan(3000));
        Assert.That(Texts.Where(text => slip.IsMatch(text)), Is.Empty);
    }

    /// <summary>Told as French by its letters and small words; what stands in quotes, guillemets or braces is code.</summary>
    [Test]
    public void No_sign_of_French_stands_close_behind_a_word()
    {
        var slip = new Regex(@"[^\W_][;!?](?= |$)|[^\W\d_]:(?= )|[)»][;:!?](?= |$)");
        var code = new Regex("«\u00a0[^»]*(»|$)|^[^«]*\u00a0»|'[^']*'|\\{ ?[^}]*\\}|https?://\\S*");
        string[] french = [.. Texts.Where(text => Regex.IsMatch(text, "[éèêàçœ’]")
            && Regex.IsMatch(text, @"\b(le|la|les|des|une?|du|de|par|pour|est|sur)\b")
            && !Regex.IsMatch(text, @"\b(the|of|and|is|to|in|at|by|grew|for)\b"))];
        Assert.That(slip.IsMatch("revues; au point 1") && slip.IsMatch("l’étendue (de 1 à 3): ") && slip.IsMatch("l’écart: 300"));
        Assert.That(french, Has.Length.GreaterThan(1500));
        Assert.That(french.Where(text => slip.IsMatch(code.Replace(text, "x"))), Is.Empty);
    }

    /// <summary>Abbreviations and calques that readers stumbled over.</summary>
    [TestCase(@"err\. ?type", "erreur type")]
    [TestCase(@"écarts sont en elle", "comptés en erreurs types")]
    [TestCase(@"mesurée par \{", "the name of the metric after a colon")]
    [TestCase(@"courbures et nombres ensemble", "effets courbes et nombres qui agissent ensemble")]
    [TestCase(@"non déterminé", "indéterminé, as everywhere else")]
    [TestCase(@"\b([Uu]ne|[Ll]a|[Cc]ette|[Dd]e) calibration\b", "calage, as everywhere else")]
    public void Words_that_are_no_French_stay_away(string pattern, string instead) =>
        Assert.That(Lines.Where(l => Regex.IsMatch(l.Line, pattern)).Select(l => l.Where), Is.Empty, instead);
}
