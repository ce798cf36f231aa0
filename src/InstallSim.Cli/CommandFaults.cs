using System.CommandLine;
using System.CommandLine.Parsing;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Cli;

/// <summary>
/// What is wrong with a command, in the program's own words: those of the library name no verb, no option that may be meant, and types of
/// the code.
/// </summary>
internal static class CommandFaults
{
    /// <summary>What begins a fault that the program itself found, so that it is told from one of the library's; never shown.</summary>
    public const char Own = '\u2063';

    /// <summary>All that is wrong, a line each.</summary>
    public static IEnumerable<string> Of(ParseResult parsed, Command root, ReportText text)
    {
        Command verb = parsed.CommandResult.Command;
        string? word = verb == root ? parsed.UnmatchedTokens.FirstOrDefault(t => !t.StartsWith('-')) : null;
        if (word is not null)
        {
            return [UnknownVerb(word, root, text)];
        }

        if (verb == root && parsed.UnmatchedTokens.Count == 0 && parsed.Errors.All(e => e.SymbolResult is CommandResult))
        {
            string verbs = Verbs(root);
            return [text.Say($"name a verb: {verbs}", $"nommer un verbe\u00a0: {verbs}")];
        }

        IEnumerable<string> known = parsed.Errors.Where(e => !IsOfUnmatched(e, parsed)).Select(e => Said(e, verb, text));
        return known.Distinct().Concat(Empty(parsed).Select(name => text.Say(
            $"{name} is an empty text, such as of a variable that is not set; a value is expected",
            $"{name} est un texte vide, comme d’une variable non définie\u00a0; une valeur est attendue")))
            .Concat(Unmatched(parsed, text));
    }

    /// <summary>Options and arguments that are given an empty text, but for those that are refused anyway.</summary>
    public static IEnumerable<string> Empty(ParseResult parsed) => parsed.CommandResult.Children
        .Where(said => said.Tokens.Any(token => token.Value.Length == 0) && parsed.Errors.All(error => error.SymbolResult != said))
        .Select(said => said switch
        {
            OptionResult option => option.Option.Name,
            ArgumentResult argument => NameOf(argument.Argument),
            _ => "",
        });

    private static string Said(ParseError error, Command verb, ReportText text)
    {
        if (error.Message[0] == Own)
        {
            return error.Message[1..];
        }

        OptionResult? option = error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult;
        if (option is { IdentifierTokenCount: > 0 })
        {
            (string name, string value) = (option.Option.Name, option.Option.HelpName ?? "");
            return option.IdentifierTokenCount > 1
                ? text.Say($"{name} is said {option.IdentifierTokenCount} times; once is expected",
                    $"{name} est dit {option.IdentifierTokenCount} fois\u00a0; une seule est attendue")
                : option.Tokens.Count == 0
                ? text.Say($"{name} needs a value: {name} {value}", $"{name} a besoin d’une valeur\u00a0: {name} {value}")
                : text.Say($"{name} takes {value}, found '{option.Tokens[^1].Value}'",
                    $"{name} prend {value}\u00a0; trouvé\u00a0: «\u00a0{option.Tokens[^1].Value}\u00a0»");
        }

        if (option?.Option is { } needed)
        {
            string what = $"{needed.Name} {needed.HelpName}";
            return text.Say($"{verb.Name} needs {what}", $"{verb.Name} a besoin de {what}");
        }

        return error.SymbolResult is ArgumentResult { Tokens.Count: 0, Argument: var argument }
            ? text.Say($"{verb.Name} needs {NameOf(argument)}: {argument.Description}",
                $"{verb.Name} a besoin de {NameOf(argument)}\u00a0: {argument.Description}")
            : error.Message;
    }

    private static bool IsOfUnmatched(ParseError error, ParseResult parsed) => error.Message[0] != Own
        && error.SymbolResult is CommandResult
        && parsed.UnmatchedTokens.Any(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal));

    /// <summary>Words that the verb has no use for: options that it has not; where there are none, arguments too many.</summary>
    private static IEnumerable<string> Unmatched(ParseResult parsed, ReportText text)
    {
        Command verb = parsed.CommandResult.Command;
        string[] options = [.. parsed.UnmatchedTokens.Where(IsOption)], words = [.. parsed.UnmatchedTokens.Where(t => !IsOption(t))];
        Option[] all = [.. verb.Options, .. verb.Parents.OfType<Command>().SelectMany(c => c.Options).Where(o => o.Recursive)];
        string[] known = [.. all.Select(o => o.Name).Distinct()];
        foreach (string said in options)
        {
            (InputMessage hint, string names) = (DidYouMean.HintOfOption(said, known), string.Join(", ", known));
            yield return text.Say($"there is no option '{said}'{hint.English}; options: {names}",
                $"il n’y a pas d’option «\u00a0{said}\u00a0»{hint.French}\u00a0; options\u00a0: {names}");
        }

        string takes = verb.Arguments.Count == 0 ? text.Say("nothing", "rien") : string.Join(' ', verb.Arguments.Select(NameOf));
        bool isMisspelt = options.Length > 0 || parsed.Errors.Any(e => e.SymbolResult is ArgumentResult && e.Message[0] == Own);
        foreach (string said in isMisspelt ? [] : words)
        {
            yield return text.Say($"'{said}' is too many: {verb.Name} takes {takes}",
                $"«\u00a0{said}\u00a0» est de trop\u00a0: {verb.Name} prend {takes}");
        }

        static bool IsOption(string token) => token.Length > 1 && token[0] == '-';
    }

    private static string NameOf(Argument argument) => argument.HelpName ?? argument.Name;

    private static string UnknownVerb(string verb, Command root, ReportText text)
    {
        (InputMessage hint, string verbs) = (DidYouMean.Hint(verb, root.Subcommands.Select(c => c.Name)), Verbs(root));
        return text.Say(
            $"there is no verb '{verb}'{hint.English}; verbs: {verbs}",
            $"il n’y a pas de verbe «\u00a0{verb}\u00a0»{hint.French}\u00a0; verbes\u00a0: {verbs}");
    }

    private static string Verbs(Command root) => string.Join(", ", root.Subcommands.Select(c => c.Name));
}
