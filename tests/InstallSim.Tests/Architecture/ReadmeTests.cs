namespace InstallSim.Tests.Architecture;

/// <summary>What the README tells people to type works: <c>.ci/run</c> takes the commands from it and runs them as they are.</summary>
public sealed class ReadmeTests
{
    [Test]
    public void The_two_commands_are_told()
    {
        string[] commands = Commands();
        Assert.Multiple(() =>
        {
            Assert.That(commands, Has.Some.StartsWith("dotnet run -c Release --project src/InstallSim.Cli -- compare "));
            Assert.That(commands, Has.Some.EqualTo("dotnet test -c Release"));
        });
    }

    [Test]
    public void Paths_in_commands_exist()
    {
        var violations =
            from command in Commands()
            from word in command.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            where word.StartsWith("src/", StringComparison.Ordinal) || word.StartsWith("scenarios/", StringComparison.Ordinal)
            where !Path.Exists(Repository.PathOf(word))
            select $"{word} in: {command}";
        Assert.That(violations, Is.Empty);
    }

    [Test]
    public void The_build_of_a_fresh_machine_runs_the_commands_of_the_README() =>
        Assert.That(SourceFile.Read(".ci/run").Text, Does.Contain("README.md").And.Contain("dotnet test -c Release"));

    /// <summary>Lines of fenced blocks that call dotnet, without the remark behind them; the same rule as in <c>.ci/run</c>.</summary>
    private static string[] Commands()
    {
        if (!File.Exists(Repository.PathOf("README.md")))
        {
            Assert.Ignore("there is no README yet");
        }

        bool inside = false;
        var commands = new List<string>();
        foreach (string line in SourceFile.Read("README.md").Lines)
        {
            inside ^= line.StartsWith("```", StringComparison.Ordinal);
            if (inside && line.StartsWith("dotnet ", StringComparison.Ordinal))
            {
                commands.Add(line.Split(" #")[0].TrimEnd());
            }
        }

        return [.. commands];
    }
}
