using System.Text.RegularExpressions;

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

    /// <summary>Abbreviations and calques that readers stumbled over.</summary>
    [TestCase(@"err\. ?type", "erreur type")]
    [TestCase(@"écarts sont en elle", "comptés en erreurs types")]
    [TestCase(@"mesurée par \{", "the name of the metric after a colon")]
    [TestCase(@"courbures et nombres ensemble", "effets courbes et nombres qui agissent ensemble")]
    [TestCase(@"non déterminé", "indéterminé, as everywhere else")]
    public void Words_that_are_no_French_stay_away(string pattern, string instead) =>
        Assert.That(Lines.Where(l => Regex.IsMatch(l.Line, pattern)).Select(l => l.Where), Is.Empty, instead);
}
