using System.Text.RegularExpressions;

namespace InstallSim.Tests.Architecture;

/// <summary>Sizes that one head can hold. Bodies are found by their indentation, which <c>dotnet format</c> keeps.</summary>
public sealed partial class SizeTests
{
    private const int LongestFile = 300, LongestMethod = 60;

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
    [GeneratedRegex(@"^((public|internal|private|protected|file|static|sealed|abstract|partial|readonly|ref|unsafe)\s+)*(class|record|struct|interface|enum)\s|^:\s|\bwhere \w+ :|=\s*(new\b[^=>]*)?$|^\[")]
    private static partial Regex NoMethod();
}
