using System.Text.RegularExpressions;

namespace InstallSim.Tests.Architecture;

/// <summary>Sizes that one head can hold. Bodies are found by their indentation, which <c>dotnet format</c> keeps.</summary>
public sealed partial class SizeTests
{
    private const int LongestFile = 300, LongestMethod = 60, LongestLine = 140;

    private static readonly string[] Roots = ["src", "tests", "benchmarks"];

    [Test]
    public void Files_are_short()
    {
        var violations =
            from file in SourceFile.CSharp(Roots)
            where file.Lines.Length > LongestFile
            select $"{file} has {file.Lines.Length} lines; split it by concern";
        Assert.That(violations, Is.Empty);
    }

    [Test]
    public void Methods_are_short()
    {
        var violations =
            from file in SourceFile.CSharp(Roots)
            from method in Methods(file.Lines)
            where method.Length > LongestMethod
            select $"{file}({method.Line}): a method of {method.Length} lines: {method.Header}";
        Assert.That(violations, Is.Empty);
    }

    [Test]
    public void Lines_are_short()
    {
        var violations =
            from file in SourceFile.CSharp(Roots).Concat(Scripts())
            let raw = InsideRawStrings(file)
            from line in file.Lines.Index()
            where line.Item.Length > LongestLine && !raw.Contains(line.Index)
            select $"{file}({line.Index + 1}): {line.Item.Length} characters: {line.Item.Trim()[..60]}…";
        Assert.That(violations, Is.Empty);
    }

    [Test]
    public void Lines_inside_raw_strings_are_found()
    {
        const string quotes = "\"\"\"";
        var file = new SourceFile("a.cs",
            $"f({quotes}one line{quotes});\ng($${quotes}\n  a\n  \"b\n  {quotes}, \"c\"); // {quotes}\nh();\n");
        Assert.That(InsideRawStrings(file), Is.EquivalentTo(new[] { 2, 3 }));
    }

    [Test]
    public void Methods_are_found()
    {
        string[] lines =
        [
            "public sealed class A", "{", "    private static readonly int[] Data = new[]", "    {", "        1,", "    };", "",
            "    public void Long(", "        int x)", "    {", "        if (x > 0)", "        {", "        }", "    }", "",
            "    public enum Kind", "    {", "        None,", "    }", "}",
        ];
        Assert.That(Methods(lines), Is.EqualTo(new[] { (10, 5, "int x)") }));
    }

    /// <summary>What is written by hand for browsers and Node.</summary>
    private static IEnumerable<SourceFile> Scripts() =>
        from path in SourceFile.Paths("src").Concat(SourceFile.Paths("scenarios"))
        where Path.GetExtension(path) is ".js" or ".mjs" or ".css"
        select SourceFile.Read(path);

    /// <summary>
    /// Lines, from 0, between the quotes of a raw string: what is theirs is another language's, and no line of it may be broken.
    /// </summary>
    private static HashSet<int> InsideRawStrings(SourceFile file)
    {
        var inside = new HashSet<int>();
        foreach (Match match in Quoted().Matches(file.Text).Where(m => m.Groups["raw"].Success))
        {
            int first = file.Text.AsSpan(0, match.Index).Count('\n'), last = first + match.Value.AsSpan().Count('\n');
            inside.UnionWith(Enumerable.Range(first + 1, Math.Max(0, last - first - 1)));
        }

        return inside;
    }

    /// <summary>Texts in quotes and comments.</summary>
    [GeneratedRegex("""""
        (?<raw>"{3,})[\s\S]*?\k<raw>|@"(?:""|[^"])*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'|//[^\n]*|/\*[\s\S]*?\*/
        """"")]
    private static partial Regex Quoted();

    /// <summary>Bodies of methods and properties: line of the opening brace from 1, lines with both braces, and the line before.</summary>
    private static IEnumerable<(int Line, int Length, string Header)> Methods(string[] lines)
    {
        for (int open = 1; open < lines.Length; open++)
        {
            string indent = lines[open][..^lines[open].TrimStart().Length], header = lines[open - 1].Trim();
            if (lines[open].Trim() != "{" || indent.Length is not (4 or 8) || NoMethod().IsMatch(header))
            {
                continue;
            }

            int close = Array.FindIndex(lines, open, line => line.StartsWith(indent + "}", StringComparison.Ordinal));
            yield return (open + 1, close - open + 1, header);
            open = close;
        }
    }

    /// <summary>What stands before the brace of a type or of a table of data.</summary>
    [GeneratedRegex(@"^((public|internal|private|protected|file|static|sealed|abstract|partial|readonly|ref|unsafe)\s+)*"
        + @"(class|record|struct|interface|enum)\s|^:\s|\bwhere \w+ :|=\s*(new\b[^=>]*)?$|^\[")]
    private static partial Regex NoMethod();
}
