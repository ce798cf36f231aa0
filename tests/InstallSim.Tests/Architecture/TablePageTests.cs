using System.Text.RegularExpressions;

namespace InstallSim.Tests.Architecture;

/// <summary><c>docs/tables.md</c> names the columns of tables beside results folders, all of them and no others.</summary>
public sealed partial class TablePageTests
{
    private const string Page = "docs/tables.md";

    /// <summary>Results folders have their own dictionary; answers have the columns of the design.</summary>
    private static readonly string[] Elsewhere = ["src/InstallSim/Results/", "src/InstallSim/Studies/Designs/Respondents.cs"];

    [Test]
    public void Every_column_that_the_program_writes_is_on_the_page()
    {
        HashSet<string>[] tables = [.. Tables().Select(t => t.Columns)];
        (string File, string[] Columns)[] written = [.. Sources().SelectMany(source => Calls().Matches(source.Text)
            .Select(call => (source.Path, Literals(call.Value).ToArray()))).Where(call => call.Item2.Length > 0)];
        Assert.That(written, Has.Length.GreaterThan(15), "calls are found");
        Assert.That(written.Where(w => !tables.Any(t => t.IsSupersetOf(w.Columns)))
            .Select(w => $"{w.File}: no table of {Page} has all of {string.Join(", ", w.Columns)}"), Is.Empty);
    }

    [Test]
    public void Every_column_on_the_page_is_written_by_the_program()
    {
        HashSet<string>[] files = [.. Sources().SelectMany(source => Calls().Matches(source.Text).Select(call => call.Value)
            .Append(source.Text)).Select(code => Literals(code).ToHashSet())];
        Assert.That(Tables().Where(t => !files.Any(f => f.IsSupersetOf(t.Columns)))
            .Select(t => $"{Page}: no file of the program names all columns of {t.Name}: {string.Join(", ", t.Columns)}"), Is.Empty);
    }

    /// <summary>Tables of the page: a row without a name goes on with the one above.</summary>
    private static List<(string Name, HashSet<string> Columns)> Tables()
    {
        var tables = new List<(string Name, HashSet<string> Columns)>();
        foreach (string[] cells in SourceFile.Read(Page).Lines.Where(l => l.StartsWith("| ", StringComparison.Ordinal))
            .Select(l => l.Split('|')).Where(cells => cells[2].Contains('`')))
        {
            if (cells[1].Contains(".csv`", StringComparison.Ordinal))
            {
                tables.Add((cells[1].Trim(' ', '`'), []));
            }

            tables[^1].Columns.UnionWith(Quoted().Matches(cells[2]).Select(m => m.Groups[1].Value));
        }

        return tables;
    }

    private static IEnumerable<SourceFile> Sources() => SourceFile.CSharp("src/InstallSim")
        .Where(source => !Elsewhere.Any(start => source.Path.StartsWith(start, StringComparison.Ordinal)));

    /// <summary>Names of columns among the texts of a piece of code; a header written as one text counts as its parts.</summary>
    private static IEnumerable<string> Literals(string code) => Texts().Matches(code)
        .Where(m => m.Groups[1].Length == 0).SelectMany(m => m.Groups[2].Value.Replace("\\n", "").Split(','))
        .Where(name => Name().IsMatch(name));

    [GeneratedRegex(@"new CsvWriter\([^;]*;")]
    private static partial Regex Calls();

    [GeneratedRegex(@"(\$?)""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Texts();

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex Name();

    [GeneratedRegex("`([a-z][a-z0-9_]*)`")]
    private static partial Regex Quoted();
}
