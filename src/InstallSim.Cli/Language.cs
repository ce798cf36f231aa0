using System.CommandLine;
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
        option.AcceptOnlyFromAmong([.. ReportText.All.Select(text => text.Language)]);
        return option;
    }

    /// <summary>The language asked for; English where the command line itself was refused before it said one.</summary>
    public static ReportText Of(ParseResult parsed) =>
        ReportText.All.FirstOrDefault(text => parsed.GetResult(Name) is { Tokens: [{ } said, ..] } && said.Value == text.Language)
            ?? ReportText.English;
}
