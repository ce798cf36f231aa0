using System.Text.RegularExpressions;

namespace InstallSim.Tests.Architecture;

/// <summary>Data passes through the folders of the simulation one way: what each may use is said here, and nothing else compiles past this.</summary>
public sealed class ArrowTests
{
    private const string Root = "src/InstallSim";

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Inputs"] = [],
        ["Outputs"] = ["Inputs"],
        ["World"] = ["Choice"],
        ["Territories"] = ["Inputs", "World", "Choice"],
        ["Results"] = ["World", "Inputs", "Outputs"],
        ["Preferences"] = ["World", "Inputs", "Choice"],
        ["Accessibility"] = ["World", "Inputs", "Choice"],
        ["Policies"] = ["World", "Inputs", "Choice"],
        ["Indicators"] = ["World", "Accessibility", "Choice"],
        ["Scenarios"] = ["Inputs", "World", "Preferences", "Accessibility", "Policies", "Choice"],
        ["Simulation"] = ["Inputs", "World", "Preferences", "Accessibility", "Policies", "Indicators", "Scenarios", "Results", "Choice"],
        ["Experiments"] =
            ["Inputs", "World", "Territories", "Preferences", "Accessibility", "Policies", "Indicators", "Scenarios", "Results", "Simulation", "Outputs", "Choice"],
        ["Calibration"] =
            ["Inputs", "World", "Preferences", "Accessibility", "Policies", "Indicators", "Scenarios", "Results", "Simulation", "Experiments", "Choice"],
        ["Studies"] = ["Inputs", "Preferences", "Outputs", "Charts", "Choice"],
        ["Reporting"] = ["Inputs", "World", "Results", "Indicators", "Outputs", "Charts"],
    };

    private static IEnumerable<string> Folders => SourceFile.CSharp(Root).Select(file => file.FolderUnder(Root)).Distinct();

    [TestCaseSource(nameof(Folders))]
    public void Folder_uses_only_what_the_picture_allows(string folder)
    {
        Assert.That(MayUse, Does.ContainKey(folder), $"say in {nameof(MayUse)} what {folder} may use; no file stands outside a folder");
        var violations =
            from file in SourceFile.CSharp($"{Root}/{folder}")
            from used in MayUse.Keys.Append("Choice")
            where used != folder && !MayUse[folder].Contains(used) && Uses(file.Code, used)
            select $"{file} uses {used}";
        Assert.That(violations, Is.Empty);
    }

    [Test]
    public void The_picture_has_no_circle()
    {
        var left = MayUse.ToDictionary(folder => folder.Key, folder => folder.Value.Where(MayUse.ContainsKey).ToHashSet());
        while (left.FirstOrDefault(folder => folder.Value.Count == 0).Key is { } done)
        {
            left.Remove(done);
            foreach (var uses in left.Values)
            {
                uses.Remove(done);
            }
        }

        Assert.That(left.Keys, Is.Empty);
    }

    [Test]
    public void Namespace_says_the_folder()
    {
        var violations =
            from project in new[] { "src/InstallSim", "src/InstallSim.Choice" }
            from file in SourceFile.CSharp(project)
            let expected = string.Join('.', file.Path["src/".Length..].Split('/')[..^1])
            where !file.Code.Contains($"\nnamespace {expected};", StringComparison.Ordinal) && !file.Code.StartsWith($"namespace {expected};", StringComparison.Ordinal)
            select $"{file} is not in namespace {expected}";
        Assert.That(violations, Is.Empty);
    }

    [Test]
    public void No_namespace_is_imported_for_all_files()
    {
        var violations = SourceFile.CSharp("src").Where(file => file.Code.Contains("global using", StringComparison.Ordinal)).Select(file => file.Path)
            .Concat(SourceFile.Paths("src").Where(path => path.EndsWith(".csproj", StringComparison.Ordinal) && SourceFile.Read(path).Text.Contains("<Using ", StringComparison.Ordinal)));
        Assert.That(violations, Is.Empty);
    }

    /// <summary>Whether code names a folder's namespace in a using or before one of its types: <c>World.TravelTimes</c> is a use, the property <c>Results.Count</c> is none.</summary>
    private static bool Uses(string code, string folder)
    {
        string space = $"InstallSim.{folder}";
        var members =
            from type in folder == "Choice" ? Projects.Choice.GetTypes() : Projects.Simulation.GetTypes()
            where type.Namespace is { } name && (name == space || name.StartsWith(space + ".", StringComparison.Ordinal))
            select type.Namespace == space ? type.Name.Split('`')[0] : type.Namespace![(space.Length + 1)..].Split('.')[0];
        string names = string.Join('|', members.Where(name => !name.StartsWith('<')).Distinct().Select(Regex.Escape).DefaultIfEmpty("(?!)"));
        return Regex.IsMatch(code, $@"\busing\s[^;]*\bInstallSim\.{folder}\b|(?<![\w.])(InstallSim\.)?{folder}\.({names})\b");
    }
}
