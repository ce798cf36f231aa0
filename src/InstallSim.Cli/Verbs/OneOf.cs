using System.CommandLine;
using System.CommandLine.Parsing;
using InstallSim.Inputs;

namespace InstallSim.Cli.Verbs;

/// <summary>Options and arguments that take one of a few words: others are refused with these, and the one that may be meant.</summary>
internal static class OneOf
{
    /// <summary>Lets an option take these words alone.</summary>
    public static void TakesOneOf<T>(this Option<T> option, params string[] words)
    {
        option.CompletionSources.Add(words);
        option.Validators.Add(result => Check(result, result.Option.Name, words));
    }

    /// <summary>Lets an argument of a verb take these words alone.</summary>
    public static void TakesOneOf<T>(this Argument<T> argument, params string[] words)
    {
        argument.CompletionSources.Add(words);
        argument.Validators.Add(result => Check(result, ((CommandResult)result.Parent!).Command.Name, words));
    }

    private static void Check(SymbolResult result, string name, string[] words)
    {
        foreach (string said in result.Tokens.Select(token => token.Value).Where(said => !words.Contains(said)))
        {
            (InputMessage hint, string known) = (DidYouMean.Hint(said, words), string.Join(", ", words));
            result.Refuse(new Words($"{name} takes one of {known}; found '{said}'{hint.English}",
                $"{name} prend un de {known}\u00a0; trouvé\u00a0: «\u00a0{said}\u00a0»{hint.French}"));
        }
    }
}
