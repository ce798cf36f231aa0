using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using InstallSim.Inputs;

namespace InstallSim.Tests.Architecture;

public sealed partial class HouseTests
{
    private static readonly string[] Roots = ["src", "tests", "benchmarks"];

    [Test]
    public void No_folder_is_a_drawer_for_everything()
    {
        string[] drawers = ["Core", "Common", "Utils", "Util", "Utilities", "Helpers", "Helper", "Shared", "Misc"];
        Assert.That(Roots.SelectMany(SourceFile.Folders).Where(folder => drawers.Contains(Path.GetFileName(folder))), Is.Empty);
    }

    [Test]
    public void Tests_stand_in_the_folders_of_what_they_test()
    {
        string[] wider = ["Architecture", "EndToEnd", "Fuzz", "Published"];
        var violations =
            from file in SourceFile.CSharp("tests/InstallSim.Tests")
            let folder = string.Join('/', file.Path.Split('/')[2..^1])
            where folder.Length > 0 && !wider.Contains(folder.Split('/')[0])
            let places = new[] { $"src/InstallSim/{folder}", $"src/InstallSim.{folder}" }
            where !places.Any(place => Directory.Exists(Repository.PathOf(place)))
            select $"{file}: there is neither {places[0]} nor {places[1]}";
        Assert.That(violations, Is.Empty);
    }

    [Test]
    public void Every_test_file_asserts_something()
    {
        var violations =
            from file in SourceFile.CSharp("tests")
            where IsTest().IsMatch(file.Code) && !Assertion().IsMatch(file.Code)
            select file.Path;
        Assert.That(violations, Is.Empty);
    }

    [Test]
    public void No_test_passes_whatever_happens()
    {
        // Told apart here, lest the rule find itself.
        string[] banned = ["Assert." + "Pass(", "Assert." + "Warn(", "[" + "Ignore", "Thread." + "Sleep(", "[" + "Retry"];
        var violations =
            from file in SourceFile.CSharp("tests")
            from word in banned
            where file.Code.Contains(word, StringComparison.Ordinal)
            select $"{file}: {word}";
        Assert.That(violations, Is.Empty);
    }

    /// <summary>The text of a [Key] is the summary of its property; what is overridden is documented where it is declared.</summary>
    [Test]
    public void No_documentation_is_said_twice()
    {
        // Whoever uses the library of choice models calls its models and draws by name, and must find them documented.
        string[] called = ["src/InstallSim.Choice/Models/", "src/InstallSim.Choice/Draws/"];
        var violations =
            from file in SourceFile.CSharp(Roots)
            from match in SaidTwice().Matches(file.Text)
            where match.Groups["key"].Success || !called.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal))
            select $"{file}({1 + file.Text.AsSpan(0, match.Index).Count('\n')}): remove it; if it must be "
                + $"documented, make the class internal";
        Assert.That(violations, Is.Empty);
    }

    /// <summary>The compiler does not ask for it where the settings stand, lest it ask for the summaries of keys.</summary>
    [Test]
    public void Settings_are_documented_by_their_keys_or_by_a_summary()
    {
        Assembly assembly = typeof(KeyAttribute).Assembly;
        string documented = File.ReadAllText(Path.ChangeExtension(assembly.Location, ".xml"));
        var violations =
            from type in assembly.GetExportedTypes()
            where type.IsEnum || type.GetProperties().Any(p => p.IsDefined(typeof(KeyAttribute)))
            from member in type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where member is PropertyInfo or FieldInfo { IsSpecialName: false } or MethodInfo
            where !member.IsDefined(typeof(KeyAttribute)) && !member.IsDefined(typeof(CompilerGeneratedAttribute))
            where member is not MethodInfo { IsSpecialName: true } || member.Name.StartsWith("op_", StringComparison.Ordinal)
            let name = $"{type.FullName}.{member.Name}"
            where !documented.Contains($":{name}\"", StringComparison.Ordinal)
                && !documented.Contains($":{name}(", StringComparison.Ordinal)
            select name;
        Assert.That(violations, Is.Empty);
    }

    [Test]
    public void No_file_names_the_host_of_a_package_registry()
    {
        // In two pieces each, lest the rule find itself.
        string[] hosts = ["registry.npm" + "js.org", "npm" + "js.com", "nu" + "get.org", "py" + "pi.org", "registry.ya" + "rnpkg.com"];
        var violations =
            from path in SourceFile.Paths()
            where !BinaryFile().IsMatch(path)
            let text = File.ReadAllText(Repository.PathOf(path))
            where hosts.Any(host => text.Contains(host, StringComparison.OrdinalIgnoreCase))
                || (LockFile().IsMatch(path) && Address().IsMatch(text))
            select path;
        Assert.That(violations, Is.Empty);
    }

    [GeneratedRegex(@"\[(Test|TestCase|TestCaseSource|Theory|Combinatorial)\b")]
    private static partial Regex IsTest();

    [GeneratedRegex(@"\bAssert\.(That|Multiple|EnterMultipleScope)\b|\b(Golden|RefusalAssert)\.\w+\(")]
    private static partial Regex Assertion();

    [GeneratedRegex(@"<inherit[d]oc|</summary>(?=\s*(?<key>\[Key\())")]
    private static partial Regex SaidTwice();

    [GeneratedRegex(@"\.(png|gz|woff2?|ico|pdf|zip)$")]
    private static partial Regex BinaryFile();

    [GeneratedRegex(
        @"(^|/)(package-lock\.json|npm-shrinkwrap\.json|packages\.lock\.json|yarn\.lock|pnpm-lock\.yaml|\.npmrc|nuget\.config)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex LockFile();

    [GeneratedRegex("""
        "resolved"\s*:\s*"https?:|value="https?:|registry\s*=\s*https?:|\bresolved "https?:
        """)]
    private static partial Regex Address();
}
