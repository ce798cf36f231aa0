using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using InstallSim.Cli.Verbs;
using InstallSim.Inputs;
using InstallSim.Outputs;

namespace InstallSim.Cli;

/// <summary>The option <c>--lang</c>, which every verb has: the language of what is said on the terminal and written to reports.</summary>
internal static class Language
{
    private const string Name = "--lang";

    public static Option<string> Option()
    {
        var option = new Option<string>(Name)
        {
            Description = "Language of the terminal, of messages and of reports: en or fr.",
            HelpName = "en|fr",
            DefaultValueFactory = _ => "en",
            Recursive = true,
        };
        option.TakesOneOf([.. ReportText.All.Select(text => text.Language)]);
        return option;
    }

    /// <summary>The language asked for in arguments that are not parsed yet, of which the help itself depends.</summary>
    public static ReportText Of(string[] args) => ReportText.All.FirstOrDefault(text => args.Index().Any(a =>
        a.Item == $"{Name}={text.Language}" || a.Item == $"{Name}:{text.Language}"
            || (a.Item == Name && args.ElementAtOrDefault(a.Index + 1) == text.Language))) ?? ReportText.English;

    /// <summary>Lets System.CommandLine say its own words (headings of help, what is wrong with a command) in the language.</summary>
    public static void Use(ReportText text) =>
        CultureInfo.CurrentUICulture = text.IsFrench ? CultureInfo.GetCultureInfo("fr") : CultureInfo.InvariantCulture;

    /// <summary>Refuses a part of the command in the language asked for.</summary>
    public static void Refuse(this SymbolResult result, InputMessage message)
    {
        bool isFrench = result.GetResult(Name) is OptionResult { Tokens: [{ Value: "fr" }, ..] };
        result.AddError(CommandFaults.Own + (isFrench ? message.French : message.English));
    }

    /// <summary>The language asked for; English where the command line itself was refused before it said one.</summary>
    public static ReportText Of(ParseResult parsed) =>
        ReportText.All.FirstOrDefault(text => parsed.GetResult(Name) is { Tokens: [{ } said, ..] } && said.Value == text.Language)
            ?? ReportText.English;
}
