using InstallSim.Projects;
using InstallSim.Tests.EndToEnd;

namespace InstallSim.Tests.Cli;

public sealed class CompletionTests
{
    [TestCase("installsim com", new[] { "compare", "completion" })]
    [TestCase("installsim compare demo --repl", new[] { "--replications" })]
    [TestCase("installsim compare demo --lan", new[] { "--lang" })]
    [TestCase("installsim report out/demo --format p", new[] { "pdf", "png" })]
    [TestCase("installsim completion ", new[] { "bash", "fish", "pwsh", "zsh" })]
    [TestCase("installsim run demo/basel", new string[0])]
    public void What_can_stand_there_is_suggested(string line, string[] expected) =>
        Assert.That(Suggested(line).Where(label => label.StartsWith(line.Split(' ')[^1], StringComparison.Ordinal)
            && (line[^1] != ' ' || !label.StartsWith('-'))), Is.EquivalentTo(expected));

    [Test]
    public void Every_verb_and_every_template_is_suggested()
    {
        Assert.That(Suggested("installsim "), Is.SupersetOf(InstallSim.Cli.CommandLineProgram.Root().Subcommands.Select(c => c.Name)));
        Assert.That(Suggested("installsim new demo --from "), Is.SupersetOf(ProjectCatalog.All.Select(t => t.Name)));
        Assert.That(Suggested("installsim list "), Does.Contain("figures"));
    }

    [TestCase("bash", "complete -o default -F _installsim installsim")]
    [TestCase("zsh", "compdef _installsim installsim")]
    [TestCase("fish", "complete -c installsim")]
    [TestCase("pwsh", "Register-ArgumentCompleter -Native -CommandName installsim")]
    public void A_script_registers_itself_and_asks_the_program(string shell, string registers) =>
        Assert.That(CommandLine.Done("completion", shell), Does.Contain(registers).And.Contain("[suggest:"));

    [Test]
    public void An_unknown_shell_is_refused() => Assert.That(CommandLine.Run("completion", "cmd").Code, Is.EqualTo(2));

    private static string[] Suggested(string line) =>
        CommandLine.Done($"[suggest:{line.Length}]", line).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
