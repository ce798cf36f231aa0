using System.Globalization;
using System.Text.RegularExpressions;

namespace InstallSim.Tests.Architecture;

/// <summary>Pages of <c>docs</c> hold what the rest of the project takes for granted of them.</summary>
public sealed partial class DocumentTests
{
    [Test]
    public void Every_key_of_evidence_has_a_row_in_the_references()
    {
        HashSet<string> rows = [.. SourceFile.Read("docs/references.md").Lines.SkipWhile(line => line != "## Keys of evidence")
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split(',', StringSplitOptions.TrimEntries))];
        var used =
            from folder in new[] { "scenarios", "src", "docs" }
            from file in Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories)
            where Path.GetExtension(file) is ".yaml" or ".cs" or ".md"
            from Match match in Cited().Matches(File.ReadAllText(file))
            from key in Key().Matches(match.Groups["keys"].Value).Select(k => k.Value)
            select (Key: key, File: Path.GetRelativePath(Repository.Root, file));
        (string Key, string File)[] all = [.. used];
        Assert.That(all.Select(u => u.Key), Is.SupersetOf(new[] { "A1", "H5", "I5", "T3" }), "the search finds what is there");
        Assert.That(all.Where(u => !rows.Contains(u.Key)).Distinct(), Is.Empty);
    }

    [Test]
    public void No_measure_whose_effect_may_be_nothing_has_a_cost_for_each_GP()
    {
        string[][] rows = [.. SourceFile.Read("docs/measures.md").Lines.Where(line => line.StartsWith("| [", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))];
        var unclear = rows.Where(row => Ends().Match(row[2]) is var ends && Number(ends, 1) < 0 && Number(ends, 2) > 0).ToArray();
        Assert.That(unclear, Has.Length.InRange(1, rows.Length - 1));
        Assert.That(unclear.Where(row => row[8] is not ("not determined" or "–")).Select(row => row[1]), Is.Empty);

        static double Number(Match ends, int group) => double.Parse(ends.Groups[group].Value.Replace('−', '-'),
            NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\b(evidence|réf\.)(\s|\\u00a0)(?<keys>[A-Z][0-9]*\b(( and|,| or|, and|;| et|,? row [0-9],)\s[A-Z][0-9]*\b)*)")]
    private static partial Regex Cited();

    [GeneratedRegex("[A-Z][0-9]*")]
    private static partial Regex Key();

    [GeneratedRegex(@"\[([^\],]+(?:,\d{3})*), ([^\]]+)\]")]
    private static partial Regex Ends();
}
