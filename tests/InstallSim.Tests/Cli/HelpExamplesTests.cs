using System.Text.RegularExpressions;
using InstallSim.Cli;
using InstallSim.Tests.EndToEnd;
using InstallSim.Tests.Inputs;

namespace InstallSim.Tests.Cli;

/// <summary>The examples of the help are true in an empty folder, once what they say comes before is done.</summary>
public sealed class HelpExamplesTests
{
    private static readonly string[] Verbs = [.. CommandLineProgram.Root().Subcommands.Select(verb => verb.Name)];

    /// <summary>What follows these is written, not read.</summary>
    private static readonly string[] Written = ["--out", "--save", "--questionnaire", "--power"];

    [TestCaseSource(nameof(Verbs))]
    public void Every_example_of_a_verb_parses_and_reads_what_is_there(string verb)
    {
        string help = CommandLine.Done(verb, "--help");
        string[] examples = Examples(help);
        Assert.That(examples, verb is "list" ? Is.Empty : Is.Not.Empty);
        Assert.That(examples.Where(example => CommandLineProgram.Root().Parse(Words(example)).Errors.Count > 0), Is.Empty);

        using var folder = new TemporaryFolder();
        var made = new HashSet<string>();
        foreach (string[] before in Regex.Matches(help, "'installsim ([^']+)'").Select(m => m.Groups[1].Value.Split(' ')))
        {
            if (before[0] == "new")
            {
                CommandLine.Done(["new", Path.Combine(folder.Path, before[1]), .. before[2..]]);
            }
            else if (before[0] == "compare")
            {
                made.Add($"out/{before[1]}");
            }
        }

        foreach (string[] words in examples.Where(_ => verb is not ("new" or "schema")).Select(Words))
        {
            foreach (int i in Enumerable.Range(1, words.Length - 1))
            {
                if (Written.Contains(words[i - 1]))
                {
                    made.Add(words[i]);
                }
                else if (Regex.Match(words[i], "^(demo|study|france|out)(/.*)?$") is { Success: true } path)
                {
                    Assert.That(made.Contains(path.Value) || Path.Exists(Path.Combine(folder.Path, path.Value)),
                        $"{path.Value} of: {string.Join(' ', words)}");
                }
            }
        }
    }

    [Test]
    public void The_first_commands_told_begin_with_a_project()
    {
        string[] examples = Examples(CommandLine.Done("--help"));
        Assert.That(examples[0], Is.EqualTo("new demo"));
        Assert.That(examples.Where(example => CommandLineProgram.Root().Parse(Words(example)).Errors.Count > 0), Is.Empty);
        Assert.That(examples.Skip(1).Select(example => Words(example)[1]).Distinct(), Is.EquivalentTo(new[] { "demo", "policies" }));
    }

    /// <summary>Lines of a help that call the program, without its name and the remark behind them.</summary>
    private static string[] Examples(string help) =>
        [.. Regex.Matches(help.Split("Usage:")[0], @"(?m)^ +installsim ((?:\S+ ?)+)").Select(m => m.Groups[1].Value.Trim())];

    /// <summary>The words of a command up to where its output goes.</summary>
    private static string[] Words(string example) => example.Split(" >")[0].Split(' ');
}
