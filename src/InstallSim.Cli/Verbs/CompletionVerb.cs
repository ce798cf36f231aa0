using System.CommandLine;
using System.Globalization;

namespace InstallSim.Cli.Verbs;

/// <summary><c>completion</c>: a script by which a shell completes verbs, options and their values.</summary>
internal static class CompletionVerb
{
    private const string Directive = "[suggest:";

    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = """
            _installsim() {
              local IFS=$'\n'
              COMPREPLY=($(compgen -W "$(installsim "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _installsim installsim
            """,
        ["zsh"] = """
            #compdef installsim
            _installsim() {
              local -a found
              found=(${(f)"$(installsim "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)"})
              compadd -a found
              _files
            }
            compdef _installsim installsim
            """,
        ["fish"] = """
            function __installsim
              set -l line (commandline -cp)
              installsim "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
            end
            complete -c installsim -a '(__installsim)'
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName installsim -ScriptBlock {
              param($word, $line, $cursor)
              installsim "[suggest:$cursor]" "$line" | Where-Object { $_ -like "$word*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }
            """,
    };

    public static Command Command()
    {
        var shell = new Argument<string>("SHELL") { Description = $"One of {string.Join(", ", Scripts.Keys)}." };
        shell.TakesOneOf([.. Scripts.Keys]);
        var command = new Command("completion", """
            Prints a script by which a shell completes verbs, options and their values when you press Tab.

            Examples:
              installsim completion bash >> ~/.bashrc
              installsim completion zsh >> ~/.zshrc
              installsim completion fish > ~/.config/fish/completions/installsim.fish
              installsim completion pwsh >> $PROFILE
            """) { shell };
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.Write(Scripts[parsed.GetValue(shell)!] + "\n"));
        return command;
    }

    /// <summary>What can stand at a position of a line, where the scripts ask by <c>[suggest:POSITION] LINE</c>; else null.</summary>
    public static IEnumerable<string>? Suggestions(Command root, string[] args)
    {
        if (args is not [{ } asked, { } line] || !asked.StartsWith(Directive, StringComparison.Ordinal) || !asked.EndsWith(']')
            || !int.TryParse(asked[Directive.Length..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int position))
        {
            return null;
        }

        return root.Parse(line).GetCompletions(Math.Min(position, line.Length)).Select(item => item.Label)
            .Where(label => label.StartsWith("--", StringComparison.Ordinal) || !label.StartsWith('-') && !label.StartsWith('/'));
    }
}
