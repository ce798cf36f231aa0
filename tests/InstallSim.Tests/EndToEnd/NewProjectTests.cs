using System.Text.Json;
using System.Text.RegularExpressions;
using InstallSim.Outputs;
using InstallSim.Projects;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.EndToEnd;

/// <summary>What <c>installsim new</c> writes works as it says.</summary>
public sealed class NewProjectTests
{
    private static IEnumerable<string> Regions => ["centre-val-de-loire", "france"];

    private static IEnumerable<string> Templates => ProjectCatalog.All.Select(template => template.Name);

    [TestCaseSource(nameof(Regions))]
    public void A_region_is_right_wherever_it_is_put(string region)
    {
        using var folder = new TemporaryFolder();
        string project = Path.Combine(folder.Path, "a b", "demo");
        string said = CommandLine.Done("new", project, "--from", region);
        string[] lines = CommandLine.Done("validate", project).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Multiple(() =>
        {
            IEnumerable<string> read = Directory.GetFiles(project, "*.yaml", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(file) is not ("territories.yaml" or "defaults.yaml"));
            Assert.That(lines, Is.EquivalentTo(read.Select(file => $"{file}: right")));
            Assert.That(said, Does.Contain($"  installsim compare \"{project}\" --replications "));
        });
    }

    [Test]
    public void A_project_simulates_what_the_scenarios_of_the_repository_do()
    {
        using var folder = new TemporaryFolder();
        string project = Path.Combine(folder.Path, "demo");
        CommandLine.Done("new", project);
        string[] run = ["--replications", "1", "--years", "2025..2028", "--quiet", "--out"];
        CommandLine.Done(["run", Path.Combine(project, "bundle.yaml"), .. run, Path.Combine(folder.Path, "new")]);
        CommandLine.Done(
            ["run", Repository.PathOf("scenarios", "centre-val-de-loire", "bundle.yaml"), .. run, Path.Combine(folder.Path, "repository")]);
        Assert.That(Hash("new"), Is.EqualTo(Hash("repository")).And.Not.Empty);

        string Hash(string results)
        {
            using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, results, "manifest.json")));
            return manifest.RootElement.GetProperty("result_hash").GetString()!;
        }
    }

    /// <summary>The README's whole scenario, beside those of the project that it names, compared as it says.</summary>
    [Test]
    public void The_scenario_of_the_README_can_be_put_beside_those_of_a_new_project()
    {
        string readme = File.ReadAllText(Repository.PathOf("README.md"));
        Match told = Regex.Match(readme, @"## A scenario, whole\n+```yaml\n(?<yaml>[^`]*)```\n+Save it as `(?<file>[a-z-]+\.yaml)` beside");
        Assert.That(told.Success, Is.True);
        using var folder = new TemporaryFolder();
        string project = Path.Combine(folder.Path, "demo"), results = Path.Combine(folder.Path, "out");
        CommandLine.Done("new", project);
        string file = Path.Combine(project, told.Groups["file"].Value);
        Assert.That(File.Exists(file), Is.False, "its place is free");
        File.WriteAllText(file, told.Groups["yaml"].Value);
        CommandLine.Done("compare", project, "--replications", "1", "--years", "2025..2028", "--quiet", "--out", results);
        Assert.That(ResultsFiles.Rows(results, "comparison.csv").Select(row => row[0]),
            Has.Some.EqualTo(Path.GetFileNameWithoutExtension(file)));
    }

    [Test]
    public void A_choice_experiment_goes_from_its_answers_to_policies()
    {
        using var folder = new TemporaryFolder();
        string project = Path.Combine(folder.Path, "study");
        string commands = CommandLine.Done("new", project, "--from", "dce");
        string[][] told = [.. Regex.Matches(commands, @"(?m)^  installsim (.*)$").Select(m => m.Groups[1].Value.TrimEnd().Split(' '))];
        Assert.That(told.Select(words => words[0]), Is.EqualTo(new[] { "validate", "estimate", "compare" }));
        CommandLine.Done(told[0]);
        CommandLine.Outcome early = CommandLine.Run("validate", project);
        Assert.That(early.Code, Is.EqualTo(2), "what the estimates are for");
        Assert.That(early.ErrorLines.Single(line => line.Contains(": error: ")), Does.Contain("baseline.yaml(").And.EndsWith(
            $"; to write it with the preferences of the study, run 'installsim {string.Join(' ', told[1])}' first"));
        Assert.That(CommandLine.Run("validate", told[2][1], "--lang", "fr").Error,
            Does.Contain($"lancer d’abord «\u00a0installsim {string.Join(' ', told[1])}\u00a0»"));
        CommandLine.Done([.. told[1], "--out", Path.Combine(folder.Path, "estimates")]);
        Assert.That(CommandLine.Run("validate", project).Code, Is.Zero);
        string[] lines = CommandLine.Done("validate", told[2][1]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Length.EqualTo(2).And.All.EndsWith(": right"));
    }

    [Test]
    public void Own_tables_are_asked_for_one_after_the_other_and_then_run()
    {
        using var folder = new TemporaryFolder();
        string project = Path.Combine(folder.Path, "ours");
        string said = CommandLine.Done("new", project, "--from", "own");
        Assert.That(said, Does.Contain("Fill in:").And.Contain("territories.csv:").And.Contain("training-places.csv:"));
        AssertRefused(@"territories\.csv: error: the table has a header but no rows");

        string[] columns = File.ReadAllText(Path.Combine(project, "territories.csv")).TrimEnd().Split(',');
        IEnumerable<string> rows = Enumerable.Range(0, 12).Select(i =>
            $"0{i:00},Place {i},{47 + (i / 10.0)},1.5,{9000 + (i * 4000)},{6 + (2 * i)}" + new string(',', columns.Length - 6));
        File.AppendAllLines(Path.Combine(project, "territories.csv"), rows);
        AssertRefused(@"training-places\.csv: error: the table has a header but no rows");

        File.AppendAllText(Path.Combine(project, "training-places.csv"), "011,Hospital,1\n");
        Assert.That(CommandLine.Done("validate", project).Split('\n', StringSplitOptions.RemoveEmptyEntries), Is.All.EndsWith(": right"));
        CommandLine.Done("compare", project, "--replications", "1", "--years", "2025..2028", "--quiet", "--out",
            Path.Combine(folder.Path, "out"));
        Assert.That(ResultsFiles.Rows(Path.Combine(folder.Path, "out"), "places.csv"), Has.Length.EqualTo(12));
        Explain(said, project);

        void AssertRefused(string message)
        {
            CommandLine.Outcome outcome = CommandLine.Run("validate", project);
            Assert.That(outcome.Code, Is.EqualTo(2));
            Assert.That(outcome.Error, Does.Match(message));
        }
    }

    [Test]
    public void Commands_that_follow_are_in_the_language_that_was_asked_for()
    {
        using var folder = new TemporaryFolder();
        string said = CommandLine.Done("new", Path.Combine(folder.Path, "ours"), "--from", "own", "--lang", "fr");
        string[] commands = [.. said.Split('\n').Where(line => line.StartsWith("  installsim ", StringComparison.Ordinal))];
        Assert.That(commands, Has.Length.EqualTo(3).And.All.Match(" --lang fr\r?$"));
        Assert.That(CommandLine.Done("new", Path.Combine(folder.Path, "english")), Does.Not.Contain("--lang"));
    }

    /// <summary>The physician that a project of one's own brings, as it is and born and trained in one's own territories.</summary>
    private static void Explain(string said, string project)
    {
        string[] words = [.. Regex.Match(said, "(?m)^  installsim (explain .*)$").Groups[1].Value.TrimEnd().Split(' '), "--quiet"];
        Assert.That(said, Does.Contain("  physicians/example.yaml: the codes of two of your territories"));
        string physician = Path.Combine(project, "physicians", "example.yaml"), text = File.ReadAllText(physician);
        Assert.That(words, Does.Contain(physician));
        string results = Path.Combine(project, "explained");
        CommandLine.Done([.. words, "--out", results]);
        File.WriteAllText(physician, text.Replace("birth-place: outside", "birth-place: '003'", StringComparison.Ordinal)
            .Replace("training-place: outside", "training-place: Place 11", StringComparison.Ordinal));
        CommandLine.Done([.. words, "--out", results, "--force"]);
        Assert.That(File.ReadAllText(Path.Combine(results, "explain.txt")), Does.Contain("born in Place 3, trained in Place 11"));
        File.WriteAllText(physician, text.Replace("birth-place: outside", "birth-place: CC Brenne", StringComparison.Ordinal));
        Assert.That(CommandLine.Run(words).Error, Does.Contain("'CC Brenne' is no code or name of a territory of the study; "
            + "write one of its 12 territories, such as '000' (Place 0), or 'outside' for any other place"));
    }

    [TestCaseSource(nameof(Templates))]
    public void Editors_find_the_schema_that_a_file_names(string template)
    {
        using var folder = new TemporaryFolder();
        string project = Path.Combine(folder.Path, "p");
        CommandLine.Done("new", project, "--from", template);
        string[] files = [.. Directory.GetFiles(project, "*.yaml", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "defaults.yaml" && Path.GetFileName(Path.GetDirectoryName(file)) != "physicians")];
        Assert.That(files, Is.Not.Empty);
        foreach (string file in files)
        {
            Match named = Regex.Match(File.ReadAllText(file), @"\A# yaml-language-server: \$schema=(\S+)\n");
            Assert.That(named.Success, file);
            using JsonDocument schema =
                JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, named.Groups[1].Value)));
            Assert.That(schema.RootElement.GetProperty("title").GetString(), Does.StartWith("InstallSim "));
        }
    }

    [Test]
    public void A_folder_that_holds_anything_is_refused_and_left_as_it_is()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("mine/thesis.txt", "draft");
        CommandLine.Outcome outcome = CommandLine.Run("new", Path.GetDirectoryName(file)!);
        Assert.Multiple(() =>
        {
            Assert.That(outcome.Code, Is.EqualTo(2));
            Assert.That(outcome.Error, Does.Contain("mine: error: the folder is not empty, it holds 'thesis.txt'"));
            Assert.That(Directory.GetFileSystemEntries(Path.GetDirectoryName(file)!), Is.EqualTo(new[] { file }));
            Assert.That(File.ReadAllText(file), Is.EqualTo("draft"));
        });
    }

    [Test]
    public void An_empty_folder_is_filled_in_place()
    {
        using var folder = new TemporaryFolder();
        ProjectFolder.Write(ProjectCatalog.All[0], folder.Path, ReportText.English);
        Assert.That(File.Exists(Path.Combine(folder.Path, "baseline.yaml")));
    }
}
