using System.Text.RegularExpressions;

namespace InstallSim.Tests.Architecture;

/// <summary>
/// A result is a function of scenario, data and seed: nothing in the sources can ask for luck, the clock or the machine's habits.
/// </summary>
public sealed class DeterminismTests
{
    private static readonly (string Pattern, string Because)[] Banned =
    [
        (
            @"\bnew\s+(System\.)?Random\b|\bRandom\.Shared\b|(?<![.\w])Random\s+\w+\s*=\s*new\("
                + @"|\bMathNet\.Numerics\.Random\b|\bRandomNumberGenerator\b",
            "random numbers have names: DrawKey"),
        (@"\bGuid\.(NewGuid|CreateVersion7)\b", "a Guid is another one in each run"),
        (@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bTimeProvider\.System\b|\bEnvironment\.TickCount",
            "the clock differs from run to run"),
        (@"\bThread\.CurrentThread\b|\bCultureInfo\.(CurrentCulture|CurrentUICulture(?! = text\.)|DefaultThreadCurrent)",
            "the thread's culture is the machine's: InvariantCulture; the words of help follow --lang"),
        (@"(?<!\.)\bHashCode\.", "hash codes differ from run to run"),
    ];

    /// <summary>Archives ask when results were made: the manifest says so beside the machine, and no hash depends on it.</summary>
    private static readonly (string File, string Use) DateOfResults = ("src/InstallSim.Cli/Verbs/ExperimentVerb.cs", "DateTime.UtcNow");

    private static IEnumerable<TestCaseData> Rules =>
        Banned.Select(rule => new TestCaseData(rule.Pattern, rule.Because).SetArgDisplayNames(rule.Because));

    [TestCaseSource(nameof(Rules))]
    public void No_source_uses_what_differs_from_run_to_run(string pattern, string because)
    {
        var violations =
            from file in SourceFile.CSharp("src")
            from Match use in Regex.Matches(file.Code, pattern)
            where ($"{file}", use.Value) != DateOfResults
            select $"{file}: {use.Value}";
        Assert.That(violations, Is.Empty, because);
    }

    [Test]
    public void Only_experiments_and_the_command_measure_time()
    {
        var violations =
            from file in SourceFile.CSharp("src")
            where !file.Path.StartsWith("src/InstallSim/Experiments/", StringComparison.Ordinal)
                && !file.Path.StartsWith("src/InstallSim.Cli/", StringComparison.Ordinal)
            where Regex.IsMatch(file.Code, @"\bStopwatch\b")
            select file.Path;
        Assert.That(violations, Is.Empty);
    }

    /// <summary>The platform's functions may differ in the last bit between machines, and a bit can turn a choice.</summary>
    [Test]
    public void The_model_takes_exponentials_and_logarithms_of_the_house()
    {
        string[] model = ["World", "Territories", "Preferences", "Accessibility", "Policies", "Indicators", "Simulation"];
        var violations =
            from file in SourceFile.CSharp([.. model.Select(folder => $"src/InstallSim/{folder}"), "src/InstallSim.Choice"])
            from Match use in Regex.Matches(file.Code,
                @"\b(Math|double)\.(Exp|Log|Log2|Log10|Pow|Sin|Cos|Tan|Asin|Acos|Atan|Atan2|Sinh|Cosh|Tanh|Cbrt)\(")
            select $"{file}: {use.Value.TrimEnd('(')}; Elementary.Exp and Elementary.Log are the same everywhere";
        Assert.That(violations, Is.Empty);
    }
}
